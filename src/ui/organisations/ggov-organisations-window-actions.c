/* ggov-organisations-window-actions.c: what a user does with organisations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-office-role.h"
#include "ggov-organisation-dialogs.h"
#include "ggov-organisation-line-dialogs.h"
#include "ggov-organisations-window-private.h"
#include "ggov-store-roles.h"

#define TOAST_S 8 /* seconds */

/* A line of an organisation that is asked for once the roles are known. */
typedef struct
{
  GgovOrganisationsWindow *window; /* (owned) */
  char                    *owner_kind;
  gint64                   owner_id;
  char                    *owner;
  gint64                   grid_id;
  char                    *grid;   /* (nullable) */
  char                    *role;   /* (nullable): code of the one that is chosen first */
} PostWish;

static void
post_wish_free (PostWish *wish)
{
  g_clear_object (&wish->window);
  g_free (wish->owner_kind);
  g_free (wish->owner);
  g_free (wish->grid);
  g_free (wish->role);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PostWish, post_wish_free)

static const GgovOrganisationRow *
get_chosen (GgovOrganisationsWindow *self)
{
  GgovOrganisation *chosen = ggov_organisation_list_get_chosen (self->list);

  return chosen ? ggov_organisation_get_row (chosen) : NULL;
}

/* Organisations ---------------------------------------------------------------------------- */

static void
show_dialog (GgovOrganisationsWindow *self,
             GgovOrganisation        *known,
             const char              *kind,
             gint64                   community_id)
{
  const GgovOrganisationWish wish = {
    .known = known,
    .kind = kind,
    .community_id = community_id,
    .communities = self->communities,
    .organisations = ggov_organisation_list_get_rows (self->list),
    .day = _ggov_organisations_window_get_day (self),
  };

  if (wish.communities && wish.organisations)
    ggov_organisation_dialog_show (GTK_WIDGET (self), self->session, &wish);
}

void
_ggov_organisations_window_add (GgovOrganisationsWindow *self,
                                const char              *kind,
                                gint64                   community_id)
{
  show_dialog (self, NULL, kind, community_id);
}

/* One of the kind that is shown, where only that is. */
static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (widget);
  const char *kind = ggov_organisation_list_get_kind (self->list);

  show_dialog (self, NULL, kind ? kind : "co_building", 0);
}

static void
change (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (widget);

  if (get_chosen (self))
    show_dialog (self, ggov_organisation_list_get_chosen (self->list), NULL, 0);
}

static void
end (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (widget);

  if (get_chosen (self))
    ggov_organisation_end_dialog_show (widget, self->session,
                                       ggov_organisation_list_get_chosen (self->list),
                                       _ggov_organisations_window_get_day (self));
}

/* Lines ------------------------------------------------------------------------------------ */

/* Posts on grids that are no one's whole work: the others are appointed on the roster. */
static GListModel *
choose_roles (GListModel *roles)
{
  GListStore *chosen = g_list_store_new (GGOV_TYPE_OFFICE_ROLE);

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);
      const GgovOfficeRoleRecord *record = ggov_office_role_get_record (role);

      if (g_str_equal (record->scope, "grid") && record->valid_to == NULL &&
          !g_str_equal (record->cardinality, "one-to-one"))
        g_list_store_append (chosen, role);
    }

  return G_LIST_MODEL (chosen);
}

static void
roles_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PostWish) post = user_data;
  GgovOrganisationsWindow *self = post->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) all = ggov_store_list_roles_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GListModel) roles = all ? choose_roles (all) : NULL;
  GgovOrganisationLineWish wish = {
    .line = "post", .owner_kind = post->owner_kind, .owner_id = post->owner_id,
    .owner = post->owner, .duty = post->role, .grid_id = post->grid_id, .grid = post->grid,
    .roles = roles,
  };

  if (self->session == NULL)
    return;

  _ggov_organisations_window_show_error (self, error);
  wish.day = _ggov_organisations_window_get_day (self);
  if (roles)
    ggov_organisation_line_dialog_show (GTK_WIDGET (self), self->session, &wish);
}

void
_ggov_organisations_window_add_line (GgovOrganisationsWindow *self,
                                     const char              *line,
                                     const char              *owner_kind,
                                     gint64                   owner_id,
                                     const char              *owner,
                                     gint64                   grid_id,
                                     const char              *grid,
                                     const char              *duty)
{
  const GgovOrganisationLineWish wish = {
    .line = line, .owner_kind = owner_kind, .owner_id = owner_id, .owner = owner, .duty = duty,
    .grid_id = grid_id, .grid = grid, .day = _ggov_organisations_window_get_day (self),
  };
  PostWish *post;

  if (!g_str_equal (line, "post"))
    {
      ggov_organisation_line_dialog_show (GTK_WIDGET (self), self->session, &wish);
      return;
    }

  post = g_new0 (PostWish, 1);
  post->window = g_object_ref (self);
  post->owner_kind = g_strdup (owner_kind);
  post->owner_id = owner_id;
  post->owner = g_strdup (owner);
  post->grid_id = grid_id;
  post->grid = g_strdup (grid);
  post->role = g_strdup (duty);
  ggov_store_list_roles_async (ggov_session_get_store (self->session), wish.day, NULL, roles_cb,
                               post);
}

static void
add_line (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (widget);
  const GgovOrganisationRow *row = get_chosen (self);
  const char *line = g_variant_get_string (parameter, NULL);

  if (row)
    _ggov_organisations_window_add_line (self, line, row->kind, row->id, row->name, 0, NULL,
                                         g_str_equal (line, "post") ? self->usual_role : NULL);
}

