/* ggov-reader-last-words.c: an answer even when a file brings the program down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "ggov-reader-last-words.h"

#define STACK_SIZE (64 * 1024) /* bytes; a handler needs its own when the other stack is full */

#define MEMORY_WORDS                                                                              \
  "{\"ok\":false,\"code\":\"too-large\",\"message\":\"Reading this file takes more memory than "  \
  "is allowed; split it into smaller files.\"}\n"
#define TIME_WORDS                                                                                \
  "{\"ok\":false,\"code\":\"too-large\",\"message\":\"Reading this file takes more time than "    \
  "is allowed; split it into smaller files.\"}\n"
#define DISK_WORDS                                                                                \
  "{\"ok\":false,\"code\":\"too-large\",\"message\":\"This file unfolds to more data than is "    \
  "allowed; split it into smaller files.\"}\n"
#define CRASH_WORDS                                                                               \
  "{\"ok\":false,\"code\":\"unreadable\",\"message\":\"This file is damaged in a way that "       \
  "stops the reader; export it again from the program that made it.\"}\n"

static char *output_path; /* read by the signal handler */

/* Only calls that are safe in a signal handler. GDAL and GLib end in abort or trap when memory
 * runs out. */
G_NORETURN static void
die_cb (int number)
{
  const char *words = CRASH_WORDS;
  gssize written;

  if (number == SIGABRT || number == SIGTRAP)
    words = MEMORY_WORDS;
  else if (number == SIGXCPU)
    words = TIME_WORDS;
  else if (number == SIGXFSZ)
    words = DISK_WORDS;

  unlink (output_path);
  written = write (STDOUT_FILENO, words, strlen (words));
  _exit (written > 0 ? 1 : 2);
}

void
ggov_reader_last_words_prepare (const char *output)
{
  static const int numbers[] = { SIGABRT, SIGTRAP, SIGXCPU, SIGXFSZ, SIGSEGV,
                                 SIGBUS, SIGFPE, SIGILL };
  static char stack[STACK_SIZE];
  struct sigaction action = { .sa_handler = die_cb, .sa_flags = SA_ONSTACK | SA_RESETHAND };
  stack_t alternative = { .ss_sp = stack, .ss_size = sizeof stack };

  g_return_if_fail (output_path == NULL);

  output_path = g_strdup (output);
  sigaltstack (&alternative, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    sigaction (numbers[i], &action, NULL);
}
