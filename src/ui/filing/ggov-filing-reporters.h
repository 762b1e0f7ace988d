/* ggov-filing-reporters.h: who reported the issue that is about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovFilingReporter:
 * @person_id: 0 for somebody who is not in the records
 * @name: may be empty, but not together with @phone
 * @phone: may be empty
 */
typedef struct
{
  gint64  person_id;
  char   *name;
  char   *phone;
} GgovFilingReporter;

#define GGOV_TYPE_FILING_REPORTERS (ggov_filing_reporters_get_type ())

/* Somebody of the records is found by name, reading or phone; anybody else is typed. */
G_DECLARE_FINAL_TYPE (GgovFilingReporters, ggov_filing_reporters, GGOV, FILING_REPORTERS, AdwBin)

/* (nullable): NULL ends what is under way. */
void    ggov_filing_reporters_set_session (GgovFilingReporters *self,
                                           GgovSession         *session);

/* (transfer full) (element-type GgovFilingReporter): in the order they were named; what is typed
 * and was not added yet is the last. */
GArray *ggov_filing_reporters_list        (GgovFilingReporters *self) G_GNUC_WARN_UNUSED_RESULT;

void    ggov_filing_reporters_clear       (GgovFilingReporters *self);

G_END_DECLS
