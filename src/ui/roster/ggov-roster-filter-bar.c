/* ggov-roster-filter-bar.c: which part of the roster is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-choice.h"
#include "ggov-role-catalogue.h"
#include "ggov-roster-filter-bar.h"

/* Before a role of a family of several. */
#define INDENT "\342\200\203"

struct _GgovRosterFilterBar
{
  AdwBin       parent_instance;

  GListModel  *all_grids; /* (nullable) (element-type GgovChoice) */
  gboolean     is_quiet;  /* several choices are made as one */

  /* From the template. */
  GtkWidget   *clear;
  GtkDropDown *community;
  GtkDropDown *grid;
  GtkDropDown *role;
  GtkEditable *text;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovRosterFilterBar, ggov_roster_filter_bar, ADW_TYPE_BIN)

static const GgovChoiceFields *
get_chosen (GtkDropDown *drop_down)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (drop_down);

  return choice && gtk_drop_down_get_selected (drop_down) > 0 ? ggov_choice_get_fields (choice)
                                                              : NULL;
}

static gint64
get_chosen_id (GtkDropDown *drop_down)
{
  const GgovChoiceFields *chosen = get_chosen (drop_down);

  return chosen ? chosen->id : 0;
}

static void
changed_cb (GgovRosterFilterBar *self)
{
  GgovRosterFilter filter;

  if (self->is_quiet)
    return;

  gtk_widget_set_visible (self->clear, ggov_roster_filter_bar_read (self, &filter));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_choice (GListStore *store,
               const char *code,
               const char *label)
{
  const GgovChoiceFields fields = { .code = code, .name = label };
  g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

  g_list_store_append (store, choice);
}

/* Offers @choices after a first line that stands for all of them. */
static void
offer (GtkDropDown *drop_down,
       const char  *all,
       GListModel  *choices,
       gint64       parent_id)
{
  g_autoptr(GListStore) store = g_list_store_new (GGOV_TYPE_CHOICE);
  gint64 chosen = get_chosen_id (drop_down);
  guint selected = 0;

  append_choice (store, NULL, all);
  for (guint i = 0; choices && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);
      const GgovChoiceFields *fields = ggov_choice_get_fields (choice);

      if (parent_id != 0 && fields->parent_id != parent_id)
        continue;

      if (fields->id == chosen)
        selected = g_list_model_get_n_items (G_LIST_MODEL (store));
      g_list_store_append (store, choice);
    }

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (store));
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
offer_grids (GgovRosterFilterBar *self)
{
  gboolean was_quiet = self->is_quiet;

  self->is_quiet = TRUE;
  offer (self->grid, _("All grids"), self->all_grids, get_chosen_id (self->community));
  self->is_quiet = was_quiet;
}

static void
community_cb (GgovRosterFilterBar *self)
{
  if (self->is_quiet)
    return;

  offer_grids (self);
  changed_cb (self);
}

static guint
count_roles (GgovRoleCatalogue *roles,
             const char        *family)
{
  guint n = 0;

  for (guint i = 0; i < ggov_role_catalogue_get_n_roles (roles); i++)
    n += g_str_equal (ggov_role_catalogue_get_role (roles, i)->family, family);

  return n;
}

static void
append_roles (GListStore        *store,
              GgovRoleCatalogue *roles,
              const char        *family,
              gboolean           is_indented)
{
  for (guint i = 0; i < ggov_role_catalogue_get_n_roles (roles); i++)
    {
      const GgovRole *role = ggov_role_catalogue_get_role (roles, i);
      g_autofree char *label = g_strconcat (is_indented ? INDENT : "", ggov_role_get_label (role),
                                            NULL);

      if (g_str_equal (role->family, family))
        append_choice (store, role->code, label);
    }
}

static void
offer_roles (GgovRosterFilterBar *self)
{
  g_autoptr(GgovRoleCatalogue) roles = ggov_role_catalogue_new_default ();
  g_autoptr(GListStore) store = g_list_store_new (GGOV_TYPE_CHOICE);

  append_choice (store, NULL, _("All posts"));
  for (guint i = 0; i < ggov_role_catalogue_get_n_families (roles); i++)
    {
      const GgovRoleFamily *family = ggov_role_catalogue_get_family (roles, i);
      gboolean is_several = count_roles (roles, family->code) > 1;

      if (is_several)
        append_choice (store, family->code, ggov_role_family_get_label (family));
      append_roles (store, roles, family->code, is_several);
    }
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (store));
}

