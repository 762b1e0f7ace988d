/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "ggov-issue-flow.h"
#include "ggov-issue-kind.h"
#include "ggov-model-error.h"

/* Which moves each stage allows, worked from the flow of the standard and not from the table: the
 * test asks for every pair and accepts no other. */
static const struct
{
  const char *stage;
  const char *moves;
} allowed[] = {
  { "collect", "file:file refuse:void void:void duplicate:void" },
  { "file", "dispatch:dispatch return:collect void:void duplicate:void" },
  { "dispatch", "accept:handle return:file refuse:file transfer:dispatch suspend:dispatch "
                "extend:dispatch void:void duplicate:void" },
  { "handle", "report-back:report-back return:file transfer:dispatch suspend:handle "
              "extend:handle void:void duplicate:void" },
  { "report-back", "verify-pass:verify rework:handle" },
  { "verify", "close:closed rework:handle" },
  { "closed", "evaluate:evaluated rework:handle" },
  { "evaluated", "reopen:handle" },
  { "void", "reopen:collect" },
};

static GgovIssueStage
stage_of (const char *code)
{
  GgovIssueStage stage = GGOV_ISSUE_N_STAGES;

  g_assert_true (ggov_issue_stage_from_code (code, &stage, NULL));

  return stage;
}

/* What @move leads to according to a line of the list above, or NULL. */
static char *
find_target (const char *list,
             const char *move)
{
  g_auto(GStrv) pairs = g_strsplit (list, " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (pairs[i], ":", 2);

      if (g_str_equal (pair[0], move))
        return g_strdup (pair[1]);
    }

  return NULL;
}

static void
test_every_pair (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (allowed), ==, GGOV_ISSUE_N_STAGES);

  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    for (GgovIssueMove move = 0; move < GGOV_ISSUE_N_MOVES; move++)
      {
        GgovIssueState state = { stage_of (allowed[i].stage), FALSE };
        const char *code = ggov_issue_move_get_code (move);
        g_autofree char *target = find_target (allowed[i].moves, code);
        g_autoptr(GError) error = NULL;

        g_test_message ("%s in %s", code, allowed[i].stage);
        g_assert_cmpint (ggov_issue_flow_allows (&state, move), ==, target != NULL);
        g_assert_cmpint (ggov_issue_flow_apply (&state, move, &error), ==, target != NULL);
        g_assert_cmpint (state.suspended, ==, g_str_equal (code, "suspend") && target != NULL);
        if (target != NULL)
          g_assert_cmpstr (ggov_issue_stage_get_code (state.stage), ==, target);
        else
          {
            g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_STATE);
            g_assert_cmpstr (ggov_issue_stage_get_code (state.stage), ==, allowed[i].stage);
          }
      }
}

static void
test_suspended (void)
{
  static const char *const in[] = { "dispatch", "handle" };

  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    for (GgovIssueMove move = 0; move < GGOV_ISSUE_N_MOVES; move++)
      {
        GgovIssueState state = { stage_of (in[i]), TRUE };
        gboolean fits = move == GGOV_ISSUE_RESUME || move == GGOV_ISSUE_ANNUL ||
                        move == GGOV_ISSUE_DUPLICATE;

        g_assert_cmpint (ggov_issue_flow_apply (&state, move, NULL), ==, fits);
        g_assert_cmpint (state.suspended, ==, !fits);
        if (move == GGOV_ISSUE_RESUME)
          g_assert_cmpstr (ggov_issue_stage_get_code (state.stage), ==, in[i]);
      }
}

static void
test_main_way (void)
{
  static const char *const way[] = {
    "file", "dispatch", "accept", "report-back", "verify-pass", "close", "evaluate",
  };
  GgovIssueState state = { GGOV_ISSUE_COLLECTED, FALSE };
  GgovIssueState suspended = { GGOV_ISSUE_HANDLED, TRUE };
  GgovIssueMove move;

  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      g_assert_true (ggov_issue_flow_get_main_move (&state, &move));
      g_assert_cmpstr (ggov_issue_move_get_code (move), ==, way[i]);
      g_assert_cmpint (ggov_issue_stage_is_open (state.stage), ==, i < 6);
      g_assert_true (ggov_issue_flow_apply (&state, move, NULL));
    }
  g_assert_cmpint (state.stage, ==, GGOV_ISSUE_EVALUATED);
  g_assert_false (ggov_issue_flow_get_main_move (&state, &move));
  state.stage = GGOV_ISSUE_VOID;
  g_assert_false (ggov_issue_flow_get_main_move (&state, &move));
  g_assert_false (ggov_issue_stage_is_open (state.stage));

  g_assert_true (ggov_issue_flow_get_main_move (&suspended, &move));
  g_assert_cmpint (move, ==, GGOV_ISSUE_RESUME);
}

