/* ggov-structure-photo.h: a photo of a structure, before or after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovStructurePhotoFields:
 * @moment: "before" or "after"
 * @size: bytes
 *
 * Each member is also a readable property, with dashes. A text that is NULL is taken for "".
 */
typedef struct
{
  gint64      id;
  gint64      structure_id;
  gint64      size;
  const char *moment;
  const char *name;
  const char *media_type;
} GgovStructurePhotoFields;

#define GGOV_TYPE_STRUCTURE_PHOTO (ggov_structure_photo_get_type ())

G_DECLARE_FINAL_TYPE (GgovStructurePhoto, ggov_structure_photo, GGOV, STRUCTURE_PHOTO, GObject)

GgovStructurePhoto *ggov_structure_photo_new (const GgovStructurePhotoFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const GgovStructurePhotoFields *ggov_structure_photo_get_fields (GgovStructurePhoto *self);

G_END_DECLS
