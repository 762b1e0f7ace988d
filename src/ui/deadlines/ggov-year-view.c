/* ggov-year-view.c: a year at a glance, month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-local-time.h"
#include "ggov-year-view.h"

#define N_MONTHS  12
#define N_COLUMNS 4 /* of months */
#define N_CELLS   42 /* of a month: six weeks */
#define KEY_DAY   "ggov-day"

struct _GgovYearView
{
  AdwBin           parent_instance;

  GgovOfficeClock *clock;    /* (nullable) */
  int              selected;
  int              today;
  GtkWidget       *cells[N_MONTHS][N_CELLS]; /* (unowned) */
};

enum {
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char * const months[N_MONTHS] = {
  NC_("month", "January"), NC_("month", "February"), NC_("month", "March"),
  NC_("month", "April"), NC_("month", "May"), NC_("month", "June"), NC_("month", "July"),
  NC_("month", "August"), NC_("month", "September"), NC_("month", "October"),
  NC_("month", "November"), NC_("month", "December"),
};

static const char * const weekdays[] = {
  NC_("weekday", "Monday"), NC_("weekday", "Tuesday"), NC_("weekday", "Wednesday"),
  NC_("weekday", "Thursday"), NC_("weekday", "Friday"), NC_("weekday", "Saturday"),
  NC_("weekday", "Sunday"),
};

static const char * const initials[] = {
  NC_("short weekday", "Mo"), NC_("short weekday", "Tu"), NC_("short weekday", "We"),
  NC_("short weekday", "Th"), NC_("short weekday", "Fr"), NC_("short weekday", "Sa"),
  NC_("short weekday", "Su"),
};

/* As the kinds of days are numbered. */
static const char * const kind_classes[] = {
  "day-working", "day-make-up", "day-weekend", "day-holiday",
};

G_DEFINE_FINAL_TYPE (GgovYearView, ggov_year_view, ADW_TYPE_BIN)

static int
clamp_day (int day)
{
  return CLAMP (day, GGOV_CALENDAR_FIRST_DAY, GGOV_CALENDAR_LAST_DAY);
}

/* One day ----------------------------------------------------------------------------------- */

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
describe_cell (GgovYearView *self,
               GtkWidget    *cell,
               int           day)
{
  g_autofree char *date = ggov_local_day_format (day);
  g_autofree char *kind = ggov_year_view_dup_kind (self->clock, day);
  /* Translators: a day, its day of the week, and what kind of day it is, read aloud */
  g_autofree char *name =
    g_strdup_printf (_("%1$s, %2$s, %3$s"), date,
                     ggov_year_view_get_weekday (ggov_local_day_get_weekday (day)), kind);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
mark_selected (GgovYearView *self,
               GtkWidget    *cell,
               int           day)
{
  gboolean is_selected = day == self->selected;

  set_class (cell, "day-selected", is_selected);
  gtk_widget_set_focusable (cell, is_selected);
}

/* @day: or 0 where the month has none there */
static void
show_cell (GgovYearView *self,
           GtkWidget    *cell,
           int           day)
{
  GgovCalendar *calendar = ggov_office_clock_get_calendar (self->clock);
  g_autofree char *number = NULL;
  GgovDayKind kind;
  int of_month;

  g_object_set_data (G_OBJECT (cell), KEY_DAY, GINT_TO_POINTER (day));
  gtk_widget_set_visible (cell, day != 0);
  if (day == 0)
    return;

  ggov_local_day_to_date (day, NULL, NULL, &of_month);
  number = g_strdup_printf ("%d", of_month);
  gtk_button_set_label (GTK_BUTTON (cell), number);
  kind = ggov_calendar_get_kind (calendar, day, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kind_classes); i++)
    set_class (cell, kind_classes[i], i == kind);
  set_class (cell, "day-closed",
             ggov_calendar_is_working (calendar, day) &&
             !ggov_office_clock_is_working (self->clock, day));
  set_class (cell, "day-own", ggov_year_view_is_own (self->clock, day));
  set_class (cell, "day-today", day == self->today);
  mark_selected (self, cell, day);
  describe_cell (self, cell, day);
}

static void
show_month (GgovYearView *self,
            int           year,
            int           month)
{
  int first = ggov_local_day_from_date (year, month + 1, 1);
  int end = month == N_MONTHS - 1 ? ggov_local_day_from_date (year + 1, 1, 1)
                                  : ggov_local_day_from_date (year, month + 2, 1);
  int before = ggov_local_day_get_weekday (first) - 1;

  for (int i = 0; i < N_CELLS; i++)
    {
      int day = first + i - before;

      show_cell (self, self->cells[month][i], day >= first && day < end ? day : 0);
    }
}

static void
show_year (GgovYearView *self)
{
  int year;

  if (self->clock == NULL)
    return;

  ggov_local_day_to_date (self->selected, &year, NULL, NULL);
  for (int month = 0; month < N_MONTHS; month++)
    show_month (self, year, month);
}

static GtkWidget *
find_cell (GgovYearView *self,
           int           day)
{
  int month;

  ggov_local_day_to_date (day, NULL, &month, NULL);
  for (int i = 0; i < N_CELLS; i++)
    {
      GtkWidget *cell = self->cells[month - 1][i];

      if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), KEY_DAY)) == day)
        return cell;
    }

  return NULL;
}

/* Choosing ---------------------------------------------------------------------------------- */

static void
choose (GgovYearView *self,
        int           day)
{
  ggov_year_view_select (self, day);
  ggov_year_view_focus (self);
}

static void
clicked_cb (GgovYearView *self,
            GtkWidget    *cell)
{
  choose (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), KEY_DAY)));
}

