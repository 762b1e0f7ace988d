/* ggov-demo-organisations.c: whom the demo's organisations name, offer and helped; party members
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-names-private.h"
#include "ggov-demo-office-private.h"
#include "ggov-local-time.h"
#include "ggov-organisation-kind.h"
#include "ggov-write-organisations.h"
#include "ggov-write-people.h"

#define COMMITTEE_SIZE 7
#define TRADES         11 /* kinds of co-building organisations, in the order of their names */
#define DEEDS          3  /* most of a year */

/* Every so many of them leaves something open, so that there is something to find. */
#define NOBODY_TO_CALL 17
#define NOTHING_DONE   13
#define NOTHING_GIVEN  19
#define NO_LEADER      23

typedef struct
{
  GgovChange     *change;
  GgovDemoOffice *office;
  GgovDemoRandom  random;
} Writing;

/* What organisations of a trade are for, offer and do. */
static const struct
{
  const char *scope;
  const char *duty;
  const char *resources[2][2]; /* with their amount */
  const char *deeds[DEEDS];
} trades[TRADES] = {
  { "金融服务、防诈骗宣传", "综合部主任", { { "金融知识宣讲员", "4 名" }, { "便民服务区", "1 处" } },
    { "防范电信诈骗讲座", "为老年人更换社保卡", "反假币宣传进楼院" } },
  { "校园开放、家校共育", "德育主任", { { "操场（周末开放）", "1 处" }, { "志愿教师", "12 名" } },
    { "小手拉大手文明实践", "暑期托管班", "垃圾分类课堂" } },
  { "就业岗位、帮扶资金", "工会主席", { { "就业岗位", "每年 20 个" }, { "帮扶物资", "每季一批" } },
    { "送岗位进社区招聘会", "走访慰问困难家庭", "义务植树" } },
  { "早教指导、亲子活动", "园长助理", { { "亲子活动室", "1 间" }, { "早教指导教师", "6 名" } },
    { "亲子阅读日", "婴幼儿照护讲座", "重阳节文艺演出" } },
  { "义诊、健康讲座、转诊", "社会服务部主任", { { "家庭医生团队", "3 个" }, { "义诊车", "1 辆" } },
    { "为老年人义诊", "急救知识培训", "高血压患者随访" } },
  { "技术工人、维修设备", "党群办主任", { { "水电维修志愿者", "8 名" }, { "工程机械", "2 台" } },
    { "老旧楼道线路整治", "冬季清雪除冰", "为独居老人修缮门窗" } },
  { "法律咨询、人民调解", "主任", { { "值班律师", "2 名" }, { "法律文书代写", "每周三" } },
    { "民法典进楼院", "法律咨询日", "参与物业纠纷调解" } },
  { "便民商超、困难群体优惠", "店长", { { "爱心货架", "1 组" }, { "送货上门", "每日" } },
    { "平价蔬菜进小区", "为困难家庭送年货", "旧衣回收" } },
  { "用电安全、线路检修", "营业班长", { { "电力抢修队", "1 支" }, { "安全用电宣讲员", "3 名" } },
    { "楼道用电隐患排查", "安全用电宣传", "为孤寡老人检修线路" } },
  { "通信服务、数字助老", "厅经理", { { "手机课堂", "每月 2 次" }, { "应急通信设备", "1 套" } },
    { "老年人手机课堂", "飞线整治", "信号盲区改善" } },
  { "专业社工、志愿培训", "项目主管", { { "持证社工", "5 名" }, { "心理咨询室", "1 间" } },
    { "青少年成长小组", "志愿者培训", "残疾人居家探访" } },
};

static const char *const committee_duties[COMMITTEE_SIZE] = {
  "党工委书记", "党工委副书记、办事处主任", "党工委副书记", "政法委员", "组织委员", "宣传委员",
  "武装部长",
};

static GgovDemoOrganisation *
get_organisation (Writing *writing,
                  guint    i)
{
  return &g_array_index (writing->office->organisations, GgovDemoOrganisation, i);
}

/* A line of an organisation from its first day. */
static GgovOrganisationLineRecord
start_line (const Writing              *writing,
            const char                 *kind,
            const GgovDemoOrganisation *organisation)
{
  const GgovOrganisationLineRecord line = {
    .kind = kind,
    .owner_kind = ggov_organisation_kind_get_code (organisation->kind),
    .owner_id = organisation->id,
    .reached = -1,
    .valid_from = writing->office->founded_text,
  };

  return line;
}

