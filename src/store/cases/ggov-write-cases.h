/* ggov-write-cases.h: writing disputes, structures, joint actions and what companies supply
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change. What they take is what a row object says, of which members that
 * are marked as read only are not looked at; an id of 0 is a new one, and a row_version of 0 or less
 * whatever is there now. They return the record's number, or 0 with @error set: REFUSED with a
 * translated sentence where a rule forbids it.
 */

#pragma once

#include "ggov-change.h"
#include "ggov-dispute-meeting.h"
#include "ggov-dispute-party.h"
#include "ggov-dispute-piece.h"
#include "ggov-dispute.h"
#include "ggov-joint-action-line.h"
#include "ggov-joint-action.h"
#include "ggov-structure.h"
#include "ggov-utility.h"

G_BEGIN_DECLS

/**
 * ggov_change_save_dispute:
 *
 * Opens the mediation of an issue whose case type is a dispute, changes it, or ends it: an issue has
 * one. It can end as agreed once both sides have met and what they agreed is said.
 */
gint64   ggov_change_save_dispute         (GgovChange                    *change,
                                           const GgovDisputeFields       *fields,
                                           GError                       **error);

/* Nobody is a party twice. Opens the mediation where that is not done yet, as the next ones do. */
gint64   ggov_change_save_dispute_party   (GgovChange                    *change,
                                           const GgovDisputePartyFields  *fields,
                                           GError                       **error);

/* Takes a party away, and from the meetings too. */
gboolean ggov_change_remove_dispute_party (GgovChange                    *change,
                                           gint64                         party_id,
                                           GError                       **error);

/* Not before the issue was filed; what was said can be told once it was held. */
gint64   ggov_change_save_dispute_meeting (GgovChange                      *change,
                                           const GgovDisputeMeetingFields  *fields,
                                           GError                         **error);

gboolean ggov_change_remove_dispute_meeting (GgovChange                  *change,
                                             gint64                       meeting_id,
                                             GError                     **error);

/* Says since when a piece is in the file; without a day it is missing again. */
gboolean ggov_change_mark_dispute_piece   (GgovChange                    *change,
                                           gint64                         issue_id,
                                           const GgovDisputePieceFields  *fields,
                                           GError                       **error);

/**
 * ggov_change_save_structure:
 *
 * Its area is what is typed, else what its outline measures. What is pulled down counts for the issue.
 */
gint64   ggov_change_save_structure       (GgovChange                    *change,
                                           const GgovStructureFields     *fields,
                                           GError                       **error);
gboolean ggov_change_remove_structure     (GgovChange                    *change,
                                           gint64                         structure_id,
                                           GError                       **error);

/* @moment: "before" or "after"; @name: of the file; @content: a picture */
gint64   ggov_change_add_structure_photo  (GgovChange                    *change,
                                           gint64                         structure_id,
                                           const char                    *moment,
                                           const char                    *name,
                                           GBytes                        *content,
                                           GError                       **error);
gboolean ggov_change_remove_structure_photo (GgovChange                  *change,
                                             gint64                       photo_id,
                                             GError                     **error);

/* An action that has ended is not changed any more, but for its end. */
gint64   ggov_change_save_joint_action    (GgovChange                    *change,
                                           const GgovJointActionFields   *fields,
                                           GError                       **error);

/* No party and no issue is there twice, and no issue joins that was closed before the action began. */
gint64   ggov_change_save_joint_action_line (GgovChange                       *change,
                                             const GgovJointActionLineFields  *fields,
                                             GError                          **error);
gboolean ggov_change_remove_joint_action_line (GgovChange                     *change,
                                               const char                     *kind,
                                               gint64                          id,
                                               GError                        **error);

/* Says that an organisation supplies a service, or that it does not. */
gboolean ggov_change_set_supply           (GgovChange                    *change,
                                           gint64                         organisation_id,
                                           GgovUtility                    service,
                                           gboolean                       supplies,
                                           GError                       **error);

/* Of which company a utility problem is; 0 for whoever supplies it there. */
gboolean ggov_change_assign_company       (GgovChange                    *change,
                                           gint64                         issue_id,
                                           gint64                         organisation_id,
                                           GError                       **error);

G_END_DECLS
