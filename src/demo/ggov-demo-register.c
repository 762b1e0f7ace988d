/* ggov-demo-register.c: writing the demo's residents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include <string.h>

#include "ggov-demo-register-private.h"
#include "ggov-identity.h"
#include "ggov-local-time.h"
#include "ggov-write-people.h"
#include "ggov-write-residents.h"

#define STREAM          9
#define UNITS_AT_ONCE   48
#define NUMBERS_A_DAY   500 /* of each sex: three digits, every other one */
#define REQUIRED_FIELDS 12  /* of the register's catalogue; a door and a relation are among them */

/* What differs from one to the other, with its share in a hundred, in order. */
typedef struct
{
  const char *code;
  int         share;
} Share;

static const Share ethnic_groups[] = {
  { "01", 91 }, { "02", 5 }, { "03", 2 }, { "11", 1 }, { "12", 1 },
};
static const Share degrees[] = {
  { "61", 22 }, { "31", 24 }, { "21", 24 }, { "41", 12 }, { "71", 14 }, { "11", 1 }, { "14", 3 },
};
static const Share old_degrees[] = { { "71", 40 }, { "81", 30 }, { "61", 18 }, { "31", 8 }, { "21", 4 } };
static const Share jobs[] = {
  { "24", 30 }, { "17", 22 }, { "13", 16 }, { "54", 10 }, { "21", 5 }, { "51", 7 }, { "70", 6 },
  { "11", 4 },
};
static const Share old_health[] = { { "10", 45 }, { "20", 25 }, { "31", 14 }, { "37", 9 }, { "32", 7 } };

/* Counties that those who live here without being registered here come from. */
static const struct { const char *code, *name; } counties[] = {
  { "150202", "包头市东河区" }, { "150204", "包头市青山区" }, { "150205", "包头市石拐区" },
  { "140202", "大同市城区" }, { "130726", "蔚县" }, { "610802", "榆林市榆阳区" },
  { "410102", "郑州市中原区" },
};

typedef struct
{
  GgovDemoBatch *batch;
  GgovChange    *change;
  GStringChunk  *texts;
} Writing;

static const char *
choose (GgovDemoRandom *random,
        const Share    *shares,
        guint           n)
{
  int at = _ggov_demo_random_int (random, 0, 99);

  for (guint i = 0; i < n - 1; i++)
    if ((at -= shares[i].share) < 0)
      return shares[i].code;

  return shares[n - 1].code;
}

#define CHOOSE(random, shares) choose (random, shares, G_N_ELEMENTS (shares))

static const char *
keep (Writing *writing,
      char    *text)
{
  const char *kept = g_string_chunk_insert (writing->texts, text);

  g_free (text);

  return kept;
}

static const char *
keep_day (Writing *writing,
          int      day)
{
  return day ? keep (writing, ggov_local_day_format (day)) : NULL;
}

/* Doors and households -------------------------------------------------------------------------- */

/* A door that several households had is written once. */
static gboolean
write_dwellings (Writing  *writing,
                 GError  **error)
{
  GgovDemoBatch *batch = writing->batch;
  g_autofree GgovDwellingRow *rows = g_new0 (GgovDwellingRow, batch->households->len);
  g_autofree gint64 *ids = g_new0 (gint64, batch->households->len);
  guint n = 0;

  for (guint i = 0; i < batch->households->len; i++)
    {
      const GgovDemoHousehold *household = _ggov_demo_batch_household (batch, i);
      const GgovDemoHousehold *before = i > 0 ? _ggov_demo_batch_household (batch, i - 1) : NULL;

      if (before == NULL || before->unit != household->unit || before->door != household->door)
        rows[n++] = (GgovDwellingRow) {
          .unit_id = _ggov_demo_town_unit (batch->office->town, household->unit)->id,
          .door = keep (writing, g_strdup_printf ("%d", household->door)),
        };
    }

  if (!ggov_change_add_dwellings (writing->change, rows, n, ids, error))
    return FALSE;

  n = 0;
  for (guint i = 0; i < batch->households->len; i++)
    {
      GgovDemoHousehold *household = _ggov_demo_batch_household (batch, i);
      const GgovDemoHousehold *before = i > 0 ? _ggov_demo_batch_household (batch, i - 1) : NULL;

      n += before && (before->unit != household->unit || before->door != household->door);
      household->dwelling_id = ids[n];
    }

  return TRUE;
}

