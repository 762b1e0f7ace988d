/* test-report-training.c: training on paper, read back from its PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ggov-report-certificates.h"
#include "ggov-report-pdf.h"
#include "ggov-report-training-sheet.h"
#include "pdf-words.h"

#define N_PEOPLE 70

/* The box of a word is that of its font's line, which is higher than its characters. */
#define SLACK 3.0

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "training.pdf", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_free (fixture->path);
  g_free (fixture->dir);
}

/* Long names, rare characters and doors of four digits, and a mark at the ends of each row. */
static GListModel *
make_rows (void)
{
  GListStore *rows = g_list_store_new (GGOV_TYPE_ATTENDANCE);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *person = g_strdup_printf ("B%02u %s", i, i % 2 ? "阿卜杜热西提·买买提艾力"
                                                                        : "𠮷田㐂");
      g_autofree char *place = g_strdup_printf ("友谊大街北段原化工厂职工家属住宅小区%u号楼12单元 E%02u",
                                                1000 + i, i);
      g_autoptr(GgovAttendance) row = ggov_attendance_new (&(GgovAttendanceRecord) {
        .id = i + 1, .rank = i + 1, .person_id = i + 1, .passed = i % 3 ? 1 : 0, .person = person,
        .phone = "13804721234", .role = "楼长", .place = place, .course = "消防安全培训",
        .session = "2026-03-05 09:00", .state = i == 1 ? "absent" : "attended",
        .reason = i == 1 ? "因病请假" : "", .attended_on = i == 1 ? NULL : "2026-03-05",
      });

      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

static guint
write_pdf (Fixture         *fixture,
           GgovReportPager *pager)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (ggov_report_write_pdf (pager, fixture->path, &error));
  g_assert_no_error (error);

  return ggov_report_pager_get_n_pages (pager);
}

static guint
write_sheet (Fixture  *fixture,
             gboolean  to_sign)
{
  g_autoptr(GgovTrainingSession) session =
    ggov_training_session_new (&(GgovTrainingSessionRecord) {
      .id = 1, .hours = 3, .n_people = N_PEOPLE, .n_attended = 69, .n_passed = 46, .n_absent = 1,
      .day = "2026-03-05", .starts = "2026-03-05 09:00", .ends = "12:00", .course_code = "fire",
      .course = "消防安全培训", .place = "三楼会议室", .trainer = "消防救援大队", .note = "",
    });
  const GgovReportTrainingSheetOptions options = {
    .office = "青松街道", .printed_at = "2026-02-13T16:30", .account = "teller",
    .with_phones = TRUE, .to_sign = to_sign, .turn = GGOV_REPORT_TURN_PORTRAIT,
  };
  g_autoptr(GListModel) rows = make_rows ();
  PangoContext *context = ggov_report_context_new ();
  g_autoptr(GgovReportPager) pager =
    ggov_report_training_sheet_new (session, rows, &options, context);

  g_object_unref (context);

  return write_pdf (fixture, pager);
}

static void
assert_within_margins (const PdfWord        *word,
                       const GgovReportPage *page)
{
  const double mm = 72 / 25.4;

  g_assert_cmpfloat (word->x0, >, page->left_mm * mm - SLACK);
  g_assert_cmpfloat (word->x1, <, (page->width_mm - page->right_mm) * mm + SLACK);
  g_assert_cmpfloat (word->y0, >, page->top_mm * mm - SLACK);
  g_assert_cmpfloat (word->y1, <, (page->height_mm - page->bottom_mm) * mm + SLACK);
}

/* The mark at the end of a row is on the page on which the row begins. */
static void
assert_rows_whole (GArray *words)
{
  guint found = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = &g_array_index (words, PdfWord, i);
      g_autofree char *end = NULL;

      assert_within_margins (word, &ggov_report_page_list);
      if (word->text[0] != 'B' || strlen (word->text) != 3)
        continue;

      end = g_strdup_printf ("E%s", word->text + 1);
      pdf_find_word (words, word->page, end);
      found++;
    }
  g_assert_cmpuint (found, ==, N_PEOPLE);
}

static void
test_sheet (Fixture       *fixture,
            gconstpointer  data)
{
  const gboolean to_sign = data != NULL;
  guint n_pages = write_sheet (fixture, to_sign);
  g_autoptr(GArray) words = pdf_list_words (fixture->path);
  g_autofree char *fonts = NULL;

  if (words == NULL)
    return;

  g_assert_cmpuint (n_pages, >, 2);
  for (guint page = 0; page < n_pages; page++)
    {
      pdf_find_word (words, page, to_sign ? "Signature" : "Result");
      pdf_find_word (words, page, "Page");
    }
  assert_rows_whole (words);
  if (!to_sign)
    pdf_find_word (words, 0, "因病请假");
  else
    pdf_find_word (words, n_pages - 1, "75");  /* the last of five empty lines */

  fonts = pdf_ask (fixture->path, "pdffonts", NULL);
  g_assert_nonnull (fonts);
  g_assert_null (strstr (fonts, " no  no"));
}

/* One is as most are; the words of the other would not fit in the usual size. */
static void
test_certificates (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GListStore) rows = g_list_store_new (GGOV_TYPE_CERTIFICATE);
  g_autoptr(GString) course = g_string_new (NULL);
  g_autoptr(GgovReportPager) pager = NULL;
  g_autoptr(GArray) words = NULL;
  PangoContext *context = ggov_report_context_new ();

  for (guint i = 0; i < 40; i++)
    g_string_append (course, "网格员综合业务能力提升培训");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GgovCertificate) row = ggov_certificate_new (&(GgovCertificateRecord) {
        .id = i + 1, .hours = 6, .number = i ? "PX2026-0002" : "PX2026-0001", .person = "𠮷田㐂",
        .sex_label = "", .role = "楼长", .place = "友谊小区 3号楼", .course_code = "c",
        .course = i ? course->str : "矛盾纠纷调解培训", .trained_on = "2026-02-01", .issuer = "",
        .issued_on = "2026-02-13", .valid_to = i ? NULL : "2028-01-31",
      });

      g_list_store_append (rows, row);
    }

  pager = GGOV_REPORT_PAGER (ggov_report_certificates_new (G_LIST_MODEL (rows), "青松街道", context));
  g_object_unref (context);
  g_assert_cmpuint (write_pdf (fixture, pager), ==, 2);
  if (!(words = pdf_list_words (fixture->path)))
    return;

  pdf_find_word (words, 0, "PX2026-0001");
  pdf_find_word (words, 0, "2028-01-31");
  g_assert_cmpfloat (pdf_find_word (words, 1, "passed.")->y1, <,
                     pdf_find_word (words, 1, "PX2026-0002")->y0);
  for (guint i = 0; i < words->len; i++)
    assert_within_margins (&g_array_index (words, PdfWord, i), ggov_report_pager_get_page (pager));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/report/training/sheet", NULL, test_sheet);
  ADD ("/report/training/to-sign", "sign", test_sheet);
  ADD ("/report/training/certificates", NULL, test_certificates);
#undef ADD

  return g_test_run ();
}