static gboolean
write_line (Writing                           *writing,
            const GgovOrganisationLineRecord  *line,
            GError                           **error)
{
  return ggov_change_add_organisation_line (writing->change, line, error) != 0;
}

/* Contacts --------------------------------------------------------------------------------- */

static gint64
add_stranger (Writing                     *writing,
              const GgovDemoOrganisation  *organisation,
              GError                     **error)
{
  g_auto(GgovDemoNamed) named = { NULL };
  GgovPersonRecord record = { .organisation_id = organisation->id };

  _ggov_demo_name_person (&named, 1972, 1994, 0.5, &writing->random);
  record.name = named.name;
  record.sex = named.sex;
  record.birth_date = named.birth_date;
  record.phone = named.phone;

  return ggov_change_add_person (writing->change, &record, error);
}

/* Those of its people whom the office knows: the committee's all, of others the first. */
static gboolean
write_known_contacts (Writing                     *writing,
                      const GgovDemoOrganisation  *organisation,
                      GError                     **error)
{
  GArray *employed = writing->office->employed;
  gboolean is_committee = organisation->kind == GGOV_ORGANISATION_COMMITTEE;
  guint n = 0, most = is_committee ? COMMITTEE_SIZE : 1;

  for (guint i = 0; i < employed->len && n < most; i++)
    {
      const GgovDemoTie *tie = &g_array_index (employed, GgovDemoTie, i);
      GgovOrganisationLineRecord line = start_line (writing, "contact", organisation);

      if (tie->organisation_id != organisation->id)
        continue;

      line.person_id = tie->of;
      line.note = is_committee ? committee_duties[n] : "联络负责人";
      if (!write_line (writing, &line, error))
        return FALSE;
      n++;
    }

  return TRUE;
}

/* Co-building organisations ---------------------------------------------------------------- */

static gboolean
write_contact (Writing                     *writing,
               const GgovDemoOrganisation  *organisation,
               GError                     **error)
{
  GgovOrganisationLineRecord line = start_line (writing, "contact", organisation);

  line.note = trades[organisation->trade].duty;

  return (line.person_id = add_stranger (writing, organisation, error)) != 0 &&
         write_line (writing, &line, error);
}

static gboolean
write_resources (Writing                     *writing,
                 const GgovDemoOrganisation  *organisation,
                 GError                     **error)
{
  for (guint i = 0; i < 2; i++)
    {
      GgovOrganisationLineRecord line = start_line (writing, "resource", organisation);

      line.title = trades[organisation->trade].resources[i][0];
      line.note = trades[organisation->trade].resources[i][1];
      if (!write_line (writing, &line, error))
        return FALSE;
    }

  return TRUE;
}

static guint
choose_grid (Writing                    *writing,
             const GgovDemoOrganisation *organisation)
{
  GgovDemoTown *town = writing->office->town;

  for (guint i = 0; i < town->communities->len; i++)
    {
      const GgovDemoCommunity *place = _ggov_demo_town_community (town, i);

      if (place->id == organisation->community_id)
        return place->first_grid +
               _ggov_demo_random_int (&writing->random, 0, (int) place->n_grids - 1);
    }

  return 0;
}

