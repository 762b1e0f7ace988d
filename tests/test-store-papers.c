/* test-store-papers.c: papers of posts, and posts that are handed on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-store-stand-down.h"
#include "posts-fixture.h"

static const char pdf[] = "%PDF-1.7\n";

/* The papers of a post, a line each: name, media type, bytes. */
static char *
tell_papers (PostsFixture *fixture,
             gint64        post_id,
             gint64       *last_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) papers = NULL;
  g_autoptr(GError) error = NULL;
  GString *out = g_string_new (NULL);

  ggov_store_list_papers_async (fixture->base.store, post_id, NULL, keep_result, &result);
  papers = ggov_store_list_papers_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr(GgovPostPaper) paper = g_list_model_get_item (papers, i);
      const GgovPostPaperRecord *record = ggov_post_paper_get_record (paper);

      g_assert_cmpint (record->post_id, ==, post_id);
      g_string_append_printf (out, "%s %s %d\n", record->name, record->media_type,
                              (int) record->size);
      if (last_id)
        *last_id = record->id;
    }

  return g_string_free (out, FALSE);
}

static void
assert_papers (PostsFixture *fixture,
               gint64        post_id,
               const char   *expected)
{
  g_autofree char *told = tell_papers (fixture, post_id, NULL);

  g_assert_cmpstr (told, ==, expected);
}

static gint64
attach (PostsFixture     *fixture,
        gint64            post_id,
        const GgovPaper  *paper,
        GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_attach_papers_async (fixture->base.store, post_id, paper, 1, NULL, keep_result, &result);

  return posts_finish (fixture, &result, error);
}

static gint64
take_away (PostsFixture  *fixture,
           gint64         paper_id,
           GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_remove_paper_async (fixture->base.store, paper_id, NULL, keep_result, &result);

  return posts_finish (fixture, &result, error);
}

static GBytes *
read_paper (PostsFixture  *fixture,
            gint64         paper_id,
            GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_read_paper_async (fixture->base.store, paper_id, NULL, keep_result, &result);

  return ggov_store_read_paper_finish (fixture->base.store, wait_for (&result), error);
}

