/* ggov-import-nets.c: areas become the grids of an old net
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ggov-geo-areas.h"
#include "ggov-import-nets-private.h"
#include "ggov-import-shape.h"
#include "ggov-local-time.h"

#define SAME_SHARE 0.999999 /* of the ground in common: nothing but rounding */
#define LEAST_M2   1.0      /* less in common is the rounding of a border that two grids share */
#define SLIVER_M   6.0      /* narrower is told of, as with base grids */

enum { FIELD_CODE, FIELD_NAME, FIELD_LEADER, FIELD_PHONE, FIELD_ROLE, FIELD_SINCE, N_FIELDS };

static const GgovImportField fields[N_FIELDS] = {
  { "code", { "code", "网格编号", "网格编码", "编号", "编码", "代码", "grid_code", NULL } },
  { "name", { "name", "网格名称", "名称", "网格", "责任区", "t_name", NULL } },
  { "leader", { "leader", "负责人", "责任人", "网格员", "网格长", "民警", "姓名", NULL } },
  { "phone", { "phone", "电话", "联系电话", "手机", "手机号", "联系方式", NULL } },
  { "role", { "role", "职务", "岗位", "角色", NULL } },
  { "since", { "since", "valid_from", "启用日期", "起始日期", NULL } },
};

/* What departments are called, and the role that their people have on base grids. */
static const struct { const char *word, *role; } roles[] = {
  { "公安", "department_police" }, { "警", "department_police" }, { "police", "department_police" },
  { "卫", "department_medical" }, { "医", "department_medical" }, { "health", "department_medical" },
  { "medic", "department_medical" }, { "执法", "department_enforcement" },
  { "城管", "department_enforcement" }, { "enforce", "department_enforcement" },
  { "司法", "department_justice" }, { "justice", "department_justice" },
  { "市场", "department_market" }, { "市监", "department_market" },
  { "market", "department_market" },
};

typedef struct
{
  GgovChange      *change;
  GgovImportOrder *order;
  GgovKnownNet    *net;   /* (owned) */
  GHashTable      *taken; /* (owned) (element-type utf8): codes of earlier rows */
  GHashTable      *rows;  /* (owned) (element-type GgovKnownOldGrid int): where they came from */
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->net, ggov_known_net_free);
  g_clear_pointer (&work->taken, g_hash_table_unref);
  g_clear_pointer (&work->rows, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* The net ---------------------------------------------------------------------------------- */

const char *
ggov_import_guess_role (const char *words)
{
  g_autofree char *small = g_utf8_strdown (words ? words : "", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strstr (small, roles[i].word))
      return roles[i].role;

  return "";
}

static const char *
choose_role (const GgovImportOrder *order,
             const GgovKnownNet    *net)
{
  const char *guess;

  if (order->role_code && *order->role_code)
    return order->role_code;
  if (net && *net->role_code)
    return net->role_code;

  guess = ggov_import_guess_role (order->department);

  return *guess ? guess : ggov_import_guess_role (order->net);
}

static gboolean
is_net_same (const GgovKnownNet  *net,
             const GgovNetRecord *record)
{
  return g_str_equal (net->department, record->department) &&
         g_str_equal (net->role_code, record->role_code) &&
         g_str_equal (net->source, record->source);
}

static gboolean
open_net (Work    *work,
          GError **error)
{
  const GgovImportOrder *order = work->order;
  GgovNetRecord record = { .name = order->net ? order->net : order->layer->name };

  if (!ggov_change_load_net (work->change, record.name, &work->net, error))
    return FALSE;

  record.department = order->department ? order->department
                                        : work->net ? work->net->department : "";
  record.role_code = choose_role (order, work->net);
  record.source = order->words ? order->words : work->net ? work->net->source : "";
  ggov_change_set_subject (work->change, record.name);

  if (work->net)
    return _ggov_import_net_check_open (work->net, record.name, error) &&
           (is_net_same (work->net, &record) ||
            ggov_change_update_net (work->change, work->net->id, &record, error));

  return ggov_change_add_net (work->change, &record, error) &&
         ggov_change_load_net (work->change, record.name, &work->net, error);
}

/* Rows ------------------------------------------------------------------------------------- */

/* The code of a row, made where it has none or an earlier row has it: nothing is left out for a
 * department's numbering. */
static char *
make_code (Work       *work,
           gint64      row,
           const char *code,
           const char *name)
{
  g_autofree char *own = code ? g_strdup (code) : name ? g_strdup (name)
                              : g_strdup_printf ("%" G_GINT64_FORMAT, row);
  g_autofree char *free_code = g_strdup (own);

  for (guint i = 2; g_hash_table_contains (work->taken, free_code); i++)
    {
      g_clear_pointer (&free_code, g_free);
      free_code = g_strdup_printf ("%s-%u", own, i);
    }

  if (!g_str_equal (own, free_code))
    ggov_import_report_notice (work->order->report, row, "same-code",
                               _("An earlier row has the same code; a number was added to it"), NAN,
                               NAN);
  g_hash_table_add (work->taken, g_strdup (free_code));

  return g_steal_pointer (&free_code);
}

static char *
read_since (Work            *work,
            gint64           row,
            GgovImportTable *table)
{
  g_autofree char *text = ggov_import_table_dup_text (table, FIELD_SINCE);
  int day;

  if (text == NULL)
    return NULL;

  g_strdelimit (text, "/.", '-');
  if (ggov_local_day_parse (text, &day, NULL))
    return ggov_local_day_format (day);

  ggov_import_report_notice (work->order->report, row, "no-day",
                             _("The day is not written as year-month-day and was left out"), NAN,
                             NAN);

  return NULL;
}

static GgovKnownOldGrid *
find_grid (Work       *work,
           const char *code)
{
  for (guint i = 0; i < work->net->grids->len; i++)
    if (g_str_equal (((GgovKnownOldGrid *) work->net->grids->pdata[i])->code, code))
      return work->net->grids->pdata[i];

  return NULL;
}

static gboolean
is_shape_same (GBytes *a,
               GBytes *b)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new ();
  g_autoptr(GgovGeoAreas) areas = NULL;
  g_autoptr(GArray) common = NULL;
  double share;

  if (g_bytes_equal (a, b))
    return TRUE;

  g_ptr_array_add (shapes, a);
  g_ptr_array_add (shapes, b);
  if (!(areas = ggov_geo_areas_new (shapes, NULL)) ||
      !(common = ggov_geo_areas_find_overlaps (areas, 0, NULL)) || common->len == 0)
    return FALSE;

  share = g_array_index (common, GgovGeoPatch, 0).area_m2 /
          ggov_geo_areas_get_union_m2 (areas, NULL);

  return share >= SAME_SHARE;
}

