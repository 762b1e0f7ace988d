/* ggov-import-people-private.h: rows of a table become people and posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-accept.h"

G_BEGIN_DECLS

/**
 * ggov_import_accept_people:
 *
 * Each row is a person, known by name and phone, else by name where only one has it; where it names
 * a role, also a post on the place it names, from the day it names or else the order's. A row that
 * cannot be kept whole is left out whole. A blank never takes a value's place. Runs on the store's
 * thread.
 */
gboolean ggov_import_accept_people (GgovChange       *change,
                                    GgovImportOrder  *order,
                                    GError          **error);

const GgovImportField *ggov_import_get_person_fields (guint *n_fields);

G_END_DECLS
