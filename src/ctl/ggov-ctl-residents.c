/* ggov-ctl-residents.c: gridgovctl residents: listed, shown, counted grid by grid and month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-residents.h"
#include "ggov-mask.h"
#include "ggov-membership.h"
#include "ggov-query-residents.h"
#include "ggov-special-group.h"
#include "ggov-store-register-grids.h"
#include "ggov-store-special-groups.h"

#define LIMIT 1000 /* lines where nobody says how many */

static const char *const stays[] = { "", "living", "registered", "separated" };

static const char *
get_text (const char *text)
{
  return text ? text : "";
}

/* The list ------------------------------------------------------------------------------------- */

static gboolean
find_group (GgovCtl    *ctl,
            const char *code,
            gint64     *id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) groups = NULL;
  g_autoptr(GError) error = NULL;

  *id = g_strcmp0 (code, "any") == 0 ? -1 : 0;
  if (code == NULL || *id != 0)
    return TRUE;

  ggov_store_list_special_groups_async (ctl->store, 0, ctl->as_of, NULL, ggov_ctl_keep, &result);
  groups = ggov_store_list_special_groups_finish (ctl->store, ggov_ctl_wait (&result), &error);
  for (guint i = 0; groups && i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(GgovSpecialGroup) group = g_list_model_get_item (groups, i);
      const GgovSpecialGroupRecord *record = ggov_special_group_get_record (group);

      if (g_str_equal (record->code, code))
        *id = record->id;
    }

  if (groups == NULL)
    ggov_ctl_refuse (ctl, error);
  else if (*id == 0)
    /* Translators: what somebody typed */
    g_printerr (_("gridgovctl: There is no special group “%s”. See special-groups list.\n"), code);

  return *id != 0;
}

static gboolean
fill_filter (GgovCtl                *ctl,
             const GgovCtlResidents *words,
             GgovResidentFilter     *filter)
{
  for (guint i = 0; words->stay && i < G_N_ELEMENTS (stays); i++)
    if (g_str_equal (stays[i], words->stay))
      filter->stay = i;

  filter->sex = words->sex;
  filter->age_from = words->age_from;
  filter->age_to = words->age_to;
  filter->text = words->text;
  filter->household_id = words->household ? ggov_ctl_residents_read_number (words->household) : 0;

  return (words->household == NULL || filter->household_id != 0) &&
         ggov_ctl_residents_find_place (ctl, "community", words->community, &filter->community_id) &&
         ggov_ctl_residents_find_place (ctl, "grid", words->grid, &filter->grid_id) &&
         ggov_ctl_residents_find_place (ctl, "building", words->building, &filter->building_id) &&
         ggov_ctl_residents_find_place (ctl, "unit", words->unit, &filter->unit_id) &&
         find_group (ctl, words->group, &filter->group_id);
}

/* A line as a shell shows it: nobody has said why the whole of it is to be seen. */
GgovResident *
ggov_ctl_residents_dup_masked (GgovResident *row)
{
  GgovResidentRecord record = *ggov_resident_get_record (row);
  g_autofree char *phone = record.phone ? ggov_mask_phone (record.phone) : NULL;
  g_autofree char *number = record.identity_number ? ggov_mask_identity (record.identity_number)
                                                   : NULL;

  record.phone = phone;
  record.identity_number = number;

  return ggov_resident_new (&record);
}

static void
print_resident (gpointer data)
{
  const GgovResidentRecord *row = ggov_resident_get_record (data);

  g_print ("id:%" G_GINT64_FORMAT "\t%s\t%s\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\t%s\n",
           row->person_id, row->name, row->sex_label, row->age, row->relation, row->place, row->door,
           get_text (row->grid_code), get_text (row->group_names), get_text (row->confirmed_on));
}

static GListModel *
mask_rows (GgovAnswer *answer)
{
  GListStore *rows = g_list_store_new (GGOV_TYPE_RESIDENT);

  for (guint i = 0; i < answer->keys->len; i++)
    {
      const GgovRowKey *key = &g_array_index (answer->keys, GgovRowKey, i);
      GgovResident *row = g_hash_table_lookup (answer->rows, &key->id);
      g_autoptr(GgovResident) masked = row ? ggov_ctl_residents_dup_masked (row) : NULL;

      if (masked)
        g_list_store_append (rows, masked);
    }

  return G_LIST_MODEL (rows);
}

