/* ggov-resident-row-private.h: one line of the register
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-resident.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the line of a residence as of a day; NULL without an error if there is no
 * such residence */
GgovResident *_ggov_resident_read_row (GgovDb      *db,
                                       gint64       residence_id,
                                       const char  *day,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* How old somebody is on a day, in full years; -1 where it is not known. Days are ISO texts. */
int           _ggov_resident_get_age  (const char  *birth_date,
                                       const char  *day);

G_END_DECLS
