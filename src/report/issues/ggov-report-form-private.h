/* ggov-report-form-private.h: a form of ruled boxes, and codes beside words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-flow.h"

G_BEGIN_DECLS

/* How wide all that is on a sheet of A4 upright is, in points. */
double          _ggov_report_form_get_width (void);

/* Boxes below one another, each with what it is for at its left. */
typedef struct _GgovReportForm GgovReportForm;

GgovReportForm *_ggov_report_form_new       (PangoContext         *context) G_GNUC_WARN_UNUSED_RESULT;

/* Two boxes side by side, or one over the whole width where @second is NULL. @height_mm: the least.
 * Texts are copied; a NULL one is left blank, to be written on. */
void            _ggov_report_form_add       (GgovReportForm       *self,
                                             double                height_mm,
                                             const char           *first,
                                             const char           *first_text,
                                             const char           *second,
                                             const char           *second_text);

/* Adds the whole to a paper, which owns it then. */
void            _ggov_report_form_take      (GgovReportForm       *self,
                                             GgovReportFlow       *flow);

/* Adds words with a code at their right that phones read, @height_mm high. Texts are copied. */
void            _ggov_report_form_add_code  (GgovReportFlow       *flow,
                                             PangoContext         *context,
                                             double                height_mm,
                                             const char           *heading,
                                             const char           *text,
                                             const char           *code);

G_END_DECLS
