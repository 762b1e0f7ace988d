/* ggov-import-issue-row.c: one row of a table becomes an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ggov-import-issue-private.h"
#include "ggov-import-moment.h"
#include "ggov-local-time.h"
#include "ggov-service-names.h"
#include "ggov-typed-text.h"

#define TITLE_LENGTH 40 /* characters: what is longer is a description */

/* One row on its way in. */
typedef struct
{
  GgovImportIssues  *work;
  gint64             row;
  char              *texts[GGOV_IMPORT_ISSUE_N_FIELDS]; /* (owned) (nullable) */
  char              *title;                             /* (owned) */
  char              *description;                       /* (owned) (nullable) */
  char              *day;                               /* (owned): ISO, when it was filed */
  GgovArrival        arrival;
  GgovImportFate     fate;
} Row;

static void
row_clear (Row *row)
{
  for (guint i = 0; i < GGOV_IMPORT_ISSUE_N_FIELDS; i++)
    g_free (row->texts[i]);
  g_free (row->title);
  g_free (row->description);
  g_free (row->day);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static GgovImportReport *
get_report (const Row *row)
{
  return row->work->order->report;
}

static void
notice (const Row  *row,
        const char *code,
        const char *message)
{
  const GgovArrival *arrival = &row->arrival;

  ggov_import_report_notice (get_report (row), row->row, code, message,
                             arrival->has_spot ? arrival->lon : NAN,
                             arrival->has_spot ? arrival->lat : NAN);
}

static gboolean
reject (Row        *row,
        const char *code,
        const char *message)
{
  ggov_import_report_reject (get_report (row), row->row, code, message, NAN, NAN);
  row->fate = GGOV_IMPORT_FATE_REJECTED;

  return FALSE;
}

/* Times ------------------------------------------------------------------------------------ */

/* 0 where nothing is said; what cannot be read is told of and left. */
static gint64
read_moment (Row   *row,
             guint  field)
{
  const char *text = row->texts[field];
  gboolean has_zone = FALSE;
  gint64 time = 0;

  if (text == NULL)
    return 0;

  if (!ggov_import_moment_parse (text, &time, &has_zone))
    notice (row, "bad-time", _("A time cannot be read, and is left out; write it as 2024-01-31 16:30"));

  return time;
}

static gboolean
read_filed (Row *row)
{
  gboolean has_zone;

  if (row->texts[GGOV_IMPORT_ISSUE_FILED] == NULL ||
      !ggov_import_moment_parse (row->texts[GGOV_IMPORT_ISSUE_FILED], &row->arrival.filed_at,
                                 &has_zone))
    return reject (row, "no-time",
                   _("It does not say when it was reported; write it as 2024-01-31 16:30"));

  row->day = ggov_local_day_format (ggov_local_time_get_day (row->arrival.filed_at));

  return TRUE;
}

/* How far ------------------------------------------------------------------------------------ */

static const struct
{
  const char        *word; /* in small letters; a part of what is said will do, but for the last ones */
  GgovArrivalStatus  status;
} states[] = {
  { "作废", GGOV_ARRIVAL_VOID }, { "不予受理", GGOV_ARRIVAL_VOID }, { "撤销", GGOV_ARRIVAL_VOID },
  { "cancel", GGOV_ARRIVAL_VOID }, { "void", GGOV_ARRIVAL_VOID },
  { "未办结", GGOV_ARRIVAL_OPEN }, { "未结案", GGOV_ARRIVAL_OPEN }, { "待结案", GGOV_ARRIVAL_OPEN },
  { "未完成", GGOV_ARRIVAL_OPEN }, { "未关闭", GGOV_ARRIVAL_OPEN }, { "未归档", GGOV_ARRIVAL_OPEN },
  { "待", GGOV_ARRIVAL_OPEN }, { "unresolved", GGOV_ARRIVAL_OPEN },
  { "not closed", GGOV_ARRIVAL_OPEN }, { "not resolved", GGOV_ARRIVAL_OPEN },
  { "结案", GGOV_ARRIVAL_CLOSED }, { "办结", GGOV_ARRIVAL_CLOSED }, { "完成", GGOV_ARRIVAL_CLOSED },
  { "关闭", GGOV_ARRIVAL_CLOSED }, { "归档", GGOV_ARRIVAL_CLOSED }, { "评价", GGOV_ARRIVAL_CLOSED },
  { "closed", GGOV_ARRIVAL_CLOSED }, { "resolved", GGOV_ARRIVAL_CLOSED },
  { "completed", GGOV_ARRIVAL_CLOSED }, { "evaluated", GGOV_ARRIVAL_CLOSED },
  { "open", GGOV_ARRIVAL_OPEN }, { "assigned", GGOV_ARRIVAL_OPEN }, { "pending", GGOV_ARRIVAL_OPEN },
  { "started", GGOV_ARRIVAL_OPEN }, { "progress", GGOV_ARRIVAL_OPEN }, { "email sent", GGOV_ARRIVAL_OPEN },
  { "处理中", GGOV_ARRIVAL_OPEN }, { "办理中", GGOV_ARRIVAL_OPEN }, { "处置中", GGOV_ARRIVAL_OPEN },
  { "立案", GGOV_ARRIVAL_OPEN }, { "派遣", GGOV_ARRIVAL_OPEN }, { "处置", GGOV_ARRIVAL_OPEN },
  { "采集", GGOV_ARRIVAL_OPEN }, { "反馈", GGOV_ARRIVAL_OPEN }, { "核查", GGOV_ARRIVAL_OPEN },
  { "filed", GGOV_ARRIVAL_OPEN }, { "dispatched", GGOV_ARRIVAL_OPEN }, { "in hand", GGOV_ARRIVAL_OPEN },
  { "reported", GGOV_ARRIVAL_OPEN }, { "verified", GGOV_ARRIVAL_OPEN }, { "collected", GGOV_ARRIVAL_OPEN },
};

static GgovArrivalStatus
find_status (const char *text)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (strstr (folded, states[i].word))
      return states[i].status;

  return GGOV_ARRIVAL_UNSAID;
}

