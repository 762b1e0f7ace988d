/* ggov-post-paper.c: a letter or a picture that is kept with a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-post-paper.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPostPaperRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPostPaperRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (post_id, "post-id"),
  NUMBER (size, "size"),
  TEXT (name, "name"),
  TEXT (media_type, "media-type"),
};

struct _GgovPostPaper
{
  GObject              parent_instance;

  GgovPostPaperRecord  record;
  char                *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovPostPaper, ggov_post_paper, G_TYPE_OBJECT)

static void
ggov_post_paper_finalize (GObject *object)
{
  GgovPostPaper *self = GGOV_POST_PAPER (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_post_paper_parent_class)->finalize (object);
}

static void
ggov_post_paper_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_POST_PAPER (object)->record, fields, prop_id, value);
}

static void
ggov_post_paper_class_init (GgovPostPaperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_post_paper_finalize;
  object_class->get_property = ggov_post_paper_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_post_paper_init (GgovPostPaper *self)
{
}

GgovPostPaper *
ggov_post_paper_new (const GgovPostPaperRecord *record)
{
  GgovPostPaper *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_POST_PAPER, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovPostPaperRecord *
ggov_post_paper_get_record (GgovPostPaper *self)
{
  g_return_val_if_fail (GGOV_IS_POST_PAPER (self), NULL);

  return &self->record;
}
