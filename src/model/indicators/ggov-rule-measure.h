/* ggov-rule-measure.h: a rule that was set up, changed or abolished because of cases (立改废)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "ggov-rate.h"

G_BEGIN_DECLS

/**
 * GgovRuleDeed:
 * @GGOV_RULE_SET_UP: a new rule (立); "set-up"
 * @GGOV_RULE_CHANGE: a rule that was changed (改); "change"
 * @GGOV_RULE_ABOLISH: a rule that was given up (废); "abolish"
 */
typedef enum
{
  GGOV_RULE_SET_UP,
  GGOV_RULE_CHANGE,
  GGOV_RULE_ABOLISH,
} GgovRuleDeed;

#define GGOV_N_RULE_DEEDS (GGOV_RULE_ABOLISH + 1)

/* What a month is, for rates before and after. */
#define GGOV_RULE_MONTH_DAYS 30

/**
 * GgovRuleMeasureFields:
 * @row_version: the version that was read, for whoever writes it back
 * @rule: what holds from then on, in words
 * @valid_from: ISO day from which it holds
 * @owner: who sees to it; may be empty
 * @types: names of the case types of its cases, in the user's language; may be empty
 * @n_issues: how many cases are behind it
 * @before: issues of the types of its cases on the grids of its cases, in how many days before
 *   @valid_from: a year, or since there are records
 * @after: likewise from @valid_from on, a year or until the day that was asked for
 */
typedef struct
{
  gint64        id;
  gint64        row_version;
  GgovRuleDeed  deed;
  const char   *title;
  const char   *rule;
  const char   *valid_from;
  const char   *owner;
  const char   *types;
  gint64        n_issues;
  GgovRate      before;
  GgovRate      after;
} GgovRuleMeasureFields;

#define GGOV_TYPE_RULE_MEASURE (ggov_rule_measure_get_type ())

G_DECLARE_FINAL_TYPE (GgovRuleMeasure, ggov_rule_measure, GGOV, RULE_MEASURE, GObject)

/* Copies the texts. */
GgovRuleMeasure             *ggov_rule_measure_new        (const GgovRuleMeasureFields *fields)
                                                           G_GNUC_WARN_UNUSED_RESULT;

const GgovRuleMeasureFields *ggov_rule_measure_get_fields (GgovRuleMeasure             *self);

const char                  *ggov_rule_deed_get_code      (GgovRuleDeed                 deed);
gboolean                     ggov_rule_deed_from_code     (const char                  *code,
                                                           GgovRuleDeed                *deed);

/* In the user's language. */
const char                  *ggov_rule_deed_get_label     (GgovRuleDeed                 deed);

G_END_DECLS