static void
read_status (Row *row)
{
  const char *text = row->texts[GGOV_IMPORT_ISSUE_STATUS];
  GgovArrival *arrival = &row->arrival;

  arrival->status = text ? find_status (text) : GGOV_ARRIVAL_UNSAID;
  if (text && arrival->status == GGOV_ARRIVAL_UNSAID)
    {
      arrival->status = GGOV_ARRIVAL_OPEN;
      notice (row, "unknown-status", _("The state is not known; taken for open"));
    }
  else if (text == NULL && arrival->closed_at != 0)
    arrival->status = GGOV_ARRIVAL_CLOSED;

  if (arrival->status == GGOV_ARRIVAL_OPEN && arrival->closed_at != 0)
    notice (row, "open-but-ended", _("It is open, and yet has a time at which it was closed"));
}

/* An end without a time of its own has the last one that is known. */
static gboolean
read_end (Row *row)
{
  GgovArrival *arrival = &row->arrival;

  if (arrival->status != GGOV_ARRIVAL_CLOSED && arrival->status != GGOV_ARRIVAL_VOID)
    return TRUE;

  if (arrival->closed_at == 0 && arrival->updated_at != 0)
    arrival->closed_at = arrival->updated_at;
  else if (arrival->closed_at == 0)
    {
      arrival->closed_at = arrival->filed_at;
      notice (row, "no-end", _("It is closed and does not say when; taken for the time of its report"));
    }

  return arrival->closed_at >= arrival->filed_at ||
         reject (row, "ended-before", _("It was closed before it was reported; correct one of the times"));
}

/* Of what kind ----------------------------------------------------------------------------- */

