/* ggov-report-net.c: an old net laid over the base grids, and where its people go, on paper
 *
 * Base grids are the rows: a net has few large grids, under each of which many base grids lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-report-flow.h"
#include "ggov-report-net.h"
#include "ggov-report-words-private.h"

#define MOST_COLUMNS 8 /* old grids in one table */

/* Widths of columns; what is left goes to the others. */
#define GRID_MM   72
#define VALUE_MM  19
#define OLD_MM    26
#define NAME_MM   22
#define PHONE_MM  29
#define SHARE_MM  16

#define N_PERSON_COLUMNS 7

typedef enum
{
  MEASURE_HOUSEHOLDS,
  MEASURE_BUILDINGS,
  MEASURE_GROUND,
  N_MEASURES
} Measure;

static double
get_cell_value (GgovNetStudy *study,
                Measure       measure,
                guint         row,
                guint         column)
{
  const GgovNetStudyCell *cell = ggov_net_study_find_cell (study, row, column);

  if (cell == NULL)
    return 0;

  return measure == MEASURE_HOUSEHOLDS ? cell->households
       : measure == MEASURE_BUILDINGS ? cell->buildings : cell->area_m2;
}

static double
get_stray_value (GgovNetStudy *study,
                 Measure       measure,
                 guint         row)
{
  const GgovNetStudyRow *old = ggov_net_study_get_row (study, row);

  return measure == MEASURE_HOUSEHOLDS ? old->stray_households
       : measure == MEASURE_BUILDINGS ? old->stray_buildings : old->outside_m2 + old->bare_m2;
}

static double
get_whole_value (GgovNetStudy *study,
                 Measure       measure,
                 guint         row)
{
  const GgovNetStudyRow *old = ggov_net_study_get_row (study, row);

  return measure == MEASURE_HOUSEHOLDS ? old->households
       : measure == MEASURE_BUILDINGS ? old->buildings : old->area_m2;
}

/* The lines after the base grids are what no base grid has, and all. */
static double
get_value (GgovNetStudy *study,
           Measure       measure,
           guint         row,
           guint         line)
{
  guint n = ggov_net_study_get_n_columns (study);

  return line < n ? get_cell_value (study, measure, row, line)
       : line == n ? get_stray_value (study, measure, row) : get_whole_value (study, measure, row);
}

/* Of nothing there is nothing to read. */
static char *
dup_value (double value)
{
  return value >= 0.5 ? g_strdup_printf ("%'.0f", round (value)) : NULL;
}

static char *
dup_line_name (GgovNetStudy *study,
               guint         line)
{
  guint n = ggov_net_study_get_n_columns (study);
  const GgovNetStudyColumn *column;

  if (line >= n)
    return g_strdup (line == n ? _("In no base grid") : _("All"));

  column = ggov_net_study_get_column (study, line);

  return g_strdup_printf ("%s %s", column->code, column->name);
}

/* The sum over all old grids stands in the last table only, which has a column more. */
static void
add_line (GgovReportFlow *flow,
          GgovNetStudy   *study,
          Measure         measure,
          guint           line,
          guint           first,
          guint           end)
{
  guint n_rows = ggov_net_study_get_n_rows (study);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  double sum = 0;

  g_ptr_array_add (cells, dup_line_name (study, line));
  for (guint i = first; i < end; i++)
    g_ptr_array_add (cells, dup_value (get_value (study, measure, i, line)));

  for (guint i = 0; i < n_rows; i++)
    sum += get_value (study, measure, i, line);
  if (end == n_rows)
    g_ptr_array_add (cells, dup_value (sum));

  ggov_report_flow_add_row (flow, (const char *const *) cells->pdata);
}

static guint
add_columns (GgovReportFlow *flow,
             GgovNetStudy   *study,
             guint           first,
             guint           end)
{
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (GgovReportColumn));
  const GgovReportColumn grid = { _("Base grid"), GRID_MM, PANGO_ALIGN_LEFT };
  const GgovReportColumn all = { _("All"), VALUE_MM, PANGO_ALIGN_RIGHT };

  g_array_append_val (columns, grid);
  for (guint i = first; i < end; i++)
    {
      const GgovReportColumn old = { ggov_net_study_get_row (study, i)->code, VALUE_MM,
                                     PANGO_ALIGN_RIGHT };

      g_array_append_val (columns, old);
    }
  if (end == ggov_net_study_get_n_rows (study))
    g_array_append_val (columns, all);

  return ggov_report_flow_add_columns (flow, (const GgovReportColumn *) (gpointer) columns->data,
                                       columns->len, 0);
}

