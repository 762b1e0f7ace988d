/* ggov-post-order-private.h: what is asked of the store about a post, on its way to the thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-store-appoint.h"
#include "ggov-write-people.h"

G_BEGIN_DECLS

/* A call's own copy of an appointment, and what else belongs to it. */
typedef struct
{
  GgovAppointment  appointment;
  GStringChunk    *texts;
  GPtrArray       *papers;       /* (element-type GgovPaper) */
  gint64           post_id;
  gint64           hand_over_to; /* a person, or 0 */
} GgovPostOrder;

GgovPostOrder *_ggov_post_order_new  (const GgovAppointment *appointment) G_GNUC_WARN_UNUSED_RESULT;
void           _ggov_post_order_free (GgovPostOrder         *order);

/**
 * _ggov_post_order_write:
 * @person_id: who gets the post
 * @from_id: the post it goes on from, or 0
 *
 * Writes the appointment with its papers, within every rule, and says what the change was about.
 *
 * Returns: the post's number, or 0 with @error set
 */
gint64         _ggov_post_order_write (const GgovPostOrder   *order,
                                       GgovChange            *change,
                                       gint64                 person_id,
                                       gint64                 from_id,
                                       GError               **error);

/**
 * _ggov_post_end:
 * @from: ISO day from which the post is no longer held
 * @reason: (nullable)
 *
 * Ends a post the day before @from. GGOV_STORE_ERROR_REFUSED where it did not begin before that day
 * or is over by then.
 */
gboolean       _ggov_post_end         (GgovChange            *change,
                                       gint64                 post_id,
                                       const char            *from,
                                       const char            *reason,
                                       GError               **error);

/* Says what the change was about: the place of a post. */
gboolean       _ggov_post_name_place  (GgovChange            *change,
                                       gint64                 post_id,
                                       const char            *day,
                                       GError               **error);

G_END_DECLS
