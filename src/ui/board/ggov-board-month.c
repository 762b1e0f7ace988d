/* ggov-board-month.c: the board's issues by the day on which they are due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "ggov-board-month.h"
#include "ggov-local-time.h"
#include "ggov-office-clock.h"
#include "ggov-store-issue-groups.h"

#define N_WEEKS 6
#define N_CELLS (7 * N_WEEKS)

/* The most cards that are read of a stage for a day. */
#define DAY_LIMIT 100

/* One day of the month that is shown. */
typedef struct
{
  GtkWidget *button;
  GtkLabel  *day;
  GtkLabel  *due;
  GtkLabel  *late;
} Cell;

struct _GgovBoardMonth
{
  AdwBin           parent_instance;

  GgovBoardDesk   *desk;
  GgovStore       *store;       /* (nullable) */
  GgovIssueFilter *filter;      /* (nullable) */
  GCancellable    *cancellable; /* (nullable): of the counts being read */
  GCancellable    *day_cancellable; /* (nullable): of the cards being read */
  Cell             cells[N_CELLS];
  GgovBoardColumn *column;      /* (unowned) */
  int              first;       /* number of the day in the first cell */
  int              month;       /* number of the first day of the month that is shown */
  int              chosen;      /* number of the chosen day, or 0 before there is any */

  /* From the template. */
  GtkGrid         *grid;
  GtkLabel        *title;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovBoardMonth, ggov_board_month, ADW_TYPE_BIN)

static int
find_month (int day,
            int months)
{
  g_autofree char *text = ggov_local_day_format (day);
  int n = atoi (text) * 12 + atoi (text + strlen ("2026-")) - 1 + months;
  g_autofree char *first = g_strdup_printf ("%04d-%02d-01", n / 12, n % 12 + 1);
  int month = day;

  ggov_local_day_parse (first, &month, NULL);

  return month;
}

/* 0 for Monday: day 0 was a Thursday. */
static int
get_weekday (int day)
{
  return ((day + 3) % 7 + 7) % 7;
}

static gboolean
is_in_month (GgovBoardMonth *self,
             int             day)
{
  return day >= self->month && day < find_month (self->month, 1);
}

static int
get_today (GgovBoardMonth *self)
{
  return ggov_local_time_get_day (ggov_board_desk_get_now (self->desk));
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_count (GtkLabel   *label,
            const char *text,
            gint64      n)
{
  gtk_label_set_label (label, n > 0 ? text : "");
}

/* What is to be read of a day aloud: "2026-03-05, 3 due, 1 overdue". */
static void
name_cell (GgovBoardMonth     *self,
           Cell               *cell,
           const GgovIssueDay *day)
{
  g_autofree char *date = ggov_local_day_format (day->day);
  g_autofree char *due = g_strdup_printf (_("%d due"), (int) day->n);
  g_autofree char *late = g_strdup_printf (_("%d overdue"), (int) day->n_overdue);
  g_autofree char *label = g_strdup_printf ("%s, %s%s%s", date, due, day->n_overdue > 0 ? ", " : "",
                                            day->n_overdue > 0 ? late : "");

  show_count (cell->due, due, day->n);
  show_count (cell->late, late, day->n_overdue);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  set_class (cell->button, "provisional", day->n_provisional > 0);
}

static void
show_cell (GgovBoardMonth     *self,
           guint               i,
           const GgovIssueDay *found)
{
  const GgovIssueDay day = found ? *found : (GgovIssueDay) { .day = self->first + (int) i };
  GgovOfficeClock *clock = ggov_board_desk_get_clock (self->desk);
  g_autofree char *date = ggov_local_day_format (day.day);
  g_autofree char *number = g_strdup_printf ("%d", atoi (date + strlen ("2026-02-")));
  Cell *cell = &self->cells[i];

  gtk_label_set_label (cell->day, number);
  name_cell (self, cell, &day);
  set_class (cell->button, "outside", !is_in_month (self, day.day));
  set_class (cell->button, "today", day.day == get_today (self));
  set_class (cell->button, "chosen", day.day == self->chosen);
  set_class (cell->button, "free", day.day >= GGOV_CALENDAR_FIRST_DAY &&
             day.day < GGOV_CALENDAR_LAST_DAY && !ggov_office_clock_is_working (clock, day.day));
}

static void
show_cells (GgovBoardMonth *self,
            GArray         *days)
{
  g_autofree char *date = ggov_local_day_format (self->month);
  /* Translators: a year and a month */
  g_autofree char *title = g_strdup_printf (_("%1$.4s-%2$.2s"), date, date + strlen ("2026-"));
  guint next = 0;

  gtk_label_set_label (self->title, title);
  for (guint i = 0; i < N_CELLS; i++)
    {
      const GgovIssueDay *found = NULL;

      while (days && next < days->len &&
             g_array_index (days, GgovIssueDay, next).day < self->first + (int) i)
        next++;
      if (days && next < days->len &&
          g_array_index (days, GgovIssueDay, next).day == self->first + (int) i)
        found = &g_array_index (days, GgovIssueDay, next);
      show_cell (self, i, found);
    }
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovBoardMonth) self = user_data;
  g_autoptr(GArray) days = ggov_store_count_issue_days_finish (GGOV_STORE (object), result, NULL);

  if (days && self->store == GGOV_STORE (object))
    show_cells (self, days);
}


