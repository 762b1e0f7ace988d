/* ggov-paper-map.c: maps of communities and grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-paper-kinds-private.h"
#include "ggov-paper-theme-private.h"
#include "ggov-report-map.h"
#include "ggov-store-atlas.h"

/* What maps are made of. */
typedef struct
{
  GgovAtlas          *atlas;
  GgovReportMapTheme *theme; /* (nullable) */
} Content;

static void
free_content (gpointer data)
{
  Content *content = data;

  g_clear_pointer (&content->atlas, ggov_atlas_unref);
  g_clear_pointer (&content->theme, ggov_report_map_theme_unref);
  g_free (content);
}

/* Maps that are being read: the theme first, if there is one. */
typedef struct
{
  GTask           *task;    /* (transfer full): to _ggov_paper_return() */
  const GgovTheme *theme;   /* (nullable) */
  char            *day;
  Content         *content; /* (nullable): NULL once it is handed over */
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->content, free_content);
  g_free (reading->day);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
atlas_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(Reading) reading = data;
  GError *error = NULL;

  reading->content->atlas = ggov_store_load_atlas_finish (GGOV_STORE (object), result, &error);
  _ggov_paper_return (reading->task, error ? NULL : g_steal_pointer (&reading->content),
                      free_content, error);
}

/* Takes @reading over. */
static void
read_atlas (GgovStore *store,
            Reading   *reading)
{
  ggov_store_load_atlas_async (store, reading->day, g_task_get_cancellable (reading->task),
                               atlas_read_cb, reading);
}

static void
theme_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(Reading) reading = data;
  GError *error = NULL;
  g_autoptr(GgovThemeValues) values =
    ggov_store_read_theme_finish (GGOV_STORE (object), result, &error);

  if (values == NULL)
    {
      _ggov_paper_return (reading->task, NULL, NULL, error);
      return;
    }

  reading->content->theme = _ggov_paper_theme_new (reading->theme, values);
  read_atlas (GGOV_STORE (object), g_steal_pointer (&reading));
}

/* (nullable): NULL where none is wanted, or with @error set where there is none of that name */
static const GgovTheme *
find_theme (const GgovPaperOptions  *options,
            GError                 **error)
{
  const GgovTheme *theme = options->theme ? ggov_theme_find (options->theme) : NULL;
  g_autoptr(GString) names = g_string_new (NULL);

  if (theme || options->theme == NULL)
    return theme;

  for (guint i = 0; i < ggov_theme_get_n (); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ggov_theme_get (i)->id);
  /* Translators: a list of words that can be given instead */
  g_set_error (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
               _("A map can be coloured by one of these: %s."), names->str);

  return NULL;
}

static void
read_maps (GgovStore              *store,
           const GgovPaperOptions *options,
           GTask                  *task)
{
  g_autoptr(Reading) reading = g_new0 (Reading, 1);
  GError *error = NULL;
  const GgovTheme *theme = find_theme (options, &error);

  if (error)
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  reading->task = task;
  reading->theme = theme;
  reading->day = g_strdup (options->day);
  reading->content = g_new0 (Content, 1);
  if (theme)
    ggov_store_read_theme_async (store, theme, options->day, options->now,
                                 g_task_get_cancellable (task), theme_read_cb,
                                 g_steal_pointer (&reading));
  else
    read_atlas (store, g_steal_pointer (&reading));
}

static GgovReportPager *
make (gpointer                 content,
      const GgovPaperOptions  *options,
      GgovReportMapSheets      sheets,
      PangoContext            *context,
      guint                   *n_counted,
      GError                 **error)
{
  const Content *maps = content;
  const GgovReportMapOptions report = {
    .code = options->place,
    .sheets = sheets,
    .paper = options->size,
    .printed_at = options->printed_at,
    .account = options->account,
    .with_phones = options->with_phones,
    .theme = maps->theme,
  };
  GgovReportMap *map = ggov_report_map_new (maps->atlas, &report, context);

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
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_PHONES |
           GGOV_PAPER_THEME,
  .counts = "maps",
  .read = read_maps,
  .free_content = free_content,
  .make = make_all,
};

const GgovPaperKind _ggov_paper_overview_map = {
  .name = "overview-map",
  .title = N_("Community overview map"),
  .about = N_("All grids of a community on one sheet, with their leaders"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_PHONES |
           GGOV_PAPER_THEME,
  .counts = "maps",
  .read = read_maps,
  .free_content = free_content,
  .make = make_overviews,
};
