/* ggov-settlement-line.h: what of one reward a venue gave for points in a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovSettlementLineFields:
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  gint64      id;         /* the reward's */
  const char *reward;
  gint64      count;      /* how many were redeemed */
  gint64      redeemed;   /* for so many points */
  gint64      n_returned; /* how many were taken back, of whatever month */
  gint64      returned;   /* for so many points */
} GgovSettlementLineFields;

#define GGOV_TYPE_SETTLEMENT_LINE (ggov_settlement_line_get_type ())

G_DECLARE_FINAL_TYPE (GgovSettlementLine, ggov_settlement_line, GGOV, SETTLEMENT_LINE, GObject)

/* Copies the texts. */
GgovSettlementLine             *ggov_settlement_line_new        (const GgovSettlementLineFields *fields)
                                                                 G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovSettlementLineFields *ggov_settlement_line_get_fields (GgovSettlementLine *self);

G_END_DECLS
