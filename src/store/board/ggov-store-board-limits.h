/* ggov-store-board-limits.h: how many issues a column, a lane or a person may hold at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A limit warns: what passes it is GGOV_STORE_ERROR_CROWDED unless a reason is given, which is kept
 * with the event. A column counts the issues at its stage; a grid, a community, a governance lane and
 * a person those that somebody is at work on, from being dispatched to being verified.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

/* The table they are kept in, for the store's `changed` signal. */
#define GGOV_STORE_BOARD_LIMITS "board_limit"

typedef enum
{
  GGOV_BOARD_LIMIT_STAGE,
  GGOV_BOARD_LIMIT_GRID,
  GGOV_BOARD_LIMIT_COMMUNITY,
  GGOV_BOARD_LIMIT_LANE,
  GGOV_BOARD_LIMIT_PERSON,
} GgovBoardLimitKind;

#define GGOV_BOARD_N_LIMIT_KINDS (GGOV_BOARD_LIMIT_PERSON + 1)

/**
 * GgovBoardLimit:
 * @key: code of the stage or lane, number of the other's record as text; empty for each of the kind
 *   that has no limit of its own
 * @most: 1 or more
 */
typedef struct
{
  GgovBoardLimitKind  kind;
  char               *key;
  guint               most;
} GgovBoardLimit;

/* A word that never changes: "stage", "grid", "community", "lane", "person". */
const char *ggov_board_limit_kind_get_code     (GgovBoardLimitKind    kind);

void        ggov_store_list_board_limits_async  (GgovStore            *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/* Returns: (transfer full) (element-type GgovBoardLimit): by kind and key */
GPtrArray  *ggov_store_list_board_limits_finish (GgovStore            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): what holds for one of a kind: 0 for no limit, also where @limits is NULL */
guint       ggov_board_limits_find              (GPtrArray            *limits,
                                                 GgovBoardLimitKind    kind,
                                                 const char           *key);

/**
 * ggov_store_set_board_limits_async:
 * @limits: (element-type GgovBoardLimit): copied; one with @most 0 is taken away
 *
 * Sets some limits, as one change; the others stay. End with ggov_store_change_finish().
 */
void        ggov_store_set_board_limits_async   (GgovStore            *self,
                                                 GPtrArray            *limits,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/* For arrays of them: a copy, and a free function. */
GgovBoardLimit *ggov_board_limit_new            (GgovBoardLimitKind    kind,
                                                 const char           *key,
                                                 guint                 most)
                                                 G_GNUC_WARN_UNUSED_RESULT;
void            ggov_board_limit_free           (GgovBoardLimit       *self);

G_END_DECLS
