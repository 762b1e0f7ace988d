/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ggov-county.h"
#include "ggov-identity.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"

/* Apart from what follows: a digit would belong to the escape. */
#define ZERO_WIDTH_SPACE "\xe2\x80\x8b"

#define CASES "people/id-number-cases.csv"

static int
get_today (void)
{
  return ggov_local_day_from_date (2026, 11, 23);
}

/* 3*7 + 4*9 + 0*10 + 5*5 + 2*8 + 4*4 + 1*2 + 9*1 + 8*6 + 0*3 + 0*7 + 1*9 + 0*10 + 1*5 + 0*8 + 0*4 +
 * 1*2 = 189; 189 modulo 11 is 2, which stands for X: the example of GB 11643-1999. */
static void
test_check (void)
{
  g_assert_cmpint (ggov_identity_get_check ("34052419800101001"), ==, 'X');
  g_assert_cmpint (ggov_identity_get_check ("11010519491231002"), ==, 'X');
  g_assert_cmpint (ggov_identity_get_check ("44052418800101001"), ==, '4');
}

static void
test_parts (void)
{
  GgovIdentity identity;
  g_autoptr(GError) error = NULL;
  g_autofree char *day = NULL;

  g_assert_true (ggov_identity_parse ("34052419800101001x", get_today (), &identity, &error));
  g_assert_no_error (error);
  day = ggov_local_day_format (identity.birth_day);
  g_assert_cmpstr (identity.number, ==, "34052419800101001X");
  g_assert_cmpstr (identity.division, ==, "340524");
  g_assert_cmpstr (day, ==, "1980-01-01");
  g_assert_cmpstr (identity.sex, ==, "1");
  g_assert_cmpint (identity.kind, ==, GGOV_IDENTITY_CARD);
}

/* 11010549123100 2 becomes 110105 19491231 002 and its check, the other example of the standard. */
static void
test_fifteen (void)
{
  GgovIdentity identity;
  g_autofree char *notice = NULL;

  g_assert_true (ggov_identity_parse ("110105491231002", get_today (), &identity, NULL));
  g_assert_cmpstr (identity.number, ==, "11010519491231002X");
  g_assert_cmpstr (identity.sex, ==, "2");
  g_assert_cmpuint (identity.notices, ==, GGOV_IDENTITY_FROM_15);
  notice = ggov_identity_dup_notice (&identity);
  g_assert_cmpstr (notice, ==, "The old number of 15 digits was made one of 18.");
}

static void
test_tidied (void)
{
  static const char *const typed[] = {
    "３４０５２４１９８００１０１００１Ｘ", " 340524 19800101 001X ", "340524-19800101-001X",
    ZERO_WIDTH_SPACE "34052419800101001X\xef\xbb\xbf", "'34052419800101001X",
  };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      GgovIdentity identity;

      g_assert_true (ggov_identity_parse (typed[i], get_today (), &identity, NULL));
      g_assert_cmpstr (identity.number, ==, "34052419800101001X");
      /* The county of the standard's example is no longer one. */
      g_assert_cmpuint (identity.notices, ==, GGOV_IDENTITY_TIDIED | GGOV_IDENTITY_UNKNOWN);
    }
}

