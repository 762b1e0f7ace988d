/* ggov-clock-wish.c: the office's clock, but for what somebody would have otherwise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-clock-wish.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"

/* How many characters a day has. */
#define DAY_LENGTH (sizeof "2025-10-09" - 1)

static const struct
{
  const char *word;
  gboolean    off;
} kinds[] = {
  { "off", TRUE }, { "on", FALSE }, { "休", TRUE }, { "班", FALSE },
};

static gboolean
is_wished (const char *text)
{
  return text && *text;
}

/* "2025-10-09 off", with any blanks. */
static gboolean
parse_day (char             *entry,
           GgovCalendarDay  *day,
           GError          **error)
{
  const char *word = strlen (entry) > DAY_LENGTH ? g_strstrip (entry + DAY_LENGTH) : "";
  g_autofree char *date = g_strndup (entry, DAY_LENGTH);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (word, kinds[i].word) && ggov_local_day_parse (date, &day->day, NULL) &&
        day->day >= GGOV_CALENDAR_FIRST_DAY && day->day <= GGOV_CALENDAR_LAST_DAY)
      {
        day->off = kinds[i].off;
        day->name = word;
        return TRUE;
      }

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               /* Translators: what somebody typed; keep the words off and on */
               _("“%s” is no day with off or on behind it, such as 2025-10-09 off."), entry);
  return FALSE;
}

/* The same day twice is as it was said last. */
static void
add_day (GArray                *days,
         const GgovCalendarDay *day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, GgovCalendarDay, i).day == day->day)
      {
        g_array_index (days, GgovCalendarDay, i) = *day;
        return;
      }

  g_array_append_vals (days, day, 1);
}

static GgovCalendar *
make_days (GgovCalendar  *calendar,
           const char    *text,
           GError       **error)
{
  g_autoptr(GArray) days = ggov_calendar_list_exceptions (calendar);
  g_auto(GStrv) entries = g_strsplit_set (text, ",;\n", -1);

  for (guint i = 0; entries[i]; i++)
    {
      GgovCalendarDay day;

      if (*g_strstrip (entries[i]) == '\0')
        continue;
      if (!parse_day (entries[i], &day, error))
        return NULL;

      add_day (days, &day);
    }

  return ggov_calendar_with_exceptions (calendar, (const GgovCalendarDay *) (gpointer) days->data,
                                        days->len, error);
}

static GgovCalendar *
make_calendar (const GgovClockWish  *self,
               GgovCalendar         *own,
               GError              **error)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_ref (own);

  if (self->notice)
    {
      gsize length;
      const char *json = g_bytes_get_data (self->notice, &length);
      GgovCalendar *other = ggov_calendar_with_json (calendar, json, (gssize) length, error);

      if (other == NULL)
        return NULL;
      ggov_calendar_unref (calendar);
      calendar = other;
    }

  return is_wished (self->days) ? make_days (calendar, self->days, error)
                                : g_steal_pointer (&calendar);
}

GgovOfficeClock *
ggov_clock_wish_make (const GgovClockWish  *self,
                      GgovOfficeClock      *own,
                      GError              **error)
{
  g_autoptr(GgovCalendar) calendar = NULL;
  g_autoptr(GgovWorkSchedule) schedule = NULL;

  g_return_val_if_fail (self != NULL && own != NULL, NULL);

  if (!is_wished (self->hours) && !is_wished (self->days) && self->notice == NULL)
    return ggov_office_clock_ref (own);

  calendar = make_calendar (self, ggov_office_clock_get_calendar (own), error);
  if (calendar == NULL)
    return NULL;

  schedule = is_wished (self->hours)
    ? ggov_work_schedule_new_parse (self->hours, error)
    : ggov_work_schedule_ref (ggov_office_clock_get_schedule (own));

  return schedule ? ggov_office_clock_new (calendar, schedule) : NULL;
}
