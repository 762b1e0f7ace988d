/* ggov-import-footprints.c: the rows of a layer that are fit to be buildings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-import-footprints-private.h"
#include "ggov-import-shape.h"

#define MOST_FLOORS 200  /* the tallest building there is has 163 */
#define BATCH       8192 /* rows whose shapes are checked together */

enum { FIELD_NAME, FIELD_NUMBER, FIELD_KIND, FIELD_FLOORS, N_FIELDS };

static const GgovImportField fields[N_FIELDS] = {
  { "name", { "name", "名称", "建筑名称", "楼名", "bldg_name", NULL } },
  { "number", { "addr:housenumber", "addr_housenumber", "number", "楼号", "楼栋号", "编号",
                "housenumber", NULL } },
  { "kind", { "building", "kind", "用途", "建筑用途", "类型", "type", "fclass", NULL } },
  { "floors", { "building:levels", "building_levels", "floors", "levels", "层数", "floor",
                "地上层数", NULL } },
};

/* What sources call the kinds of building; the rest is other, and "no" is none. */
static const struct { const char *word, *kind; } kinds[] = {
  { "apartments", "residential" }, { "residential", "residential" }, { "house", "residential" },
  { "detached", "residential" }, { "terrace", "residential" }, { "dormitory", "residential" },
  { "semidetached_house", "residential" }, { "bungalow", "residential" }, { "住宅", "residential" },
  { "居住", "residential" }, { "宿舍", "residential" }, { "商住", "residential" },
  { "retail", "shop" }, { "commercial", "shop" }, { "shop", "shop" }, { "supermarket", "shop" },
  { "kiosk", "shop" }, { "商业", "shop" }, { "商店", "shop" }, { "商铺", "shop" },
  { "office", "office" }, { "government", "office" }, { "civic", "office" }, { "public", "office" },
  { "办公", "office" }, { "school", "school" }, { "university", "school" }, { "college", "school" },
  { "kindergarten", "school" }, { "学校", "school" }, { "教育", "school" }, { "幼儿园", "school" },
  { "hospital", "medical" }, { "clinic", "medical" }, { "medical", "medical" }, { "医院", "medical" },
  { "医疗", "medical" }, { "industrial", "industrial" }, { "warehouse", "industrial" },
  { "factory", "industrial" }, { "工业", "industrial" }, { "厂房", "industrial" },
  { "仓库", "industrial" }, { "no", "no" },
};

typedef struct
{
  GgovChange               *change;
  GgovImportOrder          *order;
  GgovImportTable          *table;   /* (owned): over the rows of the layer */
  GHashTable               *kinds;   /* (owned) (element-type utf8 utf8) */
  GHashTable               *ids;     /* (owned) (element-type utf8): seen so far */
  GPtrArray                *batch;   /* (owned) (element-type GgovImportFootprint): unjudged */
  GPtrArray                *rows;    /* (owned) (element-type GgovImportFootprint): fit */
  GgovGeoFootprintsBuilder *builder; /* (owned) */
} Layer;

static void
free_row (GgovImportFootprint *row)
{
  if (row == NULL)
    return;

  g_free (row->source_id);
  g_free (row->name);
  g_free (row->number);
  g_free (row->storeys);
  g_clear_pointer (&row->footprint, g_bytes_unref);
  g_free (row);
}

static void
layer_clear (Layer *self)
{
  g_clear_pointer (&self->table, ggov_import_table_free);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->builder, ggov_geo_footprints_builder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layer, layer_clear)

static int
read_floors (const char       *text,
             GgovImportReport *report,
             gint64            row)
{
  char *end;
  gint64 floors;

  if (text == NULL)
    return 0;

  floors = g_ascii_strtoll (text, &end, 10);
  if (end != text && (*end == '\0' || *end == '.' || *end == ';' || *end == ',') && floors > 0 &&
      floors <= MOST_FLOORS)
    return (int) floors;

  ggov_import_report_notice (report, row, "floors",
                             _("The number of floors cannot be read and was left out"), NAN, NAN);
  return 0;
}

static const char *
read_kind (Layer *self,
           char *text)
{
  g_autofree char *lower = NULL;
  const char *kind;

  if (text == NULL)
    return NULL;

  lower = g_utf8_strdown (text, -1);
  kind = g_hash_table_lookup (self->kinds, lower);

  return kind ? kind : "other";
}

/* Surveyors of maps note so where something only looks like a building from the air. */
static gboolean
is_no_building (GgovImportFootprint *row,
                GgovImportReport    *report)
{
  if (g_strcmp0 (row->kind, "no") != 0)
    return FALSE;

  ggov_import_report_reject (report, row->row, "no-building",
                             _("The source says that this is no building"), NAN, NAN);
  return TRUE;
}

static gboolean
has_id_of_another (Layer               *self,
                   GgovImportFootprint *row,
                   GgovImportReport    *report)
{
  if (row->source_id == NULL)
    return FALSE;

  /* The rows that are kept hold the texts. */
  if (!g_hash_table_contains (self->ids, row->source_id))
    {
      g_hash_table_add (self->ids, row->source_id);
      return FALSE;
    }

  ggov_import_report_reject (report, row->row, "same-id",
                             _("An earlier row has the same source number"), NAN, NAN);
  return TRUE;
}

