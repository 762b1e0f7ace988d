/* ggov-identity.h: the numbers of identity cards and residence permits
 *
 * Six digits of the county that gave it, eight of the date of birth, three of an order that is odd
 * for men and even for women, and a check character. The weights of the seventeen digits are 7 9 10 5
 * 8 4 2 1 6 3 7 9 10 5 8 4 2; their sum modulo 11 stands for 1 0 X 9 8 7 6 5 4 3 2.
 *
 * Source: GB 11643-1999; the measures of 2018 on residence permits of Hong Kong, Macau and Taiwan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GGOV_IDENTITY_LENGTH 18

/**
 * GgovIdentityKind:
 * @GGOV_IDENTITY_CARD: a resident's identity card
 * @GGOV_IDENTITY_HONG_KONG: a residence permit, 810000
 * @GGOV_IDENTITY_MACAU: a residence permit, 820000
 * @GGOV_IDENTITY_TAIWAN: a residence permit, 830000
 */
typedef enum
{
  GGOV_IDENTITY_CARD,
  GGOV_IDENTITY_HONG_KONG,
  GGOV_IDENTITY_MACAU,
  GGOV_IDENTITY_TAIWAN,
} GgovIdentityKind;

/**
 * GgovIdentityNotice:
 * @GGOV_IDENTITY_FROM_15: it had the 15 digits of the old form; 18 were made of it
 * @GGOV_IDENTITY_RETIRED: its county's code is no longer in use
 * @GGOV_IDENTITY_UNKNOWN: its county's code is not in the table; it may be an old one
 * @GGOV_IDENTITY_EARLY: the person is older than the county's code, which a number that was given
 *   late explains
 * @GGOV_IDENTITY_TIDIED: signs, blanks or full-width digits were in it
 *
 * What is odd about a number that is accepted; bits of a sum.
 */
typedef enum
{
  GGOV_IDENTITY_FROM_15 = 1 << 0,
  GGOV_IDENTITY_RETIRED = 1 << 1,
  GGOV_IDENTITY_UNKNOWN = 1 << 2,
  GGOV_IDENTITY_EARLY   = 1 << 3,
  GGOV_IDENTITY_TIDIED  = 1 << 4,
} GgovIdentityNotice;

/**
 * GgovIdentity:
 * @number: 18 characters, X large
 * @division: its first six digits
 * @birth_day: days since 1970-01-01
 * @sex: code of GB/T 2261.1: "1" or "2"
 * @notices: a sum of GgovIdentityNotice
 */
typedef struct
{
  char              number[GGOV_IDENTITY_LENGTH + 1];
  char              division[7];
  GgovIdentityKind  kind;
  int               birth_day;
  const char       *sex;
  guint             notices;
} GgovIdentity;

/**
 * ggov_identity_parse:
 * @typed: what somebody typed; blanks, full-width digits, invisible characters and a small x may be in
 *   it
 * @today: days since 1970-01-01; nobody is born later
 * @identity: (out): the number and what it says
 * @error: a GgovModelError with one sentence for the user: SYNTAX where it is no such number, RANGE
 *   where its county, its date or its check character cannot be
 *
 * Nothing is guessed: a number that a spreadsheet has rounded (1.1E+17, or three zeros at the end
 * that do not check) is told as such.
 */
gboolean    ggov_identity_parse       (const char          *typed,
                                       int                  today,
                                       GgovIdentity        *identity,
                                       GError             **error);

/* The check character of the first 17 digits of a number. */
char        ggov_identity_get_check   (const char          *digits);

/**
 * ggov_identity_compare:
 * @birth_date: (nullable): ISO day that was typed, or NULL
 * @sex: (nullable): code of GB/T 2261.1 that was typed, or NULL; 0 and 9 say nothing
 * @error: a GgovModelError (RANGE) with a sentence that has both
 *
 * Returns: whether what was typed agrees with the number
 */
gboolean    ggov_identity_compare     (const GgovIdentity  *identity,
                                       const char          *birth_date,
                                       const char          *sex,
                                       GError             **error);

/* (transfer full): what is odd about an accepted number, in a sentence; NULL for nothing. */
char       *ggov_identity_dup_notice  (const GgovIdentity  *identity) G_GNUC_WARN_UNUSED_RESULT;

/* Full years from a day of birth to a day, both days since 1970-01-01; 0 before it. */
int         ggov_identity_get_age     (int                  birth_day,
                                       int                  day);

/* The code of the kind of paper in the table "id_type". */
const char *ggov_identity_kind_get_code (GgovIdentityKind    kind);

G_END_DECLS
