/* ggov-case-sheet.h: all that is known of a case on one page, part by part, with what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_CASE_SHEET (ggov_case_sheet_get_type ())

/* Filled from the top: ggov_case_sheet_begin(), then parts and rows, then ggov_case_sheet_end().
 * What had the cursor has it again when the sheet is filled anew, and where one was stays in view. */
G_DECLARE_FINAL_TYPE (GgovCaseSheet, ggov_case_sheet, GGOV, CASE_SHEET, AdwBin)

GtkWidget *ggov_case_sheet_new        (void);

/* @note: (nullable): smaller, below the title */
void       ggov_case_sheet_begin      (GgovCaseSheet *self,
                                       const char    *title,
                                       const char    *note);

/* A button below the title. @action: of the page that the sheet is on; @target: (nullable): floating */
void       ggov_case_sheet_add_button (GgovCaseSheet *self,
                                       const char    *label,
                                       const char    *action,
                                       GVariant      *target);

/* A part with rows of its own. @add: (nullable): on a button beside its title */
void       ggov_case_sheet_add_part   (GgovCaseSheet *self,
                                       const char    *title,
                                       const char    *add,
                                       const char    *action);

/* A sentence below the title of the part. */
void       ggov_case_sheet_set_note   (GgovCaseSheet *self,
                                       const char    *note);

/* A row of the part: plain texts. Returns: (transfer none): the row, an AdwActionRow */
GtkWidget *ggov_case_sheet_add_row    (GgovCaseSheet *self,
                                       const char    *title,
                                       const char    *text);

/* A row whose name stands small above what it says; none where nothing is said. */
void       ggov_case_sheet_add_fact   (GgovCaseSheet *self,
                                       const char    *name,
                                       const char    *text);

/* A button in the latest row. @icon: (nullable): shown instead of @words */
void       ggov_case_sheet_add_deed   (GgovCaseSheet *self,
                                       const char    *icon,
                                       const char    *words,
                                       const char    *action,
                                       GVariant      *target);

/* Any widget below what there is; the next row is of a new part. */
void       ggov_case_sheet_add        (GgovCaseSheet *self,
                                       GtkWidget     *widget);
void       ggov_case_sheet_end        (GgovCaseSheet *self);

/* @session: listened to for changes of @tables; then @read is called with @page, which it outlives
 * by no call. */
void       ggov_case_sheet_follow     (GtkWidget          *page,
                                       GgovSession        *session,
                                       const char *const  *tables,
                                       void              (*read) (GtkWidget *page));

/* A toast of the window that @page is in says what went wrong. */
void       ggov_case_sheet_tell       (GtkWidget     *page,
                                       const GError  *error);

G_END_DECLS
