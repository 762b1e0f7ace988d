/* ggov-indicator-table.c: the indicators of a period as a table, with a chart; a number opens its issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-day-button.h"
#include "ggov-error-text.h"
#include "ggov-indicator-rows.h"
#include "ggov-indicator-table.h"
#include "ggov-local-time.h"
#include "ggov-placeholder.h"
#include "ggov-report-bars.h"
#include "ggov-report-page.h"
#include "ggov-store-indicators.h"
#include "ggov-text-column.h"

#define LABEL_PX  130
#define NUMBER_PX 92
#define TIME_PX   96

#define CHART_PX     120
#define CHART_PT     11.0
#define CHART_MARGIN 12

/* More bars than this say nothing. */
#define MOST_BARS 45

#define KEY_ITEM      "ggov-item"
#define KEY_INDICATOR "ggov-indicator"

/* Periods to choose from, all up to now. */
enum
{
  THIS_MONTH, LAST_MONTH, THIS_YEAR, LAST_YEAR, OWN_DAYS, N_PERIODS,
};

static const char *const period_labels[N_PERIODS + 1] = {
  [THIS_MONTH] = N_("This month"), [LAST_MONTH] = N_("Last month"), [THIS_YEAR] = N_("This year"),
  [LAST_YEAR] = N_("Last year"), [OWN_DAYS] = N_("From … until …"),
};

/* Above the columns, shorter than their whole names. */
static const char *const titles[GGOV_N_INDICATORS] = {
  [GGOV_INDICATOR_CLOSING] = NC_("column", "Closed"),
  [GGOV_INDICATOR_ON_TIME] = NC_("column", "On time"),
  [GGOV_INDICATOR_REWORK] = NC_("column", "Reworked"),
  [GGOV_INDICATOR_EXTENSION] = NC_("column", "Extended"),
  [GGOV_INDICATOR_DUPLICATE] = NC_("column", "Duplicate"),
  [GGOV_INDICATOR_FOLLOW_UP] = NC_("column", "Reached"),
  [GGOV_INDICATOR_SATISFACTION] = NC_("column", "Satisfied"),
};

struct _GgovIndicatorTable
{
  AdwBin               parent_instance;

  GgovSession         *session;
  GCancellable        *reading;  /* (nullable) */
  GListStore          *rows;     /* (element-type GgovIndicatorRow): the totals first */
  GgovIndicatorPeriod  period;   /* of the rows */
  GgovIndicatorBy      by;
  GgovIndicatorPeriod  asked_period;
  GgovIndicatorBy      asked_by;

  GtkDropDown         *period_choice;
  GtkWidget           *days;     /* what a period of one's own is chosen with */
  GgovDayButton       *first_day;
  GgovDayButton       *last_day;
  GtkDropDown         *by_choice;
  GtkDrawingArea      *chart;
  GtkColumnView       *view;
  GtkWidget           *place;    /* the table, or what stands for it */
};

G_DEFINE_FINAL_TYPE (GgovIndicatorTable, ggov_indicator_table, ADW_TYPE_BIN)

/* The chart --------------------------------------------------------------------------------- */

static gboolean
is_dark (GtkWidget *widget)
{
  return adw_style_manager_get_dark (adw_style_manager_get_for_display (
    gtk_widget_get_display (widget)));
}

/* The bars of all rows but the totals; returns how many. */
static guint
fill_bars (GgovIndicatorTable *self,
           GgovReportBar      *bars,
           GPtrArray          *texts)
{
  guint n = 0;

  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)) && n < MOST_BARS; i++)
    {
      g_autoptr(GgovIndicatorRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      const GgovRate *rate =
        &ggov_indicator_row_get_sums (row)->rates[GGOV_INDICATOR_ON_TIME];
      char *text = ggov_rate_dup_percent (rate);

      g_ptr_array_add (texts, text);
      bars[n++] = (GgovReportBar) {
        .label = ggov_indicator_row_get_label (row), .texts = { text },
        .values = { rate->denominator > 0 ? ggov_rate_get_basis_points (rate) : -1 },
      };
    }

  return n;
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  GgovIndicatorTable *self = user_data;
  PangoContext *context = ggov_report_context_new ();
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GgovReportBar bars[MOST_BARS];
  GdkRGBA ink;
  GgovReportBars chart = {
    .title = _("On-time rate"), .bars = bars, .n_series = 1, .most = 10000, .size = CHART_PT,
    .fills = { { 0.21, 0.52, 0.89 } }, .face = GGOV_REPORT_HEI,
  };

  chart.n_bars = fill_bars (self, bars, texts);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &ink);
  chart.ink[0] = ink.red;
  chart.ink[1] = ink.green;
  chart.ink[2] = ink.blue;
  if (is_dark (GTK_WIDGET (area)))
    chart.fills[0][0] = 0.38;
  cairo_translate (cr, CHART_MARGIN, 0);
  ggov_report_bars_draw (&chart, cr, context, width - 2 * CHART_MARGIN, height);
  g_object_unref (context);
}