static gboolean
write_households (Writing  *writing,
                  GError  **error)
{
  GgovDemoBatch *batch = writing->batch;
  g_autofree GgovHouseholdRow *rows = g_new0 (GgovHouseholdRow, batch->households->len);
  g_autofree gint64 *ids = g_new0 (gint64, batch->households->len);

  for (guint i = 0; i < batch->households->len; i++)
    {
      const GgovDemoHousehold *household = _ggov_demo_batch_household (batch, i);

      rows[i] = (GgovHouseholdRow) {
        .dwelling_id = household->dwelling_id,
        .formed_on = keep_day (writing, household->formed),
        .ended_on = keep_day (writing, household->ended),
      };
    }

  if (!ggov_change_add_households (writing->change, rows, batch->households->len, ids, error))
    return FALSE;

  for (guint i = 0; i < batch->households->len; i++)
    _ggov_demo_batch_household (batch, i)->id = ids[i];

  return TRUE;
}

/* People ---------------------------------------------------------------------------------------- */

static gboolean
write_people (Writing  *writing,
              GError  **error)
{
  GgovDemoBatch *batch = writing->batch;
  g_autofree GgovPersonRecord *records = g_new0 (GgovPersonRecord, batch->people->len);
  g_autofree gint64 *ids = g_new0 (gint64, batch->people->len);
  guint n = 0;

  for (guint i = 0; i < batch->people->len; i++)
    {
      GgovDemoResident *person = _ggov_demo_batch_person (batch, i);
      const GgovDemoHousehold *household = _ggov_demo_batch_household (batch, person->household);
      const int age = _ggov_demo_get_age (batch->office, person);

      person->id = person->known_id;
      if (person->known_id == 0)
        records[n++] = (GgovPersonRecord) {
          .name = person->named.name,
          .sex = person->named.sex,
          .birth_date = person->named.birth_date,
          .phone = age >= 12 && age < 88 ? person->named.phone : NULL,
          .unit_id = person->living && person->moved_out == 0
                     ? _ggov_demo_town_unit (batch->office->town, household->unit)->id : 0,
        };
    }

  for (guint i = 0, some; i < n; i += some)
    {
      some = n - i >= 24 ? 24 : 1;
      if (!ggov_change_add_people (writing->change, records + i, some, ids + i, error))
        return FALSE;
    }

  n = 0;
  for (guint i = 0; i < batch->people->len; i++)
    if (_ggov_demo_batch_person (batch, i)->id == 0)
      _ggov_demo_batch_person (batch, i)->id = ids[n++];

  return TRUE;
}

/* (nullable): NULL where a day has no number left */
static const char *
make_number (Writing                *writing,
             const GgovDemoResident *person,
             const char             *county)
{
  const gboolean is_man = *person->named.sex == '1';
  const int place = 2 * CLAMP (person->born - GGOV_DEMO_FIRST_BORN, 0, GGOV_DEMO_N_BORN - 1) + is_man;
  const guint n = writing->batch->numbers[place]++;
  int year, month, day;
  char number[GGOV_IDENTITY_LENGTH + 16];

  if (n >= NUMBERS_A_DAY - 1)
    return NULL;

  ggov_local_day_to_date (person->born, &year, &month, &day);
  g_snprintf (number, sizeof number, "%s%04d%02d%02d%03u", county, year, month, day,
              2 * n + (is_man ? 1 : 2));
  number[GGOV_IDENTITY_LENGTH - 1] = ggov_identity_get_check (number);
  number[GGOV_IDENTITY_LENGTH] = '\0';

  return g_string_chunk_insert (writing->texts, number);
}

