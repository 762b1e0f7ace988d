/* ggov-write-people.c: writing people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-change-private.h"
#include "ggov-search-text-private.h"
#include "ggov-write-people.h"

#define N_PERSON_COLUMNS 8
#define SQL_NAME "SELECT name, phone FROM person WHERE id = $1"

/* What is derived of a new person, and all that is written. */
typedef struct
{
  char       *pinyin;
  char       *words;
  GgovColumn  columns[N_PERSON_COLUMNS];
} NewPerson;

static void
new_person_clear (NewPerson *person)
{
  g_clear_pointer (&person->pinyin, g_free);
  g_clear_pointer (&person->words, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewPerson, new_person_clear)

static void
make_person (NewPerson              *person,
             const GgovPersonRecord *record)
{
  person->pinyin = _ggov_search_text_dup_pinyin (record->name);
  person->words = _ggov_search_text_for_person (record->name, person->pinyin, record->phone);
  memcpy (person->columns, (const GgovColumn[N_PERSON_COLUMNS]) {
    GGOV_TEXT ("name", record->name),
    GGOV_TEXT ("pinyin", person->pinyin),
    GGOV_TEXT ("sex", record->sex ? record->sex : "0"),
    GGOV_TEXT ("birth_date", record->birth_date),
    GGOV_TEXT ("phone", record->phone),
    GGOV_ID ("organisation_id", record->organisation_id),
    GGOV_ID ("unit_id", record->unit_id),
    GGOV_TEXT ("search_text", person->words),
  }, sizeof person->columns);
}

gint64
ggov_change_add_person (GgovChange              *change,
                        const GgovPersonRecord  *record,
                        GError                 **error)
{
  g_auto(NewPerson) person = { NULL };

  make_person (&person, record);

  return _ggov_change_insert (change, "person", person.columns, N_PERSON_COLUMNS, error);
}

gboolean
ggov_change_add_people (GgovChange              *change,
                        const GgovPersonRecord  *records,
                        guint                    n,
                        gint64                  *ids,
                        GError                 **error)
{
  g_autofree NewPerson *people = g_new0 (NewPerson, n);
  g_autofree GgovColumn *columns = g_new (GgovColumn, (gsize) n * N_PERSON_COLUMNS);
  gboolean ok;

  for (guint i = 0; i < n; i++)
    {
      make_person (&people[i], &records[i]);
      memcpy (columns + (gsize) i * N_PERSON_COLUMNS, people[i].columns, sizeof people[i].columns);
    }

  ok = n == 0 || _ggov_change_insert_rows (change, "person", columns, N_PERSON_COLUMNS, n, ids,
                                           error);
  for (guint i = 0; i < n; i++)
    new_person_clear (&people[i]);

  return ok;
}

gboolean
ggov_change_tell_apart (GgovChange  *change,
                        gint64       first_id,
                        gint64       second_id,
                        GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("first_id", MIN (first_id, second_id)),
    GGOV_ID ("second_id", MAX (first_id, second_id)),
  };

  return _ggov_change_insert (change, "person_distinct", columns, G_N_ELEMENTS (columns),
                              error) != 0;
}

gboolean
ggov_change_get_person_name (GgovChange  *change,
                             gint64       person_id,
                             char       **name,
                             char       **phone,
                             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_NAME, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, person_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no person %" G_GINT64_FORMAT, person_id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  *name = g_strdup (ggov_stmt_get_text (stmt, 0));
  *phone = g_strdup (ggov_stmt_get_text (stmt, 1));

  return TRUE;
}

/* What people are looked for by is made of all that is known of them then. */
static gboolean
make_words (GgovChange              *change,
            gint64                   person_id,
            const GgovPersonRecord  *record,
            char                   **pinyin,
            char                   **words,
            GError                 **error)
{
  g_autofree char *known_name = NULL;
  g_autofree char *known_phone = NULL;
  const char *name;

  if (!ggov_change_get_person_name (change, person_id, &known_name, &known_phone, error))
    return FALSE;

  name = record->name ? record->name : known_name;
  *pinyin = _ggov_search_text_dup_pinyin (name);
  *words = _ggov_search_text_for_person (name, *pinyin,
                                         record->phone ? record->phone : known_phone);

  return TRUE;
}

static void
append_said (GArray                 *columns,
             const GgovPersonRecord *record,
             const char             *pinyin,
             const char             *words)
{
  const GgovColumn all[] = {
    GGOV_TEXT ("name", record->name),
    GGOV_TEXT ("sex", record->sex),
    GGOV_TEXT ("birth_date", record->birth_date),
    GGOV_TEXT ("phone", record->phone),
    GGOV_ID ("organisation_id", record->organisation_id),
    GGOV_ID ("unit_id", record->unit_id),
    GGOV_TEXT ("pinyin", pinyin),
    GGOV_TEXT ("search_text", words),
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].value || all[i].number != 0)
      g_array_append_val (columns, all[i]);
}

gboolean
ggov_change_update_person (GgovChange              *change,
                           gint64                   person_id,
                           const GgovPersonRecord  *record,
                           GError                 **error)
{
  g_autofree char *pinyin = NULL;
  g_autofree char *words = NULL;
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (GgovColumn));

  if (!make_words (change, person_id, record, &pinyin, &words, error))
    return FALSE;

  append_said (columns, record, pinyin, words);

  return _ggov_change_update (change, "person", person_id, -1,
                              (const GgovColumn *) (gpointer) columns->data, columns->len, error);
}
