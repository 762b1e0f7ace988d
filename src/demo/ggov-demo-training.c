/* ggov-demo-training.c: what the demo's people were taught, and who lacks what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-office-private.h"
#include "ggov-local-time.h"
#include "ggov-write-training.h"

#define ABSENT 0.04 /* share of those invited who do not come */
#define FAILED 0.02 /* share of those examined who do not pass */
#define CERTIFIED 250 /* days ago certificates were issued */

enum { INDUCTION, FIRE_SAFETY, MEDIATION, PRIVACY, GAS_SAFETY, FIRST_AID, OLD_APP, N_COURSES };

static const GgovCourseRecord courses[N_COURSES] = {
  [INDUCTION] = { .code = "induction", .name = "Induction for grid members",
                  .name_zh = "网格员上岗培训", .hours = 6, .examined = 1,
                  .roles = "full_time_member building_leader unit_leader" },
  [FIRE_SAFETY] = { .code = "fire-safety", .name = "Fire safety", .name_zh = "消防安全培训",
                    .hours = 3, .months = 12, .roles = "full_time_member building_leader" },
  [MEDIATION] = { .code = "mediation", .name = "Mediating disputes",
                  .name_zh = "矛盾纠纷调解培训", .hours = 6, .months = 24, .examined = 1,
                  .roles = "full_time_member" },
  [PRIVACY] = { .code = "privacy", .name = "The register and residents’ privacy",
                .name_zh = "信息采集与居民隐私保护培训", .hours = 3, .months = 24,
                .roles = "full_time_member" },
  [GAS_SAFETY] = { .code = "gas-safety", .name = "Gas inspection",
                   .name_zh = "燃气安全巡检培训", .hours = 4, .months = 12,
                   .roles = "market_gas" },
  [FIRST_AID] = { .code = "first-aid", .name = "First aid", .name_zh = "心肺复苏急救培训",
                  .hours = 3, .months = 24 },
  [OLD_APP] = { .code = "old-app", .name = "The old reporting app",
                .name_zh = "旧版上报系统操作培训", .hours = 2 },
};

static const char *const trainers[N_COURSES] = {
  [INDUCTION] = "街道网格化服务中心", [FIRE_SAFETY] = "消防救援大队", [MEDIATION] = "司法所",
  [PRIVACY] = "公安派出所", [GAS_SAFETY] = "锦源燃气有限公司", [FIRST_AID] = "社区卫生服务中心",
  [OLD_APP] = "街道网格化服务中心",
};

static const char *const reasons[] = { "因病请假", "外出", "家中有事", "值班", "" };

typedef struct
{
  GgovChange     *change;
  GgovDemoOffice *office;
  GgovDemoRandom  random;
  gint64          course_ids[N_COURSES];
  char           *today;
  guint           n_certificates;
} Writing;

static gboolean
write_courses (Writing  *writing,
               GError  **error)
{
  g_autofree char *withdrawn = ggov_local_day_format (writing->office->as_of - 300);

  for (guint i = 0; i < N_COURSES; i++)
    {
      GgovCourseRecord course = courses[i];

      if (i == OLD_APP)
        course.valid_to = withdrawn;
      if (!(writing->course_ids[i] = ggov_change_save_course (writing->change, &course,
                                                              writing->office->founded_text, error)))
        return FALSE;
    }

  return TRUE;
}

/* @day: never a Sunday */
static gint64
write_session (Writing     *writing,
               guint        course,
               int          day,
               const char  *place,
               guint        seats,
               GError     **error)
{
  int at = ggov_local_day_get_weekday (day) == 7 ? day - 1 : day;
  int begin = courses[course].hours > 4 ? 9 * 60 : 14 * 60 + 30;

  return ggov_change_save_session (writing->change, &(GgovTrainingSessionRecord) {
    .course_id = writing->course_ids[course],
    .starts_at = ggov_local_time_from_day (at, begin),
    .ends_at = ggov_local_time_from_day (at, begin + 60 * (int) courses[course].hours),
    .seats = seats,
    .place = place,
    .trainer = trainers[course],
  }, error);
}

