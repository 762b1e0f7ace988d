/* ggov-demo-points.c: what the demo's leaders earned and spent in a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-office-private.h"
#include "ggov-local-time.h"
#include "ggov-write-organisations.h"
#include "ggov-write-points.h"

#define DAYS      365
#define MOST      9     /* awards of one leader */
#define SPENDING  0.3   /* share of awards after which the leader goes to a venue, if able to */
#define MISTAKES  0.004 /* share of awards that are taken back */
#define RETURNS   0.02  /* share of redemptions that are */
#define HOUR      3600

static const struct
{
  const char *code, *activity, *activity_zh;
  int         points, per_day, share; /* in a hundred */
  const char *earned_by, *roles;
  int         per_hour, per_award, approve_above, notice_days;
} rules[] = {
  { "meeting", "Attended a council or training", "参加议事会议或培训", 5, 10, 30 },
  { "report", "Reported a danger or problem", "上报隐患和问题线索", 3, 15, 34 },
  { "assist", "Assisted a patrol or visit", "协助巡查走访", 4, 12, 20 },
  { "organise", "Organised residents", "组织居民开展活动", 8, 16, 9 },
  { "help", "Helped a neighbour in need", "帮扶困难邻里", 6, 12, 6 },
  { "bravery", "Act of bravery", "见义勇为", 50, 0, 1 },

  /* What the records say and somebody confirms; not in the year that is made up. */
  { "learn", "Took part in training", "参加培训学习", 2, 0, 0, "training", "full_time_member=0", 1, 6 },
  { "deed", "Good deed, publicly noted", "助人为乐（公示）", 20, 0, 0, "deed", "", 0, 0, 10, 7 },
};

static const struct { const char *name; const char *rewards[3]; int points[3]; int stock[3]; }
venues[] = {
  { "慈善超市", { "洗衣液一瓶", "食用油一桶", "抽纸一提" }, { 10, 25, 6 }, { 900, 500, 1200 } },
  { "12349居家养老服务平台", { "上门保洁一小时", "上门理发一次", NULL }, { 20, 8 }, { -1, -1 } },
  { "汽修一条街", { "洗车一次", "更换机油优惠券", NULL }, { 12, 18 }, { -1, 300 } },
  { "九九吾电商平台", { "五元购物券", "大米五公斤", NULL }, { 5, 16 }, { -1, 600 } },
  { "老少康育园", { "亲子票一张", "健身月卡", NULL }, { 7, 28 }, { -1, 200 } },
};

typedef struct
{
  gint64 id;
  int    points;
  int    stock;  /* -1 for a service */
} Reward;

typedef struct
{
  gint64 at;
  guint  leader;
  guint  rule;
  guint  number; /* of those planned, so that no two are equal */
} Award;

typedef struct
{
  GgovChange     *change;
  GgovDemoOffice *office;
  GgovDemoRandom  random;
  gint64          rule_ids[G_N_ELEMENTS (rules)];
  GArray         *rewards;  /* (element-type Reward) */
  int            *balances; /* (array): by leader */
  guint           n_vouchers;
} Writing;

static gboolean
write_venue (Writing  *writing,
             guint     i,
             GError  **error)
{
  const GgovOrganisationRecord record = { .kind = "venue", .name = venues[i].name };
  gint64 organisation_id = ggov_change_add_organisation (writing->change, &record, error);
  gint64 venue_id;

  if (organisation_id == 0 ||
      !(venue_id = ggov_change_add_venue (writing->change, organisation_id, error)))
    return FALSE;

  for (guint k = 0; k < G_N_ELEMENTS (venues[i].rewards) && venues[i].rewards[k]; k++)
    {
      int stock = venues[i].stock[k];
      Reward reward = { 0, venues[i].points[k], stock };

      if (stock > 0)
        reward.stock = stock * writing->office->town->scale;
      reward.id = ggov_change_add_reward (writing->change, venue_id, venues[i].rewards[k],
                                          reward.points, reward.stock, error);
      if (reward.id == 0)
        return FALSE;
      g_array_append_val (writing->rewards, reward);
    }

  return TRUE;
}

static gboolean
write_rules (Writing  *writing,
             GError  **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const GgovPointsRuleRecord record = {
        .code = rules[i].code,
        .activity = rules[i].activity,
        .activity_zh = rules[i].activity_zh,
        .points = rules[i].points,
        .per_day = rules[i].per_day,
        .valid_from = writing->office->founded_text,
        .earned_by = rules[i].earned_by,
        .roles = rules[i].roles,
        .per_hour = rules[i].per_hour,
        .per_award = rules[i].per_award,
        .approve_above = rules[i].approve_above,
        .notice_days = rules[i].notice_days,
      };

      if (!(writing->rule_ids[i] = ggov_change_add_points_rule (writing->change, &record, error)))
        return FALSE;
    }

  return TRUE;
}

/* The year ----------------------------------------------------------------------------------- */

static guint
choose_rule (GgovDemoRandom *random)
{
  int at = _ggov_demo_random_int (random, 0, 99);
  guint i = 0;

  while (i < G_N_ELEMENTS (rules) - 1 && (at -= rules[i].share) >= 0)
    i++;

  return i;
}

