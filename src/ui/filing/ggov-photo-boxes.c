/* ggov-photo-boxes.c: what of a photo is painted over, being drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-photo-boxes.h"

#define GRAB_PX 8.0    /* how near to an edge takes hold of it */
#define HANDLE_PX 4.0
#define MIN_SIDE 6     /* pixels of the photo; less is no box but a click */
#define KEY_STEP 8     /* pixels of the photo */
#define NEW_PART 8     /* a box added by keys is so much of the photo's longer side */

typedef enum
{
  EDGE_LEFT   = 1 << 0,
  EDGE_TOP    = 1 << 1,
  EDGE_RIGHT  = 1 << 2,
  EDGE_BOTTOM = 1 << 3,
} Edges;

#define EDGES_ALL (EDGE_LEFT | EDGE_TOP | EDGE_RIGHT | EDGE_BOTTOM)

struct _GgovPhotoBoxes
{
  GtkWidget     parent_instance;

  GgovPhoto    *photo;   /* (nullable) */
  GdkTexture   *texture; /* (nullable) */
  GArray       *boxes;   /* (element-type GgovPhotoBox) */
  int           chosen;  /* or -1 */
  Edges         dragged; /* which of the chosen box follow the pointer */
  GgovPhotoBox  before;  /* the chosen box as the drag began */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovPhotoBoxes, ggov_photo_boxes, GTK_TYPE_WIDGET)

static GgovPhotoBox *
get_box (GgovPhotoBoxes *self,
         int             i)
{
  return &g_array_index (self->boxes, GgovPhotoBox, i);
}

/* Where the photo is drawn: its upper left corner, and how much of the screen a pixel takes. */
static double
get_frame (GgovPhotoBoxes   *self,
           graphene_point_t *corner)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const double photo_width = ggov_photo_get_width (self->photo);
  const double photo_height = ggov_photo_get_height (self->photo);
  const double scale = MIN (width / photo_width, height / photo_height);

  graphene_point_init (corner, (float) ((width - photo_width * scale) / 2),
                       (float) ((height - photo_height * scale) / 2));

  return scale;
}

