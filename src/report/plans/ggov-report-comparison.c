/* ggov-report-comparison.c: on paper what a plan changes: grids, households and their workers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-report-comparison.h"
#include "ggov-report-flow.h"
#include "ggov-report-sketch.h"

#define MAP_HEIGHT_MM 116

/* Of the names on the map, in points. */
#define NAME_PT 8

/* Of a grid's code, what is its own. */
#define SEQUENCE_LENGTH 3

/* What the map is drawn from. */
typedef struct
{
  GgovGeoSketch *sketch;
  PangoContext  *context;
} Map;

static void
map_free (gpointer data)
{
  Map *map = data;

  g_clear_pointer (&map->sketch, ggov_geo_sketch_unref);
  g_clear_object (&map->context);
  g_free (map);
}

static void
draw_map (cairo_t  *cr,
          double    width,
          double    height,
          gpointer  data)
{
  const Map *map = data;
  g_autoptr(PangoFontDescription) font = ggov_report_font_new (GGOV_REPORT_HEI, NAME_PT, TRUE);

  ggov_report_sketch_draw (map->sketch, cr, width, height, FALSE, font, map->context);
}

static void
add_map (GgovReportFlow *flow,
         GgovGeoSketch  *sketch,
         PangoContext   *context)
{
  Map *map = g_new0 (Map, 1);

  map->sketch = ggov_geo_sketch_ref (sketch);
  map->context = g_object_ref (context);
  ggov_report_flow_add_drawing (flow, MAP_HEIGHT_MM, draw_map, map, map_free);
}

/* The end of a code within its community, and the name. Codes are given at approval: until then
 * the map has a plus and the grid's number in the draft. */
static char *
dup_grid (const char *code,
          const char *name,
          gint64      number)
{
  g_autofree char *mark = code && strlen (code) > SEQUENCE_LENGTH
    ? g_strdup (code + strlen (code) - SEQUENCE_LENGTH) : g_strdup_printf ("+%d", (int) number);

  return name && *name != '\0' ? g_strdup_printf ("%s %s", mark, name) : g_steal_pointer (&mark);
}

static char *
dup_pair (gint64 before,
          gint64 after)
{
  return before == after ? g_strdup_printf ("%d", (int) after)
                         : g_strdup_printf ("%d → %d", (int) before, (int) after);
}

static char *
dup_change (const char *change)
{
  if (g_str_equal (change, "new"))
    return g_strdup (C_("grid", "New"));
  if (g_str_equal (change, "retired"))
    return g_strdup (C_("grid", "Given up"));
  if (g_str_equal (change, "changed"))
    return g_strdup (C_("grid", "Changed"));

  return g_strdup (C_("grid", "The same"));
}

static void
add_grids (GgovReportFlow *flow,
           GListModel     *grids)
{
  const GgovReportColumn columns[] = {
    { C_("column", "Grid"), 0, PANGO_ALIGN_LEFT },
    { C_("column", "Change"), 0, PANGO_ALIGN_CENTER },
    { C_("column", "Households"), 23, PANGO_ALIGN_CENTER },
    { C_("column", "People"), 25, PANGO_ALIGN_CENTER },
    { C_("column", "Special groups"), 0, PANGO_ALIGN_CENTER },
    { C_("column", "Buildings"), 0, PANGO_ALIGN_CENTER },
    { C_("column", "Open issues"), 0, PANGO_ALIGN_CENTER },
    { C_("column", "Posts"), 0, PANGO_ALIGN_CENTER },
  };

  ggov_report_flow_add_section (
    flow, ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0),
    C_("comparison", "Grids before and after"), NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (grids); i++)
    {
      g_autoptr(GgovPlanGrid) grid = g_list_model_get_item (grids, i);
      const GgovPlanGridRow *row = ggov_plan_grid_get_row (grid);
      char *const cells[] = {
        dup_grid (row->code, row->name, row->number),
        dup_change (row->change),
        dup_pair (row->households_before, row->households_after),
        dup_pair (row->people_before, row->people_after),
        dup_pair (row->special_before, row->special_after),
        dup_pair (row->buildings_before, row->buildings_after),
        dup_pair (row->issues_before, row->issues_after),
        dup_pair (row->posts_before, row->posts_after),
      };

      ggov_report_flow_take_row (flow, cells);
    }
}

static char *
dup_grid_and_member (const char *code,
                     const char *name,
                     gint64      number,
                     const char *member)
{
  g_autofree char *grid = dup_grid (code, name, number);

  return g_strdup_printf ("%s · %s", grid, member ? member : C_("comparison", "vacant"));
}

