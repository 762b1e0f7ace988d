/* ggov-demo-care.c: the demo's special groups and a year of visits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-register-private.h"
#include "ggov-local-time.h"
#include "ggov-write-residents.h"

#define YEAR    365
#define ON_TIME 0.86 /* share of people in groups whose last visit is not overdue */
#define ABSENT  0.22 /* share of visits before which nobody was at home once */

enum
{
  LIVING_ALONE, OVER_80, EMPTY_NEST, DISABLED, LOW_INCOME, DESTITUTE, BEREAVED, CHILD_IN_NEED,
  MENTAL_ILLNESS, SERIOUS_ILLNESS, RELEASED, CORRECTED, DRUG_RECOVERY, VETERAN, PREGNANT,
};

const char *const _ggov_demo_group_codes[] = {
  "living_alone", "over_80", "empty_nest", "disabled", "low_income", "destitute", "bereaved",
  "child_in_need", "mental_illness", "serious_illness", "released", "corrected", "drug_recovery",
  "veteran", "pregnant", NULL,
};

/* How often they are visited, as the schema has it; and who is in them by chance: of an age, of a sex or
 * any, so many in ten thousand. */
static const struct
{
  int         every;
  int         from;
  int         to;
  const char *sex;     /* (nullable) */
  int         share;
  const char *source;
} terms[GGOV_DEMO_N_GROUPS] = {
  [LIVING_ALONE] = { 7, 0, 0, NULL, 0, "入户登记" },
  [OVER_80] = { 30, 0, 0, NULL, 0, "入户登记" },
  [EMPTY_NEST] = { 30, 0, 0, NULL, 0, "入户登记" },
  [DISABLED] = { 30, 3, 99, NULL, 260, "残联名单" },
  [LOW_INCOME] = { 30, 18, 99, NULL, 170, "民政部门名单" },
  [DESTITUTE] = { 15, 60, 99, NULL, 40, "民政部门名单" },
  [BEREAVED] = { 30, 50, 85, NULL, 35, "卫健部门名单" },
  [CHILD_IN_NEED] = { 15, 1, 15, NULL, 90, "民政部门名单" },
  [MENTAL_ILLNESS] = { 15, 18, 80, NULL, 38, "卫健部门名单" },
  [SERIOUS_ILLNESS] = { 30, 20, 95, NULL, 90, "入户登记" },
  [RELEASED] = { 30, 20, 65, "1", 45, "司法所名单" },
  [CORRECTED] = { 15, 18, 65, NULL, 9, "司法所名单" },
  [DRUG_RECOVERY] = { 15, 20, 60, NULL, 12, "禁毒办名单" },
  [VETERAN] = { 90, 22, 92, "1", 420, "退役军人服务站" },
  [PREGNANT] = { 30, 22, 40, "2", 240, "卫健部门名单" },
};

static const char *const findings[] = {
  "楼道堆放杂物，已劝导清理", "家中燃气软管老化，已提醒更换", "反映楼上漏水", "希望加装扶手",
  "独居，子女每周探望", "反映路灯不亮", "咨询医保缴费", "反映邻居噪音",
};

typedef struct
{
  GgovDemoBatch *batch;
  GStringChunk  *texts;
  GArray        *members; /* (element-type GgovMembershipRow) */
  GArray        *visits;  /* (element-type GgovVisitRow) */
} Care;

static const char *
keep_day (Care *care,
          int   day)
{
  g_autofree char *text = ggov_local_day_format (day);

  return g_string_chunk_insert (care->texts, text);
}

static gint64
find_worker (const GgovDemoOffice    *office,
             const GgovDemoHousehold *household)
{
  const GgovDemoUnit *unit = _ggov_demo_town_unit (office->town, household->unit);
  const GgovDemoBuilding *building = _ggov_demo_town_building (office->town, unit->building);

  return g_array_index (office->grid_posts, GgovDemoGridPosts, building->grid).full_time;
}

/* @person_id: 0 for the household as such */
static void
add_visit (Care                    *care,
           const GgovDemoHousehold *household,
           gint64                   person_id,
           int                      day,
           const char              *outcome,
           gboolean                 confirmed)
{
  GgovDemoRandom *random = care->batch->random;
  const gboolean is_met = g_str_equal (outcome, "met");
  const GgovVisitRow row = {
    .dwelling_id = household->dwelling_id,
    .household_id = household->id,
    .person_id = person_id,
    .visitor_id = find_worker (care->batch->office, household),
    .day = keep_day (care, day),
    .outcome = outcome,
    .confirmed = confirmed,
    .found = is_met && _ggov_demo_random_chance (random, 0.08)
             ? findings[_ggov_demo_random_int (random, 0, G_N_ELEMENTS (findings) - 1)] : NULL,
  };

  g_array_append_val (care->visits, row);
}

/* The visit that went over the household, before it perhaps one for nothing and an earlier one. */
static void
visit_household (Care                    *care,
                 const GgovDemoHousehold *household)
{
  GgovDemoRandom *random = care->batch->random;
  const int day = household->confirmed;
  const int first = MAX (household->formed, care->batch->office->as_of - YEAR);

  if (day == 0 || household->ended > 0)
    return;

  if (day - 9 > first && _ggov_demo_random_chance (random, ABSENT))
    add_visit (care, household, 0, day - _ggov_demo_random_int (random, 2, 9), "absent", FALSE);
  add_visit (care, household, 0, day, "met", TRUE);
  if (day - 120 > first && _ggov_demo_random_chance (random, 0.4))
    add_visit (care, household, 0, day - _ggov_demo_random_int (random, 90, 120),
               _ggov_demo_random_chance (random, 0.03) ? "refused" : "met", FALSE);
}