/* For mediating only, which is the one that people are asked to show. */
static gboolean
certify (Writing  *writing,
         gint64    attendance_id,
         gint64    person_id,
         GError  **error)
{
  g_autofree char *day = ggov_local_day_format (writing->office->as_of - CERTIFIED);
  g_autofree char *number = g_strdup_printf ("PX%.4s-%04u", day, ++writing->n_certificates);

  return ggov_change_add_certificate (writing->change, &(GgovCertificateRecord) {
    .number = number,
    .person_id = person_id,
    .course_id = writing->course_ids[MEDIATION],
    .issued_on = day,
  }, attendance_id, error) != 0;
}

static gboolean
mark (Writing  *writing,
      guint     course,
      gint64    session_id,
      gint64    person_id,
      GError  **error)
{
  GgovAttendanceMark entry = {
    .person_id = person_id, .state = GGOV_ATTENDANCE_ATTENDED, .passed = 1,
  };
  gboolean is_certified = FALSE;
  gint64 id;

  if (_ggov_demo_random_chance (&writing->random, ABSENT))
    {
      entry.state = GGOV_ATTENDANCE_ABSENT;
      entry.reason = reasons[_ggov_demo_random_int (&writing->random, 0, G_N_ELEMENTS (reasons) - 1)];
    }
  else if (courses[course].examined && _ggov_demo_random_chance (&writing->random, FAILED))
    entry.passed = 0;
  else
    is_certified = course == MEDIATION;

  return (id = ggov_change_mark_attendance (writing->change, session_id, &entry, writing->today,
                                            error)) != 0 &&
         (!is_certified || certify (writing, id, person_id, error));
}

/* What a leader of the list is asked. */
typedef gboolean (*LeaderFunc) (const Writing        *writing,
                                const GgovDemoLeader *leader);

static gboolean
is_founder (const Writing        *writing,
            const GgovDemoLeader *leader)
{
  return leader->since == writing->office->founded;
}

static gboolean
came_in_the_first_year (const Writing        *writing,
                        const GgovDemoLeader *leader)
{
  return leader->since > writing->office->founded && leader->since < writing->office->as_of - 160;
}

static gboolean
leads_building (const Writing        *writing,
                const GgovDemoLeader *leader)
{
  return g_array_index (writing->office->building_leaders, gint64,
                        leader->building) == leader->person_id;
}

static gboolean
leads_building_long (const Writing        *writing,
                     const GgovDemoLeader *leader)
{
  return leads_building (writing, leader) && leader->since < writing->office->as_of - 400;
}

/* Those of the community's leaders who are meant: taught, or only invited yet. */
static gboolean
fill_session (Writing     *writing,
              guint        course,
              gint64       session_id,
              guint        community,
              LeaderFunc   is_meant,
              gboolean     is_over,
              GError     **error)
{
  const GArray *leaders = writing->office->leaders;

  for (guint i = 0; i < leaders->len; i++)
    {
      const GgovDemoLeader *leader = &g_array_index (leaders, GgovDemoLeader, i);

      if (_ggov_demo_town_building (writing->office->town, leader->building)->community != community ||
          !is_meant (writing, leader))
        continue;

      if (is_over ? !mark (writing, course, session_id, leader->person_id, error)
                  : !ggov_change_invite (writing->change, session_id, leader->person_id, error))
        return FALSE;
    }

  return ggov_change_check_cancelled (writing->change, error);
}

static gboolean
teach_leaders (Writing     *writing,
               guint        course,
               guint        community,
               int          day,
               LeaderFunc   is_meant,
               GError     **error)
{
  GgovDemoTown *town = writing->office->town;
  g_autofree char *place = g_strconcat (_ggov_demo_town_community (town, community)->name,
                                        "会议室", NULL);
  gint64 session_id = write_session (writing, course, day, place, course == INDUCTION ? 350 : 90,
                                     error);

  return session_id != 0 && fill_session (writing, course, session_id, community, is_meant,
                                          day < writing->office->as_of, error);
}

/* By community: fire safety was learnt long ago by the first, and too long ago by the last, which is
 * invited again. */
static gboolean
write_community (Writing  *writing,
                 guint     i,
                 GError  **error)
{
  const int as_of = writing->office->as_of;
  const int fire_days[GGOV_DEMO_COMMUNITIES] = { -330, -210, -95, 9 };
  const guint turn = i % GGOV_DEMO_COMMUNITIES;

  return teach_leaders (writing, INDUCTION, i, writing->office->founded + 12 + 2 * turn, is_founder,
                        error) &&
         teach_leaders (writing, INDUCTION, i, as_of - 150 + 2 * turn, came_in_the_first_year,
                        error) &&
         teach_leaders (writing, FIRE_SAFETY, i, as_of - 390 + 2 * turn, leads_building_long,
                        error) &&
         teach_leaders (writing, FIRE_SAFETY, i, as_of + fire_days[turn], leads_building, error);
}

