/* ggov-classes.c: whole numbers put into classes, as a map colours them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "ggov-classes.h"

/* How far from a target the classes around it reach, percent of the target. */
static const int bands[] = { 5, 10, 25 };

static const struct
{
  const char *code;
  const char *label;
} methods[GGOV_N_CLASSINGS] = {
  [GGOV_CLASSING_NATURAL] = { "natural", N_("Natural breaks") },
  [GGOV_CLASSING_QUANTILE] = { "quantile", N_("As many in each class") },
  [GGOV_CLASSING_EQUAL] = { "equal", N_("Equal steps") },
  [GGOV_CLASSING_TARGET] = { "target", N_("Around the target") },
  [GGOV_CLASSING_EACH] = { "each", N_("Each by itself") },
};

/* Different values in rising order, and sums over all that come before one. */
typedef struct
{
  guint   n;
  int    *values;
  guint  *counts;  /* of each value */
  double *weights; /* (array): shape [n + 1]: sums of counts */
  double *sums;    /* of values */
  double *squares; /* of squared values */
} Row;

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  int x = *(const int *) a, y = *(const int *) b;

  return x < y ? -1 : x > y;
}

static void
row_clear (Row *row)
{
  g_free (row->values);
  g_free (row->counts);
  g_free (row->weights);
  g_free (row->sums);
  g_free (row->squares);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static void
add_sums (Row *row)
{
  row->weights = g_new0 (double, row->n + 1);
  row->sums = g_new0 (double, row->n + 1);
  row->squares = g_new0 (double, row->n + 1);

  /* From the first value on, so that squares stay small. */
  for (guint i = 0; i < row->n; i++)
    {
      double value = (double) row->values[i] - row->values[0];

      row->weights[i + 1] = row->weights[i] + row->counts[i];
      row->sums[i + 1] = row->sums[i] + row->counts[i] * value;
      row->squares[i + 1] = row->squares[i] + row->counts[i] * value * value;
    }
}

/* What is known of the values; without 0 if that is apart. */
static void
init_row (Row       *row,
          const int *values,
          guint      n,
          gboolean   zero_apart)
{
  g_autofree int *sorted = g_new (int, n + 1);
  guint n_sorted = 0;

  for (guint i = 0; i < n; i++)
    if (values[i] != GGOV_CLASSES_NO_VALUE && !(zero_apart && values[i] == 0))
      sorted[n_sorted++] = values[i];
  qsort (sorted, n_sorted, sizeof *sorted, compare_ints);

  row->values = g_new (int, n_sorted + 1);
  row->counts = g_new0 (guint, n_sorted + 1);
  for (guint i = 0; i < n_sorted; i++)
    {
      if (row->n == 0 || row->values[row->n - 1] != sorted[i])
        row->values[row->n++] = sorted[i];
      row->counts[row->n - 1]++;
    }
}

/* Appends the class that ends at @highest, unless it would be empty. */
static void
append (GgovClasses *self,
        int          lowest,
        int          highest)
{
  if (self->n > 0)
    lowest = self->highest[self->n - 1] + 1;
  if (highest < lowest)
    return;

  self->lowest[self->n] = lowest;
  self->highest[self->n++] = highest;
}

static void
make_quantiles (const Row   *row,
                guint        n,
                GgovClasses *self)
{
  guint total = 0, n_before = 0, k = 1;

  for (guint i = 0; i < row->n; i++)
    total += row->counts[i];

  for (guint i = 0; i < row->n; i++)
    {
      n_before += row->counts[i];
      if (n_before * (guint64) n < (guint64) total * k)
        continue;

      append (self, row->values[0], row->values[i]);
      while (n_before * (guint64) n >= (guint64) total * k)
        k++;
    }
}

static void
make_equal (const Row   *row,
            guint        n,
            GgovClasses *self)
{
  gint64 span = (gint64) row->values[row->n - 1] - row->values[0];

  for (guint k = 1; k <= n; k++)
    append (self, row->values[0], row->values[0] + span * k / n);
}

/* The sum of squared distances from their mean of the values from @first up to before @end. */
static double
get_spread (const Row *row,
            guint      first,
            guint      end)
{
  double weight = row->weights[end] - row->weights[first];
  double sum = row->sums[end] - row->sums[first];

  return row->squares[end] - row->squares[first] - sum * sum / weight;
}

/* Finds where the last class begins when the values before each of @ends are divided, given how
 * well those before can be with one class less. */
static void
find_breaks (const Row    *row,
             const double *before,
             double       *costs,
             guint        *breaks,
             guint         first_end,
             guint         last_end,
             guint         first_break,
             guint         last_break)
{
  guint middle = first_end + (last_end - first_end) / 2;

  costs[middle] = G_MAXDOUBLE;
  for (guint at = first_break; at <= MIN (last_break, middle - 1); at++)
    {
      double cost = before[at] + get_spread (row, at, middle);

      if (cost < costs[middle])
        {
          costs[middle] = cost;
          breaks[middle] = at;
        }
    }

  if (middle > first_end)
    find_breaks (row, before, costs, breaks, first_end, middle - 1, first_break, breaks[middle]);
  if (middle < last_end)
    find_breaks (row, before, costs, breaks, middle + 1, last_end, breaks[middle], last_break);
}

static void
make_natural (Row         *row,
              guint        n,
              GgovClasses *self)
{
  guint k = MIN (n, row->n), ends[GGOV_CLASSES_MAX + 1];
  g_autofree double *costs = g_new0 (double, 2 * (row->n + 1));
  g_autofree guint *breaks = g_new0 (guint, k * (row->n + 1));

  add_sums (row);
  for (guint end = 1; end <= row->n; end++)
    costs[end] = get_spread (row, 0, end);
  for (guint i = 1; i < k; i++)
    find_breaks (row, costs + (i - 1) % 2 * (row->n + 1), costs + i % 2 * (row->n + 1),
                 breaks + i * (row->n + 1), i + 1, row->n, i, row->n - 1);

  ends[k] = row->n;
  for (guint i = k; i > 1; i--)
    ends[i - 1] = breaks[(i - 1) * (row->n + 1) + ends[i]];
  for (guint i = 1; i <= k; i++)
    append (self, row->values[0], row->values[ends[i] - 1]);
}

static void
make_around (int          target,
             guint        n,
             GgovClasses *self)
{
  guint n_bands = CLAMP (n / 2, 1, G_N_ELEMENTS (bands));

  for (guint i = n_bands; i > 0; i--)
    append (self, G_MININT + 1, -(target * bands[G_N_ELEMENTS (bands) - n_bands + i - 1] / 100) - 1);
  for (guint i = 0; i < n_bands; i++)
    append (self, G_MININT + 1, target * bands[G_N_ELEMENTS (bands) - n_bands + i] / 100);
  append (self, G_MININT + 1, G_MAXINT);
}

static void
make_each (guint        n,
           GgovClasses *self)
{
  for (guint i = 0; i < n; i++)
    append (self, 0, i);
}

void
ggov_classes_make (const GgovClassesTerms *terms,
                   const int              *values,
                   guint                   n_values,
                   GgovClasses            *self)
{
  g_auto(Row) row = { 0 };
  guint n = terms->n;

  self->n = 0;
  g_return_if_fail (n >= 1 && n <= GGOV_CLASSES_MAX);

  if (terms->method == GGOV_CLASSING_TARGET)
    make_around (terms->target, n, self);
  if (terms->method == GGOV_CLASSING_EACH)
    make_each (n, self);
  if (self->n > 0)
    return;

  init_row (&row, values, n_values, terms->zero_apart);
  if (terms->zero_apart && n > 1)
    {
      append (self, 0, 0);
      n--;
    }

  if (row.n == 0)
    return;
  if (terms->method == GGOV_CLASSING_QUANTILE)
    make_quantiles (&row, n, self);
  else if (terms->method == GGOV_CLASSING_EQUAL)
    make_equal (&row, n, self);
  else
    make_natural (&row, n, self);
}

int
ggov_classes_find (const GgovClasses *self,
                   int                value)
{
  if (value == GGOV_CLASSES_NO_VALUE)
    return -1;

  for (guint i = 0; i < self->n; i++)
    if (value >= self->lowest[i] && value <= self->highest[i])
      return i;

  return -1;
}

char *
ggov_classes_dup_signed (int value)
{
  return value < 0 ? g_strdup_printf ("\342\210\222%d", -value) : g_strdup_printf ("%+d", value);
}

static char *
dup_number (int      value,
            gboolean is_signed)
{
  return is_signed && value != 0 ? ggov_classes_dup_signed (value) : g_strdup_printf ("%d", value);
}

char *
ggov_classes_dup_label (const GgovClasses *self,
                        guint              i,
                        gboolean           is_signed)
{
  g_autofree char *lowest = NULL, *highest = NULL;

  g_return_val_if_fail (i < self->n, NULL);

  lowest = dup_number (self->lowest[i], is_signed);
  highest = dup_number (self->highest[i], is_signed);
  if (self->lowest[i] == self->highest[i])
    return g_steal_pointer (&lowest);
  /* Translators: the first and the last class of a map's legend, which have no bound */
  if (self->lowest[i] == G_MININT + 1)
    return g_strdup_printf (_("%s and less"), highest);
  if (self->highest[i] == G_MAXINT)
    return g_strdup_printf (_("%s and more"), lowest);

  /* Translators: from one number to another, in a map's legend */
  return is_signed ? g_strdup_printf (_("%s to %s"), lowest, highest)
                   : g_strdup_printf ("%s\342\200\223%s", lowest, highest);
}

const char *
ggov_classing_get_code (GgovClassing method)
{
  g_return_val_if_fail ((guint) method < GGOV_N_CLASSINGS, NULL);

  return methods[method].code;
}

GgovClassing
ggov_classing_from_code (const char   *code,
                         GgovClassing  fallback)
{
  for (guint i = 0; i < GGOV_N_CLASSINGS; i++)
    if (g_str_equal (methods[i].code, code))
      return i;

  return fallback;
}

const char *
ggov_classing_get_label (GgovClassing method)
{
  g_return_val_if_fail ((guint) method < GGOV_N_CLASSINGS, NULL);

  return _(methods[method].label);
}
