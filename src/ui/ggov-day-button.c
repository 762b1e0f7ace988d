/* ggov-day-button.c: a day to choose from a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-day-button.h"
#include "ggov-local-time.h"

struct _GgovDayButton
{
  AdwBin         parent_instance;

  char          *today;    /* (nullable): ISO day */
  char          *day;      /* (nullable): likewise, the one that is chosen */
  gboolean       is_quiet; /* while the calendar is told */

  /* From the template. */
  GtkMenuButton *button;
  GtkCalendar   *calendar;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovDayButton, ggov_day_button, ADW_TYPE_BIN)

static void
choose (GgovDayButton *self,
        const char    *day)
{
  if (g_strcmp0 (day, self->day) == 0)
    return;

  g_free (self->day);
  self->day = g_strdup (day);
  gtk_menu_button_set_label (self->button, day);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The calendar says itself which day is chosen, also when it is told. */
static void
show_in_calendar (GgovDayButton *self,
                  const char    *iso)
{
  g_autoptr(GDateTime) date = NULL;
  int day, year, month, day_of_month;

  if (!ggov_local_day_parse (iso, &day, NULL))
    return;

  ggov_local_day_to_date (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  self->is_quiet = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->is_quiet = FALSE;
}

static void
day_selected_cb (GgovDayButton *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  if (!self->is_quiet)
    choose (self, day);
}

static void
today_cb (GgovDayButton *self)
{
  ggov_day_button_set_day (self, self->today);
  gtk_menu_button_popdown (self->button);
}

static void
ggov_day_button_finalize (GObject *object)
{
  GgovDayButton *self = GGOV_DAY_BUTTON (object);

  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->day, g_free);

  G_OBJECT_CLASS (ggov_day_button_parent_class)->finalize (object);
}

static void
ggov_day_button_class_init (GgovDayButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_day_button_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/ggov-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovDayButton, button);
  gtk_widget_class_bind_template_child (widget_class, GgovDayButton, calendar);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
}

static void
ggov_day_button_init (GgovDayButton *self)
{
  self->is_quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_quiet = FALSE;
}

void
ggov_day_button_set_today (GgovDayButton *self,
                           const char    *today)
{
  g_return_if_fail (GGOV_IS_DAY_BUTTON (self));
  g_return_if_fail (today != NULL);

  g_free (self->today);
  self->today = g_strdup (today);
  today_cb (self);
}

void
ggov_day_button_set_day (GgovDayButton *self,
                         const char    *day)
{
  g_return_if_fail (GGOV_IS_DAY_BUTTON (self));
  g_return_if_fail (day != NULL);

  show_in_calendar (self, day);
  choose (self, day);
}

const char *
ggov_day_button_get_day (GgovDayButton *self)
{
  g_return_val_if_fail (GGOV_IS_DAY_BUTTON (self), NULL);

  return self->day;
}
