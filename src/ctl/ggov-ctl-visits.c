/* ggov-ctl-visits.c: gridgovctl visits: listed, planned, entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-issue.h"
#include "ggov-ctl-residents.h"
#include "ggov-ctl-visits.h"
#include "ggov-store-visits.h"

static const char *
get_text (const char *text)
{
  return text ? text : "";
}

/* 0 where nobody is said; FALSE once it was said that it is nobody. */
static gboolean
find_person (GgovCtl    *ctl,
             const char *who,
             gint64     *id)
{
  *id = who ? ggov_ctl_find_person (ctl, who) : 0;

  return who == NULL || *id != 0;
}

static gboolean
find_household (const char *number,
                gint64     *id)
{
  *id = number ? ggov_ctl_residents_read_number (number) : 0;

  return number == NULL || *id != 0;
}

static void
print_visit (gpointer data)
{
  const GgovVisitRecord *row = ggov_visit_get_record (data);

  g_print ("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", row->day, row->outcome, row->place, row->door,
           get_text (row->person ? row->person : row->head), get_text (row->visitor), row->found,
           get_text (row->issue));
}

static GgovCtlStatus
list (GgovCtl                *ctl,
      const GgovCtlResidents *words)
{
  GgovVisitFilter filter = {
    .from = words->day, .until = words->until, .outcome = words->outcome,
    .limit = MAX (words->limit, 0),
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_residents_find_place (ctl, "grid", words->grid, &filter.grid_id) ||
      !ggov_ctl_residents_find_place (ctl, "building", words->building, &filter.building_id) ||
      !find_household (words->household, &filter.household_id) ||
      !find_person (ctl, words->person, &filter.person_id) ||
      !find_person (ctl, words->visitor, &filter.visitor_id))
    return GGOV_CTL_REFUSED;

  ggov_store_list_visits_async (ctl->store, &filter, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(rows = ggov_store_list_visits_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_residents_print (ctl, rows, print_visit);
}

static void
print_due (gpointer data)
{
  const GgovVisitDueRecord *row = ggov_visit_due_get_record (data);

  g_print ("%" G_GINT64_FORMAT "\thousehold:%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
           row->rank, row->household_id, row->reason, row->place, row->door,
           get_text (row->person ? row->person : row->head), get_text (row->group),
           get_text (row->due_on), get_text (row->responsible));
}

static GgovCtlStatus
plan (GgovCtl                *ctl,
      const GgovCtlResidents *words)
{
  GgovVisitPlanTerms terms = {
    .day = ctl->as_of,
    .horizon_days = words->horizon,
    .care_only = words->care_only,
    .overdue_only = words->overdue_only,
    .limit = MAX (words->limit, 0),
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_residents_find_place (ctl, "grid", words->grid, &terms.grid_id) ||
      !find_person (ctl, words->visitor, &terms.worker_id))
    return GGOV_CTL_REFUSED;

  if (words->keeps)
    return ggov_ctl_visits_keep (ctl, &terms);

  ggov_store_plan_visits_async (ctl->store, &terms, NULL, ggov_ctl_keep, &result);
  if (!(rows = ggov_store_plan_visits_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_residents_print (ctl, rows, print_due);
}

GgovCtlStatus
ggov_ctl_visits_finish (GgovCtl       *ctl,
                        GAsyncResult **result)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_auto(GStrv) numbers = NULL;
  g_autoptr(GError) error = NULL;
  gint64 change_id = 0;

  if (!ggov_store_enter_visits_finish (ctl->store, ggov_ctl_wait (result), &change_id, &numbers,
                                       &error))
    return ggov_ctl_refuse (ctl, error);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "change");
  json_builder_add_int_value (builder, change_id);
  json_builder_set_member_name (builder, "issues");
  json_builder_begin_array (builder);
  for (guint i = 0; numbers && numbers[i]; i++)
    {
      json_builder_add_string_value (builder, numbers[i]);
      if (!ctl->json)
        g_print ("%s\n", numbers[i]);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
enter (GgovCtl                *ctl,
       const GgovCtlResidents *words)
{
  GgovVisitEntry entry = {
    .day = ggov_ctl_residents_get_day (ctl, words),
    .outcome = words->outcome ? words->outcome : "met",
    .confirmed = words->confirmed,
    .found = words->found,
    .issue_title = words->title,
  };
  g_autoptr(GAsyncResult) result = NULL;

  if (g_str_has_prefix (words->of, GGOV_CTL_VISITS_SHEET))
    return ggov_ctl_visits_enter_sheet (ctl, words);

  if (!find_household (words->of, &entry.household_id) ||
      !find_person (ctl, words->person, &entry.person_id) ||
      !find_person (ctl, words->visitor, &entry.visitor_id) ||
      (words->issue_type &&
       !(entry.case_type_id = ggov_ctl_issue_find_type (ctl, words->issue_type))))
    return GGOV_CTL_REFUSED;

  ggov_store_enter_visits_async (ctl->store, &entry, 1, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_visits_finish (ctl, &result);
}

GgovCtlStatus
ggov_ctl_visits (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  static const GgovCtlResidentsAction actions[] = {
    { "list", FALSE, list },
    { "plan", FALSE, plan },
    { "enter", TRUE, enter },
    { "sheets", FALSE, ggov_ctl_visits_list_sheets },
    { "sheet", TRUE, ggov_ctl_visits_show_sheet },
    { "drop", TRUE, ggov_ctl_visits_drop_sheet },
  };

  return ggov_ctl_residents_run (ctl, argc, argv,
                                 "list|plan|sheets|sheet|enter|drop [HOUSEHOLD|sheet:N]", actions,
                                 G_N_ELEMENTS (actions),
                                 _("Say what to do: visits list, plan or sheets; enter with a "
                                   "household’s number or that of a sheet; sheet or drop with that "
                                   "of a sheet."));
}
