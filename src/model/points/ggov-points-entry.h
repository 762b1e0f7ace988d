/* ggov-points-entry.h: one line of a points passbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovPointsEntryFields:
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  gint64      transfer_id;
  gint64      at;           /* seconds since 1970-01-01T00:00:00Z; 0 is none */
  const char *day;          /* local, "2026-02-14"; set by the entry itself */
  const char *time;         /* of day, "11:30"; set by the entry itself */
  const char *kind;         /* earn, redeem, expire or reverse */
  const char *kind_label;   /* in the user's language; set by the entry itself */
  const char *activity;     /* what was done, or the reward; a reversal has the reversed one's */
  const char *activity_zh;  /* the same in Chinese */
  const char *label;        /* the one in the user's language; set by the entry itself */
  const char *owner;        /* whose account it is in; empty in the book of one account */
  const char *counter_kind; /* kind of the account on the other side */
  const char *counter;      /* its owner's name, or its kind's label */
  gint64      points;       /* below zero when they leave the account */
  gint64      balance;      /* of the account after this entry */
  gint64      reversed;     /* 1 once it was reversed */
  gint64      reverses_id;  /* the transfer this one reverses, or 0 */
  const char *voucher;      /* number of the voucher it was redeemed with */
  const char *note;
} GgovPointsEntryFields;

#define GGOV_TYPE_POINTS_ENTRY (ggov_points_entry_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsEntry, ggov_points_entry, GGOV, POINTS_ENTRY, GObject)

/* Copies the texts. */
GgovPointsEntry             *ggov_points_entry_new        (const GgovPointsEntryFields *fields)
                                                          G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovPointsEntryFields *ggov_points_entry_get_fields (GgovPointsEntry *self);

G_END_DECLS
