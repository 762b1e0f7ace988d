/* ggov-plan-picture.c: a small map of a plan's grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <adwaita.h>

#include "ggov-plan-picture.h"
#include "ggov-report-sketch.h"

struct _GgovPlanPicture
{
  GtkWidget      parent_instance;

  GgovGeoSketch *sketch; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (GgovPlanPicture, ggov_plan_picture, GTK_TYPE_WIDGET)

static void
ggov_plan_picture_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  GgovPlanPicture *self = GGOV_PLAN_PICTURE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr(PangoFontDescription) font = NULL;
  cairo_t *cr;

  if (self->sketch == NULL || width <= 0 || height <= 0)
    return;

  font = pango_font_description_copy (
    pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ggov_report_sketch_draw (self->sketch, cr, width, height,
                           adw_style_manager_get_dark (adw_style_manager_get_default ()), font,
                           gtk_widget_get_pango_context (widget));
  cairo_destroy (cr);
}

static void
ggov_plan_picture_finalize (GObject *object)
{
  GgovPlanPicture *self = GGOV_PLAN_PICTURE (object);

  g_clear_pointer (&self->sketch, ggov_geo_sketch_unref);

  G_OBJECT_CLASS (ggov_plan_picture_parent_class)->finalize (object);
}

static void
ggov_plan_picture_class_init (GgovPlanPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_plan_picture_finalize;
  widget_class->snapshot = ggov_plan_picture_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ggov_plan_picture_init (GgovPlanPicture *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ggov_plan_picture_new (void)
{
  return g_object_new (GGOV_TYPE_PLAN_PICTURE, NULL);
}

void
ggov_plan_picture_set_sketch (GgovPlanPicture *self,
                              GgovGeoSketch   *sketch)
{
  g_return_if_fail (GGOV_IS_PLAN_PICTURE (self));

  if (sketch)
    ggov_geo_sketch_ref (sketch);
  g_clear_pointer (&self->sketch, ggov_geo_sketch_unref);
  self->sketch = sketch;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
