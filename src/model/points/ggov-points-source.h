/* ggov-points-source.h: what awards of points are proposed from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovPointsSource:
 * @GGOV_POINTS_TRAINING: somebody attended a training session
 * @GGOV_POINTS_REPORT: a problem somebody reported was filed
 * @GGOV_POINTS_CLOSED: an issue somebody handled was closed
 * @GGOV_POINTS_VISIT: somebody visited a household and met them
 * @GGOV_POINTS_DEED: somebody is named for a good deed; nothing else in the records says so
 */
typedef enum
{
  GGOV_POINTS_TRAINING,
  GGOV_POINTS_REPORT,
  GGOV_POINTS_CLOSED,
  GGOV_POINTS_VISIT,
  GGOV_POINTS_DEED,
} GgovPointsSource;

#define GGOV_N_POINTS_SOURCES (GGOV_POINTS_DEED + 1)

/* As in records and files: training, report, closed, visit or deed. */
const char       *ggov_points_source_get_code  (GgovPointsSource  source);

/* In the user's language. */
const char       *ggov_points_source_get_label (GgovPointsSource  source);

/* GGOV_N_POINTS_SOURCES for a word that is none of them. */
GgovPointsSource  ggov_points_source_find      (const char       *code);

G_END_DECLS
