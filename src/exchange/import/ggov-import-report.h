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
 * GgovImportPlan:
 * @community_code: of the community it is a draft for
 *
 * A draft that an import of grids made.
 */
typedef struct
{
  gint64  id;
  char   *community_code;
  char   *community;
  guint   grids;
  guint   buildings;
} GgovImportPlan;

/* What becomes of one row. */
typedef enum
{
  GGOV_IMPORT_FATE_PASSED, /* over: a note or a sum, which is not counted */
  GGOV_IMPORT_FATE_NEW,
  GGOV_IMPORT_FATE_CHANGED,
  GGOV_IMPORT_FATE_SAME,
  GGOV_IMPORT_FATE_REJECTED,
} GgovImportFate;

/**
 * GgovImportSample:
 * @texts: (array): by field, as they are understood; "" for nothing
 * @remarks: (nullable): what is odd, a sentence a line
 *
 * One of the first rows, for whoever wants to see that they are taken for what they are.
 */
typedef struct
{
  gint64          row;
  GgovImportFate  fate;
  GStrv           texts;
  GString        *remarks;
} GgovImportSample;

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
  gint64     heading;   /* the row of a table that has its headings; 0 where there is none */
  GPtrArray *problems;  /* (element-type GgovImportProblem): in the order they were met */
  GPtrArray *samples;   /* (element-type GgovImportSample): of the first rows, if asked for */
  guint      most_samples;
  GPtrArray *plans;     /* (element-type GgovImportPlan): of an import of grids, else empty */
  GPtrArray *kinds;     /* (element-type utf8): of issues, what the file calls kinds that are not known
                         * here, each once, in the order they were met */

  /* Private. */
  GHashTable   *reasons; /* (element-type gint64 utf8): of each row that was left out */
  GHashTable   *met;     /* (element-type utf8): the kinds, which it owns */
  GStringChunk *texts;   /* of the reasons */
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

/* The same, with a sentence for this row alone. */
void              ggov_import_report_reject_because (GgovImportReport *self,
                                                     gint64            row,
                                                     const char       *code,
                                                     const char       *message,
                                                     const char       *reason);

/* (nullable): why a row was left out; NULL if it was not. */
const char       *ggov_import_report_get_reason (GgovImportReport *self,
                                                 gint64            row);

/* Says what is odd about a row that is kept. */
void              ggov_import_report_notice (GgovImportReport *self,
                                             gint64            row,
                                             const char       *code,
                                             const char       *message,
                                             double            lon,
                                             double            lat);

/* The same, with a sentence for this row alone. */
void              ggov_import_report_notice_because (GgovImportReport *self,
                                                     gint64            row,
                                                     const char       *code,
                                                     const char       *message,
                                                     const char       *reason);

/* The same where each such thing is told by itself. @row: 0 where it is about none. */
void              ggov_import_report_tell   (GgovImportReport *self,
                                             gint64            row,
                                             const char       *code,
                                             const char       *message,
                                             double            lon,
                                             double            lat);

/**
 * ggov_import_report_add_sample:
 *
 * To be called before a row is looked at, so that what is said of it is said of the sample too.
 *
 * Returns: (nullable): a sample to be filled, or NULL where there are enough
 */
GgovImportSample *ggov_import_report_add_sample (GgovImportReport *self,
                                                 gint64            row,
                                                 guint             n_fields);

/* What a file calls a kind of issues that is not known here. */
void              ggov_import_report_add_kind (GgovImportReport *self,
                                             const char       *name);

void              ggov_import_report_add_plan (GgovImportReport *self,
                                             gint64            plan_id,
                                             const char       *community_code,
                                             const char       *community,
                                             guint             grids,
                                             guint             buildings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportReport, ggov_import_report_free)

G_END_DECLS
