/* ggov-geo-mesh-private.h: lines cut where they cross, and the faces between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-geo-stop-private.h"

G_BEGIN_DECLS

#define GGOV_GEO_MESH_NONE G_MAXUINT

/**
 * GGOV_GEO_MESH_MAX:
 *
 * Coordinates are below this, either way: products of differences are exact in 64 bits then.
 */
#define GGOV_GEO_MESH_MAX (1 << 27)

/**
 * GgovGeoMeshPoint:
 * @x: east, in steps of the mesh
 * @y: north, in steps of the mesh
 */
typedef struct
{
  gint64 x;
  gint64 y;
} GgovGeoMeshPoint;

/**
 * GgovGeoMeshEdge:
 * @from: index of a point
 * @to: index of another
 * @kinds: those of all lines that run here
 * @left: the face on the left hand, or GGOV_GEO_MESH_NONE outside
 * @right: the face on the right hand, or GGOV_GEO_MESH_NONE
 */
typedef struct
{
  guint from;
  guint to;
  guint kinds;
  guint left;
  guint right;
} GgovGeoMeshEdge;

/**
 * GgovGeoMesh:
 * @points: (element-type GgovGeoMeshPoint): of the edges
 * @edges: (element-type GgovGeoMeshEdge): straight; they meet in their ends only
 * @n_faces: how many faces there are
 * @segments: what was added, until it is cut
 */
typedef struct
{
  GArray *points;
  GArray *edges;
  guint n_faces;
  GArray *segments;
} GgovGeoMesh;

GgovGeoMesh *_ggov_geo_mesh_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         _ggov_geo_mesh_free (GgovGeoMesh *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoMesh, _ggov_geo_mesh_free)

/**
 * _ggov_geo_mesh_add:
 * @kind: one bit
 *
 * Adds a segment; one that begins where it ends is passed over.
 */
void         _ggov_geo_mesh_add  (GgovGeoMesh      *self,
                                  GgovGeoMeshPoint  from,
                                  GgovGeoMeshPoint  to,
                                  guint             kind);

/**
 * _ggov_geo_mesh_cut:
 * @stop: (nullable): asked now and then
 *
 * Cuts what was added where it crosses, every point of it on a step, exactly: a segment that
 * passes a point by half a step or less goes through it. A segment is moved by no more than that,
 * and none comes to lie on the other side of a point.
 *
 * Source: J. Hobby, Practical segment intersection with finite precision output, Computational
 * Geometry 13 (1999).
 *
 * Returns: TRUE, or FALSE where it was stopped
 */
gboolean     _ggov_geo_mesh_cut  (GgovGeoMesh       *self,
                                  const GgovGeoStop *stop);

/**
 * _ggov_geo_mesh_enclose:
 *
 * Finds the faces of a mesh that was cut. Edges with the same face on both sides are left out, and
 * so are points that no edge is left at.
 */
void         _ggov_geo_mesh_enclose (GgovGeoMesh *self);

G_END_DECLS
