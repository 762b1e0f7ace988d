/* ggov-geo-error-text.c: what an error of shapes says to a user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-geo-error.h"

static const char * const sentences[] = {
  [GGOV_GEO_REASON_CROSSES_ITSELF] = N_("The border would cross itself."),
  [GGOV_GEO_REASON_CROSSES_BORDER] = N_("The border would cross another border."),
  [GGOV_GEO_REASON_LEAVES_COMMUNITY] = N_("The border would leave the community."),
  [GGOV_GEO_REASON_OUTER_BORDER] = N_("The community’s own border does not move."),
  [GGOV_GEO_REASON_CUTS_BUILDING] = N_("The border would cut a building."),
  [GGOV_GEO_REASON_PIECES] = N_("A grid would be in pieces."),
  [GGOV_GEO_REASON_HOLE] = N_("A grid would surround another."),
  [GGOV_GEO_REASON_EMPTY] = N_("A grid would lose its last building."),
  [GGOV_GEO_REASON_LOCKED] = N_("The grid is locked."),
  [GGOV_GEO_REASON_NOT_NEIGHBOUR] = N_("The grids do not lie side by side."),
  [GGOV_GEO_REASON_NOT_BESIDE] = N_("The building does not stand beside that grid."),
  [GGOV_GEO_REASON_NODE] = N_("Borders meet at this vertex, so it has to stay."),
  [GGOV_GEO_REASON_TOO_FEW_POINTS] = N_("The border would have too few vertices."),
  [GGOV_GEO_REASON_OFF_BORDER] =
    N_("The line has to begin and end on the border of the grid."),
  [GGOV_GEO_REASON_NO_CHANGE] = N_("Nothing would change."),
  [GGOV_GEO_REASON_OUTSIDE] = N_("The building does not stand in the community."),
  [GGOV_GEO_REASON_NO_BUILDINGS] =
    N_("The community has no buildings, and every grid needs one. Import its buildings first."),
  [GGOV_GEO_REASON_NO_PEOPLE] =
    N_("Nobody lives in the community, so households cannot be shared out. Draw its grid by hand."),
  [GGOV_GEO_REASON_NO_GRIDS] =
    N_("There are no grids to rebalance. Divide the community anew instead."),
  [GGOV_GEO_REASON_ENCLOSED] =
    N_("In every division that was found a grid surrounds another. Ask for fewer grids, or unlock "
       "one."),
  [GGOV_GEO_REASON_TERMS] =
    N_("The households wanted for a grid have to be within the band, and at least one."),
  [GGOV_GEO_REASON_HOUSEHOLDS] =
    N_("A building has more households than there can be in one. Correct it first."),
};

const char *
ggov_geo_reason_get_sentence (GgovGeoReason reason)
{
  if (reason < G_N_ELEMENTS (sentences) && sentences[reason])
    return _(sentences[reason]);

  return _("The grids cannot be drawn so.");
}

char *
ggov_geo_error_dup_sentence (const GError *error)
{
  GgovGeoReason reason;

  g_return_val_if_fail (error != NULL && error->domain == GGOV_GEO_ERROR, NULL);

  reason = ggov_geo_error_get_refusal (error)->reason;
  if (reason != GGOV_GEO_REASON_NONE)
    return g_strdup (ggov_geo_reason_get_sentence (reason));

  switch ((GgovGeoError) error->code)
    {
    case GGOV_GEO_ERROR_SHAPE:
      return g_strdup (_("A shape cannot be read."));
    case GGOV_GEO_ERROR_INVALID:
      return g_strdup (_("A shape crosses itself or is empty. Draw it anew."));
    case GGOV_GEO_ERROR_REFUSED:
      return g_strdup (ggov_geo_reason_get_sentence (reason));
    case GGOV_GEO_ERROR_ENGINE:
    default:
      return g_strdup (error->message);
    }
}
