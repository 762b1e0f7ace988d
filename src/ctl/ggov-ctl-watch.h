/* ggov-ctl-watch.h: long work at a terminal: a bar, and Ctrl+C that gives up tidily
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-reader.h"

G_BEGIN_DECLS

/**
 * GgovCtlWatch:
 * @cancellable: cancelled by Ctrl+C
 * @progress: (nullable): to be told how far it is; NULL where nobody looks on
 */
typedef struct
{
  GCancellable             *cancellable;
  GgovExchangeProgressFunc  progress;

  /*< private >*/
  GSource                  *interrupt;
} GgovCtlWatch;

void ggov_ctl_watch_begin (GgovCtlWatch *watch);

/* Wipes the bar away. */
void ggov_ctl_watch_end   (GgovCtlWatch *watch);

G_END_DECLS