/* Full-time members, and those of gas companies --------------------------------------------------- */

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const gint64 *one = a, *two = b;

  return (*one > *two) - (*one < *two);
}

/* (element-type gint64): each once; @role: of whom to take, or GGOV_DEMO_FULL_TIME */
static GArray *
list_grid_people (Writing *writing,
                  guint    tile,
                  int      role)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = tile * GGOV_DEMO_GRIDS; i < (tile + 1) * GGOV_DEMO_GRIDS; i++)
    {
      const GgovDemoGridPosts *posts = &g_array_index (writing->office->grid_posts,
                                                       GgovDemoGridPosts, i);
      gint64 id = role == GGOV_DEMO_FULL_TIME ? posts->full_time
                                              : posts->others[role - GGOV_DEMO_FIRST_ON_GRID];

      if (id != 0)
        g_array_append_val (people, id);
    }
  g_array_sort (people, compare_ids);
  for (guint i = people->len; i > 1; i--)
    if (g_array_index (people, gint64, i - 1) == g_array_index (people, gint64, i - 2))
      g_array_remove_index (people, i - 1);

  return people;
}

/* @from, @to: of those who hold the role, in parts of a hundred */
static gboolean
teach_grid_people (Writing  *writing,
                   guint     course,
                   guint     tile,
                   int       role,
                   int       day,
                   guint     share,
                   GError  **error)
{
  g_autoptr(GArray) people = list_grid_people (writing, tile, role);
  gint64 session_id = write_session (writing, course, day, "街道办事处三楼会议室", 60, error);

  for (guint i = 0; session_id != 0 && i < people->len * share / 100; i++)
    if (!mark (writing, course, session_id, g_array_index (people, gint64, i), error))
      return FALSE;

  return session_id != 0;
}

/* The first sessions of a tile in the order of time, for the numbers of certificates. */
static gboolean
write_tile (Writing  *writing,
            guint     tile,
            GError  **error)
{
  const int founded = writing->office->founded;
  const int as_of = writing->office->as_of;
  g_autofree char *why = g_strdup ("讲师出差");
  gint64 aid;

  return teach_grid_people (writing, INDUCTION, tile, GGOV_DEMO_FULL_TIME, founded + 5, 92, error) &&
         teach_grid_people (writing, OLD_APP, tile, GGOV_DEMO_FULL_TIME, founded + 30, 50, error) &&
         teach_grid_people (writing, PRIVACY, tile, GGOV_DEMO_FULL_TIME, as_of - 300, 95, error) &&
         teach_grid_people (writing, MEDIATION, tile, GGOV_DEMO_FULL_TIME, as_of - 260, 90, error) &&
         teach_grid_people (writing, FIRE_SAFETY, tile, GGOV_DEMO_FULL_TIME, as_of - 200, 95, error) &&
         teach_grid_people (writing, GAS_SAFETY, tile, GGOV_DEMO_GAS, as_of - 350, 90, error) &&
         write_session (writing, INDUCTION, as_of + 16, "街道办事处三楼会议室", 60, error) &&
         (aid = write_session (writing, FIRST_AID, as_of + 23, "社区卫生服务中心", 30, error)) &&
         ggov_change_call_off (writing->change, aid, why, error) &&
         write_session (writing, FIRST_AID, as_of + 30, "社区卫生服务中心", 30, error);
}

/* On the store's thread. */
gboolean
_ggov_demo_write_training (GgovChange  *change,
                           gpointer     data,
                           GError     **error)
{
  GgovDemoOffice *office = data;
  g_autofree char *today = ggov_local_day_format (office->as_of);
  Writing writing = {
    .change = change,
    .office = office,
    .random = _ggov_demo_random_new (office->town->seed, 6),
    .today = today,
  };

  if (!write_courses (&writing, error))
    return FALSE;

  for (int tile = 0; tile < office->town->scale; tile++)
    if (!write_tile (&writing, tile, error))
      return FALSE;

  for (guint i = 0; i < office->town->communities->len; i++)
    if (!write_community (&writing, i, error))
      return FALSE;

  return TRUE;
}
