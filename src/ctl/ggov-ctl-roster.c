/* ggov-ctl-roster.c: gridgovctl roster and vacancies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl.h"
#include "ggov-store-roster.h"
#include "ggov-store-vacancies.h"

/* Which lines are wanted, as options. */
typedef struct
{
  char *place;
  char *role;
  char *text;
} Choice;

static void
choice_clear (Choice *choice)
{
  g_clear_pointer (&choice->place, g_free);
  g_clear_pointer (&choice->role, g_free);
  g_clear_pointer (&choice->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static GListModel *
list (GgovCtl      *ctl,
      const Choice *choice,
      GError      **error)
{
  const GgovRosterFilter filter = {
    .place_code = choice->place, .role = choice->role, .text = choice->text,
  };
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_list_roster_async (ctl->store, ctl->as_of, &filter, NULL, ggov_ctl_keep, &result);

  return ggov_store_list_roster_finish (ctl->store, ggov_ctl_wait (&result), error);
}

static void
print_roster (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);

      g_autofree char *leave = ggov_roster_dup_leave (record, TRUE);

      g_print ("%s\t%s\t%s\t%s\t%s\t%s%s%s\n", record->grid_code ? record->grid_code : "",
               record->role, record->name, record->place, record->phone ? record->phone : "",
               record->since, leave ? "\t" : "", leave ? leave : "");
    }
}

GgovCtlStatus
ggov_ctl_roster (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  g_auto(Choice) choice = { NULL, NULL, NULL };
  g_autofree char *history = NULL;
  const GOptionEntry options[] = {
    { "place", 0, 0, G_OPTION_ARG_STRING, &choice.place,
      N_("Only the community or grid of this code"), N_("CODE") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &choice.role,
      N_("Only this role, or family of roles"), N_("CODE") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &choice.text,
      N_("Only where these words are found"), N_("WORDS") },
    { "history", 0, 0, G_OPTION_ARG_STRING, &history,
      N_("All that was held at a place or by a person, the latest first"), N_("WHAT") },
    { NULL }
  };
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_parse (&argc, &argv, options, NULL, 0, 0))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;
  if (history)
    return ggov_ctl_show_history (ctl, history);

  if (!(rows = list (ctl, &choice, &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  else
    print_roster (rows);

  return GGOV_CTL_DONE;
}

static void
print_vacancies (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVacancy) row = g_list_model_get_item (rows, i);
      const GgovVacancyRecord *record = ggov_vacancy_get_record (row);

      g_print ("%s\t%s\t%s\t%s\n", record->grid_code ? record->grid_code : "", record->role,
               record->place, record->since ? record->since : "");
    }
}

GgovCtlStatus
ggov_ctl_vacancies (GgovCtl  *ctl,
                    int       argc,
                    char    **argv)
{
  const GgovCtlListing listing = {
    ggov_store_list_vacancies_async, ggov_store_list_vacancies_finish, print_vacancies,
  };

  return ggov_ctl_list (ctl, argc, argv, &listing);
}