static gboolean
key_pressed_cb (GgovYearView    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  static const struct { guint keyval; int by; } steps[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Up, -7 }, { GDK_KEY_Down, 7 },
  };

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].keyval == keyval)
      {
        choose (self, self->selected + steps[i].by);
        return GDK_EVENT_STOP;
      }

  return GDK_EVENT_PROPAGATE;
}

/* The widget -------------------------------------------------------------------------------- */

static void
add_cells (GgovYearView *self,
           GtkGrid      *grid,
           int           month)
{
  for (int i = 0; i < N_CELLS; i++)
    {
      GtkWidget *cell = gtk_button_new ();

      gtk_widget_add_css_class (cell, "flat");
      gtk_widget_add_css_class (cell, "day");
      gtk_widget_set_visible (cell, FALSE);
      g_signal_connect_object (cell, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (grid, cell, i % 7, 1 + i / 7, 1, 1);
      self->cells[month][i] = cell;
    }
}

static GtkWidget *
make_month (GgovYearView *self,
            int           month)
{
  const char *name = g_dpgettext2 (NULL, "month", months[month]);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *heading = gtk_label_new (name);
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_margin_start (heading, 4);
  gtk_box_append (GTK_BOX (box), heading);

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (int i = 0; i < 7; i++)
    {
      GtkWidget *label = gtk_label_new (g_dpgettext2 (NULL, "short weekday", initials[i]));

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_grid_attach (GTK_GRID (grid), label, i, 0, 1, 1);
    }
  add_cells (self, GTK_GRID (grid), month);
  gtk_box_append (GTK_BOX (box), grid);

  return box;
}

static void
ggov_year_view_dispose (GObject *object)
{
  g_clear_pointer (&GGOV_YEAR_VIEW (object)->clock, ggov_office_clock_unref);

  G_OBJECT_CLASS (ggov_year_view_parent_class)->dispose (object);
}

static void
ggov_year_view_class_init (GgovYearViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_year_view_dispose;

  signals[SELECTED] = g_signal_new ("selected", GGOV_TYPE_YEAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
ggov_year_view_init (GgovYearView *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selected = GGOV_CALENDAR_FIRST_DAY;
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_homogeneous (GTK_GRID (grid), TRUE);
  for (int month = 0; month < N_MONTHS; month++)
    gtk_grid_attach (GTK_GRID (grid), make_month (self, month), month % N_COLUMNS,
                     month / N_COLUMNS, 1, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "year");
  adw_bin_set_child (ADW_BIN (self), grid);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
ggov_year_view_show_clock (GgovYearView    *self,
                           GgovOfficeClock *clock)
{
  g_return_if_fail (GGOV_IS_YEAR_VIEW (self));

  ggov_office_clock_ref (clock);
  g_clear_pointer (&self->clock, ggov_office_clock_unref);
  self->clock = clock;
  show_year (self);
}

void
ggov_year_view_set_today (GgovYearView *self,
                          int           today)
{
  g_return_if_fail (GGOV_IS_YEAR_VIEW (self));

  self->today = today;
  show_year (self);
}

void
ggov_year_view_select (GgovYearView *self,
                       int           day)
{
  int old, year, old_year;

  g_return_if_fail (GGOV_IS_YEAR_VIEW (self));

  old = self->selected;
  self->selected = clamp_day (day);
  ggov_local_day_to_date (old, &old_year, NULL, NULL);
  ggov_local_day_to_date (self->selected, &year, NULL, NULL);
  if (year != old_year)
    show_year (self);
  else if (self->clock)
    {
      mark_selected (self, find_cell (self, old), old);
      mark_selected (self, find_cell (self, self->selected), self->selected);
    }

  if (self->selected != old)
    g_signal_emit (self, signals[SELECTED], 0);
}

int
ggov_year_view_get_selected (GgovYearView *self)
{
  g_return_val_if_fail (GGOV_IS_YEAR_VIEW (self), 0);

  return self->selected;
}

void
ggov_year_view_focus (GgovYearView *self)
{
  GtkWidget *cell;

  g_return_if_fail (GGOV_IS_YEAR_VIEW (self));

  cell = find_cell (self, self->selected);
  if (cell)
    gtk_widget_grab_focus (cell);
}

gboolean
ggov_year_view_is_own (GgovOfficeClock *clock,
                       int              day)
{
  g_autoptr(GArray) own = ggov_calendar_list_exceptions (ggov_office_clock_get_calendar (clock));

  for (guint i = 0; i < own->len; i++)
    if (g_array_index (own, GgovCalendarDay, i).day == day)
      return TRUE;

  return FALSE;
}

static const char *
get_kind_label (GgovOfficeClock *clock,
                GgovDayKind      kind,
                int              day)
{
  gboolean is_own = ggov_year_view_is_own (clock, day);

  switch (kind)
    {
    case GGOV_DAY_HOLIDAY:
      return is_own ? _("Day off of the office’s own") : _("Public holiday");

    case GGOV_DAY_MAKE_UP:
      return is_own ? _("Working day of the office’s own") : _("Make-up workday");

    case GGOV_DAY_WEEKEND:
      return _("Weekend");

    case GGOV_DAY_WORKING:
    default:
      return ggov_office_clock_is_working (clock, day) ? _("Working day")
                                                       : _("Closed by the office hours");
    }
}

char *
ggov_year_view_dup_kind (GgovOfficeClock *clock,
                         int              day)
{
  const char *name;
  GgovDayKind kind = ggov_calendar_get_kind (ggov_office_clock_get_calendar (clock), day, &name);
  const char *label = get_kind_label (clock, kind, day);

  return name ? g_strdup_printf ("%s · %s", label, name) : g_strdup (label);
}

const char *
ggov_year_view_get_weekday (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  return g_dpgettext2 (NULL, "weekday", weekdays[weekday - 1]);
}
