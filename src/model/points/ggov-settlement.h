/* ggov-settlement.h: what a venue took in for points in a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovSettlementFields:
 *
 * Each member is also a readable property, with dashes. No text is NULL. What is closing is what is
 * opening, and redeemed, less what was returned: in points, as the ledger has them.
 */
typedef struct
{
  gint64      id;            /* 0 for one that is not signed yet */
  gint64      venue_id;
  const char *venue;
  const char *month;         /* 2026-01 */
  gint64      opening;       /* what the venue's account held when the month began */
  gint64      redeemed;      /* what came in */
  gint64      returned;      /* what of this and earlier months was taken back in it */
  gint64      closing;
  const char *venue_signer;  /* empty until it is signed, like the next two */
  const char *office_signer;
  gint64      signed_at;     /* seconds since 1970-01-01T00:00:00Z; 0 until then */
} GgovSettlementFields;

#define GGOV_TYPE_SETTLEMENT (ggov_settlement_get_type ())

G_DECLARE_FINAL_TYPE (GgovSettlement, ggov_settlement, GGOV, SETTLEMENT, GObject)

/* Copies the texts. */
GgovSettlement             *ggov_settlement_new        (const GgovSettlementFields *fields)
                                                        G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovSettlementFields *ggov_settlement_get_fields (GgovSettlement *self);

G_END_DECLS
