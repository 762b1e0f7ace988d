/* ggov-charge-text.h: who is in charge, in words to be sent to somebody
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-post.h"

G_BEGIN_DECLS

/**
 * ggov_charge_dup_line:
 * @post: held on @day
 * @is_of_person: whether what the person is in charge of is wanted, and not who it is
 * @day: ISO day
 *
 * Returns: (transfer full): "Unit leader 赵敏 13800001234", with who stands in during a leave; or
 *   "Unit leader 3号楼1单元"
 */
char     *ggov_charge_dup_line     (GgovPost    *post,
                                    gboolean     is_of_person,
                                    const char  *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_charge_dup_text:
 * @title: what was asked about, the first line
 * @posts: (element-type GgovPost): those that are not held are passed over
 *
 * Returns: (transfer full): the title and a line for each post, without an end of line
 */
char     *ggov_charge_dup_text     (const char  *title,
                                    GListModel  *posts,
                                    gboolean     is_of_person,
                                    const char  *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_charge_is_phone:
 *
 * Whether a text is rather a phone number or the end of one than an address or a code.
 */
gboolean  ggov_charge_is_phone     (const char  *text);

G_END_DECLS
