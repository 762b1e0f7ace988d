/* ggov-reader-ole.h: telling apart the documents that share the compound file format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-reader-kind.h"

G_BEGIN_DECLS

/**
 * ggov_reader_ole_detect:
 * @path: a file that begins with D0CF11E0
 *
 * An old .xls, an .xls with a password, an .xlsx with a password and every other old Office
 * document begin alike; the names of their streams tell.
 *
 * Source: [MS-CFB] 2.6.1 (directory entry); [MS-OFFCRYPTO] 2.3; [MS-XLS] 2.4.21, 2.4.117.
 *
 * Returns: XLS, LOCKED_XLS, LOCKED_XLSX or OLE
 */
GgovReaderKind ggov_reader_ole_detect (const char *path);

G_END_DECLS
