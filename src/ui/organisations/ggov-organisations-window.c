/* ggov-organisations-window.c: the office's organisations, what they leave open, and the chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-organisations-window-private.h"
#include "ggov-store-choices.h"
#include "ggov-store-organisations.h"

/* What the window tells is of these tables. */
static const char * const tables[] = {
  "community", "grid", "organisation", "organisation_activity", "organisation_contact",
  "organisation_grid", "organisation_resource", "party_member", "party_organisation",
  "party_organisation_grid", "person", "post", "role", "sub_district", "unit", NULL
};

enum
{
  PROP_0,
  PROP_WITH_ENDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovOrganisationsWindow, ggov_organisations_window, ADW_TYPE_WINDOW)

const char *
_ggov_organisations_window_get_day (GgovOrganisationsWindow *self)
{
  return ggov_day_button_get_day (self->day_button);
}

void
_ggov_organisations_window_show_error (GgovOrganisationsWindow *self,
                                       const GError            *error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *markup = NULL;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  markup = g_markup_escape_text (sentence, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

/* Only the latest question's answer is shown. */
static GCancellable *
begin (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();

  return *cancellable;
}

/* The chosen one --------------------------------------------------------------------------- */

/* A department’s people mostly hold the same post on each grid. */
static void
find_usual_role (GgovOrganisationsWindow *self,
                 GListModel              *lines)
{
  g_clear_pointer (&self->usual_role, g_free);
  for (guint i = 0; i < g_list_model_get_n_items (lines) && self->usual_role == NULL; i++)
    {
      g_autoptr(GgovOrganisationLine) line = g_list_model_get_item (lines, i);

      if (g_str_equal (ggov_organisation_line_get_row (line)->kind, "post"))
        self->usual_role = g_strdup (ggov_organisation_line_get_row (line)->code);
    }
}

static void
lines_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovOrganisationsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) lines = ggov_store_list_organisation_lines_finish (GGOV_STORE (object),
                                                                           result, &error);

  if (self->session == NULL)
    return;

  _ggov_organisations_window_show_error (self, error);
  if (lines == NULL)
    return;

  find_usual_role (self, lines);
  ggov_organisation_pane_show (self->pane, ggov_organisation_list_get_chosen (self->list), lines);
}

static void
chosen_cb (GgovOrganisationsWindow *self)
{
  GgovOrganisation *chosen = ggov_organisation_list_get_chosen (self->list);
  const GgovOrganisationRow *row = chosen ? ggov_organisation_get_row (chosen) : NULL;

  ggov_organisation_pane_show (self->pane, chosen, NULL);
  _ggov_organisations_window_update_actions (self);
  if (row)
    ggov_store_list_organisation_lines_async (
      ggov_session_get_store (self->session), row->kind, row->id,
      _ggov_organisations_window_get_day (self), begin (&self->looking), lines_cb,
      g_object_ref (self));
}

/* Lists ------------------------------------------------------------------------------------ */

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovOrganisationsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_organisations_finish (GGOV_STORE (object), result,
                                                                     &error);

  if (self->session == NULL)
    return;

  _ggov_organisations_window_show_error (self, error);
  if (rows)
    ggov_organisation_list_set_rows (self->list, rows);
}

static void
list_organisations (GgovOrganisationsWindow *self)
{
  const GgovOrganisationFilter filter = {
    .text = ggov_organisation_list_get_text (self->list), .with_ended = self->with_ended,
  };

  ggov_store_list_organisations_async (ggov_session_get_store (self->session), &filter,
                                       _ggov_organisations_window_get_day (self),
                                       begin (&self->listing), listed_cb, g_object_ref (self));
}

static void
gaps_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovOrganisationsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_coverage_gaps_finish (GGOV_STORE (object), result,
                                                                     &error);

  if (self->session == NULL)
    return;

  _ggov_organisations_window_show_error (self, error);
  if (rows)
    ggov_coverage_list_set_rows (self->coverage, rows);
}

static void
chart_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovOrganisationsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) nodes = ggov_store_list_chart_finish (GGOV_STORE (object), result, &error);

  if (self->session == NULL)
    return;

  _ggov_organisations_window_show_error (self, error);
  if (nodes)
    ggov_chart_view_set_nodes (self->chart, nodes);
}

/* They count all of a big office: only once somebody looks at them. */
static void
read_views (GgovOrganisationsWindow *self)
{
  const char *view = gtk_stack_get_visible_child_name (self->views);
  GgovStore *store = self->session ? ggov_session_get_store (self->session) : NULL;
  const char *day = _ggov_organisations_window_get_day (self);

  if (!self->is_stale || store == NULL || g_strcmp0 (view, "list") == 0)
    return;

  self->is_stale = FALSE;
  ggov_store_list_coverage_gaps_async (store, day, NULL, gaps_cb, g_object_ref (self));
  ggov_store_list_chart_async (store, day, NULL, chart_cb, g_object_ref (self));
}

