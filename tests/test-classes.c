/* test-classes.c: whole numbers put into classes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <string.h>

#include "ggov-classes.h"

typedef struct
{
  const char       *name;
  GgovClassesTerms  terms;
  int               values[16];
  guint             n_values;
  guint             n;
  int               lowest[GGOV_CLASSES_MAX];
  int               highest[GGOV_CLASSES_MAX];
} Case;

#define NONE GGOV_CLASSES_NO_VALUE
#define LEAST (G_MININT + 1)

/* Worked by hand. */
static const Case cases[] = {
  /* Of ten values a quarter is 2.5: the third, fifth, eighth and tenth end the classes. */
  { "quantile", { GGOV_CLASSING_QUANTILE, 4 }, { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 }, 10,
    4, { 1, 4, 6, 9 }, { 3, 5, 8, 10 } },
  /* Six of eight are 0, which is three quarters: what is left makes the fourth. */
  { "quantile-ties", { GGOV_CLASSING_QUANTILE, 4 }, { 0, 0, 0, 0, 0, 0, 5, 9 }, 8,
    2, { 0, 1 }, { 0, 9 } },
  /* From 0 to 10 in five steps of 2. */
  { "equal", { GGOV_CLASSING_EQUAL, 5 }, { 0, 10, 1, 9, NONE }, 5,
    5, { 0, 3, 5, 7, 9 }, { 2, 4, 6, 8, 10 } },
  /* From 1 to 3 in five steps: no number lies in the first and the third. */
  { "equal-narrow", { GGOV_CLASSING_EQUAL, 5 }, { 1, 3, 2 }, 3, 3, { 1, 2, 3 }, { 1, 2, 3 } },
  /* Three heaps. */
  { "natural", { GGOV_CLASSING_NATURAL, 3 }, { 31, 1, 2, 30, 12, 2, 11 }, 7,
    3, { 1, 3, 13 }, { 2, 12, 31 } },
  /* 4 5 9 10 in two: 4 5 | 9 10 has squares 0.5 + 0.5; 4 5 9 | 10 has 14; 4 | 5 9 10 has 14. */
  { "natural-two", { GGOV_CLASSING_NATURAL, 2 }, { 4, 5, 9, 10 }, 4, 2, { 4, 6 }, { 5, 10 } },
  { "natural-few", { GGOV_CLASSING_NATURAL, 5 }, { 7, 7, 3 }, 3, 2, { 3, 4 }, { 3, 7 } },
  { "zero-apart", { GGOV_CLASSING_NATURAL, 3, TRUE }, { 0, 0, 1, 2, 9, 8, 0 }, 7,
    3, { 0, 1, 3 }, { 0, 2, 9 } },
  { "zero-only", { GGOV_CLASSING_NATURAL, 3, TRUE }, { 0, 0 }, 2, 1, { 0 }, { 0 } },
  { "nothing", { GGOV_CLASSING_QUANTILE, 5 }, { NONE, NONE }, 2, 0, { 0 }, { 0 } },
  /* 5, 10 and 25 % of 400 are 20, 40 and 100; the bounds belong to the inner classes. */
  { "target", { GGOV_CLASSING_TARGET, 7, FALSE, 400 }, { 3 }, 1, 7,
    { LEAST, -100, -40, -20, 21, 41, 101 }, { -101, -41, -21, 20, 40, 100, G_MAXINT } },
  { "target-five", { GGOV_CLASSING_TARGET, 5, FALSE, 400 }, { 3 }, 1, 5,
    { LEAST, -100, -40, 41, 101 }, { -101, -41, 40, 100, G_MAXINT } },
  { "target-three", { GGOV_CLASSING_TARGET, 3, FALSE, 400 }, { 3 }, 1, 3,
    { LEAST, -100, 101 }, { -101, 100, G_MAXINT } },
  { "each", { GGOV_CLASSING_EACH, 2 }, { 1, 1 }, 2, 2, { 0, 1 }, { 0, 1 } },
};

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  GgovClasses classes;

  ggov_classes_make (&it->terms, it->values, it->n_values, &classes);
  g_assert_cmpuint (classes.n, ==, it->n);
  for (guint i = 0; i < it->n; i++)
    {
      g_assert_cmpint (classes.lowest[i], ==, it->lowest[i]);
      g_assert_cmpint (classes.highest[i], ==, it->highest[i]);
    }

  for (guint i = 0; i < it->n_values; i++)
    {
      int found = ggov_classes_find (&classes, it->values[i]);

      if (it->values[i] == NONE)
        g_assert_cmpint (found, ==, -1);
      else
        {
          g_assert_cmpint (found, >=, 0);
          g_assert_cmpint (it->values[i], >=, it->lowest[found]);
          g_assert_cmpint (it->values[i], <=, it->highest[found]);
        }
    }
}

