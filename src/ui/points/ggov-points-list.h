/* ggov-points-list.h: lists of the points window: rules, approvals, rewards, settlements, honours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-session.h"
#include "ggov-text-column.h"

G_BEGIN_DECLS

/**
 * GgovPointsListKind:
 * @name: what the list holds, marked for translation, for who cannot see it
 * @tables: of which it is made
 * @get_id: (nullable): what tells a row from others, so that it stays selected when it is read again
 * @list: asks for the rows; @word: see ggov_points_list_set_word()
 * @action: (nullable): what happens to a row that is activated, an action of the window
 * @many: whether several rows can be selected
 * @none: what is said instead of an empty list, and @about: what to do then; marked for translation
 */
typedef struct
{
  const char           *name;
  const GgovTextColumn *columns;
  guint                 n_columns;
  const char           *tables[8];
  gint64              (*get_id) (gpointer             row);
  void                (*list)   (GgovStore           *store,
                                 const char          *day,
                                 const char          *word,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
  GListModel         *(*finish) (GgovStore           *store,
                                 GAsyncResult        *result,
                                 GError             **error);
  const char           *action;
  gboolean              many;
  const char           *none;
  const char           *about;
} GgovPointsListKind;

/* A column view that reads itself again whenever its records are others. Nothing is selected but by the
 * user. @kind: static */
GtkWidget *ggov_points_list_new         (GgovSession              *session,
                                         const GgovPointsListKind *kind,
                                         const char               *word);

/* @placeholder: of ggov_placeholder_new(), told how many rows there are whenever they are read */
void       ggov_points_list_set_placeholder (GtkWidget         *view,
                                             GtkWidget         *placeholder);

/* What the list is narrowed to, such as a month, in words that its kind knows. */
void       ggov_points_list_set_word    (GtkWidget                *view,
                                         const char               *word);

/* (transfer full) (element-type GObject): the rows that are selected */
GPtrArray *ggov_points_list_dup_chosen  (GtkWidget                *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
