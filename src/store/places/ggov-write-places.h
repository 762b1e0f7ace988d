/* ggov-write-places.h: writing communities, streets, buildings, plans and grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change. Shapes are WKB, longitude then latitude in degrees. Numbers
 * of records are those of the store; 0 stands for none. A call that adds returns the new
 * record's number, or 0 with @error set.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      sub_district_id;
  const char *code;      /* 12 digits */
  const char *name;
  GBytes     *border;    /* polygon */
  const char *source;    /* (nullable): where it came from */
  const char *source_id; /* (nullable): its number there */
} GgovCommunityRecord;

typedef struct
{
  gint64      community_id;
  gint64      compound_id;
  const char *number;    /* (nullable): as on the door */
  const char *name;      /* (nullable) */
  const char *kind;      /* residential, shop, office, school, medical, industrial or other */
  int         floors;    /* 0 if not known */
  GBytes     *footprint; /* polygon or multipolygon */
  const char *source;    /* (nullable) */
  const char *source_id; /* (nullable) */
} GgovBuildingRecord;

typedef struct
{
  gint64      community_id;
  const char *name;
  const char *state;      /* draft, or approved: the days tell what else it is */
  gint64      based_on_id;
  const char *valid_from; /* (nullable): ISO day */
  const char *valid_to;   /* (nullable): ISO day */
} GgovPlanRecord;

typedef struct
{
  gint64      community_id;
  const char *code;       /* 15 digits, never one that was used before */
  const char *name;
  const char *valid_from; /* ISO day */
} GgovGridRecord;

gint64   ggov_change_add_sub_district  (GgovChange                 *change,
                                        const char                 *code,
                                        const char                 *name,
                                        GError                    **error);
gint64   ggov_change_add_community     (GgovChange                 *change,
                                        const GgovCommunityRecord  *record,
                                        GError                    **error);
gboolean ggov_change_set_border        (GgovChange                 *change,
                                        gint64                      community_id,
                                        const char                 *name,
                                        GBytes                     *border,
                                        GError                    **error);
gint64   ggov_change_add_street        (GgovChange                 *change,
                                        const char                 *name,
                                        gboolean                    main_street,
                                        GBytes                     *line,
                                        GError                    **error);
gint64   ggov_change_add_compound      (GgovChange                 *change,
                                        gint64                      community_id,
                                        const char                 *name,
                                        GError                    **error);
gint64   ggov_change_add_building      (GgovChange                 *change,
                                        const GgovBuildingRecord   *record,
                                        GError                    **error);

/**
 * ggov_change_add_buildings:
 * @ids: (out) (array length=n): the new records' numbers, in the order of @records
 *
 * The same for many at once, which is quicker. Always with the same @n, as far as can be: each is a
 * statement of its own.
 */
gboolean ggov_change_add_buildings     (GgovChange                 *change,
                                        const GgovBuildingRecord   *records,
                                        guint                       n,
                                        gint64                     *ids,
                                        GError                    **error);

/* Everything but the community and compound, which an import does not know. */
gboolean ggov_change_update_building   (GgovChange                 *change,
                                        gint64                      id,
                                        const GgovBuildingRecord   *record,
                                        GError                    **error);
gboolean ggov_change_set_building_community (GgovChange           *change,
                                             gint64                building_id,
                                             gint64                community_id,
                                             GError              **error);
gint64   ggov_change_add_unit          (GgovChange                 *change,
                                        gint64                      building_id,
                                        int                         number,
                                        int                         households,
                                        int                         people,
                                        GError                    **error);
gint64   ggov_change_add_plan          (GgovChange                 *change,
                                        const GgovPlanRecord       *record,
                                        GError                    **error);
gint64   ggov_change_add_grid          (GgovChange                 *change,
                                        const GgovGridRecord       *record,
                                        GError                    **error);

/* @left_grid_id, @right_grid_id: as seen walking along @line; 0 is outside the community */
gint64   ggov_change_add_arc           (GgovChange                 *change,
                                        gint64                      plan_id,
                                        gint64                      left_grid_id,
                                        gint64                      right_grid_id,
                                        GBytes                     *line,
                                        GError                    **error);
gboolean ggov_change_set_arc           (GgovChange                 *change,
                                        gint64                      arc_id,
                                        gint64                      left_grid_id,
                                        gint64                      right_grid_id,
                                        GBytes                     *line,
                                        GError                    **error);
gboolean ggov_change_remove_arc        (GgovChange                 *change,
                                        gint64                      arc_id,
                                        GError                    **error);

/* Keeps whose data came in and under what licence, for the map to tell. Twice the same is told
 * once. */
gint64   ggov_change_add_map_source    (GgovChange                 *change,
                                        const char                 *words,
                                        GError                    **error);

/* Puts a building into a grid of a plan, from wherever it was in that plan. */
gboolean ggov_change_assign_building   (GgovChange                 *change,
                                        gint64                      plan_id,
                                        gint64                      building_id,
                                        gint64                      grid_id,
                                        GError                    **error);

G_END_DECLS