/* What the filter asks for already is not widened. */
static void
narrow (GgovIssueFilter *filter,
        int              first,
        int              after)
{
  gint64 before = ggov_local_time_from_day (after, 0);

  filter->due_from = MAX (filter->due_from, ggov_local_time_from_day (first, 0));
  filter->due_before = filter->due_before != 0 ? MIN (filter->due_before, before) : before;
}

static void
read_month (GgovBoardMonth *self)
{
  GgovIssueFilter filter = *self->filter;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  narrow (&filter, self->first, self->first + N_CELLS);
  ggov_store_count_issue_days_async (self->store, &filter, self->cancellable, counted_cb,
                                     g_object_ref (self));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovBoardMonth) self = user_data;
  g_autoptr(GListModel) issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, NULL);

  if (issues && self->store == GGOV_STORE (object))
    ggov_board_column_set_issues (self->column, issues, g_list_model_get_n_items (issues));
}

static void
read_day (GgovBoardMonth *self)
{
  g_autofree char *date = ggov_local_day_format (self->chosen);
  GgovIssueFilter filter = *self->filter;

  g_cancellable_cancel (self->day_cancellable);
  g_clear_object (&self->day_cancellable);
  self->day_cancellable = g_cancellable_new ();
  ggov_board_column_set_title (self->column, date);
  narrow (&filter, self->chosen, self->chosen + 1);
  filter.limit = DAY_LIMIT;
  ggov_store_list_issues_async (self->store, &filter, self->day_cancellable, listed_cb,
                                g_object_ref (self));
}

static void
set_month (GgovBoardMonth *self,
           int             month)
{
  self->month = month;
  self->first = month - get_weekday (month);
}

static void
go_by (GtkWidget *widget,
       int        months)
{
  GgovBoardMonth *self = GGOV_BOARD_MONTH (widget);

  if (self->store)
    ggov_board_month_choose (self, find_month (self->month, months));
}

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  go_by (widget, 1);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  go_by (widget, -1);
}

static void
today_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovBoardMonth *self = GGOV_BOARD_MONTH (widget);

  if (self->store)
    ggov_board_month_choose (self, get_today (self));
}

static void
clicked_cb (GtkWidget      *button,
            GgovBoardMonth *self)
{
  for (guint i = 0; self->store && i < N_CELLS; i++)
    if (self->cells[i].button == button)
      {
        ggov_board_month_choose (self, self->first + (int) i);
        return;
      }
}

static void
chosen_cb (GgovBoardMonth  *self,
           GgovBoardColumn *column)
{
  g_signal_emit (self, signals[CHOSEN], 0, column);
}

