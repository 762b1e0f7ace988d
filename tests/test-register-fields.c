/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ggov-model-error.h"
#include "ggov-register-catalogue.h"

static GgovRegisterCatalogue *
make (void)
{
  return ggov_register_catalogue_new_default ();
}

/* As the office's own account has it: 12 required, 103 optional. */
static void
test_counts (void)
{
  g_autoptr(GgovRegisterCatalogue) catalogue = make ();

  g_assert_cmpuint (ggov_register_catalogue_get_n_fields (catalogue), ==, 115);
  g_assert_cmpuint (ggov_register_catalogue_count (catalogue, TRUE), ==, 12);
  g_assert_cmpuint (ggov_register_catalogue_count (catalogue, FALSE), ==, 103);
}

/* No heading of somebody's table may mean two fields, and each finds its own. */
static void
test_words (void)
{
  g_autoptr(GgovRegisterCatalogue) catalogue = make ();

  for (guint i = 0; i < ggov_register_catalogue_get_n_fields (catalogue); i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_get_field_at (catalogue, i);

      g_assert_true (ggov_register_catalogue_find_word (catalogue, field->code) == field);
      g_assert_true (ggov_register_catalogue_find_word (catalogue, field->name) == field);
      g_assert_true (ggov_register_catalogue_find_word (catalogue, field->name_zh) == field);
      for (guint j = 0; field->synonyms[j]; j++)
        {
          g_test_message ("%s %s", field->code, field->synonyms[j]);
          g_assert_true (ggov_register_catalogue_find_word (catalogue, field->synonyms[j]) == field);
        }
    }
}

static void
test_spelled_words (void)
{
  static const struct { const char *word, *code; } cases[] = {
    { "身份证号码", "id_number" }, { "姓 名", "name" }, { "Date of Birth", "birth_date" },
    { "与户主关系*", "relation" }, { "住房面积（平方米）", "dwelling_area_m2" }, { "手机", "phone" },
    { "Ｐｈｏｎｅ", "phone" },
  };
  g_autoptr(GgovRegisterCatalogue) catalogue = make ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_find_word (catalogue, cases[i].word);

      g_assert_nonnull (field);
      g_assert_cmpstr (field->code, ==, cases[i].code);
    }
  g_assert_null (ggov_register_catalogue_find_word (catalogue, "星座"));
}

/* What PIPL article 28 names is sensitive. */
static void
test_sensitive (void)
{
  static const char *const codes[] = { "religion", "health", "illnesses", "disability_type",
                                       "mental_risk", "special_groups", "relief" };
  g_autoptr(GgovRegisterCatalogue) catalogue = make ();

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpint (ggov_register_catalogue_find (catalogue, codes[i])->sensitivity, ==,
                     GGOV_REGISTER_SENSITIVE);
}

static void
test_masked (void)
{
  static const struct { const char *field, *value, *masked; } cases[] = {
    { "name", "王小明", "王*明" }, { "id_number", "34052419800101001X", "340524***********X" },
    { "phone", "13812345678", "138****5678" }, { "birth_date", "1985-01-05", "1985-**-**" },
    { "door", "501", "***" }, { "health", "31", "***" }, { "sex", "1", "1" }, { "health", "", "" },
  };
  g_autoptr(GgovRegisterCatalogue) catalogue = make ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked =
        ggov_register_field_dup_masked (ggov_register_catalogue_find (catalogue, cases[i].field),
                                        cases[i].value);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

/* The tables of the standards: 56 groups and two more, 13 statuses, and so on, with two corrections
 * to what dictionaries have of GB/T 4761: 60 are the grandparents, 91 cousins. */
static void
test_tables (void)
{
  static const struct { const char *table; guint n; const char *code, *name_zh; } cases[] = {
    { "sex", 4, "9", "未说明的性别" }, { "marital_status", 8, "23", "复婚" },
    { "ethnic_group", 58, "56", "基诺族" }, { "political_status", 13, "13", "群众" },
    { "relation", 84, "60", "祖父母或外祖父母" }, { "relation", 84, "91", "堂兄弟、堂姐妹" },
    { "education", 40, "47", "技工学校毕业" }, { "work", 13, "80", "退（离）休人员" },
    { "health", 22, "69", "其他残疾" }, { "residence_type", 7, "1", "人户一致" },
    { "special_group", 15, "over_80", "高龄老人" },
  };
  g_autoptr(GgovRegisterCatalogue) catalogue = make ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GgovRegisterCodes *codes = ggov_register_catalogue_find_codes (catalogue, cases[i].table);

      g_assert_nonnull (codes);
      g_assert_cmpuint (ggov_register_codes_get_n (codes), ==, cases[i].n);
      g_assert_cmpstr (ggov_register_codes_find (codes, cases[i].code)->name_zh, ==,
                       cases[i].name_zh);
    }
}

/* Against the tables as published: every code is there. */
static void
check_published (GgovRegisterCatalogue *catalogue,
                 const char            *folder,
                 const char            *table,
                 const char            *name)
{
  const GgovRegisterCodes *codes = ggov_register_catalogue_find_codes (catalogue, table);
  g_autofree char *path = g_build_filename (folder, "codes", name, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i]; i++)
    {
      g_auto(GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", 2);

      if (g_strv_length (cells) < 2)
        continue;
      g_test_message ("%s %s", table, lines[i]);
      g_assert_nonnull (ggov_register_codes_find (codes, cells[0]));
      g_assert_nonnull (ggov_register_codes_match (codes, cells[1], NULL));
    }
}

