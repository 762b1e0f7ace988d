/* ggov-branch-list.c: the lines below a line of a tree, read when somebody looks at them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-branch-list.h"

struct _GgovBranchList
{
  GObject           parent_instance;

  GgovStore        *store;
  GgovTree          tree;
  GgovBranch       *parent;      /* (nullable) */
  char             *day;
  GgovRosterFilter  filter;      /* without texts but its role */
  char             *role;        /* (nullable): what the filter's role points to */
  GCancellable     *cancellable; /* (nullable): NULL until it was asked */
  GListModel       *rows;        /* (nullable): NULL until there is an answer */
};

enum {
  ANSWERED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovBranchList, ggov_branch_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovBranchList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_branches_finish (GGOV_STORE (object), result,
                                                                &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (rows == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  self->rows = g_steal_pointer (&rows);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, g_list_model_get_n_items (self->rows));
  g_signal_emit (self, signals[ANSWERED], 0);
}

static GType
ggov_branch_list_get_item_type (GListModel *model)
{
  return GGOV_TYPE_BRANCH;
}

static void
ask (GgovBranchList *self)
{
  GListModel *below = self->parent ? ggov_branch_get_below (self->parent) : NULL;

  self->cancellable = g_cancellable_new ();
  if (below)
    self->rows = g_object_ref (below);
  else
    ggov_store_list_branches_async (self->store, self->tree, self->parent, self->day,
                                    &self->filter, self->cancellable, listed_cb,
                                    g_object_ref (self));
}

/* A tree makes lists that nobody looks at, only to see whether there can be something below. */
static guint
ggov_branch_list_get_n_items (GListModel *model)
{
  GgovBranchList *self = GGOV_BRANCH_LIST (model);

  if (self->cancellable == NULL)
    ask (self);

  return self->rows ? g_list_model_get_n_items (self->rows) : 0;
}

static gpointer
ggov_branch_list_get_item (GListModel *model,
                           guint       position)
{
  GgovBranchList *self = GGOV_BRANCH_LIST (model);

  return self->rows ? g_list_model_get_item (self->rows, position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = ggov_branch_list_get_item_type;
  iface->get_n_items = ggov_branch_list_get_n_items;
  iface->get_item = ggov_branch_list_get_item;
}

static void
ggov_branch_list_finalize (GObject *object)
{
  GgovBranchList *self = GGOV_BRANCH_LIST (object);

  g_clear_object (&self->store);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->role, g_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (ggov_branch_list_parent_class)->finalize (object);
}

static void
ggov_branch_list_class_init (GgovBranchListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_branch_list_finalize;

  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ggov_branch_list_init (GgovBranchList *self)
{
}

GgovBranchList *
ggov_branch_list_new (GgovStore              *store,
                      GgovTree                tree,
                      GgovBranch             *parent,
                      const char             *day,
                      const GgovRosterFilter *filter)
{
  GgovBranchList *self;

  g_return_val_if_fail (GGOV_IS_STORE (store), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  self = g_object_new (GGOV_TYPE_BRANCH_LIST, NULL);
  self->store = g_object_ref (store);
  self->tree = tree;
  self->parent = parent ? g_object_ref (parent) : NULL;
  self->day = g_strdup (day);
  if (filter)
    {
      self->role = g_strdup (filter->role);
      self->filter.role = self->role;
      self->filter.community_id = filter->community_id;
      self->filter.grid_id = filter->grid_id;
    }

  return self;
}

GgovBranchList *
ggov_branch_list_new_below (GgovBranchList *self,
                            GgovBranch     *branch)
{
  g_return_val_if_fail (GGOV_IS_BRANCH_LIST (self), NULL);

  if (ggov_branch_is_post (branch))
    return NULL;

  return ggov_branch_list_new (self->store, self->tree, branch, self->day, &self->filter);
}

GgovBranch *
ggov_branch_list_get_parent (GgovBranchList *self)
{
  g_return_val_if_fail (GGOV_IS_BRANCH_LIST (self), NULL);

  return self->parent;
}
