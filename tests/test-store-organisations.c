/* test-store-organisations.c: organisations, what they have, their rules, and what they leave open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "ggov-organisation-kind.h"
#include "ggov-store-check.h"
#include "ggov-store-organisations.h"
#include "ggov-store-twins.h"
#include "ggov-write-people.h"
#include "roster-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"

typedef struct
{
  StoreFixture base;
  RosterOffice office;
  gint64       bank;     /* of 青松, since 2025-03-01 */
  gint64       police;   /* of the whole sub-district */
  gint64       company;  /* property */
  gint64       branch;   /* of 青松 */
  gint64       group;
} Fixture;

enum { BANK, POLICE_STATION, COMPANY, BRANCH, GROUP };

static const char *const kinds[] = { "co_building", "department", "property", "branch", "group" };

static gboolean
write_organisations (GgovChange  *change,
                     gpointer     data,
                     GError     **error)
{
  Fixture *fixture = data;
  const GgovOrganisationRecord records[] = {
    { .kind = "co_building", .name = " 安达银行  支行 ", .community_id = fixture->office.communities[0],
      .scope = "金融服务", .phone = "0472-1000001", .valid_from = "2025-03-01" },
    { .kind = "department", .name = "派出所" },
    { .kind = "property", .name = "宁馨物业（集团）公司" },
    { .kind = "branch", .name = "青松第二党支部", .community_id = fixture->office.communities[0],
      .valid_from = "2025-01-01" },
  };
  gint64 *ids[] = { &fixture->bank, &fixture->police, &fixture->company, &fixture->branch };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (!(*ids[i] = ggov_change_add_organisation (change, &records[i], error)))
      return FALSE;

  return (fixture->group = ggov_change_add_organisation (change, &(GgovOrganisationRecord) {
    .kind = "group", .name = "第一党小组", .parent_id = fixture->branch,
    .community_id = fixture->office.communities[0], .valid_from = "2025-01-01" }, error)) != 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
  write_change (fixture->base.store, write_organisations, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

static gint64
get_id (const Fixture *fixture,
        guint          which)
{
  const gint64 ids[] = { fixture->bank, fixture->police, fixture->company, fixture->branch,
                         fixture->group };

  return ids[which];
}

/* The change's number, or 0 with @error set. */
static gint64
finish (Fixture       *fixture,
        GAsyncResult **result,
        GError       **error)
{
  gint64 id = 0;

  return ggov_store_change_finish (fixture->base.store, wait_for (result), &id, error) ? id : 0;
}

/* A line of an organisation since TODAY or another day. */
#define LINE(which, kind_, ...) LINE_FROM (which, kind_, TODAY, __VA_ARGS__)
#define LINE_FROM(which, kind_, day, ...) \
  (&(GgovOrganisationLineRecord) { .kind = kind_, .owner_kind = kinds[which], \
                                   .owner_id = get_id (fixture, which), .valid_from = day, \
                                   __VA_ARGS__ })

static gint64
add (Fixture                           *fixture,
     const GgovOrganisationLineRecord  *line,
     GError                           **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_add_organisation_lines_async (fixture->base.store, line, NULL, 0, NULL, keep_result,
                                           &result);

  return finish (fixture, &result, error);
}

static gint64
assert_added (Fixture                          *fixture,
              const GgovOrganisationLineRecord *line)
{
  g_autoptr(GError) error = NULL;
  gint64 id = add (fixture, line, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

/* Refused in a sentence in which each of the words stands. */
static void
assert_sentence (const GError       *error,
                 const char * const *words)
{
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  for (guint i = 0; words[i]; i++)
    if (strstr (error->message, words[i]) == NULL)
      g_error ("“%s” is not in: %s", words[i], error->message);
}

#define WORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
assert_line_refused (Fixture                          *fixture,
                     const GgovOrganisationLineRecord *line,
                     const char * const               *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (add (fixture, line, &error), ==, 0);
  assert_sentence (error, words);
}

static gint64
save (Fixture                       *fixture,
      gint64                         id,
      const GgovOrganisationRecord  *record,
      GError                       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_save_organisation_async (fixture->base.store, id, record, NULL, keep_result, &result);

  return finish (fixture, &result, error);
}

static void
assert_save_refused (Fixture                      *fixture,
                     gint64                        id,
                     const GgovOrganisationRecord *record,
                     const char * const           *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (save (fixture, id, record, &error), ==, 0);
  assert_sentence (error, words);
}

static gint64
end (Fixture     *fixture,
     guint        which,
     const char  *day,
     gboolean     with_posts,
     GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_end_organisation_async (fixture->base.store, kinds[which], get_id (fixture, which), day,
                                     "合并", with_posts, NULL, keep_result, &result);

  return finish (fixture, &result, error);
}

/* The findings of the check about organisations; the small office has no borders. */
static GPtrArray *
list_findings (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) all = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  ggov_store_check_async (fixture->base.store, NULL, keep_result, &result);
  all = ggov_store_check_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (all, i);

      if (!g_str_equal (ggov_finding_get_kind (finding), "geometry"))
        g_ptr_array_add (findings, g_steal_pointer (&finding));
    }

  return findings;
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr(GPtrArray) findings = list_findings (fixture);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s: %s", ggov_finding_get_subject (findings->pdata[i]),
                    ggov_finding_get_message (findings->pdata[i]));
  g_assert_cmpuint (findings->len, ==, 0);
}

static GListModel *
list (Fixture                      *fixture,
      const GgovOrganisationFilter *filter,
      const char                   *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_organisations_async (fixture->base.store, filter, day, NULL, keep_result, &result);
  rows = ggov_store_list_organisations_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return rows;
}

/* The names of those that a filter finds, apart by a blank. */
static void
assert_found (Fixture                      *fixture,
              const GgovOrganisationFilter *filter,
              const char                   *day,
              const char                   *names)
{
  g_autoptr(GListModel) rows = list (fixture, filter, day);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovOrganisation) row = g_list_model_get_item (rows, i);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", ggov_organisation_get_row (row)->name);
    }
  g_assert_cmpstr (found->str, ==, names);
  g_string_free (found, TRUE);
}

