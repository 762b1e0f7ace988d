/* ggov-ctl-structure.c: gridgovctl structure, what was found, stopped and pulled down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-issue.h"
#include "ggov-ctl-papers.h"
#include "ggov-store-structures.h"

#define CM2_IN_M2 1e4

/* The words of these commands. Not each has all of them. */
typedef struct
{
  char   *of;      /* an issue's number, or a structure's */
  char   *what;
  char   *file;
  char   *on;
  char   *found;
  char   *builder;
  char   *outline;
  char   *note;
  double  area_m2;
} Words;

static void
words_clear (Words *words)
{
  char **const texts[] = {
    &words->of, &words->what, &words->file, &words->on, &words->found, &words->builder,
    &words->outline, &words->note,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static GListModel *
load (GgovCtl *ctl,
      gint64   issue_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_structures_async (ctl->store, issue_id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  rows = ggov_store_list_structures_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    ggov_ctl_refuse (ctl, error);

  return rows;
}

static GgovCtlStatus
list (GgovCtl     *ctl,
      const Words *words)
{
  gint64 issue_id = words->of ? ggov_ctl_issue_find (ctl, words->of) : 0;
  g_autoptr(GListModel) rows = NULL;

  if ((words->of && issue_id == 0) || (rows = load (ctl, issue_id)) == NULL)
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovStructure) row = g_list_model_get_item (rows, i);
      const GgovStructureFields *fields = ggov_structure_get_fields (row);

      g_print ("%d\t%s\t%s\t%.2f m²\t%s\t%s\t%s\t%.2f m²\n", (int) fields->id, fields->number,
               fields->label, fields->area_cm2 / CM2_IN_M2, fields->found_on, fields->stopped_on,
               fields->demolished_on, fields->demolished_cm2 / CM2_IN_M2);
    }

  return GGOV_CTL_DONE;
}

/* (transfer full) (nullable): the structure of a number, or NULL once it was said that there is none */
static GgovStructure *
find (GgovCtl    *ctl,
      const char *number)
{
  gint64 id = g_ascii_strtoll (number, NULL, 10);
  g_autoptr(GListModel) rows = load (ctl, 0);

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovStructure) row = g_list_model_get_item (rows, i);

      if (ggov_structure_get_fields (row)->id == id)
        return g_steal_pointer (&row);
    }

  if (rows)
    /* Translators: what was typed for a number */
    g_printerr (_("gridgovctl: there is no structure “%s”. See gridgovctl structure list.\n"), number);

  return NULL;
}

