/* ggov-work-schedule.c: the work hours of each day of the year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-local-time.h"
#include "ggov-model-error.h"
#include "ggov-work-schedule.h"

#define CLOSED "closed"

/* So that the ticks of all days of a calendar are far from the end of 64 bits. */
#define MAX_TICKS_PER_DAY G_GINT64_CONSTANT (1000000000)

typedef enum
{
  ALWAYS,
  SEASON, /* from and to are month * 100 + day of the month */
  DAYS,   /* from and to are days */
} Span;

typedef struct
{
  Span           span;
  int            from;
  int            to;    /* itself included */
  GgovWorkHours *hours; /* (nullable): NULL for closed */
} Entry;

struct _GgovWorkSchedule
{
  gatomicrefcount  ref_count;

  GArray          *entries; /* (element-type Entry); the first is ALWAYS, the others are not */
  gint64           ticks_per_day;
};

G_DEFINE_BOXED_TYPE (GgovWorkSchedule, ggov_work_schedule,
                     ggov_work_schedule_ref, ggov_work_schedule_unref)

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->hours, ggov_work_hours_unref);
}

static const Entry *
get_entry (GgovWorkSchedule *self,
           guint             index)
{
  return &g_array_index (self->entries, Entry, index);
}

/* Takes @sentence over. */
static gboolean
refuse (GError **error,
        char    *sentence)
{
  g_set_error_literal (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX, sentence);
  g_free (sentence);

  return FALSE;
}

/* "05-01", as 501. The 29th of February is a day of the season in the years that have it. */
static gboolean
read_month_day (const char *text,
                int        *month_day)
{
  g_autofree char *date = g_strconcat ("2024-", text, NULL);
  int day, month, day_of_month;

  if (strlen (text) != strlen ("05-01") || !ggov_local_day_parse (date, &day, NULL))
    return FALSE;

  ggov_local_day_to_date (day, NULL, &month, &day_of_month);
  *month_day = month * 100 + day_of_month;

  return TRUE;
}

/* What stands before the hours: a day, or two with ".." between them. */
static gboolean
read_span (const char *text,
           Entry      *entry)
{
  g_auto(GStrv) ends = g_strsplit (text, "..", 2);
  const char *last = ends[1] ? ends[1] : ends[0];

  if (ends[0] == NULL)
    return FALSE;

  if (read_month_day (ends[0], &entry->from) && read_month_day (last, &entry->to))
    {
      entry->span = SEASON;
      return TRUE;
    }

  entry->span = DAYS;
  return ggov_local_day_parse (ends[0], &entry->from, NULL) &&
         ggov_local_day_parse (last, &entry->to, NULL) && entry->from <= entry->to;
}

static gboolean
read_hours (const char  *text,
            const char  *whole,
            Entry       *entry,
            GError     **error)
{
  if (g_ascii_strcasecmp (text, CLOSED) == 0)
    return TRUE;

  entry->hours = ggov_work_hours_new_parse (text, NULL);
  if (entry->hours != NULL)
    return TRUE;

  return refuse (error, g_strdup_printf (_("“%s” has no work hours such as 08:30-12:00,14:00-17:30, "
                                           "spans in order, nor the word closed."), whole));
}

static gboolean
read_entry (const char  *text,
            gboolean     is_first,
            Entry       *entry,
            GError     **error)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \t", 2);

  if (is_first)
    {
      entry->span = ALWAYS;
      if (!read_hours (text, text, entry, error) || entry->hours != NULL)
        return entry->hours != NULL;

      return refuse (error, g_strdup (_("The office needs work hours that hold by default.")));
    }

  if (words[0] == NULL || words[1] == NULL || !read_span (words[0], entry))
    return refuse (error, g_strdup_printf (_("“%s” does not begin with days such as 05-01..09-30 "
                                             "or 2026-02-13, the first before the last, and then "
                                             "the hours."), text));

  return read_hours (g_strstrip (words[1]), text, entry, error);
}

static gint64
get_common_multiple (gint64 a,
                     gint64 b)
{
  gint64 product = a * b;

  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }

  return product / a;
}

