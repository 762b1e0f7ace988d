/* test-report-organisations.c: the chart and the list of organisations on paper, read back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "ggov-chart-node.h"
#include "ggov-organisation.h"
#include "ggov-report-chart.h"
#include "ggov-report-organisations.h"
#include "ggov-report-pdf.h"
#include "pdf-words.h"

/* The margins that the paper promises, in points: 22 and 18 mm at the sides, 20 and 18 above and
 * below, of 297 by 210 or of 210 by 297. */
#define MM     (72 / 25.4)
#define LEFT   (22 * MM)
#define TOP    (20 * MM)
/* The box of a word is that of its font's line, which is higher than its characters. */
#define SLACK  3.0

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
  fixture->path = g_build_filename (fixture->dir, "paper.pdf", NULL);
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

static void
add_node (GListStore             *nodes,
          const GgovChartNodeRow *row)
{
  g_autoptr(GgovChartNode) node = ggov_chart_node_new (row);

  g_list_store_append (nodes, node);
}

/* An office with @n_departments, and @n_communities of @n_grids each. The head of grid g of community c
 * is called 员c甲g; the second grid of each has none. */
static GListModel *
make_nodes (guint n_departments,
            guint n_communities,
            guint n_grids)
{
  GListStore *nodes = g_list_store_new (GGOV_TYPE_CHART_NODE);

  add_node (nodes, &(GgovChartNodeRow) { .kind = "office", .id = 1, .name = "青松街道" });
  add_node (nodes, &(GgovChartNodeRow) { .kind = "committee", .id = 1, .name = "青松街道党工委",
                                         .head = "𠮷㐂", .head_role = "书记", .people = 7 });
  for (guint i = 0; i < n_departments; i++)
    {
      g_autofree char *name = g_strdup_printf ("部门%u", i + 1);

      add_node (nodes, &(GgovChartNodeRow) { .kind = "department", .id = i + 1, .name = name });
    }
  for (guint i = 0; i < n_communities; i++)
    {
      g_autofree char *name = g_strdup_printf ("社区%u", i + 1);

      add_node (nodes, &(GgovChartNodeRow) { .kind = "community", .id = i + 1, .name = name,
                                             .head_role = "第一书记", .people = n_grids });
      for (guint k = 0; k < n_grids; k++)
        {
          g_autofree char *grid = g_strdup_printf ("网格%u之%u", i + 1, k + 1);
          g_autofree char *head = g_strdup_printf ("员%u甲%u", i + 1, k + 1);

          add_node (nodes, &(GgovChartNodeRow) { .kind = "grid", .id = k + 1, .parent_id = i + 1,
                                                 .name = grid, .head = k == 1 ? NULL : head,
                                                 .head_role = "片长", .households = 400 });
        }
    }

  return G_LIST_MODEL (nodes);
}

static guint
print_chart (Fixture         *fixture,
             GListModel      *nodes,
             GgovReportPaper  size,
             GgovReportTurn   turn)
{
  const GgovReportOrganisationsOptions options = {
    .office = "青松街道", .as_of = "2026-02-13", .printed_at = "2026-02-13T16:30",
    .account = "teller", .size = size, .turn = turn,
  };
  g_autoptr(GObject) fonts = G_OBJECT (ggov_report_context_new ());
  g_autoptr(GgovReportPager) pager = ggov_report_organisation_chart_new (
    nodes, &options, PANGO_CONTEXT (fonts));
  g_autoptr(GError) error = NULL;

  g_assert_true (ggov_report_write_pdf (pager, fixture->path, &error));
  g_assert_no_error (error);

  return ggov_report_pager_get_n_pages (pager);
}

/* Nothing leaves the sheet's margins. */
static void
assert_within (GArray *words,
               double  width_mm,
               double  height_mm)
{
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = &g_array_index (words, PdfWord, i);

      g_assert_cmpfloat (word->x0, >=, LEFT - SLACK);
      g_assert_cmpfloat (word->x1, <=, (width_mm - 18) * MM + SLACK);
      g_assert_cmpfloat (word->y0, >=, TOP - SLACK);
      g_assert_cmpfloat (word->y1, <=, (height_mm - 18) * MM + SLACK);
    }
}

