/* ggov-post-rules-private.h: what has to hold before somebody gets a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-write-people.h"

G_BEGIN_DECLS

/**
 * GgovPostWords:
 * @role: in the user's language
 * @place: as it is called; a grid with its code
 * @until: (nullable): its last day
 *
 * Which post a sentence is about.
 */
typedef struct
{
  char *person;
  char *role;
  char *place;
  char *since;
  char *until;
} GgovPostWords;

void     _ggov_post_words_clear (GgovPostWords         *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovPostWords, _ggov_post_words_clear)

/* @day: ISO day, on which a building lies in a grid. GGOV_STORE_ERROR_NOT_FOUND if there is none. */
gboolean _ggov_post_describe    (GgovDb                *db,
                                 gint64                 post_id,
                                 const char            *day,
                                 GgovPostWords         *words,
                                 GError               **error);

/**
 * _ggov_post_check_rules:
 * @except_id: a post that does not count, or 0
 *
 * Whether the days follow one another, the role is still there and held on such a place, and
 * neither the place nor the person has more posts of it than the role allows.
 *
 * Returns: TRUE, or FALSE with GGOV_STORE_ERROR_REFUSED and a sentence that names the post in the
 * way, or GGOV_STORE_ERROR_CONSTRAINT where the place is none for the role
 */
gboolean _ggov_post_check_rules (GgovDb                *db,
                                 const GgovPostRecord  *record,
                                 gint64                 except_id,
                                 GError               **error);

/**
 * _ggov_post_check_chain:
 *
 * Whether who brought the person forward is one who may, and whether the person lives in the
 * community where the role asks for that. What the role lets a reason set aside is not refused
 * where @record has an exception.
 *
 * Returns: TRUE, or FALSE with GGOV_STORE_ERROR_REFUSED and a sentence
 */
gboolean _ggov_post_check_chain (GgovDb                *db,
                                 const GgovPostRecord  *record,
                                 GError               **error);

G_END_DECLS
