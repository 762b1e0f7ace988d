/* ggov-filing-near.h: issues that may be the one that is about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"
#include "ggov-store-near-issues.h"

G_BEGIN_DECLS

#define GGOV_TYPE_FILING_NEAR (ggov_filing_near_get_type ())

/* Emits "opened" (gint64) with the number of an issue somebody wants to see, and "joined" (gint64)
 * with one that somebody wants to report as well. Hidden while there is none. */
G_DECLARE_FINAL_TYPE (GgovFilingNear, ggov_filing_near, GGOV, FILING_NEAR, AdwBin)

/* @question: (nullable): looks again; NULL for nothing */
void          ggov_filing_near_ask      (GgovFilingNear         *self,
                                         GgovSession            *session,
                                         const GgovNearQuestion *question);

/* How many are listed. */
guint         ggov_filing_near_get_n    (GgovFilingNear         *self);

/* (nullable) (transfer none): one that is listed */
GgovNearIssue *ggov_filing_near_find    (GgovFilingNear         *self,
                                         gint64                  issue_id);

G_END_DECLS
