/* ggov-ctl-households.c: gridgovctl households: listed, shown, and what happens to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-residents.h"
#include "ggov-mask.h"

static const char *
get_text (const char *text)
{
  return text ? text : "";
}

static void
print_household (gpointer data)
{
  const GgovHouseholdRecord *row = ggov_household_get_record (data);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", row->id, row->place,
           row->door, get_text (row->head), row->members, get_text (row->grid_code),
           get_text (row->confirmed_on), get_text (row->visited_on));
}

static GListModel *
load (GgovCtl                   *ctl,
      const GgovHouseholdFilter *filter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_households_async (ctl->store, filter, ctl->as_of, NULL, ggov_ctl_keep, &result);
  rows = ggov_store_list_households_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    ggov_ctl_refuse (ctl, error);

  return rows;
}

/* Phones are shown as far as anybody may see them. */
static GListModel *
mask_households (GListModel *rows)
{
  GListStore *masked = g_list_store_new (GGOV_TYPE_HOUSEHOLD);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovHousehold) row = g_list_model_get_item (rows, i);
      GgovHouseholdRecord record = *ggov_household_get_record (row);
      g_autofree char *phone = record.phone ? ggov_mask_phone (record.phone) : NULL;
      g_autoptr(GgovHousehold) seen = NULL;

      record.phone = phone;
      seen = ggov_household_new (&record);
      g_list_store_append (masked, seen);
    }

  return G_LIST_MODEL (masked);
}

static GgovCtlStatus
list (GgovCtl                *ctl,
      const GgovCtlResidents *words)
{
  GgovHouseholdFilter filter = {
    .door = words->door, .headless = words->headless, .limit = MAX (words->limit, 0),
  };
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GListModel) masked = NULL;

  if (!ggov_ctl_residents_find_place (ctl, "grid", words->grid, &filter.grid_id) ||
      !ggov_ctl_residents_find_place (ctl, "building", words->building, &filter.building_id) ||
      !ggov_ctl_residents_find_place (ctl, "unit", words->unit, &filter.unit_id) ||
      (words->person && !(filter.person_id = ggov_ctl_find_person (ctl, words->person))) ||
      !(rows = load (ctl, &filter)))
    return GGOV_CTL_REFUSED;

  masked = mask_households (rows);

  return ggov_ctl_residents_print (ctl, masked, print_household);
}

static void
print_member (gpointer data)
{
  const GgovResidentRecord *row = ggov_resident_get_record (data);

  g_print ("id:%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%s%s\n", row->person_id,
           row->relation, row->name, row->sex_label, row->age, row->living ? "living " : "",
           row->registered ? "registered" : "");
}

static GListModel *
mask_members (GListModel *rows)
{
  GListStore *masked = g_list_store_new (GGOV_TYPE_RESIDENT);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovResident) row = g_list_model_get_item (rows, i);
      g_autoptr(GgovResident) seen = ggov_ctl_residents_dup_masked (row);

      g_list_store_append (masked, seen);
    }

  return G_LIST_MODEL (masked);
}

