/* ggov-geo-match.h: which known building a new outline is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-index.h"

G_BEGIN_DECLS

/**
 * GGOV_GEO_MATCH_SHARE:
 *
 * Two outlines are one building when they share more than this part of the ground they cover
 * together. It is the least share at which no outline can be two buildings: of two footprints that
 * do not overlap, only one can have more than half in common with a third.
 *
 * Source: the usual measure for detected buildings and objects, e.g. the SpaceNet building
 * challenges (A. Van Etten et al., arXiv:1807.01232, 4.1), which also ask for 0.5.
 */
#define GGOV_GEO_MATCH_SHARE 0.5

/**
 * GgovGeoMatchKind:
 * @GGOV_GEO_MATCH_NONE: nothing of the kind is known: a new building
 * @GGOV_GEO_MATCH_SAME: known with just these points, bit for bit, in this order
 * @GGOV_GEO_MATCH_PLACE: known with another outline at the same place
 */
typedef enum
{
  GGOV_GEO_MATCH_NONE,
  GGOV_GEO_MATCH_SAME,
  GGOV_GEO_MATCH_PLACE,
} GgovGeoMatchKind;

/**
 * GgovGeoMatch:
 * @i: index of the known footprint; of no meaning for GGOV_GEO_MATCH_NONE
 * @share: intersection over union, 0 to 1; 1 for GGOV_GEO_MATCH_SAME. Close to 1 the outline is
 *   the same but for rounding, or begun at another point.
 */
typedef struct
{
  GgovGeoMatchKind kind;
  guint i;
  double share;
} GgovGeoMatch;

/**
 * GgovGeoMatcher:
 *
 * The known footprints that have not been taken yet. One thread's.
 */
typedef struct _GgovGeoMatcher GgovGeoMatcher;

GgovGeoMatcher *ggov_geo_matcher_new  (GgovGeoIndex *known) G_GNUC_WARN_UNUSED_RESULT;
void            ggov_geo_matcher_free (GgovGeoMatcher *self);

/**
 * ggov_geo_matcher_find_same:
 * @incoming: a set of footprints, in the datum of the known ones
 * @k: one of @incoming
 * @match: (out): the first footprint with the same points that has not been taken, or none
 *
 * Returns: TRUE when there is one
 */
gboolean        ggov_geo_matcher_find_same (GgovGeoMatcher          *self,
                                            const GgovGeoFootprints *incoming,
                                            guint                    k,
                                            GgovGeoMatch            *match);

/**
 * ggov_geo_matcher_find:
 * @incoming: a set of footprints, in the datum of the known ones
 * @k: one of @incoming
 * @match: (out): the same, else that with the largest share above GGOV_GEO_MATCH_SHARE, of those
 *   that have not been taken; or none
 *
 * Returns: TRUE when there is one
 */
gboolean        ggov_geo_matcher_find      (GgovGeoMatcher          *self,
                                            const GgovGeoFootprints *incoming,
                                            guint                    k,
                                            GgovGeoMatch            *match);

/* From now on known footprint @i is found by no other, say because its source's number matched. */
void            ggov_geo_matcher_take      (GgovGeoMatcher *self,
                                            guint           i);

gboolean        ggov_geo_matcher_is_taken  (GgovGeoMatcher *self,
                                            guint           i);

/**
 * ggov_geo_matcher_find_all:
 * @incoming: footprints, in the datum of the known ones
 * @skip: (nullable) (array): for each of @incoming whether to leave it out: 0 or not
 * @matches: (out caller-allocates) (array): a match for each of @incoming
 *
 * Finds and takes a known footprint for each incoming one: first all that are the same, then by
 * place, so that the order of @incoming matters only between outlines that lie on one another.
 * 100,000 against 100,000 take less than a second, whether they are the same or all moved.
 */
void            ggov_geo_matcher_find_all  (GgovGeoMatcher          *self,
                                            const GgovGeoFootprints *incoming,
                                            const guint8            *skip,
                                            GgovGeoMatch            *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoMatcher, ggov_geo_matcher_free)

G_END_DECLS
