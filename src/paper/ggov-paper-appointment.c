/* ggov-paper-appointment.c: certificates of appointment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-paper-people-private.h"
#include "ggov-report-appointment.h"

/* (element-type GgovRosterRow): of one person, where one is asked for */
static GListModel *
choose (GListModel *rows,
        gint64      person_id)
{
  GListStore *chosen = g_list_store_new (GGOV_TYPE_ROSTER_ROW);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);

      if (person_id == 0 || ggov_roster_row_get_record (row)->person_id == person_id)
        g_list_store_append (chosen, row);
    }

  return G_LIST_MODEL (chosen);
}

static GgovReportPager *
make (gpointer                 content,
      const GgovPaperOptions  *options,
      PangoContext            *context,
      guint                   *n_counted,
      GError                 **error)
{
  g_autoptr(GListModel) rows = choose (content, options->record_id);
  const GgovReportAppointmentOptions report = {
    .issued_on = options->day,
    .turn = options->turn,
  };

  *n_counted = g_list_model_get_n_items (rows);
  if (*n_counted > 0)
    return GGOV_REPORT_PAGER (ggov_report_appointment_new (rows, &report, context));

  _ggov_paper_set_empty (error);

  return NULL;
}

const GgovPaperKind _ggov_paper_appointment = {
  .name = "appointment",
  .title = N_("Certificates of appointment"),
  .about = N_("A page for each post, to be sealed and handed over"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_TURN | GGOV_PAPER_ROLE | GGOV_PAPER_TEXT,
  .record = "person",
  .record_is_open = TRUE,
  .record_title = N_("Person"),
  .counts = "certificates",
  .read = _ggov_paper_read_rows,
  .free_content = g_object_unref,
  .make = make,
};
