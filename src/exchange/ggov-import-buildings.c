/* ggov-import-buildings.c: footprints become buildings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ggov-change-known.h"
#include "ggov-geo-match.h"
#include "ggov-geo-overlap.h"
#include "ggov-import-accept.h"
#include "ggov-import-places-private.h"
#include "ggov-import-shape.h"
#include "ggov-write-places.h"

#define NEAR_M      300.0 /* a building with a known number farther away is another one */
#define SAME_SHARE  0.999 /* of the ground in common: rounding, or a ring begun elsewhere */
#define MOST_FLOORS 200   /* the tallest building there is has 163 */
#define CHECK_EVERY 512   /* rows between looks at whether the user gave up */

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

/* A row that is good so far. */
typedef struct
{
  gint64      row;
  char       *source_id; /* (nullable) */
  char       *name;      /* (nullable) */
  char       *number;    /* (nullable) */
  const char *kind;      /* (nullable): NULL if the source does not say */
  int         floors;    /* 0 if it does not say */
  GBytes     *footprint;
} Incoming;

typedef struct
{
  GgovChange         *change;
  GgovImportOrder    *order;
  GPtrArray          *incoming;   /* (element-type Incoming) */
  GgovGeoFootprints  *footprints; /* of the incoming, in their order */
  GgovKnownBuildings *known;
  GgovGeoIndex       *index;      /* over the known */
  GgovGeoMatch       *matches;    /* one for each incoming */
  GgovImportPlaces   *places;
  GHashTable         *kinds;      /* (element-type utf8 utf8) */
} Work;

static void
incoming_free (Incoming *incoming)
{
  g_free (incoming->source_id);
  g_free (incoming->name);
  g_free (incoming->number);
  g_bytes_unref (incoming->footprint);
  g_free (incoming);
}

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->incoming, g_ptr_array_unref);
  g_clear_pointer (&work->footprints, ggov_geo_footprints_unref);
  g_clear_pointer (&work->known, ggov_known_buildings_free);
  g_clear_pointer (&work->index, ggov_geo_index_unref);
  g_clear_pointer (&work->matches, g_free);
  g_clear_pointer (&work->places, ggov_import_places_free);
  g_clear_pointer (&work->kinds, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
go_on (Work    *work,
       guint    i,
       double   from,
       double   to,
       guint    n,
       GError **error)
{
  if (i % CHECK_EVERY != 0)
    return TRUE;

  if (work->order->progress)
    work->order->progress (from + (to - from) * i / MAX (n, 1), work->order->progress_data);

  return ggov_change_check_cancelled (work->change, error);
}

/* Read ------------------------------------------------------------------------------------- */

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
read_kind (Work *work,
           char *text)
{
  g_autofree char *lower = NULL;
  const char *kind;

  if (text == NULL)
    return NULL;

  lower = g_utf8_strdown (text, -1);
  kind = g_hash_table_lookup (work->kinds, lower);

  return kind ? kind : "other";
}

/* Surveyors of maps note so where something only looks like a building from the air. */
static gboolean
is_no_building (Incoming         *incoming,
                GgovImportReport *report)
{
  if (g_strcmp0 (incoming->kind, "no") != 0)
    return FALSE;

  ggov_import_report_reject (report, incoming->row, "no-building",
                             _("The source says that this is no building"), NAN, NAN);
  return TRUE;
}

static gboolean
has_id_already (GHashTable *ids,
                Incoming   *incoming)
{
  return incoming->source_id && !g_hash_table_add (ids, incoming->source_id);
}

static Incoming *
read_row (Work     *work,
          GgovStmt *stmt)
{
  GgovImportReport *report = work->order->report;
  g_autoptr(GBytes) shape = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *floors = NULL;
  Incoming *incoming;

  report->read++;
  shape = ggov_import_shape_take (stmt, work->order->datum, GGOV_GEO_SUBJECT_FOOTPRINT, report);
  if (shape == NULL)
    return NULL;

  kind = ggov_import_table_dup_text (stmt, FIELD_KIND);
  floors = ggov_import_table_dup_text (stmt, FIELD_FLOORS);

  incoming = g_new0 (Incoming, 1);
  incoming->row = ggov_stmt_get_int (stmt, GGOV_IMPORT_COLUMN_ROW);
  incoming->source_id = g_strdup (ggov_stmt_get_text (stmt, GGOV_IMPORT_COLUMN_SOURCE_ID));
  incoming->name = ggov_import_table_dup_text (stmt, FIELD_NAME);
  incoming->number = ggov_import_table_dup_text (stmt, FIELD_NUMBER);
  incoming->kind = read_kind (work, kind);
  incoming->floors = read_floors (floors, report, incoming->row);
  incoming->footprint = g_steal_pointer (&shape);

  return incoming;
}

static gboolean
keep_row (Work                      *work,
          GgovGeoFootprintsBuilder  *builder,
          GHashTable                *ids,
          Incoming                  *incoming,
          GError                   **error)
{
  gsize size;
  const guint8 *wkb = g_bytes_get_data (incoming->footprint, &size);

  if (is_no_building (incoming, work->order->report))
    {
      incoming_free (incoming);
      return TRUE;
    }

  if (has_id_already (ids, incoming))
    {
      ggov_import_report_reject (work->order->report, incoming->row, "same-id",
                                 _("An earlier row has the same source number"), NAN, NAN);
      incoming_free (incoming);
      return TRUE;
    }

  g_ptr_array_add (work->incoming, incoming);

  return ggov_geo_footprints_builder_append (builder, work->incoming->len - 1, 0, wkb, size, error);
}

static gboolean
read_all (Work    *work,
          GgovDb  *scratch,
          GError **error)
{
  const GgovExchangeLayer *layer = work->order->layer;
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (layer->n_rows);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  stmt = ggov_import_table_prepare (layer, scratch, fields, N_FIELDS, work->order->wishes, error);
  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW; i++)
    {
      Incoming *incoming;

      if (!go_on (work, i, 0, 0.3, layer->n_rows, error))
        return FALSE;
      if ((incoming = read_row (work, stmt)) && !keep_row (work, builder, ids, incoming, error))
        return FALSE;
    }

  work->footprints = ggov_geo_footprints_builder_end (g_steal_pointer (&builder));

  return step == GGOV_DB_DONE;
}