static void
test_find_move (void)
{
  static const struct { const char *from; const char *to; const char *move; } cases[] = {
    { "collect", "file", "file" }, { "collect", "void", "refuse" }, { "collect", "handle", NULL },
    { "handle", "handle", NULL }, { "handle", "report-back", "report-back" },
    { "handle", "dispatch", "transfer" }, { "dispatch", "file", "return" },
    { "closed", "handle", "rework" }, { "report-back", "closed", NULL },
    { "evaluated", "handle", "reopen" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GgovIssueState state = { stage_of (cases[i].from), FALSE };
      GgovIssueMove move = GGOV_ISSUE_N_MOVES;

      g_assert_cmpint (ggov_issue_flow_find_move (&state, stage_of (cases[i].to), &move),
                       ==, cases[i].move != NULL);
      if (cases[i].move != NULL)
        g_assert_cmpstr (ggov_issue_move_get_code (move), ==, cases[i].move);
      else
        g_assert_cmpint (move, ==, GGOV_ISSUE_N_MOVES);
    }
}

static void
test_words (void)
{
  GgovIssueMove move = GGOV_ISSUE_FILE;
  GgovIssueSource source = GGOV_ISSUE_SOURCE_PATROL;
  GgovLane lane = GGOV_LANE_COMMUNITY;
  GgovIssueStage stage = GGOV_ISSUE_FILED;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < GGOV_ISSUE_N_MOVES; i++)
    {
      g_assert_true (ggov_issue_move_from_code (ggov_issue_move_get_code (i), &move, NULL));
      g_assert_cmpuint (move, ==, i);
      g_assert_nonnull (ggov_issue_move_get_label (i));
    }
  for (guint i = 0; i < GGOV_N_ISSUE_SOURCES; i++)
    {
      g_assert_true (ggov_issue_source_from_code (ggov_issue_source_get_code (i), &source, NULL));
      g_assert_cmpuint (source, ==, i);
      g_assert_nonnull (ggov_issue_source_get_label (i));
    }
  for (guint i = 0; i < GGOV_N_LANES; i++)
    {
      g_assert_true (ggov_lane_from_code (ggov_lane_get_code (i), &lane, NULL));
      g_assert_cmpuint (lane, ==, i);
    }
  g_assert_cmpstr (ggov_lane_get_label (GGOV_LANE_MARKET), ==, "Market co-governance");
  g_assert_cmpstr (ggov_issue_stage_get_label (GGOV_ISSUE_HANDLED), ==, "In hand");
  g_assert_true (ggov_issue_move_needs_reason (GGOV_ISSUE_SUSPEND));
  g_assert_false (ggov_issue_move_needs_reason (GGOV_ISSUE_RESUME));
  g_assert_true (ggov_issue_move_is_beside (GGOV_ISSUE_REMIND));
  g_assert_true (ggov_issue_move_is_beside (GGOV_ISSUE_ARRIVE));
  g_assert_false (ggov_issue_move_is_beside (GGOV_ISSUE_REOPEN));

  g_assert_false (ggov_issue_stage_from_code ("lost", &stage, &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX);
  g_assert_false (ggov_issue_move_from_code ("", &move, NULL));
  g_assert_false (ggov_lane_from_code ("police", &lane, NULL));
  g_assert_false (ggov_issue_source_from_code ("Patrol", &source, NULL));
  g_assert_cmpint (stage, ==, GGOV_ISSUE_FILED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/issue-flow/every-pair", test_every_pair);
  g_test_add_func ("/model/issue-flow/suspended", test_suspended);
  g_test_add_func ("/model/issue-flow/main-way", test_main_way);
  g_test_add_func ("/model/issue-flow/find-move", test_find_move);
  g_test_add_func ("/model/issue-flow/words", test_words);

  return g_test_run ();
}
