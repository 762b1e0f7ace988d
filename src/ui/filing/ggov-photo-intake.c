/* ggov-photo-intake.c: what is pasted or dropped, as files or as the bytes of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-photo-intake.h"
#include "ggov-photo-read.h"

#define CHUNK (64 << 10) /* bytes read at a time */

static const char *mime_types[] = { "image/jpeg", "image/png", "image/webp", NULL };

/* One paste or drop. */
typedef struct
{
  GdkDrop             *drop; /* (nullable): to be told when it is over */
  GgovPhotoIntakeFunc  func;
  gpointer             user_data;
  GInputStream        *stream; /* (nullable) */
  GByteArray          *bytes;
} Intake;

static Intake *
intake_new (GdkDrop             *drop,
            GgovPhotoIntakeFunc  func,
            gpointer             user_data)
{
  Intake *self = g_new0 (Intake, 1);

  self->drop = drop ? g_object_ref (drop) : NULL;
  self->func = func;
  self->user_data = user_data;
  self->bytes = g_byte_array_new ();

  return self;
}

static void
end (Intake *self,
     GSList *files,
     GBytes *content)
{
  if (self->drop)
    gdk_drop_finish (self->drop, files || content ? GDK_ACTION_COPY : 0);
  self->func (files, content, self->user_data);

  g_clear_object (&self->drop);
  g_clear_object (&self->stream);
  g_byte_array_unref (self->bytes);
  g_object_unref (self->user_data);
  g_free (self);
}

/* Goes one byte over what is allowed, so that the reader says that it is too much. */
static void
chunk_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Intake *self = user_data;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (self->stream, result, NULL);
  g_autoptr(GBytes) content = NULL;

  if (chunk && g_bytes_get_size (chunk) > 0 && self->bytes->len <= GGOV_PHOTO_MAX_BYTES)
    {
      g_byte_array_append (self->bytes, g_bytes_get_data (chunk, NULL),
                           (guint) g_bytes_get_size (chunk));
      g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, NULL, chunk_cb,
                                       self);
      return;
    }

  if (chunk)
    content = g_bytes_new (self->bytes->data, self->bytes->len);
  end (self, NULL, content);
}

static void
take_stream (Intake       *self,
             GInputStream *stream)
{
  if (stream == NULL)
    {
      end (self, NULL, NULL);
      return;
    }

  self->stream = stream;
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, NULL, chunk_cb, self);
}

static void
take_value (Intake       *self,
            const GValue *value)
{
  g_autoptr(GSList) files =
    value && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) && g_value_get_boxed (value)
      ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;

  end (self, files, NULL);
}

static void
pasted_stream_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  take_stream (user_data, gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL));
}

static void
pasted_value_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  take_value (user_data, gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL));
}

static void
dropped_stream_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  take_stream (user_data, gdk_drop_read_finish (GDK_DROP (object), result, NULL, NULL));
}

static void
dropped_value_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  take_value (user_data, gdk_drop_read_value_finish (GDK_DROP (object), result, NULL));
}

static gboolean
has_picture (GdkContentFormats *formats)
{
  for (guint i = 0; mime_types[i]; i++)
    if (gdk_content_formats_contain_mime_type (formats, mime_types[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_files (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
         gdk_content_formats_contain_mime_type (formats, "text/uri-list");
}

GdkContentFormats *
ggov_photo_intake_new_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  for (guint i = 0; mime_types[i]; i++)
    gdk_content_formats_builder_add_mime_type (builder, mime_types[i]);

  return gdk_content_formats_builder_free_to_formats (builder);
}

gboolean
ggov_photo_intake_fits (GdkContentFormats *formats)
{
  g_return_val_if_fail (formats != NULL, FALSE);

  return has_picture (formats) || has_files (formats);
}

void
ggov_photo_intake_paste (GdkClipboard        *clipboard,
                         GgovPhotoIntakeFunc  func,
                         gpointer             user_data)
{
  Intake *self = intake_new (NULL, func, user_data);

  if (has_picture (gdk_clipboard_get_formats (clipboard)))
    gdk_clipboard_read_async (clipboard, mime_types, G_PRIORITY_DEFAULT, NULL, pasted_stream_cb,
                              self);
  else
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    pasted_value_cb, self);
}

void
ggov_photo_intake_drop (GdkDrop             *drop,
                        GgovPhotoIntakeFunc  func,
                        gpointer             user_data)
{
  Intake *self = intake_new (drop, func, user_data);

  /* What a browser drags is the picture and its address: the address alone is no file here. */
  if (has_picture (gdk_drop_get_formats (drop)))
    gdk_drop_read_async (drop, mime_types, G_PRIORITY_DEFAULT, NULL, dropped_stream_cb, self);
  else
    gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                               dropped_value_cb, self);
}
