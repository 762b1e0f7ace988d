/* ggov-ctl-points-files.c: gridgovctl points open and export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-points.h"
#include "ggov-exchange-reader.h"
#include "ggov-import-openings.h"
#include "ggov-points-export.h"

static GPtrArray *
read_file (const char  *path,
           GError     **error)
{
  const GgovExchangeRequest request = { .path = path, .expect = GGOV_EXCHANGE_EXPECT_TABLE };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovExchangeReading) reading = NULL;

  ggov_exchange_read_async (&request, NULL, NULL, NULL, ggov_ctl_keep, &result);
  reading = ggov_exchange_read_finish (ggov_ctl_wait (&result), error);

  return reading ? ggov_import_openings_read (reading, error) : NULL;
}

static void
tell_openings (GgovCtl   *ctl,
               guint      n_written,
               guint      n_same,
               GPtrArray *problems)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (!ctl->json)
    {
      g_print (_("%1$u balances carried over, %2$u were there, %3$u were not\n"), n_written, n_same,
               problems->len);
      for (guint i = 0; i < problems->len; i++)
        {
          const GgovPointsOpeningProblem *problem = problems->pdata[i];

          g_print ("%" G_GINT64_FORMAT "\t%s\n", problem->row, problem->sentence);
        }
      return;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "new");
  json_builder_add_int_value (builder, n_written);
  json_builder_set_member_name (builder, "same");
  json_builder_add_int_value (builder, n_same);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    {
      const GgovPointsOpeningProblem *problem = problems->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, problem->row);
      json_builder_set_member_name (builder, "problem");
      json_builder_add_string_value (builder, problem->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

GgovCtlStatus
ggov_ctl_points_open (GgovCtl       *ctl,
                      GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) openings = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  guint n_written, n_same;
  gint64 at;

  if (words->file == NULL)
    return ggov_ctl_points_need (_("Say which list of paper balances: points open FILE.csv or .xlsx "
                                   "[--dry-run]."));
  if (!ggov_ctl_points_read_time (ctl, words, &at))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;
  if (!(openings = read_file (words->file, &error)))
    return ggov_ctl_refuse (ctl, error);

  ggov_store_open_balances_async (ctl->store, openings, at, words->dry_run, NULL, ggov_ctl_keep, &result);
  problems = ggov_store_open_balances_finish (ctl->store, ggov_ctl_wait (&result), &n_written, &n_same,
                                              &error);
  if (problems == NULL)
    return ggov_ctl_refuse (ctl, error);

  tell_openings (ctl, n_written, n_same, problems);

  return problems->len > 0 ? GGOV_CTL_PART : GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_points_export (GgovCtl       *ctl,
                        GgovCtlPoints *words)
{
  g_autoptr(GgovPointsExport) table = ggov_points_export_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n;

  if (words->file == NULL)
    return ggov_ctl_points_need (_("Say where to: points export FILE.csv or .xlsx."));
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_each_points_leg_async (ctl->store, ggov_points_export_add, table, NULL, ggov_ctl_keep,
                                    &result);
  if (!ggov_store_each_points_leg_finish (ctl->store, ggov_ctl_wait (&result), &error))
    return ggov_ctl_refuse (ctl, error);

  n = ggov_points_export_write (table, words->file, &error);
  if (error)
    return ggov_ctl_refuse (ctl, error);

  g_print (ctl->json ? "{ \"lines\" : %u }\n" : "%u\n", n);

  return GGOV_CTL_DONE;
}
