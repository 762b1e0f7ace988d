/* ggov-export-register.h: the fields of the register as a workbook to be filled in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-register-catalogue.h"

G_BEGIN_DECLS

/**
 * ggov_export_register_form:
 * @path: of an .xlsx file
 * @error: a GgovExchangeError (FILE)
 *
 * Writes a sheet with a column for each field that is asked for, the required ones marked with a star,
 * all cells text so that no number is rounded and no zero lost, and another with the words of each list.
 * An import of residents takes it back.
 */
gboolean ggov_export_register_form (GgovRegisterCatalogue  *catalogue,
                                    const char             *path,
                                    GError                **error);

G_END_DECLS
