/* ggov-store-figures-json.c: the office's figures as a JSON object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <json-glib/json-glib.h>

#include "ggov-store-figures.h"

#define AT(field) G_STRUCT_OFFSET (GgovFigures, field)

/* In the order of the JSON object; those of a group follow each other. */
static const struct { const char *group, *key; gsize at; } members[] = {
  { NULL, "communities", AT (communities) },
  { NULL, "grids", AT (grids) },
  { NULL, "first_secretaries", AT (first_secretaries) },
  { NULL, "chief_grid_leaders", AT (chief_grid_leaders) },
  { NULL, "full_time_members", AT (full_time_members) },
  { NULL, "part_time_members", AT (part_time_members) },
  { NULL, "building_leaders", AT (building_leaders) },
  { NULL, "unit_leaders", AT (unit_leaders) },
  { "department_members", "total", AT (department_members.total) },
  { "department_members", "enforcement", AT (department_members.enforcement) },
  { "department_members", "medical", AT (department_members.medical) },
  { "department_members", "police", AT (department_members.police) },
  { "department_members", "justice", AT (department_members.justice) },
  { "department_members", "market", AT (department_members.market) },
  { "department_liaisons", "total", AT (department_liaisons.total) },
  { "department_liaisons", "housing", AT (department_liaisons.housing) },
  { "department_liaisons", "education", AT (department_liaisons.education) },
  { "department_liaisons", "traffic", AT (department_liaisons.traffic) },
  { "department_liaisons", "emergency", AT (department_liaisons.emergency) },
  { "department_liaisons", "culture", AT (department_liaisons.culture) },
  { "department_liaisons", "ecology", AT (department_liaisons.ecology) },
  { NULL, "cobuilding_organisations", AT (cobuilding_organisations) },
  { "market_liaisons", "total", AT (market_liaisons.total) },
  { "market_liaisons", "property", AT (market_liaisons.property) },
  { "market_liaisons", "gas", AT (market_liaisons.gas) },
  { "market_liaisons", "water", AT (market_liaisons.water) },
  { NULL, "party_branches", AT (party_branches) },
  { NULL, "party_groups", AT (party_groups) },
  { NULL, "issues_handled", AT (issues_handled) },
  { NULL, "disputes_mediated", AT (disputes_mediated) },
  { "illegal_structures", "count", AT (illegal_structures.count) },
  { "illegal_structures", "area_m2", AT (illegal_structures.area_m2) },
  { "wall_breaking", "count", AT (wall_breaking.count) },
  { "wall_breaking", "area_m2", AT (wall_breaking.area_m2) },
  { NULL, "utility_problems", AT (utility_problems) },
  { NULL, "gas_patrol_members", AT (gas_patrol_members) },
  { NULL, "households", AT (households) },
  { NULL, "people", AT (people) },
  { NULL, "buildings", AT (buildings) },
  { NULL, "residential_buildings", AT (residential_buildings) },
  { NULL, "units", AT (units) },
  { NULL, "issues_open", AT (issues_open) },
  { NULL, "issues_overdue", AT (issues_overdue) },
};

/* Members of one group stand in an object of their own. */
static void
set_group (JsonBuilder  *builder,
           const char  **group,
           const char   *wanted)
{
  if (g_strcmp0 (*group, wanted) == 0)
    return;

  if (*group)
    json_builder_end_object (builder);
  if (wanted)
    {
      json_builder_set_member_name (builder, wanted);
      json_builder_begin_object (builder);
    }
  *group = wanted;
}

char *
ggov_figures_to_json (const GgovFigures *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  const char *group = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      set_group (builder, &group, members[i].group);
      json_builder_set_member_name (builder, members[i].key);
      json_builder_add_int_value (builder, G_STRUCT_MEMBER (gint64, self, members[i].at));
    }
  set_group (builder, &group, NULL);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}
