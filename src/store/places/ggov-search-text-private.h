/* ggov-search-text-private.h: the words under which a record is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * _ggov_search_text_dup_pinyin:
 * @name: a person's name
 *
 * The reading of a name without tones, a space after each character: "wang xiao ming". Readings
 * that differ in surnames are followed. Takes some 200 microseconds: keep what it returns.
 *
 * Source: ICU's Han-Latin/Names transliterator, with the surnames it reads wrongly put right.
 */
char *_ggov_search_text_dup_pinyin (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* The same of words that are no name: 单元 is read "dan yuan". */
char *_ggov_search_text_dup_word_pinyin (const char *words) G_GNUC_WARN_UNUSED_RESULT;

/* Of a reading: its syllables, then all of them in one word, then their initials. */
char *_ggov_search_text_dup_reading (const char *pinyin) G_GNUC_WARN_UNUSED_RESULT;

/* Loads what names are read with on this thread, which the first name would wait for. */
void  _ggov_search_text_prepare    (void);

/* Characters apart, whole reading, initials and the phone's last four digits. */
char *_ggov_search_text_for_person (const char *name,
                                    const char *pinyin,
                                    const char *phone) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): NULL if both are, so that nothing is indexed */
char *_ggov_search_text_for_place  (const char *name,
                                    const char *number) G_GNUC_WARN_UNUSED_RESULT;

/* What a user typed, in the words it is looked up under. */
GStrv _ggov_search_text_split_query (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

/* How the index numbers the records of the tables it holds. */
typedef enum
{
  GGOV_SEARCH_NONE,
  GGOV_SEARCH_PERSON,
  GGOV_SEARCH_BUILDING,
  GGOV_SEARCH_ISSUE,
} GgovSearchTable;

#define GGOV_SEARCH_NUMBER(table, id) ((id) * 8 + (table))

G_END_DECLS