/* The latest is a few weeks old, the others go back about two months each. */
static gboolean
write_deeds (Writing                     *writing,
             const GgovDemoOrganisation  *organisation,
             guint                        grid,
             GError                     **error)
{
  GgovDemoOffice *office = writing->office;

  for (guint i = 0; i < DEEDS; i++)
    {
      int day = office->as_of - 14 - 60 * (int) i - _ggov_demo_random_int (&writing->random, 0, 20);
      g_autofree char *day_text = ggov_local_day_format (MAX (day, office->founded));
      GgovOrganisationLineRecord line = start_line (writing, "activity", organisation);

      line.title = trades[organisation->trade].deeds[i];
      line.valid_from = day_text;
      line.reached = _ggov_demo_random_int (&writing->random, 3, 40) * 5;
      line.grid_id = i == 0 ? _ggov_demo_town_grid (office->town, grid)->id : 0;
      if (!write_line (writing, &line, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_co_building (Writing               *writing,
                   GgovDemoOrganisation  *organisation,
                   guint                  n,
                   GError               **error)
{
  guint grid = choose_grid (writing, organisation);
  GgovOrganisationLineRecord line = start_line (writing, "grid", organisation);

  line.grid_id = _ggov_demo_town_grid (writing->office->town, grid)->id;

  return write_line (writing, &line, error) &&
         (n % NOBODY_TO_CALL == NOBODY_TO_CALL - 1 ||
          write_contact (writing, organisation, error)) &&
         (n % NOTHING_GIVEN == NOTHING_GIVEN - 1 ||
          write_resources (writing, organisation, error)) &&
         (n % NOTHING_DONE == NOTHING_DONE - 1 ||
          write_deeds (writing, organisation, grid, error));
}

/* Companies -------------------------------------------------------------------------------- */

static gboolean
write_services (Writing  *writing,
                GError  **error)
{
  GArray *served = writing->office->served;

  for (guint i = 0; i < served->len; i++)
    {
      const GgovDemoTie *tie = &g_array_index (served, GgovDemoTie, i);
      const GgovOrganisationLineRecord line = {
        .kind = "grid",
        .owner_kind = "property",
        .owner_id = tie->organisation_id,
        .grid_id = _ggov_demo_town_grid (writing->office->town, tie->of)->id,
        .valid_from = writing->office->founded_text,
      };

      if (!write_line (writing, &line, error))
        return FALSE;
    }

  return TRUE;
}

/* The Party -------------------------------------------------------------------------------- */

static gboolean
write_member (Writing     *writing,
              const char  *kind,
              gint64       party_id,
              gint64       person_id,
              const char  *duty,
              GError     **error)
{
  const GgovOrganisationLineRecord line = {
    .kind = "member",
    .owner_kind = kind,
    .owner_id = party_id,
    .person_id = person_id,
    .code = duty,
    .valid_from = writing->office->founded_text,
  };

  return write_line (writing, &line, error);
}

/* Who leads each group: the first building leader of its grid; 0 for a few. */
static gint64 *
choose_leaders (Writing *writing)
{
  GgovDemoOffice *office = writing->office;
  GgovDemoTown *town = office->town;
  gint64 *leaders = g_new0 (gint64, MAX (town->grids->len, 1));

  for (guint i = 0; i < town->buildings->len; i++)
    {
      const GgovDemoBuilding *building = _ggov_demo_town_building (town, i);
      gint64 leader = g_array_index (office->building_leaders, gint64, i);

      if (leader != 0 && leaders[building->grid] == 0)
        leaders[building->grid] = leader;
    }
  for (guint i = NO_LEADER - 1; i < town->grids->len; i += NO_LEADER)
    leaders[i] = 0;

  return leaders;
}

static gboolean
write_heads (Writing       *writing,
             const gint64  *leaders,
             GError       **error)
{
  GgovDemoOffice *office = writing->office;
  g_autoptr(GHashTable) led = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < office->town->grids->len; i++)
    {
      gint64 branch = office->branches[i];
      gint64 worker = g_array_index (office->grid_posts, GgovDemoGridPosts, i).full_time;

      if (leaders[i] != 0 &&
          !write_member (writing, "group", office->groups[i], leaders[i], "leader", error))
        return FALSE;
      /* The worker of the first of a branch's grids is its secretary. */
      if (g_hash_table_add (led, &office->branches[i]) &&
          g_hash_table_size (led) % NO_LEADER != NO_LEADER / 2 &&
          !write_member (writing, "branch", branch, worker, "secretary", error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_party (Writing  *writing,
             GError  **error)
{
  GgovDemoOffice *office = writing->office;
  g_autofree gint64 *leaders = choose_leaders (writing);
  g_autoptr(GHashTable) leading = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < office->town->grids->len; i++)
    g_hash_table_add (leading, &leaders[i]);

  for (guint i = 0; i < office->party->len; i++)
    {
      const GgovDemoTie *tie = &g_array_index (office->party, GgovDemoTie, i);

      if (!g_hash_table_contains (leading, &tie->of) &&
          !write_member (writing, "group", tie->organisation_id, tie->of, "member", error))
        return FALSE;
    }

  return write_heads (writing, leaders, error);
}

const char *
_ggov_demo_get_trade_scope (guint trade)
{
  return trades[trade].scope;
}

/* On the store's thread. */
gboolean
_ggov_demo_write_organisations (GgovChange  *change,
                                gpointer     data,
                                GError     **error)
{
  GgovDemoOffice *office = data;
  Writing writing = { change, office, _ggov_demo_random_new (office->town->seed, 7) };
  guint n = 0;

  ggov_change_set_irreversible (change);
  for (guint i = 0; i < office->organisations->len; i++)
    {
      GgovDemoOrganisation *organisation = get_organisation (&writing, i);

      if (organisation->kind != GGOV_ORGANISATION_CO_BUILDING
            ? !write_known_contacts (&writing, organisation, error)
            : !write_co_building (&writing, organisation, n++, error))
        return FALSE;
    }

  return write_services (&writing, error) && write_party (&writing, error);
}
