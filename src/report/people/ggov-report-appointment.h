/* ggov-report-appointment.h: certificates of appointment, to be sealed and handed over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-report-pager.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPORT_APPOINTMENT (ggov_report_appointment_get_type ())

G_DECLARE_FINAL_TYPE (GgovReportAppointment, ggov_report_appointment, GGOV, REPORT_APPOINTMENT,
                      GObject)

/**
 * GgovReportAppointmentOptions:
 * @issued_on: ISO day that stands on the certificate
 * @turn: how the page lies; it is laid on its side if that is left open
 */
typedef struct
{
  const char     *issued_on;
  GgovReportTurn  turn;
} GgovReportAppointmentOptions;

/**
 * ggov_report_appointment_new:
 * @rows: (element-type GgovRosterRow): at least one
 * @options: copied
 * @context: from ggov_report_context_new(); kept
 *
 * A page of A4 for each post: name, post and place, term, the sub-district that appoints, a place
 * for its seal, and the day. No page has a phone on it.
 */
GgovReportAppointment *ggov_report_appointment_new (GListModel                         *rows,
                                                    const GgovReportAppointmentOptions *options,
                                                    PangoContext                       *context)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
