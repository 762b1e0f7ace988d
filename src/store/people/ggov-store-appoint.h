/* ggov-store-appoint.h: appointing people to posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-papers.h"

G_BEGIN_DECLS

/**
 * GgovAppointment:
 * @person_id: somebody who is known, or 0: then @name and what follows it make a new person
 * @name: (nullable): only for a new person
 * @sex: (nullable): code of GB/T 2261.1
 * @phone: (nullable)
 * @role_code: code of the role
 * @place_kind: sub-district, community, grid, building or unit: the one the role is held on
 * @place_id: the place's number
 * @since: ISO day
 * @until: (nullable): its last day, where that is known already
 * @nominated_by_id: who brought the person forward, or 0
 * @approved_by_id: who approved, or 0
 * @reason: (nullable): how it came about
 * @exception: (nullable): why a rule about who nominates or where the person lives is set aside
 * @papers: (array length=n_papers) (nullable)
 *
 * Who is to have which post from when.
 */
typedef struct
{
  gint64      person_id;
  const char *name;
  const char *sex;
  const char *phone;
  const char *role_code;
  const char *place_kind;
  gint64      place_id;
  const char *since;
  const char *until;
  gint64      nominated_by_id;
  gint64      approved_by_id;
  const char *reason;
  const char *exception;
  const GgovPaper *papers;
  guint       n_papers;
} GgovAppointment;

/**
 * ggov_store_appoint_async:
 * @appointment: copied
 *
 * Appoints somebody, as one change. Where a rule of the role stands against it, it is
 * GGOV_STORE_ERROR_REFUSED with a translated sentence that names the post in the way.
 * End with ggov_store_change_finish().
 */
void     ggov_store_appoint_async     (GgovStore              *self,
                                       const GgovAppointment  *appointment,
                                       GCancellable           *cancellable,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data);

G_END_DECLS
