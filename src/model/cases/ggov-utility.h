/* ggov-utility.h: services to homes that companies supply (三供一业)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GGOV_UTILITY_WATER,    /* "water" */
  GGOV_UTILITY_POWER,    /* "power" */
  GGOV_UTILITY_HEATING,  /* "heating" */
  GGOV_UTILITY_GAS,      /* "gas" */
  GGOV_UTILITY_PROPERTY, /* property management: "property" */
} GgovUtility;

#define GGOV_N_UTILITIES (GGOV_UTILITY_PROPERTY + 1)

/* A stable word, which is also that of the kind of organisations that supply it, where there is one. */
const char *ggov_utility_get_code   (GgovUtility  service);

/* @service: left as it was where there is no such code */
gboolean    ggov_utility_from_code  (const char  *code,
                                     GgovUtility *service);

/* In the user's language. */
const char *ggov_utility_get_label  (GgovUtility  service);

G_END_DECLS
