/* ggov-demo-issues.c: writing the demo's issues with all that was done with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-deadline.h"
#include "ggov-demo-issue-plan-private.h"
#include "ggov-demo-issue-texts-private.h"
#include "ggov-local-time.h"
#include "ggov-write-founding.h"
#include "ggov-write-issues.h"

typedef struct
{
  GgovChange      *change;
  GgovDemoOffice  *office;
  GgovDemoTown    *town;
  GgovOfficeClock *clock;
  GHashTable      *type_ids; /* (element-type GgovCaseType gint64) */
  GgovDemoRandom   random;
  guint            numbers[2]; /* given in even and in odd years: a demo has two at most */
} Writing;

/* One issue, with what follows from its steps. */
typedef struct
{
  const GgovDemoIssue *plan;
  GgovDemoBuilding    *building;
  GgovDemoGrid        *grid;
  gint64               times[GGOV_DEMO_MAX_STEPS]; /* of the steps */
  GgovIssueState       state;
  gint64               filed_at;
  gint64               dispatched_at;
  gint64               closed_at;
  GgovSuspension       suspension; /* none while @from is 0 */
  GgovLimit            extension;  /* none while its count is 0 */
  gint64               handler;    /* 0 while nobody is sent */
} Case;

/* Who --------------------------------------------------------------------------------------- */

/* Roles of a grid in the words of the case types. */
static const struct { const char *code; GgovDemoRole role; } answering[] = {
  { "department_enforcement", GGOV_DEMO_ENFORCEMENT },
  { "department_medical", GGOV_DEMO_MEDICAL },
  { "department_police", GGOV_DEMO_POLICE },
  { "department_justice", GGOV_DEMO_JUSTICE },
  { "department_market", GGOV_DEMO_MARKET },
  { "liaison_housing", GGOV_DEMO_HOUSING },
  { "liaison_education", GGOV_DEMO_EDUCATION },
  { "liaison_traffic", GGOV_DEMO_TRAFFIC },
  { "liaison_emergency", GGOV_DEMO_EMERGENCY },
  { "liaison_culture", GGOV_DEMO_CULTURE },
  { "liaison_ecology", GGOV_DEMO_ECOLOGY },
  { "market_property", GGOV_DEMO_PROPERTY },
  { "market_gas", GGOV_DEMO_GAS },
  { "market_water", GGOV_DEMO_WATER },
};

static GgovDemoGridPosts *
get_posts (Writing    *writing,
           const Case *issue)
{
  return &g_array_index (writing->office->grid_posts, GgovDemoGridPosts, issue->building->grid);
}

static gint64
get_chief (Writing    *writing,
           const Case *issue)
{
  return g_array_index (writing->office->chiefs, gint64, issue->building->community);
}

static gint64
find_answering (Writing      *writing,
                const Case   *issue,
                GgovDemoRole  role)
{
  guint tile = _ggov_demo_office_get_tile (issue->building->community);

  if (role >= GGOV_DEMO_HOUSING && role <= GGOV_DEMO_ECOLOGY)
    return g_array_index (writing->office->liaisons, gint64,
                          tile * GGOV_DEMO_N_LIAISONS + role - GGOV_DEMO_HOUSING);

  return get_posts (writing, issue)->others[role - GGOV_DEMO_FIRST_ON_GRID];
}

/* Who is sent: whoever answers for the type there, or the full-time member where nobody does. */
static gint64
choose_handler (Writing    *writing,
                const Case *issue)
{
  const char *code = issue->plan->type->role;
  gint64 id = 0;

  if (g_str_equal (code, "chief_grid_leader"))
    id = get_chief (writing, issue);
  else if (g_str_equal (code, "building_leader"))
    id = g_array_index (writing->office->building_leaders, gint64, issue->plan->building);
  else if (g_str_equal (code, "unit_leader") && issue->plan->unit != G_MAXUINT)
    id = writing->office->unit_leaders[issue->plan->unit];

  for (guint i = 0; i < G_N_ELEMENTS (answering); i++)
    if (g_str_equal (code, answering[i].code))
      id = find_answering (writing, issue, answering[i].role);

  return id ? id : get_posts (writing, issue)->full_time;
}

