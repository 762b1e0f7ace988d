/* ggov-band-bar.h: a grid's households against the target and the band, as a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GgovBandBar:
 *
 * A bar from nothing to more than the band has, the band itself set off, and a mark at the target.
 * Blue within the band, orange and hatched beyond it: told apart without seeing colours.
 */
#define GGOV_TYPE_BAND_BAR (ggov_band_bar_get_type ())

G_DECLARE_FINAL_TYPE (GgovBandBar, ggov_band_bar, GGOV, BAND_BAR, GtkWidget)

GtkWidget *ggov_band_bar_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void       ggov_band_bar_set_households (GgovBandBar *self,
                                         int          households);

/* (transfer full): the same in words: "412 households, 12 over the target" */
char      *ggov_band_dup_words          (int          households) G_GNUC_WARN_UNUSED_RESULT;

/* Whether so many households are within the band. */
gboolean   ggov_band_has                (int          households);

G_END_DECLS
