/* ggov-indicator-read-private.h: the facts that indicators are made of, issue by issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-indicator.h"
#include "ggov-store-private.h"

G_BEGIN_DECLS

/**
 * GgovIndicatorRead:
 * @key: what it is told apart by; empty where it has none, or where months tell
 * @label: (nullable): what that is called
 * @label_zh: (nullable): the same in Chinese, where it has two names
 *
 * One issue, good until the next is read.
 */
typedef struct
{
  gint64              id;
  const char         *key;
  const char         *label;
  const char         *label_zh;
  GgovIndicatorFacts  facts;
} GgovIndicatorRead;

typedef void (*GgovIndicatorFunc) (const GgovIndicatorRead *one,
                                   gpointer                 data);

/* Reads every issue of which any indicator may count something in the period, in one pass. */
gboolean    _ggov_indicator_read      (GgovDb                     *db,
                                       GgovIndicatorBy             by,
                                       const GgovIndicatorPeriod  *period,
                                       GgovIndicatorFunc           func,
                                       gpointer                    data,
                                       GError                    **error);

/* (transfer full): one of two names, in the user's language */
char       *_ggov_indicator_dup_label (const char                 *label,
                                       const char                 *label_zh) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
