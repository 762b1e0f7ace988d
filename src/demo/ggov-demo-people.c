/* ggov-demo-people.c: writing the demo's organisations and people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-names-private.h"
#include "ggov-demo-people-private.h"
#include "ggov-local-time.h"
#include "ggov-organisation-kind.h"
#include "ggov-write-founding.h"
#include "ggov-write-organisations.h"
#include "ggov-write-people.h"

#define BRANCHES      7  /* party branches of a community */
#define CO_BUILDING   33 /* organisations of a tile */
#define PATROL_GUESTS 30 /* those of a tile's gas patrol whom the company sends */
#define SPARE_PEOPLE  16 /* of a tile: ready to take a post */

static const char *const role_codes[GGOV_DEMO_N_ROLES] = {
  "working_committee_member", "first_secretary", "chief_grid_leader", "full_time_member",
  "building_leader", "unit_leader", "department_enforcement", "department_medical",
  "department_police", "department_justice", "department_market", "liaison_housing",
  "liaison_education", "liaison_traffic", "liaison_emergency", "liaison_culture",
  "liaison_ecology", "market_property", "market_gas", "market_water", "gas_patrol_member",
};

/* Departments by the role of whom they send. */
static const char *const department_names[GGOV_DEMO_N_ON_GRID] = {
  "综合行政执法队", "社区卫生服务中心", "公安派出所", "司法所", "市场监督管理所", "住房建设局",
  "教育局", "公安交管大队", "应急管理局", "文化体育局", "生态环境分局",
};

static const char *const co_building_kinds[] = {
  "银行支行", "小学", "实业有限公司", "幼儿园", "医院", "机械制造有限公司", "律师事务所",
  "商贸有限公司", "供电营业所", "通信营业厅", "社会工作服务中心",
};

/* Who has a home in the area is among its residents. */
static void
keep_home (GgovDemoPeople       *people,
           gint64                unit_id,
           gint64                person_id,
           const GgovDemoNamed  *named)
{
  GgovDemoHome home = {
    .unit_id = unit_id,
    .person_id = person_id,
    .name = g_strdup (named->name),
    .sex = named->sex,
    .next = GPOINTER_TO_UINT (g_hash_table_lookup (people->office->first_homes, &unit_id)),
  };

  ggov_local_day_parse (named->birth_date, &home.born, NULL);
  g_array_append_val (people->office->homes, home);
  g_hash_table_insert (people->office->first_homes, g_memdup2 (&unit_id, sizeof unit_id),
                       GUINT_TO_POINTER (people->office->homes->len));
}

gint64
_ggov_demo_add_person (GgovDemoPeople             *people,
                       const GgovDemoPersonTerms  *terms,
                       GError                    **error)
{
  g_auto(GgovDemoNamed) named = { NULL };
  GgovPersonRecord record = {
    .organisation_id = terms->organisation_id,
    .unit_id = terms->unit_id,
  };
  GgovDemoTie employed = { terms->organisation_id, 0 }, member = { terms->party_id, 0 };

  _ggov_demo_name_person (&named, terms->year_from, terms->year_to, terms->women,
                          &people->random);
  record.name = named.name;
  record.sex = named.sex;
  record.birth_date = named.birth_date;
  record.phone = named.phone;
  employed.of = member.of = ggov_change_add_person (people->change, &record, error);
  if (terms->organisation_id)
    g_array_append_val (people->office->employed, employed);
  if (terms->party_id)
    g_array_append_val (people->office->party, member);
  if (terms->unit_id)
    keep_home (people, terms->unit_id, employed.of, &named);

  return employed.of;
}

static gint64
add_organisation (GgovDemoPeople                *people,
                  const GgovOrganisationRecord  *terms,
                  guint                          trade,
                  GError                       **error)
{
  g_autofree char *phone = g_strdup_printf ("0472-1%06d",
                                            _ggov_demo_random_int (&people->random, 0, 999999));
  GgovOrganisationRecord record = *terms;
  GgovDemoOrganisation organisation = {
    .community_id = terms->community_id,
    .kind = ggov_organisation_kind_find (terms->kind),
    .trade = trade,
  };

  record.phone = phone;
  record.valid_from = people->office->founded_text;
  organisation.id = ggov_change_add_organisation (people->change, &record, error);
  g_array_append_val (people->office->organisations, organisation);

  return organisation.id;
}

