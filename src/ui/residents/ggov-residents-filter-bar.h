/* ggov-residents-filter-bar.h: which residents are listed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-query-residents.h"
#include "ggov-register-catalogue.h"
#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_RESIDENTS_FILTER_BAR (ggov_residents_filter_bar_get_type ())

/* Signal "changed": another choice was made. */
G_DECLARE_FINAL_TYPE (GgovResidentsFilterBar, ggov_residents_filter_bar, GGOV, RESIDENTS_FILTER_BAR,
                      AdwBin)

/* @session: (nullable): whose places, groups and kept filters there are to choose from */
void     ggov_residents_filter_bar_set_session   (GgovResidentsFilterBar *self,
                                                  GgovSession            *session);

/* Has what is not filled in told against the fields there are. */
void     ggov_residents_filter_bar_set_catalogue (GgovResidentsFilterBar *self,
                                                  GgovRegisterCatalogue  *catalogue);

/**
 * ggov_residents_filter_bar_read:
 * @filter: (out caller-allocates): the choices; its texts are good until the next one
 *
 * Returns: whether anybody is left out
 */
gboolean ggov_residents_filter_bar_read          (GgovResidentsFilterBar *self,
                                                  GgovResidentFilter     *filter);

/* (transfer full): all choices in a text of their own, to be kept; empty for none. */
char    *ggov_residents_filter_bar_dup_choices   (GgovResidentsFilterBar *self)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/* Makes the choices of such a text, each as soon as it is there to be made. */
void     ggov_residents_filter_bar_apply         (GgovResidentsFilterBar *self,
                                                  const char             *choices);

/* The menu of kept filters, and one of them by where it stands, from 1. */
void     ggov_residents_filter_bar_open_kept     (GgovResidentsFilterBar *self);
void     ggov_residents_filter_bar_open_nth      (GgovResidentsFilterBar *self,
                                                  guint                   n);

/* Puts the focus where words are typed. */
void     ggov_residents_filter_bar_start         (GgovResidentsFilterBar *self);

/* Wants or, with @value NULL, does not want any more what ggov-resident-conditions.h keeps under @key. */
void       ggov_residents_filter_bar_want          (GgovResidentsFilterBar *self,
                                                    const char             *key,
                                                    const char             *value);

G_END_DECLS
