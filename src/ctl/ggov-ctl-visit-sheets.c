/* ggov-ctl-visit-sheets.c: gridgovctl visits: sheets of doors to go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-issue.h"
#include "ggov-ctl-visits.h"
#include "ggov-mask.h"
#include "ggov-store-visit-rounds.h"

static const char *
get_text (const char *text)
{
  return text ? text : "";
}

/* 0 once it was said that it is none. */
static gint64
read_sheet (const char *text)
{
  gint64 id = 0;

  if (g_str_has_prefix (text, GGOV_CTL_VISITS_SHEET))
    text += strlen (GGOV_CTL_VISITS_SHEET);
  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    /* Translators: what somebody typed as the number of a visit sheet */
    g_printerr (_("gridgovctl: “%s” is no number of a visit sheet. See visits sheets.\n"), text);

  return id;
}

GgovCtlStatus
ggov_ctl_visits_keep (GgovCtl                  *ctl,
                      const GgovVisitPlanTerms *terms)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) rounds = NULL;
  g_autoptr(GError) error = NULL;
  gint64 change_id = 0;

  ggov_store_keep_visit_rounds_async (ctl->store, terms, NULL, ggov_ctl_keep, &result);
  rounds = ggov_store_keep_visit_rounds_finish (ctl->store, ggov_ctl_wait (&result), &change_id,
                                                &error);
  if (rounds == NULL)
    return ggov_ctl_refuse (ctl, error);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "change");
  json_builder_add_int_value (builder, change_id);
  json_builder_set_member_name (builder, "sheets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rounds->len; i++)
    {
      json_builder_add_int_value (builder, g_array_index (rounds, gint64, i));
      if (!ctl->json)
        g_print (GGOV_CTL_VISITS_SHEET "%" G_GINT64_FORMAT "\n", g_array_index (rounds, gint64, i));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

static void
print_sheet (gpointer data)
{
  const GgovVisitRoundRecord *row = ggov_visit_round_get_record (data);

  g_print (GGOV_CTL_VISITS_SHEET "%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%" G_GINT64_FORMAT "/%"
           G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\n", row->id, row->day, get_text (row->visitor),
           get_text (row->grid), row->done, row->stops, row->absent);
}

GgovCtlStatus
ggov_ctl_visits_list_sheets (GgovCtl                *ctl,
                             const GgovCtlResidents *words)
{
  GgovVisitRoundFilter filter = {
    .from = words->day, .until = words->until, .open_only = words->open_only,
    .limit = MAX (words->limit, 0),
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_residents_find_place (ctl, "grid", words->grid, &filter.grid_id) ||
      (words->visitor && !(filter.visitor_id = ggov_ctl_find_person (ctl, words->visitor))))
    return GGOV_CTL_REFUSED;

  ggov_store_list_visit_rounds_async (ctl->store, &filter, NULL, ggov_ctl_keep, &result);
  if (!(rows = ggov_store_list_visit_rounds_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_residents_print (ctl, rows, print_sheet);
}

static void
print_stop (gpointer data)
{
  const GgovVisitStopRecord *row = ggov_visit_stop_get_record (data);

  g_print ("%" G_GINT64_FORMAT "\thousehold:%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
           row->position, row->household_id, row->reason, row->place, row->door,
           get_text (row->person ? row->person : row->head), get_text (row->due_on),
           get_text (row->outcome), get_text (row->found), get_text (row->issue));
}

static GListModel *
list_stops (GgovCtl *ctl,
            gint64   id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_visit_stops_async (ctl->store, id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  rows = ggov_store_list_visit_stops_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    ggov_ctl_refuse (ctl, error);

  return rows;
}

/* Nobody has said why the whole of a phone is to be seen. */
static GListModel *
mask_stops (GListModel *rows)
{
  GListStore *masked = g_list_store_new (GGOV_TYPE_VISIT_STOP);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVisitStop) row = g_list_model_get_item (rows, i);
      GgovVisitStopRecord record = *ggov_visit_stop_get_record (row);
      g_autofree char *phone = record.phone ? ggov_mask_phone (record.phone) : NULL;
      g_autoptr(GgovVisitStop) shown = NULL;

      record.phone = phone;
      shown = ggov_visit_stop_new (&record);
      g_list_store_append (masked, shown);
    }

  return G_LIST_MODEL (masked);
}

GgovCtlStatus
ggov_ctl_visits_show_sheet (GgovCtl                *ctl,
                            const GgovCtlResidents *words)
{
  const gint64 id = read_sheet (words->of);
  g_autoptr(GListModel) rows = id != 0 ? list_stops (ctl, id) : NULL;
  g_autoptr(GListModel) shown = rows ? mask_stops (rows) : NULL;

  return shown ? ggov_ctl_residents_print (ctl, shown, print_stop) : GGOV_CTL_REFUSED;
}

static gint64
find_stop (GListModel *rows,
           gint64      position)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVisitStop) row = g_list_model_get_item (rows, i);
      const GgovVisitStopRecord *record = ggov_visit_stop_get_record (row);

      if (record->position == position)
        return record->id;
    }

  return 0;
}

/* One result, such as 3=absent: met, confirmed, absent or refused. */
static gboolean
read_result (GListModel      *rows,
             char            *text,
             GgovVisitEntry  *entry)
{
  char *word = strchr (text, '=');

  if (word)
    {
      *word++ = '\0';
      entry->stop_id = find_stop (rows, g_ascii_strtoll (text, NULL, 10));
      entry->confirmed = g_str_equal (word, "confirmed");
      entry->outcome = entry->confirmed ? "met" : word;
    }
  if (entry->stop_id != 0)
    return TRUE;

  /* Translators: what somebody typed as the line of a visit sheet */
  g_printerr (_("gridgovctl: “%s” is no line of this sheet with its result, such as 3=absent.\n"), text);

  return FALSE;
}

GgovCtlStatus
ggov_ctl_visits_enter_sheet (GgovCtl                *ctl,
                             const GgovCtlResidents *words)
{
  const gint64 id = read_sheet (words->of);
  g_autoptr(GArray) entries = g_array_new (FALSE, TRUE, sizeof (GgovVisitEntry));
  g_auto(GStrv) results = g_strsplit (words->results ? words->results : "", ",", -1);
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  gint64 type = 0;

  if (results[0] == NULL)
    return ggov_ctl_residents_need (_("Say what came of it: --results 1=met,2=absent; the words are "
                                      "met, confirmed, absent and refused."));
  if (id == 0 || !(rows = list_stops (ctl, id)) ||
      (words->issue_type && !(type = ggov_ctl_issue_find_type (ctl, words->issue_type))))
    return GGOV_CTL_REFUSED;

  for (guint i = 0; results[i]; i++)
    {
      /* What was found is of one line: of several nobody knows which. */
      GgovVisitEntry entry = { .day = words->day, .found = words->found, .case_type_id = type,
                               .issue_title = words->title };

      if (words->found && results[1])
        return ggov_ctl_residents_need (_("What was found is said of one line at a time."));
      if (!read_result (rows, results[i], &entry))
        return GGOV_CTL_REFUSED;
      g_array_append_val (entries, entry);
    }

  ggov_store_enter_visits_async (ctl->store, (const GgovVisitEntry *) (gpointer) entries->data,
                                 entries->len, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_visits_finish (ctl, &result);
}

GgovCtlStatus
ggov_ctl_visits_drop_sheet (GgovCtl                *ctl,
                            const GgovCtlResidents *words)
{
  const gint64 id = read_sheet (words->of);
  g_autoptr(GAsyncResult) result = NULL;

  if (id == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_drop_visit_round_async (ctl->store, id, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}
