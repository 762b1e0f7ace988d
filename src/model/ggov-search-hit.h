/* ggov-search-hit.h: a record that was found by its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  const char *kind;      /* person, building, issue, grid, compound, community or street */
  gint64      id;
  const char *title;
  const char *detail;    /* what tells it from others of the same title, in English */
  const char *detail_zh;
} GgovSearchHitFields;

#define GGOV_TYPE_SEARCH_HIT (ggov_search_hit_get_type ())

G_DECLARE_FINAL_TYPE (GgovSearchHit, ggov_search_hit, GGOV, SEARCH_HIT, GObject)

GgovSearchHit *ggov_search_hit_new        (const GgovSearchHitFields *fields)
                                           G_GNUC_WARN_UNUSED_RESULT;

const char    *ggov_search_hit_get_kind   (GgovSearchHit *self);
gint64         ggov_search_hit_get_id     (GgovSearchHit *self);
const char    *ggov_search_hit_get_title  (GgovSearchHit *self);

/* In the user's language; may be empty. */
const char    *ggov_search_hit_get_detail (GgovSearchHit *self);

G_END_DECLS
