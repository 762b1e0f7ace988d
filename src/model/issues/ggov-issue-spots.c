/* ggov-issue-spots.c: where open issues are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-issue-spots.h"

/* Bytes of text taken from the system at a time. */
#define CHUNK 16384

struct _GgovIssueSpots
{
  GArray       *spots; /* (element-type GgovIssueSpot) */
  GStringChunk *texts;
};

GgovIssueSpots *
ggov_issue_spots_new (void)
{
  GgovIssueSpots *self = g_atomic_rc_box_new0 (GgovIssueSpots);

  self->spots = g_array_new (FALSE, FALSE, sizeof (GgovIssueSpot));
  self->texts = g_string_chunk_new (CHUNK);

  return self;
}

GgovIssueSpots *
ggov_issue_spots_ref (GgovIssueSpots *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
spots_clear (GgovIssueSpots *self)
{
  g_clear_pointer (&self->spots, g_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
}

void
ggov_issue_spots_unref (GgovIssueSpots *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) spots_clear);
}

void
ggov_issue_spots_add (GgovIssueSpots      *self,
                      const GgovIssueSpot *spot)
{
  GgovIssueSpot own = *spot;

  own.number = g_string_chunk_insert (self->texts, spot->number ? spot->number : "");
  own.title = g_string_chunk_insert (self->texts, spot->title ? spot->title : "");
  g_array_append_val (self->spots, own);
}

guint
ggov_issue_spots_get_n (GgovIssueSpots *self)
{
  return self->spots->len;
}

const GgovIssueSpot *
ggov_issue_spots_get (GgovIssueSpots *self,
                      guint           i)
{
  g_return_val_if_fail (i < self->spots->len, NULL);

  return &g_array_index (self->spots, GgovIssueSpot, i);
}
