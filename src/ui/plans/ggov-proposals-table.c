/* ggov-proposals-table.c: proposals side by side: their figures, and what is in one of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-plan-picture.h"
#include "ggov-plan-stroke.h"
#include "ggov-proposals-private.h"
#include "ggov-text-column.h"

#define PICTURE_WIDTH_PX  60
#define PICTURE_HEIGHT_PX 42

#define MAX_CELLS 5

/* A row of the lists below the table: the texts of its cells. */
#define GGOV_TYPE_PROPOSAL_ROW (ggov_proposal_row_get_type ())

G_DECLARE_FINAL_TYPE (GgovProposalRow, ggov_proposal_row, GGOV, PROPOSAL_ROW, GObject)

struct _GgovProposalRow
{
  GObject  parent_instance;

  char    *cells[MAX_CELLS]; /* (nullable elements) */
};

G_DEFINE_FINAL_TYPE (GgovProposalRow, ggov_proposal_row, G_TYPE_OBJECT)

static void
ggov_proposal_row_finalize (GObject *object)
{
  for (guint i = 0; i < MAX_CELLS; i++)
    g_clear_pointer (&GGOV_PROPOSAL_ROW (object)->cells[i], g_free);

  G_OBJECT_CLASS (ggov_proposal_row_parent_class)->finalize (object);
}

static void
ggov_proposal_row_class_init (GgovProposalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_proposal_row_finalize;
}

static void
ggov_proposal_row_init (GgovProposalRow *self)
{
}

static char *
dup_kind (gpointer context,
          gpointer row)
{
  const GgovDivision *division = ggov_proposed_get_division (row);
  g_autofree char *kind = ggov_division_dup_kind (division);

  /* Translators: how a proposal is weighed, such as Balanced, and the number it began with */
  return g_strdup_printf (C_("proposal", "%1$s %2$u"), kind, division->terms.seed);
}

static char *
dup_grids (gpointer context,
           gpointer row)
{
  return g_strdup_printf ("%u", ggov_proposed_get_division (row)->n_grids);
}

static char *
dup_percent (double share)
{
  return g_strdup_printf ("%.0f %%", 100 * share);
}

/* Rounded up, so that 10 % is no more than that. */
static char *
dup_deviation (gpointer context,
               gpointer row)
{
  double share = ggov_proposed_get_division (row)->max_deviation;

  return g_strdup_printf ("%.1f %%", ceil (share * 1000 - 1e-6) / 10);
}

static char *
dup_within_5 (gpointer context,
              gpointer row)
{
  return dup_percent (ggov_proposed_get_division (row)->within_5);
}

static char *
dup_within_10 (gpointer context,
               gpointer row)
{
  return dup_percent (ggov_proposed_get_division (row)->within_10);
}

static char *
dup_compactness (gpointer context,
                 gpointer row)
{
  return g_strdup_printf ("%.2f", ggov_proposed_get_division (row)->compactness);
}

static char *
dup_crossing (gpointer context,
              gpointer row)
{
  return g_strdup_printf ("%u", ggov_proposed_get_division (row)->n_crossing);
}

static char *
dup_moved (gpointer context,
           gpointer row)
{
  return g_strdup_printf ("%u", ggov_proposed_get_division (row)->moved_households);
}

static char *
dup_seconds (gpointer context,
             gpointer row)
{
  /* Translators: seconds */
  return g_strdup_printf (_("%.2f s"), ggov_proposed_get_division (row)->seconds);
}

static const GgovTextColumn figure_columns[] = {
  { NC_("column", "Proposal"), dup_kind, 0, FALSE },
  { NC_("column", "Grids"), dup_grids, 54, TRUE },
  { NC_("column", "Off by"), dup_deviation, 66, TRUE },
  { NC_("column", "≤ 5 %"), dup_within_5, 62, TRUE },
  { NC_("column", "≤ 10 %"), dup_within_10, 66, TRUE },
  { NC_("column", "Compact"), dup_compactness, 74, TRUE },
  { NC_("column", "Across"), dup_crossing, 62, TRUE },
  { NC_("column", "Moved"), dup_moved, 64, TRUE },
  { NC_("column", "Time"), dup_seconds, 62, TRUE },
};

