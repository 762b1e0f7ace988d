/* ggov-classes.h: whole numbers put into classes, as a map colours them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GGOV_CLASSES_MIN 3
#define GGOV_CLASSES_MAX 7

/* In place of a value that is not known; it is in no class. */
#define GGOV_CLASSES_NO_VALUE G_MININT

/**
 * GgovClassing:
 * @GGOV_CLASSING_NATURAL: breaks where the values are far apart; code "natural"
 * @GGOV_CLASSING_QUANTILE: as many values in each class; code "quantile"
 * @GGOV_CLASSING_EQUAL: classes of one width; code "equal"
 * @GGOV_CLASSING_TARGET: at 5, 10 and 25 % around a target; code "target"
 * @GGOV_CLASSING_EACH: a class for each number from 0 on; code "each"
 */
typedef enum
{
  GGOV_CLASSING_NATURAL,
  GGOV_CLASSING_QUANTILE,
  GGOV_CLASSING_EQUAL,
  GGOV_CLASSING_TARGET,
  GGOV_CLASSING_EACH,
} GgovClassing;

#define GGOV_N_CLASSINGS (GGOV_CLASSING_EACH + 1)

/**
 * GgovClasses:
 * @n: how many classes there are, 0 where there was no value
 * @lowest: the least number of each class, G_MININT + 1 where it has no bound
 * @highest: the greatest number of each class, G_MAXINT where it has no bound
 *
 * Classes side by side: each begins one above the end of the one before.
 */
typedef struct
{
  guint n;
  int   lowest[GGOV_CLASSES_MAX];
  int   highest[GGOV_CLASSES_MAX];
} GgovClasses;

/**
 * GgovClassesTerms:
 * @method: how to find the breaks
 * @n: how many classes there are to be, GGOV_CLASSES_MIN to GGOV_CLASSES_MAX; with
 *   GGOV_CLASSING_TARGET an odd number; with GGOV_CLASSING_EACH from 1 on
 * @zero_apart: whether 0 has a class of its own, one of the @n; only where no value is negative
 * @target: of GGOV_CLASSING_TARGET, whose values are the distances from it
 */
typedef struct
{
  GgovClassing method;
  guint        n;
  gboolean     zero_apart;
  int          target;
} GgovClassesTerms;

/**
 * ggov_classes_make:
 * @values: (array length=n_values): in any order; GGOV_CLASSES_NO_VALUE is passed over
 * @self: (out): fewer classes than asked for where there are too few different values
 *
 * Natural breaks are the best there are: no others have a smaller sum of squared distances from
 * the means of the classes. Takes O(n log n).
 *
 * Source: Fisher, On Grouping for Maximum Homogeneity (1958), for the natural breaks; found
 * by dividing and conquering, since the best breaks of a longer row never lie further down.
 */
void         ggov_classes_make             (const GgovClassesTerms *terms,
                                            const int              *values,
                                            guint                   n_values,
                                            GgovClasses            *self);

/* The class of a value, or -1 for one that is in none. */
int          ggov_classes_find             (const GgovClasses      *self,
                                            int                     value);

/**
 * ggov_classes_dup_label:
 * @is_signed: whether numbers show their sign
 *
 * Returns: (transfer full): which numbers a class has, in the user's words: "301–380"
 */
char        *ggov_classes_dup_label        (const GgovClasses      *self,
                                            guint                   i,
                                            gboolean                is_signed) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a number with its sign, "+21" or "−21", as a user reads it. */
char        *ggov_classes_dup_signed       (int                     value) G_GNUC_WARN_UNUSED_RESULT;

const char  *ggov_classing_get_code        (GgovClassing            method);

/* @fallback for a word that is none. */
GgovClassing ggov_classing_from_code       (const char             *code,
                                            GgovClassing            fallback);

/* What it is called in the user's language. */
const char  *ggov_classing_get_label       (GgovClassing            method);

G_END_DECLS
