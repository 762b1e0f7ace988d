/* ggov-ctl-import.c: gridgovctl import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-ctl-import.h"
#include "ggov-ctl-plan.h"
#include "ggov-ctl-watch.h"
#include "ggov-exchange-import.h"
#include "ggov-import-conflicts.h"
#include "ggov-import-datum-look.h"

#define READ 0.6 /* share of the time that reading takes, roughly */

static const struct
{
  const char     *name;
  GgovImportKind  kind;
} kinds[] = {
  { "buildings", GGOV_IMPORT_BUILDINGS },
  { "communities", GGOV_IMPORT_COMMUNITIES },
  { "legacy-grids", GGOV_IMPORT_OLD_GRIDS },
  { "legacy-people", GGOV_IMPORT_OLD_PEOPLE },
  { "grids", GGOV_IMPORT_GRIDS },
  { "people", GGOV_IMPORT_PEOPLE },
  { "case-types", GGOV_IMPORT_CASE_TYPES },
  { "issues", GGOV_IMPORT_ISSUES },
  { "residents", GGOV_IMPORT_RESIDENTS },
};

typedef struct
{
  GgovImportRequest   request;
  char               *layer;
  char               *crs;
  char               *datum;
  char               *source;
  char               *net;
  char               *department;
  char               *role;
  char               *community;
  char               *plan;
  gboolean            all;
  char               *rejects;
  char               *twins;
  char              **map;
  char              **services;
  char              **conflicts;
  GgovImportDatumLook *look;     /* (nullable): of buildings */
} Words;

/* Part of the work, and how far it was at its beginning and will be at its end. */
typedef struct
{
  GgovExchangeProgressFunc progress; /* (nullable) */
  double                   from;
  double                   to;
} Stage;

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->layer, g_free);
  g_clear_pointer (&words->crs, g_free);
  g_clear_pointer (&words->datum, g_free);
  g_clear_pointer (&words->source, g_free);
  g_clear_pointer (&words->net, g_free);
  g_clear_pointer (&words->department, g_free);
  g_clear_pointer (&words->role, g_free);
  g_clear_pointer (&words->community, g_free);
  g_clear_pointer (&words->plan, g_free);
  g_clear_pointer (&words->rejects, g_free);
  g_clear_pointer (&words->twins, g_free);
  g_clear_pointer (&words->map, g_strfreev);
  g_clear_pointer (&words->services, g_strfreev);
  g_clear_pointer (&words->conflicts, g_strfreev);
  g_clear_pointer (&words->request.services, g_hash_table_unref);
  g_clear_pointer (&words->request.conflicts, g_hash_table_unref);
  g_clear_pointer (&words->look, ggov_import_datum_look_free);
  g_clear_pointer (&words->request.wishes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* Words ------------------------------------------------------------------------------------ */

static gboolean
read_kind (Words      *words,
           const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      {
        words->request.kind = kinds[i].kind;
        return TRUE;
      }

  /* Translators: the place-holder is a word of the command line. */
  g_printerr (_("gridgovctl: “%s” cannot be imported. Say buildings, communities, grids, people, "
                "residents, issues, case-types, legacy-grids or legacy-people.\n"), name);

  return FALSE;
}

static gboolean
check_grids (Words *words)
{
  const gboolean is_grids = words->request.kind == GGOV_IMPORT_GRIDS;

  if (is_grids ? !(words->all && words->community)
               : !words->all && words->community == NULL && words->plan == NULL)
    return TRUE;

  g_printerr (_("gridgovctl: --community, or --all, and --plan go with import grids only.\n"));

  return FALSE;
}

static gboolean
read_datum (Words *words)
{
  if (words->datum == NULL || ggov_geo_datum_from_name (words->datum, &words->request.datum))
    return TRUE;

  /* Translators: the place-holder is a word of the command line. */
  g_printerr (_("gridgovctl: there is no datum “%s”. Say wgs84, cgcs2000, gcj02 or bd09.\n"),
              words->datum);

  return FALSE;
}

static gboolean
read_twins (Words *words)
{
  static const char * const names[] = { "leave-out", "same", "apart" };

  if (words->twins == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], words->twins))
      {
        words->request.twins = (GgovImportTwins) i;
        return TRUE;
      }

  g_printerr (_("gridgovctl: --twins is leave-out, same or apart.\n"));

  return FALSE;
}