static void
tell (GgovPhotoBoxes *self)
{
  const guint n = self->boxes->len;
  g_autofree char *name =
    g_strdup_printf (ngettext ("Photo, %u part is painted over", "Photo, %u parts are painted over",
                               n), n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Within the photo, from its upper left corner to its lower right one. */
static void
set_box (GgovPhotoBoxes *self,
         int             i,
         int             x0,
         int             y0,
         int             x1,
         int             y1)
{
  const int width = ggov_photo_get_width (self->photo);
  const int height = ggov_photo_get_height (self->photo);
  GgovPhotoBox *box = get_box (self, i);

  box->x = CLAMP (MIN (x0, x1), 0, width);
  box->y = CLAMP (MIN (y0, y1), 0, height);
  box->width = CLAMP (MAX (x0, x1), 0, width) - box->x;
  box->height = CLAMP (MAX (y0, y1), 0, height) - box->y;
}

/* A box that is moved keeps its size at the photo's edge. */
static void
move_edges (GgovPhotoBoxes     *self,
            const GgovPhotoBox *from,
            Edges               edges,
            int                 dx,
            int                 dy)
{
  if (edges == EDGES_ALL)
    {
      dx = CLAMP (dx, -from->x, ggov_photo_get_width (self->photo) - from->x - from->width);
      dy = CLAMP (dy, -from->y, ggov_photo_get_height (self->photo) - from->y - from->height);
    }

  set_box (self, self->chosen, from->x + (edges & EDGE_LEFT ? dx : 0),
           from->y + (edges & EDGE_TOP ? dy : 0),
           from->x + from->width + (edges & EDGE_RIGHT ? dx : 0),
           from->y + from->height + (edges & EDGE_BOTTOM ? dy : 0));
}

/* What a drag from a point takes hold of; 0 outside the box. */
static Edges
find_edges (const GgovPhotoBox *box,
            double              x,
            double              y,
            double              grab)
{
  const double right = box->x + box->width;
  const double bottom = box->y + box->height;
  Edges edges = 0;

  if (x < box->x - grab || x > right + grab || y < box->y - grab || y > bottom + grab)
    return 0;

  if (fabs (x - right) <= grab)
    edges |= EDGE_RIGHT;
  else if (fabs (x - box->x) <= grab)
    edges |= EDGE_LEFT;
  if (fabs (y - bottom) <= grab)
    edges |= EDGE_BOTTOM;
  else if (fabs (y - box->y) <= grab)
    edges |= EDGE_TOP;

  return edges ? edges : EDGES_ALL;
}

/* The pointer ------------------------------------------------------------------------------ */

static void
begin_cb (GgovPhotoBoxes *self,
          double          x,
          double          y)
{
  graphene_point_t corner;
  double scale;
  GgovPhotoBox box;

  if (self->photo == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  scale = get_frame (self, &corner);
  x = (x - corner.x) / scale;
  y = (y - corner.y) / scale;
  self->dragged = 0;
  for (int i = (int) self->boxes->len - 1; i >= 0 && self->dragged == 0; i--)
    if ((self->dragged = find_edges (get_box (self, i), x, y, GRAB_PX / scale)) != 0)
      self->chosen = i;

  if (self->dragged == 0)
    {
      box = (GgovPhotoBox) { .x = (int) x, .y = (int) y };
      g_array_append_val (self->boxes, box);
      self->chosen = (int) self->boxes->len - 1;
      self->dragged = EDGE_RIGHT | EDGE_BOTTOM;
    }
  self->before = *get_box (self, self->chosen);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_cb (GgovPhotoBoxes *self,
           double          x,
           double          y)
{
  graphene_point_t corner;
  double scale;

  if (self->photo == NULL || self->chosen < 0)
    return;

  scale = get_frame (self, &corner);
  move_edges (self, &self->before, self->dragged, (int) lround (x / scale),
              (int) lround (y / scale));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_cb (GgovPhotoBoxes *self)
{
  if (self->photo == NULL || self->chosen < 0)
    return;

  if (get_box (self, self->chosen)->width < MIN_SIDE ||
      get_box (self, self->chosen)->height < MIN_SIDE)
    {
      g_array_remove_index (self->boxes, (guint) self->chosen);
      self->chosen = -1;
    }
  tell (self);
}

/* Keys ------------------------------------------------------------------------------------- */

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  GgovPhotoBoxes *self = GGOV_PHOTO_BOXES (widget);
  gboolean resizes;
  GgovPhotoBox box;
  int dx, dy;

  if (self->chosen < 0)
    return FALSE;

  g_variant_get (args, "(iib)", &dx, &dy, &resizes);
  box = *get_box (self, self->chosen);
  if (resizes)
    {
      dx = MAX (dx, MIN_SIDE - box.width);
      dy = MAX (dy, MIN_SIDE - box.height);
    }
  move_edges (self, &box, resizes ? EDGE_RIGHT | EDGE_BOTTOM : EDGES_ALL, dx, dy);
  tell (self);

  return TRUE;
}

/* Past the last box the focus goes on. */
static gboolean
next_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  GgovPhotoBoxes *self = GGOV_PHOTO_BOXES (widget);
  int step;

  g_variant_get (args, "(i)", &step);
  if (self->chosen < 0 && step < 0)
    return FALSE;
  if (self->chosen + step < 0 || self->chosen + step >= (int) self->boxes->len)
    return FALSE;

  self->chosen += step;
  gtk_widget_queue_draw (widget);

  return TRUE;
}

static gboolean
change_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  gboolean adds;

  g_variant_get (args, "(b)", &adds);
  if (adds)
    ggov_photo_boxes_add (GGOV_PHOTO_BOXES (widget));
  else
    ggov_photo_boxes_remove (GGOV_PHOTO_BOXES (widget));

  return TRUE;
}

static void
add_bindings (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keyval;
    int   x;
    int   y;
  } keys[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const int x = keys[i].x * KEY_STEP;
      const int y = keys[i].y * KEY_STEP;

      gtk_widget_class_add_binding (klass, keys[i].keyval, 0, move_cb, "(iib)", x, y, FALSE);
      gtk_widget_class_add_binding (klass, keys[i].keyval, GDK_SHIFT_MASK, move_cb, "(iib)", x, y,
                                    TRUE);
      gtk_widget_class_add_binding (klass, keys[i].keyval, GDK_CONTROL_MASK, move_cb, "(iib)",
                                    keys[i].x, keys[i].y, FALSE);
    }

  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, 0, next_cb, "(i)", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, next_cb, "(i)", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Insert, 0, change_cb, "(b)", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, 0, change_cb, "(b)", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_BackSpace, 0, change_cb, "(b)", FALSE);
}

/* The widget ------------------------------------------------------------------------------- */

static void
snapshot_box (GgovPhotoBoxes *self,
              GtkSnapshot    *snapshot,
              int             i,
              double          scale)
{
  const GgovPhotoBox *box = get_box (self, i);
  const graphene_rect_t area =
    GRAPHENE_RECT_INIT ((float) (box->x * scale), (float) (box->y * scale),
                        (float) (box->width * scale), (float) (box->height * scale));
  const GdkRGBA black = { 0, 0, 0, 1 };
  const GdkRGBA white = { 1, 1, 1, 1 };
  const gboolean is_chosen = i == self->chosen;
  const float line = is_chosen ? 2 : 1;
  GskRoundedRect outline;

  gtk_snapshot_append_color (snapshot, &black, &area);
  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_border (snapshot, &outline, (const float[]) { line, line, line, line },
                              (const GdkRGBA[]) { white, white, white, white });
  for (int corner = 0; is_chosen && corner < 4; corner++)
    {
      const float x = area.origin.x + (corner % 2 ? area.size.width : 0);
      const float y = area.origin.y + (corner / 2 ? area.size.height : 0);

      gtk_snapshot_append_color (snapshot, &white,
                                 &GRAPHENE_RECT_INIT (x - (float) HANDLE_PX, y - (float) HANDLE_PX,
                                                      2 * (float) HANDLE_PX,
                                                      2 * (float) HANDLE_PX));
    }
}

