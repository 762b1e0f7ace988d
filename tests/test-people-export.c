/* test-people-export.c: the roster as text and as cards, character by character
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "ggov-chat-text.h"
#include "ggov-people-export.h"

typedef struct
{
  char       *dir;
  GListStore *rows;
} Fixture;

static void
add_row (Fixture    *fixture,
         gint64      person_id,
         const char *name,
         const char *pinyin,
         const char *sex,
         const char *phone,
         const char *role,
         const char *place)
{
  const GgovRosterRecord record = {
    .post_id = 1, .person_id = person_id, .name = name, .pinyin = pinyin, .sex = sex,
    .sex_label = "F", .phone = phone, .role_code = "unit_leader", .role = role, .family_code = "x",
    .presence = "on rounds", .sub_district = "晨光街道", .community_code = "150203005001",
    .community = "青松社区", .grid_code = "150203005001001", .grid = "第一网格", .place = place,
    .since = "2025-01-01",
  };
  g_autoptr(GgovRosterRow) row = ggov_roster_row_new (&record);

  g_list_store_append (fixture->rows, row);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->rows = g_list_store_new (GGOV_TYPE_ROSTER_ROW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_free (fixture->dir);
  g_assert_finalize_object (fixture->rows);
}

/* What is written in a format, in some columns. */
static char *
dup_written (Fixture          *fixture,
             GgovPeopleFormat  format,
             guint             n_wanted)
{
  static const GgovRosterColumn columns[] = {
    GGOV_ROSTER_COLUMN_NAME, GGOV_ROSTER_COLUMN_PHONE, GGOV_ROSTER_COLUMN_GRID_CODE,
    GGOV_ROSTER_COLUMN_UNTIL,
  };
  g_autofree char *path = g_build_filename (fixture->dir, "out", NULL);
  const GgovPeopleExport request = {
    .path = path, .format = format, .columns = columns, .n_columns = G_N_ELEMENTS (columns),
    .as_of = "2026-02-13",
  };
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  guint n;

  g_assert_true (ggov_people_export_write (G_LIST_MODEL (fixture->rows), &request, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_wanted);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_cmpint (g_unlink (path), ==, 0);

  return text;
}

static void
test_csv (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *text = NULL;

  add_row (fixture, 1, "王秀英", "wang xiu ying", "2", "01234567890", "楼长", "3号楼");
  add_row (fixture, 2, "=1+1", "", "0", "+86 471", "楼长", "3号楼");
  add_row (fixture, 3, "Ann \"A\", B", "", "0", NULL, "楼长", "3号楼");
  add_row (fixture, 4, "=a,b", "", "0", "@x\ny", "楼长", "3号楼");
  text = dup_written (fixture, GGOV_PEOPLE_CSV, 4);
  g_assert_cmpstr (text, ==,
                   "\357\273\277Name,Phone,Grid code,Until\r\n"
                   "王秀英,01234567890,150203005001001,\r\n"
                   "'=1+1,'+86 471,150203005001001,\r\n"
                   "\"Ann \"\"A\"\", B\",,150203005001001,\r\n"
                   "\"'=a,b\",\"'@x\ny\",150203005001001,\r\n");
}

/* RFC 6350. Each post of somebody with two is on the one card. */
static void
test_card (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  add_row (fixture, 7, "欧阳秀英", "ou yang xiu ying", "2", "13800001234", "楼长", "3号楼");
  add_row (fixture, 7, "欧阳秀英", "ou yang xiu ying", "2", "13800001234", "单元长", "3号楼1单元");
  text = dup_written (fixture, GGOV_PEOPLE_VCARD, 1);
  g_assert_cmpstr (text, ==,
                   "BEGIN:VCARD\r\n"
                   "VERSION:4.0\r\n"
                   "UID;VALUE=text:gridgov-person-7\r\n"
                   "FN:欧阳秀英\r\n"
                   "N;SORT-AS=\"ou yang xiu ying\":欧阳;秀英;;;\r\n"
                   "GENDER:F\r\n"
                   "TEL;TYPE=cell:13800001234\r\n"
                   "ORG:晨光街道;青松社区;第一网格\r\n"
                   "TITLE:楼长 3号楼\r\n"
                   "TITLE:单元长 3号楼1单元\r\n"
                   "CATEGORIES:楼长,第一网格,单元长\r\n"
                   "END:VCARD\r\n");
}

/* RFC 2426: no GENDER, another way to sort, a name of one character. */
static void
test_old_card (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = NULL;

  add_row (fixture, 8, "王芳", "wang fang", "2", "0472-123456", "民警; 一, 二", "a\\b");
  text = dup_written (fixture, GGOV_PEOPLE_VCARD_3, 1);
  g_assert_cmpstr (text, ==,
                   "BEGIN:VCARD\r\n"
                   "VERSION:3.0\r\n"
                   "UID:gridgov-person-8\r\n"
                   "FN:王芳\r\n"
                   "N:王;芳;;;\r\n"
                   "SORT-STRING:wang fang\r\n"
                   "TEL;TYPE=WORK,VOICE:0472-123456\r\n"
                   "ORG:晨光街道;青松社区;第一网格\r\n"
                   "TITLE:民警\\; 一\\, 二 a\\\\b\r\n"
                   "CATEGORIES:民警\\; 一\\, 二,第一网格\r\n"
                   "END:VCARD\r\n");
}

/* No line has more than 75 octets, and none is broken within a character. */
static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  GString *place = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *unfolded = NULL;
  g_auto(GStrv) lines = NULL, parts = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (place, "长𠮷");
  add_row (fixture, 9, "王芳", "wang fang", "2", NULL, "楼长", place->str);
  text = dup_written (fixture, GGOV_PEOPLE_VCARD, 1);
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  parts = g_strsplit (text, "\r\n ", -1);
  unfolded = g_strjoinv ("", parts);
  g_assert_nonnull (strstr (unfolded, place->str));
  g_string_free (place, TRUE);
}

