/* ggov-net-matrix.h: old grids by base grids, the more in common the stronger the colour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-net-study.h"

G_BEGIN_DECLS

#define GGOV_TYPE_NET_MATRIX (ggov_net_matrix_get_type ())

G_DECLARE_FINAL_TYPE (GgovNetMatrix, ggov_net_matrix, GGOV, NET_MATRIX, AdwBin)

/* (nullable) */
void ggov_net_matrix_set_study (GgovNetMatrix *self,
                                GgovNetStudy  *study);

G_END_DECLS