/* Reading ----------------------------------------------------------------------------------- */

static void
show_rows (GgovIndicatorTable      *self,
           GListModel              *rows,
           const GgovIndicatorSums *totals)
{
  guint n = g_list_model_get_n_items (rows);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (all, ggov_indicator_row_new ("", ggov_indicator_by_get_label (
                                                      GGOV_INDICATOR_BY_ALL), totals));
  for (guint i = 0; i < n && self->by != GGOV_INDICATOR_BY_ALL; i++)
    g_ptr_array_add (all, g_list_model_get_item (rows, i));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       all->pdata, all->len);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), all->len > 1);
  gtk_widget_queue_draw (GTK_WIDGET (self->chart));
  ggov_placeholder_update (self->place, n);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovIndicatorTable) self = user_data;
  g_autoptr(GError) error = NULL;
  GgovIndicatorSums totals;
  g_autoptr(GListModel) rows = ggov_store_list_indicators_finish (GGOV_STORE (object), result,
                                                                  &totals, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;

  if (rows)
    {
      self->period = self->asked_period;
      self->by = self->asked_by;
      show_rows (self, rows, &totals);
      return;
    }

  sentence = ggov_error_dup_sentence (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static int
find_first_day (int year,
                int month)
{
  return ggov_local_day_from_date (month < 1 ? year - 1 : year, month < 1 ? month + 12 : month, 1);
}

/* In whichever order they were chosen, and not after today. */
static void
read_own_days (GgovIndicatorTable *self,
               int                 today,
               int                *first,
               int                *last)
{
  int from = today, until = today;

  ggov_local_day_parse (ggov_day_button_get_day (self->first_day), &from, NULL);
  ggov_local_day_parse (ggov_day_button_get_day (self->last_day), &until, NULL);
  *first = MIN (MIN (from, until), today);
  *last = MIN (MAX (from, until), today);
}

static void
find_period (GgovIndicatorTable *self)
{
  guint choice = gtk_drop_down_get_selected (self->period_choice);
  int today = 0, year, month, first, last;

  ggov_local_day_parse (ggov_session_get_today (self->session), &today, NULL);
  ggov_local_day_to_date (today, &year, &month, NULL);
  last = today;
  switch (choice)
    {
    case LAST_MONTH:
      first = find_first_day (year, month - 1);
      last = find_first_day (year, month) - 1;
      break;

    case THIS_YEAR:
      first = find_first_day (year, 1);
      break;

    case LAST_YEAR:
      first = find_first_day (year - 1, 1);
      last = find_first_day (year, 1) - 1;
      break;

    case OWN_DAYS:
      read_own_days (self, today, &first, &last);
      break;

    case THIS_MONTH:
    default:
      first = find_first_day (year, month);
      break;
    }

  ggov_indicator_period_set_days (&self->asked_period, first, last);
}

static void
read_table (GgovIndicatorTable *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  find_period (self);
  gtk_widget_set_visible (self->days, gtk_drop_down_get_selected (self->period_choice) == OWN_DAYS);
  /* All together has its row anyway. */
  self->asked_by = GGOV_INDICATOR_BY_GRID + gtk_drop_down_get_selected (self->by_choice);
  ggov_store_list_indicators_async (ggov_session_get_store (self->session), &self->asked_period,
                                    self->asked_by, self->reading, read_cb, g_object_ref (self));
}

static void
changed_cb (GgovIndicatorTable *self,
            GStrv               tables)
{
  static const char * const ours[] = { GGOV_STORE_INDICATOR_TABLES, NULL };

  for (guint i = 0; tables[i] && self->session; i++)
    if (g_strv_contains (ours, tables[i]))
      {
        read_table (self);
        return;
      }
}

/* Columns ----------------------------------------------------------------------------------- */

static char *
dup_label (gpointer context,
           gpointer row)
{
  return g_strdup (ggov_indicator_row_get_label (row));
}

static char *
dup_median (gpointer context,
            gpointer row)
{
  return ggov_work_time_dup_text (ggov_indicator_row_get_sums (row)->median_minutes);
}

static char *
dup_p90 (gpointer context,
         gpointer row)
{
  return ggov_work_time_dup_text (ggov_indicator_row_get_sums (row)->p90_minutes);
}

static const GgovTextColumn label_column[] = {
  { NC_("column", "Which"), dup_label, LABEL_PX, FALSE },
};

static const GgovTextColumn time_columns[] = {
  { NC_("column", "Median"), dup_median, TIME_PX, TRUE },
  { NC_("column", "90 % within"), dup_p90, TIME_PX, TRUE },
};

static guint
get_indicator (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, KEY_INDICATOR));
}

