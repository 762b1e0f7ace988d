/* ggov-ctl-export.c: gridgovctl export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-plan.h"
#include "ggov-ctl-watch.h"
#include "ggov-exchange-export.h"

static const struct
{
  const char     *name;
  GgovSurveyKind  kind;
} kinds[] = {
  { "plans", GGOV_SURVEY_PLANS },
  { "grids", GGOV_SURVEY_GRIDS },
  { "buildings", GGOV_SURVEY_BUILDINGS },
  { "communities", GGOV_SURVEY_COMMUNITIES },
};

typedef struct
{
  GgovExportRequest  request;
  char              *community;
  char              *datum;
} Words;

static gboolean
read_kind (Words      *words,
           const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      {
        words->request.survey.kind = kinds[i].kind;
        return TRUE;
      }

  /* Translators: the place-holder is a word of the command line. */
  g_printerr (_("gridgovctl: “%s” cannot be exported. Say plans, grids, buildings, "
                "communities, people, case-types, issues or services.\n"), name);

  return FALSE;
}

static gboolean
read_path (Words      *words,
           const char *path)
{
  g_autoptr(GError) error = NULL;

  words->request.path = path;
  if (ggov_export_format_of_path (path, &words->request.format, &error))
    return TRUE;

  g_printerr ("gridgovctl: %s\n", error->message);

  return FALSE;
}

static gboolean
read_datum (Words *words)
{
  words->request.datum = GGOV_GEO_DATUM_CGCS2000;
  if (words->datum == NULL || ggov_geo_datum_from_name (words->datum, &words->request.datum))
    return TRUE;

  g_printerr (_("gridgovctl: there is no datum “%s”. Say wgs84, cgcs2000, gcj02 or bd09.\n"),
              words->datum);

  return FALSE;
}

static void
tell (GgovCtl    *ctl,
      Words      *words,
      guint       n_shapes,
      GStrv       notes)
{
  const char *warning = ggov_export_get_warning (words->request.datum, words->request.format);
  g_autofree char *name = g_filename_display_basename (words->request.path);
  g_autoptr(JsonBuilder) builder = NULL;

  if (warning)
    g_printerr ("gridgovctl: %s\n", warning);

  if (!ctl->json)
    {
      /* Translators: a file’s name, then how many shapes are in it */
      g_print (g_dngettext (NULL, "%s: %u shape\n", "%s: %u shapes\n", n_shapes), name, n_shapes);
      for (guint i = 0; notes[i]; i++)
        g_print ("%s\n", notes[i]);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, name);
  ggov_ctl_plan_add_int (builder, "shapes", n_shapes);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; notes[i]; i++)
    json_builder_add_string_value (builder, notes[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static GgovCtlStatus
export (GgovCtl *ctl,
        Words   *words)
{
  GgovCtlWatch watch;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) notes = NULL;
  guint n_shapes;

  ggov_ctl_watch_begin (&watch);
  ggov_exchange_export_async (ctl->store, &words->request, watch.progress, NULL, watch.cancellable,
                              ggov_ctl_keep, &result);
  ggov_ctl_wait (&result);
  ggov_ctl_watch_end (&watch);
  if (!ggov_exchange_export_finish (ctl->store, result, &n_shapes, &notes, &error))
    return ggov_ctl_refuse (ctl, error);

  tell (ctl, words, n_shapes, notes);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
run (GgovCtl *ctl,
     Words   *words)
{
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  words->request.survey.day = ctl->as_of;
  if (words->community &&
      !(words->request.survey.community_id = ggov_ctl_plan_find_community (ctl, words->community)))
    return GGOV_CTL_REFUSED;

  return export (ctl, words);
}

GgovCtlStatus
ggov_ctl_export (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  Words words = { .community = NULL };
  const GOptionEntry options[] = {
    { "plan", 0, 0, G_OPTION_ARG_INT64, &words.request.survey.plan_id,
      N_("The grids of this plan instead of those in force"), N_("ID") },
    { "community", 0, 0, G_OPTION_ARG_STRING, &words.community,
      N_("Only what is in the community of this code"), N_("CODE") },
    { "datum", 0, 0, G_OPTION_ARG_STRING, &words.datum,
      N_("Give degrees as cgcs2000, wgs84, gcj02 or bd09"), N_("DATUM") },
    { NULL }
  };
  GgovCtlStatus status = GGOV_CTL_USAGE;

  if (g_strv_contains ((const char *const *) argv, "issues") ||
      g_strv_contains ((const char *const *) argv, "services"))
    return ggov_ctl_export_issues (ctl, argc, argv);
  if (g_strv_contains ((const char *const *) argv, "people"))
    return ggov_ctl_export_people (ctl, argc, argv);
  if (g_strv_contains ((const char *const *) argv, "case-types"))
    return ggov_ctl_export_case_types (ctl, argc, argv);

  if (ggov_ctl_parse (&argc, &argv, options, _("KIND FILE"), 2, 2) &&
      read_kind (&words, argv[1]) && read_path (&words, argv[2]) && read_datum (&words))
    status = run (ctl, &words);

  g_free (words.community);
  g_free (words.datum);

  return status;
}
