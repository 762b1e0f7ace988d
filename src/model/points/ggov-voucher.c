/* ggov-voucher.c: what is handed out for points and handed in at a venue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-voucher.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovVoucherFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovVoucherFields, member, name)

static const GgovRecordField record_fields[] = {
  NUMBER (id, "id"),
  TEXT (number, "number"),
  TEXT (state, "state"),
  TEXT (person, "person"),
  TEXT (reward, "reward"),
  TEXT (venue, "venue"),
  NUMBER (points, "points"),
  TEXT (valid_to, "valid-to"),
  NUMBER (used_at, "used-at"),
  NUMBER (transfer_id, "transfer-id"),
  TEXT (code, "code"),
};

struct _GgovVoucher
{
  GObject            parent_instance;

  GgovVoucherFields  record;
  char              *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovVoucher, ggov_voucher, G_TYPE_OBJECT)

static void
ggov_voucher_finalize (GObject *object)
{
  GgovVoucher *self = GGOV_VOUCHER (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_voucher_parent_class)->finalize (object);
}

static void
ggov_voucher_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_VOUCHER (object)->record, record_fields, prop_id, value);
}

static void
ggov_voucher_class_init (GgovVoucherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_voucher_finalize;
  object_class->get_property = ggov_voucher_get_property;

  _ggov_record_install (object_class, record_fields, G_N_ELEMENTS (record_fields));
}

static void
ggov_voucher_init (GgovVoucher *self)
{
}

GgovVoucher *
ggov_voucher_new (const GgovVoucherFields *fields)
{
  GgovVoucher *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_VOUCHER, NULL);
  self->record = *fields;
  self->texts = _ggov_record_keep_texts (&self->record, record_fields,
                                         G_N_ELEMENTS (record_fields));

  return self;
}

const GgovVoucherFields *
ggov_voucher_get_fields (GgovVoucher *self)
{
  g_return_val_if_fail (GGOV_IS_VOUCHER (self), NULL);

  return &self->record;
}
