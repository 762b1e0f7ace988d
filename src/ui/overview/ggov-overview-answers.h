/* ggov-overview-answers.h: what the store has answered before there is a page to show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GGOV_TYPE_OVERVIEW_ANSWERS (ggov_overview_answers_get_type ())
G_DECLARE_FINAL_TYPE (GgovOverviewAnswers, ggov_overview_answers, GGOV, OVERVIEW_ANSWERS, GObject)

GgovOverviewAnswers *ggov_overview_answers_new   (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_overview_answers_await:
 * @reader: what ends the call once somebody reads the answers
 *
 * Counts one call more. It is to be started with ggov_overview_answers_cb() and what this returns.
 *
 * Returns: (transfer full): the user data of ggov_overview_answers_cb()
 */
gpointer             ggov_overview_answers_await (GgovOverviewAnswers *self,
                                                  GAsyncReadyCallback  reader)
                                                  G_GNUC_WARN_UNUSED_RESULT;

void                 ggov_overview_answers_cb    (GObject             *object,
                                                  GAsyncResult        *result,
                                                  gpointer             user_data);

/**
 * ggov_overview_answers_read:
 * @page: (transfer none): kept until the last call has ended
 *
 * Hands @page what has been answered, in the order the answers came, and whatever comes from now
 * on. Each reader gets a reference to @page as its user data, to be released by it.
 */
void                 ggov_overview_answers_read  (GgovOverviewAnswers *self,
                                                  GObject             *page);

/* How many calls there are, answered or not. */
guint                ggov_overview_answers_get_n_calls (GgovOverviewAnswers *self);

G_END_DECLS