/* A folder that is not there: one sentence, nothing left behind. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const GgovRosterColumn column = GGOV_ROSTER_COLUMN_NAME;

  for (guint i = 0; i < GGOV_PEOPLE_N_FORMATS; i++)
    {
      g_autofree char *path = g_build_filename (fixture->dir, "no", "out", NULL);
      const GgovPeopleExport request = {
        .path = path, .format = i, .columns = &column, .n_columns = 1, .as_of = "2026-02-13",
      };
      g_autoptr(GError) error = NULL;

      g_assert_false (ggov_people_export_write (G_LIST_MODEL (fixture->rows), &request, NULL,
                                                &error));
      g_assert_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE);
    }
}

/* A heading for each grid, the place only where it is another, nothing that a chat turns into a sign. */
static void
test_chat (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *none = ggov_chat_dup_text (G_LIST_MODEL (fixture->rows));

  g_assert_cmpstr (none, ==, "");
  add_row (fixture, 1, "李强", "li qiang", "1", "13804720002", "专职网格员", "第一网格");
  add_row (fixture, 2, "王秀英", "wang xiu ying", "2", NULL, "楼长", "3号楼");
  text = ggov_chat_dup_text (G_LIST_MODEL (fixture->rows));
  g_assert_cmpstr (text, ==,
                   "【青松社区 第一网格】\n"
                   "李强 专职网格员 13804720002\n"
                   "王秀英 楼长 3号楼");
}

static void
test_words (void)
{
  const char *const codes[] = { "phone", "no", "name", "phone", NULL };
  GgovRosterColumn columns[GGOV_ROSTER_N_COLUMNS];
  GgovPeopleFormat format;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (ggov_roster_columns_parse (codes, columns), ==, 2);
  g_assert_cmpint (columns[0], ==, GGOV_ROSTER_COLUMN_PHONE);
  g_assert_cmpint (columns[1], ==, GGOV_ROSTER_COLUMN_NAME);

  g_assert_true (ggov_people_format_of_path ("a.VCF", &format, &error));
  g_assert_cmpint (format, ==, GGOV_PEOPLE_VCARD);
  g_assert_false (ggov_people_format_of_path ("a.txt", &format, &error));
  g_assert_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE);
}

int
main (int   argc,
      char *argv[])
{
  const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/exchange/people-export/csv", test_csv },
    { "/exchange/people-export/card", test_card },
    { "/exchange/people-export/old-card", test_old_card },
    { "/exchange/people-export/fold", test_fold },
    { "/exchange/people-export/refused", test_refused },
    { "/model/chat-text", test_chat },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/exchange/people-export/words", test_words);

  return g_test_run ();
}
