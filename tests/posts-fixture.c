/* posts-fixture.c: an office of a few people, to whom posts are given and from whom they are taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "posts-fixture.h"

#include <string.h>

#include "ggov-case-type.h"
#include "ggov-local-time.h"
#include "ggov-store-history.h"
#include "ggov-store-issue.h"
#include "ggov-write-founding.h"
#include "ggov-write-issues.h"
#include "ggov-write-places.h"

void
posts_fixture_set_up (PostsFixture  *fixture,
                      gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
}

void
posts_fixture_tear_down (PostsFixture  *fixture,
                         gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

gint64
posts_finish (PostsFixture  *fixture,
              GAsyncResult **result,
              GError       **error)
{
  gint64 id = 0;

  return ggov_store_change_finish (fixture->base.store, wait_for (result), &id, error) ? id : 0;
}

gint64
posts_appoint (PostsFixture           *fixture,
               const GgovAppointment  *appointment,
               GError                **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_appoint_async (fixture->base.store, appointment, NULL, keep_result, &result);

  return posts_finish (fixture, &result, error);
}

void
assert_appointed (PostsFixture          *fixture,
                  const GgovAppointment *appointment)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (posts_appoint (fixture, appointment, &error), >, 0);
  g_assert_no_error (error);
}

void
assert_sentence (const GError       *error,
                 const char * const *words)
{
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  for (guint i = 0; words[i]; i++)
    if (strstr (error->message, words[i]) == NULL)
      g_error ("“%s” is not in: %s", words[i], error->message);
}

void
assert_refused (PostsFixture          *fixture,
                const GgovAppointment *appointment,
                const char * const    *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (posts_appoint (fixture, appointment, &error), ==, 0);
  assert_sentence (error, words);
}

gboolean
write_posts_issues (GgovChange  *change,
                    gpointer     data,
                    GError     **error)
{
  PostsIssues *issues = data;
  g_autoptr(GgovCaseTypeCatalogue) types = ggov_case_type_catalogue_new_default ();
  GgovCaseType type = *ggov_case_type_catalogue_get_type_at (types, 0);
  gint64 type_id;

  type.role = "department_police";
  if (!(type_id = ggov_change_add_case_type (change, &type, "2025-01-01", error)))
    return FALSE;

  for (guint i = 0; i < 2; i++)
    if (!(issues->issues[i] = ggov_change_add_issue (change, &(GgovIssueRecord) {
            .number = i ? "2" : "1", .case_type_id = type_id, .title = "井盖", .source = "patrol",
            .stage = i ? "file" : "dispatch", .grid_id = issues->office->grids[0],
            .handler_id = i ? 0 : issues->office->people[QIAN],
            .filed_at = ggov_local_time_from_day (ggov_local_day_from_date (2026, 2, 2), 0),
          }, error)))
      return FALSE;

  return TRUE;
}

/* (transfer full): who handles an issue */
static char *
dup_handler (PostsFixture *fixture,
             gint64   issue_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_get_issue_async (fixture->base.store, issue_id, NULL, keep_result, &result);
  details = ggov_store_get_issue_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return g_strdup (ggov_issue_get_fields (details->issue)->handler_name);
}

void
assert_handler (PostsFixture *fixture,
                gint64        issue_id,
                const char   *expected)
{
  g_autofree char *name = dup_handler (fixture, issue_id);

  g_assert_cmpstr (name, ==, expected);
}

char *
tell_history (PostsFixture *fixture,
              const char   *kind,
              gint64        id,
              gboolean      chain)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) posts = NULL;
  g_autoptr(GError) error = NULL;
  GString *out = g_string_new (NULL);

  (chain ? ggov_store_list_chain_async : ggov_store_list_history_async) (
    fixture->base.store, kind, id, TODAY, NULL, keep_result, &result);
  posts = ggov_store_list_history_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (posts, i);
      const GgovPostDetails *d = ggov_post_get_details (post);

      g_string_append_printf (out, "%s %s %s..%s%s%s%s%s\n", d->person, d->role_code, d->since,
                              d->until ? d->until : "", d->holder ? " for " : "",
                              d->holder ? d->holder : "", d->end_reason ? " " : "",
                              d->end_reason ? d->end_reason : "");
    }

  return g_string_free (out, FALSE);
}

void
assert_history (PostsFixture *fixture,
                const char   *kind,
                gint64        id,
                const char   *expected)
{
  g_autofree char *told = tell_history (fixture, kind, id, FALSE);

  g_assert_cmpstr (told, ==, expected);
}
