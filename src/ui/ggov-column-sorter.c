/* ggov-column-sorter.c: how the heading of a column says what a list is to be asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-column-sorter.h"

struct _GgovColumnSorter
{
  GtkSorter  parent_instance;

  char      *column;   /* (nullable) */
  gboolean   is_asked; /* it was asked to compare */
};

enum {
  PROP_COLUMN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovColumnSorter, ggov_column_sorter, GTK_TYPE_SORTER)

/* GTK 4.8 knows which column comes first and which way, and keeps it to itself: GtkColumnViewSorter
 * is of 4.10. But the table's own sorter compares by asking the columns' in turn until one says that
 * two items differ, and turns the answer round where the order is descending. So it is given two items
 * to compare, any two: the first column asked is the one, and the answer tells the way. */
static GtkOrdering
ggov_column_sorter_compare (GtkSorter *sorter,
                            gpointer   first,
                            gpointer   second)
{
  GGOV_COLUMN_SORTER (sorter)->is_asked = TRUE;

  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
ggov_column_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
ggov_column_sorter_finalize (GObject *object)
{
  GgovColumnSorter *self = GGOV_COLUMN_SORTER (object);

  g_clear_pointer (&self->column, g_free);

  G_OBJECT_CLASS (ggov_column_sorter_parent_class)->finalize (object);
}

static void
ggov_column_sorter_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_COLUMN)
    g_value_set_string (value, GGOV_COLUMN_SORTER (object)->column);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_column_sorter_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  GgovColumnSorter *self = GGOV_COLUMN_SORTER (object);

  if (prop_id == PROP_COLUMN)
    self->column = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_column_sorter_class_init (GgovColumnSorterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  object_class->finalize = ggov_column_sorter_finalize;
  object_class->get_property = ggov_column_sorter_get_property;
  object_class->set_property = ggov_column_sorter_set_property;
  sorter_class->compare = ggov_column_sorter_compare;
  sorter_class->get_order = ggov_column_sorter_get_order;

  properties[PROP_COLUMN] =
    g_param_spec_string ("column", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ggov_column_sorter_init (GgovColumnSorter *self)
{
}

const char *
ggov_column_sorter_read (GtkColumnView *view,
                         gboolean      *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkOrdering answer = gtk_sorter_compare (sorter, view, sorter);
  const char *column = NULL;

  *descending = answer == GTK_ORDERING_LARGER;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) one = g_list_model_get_item (columns, i);
      GgovColumnSorter *own = GGOV_COLUMN_SORTER (gtk_column_view_column_get_sorter (one));

      if (own && own->is_asked)
        {
          column = own->column;
          own->is_asked = FALSE;
        }
    }

  return column;
}

const char *
ggov_column_sorter_get_column (GgovColumnSorter *self)
{
  g_return_val_if_fail (GGOV_IS_COLUMN_SORTER (self), NULL);

  return self->column;
}