gint64
_ggov_demo_add_organisation (GgovDemoPeople  *people,
                             const char      *kind,
                             const char      *name,
                             gint64           community_id,
                             GError         **error)
{
  const GgovOrganisationRecord record = {
    .kind = kind,
    .name = name,
    .community_id = community_id,
  };

  return add_organisation (people, &record, 0, error);
}

gint64
_ggov_demo_add_post (GgovDemoPeople      *people,
                     const GgovDemoPost  *post,
                     GError             **error)
{
  g_autofree char *from = ggov_local_day_format (post->from ? post->from
                                                            : people->office->founded);
  GgovPostRecord record = {
    .person_id = post->person_id,
    .role_id = people->office->role_ids[post->role],
    .valid_from = from,
    .nominated_by_id = post->nominated_by,
    .approved_by_id = post->approved_by,
    .reason = post->reason,
  };
  gint64 *place = &record.grid_id;

  if (post->role == GGOV_DEMO_COMMITTEE || post->role == GGOV_DEMO_PATROL ||
      (post->role >= GGOV_DEMO_HOUSING && post->role <= GGOV_DEMO_ECOLOGY))
    place = &record.sub_district_id;
  else if (post->role == GGOV_DEMO_FIRST_SECRETARY || post->role == GGOV_DEMO_CHIEF)
    place = &record.community_id;
  else if (post->role == GGOV_DEMO_BUILDING_LEADER)
    place = &record.building_id;
  else if (post->role == GGOV_DEMO_UNIT_LEADER)
    place = &record.unit_id;
  *place = post->place_id;

  return ggov_change_add_post (people->change, &record, error);
}

/* Organisations --------------------------------------------------------------------------- */

static gboolean
read_roles (GgovDemoPeople  *people,
            GError         **error)
{
  for (guint i = 0; i < GGOV_DEMO_N_ROLES; i++)
    if (!(people->office->role_ids[i] = ggov_change_find_role (people->change, role_codes[i],
                                                               error)))
      return FALSE;

  return TRUE;
}

static gboolean
write_departments (GgovDemoPeople  *people,
                   GError         **error)
{
  for (guint i = 0; i < GGOV_DEMO_N_ON_GRID; i++)
    {
      gint64 id = 0;

      if (department_names[i] &&
          !(id = _ggov_demo_add_organisation (people, "department", department_names[i], 0, error)))
        return FALSE;
      g_array_append_val (people->office->departments, id);
    }

  return TRUE;
}

static gboolean
write_co_building (GgovDemoPeople  *people,
                   guint            tile,
                   GError         **error)
{
  for (guint i = 0; i < CO_BUILDING; i++)
    {
      guint community = tile * GGOV_DEMO_COMMUNITIES + i % GGOV_DEMO_COMMUNITIES;
      guint trade = i % G_N_ELEMENTS (co_building_kinds);
      g_autofree char *name = _ggov_demo_name_company (people->n_companies++,
                                                       co_building_kinds[trade]);
      const GgovOrganisationRecord record = {
        .kind = "co_building",
        .name = name,
        .community_id = _ggov_demo_town_community (people->town, community)->id,
        .scope = _ggov_demo_get_trade_scope (trade),
      };

      if (!add_organisation (people, &record, trade, error))
        return FALSE;
    }

  return TRUE;
}

static gint64
add_party (GgovDemoPeople  *people,
           const char      *kind,
           const char      *name,
           gint64           community_id,
           gint64           parent_id,
           GError         **error)
{
  const GgovOrganisationRecord record = {
    .kind = kind,
    .name = name,
    .community_id = community_id,
    .parent_id = parent_id,
    .valid_from = people->office->founded_text,
  };

  return ggov_change_add_organisation (people->change, &record, error);
}

