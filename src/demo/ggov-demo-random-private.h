/* ggov-demo-random-private.h: chance that turns out the same each time
 *
 * The library's own generators may change between versions; the demo office may not.
 *
 * Source: S. Vigna, "splitmix64", 2015.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state;
} GgovDemoRandom;

static inline guint64
_ggov_demo_random_next (GgovDemoRandom *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

/* @stream: what it is for, so that one part of the office does not shake the others */
static inline GgovDemoRandom
_ggov_demo_random_new (guint32 seed,
                       guint32 stream)
{
  GgovDemoRandom self = { ((guint64) seed << 32) ^ stream };

  _ggov_demo_random_next (&self);

  return self;
}

/* Returns: at least 0, below 1 */
static inline double
_ggov_demo_random_share (GgovDemoRandom *self)
{
  return (_ggov_demo_random_next (self) >> 11) * 0x1.0p-53;
}

/* Returns: at least @low, below @high */
static inline double
_ggov_demo_random_between (GgovDemoRandom *self,
                           double          low,
                           double          high)
{
  return low + (high - low) * _ggov_demo_random_share (self);
}

/* Returns: @low to @high, both of them included */
static inline int
_ggov_demo_random_int (GgovDemoRandom *self,
                       int             low,
                       int             high)
{
  return low + (int) (_ggov_demo_random_next (self) % (guint64) (high - low + 1));
}

static inline gboolean
_ggov_demo_random_chance (GgovDemoRandom *self,
                          double          share)
{
  return _ggov_demo_random_share (self) < share;
}

/* Puts the numbers 0 to @n - 1 into any order. Returns: (transfer full) */
static inline guint *
_ggov_demo_random_dup_order (GgovDemoRandom *self,
                             guint           n)
{
  guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      guint j = _ggov_demo_random_int (self, 0, i);

      order[i] = order[j];
      order[j] = i;
    }

  return order;
}

G_END_DECLS
