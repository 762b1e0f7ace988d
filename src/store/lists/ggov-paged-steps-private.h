/* ggov-paged-steps-private.h: what has to be taken out and put in to make one list of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-query.h"

G_BEGIN_DECLS

/**
 * GgovPagedStep:
 * @position: in the list as the steps before have left it
 * @from: where the added rows stand in the new list
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint from;
} GgovPagedStep;

/**
 * _ggov_paged_steps_find:
 * @old: (element-type GgovRowKey)
 * @keys: (element-type GgovRowKey)
 *
 * Finds the steps from one list to another. Where the two have little in common it is those of
 * _ggov_paged_steps_replace().
 *
 * Returns: (transfer full) (element-type GgovPagedStep)
 */
GArray *_ggov_paged_steps_find    (GArray *old,
                                   GArray *keys) G_GNUC_WARN_UNUSED_RESULT;

/* Steps that take everything out and put everything in. */
GArray *_ggov_paged_steps_replace (guint   n_old,
                                   guint   n_new) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