/* Nobody verifies what they did themselves. */
static gint64
choose_verifier (Writing    *writing,
                 const Case *issue)
{
  gint64 full_time = get_posts (writing, issue)->full_time;

  return issue->handler == full_time ? get_chief (writing, issue) : full_time;
}

static gint64
choose_reporter (Writing    *writing,
                 const Case *issue)
{
  switch ((int) issue->plan->source)
    {
    case GGOV_ISSUE_SOURCE_PATROL:
      return get_posts (writing, issue)->full_time;

    case GGOV_ISSUE_SOURCE_VISIT:
      return g_array_index (writing->office->building_leaders, gint64, issue->plan->building);

    case GGOV_ISSUE_SOURCE_RESIDENT:
      return issue->plan->unit == G_MAXUINT ? 0 : writing->office->unit_leaders[issue->plan->unit];

    default:
      return 0;
    }
}

static gint64
choose_actor (Writing       *writing,
              const Case    *issue,
              GgovIssueMove  move)
{
  switch ((int) move)
    {
    case GGOV_ISSUE_VERIFY_PASS:
    case GGOV_ISSUE_REWORK:
      return choose_verifier (writing, issue);

    case GGOV_ISSUE_FILE:
    case GGOV_ISSUE_REFUSE:
    case GGOV_ISSUE_CLOSE:
    case GGOV_ISSUE_EVALUATE:
    case GGOV_ISSUE_EXTEND:
      return get_chief (writing, issue);

    default:
      return issue->handler;
    }
}

/* When -------------------------------------------------------------------------------------- */

static gboolean
reach (Writing  *writing,
       gint64    count,
       gint64   *at,
       GError  **error)
{
  if (ggov_office_clock_reach (writing->clock, GGOV_PACE_WORKING_DAYS, count, at))
    return TRUE;

  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               "the day is beyond the calendar");
  return FALSE;
}

static void
follow (Case          *issue,
        GgovIssueMove  move,
        gint64         at)
{
  switch ((int) move)
    {
    case GGOV_ISSUE_FILE:
      issue->filed_at = at;
      break;

    case GGOV_ISSUE_DISPATCH:
      issue->dispatched_at = at;
      break;

    case GGOV_ISSUE_EXTEND:
      issue->extension = issue->plan->type->limit;
      issue->extension.count = (issue->extension.count + 1) / 2;
      break;

    case GGOV_ISSUE_SUSPEND:
      issue->suspension = (GgovSuspension) { at, GGOV_DEADLINE_NONE };
      break;

    case GGOV_ISSUE_RESUME:
      issue->suspension.to = at;
      break;

    case GGOV_ISSUE_CLOSE:
    case GGOV_ISSUE_REFUSE:
      issue->closed_at = at;
      break;

    default:
      break;
    }
}

/* Takes the issue through its steps. */
static gboolean
run_case (Writing  *writing,
          Case     *issue,
          GError  **error)
{
  const GgovDemoIssue *plan = issue->plan;

  if (!reach (writing, plan->collected, &issue->filed_at, error))
    return FALSE;

  for (guint i = 0; i < plan->n_steps; i++)
    {
      if (!reach (writing, plan->collected + plan->steps[i].after, &issue->times[i], error) ||
          !ggov_issue_flow_apply (&issue->state, plan->steps[i].move, error))
        return FALSE;
      follow (issue, plan->steps[i].move, issue->times[i]);
    }

  if (issue->dispatched_at != 0)
    issue->handler = choose_handler (writing, issue);

  return TRUE;
}

