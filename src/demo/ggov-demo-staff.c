/* ggov-demo-staff.c: those whom the street office and its departments send
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-names-private.h"
#include "ggov-demo-people-private.h"
#include "ggov-local-time.h"
#include "ggov-write-people.h"

#define COMMITTEE_SIZE 7
#define STEP_DOWN      "工作调动"

/* How many serve the grids of a tile, and the grids that they leave out. The grids are shared out
 * in the order of their codes, so that one person's lie together. */
typedef struct
{
  GgovDemoRole role;
  guint        people;
  int          left_out[5]; /* ends with -1 */
  double       women;
} Service;

static const Service services[] = {
  { GGOV_DEMO_ENFORCEMENT, 12, { -1 }, 0.2 },
  { GGOV_DEMO_MEDICAL, 8, { 6, 19, 30, 37, -1 }, 0.8 },
  { GGOV_DEMO_POLICE, 6, { 9, 24, 33, -1 }, 0.1 },
  { GGOV_DEMO_JUSTICE, 1, { -1 }, 0.5 },
  { GGOV_DEMO_MARKET, 4, { -1 }, 0.4 },
  { GGOV_DEMO_PROPERTY, 11, { -1 }, 0.4 },
  { GGOV_DEMO_GAS, 9, { -1 }, 0.2 },
  { GGOV_DEMO_WATER, 6, { -1 }, 0.2 },
};

static gboolean
is_left_out (const Service *service,
             int            position)
{
  for (guint i = 0; service->left_out[i] >= 0; i++)
    if (service->left_out[i] == position)
      return TRUE;

  return FALSE;
}

/* The street office ----------------------------------------------------------------------- */

static gboolean
write_committee (GgovDemoPeople  *people,
                 gint64           committee,
                 GError         **error)
{
  const GgovDemoPersonTerms terms = {
    .year_from = 1968,
    .year_to = 1984,
    .women = 0.35,
    .organisation_id = committee,
  };

  for (guint i = 0; i < COMMITTEE_SIZE; i++)
    {
      GgovDemoPost post = {
        .role = GGOV_DEMO_COMMITTEE,
        .place_id = people->town->sub_district_id,
        .reason = "组织任命",
      };

      post.person_id = _ggov_demo_add_person (people, &terms, error);
      post.approved_by = people->office->committee_head;
      if (i == 0)
        people->office->committee_head = post.person_id;
      if (post.person_id == 0 || !_ggov_demo_add_post (people, &post, error))
        return FALSE;
    }

  return TRUE;
}

/* Appoints somebody new to a place. Where @since is a day, another held the post until then.
 * Returns: who holds it now, or 0 with @error set */
static gint64
appoint (GgovDemoPeople             *people,
         const GgovDemoPersonTerms  *terms,
         const GgovDemoPost         *terms_of_post,
         int                         since,
         GError                    **error)
{
  GgovDemoPost post = *terms_of_post;

  if (since != 0)
    {
      g_autofree char *last = ggov_local_day_format (since - 1);
      gint64 id;

      if (!(post.person_id = _ggov_demo_add_person (people, terms, error)) ||
          !(id = _ggov_demo_add_post (people, &post, error)) ||
          !ggov_change_end_post (people->change, id, last, STEP_DOWN, error))
        return 0;
    }

  post.from = since;
  post.person_id = _ggov_demo_add_person (people, terms, error);

  return post.person_id != 0 && _ggov_demo_add_post (people, &post, error) ? post.person_id : 0;
}

/* A day on which somebody took over, or 0. */
static int
choose_change (GgovDemoPeople *people,
               double          share)
{
  GgovDemoOffice *office = people->office;

  if (!_ggov_demo_random_chance (&people->random, share))
    return 0;

  return _ggov_demo_random_int (&people->random, office->founded + 90, office->as_of - 40);
}

