/* ggov-points-rule.c: what an activity earns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-catalogue-private.h"
#include "ggov-points-rule.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPointsRuleFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPointsRuleFields, member, name)

#define MINUTES_IN_HOUR 60
#define WHOLE           100 /* hundredths */

static const GgovRecordField record_fields[] = {
  NUMBER (id, "id"),
  TEXT (code, "code"),
  TEXT (activity, "activity"),
  TEXT (activity_zh, "activity-zh"),
  TEXT (label, "label"),
  NUMBER (points, "points"),
  NUMBER (per_day, "per-day"),
  NUMBER (version, "version"),
  NUMBER (per_hour, "per-hour"),
  NUMBER (per_award, "per-award"),
  NUMBER (per_month, "per-month"),
  NUMBER (approve_above, "approve-above"),
  NUMBER (notice_days, "notice-days"),
  NUMBER (draft, "draft"),
  TEXT (earned_by, "earned-by"),
  TEXT (valid_from, "valid-from"),
  TEXT (valid_to, "valid-to"),
  TEXT (roles, "roles"),
};

struct _GgovPointsRule
{
  GObject               parent_instance;

  GgovPointsRuleFields  record;
  char                 *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovPointsRule, ggov_points_rule, G_TYPE_OBJECT)

static void
ggov_points_rule_finalize (GObject *object)
{
  GgovPointsRule *self = GGOV_POINTS_RULE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_points_rule_parent_class)->finalize (object);
}

static void
ggov_points_rule_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_POINTS_RULE (object)->record, record_fields, prop_id, value);
}

static void
ggov_points_rule_class_init (GgovPointsRuleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_points_rule_finalize;
  object_class->get_property = ggov_points_rule_get_property;

  _ggov_record_install (object_class, record_fields, G_N_ELEMENTS (record_fields));
}

static void
ggov_points_rule_init (GgovPointsRule *self)
{
}

const char *
ggov_points_choose_name (const char *name,
                         const char *name_zh)
{
  return _ggov_catalogue_prefers_chinese () ? name_zh : name;
}

GgovPointsRule *
ggov_points_rule_new (const GgovPointsRuleFields *fields)
{
  GgovPointsRule *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_POINTS_RULE, NULL);
  self->record = *fields;
  self->record.label = ggov_points_choose_name (fields->activity, fields->activity_zh);
  self->texts = _ggov_record_keep_texts (&self->record, record_fields,
                                         G_N_ELEMENTS (record_fields));

  return self;
}

const GgovPointsRuleFields *
ggov_points_rule_get_fields (GgovPointsRule *self)
{
  g_return_val_if_fail (GGOV_IS_POINTS_RULE (self), NULL);

  return &self->record;
}

gint64
ggov_points_rule_reckon (const GgovPointsRuleFields *fields,
                         gint64                      minutes,
                         gint64                      percent)
{
  const gint64 times = fields->per_hour ? minutes : 1;
  const gint64 unit = fields->per_hour ? WHOLE * MINUTES_IN_HOUR : WHOLE;
  const gint64 points = (2 * fields->points * percent * times + unit) / (2 * unit);

  return fields->per_award > 0 ? MIN (points, fields->per_award) : points;
}