static GgovOrganisation *
find (Fixture    *fixture,
      guint       which,
      const char *day)
{
  const GgovOrganisationFilter filter = {
    .kind = kinds[which], .id = get_id (fixture, which), .with_ended = TRUE,
  };
  g_autoptr(GListModel) rows = list (fixture, &filter, day);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);

  return g_list_model_get_item (rows, 0);
}

/* Lines of an organisation as "kind title note", a line each. */
static char *
dup_lines (Fixture    *fixture,
           guint       which,
           const char *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (NULL);

  ggov_store_list_organisation_lines_async (fixture->base.store, kinds[which],
                                            get_id (fixture, which), day, NULL, keep_result,
                                            &result);
  lines = ggov_store_list_organisation_lines_finish (fixture->base.store, wait_for (&result),
                                                     &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(GgovOrganisationLine) line = g_list_model_get_item (lines, i);
      const GgovOrganisationLineRow *row = ggov_organisation_line_get_row (line);

      g_string_append_printf (text, "%s %s %s\n", row->kind, row->title,
                              row->note ? row->note : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  g_autoptr(GgovOrganisation) bank = NULL;
  g_autoptr(GgovOrganisation) station = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *later = NULL;
  const GgovOrganisationRow *row;

  assert_added (fixture, LINE (BANK, "contact", .person_id = office->people[ZHAO], .note = "主任"));
  assert_added (fixture, LINE (BANK, "grid", .grid_id = office->grids[1]));
  assert_added (fixture, LINE (BANK, "resource", .title = "会议室", .note = "1 间",
                               .valid_to = "2026-02-20"));
  assert_added (fixture, LINE (BANK, "activity", .title = "讲座", .grid_id = office->grids[0],
                               .reached = 40));
  assert_added (fixture, LINE_FROM (BANK, "activity", "2025-12-31", .title = "义诊"));
  assert_added (fixture, LINE (POLICE_STATION, "post", .person_id = office->people[QIAN],
                               .grid_id = office->grids[1], .code = "department_police"));

  bank = find (fixture, BANK, TODAY);
  row = ggov_organisation_get_row (bank);
  g_assert_cmpstr (row->name, ==, "安达银行 支行"); /* blanks put right */
  g_assert_cmpstr (row->community, ==, "青松");
  g_assert_cmpstr (row->head, ==, "赵敏");
  g_assert_cmpint (row->people, ==, 1);
  g_assert_cmpint (row->grids, ==, 1);
  g_assert_cmpint (row->resources, ==, 1);
  g_assert_cmpint (row->activities, ==, 1); /* that of last year is of last year */
  g_assert_cmpstr (row->last_activity, ==, TODAY);

  /* 钱卫国 has held two posts of his own before; with this one they are the station's. */
  station = find (fixture, POLICE_STATION, TODAY);
  g_assert_cmpint (ggov_organisation_get_row (station)->people, ==, 1);
  g_assert_cmpint (ggov_organisation_get_row (station)->grids, ==, 3);

  lines = dup_lines (fixture, BANK, TODAY);
  g_assert_cmpstr (lines, ==, "contact 赵敏 主任\ngrid 第二网格 青松\nresource 会议室 1 间\n"
                              "activity 讲座 第一网格\n");
  later = dup_lines (fixture, BANK, "2026-02-21");
  g_assert_null (strstr (later, "resource"));
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  const GgovOrganisationFilter bank = { .text = "金融" };
  const GgovOrganisationFilter reading = { .text = "anda" };
  const GgovOrganisationFilter initials = { .text = "nxwy" };
  const GgovOrganisationFilter phone = { .text = "1000001" };
  const GgovOrganisationFilter party = { .kind = "party" };
  const GgovOrganisationFilter pine = { .community_id = fixture->office.communities[0] };
  const GgovOrganisationFilter ended = { .kind = "department", .with_ended = TRUE };
  g_autoptr(GError) error = NULL;

  assert_found (fixture, NULL, TODAY,
                "派出所|安达银行 支行|宁馨物业（集团）公司|第一党支部|青松第二党支部|第一党小组");
  assert_found (fixture, NULL, "2025-02-28",
                "派出所|宁馨物业（集团）公司|第一党支部|青松第二党支部|第一党小组");
  assert_found (fixture, &bank, TODAY, "安达银行 支行");
  assert_found (fixture, &reading, TODAY, "安达银行 支行");
  assert_found (fixture, &initials, TODAY, "宁馨物业（集团）公司");
  assert_found (fixture, &phone, TODAY, "安达银行 支行");
  assert_found (fixture, &party, TODAY, "第一党支部|青松第二党支部|第一党小组");
  assert_found (fixture, &pine, TODAY, "安达银行 支行|青松第二党支部|第一党小组");

  g_assert_cmpint (end (fixture, POLICE_STATION, TODAY, FALSE, &error), >, 0);
  assert_found (fixture, &(GgovOrganisationFilter) { .kind = "department" }, TODAY, "派出所");
  assert_found (fixture, &(GgovOrganisationFilter) { .kind = "department" }, "2026-02-14", "");
  assert_found (fixture, &ended, "2026-02-14", "派出所");
}

/* Rules ------------------------------------------------------------------------------------ */

static void
test_organisation_rules (Fixture       *fixture,
                         gconstpointer  data)
{
  const GgovOrganisationRecord good = { .kind = "department", .name = "司法所" };
  g_autoptr(GError) error = NULL;

  assert_save_refused (fixture, 0, &(GgovOrganisationRecord) { .kind = "department", .name = " " },
                       WORDS ("needs a name"));
  assert_save_refused (fixture, 0, &(GgovOrganisationRecord) { .kind = "shop", .name = "x" },
                       WORDS ("shop"));
  /* Whatever blanks and brackets it is written with. */
  assert_save_refused (fixture, 0, &(GgovOrganisationRecord) {
    .kind = "property", .name = "宁馨物业(集团) 公司" }, WORDS ("宁馨物业（集团）公司", "already"));
  assert_save_refused (fixture, 0, &(GgovOrganisationRecord) { .kind = "group", .name = "第二党小组" },
                       WORDS ("belongs to a branch"));
  assert_save_refused (fixture, 0, &(GgovOrganisationRecord) {
    .kind = "group", .name = "第二党小组", .parent_id = fixture->group }, WORDS ("第一党小组", "branch"));
  assert_save_refused (fixture, 0, &(GgovOrganisationRecord) {
    .kind = "group", .name = "第二党小组", .parent_id = 999 }, WORDS ("no such organisation"));
  g_assert_cmpint (save (fixture, 0, &good, &error), >, 0);
  assert_save_refused (fixture, 0, &good, WORDS ("司法所"));

  /* The same name of another kind, or of another branch, is another organisation. */
  g_assert_cmpint (save (fixture, 0, &(GgovOrganisationRecord) {
    .kind = "co_building", .name = "司法所" }, &error), >, 0);
  g_assert_cmpint (end (fixture, BANK, "2025-02-28", FALSE, &error), ==, 0);
  assert_sentence (error, WORDS ("2025-02-28", "2025-03-01"));
  g_clear_error (&error);
  g_assert_cmpint (end (fixture, BRANCH, TODAY, FALSE, &error), ==, 0);
  assert_sentence (error, WORDS ("第一党小组", "青松第二党支部"));
  g_clear_error (&error);
  g_assert_cmpint (end (fixture, BANK, "not a day", FALSE, &error), ==, 0);
  g_assert_nonnull (error);

  /* It cannot begin after what it has. */
  assert_added (fixture, LINE (BANK, "grid", .grid_id = fixture->office.grids[0]));
  assert_save_refused (fixture, fixture->bank, &(GgovOrganisationRecord) {
    .kind = "co_building", .name = "安达银行", .community_id = fixture->office.communities[0],
    .valid_from = "2026-03-01" }, WORDS ("安达银行", TODAY));
  assert_sound (fixture);
}

static void
test_line_rules (Fixture       *fixture,
                 gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;

  /* Nobody. */
  assert_line_refused (fixture, LINE (BANK, "contact", .person_id = 999), WORDS ("nobody"));
  assert_line_refused (fixture, LINE (BANK, "contact", .person_name = " "), WORDS ("who it is"));

  /* Somebody who is there already; of another name they share a phone, which may be. */
  assert_line_refused (fixture, LINE (BANK, "contact", .person_name = " 李强",
                                      .person_phone = "13804720002 "),
                       WORDS ("李强", "13804720002", "already"));
  assert_added (fixture, LINE (BANK, "contact", .person_name = "李梅",
                               .person_phone = "13804720002"));

  /* The end before the beginning, and before the organisation's own. */
  assert_line_refused (fixture, LINE (BANK, "grid", .grid_id = office->grids[0],
                                      .valid_to = "2026-02-12"), WORDS (TODAY, "2026-02-12"));
  assert_line_refused (fixture, LINE_FROM (BANK, "resource", "2025-02-28", .title = "x"),
                       WORDS ("安达银行 支行", "2025-03-01"));

  /* A grid of another community, one that is not there yet, one that never was. */
  assert_line_refused (fixture, LINE (BANK, "grid", .grid_id = office->grids[2]),
                       WORDS ("安达银行 支行", "青松", "第一网格", "白桦"));
  assert_line_refused (fixture, LINE (BRANCH, "grid", .grid_id = office->grids[2]), WORDS ("白桦"));
  assert_line_refused (fixture, LINE_FROM (POLICE_STATION, "grid", "2024-12-31", .grid_id = office->grids[0]),
                       WORDS ("第一网格", "2025-01-01"));
  assert_line_refused (fixture, LINE (BANK, "grid", .grid_id = 999), WORDS ("no such grid"));

  /* Twice. */
  assert_added (fixture, LINE (BANK, "grid", .grid_id = office->grids[0]));
  assert_line_refused (fixture, LINE_FROM (BANK, "grid", "2026-03-01", .grid_id = office->grids[0]),
                       WORDS ("安达银行 支行", "第一网格", TODAY));
  assert_added (fixture, LINE (BANK, "contact", .person_id = office->people[LI]));
  assert_line_refused (fixture, LINE (BANK, "contact", .person_id = office->people[LI]),
                       WORDS ("李强", TODAY));

  /* What only others have. */
  assert_line_refused (fixture, LINE (BANK, "member", .person_id = office->people[LI],
                                      .code = "member"), WORDS ("安达银行 支行"));
  assert_line_refused (fixture, LINE (BRANCH, "activity", .title = "x"), WORDS ("青松第二党支部"));
  assert_line_refused (fixture, LINE (BANK, "activity", .title = ""), WORDS ("was done"));
  assert_line_refused (fixture, LINE (BANK, "resource", .title = NULL), WORDS ("offered"));
  assert_sound (fixture);
}

static void
test_party_rules (Fixture       *fixture,
                  gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  const GgovOrganisationLineRecord other = {
    .kind = "member", .owner_kind = "branch", .owner_id = fixture->branch - 1, .code = "member",
    .person_id = office->people[LI], .valid_from = TODAY,
  };
  g_autofree char *lines = NULL;

  assert_added (fixture, LINE (BRANCH, "member", .person_id = office->people[LI],
                               .code = "secretary", .valid_to = "2026-12-31"));
  assert_line_refused (fixture, LINE_FROM (BRANCH, "member", "2026-12-31", .person_id = office->people[WANG],
                                      .code = "secretary"),
                       WORDS ("李强", "青松第二党支部", TODAY));
  assert_added (fixture, LINE_FROM (BRANCH, "member", "2027-01-01", .person_id = office->people[WANG],
                               .code = "secretary"));
  assert_line_refused (fixture, LINE (BRANCH, "member", .person_id = office->people[ZHAO],
                                      .code = "chair"), WORDS ("chair"));

  /* A member of a group is one of its branch; of another branch on the same days nobody is. */
  assert_added (fixture, LINE (GROUP, "member", .person_id = office->people[LI], .code = "leader"));
  assert_line_refused (fixture, &other, WORDS ("李强", "青松第二党支部"));

  lines = dup_lines (fixture, BRANCH, TODAY);
  g_assert_cmpstr (lines, ==, "member 李强 Secretary\n");
  assert_sound (fixture);
}

static void
test_liaison (Fixture       *fixture,
              gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  GgovOrganisationLineRecord *line = LINE (COMPANY, "post", .person_name = "孙工",
                                           .person_phone = "13804720099",
                                           .code = "department_police");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovOrganisation) company = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *lines = NULL;

  /* Somebody new on two grids, which the company serves from then on. */
  ggov_store_add_organisation_lines_async (fixture->base.store, line, office->grids, 2, NULL,
                                           keep_result, &result);
  g_assert_cmpint (finish (fixture, &result, &error), >, 0);
  g_assert_no_error (error);
  company = find (fixture, COMPANY, TODAY);
  g_assert_cmpint (ggov_organisation_get_row (company)->people, ==, 1);
  g_assert_cmpint (ggov_organisation_get_row (company)->grids, ==, 2);
  lines = dup_lines (fixture, COMPANY, TODAY);
  g_assert_nonnull (strstr (lines, "post 孙工 Police officer · 第一网格\n"));
  g_assert_nonnull (strstr (lines, "grid 第二网格 青松\n"));

  /* Who works for another organisation is nobody of this one. */
  assert_line_refused (fixture, LINE (POLICE_STATION, "post", .code = "department_police",
                                      .person_id = office->people[QIAN] + 1,
                                      .grid_id = office->grids[2]),
                       WORDS ("孙工", "宁馨物业（集团）公司", "派出所"));
  /* A department has no usual post. */
  assert_line_refused (fixture, LINE (POLICE_STATION, "post", .person_id = office->people[QIAN],
                                      .grid_id = office->grids[1]), WORDS ("派出所"));

  /* It does not end while its people hold posts, unless these end with it. */
  g_assert_cmpint (end (fixture, COMPANY, "2026-06-30", FALSE, &error), ==, 0);
  assert_sentence (error, WORDS ("孙工", "宁馨物业（集团）公司"));
  g_clear_error (&error);
  g_assert_cmpint (end (fixture, COMPANY, "2026-06-30", TRUE, &error), >, 0);
  g_assert_no_error (error);
  g_clear_pointer (&lines, g_free);
  lines = dup_lines (fixture, COMPANY, "2026-07-01");
  g_assert_cmpstr (lines, ==, "");
  assert_line_refused (fixture, LINE_FROM (COMPANY, "grid", "2026-07-01", .grid_id = office->grids[2]), WORDS ("2026-06-30"));
  assert_sound (fixture);
}

/* Undo ------------------------------------------------------------------------------------- */

static int
add_cell (void  *text,
          int    n,
          char **values,
          char **names)
{
  for (int i = 0; i < n; i++)
    if (strcmp (names[i], "row_version") != 0)
      g_string_append_printf (text, "%s=%s;", names[i], values[i] ? values[i] : "NULL");
  g_string_append_c (text, '\n');

  return 0;
}

/* All records, but for the history and how often a row was written. */
static char *
dup_records (Fixture *fixture)
{
  static const char *const tables[] = {
    "organisation", "party_organisation", "party_organisation_grid", "organisation_contact",
    "organisation_grid", "organisation_resource", "organisation_activity", "party_member", "person",
    "post", "post_leave",
  };
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->base.path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", tables[i]);

      g_string_append_printf (text, "%s\n", tables[i]);
      g_assert_cmpint (sqlite3_exec (db, sql, add_cell, text, NULL), ==, SQLITE_OK);
    }
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

static void
assert_undone (Fixture    *fixture,
               gint64      change_id,
               const char *before)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *changed = dup_records (fixture);
  g_autofree char *after = NULL;

  g_assert_cmpint (change_id, >, 0);
  g_assert_cmpstr (changed, !=, before);
  ggov_store_undo_async (fixture->base.store, change_id, NULL, keep_result, &result);
  finish (fixture, &result, &error);
  g_assert_no_error (error);
  after = dup_records (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  const GgovOrganisationRecord changed = {
    .kind = "co_building", .name = "安达银行", .community_id = office->communities[0],
    .scope = "贷款", .address = "友谊路 1 号", .valid_from = "2025-02-01",
  };
  GgovOrganisationLineRecord *const lines[] = {
    LINE (BANK, "contact", .person_name = "孙工", .person_phone = "13804720099"),
    LINE (BANK, "grid", .grid_id = office->grids[0]),
    LINE (BANK, "resource", .title = "会议室"),
    LINE (BANK, "activity", .title = "讲座", .reached = 12),
    LINE (GROUP, "member", .person_id = office->people[LI], .code = "leader"),
    LINE (GROUP, "grid", .grid_id = office->grids[1]),
    LINE (COMPANY, "post", .person_id = office->people[ZHAO], .grid_id = office->grids[0],
          .code = "department_police"),
  };
  g_autofree char *before = dup_records (fixture);
  g_autofree char *full = NULL;
  g_autoptr(GError) error = NULL;

  assert_undone (fixture, save (fixture, 0, &(GgovOrganisationRecord) {
    .kind = "gas", .name = "燃气公司" }, &error), before);
  assert_undone (fixture, save (fixture, fixture->bank, &changed, &error), before);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_undone (fixture, assert_added (fixture, lines[i]), before);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_added (fixture, lines[i]);
  full = dup_records (fixture);
  assert_undone (fixture, end (fixture, BANK, "2026-05-31", FALSE, &error), full);
  assert_undone (fixture, end (fixture, COMPANY, "2026-05-31", TRUE, &error), full);
  assert_undone (fixture, end (fixture, GROUP, "2026-05-31", FALSE, &error), full);
  g_assert_no_error (error);
  assert_sound (fixture);
}

/* Coverage --------------------------------------------------------------------------------- */

static GListModel *
list_gaps (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *gaps;

  ggov_store_list_coverage_gaps_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  gaps = ggov_store_list_coverage_gaps_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return gaps;
}

/* How many gaps of this kind there are about something of this number; 0 for any. */
static guint
count_gaps (Fixture    *fixture,
            const char *gap,
            gint64      id)
{
  g_autoptr(GListModel) gaps = list_gaps (fixture);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (gaps); i++)
    {
      g_autoptr(GgovCoverageGap) found = g_list_model_get_item (gaps, i);
      const GgovCoverageGapRow *row = ggov_coverage_gap_get_row (found);

      n += g_str_equal (row->gap, gap) && (id == 0 || row->subject_id == id);
    }

  return n;
}

