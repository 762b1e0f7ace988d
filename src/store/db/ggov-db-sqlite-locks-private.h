/* ggov-db-sqlite-locks-private.h: locks that hold whoever else opens the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * _ggov_db_sqlite_keep_locks:
 *
 * Lets SQLite's locks belong to the open file and not to the process. A lock of the process is gone
 * as soon as anything in it closes the file again, as a file chooser does that looks what kind of file
 * it is. Another program then takes the office for one that nobody has open and removes its log,
 * and what is written into the removed log is lost.
 *
 * To be called before the first connection is opened; later calls do nothing.
 */
void _ggov_db_sqlite_keep_locks (void);

G_END_DECLS
