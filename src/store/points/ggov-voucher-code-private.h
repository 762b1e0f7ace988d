/* ggov-voucher-code-private.h: the signed text of a voucher
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"

G_BEGIN_DECLS

/**
 * _ggov_voucher_code_dup:
 * @number: the voucher's
 * @valid_to: ISO day, or empty
 * @points: what was paid for it
 *
 * GGV1:150203005:20260213-000042-7391:20260315:8:0123456789ABCDEF0123: the office, the number, the last
 * day, the points, and 80 bits of an HMAC-SHA256 over all before it with the office's key (RFC 2104;
 * shortened as its section 5 allows). Only characters that a QR code keeps two to eleven bits.
 *
 * Returns: (transfer full): the text, or NULL with @error set
 */
char     *_ggov_voucher_code_dup    (GgovDb      *db,
                                     const char  *number,
                                     const char  *valid_to,
                                     gint64       points,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_voucher_code_read:
 * @text: what was typed, or scanned
 *
 * Finds the number in a scanned text once its signature is proved; what does not look like one is taken
 * for a number that was typed. Blanks around it do not matter.
 *
 * Returns: (transfer full): a number, or NULL with GGOV_STORE_ERROR_REFUSED for a text that is forged or
 *   of another office
 */
char     *_ggov_voucher_code_read   (GgovDb      *db,
                                     const char  *text,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
