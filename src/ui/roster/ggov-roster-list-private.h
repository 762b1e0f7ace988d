/* ggov-roster-list-private.h: what the files of the roster's table share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-paged-list.h"
#include "ggov-roster-list.h"

G_BEGIN_DECLS

struct _GgovRosterList
{
  AdwBin              parent_instance;

  GgovTableColumns   *columns;
  GHashTable         *chosen;   /* (element-type gint64): posts selected, also while the list is on
                                 * its way to them */
  GgovQuery          *query;    /* (nullable): what is shown */
  gboolean            is_quiet; /* lines are being exchanged */

  /* From the template. */
  GtkColumnView      *column_view;
  GgovPagedList      *posts;
  GtkMultiSelection  *selection;
};

G_END_DECLS