static void
view_cb (GgovOrganisationsWindow *self)
{
  read_views (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "chart") == 0)
    ggov_chart_view_start (self->chart);
}

static void
communities_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GgovOrganisationsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_choices_finish (GGOV_STORE (object), result, &error);

  if (self->session == NULL)
    return;

  _ggov_organisations_window_show_error (self, error);
  g_set_object (&self->communities, rows);
  _ggov_organisations_window_update_actions (self);
}

static void
read_all (GgovOrganisationsWindow *self)
{
  if (self->session == NULL)
    return;

  ggov_store_list_choices_async (ggov_session_get_store (self->session), GGOV_CHOICE_COMMUNITIES, 0,
                                 _ggov_organisations_window_get_day (self), NULL, communities_cb,
                                 g_object_ref (self));
  list_organisations (self);
  self->is_stale = TRUE;
  read_views (self);
}

static void
changed_cb (GgovOrganisationsWindow *self,
            GStrv                    changed)
{
  for (guint i = 0; changed[i]; i++)
    if (g_strv_contains (tables, changed[i]))
      {
        read_all (self);
        return;
      }
}

static void
searched_cb (GgovOrganisationsWindow *self)
{
  if (self->session)
    list_organisations (self);
}

/* The window ------------------------------------------------------------------------------- */

static void
ggov_organisations_window_dispose (GObject *object)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (object);

  g_cancellable_cancel (self->listing);
  g_cancellable_cancel (self->looking);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->session);
  g_clear_object (&self->communities);
  g_clear_pointer (&self->usual_role, g_free);
  g_clear_object (&self->listing);
  g_clear_object (&self->looking);

  G_OBJECT_CLASS (ggov_organisations_window_parent_class)->dispose (object);
}

static void
ggov_organisations_window_get_property (GObject    *object,
                                        guint       prop_id,
                                        GValue     *value,
                                        GParamSpec *pspec)
{
  if (prop_id == PROP_WITH_ENDED)
    g_value_set_boolean (value, GGOV_ORGANISATIONS_WINDOW (object)->with_ended);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_organisations_window_set_property (GObject      *object,
                                        guint         prop_id,
                                        const GValue *value,
                                        GParamSpec   *pspec)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (object);

  if (prop_id != PROP_WITH_ENDED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  if (self->with_ended == g_value_get_boolean (value))
    return;

  self->with_ended = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
  if (self->session)
    list_organisations (self);
}

static void
ggov_organisations_window_class_init (GgovOrganisationsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_organisations_window_dispose;
  G_OBJECT_CLASS (klass)->get_property = ggov_organisations_window_get_property;
  G_OBJECT_CLASS (klass)->set_property = ggov_organisations_window_set_property;

  properties[PROP_WITH_ENDED] =
    g_param_spec_boolean ("with-ended", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (GGOV_TYPE_CHART_VIEW);
  g_type_ensure (GGOV_TYPE_COVERAGE_LIST);
  g_type_ensure (GGOV_TYPE_DAY_BUTTON);
  g_type_ensure (GGOV_TYPE_ORGANISATION_LIST);
  g_type_ensure (GGOV_TYPE_ORGANISATION_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/organisations/ggov-organisations-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationsWindow, chart);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationsWindow, coverage);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationsWindow, day_button);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationsWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationsWindow, views);
  gtk_widget_class_bind_template_callback (widget_class, _ggov_organisations_window_end_gap);
  gtk_widget_class_bind_template_callback (widget_class, _ggov_organisations_window_go);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_all);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  _ggov_organisations_window_install_actions (widget_class);
}

static void
ggov_organisations_window_init (GgovOrganisationsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  _ggov_organisations_window_add_shortcuts (self);
  _ggov_organisations_window_update_actions (self);
}

GgovOrganisationsWindow *
ggov_organisations_window_new (GtkWindow   *parent,
                               GgovSession *session)
{
  GgovOrganisationsWindow *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_ORGANISATIONS_WINDOW, "transient-for", parent, NULL);
  g_set_weak_pointer (&self->page, GTK_WIDGET (parent));
  ggov_day_button_set_today (self->day_button, ggov_session_get_today (session));
  self->session = g_object_ref (session);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  ggov_organisation_list_start (self->list);
  read_all (self);

  return self;
}

void
ggov_organisations_window_choose (GgovOrganisationsWindow *self,
                                  const char              *view,
                                  const char              *day)
{
  g_return_if_fail (GGOV_IS_ORGANISATIONS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->views, view);
  if (day && g_strcmp0 (day, _ggov_organisations_window_get_day (self)) != 0)
    ggov_day_button_set_day (self->day_button, day);
}
