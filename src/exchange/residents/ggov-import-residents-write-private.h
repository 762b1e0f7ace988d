/* ggov-import-residents-write-private.h: new residents, written many at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-residents-private.h"

G_BEGIN_DECLS

/**
 * GgovImportWaiting:
 * @resident: (owned)
 * @known: in the census, without a number yet
 * @since: ISO day from which they are there
 *
 * Somebody new who is not written yet.
 */
typedef struct
{
  GgovImportResident *resident;
  GgovKnownResident  *known;
  GgovImportHome     *home;
  const char         *since;
  gboolean            registered;
  gboolean            living;
} GgovImportWaiting;

/* Whether a row's resident is registered and lives behind the door. */
void        ggov_import_read_residence (const GgovImportResident  *resident,
                                        gboolean                  *registered,
                                        gboolean                  *living);

/* (nullable): who they are to the head; the head is 02 whatever the row calls it. */
const char *ggov_import_get_relation   (const GgovImportResident  *resident);

/* How many fields are filled in by @values and by the row's door. */
void        ggov_import_count_filled   (const GgovImportMove      *self,
                                        const GgovImportResident  *resident,
                                        GHashTable                *values,
                                        int                       *required,
                                        int                       *optional);

/* Adds somebody to the special groups the row has; @known: (nullable): those they are in. */
gboolean    ggov_import_write_groups   (GgovImportMove            *self,
                                        gint64                     person_id,
                                        const GgovImportResident  *resident,
                                        const char                *known,
                                        GError                   **error);

G_END_DECLS
