/* ggov-roster-column.c: the columns in which the roster is shown, copied and exported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-roster-column.h"

#define MEMBER(member) G_STRUCT_OFFSET (GgovRosterRecord, member)

static const struct
{
  const char *code;
  const char *title;
  gsize       offset; /* of the text in a record; the grid's is chosen by hand */
} columns[] = {
  [GGOV_ROSTER_COLUMN_GRID] = { "grid", NC_("column", "Grid"), MEMBER (grid) },
  [GGOV_ROSTER_COLUMN_ROLE] = { "role", NC_("column", "Post"), MEMBER (role) },
  [GGOV_ROSTER_COLUMN_NAME] = { "name", NC_("column", "Name"), MEMBER (name) },
  [GGOV_ROSTER_COLUMN_PLACE] = { "place", NC_("column", "Place"), MEMBER (place) },
  [GGOV_ROSTER_COLUMN_PHONE] = { "phone", NC_("column", "Phone"), MEMBER (phone) },
  [GGOV_ROSTER_COLUMN_SEX] = { "sex", NC_("column", "Sex"), MEMBER (sex_label) },
  [GGOV_ROSTER_COLUMN_SINCE] = { "since", NC_("column", "Since"), MEMBER (since) },
  [GGOV_ROSTER_COLUMN_UNTIL] = { "until", NC_("column", "Until"), MEMBER (until) },
  [GGOV_ROSTER_COLUMN_PRESENCE] = { "presence", NC_("column", "Presence"), MEMBER (presence) },
  [GGOV_ROSTER_COLUMN_COMMUNITY] = { "community", NC_("column", "Community"), MEMBER (community) },
  [GGOV_ROSTER_COLUMN_GRID_CODE] = { "grid-code", NC_("column", "Grid code"), MEMBER (grid_code) },
  [GGOV_ROSTER_COLUMN_SUBSTITUTE] = { "substitute", NC_("column", "Stands in"), MEMBER (substitute) },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == GGOV_ROSTER_N_COLUMNS);

const char *
ggov_roster_column_get_code (GgovRosterColumn column)
{
  g_return_val_if_fail (column < GGOV_ROSTER_N_COLUMNS, NULL);

  return columns[column].code;
}

const char *
ggov_roster_column_get_title (GgovRosterColumn column)
{
  g_return_val_if_fail (column < GGOV_ROSTER_N_COLUMNS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title);
}

gboolean
ggov_roster_column_from_code (const char       *code,
                              GgovRosterColumn *column)
{
  g_return_val_if_fail (code != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].code, code))
      {
        *column = i;
        return TRUE;
      }

  return FALSE;
}

const char *
ggov_roster_column_get_text (GgovRosterColumn        column,
                             const GgovRosterRecord *record)
{
  g_return_val_if_fail (column < GGOV_ROSTER_N_COLUMNS, NULL);

  /* What is not on a grid is on the next larger place. */
  if (column == GGOV_ROSTER_COLUMN_GRID && record->grid == NULL)
    return record->community ? record->community : record->sub_district;

  return G_STRUCT_MEMBER (const char *, record, columns[column].offset);
}

guint
ggov_roster_columns_parse (const char *const *codes,
                           GgovRosterColumn  *out)
{
  gboolean is_there[GGOV_ROSTER_N_COLUMNS] = { FALSE };
  guint n = 0;

  g_return_val_if_fail (codes != NULL, 0);

  for (guint i = 0; codes[i]; i++)
    {
      GgovRosterColumn column;

      if (ggov_roster_column_from_code (codes[i], &column) && !is_there[column])
        {
          is_there[column] = TRUE;
          out[n++] = column;
        }
    }

  return n;
}
