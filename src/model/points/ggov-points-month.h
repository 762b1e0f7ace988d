/* ggov-points-month.h: a month of the points ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_MONTH (ggov_points_month_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsMonth, ggov_points_month, GGOV, POINTS_MONTH, GObject)

/**
 * GgovPointsMonthRecord:
 *
 * Sums of all accounts.
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  const char *month;         /* 2026-01 */
  gint64      earned;        /* less what was taken back */
  gint64      redeemed;      /* less what was returned */
  gint64      expired;
  gint64      outstanding;   /* at the month's end */
} GgovPointsMonthRecord;

/* Copies the texts. */
GgovPointsMonth *ggov_points_month_new (const GgovPointsMonthRecord *record)
  G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovPointsMonthRecord *ggov_points_month_get_record (GgovPointsMonth *self);

G_END_DECLS
