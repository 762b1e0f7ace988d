/* ggov-report-map-sheet.c: how a map, its legend and its lists share a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-report-map-sheet-private.h"

/* In points. */
#define HEADER_GAP    6.0
#define COLUMN_GAP    11.0
#define SECTION_GAP   8.0
#define LIST_STEP     8.0  /* the height of lists below a map is tried in such steps */
#define LEAST_LIST    120.0

/* Of a page at most, for lists below the map. */
#define MOST_LIST 0.48

/* A map on one page may be so much smaller than one whose lists go on on another. */
#define EXTRA_PAGE 1.35

/* Where the next piece goes. */
typedef struct
{
  const GgovReportMapJob *job;
  GgovReportMapSheet     *sheet;
  GgovReportRect          body;   /* of the present page */
  guint                   n_columns;
  guint                   column;
  guint                   page;
  double                  y;
} Flow;

static double
get_column_width (void)
{
  return ggov_report_points (GGOV_REPORT_INDEX_WIDTH_MM);
}

static double
measure_header (const GgovReportMapKit *kit)
{
  return _ggov_report_pen_get_pitch (kit->title_pen) +
         _ggov_report_pen_get_pitch (kit->subtitle_pen) + HEADER_GAP;
}

GgovReportRect
_ggov_report_map_get_body (const GgovReportMapJob *job,
                           const GgovReportPage   *page,
                           gboolean                is_first)
{
  const double top = ggov_report_points (page->top_mm) +
                     (is_first ? measure_header (&job->kit) : GGOV_REPORT_SHEET_RUNNING + 4);
  const double bottom = ggov_report_points (page->height_mm - page->bottom_mm) -
                        GGOV_REPORT_SHEET_RUNNING - job->sources_height -
                        GGOV_REPORT_SHEET_SIGNERS;
  const GgovReportRect body = {
    ggov_report_points (page->left_mm), top,
    ggov_report_points (page->width_mm - page->left_mm - page->right_mm), bottom - top,
  };

  return body;
}

static guint
count_columns (double width)
{
  return MAX (1, floor ((width + COLUMN_GAP + 0.01) / (get_column_width () + COLUMN_GAP)));
}

static void
enter (Flow                 *flow,
       const GgovReportRect *body)
{
  flow->body = *body;
  flow->n_columns = count_columns (body->width);
  flow->column = 0;
  flow->y = body->y;
}

static void
break_column (Flow *flow)
{
  GgovReportRect body;

  if (++flow->column < flow->n_columns)
    {
      flow->y = flow->body.y;
      return;
    }

  body = _ggov_report_map_get_body (flow->job, flow->sheet->page, FALSE);
  enter (flow, &body);
  flow->page++;
}

static gboolean
is_full (const Flow *flow,
         double      height)
{
  return flow->y + height > flow->body.y + flow->body.height + 0.01;
}

static void
place (Flow                *flow,
       GgovReportPieceKind  kind,
       guint                section,
       guint                row,
       double               height)
{
  const double spare = flow->body.width - flow->n_columns * get_column_width ();
  const double gap = flow->n_columns > 1 ? spare / (flow->n_columns - 1) : 0;
  const GgovReportPiece piece = {
    .kind = kind, .page = flow->page, .section = section, .row = row,
    .x = flow->body.x + flow->column * (get_column_width () + gap), .y = flow->y,
    .height = height,
  };

  g_array_append_val (flow->sheet->pieces, piece);
  flow->y += height;
}

static void
place_headings (Flow                *flow,
                guint                section,
                GgovReportPieceKind  kind)
{
  const GgovReportIndexSection *about = flow->sheet->sections->pdata[section];

  place (flow, kind, section, 0, GGOV_REPORT_SHEET_SECTION);
  place (flow, GGOV_REPORT_PIECE_HEAD, section, 0,
         ggov_report_table_get_head_height (flow->job->tables[about->kind]));
}

static double
get_height (const GgovReportIndexSection *section,
            guint                         row)
{
  return g_array_index (section->heights, double, row);
}

static gboolean
is_group (const GgovReportIndexSection *section,
          guint                         row)
{
  return ((const char *const *) section->rows->pdata[row])[1] == NULL;
}

/* A row, and the one below it where it is a heading, are not parted. */
static double
measure_whole (const GgovReportIndexSection *section,
               guint                         row)
{
  double height = get_height (section, row);

  if (is_group (section, row) && row + 1 < section->rows->len)
    height += get_height (section, row + 1);

  return height;
}

