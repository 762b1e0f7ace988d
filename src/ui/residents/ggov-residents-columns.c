/* ggov-residents-columns.c: what the columns of the table of residents say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-cell-tooltip.h"
#include "ggov-column-sorter.h"
#include "ggov-mask.h"
#include "ggov-paged-item.h"
#include "ggov-residents-columns.h"

#define KEY_HANDLER "ggov-handler"

/* A column, and against what it tells how much is filled in. */
typedef struct
{
  guint                      column;
  const GgovResidentsTotals *totals;
} Filler;

typedef char *(*TextFunc) (const GgovResidentRecord  *record,
                           const GgovResidentsTotals *totals);

const char *
ggov_residents_get_relation (const char *code)
{
  static GgovRegisterCatalogue *catalogue;
  const GgovRegisterCode *found;

  if (catalogue == NULL)
    catalogue = ggov_register_catalogue_new_default ();
  found = code && *code ? ggov_register_codes_find (
                            ggov_register_catalogue_find_codes (catalogue, "relation"), code) : NULL;

  return found ? ggov_register_code_get_label (found) : code ? code : "";
}

const char *
ggov_residents_get_stay (const GgovResidentRecord *record)
{
  if (record->living && record->registered)
    return _("Lives here");

  return record->living ? _("Lives here, registered elsewhere")
                        : _("Registered here, lives elsewhere");
}

/* Texts ----------------------------------------------------------------------------------- */

static char *
dup_name (const GgovResidentRecord  *record,
          const GgovResidentsTotals *totals)
{
  return g_strdup (record->name);
}

static char *
dup_sex (const GgovResidentRecord  *record,
         const GgovResidentsTotals *totals)
{
  return g_strdup (record->sex_label);
}

static char *
dup_age (const GgovResidentRecord  *record,
         const GgovResidentsTotals *totals)
{
  return record->age >= 0 ? g_strdup_printf ("%d", (int) record->age) : NULL;
}

static char *
dup_place (const GgovResidentRecord  *record,
           const GgovResidentsTotals *totals)
{
  return g_strdup (record->place);
}

static char *
dup_door (const GgovResidentRecord  *record,
          const GgovResidentsTotals *totals)
{
  return g_strdup (record->door);
}

static char *
dup_relation (const GgovResidentRecord  *record,
              const GgovResidentsTotals *totals)
{
  return g_strdup (ggov_residents_get_relation (record->relation));
}

static char *
dup_groups (const GgovResidentRecord  *record,
            const GgovResidentsTotals *totals)
{
  return g_strdup (record->group_names);
}

static char *
dup_confirmed (const GgovResidentRecord  *record,
               const GgovResidentsTotals *totals)
{
  return g_strdup (record->confirmed_on ? record->confirmed_on : C_("confirmed", "never"));
}

static char *
dup_grid (const GgovResidentRecord  *record,
          const GgovResidentsTotals *totals)
{
  return g_strdup (record->grid ? record->grid : record->community);
}

static char *
dup_phone (const GgovResidentRecord  *record,
           const GgovResidentsTotals *totals)
{
  return record->phone ? ggov_mask_phone (record->phone) : NULL;
}

static char *
dup_identity (const GgovResidentRecord  *record,
              const GgovResidentsTotals *totals)
{
  return record->identity_number ? ggov_mask_identity (record->identity_number) : NULL;
}

static char *
dup_stay (const GgovResidentRecord  *record,
          const GgovResidentsTotals *totals)
{
  return g_strdup (ggov_residents_get_stay (record));
}

static char *
dup_moved_in (const GgovResidentRecord  *record,
              const GgovResidentsTotals *totals)
{
  return g_strdup (record->moved_in);
}

static char *
dup_filled (const GgovResidentRecord  *record,
            const GgovResidentsTotals *totals)
{
  /* Translators: of the required fields, how many are filled in of how many; then of the optional */
  return g_strdup_printf (_("%1$d/%2$u · %3$d/%4$u"), (int) record->required_filled, totals->required,
                          (int) record->optional_filled, totals->optional);
}

static const struct
{
  const char *name;
  const char *title;
  TextFunc    dup_text;
  int         width_px; /* 0 for what is left */
} columns[] = {
  { "name", NC_("column", "Name"), dup_name, 84 },
  { "sex", NC_("column", "Sex"), dup_sex, 64 },
  { "age", NC_("column", "Age"), dup_age, 52 },
  { "place", NC_("column", "Building and unit"), dup_place, 0 },
  { "door", NC_("column", "Door"), dup_door, 64 },
  { "relation", NC_("column", "Relation"), dup_relation, 92 },
  { "groups", NC_("column", "Special groups"), dup_groups, 132 },
  { "confirmed-on", NC_("column", "Confirmed"), dup_confirmed, 104 },
  { "grid", NC_("column", "Grid"), dup_grid, 120 },
  { "phone", NC_("column", "Phone"), dup_phone, 116 },
  { "identity", NC_("column", "Identity number"), dup_identity, 170 },
  { "stay", NC_("column", "Stay"), dup_stay, 170 },
  { "moved-in", NC_("column", "Moved in"), dup_moved_in, 104 },
  { "filled", NC_("column", "Filled in"), dup_filled, 120 },
};

/* Cells ----------------------------------------------------------------------------------- */

/* The first column says so for its line where the line was not read yet. */
static void
show (GtkListItem  *item,
      const Filler *filler)
{
  GgovPagedItem *place = gtk_list_item_get_item (item);
  GgovResident *row = ggov_paged_item_get_row (place);
  g_autofree char *text = row ? columns[filler->column].dup_text (ggov_resident_get_record (row),
                                                                  filler->totals)
                              : g_strdup (filler->column == 0 ? _("Loading…") : NULL);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

typedef struct
{
  GtkListItem  *item;
  const Filler *filler;
} Cell;

static void
row_cb (GgovPagedItem *place,
        GParamSpec    *pspec,
        Cell          *cell)
{
  show (cell->item, cell->filler);
}

static void
cell_free (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Filler                   *filler)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 4);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (ggov_cell_show_tooltip), NULL);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Filler                   *filler)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->item = item;
  cell->filler = filler;
  show (item, filler);
  g_object_set_data (G_OBJECT (item), KEY_HANDLER, GSIZE_TO_POINTER (
    g_signal_connect_data (gtk_list_item_get_item (item), "notify::row", G_CALLBACK (row_cb), cell,
                           cell_free, 0)));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Filler                   *filler)
{
  g_signal_handler_disconnect (gtk_list_item_get_item (item),
                               GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (item), KEY_HANDLER)));
}

static void
filler_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static GtkListItemFactory *
make_factory (guint                      column,
              const GgovResidentsTotals *totals)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Filler *filler = g_new0 (Filler, 1);

  filler->column = column;
  filler->totals = totals;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), filler);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), filler);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), filler, filler_free, 0);

  return factory;
}

void
ggov_residents_columns_add (GtkColumnView             *view,
                            const GgovResidentsTotals *totals)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr(GtkSorter) sorter = g_object_new (GGOV_TYPE_COLUMN_SORTER, "column", columns[i].name,
                                                  NULL);
      g_autoptr(GtkColumnViewColumn) column =
        gtk_column_view_column_new (g_dpgettext2 (NULL, "column", columns[i].title),
                                    make_factory (i, totals));

      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      if (columns[i].width_px > 0)
        gtk_column_view_column_set_fixed_width (column, columns[i].width_px);
      else
        gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (view, column);
    }
}
