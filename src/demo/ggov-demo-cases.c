/* ggov-demo-cases.c: the demo's mediations, structures, joint actions and utility companies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-names-private.h"
#include "ggov-demo-office-private.h"
#include "ggov-local-time.h"
#include "ggov-organisation-kind.h"
#include "ggov-write-cases.h"
#include "ggov-write-organisations.h"

#define HOUR_S         3600
#define AFTERNOON      (14 * 60 + 30) /* minutes of the day */
#define NOT_SIGNED     9              /* one in so many files lacks its last pieces */
#define PART_DAYS      120            /* how long ago the earlier joint action began */
#define ACTION_DAYS    21
#define ACTION_ISSUES  12
#define DRAWN          24             /* so many structures are on the map, for a look */
#define SIDE_E7        220            /* half a structure's side there, degrees times ten million */

typedef struct
{
  GgovChange     *change;
  GgovDemoOffice *office;
  GgovDemoRandom  random;
  guint           n_disputes;
  guint           n_drawn;
} Writing;

static const char *const claims[] = {
  "请求对方停止干扰并恢复原状。", "请求对方赔偿损失、负责维修。", "请求双方就费用达成一致。",
  "请求对方赔礼道歉，今后互不打扰。",
};
static const char *const told[] = {
  "多次沟通未果，影响正常生活，希望社区主持公道。", "事情属实，但事出有因，愿意协商解决。",
};
static const char *const said[] = {
  "申请人陈述事情经过并提出请求；被申请人说明原因，承认处置不当；网格员宣讲相关规定，逐项核对事实。",
  "双方各自陈述，争议集中在费用分担；调解员出示现场照片，提出折中方案供双方考虑。",
};
static const char *const agreed[] = {
  "被申请人于七日内修复并承担全部费用，双方今后互谅互让。",
  "费用由双方各承担一半，当场付清，此事了结。",
  "被申请人停止该行为，每日 22 时至次日 7 时保持安静；申请人不再追究。",
};
static const char *const labels[] = {
  "阳光房", "彩钢棚", "砖混小房", "楼顶加建", "储物棚", "院内搭建", "门前台阶及围挡",
};

static int
get_day (gint64 at)
{
  return ggov_local_time_get_day (at);
}

#define CHOOSE(writing, texts) \
  ((texts)[_ggov_demo_random_int (&(writing)->random, 0, G_N_ELEMENTS (texts) - 1)])

/* Disputes ------------------------------------------------------------------------------------- */

static gint64
add_party (Writing             *writing,
           const GgovDemoCase  *one,
           GgovDisputeSide      side,
           GError             **error)
{
  GgovDemoBuilding *building = _ggov_demo_town_building (writing->office->town, one->building);
  g_auto(GgovDemoNamed) named = { NULL };
  g_autofree char *address = NULL;

  _ggov_demo_name_person (&named, 1950, 2000, 0.5, &writing->random);
  address = g_strdup_printf ("%s%d室", building->number ? building->number : building->name,
                             _ggov_demo_random_int (&writing->random, 1,
                                                    MAX (1, building->floors)) * 100 +
                             _ggov_demo_random_int (&writing->random, 1, 3));

  return ggov_change_save_dispute_party (writing->change, &(GgovDisputePartyFields) {
    .issue_id = one->issue_id,
    .side = ggov_dispute_side_get_code (side),
    .name = named.name,
    .phone = named.phone,
    .address = address,
    .statement = told[side],
  }, error);
}

/* On the afternoon half way, or an hour after it was filed. */
static gint64
get_meeting_time (const GgovDemoCase *one)
{
  int first = get_day (one->filed_at), last = get_day (one->closed_at);

  return MAX (ggov_local_time_from_day (first + (last - first) / 2, AFTERNOON),
              one->filed_at + HOUR_S);
}

static gboolean
hold_meeting (Writing             *writing,
              const GgovDemoCase  *one,
              const gint64         parties[2],
              GError             **error)
{
  g_autofree char *ids = g_strdup_printf ("%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, parties[0],
                                          parties[1]);

  return ggov_change_save_dispute_meeting (writing->change, &(GgovDisputeMeetingFields) {
    .issue_id = one->issue_id,
    .at = get_meeting_time (one),
    .place = "社区调解室",
    .party_ids = ids,
    .others = "社区法律顾问",
    .said = CHOOSE (writing, said),
    .agreed = "双方同意按协议履行。",
  }, error) != 0;
}

