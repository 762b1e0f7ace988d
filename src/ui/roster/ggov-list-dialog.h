/* ggov-list-dialog.h: a list over a page, with what can be done about each line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-query.h"

G_BEGIN_DECLS

#define GGOV_TYPE_LIST_DIALOG (ggov_list_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovListDialog, ggov_list_dialog, GGOV, LIST_DIALOG, AdwWindow)

/**
 * GgovListLine:
 * @title: (transfer full)
 * @note: (transfer full) (nullable): smaller, below
 * @mark: (nullable): beside it, in the colour of a warning
 *
 * What a line of a list says.
 */
typedef struct
{
  char       *title;
  char       *note;
  const char *mark;
} GgovListLine;

/* Fills in what the line of @row says. */
typedef void (*GgovListLineFunc) (gpointer      row,
                                  GgovListLine *line);

/* Does what was chosen for the line of @row: @deed counts from 0. */
typedef void (*GgovListDeedFunc) (GgovListDialog *self,
                                  gpointer        row,
                                  guint           deed,
                                  gpointer        data);

/**
 * ggov_list_dialog_new:
 * @page: over whose window it stands
 * @deeds: (array zero-terminated=1): what can be done about a line, in the user's words; the first is
 *   done by activating it
 * @data: (nullable): for @func, outlives the dialog
 */
GgovListDialog *ggov_list_dialog_new       (GtkWidget          *page,
                                            const char         *title,
                                            GgovListLineFunc    line,
                                            const char *const  *deeds,
                                            GgovListDeedFunc    func,
                                            gpointer            data);

/* @empty: the sentence where there is nothing in @rows */
void            ggov_list_dialog_set_rows  (GgovListDialog     *self,
                                            GListModel         *rows,
                                            const char         *empty);

/**
 * ggov_list_dialog_ask:
 * @empty: the sentence where there is nothing
 *
 * Lists the answer to a query instead, of which only what is looked at is read.
 */
void            ggov_list_dialog_ask       (GgovListDialog     *self,
                                            GgovStore          *store,
                                            GgovQuery          *query,
                                            const char         *empty);

/* A widget above the list, such as one to choose what is listed. */
void            ggov_list_dialog_set_top   (GgovListDialog     *self,
                                            GtkWidget          *top);

/* @sentence: (nullable): below the list: what went wrong, or what was done that changed no record */
void            ggov_list_dialog_set_note  (GgovListDialog     *self,
                                            const char         *sentence);

/* (nullable): the page it stands over */
GtkWidget      *ggov_list_dialog_get_page  (GgovListDialog     *self);

GListModel     *ggov_list_dialog_get_rows  (GgovListDialog     *self);

G_END_DECLS
