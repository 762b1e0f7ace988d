/* ggov-store-attendance.h: who is on the list of a session, and what a person was taught
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-attendance.h"
#include "ggov-store.h"
#include "ggov-write-training.h"

G_BEGIN_DECLS

/* Lists who is on the list of a session, by the place of their first post; @as_of: ISO day of it */
void        ggov_store_list_attendance_async  (GgovStore                 *self,
                                               gint64                     session_id,
                                               const char                *as_of,
                                               GCancellable              *cancellable,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);

/* Lists what a person was or will be taught, the latest first, then certificates from elsewhere. End
 * with ggov_store_list_attendance_finish(). */
void        ggov_store_list_trainings_async   (GgovStore                 *self,
                                               gint64                     person_id,
                                               const char                *as_of,
                                               GCancellable              *cancellable,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);

/* Returns: (transfer full) (element-type GgovAttendance) */
GListModel *ggov_store_list_attendance_finish (GgovStore                 *self,
                                               GAsyncResult              *result,
                                               GError                   **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_invite_async:
 * @people: (array length=n_people): numbers of persons
 *
 * Puts people on the list of a session, as one change. One who is on it already is refused, and then
 * nobody is invited. More people than seats are let in: that is the office's choice. End with
 * ggov_store_change_finish().
 */
void        ggov_store_invite_async           (GgovStore                 *self,
                                               gint64                     session_id,
                                               const gint64              *people,
                                               guint                      n_people,
                                               GCancellable              *cancellable,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);

/* Takes people off the list, as one change. End with ggov_store_change_finish(). */
void        ggov_store_take_off_list_async    (GgovStore                 *self,
                                               gint64                     session_id,
                                               const gint64              *people,
                                               guint                      n_people,
                                               GCancellable              *cancellable,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);

/**
 * ggov_store_mark_attendance_async:
 * @marks: (array length=n_marks): copied
 * @today: ISO day; a session of a later one cannot have been attended
 *
 * Enters how it was with people, as one change. End with ggov_store_change_finish().
 */
void        ggov_store_mark_attendance_async  (GgovStore                 *self,
                                               gint64                     session_id,
                                               const GgovAttendanceMark  *marks,
                                               guint                      n_marks,
                                               const char                *today,
                                               GCancellable              *cancellable,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);

G_END_DECLS