static char *
dup_cell (gpointer row,
          guint    i)
{
  return g_strdup (GGOV_PROPOSAL_ROW (row)->cells[i]);
}

static char *
dup_first (gpointer context,
           gpointer row)
{
  return dup_cell (row, 0);
}

static char *
dup_second (gpointer context,
            gpointer row)
{
  return dup_cell (row, 1);
}

static char *
dup_third (gpointer context,
           gpointer row)
{
  return dup_cell (row, 2);
}

static char *
dup_fourth (gpointer context,
            gpointer row)
{
  return dup_cell (row, 3);
}

static const GgovTextColumn grid_columns[] = {
  { NC_("column", "Grid"), dup_first, 0, FALSE },
  { NC_("column", "Households"), dup_second, 120, TRUE },
  { NC_("column", "Buildings"), dup_third, 100, TRUE },
  { NC_("column", "Compact"), dup_fourth, 100, TRUE },
};

static const GgovTextColumn move_columns[] = {
  { NC_("column", "Building"), dup_first, 0, FALSE },
  { NC_("column", "Households"), dup_second, 100, TRUE },
  { NC_("column", "Leaves"), dup_third, 170, FALSE },
  { NC_("column", "Goes to"), dup_fourth, 170, FALSE },
};

static void
setup_picture_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *picture = ggov_plan_picture_new ();

  gtk_widget_set_size_request (picture, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX);
  gtk_list_item_set_child (item, picture);
}

static void
bind_picture_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GgovProposed *proposed = gtk_list_item_get_item (item);
  GtkWidget *picture = gtk_list_item_get_child (item);
  g_autofree char *kind = dup_kind (NULL, proposed);

  ggov_plan_picture_set_sketch (GGOV_PLAN_PICTURE (picture), ggov_proposed_get_sketch (proposed));
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, kind,
                                  -1);
}

void
_ggov_proposals_fill_table (GtkColumnView *table)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) pictures = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_picture_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_picture_cb), NULL);
  pictures = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", "Map"), factory);
  gtk_column_view_append_column (table, pictures);
  ggov_text_columns_add (table, figure_columns, G_N_ELEMENTS (figure_columns), NULL);
}

/* Takes the texts over. */
static void
add_row (GListStore *rows,
         char       *first,
         char       *second,
         char       *third,
         char       *fourth)
{
  g_autoptr(GgovProposalRow) row = g_object_new (GGOV_TYPE_PROPOSAL_ROW, NULL);

  row->cells[0] = first;
  row->cells[1] = second;
  row->cells[2] = third;
  row->cells[3] = fourth;
  g_list_store_append (rows, row);
}

static GListModel *
list_grids (const GgovDivision *division)
{
  GListStore *rows = g_list_store_new (GGOV_TYPE_PROPOSAL_ROW);

  for (guint i = 0; i < division->parts->len; i++)
    {
      const GgovDivisionPart *part = division->parts->pdata[i];

      for (guint k = 0; part->proposal && k < part->proposal->grids->len; k++)
        {
          const GgovProposedGrid *grid =
            &g_array_index (part->proposal->grids, GgovProposedGrid, k);

          add_row (rows, ggov_plan_stroke_dup_label (part->after, grid->id),
                   g_strdup_printf ("%u", grid->households),
                   g_strdup_printf ("%u", grid->n_buildings),
                   g_strdup_printf ("%.2f", grid->compactness));
        }
    }

  return G_LIST_MODEL (rows);
}

