/* ggov-report-map.c: maps of grids and communities on paper, ready to hang up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-map-sheet-private.h"
#include "ggov-report-watermark-private.h"
#include "ggov-report-words-private.h"

/* The holes are punched at the left, whichever way the page lies. */
static const GgovReportPage papers[] = {
  [GGOV_REPORT_A4] = {
    .width_mm = 210, .height_mm = 297, .top_mm = 12, .bottom_mm = 11, .left_mm = 18, .right_mm = 12,
  },
  [GGOV_REPORT_A3] = {
    .width_mm = 297, .height_mm = 420, .top_mm = 12, .bottom_mm = 11, .left_mm = 18, .right_mm = 12,
  },
};

/* What hangs on a wall in twice the size is read from further away. */
static const double sizes[] = { [GGOV_REPORT_A4] = 1, [GGOV_REPORT_A3] = 1.35 };

struct _GgovReportMap
{
  GObject           parent_instance;

  GgovReportMapJob  job;
  GPtrArray        *sheets;    /* (element-type GgovReportMapSheet) */
  GArray           *pages;     /* (element-type guint): for each page its sheet */
  char             *title;
};

static void ggov_report_map_pager_iface_init (GgovReportPagerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovReportMap, ggov_report_map, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_REPORT_PAGER,
                                                      ggov_report_map_pager_iface_init))

/* @within: (out): which page of the sheet it is */
static GgovReportMapSheet *
find_sheet (GgovReportMap *self,
            guint          page,
            guint         *within)
{
  const guint sheet = g_array_index (self->pages, guint, page);

  *within = 0;
  while (page > *within && g_array_index (self->pages, guint, page - *within - 1) == sheet)
    (*within)++;

  return self->sheets->pdata[sheet];
}

static const GgovReportPage *
ggov_report_map_get_page_at (GgovReportPager *pager,
                             guint            page)
{
  guint within;

  return find_sheet (GGOV_REPORT_MAP (pager), page, &within)->page;
}

static const GgovReportPage *
ggov_report_map_get_page (GgovReportPager *pager)
{
  return ggov_report_map_get_page_at (pager, 0);
}

static const char *
ggov_report_map_get_title (GgovReportPager *pager)
{
  return GGOV_REPORT_MAP (pager)->title;
}

static guint
ggov_report_map_get_n_pages (GgovReportPager *pager)
{
  return GGOV_REPORT_MAP (pager)->pages->len;
}

static const char *
ggov_report_map_get_bookmark (GgovReportPager *pager,
                              guint            page,
                              gboolean        *is_within)
{
  guint within;
  const GgovReportMapSheet *sheet = find_sheet (GGOV_REPORT_MAP (pager), page, &within);

  if (within > 0)
    return NULL;

  *is_within = sheet->grid != NULL;

  return sheet->grid ? sheet->grid->name : sheet->community->name;
}

static void
ggov_report_map_draw (GgovReportPager *pager,
                      cairo_t         *cr,
                      guint            page)
{
  GgovReportMap *self = GGOV_REPORT_MAP (pager);
  guint within;
  GgovReportMapSheet *sheet = find_sheet (self, page, &within);

  _ggov_report_map_sheet_draw (sheet, &self->job, within, page, self->pages->len, cr);
}

static void
ggov_report_map_pager_iface_init (GgovReportPagerInterface *iface)
{
  iface->get_page = ggov_report_map_get_page;
  iface->get_page_at = ggov_report_map_get_page_at;
  iface->get_bookmark = ggov_report_map_get_bookmark;
  iface->get_title = ggov_report_map_get_title;
  iface->get_n_pages = ggov_report_map_get_n_pages;
  iface->draw = ggov_report_map_draw;
}

static void
job_clear (GgovReportMapJob *job)
{
  for (guint i = 0; i < G_N_ELEMENTS (job->tables); i++)
    g_clear_pointer (&job->tables[i], ggov_report_table_free);
  for (guint i = 0; i < G_N_ELEMENTS (job->watermarks); i++)
    g_clear_pointer (&job->watermarks[i], cairo_surface_destroy);
  g_clear_pointer (&job->as_of, g_free);
  g_clear_pointer (&job->printed, g_free);
  g_clear_pointer (&job->sources, g_free);
  /* Sheets point into the atlas that the kit owns. */
  _ggov_report_map_kit_clear (&job->kit);
}

static void
ggov_report_map_finalize (GObject *object)
{
  GgovReportMap *self = GGOV_REPORT_MAP (object);

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->title, g_free);
  job_clear (&self->job);

  G_OBJECT_CLASS (ggov_report_map_parent_class)->finalize (object);
}

static void
ggov_report_map_class_init (GgovReportMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_report_map_finalize;
}

