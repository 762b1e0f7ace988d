/* posts-fixture.h: an office of a few people, to whom posts are given and from whom they are taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-appoint.h"
#include "roster-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"

typedef struct
{
  StoreFixture base;
  RosterOffice office;
} PostsFixture;

typedef struct
{
  RosterOffice *office;
  gint64        issues[2];
} PostsIssues;

void     posts_fixture_set_up    (PostsFixture           *fixture,
                                  gconstpointer           data);
void     posts_fixture_tear_down (PostsFixture           *fixture,
                                  gconstpointer           data);

/* The change's number, or 0 with @error set. */
gint64   posts_finish            (PostsFixture           *fixture,
                                  GAsyncResult          **result,
                                  GError                **error);
gint64   posts_appoint           (PostsFixture           *fixture,
                                  const GgovAppointment  *appointment,
                                  GError                **error);

void     assert_appointed        (PostsFixture           *fixture,
                                  const GgovAppointment  *appointment);

#define WORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* Refused in a sentence in which each of the words stands. */
void     assert_sentence         (const GError           *error,
                                  const char * const     *words);
void     assert_refused          (PostsFixture           *fixture,
                                  const GgovAppointment  *appointment,
                                  const char * const     *words);

/* A GgovChangeFunc; @data: PostsIssues. Two issues on grid 1, for a case type that the police answers
 * for: 钱卫国 handles the first. */
gboolean write_posts_issues      (GgovChange             *change,
                                  gpointer                data,
                                  GError                **error);
void     assert_handler          (PostsFixture           *fixture,
                                  gint64                  issue_id,
                                  const char             *expected);

/* (transfer full): a line for each post; @chain: who is in charge there, and not its history */
char    *tell_history            (PostsFixture           *fixture,
                                  const char             *kind,
                                  gint64                  id,
                                  gboolean                chain);
void     assert_history          (PostsFixture           *fixture,
                                  const char             *kind,
                                  gint64                  id,
                                  const char             *expected);
