/* ggov-filing-photos.c: the photos of the issue that is about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-filing-photos.h"
#include "ggov-photo-boxes-dialog.h"
#include "ggov-photo-boxes.h"
#include "ggov-photo-encode.h"
#include "ggov-photo-intake.h"
#include "ggov-photo-read.h"

#define THUMB_WIDTH 76
#define THUMB_HEIGHT 57

/* Who does not give away by then what is on the clipboard never does. */
#define INTAKE_MICROSECONDS (10 * G_USEC_PER_SEC)

#define KEY_PHOTO "ggov-photo"
#define KEY_THUMB "ggov-thumb"

struct _GgovFilingPhotos
{
  AdwBin        parent_instance;

  GCancellable *cancellable; /* of all that is being read */
  guint         n_pending;
  guint         n_intakes;   /* pastes and drops of which nothing came yet */
  gint64        intake_at;   /* when the last of them began, monotonic microseconds */

  /* From the template. */
  GtkWidget    *hint;
  GtkLabel     *problem;
  GtkSpinner   *spinner;
  GtkBox       *strip;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovFilingPhotos, ggov_filing_photos, ADW_TYPE_BIN)

static void
show_problem (GgovFilingPhotos *self,
              const char       *sentence)
{
  gtk_label_set_label (self->problem, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
update (GgovFilingPhotos *self)
{
  const guint n = ggov_filing_photos_get_n (self);
  const guint n_coming = self->n_pending + self->n_intakes;

  gtk_spinner_set_spinning (self->spinner, n_coming > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), n_coming > 0);
  gtk_widget_set_visible (self->hint, n + n_coming == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photos.choose",
                                 n + self->n_pending < GGOV_FILING_PHOTOS_MOST);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Small pictures --------------------------------------------------------------------------- */

static GtkWidget *
get_item (GgovFilingPhotos *self,
          guint             i)
{
  GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->strip));

  while (item && i-- > 0)
    item = gtk_widget_get_next_sibling (item);

  return item;
}

static GgovPhotoBoxes *
get_thumb (GtkWidget *item)
{
  return g_object_get_data (G_OBJECT (item), KEY_THUMB);
}

static void
done_cb (GgovPhotoBoxesDialog *dialog,
         GArray               *boxes,
         GtkWidget            *item)
{
  ggov_photo_boxes_set_photo (get_thumb (item), g_object_get_data (G_OBJECT (item), KEY_PHOTO),
                              boxes);
}

static void
edit_cb (GtkButton *button,
         GtkWidget *item)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (item));
  GgovPhotoBoxesDialog *dialog =
    ggov_photo_boxes_dialog_new (parent, g_object_get_data (G_OBJECT (item), KEY_PHOTO),
                                 ggov_photo_boxes_get_boxes (get_thumb (item)));

  g_signal_connect_object (dialog, "done", G_CALLBACK (done_cb), item, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_cb (GtkButton *button,
           GtkWidget *item)
{
  GgovFilingPhotos *self =
    GGOV_FILING_PHOTOS (gtk_widget_get_ancestor (item, GGOV_TYPE_FILING_PHOTOS));

  gtk_box_remove (self->strip, item);
  show_problem (self, NULL);
  update (self);
}

static GtkWidget *
new_edit_button (GtkWidget *item,
                 GgovPhoto *photo)
{
  GtkWidget *thumb = g_object_new (GGOV_TYPE_PHOTO_BOXES, "can-target", FALSE, "focusable", FALSE,
                                   "hexpand", FALSE, "vexpand", FALSE, "width-request",
                                   THUMB_WIDTH, "height-request", THUMB_HEIGHT, NULL);
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = g_strdup_printf (_("Paint over faces and plates in %s"),
                                           ggov_photo_get_name (photo));

  ggov_photo_boxes_set_photo (GGOV_PHOTO_BOXES (thumb), photo, NULL);
  g_object_set_data (G_OBJECT (item), KEY_THUMB, thumb);
  gtk_button_set_child (GTK_BUTTON (button), thumb);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "photo-thumb");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), item, 0);

  return button;
}

