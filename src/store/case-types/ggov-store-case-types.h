/* ggov-store-case-types.h: the office's case types, listed, saved and withdrawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What writes is one change, ended with ggov_store_change_finish(), and can be undone; what is not
 * allowed is GGOV_STORE_ERROR_REFUSED with a translated sentence. See ggov-write-case-types.h for the
 * rules.
 */

#pragma once

#include "ggov-case-type-version.h"
#include "ggov-change.h"

G_BEGIN_DECLS

/**
 * GgovCaseTypeFilter:
 * @code: (nullable): all versions of this type, the last first
 * @text: (nullable): words that have to be in code, name, its reading, class, conditions or role
 * @lane: (nullable): code of a GgovLane
 * @with_ended: whether those that were withdrawn before the day are listed too
 * @last: each type in its last version, whether it holds on the day or from a later one
 */
typedef struct
{
  const char *code;
  const char *text;
  const char *lane;
  gboolean    with_ended;
  gboolean    last;
} GgovCaseTypeFilter;

/**
 * ggov_store_list_case_types_async:
 * @filter: (nullable)
 * @day: ISO day
 *
 * Lists the types by code, each in the version that holds on the day; where none does, in its last one.
 */
void        ggov_store_list_case_types_async    (GgovStore                 *self,
                                                 const GgovCaseTypeFilter  *filter,
                                                 const char                *day,
                                                 GCancellable              *cancellable,
                                                 GAsyncReadyCallback        callback,
                                                 gpointer                   user_data);

/* Returns: (transfer full) (element-type GgovCaseTypeVersion) */
GListModel *ggov_store_list_case_types_finish   (GgovStore                 *self,
                                                 GAsyncResult              *result,
                                                 GError                   **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* As ggov_change_save_case_type(); @record is copied. */
void        ggov_store_save_case_type_async     (GgovStore                 *self,
                                                 const GgovCaseTypeRecord  *record,
                                                 const char                *day,
                                                 GCancellable              *cancellable,
                                                 GAsyncReadyCallback        callback,
                                                 gpointer                   user_data);

/* As ggov_change_withdraw_case_type(). */
void        ggov_store_withdraw_case_type_async (GgovStore                 *self,
                                                 const char                *code,
                                                 const char                *day,
                                                 GCancellable              *cancellable,
                                                 GAsyncReadyCallback        callback,
                                                 gpointer                   user_data);

G_END_DECLS
