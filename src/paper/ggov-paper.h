/* ggov-paper.h: the office's papers: what there is to print, read from its store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To add a paper: a file ggov-paper-<name>.c with its GgovPaperKind, a line in
 * ggov-paper-kinds-private.h, and one in the table of ggov-paper-kinds.c. The window and
 * gridgovctl print have it then.
 */

#pragma once

#include "ggov-paper-options.h"
#include "ggov-report-pager.h"
#include "ggov-store.h"

G_BEGIN_DECLS

#define GGOV_PAPER_ERROR (ggov_paper_error_quark ())

/**
 * GgovPaperError:
 * @GGOV_PAPER_ERROR_EMPTY: there is nothing to print for these options; choose others
 */
typedef enum
{
  GGOV_PAPER_ERROR_EMPTY,
} GgovPaperError;

/* Which options a paper takes; all take a day. */
typedef enum
{
  GGOV_PAPER_PLACE  = 1 << 0,
  GGOV_PAPER_SIZE   = 1 << 1,
  GGOV_PAPER_TURN   = 1 << 2,
  GGOV_PAPER_PHONES = 1 << 3,
  GGOV_PAPER_ROLE   = 1 << 4,
  GGOV_PAPER_TEXT   = 1 << 5,
  GGOV_PAPER_CARD   = 1 << 6,
  GGOV_PAPER_THEME  = 1 << 7,
  GGOV_PAPER_REASON = 1 << 8,
} GgovPaperTakes;

/**
 * GgovPaperKind:
 * @name: as in gridgovctl print NAME: lower case, with dashes
 * @title: of the paper in a list, in English, marked for translation
 * @about: what it is for, in one line, likewise
 * @record: (nullable): what option of gridgovctl print says which record the paper is of, such as
 *   "plan"; NULL where it is not of one record
 * @record_is_open: whether it may be left open of which record the paper is
 * @record_title: (nullable): what the record is, in English, marked for translation
 * @counts: (nullable): what is counted on it, as the name of a JSON member; NULL for nothing
 * @list_records: (nullable): returns on the task the records there are to choose from, a GListModel
 *   of GgovChoice; NULL where @record is, or where the choice is made elsewhere
 * @read: reads what the paper is made of, on the main loop or the store's thread, and returns it on
 *   the task; nobody changes it after that
 * @free_content: frees what @read returned
 * @make: measures the pages, in any thread; @n_counted as @counts says. NULL and a GgovPaperError
 *   with a translated sentence if there is nothing to print
 *
 * A kind of paper.
 */
typedef struct
{
  const char       *name;
  const char       *title;
  const char       *about;
  GgovPaperTakes    takes;
  const char       *record;
  gboolean          record_is_open;
  const char       *record_title;
  const char       *counts;
  void             (*list_records) (GgovStore              *store,
                                    const GgovPaperOptions *options,
                                    GTask                  *task);
  void             (*read)         (GgovStore              *store,
                                    const GgovPaperOptions *options,
                                    GTask                  *task);
  GDestroyNotify     free_content;
  GgovReportPager *(*make)         (gpointer                content,
                                    const GgovPaperOptions *options,
                                    PangoContext           *context,
                                    guint                  *n_counted,
                                    GError                **error);
} GgovPaperKind;

#define GGOV_TYPE_PAPER (ggov_paper_get_type ())

G_DECLARE_FINAL_TYPE (GgovPaper, ggov_paper, GGOV, PAPER, GObject)

GQuark               ggov_paper_error_quark  (void);

/* The kinds there are, in the order of a list. */
guint                ggov_paper_get_n_kinds  (void);
const GgovPaperKind *ggov_paper_get_kind     (guint                   index);

/* (nullable): the kind of this name */
const GgovPaperKind *ggov_paper_find_kind    (const char             *name);

/* In the user's language. */
const char          *ggov_paper_kind_get_title        (const GgovPaperKind *kind);
const char          *ggov_paper_kind_get_about        (const GgovPaperKind *kind);
const char          *ggov_paper_kind_get_record_title (const GgovPaperKind *kind);

/**
 * ggov_paper_list_records_async:
 * @kind: one that has records to list
 * @options: of which the place and the day count; copied
 */
void                 ggov_paper_list_records_async  (GgovStore              *store,
                                                     const GgovPaperKind    *kind,
                                                     const GgovPaperOptions *options,
                                                     GCancellable           *cancellable,
                                                     GAsyncReadyCallback     callback,
                                                     gpointer                user_data);

/* Returns: (transfer full) (element-type GgovChoice) */
GListModel          *ggov_paper_list_records_finish (GgovStore              *store,
                                                     GAsyncResult           *result,
                                                     GError                **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_paper_read_async:
 * @options: copied; the account is the store's
 *
 * Reads from the store all that a paper is made of.
 */
void                 ggov_paper_read_async   (GgovStore              *store,
                                              const GgovPaperKind    *kind,
                                              const GgovPaperOptions *options,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);

/* Returns: (transfer full): never changes after that; may be made in any thread */
GgovPaper           *ggov_paper_read_finish  (GgovStore              *store,
                                              GAsyncResult           *result,
                                              GError                **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

const GgovPaperKind *ggov_paper_get_own_kind (GgovPaper              *self);

/**
 * ggov_paper_make_pager:
 * @n_counted: (out) (optional): how many there are of what the kind counts; 0 if nothing
 * @error: return location for a GgovPaperError with a translated sentence
 *
 * Measures the pages, with fonts of the thread that calls: they are drawn in the same.
 */
GgovReportPager     *ggov_paper_make_pager   (GgovPaper              *self,
                                              guint                  *n_counted,
                                              GError                **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
