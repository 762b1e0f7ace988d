/* ggov-dwelling-address.c: a dwelling as people write it, taken apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-dwelling-address.h"
#include "ggov-model-error.h"
#include "ggov-typed-text.h"

#define BUILDING "(?<building>[甲乙丙丁]?[a-z]?\\d{1,4}[a-z]?|[a-z])"
#define COUNTER  "(?:号楼|#楼|栋|幢|座|#)"
#define DOOR     "(?<door>[a-z]?\\d{1,4}[a-z]?)(?:室|号|户|房)?"

/* 3-2-501, 3号楼-2单元-501室, 友谊小区3#-2-501. */
#define THREE    "^(?<place>.*?)" BUILDING COUNTER "?-(?<unit>\\d{1,2})(?:单元|门)?-" DOOR "$"
/* 3-501, 3栋-501; not the end of 3号楼2-501. */
#define TWO      "^(?<place>.*?)(?<!号楼|#楼|栋|幢|座|#|\\d)" BUILDING "(?<counter>" COUNTER ")?-" DOOR "$"
/* The parts by their words, each of which may be missing. */
#define WORDS    "^(?<place>.*?)" \
                 "(?:" BUILDING "(?:" COUNTER "|[号楼](?=\\d{1,2}(?:单元|门)))-?)?" \
                 "(?:(?<unit>\\d{1,2})(?:单元|门洞|门|梯|-(?=[a-z]?\\d{3,4}(?:\\D|$)))-?)?" \
                 "(?:(?<floor>\\d{1,3})[层楼]-?)?" \
                 "(?:" DOOR "|(?<word>[东南西北中左右]{1,2}[户门]|地下室|储藏室|车库\\d*|门卫室?))?$"

enum { FORM_THREE, FORM_TWO, FORM_WORDS, N_FORMS };

void
ggov_dwelling_address_clear (GgovDwellingAddress *self)
{
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->building, g_free);
  g_clear_pointer (&self->door, g_free);
  self->unit = self->floor = 0;
}

static GRegex *
get_form (guint form)
{
  static const char *const texts[N_FORMS] = { THREE, TWO, WORDS };
  static GRegex *made[N_FORMS];
  static gsize is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      for (guint i = 0; i < N_FORMS; i++)
        made[i] = g_regex_new (texts[i], G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&is_made, 1);
    }

  return made[form];
}

/* 五零一 is 501: three numerals and more with no ten among them are digits. */
static char *
spell_digits (const char *text)
{
  static const char numerals[] = "零一二三四五六七八九";
  const gsize size = strlen ("零");
  g_autoptr(GString) spelled = g_string_new (NULL);

  for (const char *p = text; *p;)
    {
      g_autoptr(GString) digits = g_string_new (NULL);
      const char *q = p;

      for (; *q; q += size)
        {
          const char zero[] = "〇";
          g_autofree char *sign = g_strndup (q, size);
          const char *found = g_str_equal (sign, zero) ? numerals : strstr (numerals, sign);

          if (found == NULL || (found - numerals) % size != 0 || strlen (sign) != size)
            break;
          g_string_append_c (digits, (char) ('0' + (found - numerals) / size));
        }
      if (digits->len >= 3)
        g_string_append (spelled, digits->str);
      else
        q = g_utf8_next_char (p), g_string_append_len (spelled, p, q - p);
      p = q;
    }

  return g_strdup (spelled->str);
}

