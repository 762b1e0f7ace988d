/* ggov-filing-pin.c: the pin that is put on a small map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-filing-pin.h"
#include "ggov-map-tool.h"

#define PIN_PX 9.0
#define DOT_PX 3.0
#define LINE_PX 2.0
#define CROSS_PX 14.0
#define GAP_PX 4.0

struct _GgovFilingPin
{
  GObject    parent_instance;

  GtkWidget *canvas; /* (unowned): has it for a tool */
  gboolean   is_put;
  double     lon;
  double     lat;
};

enum {
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_colour (cairo_t             *cr,
            const GgovMapColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 1);
}

static void
stroke (cairo_t              *cr,
        const GgovMapPalette *palette)
{
  set_colour (cr, &palette->halo);
  cairo_set_line_width (cr, LINE_PX * 2.5);
  cairo_stroke_preserve (cr);
  set_colour (cr, &palette->selected);
  cairo_set_line_width (cr, LINE_PX);
  cairo_stroke (cr);
}

static void
draw_pin (GgovFilingPin        *self,
          GtkSnapshot          *snapshot,
          const GgovMapFrame   *frame,
          const GgovMapPalette *palette)
{
  const float room = PIN_PX + LINE_PX * 2;
  double x, y;
  cairo_t *cr;

  ggov_map_frame_to_screen (frame, self->lon, self->lat, &x, &y);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x - room, (float) y - room,
                                                                 2 * room, 2 * room));
  cairo_arc (cr, x, y, PIN_PX, 0, 2 * G_PI);
  stroke (cr, palette);
  cairo_arc (cr, x, y, DOT_PX, 0, 2 * G_PI);
  set_colour (cr, &palette->selected);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* What Enter would choose. */
static void
draw_cross (GtkSnapshot          *snapshot,
            const GgovMapFrame   *frame,
            const GgovMapPalette *palette)
{
  const double x = frame->width / 2.0;
  const double y = frame->height / 2.0;
  const float room = CROSS_PX + LINE_PX;
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x - room, (float) y - room,
                                                              2 * room, 2 * room));

  for (int i = 0; i < 4; i++)
    {
      const int dx = (i == 0) - (i == 1);
      const int dy = (i == 2) - (i == 3);

      cairo_move_to (cr, x + dx * GAP_PX, y + dy * GAP_PX);
      cairo_line_to (cr, x + dx * CROSS_PX, y + dy * CROSS_PX);
    }
  stroke (cr, palette);
  cairo_destroy (cr);
}

/* The tool --------------------------------------------------------------------------------- */

static gboolean
ggov_filing_pin_takes_drag (GgovMapTool *tool,
                            double       x,
                            double       y)
{
  return FALSE;
}

static void
ggov_filing_pin_drag (GgovMapTool      *tool,
                      GgovMapDragPhase  phase,
                      double            x,
                      double            y)
{
}

static void
ggov_filing_pin_point (GgovMapTool *tool,
                       double       x,
                       double       y)
{
}

static void
ggov_filing_pin_leave (GgovMapTool *tool)
{
}

static void
ggov_filing_pin_click (GgovMapTool *tool,
                       double       x,
                       double       y,
                       int          n_press)
{
  if (n_press == 1)
    g_signal_emit (tool, signals[PICKED], 0, x, y);
}

static gboolean
ggov_filing_pin_press_key (GgovMapTool     *tool,
                           guint            keyval,
                           GdkModifierType  modifiers)
{
  GgovFilingPin *self = GGOV_FILING_PIN (tool);

  if (modifiers != 0 || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter &&
                         keyval != GDK_KEY_space))
    return FALSE;

  g_signal_emit (self, signals[PICKED], 0, gtk_widget_get_width (self->canvas) / 2.0,
                 gtk_widget_get_height (self->canvas) / 2.0);

  return TRUE;
}

static void
ggov_filing_pin_draw (GgovMapTool          *tool,
                      GtkSnapshot          *snapshot,
                      const GgovMapFrame   *frame,
                      const GgovMapPalette *palette,
                      GgovMapMarks          marks)
{
  GgovFilingPin *self = GGOV_FILING_PIN (tool);

  if (marks == GGOV_MAP_MARKS_STANDING && self->is_put)
    draw_pin (self, snapshot, frame, palette);
  else if (marks == GGOV_MAP_MARKS_MOVING && gtk_widget_has_visible_focus (self->canvas))
    draw_cross (snapshot, frame, palette);
}

static void
ggov_filing_pin_tool_iface_init (GgovMapToolInterface *iface)
{
  iface->takes_drag = ggov_filing_pin_takes_drag;
  iface->drag = ggov_filing_pin_drag;
  iface->point = ggov_filing_pin_point;
  iface->leave = ggov_filing_pin_leave;
  iface->click = ggov_filing_pin_click;
  iface->press_key = ggov_filing_pin_press_key;
  iface->draw = ggov_filing_pin_draw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovFilingPin, ggov_filing_pin, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_MAP_TOOL,
                                                      ggov_filing_pin_tool_iface_init))

static void
ggov_filing_pin_class_init (GgovFilingPinClass *klass)
{
  signals[PICKED] = g_signal_new ("picked", GGOV_TYPE_FILING_PIN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
ggov_filing_pin_init (GgovFilingPin *self)
{
}

GgovFilingPin *
ggov_filing_pin_new (GtkWidget *canvas)
{
  GgovFilingPin *self = g_object_new (GGOV_TYPE_FILING_PIN, NULL);

  self->canvas = canvas;

  return self;
}

void
ggov_filing_pin_put (GgovFilingPin *self,
                     gboolean       is_put,
                     double         lon,
                     double         lat)
{
  g_return_if_fail (GGOV_IS_FILING_PIN (self));

  self->is_put = is_put;
  self->lon = lon;
  self->lat = lat;
}
