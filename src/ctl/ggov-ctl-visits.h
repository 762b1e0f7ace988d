/* ggov-ctl-visits.h: visit sheets of gridgovctl visits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl-residents.h"
#include "ggov-store-visits.h"

G_BEGIN_DECLS

/* What the number of a sheet begins with where that of a household could stand. */
#define GGOV_CTL_VISITS_SHEET "sheet:"

GgovCtlStatus ggov_ctl_visits_keep        (GgovCtl                   *ctl,
                                           const GgovVisitPlanTerms  *terms);
GgovCtlStatus ggov_ctl_visits_list_sheets (GgovCtl                   *ctl,
                                           const GgovCtlResidents    *words);
GgovCtlStatus ggov_ctl_visits_show_sheet  (GgovCtl                   *ctl,
                                           const GgovCtlResidents    *words);
GgovCtlStatus ggov_ctl_visits_enter_sheet (GgovCtl                   *ctl,
                                           const GgovCtlResidents    *words);
GgovCtlStatus ggov_ctl_visits_drop_sheet  (GgovCtl                   *ctl,
                                           const GgovCtlResidents    *words);

/* The end of entering visits: what it was, and which issues came of it. */
GgovCtlStatus ggov_ctl_visits_finish      (GgovCtl                   *ctl,
                                           GAsyncResult             **result);

G_END_DECLS
