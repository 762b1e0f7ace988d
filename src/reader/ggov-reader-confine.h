/* ggov-reader-confine.h: shutting the program in before it meets a foreign file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a foreign file may use up. */
#define GGOV_READER_MAX_MEMORY ((guint64) 1536 << 20) /* bytes of address space */
#define GGOV_READER_MAX_OUTPUT ((guint64) 2048 << 20) /* bytes, each file written */
#define GGOV_READER_MAX_SECONDS 120                   /* of processor time */

/**
 * GgovReaderConfinement:
 * @landlock: version of landlock's interface in force, 0 where the kernel has none
 * @seccomp: whether system calls are filtered
 */
typedef struct
{
  int landlock;
  gboolean seccomp;
} GgovReaderConfinement;

/**
 * ggov_reader_confine:
 * @readable: (array zero-terminated=1): files and folders that stay readable; those that do
 *   not exist are passed over
 * @writable: the one folder in which files may be made, written and removed
 * @confinement: (out): what is in force afterwards
 * @error: return location for GGOV_READER_ERROR_CONFINEMENT
 *
 * From here on the process cannot open any other file, make a socket, start or trace a
 * process, run another program, map memory to be executed, or use more than the limits above.
 * It cannot be undone. Must be called while the process has one thread. Files and converters
 * that are needed later must be open already.
 *
 * Where the kernel lacks landlock, the file rules alone are missing, and @confinement says so;
 * without the filter of system calls nothing is read at all.
 *
 * Source: Linux, Documentation/userspace-api/landlock.rst; seccomp(2); setrlimit(2).
 *
 * Returns: TRUE, or FALSE with @error set: then nothing foreign may be opened
 */
gboolean ggov_reader_confine (const char *const     *readable,
                              const char            *writable,
                              GgovReaderConfinement *confinement,
                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
