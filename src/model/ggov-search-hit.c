/* ggov-search-hit.c: a record that was found by its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-catalogue-private.h"
#include "ggov-search-hit.h"

struct _GgovSearchHit
{
  GObject  parent_instance;

  char    *kind;
  gint64   id;
  char    *title;
  char    *detail;
  char    *detail_zh;
};

G_DEFINE_FINAL_TYPE (GgovSearchHit, ggov_search_hit, G_TYPE_OBJECT)

static void
ggov_search_hit_finalize (GObject *object)
{
  GgovSearchHit *self = GGOV_SEARCH_HIT (object);

  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->detail_zh, g_free);

  G_OBJECT_CLASS (ggov_search_hit_parent_class)->finalize (object);
}

static void
ggov_search_hit_class_init (GgovSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_search_hit_finalize;
}

static void
ggov_search_hit_init (GgovSearchHit *self)
{
}

GgovSearchHit *
ggov_search_hit_new (const GgovSearchHitFields *fields)
{
  GgovSearchHit *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_SEARCH_HIT, NULL);
  self->kind = g_strdup (fields->kind);
  self->id = fields->id;
  self->title = g_strdup (fields->title);
  self->detail = g_strdup (fields->detail ? fields->detail : "");
  self->detail_zh = g_strdup (fields->detail_zh ? fields->detail_zh : "");

  return self;
}

const char *
ggov_search_hit_get_kind (GgovSearchHit *self)
{
  g_return_val_if_fail (GGOV_IS_SEARCH_HIT (self), NULL);

  return self->kind;
}

gint64
ggov_search_hit_get_id (GgovSearchHit *self)
{
  g_return_val_if_fail (GGOV_IS_SEARCH_HIT (self), 0);

  return self->id;
}

const char *
ggov_search_hit_get_title (GgovSearchHit *self)
{
  g_return_val_if_fail (GGOV_IS_SEARCH_HIT (self), NULL);

  return self->title;
}

const char *
ggov_search_hit_get_detail (GgovSearchHit *self)
{
  g_return_val_if_fail (GGOV_IS_SEARCH_HIT (self), NULL);

  return _ggov_catalogue_prefers_chinese () ? self->detail_zh : self->detail;
}
