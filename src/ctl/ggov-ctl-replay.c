/* ggov-ctl-replay.c: gridgovctl replay, a past year under other rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-clock-wish.h"
#include "ggov-ctl-clock.h"
#include "ggov-local-time.h"
#include "ggov-store-replay.h"
#include "ggov-year-notice.h"

#define DAY_MINUTES (24 * 60)

/* "E0101=15d" */
static gboolean
parse_limits (char       **words,
              GHashTable  *limits,
              GError     **error)
{
  for (guint i = 0; words && words[i]; i++)
    {
      const char *sign = strchr (words[i], '=');
      GgovLimit limit;

      if (!ggov_limit_parse (sign ? sign + 1 : "", &limit, error))
        return FALSE;

      g_hash_table_insert (limits, g_strndup (words[i], sign - words[i]),
                           g_memdup2 (&limit, sizeof limit));
    }

  return TRUE;
}

/* The office's clock, with other hours and days where they are given. */
static GgovOfficeClock *
find_clock (GgovCtl             *ctl,
            const GgovClockWish *wish)
{
  g_autoptr(GgovOfficeClock) own = ggov_ctl_get_clock (ctl);
  g_autoptr(GError) error = NULL;
  GgovOfficeClock *clock = own ? ggov_clock_wish_make (wish, own, &error) : NULL;

  if (own && clock == NULL)
    ggov_ctl_refuse (ctl, error);

  return clock;
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_counts (JsonBuilder *builder,
            const char  *name,
            GPtrArray   *counts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < counts->len; i++)
    {
      const GgovReplayCount *count = counts->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "key");
      json_builder_add_string_value (builder, count->key);
      json_builder_set_member_name (builder, "label");
      json_builder_add_string_value (builder, count->label);
      add_number (builder, "issues_was", count->n_was);
      add_number (builder, "late_was", count->n_late_was);
      add_number (builder, "issues_would", count->n_would);
      add_number (builder, "late_would", count->n_late_would);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const GgovReplayOutcome *outcome)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "issues", outcome->n_issues);
  add_number (builder, "late_was", outcome->n_late_was);
  add_number (builder, "late_would", outcome->n_late_would);
  add_number (builder, "newly_late", outcome->n_newly_late);
  add_number (builder, "saved", outcome->n_saved);
  add_number (builder, "left_out", outcome->n_left_out);
  add_number (builder, "without_extension", outcome->n_without_extension);
  add_counts (builder, "types", outcome->types);
  add_counts (builder, "grids", outcome->grids);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_counts (GPtrArray *counts)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const GgovReplayCount *count = counts->pdata[i];

      if (count->n_late_was != count->n_late_would)
        /* Translators: a code, a name, then how many were late and would have been */
        g_print (_("%1$s\t%2$s\t%3$d → %4$d late\n"), count->key, count->label,
                 (int) count->n_late_was, (int) count->n_late_would);
    }
}

static GgovCtlStatus
run (GgovCtl               *ctl,
     GgovReplay            *replay,
     const GgovReplayRules *rules)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovReplayOutcome) outcome = ggov_replay_run (replay, rules, NULL, &error);

  if (outcome == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    {
      print_json (outcome);
      return GGOV_CTL_DONE;
    }

  /* Translators: of how many issues, how many were late, and would have been */
  g_print (_("Of %1$d issues %2$d were late; %3$d would have been (%4$d more, %5$d fewer).\n"),
           (int) outcome->n_issues, (int) outcome->n_late_was, (int) outcome->n_late_would,
           (int) outcome->n_newly_late, (int) outcome->n_saved);
  print_counts (outcome->types);
  print_counts (outcome->grids);

  return GGOV_CTL_DONE;
}

static GgovReplay *
read_year (GgovCtl *ctl,
           int      year,
           int      today,
           gint64   plan_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovReplay *replay;

  ggov_store_read_replay_async (ctl->store,
                                ggov_local_time_from_day (ggov_local_day_from_date (year, 1, 1), 0),
                                ggov_local_time_from_day (ggov_local_day_from_date (year + 1, 1, 1),
                                                          0),
                                ggov_local_time_from_day (today, DAY_MINUTES), plan_id, NULL,
                                ggov_ctl_keep, &result);
  replay = ggov_store_read_replay_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (replay == NULL)
    ggov_ctl_refuse (ctl, error);

  return replay;
}

GgovCtlStatus
ggov_ctl_replay (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  g_auto(GStrv) words = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *days = NULL;
  g_autofree char *notice = NULL;
  int year = 0;
  gint64 plan_id = 0;
  const GOptionEntry options[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &year, N_("Which year; else the last one"), N_("YEAR") },
    { "limit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words,
      N_("Another limit of a case type, such as E0101=15d; may be repeated"), N_("CODE=LIMIT") },
    { "hours", 0, 0, G_OPTION_ARG_STRING, &hours, N_("Other work hours, 08:30-12:00,14:00-17:30"),
      N_("HOURS") },
    { "days", 0, 0, G_OPTION_ARG_STRING, &days,
      N_("Days off or worked besides the known ones: 2025-10-09 off, 2025-09-28 on"), N_("DAYS") },
    { "calendar", 0, 0, G_OPTION_ARG_FILENAME, &notice,
      N_("A year’s notice in the place of the known one"), N_("NOTICE.json") },
    { "plan", 0, 0, G_OPTION_ARG_INT64, &plan_id, N_("The grids of a plan, such as a draft"),
      N_("ID") },
    { NULL }
  };
  g_autoptr(GHashTable) limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GgovOfficeClock) clock = NULL;
  g_autoptr(GgovReplay) replay = NULL;
  g_autoptr(GBytes) json = NULL;
  g_autoptr(GError) error = NULL;
  int today;

  if (!ggov_ctl_parse (&argc, &argv, options, "", 0, 0))
    return GGOV_CTL_USAGE;
  if (!ggov_local_day_parse (ctl->as_of, &today, &error) || !parse_limits (words, limits, &error))
    return ggov_ctl_refuse (ctl, error);
  if (notice && !(json = ggov_year_notice_read (notice, &error)))
    return ggov_ctl_refuse (ctl, error);
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(clock = find_clock (ctl, &(GgovClockWish) { hours, days, json })))
    return GGOV_CTL_REFUSED;

  if (year == 0)
    {
      ggov_local_day_to_date (today, &year, NULL, NULL);
      year--;
    }
  replay = read_year (ctl, year, today, plan_id);

  return replay ? run (ctl, replay, &(GgovReplayRules) { clock, limits }) : GGOV_CTL_REFUSED;
}
