/* ggov-demo-issue-plan.c: what happens in the demo's year, before it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include <string.h>

#include "ggov-demo-issue-plan-private.h"
#include "ggov-demo-issue-texts-private.h"
#include "ggov-local-time.h"

#define DAYS          365
#define MINUTES_A_DAY 420  /* of work */
#define LATE          0.08 /* shares of the closed issues */
#define SUSPENDED     0.04
#define RETURNED      0.02
#define EXTENDED      0.03
#define REWORKED      0.04
#define EVALUATED     0.8
#define TOWER_FLOORS  11   /* from which there are lifts */

/* Handled issues of a tile by the figure they count in; 861 together. */
static const struct
{
  GgovFigure figure;
  guint      issues;
  int        places;   /* measured in all; 0 for those measured each by itself */
  int        area_m2;
} handled[] = {
  { GGOV_FIGURE_DISPUTE, 316, 0, 0 },
  { GGOV_FIGURE_ILLEGAL_STRUCTURE, 142, 317, 3493 },
  { GGOV_FIGURE_WALL_BREAKING, 22, 25, 354 },
  { GGOV_FIGURE_UTILITY, 176, 0, 0 },
  { GGOV_FIGURE_NONE, 205, 0, 0 },
};

/* Issues of a tile that are open, and some that came to nothing. */
static const struct
{
  GgovIssueStage stage;
  gboolean       suspended;
  gboolean       late;
  guint          issues;
} unfinished[] = {
  { GGOV_ISSUE_COLLECTED, FALSE, FALSE, 8 },
  { GGOV_ISSUE_FILED, FALSE, FALSE, 7 },
  { GGOV_ISSUE_DISPATCHED, FALSE, FALSE, 6 },
  { GGOV_ISSUE_DISPATCHED, FALSE, TRUE, 2 },
  { GGOV_ISSUE_DISPATCHED, TRUE, FALSE, 1 },
  { GGOV_ISSUE_HANDLED, FALSE, FALSE, 11 },
  { GGOV_ISSUE_HANDLED, FALSE, TRUE, 4 },
  { GGOV_ISSUE_HANDLED, TRUE, FALSE, 3 },
  { GGOV_ISSUE_REPORTED, FALSE, FALSE, 6 },
  { GGOV_ISSUE_REPORTED, FALSE, TRUE, 1 },
  { GGOV_ISSUE_VERIFIED, FALSE, FALSE, 5 },
  { GGOV_ISSUE_VOID, FALSE, FALSE, 6 },
};

/* In a hundred. */
static const int source_shares[GGOV_N_ISSUE_SOURCES] = { 34, 14, 24, 5, 14, 5, 1, 3 };

typedef struct
{
  GgovDemoOffice        *office;
  GPtrArray             *types;  /* (element-type GgovCaseType): that have texts */
  GgovOfficeClock       *clock;
  GgovDemoRandom        *random;
  GArray                *issues;
  gint64                 begin;  /* of the year, on the clock */
  gint64                 end;
  guint                  first_building; /* of the tile */
  guint                  n_buildings;
} Planning;

/* Where and what --------------------------------------------------------------------------- */

static gboolean
is_among (const char        *code,
          const char *const *codes)
{
  for (guint i = 0; codes[i]; i++)
    if (g_str_equal (code, codes[i]))
      return TRUE;

  return FALSE;
}

static gboolean
suits (const GgovCaseType     *type,
       const GgovDemoBuilding *building)
{
  static const char *const shops[] = { "E0201", "E0202", "E0302", "E0305", "E0401", NULL };
  static const char *const lifts[] = { "M0501", "E0306", NULL };

  if (is_among (type->code, shops))
    return g_str_equal (building->kind, "shop");

  return building->n_units > 0 &&
         (!is_among (type->code, lifts) || building->floors >= TOWER_FLOORS);
}

static void
choose_place (Planning      *planning,
              GgovDemoIssue *issue)
{
  GgovDemoTown *town = planning->office->town;
  GgovDemoBuilding *building;

  do
    {
      issue->building = planning->first_building +
                        _ggov_demo_random_int (planning->random, 0, planning->n_buildings - 1);
      building = _ggov_demo_town_building (town, issue->building);
    }
  while (!suits (issue->type, building));

  issue->unit = building->n_units == 0
                ? G_MAXUINT
                : building->first_unit +
                  _ggov_demo_random_int (planning->random, 0, building->n_units - 1);
}

