/* ggov-issue-stage.h: the links an issue passes through, what is done with it, and their words
 *
 * Source: GB/T 30428, the management flow of unit-grid cases.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovIssueStage:
 * @GGOV_ISSUE_COLLECTED: reported, not filed yet
 * @GGOV_ISSUE_FILED: accepted as a case, waits for somebody to be sent
 * @GGOV_ISSUE_DISPATCHED: given to somebody, who has not taken it up yet
 * @GGOV_ISSUE_HANDLED: in work
 * @GGOV_ISSUE_REPORTED: said to be done, waits to be verified
 * @GGOV_ISSUE_VERIFIED: seen to be done, waits to be closed
 * @GGOV_ISSUE_CLOSED: closed
 * @GGOV_ISSUE_EVALUATED: closed and judged
 * @GGOV_ISSUE_VOID: never was a case, or is one no more
 *
 * Where an issue is: the last link it has passed. Codes, in this order: "collect", "file",
 * "dispatch", "handle", "report-back", "verify", "closed", "evaluated", "void".
 */
typedef enum
{
  GGOV_ISSUE_COLLECTED,
  GGOV_ISSUE_FILED,
  GGOV_ISSUE_DISPATCHED,
  GGOV_ISSUE_HANDLED,
  GGOV_ISSUE_REPORTED,
  GGOV_ISSUE_VERIFIED,
  GGOV_ISSUE_CLOSED,
  GGOV_ISSUE_EVALUATED,
  GGOV_ISSUE_VOID,
} GgovIssueStage;

#define GGOV_ISSUE_N_STAGES (GGOV_ISSUE_VOID + 1)

/**
 * GgovIssueMove:
 * @GGOV_ISSUE_FILE: accept it as a case (立案)
 * @GGOV_ISSUE_DISPATCH: send somebody (派遣)
 * @GGOV_ISSUE_ACCEPT: the one sent takes it up
 * @GGOV_ISSUE_REPORT_BACK: say that it is done (处理反馈)
 * @GGOV_ISSUE_VERIFY_PASS: somebody else has seen it done (核查通过)
 * @GGOV_ISSUE_CLOSE: close it (结案)
 * @GGOV_ISSUE_EVALUATE: judge how it went (综合评价)
 * @GGOV_ISSUE_RETURN: back to the link before, for what is missing or not one's own (退回)
 * @GGOV_ISSUE_REFUSE: will not be filed, or will not be taken up, with reason (不予受理)
 * @GGOV_ISSUE_TRANSFER: to somebody else (转办)
 * @GGOV_ISSUE_SUSPEND: stop its clock (挂起)
 * @GGOV_ISSUE_RESUME: let its clock run again (恢复)
 * @GGOV_ISSUE_EXTEND: more time was granted (延期)
 * @GGOV_ISSUE_REWORK: not done well enough (返工)
 * @GGOV_ISSUE_ANNUL: end it without result (作废)
 * @GGOV_ISSUE_DUPLICATE: another issue is about the same; who reported it joins that one (重复)
 * @GGOV_ISSUE_REOPEN: it has come back (重新打开)
 * @GGOV_ISSUE_REMIND: whoever handles it was reminded before expiry (提醒)
 * @GGOV_ISSUE_NOTICE: a reminder notice was given after it (催办通知书)
 * @GGOV_ISSUE_CRITICISE: it was criticised (通报批评)
 * @GGOV_ISSUE_REPORT_UP: it was reported upward (上报)
 * @GGOV_ISSUE_BEGIN_STRAND: a strand of it was begun (分线办理)
 * @GGOV_ISSUE_END_STRAND: a strand of it is done
 * @GGOV_ISSUE_DROP_STRAND: a strand of it was given up
 * @GGOV_ISSUE_ADD_REPORTER: somebody else reported it as well
 * @GGOV_ISSUE_TAKE_OVER: another issue was found to be about the same
 * @GGOV_ISSUE_SUMMON: somebody was called to the spot (吹哨)
 * @GGOV_ISSUE_ARRIVE: whoever was called is there, or never came (报到)
 *
 * What is done with an issue. Codes, in this order: "file", "dispatch", "accept", "report-back",
 * "verify-pass", "close", "evaluate", "return", "refuse", "transfer", "suspend", "resume",
 * "extend", "rework", "void", "duplicate", "reopen"; and what is done beside the flow and brings it
 * nowhere else: "remind", "notice", "criticise", "report-up", "strand", "strand-done",
 * "strand-drop", "reporter", "take-over", "summon", "arrive".
 */
