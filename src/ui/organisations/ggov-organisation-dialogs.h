/* ggov-organisation-dialogs.h: what is asked to add, change or end an organisation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-organisation.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovOrganisationWish:
 * @known: (nullable): the one that is changed; NULL to add one
 * @kind: (nullable): code of the kind that a new one has first
 * @community_id: that a new one belongs to first, or 0
 * @communities: (element-type GgovChoice): there are
 * @organisations: (element-type GgovOrganisation): on the day, for the branches among them
 * @day: ISO day from which a new one is there, first
 */
typedef struct
{
  GgovOrganisation *known;
  const char       *kind;
  gint64            community_id;
  GListModel       *communities;
  GListModel       *organisations;
  const char       *day;
} GgovOrganisationWish;

/* @page: over whose window it stands; asked for win.announce-change once it is done */
void ggov_organisation_dialog_show     (GtkWidget                  *page,
                                        GgovSession                *session,
                                        const GgovOrganisationWish *wish);

/* @day: ISO day that is first its last one */
void ggov_organisation_end_dialog_show (GtkWidget                  *page,
                                        GgovSession                *session,
                                        GgovOrganisation           *known,
                                        const char                 *day);

G_END_DECLS