/* Nobody complains of a cold radiator in summer. */
static gboolean
is_in_season (Planning           *planning,
              const GgovCaseType *type,
              gint64              count)
{
  gint64 at;
  int month;

  if (!g_str_equal (type->class_code, "M03"))
    return TRUE;

  if (!ggov_office_clock_reach (planning->clock, GGOV_PACE_WORKING_DAYS, count, &at))
    return FALSE;

  ggov_local_day_to_date (ggov_local_time_get_day (at), NULL, &month, NULL);

  return month <= 4 || month >= 11;
}

/* @figure: the figure it counts in, or -1 for any */
static const GgovCaseType *
choose_type (Planning *planning,
             int       figure)
{
  const GgovCaseType *type;

  do
    type = planning->types->pdata[_ggov_demo_random_int (planning->random, 0,
                                                         planning->types->len - 1)];
  while (figure >= 0 && (int) type->figure != figure);

  return type;
}

static GgovIssueSource
choose_source (GgovDemoRandom *random)
{
  int at = _ggov_demo_random_int (random, 0, 99), source = 0;

  while (source < GGOV_N_ISSUE_SOURCES - 1 && (at -= source_shares[source]) >= 0)
    source++;

  return source;
}

static void
measure (Planning      *planning,
         GgovDemoIssue *issue)
{
  if (issue->type->measures & GGOV_MEASURE_COUNT)
    issue->measure_count = _ggov_demo_random_int (planning->random, 1, 3);
  if (issue->type->measures & GGOV_MEASURE_AREA)
    issue->measure_area_cm2 = 1000 * _ggov_demo_random_int (planning->random, 40, 260);
}

/* When ------------------------------------------------------------------------------------ */

static int
get_limit_minutes (const GgovCaseType *type)
{
  return type->limit.unit == GGOV_LIMIT_WORKING_HOURS ? (int) type->limit.count * 60
                                                      : (int) type->limit.count * MINUTES_A_DAY;
}

/* Adds a step @minutes after the last one, at least one. */
static void
add_step (GgovDemoIssue *issue,
          GgovIssueMove  move,
          double         minutes)
{
  int before = issue->n_steps > 0 ? issue->steps[issue->n_steps - 1].after : 0;

  g_assert (issue->n_steps < GGOV_DEMO_MAX_STEPS);
  issue->steps[issue->n_steps].move = move;
  issue->steps[issue->n_steps].after = before + MAX (1, (int) minutes);
  issue->n_steps++;
}

static void
add_dispatch (Planning      *planning,
              GgovDemoIssue *issue)
{
  add_step (issue, GGOV_ISSUE_FILE, _ggov_demo_random_int (planning->random, 8, 150));
  add_step (issue, GGOV_ISSUE_DISPATCH, _ggov_demo_random_int (planning->random, 5, 80));
}

static void
plan_handled (Planning      *planning,
              GgovDemoIssue *issue)
{
  GgovDemoRandom *random = planning->random;
  double taken = get_limit_minutes (issue->type) *
                 (_ggov_demo_random_chance (random, LATE)
                  ? _ggov_demo_random_between (random, 1.1, 1.9)
                  : _ggov_demo_random_between (random, 0.2, 0.85));

  add_dispatch (planning, issue);
  if (_ggov_demo_random_chance (random, RETURNED))
    {
      add_step (issue, GGOV_ISSUE_RETURN, _ggov_demo_random_int (random, 10, 90));
      add_step (issue, GGOV_ISSUE_DISPATCH, _ggov_demo_random_int (random, 20, 200));
    }
  add_step (issue, GGOV_ISSUE_ACCEPT, 0.05 * taken);
  if (_ggov_demo_random_chance (random, EXTENDED))
    {
      taken *= 1.3;
      add_step (issue, GGOV_ISSUE_EXTEND, 0.2 * taken);
    }
  if (_ggov_demo_random_chance (random, SUSPENDED))
    {
      add_step (issue, GGOV_ISSUE_SUSPEND, 0.2 * taken);
      add_step (issue, GGOV_ISSUE_RESUME,
                _ggov_demo_random_int (random, MINUTES_A_DAY, 8 * MINUTES_A_DAY));
    }
  add_step (issue, GGOV_ISSUE_REPORT_BACK, 0.6 * taken);
  if (_ggov_demo_random_chance (random, REWORKED))
    {
      add_step (issue, GGOV_ISSUE_REWORK, 0.05 * taken);
      add_step (issue, GGOV_ISSUE_REPORT_BACK, 0.15 * taken);
    }
  add_step (issue, GGOV_ISSUE_VERIFY_PASS, 0.08 * taken);
  add_step (issue, GGOV_ISSUE_CLOSE, 0.04 * taken);
  if (_ggov_demo_random_chance (random, EVALUATED))
    add_step (issue, GGOV_ISSUE_EVALUATE,
              _ggov_demo_random_int (random, MINUTES_A_DAY / 2, 3 * MINUTES_A_DAY));
}

