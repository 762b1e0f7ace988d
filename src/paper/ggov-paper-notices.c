/* ggov-paper-notices.c: reminder notices (催办通知书)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-local-time.h"
#include "ggov-paper-kinds-private.h"
#include "ggov-report-notices.h"
#include "ggov-store-ladder.h"
#include "ggov-store-office.h"

typedef struct
{
  GListModel *notices; /* (element-type GgovLadderStep) */
  char       *office;
} Content;

static void
content_free (gpointer data)
{
  Content *content = data;

  g_clear_object (&content->notices);
  g_free (content->office);
  g_free (content);
}

/* What is read so far, and for whom. */
typedef struct
{
  Content *content; /* (owned) */
  GTask   *task;    /* (owned) */
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
    g_clear_pointer (&reading->content, content_free);

  _ggov_paper_return (reading->task, reading->content, content_free, error);
}

static void
notices_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      task)
{
  GError *error = NULL;
  GListModel *notices = ggov_store_list_ladder_finish (GGOV_STORE (object), result, &error);
  Reading *reading;

  if (notices == NULL)
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  reading = g_new0 (Reading, 1);
  reading->task = task;
  reading->content = g_new0 (Content, 1);
  reading->content->notices = notices;
  ggov_store_get_office_name_async (GGOV_STORE (object), g_task_get_cancellable (task),
                                    name_read_cb, reading);
}

/* Those that were logged on the day. */
static void
read_notices (GgovStore              *store,
              const GgovPaperOptions *options,
              GTask                  *task)
{
  GError *error = NULL;
  int day;

  if (!ggov_local_day_parse (options->day, &day, &error))
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  ggov_store_list_notices_async (store, ggov_local_time_from_day (day, 0),
                                 ggov_local_time_from_day (day + 1, 0),
                                 g_task_get_cancellable (task), notices_read_cb, task);
}

static GgovReportPager *
make (gpointer                 data,
      const GgovPaperOptions  *options,
      PangoContext            *context,
      guint                   *n_counted,
      GError                 **error)
{
  const Content *content = data;

  *n_counted = g_list_model_get_n_items (content->notices);
  if (*n_counted > 0)
    return GGOV_REPORT_PAGER (ggov_report_notices_new (content->notices, content->office, context));

  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
                       _("No reminder notice was logged on that day."));

  return NULL;
}

const GgovPaperKind _ggov_paper_reminder_notices = {
  .name = "reminder-notice",
  .title = N_("Reminder notices"),
  .about = N_("A page for each notice that was logged on the day, with a receipt"),
  .counts = "notices",
  .read = read_notices,
  .free_content = content_free,
  .make = make,
};
