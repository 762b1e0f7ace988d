/* ggov-import-nets.h: old nets and their people become records, within one change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-accept.h"

G_BEGIN_DECLS

/**
 * ggov_import_accept_old_grids:
 * @order: its net names the net that the rows are grids of; it is made if it is not known
 *
 * Areas become grids of an old net, each known by its code. The net may overlap itself, leave gaps
 * and have slivers: that is told of and kept. A column may say who is responsible for a grid.
 * GGOV_STORE_ERROR_REFUSED for a net that is retired.
 */
gboolean ggov_import_accept_old_grids     (GgovChange       *change,
                                           GgovImportOrder  *order,
                                           GError          **error);

/**
 * ggov_import_accept_old_people:
 * @order: its net names a net that is known
 *
 * Rows of a table become people on the grids of an old net; a column names the grid by its code or
 * name.
 */
gboolean ggov_import_accept_old_people    (GgovChange       *change,
                                           GgovImportOrder  *order,
                                           GError          **error);

const GgovImportField *ggov_import_get_old_grid_fields   (guint *n_fields);
const GgovImportField *ggov_import_get_old_person_fields (guint *n_fields);

/**
 * ggov_import_guess_role:
 * @words: (nullable): of a net or department
 *
 * Returns: (transfer none): the code of the role that the people of such a net have on base grids,
 *   or "" where the words do not tell
 */
const char *ggov_import_guess_role (const char *words);

G_END_DECLS
