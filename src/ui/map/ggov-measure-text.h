/* ggov-measure-text.h: what was measured, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-measure.h"

G_BEGIN_DECLS

/* Square metres in a mu: 15 of them are a hectare. */
#define GGOV_MEASURE_M2_A_MU (10000.0 / 15)

/* (transfer full): "123.4 m", from a kilometre on "1.234 km", from ten on "12.34 km" */
char *ggov_measure_dup_length  (double       length_m) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): "123.4 m²", from 10,000 on "12,345 m²", from ten square kilometres on
 * "12.35 km²" */
char *ggov_measure_dup_area    (double       area_m2) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): what matters most; "" while there is nothing to say */
char *ggov_measure_dup_figure  (GgovMeasure *self) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the rest, or what to do first */
char *ggov_measure_dup_details (GgovMeasure *self) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): all of it, a line for each leg, for another program */
char *ggov_measure_dup_report  (GgovMeasure *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
