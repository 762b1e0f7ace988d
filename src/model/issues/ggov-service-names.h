/* ggov-service-names.h: what other platforms call that which the case types are about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_service_names_find:
 * @name: of a service, a complaint or a kind of case, as a platform has it; letters of any size
 *
 * Looks the name up in data/case-types/services.json. Any thread.
 *
 * Returns: (transfer none) (nullable): the code of a case type of the default set, or NULL
 */
const char *ggov_service_names_find (const char *name);

G_END_DECLS
