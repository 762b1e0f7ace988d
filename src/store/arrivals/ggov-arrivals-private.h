/* ggov-arrivals-private.h: what the files that take arrivals in share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-arrivals.h"
#include "ggov-change-private.h"
#include "ggov-geo-bounds.h"
#include "ggov-office-clock.h"

G_BEGIN_DECLS

/* A version of a case type. */
typedef struct
{
  gint64  id;
  char   *code;
  char   *name;      /* in small letters */
  char   *name_zh;
  char   *limit_text;
  char   *start_rule;
  char   *valid_from;
  char   *valid_to;  /* (nullable) */
} GgovArrivalType;

struct _GgovArrivals
{
  GgovChange      *change;   /* (unowned) */
  char            *platform;
  GgovOfficeClock *clock;
  GPtrArray       *types;    /* (element-type GgovArrivalType): by code, the newest version first */
  GHashTable      *days;     /* (element-type utf8 GPtrArray): the subdivisions of a day */
  GHashTable      *plans;    /* (element-type gint64 GgovGeoSubdivision) (nullable values) */
  GHashTable      *numbers;  /* (element-type int guint64): the last number of a year */
  GgovGeoBounds    bounds;   /* of all communities; empty where there is none */
};

/* (nullable) */
const GgovArrivalType *_ggov_arrivals_get_type   (GgovArrivals  *self,
                                                  gint64         case_type_id);

/* The next number of the year that @at lies in. */
char                  *_ggov_arrivals_dup_number (GgovArrivals  *self,
                                                  gint64         at,
                                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
