/* ggov-districting-links.c: the borders between plots, and which of them are main streets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-districting-private.h"
#include "ggov-geo-near-private.h"

#define ON_STREET_M  1.0  /* an edge this near a main street's line is that street */
#define MAX_STRIP_M  15.0 /* half the ground between two carriageways, at most */

/* A line halfway between buildings is 0.98 of its length once it is straightened; counted as
 * longer, it gives way to streets. */
#define OFF_STREET 1.12

/* One plot's share in a border. */
typedef struct
{
  guint plot;
  GgovDistrictingLink link;
  gboolean is_contact;
} Side;

struct _GgovDistrictingSurvey
{
  GgovDistrictingLand *land; /* (unowned) */
  GgovGeoNear *main_streets; /* (nullable) */
  guint *home;               /* (array): a building's block */
  GHashTable *contacts;      /* (element-type gint64): pairs of buildings whose plots meet in more
                                than a corner; keys owned */
};

void
_ggov_districting_survey_free (GgovDistrictingSurvey *self)
{
  g_clear_pointer (&self->main_streets, _ggov_geo_near_free);
  g_clear_pointer (&self->home, g_free);
  g_clear_pointer (&self->contacts, g_hash_table_unref);
  g_free (self);
}

static void
add_street (GgovGeoNear        *near,
            const GEOSGeometry *geom)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autofree double *coords = NULL;
  guint n_points;

  if (GEOSGeomTypeId_r (geos, geom) != GEOS_LINESTRING)
    {
      int n = GEOSGetNumGeometries_r (geos, geom);

      for (int i = 0; i < n && n > 1; i++)
        add_street (near, GEOSGetGeometryN_r (geos, geom, i));

      if (n == 1 && GEOSGetGeometryN_r (geos, geom, 0) != geom)
        add_street (near, GEOSGetGeometryN_r (geos, geom, 0));

      return;
    }

  coords = _ggov_geo_geom_dup_coords (geom, &n_points);

  for (guint i = 0; i + 1 < n_points; i++)
    _ggov_geo_near_add (near, coords + 2 * i, coords + 2 * i + 2);
}

static gboolean
read_main_streets (GgovDistrictingSurvey  *self,
                   GBytes                 *wkb,
                   GError                **error)
{
  g_autoptr(GEOSGeometry) streets = NULL;

  if (wkb == NULL)
    return TRUE;

  if (!(streets = _ggov_geo_frame_read (&self->land->ground->frame, wkb, error)))
    return FALSE;

  self->main_streets = _ggov_geo_near_new ();
  add_street (self->main_streets, streets);

  return TRUE;
}

/* The block under the largest part of each building. */
static void
find_homes (GgovDistrictingSurvey *self)
{
  const GgovDistrictingLand *land = self->land;
  g_autofree double *largest = g_new0 (double, land->n_buildings);

  self->home = g_new (guint, land->n_buildings);

  for (guint i = 0; i < land->n_buildings; i++)
    self->home[i] = GGOV_GEO_NONE;

  for (guint i = 0; i < land->faces->faces->len; i++)
    {
      const GgovGeoFace *face = _ggov_districting_land_face (land, i);

      if (face->is_footprint && face->area_m2 > largest[face->building])
        {
          largest[face->building] = face->area_m2;
          self->home[face->building] = face->block;
        }
    }
}

/* Whether an edge between two buildings' ground is where a main street parts them. */
static gboolean
is_main_street (const GgovDistrictingSurvey *self,
                const GgovGeoEdge *edge)
{
  const GgovGeoFace *left = _ggov_districting_land_face (self->land, edge->left);
  const GgovGeoFace *right = _ggov_districting_land_face (self->land, edge->right);
  const double *vertices = (const double *) self->land->faces->vertices->data;
  const double *a = vertices + 2 * edge->from, *b = vertices + 2 * edge->to;
  const double middle[] = { (a[0] + b[0]) / 2, (a[1] + b[1]) / 2 };
  double reach_m = left->block != right->block ? ON_STREET_M : MAX_STRIP_M;

  /* The border between the two sides of a strip between carriageways lies off their lines. */
  if (self->main_streets == NULL ||
      (left->block == right->block &&
       (self->home[left->building] == self->home[right->building] ||
        self->home[left->building] == left->block || self->home[right->building] == left->block)))
    return FALSE;

  return _ggov_geo_near_measure (self->main_streets, middle, middle, reach_m) < reach_m;
}