static void
name_choices (GtkDropDown *drop_down)
{
  g_autoptr(GtkExpression) label = gtk_property_expression_new (GGOV_TYPE_CHOICE, NULL, "label");

  gtk_drop_down_set_expression (drop_down, label);
}

static void
ggov_roster_filter_bar_dispose (GObject *object)
{
  GgovRosterFilterBar *self = GGOV_ROSTER_FILTER_BAR (object);

  self->is_quiet = TRUE;
  g_clear_object (&self->all_grids);

  G_OBJECT_CLASS (ggov_roster_filter_bar_parent_class)->dispose (object);
}

static void
ggov_roster_filter_bar_class_init (GgovRosterFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_roster_filter_bar_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-roster-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovRosterFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterFilterBar, community);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterFilterBar, grid);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterFilterBar, role);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterFilterBar, text);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, community_cb);

  g_type_ensure (GGOV_TYPE_CHOICE);
}

static void
ggov_roster_filter_bar_init (GgovRosterFilterBar *self)
{
  self->is_quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  name_choices (self->community);
  name_choices (self->grid);
  name_choices (self->role);
  offer (self->community, _("All communities"), NULL, 0);
  offer_grids (self);
  offer_roles (self);
  self->is_quiet = FALSE;
}

void
ggov_roster_filter_bar_set_communities (GgovRosterFilterBar *self,
                                        GListModel          *communities)
{
  g_return_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self));

  self->is_quiet = TRUE;
  offer (self->community, _("All communities"), communities, 0);
  self->is_quiet = FALSE;
}

void
ggov_roster_filter_bar_set_grids (GgovRosterFilterBar *self,
                                  GListModel          *grids)
{
  g_return_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self));

  g_set_object (&self->all_grids, grids);
  offer_grids (self);
}

gboolean
ggov_roster_filter_bar_read (GgovRosterFilterBar *self,
                             GgovRosterFilter    *filter)
{
  const GgovChoiceFields *role;

  g_return_val_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self), FALSE);

  role = get_chosen (self->role);
  *filter = (GgovRosterFilter) {
    .community_id = get_chosen_id (self->community),
    .grid_id = get_chosen_id (self->grid),
    .role = role ? role->code : NULL,
    .text = gtk_editable_get_text (self->text),
  };

  return filter->community_id != 0 || filter->grid_id != 0 || filter->role || *filter->text;
}

char *
ggov_roster_filter_bar_dup_words (GgovRosterFilterBar *self)
{
  GtkDropDown *place;
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self), NULL);

  place = get_chosen (self->grid) ? self->grid : self->community;
  for (guint i = 0; i < 2; i++)
    {
      GtkDropDown *drop_down = i == 0 ? place : self->role;
      GgovChoice *choice = gtk_drop_down_get_selected_item (drop_down);
      const char *label = choice ? ggov_choice_get_label (choice) : "";

      if (get_chosen (drop_down))
        g_ptr_array_add (words, g_strdup (g_str_has_prefix (label, INDENT)
                                            ? label + strlen (INDENT) : label));
    }
  if (*gtk_editable_get_text (self->text))
    g_ptr_array_add (words, g_strdup_printf (_("“%s”"), gtk_editable_get_text (self->text)));

  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);

  return g_strjoinv (" ", (char **) words->pdata);
}

void
ggov_roster_filter_bar_clear (GgovRosterFilterBar *self)
{
  g_return_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self));

  self->is_quiet = TRUE;
  gtk_drop_down_set_selected (self->community, 0);
  offer_grids (self);
  gtk_drop_down_set_selected (self->grid, 0);
  gtk_drop_down_set_selected (self->role, 0);
  gtk_editable_set_text (self->text, "");
  self->is_quiet = FALSE;
  changed_cb (self);
}

void
ggov_roster_filter_bar_start (GgovRosterFilterBar *self)
{
  g_return_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
