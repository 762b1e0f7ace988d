/* ggov-points-charts.c: what points come to month by month, and whether leaders are more active
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ggov-local-time.h"
#include "ggov-points-charts.h"
#include "ggov-report-bars.h"
#include "ggov-store-points-expiry.h"
#include "ggov-store-points-views.h"

#define HEIGHT_PX 250
#define MARGIN_PX 18
#define TEXT_PX   12
#define MOST_BARS 40
#define HALF_YEAR 182 /* days */

struct _GgovPointsCharts
{
  AdwBin       parent_instance;

  GgovSession *session;
  GListModel  *months;   /* (nullable) (element-type GgovPointsMonth) */
  GListModel  *activity; /* (nullable) (element-type GgovPointsActivity) */

  GtkWidget   *month_chart;
  GtkWidget   *activity_chart;
  GtkLabel    *sum_label;
  GtkLabel    *activity_label;
  GtkEditable *since_entry;
  gint64       outstanding;
};

G_DEFINE_FINAL_TYPE (GgovPointsCharts, ggov_points_charts, ADW_TYPE_BIN)

static const char *const tables[] = {
  "points_entry", "points_expiry", "post", "training_attendance", "visit", NULL,
};

/* Drawing ---------------------------------------------------------------------------------------- */

static void
draw_bars (GtkDrawingArea      *area,
           cairo_t             *cr,
           const GgovReportBar *bars,
           guint                n,
           const char          *title,
           const char          *one,
           const char          *two,
           int                  width,
           int                  height)
{
  PangoContext *context = ggov_report_context_new ();
  GgovReportBars chart = {
    .title = title, .bars = bars, .n_bars = n, .n_series = 2, .series = { one, two }, .size = TEXT_PX,
    .fills = { { 0.21, 0.52, 0.89 }, { 0.96, 0.65, 0.14 } }, .face = GGOV_REPORT_HEI,
  };
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &ink);
  chart.ink[0] = ink.red;
  chart.ink[1] = ink.green;
  chart.ink[2] = ink.blue;
  cairo_translate (cr, MARGIN_PX, 0);
  ggov_report_bars_draw (&chart, cr, context, width - 2 * MARGIN_PX, height);
  g_object_unref (context);
}

static void
draw_months_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  GgovPointsCharts *self = user_data;
  const guint n = self->months ? MIN (g_list_model_get_n_items (self->months), MOST_BARS) : 0;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GgovReportBar bars[MOST_BARS];

  for (guint i = 0; i < n; i++)
    {
      const GgovPointsMonthRecord *month;

      g_ptr_array_add (rows, g_list_model_get_item (self->months, i));
      month = ggov_points_month_get_record (rows->pdata[i]);
      bars[i] = (GgovReportBar) { .label = month->month,
                                  .values = { MAX (month->earned, 0), MAX (month->redeemed, 0) } };
    }
  if (n > 0)
    draw_bars (area, cr, bars, n, _("Points a month"), _("Earned"), _("Redeemed"), width, height);
}

static void
draw_activity_cb (GtkDrawingArea *area,
                  cairo_t        *cr,
                  int             width,
                  int             height,
                  gpointer        user_data)
{
  GgovPointsCharts *self = user_data;
  const guint n = self->activity ? MIN (g_list_model_get_n_items (self->activity), MOST_BARS) : 0;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GgovReportBar bars[MOST_BARS];

  for (guint i = 0; i < n; i++)
    {
      const GgovPointsActivityRecord *grid;

      g_ptr_array_add (rows, g_list_model_get_item (self->activity, i));
      grid = ggov_points_activity_get_record (rows->pdata[i]);
      bars[i] = (GgovReportBar) { .label = grid->code + MAX ((int) strlen (grid->code) - 6, 0),
                                  .values = { (double) grid->before, (double) grid->after } };
    }
  if (n > 0)
    draw_bars (area, cr, bars, n, _("Active leaders of each grid"), C_("leaders", "Before the day"), C_("leaders", "Since the day"), width, height);
}

/* Reading ---------------------------------------------------------------------------------------- */

static void
expiring_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovPointsCharts) self = user_data;
  g_autoptr(GListModel) rows = ggov_store_list_points_expiring_finish (GGOV_STORE (object), result, NULL);
  g_autofree char *text = NULL;
  gint64 sum = 0;

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsExpiring) row = g_list_model_get_item (rows, i);

      sum += ggov_points_expiring_get_record (row)->points;
    }
  text = g_strdup_printf (_("Outstanding: %1$d points; about to expire: %2$d"), (int) self->outstanding,
                          (int) sum);
  gtk_label_set_label (self->sum_label, text);
}