static int
compare_sides (gconstpointer a,
               gconstpointer b)
{
  const Side *one = a, *other = b;

  if (one->plot != other->plot)
    return one->plot < other->plot ? -1 : 1;

  return one->link.other < other->link.other ? -1 : one->link.other > other->link.other;
}

static GHashTable *
list_contacts (const GgovDistrictingLand *land)
{
  g_autoptr(GArray) pairs = _ggov_geo_plots_list_contacts (land->faces);
  GHashTable *contacts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency, i);
      gint64 key = (gint64) pair->first << 32 | pair->second;

      if (pair->border_m >= GGOV_GEO_CONTACT_M)
        g_hash_table_add (contacts, g_memdup2 (&key, sizeof key));
    }

  return contacts;
}

gboolean
_ggov_districting_survey_is_contact (const GgovDistrictingSurvey *self,
                                     guint                        one,
                                     guint                        other)
{
  gint64 key = (gint64) MIN (one, other) << 32 | MAX (one, other);

  return g_hash_table_contains (self->contacts, &key);
}

static Side
measure_side (const GgovDistrictingSurvey *self,
              const GgovGeoEdge           *edge)
{
  const GgovDistrictingLand *land = self->land;
  const GgovGeoFace *left = _ggov_districting_land_face (land, edge->left);
  const GgovGeoFace *right = _ggov_districting_land_face (land, edge->right);
  double border_m = _ggov_geo_plots_get_length (land->faces, edge);
  Side side = { .plot = land->plot_of[left->building] };

  side.link.other = land->plot_of[right->building];
  side.link.border_m = left->block == right->block ? OFF_STREET * border_m : border_m;
  side.link.main_m = is_main_street (self, edge) ? border_m : 0;
  side.is_contact = _ggov_districting_survey_is_contact (self, left->building, right->building);

  return side;
}

/* Returns: (transfer full) (element-type Side): every inner edge, from both sides */
static GArray *
list_sides (const GgovDistrictingSurvey *self)
{
  GArray *edges = self->land->faces->edges;
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Side));

  for (guint i = 0; i < edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (edges, GgovGeoEdge, i);
      Side side, back;

      if (edge->left == GGOV_GEO_NONE || edge->right == GGOV_GEO_NONE)
        continue;

      side = back = measure_side (self, edge);
      back.plot = side.link.other;
      back.link.other = side.plot;

      if (side.plot == back.plot)
        continue;

      g_array_append_val (sides, side);
      g_array_append_val (sides, back);
    }

  g_array_sort (sides, compare_sides);

  return sides;
}

/* Adds up edges between the same two plots; those which only meet in corners are no links. */
void
_ggov_districting_survey_link (GgovDistrictingSurvey *self)
{
  GgovDistrictingLand *land = self->land;
  g_autoptr(GArray) sides = list_sides (self);
  guint n_links = 0, next = 0;

  g_free (land->links);
  land->links = g_new (GgovDistrictingLink, MAX (sides->len, 1));

  for (guint i = 0; i <= land->n; i++)
    {
      GgovDistrictingPlot *plot = &land->plots[i];

      plot->first_link = n_links;
      plot->around_m = plot->outer_m;

      while (next < sides->len && g_array_index (sides, Side, next).plot == i)
        {
          GgovDistrictingLink link = { g_array_index (sides, Side, next).link.other, 0, 0 };
          gboolean has_contact = FALSE;

          for (; next < sides->len; next++)
            {
              const Side *side = &g_array_index (sides, Side, next);

              if (side->plot != i || side->link.other != link.other)
                break;

              link.border_m += side->link.border_m;
              link.main_m += side->link.main_m;
              has_contact |= side->is_contact;
            }

          plot->around_m += link.border_m;

          if (has_contact)
            land->links[n_links++] = link;
        }
    }
}

GgovDistrictingSurvey *
_ggov_districting_survey_new (GgovDistrictingLand  *land,
                              GBytes               *main_streets_wkb,
                              GError              **error)
{
  g_autoptr(GgovDistrictingSurvey) self = g_new0 (GgovDistrictingSurvey, 1);

  self->land = land;

  if (!read_main_streets (self, main_streets_wkb, error))
    return NULL;

  find_homes (self);
  self->contacts = list_contacts (land);

  return g_steal_pointer (&self);
}
