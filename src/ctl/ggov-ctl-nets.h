/* ggov-ctl-nets.h: what the files about old nets share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"
#include "ggov-store-nets.h"

G_BEGIN_DECLS

/* The words after "nets". */
typedef struct
{
  gint64   net_id; /* 0 where it is of none */
  char    *to;     /* (nullable): codes of base grids, apart by commas */
  char    *role;   /* (nullable) */
  char    *from;   /* (nullable): ISO day */
  char    *reason; /* (nullable) */
  gint64   person_id;
  gboolean is_none;
} GgovCtlNets;

/* Lays the net over the base grids. NULL once the reason was said. */
GgovNetStudy  *ggov_ctl_nets_study    (GgovCtl           *ctl,
                                       const GgovCtlNets *words) G_GNUC_WARN_UNUSED_RESULT;

GgovCtlStatus  ggov_ctl_nets_matrix   (GgovCtl           *ctl,
                                       const GgovCtlNets *words);
GgovCtlStatus  ggov_ctl_nets_propose  (GgovCtl           *ctl,
                                       const GgovCtlNets *words);
GgovCtlStatus  ggov_ctl_nets_proof    (GgovCtl           *ctl,
                                       const GgovCtlNets *words);

G_END_DECLS
