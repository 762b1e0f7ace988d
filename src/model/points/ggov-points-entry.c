/* ggov-points-entry.c: one line of a points passbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-catalogue-private.h"
#include "ggov-local-time.h"
#include "ggov-points-entry.h"
#include "ggov-points-kind.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPointsEntryFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPointsEntryFields, member, name)

static const GgovRecordField record_fields[] = {
  NUMBER (transfer_id, "transfer-id"),
  NUMBER (at, "at"),
  TEXT (day, "day"),
  TEXT (time, "time"),
  TEXT (kind, "kind"),
  TEXT (kind_label, "kind-label"),
  TEXT (activity, "activity"),
  TEXT (activity_zh, "activity-zh"),
  TEXT (label, "label"),
  TEXT (owner, "owner"),
  TEXT (counter_kind, "counter-kind"),
  TEXT (counter, "counter"),
  NUMBER (points, "points"),
  NUMBER (balance, "balance"),
  NUMBER (reversed, "reversed"),
  NUMBER (reverses_id, "reverses-id"),
  TEXT (voucher, "voucher"),
  TEXT (note, "note"),
};

struct _GgovPointsEntry
{
  GObject                parent_instance;

  GgovPointsEntryFields  record;
  char                  *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovPointsEntry, ggov_points_entry, G_TYPE_OBJECT)

static void
ggov_points_entry_finalize (GObject *object)
{
  GgovPointsEntry *self = GGOV_POINTS_ENTRY (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_points_entry_parent_class)->finalize (object);
}

static void
ggov_points_entry_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_POINTS_ENTRY (object)->record, record_fields, prop_id, value);
}

static void
ggov_points_entry_class_init (GgovPointsEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_points_entry_finalize;
  object_class->get_property = ggov_points_entry_get_property;

  _ggov_record_install (object_class, record_fields, G_N_ELEMENTS (record_fields));
}

static void
ggov_points_entry_init (GgovPointsEntry *self)
{
}

GgovPointsEntry *
ggov_points_entry_new (const GgovPointsEntryFields *fields)
{
  g_auto(GStrv) moment = NULL;
  g_autofree char *text = NULL;
  GgovPointsEntry *self;

  g_return_val_if_fail (fields != NULL, NULL);

  /* An entry that stands for one that is not known yet has no moment either. */
  text = fields->at != 0 ? ggov_local_time_format (fields->at) : g_strdup ("T");
  moment = g_strsplit (text, "T", 2);
  self = g_object_new (GGOV_TYPE_POINTS_ENTRY, NULL);
  self->record = *fields;
  self->record.day = moment[0];
  self->record.time = moment[1];
  self->record.kind_label = ggov_points_transfer_kind_get_label (fields->kind);
  if (*fields->counter == '\0')
    self->record.counter = ggov_points_account_kind_get_label (fields->counter_kind);
  self->record.label = _ggov_catalogue_prefers_chinese () ? fields->activity_zh : fields->activity;
  self->texts = _ggov_record_keep_texts (&self->record, record_fields,
                                         G_N_ELEMENTS (record_fields));

  return self;
}

const GgovPointsEntryFields *
ggov_points_entry_get_fields (GgovPointsEntry *self)
{
  g_return_val_if_fail (GGOV_IS_POINTS_ENTRY (self), NULL);

  return &self->record;
}
