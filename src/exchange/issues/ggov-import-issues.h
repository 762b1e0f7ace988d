/* ggov-import-issues.h: rows of service requests become issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-accept.h"

G_BEGIN_DECLS

/**
 * ggov_import_accept_issues:
 *
 * Service requests of GeoReport, or rows of a platform's table, become issues: known again by the
 * platform's number, filed when the platform says, closed where it says so. The kind is a case type by
 * its code or name, or what @order's services and data/case-types/services.json say; anything else is
 * "other", and told of. The grid is the one at the place on that day; a place in none is kept, and told
 * of. Left out are rows without a number or a time that can be read, with the number of a row before,
 * and those closed before they were opened. Runs on the store's thread.
 */
gboolean               ggov_import_accept_issues    (GgovChange       *change,
                                                     GgovImportOrder  *order,
                                                     GError          **error);

/* What of an issue a file's columns can tell. */
const GgovImportField *ggov_import_get_issue_fields (guint            *n_fields);

G_END_DECLS
