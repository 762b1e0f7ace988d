/* ggov-calendar.c: which days the office works
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-calendar.h"
#include "ggov-catalogue-private.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"

#define FIRST_YEAR 2000
#define LAST_YEAR  2099
#define N_DAYS     (GGOV_CALENDAR_LAST_DAY - GGOV_CALENDAR_FIRST_DAY + 1)

static const char *const built_in[] = {
  "calendar/2024.json",
  "calendar/2025.json",
  "calendar/2026.json",
};

/* Stands for the year of the office's own days: they come after every notice. */
#define OWN G_MAXINT

/* One line of a yearly notice, or of the office's own. */
typedef struct
{
  int         year; /* of the notice: the day may lie in the December before; or OWN */
  int         day;
  gboolean    off;
  const char *name; /* (transfer none): interned in the calendar's names */
} Line;

/* Everything is laid out day by day at once, some 300 kB: a deadline then costs a few look-ups, and
 * a city's worth of them is reckoned again whenever a year's notice comes. */
struct _GgovCalendar
{
  gatomicrefcount  ref_count;

  GStringChunk    *names;
  GArray          *lines;                    /* (element-type Line), by year and day */
  guint8           kinds[N_DAYS];            /* GgovDayKind */
  const char      *day_names[N_DAYS];        /* (nullable): where a notice names the day */
  int              worked_before[N_DAYS + 1];
  int              worked[N_DAYS];           /* the working days in order */
  gboolean         announced[LAST_YEAR - FIRST_YEAR + 1];
};

G_DEFINE_BOXED_TYPE (GgovCalendar, ggov_calendar, ggov_calendar_ref, ggov_calendar_unref)

static gboolean
is_in_range (int day)
{
  return day >= GGOV_CALENDAR_FIRST_DAY && day <= GGOV_CALENDAR_LAST_DAY;
}

static GgovCalendar *
new_empty (void)
{
  GgovCalendar *self = g_new0 (GgovCalendar, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->names = g_string_chunk_new (256);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));

  return self;
}

static void
add_line (GgovCalendar          *self,
          int                    year,
          const GgovCalendarDay *day)
{
  Line line = { year, day->day, day->off, g_string_chunk_insert_const (self->names, day->name) };

  g_array_append_val (self->lines, line);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;

  if (first->year != second->year)
    return first->year < second->year ? -1 : 1;

  return first->day - second->day;
}

static void
follow_lines (GgovCalendar *self)
{
  g_array_sort (self->lines, compare_lines);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      int index = line->day - GGOV_CALENDAR_FIRST_DAY;

      self->kinds[index] = line->off ? GGOV_DAY_HOLIDAY : GGOV_DAY_MAKE_UP;
      self->day_names[index] = line->name;
      if (line->year != OWN)
        self->announced[line->year - FIRST_YEAR] = TRUE;
    }
}

static void
lay_out (GgovCalendar *self)
{
  int n_worked = 0;

  for (int i = 0; i < N_DAYS; i++)
    {
      int weekday = ggov_local_day_get_weekday (GGOV_CALENDAR_FIRST_DAY + i);

      self->kinds[i] = weekday > 5 ? GGOV_DAY_WEEKEND : GGOV_DAY_WORKING;
    }

  follow_lines (self);

  for (int i = 0; i < N_DAYS; i++)
    {
      self->worked_before[i] = n_worked;
      if (self->kinds[i] == GGOV_DAY_WORKING || self->kinds[i] == GGOV_DAY_MAKE_UP)
        self->worked[n_worked++] = GGOV_CALENDAR_FIRST_DAY + i;
    }
  self->worked_before[N_DAYS] = n_worked;
}

static gboolean
belongs_to (int day,
            int year)
{
  return is_in_range (day) && (year == OWN || (day >= ggov_local_day_from_date (year - 1, 12, 1) &&
                                               day <= ggov_local_day_from_date (year, 12, 31)));
}

static gboolean
check_days (int                     year,
            const GgovCalendarDay  *days,
            guint                   n_days,
            GError                **error)
{
  g_autofree char *of = year == OWN ? g_strdup ("the office") : g_strdup_printf ("%d", year);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_days; i++)
    {
      g_autofree char *date = ggov_local_day_format (days[i].day);
      const char *trouble = NULL;

      if (!belongs_to (days[i].day, year))
        trouble = "does not belong to the year";
      else if (!g_hash_table_add (seen, GINT_TO_POINTER (days[i].day)))
        trouble = "is there twice";

      if (trouble != NULL)
        {
          g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                       "calendar of %s: %s %s", of, date, trouble);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_day (JsonObject       *object,
          GgovCalendarDay  *day,
          GError          **error)
{
  const char *date = _ggov_catalogue_get_text (object, "date", error);
  const char *off = json_object_has_member (object, "off") ? "off" : "isOffDay";
  g_autoptr(GError) cause = NULL;

  if (date == NULL)
    return FALSE;

  if (!ggov_local_day_parse (date, &day->day, &cause))
    {
      g_set_error_literal (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, cause->message);
      return FALSE;
    }

  day->name = _ggov_catalogue_get_text (object, "name", error);
  return day->name != NULL && _ggov_catalogue_get_boolean (object, off, &day->off, error);
}

static GArray *
read_days (JsonArray  *array,
           GError    **error)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (GgovCalendarDay));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      GgovCalendarDay day = { 0 };

      if (!read_day (json_array_get_object_element (array, i), &day, error))
        {
          g_prefix_error (error, "day %u of the list: ", i + 1);
          return NULL;
        }
      g_array_append_val (days, day);
    }

  return g_steal_pointer (&days);
}

