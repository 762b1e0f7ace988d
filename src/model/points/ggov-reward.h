/* ggov-reward.h: what points buy, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovRewardFields:
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  gint64      id;
  const char *venue;  /* the venue's name */
  const char *name;
  gint64      points; /* its price */
  gint64      stock;  /* -1 for a service, of which there is always more */
  gint64      venue_id;
  gint64      per_month;    /* so many for one person in a month; 0 for any number */
  gint64      voucher_days; /* its vouchers are good so many days; 0 for ever */
  const char *valid_to;     /* ISO day, the last on which it is offered; empty for ever */
} GgovRewardFields;

#define GGOV_TYPE_REWARD (ggov_reward_get_type ())

G_DECLARE_FINAL_TYPE (GgovReward, ggov_reward, GGOV, REWARD, GObject)

/* Copies the texts. */
GgovReward             *ggov_reward_new        (const GgovRewardFields *fields)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovRewardFields *ggov_reward_get_fields (GgovReward *self);

G_END_DECLS
