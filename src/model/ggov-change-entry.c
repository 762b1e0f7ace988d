/* ggov-change-entry.c: a line of the log of what was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-change-entry.h"

struct _GgovChangeEntry
{
  GObject   parent_instance;

  gint64    id;
  gint64    at; /* seconds since 1970-01-01T00:00:00Z */
  char     *account;
  char     *action;
  char     *subject;
  gint64    undoes_id;
  gint64    n_rows;
  gboolean  undoable;
};

G_DEFINE_FINAL_TYPE (GgovChangeEntry, ggov_change_entry, G_TYPE_OBJECT)

static void
ggov_change_entry_finalize (GObject *object)
{
  GgovChangeEntry *self = GGOV_CHANGE_ENTRY (object);

  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->subject, g_free);

  G_OBJECT_CLASS (ggov_change_entry_parent_class)->finalize (object);
}

static void
ggov_change_entry_class_init (GgovChangeEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_change_entry_finalize;
}

static void
ggov_change_entry_init (GgovChangeEntry *self)
{
}

GgovChangeEntry *
ggov_change_entry_new (const GgovChangeEntryFields *fields)
{
  GgovChangeEntry *self = g_object_new (GGOV_TYPE_CHANGE_ENTRY, NULL);

  self->id = fields->id;
  self->at = fields->at;
  self->account = g_strdup (fields->account);
  self->action = g_strdup (fields->action);
  self->subject = g_strdup (fields->subject);
  self->undoes_id = fields->undoes_id;
  self->n_rows = fields->n_rows;
  self->undoable = fields->undoable;

  return self;
}

gint64
ggov_change_entry_get_id (GgovChangeEntry *self)
{
  g_return_val_if_fail (GGOV_IS_CHANGE_ENTRY (self), 0);

  return self->id;
}

gint64
ggov_change_entry_get_at (GgovChangeEntry *self)
{
  g_return_val_if_fail (GGOV_IS_CHANGE_ENTRY (self), 0);

  return self->at;
}

const char *
ggov_change_entry_get_account (GgovChangeEntry *self)
{
  g_return_val_if_fail (GGOV_IS_CHANGE_ENTRY (self), NULL);

  return self->account;
}

const char *
ggov_change_entry_get_action (GgovChangeEntry *self)
{
  g_return_val_if_fail (GGOV_IS_CHANGE_ENTRY (self), NULL);

  return self->action;
}

const char *
ggov_change_entry_get_subject (GgovChangeEntry *self)
{
  g_return_val_if_fail (GGOV_IS_CHANGE_ENTRY (self), NULL);

  return self->subject;
}

gint64
ggov_change_entry_get_undoes_id (GgovChangeEntry *self)
{
  g_return_val_if_fail (GGOV_IS_CHANGE_ENTRY (self), 0);

  return self->undoes_id;
}

gboolean
ggov_change_entry_is_undoable (GgovChangeEntry *self)
{
  g_return_val_if_fail (GGOV_IS_CHANGE_ENTRY (self), FALSE);

  return self->undoable;
}

gint64
ggov_change_entry_get_n_rows (GgovChangeEntry *self)
{
  g_return_val_if_fail (GGOV_IS_CHANGE_ENTRY (self), 0);

  return self->n_rows;
}
