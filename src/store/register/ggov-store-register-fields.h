/* ggov-store-register-fields.h: the fields of the register as the office has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-register-catalogue.h"

G_BEGIN_DECLS

/* Reads the fields: those the program is built with, and what the office changed about them. */
void                   ggov_store_get_register_fields_async  (GgovStore            *self,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);

/* Returns: (transfer full) */
GgovRegisterCatalogue *ggov_store_get_register_fields_finish (GgovStore            *self,
                                                              GAsyncResult         *result,
                                                              GError              **error)
                                                              G_GNUC_WARN_UNUSED_RESULT;

/* The same within a change. */
GgovRegisterCatalogue *ggov_change_load_register_fields      (GgovChange           *change,
                                                              GError              **error)
                                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_add_register_field_async:
 * @field: copied: its code, names, type, group and table; @field->is_own is not looked at
 *
 * Adds a field of the office's own. Refused where a field has the code already, or where the type,
 * group or table is not known. End with ggov_store_change_finish().
 */
void                   ggov_store_add_register_field_async    (GgovStore                 *self,
                                                               const GgovRegisterChange  *field,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);

/**
 * ggov_store_retire_register_field_async:
 * @code: of any field that is not required
 * @day: (nullable): ISO day from which it is asked for no more; NULL to ask for it again
 *
 * What is filled in stays. End with ggov_store_change_finish().
 */
void                   ggov_store_retire_register_field_async (GgovStore                 *self,
                                                               const char                *code,
                                                               const char                *day,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);

G_END_DECLS
