/* ggov-reader-self-test.c: showing that the confinement holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <fcntl.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

#include "ggov-reader-self-test.h"

#define ELSEWHERE_TO_READ "/etc/passwd" /* everybody may read it, but not from in here */
#define PAGE 4096

typedef struct
{
  JsonBuilder *builder;
  gboolean ok;
} Attempts;

static void
note (Attempts   *self,
      const char *name,
      gboolean    allowed,
      gboolean    wanted)
{
  json_builder_set_member_name (self->builder, name);
  json_builder_add_string_value (self->builder, allowed ? "allowed" : "denied");
  self->ok = self->ok && allowed == wanted;
}

static gboolean
can_open (const char *path,
          int         flags)
{
  const int fd = open (path, flags | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);

  return fd >= 0;
}

static gboolean
can_fork (void)
{
  const pid_t child = fork ();

  if (child == 0)
    _exit (0);

  return child > 0;
}

static void
try_files (Attempts   *self,
           const char *input,
           const char *scratch,
           gboolean    locked)
{
  g_autofree char *inside = g_build_filename (scratch, "attempt", NULL);
  g_autofree char *outside = g_strconcat (scratch, "/../../gridgov-reader-attempt", NULL);

  note (self, "read_input", can_open (input, O_RDONLY), TRUE);
  note (self, "write_scratch", can_open (inside, O_WRONLY | O_CREAT), TRUE);
  unlink (inside);
  note (self, "read_elsewhere", can_open (ELSEWHERE_TO_READ, O_RDONLY), !locked);
  note (self, "write_elsewhere", can_open (outside, O_WRONLY | O_CREAT), !locked);
  unlink (outside);
}

static void
try_calls (Attempts *self)
{
  static const char *const arguments[] = { "true", NULL };
  void *memory;

  note (self, "socket", socket (AF_INET, SOCK_STREAM, 0) >= 0, FALSE);
  note (self, "local_socket", socket (AF_UNIX, SOCK_STREAM, 0) >= 0, FALSE);
  note (self, "fork", can_fork (), FALSE);
  note (self, "trace", ptrace (PTRACE_TRACEME, 0, NULL, NULL) == 0, FALSE);
  memory = mmap (NULL, PAGE, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                 0);
  note (self, "executable_memory", memory != MAP_FAILED, FALSE);

  /* Would not come back if it were allowed. */
  execv ("/bin/true", (char *const *) arguments);
  note (self, "exec", FALSE, FALSE);
}

gboolean
ggov_reader_self_test (const char                  *input,
                       const char                  *scratch,
                       const GgovReaderConfinement *confinement)
{
  Attempts self = { .builder = json_builder_new (), .ok = TRUE };
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (self.builder);
  json_builder_set_member_name (self.builder, "attempts");
  json_builder_begin_object (self.builder);
  try_files (&self, input, scratch, confinement->landlock > 0);
  try_calls (&self);
  json_builder_end_object (self.builder);
  json_builder_set_member_name (self.builder, "ok");
  json_builder_add_boolean_value (self.builder, self.ok);
  json_builder_set_member_name (self.builder, "confinement");
  json_builder_begin_object (self.builder);
  json_builder_set_member_name (self.builder, "landlock");
  json_builder_add_int_value (self.builder, confinement->landlock);
  json_builder_set_member_name (self.builder, "seccomp");
  json_builder_add_boolean_value (self.builder, confinement->seccomp);
  json_builder_end_object (self.builder);
  json_builder_end_object (self.builder);

  root = json_builder_get_root (self.builder);
  text = json_to_string (root, FALSE);
  puts (text);
  g_object_unref (self.builder);
  return self.ok;
}