GgovCalendar *
ggov_calendar_new_default (void)
{
  GgovCalendar *self = ggov_calendar_new_plain ();

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = _ggov_catalogue_load_default (built_in[i]);
      g_autoptr(GgovCalendar) older = self;

      self = ggov_calendar_with_json (older, g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes), &error);
      if (self == NULL)
        g_error ("%s: %s", built_in[i], error->message);
    }

  return self;
}

GgovCalendar *
ggov_calendar_new_plain (void)
{
  GgovCalendar *self = new_empty ();

  lay_out (self);

  return self;
}

/* What was known of @year, or of OWN, is replaced. */
static GgovCalendar *
replace_lines (GgovCalendar           *self,
               int                     year,
               const GgovCalendarDay  *days,
               guint                   n_days,
               GError                **error)
{
  GgovCalendar *newer = NULL;

  if (!check_days (year, days, n_days, error))
    return NULL;

  newer = new_empty ();
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      GgovCalendarDay day = { line->day, line->off, line->name };

      if (line->year != year)
        add_line (newer, line->year, &day);
    }
  for (guint i = 0; i < n_days; i++)
    add_line (newer, year, &days[i]);
  lay_out (newer);

  return newer;
}

GgovCalendar *
ggov_calendar_with_days (GgovCalendar           *self,
                         int                     year,
                         const GgovCalendarDay  *days,
                         guint                   n_days,
                         GError                **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (year >= FIRST_YEAR && year <= LAST_YEAR, NULL);
  g_return_val_if_fail (days != NULL || n_days == 0, NULL);

  return replace_lines (self, year, days, n_days, error);
}

GgovCalendar *
ggov_calendar_with_exceptions (GgovCalendar           *self,
                               const GgovCalendarDay  *days,
                               guint                   n_days,
                               GError                **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (days != NULL || n_days == 0, NULL);

  return replace_lines (self, OWN, days, n_days, error);
}

GgovCalendar *
ggov_calendar_with_json (GgovCalendar  *self,
                         const char    *json,
                         gssize         length,
                         GError       **error)
{
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GArray) days = NULL;
  JsonArray *array = NULL;
  int year;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (json != NULL, NULL);

  root = _ggov_catalogue_parse (json, length, error);
  if (root == NULL || !_ggov_catalogue_get_number (json_node_get_object (root), "year",
                                                   FIRST_YEAR, LAST_YEAR, &year, error))
    return NULL;

  array = _ggov_catalogue_get_objects (json_node_get_object (root), "days", error);
  if (array == NULL)
    return NULL;

  days = read_days (array, error);
  if (days == NULL)
    return NULL;

  return ggov_calendar_with_days (self, year, (const GgovCalendarDay *) (void *) days->data,
                                  days->len, error);
}

GgovCalendar *
ggov_calendar_ref (GgovCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_calendar_unref (GgovCalendar *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_string_chunk_free (self->names);
  g_array_unref (self->lines);
  g_free (self);
}

static GArray *
list_lines (GgovCalendar *self,
            int           year)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (GgovCalendarDay));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      GgovCalendarDay day = { line->day, line->off, line->name };

      if (line->year == year)
        g_array_append_val (days, day);
    }

  return days;
}

GArray *
ggov_calendar_list_days (GgovCalendar *self,
                         int           year)
{
  g_return_val_if_fail (self != NULL, NULL);

  return list_lines (self, year);
}

GArray *
ggov_calendar_list_exceptions (GgovCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return list_lines (self, OWN);
}

gboolean
ggov_calendar_is_announced (GgovCalendar *self,
                            int           year)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return year >= FIRST_YEAR && year <= LAST_YEAR && self->announced[year - FIRST_YEAR];
}

GgovDayKind
ggov_calendar_get_kind (GgovCalendar  *self,
                        int            day,
                        const char   **name)
{
  g_return_val_if_fail (self != NULL, GGOV_DAY_WEEKEND);
  g_return_val_if_fail (is_in_range (day), GGOV_DAY_WEEKEND);

  if (name != NULL)
    *name = self->day_names[day - GGOV_CALENDAR_FIRST_DAY];

  return self->kinds[day - GGOV_CALENDAR_FIRST_DAY];
}

gboolean
ggov_calendar_is_working (GgovCalendar *self,
                          int           day)
{
  GgovDayKind kind = ggov_calendar_get_kind (self, day, NULL);

  return kind == GGOV_DAY_WORKING || kind == GGOV_DAY_MAKE_UP;
}

int
ggov_calendar_count_working (GgovCalendar *self,
                             int           day)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (is_in_range (day) || day == GGOV_CALENDAR_LAST_DAY + 1, 0);

  return self->worked_before[day - GGOV_CALENDAR_FIRST_DAY];
}

int
ggov_calendar_get_nth_working (GgovCalendar *self,
                               int           n)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (n >= 0, -1);

  return n < self->worked_before[N_DAYS] ? self->worked[n] : -1;
}

int
ggov_calendar_add_working (GgovCalendar *self,
                           int           day,
                           int           n)
{
  g_return_val_if_fail (n >= 1, -1);

  return ggov_calendar_get_nth_working (self,
                                        ggov_calendar_count_working (self, day + 1) + n - 1);
}