/* Writes the grid if it is new or another. */
static GgovKnownOldGrid *
take_grid (Work               *work,
           GgovOldGridRecord  *record,
           gboolean           *added,
           gboolean           *changed,
           GError            **error)
{
  GgovKnownOldGrid *known = find_grid (work, record->code);
  gint64 id;

  *added = known == NULL;
  *changed = FALSE;
  if (known == NULL)
    {
      id = ggov_change_add_old_grid (work->change, record, error);
      return id ? ggov_known_net_add_grid (work->net, id, record) : NULL;
    }

  if (record->name == NULL)
    record->name = known->name;
  if (record->valid_from == NULL)
    record->valid_from = known->valid_from;
  *changed = !g_str_equal (record->name, known->name) ||
             g_strcmp0 (record->valid_from, known->valid_from) != 0 ||
             !is_shape_same (record->shape, known->shape);
  if (*changed && !ggov_change_update_old_grid (work->change, known->id, record, error))
    return NULL;

  return known;
}

/* A row is one grid and perhaps its leader: new if the grid is, changed if either is another. */
static gboolean
take_row (Work               *work,
          gint64              row,
          GgovOldGridRecord  *record,
          GgovImportTable    *table,
          GError            **error)
{
  GgovImportReport *report = work->order->report;
  g_autofree char *leader = ggov_import_table_dup_text (table, FIELD_LEADER);
  g_autofree char *phone = ggov_import_table_dup_text (table, FIELD_PHONE);
  g_autofree char *role = ggov_import_table_dup_text (table, FIELD_ROLE);
  const GgovOldPersonRecord person = { .name = leader, .phone = phone, .role = role };
  gboolean added, changed;
  gboolean person_added = FALSE, person_changed = FALSE;
  GgovKnownOldGrid *grid = take_grid (work, record, &added, &changed, error);

  if (grid == NULL ||
      (leader && !_ggov_import_net_take_person (work->change, grid, &person, &person_added,
                                                &person_changed, error)))
    return FALSE;

  g_hash_table_insert (work->rows, grid, GINT_TO_POINTER ((int) row));
  changed = !added && (changed || person_added || person_changed);
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
  g_autoptr(GBytes) shape = ggov_import_shape_read (table->rows, work->order->datum);
  g_autoptr(GBytes) sound = NULL;
  g_autofree char *code = ggov_import_table_dup_text (table, FIELD_CODE);
  g_autofree char *name = ggov_import_table_dup_text (table, FIELD_NAME);
  g_autofree char *own_code = NULL;
  g_autofree char *since = NULL;
  GgovOldGridRecord record;
  GgovGeoLook look;

  report->read++;
  ggov_geo_check_shapes (&shape, 1, GGOV_GEO_SUBJECT_BORDER, &look);
  if (!(sound = ggov_import_shape_judge (shape, GGOV_GEO_SUBJECT_BORDER, &look, report, row)))
    return TRUE;

  own_code = make_code (work, row, code, name);
  since = read_since (work, row, table);
  record = (GgovOldGridRecord){ work->net->id, own_code, name, sound, since };

  return take_row (work, row, &record, table, error);
}