/* Each gap is there, and what it asks for ends it. */
static void
test_coverage (Fixture       *fixture,
               gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;

  /* The first grid has the first branch, the others nothing. */
  g_assert_cmpuint (count_gaps (fixture, "grid-without-party", 0), ==, 2);
  g_assert_cmpuint (count_gaps (fixture, "grid-without-party", office->grids[1]), ==, 1);
  g_assert_cmpuint (count_gaps (fixture, "party-without-grid", 0), ==, 2);
  assert_added (fixture, LINE (GROUP, "grid", .grid_id = office->grids[1]));
  g_assert_cmpuint (count_gaps (fixture, "grid-without-party", 0), ==, 1);
  g_assert_cmpuint (count_gaps (fixture, "party-without-grid", 0), ==, 1);

  g_assert_cmpuint (count_gaps (fixture, "party-without-head", 0), ==, 3);
  assert_added (fixture, LINE (GROUP, "member", .person_id = office->people[LI], .code = "member"));
  g_assert_cmpuint (count_gaps (fixture, "party-without-head", fixture->group), ==, 1);
  assert_added (fixture, LINE (GROUP, "member", .person_id = office->people[WANG],
                               .code = "leader"));
  g_assert_cmpuint (count_gaps (fixture, "party-without-head", 0), ==, 2);

  /* There are property companies, but none of gas: three grids want one. */
  g_assert_cmpuint (count_gaps (fixture, "grid-without-service", 0), ==, 3);
  assert_added (fixture, LINE (COMPANY, "grid", .grid_id = office->grids[2]));
  g_assert_cmpuint (count_gaps (fixture, "grid-without-service", 0), ==, 2);
  g_assert_cmpuint (count_gaps (fixture, "company-without-liaison", fixture->company), ==, 1);
  assert_added (fixture, LINE (COMPANY, "post", .person_id = office->people[SHAN],
                               .grid_id = office->grids[2], .code = "department_police"));
  g_assert_cmpuint (count_gaps (fixture, "company-without-liaison", 0), ==, 0);

  g_assert_cmpuint (count_gaps (fixture, "organisation-without-contact", 0), ==, 3);
  assert_added (fixture, LINE (BANK, "contact", .person_id = office->people[ZHAO]));
  g_assert_cmpuint (count_gaps (fixture, "organisation-without-contact", 0), ==, 2);
  g_assert_cmpuint (count_gaps (fixture, "co-building-without-resource", 0), ==, 1);
  assert_added (fixture, LINE (BANK, "resource", .title = "会议室"));
  g_assert_cmpuint (count_gaps (fixture, "co-building-without-resource", 0), ==, 0);
  assert_added (fixture, LINE_FROM (BANK, "activity", "2025-12-31", .title = "讲座"));
  g_assert_cmpuint (count_gaps (fixture, "co-building-idle", 0), ==, 1);
  assert_added (fixture, LINE_FROM (BANK, "activity", "2026-01-01", .title = "讲座"));
  g_assert_cmpuint (count_gaps (fixture, "co-building-idle", 0), ==, 0);
  g_assert_cmpuint (count_gaps (fixture, "community-without-co-building", 0), ==, 1);
  g_assert_cmpuint (count_gaps (fixture, "community-without-co-building", office->communities[1]),
                    ==, 1);
}

