/* ggov-handler-proposal.c: who could be sent about an issue, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-catalogue-private.h"
#include "ggov-handler-proposal.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovHandlerProposalRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovHandlerProposalRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (person_id, "person-id"),
  NUMBER (rank, "rank"),
  TEXT (name, "name"),
  TEXT (phone, "phone"),
  TEXT (role_code, "role-code"),
  TEXT (role, "role"),
  TEXT (role_zh, "role-zh"),
  TEXT (scope, "scope"),
  TEXT (place, "place"),
  TEXT (away_name, "away-name"),
  TEXT (away_until, "away-until"),
  NUMBER (is_responsible, "is-responsible"),
  NUMBER (n_open, "n-open"),
};

struct _GgovHandlerProposal
{
  GObject                    parent_instance;

  GgovHandlerProposalRecord  record;
  char                      *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovHandlerProposal, ggov_handler_proposal, G_TYPE_OBJECT)

static void
ggov_handler_proposal_finalize (GObject *object)
{
  GgovHandlerProposal *self = GGOV_HANDLER_PROPOSAL (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_handler_proposal_parent_class)->finalize (object);
}

static void
ggov_handler_proposal_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_HANDLER_PROPOSAL (object)->record, fields, prop_id, value);
}

static void
ggov_handler_proposal_class_init (GgovHandlerProposalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_handler_proposal_finalize;
  object_class->get_property = ggov_handler_proposal_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_handler_proposal_init (GgovHandlerProposal *self)
{
}

GgovHandlerProposal *
ggov_handler_proposal_new (const GgovHandlerProposalRecord *record)
{
  GgovHandlerProposal *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_HANDLER_PROPOSAL, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovHandlerProposalRecord *
ggov_handler_proposal_get_record (GgovHandlerProposal *self)
{
  g_return_val_if_fail (GGOV_IS_HANDLER_PROPOSAL (self), NULL);

  return &self->record;
}

const char *
ggov_handler_proposal_get_role_label (GgovHandlerProposal *self)
{
  g_return_val_if_fail (GGOV_IS_HANDLER_PROPOSAL (self), NULL);

  return _ggov_catalogue_prefers_chinese () ? self->record.role_zh : self->record.role;
}

char *
ggov_handler_proposal_dup_reason (GgovHandlerProposal *self)
{
  const GgovHandlerProposalRecord *record = ggov_handler_proposal_get_record (self);
  const char *role = ggov_handler_proposal_get_role_label (self);
  g_autofree char *what = NULL;

  if (record->is_responsible)
    /* Translators: a role and the place it is for: the post that answers for a kind of issue */
    what = g_strdup_printf (_("%1$s of %2$s, responsible for this type"), role, record->place);
  else
    /* Translators: a role and the place it is for */
    what = g_strdup_printf (C_("handler", "%1$s of %2$s"), role, record->place);

  if (record->away_name == NULL)
    return g_steal_pointer (&what);

  /* Translators: who stands in for whom until which day, and what post that is */
  return g_strdup_printf (_("Stands in for %1$s until %2$s: %3$s"), record->away_name,
                          record->away_until, what);
}
