/* ggov-drafting-private.h: what the files of a drafting share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft-deed.h"
#include "ggov-drafting.h"

G_BEGIN_DECLS

struct _GgovDrafting
{
  GObject        parent_instance;

  GgovSession   *session;   /* (nullable): NULL once it is closed */
  gint64         plan_id;
  GgovDraft     *draft;     /* (nullable): NULL until it is read */
  GgovGeoLayout *layout;    /* (nullable): of the draft */
  GQueue         deeds;     /* (element-type GgovDraftDeed): what is still to be done */
  GgovDraftDeed *doing;     /* (nullable) (unowned): what is being done */
  gboolean       is_busy;
  gboolean       is_writing;
  gboolean       is_taken_back; /* whether what is being worked out is not wanted any more */
  guint          n_changes; /* that were told of while a deed was being written */
  gboolean       is_old;    /* whether it has to be read again */
};

/* Reads the plan anew. */
void _ggov_drafting_load          (GgovDrafting       *self);

/* Does what is to be done next, if nothing is being done. */
void _ggov_drafting_go_on         (GgovDrafting       *self);

/* Somebody has written to these tables. */
void _ggov_drafting_store_changed (GgovDrafting       *self,
                                   const char * const *names);

G_END_DECLS
