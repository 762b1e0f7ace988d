/* ggov-residents-columns.h: what the columns of the table of residents say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-register-catalogue.h"
#include "ggov-resident.h"

G_BEGIN_DECLS

/* As many of the first columns are shown until others are chosen. */
#define GGOV_RESIDENTS_N_USUAL 8

/**
 * GgovResidentsTotals:
 *
 * Of how many fields it is told how many are filled in, for each kind.
 */
typedef struct
{
  guint required;
  guint optional;
} GgovResidentsTotals;

/**
 * ggov_residents_columns_add:
 * @totals: not copied: has to outlive @view
 *
 * Adds all columns there are to a view over a GgovPagedList of GgovResident.
 */
void        ggov_residents_columns_add      (GtkColumnView             *view,
                                             const GgovResidentsTotals *totals);

/* What somebody is to the head of their household, in the user's language; the code where it is not
 * known. */
const char *ggov_residents_get_relation     (const char                *code);

/* Whether somebody lives at a place, is registered there, or both. */
const char *ggov_residents_get_stay         (const GgovResidentRecord  *record);

G_END_DECLS
