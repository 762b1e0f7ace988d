/* test-report-people.c: papers about people with names and doors as they come, on their pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "ggov-report-appointment.h"
#include "ggov-report-cards.h"
#include "ggov-report-contact.h"
#include "ggov-report-leaders.h"
#include "ggov-report-pdf.h"
#include "ggov-report-qr.h"
#include "ggov-report-staff.h"
#include "ggov-report-vacancies.h"
#include "ggov-vacancy.h"
#include "paper-pages.h"
#include "pdf-words.h"

/* Longer than any name on an identity card, and two characters outside the basic plane's old sets. */
#define LONG_NAME "古丽巴哈尔·阿卜杜热西提·买买提依明江"
#define RARE_NAME "𠮷田㐂"
#define BUILDING  "幸福里友谊小区东街坊1099号楼"

typedef struct
{
  char       *dir;
  char       *path;
  GListModel *rows;
  GListModel *vacancies;
} Fixture;

static void
add_row (GListStore *rows,
         const char *role_code,
         const char *family,
         const char *role,
         const char *name,
         gint64      unit)
{
  const gboolean is_grid = !g_str_has_suffix (role_code, "leader");
  const GgovRosterRecord record = {
    .post_id = g_list_model_get_n_items (G_LIST_MODEL (rows)) + 1,
    .person_id = g_list_model_get_n_items (G_LIST_MODEL (rows)) + 1,
    .community_id = 1, .grid_id = 1, .building_id = is_grid ? 0 : 1, .unit_id = unit,
    .unit_number = unit, .name = name, .pinyin = "", .sex = "2", .sex_label = "女",
    .phone = "13800001234", .role_code = role_code, .role = role, .family_code = family,
    .presence = "", .sub_district = "青松街道", .community_code = "150203005001",
    .community = "青松社区", .grid_code = "150203005001001", .grid = "青松社区第1网格",
    .grid_leader = RARE_NAME, .place = is_grid ? "青松社区第1网格" : BUILDING,
    .since = "2025-01-01",
  };
  g_autoptr(GgovRosterRow) row = ggov_roster_row_new (&record);

  g_list_store_append (rows, row);
}

static GListModel *
make_rows (void)
{
  GListStore *rows = g_list_store_new (GGOV_TYPE_ROSTER_ROW);

  add_row (rows, "full_time_member", "full_time_member", "专职网格员（片长）", RARE_NAME, 0);
  add_row (rows, "department_police", "department_member", "警务网格员", LONG_NAME, 0);
  add_row (rows, "building_leader", "part_time_member", "楼长", LONG_NAME, 0);
  for (gint64 unit = 1; unit <= 5; unit++)
    add_row (rows, "unit_leader", "part_time_member", "单元长", unit == 3 ? LONG_NAME : RARE_NAME,
             unit);

  return G_LIST_MODEL (rows);
}

/* The sixth unit has no leader. */
static GListModel *
make_vacancies (void)
{
  GListStore *vacancies = g_list_store_new (GGOV_TYPE_VACANCY);
  const GgovVacancyRecord record = {
    .rank = 1, .place_id = 6, .community_id = 1, .grid_id = 1, .building_id = 1, .unit_number = 6,
    .place_kind = "unit", .role_code = "unit_leader", .role = "单元长", .community = "青松社区",
    .grid_code = "150203005001001", .grid = "青松社区第1网格", .place = BUILDING "6单元",
    .since = "2025-06-01",
  };
  g_autoptr(GgovVacancy) vacancy = ggov_vacancy_new (&record);

  g_list_store_append (vacancies, vacancy);

  return G_LIST_MODEL (vacancies);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "paper.pdf", NULL);
  fixture->rows = make_rows ();
  fixture->vacancies = make_vacancies ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_clear_object (&fixture->rows);
  g_clear_object (&fixture->vacancies);
  g_free (fixture->path);
  g_free (fixture->dir);
}

static GgovReportRosterOptions
get_options (gboolean with_phones)
{
  return (GgovReportRosterOptions) {
    .as_of = "2026-02-13", .printed_at = "2026-02-13T16:30", .account = "teller",
    .with_phones = with_phones,
  };
}