/* At the head of a column again: the section's headings, and the heading that the row is under. */
static void
place_again (Flow  *flow,
             guint  index,
             guint  row)
{
  const GgovReportIndexSection *section = flow->sheet->sections->pdata[index];
  guint group = row;

  break_column (flow);
  place_headings (flow, index, GGOV_REPORT_PIECE_CONTINUED);

  while (group > 0 && !is_group (section, group))
    group--;
  if (group < row && is_group (section, group))
    place (flow, GGOV_REPORT_PIECE_ROW, index, group, get_height (section, group));
}

static void
place_section (Flow  *flow,
               guint  index)
{
  const GgovReportIndexSection *section = flow->sheet->sections->pdata[index];
  const double head = ggov_report_table_get_head_height (flow->job->tables[section->kind]) +
                      GGOV_REPORT_SHEET_SECTION;

  if (section->rows->len == 0)
    return;

  if (is_full (flow, head + measure_whole (section, 0)))
    break_column (flow);
  place_headings (flow, index, GGOV_REPORT_PIECE_SECTION);

  for (guint i = 0; i < section->rows->len; i++)
    {
      if (is_full (flow, measure_whole (section, i)))
        place_again (flow, index, i);
      place (flow, GGOV_REPORT_PIECE_ROW, index, i, get_height (section, i));
    }
  flow->y += SECTION_GAP;
}

/* Returns how many pages the lists take when they begin in @lists. */
static guint
place_lists (GgovReportMapSheet     *self,
             const GgovReportMapJob *job,
             const GgovReportRect   *lists)
{
  Flow flow = { .job = job, .sheet = self };

  g_array_set_size (self->pieces, 0);
  enter (&flow, lists);
  for (guint i = 0; i < self->sections->len; i++)
    place_section (&flow, i);

  return flow.page + 1;
}

/* Who serves a place is not parted where it can be helped. */
static double
measure_people (GgovReportMapSheet     *self,
                const GgovReportMapJob *job)
{
  const GgovReportIndexSection *people = self->sections->pdata[0];
  double height = GGOV_REPORT_SHEET_SECTION +
                  ggov_report_table_get_head_height (job->tables[people->kind]);

  for (guint i = 0; i < people->rows->len; i++)
    height += get_height (people, i);

  return height;
}

/* A way to share the page. */
typedef struct
{
  const GgovReportPage *page;
  GgovReportRect        frame;
  GgovReportRect        lists;
  guint                 n_pages;
  double                denominator;
} Layout;

static void
judge (GgovReportMapSheet     *self,
       const GgovReportMapJob *job,
       Layout                 *layout)
{
  self->page = layout->page;
  layout->n_pages = place_lists (self, job, &layout->lists);
  layout->denominator =
    _ggov_report_view_measure (self->view, layout->frame.width, layout->frame.height);
}

/* Gives the lists at the foot of the page so much height. */
static void
share_height (GgovReportMapSheet     *self,
              const GgovReportMapJob *job,
              Layout                 *layout,
              double                  height)
{
  const GgovReportRect body = _ggov_report_map_get_body (job, layout->page, TRUE);

  layout->lists.height = height;
  layout->lists.y = body.y + body.height - height;
  layout->frame.height = layout->lists.y - GGOV_REPORT_MAP_FOOT_HEIGHT - GGOV_REPORT_SHEET_GAP -
                         body.y;
  judge (self, job, layout);
}

/* The map above, over all the width; the lists below get what they need. */
static Layout
lay_below (GgovReportMapSheet     *self,
           const GgovReportMapJob *job,
           const GgovReportPage   *page)
{
  const GgovReportRect body = _ggov_report_map_get_body (job, page, TRUE);
  Layout layout = { .page = page, .frame = body, .lists = body };
  const double most = body.height * MOST_LIST;
  const double least = CLAMP (measure_people (self, job), MIN (LEAST_LIST, most), most);

  for (double height = least; height <= most; height += LIST_STEP)
    {
      share_height (self, job, &layout, height);
      if (layout.n_pages == 1)
        return layout;
    }

  /* They go on on other pages anyway: the map has the room. */
  share_height (self, job, &layout, least);

  return layout;
}