/* Only the first row is of all issues. */
static void
open_number (GgovIndicatorTable *self,
             guint               position,
             guint               indicator)
{
  g_autoptr(GgovIndicatorRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  GgovIndicatorCell cell = {
    .period = self->period, .by = self->by, .indicator = indicator,
    .rows = GGOV_INDICATOR_ROWS_NUMERATOR,
  };
  const GgovRate *rate;
  g_autofree char *percent = NULL, *title = NULL;

  if (row == NULL)
    return;

  rate = &ggov_indicator_row_get_sums (row)->rates[indicator];
  percent = ggov_rate_dup_percent (rate);
  /* Translators: an indicator, of what, and its rate, such as On-time rate · Grid 3 · 75.82 % */
  title = g_strdup_printf (_("%1$s · %2$s · %3$s"), ggov_indicator_get_label (indicator),
                           ggov_indicator_row_get_label (row), percent);
  cell.key = position > 0 ? ggov_indicator_row_get_key (row) : NULL;
  ggov_indicator_rows_show (GTK_WIDGET (self), self->session, title, &cell);
}

static void
clicked_cb (GgovIndicatorTable *self,
            GtkButton          *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), KEY_ITEM);

  open_number (self, gtk_list_item_get_position (item), get_indicator (button));
}

static void
activate_cb (GgovIndicatorTable *self,
             guint               position)
{
  open_number (self, position, GGOV_INDICATOR_CLOSING);
}

static void
set_up_cb (GgovIndicatorTable *self,
           GtkListItem        *item,
           GtkListItemFactory *factory)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), KEY_ITEM, item);
  g_object_set_data (G_OBJECT (button), KEY_INDICATOR,
                     g_object_get_data (G_OBJECT (factory), KEY_INDICATOR));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, button);
}

static void
bind_cb (GgovIndicatorTable *self,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  GgovIndicatorRow *row = gtk_list_item_get_item (item);
  guint indicator = get_indicator (factory);
  const GgovRate *rate = &ggov_indicator_row_get_sums (row)->rates[indicator];
  g_autofree char *percent = ggov_rate_dup_percent (rate);
  g_autofree char *fraction = ggov_rate_dup_fraction (rate);
  g_autofree char *text = g_strdup_printf ("%s\n%s", percent, fraction);
  g_autofree char *words = g_strdup_printf (
    /* Translators: an indicator, of what, its rate, and the fraction */
    _("%1$s, %2$s: %3$s, %4$s"), ggov_indicator_get_label (indicator),
    ggov_indicator_row_get_label (row), percent, fraction);

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_widget_set_sensitive (button, rate->denominator > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
add_number_column (GgovIndicatorTable *self,
                   guint               indicator)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), KEY_INDICATOR, GUINT_TO_POINTER (indicator));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  column = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", titles[indicator]), factory);
  gtk_column_view_column_set_fixed_width (column, NUMBER_PX);
  gtk_column_view_append_column (self->view, column);
}

/* The page ---------------------------------------------------------------------------------- */

static GtkDropDown *
add_choice (GtkWidget          *box,
            GgovIndicatorTable *self,
            const char         *name,
            GStrv               words)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings ((const char *const *) words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (choice, name);
  gtk_box_append (GTK_BOX (box), choice);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (read_table), self,
                           G_CONNECT_SWAPPED);

  return GTK_DROP_DOWN (choice);
}

