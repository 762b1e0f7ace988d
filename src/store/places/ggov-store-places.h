/* ggov-store-places.h: reading what the map shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-building-kind.h"
#include "ggov-places.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_load_map_async:
 * @day: ISO day; grids, plans and posts are those of it
 * @known: (nullable): places of before whose buildings are still good; they are not read again
 *
 * Reads all places. 100,000 buildings take some tenths of a second.
 */
void        ggov_store_load_map_async  (GgovStore            *self,
                                        const char           *day,
                                        GgovPlaces           *known,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GgovPlaces *ggov_store_load_map_finish (GgovStore            *self,
                                        GAsyncResult         *result,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovPlacePerson:
 * @phone: (nullable)
 * @role_code: of the post held there
 * @role_name: its name in English
 * @building: (nullable): what the building is called that the post is for
 * @unit: number of the unit that the post is for, or 0
 *
 * Somebody with a post at a place.
 */
typedef struct
{
  gint64  id;
  char   *name;
  char   *phone;
  char   *role_code;
  char   *role_name;
  char   *building;
  int     unit;
} GgovPlacePerson;

/**
 * GgovPlaceIssue:
 * @stage: code of a GgovIssueStage
 * @due_at: seconds since 1970-01-01T00:00:00Z, or 0
 * @due_provisional: it lies in a year whose holidays are not announced yet
 *
 * An open issue at a place.
 */
typedef struct
{
  gint64    id;
  char     *number;
  char     *title;
  char     *stage;
  gboolean  suspended;
  gint64    due_at;
  gboolean  due_provisional;
} GgovPlaceIssue;

/**
 * GgovPlaceBuilding:
 * @label: what the building is called
 * @households: living there, 0 where nobody does
 *
 * A building of a grid.
 */
typedef struct
{
  gint64  id;
  char   *label;
  int     households;
} GgovPlaceBuilding;

/**
 * GgovGridDetails:
 * @people: (element-type GgovPlacePerson): by rank, then place
 * @issues: (element-type GgovPlaceIssue): the next due first
 * @buildings: (element-type GgovPlaceBuilding): in the order of their records
 * @party: names of the party organisations, NULL-terminated
 */
typedef struct
{
  GPtrArray *people;
  GPtrArray *issues;
  GPtrArray *buildings;
  GStrv      party;
} GgovGridDetails;

/**
 * GgovBuildingDetails:
 * @community: (nullable)
 * @compound: (nullable)
 * @number: (nullable): as on the door
 * @name: (nullable)
 * @floors: 0 if not known
 * @grid_id: the grid it is assigned to, or 0
 * @people_count: living there
 * @people: (element-type GgovPlacePerson): by rank, then unit
 * @issues: (element-type GgovPlaceIssue): the next due first
 */
typedef struct
{
  gint64            id;
  char             *community;
  char             *compound;
  char             *number;
  char             *name;
  GgovBuildingKind  kind;
  int               floors;
  gint64            grid_id;
  int               units;
  int               households;
  int               people_count;
  GPtrArray        *people;
  GPtrArray        *issues;
} GgovBuildingDetails;

void                 ggov_grid_details_free                (GgovGridDetails      *details);
void                 ggov_building_details_free            (GgovBuildingDetails  *details);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGridDetails, ggov_grid_details_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovBuildingDetails, ggov_building_details_free)

/* Who and what is on a grid on a day: posts of the grid itself, of its buildings and units. */
void                 ggov_store_get_grid_details_async     (GgovStore            *self,
                                                            gint64                grid_id,
                                                            const char           *day,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
GgovGridDetails     *ggov_store_get_grid_details_finish    (GgovStore            *self,
                                                            GAsyncResult         *result,
                                                            GError              **error)
                                                            G_GNUC_WARN_UNUSED_RESULT;

/* GGOV_STORE_ERROR_NOT_FOUND where there is no such building. */
void                 ggov_store_get_building_details_async (GgovStore            *self,
                                                            gint64                building_id,
                                                            const char           *day,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
GgovBuildingDetails *ggov_store_get_building_details_finish (GgovStore            *self,
                                                             GAsyncResult         *result,
                                                             GError              **error)
                                                             G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
