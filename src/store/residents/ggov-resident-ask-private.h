/* ggov-resident-ask-private.h: which residents are wanted, as statements say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-query-residents.h"
#include "ggov-sql-text-private.h"

G_BEGIN_DECLS

/* A filter with texts of its own, ready to be asked for. */
typedef struct
{
  GgovResidentFilter     filter;           /* its texts are these: */
  char                  *as_of;
  char                  *sex;              /* (nullable) */
  char                  *confirmed_before; /* (nullable) */
  char                  *text;             /* (nullable) */
  char                  *born_until;       /* (nullable): who is old enough */
  char                  *born_after;       /* (nullable): who is young enough */
  GgovResidentCondition *conditions;       /* (array length=filter.n_conditions) */
} GgovResidentAsk;

/**
 * GgovResidentStart:
 *
 * What a statement goes through first, all of the rest being looked up: so an index of it gives the
 * order, or it is little. GGOV_RESIDENTS_OF_… is followed by a number; GGOV_RESIDENTS_FEW_… is what the
 * filter says of it.
 */
typedef enum
{
  GGOV_RESIDENTS_BY_PERSON,
  GGOV_RESIDENTS_BY_RESIDENT,
  GGOV_RESIDENTS_BY_RESIDENCE,
  GGOV_RESIDENTS_BY_DWELLING,
  GGOV_RESIDENTS_BY_PLACE,
  GGOV_RESIDENTS_OF_BUILDING,
  GGOV_RESIDENTS_OF_PERSON,
  GGOV_RESIDENTS_FEW_OF_HOUSEHOLD,
  GGOV_RESIDENTS_FEW_OF_GROUP,
  GGOV_RESIDENTS_FEW_OF_AGE,
  GGOV_RESIDENTS_FEW_UNCONFIRMED,
} GgovResidentStart;

/* What a statement has besides the residence r, the person n and what is known of them, m: the door
 * h, d, u, b; its grid x, g; and the names of its places, o, c. Each has those before it. */
typedef enum
{
  GGOV_RESIDENTS_WITH_PEOPLE,
  GGOV_RESIDENTS_WITH_DOORS,
  GGOV_RESIDENTS_WITH_GRIDS,
  GGOV_RESIDENTS_WITH_NAMES,
} GgovResidentParts;

/* @filter: (nullable): copied */
GgovResidentAsk *_ggov_resident_ask_new       (const char               *as_of,
                                               const GgovResidentFilter *filter)
                                               G_GNUC_WARN_UNUSED_RESULT;
void             _ggov_resident_ask_free      (GgovResidentAsk          *self);

/* Whether it is of a part of the area. */
gboolean         _ggov_resident_ask_has_place (const GgovResidentAsk    *self);

/**
 * _ggov_resident_ask_find_few:
 * @start: (out): where to start from, if there are few
 *
 * Looks for something in the filter that only few people are, so that all of them can be gone through
 * and sorted. TRUE with *@is_few FALSE where there is nothing.
 *
 * Returns: FALSE with @error set if the records cannot be read
 */
gboolean         _ggov_resident_ask_find_few  (const GgovResidentAsk    *self,
                                               GgovDb                   *db,
                                               gboolean                 *is_few,
                                               GgovResidentStart        *start,
                                               GError                  **error);

/* Begins "SELECT r.id, r.person_id FROM … WHERE …" with all that is wanted, to be gone on with by AND or
 * an order. @of: the number that @start is of, or 0. @parts: what goes on speaks of them. */
GgovSqlText     *_ggov_resident_ask_begin     (const GgovResidentAsk    *self,
                                               GgovResidentStart         start,
                                               gint64                    of,
                                               GgovResidentParts         parts)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* Adds " AND …" for each condition on a field, and says which parts they speak of. */
void              _ggov_resident_conditions_add       (const GgovResidentAsk  *self,
                                                       GgovSqlText            *sql);
GgovResidentParts _ggov_resident_conditions_get_parts (const GgovResidentAsk  *self);

/* Copies with texts of its own; to be freed with the number of them. */
GgovResidentCondition *_ggov_resident_conditions_copy (const GgovResidentCondition *conditions,
                                                       guint                        n_conditions);
void                   _ggov_resident_conditions_free (GgovResidentCondition       *conditions,
                                                       guint                        n_conditions);

G_END_DECLS
