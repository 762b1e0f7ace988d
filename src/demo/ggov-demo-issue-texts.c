/* ggov-demo-issue-texts.c: what the demo's issues say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-issue-texts-private.h"

#define MAX_TITLES 3

/* "@" stands for the place, "#" for a door there. */
static const struct
{
  const char *code;
  const char *titles[MAX_TITLES];
  const char *description;
} texts[] = {
  { "C0101", { "@两户因楼道公共空间起争执", "@邻里因晾晒衣物滴水发生口角", "@居民因养犬扰邻产生矛盾" },
    "#住户与邻居多次争执未果，请求社区出面调解。" },
  { "C0102", { "@子女因老人赡养问题起纠纷", "@夫妻因家庭琐事发生争吵" },
    "#家庭成员意见不一，老人希望网格员上门劝解。" },
  { "C0103", { "@业主因物业费与服务质量产生争议", "@业主反映物业收费未公示" },
    "#业主以保洁不到位为由拒交物业费，物业企业要求限期缴清，双方各执一词。" },
  { "C0104", { "@楼上渗水泡坏楼下顶棚", "@卫生间漏水引发楼上楼下纠纷" },
    "#住户反映楼上卫生间渗漏，顶棚墙皮脱落，双方对维修和赔偿未达成一致。" },
  { "C0105", { "@夜间装修噪声影响邻居休息", "@广场舞音量过大引发不满", "@楼上深夜脚步声扰民" },
    "居民多次反映噪声影响休息，家中有老人和学生，希望协调作息时间。" },
  { "C0106", { "@门前占用车位引发争吵", "@车辆堵住单元门引发纠纷" },
    "双方因停车位置发生争执，车辆阻挡通行，现场有居民围观。" },
  { "C0107", { "@租户与房东因押金退还发生纠纷", "@房屋租赁合同到期腾退争议" },
    "#租户提前退租，房东以设施损坏为由扣留押金，申请调解。" },
  { "C0201", { "@楼道堆放旧家具杂物", "@楼梯间堆放纸箱废品" },
    "楼道内堆放杂物较多，影响通行，存在火灾隐患。" },
  { "C0202", { "@飞线为电动自行车充电", "@窗户私拉电线充电" },
    "从#窗口引出插线板为楼下电动自行车充电，雨天存在漏电风险。" },
  { "C0203", { "@垃圾桶满溢未及时清运", "@投放点周边散落垃圾" },
    "垃圾桶已满，周边散落生活垃圾，异味明显。" },
  { "C0204", { "@楼前绿地被圈占种菜", "@有人毁绿搭架种菜" },
    "公共绿地被翻挖并用砖块围挡种植蔬菜，邻居意见较大。" },
  { "C0205", { "@单元门张贴小广告", "@楼道墙面喷涂开锁广告" },
    "单元门及楼道墙面有多处小广告，需要清理粉刷。" },
  { "C0301", { "@独居老人求助购药", "@独居老人连续两日未出门" },
    "#老人独自居住，行动不便，请单元长上门查看。" },
  { "C0302", { "@居民咨询低保申请", "@居民申请临时救助代办" },
    "#家庭因病支出较大，申请网格员协助准备材料。" },
  { "C0303", { "@失能老人需要上门护理", "@残疾居民需要上门办理业务" },
    "#居民长期卧床，家属申请社区卫生服务中心上门服务。" },
  { "C0304", { "@居民建议增设休闲座椅", "@居民建议增加晾衣架" },
    "居民在议事会上提出建议，希望列入微改造项目。" },
  { "E0101", { "@一层住户正在搭建阳光房", "@楼顶正在搭建彩钢棚" },
    "巡查发现正在施工，未能提供审批手续，已要求停工。" },
  { "E0102", { "@一层院内既有违建小房", "@楼侧私搭储物棚", "@楼顶既有违章搭建" },
    "经核实该构筑物未取得规划许可，占用公共空间，居民要求拆除。" },
  { "E0103", { "@临街住宅破墙开店", "@一层窗户改门经营" },
    "一层住宅外墙被拆改为店铺出入口，影响房屋结构安全。" },
  { "E0104", { "@装修拆改承重墙", "@住户擅自拆除配重墙" },
    "#装修中拆除墙体，楼上住户担心房屋安全，要求停工鉴定。" },
  { "E0201", { "@路口流动摊贩占道", "@人行道占道售卖水果" },
    "摊贩占用人行道，行人绕行机动车道。" },
  { "E0202", { "@门店占用人行道摆放商品", "@餐馆店外摆放桌椅" },
    "商户将商品摆放至店外，影响通行和市容。" },
  { "E0203", { "@路边偷倒建筑垃圾", "@绿化带内倾倒装修垃圾" },
    "装修垃圾未按指定地点堆放，扬尘明显。" },
  { "E0204", { "@停车位长期停放僵尸车", "@楼前废弃车辆占道" },
    "车辆积尘严重、轮胎亏气，停放时间超过半年。" },
  { "E0301", { "@消防通道被车辆占用", "@消防通道加装地锁" },
    "消防通道被占用，大型车辆无法通过。" },
  { "E0302", { "@商铺灭火器过期", "@餐饮门店疏散通道堵塞" },
    "检查发现消防设施不完好，要求限期整改。" },
  { "E0303", { "@电动自行车推入楼内充电", "@电瓶带回家中充电" },
    "#住户将电动自行车推入楼道充电，邻居担心起火。" },
  { "E0304", { "@路面井盖缺失", "@院内井盖破损松动" },
    "井盖破损，已摆放警示标志，需尽快更换。" },
  { "E0305", { "@小餐馆后厨卫生差", "@熟食店无健康证经营" },
    "居民举报食品加工环境不卫生，请市场监管人员核查。" },
  { "E0306", { "@高空抛物险些伤人", "@楼上抛掷垃圾袋" },
    "有物品从高层坠落，未造成人员受伤，已张贴警示并排查。" },
  { "E0401", { "@烧烤店油烟扰民", "@餐馆烟道直排居民窗户" },
    "餐馆未有效使用油烟净化设备，楼上居民无法开窗。" },
  { "E0402", { "@工地夜间施工噪声", "@凌晨渣土车作业扰民" },
    "工地夜间仍在施工，多户居民拨打热线反映。" },
  { "M0101", { "@整栋停水", "@高层住户水压不足停水" },
    "居民反映家中无水，未收到停水通知。" },
  { "M0102", { "@楼前供水管道爆裂", "@单元立管漏水" },
    "管道漏水，路面积水，影响居民出行和用水。" },
  { "M0201", { "@单元停电", "@楼栋跳闸停电" },
    "居民反映停电，电梯及照明无法使用。" },
  { "M0202", { "@楼道线路老化裸露", "@入户线绝缘破损" },
    "线路老化，接头裸露，存在触电和火灾隐患。" },
  { "M0301", { "@居民家中室温不达标", "@顶层住户暖气不热" },
    "#实测室温不足十八度，家中有老人，请供热单位入户测温。" },
  { "M0302", { "@供热管道漏水", "@暖气立管渗漏" },
    "供热管道漏水，需停暖抢修。" },
  { "M0401", { "@楼道有燃气异味", "@居民家中闻到燃气味" },
    "#住户闻到燃气气味，已开窗通风并关闭阀门。" },
  { "M0402", { "@燃气软管老化", "@灶具无熄火保护" },
    "入户安检发现#软管超期使用，已下达整改通知。" },
  { "M0403", { "@整单元停气", "@燃气表故障停气" },
    "居民反映无法用气，影响做饭。" },
  { "M0501", { "@电梯困人", "@电梯频繁停运" },
    "电梯运行中停运，物业已联系维保单位。" },
  { "M0502", { "@一层下水返水", "@化粪池满溢" },
    "下水管道堵塞，污水外溢，异味较重。" },
  { "M0503", { "@楼道声控灯不亮", "@单元门口照明损坏" },
    "夜间楼道无照明，老人上下楼不便。" },
  { "M0504", { "@顶层屋面漏雨", "@雨后屋面渗水" },
    "#雨天屋顶渗漏，墙面大面积受潮，需要做防水。" },
};

