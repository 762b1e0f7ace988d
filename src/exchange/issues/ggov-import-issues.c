/* ggov-import-issues.c: rows of service requests become issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-import-mapping.h"
#include "ggov-import-footprints-private.h"
#include "ggov-import-heading.h"
#include "ggov-import-issue-private.h"
#include "ggov-import-issues.h"

#define N_REQUIRED  2   /* the number and the time */
#define CHECK_EVERY 256 /* rows between looks at whether the user gave up */

/* The user's own case types for names of services are remembered like columns. */
#define SERVICES_WORD "services"

static const GgovImportField fields[GGOV_IMPORT_ISSUE_N_FIELDS] = {
  { "number", { "service_request_id", "工单编号", "工单号", "案件编号", "事件编号", "unique key", "编号", "number", NULL },
    N_("Number") },
  { "filed", { "requested_datetime", "上报时间", "受理时间", "立案时间", "创建时间", "来电时间", "created date",
               "filed", NULL },
    N_("Filed") },
  { "code", { "service_code", "类型编码", "事项编码", "小类编码", "小类代码", "code of the kind", NULL },
    N_("Code of the kind") },
  { "service", { "service_name", "事务类型", "案件类型", "事项类型", "问题类型", "小类名称", "类型",
                 "complaint type", "kind", NULL },
    N_("Kind") },
  { "title", { "标题", "工单标题", "案件标题", "问题标题", "title", "descriptor", NULL },
    N_("Title") },
  { "description", { "description", "问题描述", "诉求内容", "案件描述", "事件描述", "内容", NULL },
    N_("Description") },
  { "status", { "status", "状态", "工单状态", "案件状态", "办理状态", "环节", "state", NULL },
    N_("State") },
  { "closed", { "closed_datetime", "结案时间", "办结时间", "完成时间", "closed date", "closed", NULL },
    N_("Closed") },
  { "updated", { "updated_datetime", "更新时间", "最后更新", "resolution action updated date",
                 "last changed", NULL },
    N_("Last changed") },
  { "expected", { "expected_datetime", "办结时限", "处置时限", "截止时间", "due date", "due", NULL },
    N_("Due") },
  { "grid", { "网格", "所属网格", "网格编码", "网格编号", "网格名称", "grid", NULL },
    N_("Grid") },
  { "place", { "address", "地址", "事发地址", "事发地点", "位置描述", "address_string", "incident address",
               "place", NULL },
    N_("Place") },
  { "lat", { "lat", "纬度", "latitude", "y坐标", NULL },
    N_("Latitude") },
  { "lon", { "long", "经度", "longitude", "lon", "lng", "x坐标", NULL },
    N_("Longitude") },
  { "notes", { "status_notes", "处理结果", "处置结果", "办理结果", "resolution description",
               "what was done", NULL },
    N_("What was done") },
  { "agency", { "agency_responsible", "承办单位", "责任单位", "处置部门", "主办单位", "agency name",
                "who is responsible", NULL },
    N_("Who is responsible") },
  { "notice", { "service_notice", NULL },
    N_("Notice") },
  { "address_id", { "address_id", "bbl", NULL },
    N_("Number of the address") },
  { "zipcode", { "zipcode", "邮编", "邮政编码", "incident zip", NULL },
    N_("Postcode") },
  { "media", { "media_url", "附件", "照片", "图片", NULL },
    N_("Address of a picture") },
};

static void
clear (GgovImportIssues *self)
{
  g_clear_pointer (&self->arrivals, ggov_arrivals_free);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->services, g_hash_table_unref);
}

typedef GgovImportIssues Issues;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Issues, clear)

/* What the user says now is kept beside what was said before. */
static gboolean
load_services (GgovImportIssues  *self,
               GError           **error)
{
  g_autoptr(GHashTable) kept =
    ggov_change_load_import_mappings (self->change, SERVICES_WORD, error);
  GHashTable *known = kept ? g_hash_table_lookup (kept, "") : NULL;
  GHashTableIter iter;
  gpointer name, code;

  if (kept == NULL)
    return FALSE;

  self->services = known ? g_hash_table_ref (known)
                         : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (self->order->services == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, self->order->services);
  while (g_hash_table_iter_next (&iter, &name, &code))
    g_hash_table_insert (self->services, g_utf8_strdown (name, -1), g_strdup (code));

  return !self->order->remember ||
         ggov_change_keep_import_mapping (self->change, SERVICES_WORD, "", self->services, error);
}

/* Where nobody says which columns serve, those that did the last time do. */
static GgovImportTable *
open_table (GgovImportIssues  *self,
            GError           **error)
{
  GgovImportOrder *order = self->order;
  g_autoptr(GHashTable) remembered =
    ggov_change_load_import_mappings (self->change, order->word, error);
  g_autoptr(GgovImportHeading) heading = NULL;
  g_autofree char *words = NULL;

  if (remembered == NULL ||
      !(heading = ggov_import_heading_find (order->reading, order->layer_index, fields,
                                            G_N_ELEMENTS (fields), order->heading, order->wishes,
                                            order->wishes ? NULL : remembered, error)))
    return NULL;

  words = ggov_import_heading_dup_words (heading);
  if (order->wishes && order->remember &&
      !ggov_change_keep_import_mapping (self->change, order->word, words, order->wishes, error))
    return NULL;

  return ggov_import_heading_open (order->reading, order->layer_index, heading, fields,
                                   G_N_ELEMENTS (fields), N_REQUIRED,
                                   order->wishes ? order->wishes
                                                 : g_hash_table_lookup (remembered, words),
                                   error);
}

gboolean
ggov_import_accept_issues (GgovChange       *change,
                           GgovImportOrder  *order,
                           GError          **error)
{
  g_auto(Issues) self = { .change = change, .order = order };
  g_autoptr(GgovImportTable) table = NULL;
  const double n_rows = MAX (order->layer->n_rows, 1);
  GError *broken = NULL;

  self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!load_services (&self, error) || !(table = open_table (&self, error)) ||
      !(self.arrivals = ggov_arrivals_new (change, order->words ? order->words : "", error)))
    return FALSE;

  order->report->heading = table->heading;
  for (guint i = 0; (order->most_rows == 0 || i < order->most_rows) &&
                    ggov_exchange_rows_next (table->rows, &broken); i++)
    if ((i % CHECK_EVERY == 0 && !ggov_import_go_on (change, order, i / n_rows, error)) ||
        !_ggov_import_issues_accept_row (&self, table, error))
      return FALSE;

  if (broken == NULL)
    return TRUE;

  g_propagate_error (error, broken);
  return FALSE;
}

const GgovImportField *
ggov_import_get_issue_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}
