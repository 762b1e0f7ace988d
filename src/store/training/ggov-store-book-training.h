/* ggov-store-book-training.h: people who lack a course get a place in a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"
#include "ggov-training-session.h"

G_BEGIN_DECLS

/**
 * ggov_store_book_training_async:
 * @session: copied; the one of its id, or a new one with its times, place and so on for an id of 0
 * @people: (array length=n_people): numbers of persons
 *
 * Puts people on the list of a session, which is written first where it is new, as one change. Who is
 * on the list already stays there. End with ggov_store_change_finish(); its change is 0 if all were.
 */
void ggov_store_book_training_async (GgovStore                        *self,
                                     const GgovTrainingSessionRecord  *session,
                                     const gint64                     *people,
                                     guint                             n_people,
                                     GCancellable                     *cancellable,
                                     GAsyncReadyCallback               callback,
                                     gpointer                          user_data);

G_END_DECLS
