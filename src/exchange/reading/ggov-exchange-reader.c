/* ggov-exchange-reader.c: having a foreign file read by gridgov-reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <string.h>

#include "ggov-exchange-reader.h"
#include "ggov-exchange-reading-private.h"
#include "ggov-exchange-refusal-private.h"

#define CHUNK 4096              /* bytes taken from a pipe at a time */
#define MAX_ANSWER (4 << 20)    /* bytes; 2,000 fields of long names are far from it */
#define MAX_LINE 64             /* bytes; "progress 0.42" is much shorter */

typedef struct
{
  char *path;
  char *crs;    /* (nullable) */
  char *folder; /* (nullable): NULL once it is removed or a reading owns it */
  char *output;
  GSubprocess *child;
  GCancellable *pipes; /* ends the reading of the pipes */
  GString *answer;  /* what came on standard output */
  GString *line;    /* the unfinished line of standard error */
  double fraction;  /* last told */
  GgovExchangeProgressFunc progress; /* (nullable) */
  gpointer progress_data;
  gulong cancel_id;
  guint n_pending;  /* of: answer, lines, end of the child */
} Job;

static void
remove_scratch (Job *self)
{
  if (self->folder != NULL)
    _ggov_exchange_remove_scratch (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

static void
job_free (Job *self)
{
  g_free (self->path);
  g_free (self->crs);
  remove_scratch (self);
  g_free (self->output);
  g_clear_object (&self->child);
  g_clear_object (&self->pipes);
  g_string_free (self->answer, TRUE);
  g_string_free (self->line, TRUE);
  g_free (self);
}

static Job *
job_new (const GgovExchangeRequest *request,
         GgovExchangeProgressFunc   progress,
         gpointer                   progress_data)
{
  Job *self = g_new0 (Job, 1);

  self->path = g_strdup (request->path);
  self->crs = g_strdup (request->crs);
  self->folder = g_dir_make_tmp ("gridgov-XXXXXX", NULL);
  if (self->folder != NULL)
    self->output = g_build_filename (self->folder, "read.rows", NULL);
  self->pipes = g_cancellable_new ();
  self->answer = g_string_new (NULL);
  self->line = g_string_new (NULL);
  self->progress = progress;
  self->progress_data = progress_data;

  return self;
}

static const char *
get_code (JsonObject *answer)
{
  return json_object_get_string_member_with_default (answer, "code", NULL);
}

static GError *
settle (Job                  *self,
        GgovExchangeReading **reading)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root = NULL;
  JsonObject *answer;

  if (json_parser_load_from_data (parser, self->answer->str, (gssize) self->answer->len, NULL))
    root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return _ggov_exchange_refusal_new_broken (self->path);

  answer = json_node_get_object (root);
  if (self->crs != NULL && g_strcmp0 (get_code (answer), "crs-unknown") == 0)
    return _ggov_exchange_refusal_new_crs (self->crs);
  if (!json_object_get_boolean_member_with_default (answer, "ok", FALSE))
    return _ggov_exchange_refusal_new (self->path, answer);

  if (g_subprocess_get_if_exited (self->child) && g_subprocess_get_exit_status (self->child) == 0)
    *reading = _ggov_exchange_reading_new (self->folder, self->output, answer);
  if (*reading == NULL)
    return _ggov_exchange_refusal_new_broken (self->path);

  g_clear_pointer (&self->folder, g_free);
  return NULL;
}

/* Takes a reference of the task; the last of the three pending ones ends it. */
static void
end_one (GTask *task)
{
  g_autoptr (GTask) held G_GNUC_UNUSED = task;
  Job *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GgovExchangeReading) reading = NULL;

  self->n_pending--;
  if (self->n_pending > 0)
    return;

  g_cancellable_disconnect (g_task_get_cancellable (task), self->cancel_id);
  if (!g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    error = settle (self, &reading);
  remove_scratch (self);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&reading), g_object_unref);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Job *self = g_task_get_task_data (task);

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  /* What a killed child has started may hold the pipes open. */
  if (!g_subprocess_get_if_exited (self->child))
    g_cancellable_cancel (self->pipes);
  end_one (task);
}

/* A reader that says too much is not ours any more. */
static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Job *self = g_task_get_task_data (task);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    {
      end_one (task);
      return;
    }

  g_string_append_len (self->answer, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes));
  if (self->answer->len > MAX_ANSWER)
    {
      g_string_truncate (self->answer, 0);
      g_subprocess_force_exit (self->child);
    }
  g_input_stream_read_bytes_async (G_INPUT_STREAM (source), CHUNK, G_PRIORITY_DEFAULT,
                                   self->pipes, answer_cb, task);
}

