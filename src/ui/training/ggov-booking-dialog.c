/* ggov-booking-dialog.c: ends that people lack a course: by a place in a session, or in writing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-booking-dialog.h"
#include "ggov-error-text.h"
#include "ggov-form-dialog.h"
#include "ggov-session-rows.h"
#include "ggov-store-attendance.h"
#include "ggov-store-book-training.h"
#include "ggov-store-certificates.h"
#include "ggov-store-training-sessions.h"
#include "ggov-training-text.h"

/* As many sessions that are over as somebody looks through; older ones are in the list of sessions. */
#define MOST_OVER 20

typedef struct
{
  GtkWidget       *page;     /* (owned) */
  GgovCourse      *course;
  GArray          *people;   /* (element-type gint64) */
  char            *who;
  GListModel      *sessions; /* to choose from, before the last line of the choice */
  GtkWidget       *choice;
  GgovSessionRows  rows;     /* of a new session */
  GtkWidget       *number;   /* and the rest of a certificate */
  GtkWidget       *issuer;
  GtkWidget       *issued_on;
  GtkWidget       *valid_to;
  gboolean         is_over;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_object (&form->page);
  g_clear_object (&form->course);
  g_clear_pointer (&form->people, g_array_unref);
  g_clear_pointer (&form->who, g_free);
  g_clear_object (&form->sessions);
  g_free (form);
}

static Form *
form_new (GtkWidget         *page,
          const GgovBooking *booking)
{
  Form *form = g_new0 (Form, 1);

  form->page = g_object_ref (page);
  form->course = g_object_ref (booking->course);
  form->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (form->people, booking->people, booking->n_people);
  form->who = g_strdup (booking->who);

  return form;
}

/* (transfer full) (nullable): NULL for the last line */
static GgovTrainingSession *
get_chosen (const Form *form)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (form->choice));

  return g_list_model_get_item (form->sessions, selected);
}

static GgovStore *
get_store (GgovFormDialog *dialog)
{
  return ggov_session_get_store (ggov_form_dialog_get_session (dialog));
}

/* A place in a session ------------------------------------------------------------------------- */

static void
book (GgovFormDialog *dialog,
      gpointer        data)
{
  const Form *form = data;
  g_autoptr(GgovTrainingSession) chosen = get_chosen (form);
  g_auto(GgovSessionWords) words = { 0 };
  GgovTrainingSessionRecord record = { .course_id = ggov_course_get_record (form->course)->id };

  if (chosen)
    record = *ggov_training_session_get_record (chosen);
  else if (!ggov_session_rows_read (&form->rows, dialog, &words))
    return;
  else
    {
      record.starts_at = words.starts_at;
      record.ends_at = words.ends_at;
      record.seats = words.seats;
      record.place = words.place;
      record.trainer = words.trainer;
      record.note = words.note;
    }

  ggov_store_book_training_async (
    get_store (dialog), &record, (const gint64 *) (gpointer) form->people->data, form->people->len,
    NULL, ggov_form_dialog_finish_cb,
    /* Translators: a person or how many people, a course */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("%1$s invited to “%2$s”"), form->who,
                                                    ggov_course_get_record (form->course)->label)));
}

static void
chosen_cb (GgovFormDialog *dialog)
{
  const Form *form = g_object_get_data (G_OBJECT (dialog), "ggov-form");
  g_autoptr(GgovTrainingSession) chosen = get_chosen (form);

  if (form->is_over && form->number)
    {
      gtk_widget_set_visible (form->number, chosen == NULL);
      gtk_widget_set_visible (form->issuer, chosen == NULL);
      gtk_widget_set_visible (form->issued_on, chosen == NULL);
      gtk_widget_set_visible (form->valid_to, chosen == NULL);
    }
  if (!form->is_over)
    ggov_session_rows_show (&form->rows, chosen == NULL);
}

