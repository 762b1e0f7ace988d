/* test-net-proposal.c: where the people of an old net should go, by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-net-proposal.h"

#define MOST_CELLS      6
#define MOST_CANDIDATES 3
#define N_COLUMNS       3

/* Somebody, and what is expected of the proposal: columns as digits. */
typedef struct
{
  guint       row;
  gboolean    is_sole;
  gboolean    is_single;
  const char *decided; /* (nullable): columns as digits */
  const char *columns;
  guint       doubts;
  guint       per_mille;
} Somebody;

static const struct
{
  const char       *name;
  gint64            households[2]; /* of two old grids */
  GgovNetStudyCell  cells[MOST_CELLS]; /* by row; an area of 0 ends them */
  Somebody          people[MOST_CANDIDATES];
} cases[] = {
  /* 300 of 400 households in the second base grid; 100 in the first, which the other leads. */
  { "most-households", { 400, 500 },
    { { 0, 0, 10, 1, 100 }, { 0, 1, 10, 3, 300 }, { 1, 0, 90, 5, 300 }, { 1, 2, 5, 2, 200 } },
    { { 0, FALSE, TRUE, NULL, "1", 0, 750 },
      { 0, FALSE, FALSE, NULL, "1", 0, 750 },
      { 1, FALSE, FALSE, NULL, "02", 0, 1000 } } },
  /* 200 and 200: more ground decides, and it is told. */
  { "tie", { 400, 0 },
    { { 0, 0, 10, 1, 200 }, { 0, 1, 20, 3, 200 }, { 1, 2, 5, 0, 0 } },
    { { 0, FALSE, TRUE, NULL, "1", GGOV_NET_DOUBT_TIE, 500 },
      { 0, FALSE, FALSE, NULL, "10", 0, 1000 } } },
  /* 150 of 400 is less than half, 100 lives in no base grid. */
  { "small-share", { 400, 0 },
    { { 0, 0, 10, 1, 150 }, { 0, 1, 20, 3, 149 }, { 0, 2, 5, 1, 1 } },
    { { 0, FALSE, TRUE, NULL, "0", GGOV_NET_DOUBT_SMALL_SHARE, 375 },
      { 0, FALSE, FALSE, NULL, "012", 0, 750 } } },
  /* Nobody lives in the second old grid, and its ground is 100: 60 of it lie in the last. */
  { "by-ground", { 1, 0 },
    { { 0, 0, 10, 1, 1 }, { 1, 1, 40, 0, 0 }, { 1, 2, 60, 0, 0 } },
    { { 1, FALSE, TRUE, NULL, "2", GGOV_NET_DOUBT_BY_AREA, 600 },
      { 1, FALSE, FALSE, NULL, "2", GGOV_NET_DOUBT_BY_AREA, 600 } } },
  { "nowhere", { 1, 10 },
    { { 0, 0, 10, 1, 1 } },
    { { 1, FALSE, FALSE, NULL, "", GGOV_NET_DOUBT_NOWHERE, 0 },
      { 1, FALSE, FALSE, "", "", 0, 0 } } },
  /* A post with one holder has the first who comes; one grid a person is what the role allows. */
  { "rivals", { 10, 10 },
    { { 0, 0, 10, 1, 10 }, { 1, 0, 10, 1, 10 } },
    { { 0, TRUE, TRUE, NULL, "0", 0, 1000 },
      { 1, TRUE, TRUE, NULL, "0", GGOV_NET_DOUBT_HELD, 1000 },
      { 1, TRUE, TRUE, "12", "12", GGOV_NET_DOUBT_TOO_MANY, 0 } } },
};

static GArray *
parse_columns (const char *digits)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (; digits && *digits; digits++)
    {
      guint column = g_ascii_digit_value (*digits);

      g_array_append_val (columns, column);
    }

  return columns;
}

static char *
print_columns (GArray *columns)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (digits, "%u", g_array_index (columns, guint, i));

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static void
add_candidates (const Somebody *people,
                GArray         *candidates)
{
  for (guint i = 0; i < MOST_CANDIDATES && people[i].columns; i++)
    {
      GgovNetCandidate candidate = {
        .row = people[i].row, .role_code = "role", .is_sole = people[i].is_sole,
        .is_single = people[i].is_single, .decided = people[i].decided != NULL,
        .columns = parse_columns (people[i].decided),
      };

      g_array_append_val (candidates, candidate);
    }
}

static void
test_case (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr(GArray) rows = ggov_net_study_new_rows ();
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (GgovNetStudyCell));
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (GgovNetCandidate));

  for (guint i = 0; i < 2; i++)
    {
      GgovNetStudyRow row = { .area_m2 = 100, .households = cases[number].households[i] };

      g_array_append_val (rows, row);
    }
  for (guint i = 0; i < MOST_CELLS && cases[number].cells[i].area_m2 > 0; i++)
    g_array_append_val (cells, cases[number].cells[i]);
  add_candidates (cases[number].people, candidates);

  ggov_net_propose (rows, N_COLUMNS, cells, candidates);

  for (guint i = 0; i < candidates->len; i++)
    {
      GgovNetCandidate *candidate = &g_array_index (candidates, GgovNetCandidate, i);
      const Somebody *expected = &cases[number].people[i];
      g_autofree char *columns = print_columns (candidate->columns);

      g_test_message ("candidate %u", i);
      g_assert_cmpstr (columns, ==, expected->columns);
      g_assert_cmpuint (candidate->doubts, ==, expected->doubts);
      g_assert_cmpuint (candidate->per_mille, ==, expected->per_mille);
      g_array_unref (candidate->columns);
    }
}

/* Without a role nobody can be moved; the words of all doubts are there, each once. */
static void
test_doubts (void)
{
  g_autofree char *both = ggov_net_doubts_dup_label (GGOV_NET_DOUBT_TIE | GGOV_NET_DOUBT_NO_ROLE);
  g_autofree char *none = ggov_net_doubts_dup_label (0);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (both, ==, "no role is chosen; two base grids are even");
  g_assert_cmpstr (none, ==, "");
  for (guint i = 0; i < 9; i++)
    {
      const char *name = ggov_net_doubt_get_name ((GgovNetDoubt) (1u << i));

      g_assert_true (g_hash_table_add (names, (gpointer) name));
    }
  g_assert_null (ggov_net_doubt_get_name (GGOV_NET_DOUBT_TIE | GGOV_NET_DOUBT_HELD));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/net-proposal/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/model/net-proposal/doubts", test_doubts);

  return g_test_run ();
}
