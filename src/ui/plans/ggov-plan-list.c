/* ggov-plan-list.c: the plans of a community, and how to begin one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-name-plan-dialog.h"
#include "ggov-plan-list.h"
#include "ggov-retire-plan-dialog.h"
#include "ggov-store-plans.h"

struct _GgovPlanList
{
  AdwBin        parent_instance;

  GgovSession  *session;     /* (nullable) */
  GArray       *ids;         /* (element-type gint64): of the communities, as the choice has them */
  GListModel   *listed;      /* (nullable) (element-type GgovPlan): what is shown */
  GCancellable *cancellable; /* of the reading under way */
  gboolean      is_told;     /* while the choice is set from outside */

  /* From the template. */
  GtkWidget    *back_button;
  GtkDropDown  *communities;
  GtkWidget    *from_plan_button;
  GtkListBox   *plans;
};

G_DEFINE_FINAL_TYPE (GgovPlanList, ggov_plan_list, ADW_TYPE_BIN)

static gint64
get_community (GgovPlanList *self)
{
  guint selected = gtk_drop_down_get_selected (self->communities);

  return selected < self->ids->len ? g_array_index (self->ids, gint64, selected) : 0;
}

/* "begun by Li on 2026-03-02" */
static char *
dup_author (GgovPlan *plan)
{
  const GgovPlanRow *row = ggov_plan_get_row (plan);
  g_autofree char *day = NULL;

  if (row->account == NULL)
    return NULL;

  day = ggov_local_day_format (ggov_local_time_get_day (row->at));
  if (ggov_plan_get_state (plan) == GGOV_PLAN_DRAFT)
    /* Translators: who began a draft, and on which day */
    return g_strdup_printf (_("begun by %1$s on %2$s"), row->account, day);

  /* Translators: who approved a plan, and on which day */
  return g_strdup_printf (_("approved by %1$s on %2$s"), row->account, day);
}

/* "Draft · 10 grids · begun by Li on 2026-03-02", and below it what was noted */
static char *
dup_facts (GgovPlan *plan)
{
  const GgovPlanRow *row = ggov_plan_get_row (plan);
  g_autofree char *grids = g_strdup_printf (ngettext ("%d grid", "%d grids", row->grids),
                                            (int) row->grids);
  g_autofree char *author = dup_author (plan);
  g_autofree char *facts = NULL;
  g_autofree char *all = NULL;

  if (row->valid_from && row->valid_to)
    /* Translators: the first and the last day of a plan */
    facts = g_strdup_printf (_("%1$s to %2$s"), row->valid_from, row->valid_to);
  else if (row->valid_from)
    /* Translators: the first day of a plan */
    facts = g_strdup_printf (_("from %s"), row->valid_from);
  else if (row->valid_to)
    /* Translators: the last day of a plan */
    facts = g_strdup_printf (_("to %s"), row->valid_to);
  else if (ggov_plan_is_overtaken (plan))
    facts = g_strdup (_("overtaken by another plan"));

  all = facts ? g_strjoin (" · ", row->state, facts, grids, author, NULL)
              : g_strjoin (" · ", row->state, grids, author, NULL);

  return row->note && *row->note != '\0' ? g_strjoin ("\n", all, row->note, NULL)
                                         : g_steal_pointer (&all);
}

