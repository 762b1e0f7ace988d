/* ggov-ctl-points-journal.c: gridgovctl points journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include "ggov-ctl-points.h"
#include "ggov-points-journal.h"

typedef struct
{
  GString *text;
  gint64   last_transfer;
} Journal;

static void
append_leg (const GgovPointsLeg *leg,
            gpointer             data)
{
  Journal *journal = data;

  ggov_points_journal_append (journal->text, leg, &journal->last_transfer);
}

GgovCtlStatus
ggov_ctl_points_journal (GgovCtl       *ctl,
                         GgovCtlPoints *words)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  Journal journal = { text, 0 };

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_each_points_leg_async (ctl->store, append_leg, &journal, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_each_points_leg_finish (ctl->store, ggov_ctl_wait (&result), &error))
    return ggov_ctl_refuse (ctl, error);

  g_print ("%s", text->str);

  return GGOV_CTL_DONE;
}
