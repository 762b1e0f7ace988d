/* ggov-points-source.c: what awards of points are proposed from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-points-source.h"

static const struct
{
  const char *code;
  const char *label;
} words[GGOV_N_POINTS_SOURCES] = {
  [GGOV_POINTS_TRAINING] = { "training", NC_("points source", "Attended training") },
  [GGOV_POINTS_REPORT] = { "report", NC_("points source", "Report accepted") },
  [GGOV_POINTS_CLOSED] = { "closed", NC_("points source", "Issue closed") },
  [GGOV_POINTS_VISIT] = { "visit", NC_("points source", "Visit made") },
  [GGOV_POINTS_DEED] = { "deed", NC_("points source", "Good deed") },
};

const char *
ggov_points_source_get_code (GgovPointsSource source)
{
  g_return_val_if_fail (source < GGOV_N_POINTS_SOURCES, "");

  return words[source].code;
}

const char *
ggov_points_source_get_label (GgovPointsSource source)
{
  g_return_val_if_fail (source < GGOV_N_POINTS_SOURCES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "points source", words[source].label);
}

GgovPointsSource
ggov_points_source_find (const char *code)
{
  for (guint i = 0; i < GGOV_N_POINTS_SOURCES; i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return i;

  return GGOV_N_POINTS_SOURCES;
}
