/* ggov-coverage-list.c: what the organisations leave open, each with what ends it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-coverage-list.h"
#include "ggov-text-column.h"

#define WITHOUT_PARTY "grid-without-party"

#define BUTTON_WIDTH_PX 190

struct _GgovCoverageList
{
  AdwBin              parent_instance;

  GListModel         *rows;     /* (nullable) (element-type GgovCoverageGap) */
  guint               gap;      /* which of the gaps is shown, from 1; 0 for all */
  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;

  /* From the template. */
  GtkDropDown        *choice;
  GtkColumnView      *column_view;
  GtkImage           *party_icon;
  GtkLabel           *party_label;
  GtkStack           *stack;
};

enum
{
  DEED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What can be missing, in the order of the list. */
static const struct
{
  const char *gap;
  const char *label;
} gaps[] = {
  { WITHOUT_PARTY, N_("Grids without a party organisation") },
  { "party-without-head", N_("Party organisations without a head") },
  { "party-without-grid", N_("Party organisations without a grid") },
  { "grid-without-service", N_("Grids that a company does not serve") },
  { "company-without-liaison", N_("Companies without a liaison on a grid") },
  { "organisation-without-contact", N_("Organisations without a contact") },
  { "co-building-without-resource", N_("Co-building organisations that offer nothing") },
  { "co-building-idle", N_("Co-building organisations that did nothing this year") },
  { "community-without-co-building", N_("Communities without a co-building organisation") },
};

/* What ends them, in the user's words. */
static const struct
{
  const char *deed;
  const char *label;
} deeds[] = {
  { "assign-party", N_("Assign One…") },
  { "assign-company", N_("Assign One…") },
  { "assign-grid", N_("Give Grids…") },
  { "add-member", N_("Name the Head…") },
  { "add-contact", N_("Add a Contact…") },
  { "add-resource", N_("Add an Offer…") },
  { "add-activity", N_("Record What It Did…") },
  { "add-liaison", N_("Add a Liaison…") },
  { "add-organisation", N_("Add One…") },
};

G_DEFINE_FINAL_TYPE (GgovCoverageList, ggov_coverage_list, ADW_TYPE_BIN)

/* Columns ---------------------------------------------------------------------------------- */

static char *
dup_name (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_coverage_gap_get_row (row)->name);
}

static char *
dup_sentence (gpointer context,
              gpointer row)
{
  return g_strdup (ggov_coverage_gap_get_row (row)->sentence);
}

/* The grid it is about, where it is not the subject itself. */
static char *
dup_where (gpointer context,
           gpointer row)
{
  const GgovCoverageGapRow *record = ggov_coverage_gap_get_row (row);

  return g_strdup (record->grid && !g_str_equal (record->subject, "grid")
                     ? record->grid
                     : record->community ? record->community : C_("organisation", "Sub-district"));
}

static const GgovTextColumn columns[] = {
  { NC_("column", "Where it is missing"), dup_name, 190, FALSE },
  { NC_("column", "Belongs to"), dup_where, 150, FALSE },
  { NC_("column", "What is missing"), dup_sentence, 0, FALSE },
};

static const char *
get_deed (const char *deed)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].deed, deed))
      return _(deeds[i].label);

  g_return_val_if_reached (deed);
}

static void
clicked_cb (GgovCoverageList *self,
            GtkButton        *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "ggov-item");
  gpointer gap = gtk_list_item_get_item (item);

  if (gap)
    g_signal_emit (self, signals[DEED], 0, gap);
}

static void
set_up_button_cb (GgovCoverageList *self,
                  GtkListItem      *item)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "ggov-item", item);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, button);
}

