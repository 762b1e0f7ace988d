/* ggov-people-vcard.c: the people of the roster as address cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <string.h>

#include "ggov-people-export-private.h"
#include "ggov-vcard.h"

/* A Chinese mobile phone: eleven digits, a 1 first. */
#define MOBILE_DIGITS 11

/* A person's card, with the posts they hold. */
typedef struct
{
  const GgovRosterRecord *person;     /* the first of their lines */
  GString                *titles;     /* finished lines */
  GPtrArray              *categories; /* (element-type utf8) */
} Card;

static Card *
card_new (const GgovRosterRecord *person)
{
  Card *card = g_new0 (Card, 1);

  card->person = person;
  card->titles = g_string_new (NULL);
  card->categories = g_ptr_array_new_with_free_func (g_free);

  return card;
}

static void
card_free (Card *card)
{
  g_string_free (card->titles, TRUE);
  g_ptr_array_unref (card->categories);
  g_free (card);
}

static void
append_name (GString                *out,
             const GgovRosterRecord *person,
             gboolean                is_old)
{
  gsize length = ggov_vcard_measure_surname (person->name);
  g_autofree char *family = g_strndup (person->name, length);
  g_autoptr(GString) line = g_string_new ("N");

  if (!is_old && person->pinyin && *person->pinyin)
    g_string_append_printf (line, ";SORT-AS=\"%s\"", person->pinyin);
  g_string_append_c (line, ':');
  ggov_vcard_append_escaped (line, family);
  g_string_append_c (line, ';');
  ggov_vcard_append_escaped (line, person->name + length);
  g_string_append (line, ";;;");
  ggov_vcard_append_line (out, line->str);
  if (is_old)
    ggov_vcard_append_property (out, "SORT-STRING", person->pinyin);
}

static gboolean
is_mobile (const char *phone)
{
  return phone && strlen (phone) == MOBILE_DIGITS && *phone == '1' &&
         strspn (phone, "0123456789") == MOBILE_DIGITS;
}

static void
append_sex (GString    *out,
            const char *sex)
{
  /* GB/T 2261.1 to RFC 6350, 6.2.7. */
  if (g_strcmp0 (sex, "1") == 0)
    ggov_vcard_append_property (out, "GENDER", "M");
  else if (g_strcmp0 (sex, "2") == 0)
    ggov_vcard_append_property (out, "GENDER", "F");
}

static void
append_organisation (GString                *out,
                     const GgovRosterRecord *person)
{
  const char *const parts[] = { person->sub_district, person->community, person->grid };
  g_autoptr(GString) line = g_string_new ("ORG:");

  for (guint i = 0; i < G_N_ELEMENTS (parts) && parts[i]; i++)
    {
      if (i > 0)
        g_string_append_c (line, ';');
      ggov_vcard_append_escaped (line, parts[i]);
    }
  ggov_vcard_append_line (out, line->str);
}

static void
append_categories (GString   *out,
                   GPtrArray *categories)
{
  g_autoptr(GString) line = g_string_new ("CATEGORIES:");

  for (guint i = 0; i < categories->len; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      ggov_vcard_append_escaped (line, g_ptr_array_index (categories, i));
    }
  ggov_vcard_append_line (out, line->str);
}

static void
append_card (GString    *out,
             const Card *card,
             gboolean    is_old)
{
  const GgovRosterRecord *person = card->person;
  g_autofree char *uid = g_strdup_printf ("gridgov-person-%" G_GINT64_FORMAT, person->person_id);

  g_string_append_printf (out, "BEGIN:VCARD\r\nVERSION:%s\r\n", is_old ? "3.0" : "4.0");
  ggov_vcard_append_property (out, is_old ? "UID" : "UID;VALUE=text", uid);
  ggov_vcard_append_property (out, "FN", person->name);
  append_name (out, person, is_old);
  if (!is_old)
    append_sex (out, person->sex);
  if (is_mobile (person->phone))
    ggov_vcard_append_property (out, is_old ? "TEL;TYPE=CELL" : "TEL;TYPE=cell", person->phone);
  else
    ggov_vcard_append_property (out,
                                is_old ? "TEL;TYPE=WORK,VOICE" : "TEL;TYPE=\"work,voice\"",
                                person->phone);
  append_organisation (out, person);
  g_string_append (out, card->titles->str);
  append_categories (out, card->categories);
  g_string_append (out, "END:VCARD\r\n");
}

static void
add_category (Card       *card,
              const char *category)
{
  if (category && !g_ptr_array_find_with_equal_func (card->categories, category, g_str_equal, NULL))
    g_ptr_array_add (card->categories, g_strdup (category));
}

static void
add_post (Card                   *card,
          const GgovRosterRecord *record)
{
  g_autofree char *title = g_strdup_printf ("%s %s", record->role, record->place);

  ggov_vcard_append_property (card->titles, "TITLE", title);
  add_category (card, record->role);
  add_category (card, record->grid ? record->grid : record->community);
}

char *
_ggov_people_dup_cards (GListModel             *rows,
                        const GgovPeopleExport *request,
                        guint                  *n)
{
  g_autoptr(GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) card_free);
  g_autoptr(GHashTable) by_person = g_hash_table_new (g_int64_hash, g_int64_equal);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);
      Card *card = g_hash_table_lookup (by_person, &record->person_id);

      if (card == NULL)
        {
          card = card_new (record);
          g_ptr_array_add (cards, card);
          g_hash_table_insert (by_person, (gpointer) &record->person_id, card);
        }
      add_post (card, record);
    }

  for (guint i = 0; i < cards->len; i++)
    append_card (out, g_ptr_array_index (cards, i), request->format == GGOV_PEOPLE_VCARD_3);
  *n = cards->len;

  return g_string_free (out, FALSE);
}
