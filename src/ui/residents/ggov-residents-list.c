/* ggov-residents-list.c: the register of residents as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-column-sorter.h"
#include "ggov-paged-list.h"
#include "ggov-residents-columns.h"
#include "ggov-residents-list.h"
#include "ggov-roster-order.h"

struct _GgovResidentsList
{
  AdwBin               parent_instance;

  GgovTableColumns    *columns;
  GgovResidentsTotals  totals;
  gint64               person_id;  /* who is selected, also while the list is on its way to them; or 0 */
  gboolean             is_awaited; /* the list is to move to them */
  gboolean             is_quiet;   /* lines are being exchanged */

  /* From the template. */
  GtkColumnView       *column_view;
  GgovPagedList       *rows;
  GtkSingleSelection  *selection;
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

G_DEFINE_FINAL_TYPE (GgovResidentsList, ggov_residents_list, ADW_TYPE_BIN)

/* Selection ------------------------------------------------------------------------------- */

static gint64
get_selected_person (GgovResidentsList *self)
{
  GgovPagedItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item ? ggov_paged_item_get_key (item)->detail : 0;
}

static void
selected_cb (GgovResidentsList *self)
{
  if (self->is_quiet || self->selection == NULL)
    return;

  self->person_id = get_selected_person (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (GgovResidentsList *self,
             guint              position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
replacing_cb (GgovResidentsList *self,
              gboolean           is_anew)
{
  if (is_anew)
    gtk_adjustment_set_value (
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->column_view)), 0);

  self->is_quiet = TRUE;
}

/* Whoever is registered at one door and lives at another has two lines: the one that is selected stays,
 * else it is the first. */
static void
move_to_person (GgovResidentsList *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->person_id != 0 && get_selected_person (self) == self->person_id)
    position = gtk_single_selection_get_selected (self->selection);
  else if (self->person_id != 0)
    position = ggov_paged_list_find_detail (self->rows, self->person_id);

  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION && self->is_awaited)
    ggov_roster_order_scroll_to (self->column_view, position);
  if (position != GTK_INVALID_LIST_POSITION || !ggov_paged_list_is_asking (self->rows))
    self->is_awaited = FALSE;
}

static void
answered_cb (GgovResidentsList *self)
{
  move_to_person (self);
  self->is_quiet = FALSE;
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
failed_cb (GgovResidentsList *self,
           const GError      *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
sorted_cb (GgovResidentsList *self)
{
  /* While the object goes away its columns go before it. */
  if (self->column_view)
    g_signal_emit (self, signals[SORTED], 0);
}

/* Object ---------------------------------------------------------------------------------- */

static void
ggov_residents_list_dispose (GObject *object)
{
  GgovResidentsList *self = GGOV_RESIDENTS_LIST (object);

  /* Its parts change once more while they go away. */
  self->is_quiet = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_RESIDENTS_LIST);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (ggov_residents_list_parent_class)->dispose (object);
}

static void
ggov_residents_list_class_init (GgovResidentsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_residents_list_dispose;

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

  g_type_ensure (GGOV_TYPE_PAGED_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/residents/ggov-residents-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsList, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsList, rows);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsList, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, replacing_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
ggov_residents_list_init (GgovResidentsList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ggov_residents_columns_add (self->column_view, &self->totals);
  self->columns = ggov_table_columns_new (self->column_view, GGOV_RESIDENTS_N_USUAL);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
}

void
ggov_residents_list_ask (GgovResidentsList        *self,
                         GgovStore                *store,
                         const char               *day,
                         const GgovResidentFilter *filter)
{
  g_autoptr(GgovQuery) query = NULL;
  const char *column;
  gboolean descending;

  g_return_if_fail (GGOV_IS_RESIDENTS_LIST (self));

  if (store)
    {
      column = ggov_column_sorter_read (self->column_view, &descending);
      query = ggov_query_new_residents (day, filter, column, column && descending);
    }

  ggov_paged_list_ask (self->rows, store, query);
}

void
ggov_residents_list_ask_again (GgovResidentsList *self)
{
  g_return_if_fail (GGOV_IS_RESIDENTS_LIST (self));

  ggov_paged_list_ask_again (self->rows);
}

gboolean
ggov_residents_list_is_asking (GgovResidentsList *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENTS_LIST (self), FALSE);

  return ggov_paged_list_is_asking (self->rows);
}

GListModel *
ggov_residents_list_get_shown (GgovResidentsList *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENTS_LIST (self), NULL);

  return G_LIST_MODEL (self->rows);
}

gint64
ggov_residents_list_get_person (GgovResidentsList *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENTS_LIST (self), 0);

  return self->person_id;
}

void
ggov_residents_list_select (GgovResidentsList *self,
                            gint64             person_id)
{
  g_return_if_fail (GGOV_IS_RESIDENTS_LIST (self));

  self->person_id = person_id;
  self->is_awaited = person_id != 0;
  self->is_quiet = TRUE;
  move_to_person (self);
  self->is_quiet = FALSE;
  self->is_awaited = self->is_awaited || (person_id != 0 && get_selected_person (self) != person_id);
}

GgovTableColumns *
ggov_residents_list_get_table (GgovResidentsList *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENTS_LIST (self), NULL);

  return self->columns;
}

const char *
ggov_residents_list_get_order (GgovResidentsList *self,
                               gboolean          *descending)
{
  g_return_val_if_fail (GGOV_IS_RESIDENTS_LIST (self), NULL);

  return ggov_column_sorter_read (self->column_view, descending);
}

void
ggov_residents_list_set_catalogue (GgovResidentsList     *self,
                                   GgovRegisterCatalogue *catalogue)
{
  g_return_if_fail (GGOV_IS_RESIDENTS_LIST (self));

  self->totals.required = ggov_register_catalogue_count (catalogue, TRUE);
  self->totals.optional = ggov_register_catalogue_count (catalogue, FALSE);
}
