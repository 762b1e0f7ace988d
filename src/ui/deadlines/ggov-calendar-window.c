/* ggov-calendar-window.c: which days the office works, a year at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-calendar-window.h"
#include "ggov-clock-offer.h"
#include "ggov-error-text.h"
#include "ggov-hours-dialog.h"
#include "ggov-local-time.h"
#include "ggov-notice-button.h"
#include "ggov-store-clock.h"
#include "ggov-year-notice.h"
#include "ggov-year-view.h"

struct _GgovCalendarWindow
{
  AdwWindow         parent_instance;

  GtkWidget        *page;    /* (nullable) (weak) */
  GgovSession      *session; /* (nullable): NULL once disposed of */

  /* From the template. */
  GtkLabel         *day_label;
  GtkLabel         *facts_label;
  GtkLabel         *hours_label;
  GtkLabel         *kind_label;
  GtkEditable      *name_entry;
  AdwToastOverlay  *toasts;
  GgovYearView     *year;
  GtkLabel         *year_label;
};

G_DEFINE_FINAL_TYPE (GgovCalendarWindow, ggov_calendar_window, ADW_TYPE_WINDOW)

/* Showing ----------------------------------------------------------------------------------- */

static int
get_year (GgovCalendarWindow *self)
{
  int year;

  ggov_local_day_to_date (ggov_year_view_get_selected (self->year), &year, NULL, NULL);

  return year;
}

static void
show_facts (GgovCalendarWindow *self,
            GgovOfficeClock    *clock)
{
  GgovCalendar *calendar = ggov_office_clock_get_calendar (clock);
  int year = get_year (self);
  int first = ggov_local_day_from_date (year, 1, 1);
  int end = ggov_local_day_from_date (year + 1, 1, 1);
  int n = ggov_calendar_count_working (calendar, end) - ggov_calendar_count_working (calendar, first);
  g_autofree char *title = g_strdup_printf ("%d", year);
  g_autofree char *days = g_strdup_printf (ngettext ("%d working day", "%d working days", n), n);
  g_autofree char *text = NULL;

  if (ggov_calendar_is_announced (calendar, year))
    text = g_strdup_printf (_("%s. The holidays are announced."), days);
  else
    text = g_strdup_printf (_("%s by the weekends alone. The holidays are not announced: deadlines "
                              "that reach this year are provisional."), days);

  gtk_label_set_label (self->year_label, title);
  gtk_label_set_label (self->facts_label, text);
}

static char *
dup_hours (GgovOfficeClock *clock,
           int              day)
{
  GgovWorkHours *hours = ggov_office_clock_get_hours (clock, day);
  g_autofree char *text = NULL;

  if (!ggov_office_clock_is_working (clock, day) || hours == NULL)
    return g_strdup (_("The office is closed."));

  text = ggov_work_hours_to_string (hours);

  return g_strdup_printf (C_("office hours", "Open %s"), text);
}

static void
update_actions (GgovCalendarWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GgovOfficeClock *clock = self->session ? ggov_session_get_clock (self->session) : NULL;
  gboolean is_named = *gtk_editable_get_text (self->name_entry) != '\0';
  gboolean is_own = clock && ggov_year_view_is_own (clock, ggov_year_view_get_selected (self->year));

  gtk_widget_action_set_enabled (widget, "calendar.set-off", is_named);
  gtk_widget_action_set_enabled (widget, "calendar.set-on", is_named);
  gtk_widget_action_set_enabled (widget, "calendar.set-plain", is_own);
}

static void
show_day (GgovCalendarWindow *self,
          GgovOfficeClock    *clock)
{
  int day = ggov_year_view_get_selected (self->year);
  g_autofree char *date = ggov_local_day_format (day);
  g_autofree char *kind = ggov_year_view_dup_kind (clock, day);
  g_autofree char *hours = dup_hours (clock, day);
  /* Translators: a date, and a day of the week */
  g_autofree char *title =
    g_strdup_printf (C_("day", "%1$s, %2$s"), date,
                     ggov_year_view_get_weekday (ggov_local_day_get_weekday (day)));

  gtk_label_set_label (self->day_label, title);
  gtk_label_set_label (self->kind_label, kind);
  gtk_label_set_label (self->hours_label, hours);
  update_actions (self);
}

static void
show (GgovCalendarWindow *self)
{
  GgovOfficeClock *clock = ggov_session_get_clock (self->session);

  show_facts (self, clock);
  show_day (self, clock);
}

