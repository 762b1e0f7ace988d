/* ggov-import-mapping-private.h: reading what is remembered of a table's columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"

G_BEGIN_DECLS

/* As ggov_change_load_import_mappings(). */
GHashTable *_ggov_import_mappings_load (GgovDb      *db,
                                        const char  *kind,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
