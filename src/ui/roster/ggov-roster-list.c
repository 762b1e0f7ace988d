/* ggov-roster-list.c: the roster as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-cell-tooltip.h"
#include "ggov-column-sorter.h"
#include "ggov-paged-list.h"
#include "ggov-query-roster.h"
#include "ggov-roster-list.h"
#include "ggov-roster-order.h"

struct _GgovRosterList
{
  AdwBin              parent_instance;

  gint64              post_id;  /* selected, also while the list is on its way to it; or 0 */
  gboolean            is_quiet; /* lines are being exchanged */

  /* From the template. */
  GtkColumnView      *column_view;
  GgovPagedList      *posts;
  GtkSingleSelection *selection;
};

enum {
  ACTIVATED,
  ANSWERED,
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
  if (record->grid)
    return record->grid;

  return record->community ? record->community : record->sub_district;
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

static const GgovRowKey *
get_selected_key (GgovRosterList *self)
{
  GgovPagedItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item ? ggov_paged_item_get_key (item) : NULL;
}

static void
selected_cb (GgovRosterList *self)
{
  const GgovRowKey *key;

  if (self->is_quiet)
    return;

  key = get_selected_key (self);
  self->post_id = key ? key->id : 0;
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (GgovRosterList *self,
             guint           position)
{
  gtk_single_selection_set_selected (self->selection, position);
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

/* The selected line may be in the rest of an answer of which this is the beginning. */
static void
answered_cb (GgovRosterList *self)
{
  guint position = self->post_id != 0 ? ggov_paged_list_find (self->posts, self->post_id)
                                      : GTK_INVALID_LIST_POSITION;

  gtk_single_selection_set_selected (self->selection, position);
  self->is_quiet = FALSE;
  if (position == GTK_INVALID_LIST_POSITION && self->post_id != 0 &&
      !ggov_paged_list_is_asking (self->posts))
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
ggov_roster_list_dispose (GObject *object)
{
  GGOV_ROSTER_LIST (object)->is_quiet = TRUE;

  G_OBJECT_CLASS (ggov_roster_list_parent_class)->dispose (object);
}

static void
ggov_roster_list_class_init (GgovRosterListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_roster_list_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[SORTED] = g_signal_new ("sorted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (GGOV_TYPE_COLUMN_SORTER);
  g_type_ensure (GGOV_TYPE_PAGED_LIST);
  g_type_ensure (GGOV_TYPE_ROSTER_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-roster-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovRosterList, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterList, posts);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterList, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_area);
  gtk_widget_class_bind_template_callback (widget_class, replacing_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_tooltip",
                                                G_CALLBACK (ggov_cell_show_tooltip));
}

static void
ggov_roster_list_init (GgovRosterList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
      query = ggov_query_new_roster (day, filter, &order);
    }

  ggov_paged_list_ask (self->posts, store, query);
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

gint64
ggov_roster_list_get_person (GgovRosterList *self)
{
  const GgovRowKey *key;

  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), 0);

  key = get_selected_key (self);

  return key ? key->detail : 0;
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

  gtk_single_selection_set_selected (self->selection, position);
  ggov_roster_order_scroll_to (self->column_view, position);

  return TRUE;
}

/* Text ------------------------------------------------------------------------------------ */

static const char *
get_text (const char *text)
{
  return text ? text : "";
}

static void
append_line (GString       *out,
             GgovRosterRow *row)
{
  const GgovRosterRecord *record = ggov_roster_row_get_record (row);

  g_string_append_printf (out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", get_text (get_area (record)),
                          record->role, record->name, record->sex_label, record->place,
                          get_text (record->phone), record->since);
}

static GHashTable *
index_rows (GListModel *rows)
{
  GHashTable *by_post = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      GgovRosterRow *row = g_list_model_get_item (rows, i);

      g_hash_table_insert (by_post, (gpointer) &ggov_roster_row_get_record (row)->post_id, row);
    }

  return by_post;
}

char *
ggov_roster_list_dup_text (GgovRosterList *self,
                           GListModel     *rows)
{
  g_autoptr(GHashTable) by_post = NULL;
  g_autoptr(GArray) keys = NULL;
  GString *out;

  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  by_post = index_rows (rows);
  keys = ggov_paged_list_copy_keys (self->posts);
  out = g_string_new (NULL);
  g_string_append_printf (out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", C_("column", "Grid"),
                          C_("column", "Post"), C_("column", "Name"), C_("column", "Sex"),
                          C_("column", "Place"), C_("column", "Phone"), C_("column", "Since"));

  for (guint i = 0; keys && i < keys->len; i++)
    {
      GgovRosterRow *row = g_hash_table_lookup (by_post, &g_array_index (keys, GgovRowKey, i).id);

      if (row)
        append_line (out, row);
    }

  return g_string_free (out, FALSE);
}
