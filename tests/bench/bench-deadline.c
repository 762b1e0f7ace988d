/* bench-deadline.c: a million deadlines, with and without suspensions, and the calendar itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "ggov-deadline.h"
#include "ggov-local-time.h"

#define N_DEADLINES 1000000

static double
reckon_all (GgovOfficeClock *clock,
            guint            n_suspensions)
{
  gint64 first = ggov_local_time_from_day (ggov_local_day_from_date (2026, 1, 1), 0);
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < N_DEADLINES; i++)
    {
      gint64 start = first + (i % 300000) * (gint64) 60;
      GgovSuspension suspensions[] = {
        { start + 3600, start + 90000 },
        { start + 180000, start + 270000 },
      };
      GgovDeadlineTerms terms = { start, { 1 + i % 20, i % 3 },
                                  .suspensions = suspensions, .n_suspensions = n_suspensions };
      GgovDeadline deadline;

      if (!ggov_deadline_reckon (clock, &terms, &deadline, NULL))
        g_error ("a deadline was refused");
    }

  return (g_get_monotonic_time () - began) / 1e6;
}

int
main (void)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();

  g_print ("calendar and hours laid out: %.2f ms\n", (g_get_monotonic_time () - began) / 1e3);
  for (guint n = 0; n <= 2; n++)
    g_print ("%d deadlines, %u suspensions each: %.3f s\n", N_DEADLINES, n, reckon_all (clock, n));

  return 0;
}
