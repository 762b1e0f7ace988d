/* ggov-import-dialog-private.h: what the files of the dialog share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-import.h"
#include "ggov-import-columns.h"
#include "ggov-import-dialog.h"
#include "ggov-import-preview.h"
#include "ggov-import-sheet.h"
#include "ggov-import-summary.h"

G_BEGIN_DECLS

struct _GgovImportDialog
{
  AdwWindow             parent_instance;

  GgovSession          *session;     /* (nullable): NULL once disposed of */
  char                 *path;        /* (nullable): the file */
  GgovExchangeReading  *reading;     /* (nullable): of the file, once read */
  GArray               *kinds;       /* (element-type GgovImportKind): guessed for each layer */
  GgovImportReport     *report;      /* (nullable): of the rehearsal */
  GCancellable         *cancellable; /* (nullable): of what is under way */
  GgovImportDatumLook  *look;        /* (nullable): of the layer, where it holds buildings */
  GCancellable         *looking;     /* (nullable): while the layer is laid over what is known */
  gboolean              wants_grids; /* whether files are taken for grids */
  gboolean              wants_table; /* whether files are tables, of the kind below */
  GgovImportKind        table_kind;
  GHashTable           *kinds_meant; /* (nullable) (element-type utf8 utf8): codes of case types, by what
                                      * the file calls them */
  const char           *before;      /* the step that what is under way began from */

  /* From the template. */
  GtkWidget            *back_button;
  GtkWidget            *cancel_button;
  GtkLabel             *busy_detail;
  GtkProgressBar       *busy_progress;
  GtkLabel             *busy_title;
  GtkWidget            *choose_button;
  GgovImportColumns    *columns;
  GtkEditable          *crs_row;
  GtkWidget            *crs_group;
  AdwComboRow          *datum_row;
  GtkLabel             *figures_label;
  GtkWidget            *look_box;
  GtkWidget            *kinds_button;
  GgovImportPreview    *preview;
  GtkWidget            *rejects_button;
  GgovImportSheet      *sheet;
  GtkLabel             *warning_label;
  AdwStatusPage        *failed_page;
  AdwStatusPage        *file_page;
  AdwActionRow         *file_row;
  AdwComboRow          *kind_row;
  AdwComboRow          *layer_row;
  GtkButton            *next_button;
  GtkWidget            *other_button;
  GtkEditable          *source_row;
  GtkStack             *steps;
  GtkWidget            *stop_button;
  GgovImportSummary    *summary;
  AdwWindowTitle       *title;
};

#define GGOV_IMPORT_STEP_FILE    "file"
#define GGOV_IMPORT_STEP_BUSY    "busy"
#define GGOV_IMPORT_STEP_FAILED  "failed"
#define GGOV_IMPORT_STEP_OPTIONS "options"
#define GGOV_IMPORT_STEP_SHEET   "sheet"   /* the options of a table */
#define GGOV_IMPORT_STEP_SUMMARY "summary"

/* Goes to a step and makes the buttons fit it. */
void _ggov_import_dialog_show_step    (GgovImportDialog *self,
                                       const char       *step);
void _ggov_import_dialog_show_error   (GgovImportDialog *self,
                                       const GError     *error);

/* Fills the options with what was read and guessed. */
void _ggov_import_dialog_show_options (GgovImportDialog *self);

/* The template's part of the options. */
void _ggov_import_dialog_bind_options (GtkWidgetClass   *klass);

/* Lays the footprints of a layer, from 0, over the known ones, and shows how each datum fits. */
void _ggov_import_dialog_look         (GgovImportDialog *self,
                                       GgovImportKind    kind,
                                       guint             layer);
GgovGeoDatum
     _ggov_import_dialog_get_datum    (GgovImportDialog *self);
void _ggov_import_dialog_bind_datum   (GtkWidgetClass   *klass);

/* What is chosen; @wishes of the result are owned by the caller, the rest by the dialog. */
void _ggov_import_dialog_get_request  (GgovImportDialog  *self,
                                       GgovImportRequest *request);

/* Reads the file at the dialog's path; the coordinate system is the one entered, if any. */
void _ggov_import_dialog_read         (GgovImportDialog *self);

/* Has the import done, or only said what it would do. */
void _ggov_import_dialog_accept       (GgovImportDialog *self,
                                       gboolean          dry_run);

/* Asks which case types are meant by the kinds that are not known, and compares once more. */
void _ggov_import_dialog_install_kinds (GtkWidgetClass   *klass);

/* Writes the rows that are left out into a workbook. */
void _ggov_import_dialog_save_rejects (GgovImportDialog *self,
                                       GFile            *file);

/* Tells of an import, on the dialog's signal. */
void _ggov_import_dialog_emit_imported (GgovImportDialog *self,
                                        const char       *sentence,
                                        gint64            change_id);

G_END_DECLS
