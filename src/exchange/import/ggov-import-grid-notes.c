/* ggov-import-grid-notes.c: what a foreign drawing of grids took, said in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-geo-wkb.h"
#include "ggov-import-grid-notes-private.h"

static const GgovImportGridRow *
find_row (GPtrArray *rows,
          gint64     number)
{
  for (guint i = 0; i < rows->len; i++)
    if (((GgovImportGridRow *) rows->pdata[i])->number == number)
      return rows->pdata[i];

  return NULL;
}

static char *
dup_grid (GPtrArray *rows,
          gint64     number)
{
  const GgovImportGridRow *row = find_row (rows, number);

  if (row && row->name)
    return g_strdup (row->name);
  if (row && row->code)
    return g_strdup (row->code);
  if (row)
    /* Translators: a polygon without a name, by its place in the file */
    return g_strdup_printf (_("row %u"), (guint) row->row);

  /* Translators: a grid that an import had to add, by its number within the draft */
  return g_strdup_printf (_("new grid %u"), (guint) number);
}

static char *
dup_building (GgovDraft *draft,
              gint64     id)
{
  guint i;

  return ggov_draft_find_building (draft, id, &i)
    ? g_strdup (ggov_draft_get_building (draft, i)->label) : g_strdup ("");
}

static char *
dup_message (GPtrArray              *rows,
             GgovDraft              *draft,
             const GgovGeoAdoptNote *note)
{
  g_autofree char *grid = dup_grid (rows, note->grid_id);
  g_autofree char *other = dup_grid (rows, note->other_grid_id);
  g_autofree char *building = dup_building (draft, note->building_id);
  const double area = note->area_m2;

  switch (note->kind)
    {
    case GGOV_GEO_ADOPT_OVERLAP:
      /* Translators: two grids, an area, the first of the grids again */
      return g_strdup_printf (_("“%1$s” and “%2$s” overlap by %3$.0f m²; the ground went to “%1$s”"),
                              grid, other, area);
    case GGOV_GEO_ADOPT_GAP:
      return g_strdup_printf (_("%1$.0f m² were in no grid; they went to “%2$s”"), area, grid);
    case GGOV_GEO_ADOPT_GAP_GRID:
      return g_strdup_printf (_("%1$.0f m² with buildings were in no grid; they are “%2$s” now"),
                              area, grid);
    case GGOV_GEO_ADOPT_OUTSIDE:
      return g_strdup_printf (_("“%1$s” reaches beyond the community by %2$.0f m², which were cut "
                                "off"), grid, area);
    case GGOV_GEO_ADOPT_BUILDING_CUT:
      /* Translators: a building, then two grids */
      return g_strdup_printf (_("A border cuts %1$s between “%2$s” and “%3$s”; it went whole to "
                                "“%2$s”, which holds most of it"), building, grid, other);
    case GGOV_GEO_ADOPT_PIECE_GIVEN:
      return g_strdup_printf (_("“%1$s” is in pieces; one of %2$.0f m² went to “%3$s”"), grid,
                              area, other);
    case GGOV_GEO_ADOPT_PIECE_GRID:
      return g_strdup_printf (_("“%1$s” is in pieces; one of %2$.0f m² is “%3$s” now"), grid,
                              area, other);
    case GGOV_GEO_ADOPT_ENCLOSED:
      return g_strdup_printf (_("“%1$s” lies wholly inside “%2$s”; they are one grid now"), grid,
                              other);
    case GGOV_GEO_ADOPT_LOST:
      return g_strdup_printf (_("No ground is left for “%s”"), grid);
    case GGOV_GEO_ADOPT_REDRAWN:
    case GGOV_GEO_N_ADOPT_KINDS:
    default:
      return g_strdup (_("The lines could not be kept; all borders were drawn anew around the "
                         "buildings"));
    }
}

void
_ggov_import_tell_grid_notes (GgovImportReport *report,
                              GPtrArray        *rows,
                              GgovDraft        *draft,
                              GArray           *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const GgovGeoAdoptNote *note = &g_array_index (notes, GgovGeoAdoptNote, i);
      const GgovImportGridRow *row = find_row (rows, note->grid_id);
      g_autofree char *message = dup_message (rows, draft, note);

      ggov_import_report_tell (report, row ? row->row : 0,
                               ggov_geo_adopt_kind_to_nick (note->kind), message, note->lon,
                               note->lat);
    }
}

void
_ggov_import_find_middle (GBytes *shape,
                          double *lon,
                          double *lat)
{
  GgovGeoWkb wkb;
  GgovGeoBounds bounds;

  if (!ggov_geo_wkb_init_bytes (&wkb, shape, NULL))
    return;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  *lon = (bounds.min_lon + bounds.max_lon) / 2;
  *lat = (bounds.min_lat + bounds.max_lat) / 2;
}
