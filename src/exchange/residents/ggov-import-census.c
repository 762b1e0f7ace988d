/* ggov-import-census.c: who is known and which households there are, while rows come in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-known-people.h"
#include "ggov-import-census-private.h"
#include "ggov-kinship.h"
#include "ggov-mask.h"


struct _GgovImportCensus
{
  GPtrArray  *people;    /* (element-type GgovKnownResident) */
  GHashTable *by_number; /* (element-type utf8 GgovKnownResident): by identity number */
  GHashTable *by_name;   /* (element-type utf8 GPtrArray) */
  GPtrArray  *homes;     /* (element-type GgovImportHome) */
  GHashTable *doors;     /* (element-type utf8 GPtrArray): of a unit and a door */
  GHashTable *dwellings; /* (element-type utf8 gint64): the same */
};

static void
home_free (GgovImportHome *home)
{
  g_free (home->door);
  g_free (home->number);
  g_free (home->head);
  g_free (home->head_birth_date);
  g_array_unref (home->rows);
  g_free (home);
}

static char *
dup_key (gint64      unit_id,
         const char *door)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%s", unit_id, door);
}

/* Homes -------------------------------------------------------------------------------------- */

static GPtrArray *
get_door (GgovImportCensus *self,
          gint64            unit_id,
          const char       *door)
{
  g_autofree char *key = dup_key (unit_id, door);
  GPtrArray *homes = g_hash_table_lookup (self->doors, key);

  if (homes == NULL)
    {
      homes = g_ptr_array_new ();
      g_hash_table_insert (self->doors, g_steal_pointer (&key), homes);
    }

  return homes;
}

static GgovImportHome *
add_home (GgovImportCensus *self,
          gint64            unit_id,
          const char       *door,
          const char       *number)
{
  GgovImportHome *home = g_new0 (GgovImportHome, 1);
  g_autofree char *key = dup_key (unit_id, door);
  const gint64 *dwelling = g_hash_table_lookup (self->dwellings, key);

  home->unit_id = unit_id;
  home->dwelling_id = dwelling ? *dwelling : 0;
  home->door = g_strdup (door);
  home->number = g_strdup (number ? number : "");
  home->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->homes, home);
  g_ptr_array_add (get_door (self, unit_id, door), home);

  return home;
}

void
ggov_import_census_set_dwelling (GgovImportCensus *self,
                                 GgovImportHome   *home,
                                 gint64            dwelling_id)
{
  GPtrArray *homes = get_door (self, home->unit_id, home->door);

  g_hash_table_insert (self->dwellings, dup_key (home->unit_id, home->door),
                       g_memdup2 (&dwelling_id, sizeof dwelling_id));
  for (guint i = 0; i < homes->len; i++)
    ((GgovImportHome *) homes->pdata[i])->dwelling_id = dwelling_id;
}

static void
take_household (GgovImportCensus         *self,
                const GgovKnownHousehold *known)
{
  GgovImportHome *home;

  g_hash_table_insert (self->dwellings, dup_key (known->unit_id, known->door),
                       g_memdup2 (&known->dwelling_id, sizeof known->dwelling_id));
  if (known->household_id == 0)
    return;

  home = add_home (self, known->unit_id, known->door, known->number);
  home->household_id = known->household_id;
  home->head_id = known->head_id;
  home->head = g_strdup (known->head);
  home->head_birth_date = g_strdup (known->head_birth_date);
}

GgovImportHome *
ggov_import_census_find_home (GgovImportCensus         *self,
                              const GgovImportResident *resident)
{
  GPtrArray *homes = get_door (self, resident->unit->id, resident->address.door);
  const char *number = ggov_import_resident_get (resident, "household_number");
  const char *head = ggov_import_resident_get (resident, "head_name");
  GgovImportHome *found = NULL;
  guint n_named = 0;

  for (guint i = 0; i < homes->len; i++)
    {
      GgovImportHome *home = homes->pdata[i];

      if (number && g_str_equal (home->number, number))
        return home;
      if (number == NULL && head && g_strcmp0 (home->head, head) == 0)
        {
          found = home;
          n_named++;
        }
    }
  if (n_named == 1)
    return found;
  if (number == NULL && homes->len > 1)
    return NULL;
  if (homes->len == 1 && (number == NULL || *((GgovImportHome *) homes->pdata[0])->number == '\0'))
    return homes->pdata[0];

  return add_home (self, resident->unit->id, resident->address.door, number);
}

