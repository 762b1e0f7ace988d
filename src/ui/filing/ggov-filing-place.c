/* ggov-filing-place.c: where the issue is that is about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-building-kind.h"
#include "ggov-filing-place.h"
#include "ggov-store-find-place.h"
#include "ggov-store-places.h"
#include "ggov-store-search.h"

/* Of each kind; further words find the rest. */
#define MOST_FOUND 8

#define CODE_BUILDING "building"
#define CODE_GRID     "grid"
#define CODE_POINT    "point"

struct _GgovFilingPlace
{
  GObject         parent_instance;

  GgovSession    *session;   /* (nullable): NULL once closed */
  GCancellable   *closing;   /* of all but the search */
  GCancellable   *searching; /* (nullable) */
  GgovPlaces     *places;    /* (nullable) */
  GgovChoice     *choice;    /* (nullable) */
  GgovFilingSpot  spot;
};

enum {
  CHANGED,
  FOUND,
  LOADED,
  NEAR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovFilingPlace, ggov_filing_place, G_TYPE_OBJECT)

static GgovStore *
get_store (GgovFilingPlace *self)
{
  return ggov_session_get_store (self->session);
}

static const char *
get_kind (GgovFilingPlace *self)
{
  return self->choice ? ggov_choice_get_fields (self->choice)->code : "";
}

/* Finds out on which grid it is, as far as the map is there to tell. */
static void
settle (GgovFilingPlace *self)
{
  GgovGeoFootprints *footprints = self->places ? ggov_places_get_footprints (self->places) : NULL;
  guint i;

  if (footprints && self->spot.building_id != 0 &&
      ggov_geo_footprints_find_id (footprints, self->spot.building_id, &i))
    self->spot.grid_id = ggov_places_get_grid_of (self->places, i);
  if (footprints && self->spot.has_point && self->spot.grid_id == 0)
    self->spot.grid_id = ggov_places_find_grid_at (self->places, self->spot.lon, self->spot.lat);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take (GgovFilingPlace *self,
      const char      *kind,
      gint64           id,
      const char      *label)
{
  const GgovChoiceFields fields = { .id = id, .code = kind, .name = label };

  g_clear_object (&self->choice);
  self->choice = ggov_choice_new (&fields);
}

/* Reading ---------------------------------------------------------------------------------- */

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovFilingPlace) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPlaces) places = ggov_store_load_map_finish (GGOV_STORE (object), result, &error);

  if (places == NULL || self->session == NULL)
    return;

  g_set_object (&self->places, places);
  g_signal_emit (self, signals[LOADED], 0);
  settle (self);
}

static gboolean
is_place (const char *kind)
{
  return !g_str_equal (kind, "person") && !g_str_equal (kind, "issue");
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovFilingPlace) self = user_data;
  g_autoptr(GListModel) hits = ggov_store_search_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GListStore) found = g_list_store_new (GGOV_TYPE_CHOICE);

  if (hits == NULL || self->session == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(GgovSearchHit) hit = g_list_model_get_item (hits, i);
      const GgovChoiceFields fields = {
        .id = ggov_search_hit_get_id (hit),
        .code = ggov_search_hit_get_kind (hit),
        .name = ggov_search_hit_get_title (hit),
        .detail = ggov_search_hit_get_detail (hit),
      };
      g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

      if (is_place (fields.code))
        g_list_store_append (found, choice);
    }
  g_signal_emit (self, signals[FOUND], 0, found);
}

static void
surroundings_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GgovFilingPlace) self = user_data;
  g_autofree GgovFoundPlace *place = ggov_store_find_place_finish (GGOV_STORE (object), result,
                                                                   NULL);

  if (place && self->session && !ggov_geo_bounds_is_empty (&place->bounds))
    g_signal_emit (self, signals[NEAR], 0, &place->bounds);
}

static void
building_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovFilingPlace) self = user_data;
  g_autoptr(GgovBuildingDetails) details =
    ggov_store_get_building_details_finish (GGOV_STORE (object), result, NULL);
  g_autofree char *label = NULL;

  if (details == NULL || self->session == NULL || details->id != self->spot.building_id)
    return;

  label = ggov_building_dup_label (details->compound, details->number, details->name);
  take (self, CODE_BUILDING, details->id, label);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The object ------------------------------------------------------------------------------- */

static void
ggov_filing_place_dispose (GObject *object)
{
  GgovFilingPlace *self = GGOV_FILING_PLACE (object);

  ggov_filing_place_close (self);
  g_clear_object (&self->closing);
  g_clear_object (&self->places);
  g_clear_object (&self->choice);

  G_OBJECT_CLASS (ggov_filing_place_parent_class)->dispose (object);
}

