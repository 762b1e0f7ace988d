/* ggov-organisation-list.h: organisations by kind, searched, one of them chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-organisation.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ORGANISATION_LIST (ggov_organisation_list_get_type ())

/* Emits "chosen" once another organisation is chosen, "searched" once other words are looked for. */
G_DECLARE_FINAL_TYPE (GgovOrganisationList, ggov_organisation_list, GGOV, ORGANISATION_LIST, AdwBin)

/* @rows: (element-type GgovOrganisation): as the store lists them. What was chosen stays so, where it
 * is still there; else the first is. */
void              ggov_organisation_list_set_rows   (GgovOrganisationList *self,
                                                     GListModel           *rows);

/* (nullable): what was set */
GListModel       *ggov_organisation_list_get_rows   (GgovOrganisationList *self);

/* (nullable) (transfer none) */
GgovOrganisation *ggov_organisation_list_get_chosen (GgovOrganisationList *self);

/* Chooses the organisation of this number as soon as it is listed, whatever is looked for. @kind: code
 * of its kind */
void              ggov_organisation_list_choose     (GgovOrganisationList *self,
                                                     const char           *kind,
                                                     gint64                id);

/* The words that are looked for; "" for none. */
const char       *ggov_organisation_list_get_text   (GgovOrganisationList *self);

/* (nullable): code of the kind that is shown; NULL for all. */
const char       *ggov_organisation_list_get_kind   (GgovOrganisationList *self);

/* Moves the cursor to the words. */
void              ggov_organisation_list_start      (GgovOrganisationList *self);

G_END_DECLS
