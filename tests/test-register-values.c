/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ggov-local-time.h"
#include "ggov-model-error.h"
#include "ggov-register-value.h"

typedef struct
{
  const char *field;
  const char *typed;
  const char *value;
  const char *notice; /* a part of it; NULL for none */
} Fine;

typedef struct
{
  const char *field;
  const char *typed;
  int         code;
  const char *part; /* of the sentence */
} Bad;

static GgovRegisterReading
make_reading (guint epoch)
{
  return (GgovRegisterReading) { ggov_local_day_from_date (2026, 11, 23), epoch };
}

static gboolean
parse (const char  *field,
       const char  *typed,
       guint        epoch,
       char       **value,
       char       **notice,
       GError     **error)
{
  g_autoptr(GgovRegisterCatalogue) catalogue = ggov_register_catalogue_new_default ();
  const GgovRegisterField *found = ggov_register_catalogue_find (catalogue, field);
  const GgovRegisterReading reading = make_reading (epoch);

  g_assert_nonnull (found);

  return ggov_register_field_parse (catalogue, found, typed, &reading, value, notice, error);
}

static void
check_fine (const Fine *cases,
            guint       n,
            guint       epoch)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = NULL, *notice = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s “%s”", cases[i].field, cases[i].typed);
      g_assert_true (parse (cases[i].field, cases[i].typed, epoch, &value, &notice, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_true ((notice == NULL) == (cases[i].notice == NULL));
      g_assert_true (notice == NULL || strstr (notice, cases[i].notice));
    }
}

