/* ggov-import-nets-private.h: what the imports of old nets share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-nets.h"
#include "ggov-write-nets.h"

G_BEGIN_DECLS

/* Whether a net can take rows in: GGOV_STORE_ERROR_REFUSED if it is retired. */
gboolean _ggov_import_net_check_open (const GgovKnownNet         *net,
                                      const char                 *name,
                                      GError                    **error);

/**
 * _ggov_import_net_take_person:
 * @grid: a known grid, which gets to know the person
 * @record: whose blanks take no value's place
 * @added: (out): the person is new on the grid
 * @changed: (out): they are known by name, and their phone or role is another
 */
gboolean _ggov_import_net_take_person (GgovChange                 *change,
                                       GgovKnownOldGrid           *grid,
                                       const GgovOldPersonRecord  *record,
                                       gboolean                   *added,
                                       gboolean                   *changed,
                                       GError                    **error);

G_END_DECLS
