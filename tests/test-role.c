/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "ggov-model-error.h"
#include "ggov-role-catalogue.h"

/* The roles that the office's figures name, and what each is counted with. */
static const struct
{
  const char      *code;
  const char      *family;
  const char      *name_zh;
  GgovScope        scope;
  GgovPresence     presence;
  GgovCardinality  cardinality;
  gboolean         sole;
} known[] = {
  { "first_secretary", "first_secretary", "第一书记", GGOV_SCOPE_COMMUNITY,
    GGOV_PRESENCE_STATIONED, GGOV_CARDINALITY_ONE_TO_ONE, TRUE },
  { "chief_grid_leader", "chief_grid_leader", "总网格长", GGOV_SCOPE_COMMUNITY,
    GGOV_PRESENCE_RESIDENT, GGOV_CARDINALITY_ONE_TO_ONE, TRUE },
  { "full_time_member", "full_time_member", "专职网格员（片长）", GGOV_SCOPE_GRID,
    GGOV_PRESENCE_RESIDENT, GGOV_CARDINALITY_ONE_TO_ONE, TRUE },
  { "building_leader", "part_time_member", "楼长", GGOV_SCOPE_BUILDING,
    GGOV_PRESENCE_ROUNDS, GGOV_CARDINALITY_MANY_TO_ONE, TRUE },
  { "unit_leader", "part_time_member", "单元长", GGOV_SCOPE_UNIT,
    GGOV_PRESENCE_ROUNDS, GGOV_CARDINALITY_MANY_TO_ONE, TRUE },
  { "department_police", "department_member", "警务网格员", GGOV_SCOPE_GRID,
    GGOV_PRESENCE_STATIONED, GGOV_CARDINALITY_ONE_TO_MANY, FALSE },
  { "liaison_ecology", "department_liaison", "生态环境联络员", GGOV_SCOPE_SUB_DISTRICT,
    GGOV_PRESENCE_NONE, GGOV_CARDINALITY_ONE_TO_MANY, FALSE },
  { "market_gas", "market_liaison", "燃气联络员", GGOV_SCOPE_GRID,
    GGOV_PRESENCE_NONE, GGOV_CARDINALITY_ONE_TO_MANY, FALSE },
};

static void
test_known (void)
{
  g_autoptr(GgovRoleCatalogue) catalogue = ggov_role_catalogue_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const GgovRole *role = ggov_role_catalogue_find (catalogue, known[i].code);

      g_test_message ("%s", known[i].code);
      g_assert_nonnull (role);
      g_assert_cmpstr (role->family, ==, known[i].family);
      g_assert_cmpstr (role->name_zh, ==, known[i].name_zh);
      g_assert_cmpint (role->scope, ==, known[i].scope);
      g_assert_cmpint (role->presence, ==, known[i].presence);
      g_assert_cmpint (role->cardinality, ==, known[i].cardinality);
      g_assert_cmpint (role->sole, ==, known[i].sole);
    }

  g_assert_null (ggov_role_catalogue_find (catalogue, "mayor"));
  g_assert_cmpstr (ggov_role_catalogue_find (catalogue, "unit_leader")->nominated_by, ==,
                   "building_leader");
  g_assert_cmpstr (ggov_role_catalogue_find (catalogue, "building_leader")->nominated_by, ==,
                   "full_time_member");
}

static void
test_counts (void)
{
  g_autoptr(GgovRoleCatalogue) catalogue = ggov_role_catalogue_new_default ();
  static const struct { const char *family; guint n; } counts[] = {
    { "working_committee_member", 1 }, { "first_secretary", 1 }, { "chief_grid_leader", 1 },
    { "full_time_member", 1 }, { "part_time_member", 2 }, { "department_member", 5 },
    { "department_liaison", 6 }, { "market_liaison", 3 }, { "gas_patrol_member", 1 },
  };

  g_assert_cmpuint (ggov_role_catalogue_get_n_families (catalogue), ==, G_N_ELEMENTS (counts));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      guint n = 0;

      g_assert_cmpstr (ggov_role_catalogue_get_family (catalogue, i)->code, ==, counts[i].family);
      for (guint j = 0; j < ggov_role_catalogue_get_n_roles (catalogue); j++)
        n += g_str_equal (ggov_role_catalogue_get_role (catalogue, j)->family, counts[i].family);
      g_assert_cmpuint (n, ==, counts[i].n);
    }
}

/* Both languages everywhere: a Chinese text has a Chinese character in it, an English one none. */
static void
assert_languages (const char *english,
                  const char *chinese)
{
  g_assert_true (g_str_is_ascii (english));
  g_assert_true (g_utf8_validate (chinese, -1, NULL));
  g_assert_false (g_str_is_ascii (chinese));
}

static void
test_languages (void)
{
  g_autoptr(GgovRoleCatalogue) catalogue = ggov_role_catalogue_new_default ();

  for (guint i = 0; i < ggov_role_catalogue_get_n_roles (catalogue); i++)
    {
      const GgovRole *role = ggov_role_catalogue_get_role (catalogue, i);

      assert_languages (role->name, role->name_zh);
      assert_languages (role->duties, role->duties_zh);
      g_assert_cmpstr (ggov_role_get_label (role), ==, role->name);
      g_assert_cmpstr (ggov_role_get_duties (role), ==, role->duties);
    }
  for (guint i = 0; i < ggov_role_catalogue_get_n_families (catalogue); i++)
    {
      const GgovRoleFamily *family = ggov_role_catalogue_get_family (catalogue, i);

      assert_languages (family->name, family->name_zh);
      g_assert_cmpstr (ggov_role_family_get_label (family), ==, family->name);
    }
}

