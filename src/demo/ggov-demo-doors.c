/* ggov-demo-doors.c: the numbers and names on the demo's buildings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include <string.h>

#include "ggov-demo-town-private.h"

#define COMMUNITY_SUFFIX "社区"

typedef struct
{
  guint houses;
  guint shops;
} Counts;

static gboolean
is_kind (const GgovDemoBuilding *building,
         const char             *kind)
{
  return g_str_equal (building->kind, kind);
}

/* What has a name already is called after the community. */
static void
name_building (GgovDemoBuilding *building,
               const char       *root,
               Counts           *counts)
{
  g_autofree char *plain = g_steal_pointer (&building->name);

  if (is_kind (building, "residential"))
    building->number = g_strdup_printf ("%u号楼", ++counts->houses);
  else if (plain)
    building->name = g_strconcat (root, plain, NULL);
  else if (is_kind (building, "shop"))
    building->name = g_strdup_printf ("沿街商铺%u号", ++counts->shops);
  else
    building->name = g_strdup ("换热站");
}

void
_ggov_demo_name_doors (GgovDemoTown *town,
                       guint         community)
{
  const GgovDemoCommunity *place = _ggov_demo_town_community (town, community);
  g_autofree char *root = g_strndup (place->name, strlen (place->name) - strlen (COMMUNITY_SUFFIX));
  g_autoptr(GArray) counts = g_array_new (FALSE, TRUE, sizeof (Counts));

  g_array_set_size (counts, town->compounds->len + 1);
  for (guint i = 0; i < place->n_buildings; i++)
    {
      GgovDemoBuilding *building = _ggov_demo_town_building (town, place->first_building + i);

      name_building (building, root, &g_array_index (counts, Counts, building->compound + 1));
    }
}
