/* ggov-query-load.h: who looks after how much, read a few lines at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-load.h"
#include "ggov-query.h"

G_BEGIN_DECLS

/**
 * ggov_query_new_load:
 * @as_of: ISO day
 *
 * Asks for what ggov_store_list_load_async() lists. A row is a GgovLoad without its rank, its number that
 * of the first of the person's posts of the role. The detail of a key is the person's number.
 */
GgovQuery *ggov_query_new_load (const char *as_of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
