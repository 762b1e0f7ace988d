/* ggov-demo-names.c: invented names of places and people
 *
 * Source: the order and share of surnames follow the Ministry of Public Security's national name
 * reports (2019 to 2021); the given names' characters follow their lists by decade of birth.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-names-private.h"

#define TWO_CHARACTERS 0.86 /* share of given names that have two */

/* Places ---------------------------------------------------------------------------------- */

/* Two characters make a name. The numbers of both are prime, so that no pair comes twice. */
static const char *const first[] = {
  "和", "平", "安", "康", "泰", "祥", "瑞", "福", "春", "金", "青", "翠", "锦", "云", "霞", "星",
  "明", "晨", "旭", "文", "德", "仁", "信", "友", "民", "建", "兴", "富", "华", "永", "新",
};
static const char *const second[] = {
  "宁", "顺", "盛", "昌", "达", "园", "馨", "雅", "景", "阳", "光", "林", "泉", "川", "山", "桥",
  "湖", "岭", "原", "隆", "裕", "丰", "荣", "乐", "嘉", "悦", "源", "港", "城", "庭", "汇", "畅",
  "坪", "谷", "溪", "洲", "苑",
};

/* Each kind of place begins elsewhere in the list. */
enum { COMMUNITY = 0, MAIN_STREET = 97, MINOR_STREET = 211, COMPOUND = 503, COMPANY = 811 };

static char *
make_name (guint       n,
           const char *suffix)
{
  return g_strconcat (first[n % G_N_ELEMENTS (first)],
                      second[(n + n / G_N_ELEMENTS (first)) % G_N_ELEMENTS (second)], suffix, NULL);
}

char *
_ggov_demo_name_community (guint n)
{
  return make_name (COMMUNITY + n, "社区");
}

char *
_ggov_demo_name_main_street (guint    n,
                             gboolean level)
{
  return make_name (MAIN_STREET + 2 * n + level, level ? "大街" : "路");
}

char *
_ggov_demo_name_minor_street (guint    n,
                              gboolean level)
{
  static const char *const quarters[] = { "", "东", "西", "南", "北", "前", "后", "中" };
  guint round = n / (G_N_ELEMENTS (first) * G_N_ELEMENTS (second));
  g_autofree char *suffix = g_strconcat (quarters[round % G_N_ELEMENTS (quarters)],
                                         level ? "街" : n % 3 ? "巷" : "支路", NULL);

  return make_name (MINOR_STREET + n, suffix);
}

char *
_ggov_demo_name_compound (guint    n,
                          gboolean modern)
{
  static const char *const suffixes[] = { "家园", "花苑", "雅居", "华庭", "新城", "嘉苑" };
  g_autofree char *number = NULL;

  if (modern)
    return make_name (COMPOUND + n, suffixes[n % G_N_ELEMENTS (suffixes)]);

  number = g_strdup_printf ("%u号街坊", n % 8 + 1);

  return make_name (COMPOUND + n / 8, number);
}

char *
_ggov_demo_name_company (guint       n,
                         const char *kind)
{
  return make_name (COMPANY + n, kind);
}

/* People ---------------------------------------------------------------------------------- */

/* As many in ten thousand; the rest of the people share the last line. */
static const struct { const char *surname; int share; } surnames[] = {
  { "王", 791 }, { "李", 770 }, { "张", 745 }, { "刘", 563 }, { "陈", 332 }, { "杨", 321 },
  { "赵", 270 }, { "黄", 150 }, { "周", 180 }, { "吴", 165 }, { "徐", 170 }, { "孙", 180 },
  { "胡", 135 }, { "朱", 120 }, { "高", 160 }, { "林", 80 }, { "何", 90 }, { "郭", 160 },
  { "马", 170 }, { "罗", 70 }, { "梁", 85 }, { "宋", 110 }, { "郑", 85 }, { "谢", 65 },
  { "韩", 115 }, { "唐", 60 }, { "冯", 90 }, { "于", 85 }, { "董", 90 }, { "萧", 20 },
  { "程", 60 }, { "曹", 75 }, { "袁", 55 }, { "邓", 45 }, { "许", 70 }, { "傅", 35 },
  { "沈", 45 }, { "曾", 35 }, { "彭", 45 }, { "吕", 65 }, { "苏", 60 }, { "卢", 45 },
  { "蒋", 45 }, { "蔡", 40 }, { "贾", 70 }, { "丁", 50 }, { "魏", 75 }, { "薛", 55 },
  { "叶", 40 }, { "阎", 40 }, { "余", 40 }, { "潘", 45 }, { "杜", 65 }, { "戴", 35 },
  { "夏", 40 }, { "钟", 30 }, { "汪", 40 }, { "田", 65 }, { "任", 60 }, { "姜", 45 },
  { "范", 50 }, { "方", 40 }, { "石", 45 }, { "姚", 45 }, { "谭", 35 }, { "廖", 25 },
  { "邹", 30 }, { "熊", 25 }, { "金", 40 }, { "陆", 30 }, { "郝", 55 }, { "孔", 30 },
  { "白", 65 }, { "崔", 50 }, { "康", 40 }, { "毛", 30 }, { "邱", 30 }, { "秦", 45 },
  { "江", 30 }, { "史", 40 }, { "顾", 30 }, { "侯", 45 }, { "邵", 35 }, { "孟", 40 },
  { "龙", 20 }, { "万", 30 }, { "段", 45 }, { "雷", 35 }, { "钱", 30 }, { "汤", 25 },
  { "尹", 30 }, { "黎", 20 }, { "易", 20 }, { "常", 40 }, { "武", 45 }, { "乔", 40 },
  { "贺", 35 }, { "赖", 15 }, { "龚", 25 }, { "文", 20 }, { "庞", 25 }, { "樊", 25 },
  { "兰", 20 }, { "殷", 20 }, { "施", 20 }, { "陶", 25 }, { "翟", 25 }, { "安", 25 },
  { "倪", 20 }, { "严", 20 }, { "牛", 25 }, { "温", 25 }, { "芦", 15 }, { "季", 15 },
  { "俞", 15 }, { "章", 15 }, { "鲁", 15 }, { "葛", 20 }, { "伍", 10 }, { "单", 12 },
  { "包", 25 }, { "云", 25 }, { "那", 8 }, { "乌", 8 }, { "敖", 8 }, { "解", 10 },
};

