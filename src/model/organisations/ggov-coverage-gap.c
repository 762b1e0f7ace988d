/* ggov-coverage-gap.c: something that the organisations of an office leave open, and what ends it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-coverage-gap.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovCoverageGapRow, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovCoverageGapRow, member, name)

static const GgovRecordField fields[] = {
  TEXT (gap, "gap"),
  TEXT (deed, "deed"),
  TEXT (subject, "subject"),
  NUMBER (subject_id, "subject-id"),
  TEXT (name, "name"),
  TEXT (code, "code"),
  NUMBER (community_id, "community-id"),
  TEXT (community, "community"),
  TEXT (wanted, "wanted"),
  NUMBER (grid_id, "grid-id"),
  TEXT (grid, "grid"),
  TEXT (sentence, "sentence"),
};

struct _GgovCoverageGap
{
  GObject  parent_instance;

  GgovCoverageGapRow  row;
  char *texts; /* what the row's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovCoverageGap, ggov_coverage_gap, G_TYPE_OBJECT)

static void
ggov_coverage_gap_finalize (GObject *object)
{
  GgovCoverageGap *self = GGOV_COVERAGE_GAP (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_coverage_gap_parent_class)->finalize (object);
}

static void
ggov_coverage_gap_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_COVERAGE_GAP (object)->row, fields, prop_id, value);
}

static void
ggov_coverage_gap_class_init (GgovCoverageGapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_coverage_gap_finalize;
  object_class->get_property = ggov_coverage_gap_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_coverage_gap_init (GgovCoverageGap *self)
{
}

GgovCoverageGap *
ggov_coverage_gap_new (const GgovCoverageGapRow *row)
{
  GgovCoverageGap *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GGOV_TYPE_COVERAGE_GAP, NULL);
  self->row = *row;
  self->texts = _ggov_record_keep_texts (&self->row, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovCoverageGapRow *
ggov_coverage_gap_get_row (GgovCoverageGap *self)
{
  g_return_val_if_fail (GGOV_IS_COVERAGE_GAP (self), NULL);

  return &self->row;
}
