/* ggov-case-type-columns.c: case types as the columns of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-type-columns-private.h"
#include "ggov-case-type-words-private.h"

/* A table that was written in either language has one of the words for each column. */
static const GgovImportField columns[GGOV_CASE_TYPE_N_COLUMNS] = {
  { "code", { "编码", "类型编码", "小类编码", "小类代码", "type code", "code" }, N_("Type code") },
  { "name_zh", { "中文名称", "名称", "类型名称", "小类", "小类名称", "事务类型", "name in chinese" },
    N_("Name in Chinese") },
  { "name", { "英文名称", "name in english", "name" }, N_("Name in English") },
  { "lane", { "治理类别", "类别", "lane" }, N_("Lane") },
  { "class_code", { "大类编码", "大类代码", "class code" }, N_("Class code") },
  { "class_zh", { "大类", "大类名称", "class in chinese" }, N_("Class in Chinese") },
  { "class", { "大类英文名称", "class in english", "class" }, N_("Class in English") },
  { "filing_zh", { "立案条件", "立案标准", "filed when, in chinese" },
    N_("Filed when, in Chinese") },
  { "filing", { "英文立案条件", "filed when, in english", "filed when" },
    N_("Filed when, in English") },
  { "closing_zh", { "结案条件", "结案标准", "closed when, in chinese" },
    N_("Closed when, in Chinese") },
  { "closing", { "英文结案条件", "closed when, in english", "closed when" },
    N_("Closed when, in English") },
  { "limit", { "办结时限", "处置时限", "时限", "time limit", "limit" }, N_("Time limit") },
  { "start", { "起算规则", "起算", "limit begins", "start" }, N_("Limit begins") },
  { "stage1_name_zh", { "阶段1", "阶段1名称", "stage 1 in chinese" }, N_("Stage 1 in Chinese") },
  { "stage1_name", { "阶段1英文名称", "stage 1 in english", "stage 1" }, N_("Stage 1 in English") },
  { "stage1_limit", { "阶段1时限", "limit of stage 1" }, N_("Limit of stage 1") },
  { "stage2_name_zh", { "阶段2", "阶段2名称", "stage 2 in chinese" }, N_("Stage 2 in Chinese") },
  { "stage2_name", { "阶段2英文名称", "stage 2 in english", "stage 2" }, N_("Stage 2 in English") },
  { "stage2_limit", { "阶段2时限", "limit of stage 2" }, N_("Limit of stage 2") },
  { "stage3_name_zh", { "阶段3", "阶段3名称", "stage 3 in chinese" }, N_("Stage 3 in Chinese") },
  { "stage3_name", { "阶段3英文名称", "stage 3 in english", "stage 3" }, N_("Stage 3 in English") },
  { "stage3_limit", { "阶段3时限", "limit of stage 3" }, N_("Limit of stage 3") },
  { "stage4_name_zh", { "阶段4", "阶段4名称", "stage 4 in chinese" }, N_("Stage 4 in Chinese") },
  { "stage4_name", { "阶段4英文名称", "stage 4 in english", "stage 4" }, N_("Stage 4 in English") },
  { "stage4_limit", { "阶段4时限", "limit of stage 4" }, N_("Limit of stage 4") },
  { "role", { "责任岗位", "责任主体", "处置岗位", "answering role", "role" },
    N_("Answering role") },
  { "measures", { "计量", "计量要求", "measures" }, N_("Measures") },
  { "figure", { "统计项目", "counts towards", "figure" }, N_("Counts towards") },
  { "service", { "公用事业", "供应服务", "utility", "service" }, N_("Utility") },
  { "evidence", { "证据要求", "佐证要求", "evidence" }, N_("Evidence") },
  { "duplicate_metres", { "查重半径", "查重半径（米）", "duplicates within metres" },
    N_("Duplicates within metres") },
  { "duplicate_days", { "查重天数", "查重期限", "duplicates within days" },
    N_("Duplicates within days") },
  { "points", { "积分项目", "积分规则", "points activity", "points" }, N_("Points activity") },
  { "valid_from", { "生效日期", "启用日期", "in force from" }, N_("In force from") },
};

const GgovImportField *
_ggov_case_type_get_columns (void)
{
  return columns;
}

/* Name in Chinese, in English, limit. */
static const char **
get_stage_text (GgovCaseTypeRecord *record,
                guint               at)
{
  GgovCaseStageRecord *stage = &record->stages[at / 3];

  return at % 3 == 0 ? &stage->name_zh : at % 3 == 1 ? &stage->name : &stage->limit_text;
}

