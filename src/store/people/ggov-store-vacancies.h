/* ggov-store-vacancies.h: posts that should be held and are not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"
#include "ggov-vacancy.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_vacancies_async:
 * @as_of: ISO day
 *
 * Finds each residential building with units that has no leader, each unit without one, each grid
 * without a full-time member, a party organisation, police or medical cover, and each community
 * without a first secretary or chief grid leader, in the order of the roster.
 */
void        ggov_store_list_vacancies_async  (GgovStore            *self,
                                              const char           *as_of,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

/**
 * ggov_store_list_vacancies_finish:
 *
 * Returns: (transfer full) (element-type GgovVacancy)
 */
GListModel *ggov_store_list_vacancies_finish (GgovStore            *self,
                                              GAsyncResult         *result,
                                              GError              **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
