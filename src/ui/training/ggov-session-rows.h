/* ggov-session-rows.h: when, where and by whom a course is taught, as rows of a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-form-dialog.h"
#include "ggov-training-session.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *starts;
  GtkWidget *ends;
  GtkWidget *place;
  GtkWidget *trainer;
  GtkWidget *seats;
  GtkWidget *note;
} GgovSessionRows;

/* What is written in them; see GgovTrainingSessionRecord. */
typedef struct
{
  gint64  starts_at;
  gint64  ends_at;
  gint64  seats;
  char   *place;
  char   *trainer;
  char   *note;
} GgovSessionWords;

/**
 * ggov_session_rows_add:
 * @record: (nullable): of a session that is changed; NULL for a new one
 * @hours: how long a new one is to last; 0 if that is not known
 *
 * Adds the rows. A new session is proposed for the morning of the next day.
 */
void     ggov_session_rows_add    (GgovSessionRows                 *self,
                                   GgovFormDialog                  *dialog,
                                   const GgovTrainingSessionRecord *record,
                                   int                              hours);

void     ggov_session_rows_show   (const GgovSessionRows           *self,
                                   gboolean                         is_visible);

/* FALSE once the user is asked to write a time, or how many seats there are. */
gboolean ggov_session_rows_read   (const GgovSessionRows           *self,
                                   GgovFormDialog                  *dialog,
                                   GgovSessionWords                *words);

void     ggov_session_words_clear (GgovSessionWords                *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovSessionWords, ggov_session_words_clear)

G_END_DECLS
