/* ggov-geo-mesh-cells-private.h: square cells, and what is in each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-mesh-private.h"

G_BEGIN_DECLS

typedef struct
{
  GgovGeoMeshPoint a;
  GgovGeoMeshPoint b;
  guint kind;
} GgovGeoMeshSegment;

/**
 * GgovGeoMeshCells:
 * @west: where the first column begins, steps of the mesh
 * @south: where the first row begins
 * @size: of a cell, steps
 */
typedef struct
{
  gint64 west;
  gint64 south;
  double size;
  guint n_columns;
  guint n_rows;
} GgovGeoMeshCells;

/**
 * GgovGeoMeshBins:
 * @first: (array): for each cell where its members begin; one more, where the last one's end
 * @members: (array): indices
 */
typedef struct
{
  guint *first;
  guint *members;
} GgovGeoMeshBins;

/* About as many cells as segments; there is one at least. */
void _ggov_geo_mesh_cells_init          (GgovGeoMeshCells         *self,
                                         const GgovGeoMeshSegment *segments,
                                         guint                     n);

/* The rows that a segment passes within a step. */
void _ggov_geo_mesh_cells_find_rows     (const GgovGeoMeshCells   *self,
                                         const GgovGeoMeshSegment *segment,
                                         guint                    *from,
                                         guint                    *to);

/* The columns of a row that it does. */
void _ggov_geo_mesh_cells_find_columns  (const GgovGeoMeshCells   *self,
                                         const GgovGeoMeshSegment *segment,
                                         guint                     row,
                                         guint                    *from,
                                         guint                    *to);

/* Each segment is in all the cells that it passes within a step. */
void _ggov_geo_mesh_cells_sort_segments (const GgovGeoMeshCells   *self,
                                         const GgovGeoMeshSegment *segments,
                                         guint                     n,
                                         GgovGeoMeshBins          *bins);

/* @points: (element-type GgovGeoMeshPoint): each is in one cell. */
void _ggov_geo_mesh_cells_sort_points   (const GgovGeoMeshCells   *self,
                                         const GArray             *points,
                                         GgovGeoMeshBins          *bins);

void _ggov_geo_mesh_bins_clear          (GgovGeoMeshBins          *self);

G_END_DECLS
