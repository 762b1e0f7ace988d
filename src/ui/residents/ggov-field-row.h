/* ggov-field-row.h: one field of the register to fill in, as the catalogue has it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-register-value.h"

G_BEGIN_DECLS

#define GGOV_TYPE_FIELD_ROW (ggov_field_row_get_type ())

G_DECLARE_FINAL_TYPE (GgovFieldRow, ggov_field_row, GGOV, FIELD_ROW, AdwBin)

/**
 * ggov_field_row_new:
 * @value: (nullable): as it is kept
 * @hidden: it is not shown: what is not typed anew stays as it is
 */
GtkWidget               *ggov_field_row_new         (GgovRegisterCatalogue     *catalogue,
                                                     const GgovRegisterField   *field,
                                                     const char                *value,
                                                     gboolean                   hidden);

const GgovRegisterField *ggov_field_row_get_field   (GgovFieldRow              *self);

/**
 * ggov_field_row_read:
 * @value: (out) (transfer full) (nullable): what is to be kept, "" for nothing; NULL where it stays as
 *   it is
 *
 * Returns: FALSE where what is typed cannot be; a sentence below it says why
 */
gboolean                 ggov_field_row_read        (GgovFieldRow              *self,
                                                     const GgovRegisterReading *reading,
                                                     char                     **value);

/* (transfer full): what is typed, blanks at its ends aside; of a list the code chosen */
char                    *ggov_field_row_dup_typed   (GgovFieldRow              *self);

/* Whether it stays as it is, hidden. */
gboolean                 ggov_field_row_is_untouched (GgovFieldRow             *self);

/* @sentence: (nullable): what is wrong with it */
void                     ggov_field_row_set_problem (GgovFieldRow              *self,
                                                     const char                *sentence);

G_END_DECLS
