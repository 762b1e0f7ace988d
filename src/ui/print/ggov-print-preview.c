/* ggov-print-preview.c: the pages of a paper as they will be printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-print-preview.h"

/* A window that is being drawn larger is not drawn for at each step. */
#define REST_MS 120

/* Beside and above the page, as the template has it. */
#define MARGIN 18

struct _GgovPrintPreview
{
  AdwBin         parent_instance;

  GgovPress     *press;       /* (nullable) */
  guint          n_pages;
  GCancellable  *cancellable; /* (nullable): of the page that is being drawn */
  guint          rest_id;     /* of a timeout, or 0 */
  int            width;       /* that the page was drawn for */
  int            height;

  /* From the template. */
  GtkWidget     *bar;
  GtkLabel      *count_label;
  GtkLabel      *message_label;
  GtkAdjustment *number;
  GtkSpinButton *page_spin;
  GtkPicture    *picture;
  GtkWidget     *scroller;
  GtkSpinner    *spinner;
  GtkStack      *stack;
  GtkViewport   *viewport;
  GtkDropDown   *zoom;
};

G_DEFINE_FINAL_TYPE (GgovPrintPreview, ggov_print_preview, ADW_TYPE_BIN)

static guint
get_page (GgovPrintPreview *self)
{
  return (guint) gtk_adjustment_get_value (self->number) - 1;
}

static gboolean
is_whole (GgovPrintPreview *self)
{
  return gtk_drop_down_get_selected (self->zoom) == 1;
}

static void
show_texture (GgovPrintPreview *self,
              GdkTexture       *texture)
{
  /* Translators: the page's number, then how many there are */
  g_autofree char *words = g_strdup_printf (_("Page %1$u of %2$u"), get_page (self) + 1,
                                            self->n_pages);

  gtk_spinner_stop (self->spinner);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovPrintPreview) self = user_data;
  g_autoptr(GdkTexture) texture = ggov_press_draw_finish (GGOV_PRESS (object), result, NULL);

  /* Another one is on its way otherwise. */
  if (texture && self->press == GGOV_PRESS (object))
    show_texture (self, texture);
}

static void
draw (GgovPrintPreview *self)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  self->width = gtk_widget_get_width (GTK_WIDGET (self->stack));
  self->height = gtk_widget_get_height (GTK_WIDGET (self->stack));
  if (self->press == NULL || self->n_pages == 0 || self->width <= 2 * MARGIN ||
      self->height <= 2 * MARGIN)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ggov_press_draw_async (self->press, get_page (self), (self->width - 2 * MARGIN) * scale,
                         is_whole (self) ? (self->height - 2 * MARGIN) * scale : 0,
                         self->cancellable, drawn_cb, g_object_ref (self));
}

static gboolean
rested_cb (gpointer user_data)
{
  GgovPrintPreview *self = user_data;

  self->rest_id = 0;
  draw (self);

  return G_SOURCE_REMOVE;
}

static void
ggov_print_preview_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  GgovPrintPreview *self = GGOV_PRINT_PREVIEW (widget);

  GTK_WIDGET_CLASS (ggov_print_preview_parent_class)->size_allocate (widget, width, height,
                                                                     baseline);

  if (self->rest_id == 0 &&
      (gtk_widget_get_width (GTK_WIDGET (self->stack)) != self->width ||
       gtk_widget_get_height (GTK_WIDGET (self->stack)) != self->height))
    self->rest_id = g_timeout_add (self->width == 0 ? 0 : REST_MS, rested_cb, self);
}

static void
update_actions (GgovPrintPreview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "preview.previous", get_page (self) > 0);
  gtk_widget_action_set_enabled (widget, "preview.next", get_page (self) + 1 < self->n_pages);
}

static void
page_changed_cb (GgovPrintPreview *self)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_lower (scroll));
  update_actions (self);
  draw (self);
}

static void
zoom_cb (GgovPrintPreview *self)
{
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (self->viewport),
                                     is_whole (self) ? GTK_SCROLL_MINIMUM : GTK_SCROLL_NATURAL);
  gtk_widget_set_halign (GTK_WIDGET (self->picture), is_whole (self) ? GTK_ALIGN_CENTER
                                                                     : GTK_ALIGN_FILL);
  draw (self);
}

static void
turn (GgovPrintPreview *self,
      int               pages)
{
  gtk_adjustment_set_value (self->number, gtk_adjustment_get_value (self->number) + pages);
}

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  turn (GGOV_PRINT_PREVIEW (widget), 1);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  turn (GGOV_PRINT_PREVIEW (widget), -1);
}

static void
ggov_print_preview_dispose (GObject *object)
{
  GgovPrintPreview *self = GGOV_PRINT_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->press);
  g_clear_handle_id (&self->rest_id, g_source_remove);

  G_OBJECT_CLASS (ggov_print_preview_parent_class)->dispose (object);
}

static void
ggov_print_preview_class_init (GgovPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_print_preview_dispose;
  widget_class->size_allocate = ggov_print_preview_size_allocate;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/print/ggov-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, bar);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, count_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, message_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, number);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, page_spin);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, picture);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, viewport);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintPreview, zoom);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, previous_cb);
}

static void
ggov_print_preview_init (GgovPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_print_preview_show_pages (GgovPrintPreview *self,
                               GgovPress        *press,
                               guint             n_pages)
{
  g_autofree char *count = NULL;

  g_return_if_fail (GGOV_IS_PRINT_PREVIEW (self));
  g_return_if_fail (GGOV_IS_PRESS (press));
  g_return_if_fail (n_pages > 0);

  /* Translators: behind the number of a page: how many there are */
  count = g_strdup_printf (_("of %u"), n_pages);
  g_set_object (&self->press, press);
  self->n_pages = n_pages;
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_adjustment_set_upper (self->number, n_pages);
  update_actions (self);
  draw (self);
}

void
ggov_print_preview_show_message (GgovPrintPreview *self,
                                 const char       *sentence)
{
  g_return_if_fail (GGOV_IS_PRINT_PREVIEW (self));

  g_cancellable_cancel (self->cancellable);
  self->n_pages = 0;
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_label_set_label (self->message_label, sentence);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

void
ggov_print_preview_show_busy (GgovPrintPreview *self)
{
  g_return_if_fail (GGOV_IS_PRINT_PREVIEW (self));

  gtk_spinner_start (self->spinner);
}

void
ggov_print_preview_rewind (GgovPrintPreview *self)
{
  g_return_if_fail (GGOV_IS_PRINT_PREVIEW (self));

  gtk_adjustment_set_value (self->number, 1);
}
