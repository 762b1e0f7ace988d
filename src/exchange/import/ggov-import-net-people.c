/* ggov-import-net-people.c: rows of a table become people of an old net
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-import-heading.h"
#include "ggov-import-nets-private.h"

enum { FIELD_GRID, FIELD_NAME, FIELD_PHONE, FIELD_ROLE, N_FIELDS };

#define N_REQUIRED 2 /* grid and name */

static const GgovImportField fields[N_FIELDS] = {
  { "grid", { "网格编号", "网格编码", "网格", "所属网格", "责任区", "grid", "grid_code", NULL } },
  { "name", { "姓名", "网格员", "负责人", "责任人", "name", "名字", NULL } },
  { "phone", { "电话", "联系电话", "手机", "手机号", "手机号码", "phone", "联系方式", NULL } },
  { "role", { "职务", "岗位", "角色", "身份", "role", "post", NULL } },
};

typedef struct
{
  GgovChange      *change;
  GgovImportOrder *order;
  GgovKnownNet    *net;   /* (owned) */
  GHashTable      *taken; /* (owned) (element-type utf8): grid and name of earlier rows */
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->net, ggov_known_net_free);
  g_clear_pointer (&work->taken, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

gboolean
_ggov_import_net_check_open (const GgovKnownNet  *net,
                             const char          *name,
                             GError             **error)
{
  if (net->retired_on == NULL)
    return TRUE;

  /* Translators: a net’s name and a date. */
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               _("The net “%s” is retired since %s. Import it under another name."), name,
               net->retired_on);

  return FALSE;
}

static GgovKnownOldPerson *
find_person (const GgovKnownOldGrid *grid,
             const char             *name)
{
  for (guint i = 0; i < grid->people->len; i++)
    if (g_str_equal (((GgovKnownOldPerson *) grid->people->pdata[i])->name, name))
      return grid->people->pdata[i];

  return NULL;
}

gboolean
_ggov_import_net_take_person (GgovChange                 *change,
                              GgovKnownOldGrid           *grid,
                              const GgovOldPersonRecord  *record,
                              gboolean                   *added,
                              gboolean                   *changed,
                              GError                    **error)
{
  GgovKnownOldPerson *known = find_person (grid, record->name);
  GgovOldPersonRecord whole = *record;
  gint64 id;

  *added = known == NULL;
  *changed = FALSE;
  whole.grid_id = grid->id;
  if (known == NULL)
    {
      if (!(id = ggov_change_add_old_person (change, &whole, error)))
        return FALSE;

      ggov_known_old_grid_add_person (grid, id, &whole);
      return TRUE;
    }

  whole.phone = record->phone ? record->phone : known->phone;
  whole.role = record->role ? record->role : known->role;
  *changed = g_strcmp0 (whole.phone, known->phone) != 0 || g_strcmp0 (whole.role, known->role) != 0;

  return !*changed || ggov_change_update_old_person (change, known->id, &whole, error);
}

/* By its code, else by its name where only one has it. */
static GgovKnownOldGrid *
find_grid (Work       *work,
           const char *words)
{
  GgovKnownOldGrid *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < work->net->grids->len; i++)
    {
      GgovKnownOldGrid *grid = work->net->grids->pdata[i];

      if (g_str_equal (grid->code, words))
        return grid;
      if (g_str_equal (grid->name, words))
        {
          found = grid;
          n_found++;
        }
    }

  return n_found == 1 ? found : NULL;
}

static gboolean
take_row (Work                       *work,
          GgovKnownOldGrid           *grid,
          const GgovOldPersonRecord  *record,
          GError                    **error)
{
  GgovImportReport *report = work->order->report;
  gboolean added, changed;

  if (!_ggov_import_net_take_person (work->change, grid, record, &added, &changed, error))
    return FALSE;

  report->added += added;
  report->changed += changed;
  report->same += !added && !changed;

  return TRUE;
}

static gboolean
accept_row (Work             *work,
            GgovImportTable  *table,
            GError          **error)
{
  GgovImportReport *report = work->order->report;
  gint64 row = ggov_exchange_rows_get_number (table->rows);
  g_autofree char *words = ggov_import_table_dup_text (table, FIELD_GRID);
  g_autofree char *name = ggov_import_table_dup_text (table, FIELD_NAME);
  g_autofree char *phone = ggov_import_table_dup_text (table, FIELD_PHONE);
  g_autofree char *role = ggov_import_table_dup_text (table, FIELD_ROLE);
  const GgovOldPersonRecord record = { .name = name, .phone = phone, .role = role };
  GgovKnownOldGrid *grid = words ? find_grid (work, words) : NULL;

  report->read++;
  if (name == NULL)
    ggov_import_report_reject (report, row, "no-name", _("The row names nobody"), NAN, NAN);
  else if (grid == NULL)
    ggov_import_report_reject (report, row, "no-grid", _("The net has no such grid"), NAN, NAN);
  else if (!g_hash_table_add (work->taken, g_strdup_printf ("%s\n%s", grid->code, name)))
    ggov_import_report_reject (report, row, "same-person",
                               _("An earlier row is the same person on the same grid"), NAN, NAN);
  else
    return take_row (work, grid, &record, error);

  return TRUE;
}

static gboolean
load_net (Work    *work,
          GError **error)
{
  const char *name = work->order->net;

  if (!ggov_change_load_net (work->change, name ? name : "", &work->net, error))
    return FALSE;

  if (work->net)
    return _ggov_import_net_check_open (work->net, name, error);

  /* Translators: what somebody typed as the name of a net. */
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               _("There is no old net “%s”. Import its grids first."), name ? name : "");

  return FALSE;
}

gboolean
ggov_import_accept_old_people (GgovChange       *change,
                               GgovImportOrder  *order,
                               GError          **error)
{
  g_auto(Work) work = { .change = change, .order = order };
  g_autoptr(GgovImportHeading) heading = NULL;
  g_autoptr(GgovImportTable) table = NULL;
  GError *broken = NULL;

  work.taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!load_net (&work, error) ||
      !(heading = ggov_import_heading_find (order->reading, order->layer_index, fields, N_FIELDS,
                                            order->heading, order->wishes, NULL, error)) ||
      !(table = ggov_import_heading_open (order->reading, order->layer_index, heading, fields,
                                          N_FIELDS, N_REQUIRED, order->wishes, error)))
    return FALSE;

  while (ggov_exchange_rows_next (table->rows, &broken))
    if (!ggov_change_check_cancelled (change, error) || !accept_row (&work, table, error))
      return FALSE;

  if (broken)
    {
      g_propagate_error (error, broken);
      return FALSE;
    }

  return TRUE;
}

const GgovImportField *
ggov_import_get_old_person_fields (guint *n_fields)
{
  *n_fields = N_FIELDS;

  return fields;
}