/* With an appointment, to a post that is there, and away again; what it holds comes back by undo. */
static void
test_papers (PostsFixture  *fixture,
             gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  g_autoptr(GBytes) letter = g_bytes_new_static (pdf, 9);
  g_autoptr(GBytes) photo = g_bytes_new_static ("\xff\xd8\xff\xe0", 4);
  const GgovPaper papers[] = { { "letter.pdf", letter }, { "照片.jpg", photo } };
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;
  gint64 post = office->posts[2];
  gint64 id, change;

  g_assert_cmpint (attach (fixture, post, &papers[0], &error), >, 0);
  g_assert_cmpint (attach (fixture, post, &papers[1], &error), >, 0);
  told = tell_papers (fixture, post, &id);
  g_assert_cmpstr (told, ==, "letter.pdf application/pdf 9\n照片.jpg image/jpeg 4\n");

  change = take_away (fixture, id, &error);
  g_assert_no_error (error);
  assert_papers (fixture, post, "letter.pdf application/pdf 9\n");
  g_assert_null (read_paper (fixture, id, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  ggov_store_undo_async (fixture->base.store, change, NULL, keep_result, &undone);
  g_assert_cmpint (posts_finish (fixture, &undone, &error), >, 0);
  content = read_paper (fixture, id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (content, photo));
}

static void
test_refused (PostsFixture  *fixture,
              gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  g_autoptr(GBytes) text = g_bytes_new_static ("hello", 5);
  g_autofree char *much = g_malloc0 (GGOV_PAPER_MOST + 1);
  g_autoptr(GBytes) large = NULL;
  GgovPaper paper = { "letter.pdf", text };
  GgovAppointment appointment = {
    .person_id = office->people[ZHAO], .role_code = "unit_leader", .place_kind = "unit",
    .place_id = office->units[2], .since = TODAY, .papers = &paper, .n_papers = 1,
  };
  g_autoptr(GError) error = NULL;

  /* Nothing of the appointment stays. */
  assert_refused (fixture, &appointment, WORDS ("letter.pdf", "PDF"));
  assert_history (fixture, "unit", office->units[2], "单丽 building_leader 2026-01-01..2026-01-31\n");

  g_assert_cmpint (attach (fixture, office->posts[2], &paper, &error), ==, 0);
  assert_sentence (error, WORDS ("letter.pdf", "20 MB"));
  g_clear_error (&error);

  memcpy (much, pdf, 9);
  large = g_bytes_new_static (much, GGOV_PAPER_MOST + 1);
  paper.content = large;
  g_assert_cmpint (attach (fixture, office->posts[2], &paper, &error), ==, 0);
  assert_sentence (error, WORDS ("letter.pdf", "20 MB"));
  g_clear_error (&error);

  g_assert_cmpint (attach (fixture, 999, &paper, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (take_away (fixture, 999, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static gint64
stand_down (PostsFixture         *fixture,
            const GgovStandDown  *order,
            GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_stand_down_async (fixture->base.store, order, NULL, keep_result, &result);

  return posts_finish (fixture, &result, error);
}

/* 钱卫国 leaves both of his grids to 赵敏, with what he had in hand and the decision about it. */
static void
test_hand_over (PostsFixture  *fixture,
                gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  PostsIssues issues = { .office = &fixture->office };
  g_autoptr(GBytes) letter = g_bytes_new_static (pdf, 9);
  const GgovPaper paper = { "letter.pdf", letter };
  const GgovStandDown order = {
    .post_id = office->posts[5], .everywhere = TRUE, .from = TODAY, .reason = "退休",
    .hand_over_to = office->people[ZHAO], .successor_id = office->people[ZHAO],
    .papers = &paper, .n_papers = 1,
  };
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GError) error = NULL;
  gint64 change;

  write_change (fixture->base.store, write_posts_issues, &issues);
  change = stand_down (fixture, &order, &error);
  g_assert_no_error (error);
  assert_history (fixture, "person", office->people[QIAN],
                  "钱卫国 department_police 2026-01-01..2026-02-12 退休\n"
                  "钱卫国 department_police 2026-01-01..2026-02-12 退休\n");
  assert_history (fixture, "grid", office->grids[2],
                  "赵敏 department_police 2026-02-13..\n"
                  "钱卫国 department_police 2026-01-01..2026-02-12 退休\n");
  assert_handler (fixture, issues.issues[0], "赵敏");
  assert_papers (fixture, office->posts[5], "letter.pdf application/pdf 9\n");
  assert_papers (fixture, office->posts[6], "letter.pdf application/pdf 9\n");

  ggov_store_undo_async (fixture->base.store, change, NULL, keep_result, &undone);
  g_assert_cmpint (posts_finish (fixture, &undone, &error), >, 0);
  assert_handler (fixture, issues.issues[0], "钱卫国");
  assert_history (fixture, "grid", office->grids[2], "钱卫国 department_police 2026-01-01..\n");
  assert_papers (fixture, office->posts[5], "");
}

/* A rule that stands against the successor stands against all of it. */
static void
test_no_successor (PostsFixture  *fixture,
                   gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  GgovStandDown order = {
    .post_id = office->posts[5], .from = TODAY, .successor_id = office->people[QIAN],
  };
  g_autoptr(GError) error = NULL;

  /* To himself on the same grid: he is there no longer, so that is a new post of his. */
  g_assert_cmpint (stand_down (fixture, &order, &error), >, 0);
  g_assert_no_error (error);

  /* 王秀英 leads 3号楼 already and 李强 is on grid 1: each role allows one place. */
  g_assert_cmpint (posts_appoint (fixture, &(GgovAppointment) {
                     .person_id = office->people[WANG], .role_code = "full_time_member",
                     .place_kind = "grid", .place_id = office->grids[1], .since = "2026-01-01",
                   }, &error), >, 0);
  order.post_id = office->posts[1];
  order.successor_id = office->people[WANG];
  g_assert_cmpint (stand_down (fixture, &order, &error), ==, 0);
  assert_sentence (error, WORDS ("王秀英", "150203005001002", "since 2026-01-01"));
  assert_history (fixture, "grid", office->grids[1], "王秀英 full_time_member 2026-01-01..\n");
  g_clear_error (&error);

  order.post_id = 999;
  g_assert_cmpint (stand_down (fixture, &order, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, PostsFixture, NULL, posts_fixture_set_up, func, posts_fixture_tear_down)
  ADD ("/store/papers/papers", test_papers);
  ADD ("/store/papers/refused", test_refused);
  ADD ("/store/papers/hand-over", test_hand_over);
  ADD ("/store/papers/no-successor", test_no_successor);
#undef ADD

  return g_test_run ();
}
