/* ggov-report-pack.c: several papers as one, each from a page of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-pack.h"

struct _GgovReportPack
{
  GObject    parent_instance;

  char      *title;
  GPtrArray *papers; /* (element-type GgovReportPager) */
};

/* The paper a page is of, and which of its pages; NULL past the last. */
static GgovReportPager *
find_paper (GgovReportPack *self,
            guint          *page)
{
  for (guint i = 0; i < self->papers->len; i++)
    {
      guint n = ggov_report_pager_get_n_pages (self->papers->pdata[i]);

      if (*page < n)
        return self->papers->pdata[i];
      *page -= n;
    }

  return NULL;
}

static const GgovReportPage *
ggov_report_pack_get_page (GgovReportPager *pager)
{
  return ggov_report_pager_get_page (GGOV_REPORT_PACK (pager)->papers->pdata[0]);
}

static const GgovReportPage *
ggov_report_pack_get_page_at (GgovReportPager *pager,
                              guint            page)
{
  GgovReportPager *paper = find_paper (GGOV_REPORT_PACK (pager), &page);

  return ggov_report_pager_get_page_at (paper, page);
}

static const char *
ggov_report_pack_get_bookmark (GgovReportPager *pager,
                               guint            page,
                               gboolean        *is_within)
{
  GgovReportPager *paper = find_paper (GGOV_REPORT_PACK (pager), &page);

  *is_within = FALSE;

  return page == 0 ? ggov_report_pager_get_title (paper) : NULL;
}

static const char *
ggov_report_pack_get_title (GgovReportPager *pager)
{
  return GGOV_REPORT_PACK (pager)->title;
}

static guint
ggov_report_pack_get_n_pages (GgovReportPager *pager)
{
  GgovReportPack *self = GGOV_REPORT_PACK (pager);
  guint n = 0;

  for (guint i = 0; i < self->papers->len; i++)
    n += ggov_report_pager_get_n_pages (self->papers->pdata[i]);

  return n;
}

static void
ggov_report_pack_draw (GgovReportPager *pager,
                       cairo_t         *cr,
                       guint            page)
{
  GgovReportPager *paper = find_paper (GGOV_REPORT_PACK (pager), &page);

  if (paper)
    ggov_report_pager_draw (paper, cr, page);
}

static void
pager_iface_init (GgovReportPagerInterface *iface)
{
  iface->get_page = ggov_report_pack_get_page;
  iface->get_page_at = ggov_report_pack_get_page_at;
  iface->get_bookmark = ggov_report_pack_get_bookmark;
  iface->get_title = ggov_report_pack_get_title;
  iface->get_n_pages = ggov_report_pack_get_n_pages;
  iface->draw = ggov_report_pack_draw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovReportPack, ggov_report_pack, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_REPORT_PAGER, pager_iface_init))

static void
ggov_report_pack_finalize (GObject *object)
{
  GgovReportPack *self = GGOV_REPORT_PACK (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->papers, g_ptr_array_unref);

  G_OBJECT_CLASS (ggov_report_pack_parent_class)->finalize (object);
}

static void
ggov_report_pack_class_init (GgovReportPackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_report_pack_finalize;
}

static void
ggov_report_pack_init (GgovReportPack *self)
{
  self->papers = g_ptr_array_new_with_free_func (g_object_unref);
}

GgovReportPack *
ggov_report_pack_new (const char *title)
{
  GgovReportPack *self = g_object_new (GGOV_TYPE_REPORT_PACK, NULL);

  self->title = g_strdup (title);

  return self;
}

void
ggov_report_pack_add (GgovReportPack  *self,
                      GgovReportPager *paper)
{
  g_return_if_fail (GGOV_IS_REPORT_PACK (self));

  g_ptr_array_add (self->papers, paper);
}

void
ggov_report_pack_insert (GgovReportPack  *self,
                         guint            at,
                         GgovReportPager *paper)
{
  g_return_if_fail (GGOV_IS_REPORT_PACK (self));
  g_return_if_fail (at <= self->papers->len);

  g_ptr_array_insert (self->papers, at, paper);
}