static void
end_line (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (widget);
  const GgovOrganisationRow *row = get_chosen (self);
  GgovOrganisationLineWish wish = { NULL };
  const char *what;
  gint64 id;

  if (row == NULL)
    return;

  g_variant_get (parameter, "(&sx&s)", &wish.line, &id, &what);
  wish.owner_kind = row->kind;
  wish.owner_id = row->id;
  wish.owner = row->name;
  wish.day = _ggov_organisations_window_get_day (self);
  ggov_organisation_end_line_dialog_show (widget, self->session, &wish, id, what);
}

/* Looking ---------------------------------------------------------------------------------- */

static void
print (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (widget);
  const char *view = gtk_stack_get_visible_child_name (self->views);
  gboolean is_chart = g_str_equal (action_name, "organisations.print-chart") ||
                      (g_str_equal (action_name, "organisations.print") &&
                       g_strcmp0 (view, "chart") == 0);
  g_auto(GVariantDict) wishes = G_VARIANT_DICT_INIT (NULL);
  const char *text = ggov_organisation_list_get_text (self->list);

  if (self->page == NULL)
    return;

  g_variant_dict_insert (&wishes, "day", "s", _ggov_organisations_window_get_day (self));
  if (!is_chart && *text)
    g_variant_dict_insert (&wishes, "text", "s", text);
  gtk_widget_activate_action (self->page, "win.print-paper", "(s@a{sv})",
                              is_chart ? "organisation-chart" : "organisations",
                              g_variant_dict_end (&wishes));
}

static void
show_view (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_stack_set_visible_child_name (GGOV_ORGANISATIONS_WINDOW (widget)->views,
                                    g_variant_get_string (parameter, NULL));
}

static void
start_search (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->views, "list");
  ggov_organisation_list_start (self->list);
}

/* The office's window does what it is asked for by its dialogs and pages. */
static void
forward (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (widget);

  if (self->page)
    gtk_widget_activate_action_variant (self->page, action_name, parameter);
}

static void
show_record (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (widget);

  forward (widget, action_name, parameter);
  if (self->page)
    gtk_window_present (GTK_WINDOW (self->page));
}

/* Told here, where the user looks; it can be undone there, too. */
static void
announce_change (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovOrganisationsWindow *self = GGOV_ORGANISATIONS_WINDOW (widget);
  g_autofree char *markup = NULL;
  const char *sentence;
  AdwToast *toast;

  g_variant_get (parameter, "(&sx)", &sentence, NULL);
  markup = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_timeout (toast, TOAST_S);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_target_value (toast, parameter);
  adw_toast_set_action_name (toast, "win.undo-change");
  adw_toast_overlay_add_toast (self->toasts, toast);
  forward (widget, action_name, parameter);
}

void
_ggov_organisations_window_update_actions (GgovOrganisationsWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GgovOrganisationRow *row = get_chosen (self);

  gtk_widget_action_set_enabled (widget, "organisations.add", self->communities != NULL);
  gtk_widget_action_set_enabled (widget, "organisations.change", row && self->communities);
  gtk_widget_action_set_enabled (widget, "organisations.end", row && row->until == NULL);
  gtk_widget_action_set_enabled (widget, "organisations.add-line", row != NULL);
  gtk_widget_action_set_enabled (widget, "organisations.end-line", row != NULL);
}

/* Before the entry that has the cursor, as in the office's window: what was written to the office is
 * meant, not what was typed. */
void
_ggov_organisations_window_add_shortcuts (GgovOrganisationsWindow *self)
{
  static const struct
  {
    const char *keys;
    const char *action;
  } shortcuts[] = {
    { "<Control>z", "action(win.undo)" },
    { "<Control><Shift>z", "action(win.redo)" },
    { "<Control>y", "action(win.redo)" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                        gtk_shortcut_action_parse_string (shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const char * const views[] = { "list", "coverage", "chart" };
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_Escape, 0, "window.close" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "organisations.add" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "organisations.change" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "organisations.end" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "organisations.start-search" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "organisations.print" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action,
                                         NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + i, GDK_ALT_MASK,
                                         "organisations.show-view", "s", views[i]);
}

void
_ggov_organisations_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "organisations.add", NULL, add);
  gtk_widget_class_install_action (klass, "organisations.add-line", "s", add_line);
  gtk_widget_class_install_action (klass, "organisations.change", NULL, change);
  gtk_widget_class_install_action (klass, "organisations.end", NULL, end);
  gtk_widget_class_install_action (klass, "organisations.end-line", "(sxs)", end_line);
  gtk_widget_class_install_action (klass, "organisations.print", NULL, print);
  gtk_widget_class_install_action (klass, "organisations.print-chart", NULL, print);
  gtk_widget_class_install_action (klass, "organisations.print-list", NULL, print);
  gtk_widget_class_install_action (klass, "organisations.show-view", "s", show_view);
  gtk_widget_class_install_action (klass, "organisations.start-search", NULL, start_search);
  gtk_widget_class_install_property_action (klass, "organisations.with-ended", "with-ended");
  gtk_widget_class_install_action (klass, "win.announce-change", "(sx)", announce_change);
  gtk_widget_class_install_action (klass, "win.redo", NULL, forward);
  gtk_widget_class_install_action (klass, "win.show-message", "s", forward);
  gtk_widget_class_install_action (klass, "win.show-record", "(sx)", show_record);
  gtk_widget_class_install_action (klass, "win.undo", NULL, forward);
  gtk_widget_class_install_action (klass, "win.undo-change", "(sx)", forward);
  add_keys (klass);
}
