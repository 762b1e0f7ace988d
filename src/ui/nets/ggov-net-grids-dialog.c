/* ggov-net-grids-dialog.c: chooses the base grids that somebody of an old net goes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-net-grids-dialog.h"
#include "ggov-number-text.h"

#define GGOV_TYPE_NET_GRIDS_DIALOG (ggov_net_grids_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovNetGridsDialog, ggov_net_grids_dialog, GGOV, NET_GRIDS_DIALOG, AdwWindow)

/* A base grid in the list. */
typedef struct
{
  gint64          id;
  gint64          households; /* of the old grid, that live in it */
  GtkCheckButton *check;      /* (unowned) */
} Line;

struct _GgovNetGridsDialog
{
  AdwWindow         parent_instance;

  gint64            person_id;
  gint64            households; /* of the old grid */
  GArray           *lines;      /* (element-type Line): most households first */
  GgovNetGridsFunc  func;
  gpointer          data;

  /* From the template. */
  GtkWidget        *choose_button;
  GtkListBox       *list;
  GtkLabel         *result_label;
  GtkLabel         *who_label;
};

G_DEFINE_FINAL_TYPE (GgovNetGridsDialog, ggov_net_grids_dialog, ADW_TYPE_WINDOW)

static void
show_result (GgovNetGridsDialog *self)
{
  g_autofree char *text = NULL;
  gint64 households = 0;
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    if (gtk_check_button_get_active (g_array_index (self->lines, Line, i).check))
      {
        households += g_array_index (self->lines, Line, i).households;
        n++;
      }

  if (n == 0)
    text = g_strdup (_("The person stays out and gets no post."));
  else
    /* Translators: how many grids, and the share of the old grid’s households in them. */
    text = g_strdup_printf (ngettext ("%u grid with %.0f %% of the old grid’s households",
                                      "%u grids with %.0f %% of the old grid’s households", n),
                            n, self->households > 0 ? 100.0 * households / self->households : 0);
  gtk_label_set_label (self->result_label, text);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovNetGridsDialog *self = GGOV_NET_GRIDS_DIALOG (widget);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      if (gtk_check_button_get_active (line->check))
        g_array_append_val (ids, line->id);
    }

  self->func (self->data, self->person_id, (const gint64 *) (gpointer) ids->data, ids->len);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
ggov_net_grids_dialog_finalize (GObject *object)
{
  GgovNetGridsDialog *self = GGOV_NET_GRIDS_DIALOG (object);

  g_clear_pointer (&self->lines, g_array_unref);

  G_OBJECT_CLASS (ggov_net_grids_dialog_parent_class)->finalize (object);
}

static void
ggov_net_grids_dialog_class_init (GgovNetGridsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_net_grids_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/nets/ggov-net-grids-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovNetGridsDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, GgovNetGridsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, GgovNetGridsDialog, result_label);
  gtk_widget_class_bind_template_child (widget_class, GgovNetGridsDialog, who_label);
  gtk_widget_class_install_action (widget_class, "dialog.choose", NULL, choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.choose", NULL);
}

static void
ggov_net_grids_dialog_init (GgovNetGridsDialog *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_chosen (GgovNetPerson *person,
           gint64         grid_id)
{
  guint n;
  const gint64 *ids = ggov_net_person_get_grids (person, &n);

  for (guint i = 0; i < n; i++)
    if (ids[i] == grid_id)
      return TRUE;

  return FALSE;
}

static void
add_line (GgovNetGridsDialog       *self,
          const GgovNetStudyColumn *column,
          Line                     *line,
          gboolean                  is_active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = g_strdup_printf ("%s  %s", column->code, column->name);
  g_autofree char *households = ggov_number_dup_text (line->households);
  /* Translators: a number of households that an old grid and a base grid have in common. */
  g_autofree char *subtitle = g_strdup_printf (_("%s households in common"), households);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  line->check = GTK_CHECK_BUTTON (check);
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      study_and_row)
{
  gpointer *pair = study_and_row;
  guint row = GPOINTER_TO_UINT (pair[1]);
  const GgovNetStudyCell *one = ggov_net_study_find_cell (pair[0], row, *(const guint *) a);
  const GgovNetStudyCell *other = ggov_net_study_find_cell (pair[0], row, *(const guint *) b);
  gint64 left = one ? one->households : -1, right = other ? other->households : -1;

  if (left != right)
    return left > right ? -1 : 1;

  return (*(const guint *) a > *(const guint *) b) - (*(const guint *) a < *(const guint *) b);
}

static void
fill (GgovNetGridsDialog *self,
      GgovNetStudy       *study,
      GgovNetPerson      *person)
{
  guint row = (guint) ggov_net_person_get_row (person)->row;
  guint n = ggov_net_study_get_n_columns (study);
  g_autofree guint *order = g_new (guint, n + 1);
  gpointer pair[] = { study, GUINT_TO_POINTER (row) };

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_columns, pair);

  for (guint i = 0; i < n; i++)
    {
      const GgovNetStudyColumn *column = ggov_net_study_get_column (study, order[i]);
      const GgovNetStudyCell *cell = ggov_net_study_find_cell (study, row, order[i]);
      Line line = { column->id, cell ? cell->households : 0, NULL };

      add_line (self, column, &line, is_chosen (person, column->id));
      g_array_append_val (self->lines, line);
    }
}

void
ggov_net_grids_dialog_show (GtkWindow        *parent,
                            GgovNetStudy     *study,
                            GgovNetPerson    *person,
                            GgovNetGridsFunc  func,
                            gpointer          data)
{
  const GgovNetPersonRow *row = ggov_net_person_get_row (person);
  GgovNetGridsDialog *self = g_object_new (GGOV_TYPE_NET_GRIDS_DIALOG,
                                           "transient-for", parent,
                                           NULL);
  g_autofree char *who = g_strdup_printf ("%s · %s %s", row->name, row->old_code, row->old_name);

  self->person_id = row->id;
  self->households = ggov_net_study_get_row (study, (guint) row->row)->households;
  self->func = func;
  self->data = data;
  gtk_label_set_label (self->who_label, who);
  fill (self, study, person);
  show_result (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->choose_button);
  if (self->lines->len > 0)
    gtk_window_set_focus (GTK_WINDOW (self),
                          GTK_WIDGET (g_array_index (self->lines, Line, 0).check));
  gtk_window_present (GTK_WINDOW (self));
}
