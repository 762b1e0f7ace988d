/* ggov-ladder.c: what is done about an issue as its time runs out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-ladder.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"

/* Criticism five working days after expiry, the report upward on the next one. */
#define DEFAULT_LADDER "remind 4h; notice 1d; criticise 5d; report 6d"

static const struct
{
  const char *code;
  const char *label;
} rungs[GGOV_N_RUNGS] = {
  [GGOV_RUNG_REMIND] = { "remind", N_("Reminder") },
  [GGOV_RUNG_NOTICE] = { "notice", N_("Reminder notice") },
  [GGOV_RUNG_CRITICISE] = { "criticise", N_("Criticism") },
  [GGOV_RUNG_REPORT] = { "report", N_("Report upward") },
};

const char *
ggov_rung_get_code (GgovRung rung)
{
  g_return_val_if_fail ((guint) rung < GGOV_N_RUNGS, NULL);

  return rungs[rung].code;
}

gboolean
ggov_rung_from_code (const char *code,
                     GgovRung   *rung)
{
  g_return_val_if_fail (code != NULL, FALSE);

  for (guint i = 0; i < GGOV_N_RUNGS; i++)
    if (g_str_equal (code, rungs[i].code))
      {
        *rung = i;
        return TRUE;
      }

  return FALSE;
}

const char *
ggov_rung_get_label (GgovRung rung)
{
  g_return_val_if_fail ((guint) rung < GGOV_N_RUNGS, NULL);

  return _(rungs[rung].label);
}

/* As text ----------------------------------------------------------------------------------- */

static gboolean
refuse (GError     **error,
        const char  *entry)
{
  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               _("“%s” is no rung of the ladder. Write remind, notice, criticise or report, and "
                 "working hours or days: notice 1d."), entry);

  return FALSE;
}

static gboolean
parse_entry (const char  *entry,
             GgovLadder  *ladder,
             GError     **error)
{
  g_auto(GStrv) words = g_strsplit (entry, " ", 2);
  GgovLimit limit;
  GgovRung rung;

  if (words[0] == NULL || words[1] == NULL || !ggov_rung_from_code (words[0], &rung) ||
      !ggov_limit_parse (g_strstrip (words[1]), &limit, NULL) || limit.count == 0 ||
      limit.unit == GGOV_LIMIT_CALENDAR_DAYS || ladder->limits[rung].count != 0)
    return refuse (error, entry);

  ladder->limits[rung] = limit;

  return TRUE;
}

/* What hardens comes later. Hours and days are not held against each other. */
static gboolean
check_order (const GgovLadder  *ladder,
             GError           **error)
{
  for (guint i = GGOV_RUNG_CRITICISE; i < GGOV_N_RUNGS; i++)
    for (guint j = GGOV_RUNG_NOTICE; j < i; j++)
      if (ladder->limits[i].count != 0 && ladder->limits[j].unit == ladder->limits[i].unit &&
          ladder->limits[j].count > ladder->limits[i].count)
        {
          g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                       _("“%1$s” comes before “%2$s”. Let it come later, or on the same day."),
                       rungs[i].code, rungs[j].code);
          return FALSE;
        }

  return TRUE;
}

gboolean
ggov_ladder_parse (const char  *text,
                   GgovLadder  *ladder,
                   GError     **error)
{
  g_auto(GStrv) entries = NULL;
  GgovLadder read = { 0 };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ladder != NULL, FALSE);

  entries = g_strsplit_set (text, ";\n", -1);
  for (guint i = 0; entries[i]; i++)
    if (*g_strstrip (entries[i]) != '\0' && !parse_entry (entries[i], &read, error))
      return FALSE;

  if (!check_order (&read, error))
    return FALSE;

  *ladder = read;

  return TRUE;
}

void
ggov_ladder_init_default (GgovLadder *ladder)
{
  gboolean read = ggov_ladder_parse (DEFAULT_LADDER, ladder, NULL);

  g_assert (read);
}

char *
ggov_ladder_to_string (const GgovLadder *ladder)
{
  static const char * const units[] = {
    [GGOV_LIMIT_WORKING_HOURS] = "h",
    [GGOV_LIMIT_WORKING_DAYS] = "d",
    [GGOV_LIMIT_CALENDAR_DAYS] = "cd",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < GGOV_N_RUNGS; i++)
    if (ladder->limits[i].count != 0)
      g_string_append_printf (text, "%s%s %u%s", text->len > 0 ? "\n" : "", rungs[i].code,
                              ladder->limits[i].count, units[ladder->limits[i].unit]);

  return g_string_free (text, FALSE);
}