static GgovCtlStatus
show (GgovCtl                *ctl,
      const GgovCtlResidents *words)
{
  const gint64 id = ggov_ctl_residents_read_number (words->of);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GListModel) masked = NULL;
  g_autoptr(GError) error = NULL;

  if (id == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_list_members_async (ctl->store, id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(rows = ggov_store_list_members_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  masked = mask_members (rows);

  return ggov_ctl_residents_print (ctl, masked, print_member);
}

/* What happens to them ------------------------------------------------------------------------- */

static gboolean
fill_act (GgovCtl                *ctl,
          const GgovCtlResidents *words,
          GgovRegisterAct        *act)
{
  act->day = ggov_ctl_residents_get_day (ctl, words);
  act->door = words->door;
  act->stays_registered = words->stays_registered;
  act->elsewhere = words->elsewhere;
  act->reason = words->reason;
  act->report = words->report;

  return (words->household == NULL ||
          (act->household_id = ggov_ctl_residents_read_number (words->household)) != 0) &&
         (words->to == NULL ||
          (act->to_household_id = ggov_ctl_residents_read_number (words->to)) != 0) &&
         (words->head == NULL || (act->head_id = ggov_ctl_find_person (ctl, words->head)) != 0) &&
         ggov_ctl_residents_find_place (ctl, "unit", words->unit, &act->unit_id);
}

static GgovCtlStatus
finish (GgovCtl       *ctl,
        GAsyncResult **result)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GError) error = NULL;
  gint64 change_id = 0, household_id = 0, person_id = 0;

  if (!ggov_store_register_finish (ctl->store, ggov_ctl_wait (result), &change_id, &household_id,
                                   &person_id, &error))
    return ggov_ctl_refuse (ctl, error);

  if (!ctl->json)
    {
      g_print ("%" G_GINT64_FORMAT "\n", household_id);
      return GGOV_CTL_DONE;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "change");
  json_builder_add_int_value (builder, change_id);
  json_builder_set_member_name (builder, "household_id");
  json_builder_add_int_value (builder, household_id);
  json_builder_set_member_name (builder, "person_id");
  json_builder_add_int_value (builder, person_id);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
do_deed (GgovCtl                *ctl,
         const GgovCtlResidents *words,
         GgovRegisterDeed        deed,
         gint64                  household_id)
{
  g_autoptr(GArray) members = ggov_ctl_residents_list_members (ctl, words);
  g_autoptr(GAsyncResult) result = NULL;
  GgovRegisterAct act = { .deed = deed, .household_id = household_id };

  if (members == NULL || !fill_act (ctl, words, &act))
    return GGOV_CTL_REFUSED;

  act.members = (const GgovRegisterMember *) (gpointer) members->data;
  act.n_members = members->len;
  ggov_store_register_async (ctl->store, &act, NULL, ggov_ctl_keep, &result);

  return finish (ctl, &result);
}

/* Those of a household that is said after the action. */
static GgovCtlStatus
do_deed_of (GgovCtl                *ctl,
            const GgovCtlResidents *words,
            GgovRegisterDeed        deed)
{
  const gint64 id = ggov_ctl_residents_read_number (words->of);

  return id != 0 ? do_deed (ctl, words, deed, id) : GGOV_CTL_REFUSED;
}

static GgovCtlStatus
move_in (GgovCtl                *ctl,
         const GgovCtlResidents *words)
{
  return do_deed (ctl, words, GGOV_REGISTER_MOVE_IN, 0);
}

static GgovCtlStatus
move_out (GgovCtl                *ctl,
          const GgovCtlResidents *words)
{
  return do_deed_of (ctl, words, GGOV_REGISTER_MOVE_OUT);
}

static GgovCtlStatus
move_within (GgovCtl                *ctl,
             const GgovCtlResidents *words)
{
  return do_deed_of (ctl, words, GGOV_REGISTER_MOVE_WITHIN);
}

static GgovCtlStatus
birth (GgovCtl                *ctl,
       const GgovCtlResidents *words)
{
  return do_deed (ctl, words, GGOV_REGISTER_BIRTH, 0);
}

static GgovCtlStatus
death (GgovCtl                *ctl,
       const GgovCtlResidents *words)
{
  return do_deed (ctl, words, GGOV_REGISTER_DEATH, 0);
}

static GgovCtlStatus
split (GgovCtl                *ctl,
       const GgovCtlResidents *words)
{
  return do_deed_of (ctl, words, GGOV_REGISTER_SPLIT);
}

static GgovCtlStatus
merge (GgovCtl                *ctl,
       const GgovCtlResidents *words)
{
  return do_deed_of (ctl, words, GGOV_REGISTER_MERGE);
}

static GgovCtlStatus
change_head (GgovCtl                *ctl,
             const GgovCtlResidents *words)
{
  if (words->head == NULL)
    return ggov_ctl_residents_need (_("Say who is the head: households head NUMBER --head WHO"));

  return do_deed_of (ctl, words, GGOV_REGISTER_HEAD);
}

GgovCtlStatus
ggov_ctl_households (GgovCtl  *ctl,
                     int       argc,
                     char    **argv)
{
  static const GgovCtlResidentsAction actions[] = {
    { "list", FALSE, list },
    { "show", TRUE, show },
    { "move-in", FALSE, move_in },
    { "move-out", TRUE, move_out },
    { "move-within", TRUE, move_within },
    { "birth", FALSE, birth },
    { "death", FALSE, death },
    { "split", TRUE, split },
    { "merge", TRUE, merge },
    { "head", TRUE, change_head },
  };

  return ggov_ctl_residents_run (ctl, argc, argv, "list|show|move-in|move-out|move-within|birth|death|"
                                 "split|merge|head [NUMBER]", actions, G_N_ELEMENTS (actions),
                                 _("Say what to do: households list, move-in, birth or death, or "
                                   "show, move-out, move-within, split, merge or head with a "
                                   "household’s number."));
}