static int
compare_awards (gconstpointer a,
                gconstpointer b)
{
  const Award *one = a, *two = b;

  if (one->at != two->at)
    return one->at < two->at ? -1 : 1;

  return (one->number > two->number) - (one->number < two->number);
}

/* Awards in the order of time, none on the last day: what follows from them is past as well. */
static GArray *
plan_awards (Writing *writing)
{
  GgovDemoOffice *office = writing->office;
  GArray *awards = g_array_new (FALSE, FALSE, sizeof (Award));

  for (guint i = 0; i < office->leaders->len; i++)
    {
      const GgovDemoLeader *leader = &g_array_index (office->leaders, GgovDemoLeader, i);
      int from = MAX (leader->since, office->as_of - DAYS);
      int n = _ggov_demo_random_int (&writing->random, 0, MOST) *
              (office->as_of - from) / DAYS;

      for (int k = 0; k < n; k++)
        {
          /* Spread out, so that no day's most is passed. */
          double share = (k + _ggov_demo_random_share (&writing->random)) / n;
          int day = from + (int) (share * (office->as_of - 3 - from));
          int minute = _ggov_demo_random_int (&writing->random, 9 * 60, 17 * 60);
          const Award award = { ggov_local_time_from_day (day, minute), i,
                                choose_rule (&writing->random), awards->len };

          g_array_append_val (awards, award);
        }
    }

  g_array_sort (awards, compare_awards);

  return awards;
}

static gboolean
redeem (Writing      *writing,
        const Award  *award,
        GError      **error)
{
  const GgovDemoLeader *leader = &g_array_index (writing->office->leaders, GgovDemoLeader,
                                                 award->leader);
  Reward *reward = &g_array_index (writing->rewards, Reward,
                                   _ggov_demo_random_int (&writing->random, 0,
                                                          writing->rewards->len - 1));
  gint64 at = award->at + HOUR * _ggov_demo_random_int (&writing->random, 1, 30);
  g_autofree char *day = NULL, *voucher = NULL;
  gint64 id;

  if (reward->points > writing->balances[award->leader] || reward->stock == 0)
    return TRUE;

  day = ggov_local_day_format (ggov_local_time_get_day (at));
  voucher = g_strdup_printf ("DH%.4s-%06u", day, ++writing->n_vouchers);
  if (!(id = ggov_change_redeem (writing->change, leader->person_id, reward->id, at, voucher,
                                 error)))
    return FALSE;

  if (_ggov_demo_random_chance (&writing->random, RETURNS))
    return ggov_change_reverse_transfer (writing->change, id, at + HOUR, "商品缺货，退回积分",
                                         error) != 0;

  writing->balances[award->leader] -= reward->points;
  if (reward->stock > 0)
    reward->stock--;

  return TRUE;
}

static gboolean
write_award (Writing      *writing,
             const Award  *award,
             GError      **error)
{
  const GgovDemoLeader *leader = &g_array_index (writing->office->leaders, GgovDemoLeader,
                                                 award->leader);
  const GgovAwardRecord record = {
    .person_id = leader->person_id,
    .rule_id = writing->rule_ids[award->rule],
    .at = award->at,
  };
  gint64 id = ggov_change_award (writing->change, &record, error);

  if (id == 0)
    return FALSE;

  if (_ggov_demo_random_chance (&writing->random, MISTAKES))
    return ggov_change_reverse_transfer (writing->change, id, award->at + 2 * HOUR, "重复登记",
                                         error) != 0;

  writing->balances[award->leader] += rules[award->rule].points;

  return !_ggov_demo_random_chance (&writing->random, SPENDING) || redeem (writing, award, error);
}

static gboolean
write_year (Writing  *writing,
            GError  **error)
{
  g_autoptr(GArray) awards = plan_awards (writing);

  for (guint i = 0; i < awards->len; i++)
    {
      if (!write_award (writing, &g_array_index (awards, Award, i), error))
        return FALSE;

      if (i % 256 == 0)
        {
          _ggov_demo_progress_set (writing->office->progress, GGOV_DEMO_TROUBLED, GGOV_DEMO_PAID,
                                   i, awards->len);
          if (!ggov_change_check_cancelled (writing->change, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* On the store's thread. */
gboolean
_ggov_demo_write_points (GgovChange  *change,
                         gpointer     data,
                         GError     **error)
{
  GgovDemoOffice *office = data;
  g_autoptr(GArray) rewards = g_array_new (FALSE, FALSE, sizeof (Reward));
  g_autofree int *balances = g_new0 (int, office->leaders->len + 1);
  Writing writing = {
    .change = change,
    .office = office,
    .random = _ggov_demo_random_new (office->town->seed, 4),
    .rewards = rewards,
    .balances = balances,
  };

  for (guint i = 0; i < G_N_ELEMENTS (venues); i++)
    if (!write_venue (&writing, i, error))
      return FALSE;

  return write_rules (&writing, error) && write_year (&writing, error);
}
