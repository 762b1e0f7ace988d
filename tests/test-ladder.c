/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ggov-ladder.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"

static gint64
time_of (const char *text)
{
  gint64 time = 0;

  g_assert_true (ggov_local_time_parse (text, &time, NULL));

  return time;
}

/* Worked by hand from the notices for 2026: off are 1 to 3 January, 15 to 23 February, 1 to 5 May,
 * 1 to 7 October; worked are Sunday 4 January, Saturdays 14 and 28 February, 9 May, 10 October. */
static const struct
{
  const char *due;
  const char *moments[GGOV_N_RUNGS];
} golden[] = {
  /* 30 April has 3 h 30 min in the afternoon, so that 30 min are left before noon. Then 6, 7, 8, 9
   * and 11 May. */
  { "2026-04-30T17:30", { "2026-04-30T11:30", "2026-05-06T08:30", "2026-05-11T08:30",
                          "2026-05-12T08:30" } },
  /* Saturday the 14th is worked; then 24 to 27. */
  { "2026-02-13T17:30", { "2026-02-13T11:30", "2026-02-14T08:30", "2026-02-27T08:30",
                          "2026-02-28T08:30" } },
  /* 3 h on the Saturday, 1 h on the Friday before. */
  { "2026-02-14T11:30", { "2026-02-13T16:30", "2026-02-24T08:30", "2026-02-28T08:30",
                          "2026-03-02T08:30" } },
  /* 8, 9, 10, 12 and 13 October. */
  { "2026-09-30T17:30", { "2026-09-30T11:30", "2026-10-08T08:30", "2026-10-13T08:30",
                          "2026-10-14T08:30" } },
  /* 2 h on Monday, 2 h on the Saturday before. */
  { "2026-03-02T10:30", { "2026-02-28T15:30", "2026-03-03T08:30", "2026-03-09T08:30",
                          "2026-03-10T08:30" } },
  /* 3 h on Tuesday and 1 h before, the last of Monday. */
  { "2026-03-03T11:30", { "2026-03-02T16:30", "2026-03-04T08:30", "2026-03-10T08:30",
                          "2026-03-11T08:30" } },
  /* An hour of the afternoon, three before noon. */
  { "2026-03-03T15:00", { "2026-03-03T09:00", "2026-03-04T08:30", "2026-03-10T08:30",
                          "2026-03-11T08:30" } },
  /* Over the year's end: Sunday the 4th, 5, 6, 7, 8. */
  { "2025-12-31T17:30", { "2025-12-31T11:30", "2026-01-04T08:30", "2026-01-08T08:30",
                          "2026-01-09T08:30" } },
};

static void
assert_moment (const GgovLadder *ladder,
               GgovOfficeClock  *clock,
               GgovRung          rung,
               const char       *due,
               const char       *expected)
{
  g_autofree char *text = NULL;
  gint64 moment = 0;

  g_assert_true (ggov_ladder_find_moment (ladder, clock, rung, time_of (due), &moment));
  text = ggov_local_time_format (moment);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_golden (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  GgovLadder ladder;

  ggov_ladder_init_default (&ladder);
  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    for (GgovRung rung = GGOV_RUNG_REMIND; rung < GGOV_N_RUNGS; rung++)
      assert_moment (&ladder, clock, rung, golden[i].due, golden[i].moments[rung]);
}

/* Three hours before 11:30 is when Tuesday opens, not when Monday closes; a day before is when the
 * working day before opens. */
static void
test_edges (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  GgovLadder ladder;
  gint64 moment;

  g_assert_true (ggov_ladder_parse ("remind 3h; notice 1h", &ladder, NULL));
  assert_moment (&ladder, clock, GGOV_RUNG_REMIND, "2026-03-03T11:30", "2026-03-03T08:30");
  assert_moment (&ladder, clock, GGOV_RUNG_NOTICE, "2026-03-03T17:00", "2026-03-04T09:00");
  g_assert_false (ggov_ladder_find_moment (&ladder, clock, GGOV_RUNG_REPORT,
                                           time_of ("2026-03-03T11:30"), &moment));

  g_assert_true (ggov_ladder_parse ("remind 1d", &ladder, NULL));
  assert_moment (&ladder, clock, GGOV_RUNG_REMIND, "2026-03-02T17:30", "2026-02-28T08:30");
}

static void
assert_step (const GgovLadderState *state,
             const char            *now,
             const char            *expected)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  GgovLadder ladder;
  GgovRung rung;
  gint64 since;

  ggov_ladder_init_default (&ladder);
  if (!ggov_ladder_find_step (&ladder, clock, state, time_of (now), &rung, &since))
    g_assert_null (expected);
  else
    g_assert_cmpstr (ggov_rung_get_code (rung), ==, expected);
}