static GListModel *
list_moves (const GgovDivision *division)
{
  GListStore *rows = g_list_store_new (GGOV_TYPE_PROPOSAL_ROW);
  g_autoptr(GPtrArray) moves = ggov_division_list_moves (division);

  for (guint i = 0; i < moves->len; i++)
    {
      const GgovDivisionMove *move = moves->pdata[i];

      add_row (rows, g_strdup (move->building), g_strdup_printf ("%d", move->households),
               g_strdup (move->from), g_strdup (move->to));
    }

  return G_LIST_MODEL (rows);
}

static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);

  return scroller;
}

/* Takes @rows over. */
static GtkWidget *
new_list (const char           *title,
          GListModel           *rows,
          const GgovTextColumn *columns,
          guint                 n)
{
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (rows)));

  ggov_text_columns_add (GTK_COLUMN_VIEW (view), columns, n, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return new_scroller (view);
}

/* A remark that speaks of a community alone is told apart by its name. */
static void
add_remark (GtkListBox               *list,
            const GgovDivisionRemark *remark,
            gboolean                  with_community)
{
  g_autofree char *text = with_community
    /* Translators: a community, then a sentence about it */
    ? g_strdup_printf (C_("remark", "%1$s: %2$s"), remark->community, remark->sentence)
    : g_strdup (remark->sentence);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_box_append (list, label);
}

static GtkWidget *
new_remarks (GPtrArray *remarks,
             gboolean   with_community)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  GtkWidget *nothing = gtk_label_new (_("All rules are kept."));

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (list, nothing);
  gtk_widget_set_margin_top (nothing, 24);
  gtk_widget_add_css_class (nothing, "dim-label");
  for (guint i = 0; i < remarks->len; i++)
    add_remark (list, remarks->pdata[i], with_community);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rules not kept"), -1);

  return new_scroller (GTK_WIDGET (list));
}

static void
add_page (GtkStack   *details,
          GtkWidget  *page,
          const char *name,
          const char *title,
          guint       n)
{
  g_autofree char *counted = g_strdup_printf ("%s (%u)", title, n);

  gtk_stack_add_titled (details, page, name, counted);
}

static void
add_pages (GtkStack     *details,
           GgovProposed *proposed)
{
  const GgovDivision *division = ggov_proposed_get_division (proposed);
  GtkWidget *picture = ggov_plan_picture_new ();
  g_autoptr(GPtrArray) remarks = ggov_division_list_remarks (division);
  GListModel *grids = list_grids (division);
  GListModel *moves = list_moves (division);
  guint n_grids = g_list_model_get_n_items (grids);
  guint n_moves = g_list_model_get_n_items (moves);

  ggov_plan_picture_set_sketch (GGOV_PLAN_PICTURE (picture), ggov_proposed_get_sketch (proposed));
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of the proposal; borders there were are dashed, and "
                                    "buildings that move stand out"), -1);
  gtk_widget_set_tooltip_text (picture, _("Borders there were are dashed, and buildings that move "
                                          "stand out"));
  gtk_stack_add_titled (details, picture, "map", _("Map"));
  add_page (details, new_list (_("Grids"), grids, grid_columns, G_N_ELEMENTS (grid_columns)),
            "grids", _("Grids"), n_grids);
  add_page (details, new_list (_("Buildings that move"), moves, move_columns,
                               G_N_ELEMENTS (move_columns)),
            "moves", _("Buildings that move"), n_moves);
  add_page (details, new_remarks (remarks, division->parts->len > 1), "rules", _("Rules not kept"),
            remarks->len);
}

void
_ggov_proposals_show_details (GtkStack     *details,
                              GgovProposed *proposed)
{
  g_autofree char *open = g_strdup (gtk_stack_get_visible_child_name (details));
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (details))))
    gtk_stack_remove (details, page);

  if (proposed == NULL)
    return;

  add_pages (details, proposed);
  if (open)
    gtk_stack_set_visible_child_name (details, open);
}