void
ggov_import_census_note (GgovImportCensus         *self,
                         const GgovImportResident *resident)
{
  GgovImportHome *home;

  if (resident->problems || resident->unit == NULL ||
      !(home = ggov_import_census_find_home (self, resident)) || home->head_row != 0 ||
      !ggov_register_is_head (ggov_import_resident_get (resident, "relation")))
    return;

  home->head_row = resident->row;
  if (home->head_id != 0)
    return;

  home->head = g_strdup (ggov_import_resident_get (resident, "name"));
  home->head_birth_date = g_strdup (ggov_import_resident_get (resident, "birth_date"));
}

static void
refuse_second_head (const GgovImportHome *home,
                    GgovImportResident   *resident)
{
  g_autofree char *reason =
    home->head_row != 0 && home->head_id == 0
      /* Translators: a name and a row of a table */
      ? g_strdup_printf (_("The household has a head already: %1$s in row %2$d. Say who is the head, or "
                           "give the numbers of two households"), home->head, (int) home->head_row)
      /* Translators: a name */
      : g_strdup_printf (_("The household has a head already: %s. Change the head in the register, or "
                           "give the numbers of two households"), home->head);

  ggov_import_resident_refuse (resident, "two-heads", _("A household has two heads"), reason);
}

void
ggov_import_census_check (GgovImportCensus     *self,
                          const GgovImportHome *home,
                          GgovImportResident   *resident)
{
  const char *relation = ggov_import_resident_get (resident, "relation");
  const char *birth_date = ggov_import_resident_get (resident, "birth_date");
  const char *name = ggov_import_resident_get (resident, "name");
  g_autofree char *reason = NULL;

  if (ggov_register_is_head (relation))
    {
      const gboolean is_same = home->head_id != 0 ? g_strcmp0 (home->head, name) == 0
                                                  : home->head_row == resident->row;

      if (!is_same)
        refuse_second_head (home, resident);
      return;
    }
  if (relation == NULL || home->head == NULL ||
      ggov_kinship_fits (relation, birth_date, home->head_birth_date))
    return;

  /* Translators: who somebody is to the head, their date of birth, the head and its date of birth */
  reason = g_strdup_printf (_("The date of birth %1$s does not fit the head of the household, %2$s, born "
                              "on %3$s: a child is younger than its parent. Correct the relation or "
                              "one of the dates"), birth_date, home->head, home->head_birth_date);
  ggov_import_resident_refuse (resident, "kinship", _("A child would be older than its parent"),
                               reason);
}

void
ggov_import_census_foreach_home (GgovImportCensus  *self,
                                 void             (*func) (GgovImportHome *home, gpointer data),
                                 gpointer           data)
{
  for (guint i = 0; i < self->homes->len; i++)
    if (((GgovImportHome *) self->homes->pdata[i])->rows->len > 0)
      func (self->homes->pdata[i], data);
}

/* People ------------------------------------------------------------------------------------- */

static void
take_person (GgovImportCensus  *self,
             GgovKnownResident *person)
{
  GPtrArray *namesakes = g_hash_table_lookup (self->by_name, person->name);

  if (namesakes == NULL)
    {
      namesakes = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, person->name, namesakes);
    }
  g_ptr_array_add (namesakes, person);
  if (person->identity_number)
    g_hash_table_insert (self->by_number, person->identity_number, person);
}

GgovImportCensus *
ggov_import_census_new (GgovChange  *change,
                        const char  *day,
                        GError     **error)
{
  g_autoptr(GgovImportCensus) self = g_new0 (GgovImportCensus, 1);
  g_autoptr(GPtrArray) households = ggov_change_load_known_households (change, day, error);

  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->homes = g_ptr_array_new_with_free_func ((GDestroyNotify) home_free);
  self->doors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->dwellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (households == NULL || !(self->people = ggov_change_load_known_residents (change, day, error)))
    return NULL;

  for (guint i = 0; i < households->len; i++)
    take_household (self, households->pdata[i]);
  for (guint i = 0; i < self->people->len; i++)
    take_person (self, self->people->pdata[i]);

  return g_steal_pointer (&self);
}

