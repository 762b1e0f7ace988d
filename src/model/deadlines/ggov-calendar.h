/* ggov-calendar.h: which days the office works
 *
 * Monday to Friday, less the public holidays and plus the make-up workdays that the State Council
 * sets each year, usually in November of the year before. A calendar never changes: a new year's
 * notice makes a new one. Reading it from any thread is safe.
 *
 * Days are numbered as in ggov-local-time.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_CALENDAR (ggov_calendar_get_type ())

/* 2000-01-01 and 2099-12-31: the days a calendar can speak of. */
#define GGOV_CALENDAR_FIRST_DAY 10957
#define GGOV_CALENDAR_LAST_DAY  47481

typedef struct _GgovCalendar GgovCalendar;

/**
 * GgovDayKind:
 * @GGOV_DAY_WORKING: Monday to Friday, nothing special
 * @GGOV_DAY_MAKE_UP: worked to make up for a holiday, mostly on a weekend
 * @GGOV_DAY_WEEKEND: Saturday or Sunday, nothing special
 * @GGOV_DAY_HOLIDAY: off by the year's notice, on whatever day of the week
 */
typedef enum
{
  GGOV_DAY_WORKING,
  GGOV_DAY_MAKE_UP,
  GGOV_DAY_WEEKEND,
  GGOV_DAY_HOLIDAY,
} GgovDayKind;

/**
 * GgovCalendarDay:
 * @day: the day
 * @off: TRUE for a holiday, FALSE for a make-up workday
 * @name: the holiday's name as announced, in Chinese
 */
typedef struct
{
  int         day;
  gboolean    off;
  const char *name;
} GgovCalendarDay;

GType         ggov_calendar_get_type         (void);

/**
 * ggov_calendar_new_default:
 *
 * Returns: (transfer full): the calendar with the years this program was built with
 */
GgovCalendar *ggov_calendar_new_default      (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_calendar_new_plain:
 *
 * Returns: (transfer full): a calendar of weekends alone, no year of which is announced
 */
GgovCalendar *ggov_calendar_new_plain        (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_calendar_with_days:
 * @year: the year the notice is for, 2000 to 2099
 * @days: (array length=n_days): the days it names, in @year or in the December before
 * @n_days: how many; 0 means that nothing is announced yet
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Makes a calendar that follows one more yearly notice. What was known for @year is replaced; where
 * two notices speak of one day, the later year's holds.
 *
 * Returns: (transfer full): the new calendar, or NULL with @error set; @self stays as it is
 */
GgovCalendar *ggov_calendar_with_days        (GgovCalendar           *self,
                                              int                     year,
                                              const GgovCalendarDay  *days,
                                              guint                   n_days,
                                              GError                **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_calendar_with_json:
 * @json: one year: {"year", "days": [{"date", "name", "off"}]}; "isOffDay" may stand for "off", as
 *   in the yearly files that are published for programmers
 * @length: bytes, or -1 where it ends with NUL
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * As ggov_calendar_with_days(), from a file's content.
 *
 * Returns: (transfer full): the new calendar, or NULL with @error set; @self stays as it is
 */
GgovCalendar *ggov_calendar_with_json        (GgovCalendar           *self,
                                              const char             *json,
                                              gssize                  length,
                                              GError                **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_calendar_with_exceptions:
 * @days: (array length=n_days): the office's own days off and make-up workdays, of any year
 * @n_days: how many; 0 for none any more
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Makes a calendar in which these days hold whatever the yearly notices say, such as a holiday of
 * an autonomous region. They take the place of earlier ones, and announce no year.
 *
 * Returns: (transfer full): the new calendar, or NULL with @error set; @self stays as it is
 */
GgovCalendar *ggov_calendar_with_exceptions  (GgovCalendar           *self,
                                              const GgovCalendarDay  *days,
                                              guint                   n_days,
                                              GError                **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

GgovCalendar *ggov_calendar_ref              (GgovCalendar           *self);
void          ggov_calendar_unref            (GgovCalendar           *self);

/**
 * ggov_calendar_list_days:
 * @year: a year
 *
 * Returns: (transfer full) (element-type GgovCalendarDay): the days @year's notice names, by date;
 *   the names live as long as @self
 */
GArray       *ggov_calendar_list_days        (GgovCalendar           *self,
                                              int                     year)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_calendar_list_exceptions:
 *
 * Returns: (transfer full) (element-type GgovCalendarDay): the office's own days, by date; the
 *   names live as long as @self
 */
GArray       *ggov_calendar_list_exceptions  (GgovCalendar           *self)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_calendar_is_announced:
 * @year: a year
 *
 * Returns: whether the notice for @year is known; where not, its days are only what weekends make
 *   them and every deadline that depends on them is provisional
 */
gboolean      ggov_calendar_is_announced     (GgovCalendar           *self,
                                              int                     year);

/**
 * ggov_calendar_get_kind:
 * @day: a day of the calendar's range
 * @name: (out) (optional) (nullable): the holiday it belongs to, or NULL; lives as long as @self
 *
 * Returns: what kind of day it is
 */
GgovDayKind   ggov_calendar_get_kind         (GgovCalendar           *self,
                                              int                     day,
                                              const char            **name);

/**
 * ggov_calendar_is_working:
 * @day: a day of the calendar's range
 *
 * Returns: whether the office works on it
 */
gboolean      ggov_calendar_is_working       (GgovCalendar           *self,
                                              int                     day);

/**
 * ggov_calendar_count_working:
 * @day: a day of the calendar's range, or the one after its last
 *
 * Costs one look at a table.
 *
 * Returns: how many days from the range's first to the one before @day are worked
 */
int           ggov_calendar_count_working    (GgovCalendar           *self,
                                              int                     day);

/**
 * ggov_calendar_get_nth_working:
 * @n: 0 for the first working day of the range
 *
 * The inverse of ggov_calendar_count_working(); costs one look at a table.
 *
 * Returns: the day, or -1 where the range has no more
 */
int           ggov_calendar_get_nth_working  (GgovCalendar           *self,
                                              int                     n);

/**
 * ggov_calendar_add_working:
 * @day: a day of the calendar's range, worked or not
 * @n: how many working days after it, at least 1
 *
 * Returns: the @n-th working day after @day, or -1 where the range has no more
 */
int           ggov_calendar_add_working      (GgovCalendar           *self,
                                              int                     day,
                                              int                     n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovCalendar, ggov_calendar_unref)

G_END_DECLS
