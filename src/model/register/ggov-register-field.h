/* ggov-register-field.h: one thing the register of residents asks of a person
 *
 * The fields are data: data/fields/fields.json and what an office adds or asks for no more. Forms,
 * tables, imports, exports and prints are made from them.
 *
 * Source of the backbone: GB/T 31000-2015, basic data for social governance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovRegisterType:
 * @GGOV_REGISTER_TEXT: any words
 * @GGOV_REGISTER_NAME: a person's name
 * @GGOV_REGISTER_CODE: a code of a table
 * @GGOV_REGISTER_CODES: several of them, apart by commas
 * @GGOV_REGISTER_DATE: an ISO day
 * @GGOV_REGISTER_NUMBER: a plain decimal number, with a point
 * @GGOV_REGISTER_BOOLEAN: "1" or "0"
 * @GGOV_REGISTER_PHONE: digits as ggov_typed_dup_phone() gives them
 * @GGOV_REGISTER_IDENTITY: the number of an identity paper
 * @GGOV_REGISTER_PLACE: a place or a part of an address
 *
 * What a value is, and how it is kept: always a text, "" and NULL for none.
 */
typedef enum
{
  GGOV_REGISTER_TEXT,
  GGOV_REGISTER_NAME,
  GGOV_REGISTER_CODE,
  GGOV_REGISTER_CODES,
  GGOV_REGISTER_DATE,
  GGOV_REGISTER_NUMBER,
  GGOV_REGISTER_BOOLEAN,
  GGOV_REGISTER_PHONE,
  GGOV_REGISTER_IDENTITY,
  GGOV_REGISTER_PLACE,
  GGOV_REGISTER_N_TYPES,
} GgovRegisterType;

/**
 * GgovRegisterSensitivity:
 * @GGOV_REGISTER_OPEN: anybody in the office may see it
 * @GGOV_REGISTER_PERSONAL: personal information: shown masked
 * @GGOV_REGISTER_SENSITIVE: sensitive by PIPL article 28 (belief, health, need): shown masked, whole
 *   for a reason only
 */
typedef enum
{
  GGOV_REGISTER_OPEN,
  GGOV_REGISTER_PERSONAL,
  GGOV_REGISTER_SENSITIVE,
} GgovRegisterSensitivity;

/**
 * GgovRegisterOrigin:
 * @GGOV_REGISTER_TYPED: people say it
 * @GGOV_REGISTER_FROM_IDENTITY: the identity number has it, and what is typed is compared with that
 * @GGOV_REGISTER_FROM_TODAY: computed for the day
 * @GGOV_REGISTER_FROM_RESIDENCE: computed from where the person is registered and lives
 * @GGOV_REGISTER_FROM_HOUSEHOLD: of the household's head
 * @GGOV_REGISTER_FROM_VISITS: from the visits
 *
 * A table may have what is computed; it is compared or used to find the place, and not kept.
 */
typedef enum
{
  GGOV_REGISTER_TYPED,
  GGOV_REGISTER_FROM_IDENTITY,
  GGOV_REGISTER_FROM_TODAY,
  GGOV_REGISTER_FROM_RESIDENCE,
  GGOV_REGISTER_FROM_HOUSEHOLD,
  GGOV_REGISTER_FROM_VISITS,
} GgovRegisterOrigin;

/**
 * GgovRegisterField:
 * @code: stands for it in records and files
 * @name: in English
 * @name_zh: in Chinese
 * @group: code of the group it is shown in
 * @table: (nullable): code of the table its codes are of
 * @source: (nullable): the standard it is from; "local" for a table of the program's own
 * @deprecated: (nullable): why it is asked for no more where it is not filled in
 * @is_own: the office added it
 * @is_retired: the office asks for it no more, and does not show it
 * @max_length: characters; 0 for what the type allows
 * @is_past: of days: none that is to come
 * @has_range: whether @min and @max hold
 * @decimals: how many a number may have
 * @unit: (nullable): of a number, "m²"
 * @pattern: (nullable): a regular expression that a value matches
 * @synonyms: (nullable): what it is called in other people's tables besides, in small letters;
 *   NULL-terminated
 *
 * All texts live as long as the catalogue it is of.
 */
typedef struct
{
  const char              *code;
  const char              *name;
  const char              *name_zh;
  const char              *group;
  GgovRegisterType         type;
  const char              *table;
  const char              *source;
  GgovRegisterSensitivity  sensitivity;
  GgovRegisterOrigin       origin;
  const char              *deprecated;
  gboolean                 is_required;
  gboolean                 is_own;
  gboolean                 is_retired;
  guint                    max_length;
  gboolean                 is_past;
  gboolean                 has_range;
  double                   min;
  double                   max;
  guint                    decimals;
  const char              *unit;
  const char              *pattern;
  const char *const       *synonyms;
} GgovRegisterField;

/* The word that stands for a type in records and files, such as "date". */
const char *ggov_register_type_get_code   (GgovRegisterType         type);

/* FALSE where a word stands for no type. */
gboolean    ggov_register_type_from_code  (const char              *code,
                                           GgovRegisterType        *type);

/* What a type is called in the user's language. */
const char *ggov_register_type_get_label  (GgovRegisterType         type);

/* What a field is called in the user's language; the code where it has no name. */
const char *ggov_register_field_get_label (const GgovRegisterField *field);

/**
 * ggov_register_field_dup_masked:
 * @value: a value as it is kept
 *
 * What anybody may see of it: all of what is open; of a name, a phone, an identity number, a date and
 * a place what ggov-mask.h leaves; of the rest of what is personal or sensitive that there is
 * something.
 *
 * Returns: (transfer full): the masked value; "" for none
 */
char       *ggov_register_field_dup_masked (const GgovRegisterField *field,
                                            const char              *value)
                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
