/* ggov-points-accounts.c: the table of points accounts, with what narrows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-number-text.h"
#include "ggov-points-accounts.h"

/* Where the year's two columns stand, after the balance. */
#define YEAR_POSITION 3

struct _GgovPointsAccounts
{
  AdwBin               parent_instance;

  GPtrArray           *grid_codes;  /* (element-type utf8): of the drop-down's items but the first */
  GStrv                words;       /* (nullable): what is searched for, folded */
  gint64               selected_id; /* 0 if none is to be selected */
  gboolean             busy;        /* while the list is put together anew */

  /* From the template. */
  GtkStack            *accounts_stack;
  GtkColumnView       *column_view;
  GtkColumnViewColumn *earned_column;
  GtkFilterListModel  *filter_model;
  GtkDropDown         *grid_drop;
  GtkDropDown         *kind_drop;
  GtkColumnViewColumn *redeemed_column;
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
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovPointsAccounts, ggov_points_accounts, ADW_TYPE_BIN)

/* Filter ---------------------------------------------------------------------------------- */

static gboolean
is_of_kind (const GgovPointsAccountFields *fields,
            guint                          kind)
{
  switch (kind)
    {
    case KIND_PEOPLE:
      return g_str_equal (fields->kind, "person");

    case KIND_VENUES:
      return g_str_equal (fields->kind, "venue");

    case KIND_OFFICE:
      return !g_str_equal (fields->kind, "person") && !g_str_equal (fields->kind, "venue");

    default:
      return TRUE;
    }
}

static gboolean
is_of_grid (GgovPointsAccounts            *self,
            const GgovPointsAccountFields *fields)
{
  guint selected = gtk_drop_down_get_selected (self->grid_drop);

  return selected == 0 || selected > self->grid_codes->len ||
         g_strcmp0 (fields->grid_code, self->grid_codes->pdata[selected - 1]) == 0;
}

static gboolean
has_words (GgovPointsAccounts            *self,
           const GgovPointsAccountFields *fields)
{
  for (guint i = 0; self->words && self->words[i]; i++)
    if (!strstr (fields->name, self->words[i]) && !strstr (fields->search_text, self->words[i]))
      return FALSE;

  return TRUE;
}

static gboolean
match (gpointer item,
       gpointer user_data)
{
  GgovPointsAccounts *self = user_data;
  const GgovPointsAccountFields *fields = ggov_points_account_get_fields (item);

  return is_of_kind (fields, gtk_drop_down_get_selected (self->kind_drop)) &&
         is_of_grid (self, fields) && has_words (self, fields);
}

static void
filter_changed_cb (GgovPointsAccounts *self)
{
  g_autofree char *folded = NULL;

  if (self->busy)
    return;

  folded = g_utf8_strdown (gtk_editable_get_text (self->search_entry), -1);
  g_strstrip (folded);
  g_clear_pointer (&self->words, g_strfreev);
  if (*folded)
    self->words = g_strsplit (folded, " ", -1);

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filter_model),
                      GTK_FILTER_CHANGE_DIFFERENT);
}

static void
clear_filter (GgovPointsAccounts *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_drop_down_set_selected (self->kind_drop, 0);
  gtk_drop_down_set_selected (self->grid_drop, 0);
  filter_changed_cb (self);
}

static void
clear_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  clear_filter (GGOV_POINTS_ACCOUNTS (widget));
}

static void
rows_changed_cb (GgovPointsAccounts *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->filter_model)) > 0;

  gtk_stack_set_visible_child_name (self->accounts_stack, any ? "accounts" : "nothing");
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* Grids have the same names in other communities: the code's last six digits tell them apart. */
static void
fill_grids (GgovPointsAccounts *self,
            GListModel         *accounts)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GtkStringList) labels = gtk_string_list_new ((const char *[]) { _("All grids"), NULL });
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer code;

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(GgovPointsAccount) account = g_list_model_get_item (accounts, i);
      const GgovPointsAccountFields *fields = ggov_points_account_get_fields (account);

      if (*fields->grid_code && !g_hash_table_contains (names, fields->grid_code))
        g_hash_table_insert (names, g_strdup (fields->grid_code), g_strdup (fields->grid));
    }

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    g_ptr_array_add (codes, g_strdup (code));
  g_ptr_array_sort (codes, compare_codes);

  for (guint i = 0; i < codes->len; i++)
    {
      const char *digits = codes->pdata[i];
      g_autofree char *label =
        g_strdup_printf ("%s  %s", (char *) g_hash_table_lookup (names, digits),
                         digits + MAX ((int) strlen (digits) - 6, 0));

      gtk_string_list_append (labels, label);
    }

  g_clear_pointer (&self->grid_codes, g_ptr_array_unref);
  self->grid_codes = g_steal_pointer (&codes);
  gtk_drop_down_set_model (self->grid_drop, G_LIST_MODEL (labels));
}