static void
ggov_filing_place_class_init (GgovFilingPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_filing_place_dispose;

  signals[CHANGED] = g_signal_new ("changed", GGOV_TYPE_FILING_PLACE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FOUND] = g_signal_new ("found", GGOV_TYPE_FILING_PLACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);
  signals[LOADED] = g_signal_new ("loaded", GGOV_TYPE_FILING_PLACE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[NEAR] = g_signal_new ("near", GGOV_TYPE_FILING_PLACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ggov_filing_place_init (GgovFilingPlace *self)
{
  self->closing = g_cancellable_new ();
}

GgovFilingPlace *
ggov_filing_place_new (GgovSession *session)
{
  GgovFilingPlace *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_FILING_PLACE, NULL);
  self->session = g_object_ref (session);
  ggov_store_load_map_async (get_store (self), ggov_session_get_today (session), NULL,
                             self->closing, loaded_cb, g_object_ref (self));

  return self;
}

void
ggov_filing_place_close (GgovFilingPlace *self)
{
  g_return_if_fail (GGOV_IS_FILING_PLACE (self));

  g_cancellable_cancel (self->closing);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->session);
}

GgovPlaces *
ggov_filing_place_get_places (GgovFilingPlace *self)
{
  g_return_val_if_fail (GGOV_IS_FILING_PLACE (self), NULL);

  return self->places;
}

const GgovFilingSpot *
ggov_filing_place_get_spot (GgovFilingPlace *self)
{
  g_return_val_if_fail (GGOV_IS_FILING_PLACE (self), NULL);

  return &self->spot;
}

GgovChoice *
ggov_filing_place_get_choice (GgovFilingPlace *self)
{
  g_return_val_if_fail (GGOV_IS_FILING_PLACE (self), NULL);

  return self->choice;
}

char *
ggov_filing_place_dup_note (GgovFilingPlace *self,
                            gboolean        *is_problem)
{
  GgovGrid *grid;

  g_return_val_if_fail (GGOV_IS_FILING_PLACE (self), NULL);

  *is_problem = FALSE;
  if (self->choice == NULL || self->places == NULL)
    return NULL;

  if ((grid = ggov_places_find_grid (self->places, self->spot.grid_id)))
    return g_strdup_printf ("%s · %s", ggov_grid_get_name (grid), ggov_grid_get_community (grid));

  if (self->spot.building_id == 0 && !self->spot.has_point)
    return g_strdup (_("Point at the spot on the map, or name a building."));

  *is_problem = TRUE;

  return g_strdup (_("This place is outside every grid. Choose one that is in a grid."));
}

static GgovGeoBounds
get_grid_bounds (GgovFilingPlace *self)
{
  GgovGeoSubdivision *subdivision =
    ggov_places_find_subdivision (self->places, self->spot.grid_id);
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;
  double edges[4];

  if (subdivision == NULL ||
      !ggov_geo_subdivision_get_bounds (subdivision, self->spot.grid_id, edges))
    return nowhere;

  return (GgovGeoBounds) { edges[0], edges[1], edges[2], edges[3] };
}

GgovGeoBounds
ggov_filing_place_get_bounds (GgovFilingPlace *self)
{
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;
  guint i;

  g_return_val_if_fail (GGOV_IS_FILING_PLACE (self), bounds);

  if (self->spot.has_point)
    ggov_geo_bounds_add (&bounds, self->spot.lon, self->spot.lat);
  else if (self->places && self->spot.building_id != 0 &&
           ggov_geo_footprints_find_id (ggov_places_get_footprints (self->places),
                                        self->spot.building_id, &i))
    bounds = *ggov_geo_footprints_get_bounds (ggov_places_get_footprints (self->places), i);
  else if (self->places && self->spot.grid_id != 0)
    bounds = get_grid_bounds (self);

  return bounds;
}

void
ggov_filing_place_search (GgovFilingPlace *self,
                          const char      *typed)
{
  g_return_if_fail (GGOV_IS_FILING_PLACE (self));

  if (self->session == NULL || *typed == '\0')
    return;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  ggov_store_search_async (get_store (self), typed, ggov_session_get_today (self->session),
                           MOST_FOUND, self->searching, found_cb, g_object_ref (self));
}

void
ggov_filing_place_choose (GgovFilingPlace *self,
                          GgovChoice      *choice)
{
  const GgovFilingSpot nowhere = { 0 };
  gint64 id;

  g_return_if_fail (GGOV_IS_FILING_PLACE (self));

  g_set_object (&self->choice, choice);
  self->spot = nowhere;
  id = choice ? ggov_choice_get_fields (choice)->id : 0;
  if (g_str_equal (get_kind (self), CODE_BUILDING))
    self->spot.building_id = id;
  else if (g_str_equal (get_kind (self), CODE_GRID))
    self->spot.grid_id = id;
  else if (choice && self->session)
    ggov_store_find_place_async (get_store (self), get_kind (self), id,
                                 ggov_session_get_today (self->session), self->closing,
                                 surroundings_cb, g_object_ref (self));

  settle (self);
}

void
ggov_filing_place_choose_grid (GgovFilingPlace *self,
                               gint64           grid_id)
{
  const GgovFilingSpot spot = { .grid_id = grid_id };
  GgovGrid *grid;

  g_return_if_fail (GGOV_IS_FILING_PLACE (self));
  g_return_if_fail (self->places != NULL);

  if ((grid = ggov_places_find_grid (self->places, grid_id)) == NULL)
    return;

  take (self, CODE_GRID, grid_id, ggov_grid_get_name (grid));
  self->spot = spot;
  settle (self);
}

void
ggov_filing_place_choose_point (GgovFilingPlace *self,
                                double           lon,
                                double           lat)
{
  const GgovFilingSpot spot = { .has_point = TRUE, .lon = lon, .lat = lat };
  guint i;

  g_return_if_fail (GGOV_IS_FILING_PLACE (self));
  g_return_if_fail (self->places != NULL);

  self->spot = spot;
  take (self, CODE_POINT, 0, _("Point on the map"));
  if (self->session && ggov_geo_index_find_at (ggov_places_get_index (self->places), lon, lat, &i))
    {
      GgovGeoFootprints *footprints = ggov_places_get_footprints (self->places);

      self->spot.building_id = ggov_geo_footprints_get_id (footprints, i);
      ggov_store_get_building_details_async (get_store (self), self->spot.building_id,
                                             ggov_session_get_today (self->session), self->closing,
                                             building_cb, g_object_ref (self));
    }
  settle (self);
}