/* Names that are broken over lines are put together again. */
static gboolean
has (const char *text,
     const char *words)
{
  g_auto(GStrv) parts = g_strsplit_set (text, "\n\f ", -1);
  g_autofree char *whole = g_strjoinv ("", parts);

  return strstr (whole, words) != NULL;
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  const GgovReportRosterOptions options = get_options (TRUE);
  PangoContext *context = ggov_report_context_new ();
  g_autofree char *leaders = NULL, *staff = NULL, *vacancies = NULL;

  leaders = paper_read (fixture->path, ggov_report_leaders_new (fixture->rows, fixture->vacancies, NULL,
                                                          &options, context));
  staff = paper_read (fixture->path, ggov_report_staff_new (fixture->rows, &options, context));
  vacancies = paper_read (fixture->path, ggov_report_vacancies_new (fixture->vacancies, &options,
                                                              context));
  g_object_unref (context);
  if (leaders == NULL)
    return;

  g_assert_true (has (leaders, LONG_NAME) && has (leaders, RARE_NAME) && has (leaders, BUILDING));
  g_assert_true (has (leaders, "vacant"));
  g_assert_true (has (staff, LONG_NAME) && has (staff, RARE_NAME));
  g_assert_true (has (vacancies, BUILDING "6单元") && has (vacancies, "2025-06-01"));
}

/* Houses of another community are none of this one's. */
static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  const GgovReportRosterOptions options = get_options (TRUE);
  g_autoptr(GListStore) nobody = g_list_store_new (GGOV_TYPE_ROSTER_ROW);
  PangoContext *context = ggov_report_context_new ();

  g_assert_null (ggov_report_leaders_new (G_LIST_MODEL (nobody), fixture->vacancies, "150203005002",
                                          &options, context));
  g_assert_null (ggov_report_cards_new (G_LIST_MODEL (nobody), fixture->vacancies, "150203005002",
                                        &options, GGOV_REPORT_CARD_A6, context));
  g_object_unref (context);
}

/* Six doors: four on the first sheet of A6, two on each of A5, one on each of A4. */
static void
test_cards (Fixture       *fixture,
            gconstpointer  data)
{
  static const guint n_pages[] = { 2, 3, 6 };
  const GgovReportRosterOptions options = get_options (TRUE);
  PangoContext *context = ggov_report_context_new ();

  for (guint i = 0; i < G_N_ELEMENTS (n_pages); i++)
    {
      GgovReportCards *cards = ggov_report_cards_new (fixture->rows, fixture->vacancies, NULL,
                                                      &options, i, context);
      g_autofree char *text = NULL;

      g_assert_cmpuint (ggov_report_cards_get_n_cards (cards), ==, 6);
      g_assert_cmpuint (ggov_report_pager_get_n_pages (GGOV_REPORT_PAGER (cards)), ==, n_pages[i]);
      text = paper_read (fixture->path, GGOV_REPORT_PAGER (cards));
      g_assert_true (text == NULL ||
                     (has (text, LONG_NAME) && has (text, RARE_NAME) && has (text, BUILDING) &&
                      has (text, "150203005001001") && has (text, "13800001234") &&
                      has (text, "vacant")));
    }
  g_object_unref (context);
}

/* The grid member is away: each of the six doors says whom to call. */
static void
test_cards_on_leave (Fixture       *fixture,
                     gconstpointer  data)
{
  const GgovReportRosterOptions options = get_options (TRUE);
  g_autoptr(GgovRosterRow) member = g_list_model_get_item (fixture->rows, 0);
  GgovRosterRecord record = *ggov_roster_row_get_record (member);
  g_autoptr(GgovRosterRow) away = NULL;
  PangoContext *context = ggov_report_context_new ();
  g_autofree char *text = NULL;

  record.substitute = "钱立新";
  record.substitute_phone = "13900005678";
  record.leave_until = "2026-03-05";
  away = ggov_roster_row_new (&record);
  g_list_store_splice (G_LIST_STORE (fixture->rows), 0, 1, (gpointer *) &away, 1);

  text = paper_read (fixture->path, GGOV_REPORT_PAGER (ggov_report_cards_new (
                                fixture->rows, fixture->vacancies, NULL, &options,
                                GGOV_REPORT_CARD_A6, context)));
  g_object_unref (context);
  if (text == NULL)
    return;

  g_assert_true (has (text, "钱立新(13900005678)standsinuntil2026-03-05"));
  g_assert_true (has (text, RARE_NAME));
}

/* What stands on doors without phones has none, in figures or in a code. */
static void
test_cards_without_phones (Fixture       *fixture,
                           gconstpointer  data)
{
  const GgovReportRosterOptions options = get_options (FALSE);
  PangoContext *context = ggov_report_context_new ();
  g_autofree char *text =
    paper_read (fixture->path, GGOV_REPORT_PAGER (ggov_report_cards_new (
                           fixture->rows, fixture->vacancies, NULL, &options, GGOV_REPORT_CARD_A6,
                           context)));

  g_object_unref (context);
  if (text == NULL)
    return;

  g_assert_true (has (text, LONG_NAME));
  g_assert_false (has (text, "13800001234"));
  g_assert_false (has (text, "Scan"));
}

