/* ggov-change-import-mapping.h: which columns served which fields the last time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offices get the same table from the same hand each month. Which column serves which field is
 * remembered for a kind of import and a set of headings, in the office, so that all desks share
 * it. It is no record: it has no history, and stays when the import is undone.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

/**
 * ggov_change_load_import_mappings:
 * @kind: such as "people"
 *
 * Returns: (transfer full) (element-type utf8 GHashTable): by the headings, one a line, the heading
 *   or name of a column for each field by name; "" for none. NULL with @error set on failure
 */
GHashTable *ggov_change_load_import_mappings (GgovChange   *change,
                                              const char   *kind,
                                              GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Remembers @wishes instead of what was remembered of @headings. */
gboolean    ggov_change_keep_import_mapping  (GgovChange   *change,
                                              const char   *kind,
                                              const char   *headings,
                                              GHashTable   *wishes,
                                              GError      **error);

G_END_DECLS