/* (nullable): one sign for all dashes, digits for numerals, small letters, no blanks. */
static char *
normalise (const char *typed)
{
  static const char *const dashes[] = { "－", "—", "–", "―", "‐", "‑", "−", "~", "_", "/", "\\" };
  g_autofree char *counted = ggov_typed_dup_counted (typed);
  g_autofree char *digits = counted ? spell_digits (counted) : NULL;
  g_autoptr(GString) text = NULL;

  if (digits == NULL)
    return NULL;

  text = g_string_new (digits);
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    g_string_replace (text, dashes[i], "-", 0);
  while (g_string_replace (text, "--", "-", 0) > 0)
    ;
  if (text->str[strspn (text->str, "0123456789")] == '.' && g_str_has_suffix (text->str, ".0"))
    g_string_truncate (text, text->len - strlen (".0"));

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static char *
fetch (const GMatchInfo *match,
       const char       *name)
{
  g_autofree char *part = g_match_info_fetch_named (match, name);

  return part && *part ? g_steal_pointer (&part) : NULL;
}

static int
fetch_number (const GMatchInfo *match,
              const char       *name)
{
  g_autofree char *part = fetch (match, name);

  return part ? (int) g_ascii_strtoll (part, NULL, 10) : 0;
}

static char *
fetch_place (const GMatchInfo *match)
{
  char *place = fetch (match, "place");

  while (place && g_str_has_suffix (place, "-"))
    place[strlen (place) - 1] = '\0';

  return place && *place ? place : (g_free (place), NULL);
}

static void
take_parts (const GMatchInfo    *match,
            guint                form,
            GgovDwellingAddress *address)
{
  g_autofree char *building = fetch (match, "building");
  g_autofree char *word = form == FORM_WORDS ? fetch (match, "word") : NULL;

  address->place = fetch_place (match);
  address->building = building ? g_strconcat (building, "号楼", NULL) : NULL;
  address->unit = form == FORM_TWO ? 0 : fetch_number (match, "unit");
  address->floor = form == FORM_WORDS ? fetch_number (match, "floor") : 0;
  address->door = fetch (match, "door");
  if (address->door == NULL && word)
    address->door = address->floor > 0 ? g_strdup_printf ("%d层%s", address->floor, word)
                                       : g_steal_pointer (&word);
}

/* Of two numbers the second is a door from three digits on, and a unit with one. */
static gboolean
settle_two (const char           *text,
            GgovDwellingAddress  *address,
            GError              **error)
{
  const gsize n = strlen (address->door);

  if (n >= 3 || !g_ascii_isdigit (address->door[0]))
    return TRUE;
  if (n == 1)
    {
      address->unit = (int) g_ascii_strtoll (address->door, NULL, 10);
      g_clear_pointer (&address->door, g_free);
      return TRUE;
    }

  /* Translators: an address such as 3-12 */
  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               _("“%s” can be a unit or a door; write it as 3号楼2单元501."), text);
  ggov_dwelling_address_clear (address);

  return FALSE;
}

/* A street's number at the end is no door: 建设路15号 has no building. */
static void
undo_street (const char          *text,
             GgovDwellingAddress *address)
{
  const gboolean is_bare = address->building == NULL && address->unit == 0 && address->floor == 0;

  if (!is_bare || address->place == NULL)
    return;

  g_free (address->place);
  address->place = g_strdup (text);
  g_clear_pointer (&address->door, g_free);
}

gboolean
ggov_dwelling_address_parse (const char           *typed,
                             GgovDwellingAddress  *address,
                             GError              **error)
{
  g_autofree char *text = normalise (typed);
  gboolean is_found = FALSE;

  g_return_val_if_fail (address != NULL, FALSE);

  *address = (GgovDwellingAddress) { .unit = 0 };
  for (guint form = 0; text && !is_found && form < N_FORMS; form++)
    {
      g_autoptr(GMatchInfo) match = NULL;

      if (!g_regex_match (get_form (form), text, 0, &match))
        continue;
      is_found = TRUE;
      take_parts (match, form, address);
      if (form == FORM_TWO && !settle_two (text, address, error))
        return FALSE;
    }
  if (text)
    undo_street (text, address);

  return TRUE;
}

/* Columns ------------------------------------------------------------------------------------ */

static gboolean
has_form (const char *text,
          const char *pattern)
{
  return text && g_regex_match_simple (pattern, text, 0, 0);
}

/* A building's number alone, or with all that may stand around it; else its name. */
static gboolean
read_building (const char           *typed,
               GgovDwellingAddress  *address,
               GError              **error)
{
  g_autofree char *text = normalise (typed);

  if (has_form (text, "^[甲乙丙丁]?[a-z]?\\d{1,4}[a-z]?[号楼]?$") || has_form (text, "^[a-z]$"))
    {
      const gboolean has_sign = !g_ascii_isalnum (text[strlen (text) - 1]);

      *address = (GgovDwellingAddress) { .unit = 0 };
      if (has_sign)
        *g_utf8_find_prev_char (text, text + strlen (text)) = '\0';
      address->building = g_strconcat (text, "号楼", NULL);
      return TRUE;
    }
  if (!ggov_dwelling_address_parse (typed, address, error))
    return FALSE;

  if (address->building == NULL && address->place)
    address->building = g_steal_pointer (&address->place);

  return TRUE;
}

