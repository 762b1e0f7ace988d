/* ggov-find-field.h: an entry with what is found below it, of which one is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-choice.h"

G_BEGIN_DECLS

#define GGOV_TYPE_FIND_FIELD (ggov_find_field_get_type ())

/* Emits "searched" when something was typed or the list is asked for: whoever owns it answers by
 * ggov_find_field_show(). Emits "chosen" when another is chosen, and when what was chosen no longer
 * is what is written. Its property "label" is its accessible name, "placeholder-text" what stands
 * in it while it is empty. Enter takes the first that is found; the arrows go through them. */
G_DECLARE_FINAL_TYPE (GgovFindField, ggov_find_field, GGOV, FIND_FIELD, AdwBin)

/* What is typed. */
const char *ggov_find_field_get_text   (GgovFindField *self);

/* (nullable) (element-type GgovChoice): what was found; an empty list is said, NULL is not. */
void        ggov_find_field_show       (GgovFindField *self,
                                        GListModel    *found);

/* Takes the list away. */
void        ggov_find_field_fold       (GgovFindField *self);

/* (nullable) (transfer none) */
GgovChoice *ggov_find_field_get_chosen (GgovFindField *self);

/* @choice: (nullable): what is chosen from now on; emits nothing */
void        ggov_find_field_choose     (GgovFindField *self,
                                        GgovChoice    *choice);

/* @sentence: (nullable): what is wrong with what is written, below the entry */
void        ggov_find_field_set_problem (GgovFindField *self,
                                         const char    *sentence);

G_END_DECLS
