/* ggov-report-contact.h: whom to call, as an address card that a phone reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-roster-row.h"

G_BEGIN_DECLS

/**
 * ggov_report_contact_dup_vcard:
 * @record: of somebody with a phone
 *
 * A card of version 3.0, which all phones read, with no more in it than a small code has room for:
 * name, post and place, phone, whom they work for.
 */
char *ggov_report_contact_dup_vcard (const GgovRosterRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
