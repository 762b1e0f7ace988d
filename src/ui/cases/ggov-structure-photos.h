/* ggov-structure-photos.h: the photos of a structure, before and after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_STRUCTURE_PHOTOS (ggov_structure_photos_get_type ())

/* Small pictures in two rows; a press shows one in full. Its buttons ask for "structure.add-photos" (x)
 * and "structure.remove-photo" (x). */
G_DECLARE_FINAL_TYPE (GgovStructurePhotos, ggov_structure_photos, GGOV, STRUCTURE_PHOTOS, AdwBin)

GtkWidget *ggov_structure_photos_new (GgovSession *session,
                                      gint64       structure_id);

G_END_DECLS