static char *
run (const char *first,
     ...)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *found = g_find_program_in_path (first);
  g_autoptr(GError) error = NULL;
  char *out = NULL;
  va_list words;

  if (found == NULL)
    {
      g_test_skip ("poppler-utils or zbar-tools is not installed");
      return NULL;
    }

  va_start (words, first);
  for (const char *word = first; word; word = va_arg (words, const char *))
    g_ptr_array_add (argv, (gpointer) word);
  va_end (words);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL,
                &error);
  g_assert_no_error (error);

  return out;
}

#define VCARD \
  "BEGIN:VCARD\r\nVERSION:3.0\r\nN:𠮷;田㐂;;;\r\nFN:" RARE_NAME "\r\nORG:青松街道\r\n" \
  "TITLE:专职网格员（片长） 青松社区第1网格\r\nTEL;TYPE=CELL:13800001234\r\nEND:VCARD\r\n"

/* Phones, as far as a program does what they do, read the member's address card off the sheet. */
static void
test_code (Fixture       *fixture,
           gconstpointer  data)
{
  const GgovReportRosterOptions options = get_options (TRUE);
  g_autoptr(GgovRosterRow) member = g_list_model_get_item (fixture->rows, 0);
  g_autofree char *vcard = ggov_report_contact_dup_vcard (ggov_roster_row_get_record (member));
  g_autofree char *root = g_build_filename (fixture->dir, "card", NULL);
  g_autofree char *picture = g_strconcat (root, ".png", NULL);
  PangoContext *context = ggov_report_context_new ();
  g_autoptr(GgovReportCards) cards =
    ggov_report_cards_new (fixture->rows, fixture->vacancies, NULL, &options, GGOV_REPORT_CARD_A6,
                           context);
  g_autofree char *none = NULL, *code = NULL;

  g_object_unref (context);
  g_assert_cmpstr (vcard, ==, VCARD);
  paper_write (fixture->path, GGOV_REPORT_PAGER (cards));
  if (!(none = run ("pdftoppm", "-r", "200", "-png", "-singlefile", fixture->path, root, NULL)))
    return;

  code = run ("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture, NULL);
  g_unlink (picture);
  if (code == NULL)
    return;

  g_assert_nonnull (strstr (code, "FN:" RARE_NAME));
  g_assert_nonnull (strstr (code, "TEL;TYPE=CELL:13800001234"));
  g_assert_true (has (code, "TITLE:专职网格员（片长）青松社区第1网格"));
}

static void
test_code_too_long (void)
{
  g_autofree char *text = g_strnfill (3000, 'x');

  g_assert_null (ggov_report_qr_new (text, 100));
}

/* A page for each post, standing or lying. */
static void
test_appointment (Fixture       *fixture,
                  gconstpointer  data)
{
  static const GgovReportTurn turns[] = { GGOV_REPORT_TURN_AUTO, GGOV_REPORT_TURN_PORTRAIT };
  PangoContext *context = ggov_report_context_new ();

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      const GgovReportAppointmentOptions options = { "2026-02-13", turns[i] };
      GgovReportPager *pager =
        GGOV_REPORT_PAGER (ggov_report_appointment_new (fixture->rows, &options, context));
      const GgovReportPage *page = ggov_report_pager_get_page (pager);
      g_autofree char *text = NULL;

      g_assert_cmpuint (ggov_report_pager_get_n_pages (pager), ==, 8);
      g_assert_true ((page->width_mm > page->height_mm) == (turns[i] == GGOV_REPORT_TURN_AUTO));
      text = paper_read (fixture->path, pager);
      g_assert_true (text == NULL || (has (text, LONG_NAME) && has (text, RARE_NAME) &&
                                      has (text, "青松社区," BUILDING) &&
                                      !has (text, "13800001234")));
    }
  g_object_unref (context);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/report/people/lists", test_lists);
  ADD ("/report/people/place", test_place);
  ADD ("/report/people/cards", test_cards);
  ADD ("/report/people/cards-on-leave", test_cards_on_leave);
  ADD ("/report/people/cards-without-phones", test_cards_without_phones);
  ADD ("/report/people/code", test_code);
  ADD ("/report/people/appointment", test_appointment);
#undef ADD
  g_test_add_func ("/report/people/code-too-long", test_code_too_long);

  return g_test_run ();
}