static void
end_line (Job *self)
{
  const char *number = self->line->str + strlen ("progress ");

  if (g_str_has_prefix (self->line->str, "progress "))
    {
      const double fraction = g_ascii_strtod (number, NULL);

      if (self->progress != NULL && fraction > self->fraction && fraction <= 1.0)
        {
          self->fraction = fraction;
          self->progress (fraction, self->progress_data);
        }
    }
  g_string_truncate (self->line, 0);
}

static void
take_lines (Job        *self,
            const char *bytes,
            gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == '\n')
        end_line (self);
      else if (self->line->len < MAX_LINE)
        g_string_append_c (self->line, bytes[i]);
    }
}

static void
lines_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Job *self = g_task_get_task_data (task);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    {
      end_one (task);
      return;
    }

  /* Nobody who has cancelled wants to hear of progress. */
  if (!g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    take_lines (self, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_input_stream_read_bytes_async (G_INPUT_STREAM (source), CHUNK, G_PRIORITY_DEFAULT,
                                   self->pipes, lines_cb, task);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_subprocess_force_exit (G_SUBPROCESS (user_data));
}

static GSubprocess *
start_child (Job                       *self,
             const GgovExchangeRequest *request)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *program = g_getenv ("GRIDGOV_READER");

  g_ptr_array_add (words, (gpointer) (program != NULL ? program : LIBEXECDIR "/gridgov-reader"));
  g_ptr_array_add (words, (gpointer) "--progress");
  g_ptr_array_add (words, (gpointer) "--rows");
  if (request->expect != GGOV_EXCHANGE_EXPECT_ANYTHING)
    {
      g_ptr_array_add (words, (gpointer) "--expect");
      g_ptr_array_add (words, (gpointer) (request->expect == GGOV_EXCHANGE_EXPECT_TABLE
                                            ? "table" : "vector"));
    }
  if (request->layer != NULL)
    {
      g_ptr_array_add (words, (gpointer) "--layer");
      g_ptr_array_add (words, (gpointer) request->layer);
    }
  if (request->crs != NULL)
    {
      g_ptr_array_add (words, (gpointer) "--crs");
      g_ptr_array_add (words, (gpointer) request->crs);
    }
  g_ptr_array_add (words, (gpointer) "--");
  g_ptr_array_add (words, (gpointer) request->path);
  g_ptr_array_add (words, self->output);
  g_ptr_array_add (words, NULL);

  return g_subprocess_newv ((const char *const *) words->pdata,
                            G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL);
}

static void
watch_child (GTask *task)
{
  Job *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->n_pending = 3;
  g_subprocess_wait_async (self->child, NULL, ended_cb, g_object_ref (task));
  g_input_stream_read_bytes_async (g_subprocess_get_stdout_pipe (self->child), CHUNK,
                                   G_PRIORITY_DEFAULT, self->pipes, answer_cb, g_object_ref (task));
  g_input_stream_read_bytes_async (g_subprocess_get_stderr_pipe (self->child), CHUNK,
                                   G_PRIORITY_DEFAULT, self->pipes, lines_cb, g_object_ref (task));
  if (cancellable != NULL)
    self->cancel_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                             g_object_ref (self->child), g_object_unref);
}

static gboolean
is_epsg (const char *crs)
{
  return g_str_has_prefix (crs, "EPSG:") && crs[5] != '\0'
         && strspn (crs + 5, "0123456789") == strlen (crs + 5);
}

/* What can be told without starting the reader. */
static GError *
check_request (const GgovExchangeRequest *request)
{
  if (!g_file_test (request->path, G_FILE_TEST_IS_REGULAR))
    return _ggov_exchange_refusal_new_absent (request->path);
  if (request->crs != NULL && !is_epsg (request->crs))
    return _ggov_exchange_refusal_new_crs (request->crs);

  return NULL;
}

void
ggov_exchange_read_async (const GgovExchangeRequest *request,
                          GgovExchangeProgressFunc   progress,
                          gpointer                   progress_data,
                          GCancellable              *cancellable,
                          GAsyncReadyCallback        callback,
                          gpointer                   user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error;
  Job *self;

  g_return_if_fail (request != NULL && request->path != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_exchange_read_async);
  self = job_new (request, progress, progress_data);
  g_task_set_task_data (task, self, (GDestroyNotify) job_free);
  if (g_task_return_error_if_cancelled (task))
    return;

  error = check_request (request);
  if (error == NULL && self->folder != NULL)
    self->child = start_child (self, request);
  if (error == NULL && self->child == NULL)
    error = _ggov_exchange_refusal_new_missing ();

  if (error != NULL)
    g_task_return_error (task, error);
  else
    watch_child (task);
}

GgovExchangeReading *
ggov_exchange_read_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ggov_exchange_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
