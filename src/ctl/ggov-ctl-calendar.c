/* ggov-ctl-calendar.c: gridgovctl calendar, which days the office works and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl.h"
#include "ggov-ctl-clock.h"
#include "ggov-local-time.h"
#include "ggov-store-clock.h"
#include "ggov-year-notice.h"

static GgovCtlStatus
end_change (GgovCtl       *ctl,
            GAsyncResult **result,
            const guint   *n_moved)
{
  g_autoptr(GError) error = NULL;

  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (result), NULL, &error))
    return ggov_ctl_refuse (ctl, error);

  g_print (ngettext ("%u open issue is due at another time now.\n",
                     "%u open issues are due at another time now.\n", *n_moved), *n_moved);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
take_notice (GgovCtl    *ctl,
             const char *path)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) json = ggov_year_notice_read (path, &error);
  guint n_moved = 0;

  if (json == NULL)
    return ggov_ctl_refuse (ctl, error);

  ggov_store_take_notice_async (ctl->store, json, &n_moved, NULL, ggov_ctl_keep, &result);

  return end_change (ctl, &result, &n_moved);
}

static GgovCtlStatus
set_schedule (GgovCtl    *ctl,
              const char *entries)
{
  g_autoptr(GAsyncResult) result = NULL;
  guint n_moved = 0;

  ggov_store_set_schedule_async (ctl->store, entries, &n_moved, NULL, ggov_ctl_keep, &result);

  return end_change (ctl, &result, &n_moved);
}

static GgovCtlStatus
set_day (GgovCtl     *ctl,
         const char  *text,
         GgovDayKind  kind,
         const char  *name)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n_moved = 0;
  int day;

  if (!ggov_local_day_parse (text, &day, &error))
    return ggov_ctl_refuse (ctl, error);

  ggov_store_set_own_day_async (ctl->store, day, kind, name, &n_moved, NULL, ggov_ctl_keep,
                                &result);

  return end_change (ctl, &result, &n_moved);
}

static void
print_days (GArray     *days,
            const char *of)
{
  for (guint i = 0; i < days->len; i++)
    {
      const GgovCalendarDay *day = &g_array_index (days, GgovCalendarDay, i);
      g_autofree char *date = ggov_local_day_format (day->day);

      g_print ("%s\t%s\t%s\t%s\n", date, day->off ? "off" : "on", day->name, of);
    }
}

static GgovCtlStatus
show (GgovCtl *ctl)
{
  g_autoptr(GgovOfficeClock) clock = ggov_ctl_get_clock (ctl);
  GgovCalendar *calendar = clock ? ggov_office_clock_get_calendar (clock) : NULL;
  g_autoptr(GArray) own = NULL;
  g_autofree char *entries = NULL;

  if (clock == NULL)
    return GGOV_CTL_REFUSED;

  entries = ggov_work_schedule_to_string (ggov_office_clock_get_schedule (clock));
  g_print ("%s\n", entries);
  for (int year = 2000; year <= 2099; year++)
    {
      g_autoptr(GArray) days = ggov_calendar_list_days (calendar, year);
      g_autofree char *of = g_strdup_printf ("%d", year);

      print_days (days, of);
    }
  own = ggov_calendar_list_exceptions (calendar);
  print_days (own, "own");

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_calendar (GgovCtl  *ctl,
                   int       argc,
                   char    **argv)
{
  g_autofree char *name = NULL;
  const GOptionEntry options[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("What the day off or on is called"),
      N_("TEXT") },
    { NULL }
  };
  const char *word;

  if (!ggov_ctl_parse (&argc, &argv, options,
                       "[import NOTICE.json | hours ENTRIES | off DAY | on DAY | plain DAY]", 0, 2))
    return GGOV_CTL_USAGE;
  if (argc == 2)
    {
      g_printerr (_("gridgovctl: “%s” needs one more word. See gridgovctl calendar --help.\n"),
                  argv[1]);
      return GGOV_CTL_USAGE;
    }
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  word = argc > 1 ? argv[1] : "";
  if (*word == '\0')
    return show (ctl);
  if (g_str_equal (word, "import"))
    return take_notice (ctl, argv[2]);
  if (g_str_equal (word, "hours"))
    return set_schedule (ctl, argv[2]);
  if (g_str_equal (word, "off"))
    return set_day (ctl, argv[2], GGOV_DAY_HOLIDAY, name);
  if (g_str_equal (word, "on"))
    return set_day (ctl, argv[2], GGOV_DAY_MAKE_UP, name);
  if (g_str_equal (word, "plain"))
    return set_day (ctl, argv[2], GGOV_DAY_WORKING, NULL);

  g_printerr (_("gridgovctl: calendar has no “%s”. See gridgovctl calendar --help.\n"), word);

  return GGOV_CTL_USAGE;
}
