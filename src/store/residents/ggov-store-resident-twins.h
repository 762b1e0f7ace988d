/* ggov-store-resident-twins.h: who of the register it may be that is being entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-resident-twin.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovResidentTwinTerms:
 * @person_id: of somebody who is in the register already: neither they nor who was told apart from them
 *   is found; 0 for somebody new
 * @name: (nullable), and so are all texts: what is not known yet
 * @birth_date: ISO day
 * @unit_id: with @door where they are going to live; 0 where that is not known
 */
typedef struct
{
  gint64      person_id;
  const char *name;
  const char *birth_date;
  const char *phone;
  const char *identity_number;
  gint64      unit_id;
  const char *door;
} GgovResidentTwinTerms;

/**
 * ggov_store_find_resident_twins_async:
 * @terms: copied
 * @as_of: ISO day of who lives where
 * @limit: the most wanted, at least 1
 *
 * Finds people with whom somebody might be the same, while they are typed in: the same number, phone,
 * or a name that sounds the same with the same day of birth or door; a number or a phone with one or two
 * digits different; last a name that sounds the same where no number and no day of birth speaks against
 * it. A number that differs is found where the first 14 digits are the same, or the sound of the name,
 * the phone or the door.
 */
void        ggov_store_find_resident_twins_async  (GgovStore                    *self,
                                                   const GgovResidentTwinTerms  *terms,
                                                   const char                   *as_of,
                                                   guint                         limit,
                                                   GCancellable                 *cancellable,
                                                   GAsyncReadyCallback           callback,
                                                   gpointer                      user_data);

/* Returns: (transfer full) (element-type GgovResidentTwin): the likeliest first */
GListModel *ggov_store_find_resident_twins_finish (GgovStore                    *self,
                                                   GAsyncResult                 *result,
                                                   GError                      **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
