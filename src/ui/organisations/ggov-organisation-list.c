/* ggov-organisation-list.c: organisations by kind, searched, one of them chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-number-text.h"
#include "ggov-organisation-kind.h"
#include "ggov-organisation-list.h"
#include "ggov-text-column.h"

#define KEY_KIND "ggov-kind"

struct _GgovOrganisationList
{
  AdwBin               parent_instance;

  GListModel          *rows;       /* (nullable) (element-type GgovOrganisation) */
  GgovOrganisation    *chosen;     /* (nullable) */
  const char          *kind;       /* (nullable): static, of the kind that is shown */
  gint64               wanted_id;  /* of what is to be chosen, or 0 */
  gboolean             wanted_party;
  gboolean             is_filling; /* what changes is no choice of the user's */
  GtkCustomFilter     *filter;
  GtkFilterListModel  *filtered;
  GtkSingleSelection  *selection;

  /* From the template. */
  GtkColumnView       *column_view;
  GtkLabel            *empty_label;
  GtkListBox          *kinds;
  GtkStack            *stack;
  GtkEditable         *text;
};

enum
{
  CHOSEN,
  SEARCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovOrganisationList, ggov_organisation_list, ADW_TYPE_BIN)

/* Columns ---------------------------------------------------------------------------------- */

static char *
dup_name (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_organisation_get_row (row)->name);
}

static char *
dup_place (gpointer context,
           gpointer row)
{
  const GgovOrganisationRow *record = ggov_organisation_get_row (row);

  return g_strdup (record->community ? record->community : C_("organisation", "Sub-district"));
}

static char *
dup_head (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_organisation_get_row (row)->head);
}

static char *
dup_grids (gpointer context,
           gpointer row)
{
  gint64 n = ggov_organisation_get_row (row)->grids;

  return n > 0 ? ggov_number_dup_text (n) : NULL;
}

static const GgovTextColumn columns[] = {
  { NC_("column", "Organisation"), dup_name, 0, FALSE },
  { NC_("column", "Belongs to"), dup_place, 110, FALSE },
  { NC_("column", "Head, contact"), dup_head, 120, FALSE },
  { NC_("column", "Grids"), dup_grids, 60, TRUE },
};

/* Choosing --------------------------------------------------------------------------------- */

static gboolean
is_same (GgovOrganisation *row,
         gboolean          is_party,
         gint64            id)
{
  const GgovOrganisationRow *record = ggov_organisation_get_row (row);

  return record->id == id && ggov_organisation_kind_is_party (record->kind) == is_party;
}

static void
set_chosen (GgovOrganisationList *self,
            GgovOrganisation     *row)
{
  g_set_object (&self->chosen, row);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Also where what is chosen is another object of the same organisation. */
static void
selected_cb (GgovOrganisationList *self)
{
  if (!self->is_filling)
    set_chosen (self, gtk_single_selection_get_selected_item (self->selection));
}

/* Returns: whether it is among those that are shown */
static gboolean
select_row (GgovOrganisationList *self,
            gboolean              is_party,
            gint64                id)
{
  GListModel *shown = G_LIST_MODEL (self->filtered);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GgovOrganisation) row = g_list_model_get_item (shown, i);

      if (!is_same (row, is_party, id))
        continue;

      gtk_single_selection_set_selected (self->selection, i);
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->column_view)); child;
           child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", i))
          break;

      return TRUE;
    }

  return FALSE;
}

/* What is wanted, else what was chosen, else the first. */
static void
select_again (GgovOrganisationList *self)
{
  const GgovOrganisationRow *known = self->chosen ? ggov_organisation_get_row (self->chosen) : NULL;

  self->is_filling = TRUE;
  if (self->wanted_id != 0 && select_row (self, self->wanted_party, self->wanted_id))
    self->wanted_id = 0;
  else if (known == NULL ||
           !select_row (self, ggov_organisation_kind_is_party (known->kind), known->id))
    gtk_single_selection_set_selected (self->selection, 0);
  self->is_filling = FALSE;
  set_chosen (self, gtk_single_selection_get_selected_item (self->selection));
}

/* Kinds ------------------------------------------------------------------------------------ */

static guint
count_kind (GgovOrganisationList *self,
            const char           *kind)
{
  guint n = 0;

  for (guint i = 0; self->rows && i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr(GgovOrganisation) row = g_list_model_get_item (self->rows, i);

      n += kind == NULL || g_str_equal (ggov_organisation_get_row (row)->kind, kind);
    }

  return n;
}

static GtkListBoxRow *
get_kind_row (GgovOrganisationList *self,
              guint                 kind)
{
  return gtk_list_box_get_row_at_index (self->kinds, (int) kind);
}

static GtkWidget *
make_kind_row (const char *label,
               const char *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (label);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (row), KEY_KIND, (gpointer) kind);

  return row;
}

