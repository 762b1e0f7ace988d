/* ggov-measure.c: a line or an area that is being measured on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-geo-geodesic.h"
#include "ggov-measure.h"

/* More than anybody puts by hand; a crossing is looked for among all pairs of sides. */
#define MAX_POINTS 500

struct _GgovMeasure
{
  GObject          parent_instance;

  GgovMeasureKind  kind;
  GArray          *path;        /* (element-type double): points, two numbers each */
  GArray          *legs;        /* (element-type double) */
  guint            n_points;    /* of the path, that were put */
  gboolean         is_pointing; /* whether the path has one more */
  gboolean         is_finished;
  double           length_m;
  double           area_m2;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovMeasure, ggov_measure, G_TYPE_OBJECT)

static guint
get_n_path (const GgovMeasure *self)
{
  return self->path->len / 2;
}

/* The way back of a ring is a leg like any other. */
static void
measure_legs (GgovMeasure *self)
{
  guint n = get_n_path (self);
  g_autofree double *coords = g_memdup2 (self->path->data, (n + 1) * 2 * sizeof *coords);
  guint n_legs = n < 2 ? 0 : self->kind == GGOV_MEASURE_AREA && n > 2 ? n : n - 1;
  g_autoptr(GError) error = NULL;

  if (n_legs == n)
    {
      coords[2 * n] = coords[0];
      coords[2 * n + 1] = coords[1];
    }

  g_array_set_size (self->legs, n_legs);
  if (!ggov_geo_measure_line (coords, n_legs > 0 ? n_legs + 1 : 0, (double *) self->legs->data,
                              &self->length_m, &error))
    g_warning ("Nothing is measured: %s", error->message);
}

static void
measure_area (GgovMeasure *self)
{
  const double *coords = (const double *) self->path->data;
  guint n = get_n_path (self);
  double around;

  self->area_m2 = 0;
  if (self->kind == GGOV_MEASURE_DISTANCE || n < 3)
    return;

  if (ggov_geo_line_crosses_itself (coords, n, TRUE))
    self->area_m2 = -1;
  else if (!ggov_geo_measure_ring (coords, n, &self->area_m2, &around, NULL))
    self->area_m2 = 0;
}

static void
change (GgovMeasure *self)
{
  measure_legs (self);
  measure_area (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The place pointed at is the last of the path. */
static void
set_length (GgovMeasure *self,
            guint        n_points,
            gboolean     is_pointing)
{
  g_array_set_size (self->path, 2 * (n_points + is_pointing));
  self->n_points = n_points;
  self->is_pointing = is_pointing;
}

static void
ggov_measure_finalize (GObject *object)
{
  GgovMeasure *self = GGOV_MEASURE (object);

  g_clear_pointer (&self->path, g_array_unref);
  g_clear_pointer (&self->legs, g_array_unref);

  G_OBJECT_CLASS (ggov_measure_parent_class)->finalize (object);
}

static void
ggov_measure_class_init (GgovMeasureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_measure_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ggov_measure_init (GgovMeasure *self)
{
  /* Room for one point more than there are. */
  self->path = g_array_sized_new (FALSE, TRUE, sizeof (double), 2 * (MAX_POINTS + 2));
  self->legs = g_array_new (FALSE, FALSE, sizeof (double));
}

GgovMeasure *
ggov_measure_new (void)
{
  return g_object_new (GGOV_TYPE_MEASURE, NULL);
}

void
ggov_measure_set_kind (GgovMeasure     *self,
                       GgovMeasureKind  kind)
{
  g_return_if_fail (GGOV_IS_MEASURE (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  change (self);
}

GgovMeasureKind
ggov_measure_get_kind (GgovMeasure *self)
{
  g_return_val_if_fail (GGOV_IS_MEASURE (self), GGOV_MEASURE_DISTANCE);

  return self->kind;
}

void
ggov_measure_add (GgovMeasure *self,
                  double       lon,
                  double       lat)
{
  const double place[2] = { lon, lat };
  const double *last;

  g_return_if_fail (GGOV_IS_MEASURE (self));

  if (self->is_finished)
    set_length (self, 0, FALSE);
  self->is_finished = FALSE;

  last = &g_array_index (self->path, double, self->n_points > 0 ? 2 * self->n_points - 2 : 0);
  if (self->n_points < MAX_POINTS &&
      (self->n_points == 0 || last[0] != lon || last[1] != lat))
    {
      set_length (self, self->n_points, FALSE);
      g_array_append_vals (self->path, place, 2);
      self->n_points++;
    }
  change (self);
}

gboolean
ggov_measure_remove_last (GgovMeasure *self)
{
  g_return_val_if_fail (GGOV_IS_MEASURE (self), FALSE);

  if (self->n_points == 0)
    return FALSE;

  self->is_finished = FALSE;
  set_length (self, self->n_points - 1, FALSE);
  change (self);

  return TRUE;
}

void
ggov_measure_finish (GgovMeasure *self)
{
  g_return_if_fail (GGOV_IS_MEASURE (self));

  if (self->n_points < 2)
    return;

  self->is_finished = TRUE;
  set_length (self, self->n_points, FALSE);
  change (self);
}

void
ggov_measure_clear (GgovMeasure *self)
{
  g_return_if_fail (GGOV_IS_MEASURE (self));

  self->is_finished = FALSE;
  set_length (self, 0, FALSE);
  change (self);
}

void
ggov_measure_point (GgovMeasure *self,
                    double       lon,
                    double       lat)
{
  const double place[2] = { lon, lat };

  g_return_if_fail (GGOV_IS_MEASURE (self));

  if (self->is_finished || self->n_points == 0)
    return;

  set_length (self, self->n_points, FALSE);
  g_array_append_vals (self->path, place, 2);
  self->is_pointing = TRUE;
  change (self);
}

void
ggov_measure_stop_pointing (GgovMeasure *self)
{
  g_return_if_fail (GGOV_IS_MEASURE (self));

  if (!self->is_pointing)
    return;

  set_length (self, self->n_points, FALSE);
  change (self);
}

guint
ggov_measure_get_n_points (GgovMeasure *self)
{
  g_return_val_if_fail (GGOV_IS_MEASURE (self), 0);

  return self->n_points;
}

gboolean
ggov_measure_is_finished (GgovMeasure *self)
{
  g_return_val_if_fail (GGOV_IS_MEASURE (self), FALSE);

  return self->is_finished;
}

const double *
ggov_measure_get_path (GgovMeasure   *self,
                       guint         *n_points,
                       const double **legs_m)
{
  g_return_val_if_fail (GGOV_IS_MEASURE (self), NULL);

  *n_points = get_n_path (self);
  if (legs_m)
    *legs_m = (const double *) self->legs->data;

  return (const double *) self->path->data;
}

double
ggov_measure_get_length_m (GgovMeasure *self)
{
  g_return_val_if_fail (GGOV_IS_MEASURE (self), 0);

  return self->length_m;
}

double
ggov_measure_get_area_m2 (GgovMeasure *self)
{
  g_return_val_if_fail (GGOV_IS_MEASURE (self), 0);

  return self->area_m2;
}