static const char *
choose_marital (GgovDemoRandom         *random,
                const GgovDemoResident *person,
                int                     age,
                gboolean                is_alone)
{
  if (g_str_has_prefix (person->relation, "1") || (*person->relation == '0' && !is_alone))
    return "20";
  if (age < 24 || (age < 35 && _ggov_demo_random_chance (random, 0.7)))
    return "10";
  if (*person->relation == '5')
    return "20";

  return age >= 62 ? "30" : _ggov_demo_random_chance (random, 0.5) ? "40" : "10";
}

/* What is filled in depends on who asked: JSON of some fields without columns. @n: counts them */
static const char *
make_fields (Writing    *writing,
             const char *county,
             int         age,
             gboolean    is_floating,
             int        *n)
{
  static const char *const schools[] = { "和平小学", "第一中学", "职业学院" };
  GgovDemoRandom *random = writing->batch->random;
  g_autoptr(GString) json = g_string_new (NULL);

  g_string_append_printf (json, "{\"domicile_address\":\"%s\"", county);
  *n = 0;
#define ADD(share, ...) \
  if (_ggov_demo_random_chance (random, share)) { g_string_append_printf (json, __VA_ARGS__); (*n)++; }
  ADD (0.8, ",\"housing_tenure\":\"%d\"", is_floating ? 2 : 1)
  ADD (0.6, ",\"native_place\":\"%s\"", county)
  ADD (0.7, ",\"medical_insurance\":\"%d\"", age >= 22 && age < 60 ? 1 : 2)
  ADD (0.25, ",\"vehicle_plates\":\"蒙B%05d\"", _ggov_demo_random_int (random, 0, 99999))
  ADD (0.2, ",\"has_dog\":\"%d\"", _ggov_demo_random_chance (random, 0.15))
  if (age >= 7 && age < 22)
    ADD (0.9, ",\"school\":\"%s\"", schools[age < 13 ? 0 : age < 18 ? 1 : 2])
  if (is_floating)
    ADD (0.85, ",\"come_from\":\"%s\"", county)
#undef ADD
  g_string_append_c (json, '}');

  return g_string_chunk_insert (writing->texts, json->str);
}

static const char *
choose_education (GgovDemoRandom *random,
                  int             age)
{
  if (age < 13)
    return "";
  if (age < 16)
    return "81";
  if (age < 19)
    return "71";

  return age >= 60 ? CHOOSE (random, old_degrees) : CHOOSE (random, degrees);
}

static const char *
choose_work (GgovDemoRandom *random,
             int             age)
{
  if (age < 6)
    return "";
  if (age < 22)
    return "31";

  return age >= 60 ? "80" : CHOOSE (random, jobs);
}

static const char *
choose_politics (GgovDemoRandom *random,
                 int             age)
{
  if (age < 14)
    return "";
  if (age < 28)
    return _ggov_demo_random_chance (random, 0.55) ? "03" : "13";

  return _ggov_demo_random_chance (random, 0.11) ? "01" : "13";
}

static GgovResidentRow
make_resident (Writing                *writing,
               const GgovDemoResident *person)
{
  GgovDemoRandom *random = writing->batch->random;
  const GgovDemoHousehold *household = _ggov_demo_batch_household (writing->batch, person->household);
  const gboolean is_floating = !person->registered;
  const guint county = _ggov_demo_random_int (random, 0, G_N_ELEMENTS (counties) - 1);
  const int age = _ggov_demo_get_age (writing->batch->office, person);
  const char *number = make_number (writing, person, is_floating ? counties[county].code : "150203");
  int n_fields = 0;
  GgovResidentRow row = {
    .person_id = person->id,
    .identity_kind = number ? "111" : "000",
    .identity_number = number,
    .ethnic_group = CHOOSE (random, ethnic_groups),
    .marital_status = choose_marital (random, person, age, household->n == 1),
    .political_status = choose_politics (random, age),
    .education = choose_education (random, age),
    .work_status = choose_work (random, age),
    .health = age >= 60 ? CHOOSE (random, old_health)
                        : _ggov_demo_random_chance (random, 0.93) ? "10" : "20",
    .residence_type = !person->living ? "2" : !is_floating ? "1" : county < 3 ? "3" : "4",
    .fields = make_fields (writing, is_floating ? counties[county].name : "包头市昆都仑区", age,
                           is_floating, &n_fields),
    .required_filled = REQUIRED_FIELDS - (number == NULL) - (age < 12 || age >= 88),
    .confirmed_on = keep_day (writing, person->confirmed),
    .died_on = keep_day (writing, person->died),
    .purpose = "grid",
  };

  /* What has a column, the grid's place, and the household. */
  row.optional_filled = n_fields + 1 + (*row.political_status != '\0') + (*row.education != '\0') +
                        (*row.work_status != '\0') + 1 + 5 + (person->confirmed > 0);

  return row;
}