static void
add_discard_button (AdwActionRow *row,
                    gint64        id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _("Discard the draft"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Discard the draft"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "map.discard-draft");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  adw_action_row_add_suffix (row, button);
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          gint64      id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static void
add_menu_button (AdwActionRow *row,
                 GgovPlan     *plan)
{
  const GgovPlanRow *facts = ggov_plan_get_row (plan);
  g_autofree char *label = g_strdup_printf (_("More of %s"), facts->name);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  add_item (menu, _("_Name and Note…"), "plans.name", facts->id);
  add_item (menu, _("_Copy as Draft"), "plans.copy", facts->id);
  if (ggov_plan_is_overtaken (plan))
    add_item (menu, _("_Follow the Latest Plan"), "plans.rebase", facts->id);
  add_item (menu, _("_Export…"), "plans.export", facts->id);
  if (ggov_plan_get_state (plan) != GGOV_PLAN_DRAFT && facts->valid_to == NULL)
    add_item (menu, _("_Retire…"), "plans.retire", facts->id);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Name, note, copy, export or retire it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
new_row (GgovPlan *plan)
{
  const GgovPlanRow *facts = ggov_plan_get_row (plan);
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *open = gtk_button_new_from_icon_name ("go-next-symbolic");
  g_autofree char *subtitle = dup_facts (plan);
  g_autofree char *label = g_strdup_printf (_("Open %s"), facts->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), facts->name);
  adw_action_row_set_subtitle (row, subtitle);
  add_menu_button (row, plan);
  if (ggov_plan_get_state (plan) == GGOV_PLAN_DRAFT)
    add_discard_button (row, facts->id);

  gtk_widget_set_tooltip_text (open, _("Show it on the map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (open, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "map.open-plan");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "x", facts->id);
  adw_action_row_add_suffix (row, open);
  adw_action_row_set_activatable_widget (row, open);

  return GTK_WIDGET (row);
}

static gboolean
has_same_plans (GListModel *a,
                GListModel *b)
{
  guint n = a ? g_list_model_get_n_items (a) : 0;

  if (a == NULL || b == NULL || g_list_model_get_n_items (b) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovPlan) was = g_list_model_get_item (a, i);
      g_autoptr(GgovPlan) is = g_list_model_get_item (b, i);

      if (!ggov_plan_equal (was, is))
        return FALSE;
    }

  return TRUE;
}

/* Rows that say the same stay: a button that goes away while it is pressed does nothing. */
static void
show_plans (GgovPlanList *self,
            GListModel   *plans)
{
  gboolean has_plan = FALSE;
  GtkWidget *row;

  if (has_same_plans (self->listed, plans))
    return;

  g_set_object (&self->listed, plans);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->plans))))
    gtk_list_box_remove (self->plans, row);

  for (guint i = 0; plans && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(GgovPlan) plan = g_list_model_get_item (plans, i);

      has_plan |= ggov_plan_get_state (plan) != GGOV_PLAN_DRAFT;
      gtk_list_box_append (self->plans, new_row (plan));
    }

  gtk_widget_set_visible (GTK_WIDGET (self->plans),
                          gtk_widget_get_first_child (GTK_WIDGET (self->plans)) != NULL);
  gtk_widget_set_sensitive (self->from_plan_button, has_plan);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovPlanList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) plans = ggov_store_list_plans_finish (GGOV_STORE (object), result, &error);

  if (plans && self->session)
    show_plans (self, plans);
  else if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
    }
}

void
ggov_plan_list_reload (GgovPlanList *self)
{
  gint64 community;

  g_return_if_fail (GGOV_IS_PLAN_LIST (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session == NULL || (community = get_community (self)) == 0)
    return;

  self->cancellable = g_cancellable_new ();
  ggov_store_list_plans_async (ggov_session_get_store (self->session), community,
                               ggov_session_get_today (self->session), self->cancellable,
                               listed_cb, g_object_ref (self));
}

static void
community_chosen_cb (GgovPlanList *self)
{
  if (!self->is_told)
    ggov_plan_list_reload (self);
}

static void
begin (GgovPlanList *self,
       gboolean      is_from_nothing)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "map.new-draft", "(xb)", get_community (self),
                              is_from_nothing);
}

static void
from_plan_cb (GgovPlanList *self)
{
  begin (self, FALSE);
}

static void
from_nothing_cb (GgovPlanList *self)
{
  begin (self, TRUE);
}

static GgovPlan *
find_plan (GgovPlanList *self,
           gint64        id)
{
  for (guint i = 0; self->listed && i < g_list_model_get_n_items (self->listed); i++)
    {
      g_autoptr(GgovPlan) plan = g_list_model_get_item (self->listed, i);

      if (ggov_plan_get_row (plan)->id == id)
        return g_steal_pointer (&plan);
    }

  return NULL;
}

static void
name_plan (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovPlanList *self = GGOV_PLAN_LIST (widget);
  g_autoptr(GgovPlan) plan = find_plan (self, g_variant_get_int64 (parameter));

  if (plan && self->session)
    ggov_name_plan_dialog_show (widget, self->session, plan);
}

static void
export_plan (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autoptr(GgovPlan) plan = find_plan (GGOV_PLAN_LIST (widget), g_variant_get_int64 (parameter));

  if (plan)
    gtk_widget_activate_action (widget, "win.export-plan", "(xs)", ggov_plan_get_row (plan)->id,
                                ggov_plan_get_row (plan)->name);
}

