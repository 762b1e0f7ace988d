/* test-typed-text.c: what people type into tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-local-time.h"
#include "ggov-typed-text.h"

typedef struct
{
  const char *typed;
  const char *read; /* NULL where it is refused */
} Case;

static void
check (char       *read,
       const Case *one)
{
  g_autofree char *owned = read;

  if (g_strcmp0 (owned, one->read) != 0)
    g_error ("“%s” is read as “%s” instead of “%s”", one->typed, owned, one->read);
}

static void
test_text (void)
{
  const Case cases[] = {
    { NULL, NULL }, { "", NULL }, { " \t\u3000", NULL }, { "\u200b\ufeff", NULL },
    { "  张三 ", "张三" }, { "１３８０４７２１２３４", "13804721234" },
    { "3\u00a0\u3000号楼", "3 号楼" }, { "a\u200bb\u00adc", "abc" },
    /* Rare characters stay what they are: not even compatible ones are exchanged. */
    { "𠮷㐂\uf900", "𠮷㐂\uf900" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (ggov_typed_dup_text (cases[i].typed), &cases[i]);
}

static void
test_name (void)
{
  const Case cases[] = {
    { "张 三", "张三" }, { "欧 阳\u3000娜 娜", "欧阳娜娜" }, { "John  Smith", "John Smith" },
    { "买买提·艾力", "买买提·艾力" }, { "𠮷 田", "𠮷田" }, { " ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (ggov_typed_dup_name (cases[i].typed), &cases[i]);
}

static void
test_day (void)
{
  const Case cases[] = {
    { "2024-01-05", "2024-01-05" }, { "2024/1/5", "2024-01-05" }, { "2024.1.5", "2024-01-05" },
    { "2024年1月5日", "2024-01-05" }, { "2024 年 1 月 5 日", "2024-01-05" },
    { "２０２４．１．５", "2024-01-05" }, { "20240105", "2024-01-05" },
    { "2024-01-05T00:00:00", "2024-01-05" }, { "2024/01/05 00:00:00", "2024-01-05" },
    { "民国113年1月5日", "2024-01-05" }, { "2024-02-29", "2024-02-29" },
    { "1968/12/19", "1968-12-19" },
    { "2023-02-29", NULL }, { "2024.2.30", NULL }, { "85-1-5", NULL }, { "2024-1", NULL },
    { "2024-13-01", NULL }, { "20241301", NULL }, { "2024-1-5-6", NULL }, { "5/1/2024", NULL },
    { "2024-01-05T10:30:00", NULL }, { "0000-00-00", NULL }, { "今年", NULL }, { "", NULL },
    { "202415", NULL }, { "1234", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int day = 0;
      GgovTypedDay found = ggov_typed_parse_day (cases[i].typed, &day);

      g_assert_cmpint (found, !=, GGOV_TYPED_DAY_SERIAL);
      check (found == GGOV_TYPED_DAY_FINE ? ggov_local_day_format (day) : NULL, &cases[i]);
    }
}

/* 45296 is 2024-01-05 in a spreadsheet that counts from 1900. */
static void
test_serial (void)
{
  const Case cases[] = { { "45296", "2024-01-05" }, { "45296.0", "2024-01-05" },
                         { "25569", "1970-01-01" } };
  int day = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (ggov_typed_parse_day (cases[i].typed, &day), ==, GGOV_TYPED_DAY_SERIAL);
      check (ggov_local_day_format (day), &cases[i]);
    }
  g_assert_cmpint (ggov_typed_parse_day ("45296.5", &day), ==, GGOV_TYPED_DAY_BAD);
  g_assert_cmpint (ggov_typed_parse_day ("12349", &day), ==, GGOV_TYPED_DAY_BAD);
}

static void
test_phone (void)
{
  const Case cases[] = {
    { "13804721234", "13804721234" }, { "138 0472 1234", "13804721234" },
    { "138-0472-1234", "13804721234" }, { "+86 13804721234", "13804721234" },
    { "8613804721234", "13804721234" }, { "13804721234.0", "13804721234" },
    { "13804721234；0472-5151234", "13804721234" }, { "13804721234/13904720000", "13804721234" },
    { "0472-5151234", "0472-5151234" }, { "(0472)5151234", "04725151234" }, { "12349", "12349" },
    { "1.38047E+10", NULL }, { "1234", NULL }, { "无", NULL }, { "12345678901234", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (ggov_typed_dup_phone (cases[i].typed), &cases[i]);
}

static void
test_sex (void)
{
  g_assert_cmpstr (ggov_typed_get_sex ("男"), ==, "1");
  g_assert_cmpstr (ggov_typed_get_sex (" 女 "), ==, "2");
  g_assert_cmpstr (ggov_typed_get_sex ("Female"), ==, "2");
  g_assert_cmpstr (ggov_typed_get_sex ("１"), ==, "1");
  g_assert_null (ggov_typed_get_sex ("三"));
  g_assert_null (ggov_typed_get_sex (""));
}

static void
test_place (void)
{
  const Case cases[] = {
    { "3号楼", "3号楼" }, { "3 号 楼", "3号楼" }, { "三号楼", "3号楼" }, { "３＃楼", "3号楼" },
    { "3#", "3号楼" }, { "3栋", "3号楼" }, { "3幢", "3号楼" }, { "3号", "3号楼" },
    { "二十三号楼", "23号楼" }, { "十二栋2单元", "12号楼2单元" }, { "福顺1号街坊1号楼", "福顺1号街坊1号楼" },
    { "福顺一号街坊一号楼", "福顺1号街坊1号楼" }, { "A座", "a号楼" }, { "三里河小区", "三里河小区" },
    { " ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (ggov_typed_dup_place (cases[i].typed), &cases[i]);
}

static void
test_number (void)
{
  g_assert_cmpint (ggov_typed_get_number ("2单元"), ==, 2);
  g_assert_cmpint (ggov_typed_get_number ("二单元"), ==, 2);
  g_assert_cmpint (ggov_typed_get_number ("十"), ==, 10);
  g_assert_cmpint (ggov_typed_get_number ("十二"), ==, 12);
  g_assert_cmpint (ggov_typed_get_number ("二十"), ==, 20);
  g_assert_cmpint (ggov_typed_get_number ("１２"), ==, 12);
  g_assert_cmpint (ggov_typed_get_number ("东单元"), ==, 0);
  g_assert_cmpint (ggov_typed_get_number (""), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/typed/text", test_text);
  g_test_add_func ("/model/typed/name", test_name);
  g_test_add_func ("/model/typed/day", test_day);
  g_test_add_func ("/model/typed/serial", test_serial);
  g_test_add_func ("/model/typed/phone", test_phone);
  g_test_add_func ("/model/typed/sex", test_sex);
  g_test_add_func ("/model/typed/place", test_place);
  g_test_add_func ("/model/typed/number", test_number);

  return g_test_run ();
}
