/* ggov-register-filled.c: how much of what the register asks is filled in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-register-filled.h"

static gboolean
has_value (GHashTable *values,
           const char *code)
{
  const char *value = g_hash_table_lookup (values, code);

  return value && *value;
}

static gboolean
is_filled (const GgovRegisterField *field,
           GHashTable              *values)
{
  if (has_value (values, field->code))
    return TRUE;

  switch (field->origin)
    {
    case GGOV_REGISTER_FROM_IDENTITY:
      return has_value (values, "id_number");

    case GGOV_REGISTER_FROM_TODAY:
      return has_value (values, "birth_date") || has_value (values, "id_number");

    case GGOV_REGISTER_FROM_RESIDENCE:
      return has_value (values, "door");

    case GGOV_REGISTER_FROM_HOUSEHOLD:
      return has_value (values, "relation");

    case GGOV_REGISTER_TYPED:
    case GGOV_REGISTER_FROM_VISITS:
    default:
      return FALSE;
    }
}

void
ggov_register_count_filled (GgovRegisterCatalogue *catalogue,
                            GHashTable            *values,
                            int                   *required,
                            int                   *optional)
{
  g_return_if_fail (catalogue != NULL && values != NULL);

  *required = *optional = 0;
  for (guint i = 0; i < ggov_register_catalogue_get_n_fields (catalogue); i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_get_field_at (catalogue, i);

      if (field->is_retired || !is_filled (field, values))
        continue;
      if (field->is_required)
        ++*required;
      else
        ++*optional;
    }
}
