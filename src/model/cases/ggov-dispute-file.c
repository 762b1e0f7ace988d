/* ggov-dispute-file.c: a dispute with all that is known of its mediation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-dispute-file.h"

GgovDisputeFile *
ggov_dispute_file_new (void)
{
  GgovDisputeFile *self = g_new0 (GgovDisputeFile, 1);

  self->parties = g_ptr_array_new_with_free_func (g_object_unref);
  self->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  self->pieces = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
ggov_dispute_file_free (GgovDisputeFile *self)
{
  g_clear_object (&self->dispute);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_free (self);
}

char *
ggov_dispute_file_dup_names (const GgovDisputeFile *self,
                             const char            *side)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->parties->len; i++)
    {
      const GgovDisputePartyFields *party = ggov_dispute_party_get_fields (self->parties->pdata[i]);

      if (side == NULL || g_strcmp0 (party->side, side) == 0)
        g_string_append_printf (names, "%s%s", names->len ? C_("list", ", ") : "", party->name);
    }

  return g_string_free (names, FALSE);
}
