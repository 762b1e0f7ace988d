/* ggov-store-themes.h: what grids and buildings can be coloured by on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-classes.h"
#include "ggov-grid.h"
#include "ggov-store.h"

G_BEGIN_DECLS

typedef enum
{
  GGOV_THEME_GRIDS,
  GGOV_THEME_BUILDINGS,
} GgovThemeSubject;

/**
 * GgovThemeRamp:
 * @GGOV_THEME_AMOUNT: more is neither good nor bad
 * @GGOV_THEME_HEAT: more wants more work
 * @GGOV_THEME_LACK: more is missing
 * @GGOV_THEME_BALANCE: too little on one side, too much on the other
 * @GGOV_THEME_PAIR: of two kinds
 *
 * What the colours of a theme are to say.
 */
typedef enum
{
  GGOV_THEME_AMOUNT,
  GGOV_THEME_HEAT,
  GGOV_THEME_LACK,
  GGOV_THEME_BALANCE,
  GGOV_THEME_PAIR,
} GgovThemeRamp;

#define GGOV_THEME_N_RAMPS (GGOV_THEME_PAIR + 1)

/**
 * GgovTheme:
 * @id: never changes; kept in settings
 * @title: msgid; see ggov_theme_get_title()
 * @classing: how its values are put into classes unless the user says otherwise; one around a
 *   target, or each by itself, is never changed for another
 * @n_classes: how many classes unless the user says otherwise
 * @zero_apart: whether 0 is a class of its own
 * @names: (nullable) (array): msgids of the values from 0 on, where they are not numbers
 * @dup_value: what a value is called in the user's language: "3 open issues"
 * @get_value: (nullable): the value by what a grid says of itself, for grids that are in no record
 *   yet; NULL where only records tell
 *
 * One of the things that the map can be coloured by. A theme more is a row more in
 * ggov-store-themes.c.
 */
typedef struct
{
  const char         *id;
  const char         *title;
  GgovThemeSubject    subject;
  GgovThemeRamp       ramp;
  GgovClassing        classing;
  guint               n_classes;
  gboolean            zero_apart;
  const char * const *names;
  char             *(*dup_value) (int       value);
  int               (*get_value) (GgovGrid *grid);
} GgovTheme;

guint            ggov_theme_get_n        (void);

/* In the order in which they are offered; those of grids come first. */
const GgovTheme *ggov_theme_get          (guint            i);

/* (nullable): NULL for an id that is none. */
const GgovTheme *ggov_theme_find         (const char      *id);

/* In the user's language. */
const char      *ggov_theme_get_title    (const GgovTheme *self);

/**
 * ggov_theme_init_terms:
 * @terms: (out): how the theme puts values into classes by itself
 */
void             ggov_theme_init_terms   (const GgovTheme  *self,
                                          GgovClassesTerms *terms);

/* (transfer full): what a class is called: the name of its value, or its numbers. */
char            *ggov_theme_dup_label    (const GgovTheme   *self,
                                          const GgovClasses *classes,
                                          guint              i) G_GNUC_WARN_UNUSED_RESULT;

/* What the grids or buildings are called that have no value, in the user's language. */
const char      *ggov_theme_get_unknown_label (const GgovTheme *self);

/* Whether the values of the theme are of a table that was written. */
gboolean         ggov_theme_reads        (const GgovTheme    *self,
                                          const char * const *tables);

/**
 * GgovThemeValues:
 * @ids: (array length=n): of grids or buildings, rising
 * @values: (array length=n): GGOV_CLASSES_NO_VALUE where nothing can be said
 *
 * Never changes; the reference count is atomic.
 */
typedef struct
{
  guint   n;
  gint64 *ids;
  int    *values;
} GgovThemeValues;

/* Copies. */
GgovThemeValues *ggov_theme_values_new   (const gint64    *ids,
                                          const int       *values,
                                          guint            n) G_GNUC_WARN_UNUSED_RESULT;
GgovThemeValues *ggov_theme_values_ref   (GgovThemeValues *self);
void             ggov_theme_values_unref (GgovThemeValues *self);

/* The value of a grid or building; GGOV_CLASSES_NO_VALUE also for one that is not there. */
int              ggov_theme_values_find  (const GgovThemeValues *self,
                                          gint64                 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovThemeValues, ggov_theme_values_unref)

/**
 * ggov_store_read_theme_async:
 * @day: ISO day; grids, plans, posts and open issues are those of it
 * @now: the instant at which an issue's time may be up, seconds since 1970-01-01T00:00:00Z
 *
 * Reads the value of each grid or building.
 */
void             ggov_store_read_theme_async  (GgovStore            *self,
                                               const GgovTheme      *theme,
                                               const char           *day,
                                               gint64                now,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GgovThemeValues *ggov_store_read_theme_finish (GgovStore            *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
