/* ggov-photo-boxes-dialog.c: paints over what of a photo nobody is to see
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-photo-boxes-dialog.h"
#include "ggov-photo-boxes.h"

struct _GgovPhotoBoxesDialog
{
  AdwWindow       parent_instance;

  /* From the template. */
  GgovPhotoBoxes *boxes;
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovPhotoBoxesDialog, ggov_photo_boxes_dialog, ADW_TYPE_WINDOW)

static void
changed_cb (GgovPhotoBoxesDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boxes.remove",
                                 ggov_photo_boxes_get_boxes (self->boxes)->len > 0);
}

static void
change_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovPhotoBoxesDialog *self = GGOV_PHOTO_BOXES_DIALOG (widget);

  if (g_str_equal (action_name, "boxes.add"))
    ggov_photo_boxes_add (self->boxes);
  else
    ggov_photo_boxes_remove (self->boxes);
  gtk_widget_grab_focus (GTK_WIDGET (self->boxes));
}

static void
take_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovPhotoBoxesDialog *self = GGOV_PHOTO_BOXES_DIALOG (widget);

  g_signal_emit (self, signals[DONE], 0, ggov_photo_boxes_get_boxes (self->boxes));
  gtk_window_close (GTK_WINDOW (self));
}

static void
ggov_photo_boxes_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GGOV_TYPE_PHOTO_BOXES_DIALOG);

  G_OBJECT_CLASS (ggov_photo_boxes_dialog_parent_class)->dispose (object);
}

static void
ggov_photo_boxes_dialog_class_init (GgovPhotoBoxesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_photo_boxes_dialog_dispose;

  signals[DONE] = g_signal_new ("done", GGOV_TYPE_PHOTO_BOXES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);

  g_type_ensure (GGOV_TYPE_PHOTO_BOXES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/filing/ggov-photo-boxes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPhotoBoxesDialog, boxes);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "boxes.add", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "boxes.remove", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "boxes.take", NULL, take_cb);
}

static void
ggov_photo_boxes_dialog_init (GgovPhotoBoxesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->boxes));
}

GgovPhotoBoxesDialog *
ggov_photo_boxes_dialog_new (GtkWindow *parent,
                             GgovPhoto *photo,
                             GArray    *boxes)
{
  GgovPhotoBoxesDialog *self =
    g_object_new (GGOV_TYPE_PHOTO_BOXES_DIALOG, "transient-for", parent, NULL);

  ggov_photo_boxes_set_photo (self->boxes, photo, boxes);

  return self;
}
