/* ggov-filing-photos.h: the photos of the issue that is about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-photo.h"

G_BEGIN_DECLS

/* As many as say what there is to see. */
#define GGOV_FILING_PHOTOS_MOST 9

#define GGOV_TYPE_FILING_PHOTOS (ggov_filing_photos_get_type ())

/* A row of small pictures. Emits "changed" as they come and go. Its actions are "photos.choose",
 * "photos.paste" and "photos.remove". */
G_DECLARE_FINAL_TYPE (GgovFilingPhotos, ggov_filing_photos, GGOV, FILING_PHOTOS, AdwBin)

/* Takes what is dropped on a widget around it. */
void       ggov_filing_photos_take_drops    (GgovFilingPhotos     *self,
                                             GtkWidget            *target);

/* Whether there was a picture to be pasted. */
gboolean   ggov_filing_photos_paste         (GgovFilingPhotos     *self);

void       ggov_filing_photos_add_file      (GgovFilingPhotos     *self,
                                             GFile                *file);
void       ggov_filing_photos_add_bytes     (GgovFilingPhotos     *self,
                                             GBytes               *content);

/* @sentence: (nullable): what is wrong with them; NULL to say nothing. Adding one takes it away. */
void       ggov_filing_photos_say           (GgovFilingPhotos     *self,
                                             const char           *sentence);

guint      ggov_filing_photos_get_n         (GgovFilingPhotos     *self);

/* Whether one is being read, or waited for after a paste or drop. */
gboolean   ggov_filing_photos_is_busy       (GgovFilingPhotos     *self);

/* @boxes: (element-type GgovPhotoBox): what of a photo is painted over; copied */
void       ggov_filing_photos_set_boxes     (GgovFilingPhotos     *self,
                                             guint                 i,
                                             GArray               *boxes);

/* Makes the files that are kept. */
void       ggov_filing_photos_encode_async  (GgovFilingPhotos     *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/* (transfer full) (element-type GBytes): JPEG files in order */
GPtrArray *ggov_filing_photos_encode_finish (GgovFilingPhotos     *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void       ggov_filing_photos_clear         (GgovFilingPhotos     *self);

G_END_DECLS