/* Match ------------------------------------------------------------------------------------ */

static GHashTable *
index_source_ids (Work *work)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < work->known->rows->len; i++)
    {
      GgovKnownBuilding *row = work->known->rows->pdata[i];

      if (row->source_id && g_str_equal (row->source, work->order->layer->ids))
        g_hash_table_insert (ids, row->source_id, GUINT_TO_POINTER (i + 1));
    }

  return ids;
}

static gboolean
is_near (Work  *work,
         guint  known,
         guint  incoming)
{
  const GgovGeoBounds *b = ggov_geo_footprints_get_bounds (work->footprints, incoming);

  return ggov_geo_footprints_get_distance_m (work->known->footprints, known,
                                             (b->min_lon + b->max_lon) / 2,
                                             (b->min_lat + b->max_lat) / 2) <= NEAR_M;
}

/* Two files may number their features alike without meaning the same: such a number is dropped. */
static gboolean
match_source_id (Work           *work,
                 GHashTable     *ids,
                 GgovGeoMatcher *matcher,
                 guint           i)
{
  Incoming *incoming = work->incoming->pdata[i];
  guint found = incoming->source_id
                ? GPOINTER_TO_UINT (g_hash_table_lookup (ids, incoming->source_id)) : 0;

  if (found == 0)
    return FALSE;

  if (!is_near (work, found - 1, i))
    {
      ggov_import_report_notice (work->order->report, incoming->row, "id-elsewhere",
                                 _("The source number belongs to a building far away and was left "
                                   "out"), NAN, NAN);
      g_clear_pointer (&incoming->source_id, g_free);
      return FALSE;
    }

  work->matches[i].kind = GGOV_GEO_MATCH_PLACE;
  work->matches[i].i = found - 1;
  work->matches[i].share = ggov_geo_overlap_get_share (work->known->footprints, found - 1,
                                                       work->footprints, i);
  ggov_geo_matcher_take (matcher, found - 1);

  return TRUE;
}

static void
match_all (Work *work)
{
  g_autoptr(GHashTable) ids = index_source_ids (work);
  g_autoptr(GgovGeoMatcher) matcher = NULL;
  g_autofree guint8 *skip = g_new0 (guint8, work->incoming->len + 1);
  g_autofree GgovGeoMatch *by_place = g_new0 (GgovGeoMatch, work->incoming->len + 1);

  work->index = ggov_geo_index_new (work->known->footprints);
  matcher = ggov_geo_matcher_new (work->index);
  work->matches = g_new0 (GgovGeoMatch, work->incoming->len + 1);

  for (guint i = 0; i < work->incoming->len; i++)
    skip[i] = match_source_id (work, ids, matcher, i);

  ggov_geo_matcher_find_all (matcher, work->footprints, skip, by_place);
  for (guint i = 0; i < work->incoming->len; i++)
    if (!skip[i])
      work->matches[i] = by_place[i];
}