const char **
_ggov_case_type_get_text (GgovCaseTypeRecord *record,
                          guint               column)
{
  if (column >= GGOV_CASE_TYPE_STAGE && column < GGOV_CASE_TYPE_ROLE)
    return get_stage_text (record, column - GGOV_CASE_TYPE_STAGE);

  switch (column)
    {
    case GGOV_CASE_TYPE_CODE: return &record->code;
    case GGOV_CASE_TYPE_NAME_ZH: return &record->name_zh;
    case GGOV_CASE_TYPE_NAME: return &record->name;
    case GGOV_CASE_TYPE_LANE: return &record->lane;
    case GGOV_CASE_TYPE_CLASS_CODE: return &record->class_code;
    case GGOV_CASE_TYPE_CLASS_ZH: return &record->class_name_zh;
    case GGOV_CASE_TYPE_CLASS: return &record->class_name;
    case GGOV_CASE_TYPE_FILING_ZH: return &record->filing_zh;
    case GGOV_CASE_TYPE_FILING: return &record->filing;
    case GGOV_CASE_TYPE_CLOSING_ZH: return &record->closing_zh;
    case GGOV_CASE_TYPE_CLOSING: return &record->closing;
    case GGOV_CASE_TYPE_LIMIT: return &record->limit_text;
    case GGOV_CASE_TYPE_START: return &record->start_rule;
    case GGOV_CASE_TYPE_ROLE: return &record->role;
    case GGOV_CASE_TYPE_FIGURE: return &record->figure;
    case GGOV_CASE_TYPE_SERVICE: return &record->service;
    case GGOV_CASE_TYPE_EVIDENCE: return &record->evidence;
    case GGOV_CASE_TYPE_POINTS: return &record->points_activity;
    case GGOV_CASE_TYPE_VALID_FROM: return &record->valid_from;
    default: return NULL;
    }
}

static gboolean
is_limit (guint column)
{
  return column == GGOV_CASE_TYPE_LIMIT ||
         (column >= GGOV_CASE_TYPE_STAGE && column < GGOV_CASE_TYPE_ROLE &&
          (column - GGOV_CASE_TYPE_STAGE) % 3 == 2);
}

/* What kind of word stands in a column; -1 for texts of any kind. */
static int
get_word_kind (guint column)
{
  switch (column)
    {
    case GGOV_CASE_TYPE_LANE: return GGOV_CASE_TYPE_WORD_LANE;
    case GGOV_CASE_TYPE_START: return GGOV_CASE_TYPE_WORD_START;
    case GGOV_CASE_TYPE_FIGURE: return GGOV_CASE_TYPE_WORD_FIGURE;
    default: return -1;
    }
}

static char *
dup_number (gint64 number)
{
  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static char *
dup_limit (const char *text)
{
  GgovLimit limit;

  return ggov_limit_parse (text, &limit, NULL) ? ggov_limit_dup_label (&limit) : g_strdup (text);
}

char *
_ggov_case_type_dup_cell (const GgovCaseTypeRecord *record,
                          guint                     column)
{
  GgovCaseTypeRecord copy = *record;
  const char **place = _ggov_case_type_get_text (&copy, column);
  const char *text = place && *place ? *place : "";

  if (column == GGOV_CASE_TYPE_MEASURES)
    return _ggov_case_type_measures_dup (record->measures);
  if (column == GGOV_CASE_TYPE_METRES)
    return dup_number (record->duplicate_radius_m);
  if (column == GGOV_CASE_TYPE_DAYS)
    return dup_number (record->duplicate_days);
  if (column == GGOV_CASE_TYPE_EVIDENCE)
    return _ggov_case_type_evidence_dup (text);
  if (column == GGOV_CASE_TYPE_ROLE && record->role_label)
    return g_strdup (record->role_label);
  if (column == GGOV_CASE_TYPE_POINTS && record->points_label)
    return g_strdup (record->points_label);
  if (*text && is_limit (column))
    return dup_limit (text);
  if (get_word_kind (column) >= 0)
    return _ggov_case_type_word_dup (get_word_kind (column), text);

  return g_strdup (text);
}

static char *
read_text (guint       column,
           const char *text)
{
  if (is_limit (column))
    return _ggov_case_type_limit_read (text);
  if (column == GGOV_CASE_TYPE_EVIDENCE)
    return _ggov_case_type_evidence_read (text);
  if (get_word_kind (column) >= 0)
    return _ggov_case_type_word_read (get_word_kind (column), text);

  return g_strdup (text);
}

gboolean
_ggov_case_type_read_cell (GgovCaseTypeRecord *record,
                           guint               column,
                           const char         *text,
                           GPtrArray          *kept)
{
  const char **place = _ggov_case_type_get_text (record, column);
  char *read;

  if (column == GGOV_CASE_TYPE_MEASURES)
    return _ggov_case_type_measures_read (text, &record->measures);
  if (column == GGOV_CASE_TYPE_METRES)
    return _ggov_case_type_number_read (*text ? text : "0", &record->duplicate_radius_m);
  if (column == GGOV_CASE_TYPE_DAYS)
    return _ggov_case_type_number_read (*text ? text : "0", &record->duplicate_days);

  read = read_text (column, text);
  g_ptr_array_add (kept, read);
  *place = read;

  return TRUE;
}
