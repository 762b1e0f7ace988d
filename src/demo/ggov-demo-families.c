/* ggov-demo-families.c: who lives behind the doors of a unit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-register-private.h"
#include "ggov-local-time.h"

#define YEAR 365

/* Shares of households, or of people where it says so. */
#define FLOATING       0.16  /* live here and are registered elsewhere */
#define CAME_THIS_YEAR 0.06
#define LEFT_THIS_YEAR 0.03  /* of the doors: who was there before */
#define DIED_THIS_YEAR 0.012
#define REGISTERED_ONLY 0.03 /* a grown child lives in another town */
#define NEVER_CONFIRMED 0.04

#define MOST_PEOPLE 6

/* Years old; both ends included. */
typedef struct
{
  int from;
  int to;
} Ages;

static int
get_year (int day)
{
  int year;

  ggov_local_day_to_date (day, &year, NULL, NULL);

  return year;
}

/* Adds somebody of an age; the child of somebody has their surname. */
static GgovDemoResident *
add_person (GgovDemoBatch *batch,
            const char    *relation,
            Ages           ages,
            double         women,
            const char    *surname_of)
{
  const int year = get_year (batch->office->as_of);
  GgovDemoResident person = {
    .household = batch->households->len - 1,
    .relation = relation,
    .registered = TRUE,
    .living = TRUE,
  };

  _ggov_demo_name_person (&person.named, year - ages.to, year - ages.from, women, batch->random);
  ggov_local_day_parse (person.named.birth_date, &person.born, NULL);
  if (person.born >= batch->office->as_of)
    {
      person.born -= YEAR;
      g_free (person.named.birth_date);
      person.named.birth_date = ggov_local_day_format (person.born);
    }
  if (surname_of)
    {
      g_autofree char *surname = g_utf8_substring (surname_of, 0, 1);
      char *name = g_strconcat (surname, g_utf8_next_char (person.named.name), NULL);

      g_free (person.named.name);
      person.named.name = name;
    }

  g_array_append_val (batch->people, person);
  _ggov_demo_batch_household (batch, batch->households->len - 1)->n++;

  return _ggov_demo_batch_person (batch, batch->people->len - 1);
}

/* Who is of the records already and has their home in the unit. */
static GgovDemoResident *
add_known (GgovDemoBatch      *batch,
           const GgovDemoHome *home)
{
  GgovDemoResident person = {
    .named = { g_strdup (home->name), home->sex, ggov_local_day_format (home->born), NULL },
    .known_id = home->person_id,
    .household = batch->households->len - 1,
    .relation = "02",
    .born = home->born,
    .registered = TRUE,
    .living = TRUE,
  };

  g_array_append_val (batch->people, person);
  _ggov_demo_batch_household (batch, batch->households->len - 1)->n++;

  return _ggov_demo_batch_person (batch, batch->people->len - 1);
}

