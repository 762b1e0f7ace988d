/* ggov-chat-text.c: people as a list for a chat group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-chat-text.h"
#include "ggov-roster-column.h"

static void
append_word (GString    *text,
             const char *word)
{
  if (word && *word)
    g_string_append_printf (text, " %s", word);
}

static void
append_leave (GString                *text,
              const GgovRosterRecord *record)
{
  g_autofree char *leave = ggov_roster_dup_leave (record, TRUE);

  if (leave)
    g_string_append_printf (text, " (%s)", leave);
}

/* Grids of two communities may have one name. */
static char *
dup_area (const GgovRosterRecord *record)
{
  const char *area = ggov_roster_column_get_text (GGOV_ROSTER_COLUMN_GRID, record);

  if (record->community == NULL || g_str_has_prefix (area, record->community))
    return g_strdup (area);

  return g_strdup_printf ("%s %s", record->community, area);
}

char *
ggov_chat_dup_text (GListModel *rows)
{
  g_autofree char *area = NULL;
  GString *text;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);
      const char *grid = ggov_roster_column_get_text (GGOV_ROSTER_COLUMN_GRID, record);
      g_autofree char *here = dup_area (record);

      if (g_strcmp0 (here, area) != 0)
        {
          g_string_append_printf (text, "%s【%s】\n", i > 0 ? "\n" : "", here);
          g_free (area);
          area = g_steal_pointer (&here);
        }
      g_string_append (text, record->name);
      append_word (text, record->role);
      append_word (text, g_strcmp0 (record->place, grid) != 0 ? record->place : NULL);
      append_word (text, record->phone);
      append_leave (text, record);
      g_string_append_c (text, '\n');
    }

  if (text->len > 0)
    g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}