static void
ggov_photo_boxes_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  GgovPhotoBoxes *self = GGOV_PHOTO_BOXES (widget);
  graphene_point_t corner;
  double scale;

  if (self->photo == NULL)
    return;

  scale = get_frame (self, &corner);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &corner);
  gtk_snapshot_append_texture (
    snapshot, self->texture,
    &GRAPHENE_RECT_INIT (0, 0, (float) (ggov_photo_get_width (self->photo) * scale),
                         (float) (ggov_photo_get_height (self->photo) * scale)));
  for (int i = 0; i < (int) self->boxes->len; i++)
    snapshot_box (self, snapshot, i, scale);
  gtk_snapshot_restore (snapshot);
}

static void
ggov_photo_boxes_dispose (GObject *object)
{
  GgovPhotoBoxes *self = GGOV_PHOTO_BOXES (object);

  g_clear_object (&self->photo);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (ggov_photo_boxes_parent_class)->dispose (object);
}

static void
ggov_photo_boxes_finalize (GObject *object)
{
  g_array_unref (GGOV_PHOTO_BOXES (object)->boxes);

  G_OBJECT_CLASS (ggov_photo_boxes_parent_class)->finalize (object);
}

static void
ggov_photo_boxes_class_init (GgovPhotoBoxesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_photo_boxes_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_photo_boxes_finalize;
  widget_class->snapshot = ggov_photo_boxes_snapshot;

  signals[CHANGED] = g_signal_new ("changed", GGOV_TYPE_PHOTO_BOXES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "photoboxes");
  add_bindings (widget_class);
}

static void
ggov_photo_boxes_init (GgovPhotoBoxes *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->boxes = g_array_new (FALSE, FALSE, sizeof (GgovPhotoBox));
  self->chosen = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Insert adds a box, Tab goes to the next, arrows move it, with "
                                    "Shift they change its size, Delete takes it away"), -1);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
ggov_photo_boxes_set_photo (GgovPhotoBoxes *self,
                            GgovPhoto      *photo,
                            GArray         *boxes)
{
  g_return_if_fail (GGOV_IS_PHOTO_BOXES (self));
  g_return_if_fail (GGOV_IS_PHOTO (photo));

  g_set_object (&self->photo, photo);
  g_clear_object (&self->texture);
  self->texture = ggov_photo_make_texture (photo);
  g_array_set_size (self->boxes, 0);
  if (boxes && boxes->len > 0)
    g_array_append_vals (self->boxes, boxes->data, boxes->len);
  self->chosen = -1;
  tell (self);
}

GArray *
ggov_photo_boxes_get_boxes (GgovPhotoBoxes *self)
{
  g_return_val_if_fail (GGOV_IS_PHOTO_BOXES (self), NULL);

  return self->boxes;
}

int
ggov_photo_boxes_get_chosen (GgovPhotoBoxes *self)
{
  g_return_val_if_fail (GGOV_IS_PHOTO_BOXES (self), -1);

  return self->chosen;
}

void
ggov_photo_boxes_add (GgovPhotoBoxes *self)
{
  const GgovPhotoBox nothing = { 0 };
  int width, height, side;

  g_return_if_fail (GGOV_IS_PHOTO_BOXES (self));

  if (self->photo == NULL)
    return;

  width = ggov_photo_get_width (self->photo);
  height = ggov_photo_get_height (self->photo);
  side = MAX (MAX (width, height) / NEW_PART, MIN_SIDE);
  g_array_append_val (self->boxes, nothing);
  self->chosen = (int) self->boxes->len - 1;
  set_box (self, self->chosen, (width - side) / 2, (height - side) / 2, (width + side) / 2,
           (height + side) / 2);
  tell (self);
}

void
ggov_photo_boxes_remove (GgovPhotoBoxes *self)
{
  g_return_if_fail (GGOV_IS_PHOTO_BOXES (self));

  if (self->chosen < 0)
    return;

  g_array_remove_index (self->boxes, (guint) self->chosen);
  self->chosen = MIN (self->chosen, (int) self->boxes->len - 1);
  tell (self);
}

GdkTexture *
ggov_photo_make_texture (GgovPhoto *photo)
{
  g_return_val_if_fail (GGOV_IS_PHOTO (photo), NULL);

  return gdk_memory_texture_new (ggov_photo_get_width (photo), ggov_photo_get_height (photo),
                                 GDK_MEMORY_R8G8B8, ggov_photo_get_pixels (photo),
                                 (gsize) ggov_photo_get_width (photo) * GGOV_PHOTO_PIXEL);
}
