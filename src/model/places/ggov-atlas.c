/* ggov-atlas.c: what maps on paper are drawn from: grids, buildings, and who serves them on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-atlas.h"

#define NUMBER_LENGTH 3

static void
community_free (GgovAtlasCommunity *community)
{
  g_free (community->code);
  g_free (community->name);
  g_clear_pointer (&community->border, g_bytes_unref);
  g_free (community);
}

static void
grid_free (GgovAtlasGrid *grid)
{
  g_free (grid->code);
  g_free (grid->name);
  g_clear_pointer (&grid->area, g_bytes_unref);
  g_clear_pointer (&grid->neighbours, g_array_unref);
  g_free (grid);
}

static void
building_free (GgovAtlasBuilding *building)
{
  g_free (building->compound);
  g_free (building->number);
  g_free (building->name);
  g_clear_pointer (&building->footprint, g_bytes_unref);
  g_free (building);
}

static void
street_free (GgovAtlasStreet *street)
{
  g_free (street->name);
  g_clear_pointer (&street->line, g_bytes_unref);
  g_free (street);
}

static void
post_free (GgovAtlasPost *post)
{
  g_free (post->name);
  g_free (post->phone);
  g_free (post->role_code);
  g_free (post->role);
  g_free (post);
}

static void
atlas_clear (GgovAtlas *self)
{
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->office, g_free);
  g_clear_pointer (&self->communities, g_ptr_array_unref);
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  g_clear_pointer (&self->buildings, g_ptr_array_unref);
  g_clear_pointer (&self->streets, g_ptr_array_unref);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_free);
}

GgovAtlas *
ggov_atlas_new (void)
{
  GgovAtlas *self = g_atomic_rc_box_new0 (GgovAtlas);

  self->communities = g_ptr_array_new_with_free_func ((GDestroyNotify) community_free);
  self->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) grid_free);
  self->buildings = g_ptr_array_new_with_free_func ((GDestroyNotify) building_free);
  self->streets = g_ptr_array_new_with_free_func ((GDestroyNotify) street_free);
  self->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) post_free);

  return self;
}

GgovAtlas *
ggov_atlas_ref (GgovAtlas *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ggov_atlas_unref (GgovAtlas *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) atlas_clear);
}

const GgovAtlasGrid *
ggov_atlas_find_grid (GgovAtlas *self,
                      gint64     id)
{
  for (guint i = 0; i < self->grids->len; i++)
    if (((GgovAtlasGrid *) self->grids->pdata[i])->id == id)
      return self->grids->pdata[i];

  return NULL;
}

const GgovAtlasCommunity *
ggov_atlas_find_community (GgovAtlas *self,
                           gint64     id)
{
  for (guint i = 0; i < self->communities->len; i++)
    if (((GgovAtlasCommunity *) self->communities->pdata[i])->id == id)
      return self->communities->pdata[i];

  return NULL;
}

const char *
ggov_atlas_get_number (const GgovAtlasGrid *grid)
{
  gsize length = strlen (grid->code);

  return grid->code + (length > NUMBER_LENGTH ? length - NUMBER_LENGTH : 0);
}