static void
bind_button_cb (GgovCoverageList *self,
                GtkListItem      *item)
{
  const GgovCoverageGapRow *row = ggov_coverage_gap_get_row (gtk_list_item_get_item (item));
  GtkWidget *button = gtk_list_item_get_child (item);
  const char *label = get_deed (row->deed);
  /* Translators: what a button does, and what it does it about */
  g_autofree char *words = g_strdup_printf (C_("organisation", "%1$s: %2$s"), label, row->name);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
add_button_column (GgovCoverageList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_button_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_button_cb), self, G_CONNECT_SWAPPED);
  column = gtk_column_view_column_new (C_("column", "What ends it"), factory);
  gtk_column_view_column_set_fixed_width (column, BUTTON_WIDTH_PX);
  gtk_column_view_append_column (self->column_view, column);
}

static void
activate_cb (GgovCoverageList *self,
             guint             position)
{
  g_autoptr(GgovCoverageGap) gap = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (gap)
    g_signal_emit (self, signals[DEED], 0, gap);
}

/* Choice ----------------------------------------------------------------------------------- */

static guint
count_gaps (GgovCoverageList *self,
            const char       *gap)
{
  guint n = 0;

  for (guint i = 0; self->rows && i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr(GgovCoverageGap) row = g_list_model_get_item (self->rows, i);

      n += g_str_equal (ggov_coverage_gap_get_row (row)->gap, gap);
    }

  return n;
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  GgovCoverageList *self = user_data;

  return self->gap == 0 ||
         g_str_equal (ggov_coverage_gap_get_row (item)->gap, gaps[self->gap - 1].gap);
}

static void
show_rows (GgovCoverageList *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
}

static void
choice_cb (GgovCoverageList *self)
{
  guint gap = gtk_drop_down_get_selected (self->choice);

  if (gap == self->gap || gap == GTK_INVALID_LIST_POSITION)
    return;

  self->gap = gap;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_rows (self);
}

static void
fill_choice (GgovCoverageList *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("All that is missing"));
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    gtk_string_list_append (labels, _(gaps[i].label));
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
}

/* What every grid has to have is told first, also where nothing is missing. */
static void
show_party (GgovCoverageList *self)
{
  guint n = count_gaps (self, WITHOUT_PARTY);
  g_autofree char *words = n == 0
    ? g_strdup (_("Every grid has a party organisation."))
    : g_strdup_printf (ngettext ("%u grid has no party organisation.",
                                 "%u grids have no party organisation.", n), n);

  gtk_label_set_label (self->party_label, words);
  gtk_image_set_from_icon_name (self->party_icon, n == 0 ? "emblem-ok-symbolic"
                                                         : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->party_icon), n == 0 ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->party_icon), n == 0 ? "success" : "warning");
}

/* The widget ------------------------------------------------------------------------------- */

static void
ggov_coverage_list_dispose (GObject *object)
{
  GgovCoverageList *self = GGOV_COVERAGE_LIST (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (ggov_coverage_list_parent_class)->dispose (object);
}

static void
ggov_coverage_list_class_init (GgovCoverageListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_coverage_list_dispose;

  signals[DEED] = g_signal_new ("deed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, GGOV_TYPE_COVERAGE_GAP);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/organisations/ggov-coverage-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovCoverageList, choice);
  gtk_widget_class_bind_template_child (widget_class, GgovCoverageList, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovCoverageList, party_icon);
  gtk_widget_class_bind_template_child (widget_class, GgovCoverageList, party_label);
  gtk_widget_class_bind_template_child (widget_class, GgovCoverageList, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
}

static void
ggov_coverage_list_init (GgovCoverageList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  ggov_text_columns_add (self->column_view, columns, G_N_ELEMENTS (columns), NULL);
  add_button_column (self);
  fill_choice (self);
}

void
ggov_coverage_list_set_rows (GgovCoverageList *self,
                             GListModel       *rows)
{
  g_return_if_fail (GGOV_IS_COVERAGE_LIST (self));

  g_set_object (&self->rows, rows);
  gtk_filter_list_model_set_model (self->filtered, rows);
  show_party (self);
  show_rows (self);
}