static void
months_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovPointsCharts) self = user_data;
  g_autoptr(GListModel) rows = ggov_store_list_points_months_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GgovPointsMonth) last = NULL;

  if (rows == NULL || self->session == NULL)
    return;

  last = g_list_model_get_item (rows, g_list_model_get_n_items (rows) - 1);
  self->outstanding = ggov_points_month_get_record (last)->outstanding;
  g_set_object (&self->months, rows);
  gtk_widget_queue_draw (self->month_chart);
  ggov_store_list_points_expiring_async (GGOV_STORE (object), ggov_session_get_today (self->session), NULL,
                                         expiring_cb, g_object_ref (self));
}

static void
activity_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovPointsCharts) self = user_data;
  g_autoptr(GListModel) rows = ggov_store_list_points_activity_finish (GGOV_STORE (object), result, NULL);
  gint64 leaders = 0, before = 0, after = 0;
  g_autofree char *text = NULL;

  if (rows == NULL || self->session == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsActivity) row = g_list_model_get_item (rows, i);
      const GgovPointsActivityRecord *record = ggov_points_activity_get_record (row);

      leaders += record->leaders;
      before += record->before;
      after += record->after;
    }
  text = g_strdup_printf (_("Of %1$d leaders %2$d were active before and %3$d since"), (int) leaders,
                          (int) before, (int) after);
  gtk_label_set_label (self->activity_label, text);
  g_set_object (&self->activity, rows);
  gtk_widget_queue_draw (self->activity_chart);
}

static void
read_activity (GgovPointsCharts *self)
{
  const char *since = gtk_editable_get_text (self->since_entry);
  const char *today = ggov_session_get_today (self->session);
  int day, last;

  if (!ggov_local_day_parse (since, &day, NULL) || !ggov_local_day_parse (today, &last, NULL) || day > last)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s",
                                  _("Write the day as year-month-day, such as 2026-02-13."));
      return;
    }

  ggov_store_list_points_activity_async (ggov_session_get_store (self->session), since, today, NULL,
                                         activity_cb, g_object_ref (self));
}

static void
read_all (GgovPointsCharts *self)
{
  ggov_store_list_points_months_async (ggov_session_get_store (self->session),
                                       ggov_session_get_today (self->session), NULL, months_cb,
                                       g_object_ref (self));
  read_activity (self);
}

static void
changed_cb (GgovPointsCharts *self,
            GStrv             changed)
{
  for (guint i = 0; changed[i]; i++)
    if (g_strv_contains (tables, changed[i]))
      {
        read_all (self);
        return;
      }
}

/* The widget ------------------------------------------------------------------------------------- */

static GtkWidget *
add_chart (GgovPointsCharts       *self,
           GtkBox                 *box,
           GtkDrawingAreaDrawFunc  func,
           const char             *words)
{
  GtkWidget *chart = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (chart), HEIGHT_PX);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (chart), func, self, NULL);
  gtk_widget_set_vexpand (chart, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (box, chart);

  return chart;
}

static GtkLabel *
add_label (GtkBox *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, MARGIN_PX);
  gtk_widget_set_margin_top (label, MARGIN_PX / 2);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
add_since (GgovPointsCharts *self,
           GtkBox           *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("Before and since"));
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Before and since"), -1);
  gtk_widget_set_margin_start (line, MARGIN_PX);
  self->since_entry = GTK_EDITABLE (entry);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (box, line);
  g_signal_connect_object (entry, "activate", G_CALLBACK (read_activity), self, G_CONNECT_SWAPPED);
}

static void
ggov_points_charts_dispose (GObject *object)
{
  GgovPointsCharts *self = GGOV_POINTS_CHARTS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->months);
  g_clear_object (&self->activity);

  G_OBJECT_CLASS (ggov_points_charts_parent_class)->dispose (object);
}

static void
ggov_points_charts_class_init (GgovPointsChartsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_points_charts_dispose;
}

static void
ggov_points_charts_init (GgovPointsCharts *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  self->sum_label = add_label (box);
  self->month_chart = add_chart (self, box, draw_months_cb, _("Points a month"));
  add_since (self, box);
  self->activity_label = add_label (box);
  self->activity_chart = add_chart (self, box, draw_activity_cb, _("Active leaders of each grid"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

GtkWidget *
ggov_points_charts_new (GgovSession *session)
{
  GgovPointsCharts *self = g_object_new (GGOV_TYPE_POINTS_CHARTS, NULL);
  g_autofree char *since = NULL;
  int day = 0;

  self->session = g_object_ref (session);
  ggov_local_day_parse (ggov_session_get_today (session), &day, NULL);
  since = ggov_local_day_format (day - HALF_YEAR);
  gtk_editable_set_text (self->since_entry, since);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_all (self);

  return GTK_WIDGET (self);
}