/* The widget ------------------------------------------------------------------------------ */

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
make_cell (GgovBoardMonth *self,
           guint           i)
{
  Cell *cell = &self->cells[i];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  cell->button = gtk_button_new ();
  cell->day = add_label (box, "numeric");
  cell->due = add_label (box, "caption");
  cell->late = add_label (box, "late");
  gtk_widget_add_css_class (cell->button, "flat");
  gtk_widget_add_css_class (cell->button, "month-day");
  gtk_widget_set_hexpand (cell->button, TRUE);
  gtk_widget_set_vexpand (cell->button, TRUE);
  gtk_button_set_child (GTK_BUTTON (cell->button), box);
  g_signal_connect_object (cell->button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_grid_attach (self->grid, cell->button, i % 7, 1 + i / 7, 1, 1);
}

static void
make_weekdays (GgovBoardMonth *self)
{
  const char *names[] = { _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun") };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *label = gtk_label_new (names[i]);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (self->grid, label, i, 0, 1, 1);
    }
}

static void
ggov_board_month_dispose (GObject *object)
{
  GgovBoardMonth *self = GGOV_BOARD_MONTH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->day_cancellable);
  g_clear_object (&self->day_cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_BOARD_MONTH);
  g_clear_object (&self->desk);
  g_clear_object (&self->store);
  g_clear_pointer (&self->filter, ggov_issue_filter_free);

  G_OBJECT_CLASS (ggov_board_month_parent_class)->dispose (object);
}

static void
ggov_board_month_class_init (GgovBoardMonthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_board_month_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", GGOV_TYPE_BOARD_MONTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, GGOV_TYPE_BOARD_COLUMN);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-board-month.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBoardMonth, grid);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardMonth, title);
  gtk_widget_class_install_action (widget_class, "month.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "month.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "month.today", NULL, today_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "month.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "month.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "month.today", NULL);
}

static void
ggov_board_month_init (GgovBoardMonth *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_weekdays (self);
  for (guint i = 0; i < N_CELLS; i++)
    make_cell (self, i);
}

void
ggov_board_month_set_desk (GgovBoardMonth *self,
                           GgovBoardDesk  *desk)
{
  GtkWidget *column;

  g_return_if_fail (GGOV_IS_BOARD_MONTH (self));

  g_set_object (&self->desk, desk);
  column = ggov_board_column_new (GGOV_BOARD_COLUMN_ANY, desk);
  self->column = GGOV_BOARD_COLUMN (column);
  g_signal_connect_object (column, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), column);
}

void
ggov_board_month_show (GgovBoardMonth        *self,
                       GgovStore             *store,
                       const GgovIssueFilter *filter)
{
  g_return_if_fail (GGOV_IS_BOARD_MONTH (self));

  if (g_set_object (&self->store, store))
    self->chosen = 0;
  g_clear_pointer (&self->filter, ggov_issue_filter_free);
  if (store == NULL)
    return;

  self->filter = ggov_issue_filter_copy (filter);
  if (self->chosen == 0)
    {
      self->chosen = get_today (self);
      set_month (self, find_month (self->chosen, 0));
      show_cells (self, NULL);
    }
  read_month (self);
  read_day (self);
}

void
ggov_board_month_choose (GgovBoardMonth *self,
                         int             day)
{
  gboolean is_here;

  g_return_if_fail (GGOV_IS_BOARD_MONTH (self) && self->store != NULL);

  is_here = day >= self->first && day < self->first + N_CELLS && is_in_month (self, day);
  self->chosen = day;
  if (!is_here)
    {
      set_month (self, find_month (day, 0));
      show_cells (self, NULL);
      read_month (self);
    }
  for (guint i = 0; i < N_CELLS; i++)
    set_class (self->cells[i].button, "chosen", self->first + (int) i == day);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->grid)))
    gtk_widget_grab_focus (self->cells[day - self->first].button);
  read_day (self);
}

int
ggov_board_month_get_chosen (GgovBoardMonth *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_MONTH (self), 0);

  return self->chosen;
}

GgovBoardColumn *
ggov_board_month_get_column (GgovBoardMonth *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_MONTH (self), NULL);

  return self->column;
}