static gboolean
write_community_heads (GgovDemoPeople  *people,
                       gint64           committee,
                       guint            community,
                       GError         **error)
{
  GgovDemoOffice *office = people->office;
  const GgovDemoPersonTerms first = { 1970, 1985, 0.3, committee, 0, 0 };
  const GgovDemoPersonTerms chief = { 1968, 1986, 0.7, 0, 0, 0 };
  GgovDemoPost post = {
    .role = GGOV_DEMO_FIRST_SECRETARY,
    .place_id = _ggov_demo_town_community (people->town, community)->id,
    .nominated_by = office->committee_head,
    .approved_by = office->committee_head,
    .reason = "下沉包联社区",
  };
  gint64 id;

  if (!(id = appoint (people, &first, &post, community % 4 == 1 ? office->as_of - 200 : 0, error)))
    return FALSE;
  g_array_append_val (office->first_secretaries, id);

  post.role = GGOV_DEMO_CHIEF;
  post.reason = "社区党组织书记兼任";
  if (!(id = appoint (people, &chief, &post, 0, error)))
    return FALSE;
  g_array_append_val (office->chiefs, id);

  return TRUE;
}

static gboolean
write_liaisons (GgovDemoPeople  *people,
                GError         **error)
{
  for (int role = GGOV_DEMO_HOUSING; role <= GGOV_DEMO_ECOLOGY; role++)
    {
      const GgovDemoPersonTerms terms = {
        .year_from = 1974,
        .year_to = 1994,
        .women = 0.4,
        .organisation_id = g_array_index (people->office->departments, gint64,
                                          role - GGOV_DEMO_FIRST_ON_GRID),
      };
      const GgovDemoPost post = {
        .role = role,
        .place_id = people->town->sub_district_id,
        .nominated_by = people->office->committee_head,
        .approved_by = people->office->committee_head,
        .reason = "部门委派",
      };

      gint64 id = appoint (people, &terms, &post, 0, error);

      if (id == 0)
        return FALSE;
      g_array_append_val (people->office->liaisons, id);
    }

  return TRUE;
}

gboolean
_ggov_demo_write_staff (GgovDemoPeople  *people,
                        GError         **error)
{
  gint64 committee = _ggov_demo_add_organisation (people, "committee", "锦宁街道党工委", 0, error);

  if (committee == 0 || !write_committee (people, committee, error))
    return FALSE;

  for (guint i = 0; i < people->town->communities->len; i++)
    if (!write_community_heads (people, committee, i, error))
      return FALSE;

  for (int tile = 0; tile < people->town->scale; tile++)
    if (!write_liaisons (people, error))
      return FALSE;

  return TRUE;
}

/* On grids -------------------------------------------------------------------------------- */

static gboolean
write_full_time_members (GgovDemoPeople  *people,
                         GError         **error)
{
  for (guint i = 0; i < people->town->grids->len; i++)
    {
      GgovDemoGrid *grid = _ggov_demo_town_grid (people->town, i);
      const GgovDemoPersonTerms terms = { 1976, 1998, 0.75, 0, people->office->groups[i], 0 };
      const GgovDemoPost post = {
        .role = GGOV_DEMO_FULL_TIME,
        .place_id = grid->id,
        .nominated_by = g_array_index (people->office->chiefs, gint64, grid->community),
        .approved_by = people->office->committee_head,
        .reason = "公开招考",
      };
      GgovDemoGridPosts posts = { 0 };

      if (!(posts.full_time = appoint (people, &terms, &post, choose_change (people, 0.15), error)))
        return FALSE;
      g_array_append_val (people->office->grid_posts, posts);
    }

  return TRUE;
}

