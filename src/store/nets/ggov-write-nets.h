/* ggov-write-nets.h: writing the nets that departments drew before there were base grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change. Shapes are WKB, longitude then latitude in degrees. A call that
 * adds returns the new record's number, or 0 with @error set. Days are ISO texts.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *department;
  const char *role_code;  /* of the posts its people move to; empty until chosen */
  const char *source;     /* whose data it is and under what licence */
  const char *imported_on; /* (nullable): only for a new one; NULL for the day of the change */
} GgovNetRecord;

typedef struct
{
  gint64      net_id;
  const char *code;       /* as the department has it, once in a net */
  const char *name;
  GBytes     *shape;      /* polygon or multipolygon */
  const char *valid_from; /* (nullable): if the department said */
} GgovOldGridRecord;

typedef struct
{
  gint64      grid_id;    /* an old grid */
  const char *name;
  const char *phone;      /* (nullable) */
  const char *role;       /* what the department called it */
} GgovOldPersonRecord;

/* What is known of a net, with all its grids and their people. */
typedef struct
{
  gint64  id;
  char   *name;
  char   *phone;      /* (nullable) */
  char   *role;
} GgovKnownOldPerson;

typedef struct
{
  gint64     id;
  char      *code;
  char      *name;
  GBytes    *shape;
  char      *valid_from; /* (nullable) */
  GPtrArray *people;     /* (element-type GgovKnownOldPerson) */
} GgovKnownOldGrid;

typedef struct
{
  gint64     id;
  char      *department;
  char      *role_code;
  char      *source;
  char      *retired_on; /* (nullable): the day from which it is no more */
  GPtrArray *grids;      /* (element-type GgovKnownOldGrid): in the order they came */
} GgovKnownNet;

/**
 * ggov_change_load_net:
 * @net: (out) (transfer full) (nullable): the net of that name, or NULL if there is none
 */
gboolean ggov_change_load_net          (GgovChange                 *change,
                                        const char                 *name,
                                        GgovKnownNet              **net,
                                        GError                    **error);
void     ggov_known_net_free           (GgovKnownNet               *net);

/* Adds one that was written to what is known. Copies the record. */
GgovKnownOldGrid *ggov_known_net_add_grid (GgovKnownNet            *net,
                                           gint64                   id,
                                           const GgovOldGridRecord *record);
void     ggov_known_old_grid_add_person (GgovKnownOldGrid          *grid,
                                         gint64                     id,
                                         const GgovOldPersonRecord *record);

gint64   ggov_change_add_net           (GgovChange                 *change,
                                        const GgovNetRecord        *record,
                                        GError                    **error);
gboolean ggov_change_update_net        (GgovChange                 *change,
                                        gint64                      net_id,
                                        const GgovNetRecord        *record,
                                        GError                    **error);
gint64   ggov_change_add_old_grid      (GgovChange                 *change,
                                        const GgovOldGridRecord    *record,
                                        GError                    **error);
gboolean ggov_change_update_old_grid   (GgovChange                 *change,
                                        gint64                      id,
                                        const GgovOldGridRecord    *record,
                                        GError                    **error);
gint64   ggov_change_add_old_person    (GgovChange                 *change,
                                        const GgovOldPersonRecord  *record,
                                        GError                    **error);
gboolean ggov_change_update_old_person (GgovChange                 *change,
                                        gint64                      id,
                                        const GgovOldPersonRecord  *record,
                                        GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovKnownNet, ggov_known_net_free)

G_END_DECLS
