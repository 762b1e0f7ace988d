/* ggov-import-people.c: rows of a table become people and posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-import-mapping.h"
#include "ggov-import-footprints-private.h"
#include "ggov-import-heading.h"
#include "ggov-import-people-private.h"
#include "ggov-import-people-row-private.h"

#define N_REQUIRED  1   /* the name */
#define CHECK_EVERY 256 /* rows between looks at whether the user gave up */

static const GgovImportField fields[GGOV_IMPORT_PERSON_N_FIELDS] = {
  { "name", { "姓名", "名字", "人员姓名", "name", "full name", "负责人", "网格员", NULL },
    N_("Name") },
  { "sex", { "性别", "sex", "gender", NULL }, N_("Sex") },
  { "birth_date", { "出生日期", "出生年月日", "生日", "birth_date", "birth date", "birthday", NULL },
    N_("Date of birth") },
  { "phone", { "联系电话", "电话", "手机号码", "手机号", "手机", "联系方式", "phone", NULL },
    N_("Phone") },
  { "role", { "岗位", "职务", "角色", "网格职务", "人员身份", "role", "post", NULL },
    N_("Role") },
  { "community", { "社区", "所属社区", "社区名称", "community", NULL }, N_("Community") },
  { "grid", { "网格", "所属网格", "网格编号", "网格名称", "责任网格", "grid", NULL }, N_("Grid") },
  { "compound", { "小区", "街坊", "小区名称", "所属小区", "现住小区/建筑", "小区/建筑", "compound", NULL },
    N_("Compound") },
  { "building", { "楼栋", "楼号", "楼栋号", "所在楼栋", "幢号", "building", NULL }, N_("Building") },
  { "unit", { "单元", "单元号", "所在单元", "unit", NULL }, N_("Unit") },
  { "place", { "责任区域", "门牌地址", "地址", "住址", "责任楼栋", "place", "address", NULL },
    N_("Place of the post") },
  { "since", { "任职时间", "任职日期", "上岗时间", "聘任日期", "开始日期", "since", "from", NULL },
    N_("First day") },
  { "until", { "离任时间", "离任日期", "卸任日期", "任期至", "结束日期", "until", "to", NULL },
    N_("Last day") },
  { "reason", { "任职依据", "备注", "说明", "reason", "note", NULL }, N_("Reason") },
};

static gboolean
load (GgovImportWork *work,
      GError        **error)
{
  return (work->crowd = ggov_import_crowd_new (work->change, error)) &&
         (work->spots = ggov_import_spots_new (work->change, work->order->day, error)) &&
         (work->roles = ggov_change_load_roles (work->change, error));
}

/* Where nobody says which columns serve, those that did the last time do. */
static gboolean
open_table (GgovImportWork   *work,
            GgovImportTable **table,
            GError          **error)
{
  GgovImportOrder *order = work->order;
  GHashTable *wishes = order->wishes;
  g_autoptr(GHashTable) remembered =
    ggov_change_load_import_mappings (work->change, order->word, error);
  g_autoptr(GgovImportHeading) heading = NULL;
  g_autofree char *words = NULL;

  if (remembered == NULL ||
      !(heading = ggov_import_heading_find (order->reading, order->layer_index, fields,
                                            G_N_ELEMENTS (fields), order->heading, wishes,
                                            wishes ? NULL : remembered, error)))
    return FALSE;

  words = ggov_import_heading_dup_words (heading);
  if (wishes && order->remember &&
      !ggov_change_keep_import_mapping (work->change, order->word, words, wishes, error))
    return FALSE;

  *table = ggov_import_heading_open (order->reading, order->layer_index, heading, fields,
                                     G_N_ELEMENTS (fields), N_REQUIRED,
                                     wishes ? wishes : g_hash_table_lookup (remembered, words),
                                     error);

  return *table != NULL;
}

static gboolean
has_enough (const GgovImportOrder *order,
            guint                  n)
{
  return order->most_rows > 0 && n >= order->most_rows;
}

gboolean
ggov_import_accept_people (GgovChange       *change,
                           GgovImportOrder  *order,
                           GError          **error)
{
  g_auto(GgovImportWork) work = { .change = change, .order = order };
  g_autoptr(GgovImportTable) table = NULL;
  const double n_rows = MAX (order->layer->n_rows, 1);
  GError *broken = NULL;

  if (!load (&work, error) || !open_table (&work, &table, error))
    return FALSE;

  order->report->heading = table->heading;
  for (guint i = 0; !has_enough (order, i) && ggov_exchange_rows_next (table->rows, &broken); i++)
    if ((i % CHECK_EVERY == 0 && !ggov_import_go_on (change, order, i / n_rows, error)) ||
        !ggov_import_people_accept_row (&work, table, error))
      return FALSE;

  if (broken == NULL)
    return ggov_import_people_flush (&work, error);

  g_propagate_error (error, broken);
  return FALSE;
}

const GgovImportField *
ggov_import_get_person_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}