/* Who a service's people come from; suppliers are founded on the way. */
static gint64
find_employer (GgovDemoPeople  *people,
               const Service   *service,
               gint64           water,
               GError         **error)
{
  g_autofree char *name = NULL;

  if (service->role == GGOV_DEMO_GAS)
    return people->office->gas_company;
  if (service->role == GGOV_DEMO_WATER)
    return water;
  if (service->role != GGOV_DEMO_PROPERTY)
    return g_array_index (people->office->departments, gint64,
                          service->role - GGOV_DEMO_FIRST_ON_GRID);

  name = _ggov_demo_name_company (people->n_companies++, "物业服务有限公司");

  return _ggov_demo_add_organisation (people, "property", name, 0, error);
}

/* The grids of a tile in the order of their codes. */
static void
list_grids (GgovDemoTown *town,
            guint         tile,
            guint         grids[GGOV_DEMO_GRIDS])
{
  guint n = 0;

  for (guint i = 0; i < GGOV_DEMO_COMMUNITIES; i++)
    {
      GgovDemoCommunity *place = _ggov_demo_town_community (town, tile * GGOV_DEMO_COMMUNITIES + i);

      for (guint k = 0; k < place->n_grids; k++)
        grids[n + _ggov_demo_town_grid (town, place->first_grid + k)->number - 1] =
          place->first_grid + k;
      n += place->n_grids;
    }
}

static gboolean
serve_grid (GgovDemoPeople  *people,
            const Service   *service,
            gint64           organisation_id,
            gint64           person_id,
            guint            index,
            GError         **error)
{
  GgovDemoOffice *office = people->office;
  GgovDemoGrid *grid = _ggov_demo_town_grid (people->town, index);
  gboolean market = service->role >= GGOV_DEMO_PROPERTY;
  const GgovDemoPost post = {
    .role = service->role,
    .person_id = person_id,
    .place_id = grid->id,
    .nominated_by = office->committee_head,
    .approved_by = market ? g_array_index (office->chiefs, gint64, grid->community)
                          : office->committee_head,
    .reason = market ? "企业委派" : "部门下沉",
  };
  GgovDemoGridPosts *posts = &g_array_index (office->grid_posts, GgovDemoGridPosts, index);

  if (market)
    {
      const GgovDemoTie tie = { organisation_id, index };

      g_array_append_val (office->served, tie);
    }
  posts->others[service->role - GGOV_DEMO_FIRST_ON_GRID] = person_id;

  return _ggov_demo_add_post (people, &post, error) != 0;
}

static gboolean
write_service (GgovDemoPeople  *people,
               const Service   *service,
               guint            tile,
               gint64           water,
               GError         **error)
{
  guint grids[GGOV_DEMO_GRIDS], at = G_MAXUINT;
  gint64 person_id = 0, employer = 0;

  list_grids (people->town, tile, grids);
  for (guint i = 0; i < GGOV_DEMO_GRIDS; i++)
    {
      GgovDemoPersonTerms terms = { 1970, 1997, service->women, 0, 0, 0 };

      if (i * service->people / GGOV_DEMO_GRIDS != at)
        {
          at = i * service->people / GGOV_DEMO_GRIDS;
          if (!(terms.organisation_id = employer = find_employer (people, service, water, error)) ||
              !(person_id = _ggov_demo_add_person (people, &terms, error)))
            return FALSE;
        }
      if (!is_left_out (service, i) &&
          !serve_grid (people, service, employer, person_id, grids[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
_ggov_demo_write_grid_posts (GgovDemoPeople  *people,
                             GError         **error)
{
  gint64 water;

  if (!(people->office->gas_company = _ggov_demo_add_organisation (people, "gas",
                                                                   "锦源燃气有限公司", 0, error)) ||
      !(water = _ggov_demo_add_organisation (people, "water", "锦源供水有限公司", 0, error)) ||
      !write_full_time_members (people, error))
    return FALSE;

  for (int tile = 0; tile < people->town->scale; tile++)
    for (guint i = 0; i < G_N_ELEMENTS (services); i++)
      if (!write_service (people, &services[i], tile, water, error))
        return FALSE;

  return TRUE;
}