/* The sum of squared distances from the means of the classes. */
static double
get_spread (const int         *values,
            guint              n,
            const GgovClasses *classes)
{
  double spread = 0;

  for (guint c = 0; c < classes->n; c++)
    {
      double sum = 0, mean;
      guint count = 0;

      for (guint i = 0; i < n; i++)
        if (ggov_classes_find (classes, values[i]) == (int) c)
          {
            sum += values[i];
            count++;
          }
      mean = count > 0 ? sum / count : 0;
      for (guint i = 0; i < n; i++)
        if (ggov_classes_find (classes, values[i]) == (int) c)
          spread += (values[i] - mean) * (values[i] - mean);
    }

  return spread;
}

/* Tries each set of breaks there is: bit @i says that a class ends at the number @i. */
static double
find_best (const int *values,
           guint      n,
           guint      n_classes,
           int        top)
{
  double best = G_MAXDOUBLE;

  for (guint bits = 0; bits < 1u << top; bits++)
    {
      GgovClasses classes = { 0 };

      if (__builtin_popcount (bits) + 1u > n_classes)
        continue;

      for (int i = 0; i <= top; i++)
        if (i == top || (bits & 1u << i))
          {
            classes.lowest[classes.n] = classes.n == 0 ? 0 : classes.highest[classes.n - 1] + 1;
            classes.highest[classes.n++] = i;
          }
      best = MIN (best, get_spread (values, n, &classes));
    }

  return best;
}

static void
test_exhaustive (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260302);

  for (guint round = 0; round < 200; round++)
    {
      guint n = g_rand_int_range (rand, 3, 13), n_classes = g_rand_int_range (rand, 2, 6);
      const GgovClassesTerms terms = { GGOV_CLASSING_NATURAL, n_classes };
      GgovClasses classes;
      int values[12];

      for (guint i = 0; i < n; i++)
        values[i] = g_rand_int_range (rand, 0, 13);

      ggov_classes_make (&terms, values, n, &classes);
      g_assert_cmpfloat_with_epsilon (get_spread (values, n, &classes),
                                      find_best (values, n, n_classes, 12), 1e-9);
    }
}

/* A city's buildings: each value has one class, and the order of the values does not matter. */
static void
test_many (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autofree int *values = g_new (int, 100000);

  for (guint i = 0; i < 100000; i++)
    values[i] = g_rand_int_range (rand, 0, 60000);

  for (GgovClassing method = 0; method <= GGOV_CLASSING_EQUAL; method++)
    {
      const GgovClassesTerms terms = { method, 7 };
      GgovClasses classes, again;

      ggov_classes_make (&terms, values, 100000, &classes);
      g_assert_cmpuint (classes.n, ==, 7);
      for (guint i = 0; i < 100000; i++)
        g_assert_cmpint (ggov_classes_find (&classes, values[i]), >=, 0);
      for (guint i = 1; i < 7; i++)
        g_assert_cmpint (classes.lowest[i], ==, classes.highest[i - 1] + 1);

      for (guint i = 0; i < 50000; i++)
        {
          int swapped = values[i];

          values[i] = values[99999 - i];
          values[99999 - i] = swapped;
        }
      ggov_classes_make (&terms, values, 100000, &again);
      g_assert_true (memcmp (&classes, &again, sizeof classes) == 0);
    }
}

static void
test_labels (void)
{
  const GgovClassesTerms terms = { GGOV_CLASSING_TARGET, 7, FALSE, 400 };
  static const char * const labels[] = {
    "−101 and less", "−100 to −41", "−40 to −21", "−20 to +20", "+21 to +40", "+41 to +100",
    "+101 and more",
  };
  const GgovClassesTerms plain = { GGOV_CLASSING_EQUAL, 3, TRUE };
  const int values[] = { 0, 1, 4 };
  g_autofree char *zero = NULL, *range = NULL;
  GgovClasses classes;

  ggov_classes_make (&terms, NULL, 0, &classes);
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *label = ggov_classes_dup_label (&classes, i, TRUE);

      g_assert_cmpstr (label, ==, labels[i]);
    }

  ggov_classes_make (&plain, values, 3, &classes);
  zero = ggov_classes_dup_label (&classes, 0, FALSE);
  range = ggov_classes_dup_label (&classes, 1, FALSE);
  g_assert_cmpstr (zero, ==, "0");
  g_assert_cmpstr (range, ==, "1–2");
}

static void
test_codes (void)
{
  for (GgovClassing method = 0; method < GGOV_N_CLASSINGS; method++)
    g_assert_cmpint (ggov_classing_from_code (ggov_classing_get_code (method), -1), ==, method);
  g_assert_cmpint (ggov_classing_from_code ("?", GGOV_CLASSING_EQUAL), ==, GGOV_CLASSING_EQUAL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/classes/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/model/classes/exhaustive", test_exhaustive);
  g_test_add_func ("/model/classes/many", test_many);
  g_test_add_func ("/model/classes/labels", test_labels);
  g_test_add_func ("/model/classes/codes", test_codes);

  return g_test_run ();
}
