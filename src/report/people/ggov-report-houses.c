/* ggov-report-houses.c: buildings and units with those who lead them, or lack leaders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-houses-private.h"
#include "ggov-report-roster-rows-private.h"

static void
unit_free (gpointer data)
{
  GgovReportUnit *unit = data;

  g_ptr_array_unref (unit->leaders);
  g_free (unit);
}

static void
house_free (gpointer data)
{
  GgovReportHouse *house = data;

  g_free (house->community);
  g_free (house->grid_code);
  g_free (house->grid);
  g_free (house->name);
  g_ptr_array_unref (house->leaders);
  g_ptr_array_unref (house->units);
  g_free (house);
}

static GPtrArray *
new_leaders (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* Where a building lies; the same of a post that is held and of one that is not. */
typedef struct
{
  gint64      building_id;
  gint64      grid_id;
  const char *community;
  const char *grid_code;
  const char *grid;
} Site;

static GgovReportHouse *
take_house (GPtrArray  *houses,
            GHashTable *by_id,
            const Site *site)
{
  GgovReportHouse *house = g_hash_table_lookup (by_id, &site->building_id);

  if (house)
    return house;

  house = g_new0 (GgovReportHouse, 1);
  house->id = site->building_id;
  house->grid_id = site->grid_id;
  house->community = g_strdup (site->community ? site->community : "");
  house->grid_code = g_strdup (site->grid_code ? site->grid_code : "");
  house->grid = g_strdup (site->grid ? site->grid : "");
  house->leaders = new_leaders ();
  house->units = g_ptr_array_new_with_free_func (unit_free);
  g_ptr_array_add (houses, house);
  g_hash_table_insert (by_id, &house->id, house);

  return house;
}

static GgovReportUnit *
take_unit (GgovReportHouse *house,
           gint64           number)
{
  GgovReportUnit *unit;

  for (guint i = 0; i < house->units->len; i++)
    if (((GgovReportUnit *) house->units->pdata[i])->number == number)
      return house->units->pdata[i];

  unit = g_new0 (GgovReportUnit, 1);
  unit->number = number;
  unit->leaders = new_leaders ();
  g_ptr_array_add (house->units, unit);

  return unit;
}

static void
name_house (GgovReportHouse *house,
            const char      *place)
{
  if (house->name == NULL)
    house->name = g_strdup (place);
}

static void
add_row (GPtrArray     *houses,
         GHashTable    *by_id,
         GgovRosterRow *row)
{
  const GgovRosterRecord *record = ggov_roster_row_get_record (row);
  const Site site = {
    record->building_id, record->grid_id, record->community, record->grid_code, record->grid,
  };
  GgovReportHouse *house = take_house (houses, by_id, &site);
  GPtrArray *leaders = house->leaders;

  if (record->unit_number != 0)
    leaders = take_unit (house, record->unit_number)->leaders;
  else
    name_house (house, record->place);
  g_ptr_array_add (leaders, g_object_ref (row));
}

static void
add_vacancy (GPtrArray               *houses,
             GHashTable              *by_id,
             const GgovVacancyRecord *record)
{
  const Site site = {
    record->building_id, record->grid_id, record->community, record->grid_code, record->grid,
  };
  GgovReportHouse *house = take_house (houses, by_id, &site);

  if (record->unit_number != 0)
    take_unit (house, record->unit_number);
  else
    name_house (house, record->place);
}

static int
compare_units (gconstpointer a,
               gconstpointer b)
{
  const GgovReportUnit *first = *(GgovReportUnit *const *) a;
  const GgovReportUnit *second = *(GgovReportUnit *const *) b;

  return (first->number > second->number) - (first->number < second->number);
}

static int
compare_houses (gconstpointer a,
                gconstpointer b)
{
  const GgovReportHouse *first = *(GgovReportHouse *const *) a;
  const GgovReportHouse *second = *(GgovReportHouse *const *) b;
  g_autofree char *first_key = NULL;
  g_autofree char *second_key = NULL;
  int order = g_strcmp0 (first->grid_code, second->grid_code);

  if (order != 0)
    return order;

  /* A file's name is sorted with its numbers read. */
  first_key = g_utf8_collate_key_for_filename (first->name, -1);
  second_key = g_utf8_collate_key_for_filename (second->name, -1);

  return g_strcmp0 (first_key, second_key);
}

GPtrArray *
_ggov_report_houses_new (GListModel *rows,
                         GListModel *vacancies,
                         const char *place)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *houses = g_ptr_array_new_with_free_func (house_free);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);

      if (ggov_roster_row_get_record (row)->building_id != 0)
        add_row (houses, by_id, row);
    }

  for (guint i = 0; i < g_list_model_get_n_items (vacancies); i++)
    {
      g_autoptr(GgovVacancy) vacancy = g_list_model_get_item (vacancies, i);
      const GgovVacancyRecord *record = ggov_vacancy_get_record (vacancy);

      if (record->building_id != 0 && record->grid_code &&
          (place == NULL || g_str_has_prefix (record->grid_code, place)))
        add_vacancy (houses, by_id, record);
    }

  for (guint i = 0; i < houses->len; i++)
    {
      GgovReportHouse *house = houses->pdata[i];

      name_house (house, "");
      g_ptr_array_sort (house->units, compare_units);
    }
  g_ptr_array_sort (houses, compare_houses);

  return houses;
}

char *
_ggov_report_dup_names (GPtrArray *leaders)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) lines = NULL;

  if (leaders->len == 0)
    return g_strdup (C_("roster", "vacant"));

  for (guint i = 0; i < leaders->len; i++)
    {
      const GgovRosterRecord *record = ggov_roster_row_get_record (leaders->pdata[i]);
      g_autofree char *name = _ggov_report_roster_dup_away (record->name, record, FALSE);

      g_strv_builder_add (names, name);
    }
  lines = g_strv_builder_end (names);

  return g_strjoinv ("\n", lines);
}

char *
_ggov_report_dup_phones (GPtrArray *leaders)
{
  g_autoptr(GStrvBuilder) phones = g_strv_builder_new ();
  g_auto(GStrv) lines = NULL;

  for (guint i = 0; i < leaders->len; i++)
    {
      const GgovRosterRecord *record = ggov_roster_row_get_record (leaders->pdata[i]);

      g_strv_builder_add (phones, record->phone ? record->phone : "");
      if (record->substitute)
        g_strv_builder_add (phones, record->substitute_phone ? record->substitute_phone : "");
    }
  lines = g_strv_builder_end (phones);

  return g_strjoinv ("\n", lines);
}

char *
_ggov_report_dup_unit (gint64 number)
{
  /* Translators: a stairwell of a building, by its number */
  return g_strdup_printf (C_("roster", "Unit %d"), (int) number);
}
