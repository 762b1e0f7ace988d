/* ggov-change-text.c: a line of the change log in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-change-text.h"
#include "ggov-local-time.h"

char *
ggov_change_dup_when (GgovChangeEntry *entry)
{
  char *when;

  g_return_val_if_fail (GGOV_IS_CHANGE_ENTRY (entry), NULL);

  when = ggov_local_time_format (ggov_change_entry_get_at (entry));

  return g_strdelimit (when, "T", ' ');
}

char *
ggov_change_dup_sentence (GgovChangeEntry *entry)
{
  const char *action;
  const char *subject;

  g_return_val_if_fail (GGOV_IS_CHANGE_ENTRY (entry), NULL);

  action = _(ggov_change_entry_get_action (entry));
  subject = ggov_change_entry_get_subject (entry);

  /* Translators: what was done, and to what: “Appoint: 3号楼” */
  return *subject ? g_strdup_printf (_("%s: %s"), action, subject) : g_strdup (action);
}
