/* ggov-report-pager.c: something that is measured and can be drawn page by page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-pager.h"

G_DEFINE_INTERFACE (GgovReportPager, ggov_report_pager, G_TYPE_OBJECT)

static void
ggov_report_pager_default_init (GgovReportPagerInterface *iface)
{
}

const GgovReportPage *
ggov_report_pager_get_page (GgovReportPager *self)
{
  g_return_val_if_fail (GGOV_IS_REPORT_PAGER (self), NULL);

  return GGOV_REPORT_PAGER_GET_IFACE (self)->get_page (self);
}

const GgovReportPage *
ggov_report_pager_get_page_at (GgovReportPager *self,
                               guint            page)
{
  g_return_val_if_fail (GGOV_IS_REPORT_PAGER (self), NULL);

  if (GGOV_REPORT_PAGER_GET_IFACE (self)->get_page_at == NULL)
    return ggov_report_pager_get_page (self);

  return GGOV_REPORT_PAGER_GET_IFACE (self)->get_page_at (self, page);
}

const char *
ggov_report_pager_get_bookmark (GgovReportPager *self,
                                guint            page,
                                gboolean        *is_within)
{
  g_return_val_if_fail (GGOV_IS_REPORT_PAGER (self), NULL);
  g_return_val_if_fail (is_within != NULL, NULL);

  if (GGOV_REPORT_PAGER_GET_IFACE (self)->get_bookmark == NULL)
    return NULL;

  return GGOV_REPORT_PAGER_GET_IFACE (self)->get_bookmark (self, page, is_within);
}

const char *
ggov_report_pager_get_title (GgovReportPager *self)
{
  g_return_val_if_fail (GGOV_IS_REPORT_PAGER (self), NULL);

  return GGOV_REPORT_PAGER_GET_IFACE (self)->get_title (self);
}

guint
ggov_report_pager_get_n_pages (GgovReportPager *self)
{
  g_return_val_if_fail (GGOV_IS_REPORT_PAGER (self), 0);

  return GGOV_REPORT_PAGER_GET_IFACE (self)->get_n_pages (self);
}

void
ggov_report_pager_draw (GgovReportPager *self,
                        cairo_t         *cr,
                        guint            page)
{
  g_return_if_fail (GGOV_IS_REPORT_PAGER (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < ggov_report_pager_get_n_pages (self));

  cairo_save (cr);
  GGOV_REPORT_PAGER_GET_IFACE (self)->draw (self, cr, page);
  cairo_restore (cr);
}