/* (transfer full): how many seats are left, where they are counted */
static char *
dup_line (const GgovTrainingSessionRecord *record)
{
  g_autofree char *when = ggov_training_dup_when (record);
  gint64 left = record->seats - record->n_people;

  if (record->seats == 0 || record->is_over)
    return g_steal_pointer (&when);
  if (left <= 0)
    /* Translators: when and where */
    return g_strdup_printf (_("%s · full"), when);

  return g_strdup_printf (ngettext ("%1$s · %2$u seat left", "%1$s · %2$u seats left", left), when,
                          (guint) left);
}

/* @last: (nullable): what may be chosen instead of a session */
static void
add_choice (GgovFormDialog *dialog,
            Form           *form,
            const char     *title,
            const char     *last)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (form->sessions); i++)
    {
      g_autoptr(GgovTrainingSession) session = g_list_model_get_item (form->sessions, i);
      g_autofree char *line = dup_line (ggov_training_session_get_record (session));

      g_strv_builder_add (builder, line);
    }
  if (last)
    g_strv_builder_add (builder, last);
  words = g_strv_builder_end (builder);
  form->choice = ggov_form_dialog_add_combo (dialog, title, (const char *const *) words, 0);
  /* When and where do not fit beside the title. */
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (form->choice), TRUE);
  g_signal_connect_object (form->choice, "notify::selected", G_CALLBACK (chosen_cb), dialog,
                           G_CONNECT_SWAPPED);
}

static void
add_booking_rows (GgovFormDialog *dialog,
                  Form           *form)
{
  add_choice (dialog, form, _("Session"), _("A new session"));
  ggov_session_rows_add (&form->rows, dialog, NULL,
                         (int) ggov_course_get_record (form->course)->hours);
  ggov_form_dialog_add_hint (dialog, _("Who is on its list already stays there."));
}

/* Learnt already -------------------------------------------------------------------------------- */

static void
enter_attendance (GgovFormDialog *dialog,
                  const Form     *form,
                  gint64          session_id)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (GgovAttendanceMark));

  for (guint i = 0; i < form->people->len; i++)
    {
      const GgovAttendanceMark mark = {
        .person_id = g_array_index (form->people, gint64, i),
        .state = GGOV_ATTENDANCE_ATTENDED,
        .passed = 1,
      };

      g_array_append_val (marks, mark);
    }
  ggov_store_mark_attendance_async (
    get_store (dialog), session_id, (const GgovAttendanceMark *) (gpointer) marks->data, marks->len,
    ggov_session_get_today (ggov_form_dialog_get_session (dialog)), NULL, ggov_form_dialog_finish_cb,
    /* Translators: a person or how many people, a course */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("%1$s learnt “%2$s”"), form->who,
                                                    ggov_course_get_record (form->course)->label)));
}

static void
enter_certificate (GgovFormDialog *dialog,
                   const Form     *form)
{
  g_autofree char *number = ggov_form_dialog_dup_text (form->number);
  g_autofree char *issuer = ggov_form_dialog_dup_text (form->issuer);
  g_autofree char *issued_on = ggov_form_dialog_dup_day (dialog, form->issued_on);
  g_autofree char *last = ggov_form_dialog_dup_text (form->valid_to);
  g_autofree char *valid_to = NULL;
  const GgovCertificateRecord record = {
    .person_id = g_array_index (form->people, gint64, 0),
    .course_id = ggov_course_get_record (form->course)->id,
    .number = *number ? number : NULL,
    .issuer = issuer,
    .issued_on = issued_on,
    .valid_to = *last ? last : NULL,
  };

  if (issued_on == NULL ||
      (*last && !(valid_to = ggov_form_dialog_dup_day (dialog, form->valid_to))))
    return;

  if (*issuer == '\0')
    {
      ggov_form_dialog_refuse (dialog, _("Write who issued the certificate."));
      gtk_widget_grab_focus (form->issuer);
      return;
    }

  ggov_store_add_certificate_async (
    get_store (dialog), &record, NULL, ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("%1$s learnt “%2$s”"), form->who,
                                                    ggov_course_get_record (form->course)->label)));
}