static gint64
find_type (Row        *row,
           const char *words)
{
  g_autofree char *folded = words ? g_utf8_strdown (words, -1) : NULL;
  const char *code = folded ? g_hash_table_lookup (row->work->services, folded) : NULL;
  gint64 id = 0;

  if (words == NULL)
    return 0;

  if (code)
    id = ggov_arrivals_find_type (row->work->arrivals, code, row->day);
  if (id == 0)
    id = ggov_arrivals_find_type (row->work->arrivals, words, row->day);
  if (id == 0 && (code = ggov_service_names_find (words)))
    id = ggov_arrivals_find_type (row->work->arrivals, code, row->day);

  return id;
}

static gboolean
read_type (Row      *row,
           GError  **error)
{
  GgovArrival *arrival = &row->arrival;
  const char *name = arrival->service_name ? arrival->service_name : arrival->service_code;

  if ((arrival->case_type_id = find_type (row, arrival->service_code)) != 0 ||
      (arrival->case_type_id = find_type (row, arrival->service_name)) != 0)
    return TRUE;

  if (name)
    {
      /* Translators: what another platform calls a kind of case */
      g_autofree char *reason = g_strdup_printf (_("“%s” is no kind that is known here; taken for "
                                                   "“Other”"), name);

      ggov_import_report_add_kind (get_report (row), name);
      ggov_import_report_notice_because (get_report (row), row->row, "unknown-kind",
                                         _("Of a kind that is not known here; taken for “Other”"),
                                         reason);
    }
  else
    notice (row, "no-kind", _("It does not say of what kind it is; taken for “Other”"));

  arrival->is_other = TRUE;
  arrival->case_type_id = ggov_arrivals_get_other (row->work->arrivals, row->day, error);

  return arrival->case_type_id != 0;
}

/* What it is about: a short first line is the title. */
static void
read_words (Row *row)
{
  const char *title = row->texts[GGOV_IMPORT_ISSUE_TITLE];
  const char *text = row->texts[GGOV_IMPORT_ISSUE_DESCRIPTION];
  const char *end = text ? strchr (text, '\n') : NULL;
  g_autofree char *line = text ? g_strndup (text, end ? (gsize) (end - text) : strlen (text)) : NULL;

  if (title || text == NULL)
    {
      row->title = g_strdup (title ? title : row->arrival.service_name);
      row->description = g_strdup (text);
    }
  else if (g_utf8_strlen (line, -1) <= TITLE_LENGTH)
    {
      row->title = g_steal_pointer (&line);
      row->description = end ? g_strstrip (g_strdup (end)) : NULL;
    }
  else
    {
      g_autofree char *start = g_utf8_substring (line, 0, TITLE_LENGTH - 1);

      row->title = g_strconcat (start, "…", NULL);
      row->description = g_strdup (text);
    }

  if (row->title == NULL)
    row->title = g_strdup (row->arrival.service_code ? row->arrival.service_code
                                                     : row->arrival.source_id);
  row->arrival.title = row->title;
  row->arrival.description = row->description;
}

/* Where ------------------------------------------------------------------------------------ */

static gboolean
parse_degrees (const char *text,
               double      most,
               double     *degrees)
{
  char *end;

  *degrees = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && isfinite (*degrees) && fabs (*degrees) <= most;
}

static void
read_spot (Row *row)
{
  const char *lon = row->texts[GGOV_IMPORT_ISSUE_LON], *lat = row->texts[GGOV_IMPORT_ISSUE_LAT];
  GgovArrival *arrival = &row->arrival;
  double place[2];

  if (lon == NULL || lat == NULL)
    {
      notice (row, "no-place", _("It has no coordinates"));
      return;
    }
  if (!parse_degrees (lon, 180, &place[0]) || !parse_degrees (lat, 90, &place[1]) ||
      (place[0] == 0 && place[1] == 0))
    {
      notice (row, "bad-place", _("Its coordinates are no longitude and latitude, and are left out"));
      return;
    }

  ggov_geo_datum_to_wgs84 (row->work->order->datum, place, 1);
  arrival->has_spot = TRUE;
  arrival->lon = place[0];
  arrival->lat = place[1];
}