static GgovDayButton *
add_day (GgovIndicatorTable *self,
         const char         *name,
         const char         *day)
{
  GtkWidget *label = gtk_label_new (name);
  GgovDayButton *button = g_object_new (GGOV_TYPE_DAY_BUTTON, NULL);

  ggov_day_button_set_today (button, ggov_session_get_today (self->session));
  ggov_day_button_set_day (button, day);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), name);
  gtk_box_append (GTK_BOX (self->days), label);
  gtk_box_append (GTK_BOX (self->days), GTK_WIDGET (button));

  return button;
}

/* From the first of the year on, until today, until something else is chosen. */
static void
make_days (GgovIndicatorTable *self)
{
  const char *today = ggov_session_get_today (self->session);
  g_autofree char *first = g_strdup_printf ("%.4s-01-01", today);

  self->days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->first_day = add_day (self, C_("period", "From"), first);
  self->last_day = add_day (self, C_("period", "until"), today);
  g_signal_connect_object (self->first_day, "changed", G_CALLBACK (read_table), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->last_day, "changed", G_CALLBACK (read_table), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
make_bar (GgovIndicatorTable *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autoptr(GStrvBuilder) periods = g_strv_builder_new (), bys = g_strv_builder_new ();
  g_auto(GStrv) period_words = NULL, by_words = NULL;

  for (guint i = 0; i < N_PERIODS; i++)
    g_strv_builder_add (periods, _(period_labels[i]));
  for (guint i = GGOV_INDICATOR_BY_GRID; i < GGOV_N_INDICATOR_BYS; i++)
    g_strv_builder_add (bys, ggov_indicator_by_get_label (i));
  period_words = g_strv_builder_end (periods);
  by_words = g_strv_builder_end (bys);

  gtk_widget_set_margin_top (bar, 9);
  gtk_widget_set_margin_bottom (bar, 9);
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  make_days (self);
  self->period_choice = add_choice (bar, self, _("Period"), period_words);
  gtk_box_append (GTK_BOX (bar), self->days);
  self->by_choice = add_choice (bar, self, _("Told apart by"), by_words);
  gtk_drop_down_set_selected (self->by_choice,
                              GGOV_INDICATOR_BY_COMMUNITY - GGOV_INDICATOR_BY_GRID);

  return bar;
}

static GtkWidget *
make_table (GgovIndicatorTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSelectionModel *model =
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (model));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  ggov_text_columns_add (self->view, label_column, G_N_ELEMENTS (label_column), NULL);
  for (guint i = 0; i < GGOV_N_INDICATORS; i++)
    add_number_column (self, i);
  ggov_text_columns_add (self->view, time_columns, G_N_ELEMENTS (time_columns), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Indicators"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static GtkWidget *
make_about (GgovIndicatorTable *self)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", ggov_indicator_get_due_about (),
                                           ggov_indicator_get_time_about ());
  GtkWidget *about = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (about), TRUE);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dim-label");
  gtk_widget_set_margin_top (about, 6);
  gtk_widget_set_margin_bottom (about, 6);
  gtk_widget_set_margin_start (about, 12);
  gtk_widget_set_margin_end (about, 12);

  return about;
}

static void
ggov_indicator_table_dispose (GObject *object)
{
  GgovIndicatorTable *self = GGOV_INDICATOR_TABLE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->session);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (ggov_indicator_table_parent_class)->dispose (object);
}

static void
ggov_indicator_table_class_init (GgovIndicatorTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_indicator_table_dispose;
}

static void
ggov_indicator_table_init (GgovIndicatorTable *self)
{
  self->rows = g_list_store_new (GGOV_TYPE_INDICATOR_ROW);
}

GtkWidget *
ggov_indicator_table_new (GgovSession *session)
{
  GgovIndicatorTable *self = g_object_new (GGOV_TYPE_INDICATOR_TABLE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = g_object_ref (session);
  self->chart = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  gtk_drawing_area_set_content_height (self->chart, CHART_PX);
  gtk_drawing_area_set_draw_func (self->chart, draw_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Chart of the on-time rate"), -1);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  self->place = ggov_placeholder_new (
    make_table (self), "ggov-issues-symbolic", _("No Issue in This Period"),
    _("None was told of, due, closed or judged. Choose another period."));
  gtk_box_append (GTK_BOX (box), self->place);
  gtk_box_append (GTK_BOX (box), make_about (self));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  read_table (self);

  return GTK_WIDGET (self);
}
