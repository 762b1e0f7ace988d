/* ggov-import-residents-write.c: new residents, written many at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <json-glib/json-glib.h>

#include "ggov-import-residents-write-private.h"
#include "ggov-register-filled.h"
#include "ggov-write-people.h"
#include "ggov-write-residents.h"

/* Where else a value is kept than among the other fields. */
static gboolean
has_column (const char *code)
{
  static const char *const codes[] = {
    "name", "sex", "birth_date", "phone", "id_type", "id_number", "ethnic_group", "marital_status",
    "political_status", "education", "work", "health", "residence_type", "confirmed_on", "relation",
    "living_since", "household_number", "special_groups", "age", "head_name", "head_id_number", NULL,
  };

  return g_strv_contains (codes, code);
}

/* (transfer full): a JSON object */
static char *
dup_fields (GHashTable *values)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  GHashTableIter iter;
  gpointer code, value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &code, &value))
    if (!has_column (code))
      json_object_set_string_member (object, code, value);
  json_node_set_object (root, object);

  return json_to_string (root, FALSE);
}

void
ggov_import_count_filled (const GgovImportMove     *self,
                          const GgovImportResident *resident,
                          GHashTable               *values,
                          int                      *required,
                          int                      *optional)
{
  g_autoptr(GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer code, value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &code, &value))
    g_hash_table_insert (all, code, value);
  if (resident->unit)
    {
      g_hash_table_insert (all, (gpointer) "building", (gpointer) "1");
      g_hash_table_insert (all, (gpointer) "unit", (gpointer) "1");
      g_hash_table_insert (all, (gpointer) "door", resident->address.door);
      if (resident->unit->compound)
        g_hash_table_insert (all, (gpointer) "compound", resident->unit->compound);
    }
  ggov_register_count_filled (self->form->catalogue, all, required, optional);
}

/* Where the row says nothing of it, they live behind the door; that they are registered there has to be
 * said. */
void
ggov_import_read_residence (const GgovImportResident *resident,
                            gboolean                 *registered,
                            gboolean                 *living)
{
  const char *type = ggov_import_resident_get (resident, "residence_type");

  *registered = type && (*type == '1' || *type == '2');
  *living = type == NULL || *type != '2';
}

/* Doors and households --------------------------------------------------------------------------- */

static GgovImportHome *
get_home (GgovImportMove *self,
          guint           i)
{
  return ((const GgovImportWaiting *) self->waiting->pdata[i])->home;
}

static gboolean
write_dwellings (GgovImportMove  *self,
                 GError         **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (GgovDwellingRow));
  g_autoptr(GPtrArray) homes = g_ptr_array_new ();
  g_autofree gint64 *ids = NULL;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      GgovImportHome *home = get_home (self, i);
      const GgovDwellingRow row = { home->unit_id, home->door };

      if (home->dwelling_id != 0)
        continue;
      ggov_import_census_set_dwelling (self->census, home, -(gint64) homes->len - 1);
      g_array_append_val (rows, row);
      g_ptr_array_add (homes, home);
    }
  ids = g_new0 (gint64, rows->len + 1);
  if (!ggov_change_add_dwellings (self->change, (const GgovDwellingRow *) (gpointer) rows->data,
                                  rows->len, ids, error))
    return FALSE;

  for (guint i = 0; i < homes->len; i++)
    ggov_import_census_set_dwelling (self->census, homes->pdata[i], ids[i]);

  return TRUE;
}

static gboolean
write_households (GgovImportMove  *self,
                  GError         **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (GgovHouseholdRow));
  g_autoptr(GPtrArray) homes = g_ptr_array_new ();
  g_autofree gint64 *ids = NULL;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      const GgovImportWaiting *waiting = self->waiting->pdata[i];
      const char *kind = ggov_import_resident_get (waiting->resident, "household_type");
      const GgovHouseholdRow row = {
        .dwelling_id = waiting->home->dwelling_id,
        .kind = g_strcmp0 (kind, "2") == 0 ? "collective" : "family",
        .number = waiting->home->number,
        .formed_on = waiting->since,
      };

      if (waiting->home->household_id != 0)
        continue;
      waiting->home->household_id = -1;
      g_array_append_val (rows, row);
      g_ptr_array_add (homes, waiting->home);
    }
  ids = g_new0 (gint64, rows->len + 1);
  if (!ggov_change_add_households (self->change, (const GgovHouseholdRow *) (gpointer) rows->data,
                                   rows->len, ids, error))
    return FALSE;

  for (guint i = 0; i < homes->len; i++)
    ((GgovImportHome *) homes->pdata[i])->household_id = ids[i];

  return TRUE;
}

/* People ------------------------------------------------------------------------------------------- */

