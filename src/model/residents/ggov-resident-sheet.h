/* ggov-resident-sheet.h: all that is known of one resident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-resident.h"

G_BEGIN_DECLS

#define GGOV_TYPE_RESIDENT_SHEET (ggov_resident_sheet_get_type ())

G_DECLARE_FINAL_TYPE (GgovResidentSheet, ggov_resident_sheet, GGOV, RESIDENT_SHEET, GObject)

/**
 * ggov_resident_sheet_new:
 * @values: (element-type utf8 utf8): what is filled in, whole, by the codes of the register's fields
 * @residences: (element-type GgovResident): all there ever were, the newest first
 * @memberships: (element-type GgovMembership): of special groups, those that hold first
 * @visits: (element-type GgovVisit): the newest first
 * @events: (element-type GgovRegisterEvent): the newest first
 */
GgovResidentSheet *ggov_resident_sheet_new             (gint64       person_id,
                                                        gint64       row_version,
                                                        GHashTable  *values,
                                                        GListModel  *residences,
                                                        GListModel  *memberships,
                                                        GListModel  *visits,
                                                        GListModel  *events)
                                                        G_GNUC_WARN_UNUSED_RESULT;

gint64             ggov_resident_sheet_get_person_id   (GgovResidentSheet *self);

/* The version that was read, for a later write. */
gint64             ggov_resident_sheet_get_row_version (GgovResidentSheet *self);

/* (nullable): NULL where it is not filled in. Whole: what is shown is masked. */
const char        *ggov_resident_sheet_get_value       (GgovResidentSheet *self,
                                                        const char        *code);

GListModel        *ggov_resident_sheet_get_residences  (GgovResidentSheet *self);
GListModel        *ggov_resident_sheet_get_memberships (GgovResidentSheet *self);
GListModel        *ggov_resident_sheet_get_visits      (GgovResidentSheet *self);
GListModel        *ggov_resident_sheet_get_events      (GgovResidentSheet *self);

/* (nullable): where they live, else where they are registered, of what has not ended; NULL if nowhere. */
GgovResident      *ggov_resident_sheet_get_home        (GgovResidentSheet *self);

G_END_DECLS
