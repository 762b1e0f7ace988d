/* ggov-case-type-form.h: the rows of a form that say what a case type is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-case-type-version.h"
#include "ggov-form-dialog.h"

G_BEGIN_DECLS

typedef struct _GgovCaseTypeForm GgovCaseTypeForm;

/**
 * ggov_case_type_form_new:
 * @record: what is there so far
 * @roles: (element-type GgovOfficeRole): to choose from
 *
 * Adds the rows to @dialog, and what they show of @record.
 */
GgovCaseTypeForm    *ggov_case_type_form_new   (GgovFormDialog           *dialog,
                                                const GgovCaseTypeRecord *record,
                                                GListModel               *roles)
                                                G_GNUC_WARN_UNUSED_RESULT;
void                 ggov_case_type_form_free  (GgovCaseTypeForm         *self);

/* (transfer full) (nullable): what is written in the rows; NULL once the user is told what cannot be
 * read */
GgovCaseTypeVersion *ggov_case_type_form_read  (GgovCaseTypeForm         *self,
                                                GgovFormDialog           *dialog)
                                                G_GNUC_WARN_UNUSED_RESULT;

/* Puts the cursor into the first row. */
void                 ggov_case_type_form_start (GgovCaseTypeForm         *self);

G_END_DECLS