/* A user who reads Chinese gets the Chinese names, without a translation in between. */
static void
test_chinese (void)
{
  g_autoptr(GgovRoleCatalogue) catalogue = ggov_role_catalogue_new_default ();
  const GgovRole *role = ggov_role_catalogue_find (catalogue, "building_leader");
  g_autofree char *kept = g_strdup (g_getenv ("LANGUAGE"));

  g_setenv ("LANGUAGE", "zh_CN:en", TRUE);
  g_assert_cmpstr (ggov_role_get_label (role), ==, "楼长");
  g_assert_cmpstr (ggov_role_get_duties (role), ==, role->duties_zh);

  if (kept != NULL)
    g_setenv ("LANGUAGE", kept, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  g_assert_cmpstr (ggov_role_get_label (role), ==, "Building leader");
}

#define FAMILY "{\"code\": \"f\", \"name\": \"F\", \"name_zh\": \"甲\"}"
#define ROLE(code, family, scope, approved_by, order) \
  "{\"code\": \"" code "\", \"family\": \"" family "\", \"name\": \"N\", \"name_zh\": \"乙\"," \
  "\"scope\": \"" scope "\", \"presence\": \"none\", \"cardinality\": \"one-to-one\"," \
  "\"sole\": true, \"approved_by\": \"" approved_by "\", \"order\": " order "," \
  "\"duties\": \"D\", \"duties_zh\": \"丙\"}"
#define FILE_OF(families, roles) "{\"families\": [" families "], \"roles\": [" roles "]}"

static void
test_order (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovRoleCatalogue) catalogue = ggov_role_catalogue_new_from_json (
    FILE_OF (FAMILY, ROLE ("b", "f", "grid", "a", "20") "," ROLE ("a", "f", "unit", "a", "3")),
    -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ggov_role_catalogue_get_n_roles (catalogue), ==, 2);
  g_assert_cmpstr (ggov_role_catalogue_get_role (catalogue, 0)->code, ==, "a");
  g_assert_cmpstr (ggov_role_catalogue_get_role (catalogue, 1)->code, ==, "b");
  g_assert_null (ggov_role_catalogue_get_role (catalogue, 0)->nominated_by);
}

static void
test_refused (void)
{
  static const char *const files[] = {
    "{}",
    "{\"families\": []}",
    FILE_OF (FAMILY, "3"),
    FILE_OF ("{\"code\": \"f\"}", ""),
    FILE_OF (FAMILY "," FAMILY, ""),
    FILE_OF (FAMILY, "{\"code\": \"a\"}"),
    FILE_OF (FAMILY, ROLE ("a", "g", "grid", "a", "1")),
    FILE_OF (FAMILY, ROLE ("a", "f", "county", "a", "1")),
    FILE_OF (FAMILY, ROLE ("a", "f", "grid", "b", "1")),
    FILE_OF (FAMILY, ROLE ("a", "f", "grid", "a", "-1")),
    FILE_OF (FAMILY, ROLE ("a", "f", "grid", "a", "\"1\"")),
    FILE_OF (FAMILY, ROLE ("a", "f", "grid", "a", "1") "," ROLE ("a", "f", "grid", "a", "2")),
    FILE_OF (FAMILY, ROLE ("a", "f", "grid", "a", "1") "," ROLE ("b", "f", "grid", "a", "1")),
    FILE_OF (FAMILY, ROLE ("a", "f", "grid", "a", "1, \"nominated_by\": \"c\"")),
    FILE_OF (FAMILY, ROLE ("a", "f", "grid", "a", "1, \"nominated_by\": 4")),
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", files[i]);
      g_assert_null (ggov_role_catalogue_new_from_json (files[i], -1, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA);
    }
}

static void
test_words (void)
{
  GgovScope scope = GGOV_SCOPE_GRID;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < GGOV_N_SCOPES; i++)
    {
      g_assert_true (ggov_scope_from_code (ggov_scope_get_code (i), &scope, NULL));
      g_assert_cmpuint (scope, ==, i);
    }
  g_assert_false (ggov_scope_from_code ("street", &scope, &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX);
  g_assert_cmpstr (ggov_scope_get_code (GGOV_SCOPE_SUB_DISTRICT), ==, "sub-district");
  g_assert_cmpstr (ggov_scope_get_label (GGOV_SCOPE_UNIT), ==, "Unit");
  g_assert_cmpstr (ggov_presence_get_code (GGOV_PRESENCE_ROUNDS), ==, "rounds");
  g_assert_cmpstr (ggov_presence_get_label (GGOV_PRESENCE_NONE), ==, "On call");
  g_assert_cmpstr (ggov_cardinality_get_code (GGOV_CARDINALITY_ONE_TO_MANY), ==, "one-to-many");
  g_assert_cmpstr (ggov_cardinality_get_label (GGOV_CARDINALITY_ONE_TO_ONE), ==,
                   "One person, one grid");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/role/known", test_known);
  g_test_add_func ("/model/role/counts", test_counts);
  g_test_add_func ("/model/role/languages", test_languages);
  g_test_add_func ("/model/role/chinese", test_chinese);
  g_test_add_func ("/model/role/order", test_order);
  g_test_add_func ("/model/role/refused", test_refused);
  g_test_add_func ("/model/role/words", test_words);

  return g_test_run ();
}
