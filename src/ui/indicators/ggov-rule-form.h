/* ggov-rule-form.h: entering a measure that cases led to, or changing one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-recurrence.h"
#include "ggov-rule-measure.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_rule_form_show:
 * @page: over whose window it stands; asked for win.announce-change
 * @measure: (nullable): what is to be changed, or NULL for a new one
 * @cause: (nullable): issues that become its cases
 */
void ggov_rule_form_show (GtkWidget       *page,
                          GgovSession     *session,
                          GgovRuleMeasure *measure,
                          GgovRecurrence  *cause);

G_END_DECLS
