/* ggov-ctl-export-people.c: gridgovctl export people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl.h"
#include "ggov-local-time.h"
#include "ggov-people-export.h"
#include "ggov-store-roster.h"

/* What the command was given. */
typedef struct
{
  char             *as_of;   /* (nullable) */
  char             *columns; /* (nullable): codes with commas between */
  char             *format;  /* (nullable) */
  char             *grid;    /* (nullable) */
  char             *role;    /* (nullable) */
  char             *text;    /* (nullable) */
  GgovRosterColumn  chosen[GGOV_ROSTER_N_COLUMNS];
  GgovPeopleExport  request;
} Words;

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->as_of, g_free);
  g_clear_pointer (&words->columns, g_free);
  g_clear_pointer (&words->format, g_free);
  g_clear_pointer (&words->grid, g_free);
  g_clear_pointer (&words->role, g_free);
  g_clear_pointer (&words->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
read_format (Words      *words,
             const char *path)
{
  g_autoptr(GError) error = NULL;

  words->request.path = path;
  if (words->format == NULL && ggov_people_format_of_path (path, &words->request.format, &error))
    return TRUE;

  if (words->format && ggov_people_format_from_code (words->format, &words->request.format))
    return TRUE;

  if (error)
    g_printerr ("gridgovctl: %s\n", error->message);
  else
    g_printerr (_("gridgovctl: there is no format “%s”. Say xlsx, csv, vcard or vcard3.\n"),
                words->format);

  return FALSE;
}

static void
tell_columns (const char *wrong)
{
  g_printerr (_("gridgovctl: there is no column “%s”. Say some of these, with commas between:"),
              wrong);
  for (guint i = 0; i < GGOV_ROSTER_N_COLUMNS; i++)
    g_printerr (" %s", ggov_roster_column_get_code (i));
  g_printerr ("\n");
}

static gboolean
read_columns (Words *words)
{
  g_auto(GStrv) codes = g_strsplit (words->columns ? words->columns : "", ",", -1);
  GgovRosterColumn column;

  for (guint i = 0; codes[i]; i++)
    if (!ggov_roster_column_from_code (g_strstrip (codes[i]), &column))
      {
        tell_columns (codes[i]);
        return FALSE;
      }

  words->request.columns = words->chosen;
  words->request.n_columns = ggov_roster_columns_parse ((const char *const *) codes, words->chosen);
  for (guint i = 0; words->request.n_columns == 0 && i < GGOV_ROSTER_N_COLUMNS; i++)
    words->chosen[i] = i;
  if (words->request.n_columns == 0)
    words->request.n_columns = GGOV_ROSTER_N_COLUMNS;

  return TRUE;
}

static gboolean
read_day (GgovCtl *ctl,
          Words   *words)
{
  g_autoptr(GError) error = NULL;
  int day;

  words->request.as_of = words->as_of ? words->as_of : ctl->as_of;
  if (ggov_local_day_parse (words->request.as_of, &day, &error))
    return TRUE;

  g_printerr ("gridgovctl: %s\n", error->message);

  return FALSE;
}

static void
tell (GgovCtl     *ctl,
      const Words *words,
      guint        n,
      guint        n_posts)
{
  g_autofree char *name = g_filename_display_name (words->request.path);
  g_autoptr(JsonBuilder) builder = NULL;

  if (!ctl->json)
    {
      /* Translators: a file’s name, then how many lines of people are in it */
      g_print (g_dngettext (NULL, "%s: %u line\n", "%s: %u lines\n", n), name, n);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "lines");
  json_builder_add_int_value (builder, n);
  json_builder_set_member_name (builder, "posts");
  json_builder_add_int_value (builder, n_posts);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static GgovCtlStatus
export (GgovCtl *ctl,
        Words   *words)
{
  const GgovRosterFilter filter = {
    .place_code = words->grid, .role = words->role, .text = words->text,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  guint n;

  ggov_store_list_roster_async (ctl->store, words->request.as_of, &filter, NULL, ggov_ctl_keep,
                                &result);
  rows = ggov_store_list_roster_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (g_list_model_get_n_items (rows) == 0)
    {
      g_printerr (_("gridgovctl: No post is held there on that day. Check the code, the words and "
                    "the day.\n"));
      return GGOV_CTL_REFUSED;
    }

  words->request.scope = words->grid;
  if (!ggov_people_export_write (rows, &words->request, &n, &error))
    return ggov_ctl_refuse (ctl, error);

  tell (ctl, words, n, g_list_model_get_n_items (rows));

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_export_people (GgovCtl  *ctl,
                        int       argc,
                        char    **argv)
{
  g_auto(Words) words = { NULL };
  const GOptionEntry options[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &words.as_of, N_("Who held a post on this day"),
      N_("DATE") },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &words.columns,
      N_("These columns, in this order, with commas between"), N_("CODES") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format,
      N_("xlsx, csv, vcard or vcard3, whatever the file’s ending"), N_("FORMAT") },
    { "grid", 0, 0, G_OPTION_ARG_STRING, &words.grid,
      N_("Only the community or grid of this code"), N_("CODE") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &words.role, N_("Only this role, or family of roles"),
      N_("CODE") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &words.text, N_("Only where these words are found"),
      N_("WORDS") },
    { NULL }
  };

  if (!ggov_ctl_parse (&argc, &argv, options, _("people FILE"), 2, 2) ||
      !read_format (&words, argv[2]) || !read_columns (&words) || !read_day (ctl, &words))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return export (ctl, &words);
}
