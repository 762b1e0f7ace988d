/* ggov-kept-filters.h: a button with the filters that a list has by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_KEPT_FILTERS (ggov_kept_filters_get_type ())

/* Signals: "asked" for the choices that are to be kept, with the text in which they are written
 * (transfer full) as its answer; "opened" with the choices of one that was chosen. */
G_DECLARE_FINAL_TYPE (GgovKeptFilters, ggov_kept_filters, GGOV, KEPT_FILTERS, AdwBin)

/**
 * ggov_kept_filters_show:
 * @session: (nullable): NULL shows none
 * @page: which list they are of; static
 */
void ggov_kept_filters_show     (GgovKeptFilters *self,
                                 GgovSession     *session,
                                 const char      *page);

/* Opens the menu. */
void ggov_kept_filters_popup    (GgovKeptFilters *self);

/* Opens one of them by where it stands, from 1; nothing where there is none. */
void ggov_kept_filters_open_nth (GgovKeptFilters *self,
                                 guint            n);

G_END_DECLS
