/* ggov-case-type-export-private.h: the formats in which case types are given away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): a document as data/case-types/case-types.json */
char     *_ggov_case_types_dup_json      (GListModel  *rows) G_GNUC_WARN_UNUSED_RESULT;

/* FALSE if it could not be written */
gboolean  _ggov_case_types_save_workbook (GListModel  *rows,
                                          const char  *path);

G_END_DECLS