/* Oddities --------------------------------------------------------------------------------- */

static void
tell (Work               *work,
      guint               grid,
      const GgovGeoPatch *patch,
      const char         *code,
      const char         *message)
{
  gpointer row;

  /* Grids that an earlier import brought are not spoken of again. */
  if (g_hash_table_lookup_extended (work->rows, work->net->grids->pdata[grid], NULL, &row))
    ggov_import_report_notice (work->order->report, GPOINTER_TO_INT (row), code, message,
                               patch->lon, patch->lat);
}

static void
tell_of_grids (Work         *work,
               GgovGeoAreas *areas)
{
  for (guint i = 0; i < ggov_geo_areas_get_n (areas); i++)
    {
      GgovGeoPatch patch;

      ggov_geo_areas_get_patch (areas, i, &patch);
      if (patch.width_m < SLIVER_M)
        tell (work, i, &patch, "sliver", _("The grid is a sliver, narrower than 6 m"));
      if (ggov_geo_areas_get_n_pieces (areas, i) > 1)
        tell (work, i, &patch, "pieces", _("The grid is in several pieces"));
    }
}

static gboolean
tell_of_overlaps (Work          *work,
                  GgovGeoAreas  *areas,
                  GError       **error)
{
  g_autoptr(GArray) overlaps = ggov_geo_areas_find_overlaps (areas, LEAST_M2, error);

  for (guint i = 0; overlaps && i < overlaps->len; i++)
    {
      GgovGeoPatch *patch = &g_array_index (overlaps, GgovGeoPatch, i);
      gboolean thin = patch->width_m < SLIVER_M;

      tell (work, patch->b, patch, thin ? "overlap-sliver" : "overlap",
            thin ? _("The grid overlaps another of its net by a sliver")
                 : _("The grid overlaps another of its net"));
    }

  return overlaps != NULL;
}

static gboolean
tell_of_net (Work    *work,
             GError **error)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new ();
  g_autoptr(GgovGeoAreas) areas = NULL;

  for (guint i = 0; i < work->net->grids->len; i++)
    {
      GgovKnownOldGrid *grid = work->net->grids->pdata[i];

      g_ptr_array_add (shapes, grid->shape);
    }

  if (!(areas = ggov_geo_areas_new (shapes, error)))
    return FALSE;

  tell_of_grids (work, areas);

  return tell_of_overlaps (work, areas, error);
}

gboolean
ggov_import_accept_old_grids (GgovChange       *change,
                              GgovImportOrder  *order,
                              GError          **error)
{
  g_auto(Work) work = { .change = change, .order = order };
  g_autoptr(GgovImportTable) table = NULL;
  GError *broken = NULL;

  work.taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work.rows = g_hash_table_new (NULL, NULL);
  if (!open_net (&work, error) ||
      !(table = ggov_import_table_open (order->reading, order->layer_index, fields, N_FIELDS,
                                        order->wishes, error)))
    return FALSE;

  while (ggov_exchange_rows_next (table->rows, &broken))
    if (!ggov_change_check_cancelled (change, error) || !accept_row (&work, table, error))
      return FALSE;

  if (broken)
    {
      g_propagate_error (error, broken);
      return FALSE;
    }

  return tell_of_net (&work, error);
}

const GgovImportField *
ggov_import_get_old_grid_fields (guint *n_fields)
{
  *n_fields = N_FIELDS;

  return fields;
}
