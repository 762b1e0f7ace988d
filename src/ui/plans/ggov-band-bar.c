/* ggov-band-bar.c: a grid's households against the target and the band, as a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-band-bar.h"
#include "ggov-plan-finding.h"

#define HEIGHT_PX 10

/* The bar's end: as far beyond the band as the band is wide. */
#define END_HOUSEHOLDS (2 * GGOV_PLAN_MOST_HOUSEHOLDS - GGOV_PLAN_LEAST_HOUSEHOLDS)

/* Between the stripes of a bar beyond the band. */
#define STRIPE_PX 4

struct _GgovBandBar
{
  GtkWidget parent_instance;

  int       households;
};

G_DEFINE_FINAL_TYPE (GgovBandBar, ggov_band_bar, GTK_TYPE_WIDGET)

/* Source: Okabe and Ito, Color Universal Design (2008): blue and orange. */
static const GdkRGBA within = { 0.0, 0.447, 0.698, 1 };
static const GdkRGBA beyond = { 0.902, 0.624, 0.0, 1 };

static double
get_x (GgovBandBar *self,
       int          households)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) * MIN (households, END_HOUSEHOLDS) /
         (double) END_HOUSEHOLDS;
}

static void
fill (GtkSnapshot   *snapshot,
      const GdkRGBA *colour,
      double         alpha,
      double         from,
      double         to,
      double         top,
      double         height)
{
  const GdkRGBA shade = { colour->red, colour->green, colour->blue, colour->alpha * alpha };
  const graphene_rect_t area = GRAPHENE_RECT_INIT (from, top, MAX (to - from, 0), height);

  gtk_snapshot_append_color (snapshot, &shade, &area);
}

static void
ggov_band_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  GgovBandBar *self = GGOV_BAND_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double x = get_x (self, self->households);
  double band = get_x (self, GGOV_PLAN_LEAST_HOUSEHOLDS);
  double target = get_x (self, GGOV_PLAN_TARGET_HOUSEHOLDS);
  gboolean is_within = ggov_band_has (self->households);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  fill (snapshot, &ink, 0.1, 0, width, 2, HEIGHT_PX - 4);
  fill (snapshot, &ink, 0.16, band, get_x (self, GGOV_PLAN_MOST_HOUSEHOLDS), 0, HEIGHT_PX);
  fill (snapshot, is_within ? &within : &beyond, 1, 0, x, 2, HEIGHT_PX - 4);

  for (double at = STRIPE_PX; !is_within && at < x; at += 2 * STRIPE_PX)
    fill (snapshot, &ink, 0.45, at, at + 1, 2, HEIGHT_PX - 4);

  fill (snapshot, &ink, 0.8, target - 0.5, target + 0.5, 0, HEIGHT_PX);
}

static void
ggov_band_bar_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT_PX : 60;
  *minimum_baseline = *natural_baseline = -1;
}

static void
ggov_band_bar_class_init (GgovBandBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ggov_band_bar_measure;
  widget_class->snapshot = ggov_band_bar_snapshot;

  /* The row beside it says the same in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ggov_band_bar_init (GgovBandBar *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ggov_band_bar_new (void)
{
  return g_object_new (GGOV_TYPE_BAND_BAR, NULL);
}

void
ggov_band_bar_set_households (GgovBandBar *self,
                              int          households)
{
  g_return_if_fail (GGOV_IS_BAND_BAR (self));

  self->households = households;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
ggov_band_dup_words (int households)
{
  int over = households - GGOV_PLAN_TARGET_HOUSEHOLDS;

  if (households > GGOV_PLAN_MOST_HOUSEHOLDS)
    /* Translators: what a grid has above the 500 households it may have */
    return g_strdup_printf (_("%d too many"), households - GGOV_PLAN_MOST_HOUSEHOLDS);
  if (households < GGOV_PLAN_LEAST_HOUSEHOLDS)
    /* Translators: what a grid lacks to the 300 households it is to have */
    return g_strdup_printf (_("%d too few"), GGOV_PLAN_LEAST_HOUSEHOLDS - households);

  /* Translators: by how many households a grid differs from the target of 400, with its sign */
  return g_strdup_printf (_("%+d from target"), over);
}

gboolean
ggov_band_has (int households)
{
  return households >= GGOV_PLAN_LEAST_HOUSEHOLDS && households <= GGOV_PLAN_MOST_HOUSEHOLDS;
}
