/* ggov-report-roster-rows.c: what stands in the roster's lines and headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-roster-rows-private.h"
#include "ggov-role-catalogue.h"

static void
count_free (GgovReportCount *count)
{
  g_free (count->role);
  g_hash_table_unref (count->people);
  g_free (count);
}

static GgovReportCount *
count_new (const char *role,
           guint       order)
{
  GgovReportCount *count = g_new0 (GgovReportCount, 1);

  count->role = g_strdup (role);
  count->order = order;
  count->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return count;
}

static void
count_post (GgovReportCount        *count,
            const GgovRosterRecord *record)
{
  count->n_posts++;
  g_hash_table_add (count->people, g_memdup2 (&record->person_id, sizeof record->person_id));
}

static guint
get_order (GgovRoleCatalogue *catalogue,
           const char        *code)
{
  const GgovRole *role = ggov_role_catalogue_find (catalogue, code);

  return role ? role->order : G_MAXUINT - 1;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const GgovReportCount *first = *(GgovReportCount *const *) a;
  const GgovReportCount *second = *(GgovReportCount *const *) b;

  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;

  return g_strcmp0 (first->role, second->role);
}

GPtrArray *
_ggov_report_roster_count (GListModel *rows)
{
  g_autoptr(GgovRoleCatalogue) catalogue = ggov_role_catalogue_new_default ();
  g_autoptr(GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);
  GgovReportCount *all = count_new (C_("roster", "Total"), G_MAXUINT);

  g_ptr_array_add (counts, all);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);
      GgovReportCount *count = g_hash_table_lookup (by_code, record->role_code);

      if (count == NULL)
        {
          count = count_new (record->role, get_order (catalogue, record->role_code));
          g_hash_table_insert (by_code, (gpointer) record->role_code, count);
          g_ptr_array_add (counts, count);
        }
      count_post (count, record);
      count_post (all, record);
    }

  g_ptr_array_sort (counts, compare_counts);

  return counts;
}

gboolean
_ggov_report_roster_is_same (const GgovRosterRecord *a,
                             const GgovRosterRecord *b)
{
  return a->grid_id == b->grid_id && a->community_id == b->community_id;
}

char *
_ggov_report_roster_dup_title (const GgovRosterRecord *record)
{
  if (record->grid == NULL && record->community == NULL)
    return g_strdup (record->sub_district ? record->sub_district : "");
  if (record->grid == NULL)
    return g_strdup (record->community);

  /* A grid's name may begin with its community's. */
  if (record->community == NULL || g_str_has_prefix (record->grid, record->community))
    return g_strdup (record->grid);

  /* Translators: a community's name and a grid's */
  return g_strdup_printf (C_("roster", "%1$s, %2$s"), record->community, record->grid);
}

char *
_ggov_report_roster_dup_note (const GgovRosterRecord *record,
                              guint                   n_rows)
{
  g_autofree char *posts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u post", "%u posts",
                                                         n_rows), n_rows);
  const char *leader = record->grid_leader ? record->grid_leader : C_("roster", "vacant");

  if (record->grid == NULL)
    return g_steal_pointer (&posts);

  /* Translators: the heading of a grid on paper: its code, how many households, who leads it, how
   * many posts */
  return g_strdup_printf (C_("roster", "%1$s   %2$u households   Leader %3$s   %4$s"),
                          record->grid_code, (guint) record->grid_households, leader, posts);
}

char *
_ggov_report_roster_dup_away (const char             *text,
                              const GgovRosterRecord *record,
                              gboolean                with_phones)
{
  g_autofree char *leave = ggov_roster_dup_leave (record, with_phones);

  return leave ? g_strdup_printf ("%s\n%s", text, leave) : g_strdup (text);
}

char *
_ggov_report_roster_dup_place (const GgovRosterRecord *record,
                               gboolean                with_phones)
{
  /* Under the grid's own heading its name would only be said again. */
  const char *place = record->grid_id != 0 && record->building_id == 0 ? C_("roster", "Whole grid")
                                                                       : record->place;

  return _ggov_report_roster_dup_away (place, record, with_phones);
}
