/* ggov-import-crowd.c: whether a person that a row names is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include "ggov-import-person-private.h"

struct _GgovImportCrowd
{
  GPtrArray  *people;   /* (element-type GgovKnownPerson) */
  GHashTable *by_id;    /* (element-type gint64 GgovKnownPerson) */
  GHashTable *by_name;  /* (element-type utf8 GPtrArray) */
  GHashTable *by_phone; /* (element-type utf8 GgovKnownPerson) */
};

/* Phones are the same where their digits are. */
static const char *
skip_signs (const char *p)
{
  while (*p && !g_ascii_isdigit (*p))
    p++;

  return p;
}

static guint
hash_phone (gconstpointer key)
{
  guint hash = 5381;

  for (const char *p = skip_signs (key); *p; p = skip_signs (p + 1))
    hash = hash * 33 + (guint) *p;

  return hash;
}

static gboolean
is_same_phone (gconstpointer a,
               gconstpointer b)
{
  const char *p = skip_signs (a), *q = skip_signs (b);

  while (*p && *p == *q)
    {
      p = skip_signs (p + 1);
      q = skip_signs (q + 1);
    }

  return *p == *q;
}

static void
take_phone (GgovImportCrowd *self,
            GgovKnownPerson *person)
{
  if (person->phone)
    g_hash_table_insert (self->by_phone, g_strdup (person->phone), person);
}

static void
take (GgovImportCrowd *self,
      GgovKnownPerson *person)
{
  GPtrArray *namesakes = g_hash_table_lookup (self->by_name, person->name);

  if (namesakes == NULL)
    {
      namesakes = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_strdup (person->name), namesakes);
    }
  g_ptr_array_add (namesakes, person);
  if (person->id != 0)
    g_hash_table_insert (self->by_id, &person->id, person);
  take_phone (self, person);
}

GgovImportCrowd *
ggov_import_crowd_new (GgovChange  *change,
                       GError     **error)
{
  g_autoptr(GgovImportCrowd) self = g_new0 (GgovImportCrowd, 1);

  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->by_phone = g_hash_table_new_full (hash_phone, is_same_phone, g_free, NULL);
  if (!(self->people = ggov_change_load_people (change, error)))
    return NULL;

  for (guint i = 0; i < self->people->len; i++)
    take (self, self->people->pdata[i]);

  return g_steal_pointer (&self);
}

void
ggov_import_crowd_free (GgovImportCrowd *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->by_phone, g_hash_table_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self);
}

static const GgovKnownPerson *
find_exact (GPtrArray  *namesakes,
            const char *phone)
{
  for (guint i = 0; phone && i < namesakes->len; i++)
    {
      const GgovKnownPerson *person = namesakes->pdata[i];

      if (person->phone && is_same_phone (person->phone, phone))
        return person;
    }

  return NULL;
}

/* The only one whose phone is not known. */
static const GgovKnownPerson *
find_without (GPtrArray *namesakes)
{
  const GgovKnownPerson *without = NULL;
  guint n_without = 0;

  for (guint i = 0; i < namesakes->len; i++)
    if (((const GgovKnownPerson *) namesakes->pdata[i])->phone == NULL)
      {
        without = namesakes->pdata[i];
        n_without++;
      }

  return n_without == 1 ? without : NULL;
}

/* As many digits, of which one is another. */
static gboolean
is_one_off (const char *a,
            const char *b)
{
  const char *p = skip_signs (a), *q = skip_signs (b);
  guint n = 0;

  for (; *p && *q && n < 2; p = skip_signs (p + 1), q = skip_signs (q + 1))
    n += *p != *q;

  return n == 1 && *p == '\0' && *q == '\0';
}

static const GgovKnownPerson *
find_twin (GPtrArray  *namesakes,
           const char *phone)
{
  for (guint i = 0; phone && i < namesakes->len; i++)
    {
      const GgovKnownPerson *person = namesakes->pdata[i];

      if (person->phone && is_one_off (person->phone, phone))
        return person;
    }

  return NULL;
}

GgovImportCrowdResult
ggov_import_crowd_find (GgovImportCrowd        *self,
                        const GgovImportPerson *person,
                        const GgovKnownPerson **known)
{
  GPtrArray *namesakes = g_hash_table_lookup (self->by_name, person->name);
  const GgovKnownPerson *owner = person->phone ? g_hash_table_lookup (self->by_phone, person->phone)
                                         : NULL;

  *known = namesakes ? find_exact (namesakes, person->phone) : NULL;
  if (*known)
    return GGOV_IMPORT_CROWD_KNOWN;

  *known = owner;
  if (owner)
    return GGOV_IMPORT_CROWD_PHONE_TAKEN;
  if (namesakes == NULL)
    return GGOV_IMPORT_CROWD_NEW;
  if (person->phone == NULL && namesakes->len > 1)
    return GGOV_IMPORT_CROWD_SEVERAL;

  *known = person->phone ? find_without (namesakes) : namesakes->pdata[0];
  if (*known)
    return GGOV_IMPORT_CROWD_KNOWN;

  *known = find_twin (namesakes, person->phone);

  return *known ? GGOV_IMPORT_CROWD_TWIN : GGOV_IMPORT_CROWD_NAMESAKE;
}

static gboolean
is_new (const char *said,
        const char *known)
{
  return said && g_strcmp0 (said, known) != 0;
}

gboolean
ggov_import_crowd_is_different (GgovImportCrowd        *self,
                                gint64                  person_id,
                                const GgovImportPerson *person)
{
  const GgovKnownPerson *known = g_hash_table_lookup (self->by_id, &person_id);

  g_return_val_if_fail (known != NULL, FALSE);

  return is_new (person->sex, known->sex) || is_new (person->birth_date, known->birth_date) ||
         is_new (person->phone, known->phone);
}

static void
replace (char       **known,
         const char  *said)
{
  if (said)
    {
      g_free (*known);
      *known = g_strdup (said);
    }
}

void
ggov_import_crowd_keep (GgovImportCrowd        *self,
                        gint64                  person_id,
                        const GgovImportPerson *person)
{
  GgovKnownPerson *known = g_hash_table_lookup (self->by_id, &person_id);

  g_return_if_fail (known != NULL);

  replace (&known->sex, person->sex);
  replace (&known->birth_date, person->birth_date);
  replace (&known->phone, person->phone);
  take_phone (self, known);
}

GgovKnownPerson *
ggov_import_crowd_add (GgovImportCrowd        *self,
                       const GgovImportPerson *person)
{
  GgovKnownPerson *known = ggov_known_person_new (0, person->name, person->sex ? person->sex : "0",
                                                  person->birth_date, person->phone);

  g_ptr_array_add (self->people, known);
  take (self, known);

  return known;
}

void
ggov_import_crowd_set_id (GgovImportCrowd *self,
                          GgovKnownPerson *known,
                          gint64           person_id)
{
  g_return_if_fail (known->id == 0);

  known->id = person_id;
  g_hash_table_insert (self->by_id, &known->id, known);
}
