/* ggov-import-communities.c: borders become communities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ggov-change-known.h"
#include "ggov-geo-overlap.h"
#include "ggov-import-footprints-private.h"
#include "ggov-import-places-private.h"
#include "ggov-import-shape.h"
#include "ggov-write-places.h"

#define SAME_SHARE    0.999999 /* of the ground in common: nothing but rounding */
#define OVERLAP_SHARE 1e-6     /* more of two communities in common is told of */
#define ROWS_SHARE    0.8  /* of the time; the rest goes to buildings that wait for a community */
#define CODE_LENGTH   12
#define MAX_SEQUENCE  999

enum { FIELD_NAME, FIELD_CODE, N_FIELDS };

static const GgovImportField fields[N_FIELDS] = {
  { "name", { "name", "名称", "社区", "社区名称", "community", "t_name", "village", NULL } },
  { "code", { "code", "代码", "编码", "社区代码", "ref", NULL } },
};

typedef struct
{
  GgovChange      *change;
  GgovImportOrder *order;
  GPtrArray       *known; /* (element-type GgovKnownCommunity) */
  GHashTable      *taken; /* (element-type gint64): communities a row has been matched with */
  gint64           sub_district_id;
  char            *sub_district_code;
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->known, g_ptr_array_unref);
  g_clear_pointer (&work->taken, g_hash_table_unref);
  g_clear_pointer (&work->sub_district_code, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Shares ----------------------------------------------------------------------------------- */

static GgovGeoFootprints *
pack (GBytes *shape)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (1);
  gsize size;
  const guint8 *wkb = g_bytes_get_data (shape, &size);

  /* What cannot be packed has nothing in common with anything. */
  ggov_geo_footprints_builder_append (builder, 0, 0, wkb, size, NULL);

  return ggov_geo_footprints_builder_end (g_steal_pointer (&builder));
}

static double
get_share (GBytes *a,
           GBytes *b)
{
  g_autoptr(GgovGeoFootprints) one = pack (a);
  g_autoptr(GgovGeoFootprints) other = pack (b);

  if (ggov_geo_footprints_get_n (one) == 0 || ggov_geo_footprints_get_n (other) == 0)
    return 0;

  return ggov_geo_overlap_get_share (one, 0, other, 0);
}

/* Codes ------------------------------------------------------------------------------------ */

static gboolean
is_code_of_ours (Work       *work,
                 const char *code)
{
  return code && strlen (code) == CODE_LENGTH && strspn (code, "0123456789") == CODE_LENGTH &&
         g_str_has_prefix (code, work->sub_district_code);
}

static gboolean
is_code_known (Work       *work,
               const char *code)
{
  for (guint i = 0; i < work->known->len; i++)
    if (g_str_equal (((GgovKnownCommunity *) work->known->pdata[i])->code, code))
      return TRUE;

  return FALSE;
}

static char *
make_code (Work *work)
{
  for (guint i = 1; i <= MAX_SEQUENCE; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s%03u", work->sub_district_code, i);

      if (!is_code_known (work, code))
        return g_steal_pointer (&code);
    }

  return NULL;
}

/* Rows ------------------------------------------------------------------------------------- */

static GgovKnownCommunity *
find_known (Work       *work,
            const char *source_id,
            const char *code,
            const char *name)
{
  GgovKnownCommunity *found = NULL;

  for (guint i = 0; i < work->known->len; i++)
    {
      GgovKnownCommunity *row = work->known->pdata[i];

      if (source_id && g_strcmp0 (row->source_id, source_id) == 0)
        return row;
      if (code && g_str_equal (row->code, code))
        found = row;
      else if (found == NULL && name && g_str_equal (row->name, name))
        found = row;
    }

  return found;
}

static void
tell_overlaps (Work       *work,
               gint64      row,
               const char *code,
               GBytes     *border)
{
  for (guint i = 0; i < work->known->len; i++)
    {
      GgovKnownCommunity *other = work->known->pdata[i];

      if (g_strcmp0 (other->code, code) != 0 && get_share (other->border, border) > OVERLAP_SHARE)
        {
          ggov_import_report_notice (work->order->report, row, "overlap",
                                     _("The border overlaps another community"), NAN, NAN);
          return;
        }
    }
}

static void
remember (Work       *work,
          gint64      id,
          const char *code,
          const char *name,
          GBytes     *border)
{
  GgovKnownCommunity *known = g_new0 (GgovKnownCommunity, 1);

  known->id = id;
  known->code = g_strdup (code);
  known->name = g_strdup (name);
  known->border = g_bytes_ref (border);
  g_ptr_array_add (work->known, known);
}

static gboolean
add_community (Work        *work,
               gint64       row,
               const char  *source_id,
               const char  *code,
               const char  *name,
               GBytes      *border,
               GError     **error)
{
  g_autofree char *own_code = is_code_of_ours (work, code) ? g_strdup (code) : make_code (work);
  const GgovCommunityRecord record = {
    .sub_district_id = work->sub_district_id,
    .code = own_code,
    .name = name ? name : own_code,
    .border = border,
    .source = work->order->layer->ids,
    .source_id = source_id,
  };
  gint64 id;

  if (own_code == NULL)
    {
      ggov_import_report_reject (work->order->report, row, "no-code",
                                 _("All 999 codes of communities are taken"), NAN, NAN);
      return TRUE;
    }

  if (!(id = ggov_change_add_community (work->change, &record, error)))
    return FALSE;

  work->order->report->added++;
  tell_overlaps (work, row, own_code, border);
  remember (work, id, own_code, record.name, border);

  return TRUE;
}

