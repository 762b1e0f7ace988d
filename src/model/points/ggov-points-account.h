/* ggov-points-account.h: an account of the points ledger and what it holds on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovPointsAccountFields:
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  gint64      id;
  const char *kind;        /* person, grid_fund, venue, issue or expiry */
  const char *kind_label;  /* in the user's language; set by the account itself */
  gint64      owner_id;    /* person, grid or venue; 0 for the two of the office */
  const char *name;        /* the owner's; the kind's label for the two of the office */
  const char *sort_key;    /* pinyin without tones; empty if there is none */
  const char *search_text; /* words the owner is found by besides the name */
  const char *grid_code;   /* of the owner's grid on the day; empty if there is none */
  const char *grid;        /* that grid's name */
  gint64      balance;
  gint64      earned;      /* awarded in the year and not reversed */
  gint64      redeemed;    /* the same for rewards; a venue took them in */
  const char *last_day;    /* ISO day of the last entry; empty if there is none */
} GgovPointsAccountFields;

#define GGOV_TYPE_POINTS_ACCOUNT (ggov_points_account_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsAccount, ggov_points_account, GGOV, POINTS_ACCOUNT, GObject)

/* Copies the texts. */
GgovPointsAccount             *ggov_points_account_new        (const GgovPointsAccountFields *)
                                                               G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovPointsAccountFields *ggov_points_account_get_fields (GgovPointsAccount *self);

G_END_DECLS
