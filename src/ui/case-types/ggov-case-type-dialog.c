/* ggov-case-type-dialog.c: forms about one case type
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-case-type-dialog.h"
#include "ggov-case-type-form.h"
#include "ggov-error-text.h"
#include "ggov-list-dialog.h"
#include "ggov-local-time.h"
#include "ggov-store-case-types.h"
#include "ggov-store-roles.h"

/* A form, while what it shows is read and while it is open. */
typedef struct
{
  char                *code;    /* (nullable): NULL for a new type */
  GgovCaseTypeVersion *version; /* (nullable): the last one, once it is read */
  GgovCaseTypeForm    *form;    /* (nullable) */
  GtkWidget           *day;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->code, g_free);
  g_clear_object (&question->version);
  g_clear_pointer (&question->form, ggov_case_type_form_free);
  g_free (question);
}

static Question *
get_question (GgovFormDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "ggov-question");
}

static void
save (GgovFormDialog *dialog,
      gpointer        data)
{
  const Question *question = data;
  g_autoptr(GgovCaseTypeVersion) version = ggov_case_type_form_read (question->form, dialog);
  g_autofree char *day = version ? ggov_form_dialog_dup_day (dialog, question->day) : NULL;

  const GgovCaseTypeRecord *record;

  if (day == NULL)
    return;

  record = ggov_case_type_version_get_record (version);
  ggov_store_save_case_type_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), record, day, NULL,
    ggov_form_dialog_finish_cb,
    /* Translators: a case type */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("The case type “%s” is saved"),
                                                    record->code)));
}

/* What nothing was filed under is put right from its own first day; what is in use, from today or,
 * if it only begins, the day after it began. */
static char *
dup_first_day (const Question *question,
               const char     *today)
{
  const GgovCaseTypeRecord *record =
    question->version ? ggov_case_type_version_get_record (question->version) : NULL;
  int day;

  if (record == NULL || record->valid_to)
    return g_strdup (today);
  if (record->n_issues == 0)
    return g_strdup (record->valid_from);
  if (strcmp (today, record->valid_from) > 0 ||
      !ggov_local_day_parse (record->valid_from, &day, NULL))
    return g_strdup (today);

  return ggov_local_day_format (day + 1);
}

static void
fill (GgovFormDialog *dialog,
      GListModel     *roles)
{
  Question *question = get_question (dialog);
  const char *today = ggov_session_get_today (ggov_form_dialog_get_session (dialog));
  g_autofree char *day = dup_first_day (question, today);
  const GgovCaseTypeRecord blank = { 0 };

  question->form = ggov_case_type_form_new (
    dialog, question->version ? ggov_case_type_version_get_record (question->version) : &blank,
    roles);
  question->day = ggov_form_dialog_add_entry (dialog, _("Holds so from (year-month-day)"), day);
  ggov_form_dialog_add_hint (dialog, _("Issues that were filed keep the version they were filed "
                                       "under."));
  gtk_window_present (GTK_WINDOW (dialog));
  ggov_case_type_form_start (question->form);
}

/* All is read first: a form that grows while somebody writes is no form. */
static void
roles_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) roles = ggov_store_list_roles_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;
  g_autoptr(GListStore) none = g_list_store_new (GGOV_TYPE_OFFICE_ROLE);

  if (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }

  fill (dialog, roles ? roles : G_LIST_MODEL (none));
  if (sentence)
    ggov_form_dialog_refuse (dialog, sentence);
}

static void
read_roles (GgovFormDialog *dialog)
{
  GgovSession *session = ggov_form_dialog_get_session (dialog);

  ggov_store_list_roles_async (ggov_session_get_store (session), ggov_session_get_today (session),
                               NULL, roles_cb, g_object_ref (dialog));
}

static void
version_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  g_autoptr(GListModel) versions = ggov_store_list_case_types_finish (GGOV_STORE (object), result,
                                                                      NULL);

  if (versions)
    get_question (dialog)->version = g_list_model_get_item (versions, 0);
  read_roles (dialog);
}

