/* ggov-geo-adopt-private.h: the steps from foreign polygons to a subdivision
 *
 * faces:  the ground cut along everything drawn; who laid claim to each piece
 * owners: who gets it in the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-adopt.h"
#include "ggov-geo-border-private.h"

G_BEGIN_DECLS

/* Less of it is rounding, and not told of. */
#define GGOV_GEO_ADOPT_NOISE_M2 0.5

/**
 * GgovGeoClaim:
 * @owner: index of its grid among the grids
 * @shape: in metres, valid, within the community
 * @box: its west, south, east, north
 */
typedef struct
{
  guint owner;
  GEOSGeometry *shape;
  const GEOSPreparedGeometry *prepared;
  double box[4];
} GgovGeoClaim;

/**
 * GgovGeoAdoption:
 * @grid_ids: (element-type gint64): of each owner
 * @n_drawn: so many of the owners were drawn; the others are new
 * @last_id: the highest number of a grid so far, drawn here or elsewhere
 * @claims: (element-type GgovGeoClaim)
 * @plots: the faces; the building of each is its owner, or GGOV_GEO_NONE
 * @places: (element-type double[2]): a place in each face, metres
 * @claimants: (element-type GArray of guint): the owners that lay claim to each face
 * @parts: (element-type guint): for each face the footprint it is under, as an index of the
 *   ground's parts; GGOV_GEO_NONE for none, or where no line comes near
 * @face_of_part: (array): a face that a footprint lies in
 */
typedef struct
{
  const GgovGeoGround *ground;
  const GEOSPreparedGeometry *community; /* of the ground's, in metres */
  GArray *grid_ids;
  guint n_drawn;
  gint64 last_id;
  GPtrArray *claims;
  GgovGeoPlots *plots;
  GArray *places;
  GPtrArray *claimants;
  GArray *parts;
  guint *face_of_part;
  GArray *notes; /* (unowned) (element-type GgovGeoAdoptNote) */
} GgovGeoAdoption;

/**
 * _ggov_geo_adopt_claim:
 *
 * Reads what of the drawing lies in the community. FALSE with @error set where GEOS fails.
 */
gboolean _ggov_geo_adopt_claim  (GgovGeoAdoption   *self,
                                 GgovGeoDrawnGrid  *drawn,
                                 guint              n_drawn,
                                 GError           **error);

/* Cuts the ground along all claims and the footprints they run through. */
gboolean _ggov_geo_adopt_cut    (GgovGeoAdoption   *self,
                                 GError           **error);

/* Gives each face to one grid, so that no rule is broken, and notes what that took. */
void     _ggov_geo_adopt_settle (GgovGeoAdoption   *self);

/* Adds to a note about the same, or a new one; @place is in metres, (nullable). */
void     _ggov_geo_adopt_note   (GgovGeoAdoption   *self,
                                 GgovGeoAdoptKind   kind,
                                 gint64             grid_id,
                                 gint64             other_grid_id,
                                 gint64             building_id,
                                 const double      *place,
                                 double             area_m2);

/**
 * GgovGeoPiece:
 * @owner: of its first face
 * @n_buildings: footprints that lie in it
 *
 * Ground that hangs together.
 */
typedef struct
{
  guint owner;
  guint first_face;
  double area_m2;
  guint n_buildings;
} GgovGeoPiece;

/* Whether two faces beside each other hang together; of one and itself: whether it counts. */
typedef gboolean (*GgovGeoSameFunc) (const GgovGeoAdoption *self,
                                     guint                  face,
                                     guint                  other,
                                     gconstpointer          data);

/**
 * _ggov_geo_adopt_list_pieces:
 * @piece_of: (out caller-allocates) (array): for each face its piece, or GGOV_GEO_NONE for one that
 *   does not count
 *
 * Returns: (transfer full) (element-type GgovGeoPiece)
 */
GArray  *_ggov_geo_adopt_list_pieces (const GgovGeoAdoption *self,
                                      GgovGeoSameFunc        is_same,
                                      gconstpointer          data,
                                      guint                 *piece_of) G_GNUC_WARN_UNUSED_RESULT;

/* Lets no grid lie around another: what lies inside becomes one with it. Only a grid through which
 * others must be left, to come outside, can lie around them. */
void     _ggov_geo_adopt_open_holes  (GgovGeoAdoption       *self);

static inline guint
_ggov_geo_adopt_count_faces (const GgovGeoAdoption *self)
{
  return self->plots->faces->len;
}

static inline const double *
_ggov_geo_adopt_get_place (const GgovGeoAdoption *self,
                           guint                  face)
{
  return (const double *) self->places->data + 2 * face;
}

/* @i: as in the plots' face_edges. */
static inline const GgovGeoEdge *
_ggov_geo_adopt_get_edge (const GgovGeoAdoption *self,
                          guint                  i)
{
  return &g_array_index (self->plots->edges, GgovGeoEdge, self->plots->face_edges[i]);
}

static inline GgovGeoFace *
_ggov_geo_adopt_get_face (const GgovGeoAdoption *self,
                          guint                  i)
{
  return &g_array_index (self->plots->faces, GgovGeoFace, i);
}

static inline gint64
_ggov_geo_adopt_get_grid (const GgovGeoAdoption *self,
                          guint                  owner)
{
  return g_array_index (self->grid_ids, gint64, owner);
}

/* The face on the other side of an edge, or GGOV_GEO_NONE. */
static inline guint
_ggov_geo_adopt_get_other (const GgovGeoEdge *edge,
                           guint              face)
{
  return edge->left == face ? edge->right : edge->left;
}

G_END_DECLS
