/* ggov-register-field.c: one thing the register of residents asks of a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-catalogue-private.h"
#include "ggov-mask.h"
#include "ggov-register-field.h"

#define HIDDEN "***"

/* By GgovRegisterType. */
static const struct { const char *code, *label; } types[GGOV_REGISTER_N_TYPES] = {
  { "text", NC_("register type", "Text") }, { "name", NC_("register type", "Name") },
  { "code", NC_("register type", "One of a list") },
  { "codes", NC_("register type", "Several of a list") }, { "date", NC_("register type", "Date") },
  { "number", NC_("register type", "Number") }, { "boolean", NC_("register type", "Yes or no") },
  { "phone", NC_("register type", "Phone") },
  { "identity", NC_("register type", "Identity number") },
  { "place", NC_("register type", "Place") },
};

const char *
ggov_register_type_get_code (GgovRegisterType type)
{
  g_return_val_if_fail ((guint) type < GGOV_REGISTER_N_TYPES, NULL);

  return types[type].code;
}

gboolean
ggov_register_type_from_code (const char       *code,
                              GgovRegisterType *type)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; i < GGOV_REGISTER_N_TYPES; i++)
    if (g_strcmp0 (code, types[i].code) == 0)
      {
        *type = i;
        return TRUE;
      }

  return FALSE;
}

const char *
ggov_register_type_get_label (GgovRegisterType type)
{
  g_return_val_if_fail ((guint) type < GGOV_REGISTER_N_TYPES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "register type", types[type].label);
}

const char *
ggov_register_field_get_label (const GgovRegisterField *field)
{
  const char *first, *second;

  g_return_val_if_fail (field != NULL, NULL);

  first = _ggov_catalogue_prefers_chinese () ? field->name_zh : field->name;
  second = first == field->name ? field->name_zh : field->name;

  return first && *first ? first : second && *second ? second : field->code;
}

char *
ggov_register_field_dup_masked (const GgovRegisterField *field,
                                const char              *value)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL || *value == '\0' || field->sensitivity == GGOV_REGISTER_OPEN)
    return g_strdup (value ? value : "");

  switch (field->type)
    {
    case GGOV_REGISTER_NAME:
      return ggov_mask_name (value);

    case GGOV_REGISTER_PHONE:
      return ggov_mask_phone (value);

    case GGOV_REGISTER_IDENTITY:
      return ggov_mask_identity (value);

    case GGOV_REGISTER_DATE:
      return ggov_mask_day (value);

    case GGOV_REGISTER_PLACE:
      return ggov_mask_door (value);

    case GGOV_REGISTER_TEXT:
    case GGOV_REGISTER_CODE:
    case GGOV_REGISTER_CODES:
    case GGOV_REGISTER_NUMBER:
    case GGOV_REGISTER_BOOLEAN:
    case GGOV_REGISTER_N_TYPES:
    default:
      return g_strdup (HIDDEN);
    }
}
