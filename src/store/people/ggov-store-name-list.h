/* ggov-store-name-list.h: whom the lines of a list of names mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovNamedPerson:
 * @line: of the list, from 0
 * @person_id: who is meant, or 0
 * @n_found: how many people could be; 0 for nobody
 */
typedef struct
{
  guint  line;
  gint64 person_id;
  guint  n_found;
} GgovNamedPerson;

/**
 * ggov_store_read_name_list_async:
 * @lines: each a name, a phone, or both, and what else a row of a sheet has, apart by blanks, tabs or
 *   commas. A line without a word is passed over
 *
 * Finds out who is meant: who has both, the name and the phone; where the phone is nobody's, or there is
 * none, the only one of that name; where there is no name, the only one with that phone.
 */
void    ggov_store_read_name_list_async  (GgovStore            *self,
                                          const char *const    *lines,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);

/* Returns: (transfer full) (element-type GgovNamedPerson): one for each line with a word, in order */
GArray *ggov_store_read_name_list_finish (GgovStore            *self,
                                          GAsyncResult         *result,
                                          GError              **error)
                                          G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
