/* ggov-residents-door-private.h: who is behind a door that somebody typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"

G_BEGIN_DECLS

/**
 * _ggov_residents_find_door:
 * @typed: 3号楼2单元501, 3-2-501 or the door alone, 501
 * @people: (element-type gint64): whoever is registered or lives there on the day is appended, in the
 *   order of doors; nobody where it is no door
 *
 * Returns: FALSE with @error set if the records cannot be read
 */
gboolean _ggov_residents_find_door (GgovDb      *db,
                                    const char  *typed,
                                    const char  *day,
                                    GArray      *people,
                                    GError     **error);

G_END_DECLS
