/* ggov-net-proof.h: whether the base grids cover everything once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovNetProofGrid:
 * @net: the old net's name
 * @code: the old grid's
 * @per_mille: of its ground that base grids cover, rounded down; 1000 only where nothing is left
 * @bare_m2: of its ground that no base grid covers
 * @inside_m2: of @bare_m2 that lies inside a community: a gap of the base grids
 * @lon: a place in what is not covered, degrees; NaN where all is
 * @lat: degrees
 *
 * An old grid that the base grids stand in for.
 */
typedef struct
{
  char   *net;
  char   *code;
  guint   per_mille;
  double  bare_m2;
  double  inside_m2;
  double  lon;
  double  lat;
} GgovNetProofGrid;

/**
 * GgovNetProof:
 * @n_grids: base grids on the day
 * @n_buildings: of the office
 * @n_in_one: buildings that are in one base grid
 * @n_in_none: in none
 * @n_in_several: in more than one
 * @communities_m2: ground of all communities, counted once
 * @grids_m2: sum of all base grids' ground
 * @union_m2: ground that any base grid covers: @grids_m2 less what overlaps
 * @grids: (element-type GgovNetProofGrid): of all old nets, by net and code
 * @loose: (element-type utf8): doors of buildings in none or several, the first hundred
 */
typedef struct
{
  guint      n_grids;
  guint      n_buildings;
  guint      n_in_one;
  guint      n_in_none;
  guint      n_in_several;
  double     communities_m2;
  double     grids_m2;
  double     union_m2;
  GPtrArray *grids;
  GPtrArray *loose;
} GgovNetProof;

GgovNetProof *ggov_net_proof_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void          ggov_net_proof_free      (GgovNetProof       *self);

/* Whether each building is in one base grid, and the base grids cover the communities once, to a
 * millionth of their ground. */
gboolean      ggov_net_proof_is_whole  (const GgovNetProof *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovNetProof, ggov_net_proof_free)

G_END_DECLS
