/* ggov-import-spots.c: which place of the office a row's words mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "ggov-import-spots-private.h"
#include "ggov-place-label.h"
#include "ggov-typed-text.h"

struct _GgovImportSpots
{
  GPtrArray  *places; /* (element-type GgovKnownPlace) */
  GHashTable *names;  /* (element-type utf8 GPtrArray): kind and comparable name to places */
  GHashTable *units;  /* (element-type gint64 GPtrArray): of a building */
};

/* What narrows a search down; 0 for anything. */
typedef struct
{
  gint64 community_id;
  gint64 grid_id;
  gint64 building_id;
} Within;

static void
take_name (GgovImportSpots *self,
           const char      *name,
           GgovKnownPlace  *place)
{
  g_autofree char *typed = ggov_typed_dup_place (name);
  g_autofree char *key = typed ? g_strconcat (place->kind, ":", typed, NULL) : NULL;
  GPtrArray *list;

  if (key == NULL)
    return;

  if (!(list = g_hash_table_lookup (self->names, key)))
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->names, g_steal_pointer (&key), list);
    }
  if (!g_ptr_array_find (list, place, NULL))
    g_ptr_array_add (list, place);
}

static void
take_building (GgovImportSpots *self,
               GgovKnownPlace  *place)
{
  g_autofree char *whole = g_strconcat (place->compound ? place->compound : "",
                                        place->number ? place->number : "", NULL);

  take_name (self, place->name, place);
  take_name (self, place->number, place);
  take_name (self, whole, place);
  if (place->number && *place->number && g_ascii_isalnum (place->number[strlen (place->number) - 1]))
    {
      g_autofree char *counted = g_strconcat (place->number, "号楼", NULL);
      g_autofree char *all = g_strconcat (whole, "号楼", NULL);

      take_name (self, counted, place);
      take_name (self, all, place);
    }
}

static void
take_unit (GgovImportSpots *self,
           GgovKnownPlace  *place)
{
  g_autofree char *number = g_strdup_printf ("%d", place->unit);
  GPtrArray *units = g_hash_table_lookup (self->units, &place->building_id);

  take_name (self, number, place);
  if (units == NULL)
    {
      units = g_ptr_array_new ();
      g_hash_table_insert (self->units, &place->building_id, units);
    }
  g_ptr_array_add (units, place);
}

/* 和宁社区第1网格 is 第1网格 too, and the community's own name goes without 社区. */
static void
take_wide (GgovImportSpots *self,
           GgovKnownPlace  *place)
{
  const char *nth = place->name ? strstr (place->name, "第") : NULL;
  g_autofree char *shorter = g_strdup (place->name);

  take_name (self, place->code, place);
  take_name (self, place->name, place);
  if (nth && g_str_equal (place->kind, "grid"))
    take_name (self, nth, place);
  if (shorter && g_str_has_suffix (shorter, "社区"))
    {
      shorter[strlen (shorter) - strlen ("社区")] = '\0';
      take_name (self, shorter, place);
    }
}

GgovImportSpots *
ggov_import_spots_new (GgovChange  *change,
                       const char  *day,
                       GError     **error)
{
  g_autoptr(GgovImportSpots) self = g_new0 (GgovImportSpots, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                       (GDestroyNotify) g_ptr_array_unref);
  if (!(self->places = ggov_change_load_places (change, day, error)))
    return NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      GgovKnownPlace *place = self->places->pdata[i];

      if (g_str_equal (place->kind, "unit"))
        take_unit (self, place);
      else if (g_str_equal (place->kind, "building"))
        take_building (self, place);
      else
        take_wide (self, place);
    }

  return g_steal_pointer (&self);
}

void
ggov_import_spots_free (GgovImportSpots *self)
{
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self);
}

/* Look up ---------------------------------------------------------------------------------- */

static gboolean
is_within (const GgovKnownPlace *place,
           const Within         *within)
{
  return (within->community_id == 0 || place->community_id == within->community_id) &&
         (within->grid_id == 0 || place->grid_id == within->grid_id) &&
         (within->building_id == 0 || place->building_id == within->building_id);
}

static GgovImportSpotResult
look_up (GgovImportSpots       *self,
         const char            *kind,
         const char            *name,
         const Within          *within,
         const GgovKnownPlace **place)
{
  g_autofree char *typed = ggov_typed_dup_place (name);
  g_autofree char *key = g_strconcat (kind, ":", typed, NULL);
  GPtrArray *list = typed ? g_hash_table_lookup (self->names, key) : NULL;
  guint n = 0;

  if (typed == NULL)
    return GGOV_IMPORT_SPOT_UNSAID;

  for (guint i = 0; list && i < list->len; i++)
    if (is_within (list->pdata[i], within))
      {
        *place = list->pdata[i];
        n++;
      }

  return n == 1 ? GGOV_IMPORT_SPOT_FOUND
                : n == 0 ? GGOV_IMPORT_SPOT_UNKNOWN : GGOV_IMPORT_SPOT_AMBIGUOUS;
}

