/* ggov-store-error.h: what can go wrong with the office's records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GGOV_STORE_ERROR (ggov_store_error_quark ())

/**
 * GgovStoreError:
 * @GGOV_STORE_ERROR_MISSING: there is no such file; choose another or make one
 * @GGOV_STORE_ERROR_OPEN: the file cannot be opened or made there; choose another place
 * @GGOV_STORE_ERROR_FOREIGN: the file is not an office; choose another
 * @GGOV_STORE_ERROR_NEWER: a newer program made the file; update the program
 * @GGOV_STORE_ERROR_DAMAGED: the file is cut off or overwritten; restore a backup
 * @GGOV_STORE_ERROR_READ_ONLY: the file or its folder cannot be written; change permissions
 * @GGOV_STORE_ERROR_IN_USE: another desk has the file open; close it there
 * @GGOV_STORE_ERROR_BUSY: another program writes at this moment; try again
 * @GGOV_STORE_ERROR_FULL: the disk is full; free some space
 * @GGOV_STORE_ERROR_CONFLICT: a record has moved on since it was read; look again, then repeat
 * @GGOV_STORE_ERROR_NOT_FOUND: the record asked for does not exist
 * @GGOV_STORE_ERROR_REFUSED: a rule of the office says no; the message is a translated sentence
 * @GGOV_STORE_ERROR_CROWDED: more than a limit of the board allows; the message is a translated
 *   sentence; it is done all the same with a reason
 * @GGOV_STORE_ERROR_CONSTRAINT: the record contradicts one already kept
 * @GGOV_STORE_ERROR_LIMIT: somebody else's file asks for more memory or time than it is given
 * @GGOV_STORE_ERROR_SQL: anything else; a defect, not a user's mistake
 */
typedef enum
{
  GGOV_STORE_ERROR_MISSING,
  GGOV_STORE_ERROR_OPEN,
  GGOV_STORE_ERROR_FOREIGN,
  GGOV_STORE_ERROR_NEWER,
  GGOV_STORE_ERROR_DAMAGED,
  GGOV_STORE_ERROR_READ_ONLY,
  GGOV_STORE_ERROR_IN_USE,
  GGOV_STORE_ERROR_BUSY,
  GGOV_STORE_ERROR_FULL,
  GGOV_STORE_ERROR_CONFLICT,
  GGOV_STORE_ERROR_NOT_FOUND,
  GGOV_STORE_ERROR_REFUSED,
  GGOV_STORE_ERROR_CROWDED,
  GGOV_STORE_ERROR_CONSTRAINT,
  GGOV_STORE_ERROR_LIMIT,
  GGOV_STORE_ERROR_SQL,
} GgovStoreError;

GQuark ggov_store_error_quark (void);

/**
 * ggov_store_error_dup_sentence:
 * @error: a GgovStoreError
 * @file_name: (nullable): the office's file as it is shown, for the codes that are about it
 *
 * Says to a user what is wrong and what to do, in a translated sentence without personal data
 * beyond what a rule of the office had to name.
 *
 * Returns: (transfer full): the sentence
 */
char  *ggov_store_error_dup_sentence (const GError *error,
                                      const char   *file_name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
