/* ggov-register-codes.h: the code tables of the standards, and how other people spell them
 *
 * Tables are data: data/fields/codes.json. Each code has its names and the spellings, older codes and
 * letters that mean it in tables from elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GgovRegisterCodes GgovRegisterCodes;

/**
 * GgovRegisterCode:
 *
 * A code and what it is called. The texts live as long as its table.
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *name_zh;
} GgovRegisterCode;

/**
 * GgovRegisterMatch:
 * @GGOV_REGISTER_MATCH_NONE: a text means no code
 * @GGOV_REGISTER_MATCH_EXACT: it is a code or one of its names
 * @GGOV_REGISTER_MATCH_OTHER: it is another spelling or an older code
 * @GGOV_REGISTER_MATCH_ZERO: it is a code whose first zero was lost
 */
typedef enum
{
  GGOV_REGISTER_MATCH_NONE,
  GGOV_REGISTER_MATCH_EXACT,
  GGOV_REGISTER_MATCH_OTHER,
  GGOV_REGISTER_MATCH_ZERO,
} GgovRegisterMatch;

const char             *ggov_register_codes_get_code   (const GgovRegisterCodes *self);

/* The standard the table is from, such as "GB/T 3304-1991", or "local". */
const char             *ggov_register_codes_get_source (const GgovRegisterCodes *self);
guint                   ggov_register_codes_get_n      (const GgovRegisterCodes *self);

/* @index: from 0, in the order of the standard. */
const GgovRegisterCode *ggov_register_codes_get_at     (const GgovRegisterCodes *self,
                                                        guint                    index);

/* (nullable): NULL where the table has no such code. */
const GgovRegisterCode *ggov_register_codes_find       (const GgovRegisterCodes *self,
                                                        const char              *code);

/**
 * ggov_register_codes_match:
 * @typed: what somebody typed, tidied by ggov_typed_dup_text()
 * @match: (out) (optional): how it was understood
 *
 * Case does not matter, nor a code written before a name, as in "01 汉族".
 *
 * Returns: (nullable): the code meant
 */
const GgovRegisterCode *ggov_register_codes_match      (const GgovRegisterCodes *self,
                                                        const char              *typed,
                                                        GgovRegisterMatch       *match);

/* In the user's language. */
const char             *ggov_register_code_get_label   (const GgovRegisterCode  *code);

G_END_DECLS
