/* ggov-points-lots.c: which of a person's points are how old
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-points-lots.h"

#define MONTHS_IN_YEAR 12

static const char *const modes[GGOV_N_POINTS_EXPIRY_MODES] = {
  [GGOV_POINTS_NEVER] = "never",
  [GGOV_POINTS_YEARLY] = "yearly",
  [GGOV_POINTS_ROLLING] = "rolling",
};

typedef struct
{
  gint64 transfer_id;
  int    day;
  gint64 left;
} Lot;

/* So much of a lot went by a transfer. */
typedef struct
{
  gint64 transfer_id;
  gint64 lot_id;      /* the lot's transfer */
  gint64 points;
} Use;

struct _GgovPointsLots
{
  GArray *lots; /* (element-type Lot): the oldest first */
  GArray *uses; /* (element-type Use) */
  gint64  debt; /* what went before anything was there */
};

const char *
ggov_points_expiry_mode_get_code (GgovPointsExpiryMode mode)
{
  g_return_val_if_fail (mode < GGOV_N_POINTS_EXPIRY_MODES, "");

  return modes[mode];
}

GgovPointsExpiryMode
ggov_points_expiry_mode_find (const char *code)
{
  guint i = 0;

  while (i < GGOV_N_POINTS_EXPIRY_MODES && g_strcmp0 (modes[i], code) != 0)
    i++;

  return i;
}

int
ggov_points_expiry_get_last_day (const GgovPointsExpiry *self,
                                 int                     day)
{
  int year, month, number, months;

  if (self->mode == GGOV_POINTS_NEVER)
    return G_MAXINT;

  ggov_local_day_to_date (day, &year, &month, &number);
  if (self->mode == GGOV_POINTS_YEARLY)
    return ggov_local_day_from_date (year + self->span + 1, 1, 1) - 1;

  months = month - 1 + self->span;
  year += months / MONTHS_IN_YEAR;
  month = months % MONTHS_IN_YEAR + 1;

  return MIN (ggov_local_day_from_date (year, month, 1) + number - 1,
              ggov_local_day_from_date (year + month / MONTHS_IN_YEAR,
                                        month % MONTHS_IN_YEAR + 1, 1) - 1);
}

GgovPointsLots *
ggov_points_lots_new (void)
{
  GgovPointsLots *self = g_new0 (GgovPointsLots, 1);

  self->lots = g_array_new (FALSE, FALSE, sizeof (Lot));
  self->uses = g_array_new (FALSE, FALSE, sizeof (Use));

  return self;
}

void
ggov_points_lots_free (GgovPointsLots *self)
{
  g_array_unref (self->lots);
  g_array_unref (self->uses);
  g_free (self);
}

void
ggov_points_lots_clear (GgovPointsLots *self)
{
  g_array_set_size (self->lots, 0);
  g_array_set_size (self->uses, 0);
  self->debt = 0;
}

/* Whatever was awarded late for an earlier day is as old as that day. */
static void
add_lot (GgovPointsLots *self,
         const Lot      *lot)
{
  guint i = self->lots->len;

  while (i > 0 && g_array_index (self->lots, Lot, i - 1).day > lot->day)
    i--;
  g_array_insert_val (self->lots, i, *lot);
}

static Lot *
find_lot (GgovPointsLots *self,
          gint64          transfer_id)
{
  for (guint i = self->lots->len; i > 0; i--)
    if (g_array_index (self->lots, Lot, i - 1).transfer_id == transfer_id)
      return &g_array_index (self->lots, Lot, i - 1);

  return NULL;
}

static gint64
take_from (GgovPointsLots *self,
           Lot            *lot,
           gint64          transfer_id,
           gint64          points)
{
  const Use use = { transfer_id, lot->transfer_id, MIN (lot->left, points) };

  lot->left -= use.points;
  if (use.points > 0)
    g_array_append_val (self->uses, use);

  return points - use.points;
}

static void
take (GgovPointsLots *self,
      gint64          transfer_id,
      gint64          points)
{
  for (guint i = 0; i < self->lots->len && points > 0; i++)
    points = take_from (self, &g_array_index (self->lots, Lot, i), transfer_id, points);

  self->debt += points;
}

/* Into the lots they came out of. What is past its last day there goes with the next that expires. */
static void
give_back (GgovPointsLots *self,
           gint64          transfer_id,
           gint64          points)
{
  for (guint i = self->uses->len; i > 0 && points > 0; i--)
    {
      Use *use = &g_array_index (self->uses, Use, i - 1);
      Lot *lot = use->transfer_id == transfer_id ? find_lot (self, use->lot_id) : NULL;

      if (lot == NULL)
        continue;
      lot->left += use->points;
      points -= use->points;
      use->points = 0;
    }

  self->debt -= points;
}

/* What is left of an award that was a mistake, and the rest out of the others. */
static void
take_award_back (GgovPointsLots *self,
                 gint64          transfer_id,
                 gint64          award_id,
                 gint64          points)
{
  Lot *lot = find_lot (self, award_id);

  if (lot)
    points = take_from (self, lot, transfer_id, points);
  take (self, transfer_id, points);
}

void
ggov_points_lots_add (GgovPointsLots *self,
                      gint64          transfer_id,
                      gint64          reverses_id,
                      int             day,
                      gint64          points)
{
  const gint64 owed = points > 0 && reverses_id == 0 ? MIN (points, self->debt) : 0;
  const Lot lot = { transfer_id, day, points - owed };

  if (points < 0 && reverses_id == 0)
    take (self, transfer_id, -points);
  else if (points < 0)
    take_award_back (self, transfer_id, reverses_id, -points);
  else if (reverses_id != 0)
    give_back (self, reverses_id, points);
  else
    add_lot (self, &lot);

  self->debt -= owed;
}

guint
ggov_points_lots_get_n (GgovPointsLots *self)
{
  return self->lots->len;
}

gint64
ggov_points_lots_get_left (GgovPointsLots *self,
                           guint           n,
                           int            *day)
{
  const Lot *lot;

  g_return_val_if_fail (n < self->lots->len, 0);

  lot = &g_array_index (self->lots, Lot, n);
  *day = lot->day;

  return lot->left;
}

gint64
ggov_points_lots_get_due (GgovPointsLots         *self,
                          const GgovPointsExpiry *expiry,
                          int                     day)
{
  gint64 due = 0;

  for (guint i = 0; i < self->lots->len; i++)
    {
      const Lot *lot = &g_array_index (self->lots, Lot, i);

      if (ggov_points_expiry_get_last_day (expiry, lot->day) < day)
        due += lot->left;
    }

  return due;
}
