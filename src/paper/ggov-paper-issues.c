/* ggov-paper-issues.c: papers about issues: forms, orders and lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-paper-issues-private.h"

void
_ggov_paper_issues_free (gpointer data)
{
  GgovPaperIssues *content = data;

  g_clear_object (&content->issues);
  g_clear_pointer (&content->facts, g_ptr_array_unref);
  g_clear_pointer (&content->spots, ggov_issue_spots_unref);
  g_free (content->office);
  g_free (content);
}

/* What is read so far, and for whom. */
typedef struct
{
  GgovPaperIssues *content; /* (owned) */
  GTask           *task;    /* (owned) */
} Reading;

static void
name_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Reading *reading = user_data;
  GError *error = NULL;

  reading->content->office = ggov_store_get_office_name_finish (GGOV_STORE (object), result, &error);
  if (error)
    g_clear_pointer (&reading->content, _ggov_paper_issues_free);

  _ggov_paper_return (reading->task, reading->content, _ggov_paper_issues_free, error);
}

void
_ggov_paper_issues_return (GgovStore       *store,
                           GTask           *task,
                           GgovPaperIssues *content,
                           GError          *error)
{
  Reading *reading;

  if (error)
    {
      _ggov_paper_issues_free (content);
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  reading = g_new0 (Reading, 1);
  reading->task = task;
  reading->content = content;
  ggov_store_get_office_name_async (store, g_task_get_cancellable (task), name_read_cb, reading);
}

GgovReportIssuesOptions
_ggov_paper_get_issues_options (const GgovPaperIssues  *content,
                                const GgovPaperOptions *options)
{
  return (GgovReportIssuesOptions) {
    .office = content->office ? content->office : "",
    .scope = options->text,
    .as_of = options->day,
    .printed_at = options->printed_at,
    .account = options->account,
    .now = options->now,
    .size = options->size,
    .turn = options->turn,
  };
}

/* Of one --------------------------------------------------------------------------------- */

static void
offered_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, &error);
  GListStore *choices = issues ? g_list_store_new (GGOV_TYPE_CHOICE) : NULL;

  for (guint i = 0; issues && i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);
      const GgovIssueFields *fields = ggov_issue_get_fields (issue);
      g_autofree char *name = g_strdup_printf ("%s %s", fields->number, fields->title);
      const GgovChoiceFields choice_fields = { .id = fields->id, .code = fields->number, .name = name };
      g_autoptr(GgovChoice) choice = ggov_choice_new (&choice_fields);

      g_list_store_append (choices, choice);
    }

  _ggov_paper_return (task, choices, g_object_unref, error);
}

/* Those that want work: of the others there are too many to choose from. */
static void
offer_issues (GgovStore              *store,
              const GgovPaperOptions *options,
              GTask                  *task)
{
  const GgovIssueFilter filter = { .stages = GGOV_ISSUE_FILTER_OPEN };

  ggov_store_list_issues_async (store, &filter, g_task_get_cancellable (task), offered_cb, task);
}

static void
facts_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      task)
{
  GError *error = NULL;
  GgovPaperIssues *content = g_new0 (GgovPaperIssues, 1);

  content->facts = ggov_store_list_issue_facts_finish (GGOV_STORE (object), result, &error);
  _ggov_paper_issues_return (GGOV_STORE (object), task, content, error);
}

static void
read_one (GgovStore              *store,
          const GgovPaperOptions *options,
          GTask                  *task)
{
  ggov_store_get_issue_facts_async (store, options->record_id, g_task_get_cancellable (task),
                                    facts_read_cb, task);
}

static GgovReportPager *
make_form (gpointer                 data,
           const GgovPaperOptions  *options,
           PangoContext            *context,
           guint                   *n_counted,
           GError                 **error)
{
  const GgovPaperIssues *content = data;
  const GgovReportIssuesOptions report = _ggov_paper_get_issues_options (content, options);

  return ggov_report_issue_form_new (content->facts->pdata[0], &report, context);
}

static GgovReportPager *
make_order (gpointer                 data,
            const GgovPaperOptions  *options,
            PangoContext            *context,
            guint                   *n_counted,
            GError                 **error)
{
  const GgovPaperIssues *content = data;
  const GgovReportIssuesOptions report = _ggov_paper_get_issues_options (content, options);
  const GgovIssueFacts *facts = content->facts->pdata[0];

  if (ggov_issue_get_fields (facts->issue)->handler_id != 0)
    return ggov_report_dispatch_order_new (facts, &report, context);

  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
                       _("Nobody is sent yet. Dispatch the issue first."));

  return NULL;
}

/* Of many -------------------------------------------------------------------------------- */

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      task)
{
  GError *error = NULL;
  GgovPaperIssues *content = g_new0 (GgovPaperIssues, 1);

  content->issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, &error);
  _ggov_paper_issues_return (GGOV_STORE (object), task, content, error);
}

static void
read_list (GgovStore              *store,
           const GgovPaperOptions *options,
           GTask                  *task)
{
  const GgovIssueFilter filter = {
    .stages = GGOV_ISSUE_FILTER_OPEN, .text = options->text, .now = options->now,
  };

  ggov_store_list_issues_async (store, &filter, g_task_get_cancellable (task), listed_cb, task);
}

/* (transfer full): those of the place, which is that of a grid or community. */
static GListModel *
pick_of_place (GListModel *issues,
               const char *place)
{
  GListStore *picked = g_list_store_new (GGOV_TYPE_ISSUE);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);
      const char *code = ggov_issue_get_fields (issue)->grid_code;

      if (place == NULL || (code && g_str_has_prefix (code, place)))
        g_list_store_append (picked, issue);
    }

  return G_LIST_MODEL (picked);
}

static GgovReportPager *
make_list (gpointer                 data,
           const GgovPaperOptions  *options,
           PangoContext            *context,
           guint                   *n_counted,
           GError                 **error)
{
  const GgovPaperIssues *content = data;
  const GgovReportIssuesOptions report = _ggov_paper_get_issues_options (content, options);
  g_autoptr(GListModel) issues = pick_of_place (content->issues, options->place);

  *n_counted = g_list_model_get_n_items (issues);
  if (*n_counted > 0)
    return ggov_report_issue_list_new (issues, &report, context);

  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
                       _("There is no open issue there, or none with these words."));

  return NULL;
}

const GgovPaperKind _ggov_paper_issue_form = {
  .name = "issue-form",
  .title = N_("Record of an issue"),
  .about = N_("All that is known of an issue and was done with it, with a code and lines to sign on"),
  .record = "issue",
  .record_title = N_("Issue"),
  .list_records = offer_issues,
  .read = read_one,
  .free_content = _ggov_paper_issues_free,
  .make = make_form,
};

const GgovPaperKind _ggov_paper_dispatch_order = {
  .name = "dispatch-order",
  .title = N_("Dispatch order"),
  .about = N_("Who is sent to do what by when, with room for what came of it"),
  .record = "issue",
  .record_title = N_("Issue"),
  .list_records = offer_issues,
  .read = read_one,
  .free_content = _ggov_paper_issues_free,
  .make = make_order,
};

const GgovPaperKind _ggov_paper_issue_list = {
  .name = "issues",
  .title = N_("List of issues"),
  .about = N_("The issues that want work, the next due of each stage first"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_TEXT | GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .counts = "issues",
  .read = read_list,
  .free_content = _ggov_paper_issues_free,
  .make = make_list,
};
