/* ggov-import-residents-private.h: residents on their way into the register
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-accept.h"
#include "ggov-import-census-private.h"

G_BEGIN_DECLS

/**
 * GgovImportMove:
 *
 * What all rows are compared with, and those that are new and not written yet.
 */
typedef struct
{
  GgovChange          *change;
  GgovImportOrder     *order;
  GgovImportForm      *form;    /* (owned) */
  GgovImportSpots     *spots;   /* (owned) */
  GgovImportCensus    *census;  /* (owned) */
  GHashTable          *groups;  /* (owned) (element-type utf8 gint64): special groups */
  GPtrArray           *waiting; /* (owned) */
  GgovRegisterReading  reading;
} GgovImportMove;

void     ggov_import_move_clear (GgovImportMove      *self);

/* Keeps a row whole, or leaves it out whole and has the report say why. @resident: (transfer full) */
gboolean ggov_import_move_accept (GgovImportMove      *self,
                                  GgovImportResident  *resident,
                                  GgovImportSample    *sample,
                                  GError             **error);

/* Writes those who wait for others, so that many go in at once. To be called at the end. */
gboolean ggov_import_move_flush  (GgovImportMove      *self,
                                  GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovImportMove, ggov_import_move_clear)

G_END_DECLS
