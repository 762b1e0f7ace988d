/* ggov-import-case-types.h: case types out of a table or a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-accept.h"

G_BEGIN_DECLS

/**
 * ggov_import_accept_case_types:
 *
 * Rows become case types, known by their code. A column that is not there leaves what the office has;
 * a blank takes away what may be missing. What is different is a new version from the day that its row
 * tells, where it is later than that of the present version, else from the day of the order; a
 * version nothing was filed under is put right in place. A row that breaks a rule is left out.
 */
gboolean ggov_import_accept_case_types          (GgovChange       *change,
                                                 GgovImportOrder  *order,
                                                 GError          **error);

/**
 * ggov_import_accept_case_type_document:
 * @path: a JSON document, as data/case-types/case-types.json
 *
 * The same of a document, whose types are numbered from 1; it is refused whole where it is none.
 */
gboolean ggov_import_accept_case_type_document  (GgovChange       *change,
                                                 GgovImportOrder  *order,
                                                 const char       *path,
                                                 GError          **error);

/* What of a case type a table's columns can tell. */
const GgovImportField *ggov_import_get_case_type_fields (guint *n_fields);

G_END_DECLS
