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
 * ggov_change_find_import_mapping:
 * @kind: such as "people"
 * @headings: all of them, one a line
 * @wishes: (out) (transfer full) (nullable) (element-type utf8 utf8): the heading or name of a
 *   column for each field; "" for none; NULL where nothing is remembered
 *
 * Returns: FALSE with @error set on failure
 */
gboolean ggov_change_find_import_mapping (GgovChange   *change,
                                          const char   *kind,
                                          const char   *headings,
                                          GHashTable  **wishes,
                                          GError      **error);

/* Remembers @wishes instead of what was remembered. */
gboolean ggov_change_keep_import_mapping (GgovChange   *change,
                                          const char   *kind,
                                          const char   *headings,
                                          GHashTable   *wishes,
                                          GError      **error);

G_END_DECLS
