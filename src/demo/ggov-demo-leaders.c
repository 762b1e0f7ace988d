/* ggov-demo-leaders.c: the demo's building leaders and unit leaders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-people-private.h"
#include "ggov-local-time.h"
#include "ggov-write-people.h"

#define MEMBERS  0.4  /* share of leaders who are in the party group of their grid */
#define LATER    0.2  /* share who came after the office was founded */
#define REPLACED 0.06 /* share who took over from somebody */

static const char *const end_reasons[] = {
  "搬离本小区", "因身体原因辞任", "照顾家人，本人请辞", "换届改选", "年度考核不合格",
};

static int
choose_since (GgovDemoPeople *people)
{
  GgovDemoOffice *office = people->office;

  if (!_ggov_demo_random_chance (&people->random, LATER))
    return office->founded;

  return _ggov_demo_random_int (&people->random, office->founded + 60, office->as_of - 30);
}

static gint64
add_leader (GgovDemoPeople    *people,
            GgovDemoBuilding  *building,
            gint64             unit_id,
            gboolean           of_building,
            GError           **error)
{
  const GgovDemoPersonTerms terms = {
    .year_from = of_building ? 1948 : 1950,
    .year_to = of_building ? 1978 : 1988,
    .women = 0.64,
    .party_id = _ggov_demo_random_chance (&people->random, MEMBERS)
                ? people->office->groups[building->grid] : 0,
    .unit_id = unit_id,
  };

  return _ggov_demo_add_person (people, &terms, error);
}

/* Somebody who held the post from the founding to the day before @since. */
static gboolean
write_predecessor (GgovDemoPeople      *people,
                   GgovDemoBuilding    *building,
                   gint64               unit_id,
                   const GgovDemoPost  *post,
                   int                  since,
                   GError             **error)
{
  g_autofree char *last = ggov_local_day_format (since - 1);
  const char *why = end_reasons[_ggov_demo_random_int (&people->random, 0,
                                                       G_N_ELEMENTS (end_reasons) - 1)];
  GgovDemoPost before = *post;
  gint64 id;

  before.from = 0;
  before.person_id = add_leader (people, building, unit_id,
                                 post->role == GGOV_DEMO_BUILDING_LEADER, error);

  return before.person_id != 0 && (id = _ggov_demo_add_post (people, &before, error)) != 0 &&
         ggov_change_end_post (people->change, id, last, why, error);
}

/* Returns: who holds the post now, or 0 with @error set */
static gint64
write_leader (GgovDemoPeople    *people,
              guint              building_index,
              gint64             unit_id,
              GgovDemoPost      *post,
              GError           **error)
{
  GgovDemoBuilding *building = _ggov_demo_town_building (people->town, building_index);
  GgovDemoLeader leader = { .building = building_index, .since = choose_since (people) };
  gboolean first = leader.since == people->office->founded ||
                   !_ggov_demo_random_chance (&people->random, REPLACED / LATER);

  if (!first && !write_predecessor (people, building, unit_id, post, leader.since, error))
    return 0;

  leader.person_id = add_leader (people, building, unit_id,
                                 post->role == GGOV_DEMO_BUILDING_LEADER, error);
  post->person_id = leader.person_id;
  post->from = leader.since;
  if (leader.person_id == 0 || !_ggov_demo_add_post (people, post, error))
    return 0;

  g_array_append_val (people->office->leaders, leader);

  return leader.person_id;
}

static gboolean
write_house (GgovDemoPeople  *people,
             guint            index,
             GError         **error)
{
  GgovDemoOffice *office = people->office;
  GgovDemoBuilding *building = _ggov_demo_town_building (people->town, index);
  gint64 full_time = g_array_index (office->grid_posts, GgovDemoGridPosts,
                                    building->grid).full_time;
  GgovDemoPost post = {
    .role = GGOV_DEMO_BUILDING_LEADER,
    .place_id = building->id,
    .nominated_by = full_time,
    .approved_by = g_array_index (office->chiefs, gint64, building->community),
    .reason = "片长提名，居民认可",
  };
  guint home = building->first_unit +
               _ggov_demo_random_int (&people->random, 0, building->n_units - 1);
  gint64 leader = write_leader (people, index, _ggov_demo_town_unit (people->town, home)->id, &post,
                                error);

  if (leader == 0)
    return FALSE;

  g_array_index (office->building_leaders, gint64, index) = leader;
  for (guint i = building->first_unit; i < building->first_unit + building->n_units; i++)
    {
      GgovDemoPost unit_post = {
        .role = GGOV_DEMO_UNIT_LEADER,
        .place_id = _ggov_demo_town_unit (people->town, i)->id,
        .nominated_by = leader,
        .approved_by = full_time,
        .reason = "楼长推选",
      };

      if (!(office->unit_leaders[i] = write_leader (people, index, unit_post.place_id, &unit_post,
                                                    error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
_ggov_demo_write_leaders (GgovDemoPeople  *people,
                          GError         **error)
{
  GgovDemoTown *town = people->town;

  g_array_set_size (people->office->building_leaders, town->buildings->len);
  for (guint i = 0; i < town->buildings->len; i++)
    {
      if (_ggov_demo_town_building (town, i)->n_units > 0 && !write_house (people, i, error))
        return FALSE;

      if (i % 256 == 0)
        {
          _ggov_demo_progress_set (people->office->progress, GGOV_DEMO_PLACED, GGOV_DEMO_PEOPLED, i,
                                   town->buildings->len);
          if (!ggov_change_check_cancelled (people->change, error))
            return FALSE;
        }
    }

  return TRUE;
}
