/* ggov-import-grids.c: grids that somebody else drew become drafts of plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ggov-change-known.h"
#include "ggov-import-accept.h"
#include "ggov-import-footprints-private.h"
#include "ggov-import-grid-notes-private.h"
#include "ggov-import-shape.h"
#include "ggov-write-drafts.h"

#define READ_SHARE 0.2 /* of the time that an import spends after its file has been read */

enum { FIELD_NAME, FIELD_CODE, N_FIELDS };

static const GgovImportField fields[N_FIELDS] = {
  { "name", { "name", "名称", "网格名称", "网格", "grid_name", "grid", "t_name", NULL } },
  { "code", { "code", "代码", "编码", "网格编码", "网格代码", "grid_code", "geoid20", NULL } },
};

typedef struct
{
  GgovChange      *change;
  GgovImportOrder *order;
  GPtrArray       *rows; /* (element-type GgovImportGridRow) */
} Work;

static void
row_free (gpointer data)
{
  GgovImportGridRow *row = data;

  g_free (row->name);
  g_free (row->code);
  g_bytes_unref (row->shape);
  g_free (row);
}

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Rows ------------------------------------------------------------------------------------- */

static void
read_row (Work            *work,
          GgovImportTable *table)
{
  GgovImportReport *report = work->order->report;
  gint64 number = ggov_exchange_rows_get_number (table->rows);
  g_autoptr(GBytes) shape = ggov_import_shape_read (table->rows, work->order->datum);
  g_autoptr(GBytes) sound = NULL;
  GgovImportGridRow *row;
  GgovGeoLook look;

  report->read++;
  ggov_geo_check_shapes (&shape, 1, GGOV_GEO_SUBJECT_BORDER, &look);
  sound = ggov_import_shape_judge (shape, GGOV_GEO_SUBJECT_BORDER, &look, report, number);
  if (sound == NULL)
    return;

  row = g_new0 (GgovImportGridRow, 1);
  row->row = number;
  row->name = ggov_import_table_dup_text (table, FIELD_NAME);
  row->code = ggov_import_table_dup_text (table, FIELD_CODE);
  row->shape = g_steal_pointer (&sound);
  g_ptr_array_add (work->rows, row);
}

static gboolean
read_rows (Work    *work,
           GError **error)
{
  g_autoptr(GgovImportTable) table =
    ggov_import_table_open (work->order->reading, work->order->layer_index, fields, N_FIELDS,
                            work->order->wishes, error);
  const double n = (double) MAX (work->order->layer->n_rows, 1);
  GError *broken = NULL;

  if (table == NULL)
    return FALSE;

  while (ggov_exchange_rows_next (table->rows, &broken))
    {
      read_row (work, table);
      if (!ggov_import_go_on (work->change, work->order,
                              MIN (work->order->report->read / n, 1) * READ_SHARE, error))
        return FALSE;
    }

  if (broken == NULL)
    return TRUE;

  g_propagate_error (error, broken);
  return FALSE;
}

/* Grids ------------------------------------------------------------------------------------ */

/* A grid that has this code already goes on; rows of one code are one grid. */
static gint64
find_number (Work      *work,
             guint      index,
             GgovDraft *latest)
{
  const GgovImportGridRow *row = work->rows->pdata[index];

  for (guint i = 0; row->code && i < ggov_draft_get_n_grids (latest); i++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (latest, i);
      const GgovDraftBase *base = ggov_draft_find_base (latest, grid->grid_id);

      if (base && g_str_equal (base->code, row->code))
        return grid->number;
    }

  for (guint i = 0; row->code && i < index; i++)
    if (g_strcmp0 (((GgovImportGridRow *) work->rows->pdata[i])->code, row->code) == 0)
      return ((GgovImportGridRow *) work->rows->pdata[i])->number;

  return ggov_draft_get_free_number (latest) + index;
}

static GArray *
make_drawing (Work      *work,
              GgovDraft *latest)
{
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (GgovGeoDrawnGrid));

  for (guint i = 0; i < work->rows->len; i++)
    {
      GgovImportGridRow *row = work->rows->pdata[i];
      GgovGeoDrawnGrid grid = { 0, row->shape };

      row->number = latest ? find_number (work, i, latest) : i + 1;
      grid.grid_id = row->number;
      g_array_append_val (drawn, grid);
    }

  return drawn;
}

static GgovGeoDrawnGrid *
get_drawn (GArray *drawn)
{
  return (GgovGeoDrawnGrid *) (gpointer) drawn->data;
}

/* What the file calls its grids; the first row of a grid names it. */
static GgovDraft *
name_grids (Work      *work,
            GgovDraft *state)
{
  GgovDraft *named = g_object_ref (state);

  for (guint i = work->rows->len; i-- > 0; )
    {
      const GgovImportGridRow *row = work->rows->pdata[i];
      const char *name = row->name ? row->name : row->code;
      const GgovDraftGrid *grid = ggov_draft_find_grid (named, row->number);
      GgovDraft *next;

      /* A code that goes on says itself. */
      if (grid == NULL || name == NULL || (row->name == NULL && grid->grid_id != 0))
        continue;

      next = ggov_draft_edit_grid (named, row->number, name, FALSE);
      g_object_unref (named);
      named = next;
    }

  return named;
}

