/* ggov-import-datum-look.h: a file's footprints over the known ones, by each datum
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-reading.h"
#include "ggov-geo-datum-fit.h"
#include "ggov-places.h"
#include "ggov-store.h"

G_BEGIN_DECLS

#define GGOV_IMPORT_N_DATUMS (GGOV_GEO_DATUM_BD09 + 1)

/**
 * GgovImportDatumLook:
 * @places: (owned): with the known buildings
 * @shifted: (owned): the file's footprints brought to WGS 84 from each datum; those that cannot be
 *   read are left out. Where nothing is known to compare with, all are as the file has them
 * @fits: of each datum
 *
 * Never changes once it is handed out.
 */
typedef struct
{
  GgovPlaces        *places;
  GgovGeoFootprints *shifted[GGOV_IMPORT_N_DATUMS];
  GgovGeoDatumFit    fits[GGOV_IMPORT_N_DATUMS];
} GgovImportDatumLook;

/**
 * ggov_import_look_at_datums_async:
 * @layer: from 0, of @reading
 * @day: ISO day
 *
 * Lays the footprints of a file over the known ones.
 */
void                 ggov_import_look_at_datums_async  (GgovStore            *store,
                                                        GgovExchangeReading  *reading,
                                                        guint                 layer,
                                                        const char           *day,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
GgovImportDatumLook *ggov_import_look_at_datums_finish (GgovStore            *store,
                                                        GAsyncResult         *result,
                                                        GError              **error)
                                                        G_GNUC_WARN_UNUSED_RESULT;
void                 ggov_import_datum_look_free       (GgovImportDatumLook  *self);

/* Whether there is anything known to compare with. */
gboolean             ggov_import_datum_look_can_tell   (const GgovImportDatumLook *self);

/* What a datum is called, in the user's language. */
const char          *ggov_import_get_datum_label       (GgovGeoDatum          datum);

/**
 * ggov_import_datum_look_dup_figures:
 *
 * Returns: (transfer full): how a datum fits, in one sentence
 */
char                *ggov_import_datum_look_dup_figures (const GgovImportDatumLook *self,
                                                         GgovGeoDatum               datum)
                                                         G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_import_datum_look_dup_warning:
 *
 * Returns: (transfer full) (nullable): that another datum fits better than @chosen; NULL where none
 *   does
 */
char                *ggov_import_datum_look_dup_warning (const GgovImportDatumLook *self,
                                                         GgovGeoDatum               chosen)
                                                         G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportDatumLook, ggov_import_datum_look_free)

G_END_DECLS
