/* ggov-geo-error.c: errors with the place and the reason of a refusal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-error-private.h"

typedef struct
{
  GgovGeoRefusal refusal;
} GgovGeoErrorPrivate;

static void
ggov_geo_error_private_init (GgovGeoErrorPrivate *self)
{
  self->refusal = (GgovGeoRefusal) { GGOV_GEO_REASON_NONE, 0, 0, NAN, NAN };
}

static void
ggov_geo_error_private_copy (const GgovGeoErrorPrivate *self,
                             GgovGeoErrorPrivate       *copy)
{
  *copy = *self;
}

static void
ggov_geo_error_private_clear (GgovGeoErrorPrivate *self)
{
  /* Owns nothing. */
}

G_DEFINE_EXTENDED_ERROR (GgovGeoError, ggov_geo_error)

/* What a reason says. A sentence of a grid follows its number, one of a border has the place. */
static const struct
{
  const char *nick;
  const char *text;
  enum { BORDER, GRID, BUILDING, BUILDING_AND_GRID } about;
} reasons[] = {
  [GGOV_GEO_REASON_NONE] = { "none", "It cannot be done", BORDER },
  [GGOV_GEO_REASON_CROSSES_ITSELF] = { "crosses-itself", "The border would cross itself", BORDER },
  [GGOV_GEO_REASON_CROSSES_BORDER] = { "crosses-border", "The border would cross another border",
                                       BORDER },
  [GGOV_GEO_REASON_LEAVES_COMMUNITY] = { "leaves-community", "The border would leave the community",
                                         BORDER },
  [GGOV_GEO_REASON_OUTER_BORDER] = { "outer-border", "The community's own border does not move",
                                     BORDER },
  [GGOV_GEO_REASON_CUTS_BUILDING] = { "cuts-building", "would be cut by the border", BUILDING },
  [GGOV_GEO_REASON_PIECES] = { "pieces", "would be in pieces", GRID },
  [GGOV_GEO_REASON_HOLE] = { "hole", "would surround another", GRID },
  [GGOV_GEO_REASON_EMPTY] = { "empty", "would lose its last building", GRID },
  [GGOV_GEO_REASON_LOCKED] = { "locked", "is locked", GRID },
  [GGOV_GEO_REASON_NOT_NEIGHBOUR] = { "not-neighbour", "is not a neighbour", GRID },
  [GGOV_GEO_REASON_NOT_BESIDE] = { "not-beside", "does not stand next to grid",
                                   BUILDING_AND_GRID },
  [GGOV_GEO_REASON_NODE] = { "node", "Borders meet at this vertex, which therefore has to stay",
                             BORDER },
  [GGOV_GEO_REASON_TOO_FEW_POINTS] = { "too-few-points", "The border would have too few vertices",
                                       BORDER },
  [GGOV_GEO_REASON_OFF_BORDER] = { "off-border",
                                   "The line does not begin and end on the grid's border",
                                   BORDER },
  [GGOV_GEO_REASON_NO_CHANGE] = { "no-change", "Nothing would change", BORDER },
  [GGOV_GEO_REASON_OUTSIDE] = { "outside", "does not stand in the community", BUILDING },
  [GGOV_GEO_REASON_NO_BUILDINGS] = { "no-buildings", "The community has no buildings", BORDER },
  [GGOV_GEO_REASON_NO_PEOPLE] = { "no-people", "Nobody lives in the community", BORDER },
  [GGOV_GEO_REASON_NO_GRIDS] = { "no-grids", "There are no grids to rebalance", BORDER },
  [GGOV_GEO_REASON_ENCLOSED] = { "enclosed", "Every division found has a grid around another",
                                 BORDER },
  [GGOV_GEO_REASON_TERMS] = { "terms", "The size of a grid is not within the band", BORDER },
  [GGOV_GEO_REASON_HOUSEHOLDS] = { "households", "cannot have so many households", BUILDING },
};

gboolean
_ggov_geo_refuse (GgovGeoReason   reason,
                  gint64          grid_id,
                  gint64          building_id,
                  const double   *place,
                  GError        **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GError *refusal;

  if (reasons[reason].about == GRID)
    g_string_append_printf (text, "Grid %" G_GINT64_FORMAT " ", grid_id);
  else if (reasons[reason].about != BORDER)
    g_string_append_printf (text, "Building %" G_GINT64_FORMAT " ", building_id);

  g_string_append (text, reasons[reason].text);

  if (reasons[reason].about == BUILDING_AND_GRID)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, grid_id);

  if (reasons[reason].about == BORDER && place != NULL)
    g_string_append_printf (text, " at longitude %.6f, latitude %.6f", place[0], place[1]);

  refusal = g_error_new_literal (GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED, text->str);
  ggov_geo_error_get_private (refusal)->refusal =
    (GgovGeoRefusal) { reason, grid_id, building_id,
                       place != NULL ? place[0] : NAN, place != NULL ? place[1] : NAN };
  g_propagate_error (error, refusal);

  return FALSE;
}

const GgovGeoRefusal *
ggov_geo_error_get_refusal (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == GGOV_GEO_ERROR, NULL);

  return &ggov_geo_error_get_private (error)->refusal;
}

const char *
ggov_geo_reason_to_nick (GgovGeoReason reason)
{
  g_return_val_if_fail (reason < G_N_ELEMENTS (reasons), "none");

  return reasons[reason].nick;
}
