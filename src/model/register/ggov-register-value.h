/* ggov-register-value.h: what people type for a field of the register, checked and made the value kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-identity.h"
#include "ggov-register-catalogue.h"

G_BEGIN_DECLS

/**
 * GgovRegisterReading:
 * @today: days since 1970-01-01: what is past has to be before it
 * @epoch: the year that a spreadsheet's numbers of days are counted from: 1900 or 1904; 0 where no
 *   spreadsheet is behind it, and a bare number is no day
 *
 * How values are to be understood.
 */
typedef struct
{
  int   today;
  guint epoch;
} GgovRegisterReading;

/**
 * ggov_register_field_parse:
 * @catalogue: the field is of it
 * @typed: (nullable): what somebody typed, UTF-8
 * @value: (out) (nullable) (transfer full): the value as it is kept; NULL where nothing was typed
 * @notice: (out) (optional) (nullable) (transfer full): what was done to understand it, a sentence
 * @error: a GgovModelError with one sentence that says what is wrong and what to do: SYNTAX where it
 *   cannot be read, RANGE where it can be and cannot be true
 *
 * Reads what can be read in one way only, and guesses nothing in silence: either it is plain, or
 * there is a notice, or it is refused. An identity number is checked as an identity card's; where it
 * is one of another paper, use ggov_register_check_paper().
 */
gboolean    ggov_register_field_parse   (GgovRegisterCatalogue      *catalogue,
                                         const GgovRegisterField    *field,
                                         const char                 *typed,
                                         const GgovRegisterReading  *reading,
                                         char                      **value,
                                         char                      **notice,
                                         GError                    **error);

/**
 * ggov_register_check_paper:
 * @id_type: (nullable): code of the table "id_type"; NULL where nobody says
 * @typed: (nullable): the number typed
 * @number: (out) (nullable) (transfer full): as it is kept; NULL where there is none
 * @kind: (out) (transfer none): code of the kind of paper; never NULL
 * @identity: (out) (optional): what the number says, if it is an identity card's or a permit's; else
 *   its number is empty
 * @notice: (out) (optional) (nullable) (transfer full): as above
 * @error: as above
 *
 * The number of a paper by what the paper is. Who has none is registered for the time being, "000";
 * where nobody says what paper it is, a number that is an identity card's is one, and any other is
 * refused.
 */
gboolean    ggov_register_check_paper   (const char                 *id_type,
                                         const char                 *typed,
                                         const GgovRegisterReading  *reading,
                                         char                      **number,
                                         const char                **kind,
                                         GgovIdentity               *identity,
                                         char                      **notice,
                                         GError                    **error);

/* (transfer full): a value as it is shown: a code by its name, 1 as yes; "" for none. */
char       *ggov_register_field_dup_shown (GgovRegisterCatalogue   *catalogue,
                                           const GgovRegisterField *field,
                                           const char              *value)
                                           G_GNUC_WARN_UNUSED_RESULT;

/* Whether a code of the table "relation" is of the head of a household (01 and 02). */
gboolean    ggov_register_is_head       (const char                 *relation);

G_END_DECLS
