/* ggov-late-library.h: shared libraries that are loaded when they are first needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For a table of functions by their own names, made of a list FUNCTIONS (X) that has X (name) for
 * each: its members, and their names in the same order. A library that renames its functions by
 * macros, as ICU does for its version, has both under the name it exports. */
#define GGOV_LATE_MEMBER(name) __typeof__ (name) *name;
#define GGOV_LATE_NAME(name) G_STRINGIFY (name),

/**
 * ggov_late_library_find:
 * @soname: as the loader knows it
 * @names: (array length=n): of the functions
 * @functions: (out caller-allocates) (array length=n): where they are
 *
 * Loads a library that few starts of the program need; linked to it, the loader would look up all
 * of the library's names at each of them. It stays until the program ends. Any thread.
 *
 * Returns: (transfer full) (nullable): NULL, or why there is no such library or function
 */
char *ggov_late_library_find (const char         *soname,
                              const char * const *names,
                              gpointer           *functions,
                              gsize               n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
