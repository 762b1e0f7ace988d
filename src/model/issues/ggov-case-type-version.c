/* ggov-case-type-version.c: a version of a case type as an office keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-case-type-version.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovCaseTypeRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovCaseTypeRecord, member, name)
#define STAGE(i, number) \
  TEXT (stages[i].name, "stage-" number "-name"), \
  TEXT (stages[i].name_zh, "stage-" number "-name-zh"), \
  TEXT (stages[i].limit_text, "stage-" number "-limit")

/* What says something of the type itself. */
#define CONTENTS \
  NUMBER (measures, "measures"), \
  NUMBER (duplicate_radius_m, "duplicate-radius-m"), \
  NUMBER (duplicate_days, "duplicate-days"), \
  TEXT (code, "code"), \
  TEXT (lane, "lane"), \
  TEXT (class_code, "class-code"), \
  TEXT (class_name, "class-name"), \
  TEXT (class_name_zh, "class-name-zh"), \
  TEXT (name, "name"), \
  TEXT (name_zh, "name-zh"), \
  TEXT (filing, "filing"), \
  TEXT (filing_zh, "filing-zh"), \
  TEXT (closing, "closing"), \
  TEXT (closing_zh, "closing-zh"), \
  TEXT (limit_text, "limit-text"), \
  TEXT (start_rule, "start-rule"), \
  TEXT (role, "role"), \
  TEXT (figure, "figure"), \
  TEXT (service, "service"), \
  TEXT (evidence, "evidence"), \
  TEXT (points_activity, "points-activity"), \
  STAGE (0, "1"), \
  STAGE (1, "2"), \
  STAGE (2, "3"), \
  STAGE (3, "4")

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (row_version, "row-version"),
  NUMBER (version, "version"),
  NUMBER (n_versions, "n-versions"),
  NUMBER (n_issues, "n-issues"),
  TEXT (valid_from, "valid-from"),
  TEXT (valid_to, "valid-to"),
  TEXT (reading, "reading"),
  TEXT (label, "label"),
  TEXT (class_label, "class-label"),
  TEXT (lane_label, "lane-label"),
  TEXT (role_label, "role-label"),
  TEXT (points_label, "points-label"),
  CONTENTS,
};
static const GgovRecordField contents[] = { CONTENTS };

G_STATIC_ASSERT (GGOV_CASE_TYPE_MAX_STAGES == 4);

struct _GgovCaseTypeVersion
{
  GObject             parent_instance;

  GgovCaseTypeRecord  record;
  char               *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovCaseTypeVersion, ggov_case_type_version, G_TYPE_OBJECT)

static void
ggov_case_type_version_finalize (GObject *object)
{
  GgovCaseTypeVersion *self = GGOV_CASE_TYPE_VERSION (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_case_type_version_parent_class)->finalize (object);
}

static void
ggov_case_type_version_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_CASE_TYPE_VERSION (object)->record, fields, prop_id, value);
}

static void
ggov_case_type_version_class_init (GgovCaseTypeVersionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_case_type_version_finalize;
  object_class->get_property = ggov_case_type_version_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_case_type_version_init (GgovCaseTypeVersion *self)
{
}

GgovCaseTypeVersion *
ggov_case_type_version_new (const GgovCaseTypeRecord *record)
{
  GgovCaseTypeVersion *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_CASE_TYPE_VERSION, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovCaseTypeRecord *
ggov_case_type_version_get_record (GgovCaseTypeVersion *self)
{
  g_return_val_if_fail (GGOV_IS_CASE_TYPE_VERSION (self), NULL);

  return &self->record;
}

guint
ggov_case_type_record_count_stages (const GgovCaseTypeRecord *record)
{
  guint n = 0;

  g_return_val_if_fail (record != NULL, 0);

  while (n < GGOV_CASE_TYPE_MAX_STAGES && record->stages[n].limit_text &&
         *record->stages[n].limit_text)
    n++;

  return n;
}

/* What is not there is said by NULL and by "". */
static gboolean
is_same_text (const char *a,
              const char *b)
{
  return g_str_equal (a ? a : "", b ? b : "");
}

gboolean
ggov_case_type_record_equal (const GgovCaseTypeRecord *a,
                             const GgovCaseTypeRecord *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      gsize at = contents[i].offset;

      if (contents[i].is_text
            ? !is_same_text (G_STRUCT_MEMBER (const char *, a, at),
                             G_STRUCT_MEMBER (const char *, b, at))
            : G_STRUCT_MEMBER (gint64, a, at) != G_STRUCT_MEMBER (gint64, b, at))
        return FALSE;
    }

  return TRUE;
}

GgovCaseTypeVersion *
ggov_case_type_version_new_from_type (const GgovCaseType *type)
{
  g_autofree char *limit = NULL, *evidence = NULL;
  g_auto(GStrv) limits = g_new0 (char *, GGOV_CASE_TYPE_MAX_STAGES + 1);
  GgovCaseTypeRecord record;

  g_return_val_if_fail (type != NULL, NULL);

  limit = ggov_limit_to_string (&type->limit);
  evidence = ggov_evidence_plan_to_string (&type->evidence);
  record = (GgovCaseTypeRecord) {
    .code = type->code,
    .lane = ggov_lane_get_code (type->lane),
    .class_code = type->class_code,
    .class_name = type->class_name,
    .class_name_zh = type->class_name_zh,
    .name = type->name,
    .name_zh = type->name_zh,
    .filing = type->filing,
    .filing_zh = type->filing_zh,
    .closing = type->closing,
    .closing_zh = type->closing_zh,
    .limit_text = limit,
    .start_rule = ggov_start_rule_get_code (type->start_rule),
    .role = type->role,
    .figure = ggov_figure_get_code (type->figure),
    .service = type->service,
    .evidence = evidence,
    .points_activity = type->points_activity,
    .measures = type->measures,
    .duplicate_radius_m = type->duplicate_radius_m,
    .duplicate_days = type->duplicate_days,
  };

  for (guint i = 0; i < type->n_stages; i++)
    {
      limits[i] = ggov_limit_to_string (&type->stages[i].limit);
      record.stages[i] = (GgovCaseStageRecord) { type->stages[i].name, type->stages[i].name_zh,
                                                 limits[i] };
    }

  return ggov_case_type_version_new (&record);
}
