/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ggov-dwelling-address.h"
#include "ggov-model-error.h"

typedef struct
{
  const char *typed;
  const char *place;
  const char *building;
  int         unit;
  int         floor;
  const char *door;
} Case;

static void
test_spellings (void)
{
  static const Case cases[] = {
    { "3号楼2单元501", NULL, "3号楼", 2, 0, "501" },
    { "3-2-501", NULL, "3号楼", 2, 0, "501" },
    { "三号楼二单元501室", NULL, "3号楼", 2, 0, "501" },
    { "三号楼 二单元 五零一", NULL, "3号楼", 2, 0, "501" },
    { "福顺1号街坊3号楼2单元501室", "福顺1号街坊", "3号楼", 2, 0, "501" },
    { "友谊小区3栋2单元501", "友谊小区", "3号楼", 2, 0, "501" },
    { "友谊小区-3-2-501", "友谊小区", "3号楼", 2, 0, "501" },
    { "友谊小区 3＃楼 2－501", "友谊小区", "3号楼", 2, 0, "501" },
    { "3#2-501", NULL, "3号楼", 2, 0, "501" }, { "3#-2-501", NULL, "3号楼", 2, 0, "501" },
    { "3号楼/2单元/501", NULL, "3号楼", 2, 0, "501" },
    { "幸福路12号院3栋502", "幸福路12号院", "3号楼", 0, 0, "502" },
    { "3-501", NULL, "3号楼", 0, 0, "501" }, { "3-2", NULL, "3号楼", 2, 0, NULL },
    { "A座1203室", NULL, "a号楼", 0, 0, "1203" }, { "B1-1-301", NULL, "b1号楼", 1, 0, "301" },
    { "3号楼2单元5层东户", NULL, "3号楼", 2, 5, "5层东户" },
    { "3号楼2单元5楼501", NULL, "3号楼", 2, 5, "501" },
    { "12号3单元402", NULL, "12号楼", 3, 0, "402" },
    { "十二号楼一单元102室", NULL, "12号楼", 1, 0, "102" },
    { "3号楼地下室", NULL, "3号楼", 0, 0, "地下室" },
    { "3号楼", NULL, "3号楼", 0, 0, NULL }, { "2单元501", NULL, NULL, 2, 0, "501" },
    { "建设路15号", "建设路15号", NULL, 0, 0, NULL }, { "福顺大厦", "福顺大厦", NULL, 0, 0, NULL },
    { "", NULL, NULL, 0, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GgovDwellingAddress) address = { NULL };
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_true (ggov_dwelling_address_parse (cases[i].typed, &address, &error));
      g_assert_cmpstr (address.place, ==, cases[i].place);
      g_assert_cmpstr (address.building, ==, cases[i].building);
      g_assert_cmpint (address.unit, ==, cases[i].unit);
      g_assert_cmpint (address.floor, ==, cases[i].floor);
      g_assert_cmpstr (address.door, ==, cases[i].door);
    }
}

static void
test_two_meanings (void)
{
  g_auto(GgovDwellingAddress) address = { NULL };
  g_autoptr(GError) error = NULL;

  g_assert_false (ggov_dwelling_address_parse ("3-12", &address, &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "3-12"));
}

static void
test_columns (void)
{
  static const struct { GgovDwellingColumns columns; Case parts; } cases[] = {
    { { "友谊小区", "3", "2", "501", NULL }, { "", "友谊小区", "3号楼", 2, 0, "501" } },
    { { "友谊小区", "三号楼", "二单元", "501室", NULL }, { "", "友谊小区", "3号楼", 2, 0, "501" } },
    { { NULL, "3栋", NULL, "2-501", NULL }, { "", NULL, "3号楼", 2, 0, "501" } },
    { { NULL, "3.0", "2.0", "501.0", NULL }, { "", NULL, "3号楼", 2, 0, "501" } },
    { { NULL, NULL, NULL, "3-2-501", NULL }, { "", NULL, "3号楼", 2, 0, "501" } },
    { { NULL, "友谊小区3号楼2单元", NULL, "501", NULL }, { "", "友谊小区", "3号楼", 2, 0, "501" } },
    { { NULL, "福顺大厦", "1", "0802", NULL }, { "", NULL, "福顺大厦", 1, 0, "0802" } },
    { { NULL, "3号楼", NULL, NULL, "友谊小区3号楼2单元501" },
      { "", "友谊小区", "3号楼", 2, 0, "501" } },
    { { NULL, "3号楼", "无", "门卫室", NULL }, { "", NULL, "3号楼", 0, 0, "门卫室" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GgovDwellingAddress) address = { NULL };
      g_autoptr(GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_true (ggov_dwelling_address_join (&cases[i].columns, &address, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (address.place, ==, cases[i].parts.place);
      g_assert_cmpstr (address.building, ==, cases[i].parts.building);
      g_assert_cmpint (address.unit, ==, cases[i].parts.unit);
      g_assert_cmpstr (address.door, ==, cases[i].parts.door);
    }
}

static void
test_columns_differ (void)
{
  static const struct { GgovDwellingColumns columns; int code; const char *part; } cases[] = {
    { { NULL, "3号楼", "1", "501", "3号楼2单元501" }, GGOV_MODEL_ERROR_RANGE, "“1” and “2”" },
    { { NULL, "4号楼", NULL, NULL, "3号楼2单元501" }, GGOV_MODEL_ERROR_RANGE, "“4号楼” and “3号楼”" },
    { { NULL, "3", "A", "501", NULL }, GGOV_MODEL_ERROR_SYNTAX, "“a” is no unit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GgovDwellingAddress) address = { NULL };
      g_autoptr(GError) error = NULL;

      g_assert_false (ggov_dwelling_address_join (&cases[i].columns, &address, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].part));
      g_assert_null (address.building);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/dwelling-address/spellings", test_spellings);
  g_test_add_func ("/model/dwelling-address/two-meanings", test_two_meanings);
  g_test_add_func ("/model/dwelling-address/columns", test_columns);
  g_test_add_func ("/model/dwelling-address/columns-differ", test_columns_differ);

  return g_test_run ();
}
