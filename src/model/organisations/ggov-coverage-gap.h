/* ggov-coverage-gap.h: something that the organisations of an office leave open, and what ends it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_COVERAGE_GAP (ggov_coverage_gap_get_type ())

G_DECLARE_FINAL_TYPE (GgovCoverageGap, ggov_coverage_gap, GGOV, COVERAGE_GAP, GObject)

/**
 * GgovCoverageGapRow:
 * @gap: what is missing, a stable word such as "grid-without-party"
 * @deed: what ends it: assign-party, assign-grid, assign-company, add-member, add-contact,
 *   add-resource, add-activity, add-liaison or add-organisation
 * @subject: where: grid, community, or the kind of an organisation
 * @subject_id: its number
 * @name: what it is called
 * @code: (nullable): of a grid or community
 * @community: (nullable): where it is
 * @wanted: (nullable): the kind of organisation that is missing
 * @grid_id: the grid it is about, or 0
 * @sentence: what is missing, translated
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  const char *gap;
  const char *deed;
  const char *subject;
  gint64      subject_id;
  const char *name;
  const char *code;
  gint64      community_id;
  const char *community;
  const char *wanted;
  gint64      grid_id;
  const char *grid;
  const char *sentence;
} GgovCoverageGapRow;

/* Copies the texts. */
GgovCoverageGap *         ggov_coverage_gap_new     (const GgovCoverageGapRow *row)
                                                    G_GNUC_WARN_UNUSED_RESULT;

const GgovCoverageGapRow *ggov_coverage_gap_get_row (GgovCoverageGap *self);

G_END_DECLS