static void
test_chart (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const boxes[] = {
    "office 青松街道 (null)", "department 派出所 钱卫国", "community 青松 任晓明",
    "grid 第一网格 李强", "grid 第二网格 (null)", "community 白桦 (null)", "grid 第一网格 (null)",
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) nodes = NULL;
  g_autoptr(GError) error = NULL;

  assert_added (fixture, LINE (POLICE_STATION, "contact",
                               .person_id = fixture->office.people[QIAN]));
  ggov_store_list_chart_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  nodes = ggov_store_list_chart_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (nodes), ==, G_N_ELEMENTS (boxes));
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr(GgovChartNode) node = g_list_model_get_item (nodes, i);
      const GgovChartNodeRow *row = ggov_chart_node_get_row (node);
      g_autofree char *words = g_strdup_printf ("%s %s %s", row->kind, row->name,
                                                row->head ? row->head : "(null)");

      g_assert_cmpstr (words, ==, boxes[i]);
      g_assert_true ((row->head_id != 0) == (row->head != NULL));
      if (g_strcmp0 (row->head, "李强") == 0)
        g_assert_cmpint (row->head_id, ==, fixture->office.people[LI]);
      if (g_strcmp0 (row->head, "钱卫国") == 0)
        g_assert_cmpint (row->head_id, ==, fixture->office.people[QIAN]);
    }
}

