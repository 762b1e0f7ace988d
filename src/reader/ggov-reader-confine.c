/* ggov-reader-confine.c: shutting the program in before it meets a foreign file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ggov-reader-confine.h"
#include "ggov-reader-error.h"

/* Rights that are younger than the headers of Debian 12. */
#define ACCESS_FS_REFER (1ULL << 13)
#define ACCESS_FS_TRUNCATE (1ULL << 14)

#define ACCESS_FS_FIRST (ACCESS_FS_REFER - 1) /* all rights of the first version */
#define ACCESS_FS_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define ACCESS_FS_SCRATCH                                                                         \
  (ACCESS_FS_READ | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG                   \
   | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | ACCESS_FS_TRUNCATE)
#define ACCESS_FS_FILE                                                                            \
  (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE      \
   | ACCESS_FS_TRUNCATE)

/* gcc tells by a macro, clang by a question. */
#ifdef __has_feature
#if __has_feature (address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

/* The whole of what reading, converting and writing files takes. */
static const char *const allowed_calls[] = {
  "read", "readv", "pread64", "write", "writev", "pwrite64", "open", "openat", "close",
  "close_range", "stat", "fstat", "lstat", "stat64", "fstat64", "lstat64", "newfstatat",
  "fstatat64", "statx", "statfs", "fstatfs", "lseek", "_llseek", "access", "faccessat",
  "faccessat2", "readlink", "readlinkat", "getcwd", "getdents64", "ftruncate",
  "fallocate", "fadvise64", "fsync", "fdatasync", "fcntl", "fcntl64", "unlink",
  "unlinkat", "rmdir", "fchmod", "fchown", "umask", "munmap", "mremap", "madvise", "brk",
  "futex", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "getpid", "gettid",
  "getuid", "geteuid", "getgid", "getegid", "getrandom", "clock_gettime", "clock_getres",
  "clock_nanosleep", "nanosleep", "gettimeofday", "time", "getrusage", "getrlimit",
  "sched_yield", "sched_getaffinity", "sysinfo", "uname", "set_robust_list", "rseq", "exit",
  "exit_group", "restart_syscall",
};

/* These answer "not permitted". All others answer "not there", which lets the C library fall
 * back on an older call. */
static const char *const refused_calls[] = {
  "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg",
  "ptrace", "process_vm_readv", "process_vm_writev", "fork", "vfork", "execve", "execveat",
  "kill", "tkill",
};

#ifdef __SANITIZE_ADDRESS__
const char *__asan_default_options (void);

/* The search for leaks traces the process from a clone of it: neither is possible in here. */
const char *
__asan_default_options (void)
{
  return "detect_leaks=0";
}
#endif

static gboolean
fail (GError    **error,
      const char *what,
      int         number)
{
  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_CONFINEMENT,
               "The reader cannot confine itself on this system (%s: %s), so it reads nothing; "
               "use a kernel with seccomp.",
               what, g_strerror (number));
  return FALSE;
}

static gboolean
set_limit (int       what,
           guint64   soft,
           guint64   hard,
           GError  **error)
{
  struct rlimit old;
  struct rlimit limit = { .rlim_cur = soft, .rlim_max = hard };

  if (getrlimit (what, &old) != 0)
    return fail (error, "getrlimit", errno);

  limit.rlim_max = MIN (limit.rlim_max, old.rlim_max);
  limit.rlim_cur = MIN (limit.rlim_cur, limit.rlim_max);
  if (setrlimit (what, &limit) != 0)
    return fail (error, "setrlimit", errno);

  return TRUE;
}

static gboolean
set_limits (GError **error)
{
/* The address sanitizer reserves terabytes of address space. */
#ifndef __SANITIZE_ADDRESS__
  if (!set_limit (RLIMIT_AS, GGOV_READER_MAX_MEMORY, GGOV_READER_MAX_MEMORY, error))
    return FALSE;
#endif

  return set_limit (RLIMIT_CPU, GGOV_READER_MAX_SECONDS, GGOV_READER_MAX_SECONDS + 5, error)
         && set_limit (RLIMIT_FSIZE, GGOV_READER_MAX_OUTPUT, GGOV_READER_MAX_OUTPUT, error)
         && set_limit (RLIMIT_CORE, 0, 0, error);
}

static gboolean
add_rule (int          ruleset,
          const char  *path,
          guint64      rights,
          GError     **error)
{
  struct landlock_path_beneath_attr rule = { .allowed_access = rights };
  struct stat facts;
  long result;

  rule.parent_fd = open (path, O_PATH | O_CLOEXEC);
  if (rule.parent_fd < 0)
    return errno == ENOENT || errno == ENOTDIR ? TRUE : fail (error, path, errno);

  if (fstat (rule.parent_fd, &facts) == 0 && !S_ISDIR (facts.st_mode))
    rule.allowed_access &= ACCESS_FS_FILE;
  result = syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close (rule.parent_fd);

  return result == 0 ? TRUE : fail (error, "landlock_add_rule", errno);
}