static void
test_published (void)
{
  static const struct { const char *table, *name; } cases[] = {
    { "sex", "gbt2261-1-sex.csv" }, { "marital_status", "gbt2261-2-marital.csv" },
    { "health", "gbt2261-3-health.csv" }, { "work", "gbt2261-4-work.csv" },
    { "ethnic_group", "gbt3304-ethnic.csv" }, { "education", "gbt4658-education.csv" },
    { "political_status", "gbt4762-political.csv" },
  };
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");
  g_autoptr(GgovRegisterCatalogue) catalogue = make ();

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("The code tables are not in GRIDGOV_TEST_DATA");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_published (catalogue, folder, cases[i].table, cases[i].name);
}

/* What an office changes ------------------------------------------------------------------------ */

static void
test_own (void)
{
  static const GgovRegisterChange changes[] = {
    { .code = "hobby", .is_own = TRUE, .name = "Hobby", .name_zh = "爱好", .group = "living" },
    { .code = "heating", .is_own = TRUE, .name_zh = "供暖方式", .type = "boolean" },
    { .code = "old_age_card", .is_own = TRUE, .name_zh = "老年证号", .is_sensitive = TRUE },
    { .code = "religion", .is_retired = TRUE },
    { .code = "phone", .name_zh = "手机（本人）" },
    { .code = "gone_from_the_catalogue", .is_retired = TRUE },
  };
  g_autoptr(GgovRegisterCatalogue) base = make ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovRegisterCatalogue) catalogue =
    ggov_register_catalogue_apply (base, changes, G_N_ELEMENTS (changes), &error);
  const GgovRegisterField *field;

  g_assert_no_error (error);
  g_assert_cmpuint (ggov_register_catalogue_get_n_fields (catalogue), ==, 118);
  g_assert_cmpuint (ggov_register_catalogue_count (catalogue, FALSE), ==, 105);
  g_assert_cmpuint (ggov_register_catalogue_count (catalogue, TRUE), ==, 12);

  field = ggov_register_catalogue_find_word (catalogue, "爱好");
  g_assert_cmpstr (field->code, ==, "hobby");
  g_assert_true (field->is_own);
  g_assert_cmpint (field->type, ==, GGOV_REGISTER_TEXT);
  g_assert_cmpint (ggov_register_catalogue_find (catalogue, "heating")->type, ==,
                   GGOV_REGISTER_BOOLEAN);
  g_assert_cmpint (ggov_register_catalogue_find (catalogue, "old_age_card")->sensitivity, ==,
                   GGOV_REGISTER_SENSITIVE);
  g_assert_null (ggov_register_catalogue_find_word (catalogue, "宗教信仰"));
  g_assert_true (ggov_register_catalogue_find (catalogue, "religion")->is_retired);
  g_assert_cmpstr (ggov_register_catalogue_find (catalogue, "phone")->name_zh, ==, "手机（本人）");
  g_assert_cmpstr (ggov_register_catalogue_find (base, "phone")->name_zh, ==, "联系电话");
  g_assert_nonnull (ggov_register_catalogue_get_codes (catalogue,
                      ggov_register_catalogue_find (catalogue, "sex")));
}

static void
test_bad_own (void)
{
  static const struct { GgovRegisterChange change; int code; } cases[] = {
    { { .code = "Hobby!", .is_own = TRUE }, GGOV_MODEL_ERROR_SYNTAX },
    { { .code = "hobby", .is_own = TRUE, .type = "picture" }, GGOV_MODEL_ERROR_DATA },
    { { .code = "hobby", .is_own = TRUE, .group = "nowhere" }, GGOV_MODEL_ERROR_DATA },
    { { .code = "hobby", .is_own = TRUE, .type = "code", .table = "none" }, GGOV_MODEL_ERROR_DATA },
    { { .code = "hobby", .is_own = TRUE, .type = "code" }, GGOV_MODEL_ERROR_DATA },
  };
  g_autoptr(GgovRegisterCatalogue) base = make ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ggov_register_catalogue_apply (base, &cases[i].change, 1, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, cases[i].code);
    }
}

/* An office's file of its own ------------------------------------------------------------------- */

#define GROUP "{\"groups\":[{\"code\":\"g\",\"name\":\"G\",\"name_zh\":\"组\"}],\"fields\":["
#define FIELD "\"code\":\"a\",\"name\":\"A\",\"name_zh\":\"甲\",\"group\":\"g\",\"type\":"

static void
test_bad_files (void)
{
  static const char *const files[] = {
    "", "[]", "{}", GROUP "{" FIELD "\"picture\"}]}", GROUP "{" FIELD "\"code\"}]}",
    GROUP "{" FIELD "\"text\",\"table\":\"t\"}]}", GROUP "{" FIELD "\"text\",\"length\":0}]}",
    GROUP "{" FIELD "\"text\",\"sensitivity\":\"secret\"}]}",
    GROUP "{" FIELD "\"text\"},{" FIELD "\"text\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", files[i]);
      g_assert_null (ggov_register_catalogue_new_from_json (files[i], "{\"tables\":[]}", &error));
      g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/register/fields/counts", test_counts);
  g_test_add_func ("/model/register/fields/words", test_words);
  g_test_add_func ("/model/register/fields/spelled-words", test_spelled_words);
  g_test_add_func ("/model/register/fields/sensitive", test_sensitive);
  g_test_add_func ("/model/register/fields/masked", test_masked);
  g_test_add_func ("/model/register/fields/tables", test_tables);
  g_test_add_func ("/model/register/fields/published", test_published);
  g_test_add_func ("/model/register/fields/own", test_own);
  g_test_add_func ("/model/register/fields/bad-own", test_bad_own);
  g_test_add_func ("/model/register/fields/bad-files", test_bad_files);

  return g_test_run ();
}
