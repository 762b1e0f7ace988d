/* ggov-ctl-print.c: gridgovctl print: the office's papers as PDF files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-wanted-issues.h"
#include "ggov-ctl.h"
#include "ggov-local-time.h"
#include "ggov-paper.h"
#include "ggov-report-pdf.h"

#define MAX_OPTIONS 16

/* What is wanted, as options. */
typedef struct
{
  char     *path;
  char     *day;       /* (nullable): instead of the day that all commands have */
  char     *place;
  char     *community;
  char     *grid;
  gboolean  all;
  char     *size;
  char     *turn;
  char     *card;
  gboolean  no_phones;
  char     *role;
  char     *text;
  char     *theme;
  char     *reason;
  char     *record;    /* (nullable): which one, as the option has it that the paper names */
} Wish;

static void
wish_clear (Wish *wish)
{
  g_clear_pointer (&wish->path, g_free);
  g_clear_pointer (&wish->day, g_free);
  g_clear_pointer (&wish->place, g_free);
  g_clear_pointer (&wish->community, g_free);
  g_clear_pointer (&wish->grid, g_free);
  g_clear_pointer (&wish->size, g_free);
  g_clear_pointer (&wish->turn, g_free);
  g_clear_pointer (&wish->card, g_free);
  g_clear_pointer (&wish->role, g_free);
  g_clear_pointer (&wish->text, g_free);
  g_clear_pointer (&wish->theme, g_free);
  g_clear_pointer (&wish->reason, g_free);
  g_clear_pointer (&wish->record, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static int
find_word (const char         *text,
           const char * const *words)
{
  for (int i = 0; words[i]; i++)
    if (text == NULL || g_ascii_strcasecmp (words[i], text) == 0)
      return i;

  return -1;
}

/* One place at the most, and each word as it has to be. */
static gboolean
is_whole (const Wish *wish)
{
  const guint n = (wish->place != NULL) + (wish->grid != NULL) + (wish->community != NULL) +
                  (wish->all != FALSE);
  int day;

  return n <= 1 && wish->path != NULL &&
         (wish->grid == NULL || strlen (wish->grid) == GGOV_PAPER_GRID_LENGTH) &&
         (wish->community == NULL || strlen (wish->community) == GGOV_PAPER_COMMUNITY_LENGTH) &&
         (wish->day == NULL || ggov_local_day_parse (wish->day, &day, NULL));
}

/* (nullable): NULL where a word is wrong */
static GgovPaperOptions *
make_options (GgovCtl *ctl,
              Wish    *wish)
{
  static const char *const sizes[] = { "a4", "a3", NULL };
  static const char *const cards[] = { "a6", "a5", "a4", NULL };
  static const char *const turns[] = { "auto", "portrait", "landscape", NULL };
  g_autoptr(GgovPaperOptions) options = NULL;
  const int size = find_word (wish->size, sizes);
  const int turn = find_word (wish->turn, turns);
  const int card = find_word (wish->card, cards);

  if (!is_whole (wish) || size < 0 || turn < 0 || card < 0)
    return NULL;

  options = ggov_paper_options_new (wish->day ? wish->day : ctl->as_of,
                                    g_get_real_time () / G_USEC_PER_SEC);
  options->place = g_strdup (wish->grid ? wish->grid
                                        : wish->community ? wish->community : wish->place);
  options->role = g_strdup (wish->role);
  options->text = g_strdup (wish->text);
  options->theme = g_strdup (wish->theme);
  options->reason = g_strdup (wish->reason);
  options->size = size;
  options->turn = turn;
  options->card = card;
  options->with_phones = !wish->no_phones;

  return g_steal_pointer (&options);
}

static void
tell (GgovCtl             *ctl,
      const GgovPaperKind *kind,
      const char          *path,
      guint                n_pages,
      guint                n_counted)
{
  g_autoptr(JsonBuilder) builder = NULL;
  g_autofree char *shown = g_filename_display_name (path);

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
  if (kind->counts)
    {
      json_builder_set_member_name (builder, kind->counts);
      json_builder_add_int_value (builder, n_counted);
    }
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static GgovCtlStatus
print_to (GgovCtl                *ctl,
          const GgovPaperKind    *kind,
          const GgovPaperOptions *options,
          const char             *path)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovPaper) paper = NULL;
  g_autoptr(GgovReportPager) pager = NULL;
  g_autoptr(GError) error = NULL;
  guint n_counted;

  ggov_paper_read_async (ctl->store, kind, options, NULL, ggov_ctl_keep, &result);
  paper = ggov_paper_read_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (paper)
    pager = ggov_paper_make_pager (paper, &n_counted, &error);
  if (pager == NULL || !ggov_report_write_pdf (pager, path, &error))
    return ggov_ctl_refuse (ctl, error);

  tell (ctl, kind, path, ggov_report_pager_get_n_pages (pager), n_counted);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
print_kind (GgovCtl             *ctl,
            const GgovPaperKind *kind,
            Wish                *wish)
{
  g_autoptr(GgovPaperOptions) options = make_options (ctl, wish);
  /* Taken by whatever names them; other records by their number. */
  const gboolean is_person = g_strcmp0 (kind->record, "person") == 0;
  const gboolean is_issue = g_strcmp0 (kind->record, "issue") == 0;

  if (options && kind->record && wish->record)
    options->record_id = g_ascii_strtoll (wish->record, NULL, 10);

  if (options == NULL || (kind->record && !is_person && options->record_id <= 0) ||
      (is_person && wish->record == NULL && !kind->record_is_open))
    {
      /* Translators: the first is the paper’s name, the second what stands for a record of it, such
       * as “ --plan ID” */
      g_printerr (_("gridgovctl: Say where to print to, and of what: print %1$s%2$s%3$s -o "
                    "FILE.pdf; see print %1$s --help\n"), kind->name, kind->record ? " --" : "",
                  kind->record ? kind->record : "");
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  if (is_person && wish->record && (options->record_id = ggov_ctl_find_person (ctl, wish->record)) == 0)
    return GGOV_CTL_REFUSED;

  /* What the office calls it has a stroke in it. */
  if (is_issue && strchr (wish->record, '-') &&
      (options->record_id = ggov_ctl_wanted_issues_find (ctl, wish->record)) == 0)
    return GGOV_CTL_REFUSED;

  return print_to (ctl, kind, options, wish->path);
}

/* The options that a kind of paper takes. @options has room for MAX_OPTIONS. */
static void
fill_options (const GgovPaperKind *kind,
              Wish                *wish,
              GOptionEntry        *options)
{
  const struct
  {
    gboolean     takes;
    GOptionEntry option;
  } all[] = {
    { TRUE, { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish->path, N_("Write this PDF"),
              N_("FILE") } },
    { TRUE, { "as-of", 0, 0, G_OPTION_ARG_STRING, &wish->day, N_("Take this day for today"),
              N_("DATE") } },
    { kind->takes & GGOV_PAPER_PLACE,
      { "place", 0, 0, G_OPTION_ARG_STRING, &wish->place,
        N_("Only the community or grid of this code"), N_("CODE") } },
    { kind->takes & GGOV_PAPER_PLACE,
      { "grid", 0, 0, G_OPTION_ARG_STRING, &wish->grid, N_("Only the grid of this code"),
        N_("CODE") } },
    { kind->takes & GGOV_PAPER_PLACE,
      { "community", 0, 0, G_OPTION_ARG_STRING, &wish->community,
        N_("Only the community of this code and all its grids"), N_("CODE") } },
    { kind->takes & GGOV_PAPER_PLACE,
      { "all", 0, 0, G_OPTION_ARG_NONE, &wish->all, N_("All communities and grids"), NULL } },
    { kind->takes & GGOV_PAPER_SIZE,
      { "paper", 0, 0, G_OPTION_ARG_STRING, &wish->size, N_("The size of the paper: a4 or a3"),
        N_("SIZE") } },
    { kind->takes & GGOV_PAPER_TURN,
      { "turn", 0, 0, G_OPTION_ARG_STRING, &wish->turn,
        N_("How the sheets lie: portrait, landscape, or auto for what suits the content"),
        N_("TURN") } },
    { kind->takes & GGOV_PAPER_CARD,
      { "card", 0, 0, G_OPTION_ARG_STRING, &wish->card,
        N_("The size of a card: a6, four to a sheet; a5, two; or a4"), N_("SIZE") } },
    { kind->takes & GGOV_PAPER_PHONES,
      { "no-phones", 0, 0, G_OPTION_ARG_NONE, &wish->no_phones, N_("Leave phone numbers out"),
        NULL } },
    { kind->takes & GGOV_PAPER_ROLE,
      { "role", 0, 0, G_OPTION_ARG_STRING, &wish->role,
        N_("Only this role, or family of roles"), N_("CODE") } },
    { kind->takes & GGOV_PAPER_TEXT,
      { "text", 0, 0, G_OPTION_ARG_STRING, &wish->text,
        N_("Only where these words are found"), N_("WORDS") } },
    { kind->takes & GGOV_PAPER_THEME,
      { "theme", 0, 0, G_OPTION_ARG_STRING, &wish->theme,
        N_("What grids on overviews, or buildings on maps of grids, are coloured by"),
        N_("THEME") } },
    { kind->takes & GGOV_PAPER_REASON,
      { "reason", 0, 0, G_OPTION_ARG_STRING, &wish->reason,
        N_("Why it is printed whole; kept in the log. Else what is sensitive is masked"),
        N_("WORDS") } },
    { kind->record != NULL,
      { kind->record, 0, 0, G_OPTION_ARG_STRING, &wish->record, kind->record_title, N_("ID") } },
  };
  guint n = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (all) < MAX_OPTIONS);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].takes)
      options[n++] = all[i].option;
}

static void
list_kinds (void)
{
  for (guint i = 0; i < ggov_paper_get_n_kinds (); i++)
    {
      const GgovPaperKind *kind = ggov_paper_get_kind (i);

      g_printerr ("  %-16s %s\n", kind->name, ggov_paper_kind_get_about (kind));
    }
}

GgovCtlStatus
ggov_ctl_print_paper (GgovCtl  *ctl,
                      int       argc,
                      char    **argv)
{
  const GgovPaperKind *kind = argc > 1 ? ggov_paper_find_kind (argv[1]) : NULL;
  GOptionEntry options[MAX_OPTIONS] = { { NULL } };
  g_auto(Wish) wish = { NULL };

  if (kind == NULL)
    {
      g_printerr (_("gridgovctl: Say what to print and where to: print NAME -o FILE.pdf. The "
                    "papers are:\n"));
      list_kinds ();
      return GGOV_CTL_USAGE;
    }

  fill_options (kind, &wish, options);
  if (!ggov_ctl_parse (&argc, &argv, options, kind->name, 1, 1))
    return GGOV_CTL_USAGE;

  return print_kind (ctl, kind, &wish);
}
