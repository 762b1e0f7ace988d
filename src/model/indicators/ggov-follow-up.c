/* ggov-follow-up.c: a call that is to be made after an issue was closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-follow-up.h"
#include "ggov-local-time.h"

static const char *const labels[] = {
  NC_("satisfaction", "1 Not satisfied at all"),
  NC_("satisfaction", "2 Not satisfied"),
  NC_("satisfaction", "3 Just so"),
  NC_("satisfaction", "4 Satisfied"),
  NC_("satisfaction", "5 Very satisfied"),
};

struct _GgovFollowUp
{
  GObject             parent_instance;

  GgovIssue          *issue;
  GgovFollowUpFields  fields;
  char               *reporter; /* (nullable) */
  char               *phone;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (GgovFollowUp, ggov_follow_up, G_TYPE_OBJECT)

static void
ggov_follow_up_finalize (GObject *object)
{
  GgovFollowUp *self = GGOV_FOLLOW_UP (object);

  g_clear_object (&self->issue);
  g_clear_pointer (&self->reporter, g_free);
  g_clear_pointer (&self->phone, g_free);

  G_OBJECT_CLASS (ggov_follow_up_parent_class)->finalize (object);
}

static void
ggov_follow_up_class_init (GgovFollowUpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_follow_up_finalize;
}

static void
ggov_follow_up_init (GgovFollowUp *self)
{
}

GgovFollowUp *
ggov_follow_up_new (GgovIssue                *issue,
                    const GgovFollowUpFields *fields)
{
  GgovFollowUp *self;

  g_return_val_if_fail (GGOV_IS_ISSUE (issue) && fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_FOLLOW_UP, NULL);
  self->issue = g_object_ref (issue);
  self->fields = *fields;
  self->fields.reporter = self->reporter = g_strdup (fields->reporter);
  self->fields.phone = self->phone = g_strdup (fields->phone);

  return self;
}

GgovIssue *
ggov_follow_up_get_issue (GgovFollowUp *self)
{
  g_return_val_if_fail (GGOV_IS_FOLLOW_UP (self), NULL);

  return self->issue;
}

const GgovFollowUpFields *
ggov_follow_up_get_fields (GgovFollowUp *self)
{
  g_return_val_if_fail (GGOV_IS_FOLLOW_UP (self), NULL);

  return &self->fields;
}

int
ggov_follow_up_find_day (GgovOfficeClock *clock,
                         gint64           closed_at)
{
  int day;

  g_return_val_if_fail (clock != NULL, 0);

  day = ggov_local_time_get_day (closed_at) + 1;
  while (day >= GGOV_CALENDAR_FIRST_DAY && day < GGOV_CALENDAR_LAST_DAY &&
         !ggov_office_clock_is_working (clock, day))
    day++;

  return day;
}

const char *
ggov_satisfaction_get_label (guint points)
{
  g_return_val_if_fail (points >= GGOV_SATISFACTION_LEAST && points <= GGOV_SATISFACTION_MOST, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "satisfaction", labels[points - 1]);
}
