/* ggov-residents-page.c: the register of residents: who lives where, and what is known of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-residents-page-private.h"
#include "ggov-store-register-fields.h"
#include "ggov-store-residents.h"

/* What has to be read again for a change of these tables. */
static const char *const shown_tables[] = {
  "building", "community", "compound", "dwelling", "grid", "household", "person", "plan",
  "plan_building", "register_event", "residence", "resident", "resident_group", "special_group", "unit",
  "visit", NULL,
};

enum {
  PROP_SESSION = 1,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovResidentsPage, ggov_residents_page, ADW_TYPE_BIN)

/* An answer that comes after the window is gone, or after another office was opened, is too late. */
static gboolean
is_of_session (GgovResidentsPage *self,
               GObject           *store)
{
  return self->session && gtk_widget_get_root (GTK_WIDGET (self)) &&
         ggov_session_get_store (self->session) == GGOV_STORE (store);
}

static void
show_error (GgovResidentsPage *self,
            const GError      *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  adw_status_page_set_description (self->error_page, sentence);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* The list -------------------------------------------------------------------------------- */

static void
show_count (GgovResidentsPage *self)
{
  guint n = g_list_model_get_n_items (ggov_residents_list_get_shown (self->list));
  g_autofree char *number = ggov_number_dup_text (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s resident", "%s residents", n), number);

  gtk_label_set_label (self->count_label, text);
}

static void
show_view (GgovResidentsPage *self)
{
  guint n = g_list_model_get_n_items (ggov_residents_list_get_shown (self->list));
  g_autofree char *visits = self->visits ? ggov_visit_list_dup_count (self->visit_list) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), !self->visits);
  gtk_stack_set_visible_child_name (self->view, self->visits ? "visits"
                                                : n > 0 ? "register" : "no-match");
  if (visits)
    gtk_label_set_label (self->count_label, visits);
  else if (!ggov_residents_list_is_asking (self->list))
    show_count (self);
}

static void
answered_cb (GgovResidentsPage *self)
{
  guint n = g_list_model_get_n_items (ggov_residents_list_get_shown (self->list));
  GgovResidentFilter filter;

  if (self->session == NULL || (n == 0 && ggov_residents_list_is_asking (self->list)))
    return;

  if (n == 0 && !ggov_residents_filter_bar_read (self->filter_bar, &filter))
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "content");
  show_view (self);
}

static void
failed_cb (GgovResidentsPage *self,
           const GError      *error)
{
  show_error (self, error);
}

static void
selected_cb (GgovResidentsPage *self)
{
  gint64 person_id = ggov_residents_list_get_person (self->list);

  if (self->session && person_id != 0)
    _ggov_residents_page_look_at (self, person_id);
}

static void
activated_cb (GgovResidentsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "residents.edit", NULL);
}

void
_ggov_residents_page_ask (GgovResidentsPage *self)
{
  GgovResidentFilter filter;

  if (self->session == NULL)
    return;

  ggov_residents_filter_bar_read (self->filter_bar, &filter);
  ggov_residents_list_ask (self->list, ggov_session_get_store (self->session),
                           ggov_session_get_today (self->session), &filter);
}

static void
filter_cb (GgovResidentsPage *self)
{
  _ggov_residents_page_ask (self);
}

static void
sorted_cb (GgovResidentsPage *self)
{
  _ggov_residents_page_keep_order (self);
  _ggov_residents_page_ask (self);
}

/* The resident ---------------------------------------------------------------------------- */

void
_ggov_residents_page_show_sheet (GgovResidentsPage *self)
{
  const char *const actions[] = { "residents.close", "residents.edit",
                                  "residents.join-group", "residents.merge", "residents.print",
                                  "residents.reveal", "residents.visit" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->sheet != NULL);
  ggov_resident_pane_show (self->pane, self->catalogue, self->sheet, self->members, self->whole);
}

static void
members_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovResidentsPage) self = user_data;
  g_autoptr(GListModel) members = ggov_store_list_members_finish (GGOV_STORE (object), result, NULL);

  if (!is_of_session (self, object) || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;

  g_set_object (&self->members, members);
  _ggov_residents_page_show_sheet (self);
}

/* Nobody is shown until their household is there: the pane would jump. */
static void
take_sheet (GgovResidentsPage *self,
            GgovResidentSheet *sheet)
{
  GgovResident *home = sheet ? ggov_resident_sheet_get_home (sheet) : NULL;

  g_set_object (&self->sheet, sheet);
  if (home)
    {
      ggov_store_list_members_async (ggov_session_get_store (self->session),
                                     ggov_resident_get_record (home)->household_id,
                                     ggov_session_get_today (self->session), self->reading, members_cb,
                                     g_object_ref (self));
      return;
    }

  g_clear_object (&self->members);
  _ggov_residents_page_show_sheet (self);
}

static void
sheet_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovResidentsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovResidentSheet) sheet = ggov_store_get_resident_finish (GGOV_STORE (object), result,
                                                                       &error);

  if (!is_of_session (self, object) || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;

  /* Who was entered twice is found under both numbers. */
  if (sheet)
    self->person_id = ggov_resident_sheet_get_person_id (sheet);

  take_sheet (self, sheet);
}

static void
read_sheet (GgovResidentsPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->session == NULL || self->person_id == 0)
    return;

  self->reading = g_cancellable_new ();
  ggov_store_get_resident_async (ggov_session_get_store (self->session), self->person_id,
                                 ggov_session_get_today (self->session), self->reading, sheet_cb,
                                 g_object_ref (self));
}

void
_ggov_residents_page_look_at (GgovResidentsPage *self,
                              gint64             person_id)
{
  if (person_id != self->person_id)
    self->whole = FALSE;
  self->person_id = person_id;
  read_sheet (self);
  if (person_id != 0)
    return;

  g_clear_object (&self->sheet);
  g_clear_object (&self->members);
  _ggov_residents_page_show_sheet (self);
}

