/* ggov-report-organisations.c: the office's organisations and its chart on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-organisation-kind.h"
#include "ggov-organisation.h"
#include "ggov-report-chart.h"
#include "ggov-report-flow.h"
#include "ggov-report-organisations.h"
#include "ggov-report-words-private.h"

/* Widths of columns; what is left goes to the others. */
#define NUMBER_MM 11
#define COUNT_MM  16
#define PHONE_MM  31

#define N_COLUMNS 8

/* What title, day and page number take of a page, in points. */
#define FRAME_HEIGHT 78.0

/* The most that a chart is made smaller to be on one sheet, step by step. */
static const double scales[] = { 1.0, 0.93, 0.86 };

/* A chart as it goes on sheets that lie or stand. */
typedef struct
{
  GgovReportChart *chart;
  double           scale;
  gboolean         lies;
  guint            n_pages; /* it will take */
} Sheets;

/* Which part of a chart a drawing is. */
typedef struct
{
  GgovReportChart *chart; /* (owned by the first) */
  double           scale;
  guint            part;
} ChartPart;

/* @title: with a place for the office's name, and without */
static GgovReportFlow *
make_flow (const GgovReportOrganisationsOptions *options,
           char                                 *title,
           GgovReportTurn                        turn,
           PangoContext                         *context)
{
  g_autofree char *taken = title;
  g_autofree char *day = _ggov_report_dup_day (options->as_of);
  g_autofree char *as_of = g_strdup_printf (C_("roster", "As of %s"), day);
  g_autofree char *subtitle = options->scope ? g_strdup_printf (C_("roster", "%1$s, %2$s"),
                                                                options->scope, as_of)
                                             : g_strdup (as_of);
  const GgovReportFlowOptions flow = {
    .title = taken,
    .subtitle = subtitle,
    .as_of = options->as_of,
    .printed_at = options->printed_at,
    .account = options->account,
    .is_personal = options->with_phones,
    .size = options->size,
    .turn = turn,
  };

  return ggov_report_flow_new (&flow, context);
}

/* Organisations ---------------------------------------------------------------------------- */

static guint
add_columns (GgovReportFlow *flow,
             gboolean        with_phones)
{
  GgovReportColumn columns[N_COLUMNS] = {
    { C_("organisations", "No."), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("organisations", "Name"), 0, PANGO_ALIGN_LEFT },
    { C_("organisations", "Community"), 0, PANGO_ALIGN_LEFT },
    { C_("organisations", "Scope"), 0, PANGO_ALIGN_LEFT },
    { C_("organisations", "Contact"), 0, PANGO_ALIGN_LEFT },
    { C_("organisations", "Grids"), COUNT_MM, PANGO_ALIGN_CENTER },
    { C_("organisations", "This year"), COUNT_MM + 4, PANGO_ALIGN_CENTER },
    { C_("organisations", "Phone"), PHONE_MM, PANGO_ALIGN_CENTER },
  };

  return ggov_report_flow_add_columns (flow, columns, N_COLUMNS - !with_phones, 0);
}

static void
add_row (GgovReportFlow            *flow,
         const GgovOrganisationRow *row,
         guint                      number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *grids = row->grids ? g_strdup_printf ("%d", (int) row->grids) : NULL;
  g_autofree char *deeds = row->activities ? g_strdup_printf ("%d", (int) row->activities) : NULL;
  const char *cells[N_COLUMNS] = {
    text, row->name, row->community, row->parent ? row->parent : row->scope, row->head, grids, deeds,
    row->head_phone ? row->head_phone : row->phone,
  };

  ggov_report_flow_add_row (flow, cells);
}

/* @first: of its kind. Returns: the first of the next kind */
static guint
add_kind (GgovReportFlow *flow,
          GListModel     *rows,
          guint           first,
          guint           columns)
{
  g_autoptr(GgovOrganisation) head = g_list_model_get_item (rows, first);
  const char *kind = ggov_organisation_get_row (head)->kind;
  g_autoptr(GPtrArray) same = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *note = NULL;

  for (guint i = first; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovOrganisation) row = g_list_model_get_item (rows, i);

      if (!g_str_equal (ggov_organisation_get_row (row)->kind, kind))
        break;
      g_ptr_array_add (same, g_steal_pointer (&row));
    }

  note = g_strdup_printf (ngettext ("%u organisation", "%u organisations", same->len), same->len);
  ggov_report_flow_add_section (flow, columns,
                                ggov_organisation_kind_get_plural (ggov_organisation_kind_find (kind)),
                                note, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < same->len; i++)
    add_row (flow, ggov_organisation_get_row (same->pdata[i]), i + 1);

  return first + same->len;
}

