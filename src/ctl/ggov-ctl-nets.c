/* ggov-ctl-nets.c: gridgovctl nets: listed, chosen for, carried out, retired
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-choice.h"
#include "ggov-ctl-nets.h"
#include "ggov-store-choices.h"

typedef GgovCtlStatus (*NetsFunc) (GgovCtl           *ctl,
                                   const GgovCtlNets *words);

static void
nets_clear (GgovCtlNets *words)
{
  g_clear_pointer (&words->to, g_free);
  g_clear_pointer (&words->role, g_free);
  g_clear_pointer (&words->from, g_free);
  g_clear_pointer (&words->reason, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovCtlNets, nets_clear)

static const char *
get_day (GgovCtl           *ctl,
         const GgovCtlNets *words)
{
  return words->from ? words->from : ctl->as_of;
}

static GListModel *
load (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *nets;

  ggov_store_list_nets_async (ctl->store, NULL, ggov_ctl_keep, &result);
  nets = ggov_store_list_nets_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (nets == NULL)
    ggov_ctl_refuse (ctl, error);

  return nets;
}

static void
print_net (GgovNet *net)
{
  const GgovNetRow *row = ggov_net_get_row (net);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\n",
           row->id, row->name, row->department, row->role_code, row->grids, row->people,
           row->imported_on, row->retired_on ? row->retired_on : "");
}

static GgovCtlStatus
list (GgovCtl           *ctl,
      const GgovCtlNets *words)
{
  g_autoptr(GListModel) nets = load (ctl);

  if (nets == NULL)
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    ggov_ctl_print_rows (nets);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (nets); i++)
    {
      g_autoptr(GgovNet) net = g_list_model_get_item (nets, i);

      print_net (net);
    }

  return GGOV_CTL_DONE;
}

/* One net in the form of the list. */
static GgovCtlStatus
show (GgovCtl           *ctl,
      const GgovCtlNets *words)
{
  g_autoptr(GListModel) nets = load (ctl);

  for (guint i = 0; nets && i < g_list_model_get_n_items (nets); i++)
    {
      g_autoptr(GgovNet) net = g_list_model_get_item (nets, i);
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      if (ggov_net_get_row (net)->id != words->net_id)
        continue;

      if (!ctl->json)
        {
          print_net (net);
          return GGOV_CTL_DONE;
        }

      ggov_ctl_add_row (builder, G_OBJECT (net));
      ggov_ctl_print (json_builder_get_root (builder));
      return GGOV_CTL_DONE;
    }

  if (nets)
    g_printerr (_("gridgovctl: There is no old net of this number. See nets list.\n"));

  return GGOV_CTL_REFUSED;
}

static GgovCtlStatus
finish (GgovCtl            *ctl,
        GAsyncResult      **result,
        const GgovCtlNets  *words)
{
  g_autoptr(GError) error = NULL;

  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (result), NULL, &error))
    return ggov_ctl_refuse (ctl, error);

  return show (ctl, words);
}

/* The numbers of base grids that are named by code. */
static GArray *
find_grids (GgovCtl           *ctl,
            const GgovCtlNets *words)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto(GStrv) codes = g_strsplit (words->to ? words->to : "", ",", -1);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) choices = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_choices_async (ctl->store, GGOV_CHOICE_GRIDS, 0, get_day (ctl, words), NULL,
                                 ggov_ctl_keep, &result);
  choices = ggov_store_list_choices_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (choices == NULL)
    {
      ggov_ctl_refuse (ctl, error);
      return NULL;
    }

  for (guint i = 0; codes[i]; i++)
    {
      guint n = ids->len;

      for (guint k = 0; k < g_list_model_get_n_items (choices); k++)
        {
          g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, k);

          if (g_strcmp0 (ggov_choice_get_fields (choice)->code, codes[i]) == 0)
            g_array_append_val (ids, ggov_choice_get_fields (choice)->id);
        }
      if (ids->len == n)
        {
          /* Translators: what somebody typed as the code of a grid. */
          g_printerr (_("gridgovctl: There is no grid of the code “%s” on that day.\n"), codes[i]);
          return NULL;
        }
    }

  return g_steal_pointer (&ids);
}

