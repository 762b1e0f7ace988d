/* ggov-store-schema-private.h: bringing an office file to the schema this program knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"

G_BEGIN_DECLS

/**
 * _ggov_store_schema_bring_up:
 * @path: where the file is, for the copy that is made of an older one first
 * @error: GGOV_STORE_ERROR_NEWER if the file is ahead of this program
 *
 * Runs the schema files the office has not had yet, all in one transaction.
 */
gboolean _ggov_store_schema_bring_up (GgovDb      *db,
                                      const char  *path,
                                      GError     **error);

G_END_DECLS
