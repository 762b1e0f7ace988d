/* ggov-geo-border-private.h: the steps from buildings to borders
 *
 * ground: blocks between streets, and the footprints on each
 * cells:  lines halfway between buildings
 * plots:  the ground cut along streets, walls and those lines; a building owns each piece
 * lines:  where two grids' plots meet, straightened
 *
 * All shapes are in metres of one GgovGeoFrame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-border.h"
#include "ggov-geo-frame-private.h"
#include "ggov-geo-stop-private.h"
#include "ggov-geo-walls-private.h"

G_BEGIN_DECLS

#define GGOV_GEO_NONE G_MAXUINT /* no building, no face: outside */

/**
 * GGOV_GEO_STEP_M:
 *
 * Everything drawn is rounded to this step before lines are cut where they cross, so that points
 * which should be one are one. Half of it is the furthest a wall can move.
 */
#define GGOV_GEO_STEP_M 0.001

/**
 * GgovGeoPart:
 * @building: index among the buildings
 * @shape: polygon or multipolygon, not empty
 * @walls: its outline
 * @box: its west, south, east, north
 * @area_m2: its area
 * @is_crowded: whether another building of the block is within 3 metres
 *
 * A building's footprint as far as it lies in one block.
 */
typedef struct
{
  guint building;
  GEOSGeometry *shape;
  GgovGeoWalls walls;
  double box[4];
  double area_m2;
  gboolean is_crowded;
} GgovGeoPart;

/**
 * GgovGeoBlock:
 * @polygon: the ground between streets
 * @prepared: the same, for many questions
 * @walls: its outline
 * @box: its west, south, east, north
 * @parts: (element-type guint): the footprints that share it out, as indices of parts, ascending;
 *   in a strip without buildings (between two carriageways) those near it; none in other blocks
 *   without buildings
 */
typedef struct
{
  GEOSGeometry *polygon;
  const GEOSPreparedGeometry *prepared;
  GgovGeoWalls walls;
  double box[4];
  GArray *parts;
} GgovGeoBlock;

/**
 * GgovGeoGround:
 * @buildings: (unowned) (array length=n_buildings): as handed to the tracer
 * @degrees: the community, one polygon
 * @metres: the same in the frame, not rounded
 */
typedef struct
{
  GgovGeoFrame frame;
  const GgovGeoBuilding *buildings;
  guint n_buildings;
  GEOSGeometry *degrees;
  GEOSGeometry *metres;
  GPtrArray *parts;  /* (element-type GgovGeoPart) */
  GPtrArray *blocks; /* (element-type GgovGeoBlock) */
} GgovGeoGround;

/**
 * _ggov_geo_ground_new:
 * @stop: (nullable): asked for each building and block
 * @error: GGOV_GEO_ERROR_SHAPE or _INVALID where @community_wkb or @streets_wkb is at fault;
 *   G_IO_ERROR_CANCELLED where it was stopped; or NULL
 *
 * Returns: (transfer full) (nullable): the ground, or NULL with @error set
 */
