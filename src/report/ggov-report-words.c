/* ggov-report-words.c: what stands on all kinds of paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-local-time.h"
#include "ggov-report-words-private.h"

/* In points. */
#define RULE_WIDTH 0.5

/* Translators write days as paper in their language does. */
char *
_ggov_report_dup_day (const char *iso)
{
  int day, year, month, day_of_month;

  if (!ggov_local_day_parse (iso, &day, NULL))
    return g_strdup (iso);

  ggov_local_day_to_date (day, &year, &month, &day_of_month);
  /* Translators: a day: year, month, day of the month; as in 2026年2月13日 */
  return g_strdup_printf (C_("day", "%1$d-%2$02d-%3$02d"), year, month, day_of_month);
}

static const char *const digits[] = {
  "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九",
};

/* Below 100: ten is 十, twenty-one 二十一. */
static void
append_number (GString *out,
               int      n)
{
  if (n >= 20)
    g_string_append (out, digits[n / 10]);
  if (n >= 10)
    g_string_append (out, "十");
  if (n % 10 != 0)
    g_string_append (out, digits[n % 10]);
}

static char *
dup_chinese_day (int year,
                 int month,
                 int day_of_month)
{
  GString *out = g_string_new (NULL);
  g_autofree char *figures = g_strdup_printf ("%d", year);

  for (const char *p = figures; *p; p++)
    g_string_append (out, digits[*p - '0']);
  g_string_append (out, "年");
  append_number (out, month);
  g_string_append (out, "月");
  append_number (out, day_of_month);
  g_string_append (out, "日");

  return g_string_free (out, FALSE);
}

char *
_ggov_report_dup_formal_day (const char *iso)
{
  int day, year, month, day_of_month;

  /* Translators: 一 where certificates have their days in Chinese numerals; else leave it */
  if (!g_str_equal (C_("formal day", "1"), "一") || !ggov_local_day_parse (iso, &day, NULL))
    return _ggov_report_dup_day (iso);

  ggov_local_day_to_date (day, &year, &month, &day_of_month);

  return dup_chinese_day (year, month, day_of_month);
}

char *
_ggov_report_dup_printed (const char *local_time)
{
  g_autofree char *time = g_strdelimit (g_strdup (local_time), "T", ' ');

  return g_strdup_printf (C_("roster", "Printed %s"), time);
}

char *
_ggov_report_dup_number (guint page,
                         guint n_pages)
{
  /* Translators: the first is the page's number, the second how many there are */
  return g_strdup_printf (C_("roster", "Page %1$u of %2$u"), page + 1, n_pages);
}

void
_ggov_report_draw_signers (GgovReportPen *pen,
                           cairo_t       *cr,
                           double         left,
                           double         width,
                           double         base)
{
  const char *const signers[] = {
    C_("roster", "Made by"), C_("roster", "Checked by"), C_("roster", "Date"),
  };
  const double column = width / G_N_ELEMENTS (signers);
  const double y = base - _ggov_report_pen_get_pitch (pen);

  for (guint i = 0; i < G_N_ELEMENTS (signers); i++)
    {
      const GgovReportBox box = { left + i * column, y, column, PANGO_ALIGN_LEFT };

      _ggov_report_pen_draw (pen, cr, signers[i], &box);
      cairo_move_to (cr, box.x + _ggov_report_pen_get_width (pen, signers[i]) + 6, base);
      cairo_line_to (cr, box.x + column * 0.92, base);
    }
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_stroke (cr);
}