/* Due on 30 April at 17:30, before five days off. */
static void
test_steps (void)
{
  GgovLadderState state = { time_of ("2026-04-27T09:00"), time_of ("2026-04-30T17:30"), 0, 0 };

  assert_step (&state, "2026-04-30T11:29", NULL);
  assert_step (&state, "2026-04-30T11:30", "remind");
  assert_step (&state, "2026-04-30T12:30", NULL);
  /* The time is up, the office is closed, and then it is a holiday. */
  assert_step (&state, "2026-04-30T17:30", NULL);
  assert_step (&state, "2026-05-02T10:00", NULL);
  assert_step (&state, "2026-05-06T08:29", NULL);
  assert_step (&state, "2026-05-06T08:30", "notice");
  assert_step (&state, "2026-05-06T13:00", NULL);

  state.done = 1u << GGOV_RUNG_NOTICE;
  state.last_done = time_of ("2026-05-06T09:00");
  assert_step (&state, "2026-05-08T10:00", NULL);
  assert_step (&state, "2026-05-10T10:00", NULL);
  assert_step (&state, "2026-05-11T08:30", "criticise");

  /* Looked at for the first time on the 12th: one rung a day all the same. */
  state.done = 0;
  state.last_done = 0;
  assert_step (&state, "2026-05-12T10:00", "notice");
  state.done = 1u << GGOV_RUNG_NOTICE;
  state.last_done = time_of ("2026-05-12T10:00");
  assert_step (&state, "2026-05-12T15:00", NULL);
  assert_step (&state, "2026-05-13T08:30", "criticise");
  state.done |= 1u << GGOV_RUNG_CRITICISE;
  state.last_done = time_of ("2026-05-13T08:30");
  assert_step (&state, "2026-05-14T08:30", "report");
  state.done |= 1u << GGOV_RUNG_REPORT;
  assert_step (&state, "2026-05-15T08:30", NULL);
}

/* A limit of four hours: the dispatch itself says when it is due. */
static void
test_short_limit (void)
{
  GgovLadderState state = { time_of ("2026-03-03T08:30"), time_of ("2026-03-03T14:30"), 0, 0 };

  assert_step (&state, "2026-03-03T08:30", NULL);
  assert_step (&state, "2026-03-03T11:00", NULL);
  state.start -= 60 * 60 * 24;
  assert_step (&state, "2026-03-03T11:00", "remind");
}

static void
test_text (void)
{
  static const char * const wrong[] = {
    "remind", "remind 4", "remind 0h", "notice 1cd", "shout 1d", "notice 1d; notice 2d",
    "notice 6d; criticise 5d",
  };
  GgovLadder ladder;
  g_autofree char *text = NULL;

  ggov_ladder_init_default (&ladder);
  text = ggov_ladder_to_string (&ladder);
  g_assert_cmpstr (text, ==, "remind 4h\nnotice 1d\ncriticise 5d\nreport 6d");
  g_assert_true (ggov_ladder_parse (text, &ladder, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ggov_ladder_parse (wrong[i], &ladder, &error));
      g_assert_true (error->domain == GGOV_MODEL_ERROR);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/ladder/golden", test_golden);
  g_test_add_func ("/model/ladder/edges", test_edges);
  g_test_add_func ("/model/ladder/steps", test_steps);
  g_test_add_func ("/model/ladder/short-limit", test_short_limit);
  g_test_add_func ("/model/ladder/text", test_text);

  return g_test_run ();
}