/* The limit runs from the dispatch, and from the filing as long as nobody is sent. */
static gboolean
reckon (Writing       *writing,
        const Case    *issue,
        GgovDeadline  *deadline,
        GError       **error)
{
  const GgovDeadlineTerms terms = {
    .start = issue->dispatched_at ? issue->dispatched_at : issue->filed_at,
    .limit = issue->plan->type->limit,
    .extensions = &issue->extension,
    .n_extensions = issue->extension.count != 0,
    .suspensions = &issue->suspension,
    .n_suspensions = issue->suspension.from != 0,
  };

  deadline->due = GGOV_DEADLINE_NONE;
  deadline->provisional = FALSE;

  return issue->state.stage == GGOV_ISSUE_COLLECTED || issue->state.stage == GGOV_ISSUE_VOID ||
         ggov_deadline_reckon (writing->clock, &terms, deadline, error);
}

/* Writing ----------------------------------------------------------------------------------- */

static char *
dup_place (Writing    *writing,
           const Case *issue,
           gboolean    with_unit)
{
  GgovDemoBuilding *building = issue->building;
  const char *compound = building->compound < 0
                         ? "" : g_array_index (writing->town->compounds, GgovDemoCompound,
                                               building->compound).name;
  g_autofree char *unit = NULL;

  if (with_unit && issue->plan->unit != G_MAXUINT)
    unit = g_strdup_printf ("%d单元",
                            _ggov_demo_town_unit (writing->town, issue->plan->unit)->number);

  return g_strconcat (compound, building->number ? building->number : building->name,
                      unit, NULL);
}

static char *
dup_number (Writing *writing,
            gint64   filed_at)
{
  int year;

  ggov_local_day_to_date (ggov_local_time_get_day (filed_at), &year, NULL, NULL);

  return g_strdup_printf ("%d-%05u", year, ++writing->numbers[year % 2]);
}

static gint64
write_issue (Writing     *writing,
             const Case  *issue,
             GError     **error)
{
  const GgovDemoIssue *plan = issue->plan;
  g_autofree char *short_place = dup_place (writing, issue, FALSE);
  g_autofree char *place = dup_place (writing, issue, TRUE);
  g_autofree char *door = g_strdup_printf ("%d室", _ggov_demo_random_int (&writing->random, 1,
                                           MAX (1, issue->building->floors)) * 100 +
                                           _ggov_demo_random_int (&writing->random, 1, 3));
  g_autofree char *number = dup_number (writing, issue->filed_at);
  g_autofree char *title = NULL, *description = NULL;
  GgovIssueRecord record = {
    .number = number,
    .case_type_id = *(gint64 *) g_hash_table_lookup (writing->type_ids, plan->type),
    .source = ggov_issue_source_get_code (plan->source),
    .stage = ggov_issue_stage_get_code (issue->state.stage),
    .suspended = issue->state.suspended,
    .grid_id = issue->grid->id,
    .building_id = issue->building->id,
    .place = place,
    .lon_e7 = issue->building->lon * 1e7,
    .lat_e7 = issue->building->lat * 1e7,
    .reporter_id = choose_reporter (writing, issue),
    .handler_id = issue->handler,
    .filed_at = issue->filed_at,
    .closed_at = issue->closed_at,
    .measure_count = plan->measure_count,
    .measure_area_cm2 = plan->measure_area_cm2,
  };
  GgovDeadline deadline;

  if (!reckon (writing, issue, &deadline, error))
    return 0;

  record.due_at = deadline.due == GGOV_DEADLINE_NONE ? 0 : deadline.due;
  record.due_provisional = deadline.provisional;
  _ggov_demo_issue_dup_texts (plan->type, short_place, door, &title, &description,
                              &writing->random);
  record.title = title;
  record.description = description;

  return ggov_change_add_issue (writing->change, &record, error);
}

