/* ggov-reader-self-test.h: showing that the confinement holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-reader-confine.h"

G_BEGIN_DECLS

/**
 * ggov_reader_self_test:
 * @input: a file that must be readable
 * @scratch: a folder that must be writable
 * @confinement: what is in force
 *
 * Tries, from inside, what a harmful file would want done, and prints one JSON document: ok,
 * confinement, and attempts with "allowed" or "denied" for read_input, write_scratch (these two
 * must be allowed), read_elsewhere, write_elsewhere (denied where there is landlock), socket,
 * local_socket, fork, exec, trace, executable_memory (denied always).
 *
 * Returns: whether all is as it must be
 */
gboolean ggov_reader_self_test (const char                  *input,
                                const char                  *scratch,
                                const GgovReaderConfinement *confinement);

G_END_DECLS