/* Visits ---------------------------------------------------------------------------------- */

static void
planned_cb (GgovResidentsPage *self)
{
  if (self->visits)
    show_view (self);
}

static void
visit_selected_cb (GgovResidentsPage *self)
{
  gint64 person_id = ggov_visit_list_get_person (self->visit_list);

  if (self->session && person_id != 0)
    _ggov_residents_page_look_at (self, person_id);
}

/* Whose turn it is is not read before somebody asks. */
static void
set_visits (GgovResidentsPage *self,
            gboolean           visits)
{
  if (self->visits == visits)
    return;

  self->visits = visits;
  ggov_visit_list_show (self->visit_list, visits ? self->session : NULL);
  show_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* Reading --------------------------------------------------------------------------------- */

static void
catalogue_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovResidentsPage) self = user_data;
  g_autoptr(GgovRegisterCatalogue) catalogue =
    ggov_store_get_register_fields_finish (GGOV_STORE (object), result, NULL);

  if (catalogue == NULL || !is_of_session (self, object))
    return;

  g_clear_pointer (&self->catalogue, ggov_register_catalogue_unref);
  self->catalogue = g_steal_pointer (&catalogue);
  ggov_residents_list_set_catalogue (self->list, self->catalogue);
  ggov_residents_filter_bar_set_catalogue (self->filter_bar, self->catalogue);
  _ggov_residents_page_ask (self);
  _ggov_residents_page_show_sheet (self);
}

/* The list is asked for once it is known what there is to be filled in. */
static void
read_catalogue (GgovResidentsPage *self)
{
  ggov_store_get_register_fields_async (ggov_session_get_store (self->session), NULL, catalogue_cb,
                                        g_object_ref (self));
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
changed_cb (GgovResidentsPage *self,
            const char *const *tables)
{
  if (g_strv_contains (tables, "register_field"))
    read_catalogue (self);
  if (!concerns (shown_tables, tables))
    return;

  ggov_residents_list_ask_again (self->list);
  read_sheet (self);
  if (self->visits)
    ggov_visit_list_show_again (self->visit_list);
}

static void
forget (GgovResidentsPage *self)
{
  ggov_residents_list_select (self->list, 0);
  ggov_residents_list_ask (self->list, NULL, NULL, NULL);
  _ggov_residents_page_look_at (self, 0);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

static void
set_session (GgovResidentsPage *self,
             GgovSession       *session)
{
  if (self->session == session)
    return;

  if (self->session)
    g_signal_handlers_disconnect_by_data (ggov_session_get_store (self->session), self);

  g_set_object (&self->session, session);
  forget (self);
  ggov_residents_filter_bar_set_session (self->filter_bar, session);
  ggov_visit_list_show (self->visit_list, self->visits ? session : NULL);
  if (session)
    {
      g_signal_connect_object (ggov_session_get_store (session), "changed",
                               G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      read_catalogue (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* Object ---------------------------------------------------------------------------------- */

/* Nobody sees what was revealed once the page is left. */
static void
ggov_residents_page_unmap (GtkWidget *widget)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);

  GTK_WIDGET_CLASS (ggov_residents_page_parent_class)->unmap (widget);
  if (self->whole)
    {
      self->whole = FALSE;
      _ggov_residents_page_show_sheet (self);
    }
}

static void
ggov_residents_page_dispose (GObject *object)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->catalogue, ggov_register_catalogue_unref);
  g_clear_object (&self->sheet);
  g_clear_object (&self->members);

  G_OBJECT_CLASS (ggov_residents_page_parent_class)->dispose (object);
}

static void
ggov_residents_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, GGOV_RESIDENTS_PAGE (object)->session);
  else if (prop_id == PROP_VIEW)
    g_value_set_static_string (value, GGOV_RESIDENTS_PAGE (object)->visits ? "visits" : "register");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_residents_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (GGOV_RESIDENTS_PAGE (object), g_value_get_object (value));
  else if (prop_id == PROP_VIEW)
    set_visits (GGOV_RESIDENTS_PAGE (object),
                g_strcmp0 (g_value_get_string (value), "visits") == 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/residents/ggov-residents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsPage, list);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsPage, view);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsPage, visit_list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, planned_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, sorted_cb);
  gtk_widget_class_bind_template_callback (widget_class, visit_selected_cb);
}

static void
ggov_residents_page_class_init (GgovResidentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_residents_page_dispose;
  object_class->get_property = ggov_residents_page_get_property;
  object_class->set_property = ggov_residents_page_set_property;
  widget_class->unmap = ggov_residents_page_unmap;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GGOV_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL, "register",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GGOV_TYPE_RESIDENT_PANE);
  g_type_ensure (GGOV_TYPE_RESIDENTS_FILTER_BAR);
  g_type_ensure (GGOV_TYPE_RESIDENTS_LIST);
  g_type_ensure (GGOV_TYPE_VISIT_LIST);
  bind_template (widget_class);
  _ggov_residents_page_install_actions (widget_class);
}

static void
ggov_residents_page_init (GgovResidentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  _ggov_residents_page_add_keys (self);
  _ggov_residents_page_restore (self);
  _ggov_residents_page_show_sheet (self);
}

void
ggov_residents_page_show_record (GtkWidget  *page,
                                 const char *kind,
                                 gint64      id)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (page);

  g_return_if_fail (g_str_equal (kind, "resident"));

  ggov_residents_list_select (self->list, id);
  _ggov_residents_page_look_at (self, id);
}

GgovResidentsList *
ggov_residents_page_get_list (GgovResidentsPage *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENTS_PAGE (self), NULL);

  return self->list;
}