typedef enum
{
  GGOV_ISSUE_FILE,
  GGOV_ISSUE_DISPATCH,
  GGOV_ISSUE_ACCEPT,
  GGOV_ISSUE_REPORT_BACK,
  GGOV_ISSUE_VERIFY_PASS,
  GGOV_ISSUE_CLOSE,
  GGOV_ISSUE_EVALUATE,
  GGOV_ISSUE_RETURN,
  GGOV_ISSUE_REFUSE,
  GGOV_ISSUE_TRANSFER,
  GGOV_ISSUE_SUSPEND,
  GGOV_ISSUE_RESUME,
  GGOV_ISSUE_EXTEND,
  GGOV_ISSUE_REWORK,
  GGOV_ISSUE_ANNUL,
  GGOV_ISSUE_DUPLICATE,
  GGOV_ISSUE_REOPEN,
  GGOV_ISSUE_REMIND,
  GGOV_ISSUE_NOTICE,
  GGOV_ISSUE_CRITICISE,
  GGOV_ISSUE_REPORT_UP,
  GGOV_ISSUE_BEGIN_STRAND,
  GGOV_ISSUE_END_STRAND,
  GGOV_ISSUE_DROP_STRAND,
  GGOV_ISSUE_ADD_REPORTER,
  GGOV_ISSUE_TAKE_OVER,
  GGOV_ISSUE_SUMMON,
  GGOV_ISSUE_ARRIVE,
} GgovIssueMove;

#define GGOV_ISSUE_N_MOVES (GGOV_ISSUE_ARRIVE + 1)

/**
 * ggov_issue_stage_is_open:
 *
 * Returns: whether work is still to be done: neither closed, evaluated nor void
 */
gboolean     ggov_issue_stage_is_open       (GgovIssueStage         stage);

/**
 * ggov_issue_move_needs_reason:
 *
 * Returns: whether the move has to be given a reason
 */
gboolean     ggov_issue_move_needs_reason   (GgovIssueMove          move);

/**
 * ggov_issue_move_is_beside:
 *
 * Returns: whether the move is done beside the flow: it is kept in the history, and the issue stays
 *   where it is
 */
gboolean     ggov_issue_move_is_beside      (GgovIssueMove          move);

/**
 * ggov_issue_stage_get_code:
 *
 * Returns: the word that stands for the stage in records and files
 */
const char  *ggov_issue_stage_get_code      (GgovIssueStage         stage);

/**
 * ggov_issue_stage_from_code:
 * @code: a word from a record or file
 * @stage: (out): what it stands for
 * @error: return location for a GgovModelError (SYNTAX), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @stage left as it was
 */
gboolean     ggov_issue_stage_from_code     (const char            *code,
                                             GgovIssueStage        *stage,
                                             GError               **error);

/**
 * ggov_issue_stage_get_label:
 *
 * Returns: the stage's name in the user's words
 */
const char  *ggov_issue_stage_get_label     (GgovIssueStage         stage);

/**
 * ggov_issue_move_get_code:
 *
 * Returns: the word that stands for the move in records and files
 */
const char  *ggov_issue_move_get_code       (GgovIssueMove          move);

/**
 * ggov_issue_move_from_code:
 * @code: a word from a record or file
 * @move: (out): what it stands for
 * @error: return location for a GgovModelError (SYNTAX), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @move left as it was
 */
gboolean     ggov_issue_move_from_code      (const char            *code,
                                             GgovIssueMove         *move,
                                             GError               **error);

/**
 * ggov_issue_move_get_label:
 *
 * Returns: the move's name in the user's words
 */
const char  *ggov_issue_move_get_label      (GgovIssueMove          move);

G_END_DECLS
