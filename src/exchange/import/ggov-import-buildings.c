/* ggov-import-buildings.c: footprints become buildings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-change-known.h"
#include "ggov-geo-match.h"
#include "ggov-geo-overlap.h"
#include "ggov-import-accept.h"
#include "ggov-import-footprints-private.h"
#include "ggov-import-places-private.h"
#include "ggov-write-places.h"

#define NEAR_M      300.0 /* a building with a known number farther away is another one */
#define SAME_SHARE  0.999 /* of the ground in common: rounding, or a ring begun elsewhere */
#define CHECK_EVERY 512   /* rows between looks at whether the user gave up */
#define AT_ONCE     32    /* new buildings written together */

typedef struct
{
  GgovChange           *change;
  GgovImportOrder      *order;
  GgovImportFootprints *incoming;
  GgovKnownBuildings   *known;
  GgovGeoIndex         *index;   /* over the known */
  GgovGeoMatch         *matches; /* one for each incoming */
  GgovImportPlaces     *places;
  GgovBuildingRecord    waiting[AT_ONCE]; /* new ones, whose texts are of @incoming */
  guint                 n_waiting;
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->incoming, ggov_import_footprints_free);
  g_clear_pointer (&work->known, ggov_known_buildings_free);
  g_clear_pointer (&work->index, ggov_geo_index_unref);
  g_clear_pointer (&work->matches, g_free);
  g_clear_pointer (&work->places, ggov_import_places_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

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
  const GgovGeoBounds *b = ggov_geo_footprints_get_bounds (work->incoming->footprints, incoming);

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
  GgovImportFootprint *incoming = work->incoming->rows->pdata[i];
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
                                                       work->incoming->footprints, i);
  ggov_geo_matcher_take (matcher, found - 1);

  return TRUE;
}

static void
match_all (Work *work)
{
  g_autoptr(GHashTable) ids = index_source_ids (work);
  g_autoptr(GgovGeoMatcher) matcher = NULL;
  guint n = work->incoming->rows->len;
  g_autofree guint8 *skip = g_new0 (guint8, n + 1);
  g_autofree GgovGeoMatch *by_place = g_new0 (GgovGeoMatch, n + 1);

  work->index = ggov_geo_index_new (work->known->footprints);
  matcher = ggov_geo_matcher_new (work->index);
  work->matches = g_new0 (GgovGeoMatch, n + 1);

  for (guint i = 0; i < n; i++)
    skip[i] = match_source_id (work, ids, matcher, i);

  ggov_geo_matcher_find_all (matcher, work->incoming->footprints, skip, by_place);
  for (guint i = 0; i < n; i++)
    if (!skip[i])
      work->matches[i] = by_place[i];
}

/* Write ------------------------------------------------------------------------------------ */

static gboolean
write_waiting (Work    *work,
               GError **error)
{
  const guint n = work->n_waiting;
  gint64 ids[AT_ONCE];

  work->n_waiting = 0;

  return ggov_change_add_buildings (work->change, work->waiting, n, ids, error);
}

static gboolean
add_building (Work                 *work,
              GgovImportFootprint  *incoming,
              GError              **error)
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
  work->waiting[work->n_waiting++] = record;

  return work->n_waiting < AT_ONCE || write_waiting (work, error);
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
             const GgovImportFootprint          *incoming)
{
  if (incoming->kind == NULL || g_str_equal (incoming->kind, "other"))
    return known->kind;

  return incoming->kind;
}

static gboolean
update_building (Work                *work,
                 GgovImportFootprint            *incoming,
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
go_on (Work    *work,
       double   written,
       GError **error)
{
  return ggov_import_go_on (work->change, work->order,
                            GGOV_IMPORT_CHECK_SHARE + (1 - GGOV_IMPORT_CHECK_SHARE) * written,
                            error);
}

static gboolean
write_all (Work    *work,
           GError **error)
{
  guint n = work->incoming->rows->len;

  for (guint i = 0; i < n; i++)
    {
      GgovImportFootprint *incoming = work->incoming->rows->pdata[i];
      const GgovGeoMatch *match = &work->matches[i];

      if ((i % CHECK_EVERY == 0 &&
           !go_on (work, (double) i / n, error)) ||
          !(match->kind == GGOV_GEO_MATCH_NONE ? add_building (work, incoming, error)
                                               : update_building (work, incoming, match, error)))
        return FALSE;
    }

  return write_waiting (work, error);
}

gboolean
ggov_import_accept_buildings (GgovChange       *change,
                              GgovImportOrder  *order,
                              GError          **error)
{
  g_auto(Work) work = { .change = change, .order = order };

  if (!(work.incoming = ggov_import_footprints_read (change, order, error)) ||
      !(work.known = ggov_change_load_buildings (change, error)) ||
      !(work.places = ggov_import_places_new (change, error)))
    return FALSE;

  match_all (&work);

  return write_all (&work, error);
}
