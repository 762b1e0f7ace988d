/* ggov-post-paper.h: a letter or a picture that is kept with a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_POST_PAPER (ggov_post_paper_get_type ())

G_DECLARE_FINAL_TYPE (GgovPostPaper, ggov_post_paper, GGOV, POST_PAPER, GObject)

/**
 * GgovPostPaperRecord:
 * @size: of its content, bytes
 * @name: of the file it came as
 * @media_type: application/pdf, image/jpeg or image/png
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      post_id;
  gint64      size;
  const char *name;
  const char *media_type;
} GgovPostPaperRecord;

/* Copies the texts. */
GgovPostPaper *ggov_post_paper_new (const GgovPostPaperRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovPostPaperRecord *ggov_post_paper_get_record (GgovPostPaper *self);

G_END_DECLS
