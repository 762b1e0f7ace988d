/* ggov-roster-list.c: the roster as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-cell-tooltip.h"
#include "ggov-column-sorter.h"
#include "ggov-query-roster.h"
#include "ggov-roster-list-private.h"
#include "ggov-roster-order.h"

enum {
  ACTIVATED,
  ANSWERED,
  COLUMNS_CHANGED,
  FAILED,
  SELECTED,
  SORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovRosterList, ggov_roster_list, ADW_TYPE_BIN)

static const char *
get_area (const GgovRosterRecord *record)
{
  return ggov_roster_column_get_text (GGOV_ROSTER_COLUMN_GRID, record);
}

/* The first column says so for its line where the line was not read yet. */
static char *
format_area (GtkListItem   *item,
             GgovRosterRow *row)
{
  const GgovRosterRecord *record = row ? ggov_roster_row_get_record (row) : NULL;

  if (record == NULL)
    return NULL;

  if (record->post_id == 0)
    return g_strdup (_("Loading…"));
  /* Translators: the grid of a post, which was given up, and the one that went on from it */
  if (record->present_grid)
    return g_strdup_printf (_("%s → %s"), get_area (record), record->present_grid);

  return g_strdup (get_area (record));
}

/* Who is to be called instead is found where the post is. */
static char *
format_place (GtkListItem   *item,
              GgovRosterRow *row)
{
  const GgovRosterRecord *record = row ? ggov_roster_row_get_record (row) : NULL;
  g_autofree char *leave = record ? ggov_roster_dup_leave (record, TRUE) : NULL;

  if (leave)
    return g_strdup_printf ("%s · %s", record->place, leave);

  return record ? g_strdup (record->place) : NULL;
}

/* Selection ------------------------------------------------------------------------------- */