GgovReportPager *
ggov_report_organisations_new (GListModel                           *rows,
                               const GgovReportOrganisationsOptions *options,
                               PangoContext                         *context)
{
  GgovReportFlow *flow;
  guint columns;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  flow = make_flow (options,
                    options->office
                      /* Translators: the title of a list on paper; the name of a sub-district */
                      ? g_strdup_printf (C_("organisations", "Organisations of %s"), options->office)
                      : g_strdup (C_("organisations", "Organisations")), options->turn, context);
  columns = add_columns (flow, options->with_phones);
  for (guint i = 0; i < g_list_model_get_n_items (rows);)
    i = add_kind (flow, rows, i, columns);
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}

/* The chart -------------------------------------------------------------------------------- */

static void
draw_part (cairo_t *cr,
           double   width,
           double   height,
           gpointer data)
{
  static const double black[3] = { 0, 0, 0 };
  const ChartPart *part = data;

  cairo_save (cr);
  cairo_scale (cr, part->scale, part->scale);
  ggov_report_chart_draw_part (part->chart, cr, part->part, black, black);
  cairo_restore (cr);
}

static void
free_part (gpointer data)
{
  ChartPart *part = data;

  if (part->part == 0)
    ggov_report_chart_free (part->chart);
  g_free (part);
}

static guint
count_pages (const Sheets *sheets,
             double        room)
{
  guint n = 1;
  double y = 0;

  for (guint i = 0; i < ggov_report_chart_get_n_parts (sheets->chart); i++)
    {
      double height = ggov_report_chart_get_part_height (sheets->chart, i) * sheets->scale +
                      GGOV_REPORT_CHART_GAP;

      if (y > 0 && y + height > room)
        {
          n++;
          y = 0;
        }
      y += height;
    }

  return n;
}

/* Of what there is on a sheet inside its margins: a little smaller if it is on one sheet then. */
static Sheets
lay_out (GListModel      *nodes,
         GgovReportPaper  size,
         gboolean         lies,
         PangoContext    *context)
{
  const GgovReportPage *sheet = size == GGOV_REPORT_A3 ? &ggov_report_page_list_a3
                                                       : &ggov_report_page_list;
  double width = (lies ? sheet->height_mm : sheet->width_mm) - sheet->left_mm - sheet->right_mm;
  double height = (lies ? sheet->width_mm : sheet->height_mm) - sheet->top_mm - sheet->bottom_mm;
  double room = ggov_report_points (height) - FRAME_HEIGHT;
  Sheets best = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      Sheets sheets = {
        ggov_report_chart_new (nodes, context, ggov_report_points (width) / scales[i],
                               (room - GGOV_REPORT_CHART_GAP) / scales[i]), scales[i], lies, 0
      };

      sheets.n_pages = count_pages (&sheets, room);
      if (best.chart == NULL || sheets.n_pages == 1)
        {
          g_clear_pointer (&best.chart, ggov_report_chart_free);
          best = sheets;
        }
      else
        ggov_report_chart_free (sheets.chart);
      if (best.n_pages == 1)
        break;
    }

  return best;
}

/* Where nobody said how they lie: what takes fewer sheets. */
static Sheets
choose_sheets (GListModel                           *nodes,
               const GgovReportOrganisationsOptions *options,
               PangoContext                         *context)
{
  Sheets sheets = lay_out (nodes, options->size, options->turn != GGOV_REPORT_TURN_PORTRAIT, context);
  Sheets upright;

  if (options->turn != GGOV_REPORT_TURN_AUTO || sheets.n_pages == 1)
    return sheets;

  upright = lay_out (nodes, options->size, FALSE, context);
  if (upright.n_pages < sheets.n_pages)
    {
      ggov_report_chart_free (sheets.chart);
      return upright;
    }
  ggov_report_chart_free (upright.chart);

  return sheets;
}

GgovReportPager *
ggov_report_organisation_chart_new (GListModel                           *nodes,
                                    const GgovReportOrganisationsOptions *options,
                                    PangoContext                         *context)
{
  GgovReportFlow *flow;
  Sheets sheets;

  g_return_val_if_fail (G_IS_LIST_MODEL (nodes), NULL);
  g_return_val_if_fail (g_list_model_get_n_items (nodes) > 0, NULL);

  sheets = choose_sheets (nodes, options, context);
  flow = make_flow (options,
                    options->office
                      /* Translators: the title of a chart on paper; the name of a sub-district */
                      ? g_strdup_printf (C_("chart", "Organisation chart of %s"), options->office)
                      : g_strdup (C_("chart", "Organisation chart")),
                    sheets.lies ? GGOV_REPORT_TURN_LANDSCAPE : GGOV_REPORT_TURN_PORTRAIT, context);
  for (guint i = 0; i < ggov_report_chart_get_n_parts (sheets.chart); i++)
    {
      ChartPart *part = g_new0 (ChartPart, 1);
      double height = ggov_report_chart_get_part_height (sheets.chart, i) * sheets.scale;

      part->chart = sheets.chart;
      part->scale = sheets.scale;
      part->part = i;
      ggov_report_flow_add_drawing (flow,
                                    (height + GGOV_REPORT_CHART_GAP) / ggov_report_points (1),
                                    draw_part, part, free_part);
    }
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
