/* ggov-store-change-posts.h: the same done with many posts at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-appoint.h"

G_BEGIN_DECLS

/**
 * GgovPostsDeed:
 * @GGOV_POSTS_STAND_DOWN: each post ends
 * @GGOV_POSTS_TRANSFER: each ends, and its holder gets one of the same role at another place
 * @GGOV_POSTS_APPOINT: its holder gets one of the same role at another place as well
 */
typedef enum
{
  GGOV_POSTS_STAND_DOWN,
  GGOV_POSTS_TRANSFER,
  GGOV_POSTS_APPOINT,
} GgovPostsDeed;

/**
 * GgovPostsRequest:
 * @posts: (element-type gint64): their numbers
 * @from: ISO day on which what is new begins; the day before is the last of what ends
 * @place_kind: (nullable): where to: the kind the posts' role asks for; NULL for standing down
 * @reason: (nullable)
 * @exception: (nullable): why a rule about who nominates or where somebody lives is set aside
 * @hand_over_to: who gets the open issues of posts that end, or 0 to leave them
 */
typedef struct
{
  GgovPostsDeed  deed;
  GArray        *posts;
  const char    *from;
  const char    *place_kind;
  gint64         place_id;
  const char    *reason;
  const char    *exception;
  gint64         hand_over_to;
} GgovPostsRequest;

/* A post with which it could not be done, and the translated sentence that tells why. */
typedef struct
{
  gint64  post_id;
  gint64  person_id;
  char   *person;
  char   *place;
  char   *why;
} GgovPostsRefusal;

void       ggov_posts_refusal_free        (GgovPostsRefusal        *self);

/**
 * ggov_store_change_posts_async:
 * @request: copied
 *
 * Does something with many posts, as one change that is undone in one go. Each post is dealt with whole
 * or not at all: where a rule stands against one, the others are done all the same.
 */
void       ggov_store_change_posts_async  (GgovStore               *self,
                                           const GgovPostsRequest  *request,
                                           GCancellable            *cancellable,
                                           GAsyncReadyCallback      callback,
                                           gpointer                 user_data);

/**
 * ggov_store_change_posts_finish:
 * @change_id: (out): the change's number, or 0 if nothing could be done
 * @refused: (out) (transfer full) (element-type GgovPostsRefusal)
 *
 * Returns: whether it was tried; with @error set otherwise, and nothing is kept
 */
gboolean   ggov_store_change_posts_finish (GgovStore               *self,
                                           GAsyncResult            *result,
                                           gint64                  *change_id,
                                           GPtrArray              **refused,
                                           GError                 **error);

G_END_DECLS