/* Each grid is there once, with its head or as one that has none. */
static void
assert_whole (const char *text,
              guint       n_communities,
              guint       n_grids)
{
  for (guint i = 0; i < n_communities; i++)
    for (guint k = 0; k < n_grids; k++)
      {
        g_autofree char *grid = g_strdup_printf ("网格%u之%u\n", i + 1, k + 1);
        g_autofree char *head = g_strdup_printf ("员%u甲%u\n", i + 1, k + 1);
        const char *found = strstr (text, grid);

        g_assert_nonnull (found);
        g_assert_null (strstr (found + 1, grid));
        g_assert_cmpint (strstr (text, head) != NULL, ==, k != 1);
      }
}

/* The words of a PDF, a line each, as poppler splits them at blanks. */
static char *
dup_words (GArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s\n", g_array_index (words, PdfWord, i).text);

  return g_string_free (text, FALSE);
}

/* The figures of an office's own account: 4 communities with about 10 grids, 11 departments. */
static void
test_one_sheet (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GListModel) nodes = make_nodes (11, 4, 10);
  g_autoptr(GArray) words = NULL;
  g_autofree char *text = NULL;
  g_autofree char *embedded = NULL;

  g_assert_cmpuint (print_chart (fixture, nodes, GGOV_REPORT_A3, GGOV_REPORT_TURN_AUTO), ==, 1);
  g_assert_cmpuint (print_chart (fixture, nodes, GGOV_REPORT_A4, GGOV_REPORT_TURN_AUTO), ==, 1);
  if (!(words = pdf_list_words (fixture->path)))
    return;

  assert_within (words, 297, 210);
  text = dup_words (words);
  assert_whole (text, 4, 10);
  g_assert_nonnull (strstr (text, "𠮷㐂"));
  g_assert_nonnull (strstr (text, "部门11"));
  embedded = pdf_ask (fixture->path, "pdffonts", NULL);
  g_assert_nonnull (embedded);
  g_assert_null (strstr (embedded, " no  ")); /* all are embedded */
}

/* A community with more grids than a sheet is high goes on beside itself, and none is lost. */
static void
test_many_grids (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GListModel) nodes = make_nodes (3, 7, 45);
  g_autoptr(GArray) words = NULL;
  g_autofree char *text = NULL;
  guint n_pages = print_chart (fixture, nodes, GGOV_REPORT_A4, GGOV_REPORT_TURN_PORTRAIT);

  g_assert_cmpuint (n_pages, >, 2);
  if (!(words = pdf_list_words (fixture->path)))
    return;

  assert_within (words, 210, 297);
  text = dup_words (words);
  assert_whole (text, 7, 45);
  g_assert_nonnull (strstr (text, "(continued)"));
}

/* No two boxes are at one place, each is within the width, and each is found where it is. */
static void
test_boxes (Fixture       *fixture,
            gconstpointer  data)
{
  static const double widths[] = { 200, 480, 1100 };
  g_autoptr(GListModel) nodes = make_nodes (11, 5, 12);
  g_autoptr(GObject) fonts = G_OBJECT (ggov_report_context_new ());

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr(GgovReportChart) chart = ggov_report_chart_new (
        nodes, PANGO_CONTEXT (fonts), widths[w], 400);
      g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);
      guint i;

      for (guint part = 0; part < ggov_report_chart_get_n_parts (chart); part++)
        for (double y = 1; y < ggov_report_chart_get_part_height (chart, part); y += 4)
          for (double x = 1; x < widths[w]; x += 4)
            {
              GgovReportChartBox box;

              if (!ggov_report_chart_find (chart, part, x, y, &i))
                continue;

              ggov_report_chart_get_box (chart, i, &box);
              g_assert_true (box.part == part && box.x <= x && x <= box.x + box.width);
              g_hash_table_add (found, box.node);
            }
      g_assert_cmpuint (g_hash_table_size (found), ==, g_list_model_get_n_items (nodes));
      g_assert_false (ggov_report_chart_find (chart, 0, -5, -5, &i));
    }
}