/* The grid that was chosen stays chosen where it is still there. */
static void
refill_grids (GgovPointsAccounts *self,
              GListModel         *accounts)
{
  guint selected = gtk_drop_down_get_selected (self->grid_drop);
  g_autofree char *code = NULL;
  guint found = 0;

  if (selected > 0 && selected <= self->grid_codes->len)
    code = g_strdup (self->grid_codes->pdata[selected - 1]);

  fill_grids (self, accounts);
  for (guint i = 0; code && i < self->grid_codes->len; i++)
    if (g_str_equal (self->grid_codes->pdata[i], code))
      found = i + 1;
  gtk_drop_down_set_selected (self->grid_drop, found);
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

static guint
find_position (GgovPointsAccounts *self,
               gint64              id)
{
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsAccount) account = g_list_model_get_item (rows, i);

      if (ggov_points_account_get_fields (account)->id == id)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
selected_cb (GgovPointsAccounts *self)
{
  GgovPointsAccount *account = ggov_points_accounts_get_selected (self);

  if (self->busy)
    return;

  self->selected_id = account ? ggov_points_account_get_fields (account)->id : 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
activate_cb (GgovPointsAccounts *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* Text of cells --------------------------------------------------------------------------- */

static char *
format_number (GtkListItem *item,
               gint64       number)
{
  return ggov_number_dup_text (number);
}

/* Object ---------------------------------------------------------------------------------- */

static void
ggov_points_accounts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GGOV_TYPE_POINTS_ACCOUNTS);

  G_OBJECT_CLASS (ggov_points_accounts_parent_class)->dispose (object);
}

static void
ggov_points_accounts_finalize (GObject *object)
{
  GgovPointsAccounts *self = GGOV_POINTS_ACCOUNTS (object);

  g_clear_pointer (&self->grid_codes, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);

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
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, filter_model);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, grid_drop);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, redeemed_column);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsAccounts, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_number);
  gtk_widget_class_bind_template_callback (widget_class, rows_changed_cb);
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

  g_type_ensure (GGOV_TYPE_POINTS_ACCOUNT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "accounts.clear-filter", NULL, clear_filter_cb);
}

static void
ggov_points_accounts_init (GgovPointsAccounts *self)
{
  g_autoptr(GtkFilter) filter = NULL;

  self->grid_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  gtk_filter_list_model_set_filter (self->filter_model, filter);
}

GgovPointsAccount *
ggov_points_accounts_get_selected (GgovPointsAccounts *self)
{
  g_return_val_if_fail (GGOV_IS_POINTS_ACCOUNTS (self), NULL);

  /* While the object goes away its selection has gone before. */
  return self->selection ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/* The row that has it goes away with the old list. */
static gboolean
has_focus (GgovPointsAccounts *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->column_view)) != NULL;
}

void
ggov_points_accounts_set_accounts (GgovPointsAccounts *self,
                                   GListModel         *accounts)
{
  gboolean focus;

  g_return_if_fail (GGOV_IS_POINTS_ACCOUNTS (self));
  g_return_if_fail (G_IS_LIST_MODEL (accounts));

  focus = has_focus (self);
  self->busy = TRUE;
  refill_grids (self, accounts);
  gtk_filter_list_model_set_model (self->filter_model, accounts);
  gtk_single_selection_set_selected (self->selection,
                                     self->selected_id ? find_position (self, self->selected_id)
                                                       : GTK_INVALID_LIST_POSITION);
  self->busy = FALSE;

  rows_changed_cb (self);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

void
ggov_points_accounts_select (GgovPointsAccounts *self,
                             gint64              id)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (GGOV_IS_POINTS_ACCOUNTS (self));

  if (id && (position = find_position (self, id)) == GTK_INVALID_LIST_POSITION)
    {
      clear_filter (self);
      position = find_position (self, id);
    }

  gtk_single_selection_set_selected (self->selection, position);
  self->selected_id = id;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
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
