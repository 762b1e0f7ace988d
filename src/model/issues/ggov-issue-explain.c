/* ggov-issue-explain.c: why a deadline is when it is, in a few lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-issue-explain.h"
#include "ggov-local-time.h"

static char *
dup_moment (gint64 time)
{
  char *text = ggov_local_time_format (time);

  text[strlen ("2026-02-14")] = ' ';
  return text;
}

static void
tell_limit (GString                 *lines,
            const GgovDeadlineTerms *terms)
{
  g_autofree char *limit = ggov_limit_dup_label (&terms->limit);
  g_autofree char *start = dup_moment (terms->start);

  /* Translators: “3 working days from 2026-03-02 10:00” */
  g_string_append_printf (lines, _("%1$s from %2$s"), limit, start);

  for (guint i = 0; i < terms->n_extensions; i++)
    {
      g_autofree char *more = ggov_limit_dup_label (&terms->extensions[i]);

      g_string_append_c (lines, '\n');
      g_string_append_printf (lines, _("Extended by %s"), more);
    }
}

/* "2026-03-07", "2026-03-07 – 2026-03-08", "2026-03-09 14:00 – 17:30"; whole days without a time. */
static char *
dup_range (const GgovDeadlineSpan *span)
{
  int first = ggov_local_time_get_day (span->from);
  int last = span->to == GGOV_DEADLINE_NONE ? first : ggov_local_time_get_day (span->to - 1);
  gboolean whole = span->from == ggov_local_time_from_day (first, 0) &&
                   span->to == ggov_local_time_from_day (last + 1, 0);
  g_autofree char *from = whole ? ggov_local_day_format (first) : dup_moment (span->from);
  g_autofree char *to = NULL;

  if (span->to == GGOV_DEADLINE_NONE)
    return g_strdup_printf (_("since %s"), from);
  if (whole && first == last)
    return g_steal_pointer (&from);

  to = whole ? ggov_local_day_format (last) : dup_moment (span->to);

  return g_strdup_printf ("%s – %s", from,
                          ggov_local_time_get_day (span->to) == first ? to + strlen ("2026-02-14 ")
                                                                      : to);
}

/* "2 days", "1 h 30 min"; @day_minutes: of a day where days are counted, or 0. */
static char *
dup_amount (guint minutes,
            guint day_minutes)
{
  guint n_days = day_minutes > 0 ? minutes / day_minutes : 0;
  guint rest = minutes - n_days * day_minutes;
  GString *text = g_string_new (NULL);

  if (n_days > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u day ", "%u days ", n_days),
                            n_days);
  if (rest >= 60)
    /* Translators: hours of work, before “30 min” */
    g_string_append_printf (text, _("%u h "), rest / 60);
  if (rest % 60 > 0)
    /* Translators: minutes of work */
    g_string_append_printf (text, _("%u min"), rest % 60);

  return g_strchomp (g_string_free (text, FALSE));
}

static void
tell_span (GString                *lines,
           const GgovDeadlineSpan *span,
           guint                   day_minutes)
{
  g_autofree char *range = dup_range (span);
  g_autofree char *amount = dup_amount (span->minutes, day_minutes);
  const char *label = span->name ? span->name : ggov_span_reason_get_label (span->reason);

  g_string_append_c (lines, '\n');
  switch (span->reason)
    {
    case GGOV_SPAN_WORKING:
      /* Translators: “2026-03-09 14:00 – 17:30: 3 h 30 min counted” */
      g_string_append_printf (lines, _("%1$s: %2$s counted"), range, amount);
      break;

    case GGOV_SPAN_MAKE_UP:
      /* Translators: days, how much of them counts, and the holiday that they make up for */
      g_string_append_printf (lines, _("%1$s: %2$s counted, make-up workday (%3$s)"), range,
                              amount, label);
      break;

    case GGOV_SPAN_START_DAY:
    case GGOV_SPAN_MOVED:
      g_string_append_printf (lines, _("%1$s: %2$s"), range, label);
      break;

    case GGOV_SPAN_BREAK:
    case GGOV_SPAN_CLOSED:
    case GGOV_SPAN_WEEKEND:
    case GGOV_SPAN_HOLIDAY:
    case GGOV_SPAN_SUSPENDED:
    default:
      /* Translators: “2026-03-07 – 2026-03-08: Weekend, not counted” */
      g_string_append_printf (lines, _("%1$s: %2$s, not counted"), range, label);
      break;
    }
}

static gboolean
continues (const GgovDeadlineSpan *span,
           const GgovDeadlineSpan *next)
{
  return span->reason == next->reason && g_strcmp0 (span->name, next->name) == 0;
}

static void
tell_spans (GString *lines,
            GArray  *spans,
            guint    day_minutes)
{
  for (guint i = 0; i < spans->len; i++)
    {
      GgovDeadlineSpan span = g_array_index (spans, GgovDeadlineSpan, i);

      while (i + 1 < spans->len &&
             continues (&span, &g_array_index (spans, GgovDeadlineSpan, i + 1)))
        {
          span.to = g_array_index (spans, GgovDeadlineSpan, ++i).to;
          span.minutes += g_array_index (spans, GgovDeadlineSpan, i).minutes;
        }
      tell_span (lines, &span, day_minutes);
    }
}

/* What spans are measured by where days are counted; 0 where hours are. */
static guint
get_day_minutes (GgovOfficeClock         *clock,
                 const GgovDeadlineTerms *terms)
{
  GgovWorkSchedule *schedule = ggov_office_clock_get_schedule (clock);

  if (terms->limit.unit == GGOV_LIMIT_WORKING_HOURS)
    return 0;

  return ggov_work_hours_get_minutes (ggov_work_schedule_get_hours_at (schedule, 0));
}

static void
tell_end (GString            *lines,
          const GgovDeadline *deadline)
{
  g_autofree char *due = NULL;

  g_string_append_c (lines, '\n');
  if (deadline->due == GGOV_DEADLINE_NONE)
    {
      g_string_append (lines, _("The clock stands still until it is resumed"));
      return;
    }

  due = dup_moment (deadline->due);
  g_string_append_printf (lines, _("Due %s"), due);
  if (deadline->provisional)
    {
      g_string_append_c (lines, '\n');
      g_string_append (lines, _("Provisional: that year’s holidays are not announced yet"));
    }
}

char *
ggov_deadline_dup_explanation (GgovOfficeClock          *clock,
                               const GgovDeadlineTerms  *terms,
                               GError                  **error)
{
  g_autoptr(GString) lines = g_string_new (NULL);
  g_autoptr(GArray) spans = ggov_deadline_explain (clock, terms, error);
  GgovDeadline deadline;

  if (spans == NULL || !ggov_deadline_reckon (clock, terms, &deadline, error))
    return NULL;

  tell_limit (lines, terms);
  tell_spans (lines, spans, get_day_minutes (clock, terms));
  tell_end (lines, &deadline);

  return g_string_free (g_steal_pointer (&lines), FALSE);
}
