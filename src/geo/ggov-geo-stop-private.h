/* ggov-geo-stop-private.h: whether long work is to end before it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GgovGeoStop:
 * @is_wanted: asked every few milliseconds of work, on the thread at work
 * @data: handed to it
 */
typedef struct
{
  gboolean (*is_wanted) (gpointer data);
  gpointer data;
} GgovGeoStop;

/* (nullable): NULL never stops. */
static inline gboolean
_ggov_geo_stop_is_wanted (const GgovGeoStop *self)
{
  return self != NULL && self->is_wanted (self->data);
}

/* Sets G_IO_ERROR_CANCELLED. Returns: FALSE, so that a function can end with it */
static inline gboolean
_ggov_geo_stop_fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Work was stopped");

  return FALSE;
}

/* Whether to go on; FALSE sets G_IO_ERROR_CANCELLED. */
static inline gboolean
_ggov_geo_stop_check (const GgovGeoStop  *self,
                      GError            **error)
{
  return !_ggov_geo_stop_is_wanted (self) || _ggov_geo_stop_fail (error);
}

G_END_DECLS
