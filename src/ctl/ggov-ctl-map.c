/* ggov-ctl-map.c: gridgovctl print map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-ctl.h"
#include "ggov-local-time.h"
#include "ggov-report-map.h"
#include "ggov-report-pdf.h"
#include "ggov-store-atlas.h"

#define COMMUNITY_CODE_LENGTH 12
#define GRID_CODE_LENGTH      15

/* What is wanted, as options. */
typedef struct
{
  char     *grid;
  char     *community;
  gboolean  all;
  char     *paper;
  char     *day;       /* (nullable): instead of the day that all commands have */
  char     *path;
  gboolean  no_phones;
} Wish;

static void
wish_clear (Wish *wish)
{
  g_clear_pointer (&wish->grid, g_free);
  g_clear_pointer (&wish->community, g_free);
  g_clear_pointer (&wish->paper, g_free);
  g_clear_pointer (&wish->day, g_free);
  g_clear_pointer (&wish->path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
choose_paper (const Wish      *wish,
              GgovReportPaper *paper)
{
  if (wish->paper == NULL || g_ascii_strcasecmp (wish->paper, "a4") == 0)
    *paper = GGOV_REPORT_A4;
  else if (g_ascii_strcasecmp (wish->paper, "a3") == 0)
    *paper = GGOV_REPORT_A3;
  else
    return FALSE;

  return TRUE;
}

static gboolean
is_whole (const Wish *wish)
{
  const guint n = (wish->grid != NULL) + (wish->community != NULL) + (wish->all != FALSE);

  return n == 1 && wish->path != NULL &&
         (wish->grid == NULL || strlen (wish->grid) == GRID_CODE_LENGTH) &&
         (wish->community == NULL || strlen (wish->community) == COMMUNITY_CODE_LENGTH);
}

static GgovReportMap *
make_map (GgovCtl         *ctl,
          GgovAtlas       *atlas,
          const Wish      *wish,
          GgovReportPaper  paper)
{
  g_autofree char *now = ggov_local_time_format (g_get_real_time () / G_USEC_PER_SEC);
  PangoContext *context = ggov_report_context_new ();
  const GgovReportMapOptions options = {
    .code = wish->grid ? wish->grid : wish->community,
    .paper = paper,
    .printed_at = now,
    .account = ggov_store_get_account (ctl->store),
    .with_phones = !wish->no_phones,
  };
  GgovReportMap *map = ggov_report_map_new (atlas, &options, context);

  g_object_unref (context);

  return map;
}

static void
tell (GgovCtl       *ctl,
      const char    *path,
      GgovReportMap *map)
{
  const guint n_pages = ggov_report_pager_get_n_pages (GGOV_REPORT_PAGER (map));
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr(JsonBuilder) builder = NULL;

  if (!ctl->json)
    {
      /* Translators: a file’s name, then how many pages */
      g_print (g_dngettext (NULL, "%s: %u page\n", "%s: %u pages\n", n_pages), shown, n_pages);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, shown);
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, n_pages);
  json_builder_set_member_name (builder, "maps");
  json_builder_add_int_value (builder, ggov_report_map_get_n_maps (map));
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static GgovCtlStatus
print_to (GgovCtl         *ctl,
          const Wish      *wish,
          GgovReportPaper  paper)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAtlas) atlas = NULL;
  g_autoptr(GgovReportMap) map = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_load_atlas_async (ctl->store, wish->day ? wish->day : ctl->as_of, NULL, ggov_ctl_keep,
                               &result);
  atlas = ggov_store_load_atlas_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (atlas == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (!(map = make_map (ctl, atlas, wish, paper)))
    {
      g_printerr (_("gridgovctl: No such place was there on that day. Check the code and the "
                    "day.\n"));
      return GGOV_CTL_REFUSED;
    }

  if (!ggov_report_write_pdf (GGOV_REPORT_PAGER (map), wish->path, &error))
    return ggov_ctl_refuse (ctl, error);

  tell (ctl, wish->path, map);

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_print_map (GgovCtl  *ctl,
                    int       argc,
                    char    **argv)
{
  g_auto(Wish) wish = { NULL };
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish.path, N_("Write this PDF"), N_("FILE") },
    { "grid", 0, 0, G_OPTION_ARG_STRING, &wish.grid, N_("The map of the grid of this code"),
      N_("CODE") },
    { "community", 0, 0, G_OPTION_ARG_STRING, &wish.community,
      N_("The community of this code and all its grids"), N_("CODE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &wish.all, N_("All communities and grids"), NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &wish.paper, N_("The size of the paper: a4 or a3"),
      N_("SIZE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &wish.day, N_("Take this day for today"), N_("DATE") },
    { "no-phones", 0, 0, G_OPTION_ARG_NONE, &wish.no_phones, N_("Leave phone numbers out"), NULL },
    { NULL }
  };
  GgovReportPaper paper;
  int day;

  if (!ggov_ctl_parse (&argc, &argv, options, "map", 1, 1))
    return GGOV_CTL_USAGE;

  if (!is_whole (&wish) || !choose_paper (&wish, &paper) ||
      (wish.day && !ggov_local_day_parse (wish.day, &day, NULL)))
    {
      g_printerr (_("gridgovctl: Say which map to print, and where to: print map --grid CODE (15 "
                    "digits), --community CODE (12 digits) or --all, [--paper a4|a3] "
                    "-o FILE.pdf\n"));
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return print_to (ctl, &wish, paper);
}