static const struct { GgovLane lane; GgovIssueMove move; const char *notes[3]; } notes[] = {
  { GGOV_LANE_COMMUNITY, GGOV_ISSUE_REPORT_BACK,
    { "已现场处理，照片附后。", "已上门劝导，问题解决。", "已协调相关方办结。" } },
  { GGOV_LANE_ENFORCEMENT, GGOV_ISSUE_REPORT_BACK,
    { "已依法处置，现场恢复。", "联合整治后整改到位。", "当事人自行整改，照片附后。" } },
  { GGOV_LANE_MARKET, GGOV_ISSUE_REPORT_BACK,
    { "抢修完成，恢复正常。", "维修人员已上门修复。", "更换部件，试运行正常。" } },
  { GGOV_LANE_COMMUNITY, GGOV_ISSUE_SUSPEND,
    { "当事人外出，待其返回后继续。", "等待鉴定结论。", "当事人住院，暂缓调解。" } },
  { GGOV_LANE_ENFORCEMENT, GGOV_ISSUE_SUSPEND,
    { "等待规划部门认定。", "当事人提起行政复议。", "等待公告期满。" } },
  { GGOV_LANE_MARKET, GGOV_ISSUE_SUSPEND,
    { "等待备件到货。", "气温过低暂不具备施工条件。", "等待维修资金审批。" } },
};

