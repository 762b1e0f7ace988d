/* ggov-screenshot-views.c: what the pictures of the program show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-screenshot-views.h"
#include "ggov-store-themes.h"

/* The first of each that a demo office has. */
#define DISPUTE      "win.show-case(('disputes', int64 1))"
#define STRUCTURE    "win.show-case(('structures', int64 4))"
#define JOINT_ACTION "win.show-case(('joint-actions', int64 1))"

static const GgovScreenshotView pages[] = {
  { .name = "overview", .page = "overview" },
  { .name = "map", .page = "map" },
  { .name = "roster", .page = "roster" },
  { .name = "issues", .page = "issues", .look = "board.show-lanes::none" },
  { .name = "issues-lanes", .page = "issues", .look = "board.show-lanes::handler" },
  { .name = "issues-list", .page = "issues", .look = "board.view::list" },
  { .name = "issues-calendar", .page = "issues", .look = "board.view::calendar" },
  { .name = "issues-map", .page = "issues", .look = "board.view::map" },
  { .name = "points", .page = "points" },
  { .name = "residents", .page = "residents", .look = "residents.view::register" },
  { .name = "visits", .page = "residents", .look = "residents.view::visits" },
  { .name = "changes", .page = "changes" },
  { .name = "draft", .page = "map", .needs_draft = TRUE },
};

static const GgovScreenshotView windows[] = {
  { .name = "new-office", .page = "overview", .window = "win.new-office" },
  { .name = "import", .page = "overview", .window = "win.import" },
  { .name = "import-people", .page = "roster", .window = "win.import-people" },
  { .name = "import-issues", .page = "issues", .window = "win.import-issues" },
  { .name = "import-residents", .page = "overview", .window = "win.import-residents" },
  { .name = "export", .page = "overview", .window = "win.export" },
  { .name = "base-map", .page = "map", .window = "map.choose-base-map" },
  { .name = "map-print", .page = "map", .window = "map.print" },
  { .name = "nets", .page = "map", .window = "map.show-nets" },
  { .name = "proposals", .page = "map", .window = "map.propose-grids" },
  { .name = "compare", .page = "map", .window = "map.compare-plan", .needs_draft = TRUE },
  { .name = "approve", .page = "map", .window = "map.approve-plan", .needs_draft = TRUE },
  { .name = "charge", .page = "roster", .window = "win.ask-charge" },
  { .name = "columns", .page = "roster", .window = "roster.choose-columns" },
  { .name = "export-people", .page = "roster", .window = "roster.export" },
  { .name = "load", .page = "roster", .window = "roster.show-load" },
  { .name = "roles", .page = "roster", .window = "roster.show-roles" },
  { .name = "training", .page = "roster", .window = "win.show-training" },
  { .name = "training-sessions", .page = "roster",
    .window = "win.show-training-table::sessions" },
  { .name = "training-courses", .page = "roster",
    .window = "win.show-training-table::courses" },
  { .name = "twins", .page = "roster", .window = "roster.show-twins" },
  { .name = "organisations", .page = "roster", .window = "win.show-organisations" },
  { .name = "coverage", .page = "roster", .window = "win.show-coverage" },
  { .name = "organisation-chart", .page = "roster", .window = "win.show-chart" },
  { .name = "board-limits", .page = "issues", .look = "board.show-lanes::none",
    .window = "board.set-limits" },
  { .name = "export-issues", .page = "issues", .window = "board.export" },
  { .name = "new-issue", .page = "issues", .window = "board.new-issue" },
  { .name = "calendar", .page = "issues", .window = "win.show-calendar" },
  { .name = "case-types", .page = "issues", .window = "win.show-case-types" },
  { .name = "ladder", .page = "issues", .window = "win.show-ladder" },
  { .name = "indicators", .page = "issues", .window = "win.show-indicators" },
  { .name = "follow-up", .page = "issues", .window = "win.show-indicators-view::follow-up" },
  { .name = "measures", .page = "issues", .window = "win.show-indicators-view::measures" },
  { .name = "replay", .page = "issues", .window = "win.show-indicators-view::replay" },
  { .name = "disputes", .page = "issues", .window = "win.show-cases" },
  { .name = "structures", .page = "issues", .window = "win.show-cases-view::structures" },
  { .name = "joint-actions", .page = "issues", .window = "win.show-cases-view::joint-actions" },
  { .name = "utilities", .page = "issues", .window = "win.show-cases-view::utilities" },
  { .name = "strand", .page = "issues", .window = "board.begin-strand(int64 1)" },
  { .name = "summons", .page = "issues", .window = "board.summon(int64 1)" },
  { .name = "reporter", .page = "issues", .window = "board.add-reporter(int64 1)" },
  { .name = "dispute", .page = "issues", .window = DISPUTE },
  { .name = "dispute-party", .page = "issues", .window = DISPUTE, .form = "dispute.add-party" },
  { .name = "dispute-meeting", .page = "issues", .window = DISPUTE, .form = "dispute.add-meeting" },
  { .name = "structure", .page = "issues", .window = STRUCTURE },
  { .name = "structure-form", .page = "issues", .window = STRUCTURE, .form = "structure.add" },
  { .name = "joint-action", .page = "issues", .window = JOINT_ACTION },
  { .name = "joint-action-step", .page = "issues", .window = JOINT_ACTION, .form = "joint.add-step" },
  { .name = "joint-action-form", .page = "issues", .window = JOINT_ACTION, .form = "joint.edit" },
  { .name = "desk-approvals", .page = "points", .window = "win.show-points-desk-view::approvals" },
  { .name = "desk-rewards", .page = "points", .window = "win.show-points-desk-view::rewards" },
  { .name = "desk-settlements", .page = "points",
    .window = "win.show-points-desk-view::settlements" },
  { .name = "desk-rules", .page = "points", .window = "win.show-points-desk-view::rules" },
  { .name = "desk-honours", .page = "points", .window = "win.show-points-desk-view::honours" },
  { .name = "desk-charts", .page = "points", .window = "win.show-points-desk-view::charts" },
  { .name = "award", .page = "points", .window = "points.award" },
  { .name = "export-residents", .page = "residents", .look = "residents.view::register",
    .window = "residents.export" },
  { .name = "filter-field", .page = "residents", .look = "residents.view::register",
    .window = "residents.filter-field" },
  { .name = "move-in", .page = "residents", .look = "residents.view::register",
    .window = "residents.act::move_in" },
};

static void
append (GArray                   *views,
        const GgovScreenshotView *some,
        gsize                     n_some,
        gboolean                  has_draft)
{
  for (gsize i = 0; i < n_some; i++)
    if (has_draft || !some[i].needs_draft)
      g_array_append_val (views, some[i]);
}

GArray *
ggov_screenshot_views_new (gboolean has_draft)
{
  GArray *views = g_array_new (FALSE, FALSE, sizeof (GgovScreenshotView));

  append (views, pages, G_N_ELEMENTS (pages), has_draft);
  for (guint i = 0; i < ggov_theme_get_n (); i++)
    {
      const GgovScreenshotView view = {
        .name = "map", .page = "map", .colours = ggov_theme_get (i)->id,
      };

      g_array_append_val (views, view);
    }
  append (views, windows, G_N_ELEMENTS (windows), has_draft);

  return views;
}
