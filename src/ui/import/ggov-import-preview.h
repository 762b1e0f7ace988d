/* ggov-import-preview.h: a file's footprints drawn over the known ones, counted from a datum
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-import-datum-look.h"

G_BEGIN_DECLS

#define GGOV_TYPE_IMPORT_PREVIEW (ggov_import_preview_get_type ())

/* Shows some streets' length around the middle of what both have in common. */
G_DECLARE_FINAL_TYPE (GgovImportPreview, ggov_import_preview, GGOV, IMPORT_PREVIEW, AdwBin)

/**
 * ggov_import_preview_set_look:
 * @look: (nullable): must live until another is set; NULL shows nothing
 * @datum: what the file's degrees are taken for
 */
void ggov_import_preview_set_look (GgovImportPreview         *self,
                                   const GgovImportDatumLook *look,
                                   GgovGeoDatum               datum);

G_END_DECLS