static void
test_refused (void)
{
  static const struct { const char *typed; int code; const char *part; } cases[] = {
    { "1.10105199001011E+17", GGOV_MODEL_ERROR_SYNTAX, "rounded" },
    { "1.1E+17", GGOV_MODEL_ERROR_SYNTAX, "rounded" },
    { "340524198001010000", GGOV_MODEL_ERROR_RANGE, "rounded" },
    { "34052419800101001", GGOV_MODEL_ERROR_SYNTAX, "this one has 17" },
    { "3405241980010100IX", GGOV_MODEL_ERROR_SYNTAX, "digits only" },
    { "34052419800230001X", GGOV_MODEL_ERROR_RANGE, "1980-02-30" },
    { "340524203001010010", GGOV_MODEL_ERROR_RANGE, "still to come" },
    { "340524198001010011", GGOV_MODEL_ERROR_RANGE, "check character" },
    { "990524198001010011", GGOV_MODEL_ERROR_RANGE, "990524" },
    { "", GGOV_MODEL_ERROR_SYNTAX, "no identity number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GgovIdentity identity;
      g_autoptr(GError) error = NULL;

      g_assert_false (ggov_identity_parse (cases[i].typed, get_today (), &identity, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

static void
test_compared (void)
{
  GgovIdentity identity;
  g_autoptr(GError) error = NULL;

  g_assert_true (ggov_identity_parse ("34052419800101001X", get_today (), &identity, NULL));
  g_assert_true (ggov_identity_compare (&identity, "1980-01-01", "1", &error));
  g_assert_true (ggov_identity_compare (&identity, NULL, "9", &error));
  g_assert_true (ggov_identity_compare (&identity, "", NULL, &error));

  g_assert_false (ggov_identity_compare (&identity, "1980-01-10", "1", &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "1980-01-10"));
  g_assert_nonnull (strstr (error->message, "1980-01-01"));
  g_clear_error (&error);

  g_assert_false (ggov_identity_compare (&identity, NULL, "2", &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE);
}

/* A birthday makes a year; one of 29 February is on 1 March in common years. */
static void
test_age (void)
{
  const int birth = ggov_local_day_from_date (2000, 2, 29);

  g_assert_cmpint (ggov_identity_get_age (birth, ggov_local_day_from_date (2026, 2, 28)), ==, 25);
  g_assert_cmpint (ggov_identity_get_age (birth, ggov_local_day_from_date (2026, 3, 1)), ==, 26);
  g_assert_cmpint (ggov_identity_get_age (birth, ggov_local_day_from_date (1999, 1, 1)), ==, 0);
}

/* Kaizhou of Chongqing is 500154 since 2016, and was 500234; 5102 was Chongqing within Sichuan. */
static void
test_divisions (void)
{
  const GgovCounty *division;
  g_autofree char *name = NULL;

  g_assert_cmpint (ggov_county_find ("150203005", &division), ==, GGOV_COUNTY_CURRENT);
  g_assert_cmpstr (division->name, ==, "昆都仑区");
  g_assert_cmpint (ggov_county_find ("500154", &division), ==, GGOV_COUNTY_CURRENT);
  g_assert_cmpint (division->since, ==, 2016);
  g_assert_cmpint (ggov_county_find ("500234", NULL), ==, GGOV_COUNTY_RETIRED);
  g_assert_cmpint (ggov_county_find ("110103", &division), ==, GGOV_COUNTY_RETIRED);
  g_assert_cmpstr (division->name, ==, "崇文区");
  g_assert_cmpint (ggov_county_find ("510212", NULL), ==, GGOV_COUNTY_UNKNOWN);
  g_assert_cmpint (ggov_county_find ("111111", NULL), ==, GGOV_COUNTY_IMPOSSIBLE);
  g_assert_cmpint (ggov_county_find ("000000", NULL), ==, GGOV_COUNTY_IMPOSSIBLE);
  g_assert_cmpint (ggov_county_find ("1502", NULL), ==, GGOV_COUNTY_IMPOSSIBLE);

  name = ggov_county_dup_name ("150203198001010011");
  g_assert_cmpstr (name, ==, "内蒙古自治区包头市昆都仑区");
}

/* Strict takes no number that is older than its county's code; nobody else does. */
static gboolean
is_valid (const char *number,
          const char *mode)
{
  GgovIdentity identity;

  return ggov_identity_parse (number, get_today (), &identity, NULL) &&
         !(g_str_equal (mode, "strict") && identity.notices & GGOV_IDENTITY_EARLY);
}

static void
test_published (void)
{
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");
  g_autofree char *path = g_build_filename (folder ? folder : ".", CASES, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip (CASES " is not in GRIDGOV_TEST_DATA");
      return;
    }

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i]; i++)
    {
      g_auto(GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);

      if (g_strv_length (cells) < 3)
        continue;
      n++;
      if (is_valid (cells[0], cells[2]) != g_str_equal (cells[1], "valid"))
        g_error ("%s", lines[i]);
    }
  g_assert_cmpuint (n, ==, 21);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/identity/check", test_check);
  g_test_add_func ("/model/identity/parts", test_parts);
  g_test_add_func ("/model/identity/fifteen", test_fifteen);
  g_test_add_func ("/model/identity/tidied", test_tidied);
  g_test_add_func ("/model/identity/refused", test_refused);
  g_test_add_func ("/model/identity/compared", test_compared);
  g_test_add_func ("/model/identity/age", test_age);
  g_test_add_func ("/model/identity/divisions", test_divisions);
  g_test_add_func ("/model/identity/published", test_published);

  return g_test_run ();
}
