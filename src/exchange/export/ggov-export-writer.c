/* ggov-export-writer.c: having gridgov-reader write a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "ggov-exchange-refusal-private.h"
#include "ggov-export-writer-private.h"

#define MAX_ANSWER (1 << 20) /* bytes; twenty warnings are far from it */
#define PROGRESS "progress "

/* The task's data. */
typedef struct
{
  GSubprocess              *child;    /* (nullable) */
  GDataInputStream         *lines;    /* what it says on both of its outputs */
  char                     *answer;   /* (nullable): its document */
  GgovExchangeProgressFunc  progress; /* (nullable) */
  gpointer                  progress_data;
  gulong                    cancel_id;
  guint                     n_shapes;
  GStrv                     notes;
} Writer;

static void
writer_free (Writer *self)
{
  g_clear_object (&self->child);
  g_clear_object (&self->lines);
  g_free (self->answer);
  g_strfreev (self->notes);
  g_free (self);
}

static GError *
new_broken (void)
{
  return g_error_new_literal (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_READER,
                              _("The program that writes files broke down. Nothing was written. "
                                "Please report it."));
}

static GError *
new_refusal (JsonObject *answer)
{
  const char *code = json_object_get_string_member_with_default (answer, "code", "");

  g_debug ("The writer refused: %s",
           json_object_get_string_member_with_default (answer, "message", ""));
  if (g_str_equal (code, "output"))
    return g_error_new_literal (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_READER,
                                _("There is no room on the disk for the file. Free some space and "
                                  "try again."));
  if (g_str_equal (code, "too-large"))
    return g_error_new_literal (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_READER,
                                _("This is more than one file can take. Export one community at "
                                  "a time."));

  return new_broken ();
}

static void
take_notes (Writer    *self,
            JsonArray *problems)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  for (guint i = 0; problems && i < json_array_get_length (problems); i++)
    {
      JsonNode *node = json_array_get_element (problems, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_strv_builder_add (notes, json_object_get_string_member_with_default (
                                     json_node_get_object (node), "message", ""));
    }
  self->notes = g_strv_builder_end (notes);
}

static GError *
settle (Writer *self)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root = NULL;
  JsonNode *problems;
  JsonObject *answer;

  if (self->answer && json_parser_load_from_data (parser, self->answer, -1, NULL))
    root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return new_broken ();

  answer = json_node_get_object (root);
  if (!json_object_get_boolean_member_with_default (answer, "ok", FALSE))
    return new_refusal (answer);
  if (!g_subprocess_get_if_exited (self->child) ||
      g_subprocess_get_exit_status (self->child) != 0)
    return new_broken ();

  problems = json_object_get_member (answer, "problems");
  self->n_shapes = (guint) json_object_get_int_member_with_default (answer, "shapes", 0);
  take_notes (self, problems && JSON_NODE_HOLDS_ARRAY (problems) ? json_node_get_array (problems)
                                                                 : NULL);
  return NULL;
}

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Writer *self = g_task_get_task_data (task);
  GError *error = NULL;

  g_subprocess_wait_finish (G_SUBPROCESS (object), result, NULL);
  g_cancellable_disconnect (g_task_get_cancellable (task), self->cancel_id);
  if (g_task_return_error_if_cancelled (task))
    return;

  if ((error = settle (self)))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
take_line (Writer *self,
           char   *line)
{
  if (g_str_has_prefix (line, PROGRESS) && self->progress)
    self->progress (CLAMP (g_ascii_strtod (line + strlen (PROGRESS), NULL), 0, 1),
                    self->progress_data);
  else if (line[0] == '{' && strlen (line) < MAX_ANSWER)
    {
      g_free (self->answer);
      self->answer = g_strdup (line);
    }
}

static void
line_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Writer *self = g_task_get_task_data (task);
  g_autofree char *line =
    g_data_input_stream_read_line_finish_utf8 (self->lines, result, NULL, NULL);

  if (line == NULL)
    {
      g_subprocess_wait_async (self->child, NULL, ended_cb, task);
      return;
    }

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    take_line (self, line);
  g_data_input_stream_read_line_async (self->lines, G_PRIORITY_DEFAULT, NULL, line_cb, task);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_subprocess_force_exit (user_data);
}

void
_ggov_export_write_async (const char               *job,
                          const char               *output,
                          GgovExchangeProgressFunc  progress,
                          gpointer                  progress_data,
                          GCancellable             *cancellable,
                          GAsyncReadyCallback       callback,
                          gpointer                  user_data)
{
  const char *program = g_getenv ("GRIDGOV_READER");
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Writer *self = g_new0 (Writer, 1);

  g_task_set_source_tag (task, _ggov_export_write_async);
  g_task_set_task_data (task, self, (GDestroyNotify) writer_free);
  self->progress = progress;
  self->progress_data = progress_data;
  if (g_task_return_error_if_cancelled (task))
    return;

  self->child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
                                  NULL, program ? program : LIBEXECDIR "/gridgov-reader",
                                  "--write", "--progress", "--", job, output, NULL);
  if (self->child == NULL)
    {
      g_task_return_error (task, _ggov_exchange_refusal_new_missing ());
      return;
    }

  self->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->child));
  if (cancellable)
    self->cancel_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                             g_object_ref (self->child), g_object_unref);
  g_data_input_stream_read_line_async (self->lines, G_PRIORITY_DEFAULT, NULL, line_cb,
                                       g_steal_pointer (&task));
}

gboolean
_ggov_export_write_finish (GAsyncResult  *result,
                           guint         *n_shapes,
                           GStrv         *notes,
                           GError       **error)
{
  Writer *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  self = g_task_get_task_data (G_TASK (result));
  *n_shapes = self->n_shapes;
  *notes = g_steal_pointer (&self->notes);

  return TRUE;
}
