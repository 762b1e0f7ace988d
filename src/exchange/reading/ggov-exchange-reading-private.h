/* ggov-exchange-reading-private.h: making a reading from the reader's answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ggov-exchange-reading.h"

G_BEGIN_DECLS

/**
 * _ggov_exchange_reading_new:
 * @folder: the folder that the scratch file is alone in; removed with the reading
 * @path: the scratch file
 * @answer: the reader's document, with ok true; taken with caution, since a stranger's file may
 *   have got the better of the reader
 *
 * Returns: (nullable) (transfer full): NULL where @answer is not as it should be; then @folder is
 *   left alone
 */
GgovExchangeReading *_ggov_exchange_reading_new (const char *folder,
                                                 const char *path,
                                                 JsonObject *answer) G_GNUC_WARN_UNUSED_RESULT;

/* Removes the files in @folder, those in its one level of folders, and itself. */
void _ggov_exchange_remove_scratch (const char *folder);

G_END_DECLS
