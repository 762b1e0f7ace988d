/* ggov-roster-tree.c: the roster by place, by role or by organisation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-branch-list.h"
#include "ggov-cell-tooltip.h"
#include "ggov-number-text.h"
#include "ggov-roster-tree.h"

struct _GgovRosterTree
{
  AdwBin              parent_instance;

  GgovStore          *store;   /* (nullable) */
  GgovTree            tree;
  char               *day;     /* (nullable) */
  GgovRosterFilter    filter;
  char               *role;    /* (nullable): what the filter's role points to */
  GgovBranchList     *top;     /* (nullable) */
  GHashTable         *open;    /* (element-type utf8): keys of lines that are to be opened */
  char               *chosen;  /* (nullable): key of the line that is to be selected */
  guint               open_id; /* idle source, 0 if none */

  /* From the template. */
  GtkColumnView      *column_view;
  GtkSingleSelection *selection;
};

enum {
  ACTIVATED,
  ANSWERED,
  FAILED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovRosterTree, ggov_roster_tree, ADW_TYPE_BIN)

static const struct
{
  const char *kind;
  const char *label;
} organisation_kinds[] = {
  { "department", N_("Department") },
  { "co_building", N_("Co-building organisation") },
  { "property", N_("Property management") },
  { "gas", N_("Gas company") },
  { "water", N_("Water company") },
  { "venue", N_("Venue") },
  { "committee", N_("Committee") },
};

/* Cells ----------------------------------------------------------------------------------- */

static char *
format_note (gpointer    object,
             GgovBranch *branch)
{
  const GgovBranchRecord *record = branch ? ggov_branch_get_record (branch) : NULL;

  if (record == NULL)
    return NULL;

  if (g_str_equal (record->kind, "organisation"))
    for (guint i = 0; i < G_N_ELEMENTS (organisation_kinds); i++)
      if (g_strcmp0 (organisation_kinds[i].kind, record->note) == 0)
        return g_strdup (_(organisation_kinds[i].label));

  return g_str_equal (record->kind, "organisation") ? g_strdup (_("Organisation"))
                                                    : g_strdup (record->note);
}

static char *
format_posts (gpointer    object,
              GgovBranch *branch)
{
  return branch && !ggov_branch_is_post (branch)
           ? ggov_number_dup_text (ggov_branch_get_record (branch)->n_posts) : NULL;
}

static char *
format_vacant (gpointer    object,
               GgovBranch *branch)
{
  return branch && ggov_branch_get_record (branch)->n_vacant > 0
           ? ggov_number_dup_text (ggov_branch_get_record (branch)->n_vacant) : NULL;
}

static char *
choose_icon (gpointer    object,
             GgovBranch *branch)
{
  const char *kind = branch ? ggov_branch_get_record (branch)->kind : "";
  const char *name = g_str_equal (kind, "post") ? "avatar-default-symbolic"
                     : g_str_equal (kind, "role") ? "ggov-roster-symbolic"
                                                  : "mark-location-symbolic";

  return g_strdup (name);
}

/* What is open ---------------------------------------------------------------------------- */

static char *
dup_key (GgovBranch *branch)
{
  const GgovBranchRecord *record = ggov_branch_get_record (branch);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, record->kind, record->id,
                          record->role_id);
}

static GListModel *
get_model (GgovRosterTree *self)
{
  return gtk_single_selection_get_model (self->selection);
}

static void
remember_open (GgovRosterTree *self)
{
  GListModel *model = get_model (self);
  GgovBranch *chosen = ggov_roster_tree_get_branch (self);

  g_clear_pointer (&self->chosen, g_free);
  self->chosen = chosen ? dup_key (chosen) : NULL;
  for (guint i = 0; model && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr(GgovBranch) branch = GGOV_BRANCH (gtk_tree_list_row_get_item (row));

      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (self->open, dup_key (branch));
    }
}

/* The sub-district is but one line: it is always open. A line is opened once: who closes it means
 * it. */
static gboolean
is_to_open (GgovRosterTree *self,
            GtkTreeListRow *row,
            GgovBranch     *branch)
{
  g_autofree char *key = dup_key (branch);

  return (g_hash_table_remove (self->open, key) ||
          g_str_equal (ggov_branch_get_record (branch)->kind, "sub-district")) &&
         !gtk_tree_list_row_get_expanded (row);
}

