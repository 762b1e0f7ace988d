/* ggov-report-training-sheet.h: a training session on paper: who takes part, or who signs for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-attendance.h"
#include "ggov-report-pager.h"
#include "ggov-training-session.h"

G_BEGIN_DECLS

/* How many lines to write on follow those of the list, on a sheet to be signed. */
#define GGOV_REPORT_TRAINING_SPARE 5

/**
 * GgovReportTrainingSheetOptions:
 * @office: name of the sub-district
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints; stands in the watermark
 * @with_phones: whether phones are printed; if so, every page carries a watermark
 * @to_sign: with room for signatures instead of what came of it
 * @size: of the sheets
 * @turn: how they lie
 */
typedef struct
{
  const char      *office;
  const char      *printed_at;
  const char      *account;
  gboolean         with_phones;
  gboolean         to_sign;
  GgovReportPaper  size;
  GgovReportTurn   turn;
} GgovReportTrainingSheetOptions;

/**
 * ggov_report_training_sheet_new:
 * @rows: (element-type GgovAttendance): who is on the list; not looked at again if it changes
 * @options: the texts are copied
 * @context: from ggov_report_context_new(); kept
 *
 * Measures the sheet: course, time, place and trainer, then the list, whose heading is repeated on
 * every page and whose rows are never split, the totals, and lines to sign on.
 *
 * Returns: (transfer full)
 */
GgovReportPager *ggov_report_training_sheet_new (GgovTrainingSession                  *session,
                                                 GListModel                           *rows,
                                                 const GgovReportTrainingSheetOptions *options,
                                                 PangoContext                         *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
