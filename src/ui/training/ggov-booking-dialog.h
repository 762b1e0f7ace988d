/* ggov-booking-dialog.h: ends that people lack a course: by a place in a session, or in writing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-course.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovBooking:
 * @course: that they lack
 * @people: (array length=n_people): numbers of persons, at least one
 * @who: in words: a name, or how many they are
 */
typedef struct
{
  GgovCourse   *course;
  const gint64 *people;
  guint         n_people;
  const char   *who;
} GgovBooking;

/**
 * ggov_booking_dialog_show:
 * @page: over whose window it stands; asked for win.announce-change once it is done
 * @booking: copied
 *
 * Asks in which session to come people get a place, or when a new one is.
 */
void ggov_booking_dialog_show       (GtkWidget         *page,
                                     GgovSession       *session,
                                     const GgovBooking *booking);

/* Asks at which session that is over people were after all, or for the certificate that one person
 * has from elsewhere. */
void ggov_booking_dialog_show_learnt (GtkWidget         *page,
                                      GgovSession       *session,
                                      const GgovBooking *booking);

G_END_DECLS
