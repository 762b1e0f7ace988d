/* ggov-report-qr.h: texts that phones read from paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_report_qr_new:
 * @text: UTF-8; some 2,300 bytes at the most
 * @size: of a side with the white around it, in points
 *
 * Encodes a text as a QR code of squares, so that it is sharp in any size, with the white border of
 * four squares that ISO/IEC 18004 asks for. Up to 15 % of it may be dirty or torn.
 *
 * Returns: (transfer full) (nullable): to be painted; NULL for a text that is too long
 */
cairo_surface_t *ggov_report_qr_new (const char *text,
                                     double      size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
