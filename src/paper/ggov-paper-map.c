/* ggov-paper-map.c: maps of communities and grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-paper-kinds-private.h"
#include "ggov-report-map.h"
#include "ggov-store-atlas.h"

static void
free_atlas (gpointer content)
{
  ggov_atlas_unref (content);
}

static void
atlas_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      task)
{
  GError *error = NULL;
  GgovAtlas *atlas = ggov_store_load_atlas_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, atlas, free_atlas, error);
}

static void
read_atlas (GgovStore              *store,
            const GgovPaperOptions *options,
            GTask                  *task)
{
  ggov_store_load_atlas_async (store, options->day, g_task_get_cancellable (task), atlas_read_cb,
                               task);
}

static GgovReportPager *
make (gpointer                 content,
      const GgovPaperOptions  *options,
      GgovReportMapSheets      sheets,
      PangoContext            *context,
      guint                   *n_counted,
      GError                 **error)
{
  const GgovReportMapOptions report = {
    .code = options->place,
    .sheets = sheets,
    .paper = options->size,
    .printed_at = options->printed_at,
    .account = options->account,
    .with_phones = options->with_phones,
  };
  GgovReportMap *map = ggov_report_map_new (content, &report, context);

  if (map == NULL)
    {
      g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
                           _("No such place was there on that day. Check the place and the day."));
      return NULL;
    }

  *n_counted = ggov_report_map_get_n_maps (map);

  return GGOV_REPORT_PAGER (map);
}

static GgovReportPager *
make_all (gpointer                 content,
          const GgovPaperOptions  *options,
          PangoContext            *context,
          guint                   *n_counted,
          GError                 **error)
{
  return make (content, options, GGOV_REPORT_MAP_ALL, context, n_counted, error);
}

/* That of the community, where a grid of it is asked for. */
static GgovReportPager *
make_overviews (gpointer                 content,
                const GgovPaperOptions  *options,
                PangoContext            *context,
                guint                   *n_counted,
                GError                 **error)
{
  g_autoptr(GgovPaperOptions) whole = ggov_paper_options_copy (options);

  if (ggov_paper_options_is_grid (whole))
    whole->place[GGOV_PAPER_COMMUNITY_LENGTH] = '\0';

  return make (content, whole, GGOV_REPORT_MAP_OVERVIEWS, context, n_counted, error);
}

const GgovPaperKind _ggov_paper_map = {
  .name = "map",
  .title = N_("Grid maps"),
  .about = N_("A page for each grid: map, index of buildings, people and phones"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_PHONES,
  .counts = "maps",
  .read = read_atlas,
  .free_content = free_atlas,
  .make = make_all,
};

const GgovPaperKind _ggov_paper_overview_map = {
  .name = "overview-map",
  .title = N_("Community overview map"),
  .about = N_("All grids of a community on one sheet, with their leaders"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_PHONES,
  .counts = "maps",
  .read = read_atlas,
  .free_content = free_atlas,
  .make = make_overviews,
};