/* The place tells the grid; where there is none, the name that the platform has for it. */
static gboolean
read_grid (Row      *row,
           GError  **error)
{
  const char *name = row->texts[GGOV_IMPORT_ISSUE_GRID];
  GgovArrival *arrival = &row->arrival;
  GgovArrivals *arrivals = row->work->arrivals;

  if (arrival->has_spot &&
      !ggov_arrivals_find_grid (arrivals, arrival->lon, arrival->lat, row->day, &arrival->grid_id,
                                error))
    return FALSE;
  if (arrival->grid_id == 0 && name &&
      !ggov_arrivals_find_named (arrivals, name, &arrival->grid_id, error))
    return FALSE;

  if (arrival->has_spot && ggov_arrivals_is_far (arrivals, arrival->lon, arrival->lat))
    notice (row, "far", _("Its place is far from the office; kept without a grid"));
  else if (arrival->has_spot && arrival->grid_id == 0)
    notice (row, "outside", _("Its place is in no grid of that day; kept without a grid"));
  else if (name && arrival->grid_id == 0)
    notice (row, "unknown-grid", _("Its grid is not known here; kept without a grid"));

  return TRUE;
}

/* All of it -------------------------------------------------------------------------------- */

/* What the office says is kept as it is written; what stands for something is made plain. */
static gboolean
is_wording (guint field)
{
  return field == GGOV_IMPORT_ISSUE_TITLE || field == GGOV_IMPORT_ISSUE_DESCRIPTION ||
         field == GGOV_IMPORT_ISSUE_PLACE || field == GGOV_IMPORT_ISSUE_NOTES ||
         field == GGOV_IMPORT_ISSUE_AGENCY || field == GGOV_IMPORT_ISSUE_NOTICE;
}

/* The apostrophe that keeps a spreadsheet from taking a text for a formula is no part of it. */
static const char *
skip_guard (const char *text)
{
  return text && *text == '\'' && text[1] != '\0' && strchr ("=+-@", text[1]) ? text + 1 : text;
}

static void
read_texts (Row             *row,
            GgovImportTable *table)
{
  for (guint i = 0; i < GGOV_IMPORT_ISSUE_N_FIELDS; i++)
    {
      const char *text = skip_guard (ggov_import_table_get_text (table, i));

      row->texts[i] = is_wording (i) && text ? g_strstrip (g_strdup (text))
                                             : ggov_typed_dup_text (text);
      if (row->texts[i] && *row->texts[i] == '\0')
        g_clear_pointer (&row->texts[i], g_free);
    }
}

static gboolean
is_blank (const Row *row)
{
  for (guint i = 0; i < GGOV_IMPORT_ISSUE_N_FIELDS; i++)
    if (row->texts[i])
      return FALSE;

  return TRUE;
}

static gboolean
read_number (Row *row)
{
  const char *number = row->texts[GGOV_IMPORT_ISSUE_NUMBER];
  const gint64 *before;

  if (number == NULL)
    return reject (row, "no-number", _("It has no number, by which it could be known again"));

  if ((before = g_hash_table_lookup (row->work->seen, number)))
    {
      g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, *before);
      g_autofree char *reason = g_strdup_printf (_("The number is that of row %s"), first);

      ggov_import_report_reject_because (get_report (row), row->row, "twice",
                                         _("The number is in the file already"), reason);
      row->fate = GGOV_IMPORT_FATE_REJECTED;
      return FALSE;
    }

  g_hash_table_insert (row->work->seen, g_strdup (number), g_memdup2 (&row->row, sizeof row->row));
  row->arrival.source_id = number;

  return TRUE;
}

