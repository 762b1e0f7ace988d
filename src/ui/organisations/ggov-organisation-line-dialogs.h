/* ggov-organisation-line-dialogs.h: what is asked to give an organisation something, and to end it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovOrganisationLineWish:
 * @line: kind of the line: contact, member, post, grid, resource or activity
 * @owner_kind: code of the organisation's kind
 * @owner: its name
 * @duty: (nullable): code of the duty of a member, or of the role of a post, that is chosen first
 * @grid_id: that is chosen first, or 0
 * @grid: (nullable): its name
 * @day: ISO day from which it is so, first
 * @roles: (nullable) (element-type GgovOfficeRole): of a post, those to choose from
 */
typedef struct
{
  const char *line;
  const char *owner_kind;
  gint64      owner_id;
  const char *owner;
  const char *duty;
  gint64      grid_id;
  const char *grid;
  const char *day;
  GListModel *roles;
} GgovOrganisationLineWish;

/* @page: over whose window they stand; asked for win.announce-change once it is done */
void ggov_organisation_line_dialog_show     (GtkWidget                      *page,
                                             GgovSession                    *session,
                                             const GgovOrganisationLineWish *wish);

/* @what: what the line of this number says */
void ggov_organisation_end_line_dialog_show (GtkWidget                      *page,
                                             GgovSession                    *session,
                                             const GgovOrganisationLineWish *wish,
                                             gint64                          line_id,
                                             const char                     *what);

/* Asks which of @organisations (element-type GgovOrganisation, at least one) gets the grid of @wish. */
void ggov_organisation_assign_dialog_show   (GtkWidget                      *page,
                                             GgovSession                    *session,
                                             const GgovOrganisationLineWish *wish,
                                             GListModel                     *organisations);

G_END_DECLS
