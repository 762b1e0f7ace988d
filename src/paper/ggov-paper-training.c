/* ggov-paper-training.c: papers of a training session: its sheet, one to sign, and its certificates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-choice.h"
#include "ggov-paper-kinds-private.h"
#include "ggov-report-certificates.h"
#include "ggov-report-training-sheet.h"
#include "ggov-store-attendance.h"
#include "ggov-store-certificates.h"
#include "ggov-store-office.h"
#include "ggov-store-training-sessions.h"

typedef struct
{
  GgovTrainingSession *session; /* (nullable): NULL where there is none of that number */
  GListModel          *rows;    /* who is on the list, or the certificates */
  char                *office;
} Content;

/* On its way: what is read one after the other. */
typedef struct
{
  Content *content;
  char    *day;
  char    *number;  /* (nullable): of the only certificate that is wanted */
  gint64   session_id;
} Reading;

static void
content_free (gpointer data)
{
  Content *content = data;

  g_clear_object (&content->session);
  g_clear_object (&content->rows);
  g_free (content->office);
  g_free (content);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->content, content_free);
  g_free (reading->day);
  g_free (reading->number);
  g_free (reading);
}

#define KEY_READING "ggov-reading"

static Reading *
get_reading (gpointer task)
{
  return g_object_get_data (task, KEY_READING);
}

/* What can be chosen ---------------------------------------------------------------------------- */

/* (element-type GgovChoice) */
static GListModel *
offer_sessions (GListModel *sessions,
                gboolean    certified)
{
  GListStore *choices = g_list_store_new (GGOV_TYPE_CHOICE);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(GgovTrainingSession) session = g_list_model_get_item (sessions, i);
      const GgovTrainingSessionRecord *record = ggov_training_session_get_record (session);
      /* Translators: a training session to choose: when, what, where */
      g_autofree char *name = g_strdup_printf (C_("training", "%1$s %2$s, %3$s"), record->starts,
                                               record->course, record->place);
      const GgovChoiceFields fields = { .id = record->id, .name = name };
      g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

      if (!certified || record->n_certificates > 0)
        g_list_store_append (choices, choice);
    }

  return G_LIST_MODEL (choices);
}

static void
sessions_listed_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) sessions =
    ggov_store_list_training_sessions_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, sessions ? offer_sessions (sessions, FALSE) : NULL, g_object_unref,
                      error);
}

static void
certified_listed_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) sessions =
    ggov_store_list_training_sessions_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, sessions ? offer_sessions (sessions, TRUE) : NULL, g_object_unref,
                      error);
}

static void
list_sessions (GgovStore              *store,
               const GgovPaperOptions *options,
               GTask                  *task)
{
  ggov_store_list_training_sessions_async (store, options->day, GGOV_TRAINING_ALL, 0,
                                           g_task_get_cancellable (task), sessions_listed_cb, task);
}

static void
list_certified (GgovStore              *store,
                const GgovPaperOptions *options,
                GTask                  *task)
{
  ggov_store_list_training_sessions_async (store, options->day, GGOV_TRAINING_ALL, 0,
                                           g_task_get_cancellable (task), certified_listed_cb,
                                           task);
}

/* What is read ---------------------------------------------------------------------------------- */

static void
office_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  Reading *reading = get_reading (task);
  GError *error = NULL;

  reading->content->office = ggov_store_get_office_name_finish (GGOV_STORE (object), result, &error);
  if (error)
    _ggov_paper_return (task, NULL, NULL, error);
  else
    _ggov_paper_return (task, g_steal_pointer (&reading->content), content_free, NULL);
}

/* Goes on with the office's name once the rows are there. */
static void
take_rows (GgovStore  *store,
           GTask      *task,
           GListModel *rows,
           GError     *error)
{
  if (rows == NULL)
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  get_reading (task)->content->rows = rows;
  ggov_store_get_office_name_async (store, g_task_get_cancellable (task), office_read_cb, task);
}

static void
attendance_read_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      task)
{
  GError *error = NULL;
  GListModel *rows = ggov_store_list_attendance_finish (GGOV_STORE (object), result, &error);

  take_rows (GGOV_STORE (object), task, rows, error);
}

static void
certificates_read_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      task)
{
  GError *error = NULL;
  GListModel *rows = ggov_store_list_certificates_finish (GGOV_STORE (object), result, &error);

  take_rows (GGOV_STORE (object), task, rows, error);
}

static void
choose_session (Reading    *reading,
                GListModel *sessions)
{
  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(GgovTrainingSession) session = g_list_model_get_item (sessions, i);

      if (ggov_training_session_get_record (session)->id == reading->session_id)
        reading->content->session = g_object_ref (session);
    }
}

