/* ggov-demo-register-private.h: the demo's residents while they are made up and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-demo-names-private.h"
#include "ggov-demo-office-private.h"

G_BEGIN_DECLS

#define GGOV_DEMO_NOBODY G_MAXUINT

/* Somebody; days are numbers, 0 for none. */
typedef struct
{
  GgovDemoNamed  named;
  gint64         known_id;    /* of somebody who is in the records already, or 0 */
  guint          household;   /* in the batch */
  const char    *relation;    /* GB/T 4761 */
  int            born;
  int            moved_in;
  int            moved_out;
  int            died;
  const char    *in_event;    /* (nullable): kind of the event that brought them */
  const char    *out_event;   /* (nullable) */
  gboolean       registered;
  gboolean       living;
  int            confirmed;   /* last gone over, or 0 */
  gint64         id;
} GgovDemoResident;

typedef struct
{
  guint   unit;       /* in the town */
  int     door;
  int     formed;
  int     ended;      /* 0 while it is there */
  int     confirmed;  /* the last visit that went over it, or 0 */
  guint   first;      /* of its people, in the batch */
  guint   n;
  gint64  dwelling_id;
  gint64  id;
} GgovDemoHousehold;

/* Some units with who lives there. */
typedef struct
{
  GgovDemoOffice *office;
  GgovDemoRandom *random;
  GArray         *households; /* (element-type GgovDemoHousehold) */
  GArray         *people;     /* (element-type GgovDemoResident) */
  guint16        *numbers;    /* how many identity numbers a day of birth has, by sex */
} GgovDemoBatch;

#define GGOV_DEMO_FIRST_BORN (-29220) /* day 1890-01-01 */
#define GGOV_DEMO_N_BORN     80000

static inline GgovDemoHousehold *
_ggov_demo_batch_household (GgovDemoBatch *batch,
                            guint          i)
{
  return &g_array_index (batch->households, GgovDemoHousehold, i);
}

static inline GgovDemoResident *
_ggov_demo_batch_person (GgovDemoBatch *batch,
                         guint          i)
{
  return &g_array_index (batch->people, GgovDemoResident, i);
}

static inline int
_ggov_demo_get_age (const GgovDemoOffice   *office,
                    const GgovDemoResident *person)
{
  return (office->as_of - person->born) / 365.2425;
}

/* Makes up who lives in a unit: as many households and people as are counted there, those among them
 * who are in the records already, and a few who moved out, died or are registered only. */
void     _ggov_demo_people_unit    (GgovDemoBatch  *batch,
                                    guint           unit);

/* Writes a batch with its groups and visits. */
gboolean _ggov_demo_write_batch    (GgovDemoBatch  *batch,
                                    GgovChange     *change,
                                    const gint64   *groups,
                                    GError        **error);

/* The codes of the special groups, NULL-terminated; @groups above are their numbers. */
extern const char *const _ggov_demo_group_codes[];

#define GGOV_DEMO_N_GROUPS 15

gboolean _ggov_demo_write_care     (GgovDemoBatch  *batch,
                                    GgovChange     *change,
                                    const gint64   *groups,
                                    GError        **error);

/* Once all residents are there: the sheets of the last days' visits, and for each worker one of whom to
 * go and see next. */
gboolean _ggov_demo_write_rounds   (GgovDemoOffice *office,
                                    GgovChange     *change,
                                    GError        **error);

/* So many days' visits were on sheets that are kept. */
#define GGOV_DEMO_ROUND_DAYS 3

G_END_DECLS
