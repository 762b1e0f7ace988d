/* ggov-finding.c: something that does not hold, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-finding.h"

struct _GgovFinding
{
  GObject  parent_instance;

  char    *kind;
  char    *subject;
  char    *message;
};

G_DEFINE_FINAL_TYPE (GgovFinding, ggov_finding, G_TYPE_OBJECT)

static void
ggov_finding_finalize (GObject *object)
{
  GgovFinding *self = GGOV_FINDING (object);

  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (ggov_finding_parent_class)->finalize (object);
}

static void
ggov_finding_class_init (GgovFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_finding_finalize;
}

static void
ggov_finding_init (GgovFinding *self)
{
}

GgovFinding *
ggov_finding_new (const char *kind,
                  const char *subject,
                  const char *message)
{
  GgovFinding *self = g_object_new (GGOV_TYPE_FINDING, NULL);

  self->kind = g_strdup (kind);
  self->subject = g_strdup (subject);
  self->message = g_strdup (message);

  return self;
}

const char *
ggov_finding_get_kind (GgovFinding *self)
{
  g_return_val_if_fail (GGOV_IS_FINDING (self), NULL);

  return self->kind;
}

const char *
ggov_finding_get_subject (GgovFinding *self)
{
  g_return_val_if_fail (GGOV_IS_FINDING (self), NULL);

  return self->subject;
}

const char *
ggov_finding_get_message (GgovFinding *self)
{
  g_return_val_if_fail (GGOV_IS_FINDING (self), NULL);

  return self->message;
}