/* Moments ----------------------------------------------------------------------------------- */

/* The @n-th working day from @day, before it where @step is -1; or -1. */
static int
find_working_day (GgovOfficeClock *clock,
                  int              day,
                  guint            n,
                  int              step)
{
  while (n > 0 && day > GGOV_CALENDAR_FIRST_DAY && day < GGOV_CALENDAR_LAST_DAY)
    {
      day += step;
      if (ggov_office_clock_is_working (clock, day))
        n--;
    }

  return n == 0 ? day : -1;
}

static gboolean
find_opening (GgovOfficeClock *clock,
              gint64           due,
              guint            n,
              int              step,
              gint64          *moment)
{
  int day = find_working_day (clock, ggov_local_time_get_day (due), n, step);
  GgovWorkHours *hours = day >= 0 ? ggov_office_clock_get_hours (clock, day) : NULL;

  if (hours == NULL)
    return FALSE;

  *moment = ggov_local_time_from_day (day, ggov_work_hours_get_opening (hours));

  return TRUE;
}

/* The clock shows the same all through a break: it is its end that is meant. */
static gboolean
find_minute (GgovOfficeClock *clock,
             gint64           due,
             gint64           ticks,
             gint64          *moment)
{
  gint64 count = ggov_office_clock_count (clock, GGOV_PACE_WORKING_HOURS, due) + ticks;
  gint64 next;

  if (count < 0 || !ggov_office_clock_reach (clock, GGOV_PACE_WORKING_HOURS, count + 1, &next))
    return FALSE;

  *moment = next - 60;

  return TRUE;
}

gboolean
ggov_ladder_find_moment (const GgovLadder *ladder,
                         GgovOfficeClock  *clock,
                         GgovRung          rung,
                         gint64            due,
                         gint64           *moment)
{
  int step = rung == GGOV_RUNG_REMIND ? -1 : 1;
  const GgovLimit *limit;

  g_return_val_if_fail ((guint) rung < GGOV_N_RUNGS, FALSE);

  limit = &ladder->limits[rung];
  if (limit->count == 0 || !ggov_office_clock_covers (clock, due))
    return FALSE;

  if (limit->unit == GGOV_LIMIT_WORKING_DAYS)
    return find_opening (clock, due, limit->count, step, moment);

  return find_minute (clock, due,
                      step * ggov_office_clock_measure (clock, GGOV_PACE_WORKING_HOURS, limit),
                      moment);
}

/* Steps ------------------------------------------------------------------------------------- */

static gboolean
is_open (GgovOfficeClock *clock,
         gint64           time)
{
  int day = ggov_local_time_get_day (time);
  GgovWorkHours *hours;

  if (!ggov_office_clock_covers (clock, time) || !ggov_office_clock_is_working (clock, day))
    return FALSE;

  hours = ggov_office_clock_get_hours (clock, day);

  return hours && ggov_work_hours_is_open (hours, (time - ggov_local_time_from_day (day, 0)) / 60,
                                           NULL);
}

gboolean
ggov_ladder_find_step (const GgovLadder      *ladder,
                       GgovOfficeClock       *clock,
                       const GgovLadderState *state,
                       gint64                 now,
                       GgovRung              *rung,
                       gint64                *since)
{
  gboolean is_over = now >= state->due;
  GgovRung first = is_over ? GGOV_RUNG_NOTICE : GGOV_RUNG_REMIND;
  GgovRung last = is_over ? GGOV_RUNG_REPORT : GGOV_RUNG_REMIND;
  gint64 moment;

  if (!is_open (clock, now) ||
      (state->last_done != 0 &&
       ggov_local_time_get_day (state->last_done) == ggov_local_time_get_day (now)))
    return FALSE;

  for (GgovRung i = first; i <= last; i++)
    {
      if (state->done & 1u << i || ladder->limits[i].count == 0)
        continue;

      if (!ggov_ladder_find_moment (ladder, clock, i, state->due, &moment) || moment > now ||
          (!is_over && moment <= state->start))
        return FALSE;

      *rung = i;
      *since = moment;
      return TRUE;
    }

  return FALSE;
}