static gboolean
update_community (Work                *work,
                  gint64               row,
                  GgovKnownCommunity  *known,
                  const char          *name,
                  GBytes              *border,
                  GError             **error)
{
  if ((name == NULL || g_str_equal (name, known->name)) &&
      get_share (known->border, border) >= SAME_SHARE)
    {
      work->order->report->same++;
      return TRUE;
    }

  work->order->report->changed++;
  tell_overlaps (work, row, known->code, border);

  return ggov_change_set_border (work->change, known->id, name ? name : known->name, border, error);
}

static gboolean
accept_row (Work             *work,
            GgovImportTable  *table,
            GError          **error)
{
  GgovImportReport *report = work->order->report;
  gint64 row = ggov_exchange_rows_get_number (table->rows);
  const char *source_id = ggov_exchange_rows_get_source_id (table->rows);
  g_autofree char *name = ggov_import_table_dup_text (table, FIELD_NAME);
  g_autofree char *code = ggov_import_table_dup_text (table, FIELD_CODE);
  g_autoptr(GBytes) shape = ggov_import_shape_read (table->rows, work->order->datum);
  g_autoptr(GBytes) border = NULL;
  GgovKnownCommunity *known;
  GgovGeoLook look;

  report->read++;
  ggov_geo_check_shapes (&shape, 1, GGOV_GEO_SUBJECT_BORDER, &look);
  border = ggov_import_shape_judge (shape, GGOV_GEO_SUBJECT_BORDER, &look, report, row);
  if (border == NULL)
    return TRUE;

  known = find_known (work, source_id, code, name);
  if (known && !g_hash_table_add (work->taken, g_strdup (known->code)))
    {
      ggov_import_report_reject (report, row, "same-community",
                                 _("An earlier row is the same community"), NAN, NAN);
      return TRUE;
    }

  if (known)
    return update_community (work, row, known, name, border, error);

  return add_community (work, row, source_id, code, name, border, error);
}

static void
tell_outside (Work                *work,
              gint64               building_id,
              const GgovGeoBounds *bounds)
{
  ggov_import_report_notice (work->order->report, building_id, "building-outside",
                             _("A building already known stands in none of the communities"),
                             (bounds->min_lon + bounds->max_lon) / 2,
                             (bounds->min_lat + bounds->max_lat) / 2);
}

/* Buildings that have waited for a community get the one they stand in. */
static gboolean
place_buildings (Work    *work,
                 GError **error)
{
  g_autoptr(GgovKnownBuildings) buildings = ggov_change_load_buildings (work->change, error);
  g_autoptr(GgovImportPlaces) places = NULL;

  if (buildings == NULL || !(places = ggov_import_places_new (work->change, error)))
    return FALSE;

  for (guint i = 0; i < buildings->rows->len; i++)
    {
      GgovKnownBuilding *row = buildings->rows->pdata[i];
      g_autoptr(GBytes) footprint = NULL;
      gint64 community_id;

      if (!ggov_import_go_on (work->change, work->order,
                              ROWS_SHARE + (1 - ROWS_SHARE) * i / buildings->rows->len, error))
        return FALSE;

      if (row->community_id != 0)
        continue;

      footprint = ggov_geo_footprints_dup_wkb (buildings->footprints, i);
      community_id = ggov_import_places_find (places, footprint);
      if (community_id == 0)
        tell_outside (work, row->id, ggov_geo_footprints_get_bounds (buildings->footprints, i));
      else if (!ggov_change_set_building_community (work->change, row->id, community_id, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
ggov_import_accept_communities (GgovChange       *change,
                                GgovImportOrder  *order,
                                GError          **error)
{
  g_auto(Work) work = { .change = change, .order = order };
  g_autoptr(GgovImportTable) table = NULL;
  const double n = (double) MAX (order->layer->n_rows, 1);
  GError *broken = NULL;

  work.taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!ggov_change_get_sub_district (change, &work.sub_district_id, &work.sub_district_code,
                                     error) ||
      !(work.known = ggov_change_load_communities (change, error)) ||
      !(table = ggov_import_table_open (order->reading, order->layer_index, fields, N_FIELDS,
                                        order->wishes, error)))
    return FALSE;

  while (ggov_exchange_rows_next (table->rows, &broken))
    if (!accept_row (&work, table, error) ||
        !ggov_import_go_on (change, order,
                            MIN (order->report->read / n, 1) * ROWS_SHARE, error))
      return FALSE;

  if (broken != NULL)
    {
      g_propagate_error (error, broken);
      return FALSE;
    }

  return place_buildings (&work, error);
}

const GgovImportField *
ggov_import_get_community_fields (guint *n_fields)
{
  *n_fields = N_FIELDS;

  return fields;
}
