/* ggov-paper-cases.c: papers of disputes, structures, joint actions and utility problems
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-choice.h"
#include "ggov-paper-kinds-private.h"
#include "ggov-report-cases.h"
#include "ggov-store-disputes.h"
#include "ggov-store-joint-actions.h"
#include "ggov-store-office.h"
#include "ggov-store-structures.h"
#include "ggov-store-utilities.h"

#define KEY_CONTENT   "ggov-content"
#define KEY_RECORD_ID "ggov-record-id"

/* What one of these papers is made of. */
typedef struct
{
  GgovDisputeFile *file;   /* (nullable) */
  GgovJointAction *action; /* (nullable) */
  GListModel      *rows;   /* (nullable) */
  char            *office;
} Content;

static void
content_free (gpointer data)
{
  Content *content = data;

  g_clear_pointer (&content->file, ggov_dispute_file_free);
  g_clear_object (&content->action);
  g_clear_object (&content->rows);
  g_free (content->office);
  g_free (content);
}

static Content *
get_content (gpointer task)
{
  return g_object_get_data (task, KEY_CONTENT);
}

static void
begin (GTask                  *task,
       const GgovPaperOptions *options)
{
  g_object_set_data_full (G_OBJECT (task), KEY_CONTENT, g_new0 (Content, 1), content_free);
  g_object_set_data_full (G_OBJECT (task), KEY_RECORD_ID,
                          g_memdup2 (&options->record_id, sizeof options->record_id), g_free);
}

static gint64
get_record_id (gpointer task)
{
  return *(gint64 *) g_object_get_data (task, KEY_RECORD_ID);
}

static void
office_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  GError *error = NULL;
  Content *content = get_content (task);

  content->office = ggov_store_get_office_name_finish (GGOV_STORE (object), result, &error);
  if (error)
    _ggov_paper_return (task, NULL, NULL, error);
  else
    _ggov_paper_return (task, g_object_steal_data (task, KEY_CONTENT), content_free, NULL);
}

/* Goes on with the office's name, unless something went wrong. */
static void
go_on (GObject *store,
       gpointer task,
       GError  *error)
{
  if (error)
    _ggov_paper_return (task, NULL, NULL, error);
  else
    ggov_store_get_office_name_async (GGOV_STORE (store), g_task_get_cancellable (task),
                                      office_read_cb, task);
}

static GgovReportCasesOptions
get_options (const Content          *content,
             const GgovPaperOptions *options)
{
  return (GgovReportCasesOptions) {
    .office = content->office ? content->office : "",
    .as_of = options->day,
    .printed_at = options->printed_at,
    .account = options->account,
    .size = options->size,
    .turn = options->turn,
  };
}

static GgovReportPager *
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY, sentence);

  return NULL;
}

static void
add_choice (GListStore *choices,
            gint64      id,
            const char *code,
            const char *name)
{
  const GgovChoiceFields fields = { .id = id, .code = code, .name = name };
  g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

  g_list_store_append (choices, choice);
}

/* The mediation file ----------------------------------------------------------------------------- */

static void
disputes_listed_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_disputes_finish (GGOV_STORE (object), result, &error);
  GListStore *choices = rows ? g_list_store_new (GGOV_TYPE_CHOICE) : NULL;

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovDispute) row = g_list_model_get_item (rows, i);
      const GgovDisputeFields *fields = ggov_dispute_get_fields (row);
      g_autofree char *name = g_strdup_printf ("%s %s", fields->number, fields->title);

      add_choice (choices, fields->issue_id, fields->number, name);
    }

  _ggov_paper_return (task, choices, g_object_unref, error);
}

static void
list_disputes (GgovStore              *store,
               const GgovPaperOptions *options,
               GTask                  *task)
{
  ggov_store_list_disputes_async (store, options->day, FALSE, g_task_get_cancellable (task),
                                  disputes_listed_cb, task);
}

/* One that is no dispute is said by @make. */
static void
dispute_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      task)
{
  GError *error = NULL;

  get_content (task)->file = ggov_store_read_dispute_finish (GGOV_STORE (object), result, &error);
  if (g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND))
    g_clear_error (&error);
  go_on (object, task, error);
}

static void
read_dispute (GgovStore              *store,
              const GgovPaperOptions *options,
              GTask                  *task)
{
  begin (task, options);
  ggov_store_read_dispute_async (store, options->record_id, g_task_get_cancellable (task),
                                 dispute_read_cb, task);
}

static GgovReportPager *
make_dispute (gpointer                 data,
              const GgovPaperOptions  *options,
              PangoContext            *context,
              guint                   *n_counted,
              GError                 **error)
{
  const Content *content = data;
  const GgovReportCasesOptions report = get_options (content, options);

  if (content->file == NULL)
    return refuse (error, _("This issue is no dispute by its case type."));

  *n_counted = ggov_dispute_get_fields (content->file->dispute)->n_missing;

  return ggov_report_dispute_file_new (content->file, &report, context);
}

const GgovPaperKind _ggov_paper_dispute_file = {
  .name = "dispute-file",
  .title = N_("Mediation file"),
  .about = N_("Cover, what is there and what is missing, and every form ready to sign"),
  .record = "issue",
  .record_title = N_("Dispute"),
  .counts = "missing",
  .list_records = list_disputes,
  .read = read_dispute,
  .free_content = content_free,
  .make = make_dispute,
};

/* Structures ------------------------------------------------------------------------------------- */

