/* ggov-import-preview.c: a file's footprints drawn over the known ones, counted from a datum
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-import-preview.h"

#define HEIGHT 200          /* pixels */
#define SPAN_M 420.0        /* metres of ground over the height */
#define METRES_A_DEGREE 111195.0

struct _GgovImportPreview
{
  AdwBin                     parent_instance;

  const GgovImportDatumLook *look; /* (nullable) (unowned) */
  GgovGeoDatum               datum;
  GtkWidget                 *area; /* (unowned): the child */
};

G_DEFINE_FINAL_TYPE (GgovImportPreview, ggov_import_preview, ADW_TYPE_BIN)

/* Where the drawing's middle is, and how large a degree. */
typedef struct
{
  double lon;
  double lat;
  double lon_px;
  double lat_px;
  double width;
  double height;
} Frame;

static GgovGeoDatum
find_best (const GgovImportDatumLook *look)
{
  GgovGeoDatum best = GGOV_GEO_DATUM_CGCS2000;

  for (guint i = 0; i < GGOV_IMPORT_N_DATUMS; i++)
    if (look->fits[i].share > look->fits[best].share)
      best = i;

  return best;
}

/* The building of the file that is nearest to the middle of the known ones. It is the same whatever
 * datum is chosen, so that one sees what moves. */
static gboolean
find_middle (const GgovImportDatumLook *look,
             double                    *lon,
             double                    *lat)
{
  GgovGeoFootprints *footprints = look->shifted[find_best (look)];
  const GgovGeoBounds *known =
    ggov_geo_footprints_get_extent (ggov_places_get_footprints (look->places));
  double nearest = INFINITY;

  for (guint i = 0; i < ggov_geo_footprints_get_n (footprints); i++)
    {
      const GgovGeoBounds *bounds = ggov_geo_footprints_get_bounds (footprints, i);
      double east = bounds->min_lon + bounds->max_lon - known->min_lon - known->max_lon;
      double north = bounds->min_lat + bounds->max_lat - known->min_lat - known->max_lat;

      if (hypot (east, north) >= nearest)
        continue;

      nearest = hypot (east, north);
      *lon = (bounds->min_lon + bounds->max_lon) / 2;
      *lat = (bounds->min_lat + bounds->max_lat) / 2;
    }

  return nearest < INFINITY;
}

static void
trace (cairo_t           *cr,
       const Frame       *frame,
       GgovGeoFootprints *footprints,
       guint              i)
{
  for (guint r = 0; r < ggov_geo_footprints_get_n_rings (footprints, i); r++)
    {
      guint n;
      const double *ring = ggov_geo_footprints_get_ring (footprints, i, r, &n, NULL);

      cairo_new_sub_path (cr);
      for (guint k = 0; k < n; k++)
        cairo_line_to (cr, frame->width / 2 + (ring[2 * k] - frame->lon) * frame->lon_px,
                       frame->height / 2 - (ring[2 * k + 1] - frame->lat) * frame->lat_px);
      cairo_close_path (cr);
    }
}

static void
trace_visible (cairo_t           *cr,
               const Frame       *frame,
               GgovGeoFootprints *footprints)
{
  const double lon = frame->width / 2 / frame->lon_px, lat = frame->height / 2 / frame->lat_px;
  const GgovGeoBounds window = { frame->lon - lon, frame->lat - lat, frame->lon + lon,
                                 frame->lat + lat };

  for (guint i = 0; i < ggov_geo_footprints_get_n (footprints); i++)
    if (ggov_geo_bounds_intersects (ggov_geo_footprints_get_bounds (footprints, i), &window))
      trace (cr, frame, footprints, i);
}

static void
set_colour (cairo_t    *cr,
            GtkWidget  *widget,
            const char *name,
            double      alpha)
{
  GdkRGBA colour = { 0.5, 0.5, 0.5, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, alpha);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  GgovImportPreview *self = user_data;
  GtkWidget *widget = GTK_WIDGET (area);
  Frame frame = { .width = width, .height = height };

  if (self->look == NULL || !find_middle (self->look, &frame.lon, &frame.lat))
    return;

  frame.lat_px = height / SPAN_M * METRES_A_DEGREE;
  frame.lon_px = frame.lat_px * cos (frame.lat * G_PI / 180);

  trace_visible (cr, &frame, ggov_places_get_footprints (self->look->places));
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  set_colour (cr, widget, "theme_fg_color", 0.3);
  cairo_fill (cr);

  trace_visible (cr, &frame, self->look->shifted[self->datum]);
  set_colour (cr, widget, "accent_bg_color", 0.25);
  cairo_fill_preserve (cr);
  set_colour (cr, widget, "accent_color", 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
ggov_import_preview_class_init (GgovImportPreviewClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "import-preview");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ggov_import_preview_init (GgovImportPreview *self)
{
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), self->area);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The file’s footprints over the known ones"), -1);
}

void
ggov_import_preview_set_look (GgovImportPreview         *self,
                              const GgovImportDatumLook *look,
                              GgovGeoDatum               datum)
{
  g_return_if_fail (GGOV_IS_IMPORT_PREVIEW (self));

  self->look = look;
  self->datum = datum;
  gtk_widget_queue_draw (self->area);
}