static void
check_bad (const Bad *cases,
           guint      n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = NULL, *notice = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s “%s”", cases[i].field, cases[i].typed);
      g_assert_false (parse (cases[i].field, cases[i].typed, 1900, &value, &notice, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, cases[i].code);
      g_assert_null (value);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

static void
test_nothing (void)
{
  static const Fine cases[] = {
    { "birth_date", NULL, NULL, NULL }, { "birth_date", "  ", NULL, NULL },
    { "phone", "-", NULL, NULL }, { "sex", "\xe2\x80\x8b", NULL, NULL }, { "note", "/", NULL, NULL },
  };

  check_fine (cases, G_N_ELEMENTS (cases), 1900);
}

/* 31052 days after 1899-12-30 is 1985-01-05: 1985 begins with 31048. 1904 is 1462 days later, so
 * 29590 is the same day there. */
static void
test_days (void)
{
  static const Fine cases[] = {
    { "birth_date", "1985-1-5", "1985-01-05", NULL }, { "birth_date", "1985/01/05", "1985-01-05", NULL },
    { "birth_date", "1985.1.5", "1985-01-05", NULL }, { "birth_date", "19850105", "1985-01-05", NULL },
    { "birth_date", "1985年1月5日", "1985-01-05", NULL },
    { "birth_date", "１９８５－０１－０５", "1985-01-05", NULL },
    { "birth_date", "民国74年1月5日", "1985-01-05", NULL },
    { "birth_date", "1985-01-05 00:00:00", "1985-01-05", NULL },
    { "birth_date", "31052", "1985-01-05", "31052" }, { "birth_date", "14611", "1940-01-01", "14611" },
    { "id_valid_until", "长期", "9999-12-31", NULL },
  };
  static const Fine late[] = { { "birth_date", "29590", "1985-01-05", "1985-01-05" } };

  check_fine (cases, G_N_ELEMENTS (cases), 1900);
  check_fine (late, G_N_ELEMENTS (late), 1904);
}

static void
test_bad_days (void)
{
  static const Bad cases[] = {
    { "birth_date", "2024.2.30", GGOV_MODEL_ERROR_RANGE, "no such day" },
    { "birth_date", "20240230", GGOV_MODEL_ERROR_RANGE, "no such day" },
    { "birth_date", "2023-02-29", GGOV_MODEL_ERROR_RANGE, "no such day" },
    { "birth_date", "85-1-5", GGOV_MODEL_ERROR_SYNTAX, "two digits" },
    { "birth_date", "民国74年", GGOV_MODEL_ERROR_SYNTAX, "no day" },
    { "birth_date", "1985", GGOV_MODEL_ERROR_SYNTAX, "no day" },
    { "birth_date", "1985.06", GGOV_MODEL_ERROR_SYNTAX, "no day" },
    { "birth_date", "1985年6月", GGOV_MODEL_ERROR_SYNTAX, "no day" },
    { "birth_date", "198506", GGOV_MODEL_ERROR_SYNTAX, "no day" },
    { "birth_date", "2030-01-01", GGOV_MODEL_ERROR_RANGE, "still to come" },
    { "birth_date", "不详", GGOV_MODEL_ERROR_SYNTAX, "cannot be read" },
    { "birth_date", "#REF!", GGOV_MODEL_ERROR_SYNTAX, "formula went wrong" },
  };

  check_bad (cases, G_N_ELEMENTS (cases));
}

static void
test_serial_needs_sheet (void)
{
  g_autofree char *value = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (parse ("birth_date", "31052", 0, &value, NULL, &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "bare number"));
}

static void
test_codes (void)
{
  static const Fine cases[] = {
    { "sex", "男", "1", NULL }, { "sex", "女性", "2", NULL }, { "sex", "F", "2", NULL },
    { "ethnic_group", "汉", "01", NULL }, { "ethnic_group", "蒙古族", "02", NULL },
    { "ethnic_group", "MA", "11", NULL }, { "ethnic_group", "Manchu", "11", NULL },
    { "ethnic_group", "5", "05", "lost its zero" }, { "ethnic_group", "01 汉族", "01", NULL },
    { "ethnic_group", "01-汉族", "01", NULL },
    { "marital_status", "已婚", "20", NULL }, { "marital_status", "离异", "40", NULL },
    { "political_status", "党员", "01", NULL }, { "political_status", "共青团员", "03", NULL },
    { "relation", "长子", "22", NULL }, { "relation", "儿媳", "38", NULL },
    { "relation", "奶奶", "62", NULL }, { "relation", "户主", "02", NULL },
    { "education", "大专", "30", NULL }, { "education", "本科", "20", NULL },
    { "work", "退休", "80", NULL }, { "health", "健康", "10", NULL },
    { "special_groups", "独居老人、残疾人", "living_alone,disabled", NULL },
    { "special_groups", "低保;低保", "low_income", NULL },
    { "has_dog", "是", "1", NULL }, { "is_volunteer", "×", "0", NULL },
  };

  check_fine (cases, G_N_ELEMENTS (cases), 1900);
}

static void
test_bad_codes (void)
{
  static const Bad cases[] = {
    { "sex", "公", GGOV_MODEL_ERROR_SYNTAX, "公" }, { "sex", "3", GGOV_MODEL_ERROR_RANGE, "no code" },
    { "relation", "1", GGOV_MODEL_ERROR_RANGE, "no code" },
    { "ethnic_group", "57", GGOV_MODEL_ERROR_RANGE, "no code" },
    { "ethnic_group", "02 汉族", GGOV_MODEL_ERROR_SYNTAX, "02 汉族" },
    { "special_groups", "独居老人、外星人", GGOV_MODEL_ERROR_SYNTAX, "外星人" },
    { "has_dog", "也许", GGOV_MODEL_ERROR_SYNTAX, "neither yes nor no" },
  };

  check_bad (cases, G_N_ELEMENTS (cases));
}

static void
test_texts (void)
{
  static const Fine cases[] = {
    { "name", "张　三", "张三", NULL }, { "name", "\xe2\x80\x8b李四\xef\xbb\xbf", "李四", NULL },
    { "name", "买买提•吐尔逊", "买买提·吐尔逊", NULL }, { "name", "买买提.吐尔逊", "买买提·吐尔逊", NULL },
    { "name", "买买提・吐尔逊", "买买提·吐尔逊", NULL }, { "name", "𠮷田㛃", "𠮷田㛃", NULL },
    { "name", "王\xee\x80\x80", "王\xee\x80\x80", "private code" },
    { "phone", "138 1234 5678", "13812345678", NULL }, { "phone", "13812345678.0", "13812345678", NULL },
    { "phone", "0472-5123456", "0472-5123456", NULL },
    { "phone", "13812345678、13900001111", "13812345678", "first was taken" },
    { "height_cm", "175cm", "175", NULL }, { "dwelling_area_m2", "86.50㎡", "86.5", NULL },
    { "monthly_income_yuan", "12,500元", "12500", NULL },
    { "email", "a@b.cn", "a@b.cn", NULL }, { "id_number", "110105491231002", "11010519491231002X",
      "15 digits" },
  };
  static const Bad bad[] = {
    { "name", "张三1", GGOV_MODEL_ERROR_SYNTAX, "no digits" }, { "name", "王?明", GGOV_MODEL_ERROR_SYNTAX, "lost" },
    { "name", "王□", GGOV_MODEL_ERROR_SYNTAX, "lost" },
    { "phone", "1.38E+10", GGOV_MODEL_ERROR_SYNTAX, "rounded" }, { "phone", "无", GGOV_MODEL_ERROR_SYNTAX, "cannot be read" },
    { "height_cm", "1.75", GGOV_MODEL_ERROR_RANGE, "from 20 to 260" },
    { "children", "1.5", GGOV_MODEL_ERROR_SYNTAX, "whole number" },
    { "children", "两个", GGOV_MODEL_ERROR_SYNTAX, "no number" }, { "email", "a@b", GGOV_MODEL_ERROR_SYNTAX, "form" },
    { "id_number", "1.1E+17", GGOV_MODEL_ERROR_SYNTAX, "rounded" },
  };

  check_fine (cases, G_N_ELEMENTS (cases), 1900);
  check_bad (bad, G_N_ELEMENTS (bad));
}

/* Papers ------------------------------------------------------------------------------------- */

static void
test_papers (void)
{
  static const struct { const char *kind, *typed, *number, *taken; } cases[] = {
    { NULL, "34052419800101001X", "34052419800101001X", "111" }, { "111", NULL, NULL, "111" },
    { NULL, NULL, NULL, "000" }, { "000", "", NULL, "000" },
    { NULL, "810000199408230021", "810000199408230021", "710" },
    { "111", "830000199201300022", "830000199201300022", "730" },
    { "414", "e12345678", "E12345678", "414" },
  };
  const GgovRegisterReading reading = make_reading (1900);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = NULL;
      g_autoptr(GError) error = NULL;
      const char *kind;

      g_assert_true (ggov_register_check_paper (cases[i].kind, cases[i].typed, &reading, &number, &kind,
                                                NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (number, ==, cases[i].number);
      g_assert_cmpstr (kind, ==, cases[i].taken);
    }
}

static void
test_bad_papers (void)
{
  static const struct { const char *kind, *typed; int code; } cases[] = {
    { NULL, "E12345678", GGOV_MODEL_ERROR_SYNTAX }, { "111", "340524198001010011", GGOV_MODEL_ERROR_RANGE },
    { "000", "E12345678", GGOV_MODEL_ERROR_STATE }, { "414", "护照遗失", GGOV_MODEL_ERROR_SYNTAX },
  };
  const GgovRegisterReading reading = make_reading (1900);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = NULL;
      g_autoptr(GError) error = NULL;
      const char *kind;

      g_assert_false (ggov_register_check_paper (cases[i].kind, cases[i].typed, &reading, &number,
                                                 &kind, NULL, NULL, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, cases[i].code);
    }
}

static void
test_shown (void)
{
  static const struct { const char *field, *value, *shown; } cases[] = {
    { "sex", "1", "Male" }, { "special_groups", "disabled,veteran",
      "Disabled people, Veterans and those entitled to special care" },
    { "has_dog", "1", "Yes" }, { "has_dog", "0", "No" }, { "note", "x", "x" }, { "sex", "7", "7" },
    { "sex", NULL, "" },
  };
  g_autoptr(GgovRegisterCatalogue) catalogue = ggov_register_catalogue_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown =
        ggov_register_field_dup_shown (catalogue,
                                       ggov_register_catalogue_find (catalogue, cases[i].field),
                                       cases[i].value);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/register/values/nothing", test_nothing);
  g_test_add_func ("/model/register/values/days", test_days);
  g_test_add_func ("/model/register/values/bad-days", test_bad_days);
  g_test_add_func ("/model/register/values/serial-needs-sheet", test_serial_needs_sheet);
  g_test_add_func ("/model/register/values/codes", test_codes);
  g_test_add_func ("/model/register/values/bad-codes", test_bad_codes);
  g_test_add_func ("/model/register/values/texts", test_texts);
  g_test_add_func ("/model/register/values/papers", test_papers);
  g_test_add_func ("/model/register/values/bad-papers", test_bad_papers);
  g_test_add_func ("/model/register/values/shown", test_shown);

  return g_test_run ();
}