static gboolean
write_people (GgovImportMove  *self,
              GError         **error)
{
  g_autofree GgovPersonRecord *records = g_new0 (GgovPersonRecord, self->waiting->len);
  g_autofree gint64 *ids = g_new0 (gint64, self->waiting->len);

  for (guint i = 0; i < self->waiting->len; i++)
    {
      const GgovImportWaiting *waiting = self->waiting->pdata[i];

      records[i] = (GgovPersonRecord) {
        .name = ggov_import_resident_get (waiting->resident, "name"),
        .sex = ggov_import_resident_get (waiting->resident, "sex"),
        .birth_date = ggov_import_resident_get (waiting->resident, "birth_date"),
        .phone = ggov_import_resident_get (waiting->resident, "phone"),
        .unit_id = waiting->living ? waiting->home->unit_id : 0,
      };
    }
  if (!ggov_change_add_people (self->change, records, self->waiting->len, ids, error))
    return FALSE;

  for (guint i = 0; i < self->waiting->len; i++)
    ((const GgovImportWaiting *) self->waiting->pdata[i])->known->person_id = ids[i];

  return TRUE;
}

static GgovResidentRow
make_row (GgovImportMove          *self,
          const GgovImportWaiting *waiting,
          char                   **fields)
{
#define SAID(code) ggov_import_resident_get (waiting->resident, code)
  GgovResidentRow row = {
    .person_id = waiting->known->person_id,
    .identity_kind = SAID ("id_type"),
    .identity_number = SAID ("id_number"),
    .ethnic_group = SAID ("ethnic_group"),
    .marital_status = SAID ("marital_status"),
    .political_status = SAID ("political_status"),
    .education = SAID ("education"),
    .work_status = SAID ("work"),
    .health = SAID ("health"),
    .residence_type = SAID ("residence_type"),
    .confirmed_on = SAID ("confirmed_on"),
  };
#undef SAID

  row.fields = *fields = dup_fields (waiting->resident->values);
  ggov_import_count_filled (self, waiting->resident, waiting->resident->values,
                            &row.required_filled, &row.optional_filled);

  return row;
}

static gboolean
write_residents (GgovImportMove  *self,
                 GError         **error)
{
  g_autofree GgovResidentRow *rows = g_new0 (GgovResidentRow, self->waiting->len);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->waiting->len; i++)
    {
      char *fields;

      rows[i] = make_row (self, self->waiting->pdata[i], &fields);
      g_ptr_array_add (texts, fields);
    }

  return ggov_change_add_residents (self->change, rows, self->waiting->len, NULL, error);
}

static gboolean
write_residences (GgovImportMove  *self,
                  GError         **error)
{
  g_autofree GgovResidenceRow *rows = g_new0 (GgovResidenceRow, self->waiting->len);

  for (guint i = 0; i < self->waiting->len; i++)
    {
      const GgovImportWaiting *waiting = self->waiting->pdata[i];

      rows[i] = (GgovResidenceRow) {
        .person_id = waiting->known->person_id,
        .household_id = waiting->home->household_id,
        .relation = ggov_import_get_relation (waiting->resident),
        .registered = waiting->registered,
        .living = waiting->living,
        .moved_in = waiting->since,
      };
    }

  return ggov_change_add_residences (self->change, rows, self->waiting->len, NULL, error);
}

const char *
ggov_import_get_relation (const GgovImportResident *resident)
{
  const char *relation = ggov_import_resident_get (resident, "relation");

  return ggov_register_is_head (relation) ? "02" : relation;
}

gboolean
ggov_import_write_groups (GgovImportMove            *self,
                          gint64                     person_id,
                          const GgovImportResident  *resident,
                          const char                *known,
                          GError                   **error)
{
  const char *said = ggov_import_resident_get (resident, "special_groups");
  g_auto(GStrv) codes = g_strsplit (said ? said : "", ",", -1);
  g_auto(GStrv) before = g_strsplit (known ? known : "", ",", -1);

  for (guint i = 0; codes[i]; i++)
    {
      const gint64 *group = g_hash_table_lookup (self->groups, codes[i]);
      const GgovMembershipRow row = {
        .person_id = person_id,
        .group_id = group ? *group : 0,
        .valid_from = self->order->day,
        .source = "import",
      };

      if (group && !g_strv_contains ((const char *const *) before, codes[i]) &&
          !ggov_change_add_memberships (self->change, &row, 1, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_memberships (GgovImportMove  *self,
                   GError         **error)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const GgovImportWaiting *waiting = self->waiting->pdata[i];

      if (!ggov_import_write_groups (self, waiting->known->person_id, waiting->resident, NULL, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
ggov_import_move_flush (GgovImportMove  *self,
                        GError         **error)
{
  if (self->waiting == NULL || self->waiting->len == 0)
    return TRUE;

  if (!write_dwellings (self, error) || !write_households (self, error) ||
      !write_people (self, error) || !write_residents (self, error) ||
      !write_residences (self, error) || !write_memberships (self, error))
    return FALSE;

  g_ptr_array_set_size (self->waiting, 0);

  return TRUE;
}
