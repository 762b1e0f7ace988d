/* ggov-attendance-pane-private.h: what the files of the pane share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-attendance-pane.h"
#include "ggov-attendance.h"
#include "ggov-paged-item.h"

G_BEGIN_DECLS

struct _GgovAttendancePane
{
  AdwBin               parent_instance;

  GgovSession         *session;     /* (nullable): NULL once disposed of */
  GgovTrainingSession *training;    /* (nullable) */
  GCancellable        *cancellable; /* (nullable): of what is being read */
  GHashTable          *siblings;    /* of the items */
  GListStore          *items;       /* (element-type GgovPagedItem): with rows that are replaced in
                                     * place, so that the cursor stays where it is */
  GtkWidget           *pick;        /* (nullable): who signs in, made for each session */

  /* From the template. */
  GtkColumnView       *column_view;
  GtkLabel            *facts_label;
  AdwBin              *pick_bin;
  GtkMultiSelection   *selection;
  GtkStack            *stack;
  GtkLabel            *title_label;
};

const GgovAttendanceRecord *_ggov_attendance_pane_get_record (GgovPagedItem *item);

/* Whether the session was on an earlier day or is today: people can have been there. */
gboolean _ggov_attendance_pane_has_begun (GgovAttendancePane *self);

/* Enters one thing of people: -actions.c. */
void _ggov_attendance_pane_mark            (GgovAttendancePane *self,
                                            GArray             *people,
                                            const char         *state,
                                            int                 passed,
                                            const char         *done);

void _ggov_attendance_pane_install_actions (GtkWidgetClass     *klass);
void _ggov_attendance_pane_update_actions  (GgovAttendancePane *self);

G_END_DECLS