static void
remember_chosen (GgovRosterList *self)
{
  g_autoptr(GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(GArray) keys = ggov_paged_list_copy_keys (self->posts);
  GtkBitsetIter iter;
  guint position;

  g_hash_table_remove_all (self->chosen);
  if (keys == NULL || !gtk_bitset_iter_init_first (&iter, selected, &position))
    return;

  do
    if (position < keys->len)
      g_hash_table_add (self->chosen, g_memdup2 (&g_array_index (keys, GgovRowKey, position).id,
                                                 sizeof (gint64)));
  while (gtk_bitset_iter_next (&iter, &position));
}

static void
selected_cb (GgovRosterList *self)
{
  if (self->is_quiet)
    return;

  remember_chosen (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (GgovRosterList *self,
             guint           position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
replacing_cb (GgovRosterList *self,
              gboolean        is_anew)
{
  if (is_anew)
    gtk_adjustment_set_value (
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->column_view)), 0);

  self->is_quiet = TRUE;
}

/* Selects again what was selected; how many of the lines are there. */
static guint
select_chosen (GgovRosterList *self)
{
  g_autoptr(GArray) keys = ggov_paged_list_copy_keys (self->posts);
  g_autoptr(GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) mask = gtk_bitset_new_empty ();

  for (guint i = 0; keys && i < keys->len && g_hash_table_size (self->chosen) > 0; i++)
    if (g_hash_table_contains (self->chosen, &g_array_index (keys, GgovRowKey, i).id))
      gtk_bitset_add (selected, i);
  if (keys)
    gtk_bitset_add_range (mask, 0, keys->len);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);

  return gtk_bitset_get_size (selected);
}

/* The selected lines may be in the rest of an answer of which this is the beginning. */
static void
answered_cb (GgovRosterList *self)
{
  guint n = select_chosen (self);

  self->is_quiet = FALSE;
  if (n < g_hash_table_size (self->chosen) && !ggov_paged_list_is_asking (self->posts))
    selected_cb (self);

  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
failed_cb (GgovRosterList *self,
           const GError   *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
sorted_cb (GgovRosterList *self)
{
  g_signal_emit (self, signals[SORTED], 0);
}

static void
columns_changed_cb (GgovRosterList *self)
{
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

static void
ggov_roster_list_dispose (GObject *object)
{
  GgovRosterList *self = GGOV_ROSTER_LIST (object);

  self->is_quiet = TRUE;
  g_clear_pointer (&self->query, ggov_query_unref);

  G_OBJECT_CLASS (ggov_roster_list_parent_class)->dispose (object);
}

static void
ggov_roster_list_finalize (GObject *object)
{
  GgovRosterList *self = GGOV_ROSTER_LIST (object);

  g_clear_object (&self->columns);
  g_clear_pointer (&self->chosen, g_hash_table_unref);

  G_OBJECT_CLASS (ggov_roster_list_parent_class)->finalize (object);
}

static void
ggov_roster_list_class_init (GgovRosterListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_roster_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_roster_list_finalize;

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[SORTED] = g_signal_new ("sorted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (GGOV_TYPE_COLUMN_SORTER);
  g_type_ensure (GGOV_TYPE_PAGED_LIST);
  g_type_ensure (GGOV_TYPE_ROSTER_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "roster.copy-chat", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-roster-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovRosterList, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterList, posts);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterList, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_area);
  gtk_widget_class_bind_template_callback (widget_class, format_place);
  gtk_widget_class_bind_template_callback (widget_class, replacing_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_tooltip",
                                                G_CALLBACK (ggov_cell_show_tooltip));
}

static void
ggov_roster_list_init (GgovRosterList *self)
{
  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->columns = ggov_table_columns_new (self->column_view, GGOV_ROSTER_N_USUAL);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
}

void
ggov_roster_list_ask (GgovRosterList         *self,
                      GgovStore              *store,
                      const char             *day,
                      const GgovRosterFilter *filter)
{
  g_autoptr(GgovQuery) query = NULL;
  GgovRosterOrder order;

  g_return_if_fail (GGOV_IS_ROSTER_LIST (self));

  if (store)
    {
      order.column = ggov_column_sorter_read (self->column_view, &order.descending);
      query = ggov_query_new_roster (day, filter, &order, self->query);
    }

  g_clear_pointer (&self->query, ggov_query_unref);
  self->query = query ? ggov_query_ref (query) : NULL;
  ggov_paged_list_ask (self->posts, store, query);
}

static void
prepared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovAnswer) answer G_GNUC_UNUSED =
    ggov_store_rows_finish (GGOV_STORE (object), result, NULL);
}

void
ggov_roster_list_prepare (GgovRosterList *self,
                          GgovStore      *store)
{
  g_return_if_fail (GGOV_IS_ROSTER_LIST (self));

  if (self->query)
    ggov_store_prepare_rows_async (store, self->query, NULL, prepared_cb, NULL);
}

void
ggov_roster_list_ask_again (GgovRosterList *self)
{
  g_return_if_fail (GGOV_IS_ROSTER_LIST (self));

  ggov_paged_list_ask_again (self->posts);
}

gboolean
ggov_roster_list_is_asking (GgovRosterList *self)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), FALSE);

  return ggov_paged_list_is_asking (self->posts);
}

GListModel *
ggov_roster_list_get_shown (GgovRosterList *self)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  return G_LIST_MODEL (self->posts);
}

GArray *
ggov_roster_list_copy_chosen (GgovRosterList *self)
{
  g_autoptr(GArray) keys = NULL;
  GArray *chosen;

  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  keys = ggov_paged_list_copy_keys (self->posts);
  chosen = g_array_new (FALSE, FALSE, sizeof (GgovRowKey));
  for (guint i = 0; keys && i < keys->len; i++)
    if (g_hash_table_contains (self->chosen, &g_array_index (keys, GgovRowKey, i).id))
      g_array_append_vals (chosen, &g_array_index (keys, GgovRowKey, i), 1);

  return chosen;
}

GgovQuery *
ggov_roster_list_get_query (GgovRosterList *self)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  return self->query;
}

gint64
ggov_roster_list_get_person (GgovRosterList *self)
{
  g_autoptr(GArray) chosen = NULL;

  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), 0);

  if (g_hash_table_size (self->chosen) != 1)
    return 0;

  chosen = ggov_roster_list_copy_chosen (self);

  return chosen->len == 1 ? g_array_index (chosen, GgovRowKey, 0).detail : 0;
}

gboolean
ggov_roster_list_select_person (GgovRosterList *self,
                                gint64          person_id)
{
  guint position;

  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), FALSE);

  position = ggov_paged_list_find_detail (self->posts, person_id);
  if (position == GGOV_PAGED_LIST_NOWHERE)
    return FALSE;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  ggov_roster_order_scroll_to (self->column_view, position);

  return TRUE;
}
