/* ggov-points-journal.c: the points ledger as a text that other programs reckon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-points-journal.h"

/* A line's end would end the description, a semicolon or bar would cut it short. */
static void
append_words (GString    *out,
              const char *words)
{
  for (; *words != '\0'; words++)
    g_string_append_c (out, g_ascii_iscntrl (*words) || *words == ';' || *words == '|' ? ' ' : *words);
}

static void
append_head (GString             *out,
             const GgovPointsLeg *leg)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (leg->at));

  g_string_append_printf (out, "%s%s (%" G_GINT64_FORMAT ") %s ", out->len > 0 ? "\n" : "", day,
                          leg->transfer_id, leg->kind);
  append_words (out, leg->subject);
  g_string_append_c (out, '\n');
}

void
ggov_points_journal_append (GString             *out,
                            const GgovPointsLeg *leg,
                            gint64              *last_transfer)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (leg != NULL);

  if (leg->transfer_id != *last_transfer)
    append_head (out, leg);
  *last_transfer = leg->transfer_id;

  g_string_append_printf (out, "    %s:%" G_GINT64_FORMAT "  %" G_GINT64_FORMAT "\n", leg->account_kind,
                          leg->account_id, leg->points);
}
