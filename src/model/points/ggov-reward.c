/* ggov-reward.c: what points buy, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-reward.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovRewardFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovRewardFields, member, name)

static const GgovRecordField record_fields[] = {
  NUMBER (id, "id"),
  TEXT (venue, "venue"),
  TEXT (name, "name"),
  NUMBER (points, "points"),
  NUMBER (stock, "stock"),
  NUMBER (venue_id, "venue-id"),
  NUMBER (per_month, "per-month"),
  NUMBER (voucher_days, "voucher-days"),
  TEXT (valid_to, "valid-to"),
};

struct _GgovReward
{
  GObject           parent_instance;

  GgovRewardFields  record;
  char             *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovReward, ggov_reward, G_TYPE_OBJECT)

static void
ggov_reward_finalize (GObject *object)
{
  GgovReward *self = GGOV_REWARD (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_reward_parent_class)->finalize (object);
}

static void
ggov_reward_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_REWARD (object)->record, record_fields, prop_id, value);
}

static void
ggov_reward_class_init (GgovRewardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_reward_finalize;
  object_class->get_property = ggov_reward_get_property;

  _ggov_record_install (object_class, record_fields, G_N_ELEMENTS (record_fields));
}

static void
ggov_reward_init (GgovReward *self)
{
}

GgovReward *
ggov_reward_new (const GgovRewardFields *fields)
{
  GgovReward *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_REWARD, NULL);
  self->record = *fields;
  self->texts = _ggov_record_keep_texts (&self->record, record_fields,
                                         G_N_ELEMENTS (record_fields));

  return self;
}

const GgovRewardFields *
ggov_reward_get_fields (GgovReward *self)
{
  g_return_val_if_fail (GGOV_IS_REWARD (self), NULL);

  return &self->record;
}
