/* ggov-rule-list.h: what keeps coming back, and the register of measures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_RULE_LIST (ggov_rule_list_get_type ())

G_DECLARE_FINAL_TYPE (GgovRuleList, ggov_rule_list, GGOV, RULE_LIST, AdwBin)

GtkWidget *ggov_rule_list_new (GgovSession *session);

G_END_DECLS