static void
append_photo (GgovFilingPhotos *self,
              GgovPhoto        *photo)
{
  GtkWidget *item = gtk_overlay_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove %s"), ggov_photo_get_name (photo));

  g_object_set_data_full (G_OBJECT (item), KEY_PHOTO, g_object_ref (photo), g_object_unref);
  gtk_overlay_set_child (GTK_OVERLAY (item), new_edit_button (item, photo));
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_add_css_class (remove, "osd");
  gtk_widget_add_css_class (remove, "photo-remove");
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (remove, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), item, 0);
  gtk_overlay_add_overlay (GTK_OVERLAY (item), remove);
  gtk_box_append (self->strip, item);
}

/* Coming in -------------------------------------------------------------------------------- */

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovFilingPhotos) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPhoto) photo = ggov_photo_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->n_pending--;
  if (photo)
    append_photo (self, photo);
  else
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      show_problem (self, sentence);
    }
  update (self);
}

/* Whether there is room for one more. */
static gboolean
begin (GgovFilingPhotos *self)
{
  if (ggov_filing_photos_get_n (self) + self->n_pending >= GGOV_FILING_PHOTOS_MOST)
    {
      g_autofree char *sentence =
        g_strdup_printf (_("An issue is filed with at most %d photos. Add the others as it goes "
                           "on."), GGOV_FILING_PHOTOS_MOST);

      show_problem (self, sentence);
      return FALSE;
    }

  show_problem (self, NULL);
  self->n_pending++;

  return TRUE;
}

static void
take (GgovFilingPhotos *self,
      GSList           *files,
      GBytes           *content)
{
  for (GSList *file = files; file; file = file->next)
    ggov_filing_photos_add_file (self, file->data);
  if (content)
    ggov_filing_photos_add_bytes (self, content);
  if (files == NULL && content == NULL)
    show_problem (self, _("There is no photo in what was pasted. Copy the picture itself."));
}

static GgovFilingPhotos *
begin_intake (GgovFilingPhotos *self)
{
  self->n_intakes++;
  self->intake_at = g_get_monotonic_time ();
  update (self);

  return g_object_ref (self);
}

static void
intake_cb (GSList   *files,
           GBytes   *content,
           gpointer  user_data)
{
  GgovFilingPhotos *self = user_data;

  if (self->strip == NULL)
    return;

  self->n_intakes--;
  take (self, files, content);
  update (self);
}

static gboolean
drop_cb (GgovFilingPhotos *self,
         GdkDrop          *drop)
{
  ggov_photo_intake_drop (drop, intake_cb, begin_intake (self));

  return TRUE;
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovFilingPhotos *self = GGOV_FILING_PHOTOS (widget);

  if (!ggov_filing_photos_paste (self))
    take (self, NULL, NULL);
}

static void
chosen_cb (GtkNativeDialog  *dialog,
           int               response,
           GgovFilingPhotos *self)
{
  g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  for (guint i = 0; response == GTK_RESPONSE_ACCEPT && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      ggov_filing_photos_add_file (self, file);
    }

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Choose Photos"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Photos"));
  gtk_file_filter_add_mime_type (filter, "image/*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), widget, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* The widget ------------------------------------------------------------------------------- */

static void
ggov_filing_photos_dispose (GObject *object)
{
  GgovFilingPhotos *self = GGOV_FILING_PHOTOS (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_FILING_PHOTOS);
  self->strip = NULL;

  G_OBJECT_CLASS (ggov_filing_photos_parent_class)->dispose (object);
}

static void
ggov_filing_photos_finalize (GObject *object)
{
  g_object_unref (GGOV_FILING_PHOTOS (object)->cancellable);

  G_OBJECT_CLASS (ggov_filing_photos_parent_class)->finalize (object);
}

static void
ggov_filing_photos_class_init (GgovFilingPhotosClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_filing_photos_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_filing_photos_finalize;

  signals[CHANGED] = g_signal_new ("changed", GGOV_TYPE_FILING_PHOTOS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/filing/ggov-filing-photos.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovFilingPhotos, hint);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingPhotos, problem);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingPhotos, spinner);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingPhotos, strip);
  gtk_widget_class_install_action (widget_class, "photos.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "photos.paste", NULL, paste_cb);
}

