/* ggov-structure-photo.c: a photo of a structure, before or after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-case-row-private.h"
#include "ggov-structure-photo.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovStructurePhotoFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovStructurePhotoFields, member, name)

static const GgovRecordField fields_of_row[] = {
  NUMBER (id, "id"), NUMBER (structure_id, "structure-id"), NUMBER (size, "size"),
  TEXT (moment, "moment"), TEXT (name, "name"), TEXT (media_type, "media-type"),
};

GGOV_DEFINE_CASE_ROW (GgovStructurePhoto, ggov_structure_photo, GGOV_STRUCTURE_PHOTO, fields_of_row)