/* For moves whose note does not depend on the lane. */
static const struct { GgovIssueMove move; const char *notes[3]; } plain_notes[] = {
  { GGOV_ISSUE_VERIFY_PASS, { "现场核查属实。", "电话回访，居民满意。", "照片与现场一致。" } },
  { GGOV_ISSUE_RETURN, { "信息不全，退回补充。", "位置有误，退回核实。", "不属本岗位职责，退回改派。" } },
  { GGOV_ISSUE_EXTEND, { "情况复杂，同意延期。", "需多部门会商，同意延期。", "受天气影响，同意延期。" } },
  { GGOV_ISSUE_REWORK, { "现场仍有残留，请继续处理。", "居民反映问题复发。", "照片不清，请补充处理。" } },
  { GGOV_ISSUE_RESUME, { "条件具备，恢复办理。", "恢复办理。", "当事人已返回，继续办理。" } },
  { GGOV_ISSUE_REFUSE, { "不属于网格事务范围，已告知渠道。", "重复上报。", "情况不属实。" } },
  { GGOV_ISSUE_EVALUATE, { "满意", "基本满意", "满意" } },
};

/* Quarrels are not repaired but settled. */
static const char *const settled[MAX_TITLES] = {
  "调解成功，签订协议。", "双方达成口头协议，当场履行。", "经三次调解，双方和解。",
};

static const char *
choose (const char *const  all[MAX_TITLES],
        GgovDemoRandom    *random)
{
  guint n = MAX_TITLES;

  while (n > 1 && all[n - 1] == NULL)
    n--;

  return all[_ggov_demo_random_int (random, 0, n - 1)];
}

static char *
fill_in (const char *text,
         const char *place,
         const char *door)
{
  g_autoptr(GString) filled = g_string_new (text);

  g_string_replace (filled, "@", place, 0);
  g_string_replace (filled, "#", door, 0);

  return g_strdup (filled->str);
}

static int
find_texts (const GgovCaseType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].code, type->code))
      return (int) i;

  return -1;
}

gboolean
_ggov_demo_issue_has_texts (const GgovCaseType *type)
{
  return find_texts (type) >= 0;
}

void
_ggov_demo_issue_dup_texts (const GgovCaseType  *type,
                            const char          *place,
                            const char          *door,
                            char               **title,
                            char               **description,
                            GgovDemoRandom      *random)
{
  int at = find_texts (type);

  g_assert (at >= 0);

  *title = fill_in (choose (texts[at].titles, random), place, door);
  *description = fill_in (texts[at].description, place, door);
}

const char *
_ggov_demo_issue_get_note (const GgovCaseType *type,
                           GgovIssueMove       move,
                           GgovDemoRandom     *random)
{
  if (type->figure == GGOV_FIGURE_DISPUTE && move == GGOV_ISSUE_REPORT_BACK)
    return choose (settled, random);

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i].lane == type->lane && notes[i].move == move)
      return choose (notes[i].notes, random);

  for (guint i = 0; i < G_N_ELEMENTS (plain_notes); i++)
    if (plain_notes[i].move == move)
      return choose (plain_notes[i].notes, random);

  return "";
}
