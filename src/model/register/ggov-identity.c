/* ggov-identity.c: the numbers of identity cards and residence permits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-county.h"
#include "ggov-identity.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"
#include "ggov-typed-text.h"

#define N_DIGITS   17 /* before the check character */
#define OLD_LENGTH 15
#define N_DIVISION 6
#define FIRST_YEAR 1850

/* Reading ---------------------------------------------------------------------------------- */

static gboolean
refuse (GError         **error,
        GgovModelError   code,
        const char      *sentence)
{
  g_set_error_literal (error, GGOV_MODEL_ERROR, code, sentence);

  return FALSE;
}

/* A spreadsheet keeps 15 digits of a number: what comes after them is gone. */
static gboolean
is_rounded (const char *text)
{
  return strpbrk (text, "eE") && text[strspn (text, "0123456789.+eE")] == '\0';
}

/* The digits without what people put between them; the text itself where nothing was. */
static char *
tidy (const char *text)
{
  char *number = g_ascii_strup (text, -1);
  char *end = number;

  if (g_str_has_prefix (number, "'"))
    memmove (number, number + 1, strlen (number));
  for (const char *p = number; *p; p++)
    if (!strchr (" -", *p))
      *end++ = *p;
  *end = '\0';

  return number;
}

static gboolean
check_form (const char  *number,
            GError     **error)
{
  const gsize length = strlen (number);

  if (is_rounded (number))
    return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                   _("A spreadsheet has rounded the identity number: its last digits are lost. Make "
                     "the column text and type the number again."));
  if (length == OLD_LENGTH && strspn (number, "0123456789") == OLD_LENGTH)
    return TRUE;
  if (length != GGOV_IDENTITY_LENGTH)
    {
      /* Translators: how many characters somebody typed */
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
                   _("An identity number has 18 characters (or 15 of the old form); this one has "
                     "%u."), (guint) g_utf8_strlen (number, -1));
      return FALSE;
    }
  if (strspn (number, "0123456789") < N_DIGITS ||
      !(g_ascii_isdigit (number[N_DIGITS]) || number[N_DIGITS] == 'X'))
    return refuse (error, GGOV_MODEL_ERROR_SYNTAX,
                   _("An identity number has digits only, and X in the last place if anywhere."));

  return TRUE;
}

char
ggov_identity_get_check (const char *digits)
{
  static const guint weights[N_DIGITS] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  guint sum = 0;

  g_return_val_if_fail (digits != NULL && strspn (digits, "0123456789") >= N_DIGITS, '\0');

  for (guint i = 0; i < N_DIGITS; i++)
    sum += weights[i] * (guint) (digits[i] - '0');

  return "10X98765432"[sum % 11];
}

/* Whoever has an old number was born in the century before this. */
static void
lengthen (const char   *number,
          GgovIdentity *identity)
{
  memcpy (identity->number, number, N_DIVISION);
  memcpy (identity->number + N_DIVISION, "19", 2);
  memcpy (identity->number + N_DIVISION + 2, number + N_DIVISION, OLD_LENGTH - N_DIVISION);
  identity->number[N_DIGITS] = ggov_identity_get_check (identity->number);
  identity->notices |= GGOV_IDENTITY_FROM_15;
}

static guint
read_part (const GgovIdentity *identity,
           guint               first,
           guint               n)
{
  guint number = 0;

  for (guint i = 0; i < n; i++)
    number = number * 10 + (guint) (identity->number[first + i] - '0');

  return number;
}

/* Checking --------------------------------------------------------------------------------- */

static gboolean
check_birth (GgovIdentity  *identity,
             int            today,
             GError       **error)
{
  const guint year = read_part (identity, 6, 4), month = read_part (identity, 10, 2),
              day = read_part (identity, 12, 2);

  if (year < FIRST_YEAR || month < 1 || month > 12 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    {
      /* Translators: year, month and day as the number has them */
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                   _("The identity number has %04u-%02u-%02u for the date of birth, which is no "
                     "day."), year, month, day);
      return FALSE;
    }

  identity->birth_day = ggov_local_day_from_date ((int) year, (int) month, (int) day);
  if (identity->birth_day <= today)
    return TRUE;

  return refuse (error, GGOV_MODEL_ERROR_RANGE,
                 _("The identity number has a date of birth that is still to come."));
}

static GgovIdentityKind
find_kind (const char *division)
{
  if (division[0] != '8')
    return GGOV_IDENTITY_CARD;

  return division[1] == '1' ? GGOV_IDENTITY_HONG_KONG
       : division[1] == '2' ? GGOV_IDENTITY_MACAU : GGOV_IDENTITY_TAIWAN;
}

static gboolean
check_division (GgovIdentity  *identity,
                GError       **error)
{
  const GgovCounty *division;
  const GgovCountyFate fate = ggov_county_find (identity->division, &division);

  identity->kind = find_kind (identity->division);
  if (fate == GGOV_COUNTY_IMPOSSIBLE)
    {
      /* Translators: six digits */
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                   _("The identity number begins with %s, which is no county."),
                   identity->division);
      return FALSE;
    }
  if (fate == GGOV_COUNTY_UNKNOWN)
    identity->notices |= GGOV_IDENTITY_UNKNOWN;
  if (fate == GGOV_COUNTY_RETIRED)
    identity->notices |= GGOV_IDENTITY_RETIRED;
  if (division && division->since > (int) read_part (identity, 6, 4))
    identity->notices |= GGOV_IDENTITY_EARLY;

  return TRUE;
}

