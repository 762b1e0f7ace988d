/* ggov-geo-draft-private.h: a subdivision under way, whose arcs may still be cut and joined
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-subdivision.h"

G_BEGIN_DECLS

/**
 * GgovGeoDraftArc:
 * @points: (element-type double[2]): longitude then latitude in degrees
 *
 * An arc as GgovGeoArc is, but one that may be changed.
 */
typedef struct
{
  gint64 id;
  gint64 left_grid_id;
  gint64 right_grid_id;
  GArray *points;
} GgovGeoDraftArc;

/**
 * GgovGeoDraft:
 * @arcs: (element-type GgovGeoDraftArc): owned by it
 * @last_id: new arcs are numbered from here on
 */
typedef struct
{
  GPtrArray *arcs;
  gint64 last_id;
} GgovGeoDraft;

/**
 * _ggov_geo_draft_new:
 * @before: new arcs get ids above all of its
 * @has_arcs: whether the draft begins with all of its arcs, or with none
 */
GgovGeoDraft    *_ggov_geo_draft_new      (GgovGeoSubdivision *before,
                                           gboolean            has_arcs) G_GNUC_WARN_UNUSED_RESULT;
void             _ggov_geo_draft_free     (GgovGeoDraft       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoDraft, _ggov_geo_draft_free)

/**
 * _ggov_geo_draft_add:
 * @id: 0 for a new one
 *
 * Returns: (transfer none): the arc
 */
GgovGeoDraftArc *_ggov_geo_draft_add      (GgovGeoDraft       *self,
                                           gint64              id,
                                           gint64              left_grid_id,
                                           gint64              right_grid_id,
                                           const double       *coords,
                                           guint               n_points);

/* (transfer none) (nullable) */
GgovGeoDraftArc *_ggov_geo_draft_find     (GgovGeoDraft       *self,
                                           gint64              id);

/* (transfer none) (array fixed-size=2): a vertex of an arc. */
static inline double *
_ggov_geo_draft_arc_get (const GgovGeoDraftArc *arc,
                         guint                  index)
{
  return (double *) (gpointer) arc->points->data + 2 * index;
}

/* Walks the arc the other way. */
void             _ggov_geo_draft_turn     (GgovGeoDraftArc    *arc);

/**
 * _ggov_geo_draft_give_number:
 *
 * Gives an arc that is no longer what it was a new id.
 */
void             _ggov_geo_draft_give_number (GgovGeoDraft    *self,
                                              GgovGeoDraftArc *arc);

/**
 * _ggov_geo_draft_make_node:
 * @place: (array fixed-size=2): a place on an arc, to rounding
 *
 * Makes sure that arcs end at the place: one that runs through it is cut in two.
 *
 * Returns: TRUE, or FALSE where no arc runs there
 */
gboolean         _ggov_geo_draft_make_node (GgovGeoDraft      *self,
                                            const double      *place);

/* Whether a place is on the border of a grid, to rounding. */
gboolean         _ggov_geo_draft_is_on_grid (GgovGeoDraft     *self,
                                             gint64            grid_id,
                                             const double     *place);

/**
 * _ggov_geo_draft_mend:
 * @place: (array fixed-size=2): where arcs end
 *
 * Joins the two arcs that are left at a place where three or more met, without the point between
 * them where that lay on a straight line.
 */
void             _ggov_geo_draft_mend     (GgovGeoDraft       *self,
                                           const double       *place);

/**
 * _ggov_geo_draft_relabel:
 *
 * Gives all ground of grid @from to grid @to: the arcs between them go, those that third grids no
 * longer part are joined.
 */
void             _ggov_geo_draft_relabel  (GgovGeoDraft       *self,
                                           gint64              from,
                                           gint64              to);

/**
 * _ggov_geo_draft_cut:
 * @grid_id: the grid to cut in two
 * @coords: (array): shape [n_points][2]: a line through it; arcs end where it begins and ends
 * @left_grid_id: the grid on its left hand from now on
 * @right_grid_id: the grid on its right hand
 * @error: GGOV_GEO_ERROR_REFUSED where it does not begin and end on one ring of the grid; or NULL
 *
 * Whether the line stays within the grid is found by checking both afterwards.
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean         _ggov_geo_draft_cut      (GgovGeoDraft       *self,
                                           gint64              grid_id,
                                           const double       *coords,
                                           guint               n_points,
                                           gint64              left_grid_id,
                                           gint64              right_grid_id,
                                           GError            **error);

/* Returns: (transfer full) (nullable): what it has come to */
GgovGeoSubdivision *_ggov_geo_draft_finish (GgovGeoDraft      *self,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