/* What is said of the larger places has to be true. */
static GgovImportSpotResult
narrow (GgovImportSpots           *self,
        const GgovImportSpotWords *words,
        Within                    *within)
{
  const GgovKnownPlace *place;
  GgovImportSpotResult result = look_up (self, "community", words->community, within, &place);

  if (result == GGOV_IMPORT_SPOT_FOUND)
    within->community_id = place->id;
  else if (result != GGOV_IMPORT_SPOT_UNSAID)
    return result;

  result = look_up (self, "grid", words->grid, within, &place);
  if (result == GGOV_IMPORT_SPOT_FOUND)
    within->grid_id = place->id;

  return result == GGOV_IMPORT_SPOT_UNSAID ? GGOV_IMPORT_SPOT_FOUND : result;
}

/* Doors --------------------------------------------------------------------------------------- */

/* 福顺1号街坊3号楼2单元501室 is a building and 2, and so is 3-2-501. */
static char *
split_door (const char *text,
            int        *unit)
{
  g_autofree char *typed = ggov_typed_dup_place (text);
  const char *counter = typed ? strstr (typed, "单元") : NULL;
  const char *begin = counter;
  unsigned building, number, room;
  char rest;

  *unit = 0;
  if (typed == NULL)
    return NULL;

  if (sscanf (typed, "%5u-%3u-%5u%c", &building, &number, &room, &rest) == 3 ||
      sscanf (typed, "%5u-%3u%c", &building, &number, &rest) == 2)
    {
      *unit = (int) number;
      return g_strdup_printf ("%u号楼", building);
    }

  while (begin && begin > typed && g_ascii_isdigit (begin[-1]))
    begin--;
  if (begin == NULL || begin == counter)
    return g_steal_pointer (&typed);

  *unit = (int) g_ascii_strtoll (begin, NULL, 10);

  return g_strndup (typed, (gsize) (begin - typed));
}

/* The door may have the compound's name in it, which has a column of its own as well. */
static gboolean
has_name_in_it (const char *door,
                const char *compound)
{
  g_autofree char *name = ggov_typed_dup_place (compound);
  g_autofree char *whole = ggov_typed_dup_place (door);

  return name && whole && strstr (whole, name);
}

static GgovImportSpotResult
find_building (GgovImportSpots            *self,
               const GgovImportSpotWords  *words,
               const Within               *within,
               int                        *unit,
               const GgovKnownPlace      **place)
{
  const char *said = words->building ? words->building : words->place;
  g_autofree char *door = split_door (said, unit);
  g_autofree char *whole = g_strconcat (words->compound ? words->compound : "", door, NULL);
  GgovImportSpotResult result;

  if (door == NULL)
    return GGOV_IMPORT_SPOT_UNSAID;

  result = look_up (self, "building", whole, within, place);

  return result == GGOV_IMPORT_SPOT_UNKNOWN && has_name_in_it (door, words->compound)
           ? look_up (self, "building", door, within, place) : result;
}

static GgovImportSpotResult
find_unit (GgovImportSpots            *self,
           const GgovImportSpotWords  *words,
           const Within               *within,
           const GgovKnownPlace      **place)
{
  g_autofree char *number = NULL;
  int unit;
  GgovImportSpotResult result = find_building (self, words, within, &unit, place);

  if (result != GGOV_IMPORT_SPOT_FOUND)
    return result;

  if (words->unit)
    unit = ggov_typed_get_number (words->unit);
  number = g_strdup_printf ("%d", unit);

  return look_up (self, "unit", unit > 0 ? number : NULL,
                  &(Within) { .building_id = (*place)->id }, place);
}

static GgovImportSpotResult
find_within (GgovImportSpots           *self,
             const char                *kind,
             const GgovImportSpotWords *words,
             const Within              *within,
             const GgovKnownPlace     **place)
{
  int unit;

  if (g_str_equal (kind, "grid"))
    return look_up (self, kind, words->grid ? words->grid : words->place, within, place);
  if (g_str_equal (kind, "building"))
    return find_building (self, words, within, &unit, place);

  return find_unit (self, words, within, place);
}

