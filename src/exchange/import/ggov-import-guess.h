/* ggov-import-guess.h: what a foreign file seems to hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-import.h"

G_BEGIN_DECLS

/**
 * ggov_import_guess_layer:
 *
 * Returns: the layer that an import most likely wants: one with areas, called so if possible
 */
guint          ggov_import_guess_layer (GgovExchangeReading *reading);

/**
 * ggov_import_guess_kind:
 * @layer: from 0
 *
 * Looks at the sizes of some hundred shapes: half of all buildings are narrower than 250 m, no
 * community is. Reads a file, so not for the main loop; any thread.
 *
 * Returns: the likely kind; buildings where no shape can be looked at
 */
GgovImportKind ggov_import_guess_kind  (GgovExchangeReading *reading,
                                        guint                layer);

G_END_DECLS