static gboolean
read_unit (const char           *typed,
           GgovDwellingAddress  *address,
           GError              **error)
{
  g_autofree char *text = normalise (typed);

  *address = (GgovDwellingAddress) { .unit = 0 };
  if (text == NULL || g_str_equal (text, "无") || g_str_equal (text, "-"))
    return TRUE;

  address->unit = ggov_typed_get_number (text);
  if (address->unit < 100 && has_form (text, "^(\\d{1,2}|[一二三四五六七八九十]{1,2})(单元|门洞|门|梯)?$"))
    return TRUE;

  /* Translators: what somebody typed */
  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               _("“%s” is no unit; write its number, such as 2."), text);

  return FALSE;
}

/* Where the building has a column, 2-501 is a unit and a door. */
static gboolean
read_door (const char           *typed,
           gboolean              has_building,
           GgovDwellingAddress  *address,
           GError              **error)
{
  g_autofree char *text = normalise (typed);
  g_auto(GStrv) halves = NULL;

  if (has_form (text, "^[a-z]?\\d{1,6}[a-z]?$"))
    {
      *address = (GgovDwellingAddress) { .unit = 0 };
      address->door = g_steal_pointer (&text);
      return TRUE;
    }
  if (!has_building || !has_form (text, "^\\d{1,2}-[a-z]?\\d{2,4}[a-z]?$"))
    {
      const gboolean ok = ggov_dwelling_address_parse (typed, address, error);

      /* A door that has a name of its own. */
      if (ok && address->building == NULL && address->unit == 0 && address->door == NULL)
        address->door = g_steal_pointer (&address->place);
      return ok;
    }

  *address = (GgovDwellingAddress) { .unit = 0 };
  halves = g_strsplit (text, "-", 2);
  address->unit = (int) g_ascii_strtoll (halves[0], NULL, 10);
  address->door = g_strdup (halves[1]);

  return TRUE;
}

static gboolean
refuse_both (const char  *one,
             const char  *other,
             GError     **error)
{
  /* Translators: two parts of addresses that should be the same */
  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
               _("The columns of the address differ: “%1$s” and “%2$s”; correct one of them."), one,
               other);

  return FALSE;
}

static gboolean
take_text (char       **mine,
           char        *other,
           GError     **error)
{
  if (other && *mine && !g_str_equal (*mine, other))
    return refuse_both (*mine, other, error);

  if (*mine == NULL)
    *mine = g_strdup (other);

  return TRUE;
}

static gboolean
take_number (int      *mine,
             int       other,
             GError  **error)
{
  g_autofree char *one = g_strdup_printf ("%d", *mine), *two = g_strdup_printf ("%d", other);

  if (other != 0 && *mine != 0 && other != *mine)
    return refuse_both (one, two, error);

  if (*mine == 0)
    *mine = other;

  return TRUE;
}

/* What stands before the building may be said in many words: the first are as good as others. */
static gboolean
add (GgovDwellingAddress        *self,
     const GgovDwellingAddress  *other,
     GError                    **error)
{
  if (self->place == NULL)
    self->place = g_strdup (other->place);

  return take_text (&self->building, other->building, error) &&
         take_number (&self->unit, other->unit, error) &&
         take_number (&self->floor, other->floor, error) &&
         take_text (&self->door, other->door, error);
}

gboolean
ggov_dwelling_address_join (const GgovDwellingColumns  *columns,
                            GgovDwellingAddress        *address,
                            GError                    **error)
{
  g_auto(GgovDwellingAddress) building = { .unit = 0 }, unit = { .unit = 0 }, door = { .unit = 0 },
                              whole = { .unit = 0 }, joined = { .unit = 0 };
  g_autofree char *compound = NULL;

  g_return_val_if_fail (columns != NULL && address != NULL, FALSE);

  *address = joined;
  compound = normalise (columns->compound);
  joined.place = g_steal_pointer (&compound);
  if (!read_building (columns->building, &building, error) ||
      !read_unit (columns->unit, &unit, error) ||
      !read_door (columns->door, building.building != NULL, &door, error) ||
      !ggov_dwelling_address_parse (columns->address, &whole, error) ||
      !add (&joined, &building, error) || !add (&joined, &unit, error) ||
      !add (&joined, &door, error) || !add (&joined, &whole, error))
    return FALSE;

  *address = joined;
  joined = (GgovDwellingAddress) { .unit = 0 };

  return TRUE;
}
