/* ggov-points-journal.h: the points ledger as a text that other programs reckon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-points-legs.h"

G_BEGIN_DECLS

/**
 * ggov_points_journal_append:
 * @out: what was written so far
 * @leg: the next leg of the ledger
 * @last_transfer: (inout): the transfer of the leg before; 0 at first
 *
 * Writes a leg in the format of hledger and ledger: a transaction of the local day for each transfer, with
 * its number as the code, and accounts by kind and number, such as person:17. Nobody's name is in it.
 *
 * Source: hledger's manual, “Journal”: date, (code), description, and postings that are indented, with two
 * blanks before the amount.
 */
void ggov_points_journal_append (GString             *out,
                                 const GgovPointsLeg *leg,
                                 gint64              *last_transfer);

G_END_DECLS