static void
add_matrix (GgovReportFlow *flow,
            GgovNetStudy   *study,
            Measure         measure)
{
  static const char *const headings[N_MEASURES] = {
    N_("Households in common"), N_("Buildings in common"), N_("Ground in common, m²"),
  };
  guint n_rows = ggov_net_study_get_n_rows (study);

  for (guint first = 0; first < n_rows; first += MOST_COLUMNS)
    {
      guint end = MIN (first + MOST_COLUMNS, n_rows);
      g_autofree char *range = g_strdup_printf ("%s – %s",
                                                ggov_net_study_get_row (study, first)->code,
                                                ggov_net_study_get_row (study, end - 1)->code);

      ggov_report_flow_add_section (flow, add_columns (flow, study, first, end),
                                    _(headings[measure]), n_rows > MOST_COLUMNS ? range : NULL,
                                    GGOV_REPORT_FLOW_NONE);
      for (guint line = 0; line < ggov_net_study_get_n_columns (study) + 2; line++)
        add_line (flow, study, measure, line, first, end);
    }
}

/* People ----------------------------------------------------------------------------------- */

/* The base grids, each by its code and name; else why there is none. */
static char *
dup_goal (const GgovNetPersonRow *row)
{
  if (*row->codes == '\0')
    return g_strdup (row->decided ? _("stays out") : _("no base grid"));

  return g_strdup_printf ("%s\n%s", row->codes, row->names);
}

static void
add_person (GgovReportFlow *flow,
            GgovNetPerson  *person,
            gboolean        with_phones)
{
  const GgovNetPersonRow *row = ggov_net_person_get_row (person);
  g_autofree char *doubts = ggov_net_doubts_dup_label (row->doubts);
  g_autofree char *share = row->per_mille > 0 ? g_strdup_printf ("%.0f %%", row->per_mille / 10.0)
                                              : NULL;
  g_autofree char *goal = dup_goal (row);
  const char *cells[N_PERSON_COLUMNS] = {
    row->old_code, row->name, ggov_net_person_get_role (person), goal, share, doubts, with_phones ? row->phone : NULL,
  };

  ggov_report_flow_add_row (flow, cells);
}

static void
add_people (GgovReportFlow *flow,
            GgovNetStudy   *study,
            gboolean        with_phones)
{
  const GgovReportColumn columns[N_PERSON_COLUMNS] = {
    { C_("old net", "Old grid"), OLD_MM, PANGO_ALIGN_LEFT },
    { C_("old net", "Name"), NAME_MM, PANGO_ALIGN_LEFT },
    { C_("old net", "Role"), 0, PANGO_ALIGN_LEFT },
    { C_("old net", "Goes to"), 0, PANGO_ALIGN_LEFT },
    { C_("old net", "Share"), SHARE_MM, PANGO_ALIGN_RIGHT },
    { C_("old net", "To look at"), 0, PANGO_ALIGN_LEFT },
    { C_("old net", "Phone"), PHONE_MM, PANGO_ALIGN_CENTER },
  };
  GPtrArray *people = ggov_net_study_get_people (study);
  g_autofree char *note = g_strdup_printf (ngettext ("%u person", "%u people", people->len),
                                           people->len);
  guint id = ggov_report_flow_add_columns (flow, columns, N_PERSON_COLUMNS - !with_phones, 1);

  ggov_report_flow_add_section (flow, id, _("Where its people go"), note, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < people->len; i++)
    add_person (flow, people->pdata[i], with_phones);
}

/* What it was, and what it is by now. */
static char *
dup_state (const GgovNetRow *row)
{
  g_autofree char *day = row->retired_on ? _ggov_report_dup_day (row->retired_on) : NULL;
  g_autofree char *retired =
    day ? g_strdup_printf (_("Retired from %s on; its people moved to base grids."), day) : NULL;

  return g_strdup (retired ? retired
                           : _("What is laid over one another as the base grids are on the day; the "
                               "base grids for its people are proposed until they are moved."));
}

GgovReportPager *
ggov_report_net_new (GgovNetStudy               *study,
                     const GgovReportNetOptions *options,
                     PangoContext               *context)
{
  const GgovNetRow *row;
  g_autofree char *day = NULL, *as_of = NULL, *title = NULL, *state = NULL;
  GgovReportFlowOptions flow_options = { NULL };
  GgovReportFlow *flow;

  g_return_val_if_fail (GGOV_IS_NET_STUDY (study), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  row = ggov_net_get_row (ggov_net_study_get_net (study));
  day = _ggov_report_dup_day (options->as_of);
  as_of = g_strdup_printf (C_("roster", "As of %s"), day);
  state = dup_state (row);
  /* Translators: the title of a paper; the name of a net that a department had drawn */
  title = g_strdup_printf (_("Old net %s and the base grids"), row->name);
  flow_options = (GgovReportFlowOptions) {
    .title = title, .subtitle = as_of, .as_of = options->as_of, .printed_at = options->printed_at,
    .account = options->account, .is_personal = options->with_phones, .size = options->size,
    .turn = options->turn,
  };

  flow = ggov_report_flow_new (&flow_options, context);
  /* Titles of columns are the study's. */
  g_object_set_data_full (G_OBJECT (flow), "study", g_object_ref (study), g_object_unref);
  ggov_report_flow_add_line (flow, state);
  for (guint measure = 0; measure < N_MEASURES; measure++)
    add_matrix (flow, study, measure);
  add_people (flow, study, options->with_phones);
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
