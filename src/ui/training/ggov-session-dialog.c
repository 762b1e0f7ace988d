/* ggov-session-dialog.c: asks when a course is taught, and why it is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-course.h"
#include "ggov-session-dialog.h"
#include "ggov-session-rows.h"
#include "ggov-store-training-sessions.h"

typedef struct
{
  GListModel          *courses;  /* that may be chosen */
  GgovTrainingSession *training; /* (nullable) */
  GtkWidget           *course;   /* or the reason */
  GgovSessionRows      rows;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_object (&form->courses);
  g_clear_object (&form->training);
  g_free (form);
}

static void
save (GgovFormDialog *dialog,
      gpointer        data)
{
  const Form *form = data;
  g_autoptr(GgovCourse) course =
    g_list_model_get_item (form->courses, adw_combo_row_get_selected (ADW_COMBO_ROW (form->course)));
  g_auto(GgovSessionWords) words = { 0 };
  GgovTrainingSessionRecord record = { 0 };

  if (course == NULL || !ggov_session_rows_read (&form->rows, dialog, &words))
    return;

  if (form->training)
    record = *ggov_training_session_get_record (form->training);
  record.course_id = ggov_course_get_record (course)->id;
  record.starts_at = words.starts_at;
  record.ends_at = words.ends_at;
  record.seats = words.seats;
  record.place = words.place;
  record.trainer = words.trainer;
  record.note = words.note;

  ggov_store_save_training_session_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), &record, NULL,
    ggov_form_dialog_finish_cb,
    /* Translators: a course */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("The session of “%s” is saved"),
                                                    ggov_course_get_record (course)->label)));
}

/* (transfer full): those that are taught, and the one @training is of */
static GListModel *
list_open (GListModel          *courses,
           GgovTrainingSession *training)
{
  GListStore *open = g_list_store_new (GGOV_TYPE_COURSE);

  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr(GgovCourse) course = g_list_model_get_item (courses, i);
      const GgovCourseRecord *record = ggov_course_get_record (course);

      if (record->valid_to == NULL ||
          (training && ggov_training_session_get_record (training)->course_id == record->id))
        g_list_store_append (open, course);
    }

  return G_LIST_MODEL (open);
}

static GtkWidget *
add_courses (GgovFormDialog *dialog,
             GListModel     *courses,
             gint64          course_id,
             int            *hours)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr(GgovCourse) course = g_list_model_get_item (courses, i);
      const GgovCourseRecord *record = ggov_course_get_record (course);

      g_strv_builder_add (labels, record->label);
      if (i == 0 || record->id == course_id)
        *hours = (int) record->hours;
      if (record->id == course_id)
        selected = i;
    }
  words = g_strv_builder_end (labels);

  return ggov_form_dialog_add_combo (dialog, _("Course"), (const char *const *) words, selected);
}

void
ggov_session_dialog_show (GtkWidget           *page,
                          GgovSession         *session,
                          GListModel          *courses,
                          GgovTrainingSession *training,
                          gint64               course_id)
{
  const GgovTrainingSessionRecord *record =
    training ? ggov_training_session_get_record (training) : NULL;
  Form *form = g_new0 (Form, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 training ? _("Training Session")
                                                          : _("New Training Session"),
                                                 _("_Save"), NULL, save, form, form_free);
  int hours = 0;

  form->training = training ? g_object_ref (training) : NULL;
  form->courses = list_open (courses, training);
  form->course = add_courses (dialog, form->courses, record ? record->course_id : course_id, &hours);
  ggov_session_rows_add (&form->rows, dialog, record, hours);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->rows.starts);
}

/* Calling off ----------------------------------------------------------------------------------- */

static void
call_off (GgovFormDialog *dialog,
          gpointer        data)
{
  const Form *form = data;
  const GgovTrainingSessionRecord *record = ggov_training_session_get_record (form->training);
  g_autofree char *reason = ggov_form_dialog_dup_text (form->course);

  if (*reason == '\0')
    {
      ggov_form_dialog_refuse (dialog, _("Write why the session does not take place."));
      gtk_widget_grab_focus (form->course);
      return;
    }

  ggov_store_call_off_training_session_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), record->id, reason, NULL,
    ggov_form_dialog_finish_cb,
    /* Translators: a course */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("The session of “%s” is called off"),
                                                    record->course)));
}

void
ggov_session_dialog_show_call_off (GtkWidget           *page,
                                   GgovSession         *session,
                                   GgovTrainingSession *training)
{
  const GgovTrainingSessionRecord *record = ggov_training_session_get_record (training);
  /* Translators: a course, and when it is taught */
  g_autofree char *what = g_strdup_printf (_("%1$s, %2$s"), record->course, record->starts);
  Form *form = g_new0 (Form, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("Call Off a Session"),
                                                 _("_Call Off"), what, call_off, form, form_free);

  form->training = g_object_ref (training);
  ggov_form_dialog_set_ending (dialog);
  form->course = ggov_form_dialog_add_entry (dialog, _("Reason"), NULL);
  ggov_form_dialog_add_hint (dialog, _("Whoever is on its list stays there. It can take place after "
                                       "all later."));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->course);
}
