/* ggov-work-hours.c: when the office is open on a day it works
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-model-error.h"
#include "ggov-work-hours.h"

#define N_MINUTES GGOV_LOCAL_TIME_MINUTES_PER_DAY

#define DEFAULT_SPANS "08:30-12:00,14:00-17:30"

/* [from, to), minutes of the day. */
typedef struct
{
  int from;
  int to;
} Span;

struct _GgovWorkHours
{
  gatomicrefcount  ref_count;

  GArray          *spans;                    /* (element-type Span), in order, at least one */
  gint16           worked_before[N_MINUTES + 1];
  gint16           reached_at[N_MINUTES + 1]; /* by minutes worked, from 1 */
};

G_DEFINE_BOXED_TYPE (GgovWorkHours, ggov_work_hours, ggov_work_hours_ref, ggov_work_hours_unref)

/* Two digits, a colon, two digits; *@text is left behind them. */
static gboolean
read_minute (const char **text,
             int         *minute)
{
  const char *t = *text;

  if (!g_ascii_isdigit (t[0]) || !g_ascii_isdigit (t[1]) || t[2] != ':' ||
      !g_ascii_isdigit (t[3]) || !g_ascii_isdigit (t[4]))
    return FALSE;

  *minute = (g_ascii_digit_value (t[0]) * 10 + g_ascii_digit_value (t[1])) * 60 +
            g_ascii_digit_value (t[3]) * 10 + g_ascii_digit_value (t[4]);
  *text += 5;
  return g_ascii_digit_value (t[3]) < 6;
}

static gboolean
read_span (const char  *text,
           Span        *span,
           GError     **error)
{
  const char *rest = text;

  if (read_minute (&rest, &span->from) && *rest == '-')
    {
      rest++;
      if (read_minute (&rest, &span->to) && *rest == '\0')
        return TRUE;
    }

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               "“%s” is not a span such as 08:30-12:00", text);
  return FALSE;
}

static GArray *
read_spans (const char  *text,
            GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  int earliest = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      Span span = { 0 };

      if (!read_span (g_strstrip (parts[i]), &span, error))
        return NULL;

      if (span.from < earliest || span.to <= span.from || span.to > N_MINUTES)
        {
          g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                       "“%s” ends before it begins or is out of order", parts[i]);
          return NULL;
        }
      g_array_append_val (spans, span);
      earliest = span.to + 1;
    }

  if (spans->len == 0)
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX, "no work hours are given");
      return NULL;
    }

  return g_steal_pointer (&spans);
}

static void
lay_out (GgovWorkHours *self)
{
  int worked = 0;

  for (int minute = 0; minute < N_MINUTES; minute++)
    {
      self->worked_before[minute] = worked;
      if (ggov_work_hours_is_open (self, minute, NULL))
        self->reached_at[++worked] = minute + 1;
    }
  self->worked_before[N_MINUTES] = worked;
}

GgovWorkHours *
ggov_work_hours_new_default (void)
{
  return ggov_work_hours_new_parse (DEFAULT_SPANS, NULL);
}

GgovWorkHours *
ggov_work_hours_new_parse (const char  *text,
                           GError     **error)
{
  GgovWorkHours *self = NULL;
  GArray *spans = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  spans = read_spans (text, error);
  if (spans == NULL)
    return NULL;

  self = g_new0 (GgovWorkHours, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->spans = spans;
  lay_out (self);

  return self;
}

GgovWorkHours *
ggov_work_hours_ref (GgovWorkHours *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_work_hours_unref (GgovWorkHours *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->spans);
  g_free (self);
}

char *
ggov_work_hours_to_string (GgovWorkHours *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      g_string_append_printf (text, "%s%02d:%02d-%02d:%02d", i > 0 ? "," : "",
                              span->from / 60, span->from % 60, span->to / 60, span->to % 60);
    }

  return g_string_free (text, FALSE);
}

int
ggov_work_hours_get_minutes (GgovWorkHours *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->worked_before[N_MINUTES];
}

int
ggov_work_hours_get_opening (GgovWorkHours *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_array_index (self->spans, Span, 0).from;
}

int
ggov_work_hours_get_closing (GgovWorkHours *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_array_index (self->spans, Span, self->spans->len - 1).to;
}

int
ggov_work_hours_count (GgovWorkHours *self,
                       int            minute)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (minute >= 0 && minute <= N_MINUTES, 0);

  return self->worked_before[minute];
}

int
ggov_work_hours_reach (GgovWorkHours *self,
                       int            worked)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (worked >= 1 && worked <= self->worked_before[N_MINUTES], 0);

  return self->reached_at[worked];
}

gboolean
ggov_work_hours_is_open (GgovWorkHours *self,
                         int            minute,
                         int           *until)
{
  int change = N_MINUTES;
  gboolean is_open = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (minute >= 0 && minute < N_MINUTES, FALSE);

  /* The first span that is not over yet decides. */
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      if (minute >= span->to)
        continue;

      is_open = minute >= span->from;
      change = is_open ? span->to : span->from;
      break;
    }

  if (until != NULL)
    *until = change;

  return is_open;
}
