/* ggov-issue-facts.c: all that is known of an issue, for files and papers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-issue-facts.h"
#include "ggov-role.h"

#define URI_PREFIX "gridgov:issue/"

void
ggov_issue_facts_free (GgovIssueFacts *self)
{
  g_clear_object (&self->issue);
  g_free (self->type_code);
  g_free (self->class_name);
  g_free (self->class_name_zh);
  g_free (self->closing);
  g_free (self->closing_zh);
  g_free (self->role_name);
  g_free (self->role_name_zh);
  g_free (self->description);
  g_free (self->source);
  g_free (self->reporter);
  g_free (self->reporter_phone);
  g_free (self->handler_phone);
  g_free (self->last_note);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self->platform);
  g_free (self->source_id);
  g_free (self->status_notes);
  g_free (self->agency);
  g_free (self->notice);
  g_free (self->address_id);
  g_free (self->zipcode);
  g_free (self->media_url);
  g_free (self);
}

const char *
ggov_issue_facts_get_class_label (const GgovIssueFacts *self)
{
  return ggov_role_choose_name (self->class_name, self->class_name_zh);
}

const char *
ggov_issue_facts_get_role_label (const GgovIssueFacts *self)
{
  return self->role_name ? ggov_role_choose_name (self->role_name, self->role_name_zh) : NULL;
}

const char *
ggov_issue_facts_get_closing (const GgovIssueFacts *self)
{
  return ggov_role_choose_name (self->closing, self->closing_zh);
}

const char *
ggov_issue_facts_get_source (const GgovIssueFacts *self)
{
  GgovIssueSource source;

  return ggov_issue_source_from_code (self->source, &source, NULL)
           ? ggov_issue_source_get_label (source) : NULL;
}

char *
ggov_issue_dup_whereabouts (GgovIssue *issue)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  const char *words[] = { fields->community_name, fields->grid_name, fields->place };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      /* Places and grids are often called after what they are in. */
      if (words[i] == NULL || *words[i] == '\0')
        continue;
      if (text->len > 0 && g_str_has_prefix (words[i], text->str))
        g_string_truncate (text, 0);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
    }

  return g_string_free (text, FALSE);
}

char *
ggov_issue_dup_uri (const char *number)
{
  return g_strconcat (URI_PREFIX, number, NULL);
}

const char *
ggov_issue_get_number_of_uri (const char *text)
{
  return g_str_has_prefix (text, URI_PREFIX) ? text + strlen (URI_PREFIX) : NULL;
}
