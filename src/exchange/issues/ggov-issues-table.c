/* ggov-issues-table.c: issues as rows of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-issues-export-private.h"
#include "ggov-local-time.h"
#include "ggov-mask.h"
#include "ggov-sheet-private.h"

enum
{
  NUMBER, TITLE, DESCRIPTION, CODE, KIND, LANE, STATE, FILED, DUE, CLOSED, GRID, GRID_NAME, COMMUNITY,
  PLACE, LAT, LON, HANDLER, REPORTER, REPORTER_PHONE, NOTES, AGENCY, SOURCE, ZIPCODE, MEDIA,
  N_COLUMNS,
};

/* Those that an import knows again are called as it has them. */
static const char * const titles[N_COLUMNS] = {
  [NUMBER] = NC_("issue column", "Number"), [TITLE] = NC_("issue column", "Title"),
  [DESCRIPTION] = NC_("issue column", "Description"),
  [CODE] = NC_("issue column", "Code of the kind"), [KIND] = NC_("issue column", "Kind"),
  [LANE] = NC_("issue column", "Lane"), [STATE] = NC_("issue column", "State"),
  [FILED] = NC_("issue column", "Filed"), [DUE] = NC_("issue column", "Due"),
  [CLOSED] = NC_("issue column", "Closed"), [GRID] = NC_("issue column", "Grid"),
  [GRID_NAME] = NC_("issue column", "Name of the grid"),
  [COMMUNITY] = NC_("issue column", "Community"), [PLACE] = NC_("issue column", "Place"),
  [LAT] = NC_("issue column", "Latitude"), [LON] = NC_("issue column", "Longitude"),
  [HANDLER] = NC_("issue column", "Handled by"), [REPORTER] = NC_("issue column", "Told by"),
  [REPORTER_PHONE] = NC_("issue column", "Phone of who told"),
  [NOTES] = NC_("issue column", "What was done"),
  [AGENCY] = NC_("issue column", "Who is responsible"), [SOURCE] = NC_("issue column", "Source"),
  [ZIPCODE] = NC_("issue column", "Postcode"), [MEDIA] = NC_("issue column", "Address of a picture"),
};

typedef struct
{
  GPtrArray              *facts;
  const GgovIssuesExport *request;
} Work;

static const char *
get_title (guint         column,
           gconstpointer data)
{
  return g_dpgettext2 (NULL, "issue column", titles[column]);
}

static char *
dup_time (gint64 time)
{
  return time != 0 ? g_strdelimit (ggov_local_time_format (time), "T", ' ') : NULL;
}

static char *
dup_degrees (const GgovIssueFacts *facts,
             double                degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return facts->has_spot ? g_strdup (g_ascii_formatd (digits, sizeof digits, "%.7f", degrees)) : NULL;
}

/* People, as far as anybody may see them. */
static char *
dup_person (const Work *work,
            const char *text,
            char      *(*mask) (const char *text))
{
  if (text == NULL || work->request->with_personal)
    return g_strdup (text);

  return mask (text);
}

static char *
dup_state (const GgovIssueFields *fields)
{
  return g_strdup (ggov_issue_stage_get_label (fields->state.stage));
}

static char *
dup_of_place (const Work           *work,
              const GgovIssueFacts *facts,
              guint                 column)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (facts->issue);

  switch (column)
    {
    case GRID:
      return g_strdup (fields->grid_code);

    case GRID_NAME:
      return g_strdup (fields->grid_name);

    case COMMUNITY:
      return g_strdup (fields->community_name);

    case LAT:
      return dup_degrees (facts, facts->lat);

    case LON:
      return dup_degrees (facts, facts->lon);

    default:
      return _ggov_issues_dup_words (fields->place, work->request->with_personal);
    }
}

static char *
dup_of_people (const Work           *work,
               const GgovIssueFacts *facts,
               guint                 column)
{
  switch (column)
    {
    case HANDLER:
      return dup_person (work, ggov_issue_get_fields (facts->issue)->handler_name, ggov_mask_name);

    case REPORTER:
      return dup_person (work, facts->reporter, ggov_mask_name);

    case REPORTER_PHONE:
      return dup_person (work, facts->reporter_phone, ggov_mask_phone);

    case NOTES:
      return _ggov_issues_dup_words (_ggov_issues_get_notes (facts), work->request->with_personal);

    case AGENCY:
      return g_strdup (facts->source_id ? facts->agency : facts->role_name_zh);

    case SOURCE:
      return g_strdup (ggov_issue_facts_get_source (facts));

    case ZIPCODE:
      return g_strdup (facts->zipcode);

    default:
      return g_strdup (facts->media_url);
    }
}

static char *
dup_text (guint         row,
          guint         column,
          gconstpointer data)
{
  const Work *work = data;
  const GgovIssueFacts *facts = work->facts->pdata[row];
  const GgovIssueFields *fields = ggov_issue_get_fields (facts->issue);

  switch (column)
    {
    case NUMBER:
      return g_strdup (facts->source_id ? facts->source_id : fields->number);

    case TITLE:
      return _ggov_issues_dup_words (fields->title, work->request->with_personal);

    case DESCRIPTION:
      return _ggov_issues_dup_words (facts->description, work->request->with_personal);

    case CODE:
      return g_strdup (facts->type_code);

    case KIND:
      return g_strdup (ggov_issue_get_type_label (facts->issue));

    case LANE:
      return g_strdup (ggov_lane_get_label (fields->lane));

    case STATE:
      return dup_state (fields);

    case FILED:
      return dup_time (fields->filed_at);

    case DUE:
      return dup_time (_ggov_issues_get_expected (facts));

    case CLOSED:
      return dup_time (fields->closed_at);

    default:
      return column < HANDLER ? dup_of_place (work, facts, column) : dup_of_people (work, facts, column);
    }
}

gboolean
_ggov_issues_write_table (GPtrArray              *facts,
                          const GgovIssuesExport *request,
                          const char             *path)
{
  const Work work = { facts, request };
  /* Translators: a page’s heading, and a day */
  g_autofree char *heading = g_strdup_printf (_("Issues  as of %s"), request->as_of);
  const GgovSheet sheet = {
    .name = C_("sheet", "Issues"),
    .heading = heading,
    .n_columns = N_COLUMNS,
    .n_rows = facts->len,
    .get_title = get_title,
    .dup_text = dup_text,
    .data = &work,
  };
  g_autofree char *text = NULL;

  if (request->format == GGOV_ISSUES_XLSX)
    return _ggov_sheet_save_workbook (&sheet, path);

  text = _ggov_sheet_dup_csv (&sheet);

  return g_file_set_contents (path, text, -1, NULL);
}
