/* ggov-choice.h: a record as a list to choose from shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovChoiceFields:
 * @parent_id: the record it belongs to, or 0
 * @code: (nullable): what stands for it in records and files
 * @name: what it is called
 * @name_zh: (nullable): the same in Chinese, where it has two names
 * @detail: (nullable): what else helps to choose
 * @detail_zh: (nullable): the same in Chinese
 */
typedef struct
{
  gint64      id;
  gint64      parent_id;
  const char *code;
  const char *name;
  const char *name_zh;
  const char *detail;
  const char *detail_zh;
} GgovChoiceFields;

#define GGOV_TYPE_CHOICE (ggov_choice_get_type ())

G_DECLARE_FINAL_TYPE (GgovChoice, ggov_choice, GGOV, CHOICE, GObject)

/* Copies the texts. */
GgovChoice             *ggov_choice_new        (const GgovChoiceFields *fields)
                                                G_GNUC_WARN_UNUSED_RESULT;

const GgovChoiceFields *ggov_choice_get_fields (GgovChoice             *self);

/* In the user's language; also the readable properties "label" and "detail". */
const char             *ggov_choice_get_label  (GgovChoice             *self);
const char             *ggov_choice_get_detail (GgovChoice             *self);

/**
 * ggov_choice_matches:
 * @typed: what the user typed; empty matches everything
 *
 * Returns: whether each word is part of a name, detail or the code, in either language
 */
gboolean                ggov_choice_matches    (GgovChoice             *self,
                                                const char             *typed);

G_END_DECLS