static void
take_over (Row *row)
{
  GgovArrival *arrival = &row->arrival;

  arrival->source = GGOV_ISSUE_SOURCE_IMPORT;
  arrival->service_code = row->texts[GGOV_IMPORT_ISSUE_CODE];
  arrival->service_name = row->texts[GGOV_IMPORT_ISSUE_SERVICE];
  arrival->place = row->texts[GGOV_IMPORT_ISSUE_PLACE];
  arrival->notes = row->texts[GGOV_IMPORT_ISSUE_NOTES];
  arrival->agency = row->texts[GGOV_IMPORT_ISSUE_AGENCY];
  arrival->notice = row->texts[GGOV_IMPORT_ISSUE_NOTICE];
  arrival->address_id = row->texts[GGOV_IMPORT_ISSUE_ADDRESS_ID];
  arrival->zipcode = row->texts[GGOV_IMPORT_ISSUE_ZIPCODE];
  arrival->media_url = row->texts[GGOV_IMPORT_ISSUE_MEDIA];
  arrival->closed_at = read_moment (row, GGOV_IMPORT_ISSUE_CLOSED);
  arrival->updated_at = read_moment (row, GGOV_IMPORT_ISSUE_UPDATED);
  arrival->expected_at = read_moment (row, GGOV_IMPORT_ISSUE_EXPECTED);
}

/* FALSE with @error unset where the row is rejected. */
static gboolean
understand (Row      *row,
            GError  **error)
{
  if (!read_number (row) || !read_filed (row))
    return FALSE;

  take_over (row);
  read_status (row);
  if (!read_end (row) || !read_type (row, error))
    return FALSE;

  read_words (row);
  read_spot (row);

  return read_grid (row, error);
}

static void
tell_lag (Row            *row,
          GgovArrivalLag  lag)
{
  if (lag == GGOV_ARRIVAL_BEHIND)
    notice (row, "behind", _("It is closed here already, and open there; left as it is here"));
  else if (lag == GGOV_ARRIVAL_HELD)
    notice (row, "held", _("It is closed there, and one of its strands is open here; left as it is "
                           "here"));
}

static gboolean
keep (Row      *row,
      GError  **error)
{
  GgovImportReport *report = get_report (row);
  GgovArrivalResult result;
  GgovArrivalLag lag;

  if (!ggov_arrivals_take (row->work->arrivals, &row->arrival, &result, &lag, error))
    return FALSE;

  tell_lag (row, lag);
  switch (result)
    {
    case GGOV_ARRIVAL_NEW:
      report->added++;
      row->fate = GGOV_IMPORT_FATE_NEW;
      return TRUE;

    case GGOV_ARRIVAL_CHANGED:
      report->changed++;
      row->fate = GGOV_IMPORT_FATE_CHANGED;
      return TRUE;

    case GGOV_ARRIVAL_SAME:
    default:
      report->same++;
      row->fate = GGOV_IMPORT_FATE_SAME;
      return TRUE;
    }
}

static void
describe (const Row        *row,
          GgovImportSample *sample)
{
  for (guint i = 0; i < GGOV_IMPORT_ISSUE_N_FIELDS; i++)
    if (row->texts[i])
      {
        g_free (sample->texts[i]);
        sample->texts[i] = g_strdup (row->texts[i]);
      }
  sample->fate = row->fate;
}

gboolean
_ggov_import_issues_accept_row (GgovImportIssues  *self,
                                GgovImportTable   *table,
                                GError           **error)
{
  g_auto(Row) row = { .work = self, .row = ggov_exchange_rows_get_number (table->rows) };
  GgovImportReport *report = self->order->report;
  GgovImportSample *sample =
    ggov_import_report_add_sample (report, row.row, GGOV_IMPORT_ISSUE_N_FIELDS);
  g_autoptr(GError) broken = NULL;

  read_texts (&row, table);
  if (is_blank (&row))
    {
      ggov_import_report_notice (report, row.row, "note",
                                 _("Notes and sums among the rows were passed over"), NAN, NAN);
      return TRUE;
    }

  report->read++;
  if (understand (&row, &broken))
    keep (&row, &broken);
  if (sample)
    describe (&row, sample);
  if (broken == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&broken));
  return FALSE;
}
