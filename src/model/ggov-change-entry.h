/* ggov-change-entry.h: a line of the log of what was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  gint64      id;
  gint64      at;        /* seconds since 1970-01-01T00:00:00Z */
  const char *account;
  const char *action;    /* English, to be translated when shown */
  const char *subject;
  gint64      undoes_id; /* the change this one undid, or 0 */
  gboolean    undoable;
  gint64      n_rows;    /* how many records it wrote */
} GgovChangeEntryFields;

#define GGOV_TYPE_CHANGE_ENTRY (ggov_change_entry_get_type ())

G_DECLARE_FINAL_TYPE (GgovChangeEntry, ggov_change_entry, GGOV, CHANGE_ENTRY, GObject)

GgovChangeEntry *ggov_change_entry_new           (const GgovChangeEntryFields *fields)
                                                  G_GNUC_WARN_UNUSED_RESULT;

gint64           ggov_change_entry_get_id        (GgovChangeEntry *self);
gint64           ggov_change_entry_get_at        (GgovChangeEntry *self);
const char      *ggov_change_entry_get_account   (GgovChangeEntry *self);
const char      *ggov_change_entry_get_action    (GgovChangeEntry *self);
const char      *ggov_change_entry_get_subject   (GgovChangeEntry *self);
gint64           ggov_change_entry_get_undoes_id (GgovChangeEntry *self);
gboolean         ggov_change_entry_is_undoable   (GgovChangeEntry *self);
gint64           ggov_change_entry_get_n_rows    (GgovChangeEntry *self);

G_END_DECLS
