/* ggov-store-special-groups.h: people who need looking after, and who looks after them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-membership.h"
#include "ggov-special-group.h"

G_BEGIN_DECLS

/* Finds the special groups in their order, with how many people are in them on a day and of how many a
 * visit is late. @grid_id: of this grid only; 0 for all */
void        ggov_store_list_special_groups_async  (GgovStore            *self,
                                                   gint64                grid_id,
                                                   const char           *as_of,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

/* Returns: (transfer full) (element-type GgovSpecialGroup) */
GListModel *ggov_store_list_special_groups_finish (GgovStore            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovMembershipTerms:
 * @person_id: who
 * @group: code of the group
 * @from: ISO day
 * @until: (nullable): the last day
 * @responsible_id: who looks after them; 0: the full-time member of their grid
 * @every_days: how often they are visited; 0: as the group has it
 * @source: (nullable): who says so
 */
typedef struct
{
  gint64      person_id;
  const char *group;
  const char *from;
  const char *until;
  gint64      responsible_id;
  int         every_days;
  const char *source;
  const char *note;
} GgovMembershipTerms;

/**
 * ggov_store_join_special_group_async:
 * @terms: copied
 *
 * Puts somebody of the register into a group; who is in it already gets the terms that are said. What
 * is wrong is GGOV_STORE_ERROR_REFUSED with a translated sentence. End with
 * ggov_store_change_finish().
 */
void        ggov_store_join_special_group_async   (GgovStore                  *self,
                                                   const GgovMembershipTerms  *terms,
                                                   GCancellable               *cancellable,
                                                   GAsyncReadyCallback         callback,
                                                   gpointer                    user_data);

/* Takes somebody out of a group; @day is the last. End with ggov_store_change_finish(). */
void        ggov_store_leave_special_group_async  (GgovStore            *self,
                                                   gint64                person_id,
                                                   const char           *group,
                                                   const char           *day,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

G_END_DECLS