/* Write ------------------------------------------------------------------------------------ */

static gboolean
add_building (Work      *work,
              Incoming  *incoming,
              GError   **error)
{
  const GgovBuildingRecord record = {
    .community_id = ggov_import_places_find (work->places, incoming->footprint),
    .number = incoming->number,
    .name = incoming->name,
    .kind = incoming->kind ? incoming->kind : "other",
    .floors = incoming->floors,
    .footprint = incoming->footprint,
    .source = work->order->layer->ids,
    .source_id = incoming->source_id,
  };

  if (record.community_id == 0 && ggov_import_places_get_n (work->places) > 0)
    ggov_import_report_notice (work->order->report, incoming->row, "outside-communities",
                               _("The building stands in none of the communities"), NAN, NAN);
  work->order->report->added++;

  return ggov_change_add_building (work->change, &record, error) != 0;
}

static gboolean
is_same (const GgovKnownBuilding  *known,
         const GgovBuildingRecord *record)
{
  return g_strcmp0 (known->number, record->number) == 0 &&
         g_strcmp0 (known->name, record->name) == 0 &&
         g_strcmp0 (known->kind, record->kind) == 0 &&
         known->floors == record->floors &&
         g_strcmp0 (known->source_id, record->source_id) == 0;
}

/* A source that says "other" knows less than somebody who has set the kind. */
static const char *
choose_kind (const GgovKnownBuilding *known,
             const Incoming          *incoming)
{
  if (incoming->kind == NULL || g_str_equal (incoming->kind, "other"))
    return known->kind;

  return incoming->kind;
}

static gboolean
update_building (Work                *work,
                 Incoming            *incoming,
                 const GgovGeoMatch  *match,
                 GError             **error)
{
  GgovKnownBuilding *known = work->known->rows->pdata[match->i];
  gboolean same_shape = match->share >= SAME_SHARE;
  g_autoptr(GBytes) old = NULL;
  GgovBuildingRecord record = {
    .number = incoming->number ? incoming->number : known->number,
    .name = incoming->name ? incoming->name : known->name,
    .kind = choose_kind (known, incoming),
    .floors = incoming->floors > 0 ? incoming->floors : known->floors,
    .footprint = incoming->footprint,
    .source = incoming->source_id ? work->order->layer->ids : known->source,
    .source_id = incoming->source_id ? incoming->source_id : known->source_id,
  };

  if (same_shape && is_same (known, &record))
    {
      work->order->report->same++;
      return TRUE;
    }

  if (same_shape)
    record.footprint = old = ggov_geo_footprints_dup_wkb (work->known->footprints, match->i);
  work->order->report->changed++;

  return ggov_change_update_building (work->change, known->id, &record, error);
}

static gboolean
write_all (Work    *work,
           GError **error)
{
  for (guint i = 0; i < work->incoming->len; i++)
    {
      Incoming *incoming = work->incoming->pdata[i];
      const GgovGeoMatch *match = &work->matches[i];

      if (!go_on (work, i, 0.4, 1, work->incoming->len, error) ||
          !(match->kind == GGOV_GEO_MATCH_NONE ? add_building (work, incoming, error)
                                               : update_building (work, incoming, match, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
ggov_import_accept_buildings (GgovChange       *change,
                              GgovImportOrder  *order,
                              GError          **error)
{
  g_auto(Work) work = { .change = change, .order = order };
  g_autoptr(GgovDb) scratch = ggov_db_open (order->path, GGOV_DB_FOREIGN, error);

  if (scratch == NULL)
    return FALSE;

  work.incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) incoming_free);
  work.kinds = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_hash_table_insert (work.kinds, (gpointer) kinds[i].word, (gpointer) kinds[i].kind);

  if (!read_all (&work, scratch, error) ||
      !(work.known = ggov_change_load_buildings (change, error)) ||
      !(work.places = ggov_import_places_new (change, error)))
    return FALSE;

  match_all (&work);

  return write_all (&work, error);
}

const GgovImportField *
ggov_import_get_building_fields (guint *n_fields)
{
  *n_fields = N_FIELDS;

  return fields;
}
