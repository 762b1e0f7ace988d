/* ggov-store-names.h: what names are read with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_prepare_names:
 *
 * Has the store's thread load what names are read in pinyin with. That takes as long as writing some
 * ten thousand people, and nothing where the thread would only wait for a file to be read. Who
 * writes names without having called this waits then.
 */
void ggov_store_prepare_names (GgovStore *self);

G_END_DECLS
