/* ggov-roster-page.c: who holds which post, what is vacant, and filling it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-roster-page-private.h"
#include "ggov-store-choices.h"
#include "ggov-store-person.h"
#include "ggov-store-vacancies.h"

/* What has to be read again for a change of these tables. */
static const char *const shown_tables[] = {
  "building", "community", "compound", "grid", "organisation", "party_organisation",
  "party_organisation_grid", "person", "plan", "plan_building", "post", "post_leave", "role", "unit",
  NULL,
};

/* What the page of a person tells besides. */
static const char *const person_tables[] = {
  "course", "course_role", "issue", "points_entry", "training_attendance", "training_certificate",
  "training_session", NULL,
};

enum {
  PROP_SESSION = 1,
  PROP_SHOW_VACANCIES,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovRosterPage, ggov_roster_page, ADW_TYPE_BIN)

const char *
_ggov_roster_page_get_day (GgovRosterPage *self)
{
  return self->day ? self->day : ggov_session_get_today (self->session);
}

/* An answer that comes after the window is gone, or after another office was opened, is too late. */
static gboolean
is_of_session (GgovRosterPage *self,
               GObject        *store)
{
  return self->session && gtk_widget_get_root (GTK_WIDGET (self)) &&
         ggov_session_get_store (self->session) == GGOV_STORE (store);
}

static void
show_error (GgovRosterPage *self,
            const GError   *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  adw_status_page_set_description (self->error_page, sentence);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* Whether one or none is selected, the screen shows without a number. */
static char *
dup_posts_count (GgovRosterPage *self)
{
  guint n_chosen = _ggov_roster_page_count_chosen (self);
  g_autofree char *number = ggov_number_dup_text (self->n_posts);
  g_autofree char *posts = g_strdup_printf (ngettext ("%s post", "%s posts", self->n_posts), number);
  g_autofree char *chosen = ggov_number_dup_text (n_chosen);

  if (n_chosen < 2)
    return g_steal_pointer (&posts);

  /* Translators: "1,579 posts", then how many of them are selected */
  return g_strdup_printf (_("%1$s · %2$s selected"), posts, chosen);
}

/* Not before it is known. */
static void
show_count (GgovRosterPage *self)
{
  guint n_vacant = ggov_vacancy_list_get_n (self->vacancy_list);
  g_autofree char *number = ggov_number_dup_text (n_vacant);
  g_autofree char *text =
    self->vacancies
      ? g_strdup_printf (ngettext ("%s vacant post", "%s vacant posts", n_vacant), number)
      : dup_posts_count (self);

  if (self->vacancies || !ggov_roster_list_is_asking (self->list))
    gtk_label_set_label (self->count_label, text);
}

void
_ggov_roster_page_update_view (GgovRosterPage *self)
{
  GgovRosterFilter filter;
  gboolean is_filtered = ggov_roster_filter_bar_read (self->filter_bar, &filter);
  gboolean is_person = ggov_person_pane_get_person (self->person_pane) && !self->vacancies;
  guint n = self->vacancies ? ggov_vacancy_list_get_n (self->vacancy_list) : self->n_posts;
  const char *name;

  if (self->is_whole && is_person)
    name = "person";
  else if (!self->vacancies && self->how != GGOV_ROSTER_VIEW_LIST)
    name = "tree";
  else if (n > 0)
    name = self->vacancies ? "vacancies" : "roster";
  else if (is_filtered)
    name = "no-match";
  else
    name = self->vacancies ? "no-vacancy" : "no-post";

  gtk_stack_set_visible_child_name (self->view, name);
  gtk_widget_set_visible (GTK_WIDGET (self->person_pane), is_person);
  gtk_stack_set_visible_child_name (self->stack, "content");
  if (self->vacancies || self->how == GGOV_ROSTER_VIEW_LIST)
    show_count (self);
  else
    _ggov_roster_page_show_tree_count (self);
}

static void
person_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovRosterPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPerson) person = ggov_store_get_person_finish (GGOV_STORE (object), result, &error);

  if (!is_of_session (self, object))
    return;

  /* Somebody else was asked for meanwhile, or the person is gone. */
  if (person && ggov_person_get_details (person)->id != self->person_id)
    return;

  ggov_person_pane_set_person (self->person_pane, person);
  gtk_widget_set_visible (GTK_WIDGET (self->person_pane), person && !self->vacancies);
  _ggov_roster_page_set_whole (self, self->is_whole && person);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster.close-person", person != NULL);
}