void
ggov_import_census_free (GgovImportCensus *self)
{
  g_clear_pointer (&self->dwellings, g_hash_table_unref);
  g_clear_pointer (&self->doors, g_hash_table_unref);
  g_clear_pointer (&self->homes, g_ptr_array_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->by_number, g_hash_table_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self);
}

/* Somebody of the same number has to have the same name. */
static GgovKnownResident *
settle_number (GgovKnownResident  *known,
               GgovImportResident *resident)
{
  const char *name = ggov_import_resident_get (resident, "name");
  g_autofree char *masked = NULL;
  g_autofree char *reason = NULL;

  if (known->row != 0)
    {
      /* Translators: a row of a table */
      reason = g_strdup_printf (_("The same person is in row %d as well; leave one of the rows out"),
                                (int) known->row);
      ggov_import_resident_refuse (resident, "twice", _("Somebody is in the table twice"), reason);
      return NULL;
    }
  if (g_strcmp0 (known->name, name) == 0 || ggov_known_names_sound_alike (known->name, name))
    return known;

  masked = ggov_mask_name (known->name);
  /* Translators: a masked name */
  reason = g_strdup_printf (_("The identity number belongs to %s; correct the name or the number"),
                            masked);
  ggov_import_resident_refuse (resident, "number-taken",
                               _("The identity number belongs to somebody of another name"), reason);

  return NULL;
}

/* Of one name: by date of birth or phone, where the numbers do not tell them apart. */
static gboolean
is_same_person (const GgovKnownResident  *known,
                const GgovImportResident *resident)
{
  const char *number = ggov_import_resident_get (resident, "id_number");
  const char *birth_date = ggov_import_resident_get (resident, "birth_date");
  const char *phone = ggov_import_resident_get (resident, "phone");
  const gboolean has_phone = phone && g_strcmp0 (known->phone, phone) == 0;

  if (number && known->identity_number)
    return FALSE;
  if (birth_date && known->birth_date)
    return g_str_equal (known->birth_date, birth_date) &&
           (has_phone || phone == NULL || known->phone == NULL || number == NULL);

  return has_phone;
}

GgovKnownResident *
ggov_import_census_find (GgovImportCensus   *self,
                         GgovImportResident *resident)
{
  const char *number = ggov_import_resident_get (resident, "id_number");
  GPtrArray *namesakes = g_hash_table_lookup (self->by_name,
                                              ggov_import_resident_get (resident, "name"));
  GgovKnownResident *known = number ? g_hash_table_lookup (self->by_number, number) : NULL;
  guint n = 0;

  if (known)
    return settle_number (known, resident);

  for (guint i = 0; namesakes && i < namesakes->len; i++)
    if (is_same_person (namesakes->pdata[i], resident))
      {
        known = namesakes->pdata[i];
        n++;
      }
  if (n > 1)
    {
      ggov_import_resident_refuse (resident, "several-namesakes",
                                   _("Several people have that name and date of birth; give the "
                                     "identity number to tell them apart"), NULL);
      return NULL;
    }
  if (known && known->row != 0)
    return settle_number (known, resident);

  return known;
}

GgovKnownResident *
ggov_import_census_add (GgovImportCensus         *self,
                        const GgovImportResident *resident)
{
  GgovKnownResident *known = g_new0 (GgovKnownResident, 1);

  known->row = resident->row;
  known->name = g_strdup (ggov_import_resident_get (resident, "name"));
  known->birth_date = g_strdup (ggov_import_resident_get (resident, "birth_date"));
  known->phone = g_strdup (ggov_import_resident_get (resident, "phone"));
  known->identity_number = g_strdup (ggov_import_resident_get (resident, "id_number"));
  g_ptr_array_add (self->people, known);
  take_person (self, known);

  return known;
}
