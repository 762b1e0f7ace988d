/* ggov-ctl-special-groups.c: gridgovctl special-groups: who is in them, who looks after whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-residents.h"
#include "ggov-store-special-groups.h"

static void
print_group (gpointer data)
{
  const GgovSpecialGroupRecord *row = ggov_special_group_get_record (data);

  g_print ("%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\n", row->code,
           row->label, row->people, row->overdue, row->every_days);
}

static GgovCtlStatus
list (GgovCtl                *ctl,
      const GgovCtlResidents *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  gint64 grid_id;

  if (!ggov_ctl_residents_find_place (ctl, "grid", words->grid, &grid_id))
    return GGOV_CTL_REFUSED;

  ggov_store_list_special_groups_async (ctl->store, grid_id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(rows = ggov_store_list_special_groups_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_residents_print (ctl, rows, print_group);
}

static GgovCtlStatus
join (GgovCtl                *ctl,
      const GgovCtlResidents *words)
{
  GgovMembershipTerms terms = {
    .person_id = ggov_ctl_find_person (ctl, words->of),
    .group = words->group,
    .from = ggov_ctl_residents_get_day (ctl, words),
    .until = words->until,
    .every_days = words->every,
    .source = words->source,
    .note = words->report,
  };
  g_autoptr(GAsyncResult) result = NULL;

  if (words->group == NULL)
    return ggov_ctl_residents_need (_("Say which group: --group CODE"));
  if (terms.person_id == 0 ||
      (words->responsible &&
       !(terms.responsible_id = ggov_ctl_find_person (ctl, words->responsible))))
    return GGOV_CTL_REFUSED;

  ggov_store_join_special_group_async (ctl->store, &terms, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
leave (GgovCtl                *ctl,
       const GgovCtlResidents *words)
{
  const gint64 id = ggov_ctl_find_person (ctl, words->of);
  g_autoptr(GAsyncResult) result = NULL;

  if (words->group == NULL)
    return ggov_ctl_residents_need (_("Say which group: --group CODE"));
  if (id == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_leave_special_group_async (ctl->store, id, words->group,
                                        ggov_ctl_residents_get_day (ctl, words), NULL, ggov_ctl_keep,
                                        &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_special_groups (GgovCtl  *ctl,
                         int       argc,
                         char    **argv)
{
  static const GgovCtlResidentsAction actions[] = {
    { "list", FALSE, list },
    { "join", TRUE, join },
    { "leave", TRUE, leave },
  };

  return ggov_ctl_residents_run (ctl, argc, argv, "list|join|leave [WHO]", actions,
                                 G_N_ELEMENTS (actions),
                                 _("Say what to do: special-groups list, or join or leave with "
                                   "somebody’s name."));
}
