/* ggov-typed-text.h: what people type into tables, understood without guessing
 *
 * Sheets come from many hands: full-width digits, invisible characters pasted along, dates in a
 * dozen spellings. These functions read what can be read in one way only; what cannot is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovTypedDay:
 * @GGOV_TYPED_DAY_BAD: no day, one that the calendar lacks, or one that could be two
 * @GGOV_TYPED_DAY_FINE: a day, written out
 * @GGOV_TYPED_DAY_SERIAL: a spreadsheet's number of a day, counted from 1899-12-30; whoever takes it
 *   should say so, since a number that is no day looks alike
 */
typedef enum
{
  GGOV_TYPED_DAY_BAD,
  GGOV_TYPED_DAY_FINE,
  GGOV_TYPED_DAY_SERIAL,
} GgovTypedDay;

/**
 * ggov_typed_dup_text:
 * @typed: (nullable): UTF-8
 *
 * Full-width letters, digits and signs (U+FF01 to U+FF5E) become narrow, blanks of any kind one
 * space, and invisible characters go. Nothing else is changed: a rare character stays the one it is.
 *
 * Returns: (nullable) (transfer full): NULL if nothing is left
 */
char         *ggov_typed_dup_text     (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

/* Whether nothing but blanks is in it; @typed: (nullable) */
gboolean      ggov_typed_is_blank     (const char *typed);

/* (nullable): a person's name: as above, and without the blanks that spread out Chinese names. */
char         *ggov_typed_dup_name     (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_typed_parse_day:
 * @day: (out): days since 1970-01-01; set unless BAD is returned
 *
 * Takes 2024-1-5, 2024/01/05, 2024.1.5, 2024年1月5日, 20240105, 民国113年1月5日 (1912 is its first
 * year), each also with a time of midnight after it, and numbers of spreadsheets from 1954 to 2118.
 * A year of two digits is not guessed at.
 */
GgovTypedDay  ggov_typed_parse_day    (const char *typed,
                                       int        *day);

/**
 * ggov_typed_dup_phone:
 *
 * The first of several numbers, without +86 and the signs that part its digits; a dash stays after
 * an area code. A number that a spreadsheet has rounded (1.38E+10) is none.
 *
 * Returns: (nullable) (transfer full): 5 to 13 digits, or NULL where it is no phone number
 */
char         *ggov_typed_dup_phone    (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): the code of GB/T 2261.1 for 男, 女, male, f, 1 …; NULL where it is neither. */
const char   *ggov_typed_get_sex      (const char *typed);

/**
 * ggov_typed_dup_counted:
 *
 * Chinese numerals up to 99 before a counter (号, 楼, 单元, 室 …) become digits, letters small, and
 * blanks go: 三 号 楼 二单元 is 3号楼2单元.
 *
 * Returns: (nullable) (transfer full): NULL if nothing is left
 */
char         *ggov_typed_dup_counted  (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_typed_dup_place:
 *
 * A place's name as it can be compared: 三 号 楼, 3号楼, 3＃楼, 3栋 and 3号 are all "3号楼"; Chinese
 * numerals up to 99 before a counter become digits, and letters small.
 *
 * Returns: (nullable) (transfer full): NULL if nothing is left
 */
char         *ggov_typed_dup_place    (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

/* The number at the start of a text such as 2单元 or 二单元; 0 where there is none. */
int           ggov_typed_get_number   (const char *typed);

G_END_DECLS