static void
retire_plan (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovPlanList *self = GGOV_PLAN_LIST (widget);
  g_autoptr(GgovPlan) plan = find_plan (self, g_variant_get_int64 (parameter));

  if (plan)
    ggov_retire_plan_dialog_show (widget, plan, self->listed);
}

/* Tells of a change, or why there is none. */
static void
tell (GtkWidget    *widget,
      const char   *sentence,
      gint64        change,
      const GError *error)
{
  g_autofree char *refusal = error ? ggov_error_dup_sentence (error) : NULL;

  if (refusal)
    gtk_widget_activate_action (widget, "win.show-message", "s", refusal);
  else
    gtk_widget_activate_action (widget, "win.announce-change", "(sx)", sentence, change);
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWidget) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change = 0;

  ggov_store_create_draft_finish (GGOV_STORE (object), result, &change, NULL, &error);
  tell (self, _("Plan copied as a draft"), change, error);
}

static void
copy_plan (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovPlanList *self = GGOV_PLAN_LIST (widget);

  if (self->session)
    ggov_store_copy_plan_async (ggov_session_get_store (self->session),
                                g_variant_get_int64 (parameter), NULL, NULL, copied_cb,
                                g_object_ref (self));
}

static void
rebased_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GtkWidget) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change = 0;

  ggov_store_change_finish (GGOV_STORE (object), result, &change, &error);
  tell (self, _("The draft follows the latest plan"), change, error);
}

static void
rebase_draft (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovPlanList *self = GGOV_PLAN_LIST (widget);

  if (self->session)
    ggov_store_rebase_draft_async (ggov_session_get_store (self->session),
                                   g_variant_get_int64 (parameter), NULL, rebased_cb,
                                   g_object_ref (self));
}

static void
ggov_plan_list_dispose (GObject *object)
{
  GgovPlanList *self = GGOV_PLAN_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->listed);
  g_clear_object (&self->cancellable);
  self->is_told = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_PLAN_LIST);

  G_OBJECT_CLASS (ggov_plan_list_parent_class)->dispose (object);
}

static void
ggov_plan_list_finalize (GObject *object)
{
  g_array_unref (GGOV_PLAN_LIST (object)->ids);

  G_OBJECT_CLASS (ggov_plan_list_parent_class)->finalize (object);
}

static void
ggov_plan_list_class_init (GgovPlanListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_plan_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_plan_list_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/plans/ggov-plan-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPlanList, back_button);
  gtk_widget_class_bind_template_child (widget_class, GgovPlanList, communities);
  gtk_widget_class_bind_template_child (widget_class, GgovPlanList, from_plan_button);
  gtk_widget_class_bind_template_child (widget_class, GgovPlanList, plans);
  gtk_widget_class_bind_template_callback (widget_class, community_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_nothing_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_plan_cb);
  gtk_widget_class_install_action (widget_class, "plans.copy", "x", copy_plan);
  gtk_widget_class_install_action (widget_class, "plans.export", "x", export_plan);
  gtk_widget_class_install_action (widget_class, "plans.name", "x", name_plan);
  gtk_widget_class_install_action (widget_class, "plans.rebase", "x", rebase_draft);
  gtk_widget_class_install_action (widget_class, "plans.retire", "x", retire_plan);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "map.hide-plans", NULL);
}

static void
ggov_plan_list_init (GgovPlanList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_communities (GgovPlanList *self,
                  GgovPlaces   *places,
                  gint64        chosen)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->ids, 0);
  for (guint i = 0; places && i < ggov_places_get_n_communities (places); i++)
    {
      const GgovPlacesCommunity *community = ggov_places_get_community (places, i);

      if (community->id == chosen)
        selected = i;
      g_array_append_val (self->ids, community->id);
      gtk_string_list_append (names, community->name);
    }

  self->is_told = TRUE;
  gtk_drop_down_set_model (self->communities, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->communities, selected);
  self->is_told = FALSE;
}

void
ggov_plan_list_show (GgovPlanList *self,
                     GgovSession  *session,
                     GgovPlaces   *places,
                     gint64        community_id)
{
  gint64 chosen;

  g_return_if_fail (GGOV_IS_PLAN_LIST (self));

  chosen = community_id != 0 ? community_id : get_community (self);
  g_set_object (&self->session, session);
  show_communities (self, places, chosen);
  ggov_plan_list_reload (self);
  gtk_widget_grab_focus (self->back_button);
}

gint64
ggov_plan_list_get_community (GgovPlanList *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN_LIST (self), 0);

  return get_community (self);
}