/* A group on each grid, each in one of the branches, whose grids are those of its groups. */
static gboolean
write_party (GgovDemoPeople  *people,
             guint            community,
             GError         **error)
{
  GgovDemoCommunity *place = _ggov_demo_town_community (people->town, community);
  const char *day = people->office->founded_text;
  gint64 branches[BRANCHES];

  for (guint i = 0; i < BRANCHES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s第%u党支部", place->name, i + 1);

      if (!(branches[i] = add_party (people, "branch", name, place->id, 0, error)))
        return FALSE;
    }

  for (guint i = 0; i < place->n_grids; i++)
    {
      GgovDemoGrid *grid = _ggov_demo_town_grid (people->town, place->first_grid + i);
      gint64 branch = branches[(grid->number - 1) * BRANCHES / place->n_grids];
      g_autofree char *name = g_strdup_printf ("%s党小组", grid->name);
      gint64 group = add_party (people, "group", name, place->id, branch, error);

      if (group == 0 ||
          !ggov_change_add_party_grid (people->change, group, grid->id, day, error) ||
          !ggov_change_add_party_grid (people->change, branch, grid->id, day, error))
        return FALSE;
      people->office->groups[place->first_grid + i] = group;
      people->office->branches[place->first_grid + i] = branch;
    }

  return TRUE;
}

/* Volunteers ------------------------------------------------------------------------------ */

/* Some of the gas company, the rest from among the unit leaders. */
static gboolean
write_patrol (GgovDemoPeople  *people,
              guint            tile,
              GError         **error)
{
  const GgovDemoPersonTerms terms = {
    .year_from = 1972,
    .year_to = 1996,
    .women = 0.3,
    .organisation_id = people->office->gas_company,
  };
  const guint stride = GGOV_DEMO_UNITS / GGOV_DEMO_PATROL_VOLUNTEERS;

  for (guint i = 0; i < PATROL_GUESTS + GGOV_DEMO_PATROL_VOLUNTEERS; i++)
    {
      guint unit = tile * GGOV_DEMO_UNITS + (i - PATROL_GUESTS) * stride;
      GgovDemoPost post = {
        .role = GGOV_DEMO_PATROL,
        .place_id = people->town->sub_district_id,
        .approved_by = people->office->committee_head,
        .reason = "社企共建燃气安全巡检队",
      };

      post.person_id = i < PATROL_GUESTS ? _ggov_demo_add_person (people, &terms, error)
                                         : people->office->unit_leaders[unit];
      if (post.person_id == 0 || !_ggov_demo_add_post (people, &post, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_spare_people (GgovDemoPeople  *people,
                    guint            tile,
                    GError         **error)
{
  for (guint i = 0; i < SPARE_PEOPLE; i++)
    {
      guint unit = tile * GGOV_DEMO_UNITS +
                   _ggov_demo_random_int (&people->random, 0, GGOV_DEMO_UNITS - 1);
      const GgovDemoPersonTerms terms = {
        .year_from = 1952,
        .year_to = 1990,
        .women = 0.55,
        .unit_id = _ggov_demo_town_unit (people->town, unit)->id,
      };

      if (!_ggov_demo_add_person (people, &terms, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_all (GgovDemoPeople  *people,
           GError         **error)
{
  GgovDemoTown *town = people->town;

  if (!read_roles (people, error) || !write_departments (people, error))
    return FALSE;

  for (int tile = 0; tile < town->scale; tile++)
    if (!write_co_building (people, tile, error))
      return FALSE;

  for (guint i = 0; i < town->communities->len; i++)
    if (!write_party (people, i, error))
      return FALSE;

  if (!_ggov_demo_write_staff (people, error) || !_ggov_demo_write_grid_posts (people, error) ||
      !_ggov_demo_write_leaders (people, error))
    return FALSE;

  for (int tile = 0; tile < town->scale; tile++)
    if (!write_patrol (people, tile, error) || !write_spare_people (people, tile, error))
      return FALSE;

  return TRUE;
}

/* On the store's thread. */
gboolean
_ggov_demo_write_people (GgovChange  *change,
                         gpointer     data,
                         GError     **error)
{
  GgovDemoOffice *office = data;
  GgovDemoPeople people = {
    .change = change,
    .office = office,
    .town = office->town,
    .random = _ggov_demo_random_new (office->town->seed, 2),
  };

  ggov_change_set_irreversible (change);

  return write_all (&people, error);
}