void
ggov_case_type_dialog_show (GtkWidget   *page,
                            GgovSession *session,
                            const char  *code)
{
  const GgovCaseTypeFilter filter = { .code = code };
  Question *question = g_new0 (Question, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 code ? _("Case Type") : _("New Case Type"),
                                                 _("_Save"), NULL, save, question, question_free);

  question->code = g_strdup (code);
  g_object_set_data (G_OBJECT (dialog), "ggov-question", question);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 620, 640);
  if (code)
    ggov_store_list_case_types_async (ggov_session_get_store (session), &filter,
                                      ggov_session_get_today (session), NULL, version_cb,
                                      g_object_ref (dialog));
  else
    read_roles (dialog);
}

/* Withdrawing ---------------------------------------------------------------------------------- */

static void
withdraw (GgovFormDialog *dialog,
          gpointer        data)
{
  const Question *question = data;
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, question->day);

  if (day == NULL)
    return;

  ggov_store_withdraw_case_type_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), question->code, day, NULL,
    ggov_form_dialog_finish_cb,
    /* Translators: a case type */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("The case type “%s” is withdrawn"),
                                                    question->code)));
}

void
ggov_case_type_dialog_show_withdraw (GtkWidget           *page,
                                     GgovSession         *session,
                                     GgovCaseTypeVersion *version)
{
  const GgovCaseTypeRecord *record = ggov_case_type_version_get_record (version);
  Question *question = g_new0 (Question, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("Withdraw a Case Type"),
                                                 _("_Withdraw"), record->label, withdraw, question,
                                                 question_free);

  question->code = g_strdup (record->code);
  ggov_form_dialog_set_ending (dialog);
  question->day = ggov_form_dialog_add_entry (dialog,
                                              _("Nothing is filed under it from (year-month-day)"),
                                              ggov_session_get_today (session));
  ggov_form_dialog_add_hint (dialog, _("Issues that were filed under it go on."));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->day);
}

/* Versions ------------------------------------------------------------------------------------- */

static void
fill_line (gpointer      row,
           GgovListLine *line)
{
  const GgovCaseTypeRecord *record = ggov_case_type_version_get_record (row);
  GgovLimit limit = { 0 };
  g_autofree char *words = ggov_limit_parse (record->limit_text, &limit, NULL)
                             ? ggov_limit_dup_label (&limit) : g_strdup (record->limit_text);

  line->title = record->valid_to
    /* Translators: the number of a version, its first and its last day */
    ? g_strdup_printf (_("Version %1$u: %2$s to %3$s"), (guint) record->version,
                       record->valid_from, record->valid_to)
    /* Translators: the number of a version, and its first day */
    : g_strdup_printf (_("Version %1$u: from %2$s"), (guint) record->version, record->valid_from);
  /* Translators: a limit, a role, how many issues */
  line->note = g_strdup_printf (ngettext ("%1$s, %2$s, %3$u issue filed",
                                          "%1$s, %2$s, %3$u issues filed",
                                          (gulong) record->n_issues),
                                words, record->role_label ? record->role_label : "",
                                (guint) record->n_issues);
}

static void
versions_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovListDialog) dialog = user_data;
  g_autoptr(GListModel) versions = ggov_store_list_case_types_finish (GGOV_STORE (object), result,
                                                                      NULL);

  if (versions)
    ggov_list_dialog_set_rows (dialog, versions, "");
}

void
ggov_case_type_dialog_show_versions (GtkWidget           *page,
                                     GgovSession         *session,
                                     GgovCaseTypeVersion *version)
{
  static const char *const none[] = { NULL };
  const GgovCaseTypeRecord *record = ggov_case_type_version_get_record (version);
  const GgovCaseTypeFilter filter = { .code = record->code };
  GgovListDialog *dialog = ggov_list_dialog_new (page, record->label, fill_line, none, NULL, NULL);

  ggov_store_list_case_types_async (ggov_session_get_store (session), &filter,
                                    ggov_session_get_today (session), NULL, versions_cb,
                                    g_object_ref (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}