/* Returns: minutes from the last step to the day the office is looked at */
static double
plan_unfinished (Planning       *planning,
                 GgovDemoIssue  *issue,
                 GgovIssueStage  stage,
                 gboolean        suspended,
                 gboolean        late)
{
  static const GgovIssueMove way[] = {
    GGOV_ISSUE_ACCEPT, GGOV_ISSUE_REPORT_BACK, GGOV_ISSUE_VERIFY_PASS,
  };
  GgovDemoRandom *random = planning->random;
  double limit = get_limit_minutes (issue->type);
  double since = late ? MINUTES_A_DAY + limit * _ggov_demo_random_between (random, 1.1, 2.2)
                      : limit * _ggov_demo_random_between (random, 0.15, 0.75);

  if (stage == GGOV_ISSUE_VOID)
    {
      add_step (issue, GGOV_ISSUE_REFUSE, _ggov_demo_random_int (random, 20, 300));
      return _ggov_demo_random_between (random, 2, 200) * MINUTES_A_DAY;
    }
  if (stage == GGOV_ISSUE_FILED)
    add_step (issue, GGOV_ISSUE_FILE, _ggov_demo_random_int (random, 8, 150));
  if (stage <= GGOV_ISSUE_FILED)
    return _ggov_demo_random_int (random, 10, 300);

  add_dispatch (planning, issue);
  for (int i = GGOV_ISSUE_DISPATCHED; i < (int) stage; i++)
    add_step (issue, way[i - GGOV_ISSUE_DISPATCHED], since / 5);
  if (suspended)
    add_step (issue, GGOV_ISSUE_SUSPEND, since / 4);

  return MAX (1, since * (1 - (stage - GGOV_ISSUE_DISPATCHED + suspended) / 5.0));
}

/* Puts the last step at a moment of the clock. */
static void
date_issue (GgovDemoIssue *issue,
            gint64         last)
{
  issue->collected = last - (issue->n_steps > 0 ? issue->steps[issue->n_steps - 1].after : 0);
}

/* Issues ---------------------------------------------------------------------------------- */

static void
add_handled (Planning   *planning,
             GgovFigure  figure)
{
  GgovDemoIssue issue = { .source = choose_source (planning->random) };
  gint64 year = planning->end - planning->begin;

  do
    {
      issue.n_steps = 0;
      issue.type = choose_type (planning, figure);
      plan_handled (planning, &issue);
      date_issue (&issue, planning->end -
                          (gint64) (year * _ggov_demo_random_share (planning->random)));
    }
  while (issue.collected < planning->begin ||
         !is_in_season (planning, issue.type, issue.collected));

  choose_place (planning, &issue);
  measure (planning, &issue);
  g_array_append_val (planning->issues, issue);
}

static void
add_unfinished (Planning *planning,
                guint     kind)
{
  GgovDemoIssue issue = { .source = choose_source (planning->random) };
  double since;

  do
    issue.type = choose_type (planning, -1);
  while (!is_in_season (planning, issue.type, planning->end));

  since = plan_unfinished (planning, &issue, unfinished[kind].stage, unfinished[kind].suspended,
                           unfinished[kind].late);
  date_issue (&issue, planning->end - (gint64) since);
  choose_place (planning, &issue);
  if (unfinished[kind].stage >= GGOV_ISSUE_REPORTED && unfinished[kind].stage != GGOV_ISSUE_VOID)
    measure (planning, &issue);
  g_array_append_val (planning->issues, issue);
}