GgovGeoGround *_ggov_geo_ground_new  (GBytes                 *community_wkb,
                                      const GgovGeoBuilding  *buildings,
                                      guint                   n_buildings,
                                      GBytes                 *streets_wkb,
                                      const GgovGeoStop      *stop,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void           _ggov_geo_ground_free (GgovGeoGround          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoGround, _ggov_geo_ground_free)

/**
 * _ggov_geo_cells_draw:
 * @block: a block
 * @segments: (element-type double[4]): where a segment from one place to another is added, metres
 *
 * Draws the lines halfway between the buildings of a block, within it.
 *
 * Source: the edges of the Voronoi diagram of points along the walls, each the dual of an edge of
 * their Delaunay triangulation.
 */
void           _ggov_geo_cells_draw  (const GgovGeoGround    *ground,
                                      const GgovGeoBlock     *block,
                                      GArray                 *segments);

/**
 * GgovGeoEdge:
 * @from: index of a vertex
 * @to: index of another
 * @left: the face on the left hand, or GGOV_GEO_NONE outside the community
 * @right: the face on the right hand, or GGOV_GEO_NONE
 */
typedef struct
{
  guint from;
  guint to;
  guint left;
  guint right;
} GgovGeoEdge;

/**
 * GgovGeoFace:
 * @block: index of its block
 * @building: the building that owns it
 * @is_footprint: whether it is under that building's roof
 * @is_exact: whether lines beside it are where somebody wants them
 * @area_m2: its area
 */
typedef struct
{
  guint block;
  guint building;
  gboolean is_footprint;
  gboolean is_exact;
  double area_m2;
} GgovGeoFace;

/**
 * GgovGeoPlots:
 * @vertices: (element-type double[2]): metres, multiples of GGOV_GEO_STEP_M
 * @edges: (element-type GgovGeoEdge): straight, crossing nowhere
 * @faces: (element-type GgovGeoFace)
 * @first_edge: (array length=n_faces + 1): where a face's edges begin in @face_edges
 * @face_edges: (array): indices of edges
 */
typedef struct
{
  GArray *vertices;
  GArray *edges;
  GArray *faces;
  guint *first_edge;
  guint *face_edges;
} GgovGeoPlots;

/**
 * _ggov_geo_plots_new:
 * @ground: the ground
 * @stop: (nullable): asked for each block and each few faces
 * @error: GGOV_GEO_ERROR_REFUSED where no building stands in the community;
 *   G_IO_ERROR_CANCELLED where it was stopped; or NULL
 *
 * Shares the ground out between the buildings. Each building that stands in the community has a
 * plot in one piece, or in one piece for each piece of its footprint.
 *
 * Returns: (transfer full) (nullable): the plots, or NULL with @error set
 */
GgovGeoPlots  *_ggov_geo_plots_new         (const GgovGeoGround *ground,
                                            const GgovGeoStop   *stop,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void           _ggov_geo_plots_free        (GgovGeoPlots        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoPlots, _ggov_geo_plots_free)

/**
 * _ggov_geo_plots_cut:
 * @self: empty yet
 * @stop: (nullable): asked for each block and each few faces
 * @error: G_IO_ERROR_CANCELLED; GGOV_GEO_ERROR_SHAPE where the community is too wide; or NULL
 *
 * Cuts the ground along streets, walls and halfway lines: @self has vertices, edges and faces then,
 * each with its block and the building nearest to it.
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean       _ggov_geo_plots_cut         (GgovGeoPlots        *self,
                                            const GgovGeoGround *ground,
                                            const GgovGeoStop   *stop,
                                            GError             **error);

/**
 * GgovGeoFaceFunc:
 * @point: a point of the face, at @place
 * @face: (inout): its area is known; who it belongs to is to be said
 *
 * Returns: FALSE where it is no ground of the community
 */
typedef gboolean (*GgovGeoFaceFunc) (const GEOSGeometry *polygon,
                                     const GEOSGeometry *point,
                                     const double       *place,
                                     GgovGeoFace        *face,
                                     gpointer            data);

/**
 * _ggov_geo_plots_new_of_polygons:
 * @polygons: (transfer none): a collection of polygons that tile the ground, in metres, rounded to
 *   GGOV_GEO_STEP_M and cut where they meet
 *
 * The faces and edges between them. A face may belong to anything that has a number: what counts
 * in the calls below is who is not the same.
 */
GgovGeoPlots  *_ggov_geo_plots_new_of_polygons (const GEOSGeometry *polygons,
                                                GgovGeoFaceFunc     func,
                                                gpointer            data) G_GNUC_WARN_UNUSED_RESULT;

/* Lists the edges of each face: the last step, once all faces and edges are there. */
void           _ggov_geo_plots_index       (GgovGeoPlots        *self);

double         _ggov_geo_plots_get_length  (const GgovGeoPlots  *self,
                                            const GgovGeoEdge   *edge);

/**
 * _ggov_geo_plots_get_bond:
 *
 * Returns: how strongly the two sides of an edge belong together: its length in metres, a quarter
 *   of that along a street
 */
double         _ggov_geo_plots_get_bond    (const GgovGeoPlots  *self,
                                            const GgovGeoEdge   *edge);

/**
 * _ggov_geo_plots_settle:
 * @self: the faces and edges
 * @is_loose: (array): for each face, whether it is to be given to a neighbour; all are FALSE
 *   afterwards where the others can be reached
 *
 * Gives each loose face to the settled building with which it has the strongest bond.
 */
void           _ggov_geo_plots_settle      (GgovGeoPlots        *self,
                                            gboolean            *is_loose);

/**
 * GGOV_GEO_CONTACT_M:
 *
 * Plots that share less than this, in metres, meet in a corner, by which no grid hangs together.
 */
#define GGOV_GEO_CONTACT_M 0.5

/**
 * _ggov_geo_plots_list_contacts:
 *
 * Returns: (transfer full) (element-type GgovGeoAdjacency): all pairs of buildings whose plots
 *   share any border, by ascending first, then second
 */
GArray        *_ggov_geo_plots_list_contacts (const GgovGeoPlots *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_plots_dup_grids:
 * @offender: (out) (optional): the grid in pieces, where that is the error
 * @error: GGOV_GEO_ERROR_REFUSED where a grid has no building in the community or is in pieces;
 *   or NULL
 *
 * Finds each face's grid. Buildings without one take that of the neighbours around them.
 *
 * Returns: (transfer full) (nullable) (array): a grid id for each face
 */
gint64        *_ggov_geo_plots_dup_grids   (GgovGeoPlots         *self,
                                            const GgovGeoGround  *ground,
                                            gint64               *offender,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovGeoLine:
 * @left_grid_id: the grid on the left hand
 * @right_grid_id: the grid on the right hand
 * @from: the vertex where it begins
 * @to: the vertex where it ends
 * @is_from_outer: whether it begins on the community's border
 * @is_to_outer: whether it ends there
 * @is_exact: whether both its sides are so all along: it is not straightened then
 * @points: (element-type double[2]): metres
 * @is_street: (element-type gboolean): whether a segment runs along a street, by its first point
 *
 * A border between two grids, from one place where a third begins (or the community ends) to
 * the next.
 */
typedef struct
{
  gint64 left_grid_id;
  gint64 right_grid_id;
  guint from;
  guint to;
  gboolean is_from_outer;
  gboolean is_to_outer;
  gboolean is_exact;
  GArray *points;
  GArray *is_street;
} GgovGeoLine;

/**
 * _ggov_geo_lines_extract:
 * @grids: (array): a grid id for each face
 *
 * Returns: (transfer full) (element-type GgovGeoLine): the borders inside the community
 */
GPtrArray     *_ggov_geo_lines_extract     (const GgovGeoPlots  *plots,
                                            const gint64        *grids) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_lines_straighten:
 * @lines: (element-type GgovGeoLine): changed in place; ends stay where they are, unless on the
 *   community's border within a few metres of one of its corners: then there
 * @ground: where footprints and the community's border are
 * @stop: (nullable): asked between lines
 *
 * Leaves out points as long as a line stays near where it was, clear of footprints, and on the
 * same side of every wall, corner and other line.
 *
 * Source: M. Visvalingam, J. D. Whyatt, Line generalisation by repeated elimination of points,
 * The Cartographic Journal 30 (1993), for the order.
 *
 * Returns: FALSE where it was stopped: the lines are of no use then
 */
gboolean       _ggov_geo_lines_straighten  (GPtrArray           *lines,
                                            const GgovGeoGround *ground,
                                            const GgovGeoStop   *stop);

/**
 * _ggov_geo_lines_to_subdivision:
 * @lines: (element-type GgovGeoLine): the borders inside the community
 * @grids: (array): a grid id for each face
 * @error: GGOV_GEO_ERROR_ENGINE; or NULL
 *
 * Adds the community's own border, bit for bit, cut where lines meet it.
 *
 * Returns: (transfer full) (nullable): the subdivision, in degrees
 */
GgovGeoSubdivision *_ggov_geo_lines_to_subdivision (GPtrArray            *lines,
                                                    const GgovGeoGround  *ground,
                                                    const GgovGeoPlots   *plots,
                                                    const gint64         *grids,
                                                    GError              **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_border_draw:
 * @ground: its buildings say which grids they belong to
 * @plots: of @ground; ground that would be a piece apart changes hands
 * @stop: (nullable): asked on the way; @error is G_IO_ERROR_CANCELLED then
 * @offender: (out) (optional): the grid at fault, where that is the error; 0 if none
 * @error: as for ggov_geo_border_trace(); or NULL
 *
 * The last steps of ggov_geo_border_trace(), for who draws more than one division of the same
 * ground.
 *
 * Returns: (transfer full) (nullable): the subdivision, or NULL with @error set
 */
GgovGeoSubdivision *_ggov_geo_border_draw  (const GgovGeoGround    *ground,
                                            GgovGeoPlots           *plots,
                                            const GgovGeoStop      *stop,
                                            gint64                 *offender,
                                            GError                **error)
                                            G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_border_draw_faces:
 * @grids: (array): a grid id for each face
 * @straight: whether lines may be straightened, where they stay sound
 *
 * The last of those steps: what is returned has been checked.
 *
 * Returns: (transfer full) (nullable): the subdivision, or NULL with @error set
 */
GgovGeoSubdivision *_ggov_geo_border_draw_faces (const GgovGeoGround  *ground,
                                                 const GgovGeoPlots   *plots,
                                                 const gint64         *grids,
                                                 gboolean              straight,
                                                 const GgovGeoStop    *stop,
                                                 gint64               *offender,
                                                 GError              **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_border_trace:
 * @offender: (out) (optional): the grid at fault, where that is the error; 0 if none
 *
 * ggov_geo_border_trace(), for who must know which grid an error speaks of.
 */
GgovGeoSubdivision *_ggov_geo_border_trace (GBytes                 *community_wkb,
                                            const GgovGeoBuilding  *buildings,
                                            guint                   n_buildings,
                                            GBytes                 *streets_wkb,
                                            gint64                 *offender,
                                            GError                **error)
                                            G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_border_check_grid:
 * @offender: (out) (optional): @grid_id, where the error is GGOV_GEO_ERROR_REFUSED
 * @area: (inout) (optional): the grid's area is added, square degrees
 * @error: GGOV_GEO_ERROR_REFUSED where the grid is in pieces or surrounds another; _ENGINE where
 *   its border crosses itself; or NULL
 *
 * Returns: TRUE where the grid is sound, or FALSE with @error set
 */
gboolean       _ggov_geo_border_check_grid (GgovGeoSubdivision  *subdivision,
                                            gint64               grid_id,
                                            gint64              *offender,
                                            double              *area,
                                            GError             **error);

G_END_DECLS
