/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "ggov-evidence.h"
#include "ggov-model-error.h"

static void
test_plan (void)
{
  GgovEvidencePlan plan = { { 0 } };
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (ggov_evidence_plan_parse (" close:paper  file:photo report-back:text,photo ", &plan,
                                           &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ggov_evidence_plan_get (&plan, GGOV_ISSUE_FILE), ==, GGOV_EVIDENCE_PHOTO);
  g_assert_cmpuint (ggov_evidence_plan_get (&plan, GGOV_ISSUE_REPORT_BACK), ==,
                    GGOV_EVIDENCE_PHOTO | GGOV_EVIDENCE_TEXT);
  g_assert_cmpuint (ggov_evidence_plan_get (&plan, GGOV_ISSUE_CLOSE), ==, GGOV_EVIDENCE_PAPER);
  g_assert_cmpuint (ggov_evidence_plan_get (&plan, GGOV_ISSUE_VERIFY_PASS), ==, 0);

  /* Side ways ask for a reason, not for this. */
  for (guint move = GGOV_N_EVIDENCE_LINKS; move < GGOV_ISSUE_N_MOVES; move++)
    g_assert_cmpuint (ggov_evidence_plan_get (&plan, move), ==, 0);

  text = ggov_evidence_plan_to_string (&plan);
  g_assert_cmpstr (text, ==, "file:photo report-back:photo,text close:paper");
}

static void
test_nothing (void)
{
  GgovEvidencePlan plan = { { GGOV_EVIDENCE_PHOTO } };
  g_autofree char *text = NULL;

  g_assert_true (ggov_evidence_plan_parse ("", &plan, NULL));
  g_assert_cmpuint (ggov_evidence_plan_get (&plan, GGOV_ISSUE_FILE), ==, 0);
  text = ggov_evidence_plan_to_string (&plan);
  g_assert_cmpstr (text, ==, "");
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "photo", "file", "file:", "file:smell", "file:photo,", "file:,photo", "suspend:photo",
    "nowhere:photo", "file:photo:text", "file;photo", "FILE:photo",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GgovEvidencePlan plan = { { GGOV_EVIDENCE_TEXT } };
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_false (ggov_evidence_plan_parse (texts[i], &plan, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX);
      g_assert_cmpuint (plan.asked[GGOV_ISSUE_FILE], ==, GGOV_EVIDENCE_TEXT);
      g_assert_cmpuint (ggov_evidence_find (texts[i], GGOV_ISSUE_FILE), ==, 0);
    }
}

static void
test_find (void)
{
  const char *text = "file:photo verify-pass:photo";

  g_assert_cmpuint (ggov_evidence_find (text, GGOV_ISSUE_FILE), ==, GGOV_EVIDENCE_PHOTO);
  g_assert_cmpuint (ggov_evidence_find (text, GGOV_ISSUE_VERIFY_PASS), ==, GGOV_EVIDENCE_PHOTO);
  g_assert_cmpuint (ggov_evidence_find (text, GGOV_ISSUE_REWORK), ==, 0);
  g_assert_cmpuint (ggov_evidence_find (NULL, GGOV_ISSUE_FILE), ==, 0);
}

/* Who was there has a photo; who was told has what they were told. */
static void
test_find_at_filing (void)
{
  const char *text = "file:photo,text";

  g_assert_cmpuint (ggov_evidence_find_at_filing (text, GGOV_ISSUE_SOURCE_PATROL), ==,
                    GGOV_EVIDENCE_PHOTO | GGOV_EVIDENCE_TEXT);
  g_assert_cmpuint (ggov_evidence_find_at_filing (text, GGOV_ISSUE_SOURCE_HOTLINE), ==,
                    GGOV_EVIDENCE_TEXT);
  g_assert_cmpuint (ggov_evidence_find_at_filing (NULL, GGOV_ISSUE_SOURCE_PATROL), ==, 0);
}

static void
test_words (void)
{
  g_autofree char *both = ggov_evidence_dup_label (GGOV_EVIDENCE_PHOTO | GGOV_EVIDENCE_TEXT);
  g_autofree char *none = ggov_evidence_dup_label (0);

  g_assert_cmpstr (both, ==, "photo, words");
  g_assert_cmpstr (none, ==, "");
  for (guint bit = 0; bit < GGOV_N_EVIDENCES; bit++)
    g_assert_cmpuint (ggov_evidence_from_code (ggov_evidence_get_code (1u << bit)), ==, 1u << bit);
  g_assert_cmpuint (ggov_evidence_from_code (""), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/evidence/plan", test_plan);
  g_test_add_func ("/model/evidence/nothing", test_nothing);
  g_test_add_func ("/model/evidence/refused", test_refused);
  g_test_add_func ("/model/evidence/find", test_find);
  g_test_add_func ("/model/evidence/find-at-filing", test_find_at_filing);
  g_test_add_func ("/model/evidence/words", test_words);

  return g_test_run ();
}
