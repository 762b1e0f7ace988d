/* ggov-points-accounts.c: the table of points accounts, with what narrows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-choice.h"
#include "ggov-column-sorter.h"
#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-paged-list.h"
#include "ggov-points-accounts.h"
#include "ggov-query-points.h"
#include "ggov-store-choices.h"

/* Where the year's two columns stand, after the balance. */
#define YEAR_POSITION 3

struct _GgovPointsAccounts
{
  AdwBin               parent_instance;

  GgovStore           *store;       /* (nullable) */
  char                *today;       /* (nullable): ISO day */
  GPtrArray           *grid_codes;  /* (element-type utf8): of the drop-down's items but the first */
  gint64               selected_id; /* 0 if none is to be selected */
  gboolean             is_awaited;  /* it is to be moved to once it is there */
  gboolean             had_focus;   /* before the list was exchanged */
  gboolean             busy;        /* while the list is exchanged or several choices are made as one */

  /* From the template. */
  GtkStack            *accounts_stack;
  GtkColumnView       *column_view;
  GtkColumnViewColumn *earned_column;
  GtkDropDown         *grid_drop;
  GtkDropDown         *kind_drop;
  GtkColumnViewColumn *redeemed_column;
  GgovPagedList       *rows;
  GtkEditable         *search_entry;
  GtkSingleSelection  *selection;
};

/* As in the template's drop-down. */
enum {
  KIND_ALL,
  KIND_PEOPLE,
  KIND_VENUES,
  KIND_OFFICE,
};

enum {
  PROP_SELECTED = 1,
  N_PROPS
};

enum {
  ACTIVATE,
  ANSWERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovPointsAccounts, ggov_points_accounts, ADW_TYPE_BIN)

/* Filter ---------------------------------------------------------------------------------- */

static const char *
get_grid_code (GgovPointsAccounts *self)
{
  guint selected = gtk_drop_down_get_selected (self->grid_drop);

  return selected > 0 && selected <= self->grid_codes->len ? self->grid_codes->pdata[selected - 1]
                                                           : NULL;
}

static gboolean
read_filter (GgovPointsAccounts *self,
             GgovPointsFilter   *filter)
{
  static const char *const kinds[] = {
    [KIND_ALL] = NULL, [KIND_PEOPLE] = "person", [KIND_VENUES] = "venue", [KIND_OFFICE] = "office",
  };

  *filter = (GgovPointsFilter) {
    .kind = kinds[gtk_drop_down_get_selected (self->kind_drop)],
    .grid_code = get_grid_code (self),
    .text = gtk_editable_get_text (self->search_entry),
  };

  return filter->kind || filter->grid_code || *filter->text;
}

static void
ask (GgovPointsAccounts *self)
{
  g_autoptr(GgovQuery) query = NULL;
  GgovPointsFilter filter;
  GgovPointsOrder order;

  if (self->store)
    {
      read_filter (self, &filter);
      order.column = ggov_column_sorter_read (self->column_view, &order.descending);
      query = ggov_query_new_points_accounts (self->today, &filter, &order);
    }

  ggov_paged_list_ask (self->rows, self->store, query);
}

static void
filter_changed_cb (GgovPointsAccounts *self)
{
  if (!self->busy)
    ask (self);
}

static void
clear_filter (GgovPointsAccounts *self)
{
  self->busy = TRUE;
  gtk_editable_set_text (self->search_entry, "");
  gtk_drop_down_set_selected (self->kind_drop, 0);
  gtk_drop_down_set_selected (self->grid_drop, 0);
  self->busy = FALSE;
  ask (self);
}

static void
clear_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  clear_filter (GGOV_POINTS_ACCOUNTS (widget));
}

/* Grids have the same names in other communities: the code's last six digits tell them apart. The grid
 * that was chosen stays chosen where it is still there. */
static void
fill_grids (GgovPointsAccounts *self,
            GListModel         *grids)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new ((const char *[]) { _("All grids"), NULL });
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  const char *chosen = get_grid_code (self);
  guint found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (grids); i++)
    {
      g_autoptr(GgovChoice) grid = g_list_model_get_item (grids, i);
      const GgovChoiceFields *fields = ggov_choice_get_fields (grid);
      g_autofree char *label = g_strdup_printf ("%s  %s", fields->name, fields->code +
                                                MAX ((int) strlen (fields->code) - 6, 0));

      gtk_string_list_append (labels, label);
      g_ptr_array_add (codes, g_strdup (fields->code));
      if (g_strcmp0 (chosen, fields->code) == 0)
        found = i + 1;
    }

  self->busy = TRUE;
  g_clear_pointer (&self->grid_codes, g_ptr_array_unref);
  self->grid_codes = g_steal_pointer (&codes);
  gtk_drop_down_set_model (self->grid_drop, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->grid_drop, found);
  self->busy = FALSE;
}

