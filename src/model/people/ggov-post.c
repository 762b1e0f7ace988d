/* ggov-post.c: a post of a person's, present or past
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-post.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPostDetails, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPostDetails, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (held, "held"),
  NUMBER (person_id, "person-id"),
  NUMBER (nominated_by_id, "nominated-by-id"),
  NUMBER (leave_id, "leave-id"),
  NUMBER (n_papers, "n-papers"),
  NUMBER (place_id, "place-id"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (building_id, "building-id"),
  TEXT (person, "person"),
  TEXT (phone, "phone"),
  TEXT (place_kind, "place-kind"),
  TEXT (role_code, "role-code"),
  TEXT (role, "role"),
  TEXT (presence, "presence"),
  TEXT (community, "community"),
  TEXT (grid_code, "grid-code"),
  TEXT (grid, "grid"),
  TEXT (present_grid, "present-grid"),
  TEXT (place, "place"),
  TEXT (since, "since"),
  TEXT (until, "until"),
  TEXT (reason, "reason"),
  TEXT (end_reason, "end-reason"),
  TEXT (nominated_by, "nominated-by"),
  TEXT (approved_by, "approved-by"),
  TEXT (exception, "exception"),
  TEXT (holder, "holder"),
  TEXT (leave_from, "leave-from"),
  TEXT (leave_to, "leave-to"),
  TEXT (substitute, "substitute"),
  TEXT (substitute_phone, "substitute-phone"),
};

struct _GgovPost
{
  GObject          parent_instance;

  GgovPostDetails  record;
  char            *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovPost, ggov_post, G_TYPE_OBJECT)

static void
ggov_post_finalize (GObject *object)
{
  GgovPost *self = GGOV_POST (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_post_parent_class)->finalize (object);
}

static void
ggov_post_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_POST (object)->record, fields, prop_id, value);
}

static void
ggov_post_class_init (GgovPostClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_post_finalize;
  object_class->get_property = ggov_post_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_post_init (GgovPost *self)
{
}

GgovPost *
ggov_post_new (const GgovPostDetails *details)
{
  GgovPost *self;

  g_return_val_if_fail (details != NULL, NULL);

  self = g_object_new (GGOV_TYPE_POST, NULL);
  self->record = *details;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovPostDetails *
ggov_post_get_details (GgovPost *self)
{
  g_return_val_if_fail (GGOV_IS_POST (self), NULL);

  return &self->record;
}
