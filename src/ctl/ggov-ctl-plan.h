/* ggov-ctl-plan.h: what the files of gridgovctl plan share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"
#include "ggov-store-plans.h"

G_BEGIN_DECLS

/* What may be said behind "plan": which action, and with what. */
typedef struct
{
  gint64    plan_id;     /* 0 where none was named */
  gint64    before_id;
  char     *community;   /* (nullable): code */
  char     *name;        /* (nullable) */
  char     *from;        /* (nullable): ISO day */
  gboolean  is_empty;
  gboolean  is_all;
  gboolean  is_rebalance;
  int       target;      /* households of a grid */
  int       seed;
  char     *note;        /* (nullable) */
  char     *kind;        /* (nullable): how a proposal is weighed */
  gint64    draft_id;    /* 0 to propose for communities */
  gboolean  is_choice;   /* whether proposals are only shown */
  int       least;       /* households, or -1 as the target asks for */
  int       most;
  int       n_grids;     /* 0 as the target asks for */
} GgovCtlPlan;

/* One member each. */
void           ggov_ctl_plan_add_int  (JsonBuilder       *builder,
                                       const char        *name,
                                       gint64             value);

/* The number of a community, or 0 once it was said that there is none. */
gint64         ggov_ctl_plan_find_community (GgovCtl     *ctl,
                                       const char        *code);

/* Each is one action; the office is open. */
GgovCtlStatus  ggov_ctl_plan_show     (GgovCtl           *ctl,
                                       const GgovCtlPlan *words);
GgovCtlStatus  ggov_ctl_plan_compare  (GgovCtl           *ctl,
                                       const GgovCtlPlan *words);
GgovCtlStatus  ggov_ctl_plan_validate (GgovCtl           *ctl,
                                       const GgovCtlPlan *words);
GgovCtlStatus  ggov_ctl_plan_propose  (GgovCtl           *ctl,
                                       const GgovCtlPlan *words);

G_END_DECLS