static GgovCtlStatus
choose_grids (GgovCtl           *ctl,
              const GgovCtlNets *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) ids = words->is_none ? g_array_new (FALSE, FALSE, sizeof (gint64))
                                         : find_grids (ctl, words);
  g_autoptr(GError) error = NULL;

  if (ids == NULL)
    return GGOV_CTL_REFUSED;

  ggov_store_choose_net_grids_async (ctl->store, words->person_id, words->role,
                                     (const gint64 *) (gpointer) ids->data, ids->len, NULL,
                                     ggov_ctl_keep, &result);
  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (&result), NULL, &error))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_nets_propose (ctl, words);
}

static GgovCtlStatus
set_role (GgovCtl           *ctl,
          const GgovCtlNets *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_set_net_role_async (ctl->store, words->net_id, words->role, NULL, ggov_ctl_keep,
                                 &result);

  return finish (ctl, &result, words);
}

static GgovCtlStatus
leave_out (GgovCtl           *ctl,
           const GgovCtlNets *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_leave_net_people_out_async (ctl->store, words->net_id, get_day (ctl, words), NULL,
                                         ggov_ctl_keep, &result);

  return finish (ctl, &result, words);
}

/* With --person it is about one person, else about the net. */
static GgovCtlStatus
assign (GgovCtl           *ctl,
        const GgovCtlNets *words)
{
  if (words->person_id && (words->to || words->is_none))
    return choose_grids (ctl, words);
  if (!words->person_id && words->role)
    return set_role (ctl, words);
  if (!words->person_id && words->is_none)
    return leave_out (ctl, words);

  g_printerr (_("gridgovctl: Say --person ID --to CODE,CODE or --none; or, for the whole net, "
                "--role CODE, or --none for all under whom no base grid lies.\n"));

  return GGOV_CTL_USAGE;
}

static GgovCtlStatus
carry_out (GgovCtl           *ctl,
           const GgovCtlNets *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_carry_out_net_async (ctl->store, words->net_id, get_day (ctl, words), words->reason,
                                  NULL, ggov_ctl_keep, &result);

  return finish (ctl, &result, words);
}

static GgovCtlStatus
retire (GgovCtl           *ctl,
        const GgovCtlNets *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_retire_net_async (ctl->store, words->net_id, get_day (ctl, words), NULL, ggov_ctl_keep,
                               &result);

  return finish (ctl, &result, words);
}

static const struct
{
  const char *name;
  gboolean    has_net; /* whether it is said which */
  NetsFunc    func;
} actions[] = {
  { "list", FALSE, list },
  { "show", TRUE, show },
  { "matrix", TRUE, ggov_ctl_nets_matrix },
  { "propose", TRUE, ggov_ctl_nets_propose },
  { "assign", TRUE, assign },
  { "carry-out", TRUE, carry_out },
  { "retire", TRUE, retire },
  { "proof", FALSE, ggov_ctl_nets_proof },
};

static NetsFunc
choose (int           argc,
        char        **argv,
        GgovCtlNets  *words)
{
  char *end = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (!g_str_equal (actions[i].name, argv[1]))
        continue;

      if (argc > 2)
        words->net_id = g_ascii_strtoll (argv[2], &end, 10);

      if (actions[i].has_net ? argc == 3 && end != argv[2] && *end == '\0' && words->net_id > 0
                             : argc == 2)
        return actions[i].func;
    }

  g_printerr (_("gridgovctl: Say what to do: nets list or proof, or show, matrix, propose, assign, "
                "carry-out or retire with an old net’s number.\n"));

  return NULL;
}

GgovCtlStatus
ggov_ctl_nets (GgovCtl  *ctl,
               int       argc,
               char    **argv)
{
  g_auto(GgovCtlNets) words = { 0 };
  const GOptionEntry options[] = {
    { "person", 0, 0, G_OPTION_ARG_INT64, &words.person_id,
      N_("Somebody of the old net, by the number that propose tells"), N_("ID") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &words.to, N_("The base grids of these codes"),
      N_("CODE,CODE") },
    { "none", 0, 0, G_OPTION_ARG_NONE, &words.is_none, N_("The person stays out"), NULL },
    { "role", 0, 0, G_OPTION_ARG_STRING, &words.role,
      N_("Which role the old net’s people have on base grids"), N_("CODE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &words.from,
      N_("From this day instead of today"), N_("DATE") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &words.reason, N_("How the posts came about"),
      N_("TEXT") },
    { NULL }
  };
  NetsFunc func;

  if (!ggov_ctl_parse (&argc, &argv, options,
                       "list|proof|show|matrix|propose|assign|carry-out|retire [ID]", 1, 2) ||
      !(func = choose (argc, argv, &words)))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return func (ctl, &words);
}