static void
grids_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovPointsAccounts) self = user_data;
  g_autoptr(GListModel) grids = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (grids && self->store == GGOV_STORE (object) && self->grid_drop)
    fill_grids (self, grids);
}

static void
read_grids (GgovPointsAccounts *self)
{
  ggov_store_list_choices_async (self->store, GGOV_CHOICE_GRIDS, 0, self->today, NULL, grids_cb,
                                 g_object_ref (self));
}

/* Selection ------------------------------------------------------------------------------- */

/* The column view's inner list is the one that can scroll to a row. */
static void
scroll_to (GgovPointsAccounts *self,
           guint               position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->column_view)); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
      return;
}

static void
tell_selected (GgovPointsAccounts *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* It was selected before it was read. */
static void
row_read_cb (GgovPointsAccounts *self,
             GParamSpec         *pspec,
             GgovPagedItem      *item)
{
  g_signal_handlers_disconnect_by_func (item, row_read_cb, self);
  if (self->selection && gtk_single_selection_get_selected_item (self->selection) == (gpointer) item)
    tell_selected (self);
}

static void
selected_cb (GgovPointsAccounts *self)
{
  GgovPagedItem *item;

  if (self->busy || self->selection == NULL)
    return;

  item = gtk_single_selection_get_selected_item (self->selection);
  self->selected_id = item ? ggov_paged_item_get_key (item)->id : 0;
  if (item && ggov_paged_item_get_row (item) == NULL)
    g_signal_connect_object (item, "notify::row", G_CALLBACK (row_read_cb), self,
                             G_CONNECT_SWAPPED);
  else
    tell_selected (self);
}

static void
replacing_cb (GgovPointsAccounts *self,
              gboolean            is_anew)
{
  if (is_anew)
    gtk_adjustment_set_value (
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->column_view)), 0);

  self->had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->column_view)) != NULL;
  self->busy = TRUE;
}

static void
move_to_selected (GgovPointsAccounts *self)
{
  guint position = self->selected_id != 0 ? ggov_paged_list_find (self->rows, self->selected_id)
                                          : GTK_INVALID_LIST_POSITION;
  gboolean is_there = position != GTK_INVALID_LIST_POSITION;

  gtk_single_selection_set_selected (self->selection, position);
  if (is_there && self->is_awaited)
    scroll_to (self, position);
  if (is_there || !ggov_paged_list_is_asking (self->rows))
    self->is_awaited = FALSE;
}

static void
answered_cb (GgovPointsAccounts *self)
{
  gint64 selected_id = self->selected_id;
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;

  move_to_selected (self);
  self->busy = FALSE;
  if (any || !ggov_paged_list_is_asking (self->rows))
    gtk_stack_set_visible_child_name (self->accounts_stack, any ? "accounts" : "nothing");
  if (self->had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->column_view));

  /* One that is filtered out, or in the rest of the list, is selected again when it comes. */
  selected_cb (self);
  self->selected_id = selected_id;
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
failed_cb (GgovPointsAccounts *self,
           const GError       *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
activate_cb (GgovPointsAccounts *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* Text of cells --------------------------------------------------------------------------- */

/* The first column says so for its line where the line was not read yet; the others are empty. */
static char *
format_name (GtkListItem       *item,
             GgovPointsAccount *account)
{
  const GgovPointsAccountFields *fields = account ? ggov_points_account_get_fields (account) : NULL;

  if (fields == NULL)
    return NULL;

  return g_strdup (fields->id == 0 ? _("Loading…") : fields->name);
}

static char *
format_number (GtkListItem *item,
               gint64       number)
{
  GgovPagedItem *place = gtk_list_item_get_item (item);

  return place && ggov_paged_item_get_row (place) ? ggov_number_dup_text (number) : NULL;
}

/* Object ---------------------------------------------------------------------------------- */

static void
ggov_points_accounts_dispose (GObject *object)
{
  /* Its parts change once more while they go away. */
  GGOV_POINTS_ACCOUNTS (object)->busy = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), GGOV_TYPE_POINTS_ACCOUNTS);

  G_OBJECT_CLASS (ggov_points_accounts_parent_class)->dispose (object);
}

