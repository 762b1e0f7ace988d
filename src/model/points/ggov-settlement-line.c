/* ggov-settlement-line.c: what of one reward a venue gave for points in a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-settlement-line.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovSettlementLineFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovSettlementLineFields, member, name)

static const GgovRecordField record_fields[] = {
  NUMBER (id, "id"),
  TEXT (reward, "reward"),
  NUMBER (count, "count"),
  NUMBER (redeemed, "redeemed"),
  NUMBER (n_returned, "n-returned"),
  NUMBER (returned, "returned"),
};

struct _GgovSettlementLine
{
  GObject                   parent_instance;

  GgovSettlementLineFields  record;
  char                     *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovSettlementLine, ggov_settlement_line, G_TYPE_OBJECT)

static void
ggov_settlement_line_finalize (GObject *object)
{
  GgovSettlementLine *self = GGOV_SETTLEMENT_LINE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_settlement_line_parent_class)->finalize (object);
}

static void
ggov_settlement_line_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_SETTLEMENT_LINE (object)->record, record_fields, prop_id, value);
}

static void
ggov_settlement_line_class_init (GgovSettlementLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_settlement_line_finalize;
  object_class->get_property = ggov_settlement_line_get_property;

  _ggov_record_install (object_class, record_fields, G_N_ELEMENTS (record_fields));
}

static void
ggov_settlement_line_init (GgovSettlementLine *self)
{
}

GgovSettlementLine *
ggov_settlement_line_new (const GgovSettlementLineFields *fields)
{
  GgovSettlementLine *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_SETTLEMENT_LINE, NULL);
  self->record = *fields;
  self->texts = _ggov_record_keep_texts (&self->record, record_fields,
                                         G_N_ELEMENTS (record_fields));

  return self;
}

const GgovSettlementLineFields *
ggov_settlement_line_get_fields (GgovSettlementLine *self)
{
  g_return_val_if_fail (GGOV_IS_SETTLEMENT_LINE (self), NULL);

  return &self->record;
}