void
_ggov_roster_page_show_person (GgovRosterPage *self,
                               gint64          person_id)
{
  self->person_id = person_id;
  if (person_id == 0 || self->session == NULL)
    {
      ggov_person_pane_set_person (self->person_pane, NULL);
      _ggov_roster_page_set_whole (self, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->person_pane), FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster.close-person", FALSE);
      return;
    }

  ggov_store_get_person_async (ggov_session_get_store (self->session), person_id,
                               _ggov_roster_page_get_day (self), NULL, person_cb,
                               g_object_ref (self));
}

static void
selected_cb (GgovRosterPage *self)
{
  gint64 person_id = ggov_roster_list_get_person (self->list);

  /* Several are not one of them. */
  if (person_id != 0 || _ggov_roster_page_count_chosen (self) > 1)
    _ggov_roster_page_show_person (self, person_id);
  if (!self->vacancies && self->how == GGOV_ROSTER_VIEW_LIST)
    show_count (self);
}

static void
answered_cb (GgovRosterPage *self)
{
  if (self->session == NULL)
    return;

  self->n_posts = g_list_model_get_n_items (ggov_roster_list_get_shown (self->list));
  _ggov_roster_page_update_view (self);

  /* They may stand in the rest of the list. */
  if (self->is_awaited &&
      (ggov_roster_list_select_person (self->list, self->person_id) ||
       !ggov_roster_list_is_asking (self->list)))
    self->is_awaited = FALSE;
}

static void
failed_cb (GgovRosterPage *self,
           const GError   *error)
{
  show_error (self, error);
}

static void
vacancies_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovRosterPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_vacancies_finish (GGOV_STORE (object), result,
                                                                 &error);

  if (!is_of_session (self, object))
    return;

  if (rows)
    {
      ggov_vacancy_list_set_rows (self->vacancy_list, rows);
      _ggov_roster_page_update_view (self);
    }
  else
    show_error (self, error);
}

static void
communities_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GgovRosterPage) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices && is_of_session (self, object))
    ggov_roster_filter_bar_set_communities (self->filter_bar, choices);
}

static void
grids_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovRosterPage) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices && is_of_session (self, object))
    ggov_roster_filter_bar_set_grids (self->filter_bar, choices);
}

static void
read_roster (GgovRosterPage *self)
{
  GgovRosterFilter filter;

  ggov_roster_filter_bar_read (self->filter_bar, &filter);
  ggov_vacancy_list_set_filter (self->vacancy_list, &filter);
  _ggov_roster_page_ask_view (self, FALSE);
}

/* What stands beside the list. */
static void
read_others (GgovRosterPage *self)
{
  GgovStore *store = ggov_session_get_store (self->session);
  const char *day = _ggov_roster_page_get_day (self);

  _ggov_roster_page_show_person (self, self->person_id);
  ggov_store_list_choices_async (store, GGOV_CHOICE_COMMUNITIES, 0, day, NULL, communities_cb,
                                 g_object_ref (self));
  ggov_store_list_choices_async (store, GGOV_CHOICE_GRIDS, 0, day, NULL, grids_cb,
                                 g_object_ref (self));
  ggov_store_list_vacancies_async (store, day, NULL, vacancies_cb, g_object_ref (self));
}

void
_ggov_roster_page_read (GgovRosterPage *self,
                        gboolean        everything)
{
  if (self->session == NULL)
    return;

  read_roster (self);
  if (everything)
    read_others (self);
}

/* Words are looked for in the list. */
static void
typing_cb (GgovRosterPage *self)
{
  if (self->session && self->how == GGOV_ROSTER_VIEW_LIST)
    ggov_roster_list_prepare (self->list, ggov_session_get_store (self->session));
}

static void
filter_cb (GgovRosterPage *self)
{
  GgovRosterFilter filter;

  _ggov_roster_page_keep_view (self);
  ggov_roster_filter_bar_read (self->filter_bar, &filter);
  if (*filter.text && self->how != GGOV_ROSTER_VIEW_LIST)
    {
      g_object_set (self, "view", "list", NULL);
      return;
    }

  _ggov_roster_page_read (self, FALSE);
}

static void
sorted_cb (GgovRosterPage *self)
{
  _ggov_roster_page_keep_order (self);
  _ggov_roster_page_read (self, FALSE);
}

static gboolean
concerns (const char *const *shown,
          const char *const *changed)
{
  for (guint i = 0; changed[i]; i++)
    if (g_strv_contains (shown, changed[i]))
      return TRUE;

  return FALSE;
}

