/* ggov-import-people.c: rows of a table become people and posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ggov-import-footprints-private.h"
#include "ggov-import-heading.h"
#include "ggov-import-people-private.h"
#include "ggov-import-person-private.h"
#include "ggov-import-spots-private.h"
#include "ggov-write-people.h"

#define N_REQUIRED  1   /* the name */
#define CHECK_EVERY 256 /* rows between looks at whether the user gave up */

static const GgovImportField fields[GGOV_IMPORT_PERSON_N_FIELDS] = {
  { "name", { "姓名", "名字", "人员姓名", "name", "full name", "负责人", "网格员", NULL } },
  { "sex", { "性别", "sex", "gender", NULL } },
  { "birth_date", { "出生日期", "出生年月日", "生日", "birth_date", "birth date", "birthday", NULL } },
  { "phone", { "联系电话", "电话", "手机号码", "手机号", "手机", "联系方式", "phone", NULL } },
  { "role", { "岗位", "职务", "角色", "网格职务", "人员身份", "role", "post", NULL } },
  { "community", { "社区", "所属社区", "社区名称", "community", NULL } },
  { "grid", { "网格", "所属网格", "网格编号", "网格名称", "责任网格", "grid", NULL } },
  { "compound", { "小区", "街坊", "小区名称", "所属小区", "现住小区/建筑", "小区/建筑", "compound", NULL } },
  { "building", { "楼栋", "楼号", "楼栋号", "所在楼栋", "幢号", "building", NULL } },
  { "unit", { "单元", "单元号", "所在单元", "unit", NULL } },
  { "place", { "责任区域", "门牌地址", "地址", "住址", "责任楼栋", "place", "address", NULL } },
  { "since", { "任职时间", "任职日期", "上岗时间", "聘任日期", "开始日期", "since", NULL } },
  { "reason", { "任职依据", "备注", "说明", "reason", "note", NULL } },
};

typedef struct
{
  GgovChange      *change;
  GgovImportOrder *order;
  GgovImportCrowd *crowd; /* (owned): who is known */
  GgovImportSpots *spots; /* (owned) */
  GPtrArray       *roles; /* (owned) (element-type GgovKnownRole) */
} Work;