/* What a box says is told in one line, and that its party group has no leader. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GListStore) nodes = g_list_store_new (GGOV_TYPE_CHART_NODE);
  g_autoptr(GObject) fonts = G_OBJECT (ggov_report_context_new ());
  g_autoptr(GgovReportChart) chart = NULL;
  g_autofree char *office = NULL;
  g_autofree char *grid = NULL;

  add_node (nodes, &(GgovChartNodeRow) { .kind = "office", .id = 1, .name = "青松街道",
                                         .people = 1, .households = 2 });
  add_node (nodes, &(GgovChartNodeRow) { .kind = "community", .id = 1, .name = "青松" });
  add_node (nodes, &(GgovChartNodeRow) { .kind = "grid", .id = 1, .parent_id = 1, .name = "第一网格",
                                         .head = "李强", .head_role = "片长", .households = 400 });
  chart = ggov_report_chart_new (G_LIST_MODEL (nodes), PANGO_CONTEXT (fonts), 600, 400);
  g_assert_cmpuint (ggov_report_chart_get_n_boxes (chart), ==, 3);
  office = ggov_report_chart_dup_words (chart, 0);
  g_assert_cmpstr (office, ==, "青松街道   1 person   2 households");
  grid = ggov_report_chart_dup_words (chart, 2);
  g_assert_cmpstr (grid, ==, "第一网格   片长: 李强   Party group leader: vacant   400 households");
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  const GgovOrganisationRow rows[] = {
    { .kind = "department", .name = "公安派出所", .head = "𠮷㐂", .head_phone = "13800000001" },
    { .kind = "co_building", .name = "安达银行支行", .community = "青松社区", .scope = "金融服务",
      .grids = 2, .activities = 3, .phone = "0472-1000001" },
    { .kind = "group", .name = "第一党小组", .parent = "第一党支部" },
  };
  GgovReportOrganisationsOptions options = {
    .as_of = "2026-02-13", .printed_at = "2026-02-13T16:30", .account = "teller",
    .with_phones = TRUE,
  };
  g_autoptr(GListStore) list = g_list_store_new (GGOV_TYPE_ORGANISATION);
  g_autoptr(GObject) fonts = G_OBJECT (ggov_report_context_new ());
  g_autoptr(GgovReportPager) pager = NULL;
  g_autoptr(GArray) words = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GgovOrganisation) row = ggov_organisation_new (&rows[i]);

      g_list_store_append (list, row);
    }
  pager = ggov_report_organisations_new (G_LIST_MODEL (list), &options, PANGO_CONTEXT (fonts));
  g_assert_true (ggov_report_write_pdf (pager, fixture->path, NULL));
  if (!(words = pdf_list_words (fixture->path)))
    return;

  assert_within (words, ggov_report_pager_get_page (pager)->width_mm,
                 ggov_report_pager_get_page (pager)->height_mm);
  text = dup_words (words);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_nonnull (strstr (text, rows[i].name));
  g_assert_nonnull (strstr (text, "13800000001"));
  g_assert_nonnull (strstr (text, "0472-1000001"));
  g_assert_nonnull (strstr (text, "第一党支部"));

  /* Without phones there is no column for them. */
  g_clear_object (&pager);
  options.with_phones = FALSE;
  pager = ggov_report_organisations_new (G_LIST_MODEL (list), &options, PANGO_CONTEXT (fonts));
  g_assert_true (ggov_report_write_pdf (pager, fixture->path, NULL));
  g_clear_pointer (&words, g_array_unref);
  g_clear_pointer (&text, g_free);
  words = pdf_list_words (fixture->path);
  text = dup_words (words);
  g_assert_null (strstr (text, "13800000001"));
  g_assert_nonnull (strstr (text, "公安派出所"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/report/organisations/one-sheet", test_one_sheet);
  ADD ("/report/organisations/many-grids", test_many_grids);
  ADD ("/report/organisations/boxes", test_boxes);
  ADD ("/report/organisations/words", test_words);
  ADD ("/report/organisations/list", test_list);
#undef ADD

  return g_test_run ();
}