static void
add_kinds (GgovOrganisationList *self)
{
  self->is_filling = TRUE;
  gtk_list_box_append (self->kinds, make_kind_row (C_("organisation", "All"), NULL));
  for (guint kind = 0; kind < GGOV_N_ORGANISATION_KINDS; kind++)
    gtk_list_box_append (self->kinds, make_kind_row (ggov_organisation_kind_get_plural (kind),
                                                     ggov_organisation_kind_get_code (kind)));
  gtk_list_box_select_row (self->kinds, get_kind_row (self, 0));
  self->is_filling = FALSE;
}

static void
show_counts (GgovOrganisationList *self)
{
  for (guint i = 0; i <= GGOV_N_ORGANISATION_KINDS; i++)
    {
      GtkListBoxRow *row = get_kind_row (self, i);
      GtkWidget *box = gtk_list_box_row_get_child (row);
      g_autofree char *number = ggov_number_dup_text (
        count_kind (self, g_object_get_data (G_OBJECT (row), KEY_KIND)));

      gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), number);
    }
}

static void
show_rows (GgovOrganisationList *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;

  gtk_label_set_label (self->empty_label, *gtk_editable_get_text (self->text)
                         ? _("No organisation is like that. Look for other words, or in another "
                             "kind.")
                         : _("There is none of this kind yet. Add one with “New…”."));
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
}

static void
kind_selected_cb (GgovOrganisationList *self,
                  GtkListBoxRow        *row)
{
  if (self->is_filling || row == NULL)
    return;

  self->kind = g_object_get_data (G_OBJECT (row), KEY_KIND);
  self->is_filling = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->is_filling = FALSE;
  show_rows (self);
  select_again (self);
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  GgovOrganisationList *self = user_data;

  return self->kind == NULL || g_str_equal (ggov_organisation_get_row (item)->kind, self->kind);
}

static void
search_changed_cb (GgovOrganisationList *self)
{
  g_signal_emit (self, signals[SEARCHED], 0);
}

/* The widget ------------------------------------------------------------------------------- */

static void
ggov_organisation_list_dispose (GObject *object)
{
  GgovOrganisationList *self = GGOV_ORGANISATION_LIST (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->chosen);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (ggov_organisation_list_parent_class)->dispose (object);
}

static void
ggov_organisation_list_class_init (GgovOrganisationListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_organisation_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[SEARCHED] = g_signal_new ("searched", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/organisations/ggov-organisation-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationList, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationList, empty_label);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationList, kinds);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationList, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationList, text);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
ggov_organisation_list_init (GgovOrganisationList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  ggov_text_columns_add (self->column_view, columns, G_N_ELEMENTS (columns), NULL);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  add_kinds (self);
}

void
ggov_organisation_list_set_rows (GgovOrganisationList *self,
                                 GListModel           *rows)
{
  g_return_if_fail (GGOV_IS_ORGANISATION_LIST (self));

  self->is_filling = TRUE;
  g_set_object (&self->rows, rows);
  gtk_filter_list_model_set_model (self->filtered, rows);
  self->is_filling = FALSE;
  show_counts (self);
  show_rows (self);
  select_again (self);
}

GListModel *
ggov_organisation_list_get_rows (GgovOrganisationList *self)
{
  g_return_val_if_fail (GGOV_IS_ORGANISATION_LIST (self), NULL);

  return self->rows;
}

GgovOrganisation *
ggov_organisation_list_get_chosen (GgovOrganisationList *self)
{
  g_return_val_if_fail (GGOV_IS_ORGANISATION_LIST (self), NULL);

  return self->chosen;
}

void
ggov_organisation_list_choose (GgovOrganisationList *self,
                               const char           *kind,
                               gint64                id)
{
  g_return_if_fail (GGOV_IS_ORGANISATION_LIST (self));

  self->wanted_party = ggov_organisation_kind_is_party (kind);
  self->wanted_id = id;
  if (self->kind && !g_str_equal (self->kind, kind))
    gtk_list_box_select_row (self->kinds, get_kind_row (self, 0));
  if (*gtk_editable_get_text (self->text))
    gtk_editable_set_text (self->text, ""); /* which lists anew */
  else
    select_again (self);
}

const char *
ggov_organisation_list_get_text (GgovOrganisationList *self)
{
  g_return_val_if_fail (GGOV_IS_ORGANISATION_LIST (self), "");

  return gtk_editable_get_text (self->text);
}

const char *
ggov_organisation_list_get_kind (GgovOrganisationList *self)
{
  g_return_val_if_fail (GGOV_IS_ORGANISATION_LIST (self), NULL);

  return self->kind;
}

void
ggov_organisation_list_start (GgovOrganisationList *self)
{
  g_return_if_fail (GGOV_IS_ORGANISATION_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