static GgovCtlStatus
list (GgovCtl                *ctl,
      const GgovCtlResidents *words)
{
  const guint limit = words->limit > 0 ? words->limit : LIMIT;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  g_autoptr(GgovQuery) query = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  GgovResidentFilter filter = { 0 };

  if (words->order && strstr ("place name age confirmed-on", words->order) == NULL)
    return ggov_ctl_residents_need (_("The order is place, name, age or confirmed-on."));
  if (!fill_filter (ctl, words, &filter))
    return GGOV_CTL_REFUSED;

  query = ggov_query_new_residents (ctl->as_of, &filter, words->order, words->descending);
  ggov_store_find_rows_async (ctl->store, query, limit, limit, NULL, NULL, ggov_ctl_keep, &result);
  if (!(answer = ggov_store_rows_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  rows = mask_rows (answer);

  return ggov_ctl_residents_print (ctl, rows, print_resident);
}

/* One whole ------------------------------------------------------------------------------------ */

static const struct { const char *code; gboolean is_open; } shown[] = {
  { "name", TRUE }, { "sex", TRUE }, { "birth_date", TRUE }, { "relation", TRUE },
  { "community", TRUE }, { "grid", TRUE }, { "compound", TRUE }, { "building", TRUE },
  { "unit", TRUE }, { "door", TRUE }, { "living_since", TRUE }, { "confirmed_on", TRUE },
  { "died_on", TRUE }, { "phone", FALSE }, { "id_type", TRUE }, { "id_number", FALSE },
  { "residence_type", TRUE }, { "ethnic_group", FALSE }, { "marital_status", FALSE },
  { "political_status", FALSE }, { "education", FALSE }, { "work", FALSE }, { "health", FALSE },
};

static char *
dup_shown (const char *code,
           const char *value,
           gboolean    is_open)
{
  if (is_open)
    return g_strdup (value);
  if (g_str_equal (code, "phone"))
    return ggov_mask_phone (value);

  return g_str_equal (code, "id_number") ? ggov_mask_identity (value) : g_strdup ("*");
}

static void
add_values (JsonBuilder            *builder,
            GgovResidentSheet      *sheet,
            const GgovCtlResidents *words,
            gboolean                json)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const char *value = ggov_resident_sheet_get_value (sheet, shown[i].code);
      g_autofree char *seen = value ? dup_shown (shown[i].code, value,
                                                 shown[i].is_open || words->whole) : NULL;

      if (json)
        {
          json_builder_set_member_name (builder, shown[i].code);
          if (seen)
            json_builder_add_string_value (builder, seen);
          else
            json_builder_add_null_value (builder);
        }
      else if (seen)
        g_print ("%s\t%s\n", shown[i].code, seen);
    }
}

static void
add_list (JsonBuilder *builder,
          const char  *name,
          GListModel  *rows)
{
  json_builder_set_member_name (builder, name);
  ggov_ctl_add_rows (builder, rows);
}

static GListModel *
mask_residences (GListModel *rows,
                 gboolean    whole)
{
  GListStore *masked = g_list_store_new (GGOV_TYPE_RESIDENT);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovResident) row = g_list_model_get_item (rows, i);
      g_autoptr(GgovResident) seen = whole ? g_object_ref (row) : ggov_ctl_residents_dup_masked (row);

      g_list_store_append (masked, seen);
    }

  return G_LIST_MODEL (masked);
}

static void
print_sheet (GgovCtl                *ctl,
             GgovResidentSheet      *sheet,
             const GgovCtlResidents *words)
{
  g_autoptr(GListModel) residences = mask_residences (ggov_resident_sheet_get_residences (sheet),
                                                      words->whole);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "person_id");
  json_builder_add_int_value (builder, ggov_resident_sheet_get_person_id (sheet));
  json_builder_set_member_name (builder, "values");
  json_builder_begin_object (builder);
  add_values (builder, sheet, words, ctl->json);
  json_builder_end_object (builder);
  add_list (builder, "residences", residences);
  add_list (builder, "groups", ggov_resident_sheet_get_memberships (sheet));
  add_list (builder, "visits", ggov_resident_sheet_get_visits (sheet));
  add_list (builder, "events", ggov_resident_sheet_get_events (sheet));
  json_builder_end_object (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));
}

