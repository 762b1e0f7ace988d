/* ggov-issue-terms.c: what an issue's deadline is reckoned from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-issue-terms.h"

static void
begin_anew (GgovIssueTerms *self,
            gint64          at)
{
  self->terms.start = at;
  g_array_set_size (self->extensions, 0);
  g_array_set_size (self->suspensions, 0);
}

static void
suspend (GgovIssueTerms *self,
         gint64          at)
{
  const GgovSuspension suspension = { at, GGOV_DEADLINE_NONE };

  g_array_append_val (self->suspensions, suspension);
}

static void
resume (GgovIssueTerms *self,
        gint64          at)
{
  GgovSuspension *last;

  if (self->suspensions->len == 0)
    return;

  last = &g_array_index (self->suspensions, GgovSuspension, self->suspensions->len - 1);
  last->to = MAX (at, last->from);
}

static void
extend (GgovIssueTerms *self,
        const char     *granted)
{
  GgovLimit limit;

  if (granted && ggov_limit_parse (granted, &limit, NULL))
    g_array_append_val (self->extensions, limit);
}

static void
follow (GgovIssueTerms             *self,
        const GgovIssueEventFields *event)
{
  switch ((int) event->move)
    {
    case GGOV_ISSUE_FILE:
    case GGOV_ISSUE_DISPATCH:
    case GGOV_ISSUE_REOPEN:
      begin_anew (self, event->at);
      break;

    case GGOV_ISSUE_SUSPEND:
      suspend (self, event->at);
      break;

    case GGOV_ISSUE_RESUME:
      resume (self, event->at);
      break;

    case GGOV_ISSUE_EXTEND:
      extend (self, event->granted);
      break;

    default:
      break;
    }
}

GgovIssueTerms *
ggov_issue_terms_new (const GgovLimit *limit,
                      gint64           filed_at,
                      GPtrArray       *events)
{
  GgovIssueTerms *self;

  g_return_val_if_fail (limit != NULL, NULL);
  g_return_val_if_fail (events != NULL, NULL);

  self = g_new0 (GgovIssueTerms, 1);
  self->extensions = g_array_new (FALSE, FALSE, sizeof (GgovLimit));
  self->suspensions = g_array_new (FALSE, FALSE, sizeof (GgovSuspension));
  self->terms.limit = *limit;
  self->terms.start = filed_at;

  for (guint i = 0; i < events->len; i++)
    {
      const GgovIssueEventFields *event = ggov_issue_event_get_fields (events->pdata[i]);

      /* When it was filed first is known better than from its history: a platform may correct it. */
      if (i > 0 || event->move != GGOV_ISSUE_FILE)
        follow (self, event);
    }

  self->terms.extensions = (const GgovLimit *) (void *) self->extensions->data;
  self->terms.n_extensions = self->extensions->len;
  self->terms.suspensions = (const GgovSuspension *) (void *) self->suspensions->data;
  self->terms.n_suspensions = self->suspensions->len;

  return self;
}

void
ggov_issue_terms_free (GgovIssueTerms *self)
{
  g_array_unref (self->extensions);
  g_array_unref (self->suspensions);
  g_free (self);
}