static void
changed_cb (GgovRosterPage     *self,
            const char * const *tables)
{
  if (concerns (shown_tables, tables))
    {
      _ggov_roster_page_ask_view (self, TRUE);
      read_others (self);
    }
  if (self->is_whole && concerns (person_tables, tables))
    _ggov_roster_page_set_whole (self, TRUE);
}

static void
day_chosen_cb (GgovRosterPage *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  if (self->session && !g_str_equal (day, _ggov_roster_page_get_day (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "roster.set-day", "s", day);
}

static void
forget (GgovRosterPage *self)
{
  g_clear_pointer (&self->day, g_free);
  self->is_awaited = FALSE;
  self->n_posts = 0;
  ggov_roster_list_ask (self->list, NULL, NULL, NULL);
  ggov_roster_tree_ask (self->tree, NULL, GGOV_TREE_PLACES, NULL, NULL);
  ggov_vacancy_list_set_rows (self->vacancy_list, NULL);
  _ggov_roster_page_show_person (self, 0);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

static void
set_session (GgovRosterPage *self,
             GgovSession    *session)
{
  if (self->session == session)
    return;

  if (self->session)
    g_signal_handlers_disconnect_by_data (ggov_session_get_store (self->session), self);

  g_set_object (&self->session, session);
  forget (self);
  if (session)
    {
      g_signal_connect_object (ggov_session_get_store (session), "changed",
                               G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_activate_action (GTK_WIDGET (self), "roster.set-day", "s", "");
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
set_show_vacancies (GgovRosterPage *self,
                    gboolean        vacancies)
{
  if (self->vacancies == vacancies)
    return;

  self->vacancies = vacancies;
  self->is_whole = FALSE;
  _ggov_roster_page_update_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_VACANCIES]);
}

static void
ggov_roster_page_dispose (GObject *object)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->day, g_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ggov_roster_page_parent_class)->dispose (object);
}

static void
ggov_roster_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (prop_id == PROP_SHOW_VACANCIES)
    g_value_set_boolean (value, self->vacancies);
  else if (prop_id == PROP_VIEW)
    g_value_set_static_string (value, _ggov_roster_page_get_view (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_roster_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (object);

  if (prop_id == PROP_SESSION)
    set_session (self, g_value_get_object (value));
  else if (prop_id == PROP_SHOW_VACANCIES)
    set_show_vacancies (self, g_value_get_boolean (value));
  else if (prop_id == PROP_VIEW)
    _ggov_roster_page_set_view (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-roster-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, day_button);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, list);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, person_page);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, person_pane);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, tree);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, vacancy_list);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterPage, view);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, sorted_cb);
  gtk_widget_class_bind_template_callback (widget_class, typing_cb);
}

static void
ggov_roster_page_class_init (GgovRosterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_roster_page_dispose;
  object_class->get_property = ggov_roster_page_get_property;
  object_class->set_property = ggov_roster_page_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GGOV_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_VACANCIES] =
    g_param_spec_boolean ("show-vacancies", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL, "list",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GGOV_TYPE_PERSON_PAGE);
  g_type_ensure (GGOV_TYPE_PERSON_PANE);
  g_type_ensure (GGOV_TYPE_ROSTER_FILTER_BAR);
  g_type_ensure (GGOV_TYPE_ROSTER_LIST);
  g_type_ensure (GGOV_TYPE_ROSTER_TREE);
  g_type_ensure (GGOV_TYPE_VACANCY_LIST);
  bind_template (widget_class);
  _ggov_roster_page_bind_many (widget_class);
  _ggov_roster_page_bind_views (widget_class);
  _ggov_roster_page_install_actions (widget_class);
}

static void
ggov_roster_page_init (GgovRosterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  _ggov_roster_page_add_shortcuts (self);
  _ggov_roster_page_restore (self);
}

void
ggov_roster_page_show_record (GtkWidget  *page,
                              const char *kind,
                              gint64      id)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (page);

  g_return_if_fail (g_str_equal (kind, "person"));

  set_show_vacancies (self, FALSE);
  self->is_awaited = TRUE;
  self->is_whole = TRUE;
  _ggov_roster_page_show_person (self, id);
  if (self->how == GGOV_ROSTER_VIEW_LIST && self->session &&
      !ggov_roster_list_is_asking (self->list))
    answered_cb (self);
}

GgovRosterList *
ggov_roster_page_get_list (GgovRosterPage *self)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_PAGE (self), NULL);

  return self->list;
}
