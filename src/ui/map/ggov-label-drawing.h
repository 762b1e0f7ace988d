/* ggov-label-drawing.h: labels that do not cover each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-map-frame.h"
#include "ggov-map-picture.h"

G_BEGIN_DECLS

/**
 * GgovLabelDrawing:
 * @layouts: (element-type utf8 PangoLayout): texts laid out before, by their markup
 * @selected: the grid that is selected, or 0
 * @n_markers: how many of @boxes are those of markers, which come first
 * @boxes: (element-type graphene_rect_t): places that are taken, pixels
 *
 * The labels of one frame. What is drawn first has its place first.
 */
typedef struct
{
  GtkWidget            *widget;
  GHashTable           *layouts;
  GtkSnapshot          *snapshot;
  GgovMapPicture       *picture;
  gint64                selected;
  GgovMapFrame          frame;
  const GgovMapPalette *palette;
  guint                 n_markers;
  GArray               *boxes;
} GgovLabelDrawing;

GdkRGBA      ggov_label_to_rgba             (const GgovMapColour    *colour,
                                             double                  alpha);

/* (transfer none): laying text out is most of a label's cost, and done once for a text. */
PangoLayout *ggov_label_drawing_get_layout  (GgovLabelDrawing       *self,
                                             const char             *markup);

/* Takes the place for a label; FALSE where it is not seen or not free. */
gboolean     ggov_label_drawing_take_box    (GgovLabelDrawing       *self,
                                             const graphene_rect_t  *box);
void         ggov_label_drawing_draw_text   (GgovLabelDrawing       *self,
                                             PangoLayout            *layout,
                                             double                  x,
                                             double                  y,
                                             const GdkRGBA          *colour);

/* The names of streets, along them. */
void         ggov_label_drawing_name_streets (GgovLabelDrawing      *self,
                                              const GgovGeoBounds   *seen);

/**
 * ggov_label_drawing_number_buildings:
 * @middles: (element-type guint double): where the labels of buildings go, longitude and latitude;
 *   kept from frame to frame, for one picture
 *
 * The numbers of buildings that are large enough to be read, in what place is left.
 */
void         ggov_label_drawing_number_buildings (GgovLabelDrawing    *self,
                                                  const GgovGeoBounds *seen,
                                                  GHashTable          *middles);

G_END_DECLS
