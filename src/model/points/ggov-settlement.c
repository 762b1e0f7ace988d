/* ggov-settlement.c: what a venue took in for points in a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-settlement.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovSettlementFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovSettlementFields, member, name)

static const GgovRecordField record_fields[] = {
  NUMBER (id, "id"),
  NUMBER (venue_id, "venue-id"),
  TEXT (venue, "venue"),
  TEXT (month, "month"),
  NUMBER (opening, "opening"),
  NUMBER (redeemed, "redeemed"),
  NUMBER (returned, "returned"),
  NUMBER (closing, "closing"),
  TEXT (venue_signer, "venue-signer"),
  TEXT (office_signer, "office-signer"),
  NUMBER (signed_at, "signed-at"),
};

struct _GgovSettlement
{
  GObject               parent_instance;

  GgovSettlementFields  record;
  char                 *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovSettlement, ggov_settlement, G_TYPE_OBJECT)

static void
ggov_settlement_finalize (GObject *object)
{
  GgovSettlement *self = GGOV_SETTLEMENT (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_settlement_parent_class)->finalize (object);
}

static void
ggov_settlement_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_SETTLEMENT (object)->record, record_fields, prop_id, value);
}

static void
ggov_settlement_class_init (GgovSettlementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_settlement_finalize;
  object_class->get_property = ggov_settlement_get_property;

  _ggov_record_install (object_class, record_fields, G_N_ELEMENTS (record_fields));
}

static void
ggov_settlement_init (GgovSettlement *self)
{
}

GgovSettlement *
ggov_settlement_new (const GgovSettlementFields *fields)
{
  GgovSettlement *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_SETTLEMENT, NULL);
  self->record = *fields;
  self->texts = _ggov_record_keep_texts (&self->record, record_fields,
                                         G_N_ELEMENTS (record_fields));

  return self;
}

const GgovSettlementFields *
ggov_settlement_get_fields (GgovSettlement *self)
{
  g_return_val_if_fail (GGOV_IS_SETTLEMENT (self), NULL);

  return &self->record;
}