static Ages
choose_head (GgovDemoBatch *batch,
             int            n)
{
  static const struct { int n; double share; Ages ages; } heads[] = {
    { 1, 0.38, { 62, 93 } }, { 1, 1, { 23, 58 } },
    { 2, 0.42, { 60, 86 } }, { 2, 1, { 25, 55 } },
    { 3, 1, { 28, 57 } }, { 4, 1, { 30, 52 } }, { 5, 1, { 32, 50 } }, { 6, 1, { 33, 50 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (heads[i].n == n && _ggov_demo_random_chance (batch->random, heads[i].share))
      return heads[i].ages;

  return heads[G_N_ELEMENTS (heads) - 1].ages;
}

static Ages
get_ages_around (int age,
                 int from,
                 int to)
{
  return (Ages) { CLAMP (age + from, 0, 99), CLAMP (age + to, 0, 99) };
}

static gboolean
is_woman (const GgovDemoResident *person)
{
  return *person->named.sex == '2';
}

static void
add_child (GgovDemoBatch *batch,
           int            age,
           const char    *surname_of)
{
  GgovDemoResident *child = add_person (batch, "20", get_ages_around (age, -34, -22), 0.48,
                                        surname_of);

  child->relation = is_woman (child) ? "30" : "20";
}

static void
add_parent (GgovDemoBatch *batch,
            int            age,
            double         women)
{
  GgovDemoResident *parent = add_person (batch, "51", get_ages_around (age, 23, 33), women, NULL);

  parent->relation = is_woman (parent) ? "52" : "51";
}

/* The rest of a family of @n, once its head is there. The array of people may have moved since. */
static void
add_family (GgovDemoBatch *batch,
            guint          head_index,
            int            n)
{
  const GgovDemoResident head = *_ggov_demo_batch_person (batch, head_index);
  const int age = _ggov_demo_get_age (batch->office, &head);
  const gboolean is_single_parent = n == 2 && age < 55 && _ggov_demo_random_chance (batch->random, 0.3);
  int left = n - 1;

  if (left > 0 && !is_single_parent)
    {
      GgovDemoResident *spouse = add_person (batch, "10", get_ages_around (MAX (age, 24), -4, 3),
                                             is_woman (&head) ? 0 : 1, NULL);

      spouse->relation = is_woman (spouse) ? "12" : "11";
      left--;
    }
  if (left > 0)
    {
      add_child (batch, age, head.named.name);
      left--;
    }
  for (int i = 0; left > 0; left--, i++)
    if (age < 62 && (i == 0 || (i == 1 && n >= 5)))
      add_parent (batch, age, i == 0 ? 1 : 0);
    else
      add_child (batch, age, head.named.name);
}

/* Days ------------------------------------------------------------------------------------------ */

static int
choose_moved_in (GgovDemoBatch *batch,
                 gboolean       is_new)
{
  const GgovDemoOffice *office = batch->office;

  if (is_new)
    return _ggov_demo_random_int (batch->random, office->as_of - YEAR, office->as_of - 3);

  return office->founded - _ggov_demo_random_int (batch->random, 0, 15 * YEAR);
}

static void
set_days (GgovDemoBatch *batch,
          guint          index)
{
  GgovDemoHousehold *household = _ggov_demo_batch_household (batch, index);
  const GgovDemoOffice *office = batch->office;
  const gboolean is_new = _ggov_demo_random_chance (batch->random, CAME_THIS_YEAR);
  const gboolean is_floating = _ggov_demo_random_chance (batch->random, is_new ? 0.5 : FLOATING);

  household->formed = choose_moved_in (batch, is_new);
  if (!_ggov_demo_random_chance (batch->random, NEVER_CONFIRMED))
    household->confirmed = office->as_of - 1 - _ggov_demo_random_int (batch->random, 0, 330);
  if (household->confirmed > 0)
    household->confirmed = MAX (household->confirmed, household->formed);

  for (guint i = household->first; i < household->first + household->n; i++)
    {
      GgovDemoResident *person = _ggov_demo_batch_person (batch, i);

      person->moved_in = MAX (household->formed, person->born);
      person->in_event = person->born >= household->formed ? "birth" : is_new ? "move_in" : NULL;
      if (person->born >= household->formed && person->born < office->founded)
        person->in_event = NULL;
      person->registered = !is_floating || person->known_id != 0;
      person->confirmed = household->confirmed > 0 ? MAX (household->confirmed, person->moved_in) : 0;
    }
}

static guint
begin_household (GgovDemoBatch *batch,
                 guint          unit,
                 int            door)
{
  const GgovDemoHousehold household = { .unit = unit, .door = door, .first = batch->people->len };

  g_array_append_val (batch->households, household);

  return batch->households->len - 1;
}

/* A grown child who is registered with the parents and lives in another town. */
static void
add_registered_only (GgovDemoBatch *batch,
                     guint          index)
{
  GgovDemoHousehold *household = _ggov_demo_batch_household (batch, index);
  const GgovDemoResident *head = _ggov_demo_batch_person (batch, household->first);
  const int age = _ggov_demo_get_age (batch->office, head);
  const int moved_in = head->moved_in, confirmed = head->confirmed;
  GgovDemoResident *child;

  if (age < 46 || !head->registered || !_ggov_demo_random_chance (batch->random, 4 * REGISTERED_ONLY))
    return;

  add_child (batch, age, head->named.name);
  child = _ggov_demo_batch_person (batch, batch->people->len - 1);
  child->living = FALSE;
  child->moved_in = MAX (moved_in, child->born);
  child->confirmed = confirmed > 0 ? MAX (confirmed, child->moved_in) : 0;
}

/* An old parent who died in the year. */
static void
add_dead (GgovDemoBatch *batch,
          guint          index)
{
  GgovDemoHousehold *household = _ggov_demo_batch_household (batch, index);
  const GgovDemoResident *head = _ggov_demo_batch_person (batch, household->first);
  const int age = _ggov_demo_get_age (batch->office, head), formed = household->formed;
  const gboolean registered = head->registered;
  const int died = _ggov_demo_random_int (batch->random, batch->office->as_of - YEAR,
                                          batch->office->as_of - 2);
  GgovDemoResident *parent;

  if (age < 35 || age > 65 || !_ggov_demo_random_chance (batch->random, 3 * DIED_THIS_YEAR))
    return;

  add_parent (batch, age, 0.5);
  parent = _ggov_demo_batch_person (batch, batch->people->len - 1);
  parent->moved_in = MAX (formed, parent->born);
  parent->registered = registered;
  parent->died = MAX (died, formed + 1);
  parent->moved_out = parent->died;
  parent->out_event = "death";
}

/* A couple that was behind the door before. */
static void
add_gone (GgovDemoBatch *batch,
          guint          unit,
          int            door)
{
  const GgovDemoOffice *office = batch->office;
  const int left = _ggov_demo_random_int (batch->random, office->as_of - YEAR, office->as_of - 2);
  guint index;

  if (!_ggov_demo_random_chance (batch->random, LEFT_THIS_YEAR))
    return;

  index = begin_household (batch, unit, door);
  add_person (batch, "02", (Ages) { 25, 55 }, 0.4, NULL);
  add_person (batch, "10", (Ages) { 25, 55 }, 0.6, NULL);
  _ggov_demo_batch_household (batch, index)->formed = choose_moved_in (batch, FALSE);
  _ggov_demo_batch_household (batch, index)->ended = left;
  for (guint i = _ggov_demo_batch_household (batch, index)->first; i < batch->people->len; i++)
    {
      GgovDemoResident *person = _ggov_demo_batch_person (batch, i);

      person->moved_in = MAX (_ggov_demo_batch_household (batch, index)->formed, person->born);
      person->moved_out = MAX (left, person->moved_in);
      person->out_event = "move_out";
    }
}

/* How many are in each household: as many as are counted in the unit. */
static int *
dup_sizes (GgovDemoBatch      *batch,
           const GgovDemoUnit *unit)
{
  int *sizes = g_new (int, MAX (unit->households, 1));
  int left = unit->people - unit->households;

  for (int i = 0; i < unit->households; i++)
    sizes[i] = 1;
  while (left > 0)
    {
      int *size = &sizes[_ggov_demo_random_int (batch->random, 0, unit->households - 1)];

      /* Large ones are rare. */
      if (*size < MOST_PEOPLE &&
          (*size < 3 || _ggov_demo_random_chance (batch->random, 0.5)))
        {
          (*size)++;
          left--;
        }
    }

  return sizes;
}

static int
get_door (int households,
          int floors,
          int i)
{
  const int doors = (households + floors - 1) / MAX (floors, 1);

  return (i / MAX (doors, 1) + 1) * 100 + i % MAX (doors, 1) + 1;
}

/* The next of those in the records who has their home in the unit; NULL where there is none left. */
static const GgovDemoHome *
take_home (const GgovDemoOffice *office,
           guint                *at)
{
  const GgovDemoHome *home = *at > 0 ? &g_array_index (office->homes, GgovDemoHome, *at - 1) : NULL;

  *at = home ? home->next : 0;

  return home;
}

void
_ggov_demo_people_unit (GgovDemoBatch *batch,
                        guint          index)
{
  const GgovDemoUnit *unit = _ggov_demo_town_unit (batch->office->town, index);
  const GgovDemoBuilding *building = _ggov_demo_town_building (batch->office->town, unit->building);
  g_autofree int *sizes = unit->households > 0 ? dup_sizes (batch, unit) : NULL;
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (batch->office->first_homes, &unit->id));

  for (int i = 0; i < unit->households; i++)
    {
      const int door = get_door (unit->households, building->floors, i);
      const GgovDemoHome *home = take_home (batch->office, &at);
      guint household;

      add_gone (batch, index, door);
      household = begin_household (batch, index, door);
      if (home)
        add_known (batch, home);
      else
        add_person (batch, "02", choose_head (batch, sizes[i]), 0.35, NULL);
      add_family (batch, batch->people->len - 1, sizes[i]);
      set_days (batch, household);
      add_registered_only (batch, household);
      add_dead (batch, household);
    }
}