static gboolean
disclose (GgovCtl                *ctl,
          const GgovCtlResidents *words,
          gint64                  id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_disclose_async (ctl->store, id, words->reason, NULL, ggov_ctl_keep, &result);
  if (ggov_store_change_finish (ctl->store, ggov_ctl_wait (&result), NULL, &error))
    return TRUE;

  ggov_ctl_refuse (ctl, error);

  return FALSE;
}

static GgovCtlStatus
show (GgovCtl                *ctl,
      const GgovCtlResidents *words)
{
  g_autoptr(GgovResidentSheet) sheet = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = ggov_ctl_find_person (ctl, words->of);

  if (id == 0 || (words->whole && !disclose (ctl, words, id)))
    return GGOV_CTL_REFUSED;

  ggov_store_get_resident_async (ctl->store, id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(sheet = ggov_store_get_resident_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  print_sheet (ctl, sheet, words);

  return GGOV_CTL_DONE;
}

/* Grid by grid --------------------------------------------------------------------------------- */

static void
print_grid (gpointer data)
{
  const GgovRegisterGridRecord *row = ggov_register_grid_get_record (data);

  g_print ("%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%"
           G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\n", row->code, row->name,
           row->households, row->people, row->fresh, row->never, row->special, row->overdue,
           get_text (row->last_visit_on));
}

static GgovCtlStatus
list_grids (GgovCtl                *ctl,
            const GgovCtlResidents *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  gint64 grid_id;

  if (!ggov_ctl_residents_find_place (ctl, "grid", words->grid, &grid_id))
    return GGOV_CTL_REFUSED;

  ggov_store_list_register_grids_async (ctl->store, grid_id, ctl->as_of, NULL, ggov_ctl_keep,
                                        &result);
  if (!(rows = ggov_store_list_register_grids_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_residents_print (ctl, rows, print_grid);
}

static void
print_flow (gpointer data)
{
  const GgovRegisterFlowRecord *row = ggov_register_flow_get_record (data);

  g_print ("%s\t%s\t%" G_GINT64_FORMAT "\t+%" G_GINT64_FORMAT "\t-%" G_GINT64_FORMAT "\t%"
           G_GINT64_FORMAT "\n", row->code, row->name, row->opening,
           row->recorded + row->moved_in + row->born + row->came + row->border_in,
           row->moved_out + row->died + row->left + row->border_out, row->closing);
}

static GgovCtlStatus
list_flows (GgovCtl                *ctl,
            const GgovCtlResidents *words)
{
  g_autofree char *first = g_strconcat (words->of, "-01", NULL);
  g_autoptr(GDateTime) begin = NULL;
  g_autoptr(GDateTime) end = NULL;
  g_autofree char *last = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *instant = g_strconcat (first, "T00:00:00Z", NULL);

  if (strlen (words->of) != 7 || !(begin = g_date_time_new_from_iso8601 (instant, NULL)))
    return ggov_ctl_residents_need (_("Say which month, such as 2026-03."));

  end = g_date_time_add_full (begin, 0, 1, -1, 0, 0, 0);
  last = g_date_time_format (end, "%Y-%m-%d");
  ggov_store_list_register_flows_async (ctl->store, first, last, NULL, ggov_ctl_keep, &result);
  if (!(rows = ggov_store_list_register_flows_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_residents_print (ctl, rows, print_flow);
}

GgovCtlStatus
ggov_ctl_residents (GgovCtl  *ctl,
                    int       argc,
                    char    **argv)
{
  static const GgovCtlResidentsAction actions[] = {
    { "list", FALSE, list },
    { "show", TRUE, show },
    { "grids", FALSE, list_grids },
    { "month", TRUE, list_flows },
  };

  return ggov_ctl_residents_run (ctl, argc, argv, "list|show|grids|month [WHO|MONTH]", actions,
                                 G_N_ELEMENTS (actions),
                                 _("Say what to do: residents list or grids, show WHO, or month "
                                   "2026-03."));
}
