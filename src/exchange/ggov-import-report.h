/* ggov-import-report.h: what became of the rows of an import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovImportProblem:
 * @code: a stable English key, such as "crossing"
 * @message: what is odd, translated
 * @rejected: TRUE if the rows were left out, FALSE if they were kept and this is a notice
 * @rows: (element-type gint64): the rows' numbers in the source, ascending
 * @lon: where the first of them is, degrees; NAN where it has no place
 * @lat: degrees
 */
typedef struct
{
  char     *code;
  char     *message;
  gboolean  rejected;
  GArray   *rows;
  double    lon;
  double    lat;
} GgovImportProblem;

/**
 * GgovImportReport:
 *
 * read = added + changed + same + rejected. Every rejected row is in exactly one problem that
 * rejects; notices come on top.
 */
typedef struct
{
  guint      read;
  guint      added;
  guint      changed;
  guint      same;
  guint      rejected;
  gint64     change_id; /* the change the import was, or 0 if nothing was different */
  GPtrArray *problems;  /* (element-type GgovImportProblem): in the order they were met */
} GgovImportReport;

GgovImportReport *ggov_import_report_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void              ggov_import_report_free   (GgovImportReport *self);

/* Leaves a row out and says why. */
void              ggov_import_report_reject (GgovImportReport *self,
                                             gint64            row,
                                             const char       *code,
                                             const char       *message,
                                             double            lon,
                                             double            lat);

/* Says what is odd about a row that is kept. */
void              ggov_import_report_notice (GgovImportReport *self,
                                             gint64            row,
                                             const char       *code,
                                             const char       *message,
                                             double            lon,
                                             double            lat);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportReport, ggov_import_report_free)

G_END_DECLS