static void
structures_read_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      task)
{
  GError *error = NULL;

  get_content (task)->rows = ggov_store_list_structures_finish (GGOV_STORE (object), result, &error);
  go_on (object, task, error);
}

static void
read_structures (GgovStore              *store,
                 const GgovPaperOptions *options,
                 GTask                  *task)
{
  begin (task, options);
  ggov_store_list_structures_async (store, 0, options->day, g_task_get_cancellable (task),
                                    structures_read_cb, task);
}

static GgovReportPager *
make_structures (gpointer                 data,
                 const GgovPaperOptions  *options,
                 PangoContext            *context,
                 guint                   *n_counted,
                 GError                 **error)
{
  const Content *content = data;
  const GgovReportCasesOptions report = get_options (content, options);

  *n_counted = g_list_model_get_n_items (content->rows);
  if (*n_counted == 0)
    return refuse (error, _("No structure was found by that day. Choose another day."));

  return ggov_report_structures_new (content->rows, &report, context);
}

const GgovPaperKind _ggov_paper_structures = {
  .name = "structures",
  .title = N_("Illegal structures"),
  .about = N_("What was found, stopped and pulled down, with its area"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .counts = "structures",
  .read = read_structures,
  .free_content = content_free,
  .make = make_structures,
};

/* Joint actions ---------------------------------------------------------------------------------- */

static void
actions_listed_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_joint_actions_finish (GGOV_STORE (object), result,
                                                                     &error);
  GListStore *choices = rows ? g_list_store_new (GGOV_TYPE_CHOICE) : NULL;

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovJointAction) row = g_list_model_get_item (rows, i);
      const GgovJointActionFields *fields = ggov_joint_action_get_fields (row);
      g_autofree char *name = g_strdup_printf ("%s %s", fields->starts_on, fields->title);

      add_choice (choices, fields->id, fields->title, name);
    }

  _ggov_paper_return (task, choices, g_object_unref, error);
}

static void
list_actions (GgovStore              *store,
              const GgovPaperOptions *options,
              GTask                  *task)
{
  ggov_store_list_joint_actions_async (store, options->day, g_task_get_cancellable (task),
                                       actions_listed_cb, task);
}

static void
lines_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      task)
{
  GError *error = NULL;

  get_content (task)->rows = ggov_store_list_joint_action_lines_finish (GGOV_STORE (object), result,
                                                                        &error);
  go_on (object, task, error);
}

static void
action_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_joint_actions_finish (GGOV_STORE (object), result,
                                                                     &error);

  if (rows == NULL)
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovJointAction) row = g_list_model_get_item (rows, i);

      if (ggov_joint_action_get_fields (row)->id == get_record_id (task))
        g_set_object (&get_content (task)->action, row);
    }
  ggov_store_list_joint_action_lines_async (GGOV_STORE (object), get_record_id (task),
                                            g_task_get_cancellable (task), lines_read_cb, task);
}

static void
read_action (GgovStore              *store,
             const GgovPaperOptions *options,
             GTask                  *task)
{
  begin (task, options);
  ggov_store_list_joint_actions_async (store, options->day, g_task_get_cancellable (task),
                                       action_read_cb, task);
}

static GgovReportPager *
make_action (gpointer                 data,
             const GgovPaperOptions  *options,
             PangoContext            *context,
             guint                   *n_counted,
             GError                 **error)
{
  const Content *content = data;
  const GgovReportCasesOptions report = get_options (content, options);

  if (content->action == NULL)
    return refuse (error, _("There is no such joint action on that day. Choose another."));

  *n_counted = ggov_joint_action_get_fields (content->action)->n_issues;

  return ggov_report_joint_action_new (content->action, content->rows, &report, context);
}

const GgovPaperKind _ggov_paper_joint_action = {
  .name = "joint-action",
  .title = N_("Report of a joint action"),
  .about = N_("Parties, steps, issues and what came of them"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .record = "action",
  .record_title = N_("Joint action"),
  .counts = "issues",
  .list_records = list_actions,
  .read = read_action,
  .free_content = content_free,
  .make = make_action,
};

/* Utilities -------------------------------------------------------------------------------------- */

static void
utilities_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      task)
{
  GError *error = NULL;

  get_content (task)->rows = ggov_store_list_utilities_finish (GGOV_STORE (object), result, &error);
  go_on (object, task, error);
}

static void
read_utilities (GgovStore              *store,
                const GgovPaperOptions *options,
                GTask                  *task)
{
  begin (task, options);
  ggov_store_list_utilities_async (store, options->day, g_task_get_cancellable (task),
                                   utilities_read_cb, task);
}

static GgovReportPager *
make_utilities (gpointer                 data,
                const GgovPaperOptions  *options,
                PangoContext            *context,
                guint                   *n_counted,
                GError                 **error)
{
  const Content *content = data;
  const GgovReportCasesOptions report = get_options (content, options);

  *n_counted = g_list_model_get_n_items (content->rows);
  if (*n_counted == 0)
    return refuse (error, _("The office has no company that supplies homes, and no problem with one."));

  return ggov_report_utilities_new (content->rows, &report, context);
}

const GgovPaperKind _ggov_paper_utilities = {
  .name = "utilities",
  .title = N_("Utility problems"),
  .about = N_("Problems of the last twelve months by company: reported, solved, open, overdue"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .counts = "companies",
  .read = read_utilities,
  .free_content = content_free,
  .make = make_utilities,
};