/* Two records of one person are contacts of one bank: the one that stays is so once. */
static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *lines = NULL;

  assert_added (fixture, LINE (BANK, "contact", .person_id = office->people[LI], .note = "主任"));
  assert_added (fixture, LINE (BANK, "contact", .person_id = office->people[ZHAO], .note = "干事"));
  ggov_store_merge_people_async (fixture->base.store, office->people[LI], office->people[ZHAO], NULL,
                                 keep_result, &result);
  g_assert_cmpint (finish (fixture, &result, &error), >, 0);
  g_assert_no_error (error);
  lines = dup_lines (fixture, BANK, TODAY);
  g_assert_cmpstr (lines, ==, "contact 李强 主任\n");
  assert_sound (fixture);
}

/* Written behind the rules' back; each is found by the check. */
static gboolean
write_nonsense (GgovChange  *change,
                gpointer     data,
                GError     **error)
{
  Fixture *fixture = data;
  const RosterOffice *office = &fixture->office;
  const GgovOrganisationLineRecord *const lines[] = {
    LINE (BANK, "grid", .grid_id = office->grids[2]),
    LINE_FROM (BANK, "contact", "2024-01-01", .person_id = office->people[LI]),
    LINE (BANK, "contact", .person_id = office->people[LI]),
    LINE (BRANCH, "member", .person_id = office->people[LI], .code = "secretary"),
    LINE (BRANCH, "member", .person_id = office->people[WANG], .code = "secretary"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!ggov_change_add_organisation_line (change, lines[i], error))
      return FALSE;

  return TRUE;
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const sentences[] = {
    "contact twice", "Two people lead", "grid of another community", "goes beyond its days",
  };
  g_autoptr(GPtrArray) findings = NULL;

  write_change (fixture->base.store, write_nonsense, fixture);
  findings = list_findings (fixture);
  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (sentences));
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_assert_cmpstr (ggov_finding_get_kind (findings->pdata[i]), ==, "organisations");
      g_assert_nonnull (strstr (ggov_finding_get_message (findings->pdata[i]), sentences[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/organisations/list", test_list);
  ADD ("/store/organisations/find", test_find);
  ADD ("/store/organisations/rules", test_organisation_rules);
  ADD ("/store/organisations/line-rules", test_line_rules);
  ADD ("/store/organisations/party-rules", test_party_rules);
  ADD ("/store/organisations/liaison", test_liaison);
  ADD ("/store/organisations/undo", test_undo);
  ADD ("/store/organisations/coverage", test_coverage);
  ADD ("/store/organisations/chart", test_chart);
  ADD ("/store/organisations/merge", test_merge);
  ADD ("/store/organisations/check", test_check);
#undef ADD

  return g_test_run ();
}
