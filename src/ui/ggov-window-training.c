/* ggov-window-training.c: the window of training, and what leads there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-booking-dialog.h"
#include "ggov-store-courses.h"
#include "ggov-training-text.h"
#include "ggov-training-window.h"
#include "ggov-window-private.h"

/* (nullable): NULL without an office */
static GgovTrainingWindow *
show_window (GgovWindow *self)
{
  if (self->session == NULL)
    return NULL;

  if (self->training == NULL)
    g_set_weak_pointer (&self->training,
                        GTK_WIDGET (ggov_training_window_new (GTK_WINDOW (self), self->session)));
  gtk_window_present (GTK_WINDOW (self->training));

  return GGOV_TRAINING_WINDOW (self->training);
}

static void
show_training_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GgovTrainingWindow *window = show_window (GGOV_WINDOW (widget));

  if (window && parameter)
    ggov_training_window_show_table (window, g_variant_get_string (parameter, NULL));
}

static void
show_session_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovTrainingWindow *window = show_window (GGOV_WINDOW (widget));

  if (window)
    ggov_training_window_show_session (window, g_variant_get_int64 (parameter));
}

/* For whom a course is booked, on the way to the store. */
typedef struct
{
  GgovWindow *window; /* (owned) */
  gint64      person_id;
  gint64      course_id;
  char       *name;
} Booking;

static void
booking_free (Booking *booking)
{
  g_clear_object (&booking->window);
  g_free (booking->name);
  g_free (booking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Booking, booking_free)

static void
courses_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Booking) booking = user_data;
  g_autoptr(GListModel) courses = ggov_store_list_courses_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GgovCourse) course = ggov_training_find_course (courses, booking->course_id);
  const GgovBooking wanted = {
    .course = course, .people = &booking->person_id, .n_people = 1, .who = booking->name,
  };

  if (course && booking->window->session)
    ggov_booking_dialog_show (GTK_WIDGET (booking->window), booking->window->session, &wanted);
}

static void
book_training_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  Booking *booking;

  if (self->session == NULL)
    return;

  booking = g_new0 (Booking, 1);
  booking->window = g_object_ref (self);
  g_variant_get (parameter, "(xxs)", &booking->person_id, &booking->course_id, &booking->name);
  ggov_store_list_courses_async (ggov_session_get_store (self->session),
                                 ggov_session_get_today (self->session), NULL, courses_cb, booking);
}

void
_ggov_window_install_training_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.book-training", "(xxs)", book_training_cb);
  gtk_widget_class_install_action (klass, "win.show-session", "x", show_session_cb);
  gtk_widget_class_install_action (klass, "win.show-training", NULL, show_training_cb);
  gtk_widget_class_install_action (klass, "win.show-training-table", "s", show_training_cb);
}