/* All that the file has to have, but for a few whose follow-up and receipt are not there yet. */
static gboolean
fill_file (Writing             *writing,
           const GgovDemoCase  *one,
           GError             **error)
{
  g_autofree char *begin = ggov_local_day_format (get_day (one->filed_at));
  g_autofree char *end = ggov_local_day_format (get_day (one->closed_at));
  gboolean is_whole = writing->n_disputes++ % NOT_SIGNED != NOT_SIGNED - 1;

  for (guint i = 0; i < GGOV_N_DISPUTE_PIECES; i++)
    {
      const GgovDisputePieceKind *kind = ggov_dispute_piece_get_kind (i);
      const GgovDisputePieceFields piece = { .piece = kind->code,
                                             .day = kind->always ? begin : end };

      gboolean is_there = is_whole || kind->always || g_str_equal (kind->code, "agreement");

      if (is_there && (kind->always || kind->if_agreed) &&
          !ggov_change_mark_dispute_piece (writing->change, one->issue_id, &piece, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_dispute (Writing             *writing,
               const GgovDemoCase  *one,
               GError             **error)
{
  g_autofree char *begin = ggov_local_day_format (get_day (one->filed_at));
  g_autofree char *end = ggov_local_day_format (get_day (one->closed_at));
  GgovDisputeFields fields = {
    .issue_id = one->issue_id,
    .mediator_id = one->handler,
    .claim = CHOOSE (writing, claims),
    .applied_on = begin,
    .accepted_on = begin,
  };
  gint64 parties[2];

  if ((parties[0] = add_party (writing, one, GGOV_DISPUTE_APPLICANT, error)) == 0 ||
      (parties[1] = add_party (writing, one, GGOV_DISPUTE_RESPONDENT, error)) == 0)
    return FALSE;

  if (one->closed_at != 0)
    {
      if (!hold_meeting (writing, one, parties, error) || !fill_file (writing, one, error))
        return FALSE;
      fields.outcome = ggov_dispute_outcome_get_code (GGOV_DISPUTE_AGREED);
      fields.ended_on = end;
      fields.agreement = CHOOSE (writing, agreed);
    }

  return ggov_change_save_dispute (writing->change, &fields, error) != 0;
}

/* Structures ------------------------------------------------------------------------------------ */

/* A square around a place. */
static char *
dup_outline (const GgovDemoBuilding *building)
{
  const int corners[4][2] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } };
  GString *outline = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      char text[2][G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (text[0], sizeof text[0], "%.7f",
                       building->lon + corners[i][0] * SIDE_E7 / 1e7);
      g_ascii_formatd (text[1], sizeof text[1], "%.7f",
                       building->lat + corners[i][1] * SIDE_E7 / 1e7);
      g_string_append_printf (outline, "%s%s,%s", i ? " " : "", text[0], text[1]);
    }

  return g_string_free (outline, FALSE);
}

static gboolean
write_structure (Writing             *writing,
                 const GgovDemoCase  *one,
                 gint64               area_cm2,
                 GError             **error)
{
  gboolean is_down = one->count > 0;
  int found = get_day (one->filed_at);
  int down = is_down && one->closed_at ? get_day (one->closed_at) : found;
  g_autofree char *found_on = ggov_local_day_format (found);
  g_autofree char *down_on = is_down ? ggov_local_day_format (down) : NULL;
  g_autofree char *outline = NULL;

  if (writing->n_drawn++ < DRAWN)
    outline = dup_outline (_ggov_demo_town_building (writing->office->town, one->building));

  return ggov_change_save_structure (writing->change, &(GgovStructureFields) {
    .issue_id = one->issue_id,
    .label = one->figure == GGOV_FIGURE_WALL_BREAKING ? "破墙门洞" : CHOOSE (writing, labels),
    .area_cm2 = area_cm2,
    .outline = outline,
    .found_on = found_on,
    .stopped_on = one->is_stopped ? found_on : NULL,
    .demolished_on = down_on,
  }, error) != 0;
}

/* As many as were counted, of the area that was measured in all; one that still stands otherwise. */
static gboolean
write_structures (Writing             *writing,
                  const GgovDemoCase  *one,
                  GError             **error)
{
  gint64 left = one->area_cm2 > 0 ? one->area_cm2
                                  : 1000 * _ggov_demo_random_int (&writing->random, 40, 260);
  int n = MAX (one->count, 1);

  for (int i = 0; i < n; i++)
    {
      gint64 area = left / (n - i);

      if (!write_structure (writing, one, area, error))
        return FALSE;
      left -= area;
    }

  return TRUE;
}

/* Joint actions --------------------------------------------------------------------------------- */

static const struct
{
  const char *title;
  const char *purpose;
  GgovFigure  figure;
  const char *steps[3];
  const char *result;
} actions[] = {
  { "违法建设集中拆除专项行动", "集中拆除存量违建，遏制新增违建，消除安全隐患。",
    GGOV_FIGURE_ILLEGAL_STRUCTURE,
    { "联合摸排，逐户送达限期拆除通知", "组织自行拆除，对拒不配合的约谈", "集中拆除并清运" },
    "按期完成拆除，现场清理完毕，未发生安全事故。" },
  { "破墙开店联合整治行动", "恢复住宅外墙，保障房屋结构安全。", GGOV_FIGURE_WALL_BREAKING,
    { "多部门联合入户告知", "督促经营户停业恢复", "逐处核查验收" },
    "各处均恢复原状，经营户签订承诺书。" },
};

static const struct { guint role; int people; const char *task; } parties[] = {
  { 0, 12, "牵头组织，依法处置" }, { 2, 6, "维持秩序，保障安全" }, { 4, 4, "核查证照，约谈经营户" },
};

static gint64
get_department (const Writing *writing,
                guint          role)
{
  return g_array_index (writing->office->departments, gint64, role);
}

static gboolean
write_parties (Writing  *writing,
               gint64    action_id,
               GError  **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if (!ggov_change_save_joint_action_line (writing->change, &(GgovJointActionLineFields) {
          .kind = "party",
          .action_id = action_id,
          .of_id = get_department (writing, parties[i].role),
          .is_lead = i == 0,
          .people = parties[i].people,
          .text = parties[i].task,
        }, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_steps (Writing            *writing,
             gint64              action_id,
             const char *const   steps[3],
             int                 begin,
             GError            **error)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *day = ggov_local_day_format (begin + (int) i * ACTION_DAYS / 3);

      if (!ggov_change_save_joint_action_line (writing->change, &(GgovJointActionLineFields) {
            .kind = "step", .action_id = action_id, .day = day, .text = steps[i],
          }, error))
        return FALSE;
    }

  return TRUE;
}

/* Those that were closed while it went on, or not long after. */
static gboolean
write_issues (Writing     *writing,
              gint64       action_id,
              GgovFigure   figure,
              int          begin,
              GError     **error)
{
  GArray *cases = writing->office->cases;
  guint n = 0;

  for (guint i = 0; i < cases->len && n < ACTION_ISSUES; i++)
    {
      const GgovDemoCase *one = &g_array_index (cases, GgovDemoCase, i);
      int closed = get_day (one->closed_at);

      if (one->figure != figure || one->closed_at == 0 || closed < begin ||
          get_day (one->filed_at) > begin + ACTION_DAYS)
        continue;

      if (!ggov_change_save_joint_action_line (writing->change, &(GgovJointActionLineFields) {
            .kind = "issue", .action_id = action_id, .of_id = one->issue_id,
            .text = "已拆除或恢复，现场清理完毕。",
          }, error))
        return FALSE;
      n++;
    }

  return TRUE;
}

static gboolean
write_action (Writing  *writing,
              guint     i,
              GError  **error)
{
  int begin = writing->office->as_of - PART_DAYS + (int) i * (PART_DAYS / 2);
  g_autofree char *starts_on = ggov_local_day_format (begin);
  g_autofree char *ended_on = ggov_local_day_format (begin + ACTION_DAYS);
  GgovJointActionFields fields = {
    .title = actions[i].title,
    .purpose = actions[i].purpose,
    .starts_on = starts_on,
  };

  if ((fields.id = ggov_change_save_joint_action (writing->change, &fields, error)) == 0 ||
      !write_parties (writing, fields.id, error) ||
      !write_steps (writing, fields.id, actions[i].steps, begin, error) ||
      !write_issues (writing, fields.id, actions[i].figure, begin, error))
    return FALSE;

  fields.ended_on = ended_on;
  fields.result = actions[i].result;

  return ggov_change_save_joint_action (writing->change, &fields, error) != 0;
}

/* Utilities ------------------------------------------------------------------------------------- */

/* Water, gas and property companies are there; heat and power come from one each. */
static gboolean
write_companies (Writing  *writing,
                 GError  **error)
{
  static const struct
  {
    const char  *name;
    const char  *scope;
    const char  *phone;
    GgovUtility  service;
  } companies[] = {
    { "锦源供热有限公司", "集中供热、室温检测", "0472-0000301", GGOV_UTILITY_HEATING },
    { "锦宁供电营业所", "居民供电、故障抢修", "0472-0000302", GGOV_UTILITY_POWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (companies); i++)
    {
      gint64 id = ggov_change_add_organisation (writing->change, &(GgovOrganisationRecord) {
        .kind = ggov_organisation_kind_get_code (GGOV_ORGANISATION_OTHER),
        .name = companies[i].name,
        .scope = companies[i].scope,
        .phone = companies[i].phone,
        .valid_from = writing->office->founded_text,
      }, error);

      if (id == 0 ||
          !ggov_change_set_supply (writing->change, id, companies[i].service, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

/* On the store's thread. */
gboolean
_ggov_demo_write_cases (GgovChange  *change,
                        gpointer     data,
                        GError     **error)
{
  GgovDemoOffice *office = data;
  Writing writing = { change, office, _ggov_demo_random_new (office->town->seed, 9), 0, 0 };

  ggov_change_set_irreversible (change);
  for (guint i = 0; i < office->cases->len; i++)
    {
      const GgovDemoCase *one = &g_array_index (office->cases, GgovDemoCase, i);

      if (!(one->figure == GGOV_FIGURE_DISPUTE ? write_dispute (&writing, one, error)
                                               : write_structures (&writing, one, error)))
        return FALSE;
      if (i % 256 == 0 && !ggov_change_check_cancelled (change, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (!write_action (&writing, i, error))
      return FALSE;

  return write_companies (&writing, error);
}
