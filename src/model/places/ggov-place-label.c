/* ggov-place-label.c: how a building or unit is called in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-place-label.h"

/* A door plate such as 3号楼 says itself what it is; 3 or 12A does not. */
static gboolean
is_bare (const char *number)
{
  for (; *number; number++)
    if ((guchar) *number >= 0x80)
      return FALSE;

  return TRUE;
}

static char *
dup_building (const char *number,
              const char *name)
{
  if (number && *number && is_bare (number))
    /* Translators: a building by its number, as in 3号楼 */
    return g_strdup_printf (_("Building %s"), number);
  if (number && *number)
    return g_strdup (number);
  if (name && *name)
    return g_strdup (name);

  return g_strdup (_("Building without a number"));
}

char *
ggov_place_label_dup (const char *compound,
                      const char *number,
                      const char *name,
                      int         unit)
{
  g_autofree char *building = dup_building (number, name);
  g_autofree char *door = NULL;

  if (unit > 0)
    /* Translators: a building, such as 3号楼, and one of its stairwells, as in 3号楼2单元 */
    door = g_strdup_printf (_("%s, unit %d"), building, unit);
  else
    door = g_steal_pointer (&building);

  if (!compound || !*compound)
    return g_steal_pointer (&door);

  /* Translators: a compound's name and a building in it, as in 友谊小区3号楼 */
  return g_strdup_printf (C_("place", "%s %s"), compound, door);
}

char *
ggov_place_label_dup_door (const char *place,
                           const char *door)
{
  g_return_val_if_fail (place != NULL && door != NULL, NULL);

  /* Translators: a building with its unit, and the number of a door in it */
  return g_strdup_printf (C_("door", "%1$s, %2$s"), place, door);
}