static void
session_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      task)
{
  Reading *reading = get_reading (task);
  GError *error = NULL;
  g_autoptr(GListModel) sessions =
    ggov_store_list_training_sessions_finish (GGOV_STORE (object), result, &error);

  if (sessions == NULL)
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  choose_session (reading, sessions);
  ggov_store_list_attendance_async (GGOV_STORE (object), reading->session_id,
                                    reading->content->session
                                      ? ggov_training_session_get_record (
                                          reading->content->session)->day
                                      : reading->day,
                                    g_task_get_cancellable (task), attendance_read_cb, task);
}

static void
begin (GTask                  *task,
       const GgovPaperOptions *options)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->content = g_new0 (Content, 1);
  reading->day = g_strdup (options->day);
  reading->number = g_strdup (options->text);
  reading->session_id = options->record_id;
  g_object_set_data_full (G_OBJECT (task), KEY_READING, reading, reading_free);
}

static void
read_session (GgovStore              *store,
              const GgovPaperOptions *options,
              GTask                  *task)
{
  begin (task, options);
  ggov_store_list_training_sessions_async (store, options->day, GGOV_TRAINING_ALL, 0,
                                           g_task_get_cancellable (task), session_read_cb, task);
}

static void
read_certificates (GgovStore              *store,
                   const GgovPaperOptions *options,
                   GTask                  *task)
{
  begin (task, options);
  ggov_store_list_certificates_async (store, options->record_id, options->text,
                                      g_task_get_cancellable (task), certificates_read_cb, task);
}

/* What is made of it ---------------------------------------------------------------------------- */

static GgovReportPager *
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY, sentence);

  return NULL;
}

static GgovReportPager *
make_sheet (gpointer                 data,
            const GgovPaperOptions  *options,
            PangoContext            *context,
            gboolean                 to_sign,
            guint                   *n_counted,
            GError                 **error)
{
  Content *content = data;
  const GgovReportTrainingSheetOptions report = {
    .office = content->office,
    .printed_at = options->printed_at,
    .account = options->account,
    .with_phones = options->with_phones,
    .to_sign = to_sign,
    .size = options->size,
    .turn = options->turn,
  };

  if (content->session == NULL)
    return refuse (error, _("There is no such training session. Choose another."));

  *n_counted = g_list_model_get_n_items (content->rows);

  return ggov_report_training_sheet_new (content->session, content->rows, &report, context);
}

static GgovReportPager *
make_training_sheet (gpointer                 content,
                     const GgovPaperOptions  *options,
                     PangoContext            *context,
                     guint                   *n_counted,
                     GError                 **error)
{
  return make_sheet (content, options, context, FALSE, n_counted, error);
}

static GgovReportPager *
make_attendance_sheet (gpointer                 content,
                       const GgovPaperOptions  *options,
                       PangoContext            *context,
                       guint                   *n_counted,
                       GError                 **error)
{
  return make_sheet (content, options, context, TRUE, n_counted, error);
}

static GgovReportPager *
make_certificates (gpointer                 data,
                   const GgovPaperOptions  *options,
                   PangoContext            *context,
                   guint                   *n_counted,
                   GError                 **error)
{
  Content *content = data;

  *n_counted = g_list_model_get_n_items (content->rows);
  if (*n_counted == 0)
    return refuse (error, _("No certificate was issued for this session. Issue them first."));

  return GGOV_REPORT_PAGER (ggov_report_certificates_new (content->rows, content->office, context));
}

#define OF_A_SESSION \
  .record = "session", .record_title = N_("Training session"), .free_content = content_free

const GgovPaperKind _ggov_paper_training_sheet = {
  .name = "training-sheet",
  .title = N_("Training sheet"),
  .about = N_("Course, time, place, who takes part and what came of it"),
  .takes = GGOV_PAPER_PHONES | GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  OF_A_SESSION,
  .counts = "people",
  .list_records = list_sessions,
  .read = read_session,
  .make = make_training_sheet,
};

const GgovPaperKind _ggov_paper_attendance_sheet = {
  .name = "attendance-sheet",
  .title = N_("Attendance sheet"),
  .about = N_("Who is expected at a training session, with room to sign"),
  .takes = GGOV_PAPER_PHONES | GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  OF_A_SESSION,
  .counts = "people",
  .list_records = list_sessions,
  .read = read_session,
  .make = make_attendance_sheet,
};

const GgovPaperKind _ggov_paper_training_certificates = {
  .name = "training-certificates",
  .title = N_("Training certificates"),
  .about = N_("One a page, of those who passed a training session"),
  .takes = GGOV_PAPER_TEXT,
  OF_A_SESSION,
  .counts = "certificates",
  .list_records = list_certified,
  .read = read_certificates,
  .make = make_certificates,
};
