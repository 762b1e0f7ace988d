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

/* Evenings and breaks would hide what matters. */
static gboolean
is_worth_telling (const GgovDeadlineSpan *span)
{
  switch (span->reason)
    {
    case GGOV_SPAN_MAKE_UP:
    case GGOV_SPAN_WEEKEND:
    case GGOV_SPAN_HOLIDAY:
    case GGOV_SPAN_SUSPENDED:
    case GGOV_SPAN_MOVED:
      return TRUE;

    case GGOV_SPAN_WORKING:
    case GGOV_SPAN_START_DAY:
    case GGOV_SPAN_BREAK:
    case GGOV_SPAN_CLOSED:
    default:
      return FALSE;
    }
}

/* "2026-03-07", "2026-03-07 – 2026-03-08"; a suspension to the minute. */
static char *
dup_range (const GgovDeadlineSpan *span)
{
  gboolean exact = span->reason == GGOV_SPAN_SUSPENDED;
  g_autofree char *from = exact ? dup_moment (span->from)
                                : ggov_local_day_format (ggov_local_time_get_day (span->from));
  g_autofree char *to = NULL;

  if (span->to == GGOV_DEADLINE_NONE)
    return g_strdup_printf (_("since %s"), from);

  to = exact ? dup_moment (span->to)
             : ggov_local_day_format (ggov_local_time_get_day (span->to - 1));

  return g_str_equal (from, to) ? g_strdup (from) : g_strdup_printf ("%s – %s", from, to);
}

static gboolean
continues (const GgovDeadlineSpan *span,
           const GgovDeadlineSpan *next)
{
  return span->reason == next->reason && g_strcmp0 (span->name, next->name) == 0;
}

static void
tell_spans (GString *lines,
            GArray  *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      GgovDeadlineSpan span = g_array_index (spans, GgovDeadlineSpan, i);
      g_autofree char *range = NULL;

      while (i + 1 < spans->len &&
             continues (&span, &g_array_index (spans, GgovDeadlineSpan, i + 1)))
        span.to = g_array_index (spans, GgovDeadlineSpan, ++i).to;

      if (!is_worth_telling (&span))
        continue;

      range = dup_range (&span);
      g_string_append_printf (lines, "\n%s %s",
                              span.name ? span.name : ggov_span_reason_get_label (span.reason),
                              range);
      if (span.reason == GGOV_SPAN_MAKE_UP)
        g_string_append_printf (lines, " (%s)", ggov_span_reason_get_label (span.reason));
    }
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
  tell_spans (lines, spans);
  tell_end (lines, &deadline);

  return g_string_free (g_steal_pointer (&lines), FALSE);
}