/* Lines come as the store answers; an opened one asks for those below it. */
static gboolean
open_cb (gpointer user_data)
{
  GgovRosterTree *self = user_data;
  GListModel *model = get_model (self);

  self->open_id = 0;
  for (guint i = 0; model && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr(GgovBranch) branch = GGOV_BRANCH (gtk_tree_list_row_get_item (row));
      g_autofree char *key = dup_key (branch);

      if (g_strcmp0 (key, self->chosen) == 0)
        {
          g_clear_pointer (&self->chosen, g_free);
          gtk_single_selection_set_selected (self->selection, i);
        }
      if (is_to_open (self, row, branch))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }

  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (GgovRosterTree *self,
                  guint           position,
                  guint           removed,
                  guint           added)
{
  if (added > 0 && self->open_id == 0 &&
      (g_hash_table_size (self->open) > 0 || self->chosen || position == 0))
    self->open_id = g_idle_add (open_cb, self);
}

/* Asking ---------------------------------------------------------------------------------- */

static void
failed_cb (GgovRosterTree *self,
           const GError   *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
answered_cb (GgovRosterTree *self)
{
  g_signal_emit (self, signals[ANSWERED], 0);
}

static GListModel *
make_below (gpointer item,
            gpointer user_data)
{
  GgovRosterTree *self = user_data;
  GgovBranchList *list = self->top ? ggov_branch_list_new_below (self->top, item) : NULL;

  if (list)
    g_signal_connect_object (list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return list ? G_LIST_MODEL (list) : NULL;
}

static void
build (GgovRosterTree *self)
{
  g_autoptr(GtkTreeListModel) model = NULL;

  g_clear_object (&self->top);
  g_clear_handle_id (&self->open_id, g_source_remove);
  if (self->store)
    {
      self->top = ggov_branch_list_new (self->store, self->tree, NULL, self->day, &self->filter);
      g_signal_connect_object (self->top, "answered", G_CALLBACK (answered_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->top, "failed", G_CALLBACK (failed_cb), self,
                               G_CONNECT_SWAPPED);
      model = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->top)), FALSE, FALSE,
                                       make_below, self, NULL);
      g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
}

static void
selected_cb (GgovRosterTree *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (GgovRosterTree *self,
             guint           position)
{
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (get_model (self), position);
  g_autoptr(GgovBranch) branch = row ? GGOV_BRANCH (gtk_tree_list_row_get_item (row)) : NULL;

  if (branch == NULL)
    return;

  gtk_single_selection_set_selected (self->selection, position);
  if (ggov_branch_is_post (branch))
    g_signal_emit (self, signals[ACTIVATED], 0);
  else
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
ggov_roster_tree_dispose (GObject *object)
{
  GgovRosterTree *self = GGOV_ROSTER_TREE (object);

  g_clear_handle_id (&self->open_id, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->top);
  if (self->selection)
    gtk_single_selection_set_model (self->selection, NULL);

  G_OBJECT_CLASS (ggov_roster_tree_parent_class)->dispose (object);
}

static void
ggov_roster_tree_finalize (GObject *object)
{
  GgovRosterTree *self = GGOV_ROSTER_TREE (object);

  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (ggov_roster_tree_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-roster-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovRosterTree, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterTree, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_icon);
  gtk_widget_class_bind_template_callback (widget_class, format_note);
  gtk_widget_class_bind_template_callback (widget_class, format_posts);
  gtk_widget_class_bind_template_callback (widget_class, format_vacant);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_tooltip",
                                                G_CALLBACK (ggov_cell_show_tooltip));
}

static void
ggov_roster_tree_class_init (GgovRosterTreeClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_roster_tree_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_roster_tree_finalize;

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  g_type_ensure (GGOV_TYPE_BRANCH);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ggov_roster_tree_init (GgovRosterTree *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_roster_tree_ask (GgovRosterTree         *self,
                      GgovStore              *store,
                      GgovTree                tree,
                      const char             *day,
                      const GgovRosterFilter *filter)
{
  g_return_if_fail (GGOV_IS_ROSTER_TREE (self));

  if (store == self->store && tree == self->tree)
    remember_open (self);
  else
    g_hash_table_remove_all (self->open);

  g_set_object (&self->store, store);
  self->tree = tree;
  g_free (self->day);
  self->day = g_strdup (day);
  g_free (self->role);
  self->role = filter ? g_strdup (filter->role) : NULL;
  self->filter = (GgovRosterFilter) {
    .role = self->role,
    .community_id = filter ? filter->community_id : 0,
    .grid_id = filter ? filter->grid_id : 0,
  };
  build (self);
}

void
ggov_roster_tree_ask_again (GgovRosterTree *self)
{
  g_return_if_fail (GGOV_IS_ROSTER_TREE (self));

  if (self->store == NULL)
    return;

  remember_open (self);
  build (self);
}

GgovBranch *
ggov_roster_tree_get_branch (GgovRosterTree *self)
{
  GtkTreeListRow *row;
  GgovBranch *branch;

  g_return_val_if_fail (GGOV_IS_ROSTER_TREE (self), NULL);

  row = gtk_single_selection_get_selected_item (self->selection);
  branch = row ? GGOV_BRANCH (gtk_tree_list_row_get_item (row)) : NULL;
  /* The list above goes on holding it. */
  if (branch)
    g_object_unref (branch);

  return branch;
}

gboolean
ggov_roster_tree_get_sums (GgovRosterTree *self,
                           gint64         *n_posts,
                           gint64         *n_vacant)
{
  guint n;

  g_return_val_if_fail (GGOV_IS_ROSTER_TREE (self), FALSE);

  n = self->top ? g_list_model_get_n_items (G_LIST_MODEL (self->top)) : 0;
  *n_posts = 0;
  *n_vacant = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovBranch) branch = g_list_model_get_item (G_LIST_MODEL (self->top), i);

      *n_posts += ggov_branch_get_record (branch)->n_posts;
      *n_vacant += ggov_branch_get_record (branch)->n_vacant;
    }

  return n > 0;
}
