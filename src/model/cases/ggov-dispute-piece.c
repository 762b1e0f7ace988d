/* ggov-dispute-piece.c: a piece of a mediation file (调解卷宗): there or missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-row-private.h"
#include "ggov-dispute-piece.h"

static const struct
{
  GgovDisputePieceKind  kind;
  const char           *label;
} pieces[GGOV_N_DISPUTE_PIECES] = {
  { { "application", TRUE, TRUE }, NC_("dispute", "Application for mediation") },
  { { "acceptance", TRUE, TRUE }, NC_("dispute", "Acceptance") },
  { { "rights", TRUE, TRUE }, NC_("dispute", "Notice of rights and duties") },
  { { "identity", FALSE, FALSE }, NC_("dispute", "Proof of identity") },
  { { "statement", TRUE, TRUE }, NC_("dispute", "Statements") },
  { { "evidence", FALSE, FALSE }, NC_("dispute", "Evidence") },
  { { "minutes", TRUE, TRUE }, NC_("dispute", "Meeting minutes") },
  { { "agreement", FALSE, TRUE }, NC_("dispute", "Mediation agreement") },
  { { "performance", FALSE, FALSE }, NC_("dispute", "Proof of performance") },
  { { "follow-up", FALSE, TRUE }, NC_("dispute", "Follow-up visit") },
  { { "receipt", FALSE, TRUE }, NC_("dispute", "Receipt") },
  { { "confirmation", FALSE, FALSE }, NC_("dispute", "Judicial confirmation") },
};

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovDisputePieceFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovDisputePieceFields, member, name)

static const GgovRecordField fields_of_row[] = {
  NUMBER (is_required, "is-required"), TEXT (piece, "piece"), TEXT (label, "label"),
  TEXT (day, "day"), TEXT (note, "note"),
};

GGOV_DEFINE_CASE_ROW (GgovDisputePiece, ggov_dispute_piece, GGOV_DISPUTE_PIECE, fields_of_row)

const GgovDisputePieceKind *
ggov_dispute_piece_get_kind (guint piece)
{
  g_return_val_if_fail (piece < GGOV_N_DISPUTE_PIECES, NULL);

  return &pieces[piece].kind;
}

const char *
ggov_dispute_piece_get_label (guint piece)
{
  g_return_val_if_fail (piece < GGOV_N_DISPUTE_PIECES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "dispute", pieces[piece].label);
}

guint
ggov_dispute_piece_find (const char *code)
{
  guint piece = 0;

  while (piece < GGOV_N_DISPUTE_PIECES && g_strcmp0 (pieces[piece].kind.code, code) != 0)
    piece++;

  return piece;
}

gboolean
ggov_dispute_piece_is_required (guint       piece,
                                const char *outcome)
{
  const GgovDisputePieceKind *kind = ggov_dispute_piece_get_kind (piece);

  return kind->always || (kind->if_agreed && g_strcmp0 (outcome, "agreed") == 0);
}
