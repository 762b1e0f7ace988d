/* ggov-photo-read.c: photos that somebody chose, pasted or dropped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "ggov-exchange-reading-private.h"
#include "ggov-exchange-refusal-private.h"
#include "ggov-photo-read.h"
#include "ggov-photo-refusal-private.h"

#define MARK "GGOVPIX1"
#define HEAD (strlen (MARK) + 2 * sizeof (guint32)) /* bytes before the pixels */
#define MAX_ANSWER 4096                             /* bytes; a hundred are usual */

/* The task's data. */
typedef struct
{
  char        *name;
  char        *path;   /* of the picture */
  char        *folder; /* (nullable): where the reader may write */
  char        *output;
  char        *answer; /* the file that its document goes to */
  GSubprocess *child;  /* (nullable) */
  gulong       cancel_id;
} Job;

static void
job_free (Job *self)
{
  g_free (self->name);
  g_free (self->path);
  if (self->folder)
    _ggov_exchange_remove_scratch (self->folder);
  g_free (self->folder);
  g_free (self->output);
  g_free (self->answer);
  g_clear_object (&self->child);
  g_free (self);
}

static Job *
job_new (const char *name)
{
  Job *self = g_new0 (Job, 1);

  self->name = g_strdup (name);
  self->folder = g_dir_make_tmp ("gridgov-XXXXXX", NULL);
  if (self->folder)
    {
      self->output = g_build_filename (self->folder, "photo.pixels", NULL);
      self->answer = g_build_filename (self->folder, "answer.json", NULL);
    }

  return self;
}

/* The whole of a small file; a stranger's picture may have got the better of who wrote it. */
static char *
load (const char *path,
      gsize       most,
      gsize      *length)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  char *content;

  if (file == NULL || g_mapped_file_get_length (file) == 0 ||
      g_mapped_file_get_length (file) > most)
    return NULL;

  *length = g_mapped_file_get_length (file);
  content = g_malloc (*length + 1);
  memcpy (content, g_mapped_file_get_contents (file), *length);
  content[*length] = '\0';

  return content;
}

static GgovPhoto *
load_photo (Job *self)
{
  const gsize most = HEAD + GGOV_PHOTO_MAX_SIDE * GGOV_PHOTO_MAX_SIDE * GGOV_PHOTO_PIXEL;
  gsize length = 0;
  g_autofree char *content = load (self->output, most, &length);
  g_autoptr (GBytes) pixels = NULL;
  guint32 sizes[2];

  if (content == NULL || length < HEAD || memcmp (content, MARK, strlen (MARK)) != 0)
    return NULL;

  memcpy (sizes, content + strlen (MARK), sizeof sizes);
  sizes[0] = GUINT32_FROM_LE (sizes[0]);
  sizes[1] = GUINT32_FROM_LE (sizes[1]);
  if (sizes[0] == 0 || sizes[0] > GGOV_PHOTO_MAX_SIDE || sizes[1] == 0 ||
      sizes[1] > GGOV_PHOTO_MAX_SIDE ||
      length != HEAD + (gsize) sizes[0] * sizes[1] * GGOV_PHOTO_PIXEL)
    return NULL;

  pixels = g_bytes_new (content + HEAD, length - HEAD);

  return ggov_photo_new (self->name, (int) sizes[0], (int) sizes[1], pixels);
}

static GgovPhoto *
settle (Job     *self,
        GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length = 0;
  g_autofree char *text = load (self->answer, MAX_ANSWER, &length);
  JsonNode *root = text && json_parser_load_from_data (parser, text, (gssize) length, NULL)
                     ? json_parser_get_root (parser) : NULL;
  JsonObject *answer = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  GgovPhoto *photo = NULL;

  if (answer && json_object_get_boolean_member_with_default (answer, "ok", FALSE))
    {
      photo = load_photo (self);
      answer = NULL;
    }
  if (photo == NULL)
    *error = _ggov_photo_refusal_new (self->name, answer);

  return photo;
}

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *self = g_task_get_task_data (task);
  GError *error = NULL;
  GgovPhoto *photo;

  g_subprocess_wait_finish (G_SUBPROCESS (object), result, NULL);
  g_cancellable_disconnect (g_task_get_cancellable (task), self->cancel_id);
  if (g_task_return_error_if_cancelled (task))
    return;

  photo = settle (self, &error);
  if (photo)
    g_task_return_pointer (task, photo, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_subprocess_force_exit (user_data);
}

static void
start (GTask *task)
{
  Job *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const char *program = g_getenv ("GRIDGOV_READER");
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);

  g_subprocess_launcher_set_stdout_file_path (launcher, self->answer);
  self->child = g_subprocess_launcher_spawn (launcher, NULL,
                                             program ? program : LIBEXECDIR "/gridgov-reader",
                                             "--photo", "--", self->path, self->output, NULL);
  if (self->child == NULL)
    {
      g_task_return_error (task, _ggov_exchange_refusal_new_missing ());
      return;
    }

  if (cancellable)
    self->cancel_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                             g_object_ref (self->child), g_object_unref);
  g_subprocess_wait_async (self->child, NULL, ended_cb, g_object_ref (task));
}

static GTask *
new_task (const char          *name,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ggov_photo_read_async);
  g_task_set_task_data (task, job_new (name), (GDestroyNotify) job_free);

  return task;
}

void
ggov_photo_read_async (const char          *path,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GTask) task = new_task (name, cancellable, callback, user_data);
  Job *self = g_task_get_task_data (task);
  GStatBuf facts;

  self->path = g_canonicalize_filename (path, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || g_stat (path, &facts) != 0)
    g_task_return_error (task, _ggov_exchange_refusal_new_absent (path));
  else if (facts.st_size > GGOV_PHOTO_MAX_BYTES)
    g_task_return_error (task, _ggov_photo_refusal_new_large (name));
  else if (self->folder == NULL)
    g_task_return_error (task, _ggov_photo_refusal_new (name, NULL));
  else if (!g_task_return_error_if_cancelled (task))
    start (task);
}

void
ggov_photo_read_bytes_async (GBytes              *content,
                             const char          *name,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = new_task (name, cancellable, callback, user_data);
  Job *self = g_task_get_task_data (task);
  const gsize size = g_bytes_get_size (content);
  const char *data = g_bytes_get_data (content, NULL);

  if (size > GGOV_PHOTO_MAX_BYTES)
    {
      g_task_return_error (task, _ggov_photo_refusal_new_large (name));
      return;
    }

  if (self->folder)
    self->path = g_build_filename (self->folder, "pasted", NULL);
  if (self->path == NULL ||
      !g_file_set_contents_full (self->path, data ? data : "", (gssize) size,
                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    g_task_return_error (task, _ggov_photo_refusal_new (name, NULL));
  else if (!g_task_return_error_if_cancelled (task))
    start (task);
}

GgovPhoto *
ggov_photo_read_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ggov_photo_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
