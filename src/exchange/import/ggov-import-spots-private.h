/* ggov-import-spots-private.h: which place of the office a row's words mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-known-people.h"

G_BEGIN_DECLS

typedef struct _GgovImportSpots GgovImportSpots;

/**
 * GgovImportSpotWords:
 * @community: (nullable): name or code
 * @grid: (nullable): name or code, or its number within the community
 * @compound: (nullable): where the building stands
 * @building: (nullable): its number, or its number with the compound before it
 * @unit: (nullable): the number of the stairwell
 * @place: (nullable): all of it in one, such as 福顺1号街坊3号楼2单元, for what has no column of its own
 *
 * What a row says of a place.
 */
typedef struct
{
  const char *community;
  const char *grid;
  const char *compound;
  const char *building;
  const char *unit;
  const char *place;
} GgovImportSpotWords;

/**
 * GgovImportSpotResult:
 *
 * Whether the words mean one place, and if not, what is wrong with which of them.
 */
typedef enum
{
  GGOV_IMPORT_SPOT_FOUND,
  GGOV_IMPORT_SPOT_UNSAID,    /* the row says nothing of it */
  GGOV_IMPORT_SPOT_UNKNOWN,   /* the office has no such place */
  GGOV_IMPORT_SPOT_AMBIGUOUS, /* it has several */
  GGOV_IMPORT_SPOT_ELSEWHERE, /* it has one, in another community or grid than the row says */
} GgovImportSpotResult;

/* Returns: (transfer full): the places there are on @day (ISO); NULL with @error set */
GgovImportSpots      *ggov_import_spots_new  (GgovChange   *change,
                                              const char   *day,
                                              GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void                  ggov_import_spots_free (GgovImportSpots *self);

/**
 * ggov_import_spots_find:
 * @kind: of place that is wanted: sub-district, community, grid, building or unit
 * @place: (out) (transfer none): set where one is found, also elsewhere
 */
GgovImportSpotResult  ggov_import_spots_find (GgovImportSpots            *self,
                                              const char                 *kind,
                                              const GgovImportSpotWords  *words,
                                              const GgovKnownPlace      **place);

/**
 * ggov_import_spots_find_unit:
 * @words: of the building; the compound may have more words around it
 * @unit: the number of its unit; 0 for the only one it has
 * @place: (out) (transfer none): set where one is found
 */
GgovImportSpotResult  ggov_import_spots_find_unit (GgovImportSpots            *self,
                                                   const GgovImportSpotWords  *words,
                                                   int                         unit,
                                                   const GgovKnownPlace      **place);

/* (transfer full): what a place is called, with the community and the grid it lies in. */
char                 *ggov_import_spots_dup_label (GgovImportSpots      *self,
                                                   const GgovKnownPlace *place)
                                                   G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportSpots, ggov_import_spots_free)

G_END_DECLS
