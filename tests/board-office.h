/* board-office.h: a small office with issues, for the tests of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-file-issue.h"
#include "ggov-store-issue.h"
#include "ggov-store-issues.h"
#include "ggov-store-move-issue.h"
#include "store-fixture.h"

/* Two communities with a grid each; a building and a full-time member on the first. */
typedef struct
{
  gint64 community[2];
  gint64 grid[2];
  gint64 building;
  gint64 member;
  gint64 member_post;
  gint64 officer; /* of the enforcement department, on the second grid */
  gint64 officer_post;
} BoardOffice;

void              board_office_found   (GgovStore            *store,
                                        BoardOffice          *office);

/* Files an issue and waits; @when is local time, 2026-03-02T10:00. Returns its number. */
gint64            board_office_file    (GgovStore            *store,
                                        const char           *case_type,
                                        const char           *title,
                                        gint64                grid_id,
                                        const char           *when);

/* Moves an issue and waits. Returns the change's number, or 0 with @error set. */
gint64            board_office_move    (GgovStore            *store,
                                        const GgovIssueStep  *step,
                                        GError              **error);

/* Takes a step with an issue, for the reason "why"; an extension gives a day. Aborts the test if it is
 * refused. @other_id: of which issue it is a duplicate, or 0. Returns the change's number. */
gint64            board_office_step    (GgovStore            *store,
                                        gint64                issue_id,
                                        GgovIssueMove         move,
                                        const char           *when,
                                        gint64                other_id);

/* The same step is refused, in a sentence that has @words in it. */
void              board_office_refuse  (GgovStore            *store,
                                        gint64                issue_id,
                                        GgovIssueMove         move,
                                        const char           *when,
                                        gint64                other_id,
                                        const char           *words);

GgovIssueDetails *board_office_get     (GgovStore            *store,
                                        gint64                issue_id);

/* Takes a change back and waits; aborts the test if it fails. */
void              board_office_undo    (GgovStore            *store,
                                        gint64                change_id);

/* A picture for what has to show one; it lasts as long as the test. */
const GgovPaper  *board_office_get_photo (void);

/* What the check finds about issues. The office has no borders, which it finds as well. */
guint             board_office_count_findings (GgovStore       *store);

/* Seconds since 1970-01-01T00:00:00Z of a local time. */
gint64            board_office_time    (const char           *when);