static gboolean
check_character (const GgovIdentity  *identity,
                 GError             **error)
{
  if (identity->number[N_DIGITS] == ggov_identity_get_check (identity->number))
    return TRUE;
  if (g_str_has_suffix (identity->number, "000"))
    return refuse (error, GGOV_MODEL_ERROR_RANGE,
                   _("The identity number ends in 000 and does not check: a spreadsheet may have "
                     "rounded it. Make the column text and type the number again."));

  return refuse (error, GGOV_MODEL_ERROR_RANGE,
                 _("The check character of the identity number is wrong: one of its digits is "
                   "mistyped."));
}

gboolean
ggov_identity_parse (const char    *typed,
                     int            today,
                     GgovIdentity  *identity,
                     GError       **error)
{
  g_autofree char *text = ggov_typed_dup_text (typed);
  g_autofree char *number = NULL;
  GgovIdentity read = { .notices = 0 };

  g_return_val_if_fail (identity != NULL, FALSE);

  if (text == NULL)
    return refuse (error, GGOV_MODEL_ERROR_SYNTAX, _("There is no identity number."));

  number = tidy (text);
  if (!check_form (number, error))
    return FALSE;

  if (strlen (number) == OLD_LENGTH)
    lengthen (number, &read);
  else
    memcpy (read.number, number, GGOV_IDENTITY_LENGTH);
  memcpy (read.division, read.number, N_DIVISION);
  if (!check_division (&read, error) || !check_birth (&read, today, error) ||
      !check_character (&read, error))
    return FALSE;

  read.sex = read_part (&read, 16, 1) % 2 == 1 ? "1" : "2";
  if (g_ascii_strcasecmp (typed, number) != 0)
    read.notices |= GGOV_IDENTITY_TIDIED;
  *identity = read;

  return TRUE;
}

/* Comparing -------------------------------------------------------------------------------- */

gboolean
ggov_identity_compare (const GgovIdentity  *identity,
                       const char          *birth_date,
                       const char          *sex,
                       GError             **error)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (identity != NULL, FALSE);

  day = ggov_local_day_format (identity->birth_day);
  if (birth_date && *birth_date && !g_str_equal (birth_date, day))
    {
      /* Translators: two dates */
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                   _("The date of birth is given as %1$s, but the identity number has %2$s; correct "
                     "one of them."), birth_date, day);
      return FALSE;
    }
  if (sex && (*sex == '1' || *sex == '2') && !g_str_equal (sex, identity->sex))
    return refuse (error, GGOV_MODEL_ERROR_RANGE,
                   *sex == '1' ? _("The sex is given as male, but the identity number is a woman’s; "
                                   "correct one of them.")
                               : _("The sex is given as female, but the identity number is a man’s; "
                                   "correct one of them."));

  return TRUE;
}

static void
add_sentence (GString    *notice,
              const char *sentence)
{
  if (notice->len > 0)
    g_string_append_c (notice, ' ');
  g_string_append (notice, sentence);
}

char *
ggov_identity_dup_notice (const GgovIdentity *identity)
{
  g_autoptr(GString) notice = g_string_new (NULL);

  g_return_val_if_fail (identity != NULL, NULL);

  if (identity->notices & GGOV_IDENTITY_FROM_15)
    add_sentence (notice, _("The old number of 15 digits was made one of 18."));
  if (identity->notices & GGOV_IDENTITY_RETIRED)
    add_sentence (notice, _("The county’s code is retired; the number stays valid."));
  if (identity->notices & GGOV_IDENTITY_UNKNOWN)
    add_sentence (notice, _("The county’s code is not in the table; it may be an old one."));
  if (identity->notices & GGOV_IDENTITY_EARLY)
    add_sentence (notice, _("The county’s code is newer than the person; the number was given late, "
                            "or is mistyped."));

  return notice->len > 0 ? g_strdup (notice->str) : NULL;
}

int
ggov_identity_get_age (int birth_day,
                       int day)
{
  int birth[3], now[3];

  if (day < birth_day)
    return 0;

  ggov_local_day_to_date (birth_day, &birth[0], &birth[1], &birth[2]);
  ggov_local_day_to_date (day, &now[0], &now[1], &now[2]);

  return now[0] - birth[0] - (now[1] < birth[1] || (now[1] == birth[1] && now[2] < birth[2]));
}

const char *
ggov_identity_kind_get_code (GgovIdentityKind kind)
{
  switch (kind)
    {
    case GGOV_IDENTITY_HONG_KONG:
    case GGOV_IDENTITY_MACAU:
      return "710";

    case GGOV_IDENTITY_TAIWAN:
      return "730";

    case GGOV_IDENTITY_CARD:
    default:
      return "111";
    }
}
