/* ggov-import-residents.h: rows of a table become residents of the register
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-accept.h"

G_BEGIN_DECLS

/**
 * ggov_import_accept_residents:
 *
 * Each row is a resident behind a door, known by their identity number, else by name and date of birth or
 * phone. Doors and households that are not there are made; buildings and units are not. A row that
 * cannot be kept whole is left out whole, and the reason names column and cell. A blank never takes a
 * value's place; where a value is another, the order's conflicts say what to do. Runs on the store's
 * thread.
 */
gboolean ggov_import_accept_residents (GgovChange       *change,
                                       GgovImportOrder  *order,
                                       GError          **error);

/* Those the program is built with; an office's own are found by their codes and names as well. */
const GgovImportField *ggov_import_get_resident_fields (guint *n_fields);

G_END_DECLS
