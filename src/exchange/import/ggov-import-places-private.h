/* ggov-import-places-private.h: which community a building stands in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-known.h"

G_BEGIN_DECLS

typedef struct _GgovImportPlaces GgovImportPlaces;

/* Reads the communities as the change sees them now. */
GgovImportPlaces *ggov_import_places_new   (GgovChange              *change,
                                            GError                 **error)
                                            G_GNUC_WARN_UNUSED_RESULT;
void              ggov_import_places_free  (GgovImportPlaces        *self);
guint             ggov_import_places_get_n (const GgovImportPlaces  *self);

/* The number of the community that holds the middle of a footprint, or 0. */
gint64            ggov_import_places_find  (const GgovImportPlaces  *self,
                                            GBytes                  *footprint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportPlaces, ggov_import_places_free)

G_END_DECLS
