/* ggov-case-type-json.c: case types as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <json-glib/json-glib.h>

#include "ggov-case-type-export-private.h"
#include "ggov-case-type-version.h"

/* Nothing is said of what is not there. */
static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  if (text == NULL || *text == '\0')
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_stages (JsonBuilder              *builder,
            const GgovCaseTypeRecord *record)
{
  guint n = ggov_case_type_record_count_stages (record);

  if (n == 0)
    return;

  json_builder_set_member_name (builder, "stages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "name", record->stages[i].name);
      add_text (builder, "name_zh", record->stages[i].name_zh);
      add_text (builder, "limit", record->stages[i].limit_text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_measures (JsonBuilder *builder,
              gint64       measures)
{
  if (measures == 0)
    return;

  json_builder_set_member_name (builder, "measures");
  json_builder_begin_array (builder);
  if (measures & GGOV_MEASURE_COUNT)
    json_builder_add_string_value (builder, "count");
  if (measures & GGOV_MEASURE_AREA)
    json_builder_add_string_value (builder, "area");
  json_builder_end_array (builder);
}

static void
add_duplicate (JsonBuilder              *builder,
               const GgovCaseTypeRecord *record)
{
  if (record->duplicate_radius_m == 0)
    return;

  json_builder_set_member_name (builder, "duplicate");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "metres");
  json_builder_add_int_value (builder, record->duplicate_radius_m);
  json_builder_set_member_name (builder, "days");
  json_builder_add_int_value (builder, record->duplicate_days);
  json_builder_end_object (builder);
}

static void
add_type (JsonBuilder              *builder,
          const GgovCaseTypeRecord *record)
{
  json_builder_begin_object (builder);
  add_text (builder, "code", record->code);
  add_text (builder, "name", record->name);
  add_text (builder, "name_zh", record->name_zh);
  add_text (builder, "filing", record->filing);
  add_text (builder, "filing_zh", record->filing_zh);
  add_text (builder, "closing", record->closing);
  add_text (builder, "closing_zh", record->closing_zh);
  add_text (builder, "limit", record->limit_text);
  add_text (builder, "start", record->start_rule);
  add_stages (builder, record);
  add_text (builder, "role", record->role);
  add_measures (builder, record->measures);
  add_text (builder, "figure", record->figure);
  add_text (builder, "service", record->service);
  add_text (builder, "evidence", record->evidence);
  add_duplicate (builder, record);
  add_text (builder, "points", record->points_activity);
  json_builder_end_object (builder);
}

static gboolean
is_same_class (const GgovCaseTypeRecord *a,
               const GgovCaseTypeRecord *b)
{
  return a && g_strcmp0 (a->class_code, b->class_code) == 0 && g_strcmp0 (a->lane, b->lane) == 0 &&
         g_strcmp0 (a->class_name, b->class_name) == 0 &&
         g_strcmp0 (a->class_name_zh, b->class_name_zh) == 0;
}

static void
begin_class (JsonBuilder              *builder,
             const GgovCaseTypeRecord *record)
{
  json_builder_begin_object (builder);
  add_text (builder, "code", record->class_code);
  add_text (builder, "name", record->class_name);
  add_text (builder, "name_zh", record->class_name_zh);
  add_text (builder, "lane", record->lane);
  json_builder_set_member_name (builder, "types");
  json_builder_begin_array (builder);
}

static void
end_class (JsonBuilder *builder)
{
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_classes (JsonBuilder *builder,
             GListModel  *rows)
{
  g_autoptr(GgovCaseTypeVersion) before = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item (rows, i);
      const GgovCaseTypeRecord *record = ggov_case_type_version_get_record (version);

      if (before == NULL || !is_same_class (ggov_case_type_version_get_record (before), record))
        {
          if (before)
            end_class (builder);
          begin_class (builder, record);
        }
      add_type (builder, record);
      g_set_object (&before, version);
    }

  if (before)
    end_class (builder);
}

char *
_ggov_case_types_dup_json (GListModel *rows)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "classes");
  json_builder_begin_array (builder);
  add_classes (builder, rows);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);

  return json_generator_to_data (generator, NULL);
}
