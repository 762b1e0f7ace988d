/* ggov-base-map-choice.h: which base map a user has chosen, and opening it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-base-map.h"

G_BEGIN_DECLS

/* The values are those of the settings' schema. */
typedef enum
{
  GGOV_BASE_MAP_NONE = 0,
  GGOV_BASE_MAP_FILE = 1,
  GGOV_BASE_MAP_ADDRESS = 2,
} GgovBaseMapKind;

/**
 * GgovBaseMapChoice:
 * @path: of an MBTiles file, in the GLib file name encoding; "" where none was chosen yet
 * @address: with places for the numbers of a tile; "" likewise
 * @attribution: of what comes from the address
 * @opacity: 0.1 to 1
 *
 * What is not of the kind that is chosen is kept for the next time.
 */
typedef struct
{
  GgovBaseMapKind  kind;
  char            *path;
  char            *address;
  char            *attribution;
  GgovGeoDatum     datum;
  double           opacity;
} GgovBaseMapChoice;

GgovBaseMapChoice *ggov_base_map_choice_load        (GSettings               *settings)
                                                     G_GNUC_WARN_UNUSED_RESULT;
void               ggov_base_map_choice_save        (const GgovBaseMapChoice *self,
                                                     GSettings               *settings);
void               ggov_base_map_choice_free        (GgovBaseMapChoice       *self);

/**
 * ggov_base_map_choice_open_async:
 *
 * Opens what is chosen, without waiting for a disk on the main thread.
 */
void               ggov_base_map_choice_open_async  (const GgovBaseMapChoice *self,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);

/**
 * ggov_base_map_choice_open_finish:
 * @error: return location; the message is a translated sentence
 *
 * Returns: (transfer full) (nullable): the map; NULL with no @error where none is chosen
 */
GgovBaseMap       *ggov_base_map_choice_open_finish (GAsyncResult            *result,
                                                     GError                 **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovBaseMapChoice, ggov_base_map_choice_free)

G_END_DECLS
