/* ggov-geo-edit-vertex.c: vertices of borders moved, inserted, deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <string.h>

#include "ggov-geo-edit-private.h"
#include "ggov-geo-error-private.h"
#include "ggov-geo-subdivision-private.h"

#define MIN_CLOSED_POINTS 4 /* a triangle, and its first point again */

static gboolean
is_outer (const GgovGeoDraftArc *arc)
{
  return arc->left_grid_id == 0 || arc->right_grid_id == 0;
}

/* Whether a vertex is as one of its neighbours. */
static gboolean
is_repeated (const GgovGeoDraftArc *arc,
             guint                  index)
{
  const double *place = _ggov_geo_draft_arc_get (arc, index);

  return (index > 0 && _ggov_geo_place_equal (place - 2, place)) ||
         (index + 1 < arc->points->len && _ggov_geo_place_equal (place, place + 2));
}

/* Takes the ends of all arcs that end at one place to another. */
static gboolean
move_ends (GgovGeoDraft  *draft,
           const double  *from,
           const double  *to,
           GError       **error)
{
  for (guint i = 0; i < draft->arcs->len; i++)
    {
      GgovGeoDraftArc *arc = g_ptr_array_index (draft->arcs, i);
      const guint ends[] = { 0, arc->points->len - 1 };

      for (guint j = 0; j < 2; j++)
        {
          double *end = _ggov_geo_draft_arc_get (arc, ends[j]);

          if (!_ggov_geo_place_equal (end, from))
            continue;

          memcpy (end, to, 2 * sizeof *end);

          if (is_repeated (arc, ends[j]))
            return _ggov_geo_refuse (GGOV_GEO_REASON_CROSSES_BORDER, arc->left_grid_id, 0, to,
                                     error);
        }
    }

  return TRUE;
}

static gboolean
is_on_outer_border (GgovGeoDraft *draft,
                    const double *node)
{
  for (guint i = 0; i < draft->arcs->len; i++)
    {
      const GgovGeoDraftArc *arc = g_ptr_array_index (draft->arcs, i);

      if (is_outer (arc) &&
          (_ggov_geo_place_equal (_ggov_geo_draft_arc_get (arc, 0), node) ||
           _ggov_geo_place_equal (_ggov_geo_draft_arc_get (arc, arc->points->len - 1), node)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
move_node (GgovGeoLayout  *layout,
           GgovGeoDraft   *draft,
           const double   *node,
           const double   *wanted,
           GError        **error)
{
  const double from[] = { node[0], node[1] };
  double to[] = { wanted[0], wanted[1] };

  if (is_on_outer_border (draft, from) && !_ggov_geo_edit_slide (layout, draft, from, wanted, to))
    return _ggov_geo_refuse (GGOV_GEO_REASON_OUTER_BORDER, 0, 0, from, error);

  return move_ends (draft, from, to, error);
}

GgovGeoLayout *
ggov_geo_edit_move_vertex (GgovGeoLayout  *layout,
                           gint64          arc_id,
                           guint           index,
                           double          lon,
                           double          lat,
                           GArray         *locked,
                           GError        **error)
{
  g_autoptr(GgovGeoDraft) draft = NULL;
  const double wanted[] = { lon, lat };
  GgovGeoDraftArc *arc;
  double *vertex;

  g_return_val_if_fail (layout != NULL, NULL);

  draft = _ggov_geo_draft_new (ggov_geo_layout_get_subdivision (layout), TRUE);
  arc = _ggov_geo_draft_find (draft, arc_id);
  g_return_val_if_fail (arc != NULL && index < arc->points->len, NULL);

  vertex = _ggov_geo_draft_arc_get (arc, index);

  if (_ggov_geo_place_equal (vertex, wanted))
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_NO_CHANGE, 0, 0, wanted, error);
      return NULL;
    }

  if (index == 0 || index + 1 == arc->points->len)
    return move_node (layout, draft, vertex, wanted, error)
      ? _ggov_geo_edit_commit (layout, draft, locked, error) : NULL;

  if (is_outer (arc))
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_OUTER_BORDER, 0, 0, vertex, error);
      return NULL;
    }

  memcpy (vertex, wanted, sizeof wanted);

  if (is_repeated (arc, index))
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_CROSSES_ITSELF, 0, 0, wanted, error);
      return NULL;
    }

  return _ggov_geo_edit_commit (layout, draft, locked, error);
}

GgovGeoLayout *
ggov_geo_edit_insert_vertex (GgovGeoLayout  *layout,
                             gint64          arc_id,
                             guint           segment,
                             double          lon,
                             double          lat,
                             GArray         *locked,
                             GError        **error)
{
  g_autoptr(GgovGeoDraft) draft = NULL;
  const double wanted[] = { lon, lat };
  GgovGeoDraftArc *arc;

  g_return_val_if_fail (layout != NULL, NULL);

  draft = _ggov_geo_draft_new (ggov_geo_layout_get_subdivision (layout), TRUE);
  arc = _ggov_geo_draft_find (draft, arc_id);
  g_return_val_if_fail (arc != NULL && segment + 1 < arc->points->len, NULL);

  if (is_outer (arc))
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_OUTER_BORDER, 0, 0, wanted, error);
      return NULL;
    }

  g_array_insert_vals (arc->points, segment + 1, wanted, 1);

  if (is_repeated (arc, segment + 1))
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_NO_CHANGE, 0, 0, wanted, error);
      return NULL;
    }

  return _ggov_geo_edit_commit (layout, draft, locked, error);
}

GgovGeoLayout *
ggov_geo_edit_delete_vertex (GgovGeoLayout  *layout,
                             gint64          arc_id,
                             guint           index,
                             GArray         *locked,
                             GError        **error)
{
  g_autoptr(GgovGeoDraft) draft = NULL;
  GgovGeoDraftArc *arc;
  const double *vertex;
  GgovGeoReason reason = GGOV_GEO_REASON_NONE;

  g_return_val_if_fail (layout != NULL, NULL);

  draft = _ggov_geo_draft_new (ggov_geo_layout_get_subdivision (layout), TRUE);
  arc = _ggov_geo_draft_find (draft, arc_id);
  g_return_val_if_fail (arc != NULL && index < arc->points->len, NULL);

  vertex = _ggov_geo_draft_arc_get (arc, index);

  if (is_outer (arc))
    reason = GGOV_GEO_REASON_OUTER_BORDER;
  else if (index == 0 || index + 1 == arc->points->len)
    reason = GGOV_GEO_REASON_NODE;
  else if (arc->points->len == MIN_CLOSED_POINTS &&
           _ggov_geo_place_equal (_ggov_geo_draft_arc_get (arc, 0),
                                  _ggov_geo_draft_arc_get (arc, arc->points->len - 1)))
    reason = GGOV_GEO_REASON_TOO_FEW_POINTS;

  if (reason != GGOV_GEO_REASON_NONE)
    {
      _ggov_geo_refuse (reason, 0, 0, vertex, error);
      return NULL;
    }

  g_array_remove_index (arc->points, index);

  return _ggov_geo_edit_commit (layout, draft, locked, error);
}
