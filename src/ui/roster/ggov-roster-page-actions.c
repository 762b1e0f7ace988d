/* ggov-roster-page-actions.c: what can be done on the roster's page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "ggov-appoint-dialog.h"
#include "ggov-page-keys.h"
#include "ggov-roster-page-private.h"

static const GgovPageKey keys[] = {
  { "<Control>1", "roster.view", "list" },
  { "<Control>2", "roster.view", "places" },
  { "<Control>3", "roster.view", "roles" },
  { "<Control>4", "roster.view", "organisations" },
  { "<Control><Shift>c", "roster.copy" },
  { "<Control><Shift>x", "roster.export" },
  { "<Control><Shift>m", "roster.copy-chat" },
  { "<Shift>F10", "roster.show-menu" },
  { "Menu", "roster.show-menu" },
  { "<Control><Shift>f", "roster.start-filter" },
  { "<Control>e", "roster.show-vacancies" },
  { "<Control><Shift>l", "roster.show-load" },
  { "Escape", "roster.close-person" },
};

static void
add_wish (GVariantDict *wishes,
          const char   *name,
          const char   *text)
{
  if (text && *text != '\0')
    g_variant_dict_insert (wishes, name, "s", text);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  g_auto(GVariantDict) wishes = G_VARIANT_DICT_INIT (NULL);
  GgovRosterFilter filter;

  if (self->session == NULL)
    return;

  ggov_roster_filter_bar_read (self->filter_bar, &filter);
  add_wish (&wishes, "day", _ggov_roster_page_get_day (self));
  add_wish (&wishes, "place", filter.place_code);
  add_wish (&wishes, "role", filter.role);
  add_wish (&wishes, "text", filter.text);
  gtk_widget_activate_action (widget, "win.print-paper", "(s@a{sv})", "roster",
                              g_variant_dict_end (&wishes));
}

static void
copy_phone_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  GgovPerson *person = ggov_person_pane_get_person (self->person_pane);

  if (person && ggov_person_get_details (person)->phone)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                            ggov_person_get_details (person)->phone);
}

static void
show_organisations (GgovRosterPage *self,
                    const char     *view)
{
  if (self->session)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-organisations-on", "(ss)", view,
                                _ggov_roster_page_get_day (self));
}

/* On the day of the roster. */
static void
show_organisations_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  show_organisations (GGOV_ROSTER_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
appoint_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  GgovVacancy *vacancy = ggov_vacancy_list_find (self->vacancy_list,
                                                 g_variant_get_int64 (parameter));

  if (vacancy == NULL || self->session == NULL)
    return;

  if (g_str_equal (ggov_vacancy_get_record (vacancy)->role_code, GGOV_VACANCY_PARTY_ORGANISATION))
    show_organisations (self, "coverage");
  else
    ggov_appoint_dialog_show (widget, self->session, vacancy);
}

/* The calendar says itself which day is chosen, also when it is told. */
static void
show_day (GgovRosterPage *self)
{
  g_auto(GStrv) parts = g_strsplit (_ggov_roster_page_get_day (self), "-", 3);
  g_autoptr(GDateTime) date = NULL;
  /* Translators: the day that a list is of */
  g_autofree char *label = g_strdup_printf (_("As of %s"), _ggov_roster_page_get_day (self));

  if (g_strv_length (parts) == 3)
    date = g_date_time_new_local (atoi (parts[0]), atoi (parts[1]), atoi (parts[2]), 12, 0, 0);
  if (date)
    gtk_calendar_select_day (self->calendar, date);

  gtk_menu_button_set_label (self->day_button, label);
  if (self->day)
    gtk_widget_add_css_class (GTK_WIDGET (self->day_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->day_button), "accent");
}

static void
set_day_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  const char *day = g_variant_get_string (parameter, NULL);

  if (self->session == NULL)
    return;

  g_free (self->day);
  self->day = *day && !g_str_equal (day, ggov_session_get_today (self->session)) ? g_strdup (day)
                                                                                 : NULL;
  show_day (self);
  gtk_menu_button_popdown (self->day_button);
  _ggov_roster_page_read (self, TRUE);
}

static void
clear_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_roster_filter_bar_clear (GGOV_ROSTER_PAGE (widget)->filter_bar);
}

static void
start_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_roster_filter_bar_start (GGOV_ROSTER_PAGE (widget)->filter_bar);
}

static void
close_person_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);

  if (self->is_whole)
    _ggov_roster_page_set_whole (self, FALSE);
  else
    _ggov_roster_page_show_person (self, 0);
}

void
_ggov_roster_page_add_shortcuts (GgovRosterPage *self)
{
  ggov_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster.close-person", FALSE);
}

void
_ggov_roster_page_install_actions (GtkWidgetClass *klass)
{
  _ggov_roster_page_install_post_actions (klass);
  _ggov_roster_page_install_row_actions (klass);
  gtk_widget_class_install_action (klass, "roster.appoint", "x", appoint_cb);
  gtk_widget_class_install_action (klass, "roster.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (klass, "roster.close-person", NULL, close_person_cb);
  gtk_widget_class_install_action (klass, "roster.copy-phone", NULL, copy_phone_cb);
  gtk_widget_class_install_action (klass, "page.print", NULL, print_cb);
  gtk_widget_class_install_action (klass, "roster.print", NULL, print_cb);
  gtk_widget_class_install_action (klass, "roster.set-day", "s", set_day_cb);
  gtk_widget_class_install_action (klass, "roster.show-organisations", "s", show_organisations_cb);
  gtk_widget_class_install_action (klass, "roster.start-filter", NULL, start_filter_cb);
  gtk_widget_class_install_property_action (klass, "roster.show-vacancies", "show-vacancies");
}