static void
add_moves (GgovReportFlow *flow,
           GListModel     *moves)
{
  const GgovReportColumn columns[] = {
    { C_("column", "Building"), 46, PANGO_ALIGN_LEFT },
    { C_("column", "Households"), 20, PANGO_ALIGN_CENTER },
    { C_("column", "Leaves"), 0, PANGO_ALIGN_LEFT },
    { C_("column", "Goes to"), 0, PANGO_ALIGN_LEFT },
  };

  ggov_report_flow_add_section (
    flow, ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0),
    C_("comparison", "Households that move"), NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr(GgovPlanMove) move = g_list_model_get_item (moves, i);
      const GgovPlanMoveRow *row = ggov_plan_move_get_row (move);
      char *const cells[] = {
        g_strdup (row->building),
        g_strdup_printf ("%d", (int) row->households),
        dup_grid_and_member (row->from_code, row->from, 0, row->from_member),
        dup_grid_and_member (row->to_code, row->to, row->to_number, row->to_member),
      };

      ggov_report_flow_take_row (flow, cells);
    }
}

static void
add_posts (GgovReportFlow *flow,
           GListModel     *posts)
{
  const GgovReportColumn columns[] = {
    { C_("column", "Name"), 28, PANGO_ALIGN_LEFT },
    { C_("column", "Role"), 0, PANGO_ALIGN_LEFT },
    { C_("column", "Grid given up"), 0, PANGO_ALIGN_LEFT },
    { C_("column", "Most households go to"), 0, PANGO_ALIGN_LEFT },
  };

  ggov_report_flow_add_section (
    flow, ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0),
    C_("comparison", "Posts on grids given up"), NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPlanPost) post = g_list_model_get_item (posts, i);
      const GgovPlanPostRow *row = ggov_plan_post_get_row (post);
      char *const cells[] = {
        g_strdup (row->person),
        g_strdup (row->role),
        dup_grid (row->code, row->grid, 0),
        dup_grid (row->successor_code, row->successor, row->successor_number),
      };

      ggov_report_flow_take_row (flow, cells);
    }
}

static char *
dup_state (const GgovPlanRow *row)
{
  if (row->valid_from)
    /* Translators: a community, the state of a plan, and its first day */
    return g_strdup_printf (C_("comparison", "%1$s · %2$s · from %3$s"), row->community, row->state,
                            row->valid_from);

  return g_strdup_printf ("%s · %s", row->community, row->state);
}

static void
add_lines (GgovReportFlow     *flow,
           const GgovPlanRow  *row,
           GgovPlanComparison *comparison,
           gboolean            with_map)
{
  const GgovPlanComparisonSums *sums = ggov_plan_comparison_get_sums (comparison);
  g_autofree char *state = dup_state (row);
  /* Translators: numbers of buildings, households and people */
  g_autofree char *moved =
    g_strdup_printf (C_("comparison", "Buildings that change their grid: %1$d, with %2$d households "
                                      "and %3$d people."),
                     (int) sums->buildings_moved, (int) sums->households_moved,
                     (int) sums->people_moved);

  ggov_report_flow_add_line (flow, state);
  if (row->note && *row->note != '\0')
    ggov_report_flow_add_line (flow, row->note);
  ggov_report_flow_add_line (flow, moved);
  if (with_map)
    ggov_report_flow_add_line (flow, C_("comparison", "On the map the borders there were are "
                                                      "dashed, and buildings that change their grid "
                                                      "are dark."));
}

GgovReportPager *
ggov_report_comparison_new (GgovPlan                          *plan,
                            GgovPlanComparison                *comparison,
                            GgovGeoSketch                     *sketch,
                            const GgovReportComparisonOptions *options,
                            PangoContext                      *context)
{
  const GgovPlanRow *row = ggov_plan_get_row (plan);
  /* Translators: the title of a paper; a plan's name */
  g_autofree char *title = g_strdup_printf (C_("comparison", "What %s changes"), row->name);
  const GgovReportFlowOptions words = {
    .title = title,
    .printed_at = options->printed_at,
    .account = options->account,
    .is_personal = TRUE,
    .size = options->size,
    .turn = options->turn,
  };
  GgovReportFlow *flow = ggov_report_flow_new (&words, context);

  g_return_val_if_fail (GGOV_IS_PLAN_COMPARISON (comparison), NULL);

  add_lines (flow, row, comparison, sketch != NULL);
  if (sketch)
    add_map (flow, sketch, context);
  add_grids (flow, ggov_plan_comparison_get_grids (comparison));
  add_moves (flow, ggov_plan_comparison_get_moves (comparison));
  add_posts (flow, ggov_plan_comparison_get_posts (comparison));
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