/* Shares out what a figure's issues have to measure together, to the last square centimetre. */
static void
share_measures (Planning *planning,
                guint     first,
                int       places,
                gint64    area_cm2)
{
  guint n = planning->issues->len - first;
  double sum = 0, so_far = 0;
  gint64 given = 0;

  for (guint i = 0; i < n; i++)
    g_array_index (planning->issues, GgovDemoIssue, first + i).measure_count = 1;
  for (int i = n; i < places; i++)
    g_array_index (planning->issues, GgovDemoIssue,
                   first + _ggov_demo_random_int (planning->random, 0, n - 1)).measure_count++;

  for (guint i = 0; i < n; i++)
    {
      GgovDemoIssue *issue = &g_array_index (planning->issues, GgovDemoIssue, first + i);

      issue->measure_area_cm2 = issue->measure_count *
                                _ggov_demo_random_int (planning->random, 400, 1800);
      sum += issue->measure_area_cm2;
    }
  for (guint i = 0; i < n; i++)
    {
      GgovDemoIssue *issue = &g_array_index (planning->issues, GgovDemoIssue, first + i);
      gint64 until;

      so_far += issue->measure_area_cm2;
      until = i == n - 1 ? area_cm2 : 1000 * (gint64) (area_cm2 / 1000 * (so_far / sum));
      issue->measure_area_cm2 = until - given;
      given = until;
    }
}

static void
plan_tile (Planning *planning,
           guint     tile)
{
  GgovDemoTown *town = planning->office->town;
  GgovDemoCommunity *first = _ggov_demo_town_community (town, tile * GGOV_DEMO_COMMUNITIES);
  GgovDemoCommunity *last = first + GGOV_DEMO_COMMUNITIES - 1;

  planning->first_building = first->first_building;
  planning->n_buildings = last->first_building + last->n_buildings - first->first_building;

  for (guint i = 0; i < G_N_ELEMENTS (handled); i++)
    {
      guint begin = planning->issues->len;

      for (guint k = 0; k < handled[i].issues; k++)
        add_handled (planning, handled[i].figure);
      if (handled[i].places > 0)
        share_measures (planning, begin, handled[i].places, handled[i].area_m2 * (gint64) 10000);
    }

  for (guint i = 0; i < G_N_ELEMENTS (unfinished); i++)
    for (guint k = 0; k < unfinished[i].issues; k++)
      add_unfinished (planning, i);
}

static int
compare_issues (gconstpointer a,
                gconstpointer b)
{
  const GgovDemoIssue *one = a, *two = b;

  if (one->collected != two->collected)
    return one->collected < two->collected ? -1 : 1;

  if (one->building != two->building)
    return one->building < two->building ? -1 : 1;

  return strcmp (one->type->code, two->type->code);
}

static GPtrArray *
list_types (GgovCaseTypeCatalogue *catalogue)
{
  GPtrArray *types = g_ptr_array_new ();

  for (guint i = 0; i < ggov_case_type_catalogue_get_n_types (catalogue); i++)
    {
      const GgovCaseType *type = ggov_case_type_catalogue_get_type_at (catalogue, i);

      if (_ggov_demo_issue_has_texts (type))
        g_ptr_array_add (types, (gpointer) type);
    }

  return types;
}

GArray *
_ggov_demo_plan_issues (GgovDemoOffice         *office,
                        GgovCaseTypeCatalogue  *types,
                        GgovOfficeClock        *clock,
                        GgovDemoRandom         *random)
{
  g_autoptr(GPtrArray) known = list_types (types);
  Planning planning = {
    .office = office,
    .types = known,
    .clock = clock,
    .random = random,
    .issues = g_array_new (FALSE, TRUE, sizeof (GgovDemoIssue)),
  };

  planning.begin = ggov_office_clock_count (clock, GGOV_PACE_WORKING_DAYS,
                                            ggov_local_time_from_day (office->as_of - DAYS, 0));
  planning.end = ggov_office_clock_count (clock, GGOV_PACE_WORKING_DAYS,
                                          ggov_local_time_from_day (office->as_of, 0));

  for (int tile = 0; tile < office->town->scale; tile++)
    plan_tile (&planning, tile);

  g_array_sort (planning.issues, compare_issues);

  return planning.issues;
}
