/* ggov-ctl-points-proposals.c: gridgovctl points propose, proposals, confirm and refuse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-points.h"
#include "ggov-local-time.h"
#include "ggov-store-points-proposals.h"

#define DAYS_BACK 92 /* where nobody says from when on */

/* What the records hold, from a day up to the one asked about. */
static GgovCtlStatus
propose_all (GgovCtl       *ctl,
             GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *from = g_strdup (words->from);
  int day = 0;
  guint n;

  if (from == NULL && ggov_local_day_parse (ctl->as_of, &day, NULL))
    from = ggov_local_day_format (day - DAYS_BACK);
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_propose_awards_async (ctl->store, from, words->to ? words->to : ctl->as_of, NULL,
                                   ggov_ctl_keep, &result);
  if (!ggov_store_propose_awards_finish (ctl->store, ggov_ctl_wait (&result), &n, NULL, &error))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    g_print ("{ \"proposed\" : %u }\n", n);
  else
    g_print (ngettext ("%u award proposed\n", "%u awards proposed\n", n), n);

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_points_propose (GgovCtl       *ctl,
                         GgovCtlPoints *words)
{
  GgovPointsWish wish = {
    .minutes = words->minutes,
    .source = words->source,
    .note = words->note,
    .evidence = words->evidence,
    .proposed_by = words->by,
    .today = ctl->as_of,
  };
  g_autoptr(GAsyncResult) result = NULL;

  if (!ggov_ctl_points_check_day (words->from) || !ggov_ctl_points_check_day (words->to))
    return GGOV_CTL_USAGE;
  if (words->who == NULL && words->rule == NULL)
    return propose_all (ctl, words);
  if (words->who == NULL || words->rule == NULL || words->by == NULL)
    return ggov_ctl_points_need (_("Say to whom, for what, and who says so: points propose --person WHO "
                                   "--rule CODE --by NAME [--evidence WORDS]; or propose alone, for what "
                                   "the records hold."));
  if (!ggov_ctl_points_read_time (ctl, words, &wish.at))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(wish.person_id = ggov_ctl_find_person (ctl, words->who)) ||
      !(wish.rule_id = ggov_ctl_points_find_rule (ctl, words->rule, wish.at)))
    return GGOV_CTL_REFUSED;

  ggov_store_propose_award_async (ctl->store, &wish, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static void
print_proposals (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsProposal) row = g_list_model_get_item (rows, i);
      const GgovPointsProposalRecord *record = ggov_points_proposal_get_record (row);

      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%d\t%s\t%s\t%s\n", record->id, record->state,
               record->day, record->person, (int) record->points, record->activity, record->note,
               record->notice_to);
    }
}

static GListModel *
list_proposals (GgovCtl    *ctl,
                const char *state)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_points_proposals_async (ctl->store, state, NULL, ggov_ctl_keep, &result);
  rows = ggov_store_list_points_proposals_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    ggov_ctl_refuse (ctl, error);

  return rows;
}

GgovCtlStatus
ggov_ctl_points_proposals (GgovCtl       *ctl,
                           GgovCtlPoints *words)
{
  g_autoptr(GListModel) rows = NULL;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) || !(rows = list_proposals (ctl, words->kind)))
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  else
    print_proposals (rows);

  return GGOV_CTL_DONE;
}

/* The one that is named, or all that wait. */
static GArray *
find_wanted (GgovCtl             *ctl,
             const GgovCtlPoints *words)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GListModel) rows = NULL;

  if (words->proposal_id != 0)
    {
      g_array_append_val (ids, words->proposal_id);
      return ids;
    }

  rows = list_proposals (ctl, "proposed");
  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsProposal) row = g_list_model_get_item (rows, i);
      const GgovPointsProposalRecord *record = ggov_points_proposal_get_record (row);

      if (words->rule == NULL || g_str_equal (words->rule, record->code))
        g_array_append_val (ids, record->id);
    }

  return ids;
}

static GgovCtlStatus
decide (GgovCtl       *ctl,
        GgovCtlPoints *words,
        const char    *refusal)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *problem = NULL;
  guint n;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ids = find_wanted (ctl, words);
  ggov_store_decide_points_proposals_async (ctl->store, (const gint64 *) (gpointer) ids->data, ids->len,
                                            words->by, refusal, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_decide_points_proposals_finish (ctl->store, ggov_ctl_wait (&result), &n, &problem,
                                                  &error))
    return ggov_ctl_refuse (ctl, error);

  if (problem)
    g_printerr ("gridgovctl: %s\n", problem);
  if (ctl->json)
    g_print ("{ \"decided\" : %u, \"left\" : %u }\n", n, ids->len - n);
  else
    g_print (_("%u decided, %u left as they were\n"), n, ids->len - n);

  return problem ? GGOV_CTL_PART : GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_points_confirm (GgovCtl       *ctl,
                         GgovCtlPoints *words)
{
  if (words->by == NULL)
    return ggov_ctl_points_need (_("Say who confirms: points confirm --by NAME [--proposal ID | --rule "
                                   "CODE]. Without either, all that wait are."));

  return decide (ctl, words, NULL);
}

GgovCtlStatus
ggov_ctl_points_refuse (GgovCtl       *ctl,
                        GgovCtlPoints *words)
{
  if (words->by == NULL || words->reason == NULL || (words->proposal_id == 0 && words->rule == NULL))
    return ggov_ctl_points_need (_("Say which, who refuses and why: points refuse --proposal ID --by NAME "
                                   "--reason WORDS."));

  return decide (ctl, words, words->reason);
}
