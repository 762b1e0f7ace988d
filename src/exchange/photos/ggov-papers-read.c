/* ggov-papers-read.c: files that somebody chose to be kept with a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <string.h>

#include "ggov-papers-read.h"
#include "ggov-photo-encode.h"
#include "ggov-photo-read.h"

#define HEAD  16        /* bytes that tell what a file is */
#define CHUNK (1 << 20) /* bytes read at a time */

#define SUFFIX ".jpg"

/* What pictures begin with. Those that the reader does not take are told apart there. */
static const struct
{
  gsize       at;
  const char *magic;
} pictures[] = {
  { 0, "\xff\xd8\xff" },        /* JPEG */
  { 0, "\x89PNG\r\n\x1a\n" },
  { 0, "GIF8" },
  { 4, "ftyp" },                /* HEIC */
  { 8, "WEBP" },
};

/* The task's data. */
typedef struct
{
  GListModel *files;  /* (element-type GFile) */
  GArray     *papers; /* (element-type GgovPaper): what was read so far */
} Job;

static void
paper_clear (gpointer data)
{
  GgovPaper *paper = data;

  g_free ((char *) paper->name);
  g_clear_pointer (&paper->content, g_bytes_unref);
}

static void
job_free (Job *self)
{
  g_object_unref (self->files);
  g_clear_pointer (&self->papers, g_array_unref);
  g_free (self);
}

static gboolean
is_picture (GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      const gsize length = strlen (pictures[i].magic);

      if (size >= pictures[i].at + length &&
          memcmp (data + pictures[i].at, pictures[i].magic, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* One byte over what is allowed, so that whoever judges it says that it is too much. */
static GBytes *
read_content (GFile         *file,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr(GByteArray) all = g_byte_array_new ();
  gsize most = HEAD;

  while (stream)
    {
      g_autoptr(GBytes) part = g_input_stream_read_bytes (G_INPUT_STREAM (stream),
                                                          MIN (most - all->len, CHUNK),
                                                          cancellable, error);
      gsize size = part ? g_bytes_get_size (part) : 0;

      if (part == NULL)
        return NULL;

      g_byte_array_append (all, g_bytes_get_data (part, NULL), (guint) size);
      if (size == 0 || (all->len == most && most > HEAD))
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
      if (all->len == HEAD)
        {
          g_autoptr(GBytes) head = g_bytes_new_static (all->data, all->len);

          most = (is_picture (head) ? GGOV_PHOTO_MAX_BYTES : GGOV_PAPER_MOST) + 1;
        }
    }

  return NULL;
}

static void
content_job (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *content = read_content (data, cancellable, &error);

  if (content)
    g_task_return_pointer (task, content, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void read_next (GTask *task);

/* @content: (transfer full) */
static void
add_paper (GTask  *task,
           char   *name,
           GBytes *content)
{
  Job *job = g_task_get_task_data (task);
  const GgovPaper paper = { name, content };

  g_array_append_val (job->papers, paper);
  read_next (task);
}

static void
encoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  const char *name = ggov_photo_get_name (GGOV_PHOTO (object));
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, dot && dot > name ? (gsize) (dot - name) : strlen (name));
  GError *error = NULL;
  GBytes *content = ggov_photo_encode_finish (GGOV_PHOTO (object), result, &error);

  if (content)
    add_paper (task, g_strconcat (stem, SUFFIX, NULL), content);
  else
    g_task_return_error (task, error);
}

static void
unfolded_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GgovPhoto) photo = ggov_photo_read_finish (result, &error);

  if (photo)
    ggov_photo_encode_async (photo, NULL, 0, g_task_get_cancellable (task), encoded_cb,
                             g_object_ref (task));
  else
    g_task_return_error (task, error);
}

static void
content_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  GError *error = NULL;
  g_autoptr(GBytes) content = g_task_propagate_pointer (G_TASK (result), &error);

  if (content == NULL)
    g_task_return_error (task, error);
  else if (is_picture (content))
    ggov_photo_read_bytes_async (content, name, g_task_get_cancellable (task), unfolded_cb,
                                 g_object_ref (task));
  else
    add_paper (task, g_steal_pointer (&name), g_steal_pointer (&content));
}

static void
read_next (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GFile *file = g_list_model_get_item (job->files, job->papers->len);
  g_autoptr(GTask) content = NULL;

  if (file == NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&job->papers), (GDestroyNotify) g_array_unref);
      return;
    }

  content = g_task_new (NULL, g_task_get_cancellable (task), content_cb, g_object_ref (task));
  g_task_set_task_data (content, file, g_object_unref);
  g_task_run_in_thread (content, content_job);
}

void
ggov_papers_read_async (GListModel          *files,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_LIST_MODEL (files));

  job = g_new0 (Job, 1);
  job->files = g_object_ref (files);
  job->papers = g_array_new (FALSE, FALSE, sizeof (GgovPaper));
  g_array_set_clear_func (job->papers, paper_clear);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_papers_read_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  read_next (task);
}

GArray *
ggov_papers_read_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ggov_papers_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