static void
ggov_points_accounts_finalize (GObject *object)
{
  GgovPointsAccounts *self = GGOV_POINTS_ACCOUNTS (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->grid_codes, g_ptr_array_unref);

  G_OBJECT_CLASS (ggov_points_accounts_parent_class)->finalize (object);
}

static void
ggov_points_accounts_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_object (value, ggov_points_accounts_get_selected (GGOV_POINTS_ACCOUNTS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/points/ggov-points-accounts.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, accounts_stack);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, earned_column);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, grid_drop);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, redeemed_column);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, rows);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_name);
  gtk_widget_class_bind_template_callback (widget_class, format_number);
  gtk_widget_class_bind_template_callback (widget_class, replacing_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
ggov_points_accounts_class_init (GgovPointsAccountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_points_accounts_dispose;
  object_class->finalize = ggov_points_accounts_finalize;
  object_class->get_property = ggov_points_accounts_get_property;

  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, GGOV_TYPE_POINTS_ACCOUNT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GGOV_TYPE_COLUMN_SORTER);
  g_type_ensure (GGOV_TYPE_PAGED_LIST);
  g_type_ensure (GGOV_TYPE_POINTS_ACCOUNT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "accounts.clear-filter", NULL, clear_filter_cb);
}

static void
ggov_points_accounts_init (GgovPointsAccounts *self)
{
  self->grid_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
}

GgovPointsAccount *
ggov_points_accounts_get_selected (GgovPointsAccounts *self)
{
  GgovPagedItem *item;

  g_return_val_if_fail (GGOV_IS_POINTS_ACCOUNTS (self), NULL);

  /* While the object goes away its selection has gone before. */
  item = self->selection ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return item ? ggov_paged_item_get_row (item) : NULL;
}

void
ggov_points_accounts_show (GgovPointsAccounts *self,
                           GgovStore          *store,
                           const char         *today)
{
  g_return_if_fail (GGOV_IS_POINTS_ACCOUNTS (self));

  if (store != self->store)
    self->selected_id = 0;
  g_set_object (&self->store, store);
  g_free (self->today);
  self->today = g_strdup (today);
  ask (self);
  if (store)
    read_grids (self);
}

void
ggov_points_accounts_show_again (GgovPointsAccounts *self)
{
  g_return_if_fail (GGOV_IS_POINTS_ACCOUNTS (self));

  ggov_paged_list_ask_again (self->rows);
  if (self->store)
    read_grids (self);
}

gboolean
ggov_points_accounts_is_empty (GgovPointsAccounts *self)
{
  GgovPointsFilter filter;

  g_return_val_if_fail (GGOV_IS_POINTS_ACCOUNTS (self), TRUE);

  return !read_filter (self, &filter) && !ggov_paged_list_is_asking (self->rows) &&
         g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;
}

void
ggov_points_accounts_select (GgovPointsAccounts *self,
                             gint64              id)
{
  GgovPointsFilter filter;
  guint position;

  g_return_if_fail (GGOV_IS_POINTS_ACCOUNTS (self));

  position = id != 0 ? ggov_paged_list_find (self->rows, id) : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  self->selected_id = id;
  self->is_awaited = id != 0 && position == GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
  else if (id != 0 && read_filter (self, &filter))
    clear_filter (self);
}

void
ggov_points_accounts_set_wide (GgovPointsAccounts *self,
                               gboolean            wide)
{
  g_return_if_fail (GGOV_IS_POINTS_ACCOUNTS (self));

  if ((gtk_column_view_column_get_column_view (self->earned_column) != NULL) == wide)
    return;

  /* GTK 4.8 leaves a gap for a column that is hidden and shown again. */
  if (wide)
    {
      gtk_column_view_insert_column (self->column_view, YEAR_POSITION, self->earned_column);
      gtk_column_view_insert_column (self->column_view, YEAR_POSITION + 1, self->redeemed_column);
    }
  else
    {
      gtk_column_view_remove_column (self->column_view, self->earned_column);
      gtk_column_view_remove_column (self->column_view, self->redeemed_column);
    }
}

void
ggov_points_accounts_focus_search (GgovPointsAccounts *self)
{
  g_return_if_fail (GGOV_IS_POINTS_ACCOUNTS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