static void
enter (GgovFormDialog *dialog,
       gpointer        data)
{
  const Form *form = data;
  g_autoptr(GgovTrainingSession) chosen = get_chosen (form);

  if (chosen)
    enter_attendance (dialog, form, ggov_training_session_get_record (chosen)->id);
  else if (form->number)
    enter_certificate (dialog, form);
  else
    ggov_form_dialog_refuse (dialog, _("No session of this course has taken place. A certificate from "
                                       "elsewhere is entered for one person at a time."));
}

static void
add_learnt_rows (GgovFormDialog *dialog,
                 Form           *form)
{
  gboolean is_one = form->people->len == 1;

  add_choice (dialog, form, _("How"), is_one ? _("A certificate from elsewhere") : NULL);
  if (!is_one)
    return;

  form->issuer = ggov_form_dialog_add_entry (dialog, _("Issued by"), NULL);
  form->number = ggov_form_dialog_add_entry (dialog, _("Number of the certificate"), NULL);
  form->issued_on = ggov_form_dialog_add_entry (
    dialog, _("Issued on (year-month-day)"),
    ggov_session_get_today (ggov_form_dialog_get_session (dialog)));
  form->valid_to = ggov_form_dialog_add_entry (dialog, _("Last day (empty: as the course says)"),
                                               NULL);
}

/* The dialog ----------------------------------------------------------------------------------- */

/* (transfer full): those that take place, the next or the last ones */
static GListModel *
list_held (GListModel *sessions)
{
  GListStore *held = g_list_store_new (GGOV_TYPE_TRAINING_SESSION);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(GgovTrainingSession) session = g_list_model_get_item (sessions, i);

      if (ggov_training_session_get_record (session)->called_off == NULL &&
          g_list_model_get_n_items (G_LIST_MODEL (held)) < MOST_OVER)
        g_list_store_append (held, session);
    }

  return G_LIST_MODEL (held);
}

static void
sessions_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "ggov-form");
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) sessions =
    ggov_store_list_training_sessions_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;

  if (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == NULL || sessions == NULL)
    {
      if (sentence)
        gtk_widget_activate_action (form->page, "win.show-message", "s", sentence);
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }

  form->sessions = list_held (sessions);
  if (form->is_over)
    add_learnt_rows (dialog, form);
  else
    add_booking_rows (dialog, form);
  chosen_cb (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->choice);
}

static void
show (GtkWidget         *page,
      GgovSession       *session,
      const GgovBooking *booking,
      gboolean           is_over)
{
  const GgovCourseRecord *course = ggov_course_get_record (booking->course);
  /* Translators: a course, a person or how many people */
  g_autofree char *what = g_strdup_printf (_("%1$s: %2$s"), course->label, booking->who);
  Form *form = form_new (page, booking);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 is_over ? _("Learnt Already")
                                                         : _("Invite to a Session"),
                                                 is_over ? _("_Enter") : _("_Invite"), what,
                                                 is_over ? enter : book, form, form_free);

  form->is_over = is_over;
  g_object_set_data (G_OBJECT (dialog), "ggov-form", form);
  ggov_store_list_training_sessions_async (ggov_session_get_store (session),
                                           ggov_session_get_today (session),
                                           is_over ? GGOV_TRAINING_OVER : GGOV_TRAINING_TO_COME,
                                           course->id, NULL, sessions_cb, g_object_ref (dialog));
}

void
ggov_booking_dialog_show (GtkWidget         *page,
                          GgovSession       *session,
                          const GgovBooking *booking)
{
  show (page, session, booking, FALSE);
}

void
ggov_booking_dialog_show_learnt (GtkWidget         *page,
                                 GgovSession       *session,
                                 const GgovBooking *booking)
{
  show (page, session, booking, TRUE);
}
