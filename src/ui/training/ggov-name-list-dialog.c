/* ggov-name-list-dialog.c: puts a pasted list of people on the list of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-error-text.h"
#include "ggov-form-dialog.h"
#include "ggov-name-list-dialog.h"
#include "ggov-store-attendance.h"
#include "ggov-store-book-training.h"
#include "ggov-store-name-list.h"

/* More would not be read; the rest is said once these are mended. */
#define MOST_UNCLEAR 5

#define TEXT_HEIGHT 220 /* pixels: some ten lines */

/* What is entered of people, in the order of the choice. */
enum { ARE_INVITED, HAVE_ATTENDED, HAVE_PASSED };

typedef struct
{
  GgovTrainingSession *training;
  GtkWidget           *how;
  GtkWidget           *text;
  GStrv                lines; /* (nullable): that are looked up */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_object (&form->training);
  g_clear_pointer (&form->lines, g_strfreev);
  g_free (form);
}

/* (transfer full) (nullable): a sentence about the lines that are not clear */
static char *
dup_unclear (const Form *form,
             GArray     *people)
{
  g_autoptr(GString) lines = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    {
      const GgovNamedPerson *person = &g_array_index (people, GgovNamedPerson, i);
      const char *line = form->lines[person->line];

      if (person->person_id != 0 || ++n > MOST_UNCLEAR)
        continue;
      g_string_append_c (lines, '\n');
      g_string_append_printf (lines, person->n_found == 0
                                       /* Translators: a line of a list of names */
                                       ? _("Nobody is known by “%s”.")
                                       : _("Several people could be “%s”: write the name and the "
                                           "phone."),
                              line);
    }
  if (n == 0)
    return NULL;

  g_string_prepend (lines, _("Nobody was entered yet. Mend or take out these lines:"));
  if (n > MOST_UNCLEAR)
    g_string_append_printf (lines, ngettext ("\nand %u more", "\nand %u more", n - MOST_UNCLEAR),
                            n - MOST_UNCLEAR);

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
invite (GgovFormDialog *dialog,
        const Form     *form,
        GArray         *people,
        char           *done)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < people->len; i++)
    g_array_append_val (ids, g_array_index (people, GgovNamedPerson, i).person_id);

  ggov_store_book_training_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)),
    ggov_training_session_get_record (form->training), (const gint64 *) (gpointer) ids->data,
    ids->len, NULL, ggov_form_dialog_finish_cb, ggov_form_dialog_wait (dialog, done));
}

static void
mark (GgovFormDialog *dialog,
      const Form     *form,
      GArray         *people,
      gboolean        passed,
      char           *done)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (GgovAttendanceMark));
  GgovSession *session = ggov_form_dialog_get_session (dialog);

  for (guint i = 0; i < people->len; i++)
    {
      const GgovAttendanceMark one = {
        .person_id = g_array_index (people, GgovNamedPerson, i).person_id,
        .state = GGOV_ATTENDANCE_ATTENDED,
        .passed = passed ? 1 : -1,
      };

      g_array_append_val (marks, one);
    }
  ggov_store_mark_attendance_async (
    ggov_session_get_store (session), ggov_training_session_get_record (form->training)->id,
    (const GgovAttendanceMark *) (gpointer) marks->data, marks->len,
    ggov_session_get_today (session), NULL, ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, done));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  const Form *form = g_object_get_data (G_OBJECT (dialog), "ggov-form");
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = ggov_store_read_name_list_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = people ? dup_unclear (form, people) : ggov_error_dup_sentence (error);
  guint how = adw_combo_row_get_selected (ADW_COMBO_ROW (form->how));
  char *done;

  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (sentence == NULL && people->len == 0)
    sentence = g_strdup (_("Write at least one name or phone."));
  if (sentence)
    {
      ggov_form_dialog_refuse (dialog, sentence);
      gtk_widget_grab_focus (gtk_widget_get_last_child (form->text));
      return;
    }

  done = g_strdup_printf (ngettext ("%u person entered", "%u people entered", people->len),
                          people->len);
  if (how == ARE_INVITED)
    invite (dialog, form, people, done);
  else
    mark (dialog, form, people, how == HAVE_PASSED, done);
}

static void
accept (GgovFormDialog *dialog,
        gpointer        data)
{
  Form *form = data;
  g_autofree char *text = ggov_form_dialog_dup_text (form->text);

  g_strfreev (form->lines);
  form->lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; form->lines[i]; i++)
    g_strstrip (form->lines[i]);

  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), FALSE);
  ggov_store_read_name_list_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)),
    (const char *const *) form->lines, NULL, read_cb, g_object_ref (dialog));
}

void
ggov_name_list_dialog_show (GtkWidget           *page,
                            GgovSession         *session,
                            GgovTrainingSession *training)
{
  const GgovTrainingSessionRecord *record = ggov_training_session_get_record (training);
  const char *const words[] = { _("They are invited"), _("They attended"),
                                record->examined ? _("They attended and passed") : NULL, NULL };
  /* Translators: a course, and when it is taught */
  g_autofree char *what = g_strdup_printf (_("%1$s, %2$s"), record->course, record->starts);
  Form *form = g_new0 (Form, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("List of Names"), _("_Enter"), what,
                                                 accept, form, form_free);
  GtkWidget *view;
  gboolean is_past = strcmp (record->day, ggov_session_get_today (session)) <= 0;

  form->training = g_object_ref (training);
  g_object_set_data (G_OBJECT (dialog), "ggov-form", form);
  form->how = ggov_form_dialog_add_combo (dialog, _("What is entered"), words,
                                          is_past ? HAVE_ATTENDED : ARE_INVITED);
  form->text = ggov_form_dialog_add_text (dialog, _("Names and phones, a line a person"), NULL);
  view = gtk_widget_get_last_child (form->text);
  gtk_widget_set_size_request (view, -1, TEXT_HEIGHT);
  ggov_form_dialog_add_hint (dialog, _("Paste from a sheet, a chat group or a sign-in list: a name, a "
                                       "phone or both; other words of a line are passed over."));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (view);
}