static GgovCtlStatus
save (GgovCtl                   *ctl,
      const GgovStructureFields *fields)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovStructure) row = ggov_structure_new (fields);

  ggov_store_write_structure_async (ctl->store, row, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static gint64
read_area (const Words *words)
{
  return (gint64) (words->area_m2 * CM2_IN_M2 + (words->area_m2 < 0 ? -0.5 : 0.5));
}

static GgovCtlStatus
add (GgovCtl     *ctl,
     const Words *words)
{
  const GgovStructureFields fields = {
    .issue_id = ggov_ctl_issue_find (ctl, words->of),
    .label = words->what,
    .builder = words->builder,
    .outline = words->outline,
    .area_cm2 = read_area (words),
    .found_on = words->found ? words->found : ctl->as_of,
    .note = words->note,
  };

  return fields.issue_id ? save (ctl, &fields) : GGOV_CTL_REFUSED;
}

/* A typed area stays typed; one that was measured is measured again. */
static GgovStructureFields
begin_change (GgovStructure *row)
{
  GgovStructureFields fields = *ggov_structure_get_fields (row);

  if (fields.is_measured)
    fields.area_cm2 = 0;

  return fields;
}

static GgovCtlStatus
stop (GgovCtl     *ctl,
      const Words *words)
{
  g_autoptr(GgovStructure) row = find (ctl, words->of);
  GgovStructureFields fields;

  if (row == NULL)
    return GGOV_CTL_REFUSED;

  fields = begin_change (row);
  fields.stopped_on = words->on ? words->on : ctl->as_of;

  return save (ctl, &fields);
}

static GgovCtlStatus
demolish (GgovCtl     *ctl,
          const Words *words)
{
  g_autoptr(GgovStructure) row = find (ctl, words->of);
  GgovStructureFields fields;

  if (row == NULL)
    return GGOV_CTL_REFUSED;

  fields = begin_change (row);
  fields.demolished_on = words->on ? words->on : ctl->as_of;
  fields.demolished_cm2 = read_area (words);

  return save (ctl, &fields);
}

static GgovCtlStatus
add_photo (GgovCtl     *ctl,
           const Words *words)
{
  const char *const names[] = { words->file, NULL };
  g_autoptr(GgovStructure) row = find (ctl, words->of);
  g_autoptr(GArray) photos = row ? ggov_ctl_read_papers (names) : NULL;
  g_autoptr(GPtrArray) contents = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  const GgovPaper *photo;

  if (photos == NULL)
    return GGOV_CTL_REFUSED;

  photo = &g_array_index (photos, GgovPaper, 0);
  g_ptr_array_add (contents, photo->content);
  ggov_store_add_structure_photos_async (ctl->store, ggov_structure_get_fields (row)->id,
                                         words->what, (const char *[]) { photo->name, NULL },
                                         contents, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
take_away (GgovCtl     *ctl,
           const Words *words)
{
  g_autoptr(GgovStructure) row = find (ctl, words->of);
  g_autoptr(GAsyncResult) result = NULL;

  if (row == NULL)
    return GGOV_CTL_REFUSED;

  ggov_store_remove_structure_async (ctl->store, ggov_structure_get_fields (row)->id, NULL,
                                     ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static const struct
{
  const char    *name;
  GgovCtlStatus (*func) (GgovCtl     *ctl,
                         const Words *words);
  int            n_least; /* words, with its own name */
  int            n_most;
} acts[] = {
  { "list", list, 1, 2 },
  { "add", add, 3, 3 },
  { "stop", stop, 2, 2 },
  { "demolish", demolish, 2, 2 },
  { "photo", add_photo, 4, 4 },
  { "remove", take_away, 2, 2 },
};

GgovCtlStatus
ggov_ctl_structure (GgovCtl  *ctl,
                    int       argc,
                    char    **argv)
{
  g_auto(Words) words = { NULL };
  const GOptionEntry options[] = {
    { "area", 0, 0, G_OPTION_ARG_DOUBLE, &words.area_m2,
      N_("Square metres found, or pulled down; else what the outline measures, or all"), N_("M2") },
    { "outline", 0, 0, G_OPTION_ARG_STRING, &words.outline,
      N_("Its corners in degrees: longitude,latitude longitude,latitude …"), N_("CORNERS") },
    { "found", 0, 0, G_OPTION_ARG_STRING, &words.found,
      N_("When it was found; else the day of --as-of"), N_("DAY") },
    { "builder", 0, 0, G_OPTION_ARG_STRING, &words.builder, N_("Who built it"), N_("WORDS") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &words.note, N_("More about it"), N_("WORDS") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &words.on, N_("The day; else that of --as-of"), N_("DAY") },
    { NULL }
  };
  const char *name;

  if (!ggov_ctl_parse (&argc, &argv, options, "list [ISSUE] | add ISSUE LABEL | stop NUMBER | "
                       "demolish NUMBER | photo NUMBER before|after FILE | remove NUMBER", 0, 4))
    return GGOV_CTL_USAGE;

  name = argc > 1 ? argv[1] : "list";
  words.of = g_strdup (argc > 2 ? argv[2] : NULL);
  words.what = g_strdup (argc > 3 ? argv[3] : NULL);
  words.file = g_strdup (argc > 4 ? argv[4] : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].name, name) && MAX (argc - 1, 1) >= acts[i].n_least &&
        argc - 1 <= acts[i].n_most)
      return ggov_ctl_open (ctl, GGOV_STORE_NONE) ? acts[i].func (ctl, &words) : GGOV_CTL_REFUSED;

  return ggov_ctl_issue_need (_("Say what to do: structure list; add with an issue’s number and what "
                                "it is; stop, demolish, photo or remove with the structure’s number."));
}