/* The last two visits to somebody of a group: the last one mostly in time. */
static void
visit_member (Care                    *care,
              const GgovDemoHousehold *household,
              const GgovDemoResident  *person,
              int                      since,
              int                      every)
{
  GgovDemoRandom *random = care->batch->random;
  const int as_of = care->batch->office->as_of;
  const gboolean is_late = !_ggov_demo_random_chance (random, ON_TIME);
  const int days = is_late ? _ggov_demo_random_int (random, every + 1, 3 * every)
                           : _ggov_demo_random_int (random, 1, every);

  for (int i = 2; i-- > 0; )
    {
      const int day = as_of - days - i * every;

      if (day > MAX (since, MAX (household->formed, person->moved_in)) && day > as_of - YEAR)
        add_visit (care, household, person->id, day, "met", FALSE);
    }
}

static void
add_member (Care                    *care,
            const GgovDemoHousehold *household,
            const GgovDemoResident  *person,
            guint                    group,
            const gint64            *groups)
{
  GgovDemoRandom *random = care->batch->random;
  const int as_of = care->batch->office->as_of;
  const int chosen = as_of - _ggov_demo_random_int (random, 40, 3 * YEAR);
  const int since = MAX (chosen, person->moved_in);
  const GgovMembershipRow row = {
    .person_id = person->id,
    .group_id = groups[group],
    .valid_from = keep_day (care, since),
    .source = terms[group].source,
  };

  g_array_append_val (care->members, row);
  visit_member (care, household, person, since, terms[group].every);
}

static guint
count_living (GgovDemoBatch           *batch,
              const GgovDemoHousehold *household)
{
  guint n = 0;

  for (guint i = household->first; i < household->first + household->n; i++)
    n += _ggov_demo_batch_person (batch, i)->living && _ggov_demo_batch_person (batch, i)->moved_out == 0;

  return n;
}

static gboolean
is_member (Care                    *care,
           const GgovDemoHousehold *household,
           const GgovDemoResident  *person,
           guint                    group)
{
  const int age = _ggov_demo_get_age (care->batch->office, person);

  if (group == LIVING_ALONE)
    return age >= 65 && count_living (care->batch, household) == 1;
  if (group == OVER_80)
    return age >= 80;
  if (group == EMPTY_NEST)
    return age >= 65 && count_living (care->batch, household) == 2 &&
           _ggov_demo_random_chance (care->batch->random, 0.5);

  return age >= terms[group].from && age <= terms[group].to &&
         (terms[group].sex == NULL || g_str_equal (terms[group].sex, person->named.sex)) &&
         _ggov_demo_random_int (care->batch->random, 0, 9999) < terms[group].share;
}

/* Those of the last days, for the sheets that they were on. */
static void
keep_calls (Care         *care,
            const gint64 *ids)
{
  GgovDemoOffice *office = care->batch->office;

  for (guint i = 0; i < care->visits->len; i++)
    {
      const GgovVisitRow *row = &g_array_index (care->visits, GgovVisitRow, i);
      GgovDemoCall call = { row->visitor_id, row->household_id, row->person_id, ids[i], 0 };

      if (ggov_local_day_parse (row->day, &call.day, NULL) && row->visitor_id != 0 &&
          call.day >= office->as_of - GGOV_DEMO_ROUND_DAYS)
        g_array_append_val (office->calls, call);
    }
}

gboolean
_ggov_demo_write_care (GgovDemoBatch  *batch,
                       GgovChange     *change,
                       const gint64   *groups,
                       GError        **error)
{
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (GgovMembershipRow));
  g_autoptr(GArray) visits = g_array_new (FALSE, FALSE, sizeof (GgovVisitRow));
  Care care = { batch, g_string_chunk_new (16384), members, visits };
  g_autofree gint64 *ids = NULL;
  gboolean ok;

  for (guint i = 0; i < batch->households->len; i++)
    visit_household (&care, _ggov_demo_batch_household (batch, i));

  for (guint i = 0; i < batch->people->len; i++)
    {
      const GgovDemoResident *person = _ggov_demo_batch_person (batch, i);
      const GgovDemoHousehold *household = _ggov_demo_batch_household (batch, person->household);

      for (guint group = 0; group < GGOV_DEMO_N_GROUPS; group++)
        if (person->living && person->moved_out == 0 && is_member (&care, household, person, group))
          add_member (&care, household, person, group, groups);
    }

  ids = g_new0 (gint64, visits->len + 1);
  ok = ggov_change_add_memberships (change, (const GgovMembershipRow *) (gpointer) members->data,
                                    members->len, NULL, error) &&
       ggov_change_add_visits (change, (const GgovVisitRow *) (gpointer) visits->data, visits->len,
                               ids, error);
  if (ok)
    keep_calls (&care, ids);
  g_string_chunk_free (care.texts);

  return ok;
}
