/* ggov-map-source.h: how a viewport without a base map lays the world out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* A viewport asks its reference source about the projection and the zoom levels, even where
 * nothing is ever loaded from it. */
#define GGOV_TYPE_MAP_SOURCE (ggov_map_source_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapSource, ggov_map_source, GGOV, MAP_SOURCE, ShumateMapSource)

ShumateMapSource *ggov_map_source_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
