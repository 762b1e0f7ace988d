/* test-kinship.c: who may be whose child, and what becomes of a family with another head
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-kinship.h"

/* Born on the day, as against a head of 1970-05-01. */
static const struct { const char *relation, *born; gboolean fits; } kin[] = {
  { "20", "1995-01-01", TRUE },
  { "20", "1970-05-01", FALSE },
  { "39", "1960-01-01", FALSE },
  { "28", "1960-01-01", TRUE },  /* a son-in-law may be of any age */
  { "27", "1960-01-01", TRUE },  /* and so may who was adopted or came with the spouse */
  { "41", "1969-12-31", FALSE },
  { "51", "1945-01-01", TRUE },
  { "52", "1970-05-02", FALSE },
  { "56", "1970-05-02", TRUE },  /* a wife's mother */
  { "61", "1971-01-01", FALSE },
  { "10", "1930-01-01", TRUE },
  { "97", "1930-01-01", TRUE },
  { "20", NULL, TRUE },
  { "", "1930-01-01", TRUE },
};

static void
test_fits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
    {
      g_test_message ("%s %s", kin[i].relation, kin[i].born ? kin[i].born : "-");
      g_assert_cmpint (ggov_kinship_fits (kin[i].relation, kin[i].born, "1970-05-01"), ==,
                       kin[i].fits);
    }
  g_assert_true (ggov_kinship_fits ("20", "1930-01-01", NULL));
}

/* What the new head was to the old one, what somebody of a sex was, and what they become. */
static const struct { const char *new_head, *was, *sex, *becomes; } turns[] = {
  { "10", "02", "1", "10" },
  { "12", "20", "1", "20" },
  { "11", "30", "2", "30" },
  { "12", "20", "2", "30" },
  { "20", "02", "1", "50" },
  { "30", "12", "2", "50" },
  { "31", "20", "1", "70" },
  { "20", "51", "1", "60" },
  { "20", "41", "1", "97" },   /* a child of the new head, or of another */
  { "51", "02", "2", "30" },
  { "51", "12", "2", "38" },
  { "52", "11", "1", "28" },
  { "51", "52", "2", "10" },
  { "52", "21", "1", "40" },
  { "71", "02", "1", "70" },
  { "97", "20", "1", "97" },
  { "", "20", "1", "97" },
};

static void
test_turn (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      g_test_message ("%s %s", turns[i].new_head, turns[i].was);
      g_assert_cmpstr (ggov_kinship_turn (turns[i].was, turns[i].sex, turns[i].new_head), ==,
                       turns[i].becomes);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/kinship/fits", test_fits);
  g_test_add_func ("/model/kinship/turn", test_turn);

  return g_test_run ();
}
