/* ggov-case-type-words.c: what a table says of case types in words, and the codes for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of both languages are read whatever the user's is: a table goes from one desk to another.
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <string.h>

#include "ggov-case-type-words-private.h"
#include "ggov-case-type.h"
#include "ggov-role.h"

#define MOST_NUMBER 999999

static const struct
{
  GgovCaseTypeWord kind;
  const char      *code;
  const char      *zh;
  const char      *en;
} words[] = {
  { GGOV_CASE_TYPE_WORD_LANE, "community", "社区自治", "Community self-governance" },
  { GGOV_CASE_TYPE_WORD_LANE, "enforcement", "行政执法", "Administrative enforcement" },
  { GGOV_CASE_TYPE_WORD_LANE, "market", "市场共治", "Market co-governance" },
  { GGOV_CASE_TYPE_WORD_START, "at-once", "即时起算", "At once" },
  { GGOV_CASE_TYPE_WORD_START, "next-day", "次日起算", "From the next day" },
  { GGOV_CASE_TYPE_WORD_FIGURE, "dispute", "调解矛盾纠纷", "Disputes mediated" },
  { GGOV_CASE_TYPE_WORD_FIGURE, "illegal_structure", "拆除违法建设",
    "Illegal structures pulled down" },
  { GGOV_CASE_TYPE_WORD_FIGURE, "wall_breaking", "整治破墙开店", "Walls put right" },
  { GGOV_CASE_TYPE_WORD_FIGURE, "utility", "解决三供一业问题", "Utility problems solved" },
  { GGOV_CASE_TYPE_WORD_MEASURE, "count", "处数", "count" },
  { GGOV_CASE_TYPE_WORD_MEASURE, "area", "面积", "area" },
  { GGOV_CASE_TYPE_WORD_LINK, "file", "立案", "File" },
  { GGOV_CASE_TYPE_WORD_LINK, "dispatch", "派遣", "Dispatch" },
  { GGOV_CASE_TYPE_WORD_LINK, "accept", "处置", "Take up" },
  { GGOV_CASE_TYPE_WORD_LINK, "report-back", "反馈", "Report back" },
  { GGOV_CASE_TYPE_WORD_LINK, "verify-pass", "核查", "Verify" },
  { GGOV_CASE_TYPE_WORD_LINK, "close", "结案", "Close" },
  { GGOV_CASE_TYPE_WORD_LINK, "evaluate", "评价", "Evaluate" },
  { GGOV_CASE_TYPE_WORD_EVIDENCE, "photo", "照片", "photo" },
  { GGOV_CASE_TYPE_WORD_EVIDENCE, "text", "文字说明", "words" },
  { GGOV_CASE_TYPE_WORD_EVIDENCE, "paper", "书面材料", "paper" },
};

/* Longer ones first where one ends like another. */
static const struct
{
  const char *word;
  const char *suffix;
} units[] = {
  { "working hours", "h" }, { "working hour", "h" }, { "hours", "h" }, { "hour", "h" },
  { "工作小时", "h" }, { "小时", "h" }, { "h", "h" },
  { "working days", "d" }, { "working day", "d" }, { "工作日", "d" }, { "工作天", "d" },
  { "calendar days", "cd" }, { "calendar day", "cd" }, { "自然日", "cd" }, { "日历日", "cd" },
  { "cd", "cd" }, { "days", "d" }, { "day", "d" }, { "天", "d" }, { "日", "d" }, { "d", "d" },
};

static gboolean
is_word (const char *text,
         const char *word)
{
  g_autofree char *one = g_utf8_casefold (text, -1);
  g_autofree char *two = g_utf8_casefold (word, -1);

  return g_str_equal (one, two);
}

char *
_ggov_case_type_word_dup (GgovCaseTypeWord  kind,
                          const char       *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind && g_str_equal (words[i].code, code))
      return g_strdup (ggov_role_choose_name (words[i].en, words[i].zh));

  return g_strdup (code);
}

char *
_ggov_case_type_word_read (GgovCaseTypeWord  kind,
                           const char       *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind && (is_word (bare, words[i].code) || is_word (bare, words[i].zh) ||
                                  is_word (bare, words[i].en)))
      return g_strdup (words[i].code);

  return g_steal_pointer (&bare);
}

/* Digits at the beginning of @text, and what comes behind them. */
static gboolean
read_digits (const char  *text,
             gint64      *number,
             const char **rest)
{
  char *end = NULL;

  while (g_ascii_isspace (*text))
    text++;
  if (!g_ascii_isdigit (*text))
    return FALSE;

  *number = (gint64) MIN (g_ascii_strtoull (text, &end, 10), MOST_NUMBER);
  while (g_ascii_isspace (*end))
    end++;
  *rest = end;

  return TRUE;
}

char *
_ggov_case_type_limit_read (const char *text)
{
  const char *rest;
  gint64 count;

  if (!read_digits (text, &count, &rest))
    return g_strdup (text);

  if (g_str_has_prefix (rest, "个"))
    rest += strlen ("个");

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (is_word (rest, units[i].word))
      return g_strdup_printf ("%" G_GINT64_FORMAT "%s", count, units[i].suffix);

  return g_strdup (text);
}