GgovImportSpotResult
ggov_import_spots_find (GgovImportSpots            *self,
                        const char                 *kind,
                        const GgovImportSpotWords  *words,
                        const GgovKnownPlace      **place)
{
  Within within = { 0, 0, 0 };
  GgovImportSpotResult result;

  g_return_val_if_fail (self != NULL && words != NULL && place != NULL, GGOV_IMPORT_SPOT_UNKNOWN);

  if (g_str_equal (kind, "sub-district"))
    {
      *place = self->places->len > 0 ? self->places->pdata[0] : NULL;
      return *place ? GGOV_IMPORT_SPOT_FOUND : GGOV_IMPORT_SPOT_UNKNOWN;
    }
  if (g_str_equal (kind, "community"))
    return look_up (self, kind, words->community ? words->community : words->place, &within, place);

  if ((result = narrow (self, words, &within)) == GGOV_IMPORT_SPOT_FOUND)
    result = find_within (self, kind, words, &within, place);

  return result == GGOV_IMPORT_SPOT_UNKNOWN &&
         find_within (self, kind, words, &(Within) { 0, 0, 0 }, place) == GGOV_IMPORT_SPOT_FOUND
           ? GGOV_IMPORT_SPOT_ELSEWHERE : result;
}

/* Units ------------------------------------------------------------------------------------ */

/* The only building of a number whose compound is among what is said before it: 昆区友谊小区3号楼. */
static GgovImportSpotResult
find_by_compound (GgovImportSpots            *self,
                  const GgovImportSpotWords  *words,
                  const Within               *within,
                  const GgovKnownPlace      **place)
{
  g_autofree char *said = ggov_typed_dup_place (words->compound);
  g_autofree char *number = ggov_typed_dup_place (words->building);
  g_autofree char *key = g_strconcat ("building:", number, NULL);
  GPtrArray *list = g_hash_table_lookup (self->names, key);
  guint n = 0;

  for (guint i = 0; said && list && i < list->len; i++)
    {
      GgovKnownPlace *building = list->pdata[i];
      g_autofree char *compound = ggov_typed_dup_place (building->compound);

      if (compound && is_within (building, within) && strstr (said, compound))
        {
          *place = building;
          n++;
        }
    }

  return n == 1 ? GGOV_IMPORT_SPOT_FOUND
                : n == 0 ? GGOV_IMPORT_SPOT_UNKNOWN : GGOV_IMPORT_SPOT_AMBIGUOUS;
}

static GgovImportSpotResult
find_building_within (GgovImportSpots            *self,
                      const GgovImportSpotWords  *words,
                      const Within               *within,
                      const GgovKnownPlace      **place)
{
  int unit;
  GgovImportSpotResult result = find_building (self, words, within, &unit, place);

  return result == GGOV_IMPORT_SPOT_UNKNOWN ? find_by_compound (self, words, within, place) : result;
}

GgovImportSpotResult
ggov_import_spots_find_unit (GgovImportSpots            *self,
                             const GgovImportSpotWords  *words,
                             int                         unit,
                             const GgovKnownPlace      **place)
{
  Within within = { 0, 0, 0 };
  GgovImportSpotResult result;
  GPtrArray *units;

  g_return_val_if_fail (self != NULL && words != NULL && place != NULL, GGOV_IMPORT_SPOT_UNKNOWN);

  if ((result = narrow (self, words, &within)) == GGOV_IMPORT_SPOT_FOUND)
    result = find_building_within (self, words, &within, place);
  if (result == GGOV_IMPORT_SPOT_UNKNOWN &&
      find_building_within (self, words, &(Within) { 0, 0, 0 }, place) == GGOV_IMPORT_SPOT_FOUND)
    return GGOV_IMPORT_SPOT_ELSEWHERE;
  if (result != GGOV_IMPORT_SPOT_FOUND)
    return result;

  units = g_hash_table_lookup (self->units, &(*place)->id);
  if (unit == 0 && units && units->len > 1)
    return GGOV_IMPORT_SPOT_AMBIGUOUS;
  for (guint i = 0; units && i < units->len; i++)
    {
      *place = units->pdata[i];
      if (unit == 0 || (*place)->unit == unit)
        return GGOV_IMPORT_SPOT_FOUND;
    }

  return GGOV_IMPORT_SPOT_UNKNOWN;
}

static const char *
find_name (GgovImportSpots *self,
           const char      *kind,
           gint64           id)
{
  for (guint i = 0; id != 0 && i < self->places->len; i++)
    {
      const GgovKnownPlace *place = self->places->pdata[i];

      if (place->id == id && g_str_equal (place->kind, kind))
        return place->name;
    }

  return NULL;
}

char *
ggov_import_spots_dup_label (GgovImportSpots      *self,
                             const GgovKnownPlace *place)
{
  const char *community = find_name (self, "community", place->community_id);
  const char *grid = find_name (self, "grid", place->grid_id);
  g_autofree char *door = NULL;

  if (!g_str_equal (place->kind, "building") && !g_str_equal (place->kind, "unit"))
    return g_strdup (place->name);

  door = ggov_place_label_dup (place->compound, place->number, place->name, place->unit);
  if (community == NULL)
    return g_steal_pointer (&door);

  /* Translators: a building or unit, and the grid or community it lies in */
  return g_strdup_printf (_("%1$s (%2$s)"), door, grid ? grid : community);
}