/* What was typed for a day stays until another one is looked at. */
static void
selected_cb (GgovCalendarWindow *self)
{
  GgovOfficeClock *clock = self->session ? ggov_session_get_clock (self->session) : NULL;
  int day = ggov_year_view_get_selected (self->year);
  const char *name = NULL;

  if (clock == NULL)
    return;

  ggov_calendar_get_kind (ggov_office_clock_get_calendar (clock), day, &name);
  gtk_editable_set_text (self->name_entry, name && ggov_year_view_is_own (clock, day) ? name : "");
  show (self);
}

/* The session asks before this one does, so that its clock is the new one by now. */
static void
clock_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovCalendarWindow) self = user_data;
  g_autoptr(GgovOfficeClock) clock = ggov_store_get_clock_finish (GGOV_STORE (object), result, NULL);

  if (self->session == NULL || clock == NULL)
    return;

  ggov_year_view_show_clock (self->year, ggov_session_get_clock (self->session));
  show (self);
}

static void
reload (GgovCalendarWindow *self)
{
  ggov_store_get_clock_async (ggov_session_get_store (self->session), NULL, clock_cb,
                              g_object_ref (self));
}

static void
changed_cb (GgovCalendarWindow *self,
            GStrv               tables)
{
  const char *const *written = (const char *const *) tables;

  if (g_strv_contains (written, GGOV_STORE_CLOCK_DAYS) ||
      g_strv_contains (written, GGOV_STORE_CLOCK_SCHEDULE))
    reload (self);
}

/* Changing ---------------------------------------------------------------------------------- */

static void
say (GgovCalendarWindow *self,
     const char         *sentence,
     gint64              change_id)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (change_id != 0)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      /* The target first: an action without the target it asks for is warned of. */
      adw_toast_set_action_target (toast, "(sx)", sentence, change_id);
      adw_toast_set_action_name (toast, "calendar.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
done (GObject    *data,
      const char *sentence,
      gint64      change_id)
{
  GgovCalendarWindow *self = GGOV_CALENDAR_WINDOW (data);

  if (self->session == NULL)
    return;

  say (self, sentence, change_id);
  if (change_id == 0)
    return;

  /* Where Ctrl+Z takes back the change, not what was typed. */
  ggov_year_view_focus (self->year);
  if (self->page)
    gtk_widget_activate_action (self->page, "win.announce-change", "(sx)", sentence, change_id);
}

static void
offer (GgovCalendarWindow  *self,
       const GgovClockDeed *deed)
{
  if (self->session)
    ggov_clock_offer_ask (GTK_WINDOW (self), self->session, deed, done, G_OBJECT (self));
}

static void
set_day_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovCalendarWindow *self = GGOV_CALENDAR_WINDOW (widget);
  const GgovClockDeed deed = {
    .day = ggov_year_view_get_selected (self->year),
    .kind = g_str_equal (action_name, "calendar.set-off")  ? GGOV_DAY_HOLIDAY
            : g_str_equal (action_name, "calendar.set-on") ? GGOV_DAY_MAKE_UP
                                                           : GGOV_DAY_WORKING,
    .name = gtk_editable_get_text (self->name_entry),
  };

  offer (self, &deed);
}

static void
take_file (GgovCalendarWindow *self,
           GFile              *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) json = path ? ggov_year_notice_read (path, &error) : NULL;
  const GgovClockDeed deed = { .notice = json };

  if (json == NULL)
    say (self, error ? error->message : _("The file cannot be read."), 0);
  else
    offer (self, &deed);
}