/* Nobody's wishes are those of the last time. */
static gboolean
read_pairs (Words       *words,
            char       **pairs,
            const char  *usage,
            GHashTable **table)
{
  if (pairs == NULL)
    return TRUE;

  *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  words->request.remember = TRUE;

  for (guint i = 0; pairs[i]; i++)
    {
      g_auto(GStrv) halves = g_strsplit (pairs[i], "=", 2);

      if (g_strv_length (halves) != 2 || *halves[0] == '\0' || *halves[1] == '\0')
        {
          g_printerr ("gridgovctl: %s\n", usage);
          return FALSE;
        }
      g_hash_table_insert (*table, g_strdup (halves[0]), g_strdup (halves[1]));
    }

  return TRUE;
}

static gboolean
read_map (Words *words)
{
  return read_pairs (words, words->map, _("--map is FIELD=COLUMN, as in name=Title."),
                     &words->request.wishes) &&
         read_pairs (words, words->services, _("--service is NAME=CODE, as in Heating=M0301."),
                     &words->request.services);
}

/* One word for all fields, and FIELD=WORD for one. */
static gboolean
read_conflicts (Words *words)
{
  if (words->conflicts == NULL)
    return TRUE;

  words->request.conflicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; words->conflicts[i]; i++)
    {
      g_auto(GStrv) halves = g_strsplit (words->conflicts[i], "=", 2);
      const gboolean has_field = halves[0] && halves[1];
      const char *word = has_field ? halves[1] : halves[0];
      GgovImportConflict conflict;

      if (!ggov_import_conflict_from_word (word, &conflict))
        {
          g_printerr (_("gridgovctl: --conflict is take, keep or ask, for all fields or as in "
                        "phone=keep.\n"));
          return FALSE;
        }
      g_hash_table_insert (words->request.conflicts, g_strdup (has_field ? halves[0] : ""),
                           g_strdup (word));
    }

  return TRUE;
}

/* Run -------------------------------------------------------------------------------------- */

static void
told_cb (double   fraction,
         gpointer user_data)
{
  const Stage *stage = user_data;

  if (stage->progress)
    stage->progress (stage->from + fraction * (stage->to - stage->from), NULL);
}

static GgovExchangeReading *
read_file (Words         *words,
           GgovCtlWatch  *watch,
           GError       **error)
{
  const GgovExchangeRequest request = {
    .path = words->request.path,
    .layer = words->layer,
    .crs = words->crs,
    .expect = GGOV_EXCHANGE_EXPECT_SHAPES,
  };
  Stage stage = { watch->progress, 0, READ };
  g_autoptr(GAsyncResult) result = NULL;

  ggov_exchange_read_async (&request, told_cb, &stage, watch->cancellable, ggov_ctl_keep, &result);

  return ggov_exchange_read_finish (ggov_ctl_wait (&result), error);
}

/* The layer that the import is going to take; 0 where it will refuse to choose. */
static guint
find_layer (GgovExchangeReading *reading,
            const char          *name)
{
  for (guint i = 0; i < ggov_exchange_reading_get_n_layers (reading); i++)
    if (g_strcmp0 (ggov_exchange_reading_get_layer (reading, i)->name, name) == 0)
      return i;

  return 0;
}

static GgovImportDatumLook *
look_at_datums (GgovCtl              *ctl,
                Words                *words,
                GgovExchangeReading  *reading,
                GgovCtlWatch         *watch,
                GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_import_look_at_datums_async (ctl->store, reading, find_layer (reading, words->layer),
                                    ctl->as_of, watch->cancellable, ggov_ctl_keep, &result);

  return ggov_import_look_at_datums_finish (ctl->store, ggov_ctl_wait (&result), error);
}

/* A datum is never guessed: where the default seems to be wrong, it has to be said. */
static gboolean
check_datum (Words                *words,
             GgovImportDatumLook  *look,
             GError              **error)
{
  g_autofree char *warning = ggov_import_datum_look_dup_warning (look, words->request.datum);

  if (warning == NULL)
    return TRUE;

  if (words->datum)
    {
      g_printerr ("gridgovctl: %s\n", warning);
      return TRUE;
    }

  /* Translators: the place-holder is a sentence that says which datum fits better. */
  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
               _("%s Say which it is with --datum."), warning);

  return FALSE;
}

static GgovImportReport *
accept (GgovCtl              *ctl,
        Words                *words,
        GgovExchangeReading  *reading,
        GgovCtlWatch         *watch,
        GError              **error)
{
  Stage stage = { watch->progress, READ, 1 };
  g_autoptr(GAsyncResult) result = NULL;

  ggov_exchange_accept_async (ctl->store, reading, &words->request, told_cb, &stage,
                              watch->cancellable, ggov_ctl_keep, &result);

  return ggov_exchange_import_finish (ctl->store, ggov_ctl_wait (&result), error);
}

