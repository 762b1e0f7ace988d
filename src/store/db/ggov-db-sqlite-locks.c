/* ggov-db-sqlite-locks.c: locks that hold whoever else opens the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#define _GNU_SOURCE /* F_OFD_SETLK */

#include "config.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>

#include "ggov-db-sqlite-locks-private.h"

#ifdef F_OFD_SETLK

static int
lock_open_file (int           fd,
                int           command,
                struct flock *lock)
{
  int commands[] = {
    [F_GETLK] = F_OFD_GETLK, [F_SETLK] = F_OFD_SETLK, [F_SETLKW] = F_OFD_SETLKW,
  };

  /* Such a lock has no process; the system insists on that. */
  lock->l_pid = 0;

  return fcntl (fd, commands[command], lock);
}

/* Stands in for fcntl (). SQLite gives it locks, numbers, or nothing. */
static int
control_file (int fd,
              int command,
              ...)
{
  va_list arguments;
  int result;

  va_start (arguments, command);
  switch (command)
    {
    case F_GETLK:
    case F_SETLK:
    case F_SETLKW:
      result = lock_open_file (fd, command, va_arg (arguments, struct flock *));
      break;

    case F_GETFD:
    case F_GETFL:
      result = fcntl (fd, command);
      break;

    default:
      result = fcntl (fd, command, va_arg (arguments, int));
      break;
    }
  va_end (arguments);

  return result;
}

#endif

void
_ggov_db_sqlite_keep_locks (void)
{
#ifdef F_OFD_SETLK
  static gsize done;

  if (g_once_init_enter (&done))
    {
      sqlite3_vfs *files = sqlite3_vfs_find ("unix");

      if (files && files->xSetSystemCall &&
          files->xSetSystemCall (files, "fcntl", (sqlite3_syscall_ptr) control_file) != SQLITE_OK)
        g_warning ("the locks of files belong to the process");
      g_once_init_leave (&done, 1);
    }
#endif
}
