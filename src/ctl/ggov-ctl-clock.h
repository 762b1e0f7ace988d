/* ggov-ctl-clock.h: the office's clock, for the commands that reckon by it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"
#include "ggov-deadline.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the clock of the open office; NULL once why not was said */
GgovOfficeClock *ggov_ctl_get_clock       (GgovCtl                 *ctl) G_GNUC_WARN_UNUSED_RESULT;

/* Prints when the time is up and the way there, as text or JSON. */
GgovCtlStatus    ggov_ctl_print_deadline  (GgovCtl                 *ctl,
                                           GgovOfficeClock         *clock,
                                           const GgovDeadlineTerms *terms);

G_END_DECLS
