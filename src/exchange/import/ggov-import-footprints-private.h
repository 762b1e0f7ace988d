/* ggov-import-footprints-private.h: the rows of a layer that are fit to be buildings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-footprints.h"
#include "ggov-import-accept.h"

G_BEGIN_DECLS

/* Of the time that an import spends after its file has been read, as measured on a large one: the
 * rest is writing. */
#define GGOV_IMPORT_CHECK_SHARE 0.2

/**
 * GgovImportFootprint:
 * @kind: (nullable): a kind of building, NULL if the source does not say
 * @storeys: (nullable): what the source says of the floors
 * @floors: 0 if it does not say, or says nothing that can be read
 * @footprint: WKB, degrees of WGS 84, valid
 */
typedef struct
{
  gint64      row;
  char       *source_id; /* (nullable) */
  char       *name;      /* (nullable) */
  char       *number;    /* (nullable) */
  const char *kind;
  char       *storeys;
  int         floors;
  GBytes     *footprint;
} GgovImportFootprint;

/**
 * GgovImportFootprints:
 * @rows: (element-type GgovImportFootprint)
 * @footprints: of @rows, in their order
 */
typedef struct
{
  GPtrArray         *rows;
  GgovGeoFootprints *footprints;
} GgovImportFootprints;

/**
 * ggov_import_footprints_read:
 *
 * Every row of the layer is counted in the order's report, and rejected there if it is not among
 * those returned. Shapes are checked on all processors. Runs on the store's thread.
 *
 * Returns: (transfer full) (nullable): NULL with @error set, also if the user gave up
 */
GgovImportFootprints *ggov_import_footprints_read (GgovChange            *change,
                                                   GgovImportOrder       *order,
                                                   GError               **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;
void                  ggov_import_footprints_free (GgovImportFootprints  *self);

/* Tells how far it is, 0 to 1, and whether the user wants the rest. */
gboolean              ggov_import_go_on           (GgovChange             *change,
                                                   const GgovImportOrder  *order,
                                                   double                  done,
                                                   GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportFootprints, ggov_import_footprints_free)

G_END_DECLS
