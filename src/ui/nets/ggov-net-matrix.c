/* ggov-net-matrix.c: old grids by base grids, the more in common the stronger the colour
 *
 * Base grids are the rows: a net has few large grids, under each of which many base grids lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-net-columns.h"
#include "ggov-net-matrix.h"
#include "ggov-number-text.h"

#define MOST_COLUMNS 30 /* old grids at a time */
#define CELL_PX      84

typedef enum
{
  MEASURE_HOUSEHOLDS,
  MEASURE_BUILDINGS,
  MEASURE_GROUND,
} Measure;

/* The share of a base grid from which on a cell has the class, in parts of a hundred. */
static const struct { double percent; const char *css_class; } heats[] = {
  { 75, "heat-4" }, { 50, "heat-3" }, { 25, "heat-2" }, { 5, "heat-1" },
};

/* Which column of the table it is: an old grid, or their sum. */
typedef struct
{
  GgovNetMatrix *matrix; /* (unowned) */
  guint          row;    /* of the study, or G_MAXUINT */
} Place;

struct _GgovNetMatrix
{
  AdwBin         parent_instance;

  GgovNetStudy  *study;  /* (nullable) */
  Place         *places; /* (array) (nullable): by column */

  /* From the template. */
  GtkDropDown   *measure_choice;
  GtkDropDown   *range_choice;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (GgovNetMatrix, ggov_net_matrix, ADW_TYPE_BIN)

static double
get_cell_value (GgovNetMatrix *self,
                guint          row,
                guint          column)
{
  const GgovNetStudyCell *cell = ggov_net_study_find_cell (self->study, row, column);

  switch ((Measure) gtk_drop_down_get_selected (self->measure_choice))
    {
    case MEASURE_BUILDINGS:
      return cell ? cell->buildings : 0;
    case MEASURE_GROUND:
      return cell ? cell->area_m2 : 0;
    case MEASURE_HOUSEHOLDS:
    default:
      return cell ? cell->households : 0;
    }
}

/* What of an old grid is in no base grid, and the whole of it. */
static double
get_row_value (GgovNetMatrix *self,
               guint          row,
               gboolean       is_stray)
{
  const GgovNetStudyRow *old = ggov_net_study_get_row (self->study, row);

  switch ((Measure) gtk_drop_down_get_selected (self->measure_choice))
    {
    case MEASURE_BUILDINGS:
      return is_stray ? old->stray_buildings : old->buildings;
    case MEASURE_GROUND:
      return is_stray ? old->outside_m2 + old->bare_m2 : old->area_m2;
    case MEASURE_HOUSEHOLDS:
    default:
      return is_stray ? old->stray_households : old->households;
    }
}

/* The whole of a base grid. */
static double
get_column_value (GgovNetMatrix *self,
                  guint          column)
{
  const GgovNetStudyColumn *base = ggov_net_study_get_column (self->study, column);

  switch ((Measure) gtk_drop_down_get_selected (self->measure_choice))
    {
    case MEASURE_BUILDINGS:
      return base->buildings;
    case MEASURE_GROUND:
      return base->area_m2;
    case MEASURE_HOUSEHOLDS:
    default:
      return base->households;
    }
}

/* The last two lines are what no base grid has, and all. */
static double
get_value (GgovNetMatrix *self,
           guint          row,
           guint          line)
{
  guint n = ggov_net_study_get_n_columns (self->study);

  return line < n ? get_cell_value (self, row, line) : get_row_value (self, row, line == n);
}

static char *
dup_value (gpointer     item,
           guint        position,
           gpointer     data,
           const char **css_class)
{
  const Place *place = data;
  GgovNetMatrix *self = place->matrix;
  double value = 0, whole = 0;

  if (place->row != G_MAXUINT)
    {
      value = get_value (self, place->row, position);
      if (position < ggov_net_study_get_n_columns (self->study))
        whole = get_column_value (self, position);
    }
  else
    for (guint i = 0; i < ggov_net_study_get_n_rows (self->study); i++)
      value += get_value (self, i, position);

  for (guint i = 0; whole > 0 && *css_class == NULL && i < G_N_ELEMENTS (heats); i++)
    if (100 * value / whole >= heats[i].percent)
      *css_class = heats[i].css_class;

  return value >= 0.5 ? ggov_number_dup_text ((gint64) round (value)) : g_strdup ("");
}

static char *
dup_name (gpointer     item,
          guint        position,
          gpointer     data,
          const char **css_class)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static GListModel *
new_lines (GgovNetMatrix *self)
{
  GtkStringList *lines = gtk_string_list_new (NULL);

  for (guint i = 0; i < ggov_net_study_get_n_columns (self->study); i++)
    {
      const GgovNetStudyColumn *column = ggov_net_study_get_column (self->study, i);
      g_autofree char *text = g_strdup_printf ("%s  %s", column->code, column->name);

      gtk_string_list_append (lines, text);
    }
  gtk_string_list_append (lines, _("In no base grid"));
  gtk_string_list_append (lines, _("All"));

  return G_LIST_MODEL (lines);
}

static void
update (GgovNetMatrix *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;
  guint n, first;

  /* The template tells of its own choices while it is made. */
  if (self->view == NULL || self->range_choice == NULL)
    return;

  gtk_column_view_set_model (self->view, NULL);
  ggov_net_columns_clear (self->view);
  g_clear_pointer (&self->places, g_free);
  if (self->study == NULL)
    return;

  n = ggov_net_study_get_n_rows (self->study);
  first = gtk_widget_get_visible (GTK_WIDGET (self->range_choice))
            ? MOST_COLUMNS * gtk_drop_down_get_selected (self->range_choice) : 0;
  self->places = g_new0 (Place, n + 1);
  ggov_net_columns_add (self->view, _("Base grid"), 262, FALSE, dup_name, NULL);
  for (guint i = first; i < MIN (n, first + MOST_COLUMNS); i++)
    {
      self->places[i] = (Place) { self, i };
      ggov_net_columns_add (self->view, ggov_net_study_get_row (self->study, i)->code, CELL_PX,
                            TRUE, dup_value, &self->places[i]);
    }
  self->places[n] = (Place) { self, G_MAXUINT };
  ggov_net_columns_add (self->view, _("All"), CELL_PX, TRUE, dup_value, &self->places[n]);

  selection = gtk_no_selection_new (new_lines (self));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
ggov_net_matrix_dispose (GObject *object)
{
  GgovNetMatrix *self = GGOV_NET_MATRIX (object);

  if (self->view)
    gtk_column_view_set_model (self->view, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  g_clear_object (&self->study);
  g_clear_pointer (&self->places, g_free);

  G_OBJECT_CLASS (ggov_net_matrix_parent_class)->dispose (object);
}

static void
ggov_net_matrix_class_init (GgovNetMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_net_matrix_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/nets/ggov-net-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovNetMatrix, measure_choice);
  gtk_widget_class_bind_template_child (widget_class, GgovNetMatrix, range_choice);
  gtk_widget_class_bind_template_child (widget_class, GgovNetMatrix, view);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
ggov_net_matrix_init (GgovNetMatrix *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_ranges (GgovNetMatrix *self)
{
  guint n = self->study ? ggov_net_study_get_n_rows (self->study) : 0;
  g_autoptr(GtkStringList) ranges = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i += MOST_COLUMNS)
    {
      guint last = MIN (i + MOST_COLUMNS, n) - 1;
      g_autofree char *text = g_strdup_printf ("%s – %s",
                                               ggov_net_study_get_row (self->study, i)->code,
                                               ggov_net_study_get_row (self->study, last)->code);

      gtk_string_list_append (ranges, text);
    }

  gtk_drop_down_set_model (self->range_choice, G_LIST_MODEL (ranges));
  gtk_widget_set_visible (GTK_WIDGET (self->range_choice), n > MOST_COLUMNS);
}

void
ggov_net_matrix_set_study (GgovNetMatrix *self,
                           GgovNetStudy  *study)
{
  g_return_if_fail (GGOV_IS_NET_MATRIX (self));

  if (self->study == study)
    return;

  gtk_column_view_set_model (self->view, NULL);
  g_set_object (&self->study, study);
  fill_ranges (self);
  update (self);
}
