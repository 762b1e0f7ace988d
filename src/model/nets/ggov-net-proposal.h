/* ggov-net-proposal.h: which base grids the people of an old net should go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-net-study.h"

G_BEGIN_DECLS

/**
 * GgovNetCandidate:
 * @row: the old grid's place among the net's, from 0
 * @role_code: of the post on base grids; empty until chosen
 * @is_sole: the role has one holder a grid
 * @is_single: a person may hold it on one grid only
 * @decided: the columns were chosen by somebody: they are kept
 * @columns: (element-type guint): base grids; out: the proposal, the one with the most households
 *   first
 * @doubts: (out): of GgovNetDoubt, added: those that the matrix and the role's rules tell
 * @per_mille: (out): of the old grid's households that @columns have; of its ground where it has
 *   none
 *
 * Somebody of an old net.
 */
typedef struct
{
  guint       row;
  const char *role_code;
  gboolean    is_sole;
  gboolean    is_single;
  gboolean    decided;
  GArray     *columns;
  guint       doubts;
  guint       per_mille;
} GgovNetCandidate;

/**
 * ggov_net_propose:
 * @rows: (element-type GgovNetStudyRow)
 * @n_columns: base grids
 * @cells: (element-type GgovNetStudyCell): by row, then column
 * @candidates: (element-type GgovNetCandidate)
 *
 * A post goes to the base grid that has the most households of the old one. Where a person may
 * serve many, it goes to those base grids as well of whose households this old grid has more than
 * any other of the net: so each base grid that the net covered has somebody. Of what is even, more
 * ground decides, then the order of codes.
 *
 * A second candidate for a post that has one holder is in doubt (held); posts that are held already
 * are the caller's to look for.
 */
void ggov_net_propose (GArray *rows,
                       guint   n_columns,
                       GArray *cells,
                       GArray *candidates);

G_END_DECLS
