/* ggov-dispute-piece.h: a piece of a mediation file (调解卷宗): there or missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovDisputePieceKind:
 * @code: stands for it in records
 * @always: whether every file has to have it
 * @if_agreed: whether a file has to have it once something was agreed
 *
 * A piece that a file can have, in the order of the file.
 *
 * Source: forms of people's mediation papers, Ministry of Justice, 2010 (人民调解文书格式).
 */
typedef struct
{
  const char *code;
  gboolean    always;
  gboolean    if_agreed;
} GgovDisputePieceKind;

#define GGOV_N_DISPUTE_PIECES 12

/**
 * GgovDisputePieceFields:
 * @piece: code of one of the pieces a file can have
 * @label: in the user's language
 * @is_required: 1 where the file has to have it as the dispute stands
 * @day: since when it is there, signed; "" while it is missing
 *
 * Each member is also a readable property, with dashes. A text that is NULL is taken for "".
 */
typedef struct
{
  gint64      is_required;
  const char *piece;
  const char *label;
  const char *day;
  const char *note;
} GgovDisputePieceFields;

#define GGOV_TYPE_DISPUTE_PIECE (ggov_dispute_piece_get_type ())

G_DECLARE_FINAL_TYPE (GgovDisputePiece, ggov_dispute_piece, GGOV, DISPUTE_PIECE, GObject)

GgovDisputePiece *ggov_dispute_piece_new (const GgovDisputePieceFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const GgovDisputePieceFields *ggov_dispute_piece_get_fields (GgovDisputePiece *self);

const GgovDisputePieceKind *ggov_dispute_piece_get_kind  (guint       piece);
const char                 *ggov_dispute_piece_get_label (guint       piece);

/* GGOV_N_DISPUTE_PIECES where there is no such code. */
guint                       ggov_dispute_piece_find      (const char *code);

/* Whether the file of a dispute with this outcome, or "" while it goes on, has to have the piece. */
gboolean                    ggov_dispute_piece_is_required (guint       piece,
                                                            const char *outcome);

G_END_DECLS
