/* ggov-points-account.c: an account of the points ledger and what it holds on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-points-account.h"
#include "ggov-points-kind.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPointsAccountFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPointsAccountFields, member, name)

static const GgovRecordField record_fields[] = {
  NUMBER (id, "id"),
  TEXT (kind, "kind"),
  TEXT (kind_label, "kind-label"),
  NUMBER (owner_id, "owner-id"),
  TEXT (name, "name"),
  TEXT (sort_key, "sort-key"),
  TEXT (search_text, "search-text"),
  TEXT (grid_code, "grid-code"),
  TEXT (grid, "grid"),
  NUMBER (balance, "balance"),
  NUMBER (earned, "earned"),
  NUMBER (redeemed, "redeemed"),
  TEXT (last_day, "last-day"),
};

struct _GgovPointsAccount
{
  GObject                  parent_instance;

  GgovPointsAccountFields  record;
  char                    *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovPointsAccount, ggov_points_account, G_TYPE_OBJECT)

static void
ggov_points_account_finalize (GObject *object)
{
  GgovPointsAccount *self = GGOV_POINTS_ACCOUNT (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_points_account_parent_class)->finalize (object);
}

static void
ggov_points_account_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_POINTS_ACCOUNT (object)->record, record_fields, prop_id, value);
}

static void
ggov_points_account_class_init (GgovPointsAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_points_account_finalize;
  object_class->get_property = ggov_points_account_get_property;

  _ggov_record_install (object_class, record_fields, G_N_ELEMENTS (record_fields));
}

static void
ggov_points_account_init (GgovPointsAccount *self)
{
}

GgovPointsAccount *
ggov_points_account_new (const GgovPointsAccountFields *fields)
{
  GgovPointsAccount *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_POINTS_ACCOUNT, NULL);
  self->record = *fields;
  self->record.kind_label = ggov_points_account_kind_get_label (fields->kind);
  if (*fields->name == '\0')
    self->record.name = self->record.kind_label;
  self->texts = _ggov_record_keep_texts (&self->record, record_fields,
                                         G_N_ELEMENTS (record_fields));

  return self;
}

const GgovPointsAccountFields *
ggov_points_account_get_fields (GgovPointsAccount *self)
{
  g_return_val_if_fail (GGOV_IS_POINTS_ACCOUNT (self), NULL);

  return &self->record;
}
