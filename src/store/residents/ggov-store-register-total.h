/* ggov-store-register-total.h: the register of the whole office in three numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovRegisterTotal:
 * @people: who lives in the area on the day, as the register has it
 * @households: that somebody lives in
 * @fresh: of the people, those gone over within the days that count as fresh
 */
typedef struct
{
  gint64 people;
  gint64 households;
  gint64 fresh;
} GgovRegisterTotal;

/* Counts them. @day: ISO day */
void     ggov_store_get_register_total_async  (GgovStore            *self,
                                               const char           *day,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/* @total: (out caller-allocates): untouched where it fails */
gboolean ggov_store_get_register_total_finish (GgovStore            *self,
                                               GAsyncResult         *result,
                                               GgovRegisterTotal    *total,
                                               GError              **error);

G_END_DECLS
