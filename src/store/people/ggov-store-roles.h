/* ggov-store-roles.h: the office's own roles: what posts there are, and their rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-office-role.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* Lists all roles in the order of lists, those that were given up as well; @as_of: ISO day */
void        ggov_store_list_roles_async   (GgovStore                   *self,
                                           const char                  *as_of,
                                           GCancellable                *cancellable,
                                           GAsyncReadyCallback          callback,
                                           gpointer                     user_data);

/**
 * ggov_store_list_roles_finish:
 *
 * Returns: (transfer full) (element-type GgovOfficeRole)
 */
GListModel *ggov_store_list_roles_finish  (GgovStore                   *self,
                                           GAsyncResult                *result,
                                           GError                     **error)
                                           G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_save_role_async:
 * @role: copied; its id is 0 for a new one, whose code and order are given by the office where it
 *   has none
 *
 * Writes a role, as one change: the log keeps what it was before. A role without a name, a code
 * that another has, a place of another kind once posts of it were held, and fewer holders or places
 * than posts have now are GGOV_STORE_ERROR_REFUSED with a translated sentence. To give a role up, set
 * its last day: it is refused while somebody holds it after that. End with
 * ggov_store_change_finish().
 */
void        ggov_store_save_role_async    (GgovStore                   *self,
                                           const GgovOfficeRoleRecord  *role,
                                           GCancellable                *cancellable,
                                           GAsyncReadyCallback          callback,
                                           gpointer                     user_data);

G_END_DECLS
