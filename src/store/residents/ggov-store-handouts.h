/* ggov-store-handouts.h: lists of residents that leave the office, each with a number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-query-residents.h"

G_BEGIN_DECLS

/* People of one list: more are a copy of the office. */
#define GGOV_HANDOUT_MOST 100000

/**
 * GgovHandoutTerms:
 * @as_of: ISO day that the list is of
 * @query: who is on it, in which order: as ggov_query_new_residents() makes it for the day
 * @fields: (array zero-terminated=1): codes of the fields, at least one
 * @whole: nothing is masked
 * @reason: (nullable): why; not empty where @whole
 */
typedef struct
{
  const char        *as_of;
  GgovQuery         *query;
  const char *const *fields;
  gboolean           whole;
  const char        *reason;
} GgovHandoutTerms;

/**
 * GgovHandout:
 * @serial: stands on the list and in the log
 * @rows: (element-type GStrv): as the list has them, a text for each field: words for codes, masked
 *   unless whole; each person once
 */
typedef struct
{
  char      *serial;
  GPtrArray *rows;
} GgovHandout;

void         ggov_handout_free         (GgovHandout             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovHandout, ggov_handout_free)

/**
 * ggov_store_hand_out_async:
 * @terms: copied
 *
 * Reads a list that is to leave the office, and keeps in the log that it does: nothing is read without.
 * Refused with a sentence where nobody would be on it, more than GGOV_HANDOUT_MOST, or where it is to
 * be whole and nobody says why. Cannot be undone.
 */
void         ggov_store_hand_out_async  (GgovStore               *self,
                                         const GgovHandoutTerms  *terms,
                                         GCancellable            *cancellable,
                                         GAsyncReadyCallback      callback,
                                         gpointer                 user_data);

/* Returns: (transfer full): NULL with @error set */
GgovHandout *ggov_store_hand_out_finish (GgovStore               *self,
                                         GAsyncResult            *result,
                                         GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
