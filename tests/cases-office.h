/* cases-office.h: writing disputes, structures and joint actions of a small office, for their tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "board-office.h"
#include "ggov-store-figures.h"

/* By when everything in these tests has happened. */
#define CASES_DAY "2026-03-31"

/* What a row's writing answered: the change's number, or 0 and the sentence of why not. */
typedef struct
{
  gint64  change_id;
  char   *sentence;
} CasesAnswer;

void         cases_answer_clear (CasesAnswer  *answer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasesAnswer, cases_answer_clear)

/* Writes a row and waits. @func: one of the calls that take a row; @row: (transfer full) */
CasesAnswer  cases_office_write (StoreFixture *fixture,
                                 gpointer      func,
                                 gpointer      row);

/* The office's figures on CASES_DAY. */
GgovFigures *cases_office_count (StoreFixture *fixture);

/* Takes an issue through all its links, on 20 March 2026. */
void         cases_office_close (StoreFixture *fixture,
                                 gint64        id,
                                 gint64        handler);

#define ACCEPT(fixture, func, row) \
  G_STMT_START \
    { \
      g_auto(CasesAnswer) accepted_ = cases_office_write (fixture, func, row); \
      g_assert_cmpstr (accepted_.sentence, ==, NULL); \
      g_assert_cmpint (accepted_.change_id, >, 0); \
    } \
  G_STMT_END

#define REFUSE(fixture, func, row, words) \
  G_STMT_START \
    { \
      g_auto(CasesAnswer) refused_ = cases_office_write (fixture, func, row); \
      g_assert_nonnull (refused_.sentence); \
      g_assert_nonnull (strstr (refused_.sentence, words)); \
    } \
  G_STMT_END
