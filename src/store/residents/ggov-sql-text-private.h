/* ggov-sql-text-private.h: a statement put together of constants, and what is bound to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"

G_BEGIN_DECLS

/* What is not asked for is not in the text, so that each question has a plan of its own. */
typedef struct _GgovSqlText GgovSqlText;

/* @day: (nullable): ISO day, which is $1 throughout; NULL where the text has no $1 */
GgovSqlText *_ggov_sql_text_new      (const char   *day) G_GNUC_WARN_UNUSED_RESULT;
void         _ggov_sql_text_free     (GgovSqlText  *self);

/* @text: made of constants, and so @before and @after of the next two, between which the parameter
 * stands */
void         _ggov_sql_text_add      (GgovSqlText  *self,
                                      const char   *text);
void         _ggov_sql_text_add_int  (GgovSqlText  *self,
                                      const char   *before,
                                      gint64        value,
                                      const char   *after);
void         _ggov_sql_text_add_text (GgovSqlText  *self,
                                      const char   *before,
                                      const char   *value,
                                      const char   *after);

/* (transfer full): the statement with all bound to it, or NULL with @error set */
GgovStmt    *_ggov_sql_text_prepare  (GgovSqlText  *self,
                                      GgovDb       *db,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovSqlText, _ggov_sql_text_free)

G_END_DECLS