static gboolean
add_rules (int                ruleset,
           guint64            handled,
           const char *const *readable,
           const char        *writable,
           GError           **error)
{
  for (gsize i = 0; readable[i] != NULL; i++)
    if (!add_rule (ruleset, readable[i], ACCESS_FS_READ & handled, error))
      return FALSE;

  return add_rule (ruleset, writable, ACCESS_FS_SCRATCH & handled, error);
}

/* Returns the version in force, 0 where there is none, -1 on failure. */
static int
lock_files (const char *const *readable,
            const char        *writable,
            GError           **error)
{
  struct landlock_ruleset_attr attr = { .handled_access_fs = ACCESS_FS_FIRST };
  int version, ruleset;
  gboolean ok;

  version = (int) syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1)
    return 0;

  if (version >= 2)
    attr.handled_access_fs |= ACCESS_FS_REFER;
  if (version >= 3)
    attr.handled_access_fs |= ACCESS_FS_TRUNCATE;

  ruleset = (int) syscall (SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
  if (ruleset < 0)
    return fail (error, "landlock_create_ruleset", errno) ? 0 : -1;

  ok = add_rules (ruleset, attr.handled_access_fs, readable, writable, error);
  if (ok && syscall (SYS_landlock_restrict_self, ruleset, 0) != 0)
    ok = fail (error, "landlock_restrict_self", errno);
  close (ruleset);

  return ok ? version : -1;
}

/* A call that this architecture does not have needs no rule. */
static int
add_calls (scmp_filter_ctx    filter,
           guint32            action,
           const char *const *names,
           gsize              n_names)
{
  for (gsize i = 0; i < n_names; i++)
    {
      int number = seccomp_syscall_resolve_name (names[i]);
      int result;

      if (number < 0)
        continue;
      result = seccomp_rule_add (filter, action, number, 0);
      if (result < 0)
        return result;
    }

  return 0;
}

/* Calls that are allowed only with harmless arguments. */
static int
add_narrow_calls (scmp_filter_ctx filter)
{
  const guint32 no = SCMP_ACT_ERRNO (EPERM);
  const guint32 yes = SCMP_ACT_ALLOW;
  int result;

  result = seccomp_rule_add (filter, yes, SCMP_SYS (mmap), 1,
                             SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  if (result == 0)
    result = seccomp_rule_add (filter, yes, SCMP_SYS (mprotect), 1,
                               SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  if (result == 0)
    result = seccomp_rule_add (filter, yes, SCMP_SYS (clone), 1,
                               SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
  if (result == 0)
    result = seccomp_rule_add (filter, no, SCMP_SYS (clone), 1,
                               SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
  if (result == 0)
    result = seccomp_rule_add (filter, yes, SCMP_SYS (tgkill), 1,
                               SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ()));
  if (result == 0)
    result = seccomp_rule_add (filter, yes, SCMP_SYS (prlimit64), 1, SCMP_A2 (SCMP_CMP_EQ, 0));

  return result;
}

static gboolean
filter_calls (GError **error)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (ENOSYS));
  int result;

  if (filter == NULL)
    return fail (error, "seccomp_init", ENOMEM);

  result = add_calls (filter, SCMP_ACT_ALLOW, allowed_calls, G_N_ELEMENTS (allowed_calls));
  if (result == 0)
    result = add_calls (filter, SCMP_ACT_ERRNO (EPERM), refused_calls,
                        G_N_ELEMENTS (refused_calls));
  if (result == 0)
    result = add_narrow_calls (filter);
  if (result == 0)
    result = seccomp_load (filter);
  seccomp_release (filter);

  return result == 0 ? TRUE : fail (error, "seccomp", -result);
}

gboolean
ggov_reader_confine (const char *const     *readable,
                     const char            *writable,
                     GgovReaderConfinement *confinement,
                     GError               **error)
{
  int landlock;

  g_return_val_if_fail (readable != NULL, FALSE);
  g_return_val_if_fail (writable != NULL, FALSE);
  g_return_val_if_fail (confinement != NULL, FALSE);

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return fail (error, "prctl", errno);
  if (!set_limits (error))
    return FALSE;

  landlock = lock_files (readable, writable, error);
  if (landlock < 0 || !filter_calls (error))
    return FALSE;

  confinement->landlock = landlock;
  confinement->seccomp = TRUE;
  return TRUE;
}