static gboolean
write_residents (Writing  *writing,
                 GError  **error)
{
  GgovDemoBatch *batch = writing->batch;
  g_autofree GgovResidentRow *rows = g_new0 (GgovResidentRow, batch->people->len);

  for (guint i = 0; i < batch->people->len; i++)
    rows[i] = make_resident (writing, _ggov_demo_batch_person (batch, i));

  return ggov_change_add_residents (writing->change, rows, batch->people->len, NULL, error);
}

/* Events and residences -------------------------------------------------------------------------- */

/* What brings or takes all of a household is one event; @id: (out): 0 where nothing happened */
static gboolean
write_event (Writing                *writing,
             const GgovDemoResident *person,
             const char             *kind,
             int                     day,
             gint64                 *id,
             GError                **error)
{
  static const char *const reasons[] = { "购房", "租房", "工作调动", "投靠子女", "子女上学" };
  GgovDemoRandom *random = writing->batch->random;
  const gint64 household = _ggov_demo_batch_household (writing->batch, person->household)->id;
  const gboolean comes = g_str_equal (kind, "move_in") || g_str_equal (kind, "birth");
  const gboolean moves = g_str_has_prefix (kind, "move");
  const GgovRegisterEventRow row = {
    .kind = kind,
    .day = keep_day (writing, day),
    .person_id = person->id,
    .household_id = comes ? 0 : household,
    .to_household_id = comes ? household : 0,
    .elsewhere = moves ? counties[_ggov_demo_random_int (random, 0, G_N_ELEMENTS (counties) - 1)].name
                       : NULL,
    .reason = moves ? reasons[_ggov_demo_random_int (random, 0, G_N_ELEMENTS (reasons) - 1)] : NULL,
  };

  return ggov_change_add_register_events (writing->change, &row, 1, id, error);
}

/* The event of somebody before in the same household that was the same. */
static gint64
find_event (const GgovDemoBatch    *batch,
            const GgovResidenceRow *rows,
            guint                   i,
            gboolean                out)
{
  const GgovDemoResident *people = (const GgovDemoResident *) (gpointer) batch->people->data;
  const char *kind = out ? people[i].out_event : people[i].in_event;

  for (guint j = i; j-- > 0 && people[j].household == people[i].household; )
    if (g_str_has_prefix (kind, "move") &&
        g_strcmp0 (out ? people[j].out_event : people[j].in_event, kind) == 0 &&
        (out ? people[j].moved_out == people[i].moved_out : people[j].moved_in == people[i].moved_in))
      return out ? rows[j].out_event_id : rows[j].in_event_id;

  return 0;
}

static gboolean
write_residences (Writing  *writing,
                  GError  **error)
{
  GgovDemoBatch *batch = writing->batch;
  g_autofree GgovResidenceRow *rows = g_new0 (GgovResidenceRow, batch->people->len);

  for (guint i = 0; i < batch->people->len; i++)
    {
      const GgovDemoResident *person = _ggov_demo_batch_person (batch, i);

      rows[i] = (GgovResidenceRow) {
        .person_id = person->id,
        .household_id = _ggov_demo_batch_household (batch, person->household)->id,
        .relation = person->relation,
        .registered = person->registered,
        .living = person->living,
        .moved_in = keep_day (writing, person->moved_in),
        .moved_out = keep_day (writing, person->moved_out),
      };
      if (person->in_event && !(rows[i].in_event_id = find_event (batch, rows, i, FALSE)) &&
          !write_event (writing, person, person->in_event, person->moved_in, &rows[i].in_event_id,
                        error))
        return FALSE;
      if (person->out_event && !(rows[i].out_event_id = find_event (batch, rows, i, TRUE)) &&
          !write_event (writing, person, person->out_event, person->moved_out,
                        &rows[i].out_event_id, error))
        return FALSE;
    }

  return ggov_change_add_residences (writing->change, rows, batch->people->len, NULL, error);
}