static GgovImportFootprint *
read_row (Layer *self)
{
  g_autofree char *kind = ggov_import_table_dup_text (self->table, FIELD_KIND);
  GgovImportFootprint *row = g_new0 (GgovImportFootprint, 1);

  row->row = ggov_exchange_rows_get_number (self->table->rows);
  row->source_id = g_strdup (ggov_exchange_rows_get_source_id (self->table->rows));
  row->name = ggov_import_table_dup_text (self->table, FIELD_NAME);
  row->number = ggov_import_table_dup_text (self->table, FIELD_NUMBER);
  row->kind = read_kind (self, kind);
  row->storeys = ggov_import_table_dup_text (self->table, FIELD_FLOORS);
  row->footprint = ggov_import_shape_read (self->table->rows, self->order->datum);

  return row;
}

/* Up to BATCH rows; fewer where the file ends. */
static gboolean
read_batch (Layer   *self,
            GError **error)
{
  GError *broken = NULL;

  g_ptr_array_set_size (self->batch, 0);
  while (self->batch->len < BATCH && ggov_exchange_rows_next (self->table->rows, &broken))
    g_ptr_array_add (self->batch, read_row (self));

  if (broken == NULL)
    return TRUE;

  g_propagate_error (error, broken);
  return FALSE;
}

/* Whether the row is fit to be a building. */
static gboolean
judge_row (Layer               *self,
           GgovImportFootprint *row,
           const GgovGeoLook   *look)
{
  GgovImportReport *report = self->order->report;
  g_autoptr(GBytes) shape = g_steal_pointer (&row->footprint);

  report->read++;
  row->footprint = ggov_import_shape_judge (shape, GGOV_GEO_SUBJECT_FOOTPRINT, look, report,
                                            row->row);
  if (row->footprint == NULL)
    return FALSE;

  row->floors = read_floors (row->storeys, report, row->row);

  return !is_no_building (row, report) && !has_id_of_another (self, row, report);
}

static gboolean
keep_row (Layer                *self,
          GgovImportFootprint  *row,
          GError              **error)
{
  gsize size;
  const guint8 *wkb = g_bytes_get_data (row->footprint, &size);

  g_ptr_array_add (self->rows, row);

  return ggov_geo_footprints_builder_append (self->builder, self->rows->len - 1, 0, wkb, size,
                                             error);
}

static gboolean
judge_batch (Layer   *self,
             GError **error)
{
  g_autofree GBytes **shapes = g_new0 (GBytes *, BATCH);
  g_autofree GgovGeoLook *looks = g_new0 (GgovGeoLook, BATCH);

  for (guint i = 0; i < self->batch->len; i++)
    shapes[i] = ((GgovImportFootprint *) self->batch->pdata[i])->footprint;
  ggov_geo_check_shapes (shapes, self->batch->len, GGOV_GEO_SUBJECT_FOOTPRINT, looks);

  for (guint i = 0; i < self->batch->len; i++)
    {
      GgovImportFootprint *row = g_steal_pointer (&self->batch->pdata[i]);

      if (!judge_row (self, row, &looks[i]))
        free_row (row);
      else if (!keep_row (self, row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_all (Layer   *self,
          GError **error)
{
  const GgovImportReport *report = self->order->report;
  double n = MAX (self->order->layer->n_rows, 1);

  do
    {
      if (!ggov_import_go_on (self->change, self->order,
                              GGOV_IMPORT_CHECK_SHARE * report->read / n, error) ||
          !read_batch (self, error) || !judge_batch (self, error))
        return FALSE;
    }
  while (self->batch->len == BATCH);

  return TRUE;
}

static void
fill_kinds (Layer *self)
{
  self->kinds = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_hash_table_insert (self->kinds, (gpointer) kinds[i].word, (gpointer) kinds[i].kind);
}

static gboolean
open_layer (Layer   *self,
            GError **error)
{
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->batch = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->builder = ggov_geo_footprints_builder_new (self->order->layer->n_rows);
  fill_kinds (self);

  self->table = ggov_import_table_open (self->order->reading, self->order->layer_index, fields,
                                        N_FIELDS, self->order->wishes, error);
  return self->table != NULL;
}

GgovImportFootprints *
ggov_import_footprints_read (GgovChange       *change,
                             GgovImportOrder  *order,
                             GError          **error)
{
  g_auto(Layer) layer = { .change = change, .order = order };
  GgovImportFootprints *footprints;

  if (!open_layer (&layer, error) || !read_all (&layer, error))
    return NULL;

  footprints = g_new0 (GgovImportFootprints, 1);
  footprints->rows = g_steal_pointer (&layer.rows);
  footprints->footprints = ggov_geo_footprints_builder_end (g_steal_pointer (&layer.builder));

  return footprints;
}

void
ggov_import_footprints_free (GgovImportFootprints *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->footprints, ggov_geo_footprints_unref);
  g_free (self);
}

gboolean
ggov_import_go_on (GgovChange             *change,
                   const GgovImportOrder  *order,
                   double                  done,
                   GError                **error)
{
  if (order->progress)
    order->progress (done, order->progress_data);

  return ggov_change_check_cancelled (change, error);
}

const GgovImportField *
ggov_import_get_building_fields (guint *n_fields)
{
  *n_fields = N_FIELDS;

  return fields;
}