static void
ggov_report_map_init (GgovReportMap *self)
{
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) _ggov_report_map_sheet_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
make_pages (GgovReportMapJob           *job,
            const GgovReportMapOptions *options)
{
  job->pages[0] = job->pages[1] = papers[options->paper];
  job->pages[1].width_mm = papers[options->paper].height_mm;
  job->pages[1].height_mm = papers[options->paper].width_mm;
}

static void
make_words (GgovReportMapJob *job,
            GgovAtlas        *atlas,
            const char       *printed_at)
{
  g_autofree char *day = _ggov_report_dup_day (atlas->day);
  g_autofree char *sources = g_strdup (atlas->sources ? atlas->sources : "");
  const char *datum = C_("map sheet", "Coordinates are CGCS2000; transverse Mercator projection "
                                      "centred on the map, true north above.");

  job->as_of = g_strdup_printf (C_("roster", "As of %s"), day);
  job->printed = _ggov_report_dup_printed (printed_at);
  /* Translators: the foot of a map: whose data it is, then what its coordinates are */
  job->sources = *sources ? g_strdup_printf (C_("map sheet", "Map data: %1$s. %2$s"),
                                             g_strdelimit (sources, "\n", ';'), datum)
                          : g_strdup (datum);
}

static void
job_init (GgovReportMapJob           *job,
          GgovAtlas                  *atlas,
          const GgovReportMapOptions *options,
          PangoContext               *context)
{
  const GgovReportPage *narrow = &job->pages[0];
  g_autofree char *time = g_strdelimit (g_strdup (options->printed_at), "T", ' ');
  g_autofree char *mark = g_strconcat (options->account, "  ", time, NULL);

  job->with_phones = options->with_phones;
  _ggov_report_map_kit_init (&job->kit, atlas, sizes[options->paper], context);
  job->kit.theme = options->theme ? ggov_report_map_theme_ref (options->theme) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (job->tables); i++)
    job->tables[i] = _ggov_report_index_new_table (i, job->with_phones, context);
  make_pages (job, options);
  for (guint i = 0; job->with_phones && i < G_N_ELEMENTS (job->watermarks); i++)
    job->watermarks[i] = _ggov_report_watermark_new (context, &job->pages[i], mark);
  make_words (job, atlas, options->printed_at);
  job->sources_height =
    _ggov_report_pen_get_pitch (job->kit.small_pen) *
    _ggov_report_pen_count_lines (job->kit.small_pen, job->sources,
                                  ggov_report_points (narrow->width_mm - narrow->left_mm -
                                                      narrow->right_mm));
}

static void
add_sheet (GgovReportMap            *self,
           const GgovAtlasCommunity *community,
           const GgovAtlasGrid      *grid)
{
  GgovReportMapSheet *sheet = _ggov_report_map_sheet_new (&self->job, community, grid);

  if (sheet == NULL)
    return;

  for (guint i = 0; i < sheet->n_pages; i++)
    g_array_append_val (self->pages, self->sheets->len);
  g_ptr_array_add (self->sheets, sheet);
}

static gboolean
is_wanted (const char *wanted,
           const char *code)
{
  return wanted == NULL || g_str_equal (wanted, code);
}

static void
add_community (GgovReportMap            *self,
               const GgovAtlasCommunity *community,
               const char               *code,
               GgovReportMapSheets       sheets)
{
  const GPtrArray *grids = self->job.kit.atlas->grids;
  const gboolean is_whole = is_wanted (code, community->code);

  if (is_whole)
    add_sheet (self, community, NULL);

  for (guint i = 0; i < grids->len && sheets == GGOV_REPORT_MAP_ALL; i++)
    {
      const GgovAtlasGrid *grid = grids->pdata[i];

      if (grid->community_id == community->id && (is_whole || is_wanted (code, grid->code)))
        add_sheet (self, community, grid);
    }
}

static char *
dup_title (GgovReportMap *self,
           const char    *code)
{
  const char *office = self->job.kit.atlas->office;

  if (code == NULL && office)
    /* Translators: the title of a book of maps; the place is a sub-district */
    return g_strdup_printf (C_("map sheet", "Grid maps of %s"), office);

  return g_strdup (((GgovReportMapSheet *) self->sheets->pdata[0])->title);
}

GgovReportMap *
ggov_report_map_new (GgovAtlas                  *atlas,
                     const GgovReportMapOptions *options,
                     PangoContext               *context)
{
  g_autoptr(GgovReportMap) self = NULL;

  g_return_val_if_fail (atlas != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_object_new (GGOV_TYPE_REPORT_MAP, NULL);
  job_init (&self->job, atlas, options, context);
  for (guint i = 0; i < atlas->communities->len; i++)
    add_community (self, atlas->communities->pdata[i], options->code, options->sheets);

  if (self->sheets->len == 0)
    return NULL;

  self->title = dup_title (self, options->code);

  return g_steal_pointer (&self);
}

guint
ggov_report_map_get_n_maps (GgovReportMap *self)
{
  g_return_val_if_fail (GGOV_IS_REPORT_MAP (self), 0);

  return self->sheets->len;
}