/* Buildings are laid over those that are known before they are taken in. */
static GgovImportReport *
import_buildings (GgovCtl       *ctl,
                  Words         *words,
                  GgovCtlWatch  *watch,
                  GError       **error)
{
  g_autoptr(GgovExchangeReading) reading = read_file (words, watch, error);

  if (reading == NULL || !(words->look = look_at_datums (ctl, words, reading, watch, error)) ||
      !check_datum (words, words->look, error))
    return NULL;

  return accept (ctl, words, reading, watch, error);
}

static GgovImportReport *
import_others (GgovCtl       *ctl,
               Words         *words,
               GgovCtlWatch  *watch,
               GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_exchange_import_async (ctl->store, &words->request, watch->progress, NULL,
                              watch->cancellable, ggov_ctl_keep, &result);

  return ggov_exchange_import_finish (ctl->store, ggov_ctl_wait (&result), error);
}

static GgovImportReport *
import (GgovCtl  *ctl,
        Words    *words,
        GError  **error)
{
  GgovCtlWatch watch;
  GgovImportReport *report;

  ggov_ctl_watch_begin (&watch);
  report = words->request.kind == GGOV_IMPORT_BUILDINGS
    ? import_buildings (ctl, words, &watch, error) : import_others (ctl, words, &watch, error);
  ggov_ctl_watch_end (&watch);

  return report;
}

GgovCtlStatus
ggov_ctl_import (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  g_auto(Words) words = { .request = { .datum = GGOV_GEO_DATUM_WGS84 } };
  const GOptionEntry options[] = {
    { "layer", 0, 0, G_OPTION_ARG_STRING, &words.layer, N_("Which of the file’s layers"),
      N_("LAYER") },
    { "crs", 0, 0, G_OPTION_ARG_STRING, &words.crs, N_("The file’s coordinate system"),
      N_("EPSG:nnnn") },
    { "datum", 0, 0, G_OPTION_ARG_STRING, &words.datum,
      N_("What its degrees are: wgs84, cgcs2000, gcj02 or bd09"), N_("DATUM") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.map, N_("Which column serves a field"),
      N_("FIELD=COLUMN") },
    { "service", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.services,
      N_("Of issues: the case type for what the file calls a kind"), N_("NAME=CODE") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &words.source,
      N_("Whose data it is and under what licence, told on the map"), N_("TEXT") },
    { "net", 0, 0, G_OPTION_ARG_STRING, &words.net, N_("The old net that the rows are of"),
      N_("NAME") },
    { "department", 0, 0, G_OPTION_ARG_STRING, &words.department, N_("Whose old net it is"),
      N_("NAME") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &words.role,
      N_("Which role the old net’s people have on base grids"), N_("CODE") },
    { "community", 0, 0, G_OPTION_ARG_STRING, &words.community,
      N_("Of grids: draft for the community of this code"), N_("CODE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &words.all,
      N_("Of grids: draft for all communities that they lie in, as without --community"), NULL },
    { "plan", 0, 0, G_OPTION_ARG_STRING, &words.plan, N_("Of grids: call the draft so"),
      N_("NAME") },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &words.rejects,
      N_("A workbook for the rows that are left out, with why"), N_("FILE.xlsx") },
    { "twins", 0, 0, G_OPTION_ARG_STRING, &words.twins,
      N_("Of people: who looks like somebody known: leave-out, same or apart"), N_("WHAT") },
    { "conflict", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.conflicts,
      N_("Of residents: what to do where the register says something else: take, keep or ask"),
      N_("[FIELD=]WHAT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &words.request.dry_run,
      N_("Say what would be done and keep nothing"), NULL },
    { NULL }
  };
  g_autoptr(GgovImportReport) report = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_parse (&argc, &argv, options, _("KIND FILE"), 2, 2) ||
      !read_kind (&words, argv[1]) || !check_grids (&words) || !read_datum (&words) ||
      !read_twins (&words) || !read_conflicts (&words) || !read_map (&words))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  if (words.community &&
      !(words.request.community_id = ggov_ctl_plan_find_community (ctl, words.community)))
    return GGOV_CTL_REFUSED;

  words.request.path = argv[2];
  words.request.layer = words.layer;
  words.request.crs = words.crs;
  words.request.words = words.source;
  words.request.net = words.net;
  words.request.department = words.department;
  words.request.role_code = words.role;
  words.request.plan_name = words.plan;
  words.request.day = ctl->as_of;
  words.request.rejects = words.rejects;
  if (!(report = import (ctl, &words, &error)))
    return ggov_ctl_refuse (ctl, error);

  ggov_ctl_import_print (ctl, report, words.look, words.request.datum);

  return report->rejected > 0 ? GGOV_CTL_PART : GGOV_CTL_DONE;
}
