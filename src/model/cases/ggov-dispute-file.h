/* ggov-dispute-file.h: a dispute with all that is known of its mediation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-dispute-meeting.h"
#include "ggov-dispute-party.h"
#include "ggov-dispute-piece.h"
#include "ggov-dispute.h"

G_BEGIN_DECLS

/**
 * GgovDisputeFile:
 * @dispute: has an id of 0 while its mediation is not opened
 * @parties: (element-type GgovDisputeParty)
 * @meetings: (element-type GgovDisputeMeeting): in order of time
 * @pieces: (element-type GgovDisputePiece): all that a file can have, in the order of the file
 */
typedef struct
{
  GgovDispute *dispute; /* (nullable): until it is read */
  GPtrArray   *parties;
  GPtrArray   *meetings;
  GPtrArray   *pieces;
} GgovDisputeFile;

GgovDisputeFile *ggov_dispute_file_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void             ggov_dispute_file_free (GgovDisputeFile *self);

/* (transfer full): the names of the parties of a side, or of all where @side is NULL */
char            *ggov_dispute_file_dup_names (const GgovDisputeFile *self,
                                              const char            *side) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovDisputeFile, ggov_dispute_file_free)

G_END_DECLS