static gboolean
lay_out (GgovWorkSchedule  *self,
         GError           **error)
{
  if (self->entries->len == 0)
    return refuse (error, g_strdup (_("The office needs work hours that hold by default.")));
  if (self->entries->len > GGOV_WORK_SCHEDULE_MAX_ENTRIES)
    return refuse (error, g_strdup_printf (_("%1$u entries are too many; %2$u are the most."),
                                           self->entries->len, GGOV_WORK_SCHEDULE_MAX_ENTRIES));

  self->ticks_per_day = 1;
  for (guint i = 0; i < self->entries->len; i++)
    {
      GgovWorkHours *hours = get_entry (self, i)->hours;

      if (hours)
        self->ticks_per_day = get_common_multiple (self->ticks_per_day,
                                                   ggov_work_hours_get_minutes (hours));
      if (self->ticks_per_day > MAX_TICKS_PER_DAY)
        return refuse (error, g_strdup (_("The days have too many different lengths to be "
                                          "counted exactly. Use the same hours more often.")));
    }

  return TRUE;
}

GgovWorkSchedule *
ggov_work_schedule_new_default (void)
{
  g_autoptr(GgovWorkHours) hours = ggov_work_hours_new_default ();
  g_autofree char *text = ggov_work_hours_to_string (hours);

  return ggov_work_schedule_new_parse (text, NULL);
}

GgovWorkSchedule *
ggov_work_schedule_new_parse (const char  *text,
                              GError     **error)
{
  g_autoptr(GgovWorkSchedule) self = NULL;
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (GgovWorkSchedule, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);

  parts = g_strsplit_set (text, ";\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      Entry entry = { 0 };

      if (*part == '\0')
        continue;
      if (!read_entry (part, self->entries->len == 0, &entry, error))
        return NULL;
      g_array_append_val (self->entries, entry);
    }

  return lay_out (self, error) ? g_steal_pointer (&self) : NULL;
}

GgovWorkSchedule *
ggov_work_schedule_ref (GgovWorkSchedule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_work_schedule_unref (GgovWorkSchedule *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->entries);
  g_free (self);
}

static char *
dup_end (const Entry *entry,
         int          end)
{
  return entry->span == DAYS ? ggov_local_day_format (end)
                             : g_strdup_printf ("%02d-%02d", end / 100, end % 100);
}

static void
tell_entry (GString     *text,
            const Entry *entry)
{
  g_autofree char *hours = entry->hours ? ggov_work_hours_to_string (entry->hours)
                                        : g_strdup (CLOSED);

  if (entry->span != ALWAYS)
    {
      g_autofree char *from = dup_end (entry, entry->from);
      g_autofree char *to = dup_end (entry, entry->to);

      g_string_append_printf (text, "\n%s", from);
      if (entry->from != entry->to)
        g_string_append_printf (text, "..%s", to);
      g_string_append_c (text, ' ');
    }
  g_string_append (text, hours);
}

char *
ggov_work_schedule_to_string (GgovWorkSchedule *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < self->entries->len; i++)
    tell_entry (text, get_entry (self, i));

  return g_string_free (text, FALSE);
}

gint64
ggov_work_schedule_get_ticks_per_day (GgovWorkSchedule *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->ticks_per_day;
}

guint
ggov_work_schedule_get_n_entries (GgovWorkSchedule *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

GgovWorkHours *
ggov_work_schedule_get_hours_at (GgovWorkSchedule *self,
                                 guint             index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->entries->len, NULL);

  return get_entry (self, index)->hours;
}

static gboolean
holds (const Entry *entry,
       int          day,
       int          month_day)
{
  switch (entry->span)
    {
    case SEASON:
      return entry->from <= entry->to ? month_day >= entry->from && month_day <= entry->to
                                      : month_day >= entry->from || month_day <= entry->to;

    case DAYS:
      return day >= entry->from && day <= entry->to;

    case ALWAYS:
    default:
      return TRUE;
    }
}

guint
ggov_work_schedule_find (GgovWorkSchedule *self,
                         int               day)
{
  int month, day_of_month;
  guint i;

  g_return_val_if_fail (self != NULL, 0);

  ggov_local_day_to_date (day, NULL, &month, &day_of_month);
  for (i = self->entries->len - 1; i > 0; i--)
    if (holds (get_entry (self, i), day, month * 100 + day_of_month))
      break;

  return i;
}