static GgovDraft *
take_drawing (Work                *work,
              GgovDraft           *latest,
              GgovGeoSubdivision  *subdivision,
              GArray              *buildings)
{
  g_autofree gint64 *numbers = g_new (gint64, buildings->len + 1);
  g_autoptr(GgovDraft) drawn = NULL;
  g_autoptr(GgovDraft) named = NULL;

  for (guint i = 0; i < buildings->len; i++)
    numbers[i] = g_array_index (buildings, GgovGeoBuilding, i).grid_id;

  drawn = ggov_draft_edit (latest, subdivision, numbers);
  named = name_grids (work, drawn);

  return ggov_draft_match_codes (named);
}

static gint64
save (Work       *work,
      GgovDraft  *state,
      guint       n_grids,
      guint       n_buildings,
      GError    **error)
{
  const GgovPlanRow *row = ggov_plan_get_row (ggov_draft_get_plan (state));
  gint64 plan_id = ggov_change_add_draft (work->change, state, work->order->plan_name, error);

  if (plan_id != 0)
    ggov_import_report_add_plan (work->order->report, plan_id, row->community_code,
                                 row->community, n_grids, n_buildings);

  return plan_id;
}

static gboolean
draft_community (Work                      *work,
                 const GgovKnownCommunity  *community,
                 GError                   **error)
{
  g_autoptr(GgovDraft) latest =
    ggov_change_load_latest_plan (work->change, community->id, error);
  g_autoptr(GgovDraft) state = NULL;
  g_autoptr(GArray) drawn = NULL;
  g_autoptr(GArray) buildings = NULL;
  g_autoptr(GArray) notes = g_array_new (FALSE, FALSE, sizeof (GgovGeoAdoptNote));
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;

  if (latest == NULL)
    return FALSE;

  drawn = make_drawing (work, latest);
  buildings = ggov_draft_dup_geo_buildings (latest);
  subdivision = ggov_geo_adopt (community->border, get_drawn (drawn), drawn->len,
                                (GgovGeoBuilding *) (gpointer) buildings->data, buildings->len,
                                ggov_draft_get_streets (latest), notes, error);
  if (subdivision == NULL)
    {
      /* Translators: what is wrong, in English, follows; the place-holder is a community */
      g_prefix_error (error, _("The grids of “%s” cannot be drawn: "), community->name);
      return FALSE;
    }

  for (guint i = 0; i < drawn->len; i++)
    if (get_drawn (drawn)[i].is_used)
      ((GgovImportGridRow *) work->rows->pdata[i])->is_used = TRUE;

  state = take_drawing (work, latest, subdivision, buildings);
  _ggov_import_tell_grid_notes (work->order->report, work->rows, latest, notes);

  return save (work, state, ggov_draft_get_n_grids (state), buildings->len, error) != 0;
}

/* Communities ------------------------------------------------------------------------------ */

static gboolean
is_wanted (Work                      *work,
           const GgovKnownCommunity  *community,
           gboolean                  *wanted,
           GError                   **error)
{
  g_autoptr(GArray) drawn = make_drawing (work, NULL);
  GError *local_error = NULL;

  *wanted = (work->order->community_id == 0 || work->order->community_id == community->id) &&
            ggov_geo_drawn_lie_in (community->border, get_drawn (drawn), drawn->len,
                                   &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  return FALSE;
}

static void
reject_unused (Work *work)
{
  for (guint i = 0; i < work->rows->len; i++)
    {
      const GgovImportGridRow *row = work->rows->pdata[i];
      double lon = NAN, lat = NAN;

      if (row->is_used)
        {
          work->order->report->added++;
          continue;
        }

      _ggov_import_find_middle (row->shape, &lon, &lat);
      ggov_import_report_reject (work->order->report, row->row, "elsewhere",
                                 _("The polygon lies in no community that is drafted"), lon, lat);
    }
}

static gboolean
refuse_nothing (Work    *work,
                GError **error)
{
  if (work->rows->len == 0)
    g_set_error_literal (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
                         _("The file has no polygon that could be a grid. Choose another file."));
  else
    g_set_error_literal (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
                         _("No polygon of the file lies in the community, or in any. Look at the "
                           "file’s coordinate system and datum."));
  return FALSE;
}

gboolean
ggov_import_accept_grids (GgovChange       *change,
                          GgovImportOrder  *order,
                          GError          **error)
{
  g_auto(Work) work = { .change = change, .order = order };
  g_autoptr(GPtrArray) communities = ggov_change_load_communities (change, error);
  guint n_plans = 0;

  work.rows = g_ptr_array_new_with_free_func (row_free);
  if (communities == NULL || !read_rows (&work, error))
    return FALSE;

  for (guint i = 0; i < communities->len; i++)
    {
      gboolean wanted;

      if (!ggov_import_go_on (change, order,
                              READ_SHARE + (1 - READ_SHARE) * i / communities->len, error) ||
          !is_wanted (&work, communities->pdata[i], &wanted, error) ||
          (wanted && !draft_community (&work, communities->pdata[i], error)))
        return FALSE;

      n_plans += wanted;
    }

  if (n_plans == 0)
    return refuse_nothing (&work, error);

  if (n_plans > 1)
    ggov_change_set_subject (change, "");
  reject_unused (&work);

  return TRUE;
}

const GgovImportField *
ggov_import_get_grid_fields (guint *n_fields)
{
  *n_fields = N_FIELDS;

  return fields;
}
