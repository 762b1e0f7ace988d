/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ggov-mask.h"

typedef struct
{
  const char *text;
  const char *masked;
} Case;

static void
test_names (void)
{
  static const Case cases[] = {
    { "", "" }, { "王", "*" }, { "王明", "王*" }, { "王小明", "王*明" }, { "欧阳娜娜", "欧**娜" },
    { "阿不都·买买提", "阿*****提" }, { "𠮷田", "𠮷*" }, { "Li Ming", "L*****g" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = ggov_mask_name (cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static void
test_phones (void)
{
  static const Case cases[] = {
    { "13812345678", "138****5678" }, { "138 1234 5678", "138 **** 5678" },
    { "+86 138-1234-5678", "+86 138-****-5678" }, { "8613812345678", "86138****5678" },
    { "0472-5123456", "****-*****56" }, { "5123456", "*****56" }, { "12345", "*****" },
    { "110", "***" }, { "", "" }, { "无", "无" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = ggov_mask_phone (cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static void
test_identities (void)
{
  static const Case cases[] = {
    { "34052419800101001X", "340524***********X" }, { "110105491231002", "110105********2" },
    { "340524198001010", "340524********0" }, { "E12345678", "*********" }, { "", "" },
    { "3405241980010100", "****************" }, { "证件遗失", "****" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = ggov_mask_identity (cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

/* The check character by the standard's other form: the sum of digit times 2^place, taken from the
 * right, with the check itself, leaves 1 when divided by 11. */
static char
find_check (const char *seventeen)
{
  for (int check = 0; check <= 10; check++)
    {
      int sum = check;

      for (int i = 0; i < 17; i++)
        sum += (seventeen[i] - '0') * ((1 << (17 - i)) % 11);
      if (sum % 11 == 1)
        return check == 10 ? 'X' : '0' + check;
    }

  g_assert_not_reached ();
}

/* Who sees the masked number and knows the date of birth still has some 91 left: 1,000 sequences
 * over eleven check characters. */
static void
test_identity_stays_unknown (void)
{
  g_autofree char *masked = ggov_mask_identity ("34052419800101001X");
  guint n_possible = 0;

  for (int sequence = 0; sequence < 1000; sequence++)
    {
      g_autofree char *seventeen = g_strdup_printf ("34052419800101%03d", sequence);
      g_autofree char *whole = g_strdup_printf ("%s%c", seventeen, find_check (seventeen));
      gboolean fits = TRUE;

      for (int i = 0; i < 18; i++)
        fits = fits && (masked[i] == '*' || masked[i] == whole[i]);
      n_possible += fits;
    }

  g_assert_cmpuint (strlen (masked), ==, 18);
  g_assert_cmpuint (n_possible, >=, 90);
  g_assert_cmpuint (n_possible, <=, 92);
}

static void
test_free_text (void)
{
  static const struct { const char *text; const char *masked; } cases[] = {
    { "", "" },
    { "3号楼2单元501室漏水", "3号楼2单元501室漏水" },
    { "联系人王明13812345678，请回电", "联系人王明138****5678，请回电" },
    { "身份证34052419800101001X。", "身份证340524***********X。" },
    { "0472-1234567", "****-*****67" },
    { "打138-1234-5678或138 1234 5678", "打138-****-5678或138 **** 5678" },
    { "+8613812345678", "+86138****5678" },
    { "10-3-501，2026-03-31 08:30", "10-3-501，2026-03-31 08:30" },
    { "138123456789", "138123456789" },
    { "04721234567", "*********67" },
    { "工单2026-00012", "工单2026-00012" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = ggov_mask_free_text (cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static void
test_days (void)
{
  static const Case cases[] = {
    { "1985-01-05", "1985-**-**" }, { "", "" }, { "1985", "****" }, { "1985年1月5日", "*********" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = ggov_mask_day (cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static void
test_doors (void)
{
  static const Case cases[] = {
    { "3号楼2单元501室", "3号楼2单元***" }, { "友谊小区3号楼501", "友谊小区3号楼***" }, { "501", "***" },
    { "包头市昆都仑区建设路15号", "包头市昆都仑区建设路***" }, { "", "" }, { "3号楼", "3号楼" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = ggov_mask_door (cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/mask/names", test_names);
  g_test_add_func ("/model/mask/phones", test_phones);
  g_test_add_func ("/model/mask/identities", test_identities);
  g_test_add_func ("/model/mask/identity-stays-unknown", test_identity_stays_unknown);

  g_test_add_func ("/model/mask/days", test_days);
  g_test_add_func ("/model/mask/doors", test_doors);
  g_test_add_func ("/model/mask/free-text", test_free_text);

  return g_test_run ();
}
