/* ggov-paper-residents-private.h: what papers about residents share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-household.h"
#include "ggov-paper-kinds-private.h"
#include "ggov-report-residents.h"

G_BEGIN_DECLS

/* What one of these papers is made of; what it does not need is NULL. */
typedef struct
{
  GgovPaperOptions      *options;
  char                  *office;
  GgovRegisterCatalogue *catalogue;
  GgovHousehold         *household;
  GgovVisitRound        *round;
  GgovResidentSheet     *sheet;
  GListModel            *rows;
  GListModel            *visits;
  char                  *scope;
  gboolean               is_too_long;
} GgovPaperResidents;

void                       _ggov_paper_residents_free        (gpointer                 data);

/* Gives a task an empty content. */
GgovPaperResidents        *_ggov_paper_residents_begin       (GTask                   *task,
                                                              const GgovPaperOptions  *options);
GgovPaperResidents        *_ggov_paper_residents_get         (GTask                   *task);

/* Reads the office's name and its fields as well, and ends the task with it all; with @error, which it
 * takes, if that is set. */
void                       _ggov_paper_residents_return      (GgovStore               *store,
                                                              GTask                   *task,
                                                              GError                  *error);

GgovReportResidentsOptions _ggov_paper_residents_get_options (const GgovPaperResidents *content,
                                                              const GgovPaperOptions   *options);

/* Sets the error of a paper that there is nothing for. Returns NULL. */
GgovReportPager           *_ggov_paper_residents_refuse      (GError                 **error,
                                                              const char              *sentence);

/* (transfer full) (element-type GgovChoice): one of the records to choose from is added to it */
void                       _ggov_paper_residents_add_choice  (GListStore              *choices,
                                                              gint64                   id,
                                                              char                    *name);

G_END_DECLS