static gboolean
write_events (Writing     *writing,
              const Case  *issue,
              gint64       issue_id,
              GError     **error)
{
  const GgovDemoIssue *plan = issue->plan;
  GgovIssueState state = { GGOV_ISSUE_COLLECTED, FALSE };
  g_autofree char *granted = ggov_limit_to_string (&issue->extension);

  for (guint i = 0; i < plan->n_steps; i++)
    {
      GgovIssueMove move = plan->steps[i].move;
      GgovIssueEventRecord record = {
        .issue_id = issue_id,
        .at = issue->times[i],
        .move = ggov_issue_move_get_code (move),
        .from_stage = ggov_issue_stage_get_code (state.stage),
        .person_id = choose_actor (writing, issue, move),
        .granted = move == GGOV_ISSUE_EXTEND ? granted : NULL,
        .note = _ggov_demo_issue_get_note (plan->type, move, &writing->random),
      };

      if (!ggov_issue_flow_apply (&state, move, error))
        return FALSE;

      record.to_stage = ggov_issue_stage_get_code (state.stage);
      if (!ggov_change_add_issue_event (writing->change, &record, error))
        return FALSE;
    }

  return TRUE;
}

/* What comes of it is written later. */
static void
keep_case (Writing    *writing,
           const Case *issue,
           gint64      issue_id)
{
  const GgovDemoIssue *plan = issue->plan;
  const GgovDemoCase kept = {
    .issue_id = issue_id,
    .figure = plan->type->figure,
    .is_stopped = plan->type->n_stages > 2,
    .building = plan->building,
    .handler = issue->handler,
    .filed_at = issue->filed_at,
    .closed_at = issue->closed_at,
    .count = plan->measure_count,
    .area_cm2 = plan->measure_area_cm2,
  };

  if (issue->state.stage != GGOV_ISSUE_VOID && issue->state.stage != GGOV_ISSUE_COLLECTED &&
      plan->type->figure != GGOV_FIGURE_NONE && plan->type->figure != GGOV_FIGURE_UTILITY)
    g_array_append_val (writing->office->cases, kept);
}

static gboolean
write_case (Writing              *writing,
            const GgovDemoIssue  *plan,
            GError              **error)
{
  Case issue = { .plan = plan };
  gint64 id;

  issue.building = _ggov_demo_town_building (writing->town, plan->building);
  issue.grid = _ggov_demo_town_grid (writing->town, issue.building->grid);

  if (!run_case (writing, &issue, error) || (id = write_issue (writing, &issue, error)) == 0)
    return FALSE;

  keep_case (writing, &issue, id);

  return write_events (writing, &issue, id, error);
}

static gboolean
read_types (Writing                *writing,
            GgovCaseTypeCatalogue  *types,
            GError                **error)
{
  for (guint i = 0; i < ggov_case_type_catalogue_get_n_types (types); i++)
    {
      const GgovCaseType *type = ggov_case_type_catalogue_get_type_at (types, i);
      gint64 id = ggov_change_find_case_type (writing->change, type->code,
                                              writing->office->founded_text, error);

      if (id == 0)
        return FALSE;
      g_hash_table_insert (writing->type_ids, (gpointer) type, g_memdup2 (&id, sizeof id));
    }

  return TRUE;
}

/* On the store's thread. */
gboolean
_ggov_demo_write_issues (GgovChange  *change,
                         gpointer     data,
                         GError     **error)
{
  GgovDemoOffice *office = data;
  g_autoptr(GgovCaseTypeCatalogue) types = ggov_case_type_catalogue_new_default ();
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  g_autoptr(GHashTable) type_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(GArray) plans = NULL;
  Writing writing = {
    .change = change,
    .office = office,
    .town = office->town,
    .clock = clock,
    .type_ids = type_ids,
    .random = _ggov_demo_random_new (office->town->seed, 3),
  };

  ggov_change_set_irreversible (change);
  if (!read_types (&writing, types, error))
    return FALSE;

  plans = _ggov_demo_plan_issues (office, types, clock, &writing.random);
  for (guint i = 0; i < plans->len; i++)
    {
      if (!write_case (&writing, &g_array_index (plans, GgovDemoIssue, i), error))
        return FALSE;

      if (i % 256 == 0)
        {
          _ggov_demo_progress_set (office->progress, GGOV_DEMO_PEOPLED, GGOV_DEMO_TROUBLED, i,
                                   plans->len);
          if (!ggov_change_check_cancelled (change, error))
            return FALSE;
        }
    }

  return TRUE;
}
