/* ggov-roster-words-private.h: what may be typed for each line of a roster, kept at hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-query.h"

G_BEGIN_DECLS

/* Used on the store's thread only; references may be held elsewhere. */
typedef struct _GgovRosterWords GgovRosterWords;

GgovRosterWords *_ggov_roster_words_new   (void) G_GNUC_WARN_UNUSED_RESULT;
GgovRosterWords *_ggov_roster_words_ref   (GgovRosterWords     *self);
void             _ggov_roster_words_unref (GgovRosterWords     *self);

/**
 * _ggov_roster_words_is_current:
 *
 * Whether the words were read since the last change to the office, by whomever.
 */
gboolean         _ggov_roster_words_is_current (GgovRosterWords  *self,
                                                GgovDb           *db,
                                                gboolean         *is_current,
                                                GError          **error);

/* Begins anew: forgets all lines. Those added until _end() are of the office as it is now. */
void             _ggov_roster_words_begin (GgovRosterWords     *self);
void             _ggov_roster_words_end   (GgovRosterWords     *self);

/**
 * _ggov_roster_words_add:
 * @words: words apart by blanks that may be meant by their beginnings
 * @texts: (array length=n_texts): texts, some of them NULL, that may be meant by any part, whatever
 *   blanks are between
 *
 * Adds the next line.
 */
void             _ggov_roster_words_add   (GgovRosterWords     *self,
                                           const GgovRowKey    *key,
                                           const char          *words,
                                           const char * const  *texts,
                                           guint                n_texts);

/**
 * _ggov_roster_words_find:
 * @typed: (nullable): from _ggov_roster_split_text(); NULL finds all
 *
 * Appends the keys of the first @limit lines that _ggov_roster_match() would let through.
 */
void             _ggov_roster_words_find  (GgovRosterWords     *self,
                                           const char * const  *typed,
                                           guint                limit,
                                           GArray              *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovRosterWords, _ggov_roster_words_unref)

G_END_DECLS