static void
file_response_cb (GtkNativeDialog    *chooser,
                  int                 response,
                  GgovCalendarWindow *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file)
    take_file (self, file);

  g_object_unref (chooser);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GtkFileChooserNative *chooser = ggov_notice_chooser_new (GTK_WINDOW (widget));

  g_signal_connect_object (chooser, "response", G_CALLBACK (file_response_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
import_file_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  take_file (GGOV_CALENDAR_WINDOW (widget), file);
}

static void
entries_cb (GgovCalendarWindow *self,
            const char         *entries)
{
  const GgovClockDeed deed = { .entries = entries };

  offer (self, &deed);
}

static void
edit_hours_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovCalendarWindow *self = GGOV_CALENDAR_WINDOW (widget);
  GgovHoursDialog *dialog;

  if (self->session == NULL)
    return;

  dialog = ggov_hours_dialog_new (
    GTK_WINDOW (self), ggov_office_clock_get_schedule (ggov_session_get_clock (self->session)));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (entries_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Going --------------------------------------------------------------------------------------- */

static void
go_year_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovCalendarWindow *self = GGOV_CALENDAR_WINDOW (widget);
  int by = g_str_equal (action_name, "calendar.next-year") ? 1 : -1;
  int year, month, of_month;

  ggov_local_day_to_date (ggov_year_view_get_selected (self->year), &year, &month, &of_month);
  /* A leap day goes to the last of February. */
  of_month = month == 2 ? MIN (of_month, 28) : of_month;
  ggov_year_view_select (self->year, ggov_local_day_from_date (year + by, month, of_month));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovCalendarWindow *self = GGOV_CALENDAR_WINDOW (widget);

  if (self->page && parameter)
    gtk_widget_activate_action_variant (self->page, "win.undo-change", parameter);
  else if (self->page)
    gtk_widget_activate_action (self->page, "win.undo", NULL);
}

/* The widget ---------------------------------------------------------------------------------- */

/* The arrow keys are for the days from the start. */
static void
ggov_calendar_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ggov_calendar_window_parent_class)->map (widget);
  ggov_year_view_focus (GGOV_CALENDAR_WINDOW (widget)->year);
}

/* A window that is closed lives on until what it asked for has answered, longer maybe than the one
 * it stood over. */
static void
ggov_calendar_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ggov_calendar_window_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
ggov_calendar_window_dispose (GObject *object)
{
  GgovCalendarWindow *self = GGOV_CALENDAR_WINDOW (object);

  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ggov_calendar_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "calendar.edit-hours", NULL, edit_hours_cb);
  gtk_widget_class_install_action (klass, "calendar.import", NULL, import_cb);
  gtk_widget_class_install_action (klass, "calendar.import-file", "s", import_file_cb);
  gtk_widget_class_install_action (klass, "calendar.next-year", NULL, go_year_cb);
  gtk_widget_class_install_action (klass, "calendar.previous-year", NULL, go_year_cb);
  gtk_widget_class_install_action (klass, "calendar.set-off", NULL, set_day_cb);
  gtk_widget_class_install_action (klass, "calendar.set-on", NULL, set_day_cb);
  gtk_widget_class_install_action (klass, "calendar.set-plain", NULL, set_day_cb);
  gtk_widget_class_install_action (klass, "calendar.undo", "(sx)", undo_cb);
  gtk_widget_class_install_action (klass, "calendar.undo-latest", NULL, undo_cb);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, 0, "calendar.next-year", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, 0, "calendar.previous-year", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, GDK_CONTROL_MASK, "calendar.import", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, GDK_CONTROL_MASK, "calendar.edit-hours",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "calendar.undo-latest",
                                       NULL);
}

static void
ggov_calendar_window_class_init (GgovCalendarWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_calendar_window_dispose;
  widget_class->map = ggov_calendar_window_map;
  widget_class->unrealize = ggov_calendar_window_unrealize;

  g_type_ensure (GGOV_TYPE_YEAR_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/deadlines/ggov-calendar-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovCalendarWindow, day_label);
  gtk_widget_class_bind_template_child (widget_class, GgovCalendarWindow, facts_label);
  gtk_widget_class_bind_template_child (widget_class, GgovCalendarWindow, hours_label);
  gtk_widget_class_bind_template_child (widget_class, GgovCalendarWindow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, GgovCalendarWindow, name_entry);
  gtk_widget_class_bind_template_child (widget_class, GgovCalendarWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GgovCalendarWindow, year);
  gtk_widget_class_bind_template_child (widget_class, GgovCalendarWindow, year_label);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  install_actions (widget_class);
}

static void
ggov_calendar_window_init (GgovCalendarWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

GgovCalendarWindow *
ggov_calendar_window_new (GtkWidget   *page,
                          GgovSession *session)
{
  GgovCalendarWindow *self;
  int today;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_CALENDAR_WINDOW, "transient-for", gtk_widget_get_root (page), NULL);
  g_set_weak_pointer (&self->page, page);
  if (!ggov_local_day_parse (ggov_session_get_today (session), &today, NULL))
    today = ggov_local_time_get_day (ggov_session_get_now (session));
  ggov_year_view_select (self->year, today);
  ggov_year_view_set_today (self->year, today);
  ggov_year_view_show_clock (self->year, ggov_session_get_clock (session));

  self->session = g_object_ref (session);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  selected_cb (self);
  reload (self);

  return self;
}
