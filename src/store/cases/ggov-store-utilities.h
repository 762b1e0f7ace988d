/* ggov-store-utilities.h: utility problems by company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A utility problem is an issue whose case type is about a service. Its company is the one it was given
 * to; else the handler's own, if it supplies the service; else one that serves the grid; else the only
 * one there is. The writes are changes that can be undone; end them with ggov_store_change_finish().
 */

#pragma once

#include "ggov-store.h"
#include "ggov-utility-row.h"
#include "ggov-write-cases.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_utilities_async:
 * @day: ISO day with whose month the year ends that is counted; it is also the day by which a problem
 *   is open, solved or overdue
 *
 * Counts by company and service; companies without a problem are listed as well, and what is nobody's
 * comes last.
 */
void        ggov_store_list_utilities_async   (GgovStore            *self,
                                               const char           *day,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/* Returns: (transfer full) (element-type GgovUtilityRow) */
GListModel *ggov_store_list_utilities_finish  (GgovStore            *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_list_utility_problems_async:
 * @organisation_id: of a company, or 0 for what is nobody's
 * @service: (nullable): code of a GgovUtility; NULL for all
 * @day: as for ggov_store_list_utilities_async()
 *
 * The issues that are counted for a company, the latest first, of which there are 500 at the most.
 */
void        ggov_store_list_utility_problems_async  (GgovStore            *self,
                                                     gint64                organisation_id,
                                                     const char           *service,
                                                     const char           *day,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/* Returns: (transfer full) (element-type GgovIssue) */
GListModel *ggov_store_list_utility_problems_finish (GgovStore            *self,
                                                     GAsyncResult         *result,
                                                     GError              **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

void        ggov_store_set_supply_async       (GgovStore            *self,
                                               gint64                organisation_id,
                                               GgovUtility           service,
                                               gboolean              supplies,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void        ggov_store_assign_company_async   (GgovStore            *self,
                                               gint64                issue_id,
                                               gint64                organisation_id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

G_END_DECLS
