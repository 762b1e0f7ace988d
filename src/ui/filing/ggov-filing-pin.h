/* ggov-filing-pin.h: the pin that is put on a small map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GGOV_TYPE_FILING_PIN (ggov_filing_pin_get_type ())

/* A GgovMapTool. Emits "picked" with the place in pixels of the map, both doubles; by keys it is
 * the middle of the map. */
G_DECLARE_FINAL_TYPE (GgovFilingPin, ggov_filing_pin, GGOV, FILING_PIN, GObject)

/* @canvas: whose tool it is; not held */
GgovFilingPin *ggov_filing_pin_new   (GtkWidget     *canvas) G_GNUC_WARN_UNUSED_RESULT;

/* Where it is, in degrees; @is_put: whether it is anywhere. */
void           ggov_filing_pin_put   (GgovFilingPin *self,
                                      gboolean       is_put,
                                      double         lon,
                                      double         lat);

G_END_DECLS