/* One row on its way in. */
typedef struct
{
  Work                  *work;
  GgovImportPerson      *person;
  const GgovKnownRole   *role;  /* (nullable): of the post, if it is to have one */
  const GgovKnownPlace  *place; /* (nullable): of the post */
  GgovPostRecord         post;  /* of @role, where @wants_post */
  gint64                 person_id;
  gboolean               wants_post;
  gboolean               is_refused; /* the report says why */
  gboolean               added;
  gboolean               changed;
} Row;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->crowd, ggov_import_crowd_free);
  g_clear_pointer (&work->spots, ggov_import_spots_free);
  g_clear_pointer (&work->roles, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Roles ------------------------------------------------------------------------------------ */

/* What offices call roles besides their names, a part of which is 楼长 and so on already. */
static const struct { const char *word, *code; } other_names[] = {
  { "片长", "full_time_member" }, { "网格长", "full_time_member" },
  { "专职网格员", "full_time_member" }, { "社区书记", "chief_grid_leader" },
  { "楼栋长", "building_leader" }, { "楼门长", "unit_leader" }, { "门栋长", "unit_leader" },
};

static const GgovKnownRole *
find_role (Work       *work,
           const char *words)
{
  const char *code = words;

  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (g_str_equal (other_names[i].word, words))
      code = other_names[i].code;

  for (guint i = 0; i < work->roles->len; i++)
    {
      const GgovKnownRole *role = work->roles->pdata[i];

      if (g_str_equal (role->code, code) || g_str_equal (role->name_zh, words) ||
          g_ascii_strcasecmp (role->name, words) == 0)
        return role;
    }

  return NULL;
}

/* Rejecting -------------------------------------------------------------------------------- */

static gboolean
reject (Row        *row,
        const char *code,
        const char *message)
{
  ggov_import_report_reject (row->work->order->report, row->person->row, code, message, NAN, NAN);
  return FALSE;
}

static gboolean
reject_place (Row                  *row,
              GgovImportSpotResult  result)
{
  if (result == GGOV_IMPORT_SPOT_UNSAID)
    return reject (row, "no-place", _("The row does not say where the post is held"));
  if (result == GGOV_IMPORT_SPOT_AMBIGUOUS)
    return reject (row, "several-places",
                   _("Several places are called so; name the community, grid or compound too"));

  return reject (row, "unknown-place", _("The office knows no such place, or it lies in another "
                                         "community or grid than the row says"));
}

/* Understanding ---------------------------------------------------------------------------- */

static gboolean
understand_post (Row *row)
{
  const GgovImportPerson *person = row->person;
  const GgovImportSpotWords words = {
    .community = person->community,
    .grid = person->grid,
    .compound = person->compound,
    .building = person->building,
    .unit = person->unit,
    .place = person->place,
  };
  GgovImportSpotResult result;

  if (person->role == NULL)
    return TRUE;

  if (!(row->role = find_role (row->work, person->role)))
    return reject (row, "unknown-role", _("There is no such post; use a name of the list of roles"));

  result = ggov_import_spots_find (row->work->spots, row->role->scope, &words, &row->place);

  return result == GGOV_IMPORT_SPOT_FOUND || reject_place (row, result);
}

static gboolean
understand_person (Row *row)
{
  switch (ggov_import_crowd_find (row->work->crowd, row->person, &row->person_id))
    {
    case GGOV_IMPORT_CROWD_KNOWN:
    case GGOV_IMPORT_CROWD_NEW:
      return TRUE;

    case GGOV_IMPORT_CROWD_NAMESAKE:
      ggov_import_report_notice (row->work->order->report, row->person->row, "namesake",
                                 _("Somebody of that name has another phone; taken for a different "
                                   "person"), NAN, NAN);
      return TRUE;

    case GGOV_IMPORT_CROWD_SEVERAL:
      return reject (row, "several-namesakes",
                     _("Several people have that name; give the phone to tell them apart"));

    case GGOV_IMPORT_CROWD_PHONE_TAKEN:
    default:
      return reject (row, "phone-taken",
                     _("The phone belongs to somebody of another name; correct the name or the "
                       "number"));
    }
}

/* Writing ---------------------------------------------------------------------------------- */

static gboolean
write_person (Row     *row,
              GError **error)
{
  const GgovImportPerson *person = row->person;
  const GgovPersonRecord record = {
    .name = row->person_id == 0 ? person->name : NULL,
    .sex = person->sex,
    .birth_date = person->birth_date,
    .phone = person->phone,
  };

  if (row->person_id == 0)
    {
      row->added = TRUE;
      row->person_id = ggov_change_add_person (row->work->change, &record, error);

      return row->person_id != 0;
    }

  row->changed = ggov_import_crowd_is_different (row->work->crowd, row->person_id, person);

  return !row->changed || ggov_change_update_person (row->work->change, row->person_id, &record,
                                                     error);
}

static void
set_place (GgovPostRecord       *post,
           const GgovKnownPlace *place)
{
  gint64 *id = g_str_equal (place->kind, "sub-district") ? &post->sub_district_id
             : g_str_equal (place->kind, "community") ? &post->community_id
             : g_str_equal (place->kind, "grid") ? &post->grid_id
             : g_str_equal (place->kind, "building") ? &post->building_id : &post->unit_id;

  *id = place->id;
}

/* Whether the row has a post that is not held already, and no rule against it; a row that is
 * refused is told of. FALSE with @error set on failure. */
static gboolean
check_post (Row     *row,
            GError **error)
{
  GgovPostRecord *post = &row->post;
  GgovChange *change = row->work->change;
  g_autoptr(GError) refusal = NULL;
  gboolean has_post = FALSE;

  if (row->role == NULL)
    return TRUE;

  post->person_id = row->person_id;
  post->role_id = row->role->id;
  post->valid_from = row->person->since ? row->person->since : row->work->order->day;
  post->reason = row->person->reason;
  set_place (post, row->place);
  if (row->person_id != 0 &&
      !ggov_change_has_post (change, row->person_id, post->role_id, row->place, post->valid_from,
                             &has_post, error))
    return FALSE;

  row->wants_post = !has_post;
  if (has_post || ggov_change_check_post (change, post, &refusal))
    return TRUE;

  if (!g_error_matches (refusal, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  row->is_refused = TRUE;
  ggov_import_report_reject_because (row->work->order->report, row->person->row, "refused",
                                     _("A rule of the post stands against it"), refusal->message);
  return TRUE;
}

static gboolean
write_post (Row     *row,
            GError **error)
{
  if (!row->wants_post)
    return TRUE;

  row->added = TRUE;
  row->post.person_id = row->person_id;

  return ggov_change_add_post (row->work->change, &row->post, error) != 0;
}

/* What may be refused is asked first, so that a row goes in whole or not at all. */
static gboolean
keep_row (Row     *row,
          GError **error)
{
  GgovImportReport *report = row->work->order->report;

  if (!check_post (row, error))
    return FALSE;
  if (row->is_refused)
    return TRUE;
  if (!write_person (row, error) || !write_post (row, error))
    return FALSE;

  ggov_import_crowd_keep (row->work->crowd, row->person_id, row->person);
  report->added += row->added;
  report->changed += !row->added && row->changed;
  report->same += !row->added && !row->changed;

  return TRUE;
}

static gboolean
accept_row (Work             *work,
            GgovImportTable  *table,
            GError          **error)
{
  g_autoptr(GgovImportPerson) person = NULL;
  Row row = { .work = work };

  /* Notes and sums among the rows say nothing of anybody. */
  if (!ggov_import_person_read (table, work->order->report, &person))
    return TRUE;

  row.person = person;
  if (person->is_rejected || !understand_post (&row) || !understand_person (&row))
    return TRUE;

  return keep_row (&row, error);
}

static gboolean
load (Work    *work,
      GError **error)
{
  return (work->crowd = ggov_import_crowd_new (work->change, error)) &&
         (work->spots = ggov_import_spots_new (work->change, work->order->day, error)) &&
         (work->roles = ggov_change_load_roles (work->change, error));
}

gboolean
ggov_import_accept_people (GgovChange       *change,
                           GgovImportOrder  *order,
                           GError          **error)
{
  g_auto(Work) work = { .change = change, .order = order };
  g_autoptr(GgovImportTable) table = NULL;
  const double n_rows = MAX (order->layer->n_rows, 1);
  GError *broken = NULL;

  if (!load (&work, error) ||
      !(table = ggov_import_heading_open (order->reading, order->layer_index, fields,
                                          G_N_ELEMENTS (fields), N_REQUIRED, order->wishes, error)))
    return FALSE;

  order->report->heading = table->heading;
  for (guint i = 0; ggov_exchange_rows_next (table->rows, &broken); i++)
    if ((i % CHECK_EVERY == 0 && !ggov_import_go_on (change, order, i / n_rows, error)) ||
        !accept_row (&work, table, error))
      return FALSE;

  if (broken == NULL)
    return TRUE;

  g_propagate_error (error, broken);
  return FALSE;
}

const GgovImportField *
ggov_import_get_person_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}
