/* ggov-net-study.c: an old net laid over the base grids, and what becomes of its people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-net-study.h"

struct _GgovNetStudy
{
  GObject    parent_instance;

  GgovNet   *net;
  GArray    *rows;    /* (element-type GgovNetStudyRow) */
  GArray    *columns; /* (element-type GgovNetStudyColumn) */
  GArray    *cells;   /* (element-type GgovNetStudyCell): by row, then column */
  GPtrArray *people;  /* (element-type GgovNetPerson) */
  guint     *starts;  /* (array): the first cell of each row, and one past the last */
};

G_DEFINE_FINAL_TYPE (GgovNetStudy, ggov_net_study, G_TYPE_OBJECT)

static void
row_clear (GgovNetStudyRow *row)
{
  g_clear_pointer (&row->code, g_free);
  g_clear_pointer (&row->name, g_free);
  g_clear_pointer (&row->shape, g_bytes_unref);
}

static void
column_clear (GgovNetStudyColumn *column)
{
  g_clear_pointer (&column->code, g_free);
  g_clear_pointer (&column->name, g_free);
}

static void
index_cells (GgovNetStudy *self)
{
  guint at = 0;

  self->starts = g_new0 (guint, self->rows->len + 1);
  for (guint row = 0; row < self->rows->len; row++)
    {
      self->starts[row] = at;
      while (at < self->cells->len && g_array_index (self->cells, GgovNetStudyCell, at).row == row)
        at++;
    }
  self->starts[self->rows->len] = at;
}

static void
ggov_net_study_finalize (GObject *object)
{
  GgovNetStudy *self = GGOV_NET_STUDY (object);

  g_clear_object (&self->net);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->starts, g_free);

  G_OBJECT_CLASS (ggov_net_study_parent_class)->finalize (object);
}

static void
ggov_net_study_class_init (GgovNetStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_net_study_finalize;
}

static void
ggov_net_study_init (GgovNetStudy *self)
{
}

GArray *
ggov_net_study_new_rows (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (GgovNetStudyRow));

  g_array_set_clear_func (rows, (GDestroyNotify) row_clear);

  return rows;
}

GArray *
ggov_net_study_new_columns (void)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (GgovNetStudyColumn));

  g_array_set_clear_func (columns, (GDestroyNotify) column_clear);

  return columns;
}

GgovNetStudy *
ggov_net_study_new (GgovNet   *net,
                    GArray    *rows,
                    GArray    *columns,
                    GArray    *cells,
                    GPtrArray *people)
{
  GgovNetStudy *self = g_object_new (GGOV_TYPE_NET_STUDY, NULL);

  self->net = net;
  self->rows = rows;
  self->columns = columns;
  self->cells = cells;
  self->people = people;
  index_cells (self);

  return self;
}

GgovNet *
ggov_net_study_get_net (GgovNetStudy *self)
{
  g_return_val_if_fail (GGOV_IS_NET_STUDY (self), NULL);

  return self->net;
}

guint
ggov_net_study_get_n_rows (GgovNetStudy *self)
{
  g_return_val_if_fail (GGOV_IS_NET_STUDY (self), 0);

  return self->rows->len;
}

const GgovNetStudyRow *
ggov_net_study_get_row (GgovNetStudy *self,
                        guint         i)
{
  g_return_val_if_fail (GGOV_IS_NET_STUDY (self) && i < self->rows->len, NULL);

  return &g_array_index (self->rows, GgovNetStudyRow, i);
}

guint
ggov_net_study_get_n_columns (GgovNetStudy *self)
{
  g_return_val_if_fail (GGOV_IS_NET_STUDY (self), 0);

  return self->columns->len;
}

const GgovNetStudyColumn *
ggov_net_study_get_column (GgovNetStudy *self,
                           guint         i)
{
  g_return_val_if_fail (GGOV_IS_NET_STUDY (self) && i < self->columns->len, NULL);

  return &g_array_index (self->columns, GgovNetStudyColumn, i);
}

guint
ggov_net_study_get_n_cells (GgovNetStudy *self)
{
  g_return_val_if_fail (GGOV_IS_NET_STUDY (self), 0);

  return self->cells->len;
}

const GgovNetStudyCell *
ggov_net_study_get_cell (GgovNetStudy *self,
                         guint         i)
{
  g_return_val_if_fail (GGOV_IS_NET_STUDY (self) && i < self->cells->len, NULL);

  return &g_array_index (self->cells, GgovNetStudyCell, i);
}

const GgovNetStudyCell *
ggov_net_study_find_cell (GgovNetStudy *self,
                          guint         row,
                          guint         column)
{
  g_return_val_if_fail (GGOV_IS_NET_STUDY (self) && row < self->rows->len, NULL);

  for (guint i = self->starts[row]; i < self->starts[row + 1]; i++)
    if (g_array_index (self->cells, GgovNetStudyCell, i).column == column)
      return &g_array_index (self->cells, GgovNetStudyCell, i);

  return NULL;
}

GPtrArray *
ggov_net_study_get_people (GgovNetStudy *self)
{
  g_return_val_if_fail (GGOV_IS_NET_STUDY (self), NULL);

  return self->people;
}
