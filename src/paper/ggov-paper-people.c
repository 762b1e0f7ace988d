/* ggov-paper-people.c: what papers about people share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-paper-people-private.h"
#include "ggov-store-roster.h"
#include "ggov-store-vacancies.h"

/* What is being read, and where the day for the second part is kept. */
typedef struct
{
  GgovPaperPosts *posts;
  char           *day;
  GTask          *task; /* (owned) */
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->posts, _ggov_paper_free_posts);
  g_clear_pointer (&reading->day, g_free);
  g_clear_object (&reading->task);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
roster_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  GError *error = NULL;
  GListModel *rows = ggov_store_list_roster_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, rows, g_object_unref, error);
}

void
_ggov_paper_read_rows (GgovStore              *store,
                       const GgovPaperOptions *options,
                       GTask                  *task)
{
  const GgovRosterFilter filter = {
    .place_code = options->place, .role = options->role, .text = options->text,
  };

  ggov_store_list_roster_async (store, options->day, &filter, g_task_get_cancellable (task),
                                roster_read_cb, task);
}

void
_ggov_paper_free_posts (gpointer data)
{
  GgovPaperPosts *posts = data;

  g_clear_object (&posts->rows);
  g_clear_object (&posts->vacancies);
  g_free (posts);
}

static void
vacancies_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  GError *error = NULL;

  reading->posts->vacancies = ggov_store_list_vacancies_finish (GGOV_STORE (object), result, &error);
  if (error)
    g_task_return_error (reading->task, error);
  else
    g_task_return_pointer (reading->task, g_steal_pointer (&reading->posts),
                           _ggov_paper_free_posts);
}

static void
rows_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  GError *error = NULL;

  reading->posts->rows = ggov_store_list_roster_finish (GGOV_STORE (object), result, &error);
  if (error)
    {
      g_task_return_error (reading->task, error);
      return;
    }

  ggov_store_list_vacancies_async (GGOV_STORE (object), reading->day,
                                   g_task_get_cancellable (reading->task), vacancies_read_cb,
                                   reading);
  g_steal_pointer (&reading);
}

void
_ggov_paper_read_posts (GgovStore              *store,
                        const GgovPaperOptions *options,
                        GTask                  *task)
{
  const GgovRosterFilter filter = { .place_code = options->place };
  Reading *reading = g_new0 (Reading, 1);

  reading->posts = g_new0 (GgovPaperPosts, 1);
  reading->day = g_strdup (options->day);
  reading->task = task;
  ggov_store_list_roster_async (store, options->day, &filter, g_task_get_cancellable (task),
                                rows_read_cb, reading);
}

char *
_ggov_paper_dup_scope (GListModel             *rows,
                       const GgovPaperOptions *options)
{
  g_autoptr(GgovRosterRow) first = g_list_model_get_item (rows, 0);
  const GgovRosterRecord *record = first ? ggov_roster_row_get_record (first) : NULL;
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  if (record == NULL)
    return NULL;

  if (options->place)
    g_strv_builder_add (words, ggov_paper_options_is_grid (options) ? record->grid
                                                                    : record->community);
  if (options->role)
    g_strv_builder_add (words, g_str_equal (options->role, record->role_code) ? record->role
                                                                              : options->role);
  if (options->text)
    g_strv_builder_add (words, options->text);

  parts = g_strv_builder_end (words);

  return parts[0] ? g_strjoinv (" ", parts) : NULL;
}

GgovReportRosterOptions
_ggov_paper_get_people_options (const GgovPaperOptions *options,
                                const char             *scope)
{
  return (GgovReportRosterOptions) {
    .scope = scope,
    .as_of = options->day,
    .printed_at = options->printed_at,
    .account = options->account,
    .with_phones = options->with_phones,
    .size = options->size,
    .turn = options->turn,
  };
}

void
_ggov_paper_set_empty (GError **error)
{
  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
                       _("No post is held there on that day. Check the place, the words and the "
                         "day."));
}

GgovReportPager *
_ggov_paper_make_people (GListModel              *rows,
                         GgovPaperPeopleFunc      func,
                         const GgovPaperOptions  *options,
                         PangoContext            *context,
                         guint                   *n_counted,
                         GError                 **error)
{
  g_autofree char *scope = _ggov_paper_dup_scope (rows, options);
  const GgovReportRosterOptions report = _ggov_paper_get_people_options (options, scope);

  *n_counted = g_list_model_get_n_items (rows);
  if (*n_counted > 0)
    return func (rows, &report, context);

  _ggov_paper_set_empty (error);

  return NULL;
}