static void
ggov_filing_photos_init (GgovFilingPhotos *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_filing_photos_take_drops (GgovFilingPhotos *self,
                               GtkWidget        *target)
{
  GtkDropTargetAsync *drops;

  g_return_if_fail (GGOV_IS_FILING_PHOTOS (self));

  drops = gtk_drop_target_async_new (ggov_photo_intake_new_formats (), GDK_ACTION_COPY);
  g_signal_connect_object (drops, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (target, GTK_EVENT_CONTROLLER (drops));
}

gboolean
ggov_filing_photos_paste (GgovFilingPhotos *self)
{
  GdkClipboard *clipboard;

  g_return_val_if_fail (GGOV_IS_FILING_PHOTOS (self), FALSE);

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  if (!ggov_photo_intake_fits (gdk_clipboard_get_formats (clipboard)))
    return FALSE;

  ggov_photo_intake_paste (clipboard, intake_cb, begin_intake (self));

  return TRUE;
}

void
ggov_filing_photos_add_file (GgovFilingPhotos *self,
                             GFile            *file)
{
  g_autofree char *path = g_file_get_path (file);

  g_return_if_fail (GGOV_IS_FILING_PHOTOS (self));

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *sentence =
        g_strdup_printf (_("“%s” is not on this computer. Copy it here first."), name);

      show_problem (self, sentence);
      return;
    }

  if (!begin (self))
    return;

  ggov_photo_read_async (path, self->cancellable, read_cb, g_object_ref (self));
  update (self);
}

void
ggov_filing_photos_add_bytes (GgovFilingPhotos *self,
                              GBytes           *content)
{
  g_return_if_fail (GGOV_IS_FILING_PHOTOS (self));

  if (!begin (self))
    return;

  ggov_photo_read_bytes_async (content, _("Pasted picture"), self->cancellable, read_cb,
                               g_object_ref (self));
  update (self);
}

void
ggov_filing_photos_say (GgovFilingPhotos *self,
                        const char       *sentence)
{
  g_return_if_fail (GGOV_IS_FILING_PHOTOS (self));

  show_problem (self, sentence);
}

guint
ggov_filing_photos_get_n (GgovFilingPhotos *self)
{
  guint n = 0;

  g_return_val_if_fail (GGOV_IS_FILING_PHOTOS (self), 0);

  while (get_item (self, n))
    n++;

  return n;
}

gboolean
ggov_filing_photos_is_busy (GgovFilingPhotos *self)
{
  g_return_val_if_fail (GGOV_IS_FILING_PHOTOS (self), FALSE);

  return self->n_pending > 0 ||
         (self->n_intakes > 0 &&
          g_get_monotonic_time () - self->intake_at < INTAKE_MICROSECONDS);
}

void
ggov_filing_photos_set_boxes (GgovFilingPhotos *self,
                              guint             i,
                              GArray           *boxes)
{
  g_return_if_fail (GGOV_IS_FILING_PHOTOS (self));
  g_return_if_fail (i < ggov_filing_photos_get_n (self));

  done_cb (NULL, boxes, get_item (self, i));
}

void
ggov_filing_photos_clear (GgovFilingPhotos *self)
{
  GtkWidget *item;

  g_return_if_fail (GGOV_IS_FILING_PHOTOS (self));

  while ((item = get_item (self, 0)))
    gtk_box_remove (self->strip, item);
  show_problem (self, NULL);
  update (self);
}

/* Making files ----------------------------------------------------------------------------- */

static void encode_next (GTask *task);

static void
encoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GBytes *content = ggov_photo_encode_finish (GGOV_PHOTO (object), result, &error);

  if (content == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_add (g_task_get_task_data (task), content);
  encode_next (task);
}

static void
encode_next (GTask *task)
{
  GgovFilingPhotos *self = g_task_get_source_object (task);
  GPtrArray *files = g_task_get_task_data (task);
  GtkWidget *item = self->strip ? get_item (self, files->len) : NULL;
  GArray *boxes;

  if (item == NULL)
    {
      g_task_return_pointer (task, g_ptr_array_ref (files), (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  boxes = ggov_photo_boxes_get_boxes (get_thumb (item));
  ggov_photo_encode_async (g_object_get_data (G_OBJECT (item), KEY_PHOTO),
                           (const GgovPhotoBox *) (gconstpointer) boxes->data, boxes->len,
                           g_task_get_cancellable (task), encoded_cb, g_object_ref (task));
}

void
ggov_filing_photos_encode_async (GgovFilingPhotos    *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref),
                        (GDestroyNotify) g_ptr_array_unref);
  encode_next (task);
}

GPtrArray *
ggov_filing_photos_encode_finish (GgovFilingPhotos  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