/* Signs of Chinese writing as those of code. */
static char *
dup_plain_signs (const char *text)
{
  static const struct { const char *sign, *plain; } signs[] = {
    { "：", ":" }, { "；", ";" }, { "\n", ";" }, { "，", "," }, { "、", "," }, { "|", "," },
  };
  g_autoptr(GString) plain = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (plain, signs[i].sign, signs[i].plain, 0);

  return g_strdup (plain->str);
}

char *
_ggov_case_type_evidence_dup (const char *plan)
{
  const gboolean chinese = *ggov_role_choose_name ("", "zh") != '\0';
  g_autoptr(GString) text = g_string_new (NULL);
  GgovEvidencePlan read;

  if (!ggov_evidence_plan_parse (plan, &read, NULL))
    return g_strdup (plan);

  for (guint move = 0; move < GGOV_N_EVIDENCE_LINKS; move++)
    {
      g_autofree char *link = _ggov_case_type_word_dup (GGOV_CASE_TYPE_WORD_LINK,
                                                        ggov_issue_move_get_code (move));
      const char *sign = chinese ? "：" : ": ";

      if (read.asked[move] != 0)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : chinese ? "；" : "; ", link);
      for (guint bit = 0; bit < GGOV_N_EVIDENCES; bit++)
        if (read.asked[move] & (1u << bit))
          {
            g_autofree char *kind = _ggov_case_type_word_dup (GGOV_CASE_TYPE_WORD_EVIDENCE,
                                                              ggov_evidence_get_code (1u << bit));

            g_string_append_printf (text, "%s%s", sign, kind);
            sign = chinese ? "、" : ", ";
          }
    }

  return g_strdup (text->str);
}

/* "file: photo, text" → "file:photo,text" */
static char *
read_link (const char *entry)
{
  g_auto(GStrv) parts = g_strsplit (entry, ":", 2);
  g_auto(GStrv) kinds = g_strsplit (parts[0] && parts[1] ? parts[1] : "", ",", -1);
  g_autofree char *link = _ggov_case_type_word_read (GGOV_CASE_TYPE_WORD_LINK,
                                                     parts[0] ? parts[0] : "");
  g_autofree char *joined = NULL;

  for (guint i = 0; kinds[i]; i++)
    {
      char *code = _ggov_case_type_word_read (GGOV_CASE_TYPE_WORD_EVIDENCE, kinds[i]);

      g_free (kinds[i]);
      kinds[i] = code;
    }
  joined = g_strjoinv (",", kinds);

  return g_strconcat (link, ":", joined, NULL);
}

char *
_ggov_case_type_evidence_read (const char *text)
{
  g_autofree char *plain = dup_plain_signs (text);
  g_auto(GStrv) entries = g_strsplit (plain, ";", -1);
  g_autoptr(GString) plan = g_string_new (NULL);
  GgovEvidencePlan read;

  if (ggov_evidence_plan_parse (text, &read, NULL))
    return ggov_evidence_plan_to_string (&read);

  for (guint i = 0; entries[i]; i++)
    if (*g_strstrip (entries[i]) != '\0')
      {
        g_autofree char *link = read_link (entries[i]);

        g_string_append_printf (plan, "%s%s", plan->len > 0 ? " " : "", link);
      }

  return ggov_evidence_plan_parse (plan->str, &read, NULL) ? ggov_evidence_plan_to_string (&read)
                                                           : g_strdup (text);
}

char *
_ggov_case_type_measures_dup (gint64 measures)
{
  const char *sign = ggov_role_choose_name (", ", "、");
  g_autofree char *count = _ggov_case_type_word_dup (GGOV_CASE_TYPE_WORD_MEASURE, "count");
  g_autofree char *area = _ggov_case_type_word_dup (GGOV_CASE_TYPE_WORD_MEASURE, "area");
  const gboolean both = (measures & GGOV_MEASURE_COUNT) && (measures & GGOV_MEASURE_AREA);

  return g_strconcat (measures & GGOV_MEASURE_COUNT ? count : "", both ? sign : "",
                      measures & GGOV_MEASURE_AREA ? area : "", NULL);
}

gboolean
_ggov_case_type_measures_read (const char *text,
                               gint64     *measures)
{
  g_autofree char *plain = dup_plain_signs (text);
  g_auto(GStrv) parts = g_strsplit_set (plain, ",;", -1);
  gint64 sum = 0;

  for (guint i = 0; parts[i]; i++)
    {
      g_autofree char *code = _ggov_case_type_word_read (GGOV_CASE_TYPE_WORD_MEASURE, parts[i]);

      if (g_str_equal (code, "count"))
        sum |= GGOV_MEASURE_COUNT;
      else if (g_str_equal (code, "area"))
        sum |= GGOV_MEASURE_AREA;
      else if (*code)
        return FALSE;
    }

  *measures = sum;
  return TRUE;
}

gboolean
_ggov_case_type_number_read (const char *text,
                             gint64     *number)
{
  static const char *const ends[] = { "", ".0", "m", "米", "metres", "d", "天", "日", "days" };
  const char *rest;
  gint64 found;

  if (!read_digits (text, &found, &rest))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (is_word (rest, ends[i]))
      {
        *number = found;
        return TRUE;
      }

  return FALSE;
}