/* Characters of given names by decade of birth: men's, then women's. */
static const struct { int until; const char *men, *women; } given[] = {
  { 1955, "国建华文德明福生贵成荣志玉金永忠祥宝庆清", "秀英玉兰珍凤桂淑芳梅华云素琴香莲荣珠贞翠" },
  { 1965, "建国军华明文志平卫民永强新德忠生成海林红", "秀英丽华玉敏桂芳淑萍红玲霞琴兰云凤珍艳荣" },
  { 1975, "军伟强建勇华志国海平东明峰斌辉俊林涛刚永", "丽红艳芳敏燕霞玲萍梅英华静玉娟秀琴云慧春" },
  { 1985, "伟勇军磊鹏涛强波杰刚斌飞超亮辉峰宇浩海东", "丽静艳燕娜敏娟婷芳霞玲慧红洁莉萍雪倩琳颖" },
  { 1995, "杰鹏超磊浩宇飞帅伟龙博凯明阳洋旭晨俊涛毅", "婷静雪敏娜倩丹莹琳慧洁颖佳瑶晶娟璐蕾欣悦" },
  { 2100, "浩宇轩子博泽文俊杰睿晨阳昊天宸铭航皓嘉志", "欣怡雨萱梓涵诗琪佳思婷可馨语嫣雅静若溪瑶" },
};

static const char *
choose_surname (GgovDemoRandom *random)
{
  int all = 0, at;

  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    all += surnames[i].share;

  at = _ggov_demo_random_int (random, 0, all - 1);
  for (guint i = 0; ; i++)
    if ((at -= surnames[i].share) < 0)
      return surnames[i].surname;
}

static void
append_given (GString        *name,
              const char     *characters,
              GgovDemoRandom *random)
{
  glong n = g_utf8_strlen (characters, -1);
  glong one = _ggov_demo_random_int (random, 0, n - 1), two = one;

  if (_ggov_demo_random_chance (random, TWO_CHARACTERS))
    two = _ggov_demo_random_int (random, 0, n - 1);

  g_string_append_unichar (name, g_utf8_get_char (g_utf8_offset_to_pointer (characters, one)));
  if (two != one)
    g_string_append_unichar (name, g_utf8_get_char (g_utf8_offset_to_pointer (characters, two)));
}

void
_ggov_demo_name_person (GgovDemoNamed  *named,
                        int             year_from,
                        int             year_to,
                        double          women,
                        GgovDemoRandom *random)
{
  gboolean woman = _ggov_demo_random_chance (random, women);
  int year = _ggov_demo_random_int (random, year_from, year_to), decade = 0;
  GString *name = g_string_new (choose_surname (random));

  while (year >= given[decade].until)
    decade++;
  append_given (name, woman ? given[decade].women : given[decade].men, random);

  named->name = g_string_free (name, FALSE);
  named->sex = woman ? "2" : "1";
  named->birth_date = g_strdup_printf ("%04d-%02d-%02d", year,
                                       _ggov_demo_random_int (random, 1, 12),
                                       _ggov_demo_random_int (random, 1, 28));
  named->phone = g_strdup_printf ("1%d%08d", _ggov_demo_random_int (random, 20, 29),
                                  _ggov_demo_random_int (random, 0, 99999999));
}

void
_ggov_demo_named_clear (GgovDemoNamed *named)
{
  g_free (named->name);
  g_free (named->birth_date);
  g_free (named->phone);
}
