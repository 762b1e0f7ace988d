/* ggov-voucher.h: what is handed out for points and handed in at a venue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovVoucherFields:
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  gint64      id;
  const char *number;      /* 20260213-000042-7391 */
  const char *state;       /* open, used, void or, of an open one on a day after its last, expired */
  const char *person;      /* who paid for it */
  const char *reward;
  const char *venue;
  gint64      points;      /* what was paid for it */
  const char *valid_to;    /* ISO day, the last; empty for ever */
  gint64      used_at;     /* seconds since 1970-01-01T00:00:00Z; 0 is not yet */
  gint64      transfer_id; /* the redemption */
  const char *code;        /* what its QR says: all of it, signed */
} GgovVoucherFields;

#define GGOV_TYPE_VOUCHER (ggov_voucher_get_type ())

G_DECLARE_FINAL_TYPE (GgovVoucher, ggov_voucher, GGOV, VOUCHER, GObject)

/* Copies the texts. */
GgovVoucher             *ggov_voucher_new        (const GgovVoucherFields *fields)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovVoucherFields *ggov_voucher_get_fields (GgovVoucher *self);

G_END_DECLS
