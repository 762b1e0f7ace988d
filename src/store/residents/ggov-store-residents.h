/* ggov-store-residents.h: households and who is of them, one resident whole, what happened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-household.h"
#include "ggov-register-event.h"
#include "ggov-resident-sheet.h"
#include "ggov-resident.h"

G_BEGIN_DECLS

/**
 * GgovHouseholdFilter:
 * @grid_id: 0 for all, and so the next five
 * @person_id: that somebody is of
 * @door: (nullable): behind this door
 * @headless: only those that have people and no head
 * @limit: the most lines; 0 for all
 */
typedef struct
{
  gint64      grid_id;
  gint64      building_id;
  gint64      unit_id;
  gint64      household_id;
  gint64      person_id;
  const char *door;
  gboolean    headless;
  guint       limit;
} GgovHouseholdFilter;

/* Finds the households of a day, in the order of doors. @filter: copied */
void        ggov_store_list_households_async  (GgovStore                  *self,
                                               const GgovHouseholdFilter  *filter,
                                               const char                 *as_of,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/* Returns: (transfer full) (element-type GgovHousehold) */
GListModel *ggov_store_list_households_finish (GgovStore                  *self,
                                               GAsyncResult               *result,
                                               GError                    **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* Finds who is of a household on a day, the head first. */
void        ggov_store_list_members_async     (GgovStore                  *self,
                                               gint64                      household_id,
                                               const char                 *as_of,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/* Returns: (transfer full) (element-type GgovResident) */
GListModel *ggov_store_list_members_finish    (GgovStore                  *self,
                                               GAsyncResult               *result,
                                               GError                    **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* Reads all that is known of somebody of the register; GGOV_STORE_ERROR_NOT_FOUND where they are not in
 * it. Whoever was entered twice is found under both numbers. */
void        ggov_store_get_resident_async     (GgovStore                  *self,
                                               gint64                      person_id,
                                               const char                 *as_of,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/* Returns: (transfer full) */
GgovResidentSheet *ggov_store_get_resident_finish (GgovStore              *self,
                                                   GAsyncResult           *result,
                                                   GError                **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_save_resident_async:
 * @row_version: the version that was read, or -1 for whatever is there now
 * @values: (element-type utf8 utf8): what is another by the codes of the fields; "" empties a field
 * @required_filled: how many of the required fields are filled in then, @optional_filled likewise; -1
 *   has the store count them by the fields as the office has them
 *
 * Writes what is known of somebody; a person who was not in the register is in it then. End with
 * ggov_store_change_finish().
 */
void        ggov_store_save_resident_async    (GgovStore                  *self,
                                               gint64                      person_id,
                                               gint64                      row_version,
                                               GHashTable                 *values,
                                               int                         required_filled,
                                               int                         optional_filled,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/* Whether what is filled in for a field, by its code, is written with the resident: FALSE where the
 * residence or the special groups tell it. */
gboolean    ggov_resident_keeps_field         (const char                 *code);

/**
 * ggov_store_disclose_async:
 * @reason: why somebody has to see what is masked; not empty
 *
 * Keeps in the log that somebody saw all that is known of a resident, and why. End with
 * ggov_store_change_finish().
 */
void        ggov_store_disclose_async         (GgovStore                  *self,
                                               gint64                      person_id,
                                               const char                 *reason,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

G_END_DECLS