gboolean
_ggov_demo_write_batch (GgovDemoBatch  *batch,
                        GgovChange     *change,
                        const gint64   *groups,
                        GError        **error)
{
  Writing writing = { batch, change, g_string_chunk_new (65536) };
  gboolean ok = write_dwellings (&writing, error) && write_households (&writing, error) &&
                write_people (&writing, error) && write_residences (&writing, error) &&
                write_residents (&writing, error) &&
                _ggov_demo_write_care (batch, change, groups, error);

  g_string_chunk_free (writing.texts);

  return ok;
}

/* All of it ------------------------------------------------------------------------------------- */

static void
clear_person (gpointer data)
{
  _ggov_demo_named_clear (&((GgovDemoResident *) data)->named);
}

/* So many in a hundred units, spread over all of them. */
static gboolean
is_chosen (const GgovDemoOffice *office,
           guint                 unit)
{
  return (int) (unit * 37 % 100) < office->residents;
}

static gboolean
write_units (GgovDemoOffice  *office,
             GgovDemoBatch   *batch,
             GgovChange      *change,
             const gint64    *groups,
             GError         **error)
{
  const guint tiles = _ggov_demo_office_get_tile (office->town->communities->len - 1) + 1;

  for (guint i = 0, n = 0; i < office->town->units->len; i++)
    {
      const gboolean is_last = i == office->town->units->len - 1;
      const GgovDemoUnit *unit = _ggov_demo_town_unit (office->town, i);
      const GgovDemoBuilding *building = _ggov_demo_town_building (office->town, unit->building);

      if (_ggov_demo_office_get_tile (building->community) == office->tile &&
          is_chosen (office, i) && unit->households > 0)
        {
          _ggov_demo_people_unit (batch, i);
          n++;
        }

      if ((n < UNITS_AT_ONCE && !is_last) || batch->households->len == 0)
        continue;

      if (!_ggov_demo_write_batch (batch, change, groups, error) ||
          !ggov_change_check_cancelled (change, error))
        return FALSE;

      g_array_set_size (batch->households, 0);
      g_array_set_size (batch->people, 0);
      n = 0;
      g_atomic_int_set (&office->progress->registered,
                        (int) (1000.0 * (office->tile + (double) i / office->town->units->len) /
                               tiles));
    }

  return TRUE;
}

gboolean
_ggov_demo_write_residents (GgovChange  *change,
                            gpointer     data,
                            GError     **error)
{
  GgovDemoOffice *office = data;
  GgovDemoRandom random = _ggov_demo_random_new (office->town->seed, STREAM + 16 * office->tile);
  GgovDemoBatch batch = { .office = office, .random = &random };
  gint64 groups[GGOV_DEMO_N_GROUPS];
  gboolean ok = TRUE;

  for (guint i = 0; i < GGOV_DEMO_N_GROUPS; i++)
    if (!(groups[i] = ggov_change_find_special_group (change, _ggov_demo_group_codes[i], error)))
      return FALSE;

  batch.households = g_array_new (FALSE, TRUE, sizeof (GgovDemoHousehold));
  batch.people = g_array_new (FALSE, TRUE, sizeof (GgovDemoResident));
  g_array_set_clear_func (batch.people, clear_person);
  batch.numbers = office->numbers;
  ok = write_units (office, &batch, change, groups, error);
  g_array_unref (batch.households);
  g_array_unref (batch.people);
  office->tile++;

  return ok && (office->tile <= _ggov_demo_office_get_tile (office->town->communities->len - 1) ||
                _ggov_demo_write_rounds (office, change, error));
}