/* The map at the left of a lying page, the lists in one column beside it. */
static Layout
lay_beside (GgovReportMapSheet     *self,
            const GgovReportMapJob *job)
{
  const GgovReportRect body = _ggov_report_map_get_body (job, &job->pages[1], TRUE);
  Layout layout = { .page = &job->pages[1], .frame = body, .lists = body };

  layout.lists.width = get_column_width ();
  layout.lists.x = body.x + body.width - layout.lists.width;
  layout.frame.width = layout.lists.x - COLUMN_GAP - body.x;
  layout.frame.height -= GGOV_REPORT_MAP_FOOT_HEIGHT;
  judge (self, job, &layout);

  return layout;
}

static double
get_cost (const Layout *layout)
{
  return layout->denominator * (layout->n_pages > 1 ? EXTRA_PAGE : 1);
}

static void
lay_out (GgovReportMapSheet     *self,
         const GgovReportMapJob *job)
{
  const Layout ways[] = {
    lay_below (self, job, &job->pages[0]), lay_beside (self, job),
    lay_below (self, job, &job->pages[1]),
  };
  const Layout *best = &ways[0];

  for (guint i = 1; i < G_N_ELEMENTS (ways); i++)
    if (get_cost (&ways[i]) < get_cost (best))
      best = &ways[i];

  self->page = best->page;
  self->lists = best->lists;
  self->n_pages = place_lists (self, job, &best->lists);
  _ggov_report_view_place (self->view, &best->frame);
  self->strip.x = best->frame.x;
  self->strip.y = best->frame.y + best->frame.height;
  self->strip.width = best->frame.width;
  self->strip.height = GGOV_REPORT_MAP_FOOT_HEIGHT;
}

/* A grid's name may begin with its community's. */
static char *
dup_name (const GgovReportMapSheet *self)
{
  if (g_str_has_prefix (self->grid->name, self->community->name))
    return g_strdup (self->grid->name);

  /* Translators: a community's name and a grid's */
  return g_strdup_printf (C_("roster", "%1$s, %2$s"), self->community->name, self->grid->name);
}

static void
make_words (GgovReportMapSheet     *self,
            const GgovReportMapJob *job)
{
  const GgovAtlasGrid *grid = self->grid;
  guint n_grids = 0;
  int households = 0;

  if (grid)
    {
      g_autofree char *name = dup_name (self);

      /* Translators: the title of a printed map: the name of a grid */
      self->title = g_strdup_printf (C_("map sheet", "Map of %s"), name);
      /* Translators: below the title of a grid's map: its code, then the day */
      self->subtitle =
        g_strdup_printf (C_("map sheet", "Code %1$s · %2$d households · %3$d people · "
                                         "%4$d buildings · %5$s"),
                         grid->code, grid->households, grid->people, grid->buildings, job->as_of);
      return;
    }

  for (guint i = 0; i < job->kit.atlas->grids->len; i++)
    {
      const GgovAtlasGrid *other = job->kit.atlas->grids->pdata[i];

      n_grids += other->community_id == self->community->id;
      households += other->community_id == self->community->id ? other->households : 0;
    }
  /* Translators: the title of a printed map: the name of a community */
  self->title = g_strdup_printf (C_("map sheet", "The grids of %s"), self->community->name);
  /* Translators: below the title of a community's map: its code, then the day */
  self->subtitle = g_strdup_printf (C_("map sheet", "Code %1$s · %2$u grids · %3$d households · "
                                                    "%4$s"),
                                    self->community->code, n_grids, households, job->as_of);
}

GgovReportMapSheet *
_ggov_report_map_sheet_new (const GgovReportMapJob   *job,
                            const GgovAtlasCommunity *community,
                            const GgovAtlasGrid      *grid)
{
  GgovReportView *view = _ggov_report_view_new (grid ? grid->area : community->border);
  GgovReportMapSheet *self;

  if (view == NULL)
    return NULL;

  self = g_new0 (GgovReportMapSheet, 1);
  self->community = community;
  self->grid = grid;
  self->view = view;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (GgovReportPiece));
  if (grid)
    {
      self->marks = _ggov_report_map_list_marks (job->kit.atlas, grid);
      self->sections = _ggov_report_index_list_grid (job->kit.atlas, grid, self->marks,
                                                     job->with_phones, job->tables);
    }
  else
    self->sections = _ggov_report_index_list_community (job->kit.atlas, community,
                                                        job->with_phones, job->tables);
  make_words (self, job);
  lay_out (self, job);

  return self;
}

void
_ggov_report_map_sheet_free (GgovReportMapSheet *self)
{
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->view, _ggov_report_view_free);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self);
}
