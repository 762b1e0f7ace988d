/* ggov-demo-issue-plan-private.h: what happens in the demo's year, before it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-case-type.h"
#include "ggov-demo-office-private.h"
#include "ggov-issue-flow.h"
#include "ggov-office-clock.h"

G_BEGIN_DECLS

#define GGOV_DEMO_MAX_STEPS 16

typedef struct
{
  GgovIssueMove move;
  int           after; /* minutes of work since the issue was collected */
} GgovDemoStep;

typedef struct
{
  const GgovCaseType *type;
  GgovIssueSource     source;
  guint               building;
  guint               unit;        /* index in the town, or G_MAXUINT */
  int                 measure_count;
  gint64              measure_area_cm2;
  gint64              collected;   /* on the office's clock, minutes */
  GgovDemoStep        steps[GGOV_DEMO_MAX_STEPS];
  guint               n_steps;
} GgovDemoIssue;

/**
 * _ggov_demo_plan_issues:
 *
 * Plans a year of issues up to the day the office is looked at: those that were closed, as many as
 * the figures ask for, and those still open at each stage.
 *
 * Returns: (transfer full) (element-type GgovDemoIssue): in the order they were collected
 */
GArray *_ggov_demo_plan_issues (GgovDemoOffice         *office,
                                GgovCaseTypeCatalogue  *types,
                                GgovOfficeClock        *clock,
                                GgovDemoRandom         *random) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
