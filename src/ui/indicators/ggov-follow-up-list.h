/* ggov-follow-up-list.h: the calls that are to be made after closing, logged by a key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_FOLLOW_UP_LIST (ggov_follow_up_list_get_type ())

G_DECLARE_FINAL_TYPE (GgovFollowUpList, ggov_follow_up_list, GGOV, FOLLOW_UP_LIST, AdwBin)

GtkWidget *ggov_follow_up_list_new (GgovSession *session);

G_END_DECLS
