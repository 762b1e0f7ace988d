/* ggov-roster-list.c: the roster as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-roster-list.h"
#include "ggov-roster-order.h"

struct _GgovRosterList
{
  AdwBin              parent_instance;

  gboolean            is_quiet; /* lines are being exchanged */

  /* From the template. */
  GtkColumnView      *column_view;
  GtkSingleSelection *selection;
  GtkSortListModel   *sorted;
};

enum {
  SELECTED,
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

static char *
format_area (GtkListItem   *item,
             GgovRosterRow *row)
{
  return row ? g_strdup (get_area (ggov_roster_row_get_record (row))) : NULL;
}

static char *
make_place_key (GgovRosterRow *row)
{
  return row ? ggov_roster_order_dup_key (ggov_roster_row_get_record (row)->place) : NULL;
}

static void
selected_cb (GgovRosterList *self)
{
  if (!self->is_quiet)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (GgovRosterList *self,
             guint           position)
{
  gtk_single_selection_set_selected (self->selection, position);
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

  G_OBJECT_CLASS (klass)->dispose = ggov_roster_list_dispose;

  signals[SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (GGOV_TYPE_ROSTER_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-roster-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovRosterList, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterList, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterList, sorted);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_area);
  gtk_widget_class_bind_template_callback (widget_class, make_place_key);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
ggov_roster_list_init (GgovRosterList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const GgovRosterRecord *
get_record_at (GgovRosterList *self,
               guint           position)
{
  g_autoptr(GgovRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  /* The list keeps the row. */
  return row ? ggov_roster_row_get_record (row) : NULL;
}

static guint
find_post (GgovRosterList *self,
           gint64          post_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  for (guint i = 0; post_id != 0 && i < n; i++)
    if (get_record_at (self, i)->post_id == post_id)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

void
ggov_roster_list_set_rows (GgovRosterList *self,
                           GListModel     *rows)
{
  GgovRosterRow *selected;
  gint64 post_id;

  g_return_if_fail (GGOV_IS_ROSTER_LIST (self));

  selected = ggov_roster_list_get_selected (self);
  post_id = selected ? ggov_roster_row_get_record (selected)->post_id : 0;

  self->is_quiet = TRUE;
  gtk_sort_list_model_set_model (self->sorted, rows);
  gtk_single_selection_set_selected (self->selection, find_post (self, post_id));
  self->is_quiet = FALSE;
  selected_cb (self);
}

GListModel *
ggov_roster_list_get_shown (GgovRosterList *self)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  return G_LIST_MODEL (self->sorted);
}

GgovRosterRow *
ggov_roster_list_get_selected (GgovRosterList *self)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

gboolean
ggov_roster_list_select_person (GgovRosterList *self,
                                gint64          person_id)
{
  guint n;

  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  for (guint i = 0; i < n; i++)
    if (get_record_at (self, i)->person_id == person_id)
      {
        gtk_single_selection_set_selected (self->selection, i);
        ggov_roster_order_scroll_to (self->column_view, i);
        return TRUE;
      }

  return FALSE;
}

static const char *
get_text (const char *text)
{
  return text ? text : "";
}

char *
ggov_roster_list_dup_text (GgovRosterList *self)
{
  GString *out;
  guint n;

  g_return_val_if_fail (GGOV_IS_ROSTER_LIST (self), NULL);

  out = g_string_new (NULL);
  g_string_append_printf (out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", C_("column", "Grid"),
                          C_("column", "Post"), C_("column", "Name"), C_("column", "Sex"),
                          C_("column", "Place"), C_("column", "Phone"), C_("column", "Since"));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  for (guint i = 0; i < n; i++)
    {
      const GgovRosterRecord *record = get_record_at (self, i);

      g_string_append_printf (out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", get_text (get_area (record)),
                              record->role, record->name, record->sex_label, record->place,
                              get_text (record->phone), record->since);
    }

  return g_string_free (out, FALSE);
}
