/* test-import-dialog.c: the import's window, driven without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "form-window.h"
#include "ggov-choice.h"
#include "ggov-import-dialog.h"
#include "ggov-import-text.h"
#include "ggov-store-import-mapping.h"
#include "ggov-store-places.h"
#include "ggov-write-founding.h"
#include "store-fixture.h"

/* Two houses of 0.0002 degrees, some 20 m. */
#define HOUSES \
  "{\"type\":\"FeatureCollection\",\"features\":[" \
  "{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"name\":\"锅炉房\"},\"geometry\":" \
  "{\"type\":\"Polygon\",\"coordinates\":[[[109.82,40.65],[109.8202,40.65],[109.8202,40.6502]," \
  "[109.82,40.6502],[109.82,40.65]]]}}," \
  "{\"type\":\"Feature\",\"id\":\"b\",\"properties\":{\"name\":\"\"},\"geometry\":" \
  "{\"type\":\"Polygon\",\"coordinates\":[[[109.83,40.65],[109.8302,40.65],[109.8302,40.6502]," \
  "[109.83,40.6502],[109.83,40.65]]]}}]}"

/* A title above the headings; the second row names nobody. */
#define PEOPLE "名册,\n姓名,电话\n张三,13804721234\n,13804721235\n"

/* One of a building that is not there. */
#define RESIDENTS "姓名,身份证号,楼栋,单元,房号\n张三,34052419800101001X,9号楼,1,501\n"

/* In GBK: two cases of a platform, and one without a time. */
#define ISSUES "工单编号,上报时间,案件类型,标题\nA1,2026-03-02 10:00,噪声扰民,夜间施工\n" \
               "A2,2026-03-02 11:00,不知道,井盖\nA3,,噪声扰民,没有时间\n"

/* Made by glib-compile-resources. */
GResource *ggov_ui_get_resource (void);

typedef struct
{
  char             *dir;
  GgovStore        *store;
  GgovSession      *session;
  GgovImportDialog *dialog;
  GFile            *file;
  char             *sentence;  /* (nullable): of "imported" */
  gint64            change_id;
  gint              let_go;    /* (atomic): whether the store's thread goes on */
} Fixture;

static gboolean
found_office (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  return ggov_change_found_office (change, "150203005", "青松街道", "2025-01-01", error) != 0;
}

static void
imported_cb (GgovImportDialog *dialog,
             const char       *sentence,
             gint64            change_id,
             Fixture          *fixture)
{
  fixture->sentence = g_strdup (sentence);
  fixture->change_id = change_id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *office = NULL;
  g_autofree char *houses = NULL;

  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  office = g_build_filename (fixture->dir, "office.gridgov", NULL);
  houses = g_build_filename (fixture->dir, "houses.geojson", NULL);
  g_assert_true (g_file_set_contents (houses, HOUSES, -1, NULL));

  fixture->file = g_file_new_for_path (houses);
  fixture->store = ggov_store_new (office, GGOV_STORE_CREATE);
  write_change (fixture->store, found_office, NULL);
  fixture->session = ggov_session_new (fixture->store, "2026-03-31");
  fixture->dialog = g_object_ref (ggov_import_dialog_new (NULL, fixture->session));
  g_signal_connect (fixture->dialog, "imported", G_CALLBACK (imported_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  release_and_wait (fixture->dialog);
  g_object_unref (fixture->session);
  ggov_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_object_unref (fixture->file);

  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->sentence);
}

/* The steps are named by what is seen: the stack is the only one of the window. */
static GtkWidget *
find_stack (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_STACK (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_stack (child);

  return found;
}

static gboolean
is_at_step (Fixture    *fixture,
            const char *step)
{
  GtkStack *stack = GTK_STACK (find_stack (GTK_WIDGET (fixture->dialog)));

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), step) == 0;
}

static void
wait_for_step (Fixture    *fixture,
               const char *step)
{
  while (!is_at_step (fixture, step))
    g_main_context_iteration (NULL, TRUE);
}

static void
act (Fixture    *fixture,
     const char *action_name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action_name, NULL));
}

static GgovPlaces *
load (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovPlaces *places;

  ggov_store_load_map_async (fixture->store, "2026-03-31", NULL, NULL, keep_result, &result);
  places = ggov_store_load_map_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return places;
}

static guint
count_buildings (Fixture *fixture)
{
  g_autoptr(GgovPlaces) places = load (fixture);

  return ggov_geo_footprints_get_n (ggov_places_get_footprints (places));
}

static GtkWidget *
find_entry (GtkWidget  *widget,
            const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ENTRY_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, title);

  return found;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *source = find_entry (GTK_WIDGET (fixture->dialog), "Source and licence");
  g_autoptr(GgovPlaces) places = NULL;

  ggov_import_dialog_take_file (fixture->dialog, fixture->file);
  wait_for_step (fixture, "options");
  gtk_editable_set_text (GTK_EDITABLE (source), "Bureau of Surveying");
  act (fixture, "import.next");
  wait_for_step (fixture, "summary");

  /* The rehearsal leaves nothing behind. */
  g_assert_cmpuint (count_buildings (fixture), ==, 0);

  act (fixture, "import.next");
  while (fixture->sentence == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->sentence, ==, "“houses.geojson” imported: 2 new, 0 changed");
  g_assert_cmpint (fixture->change_id, >, 0);

  places = load (fixture);
  g_assert_cmpuint (ggov_geo_footprints_get_n (ggov_places_get_footprints (places)), ==, 2);
  g_assert_cmpstr (ggov_places_get_sources (places), ==, "Bureau of Surveying");
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

/* As a file manager drops it. */
static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GSList) files = g_slist_prepend (NULL, fixture->file);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (fixture->dialog)), "drop", &value, 9.0, 9.0,
                         &taken);

  g_assert_true (taken);
  wait_for_step (fixture, "options");
}

/* On the store's thread. */
static gboolean
wait_to_be_let_go (GgovChange  *change,
                   gpointer     data,
                   GError     **error)
{
  Fixture *fixture = data;

  while (!g_atomic_int_get (&fixture->let_go))
    g_usleep (1000);

  return TRUE;
}

/* What is asked of the store from now on has not begun yet when it is given up. */
static void
hold_store (Fixture *fixture)
{
  ggov_store_change_async (fixture->store, "Test", "", wait_to_be_let_go, fixture, NULL, NULL, NULL,
                           NULL);
}

static void
test_give_up (Fixture       *fixture,
              gconstpointer  data)
{
  ggov_import_dialog_take_file (fixture->dialog, fixture->file);
  wait_for_step (fixture, "busy");
  act (fixture, "import.stop");
  wait_for_step (fixture, "file");

  ggov_import_dialog_take_file (fixture->dialog, fixture->file);
  wait_for_step (fixture, "options");
  act (fixture, "import.next");
  wait_for_step (fixture, "summary");
  hold_store (fixture);
  act (fixture, "import.next");
  act (fixture, "import.stop");
  g_atomic_int_set (&fixture->let_go, TRUE);
  wait_for_step (fixture, "summary");
  g_assert_null (fixture->sentence);
  g_assert_cmpuint (count_buildings (fixture), ==, 0);
}

/* Closed in the midst of it: what is under way ends without a window. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  ggov_import_dialog_take_file (fixture->dialog, fixture->file);
  wait_for_step (fixture, "options");
  act (fixture, "import.next");
  wait_for_step (fixture, "summary");
  hold_store (fixture);
  act (fixture, "import.next");
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_atomic_int_set (&fixture->let_go, TRUE);
  g_assert_cmpuint (count_buildings (fixture), ==, 0);
  g_assert_null (fixture->sentence);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GFile) remote = g_file_new_for_uri ("sftp://somewhere/houses.geojson");
  g_autofree char *path = g_file_get_path (fixture->file);

  ggov_import_dialog_take_file (fixture->dialog, remote);
  wait_for_step (fixture, "failed");

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  ggov_import_dialog_take_file (fixture->dialog, fixture->file);
  wait_for_step (fixture, "failed");
  act (fixture, "import.back");
  wait_for_step (fixture, "file");
}

static void
test_drop (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/tmp/a.geojson");
  GSList files = { file, NULL };
  g_auto(GValue) one = G_VALUE_INIT;
  g_auto(GValue) many = G_VALUE_INIT;
  g_auto(GValue) other = G_VALUE_INIT;

  g_value_init (&one, G_TYPE_FILE);
  g_value_set_object (&one, file);
  g_assert_true (ggov_import_dialog_get_dropped (&one) == file);

  g_value_init (&many, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&many, gdk_file_list_new_from_list (&files));
  g_assert_true (g_file_equal (ggov_import_dialog_get_dropped (&many), file));

  g_value_init (&other, G_TYPE_INT);
  g_assert_null (ggov_import_dialog_get_dropped (&other));
}

static void
test_rows (void)
{
  static const struct
  {
    gint64      rows[8];
    guint       n;
    guint       most;
    const char *text;
  } cases[] = {
    { { 0 }, 0, 0, "" },
    { { 4 }, 1, 0, "4" },
    { { 4, 5 }, 2, 0, "4, 5" },
    { { 4, 5, 6 }, 3, 0, "4–6" },
    { { 1, 3, 4, 5, 9 }, 5, 0, "1, 3–5, 9" },
    { { 1, 3, 4, 5, 9 }, 5, 2, "1, 3–5, …" },
    { { 1, 3, 5 }, 3, 3, "1, 3, 5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autofree char *text = NULL;

      g_array_append_vals (rows, cases[i].rows, cases[i].n);
      text = ggov_import_dup_rows (rows, cases[i].most);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_text (void)
{
  g_autoptr(GgovImportReport) report = ggov_import_report_new ();
  g_autofree char *text = NULL;

  report->read = 3;
  report->added = 2;
  ggov_import_report_reject (report, 2, "empty", "Empty", 109.82, 40.65);
  text = ggov_import_dup_text (report);
  g_assert_cmpstr (text, ==,
                   "3 read = 2 new + 0 changed + 0 same + 1 rejected\n\n"
                   "What is odd\tRows are\tHow many\tThe first is at\tRows\n"
                   "Empty\tleft out\t1\t109.82000, 40.65000\t2\n");
}

static GFile *
write_people (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->dir, "people.csv", NULL);

  g_assert_true (g_file_set_contents (path, PEOPLE, -1, NULL));

  return g_file_new_for_path (path);
}

/* Whether a row of that title can be seen. */
static gboolean
is_shown (GtkWidget  *widget,
          const char *title)
{
  gboolean found = ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_mapped (widget) &&
                   g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = is_shown (child, title);

  return found;
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GFile) file = write_people (fixture);

  g_assert_true (ggov_import_dialog_is_table (file));
  g_assert_false (ggov_import_dialog_is_table (fixture->file));
  ggov_import_dialog_expect_table (fixture->dialog, GGOV_IMPORT_PEOPLE);
  ggov_import_dialog_take_file (fixture->dialog, file);
  wait_for_step (fixture, "sheet");

  /* Until the columns are proposed there is nothing to be checked. */
  while (is_at_step (fixture, "sheet"))
    {
      act (fixture, "import.next");
      g_main_context_iteration (NULL, TRUE);
    }
  wait_for_step (fixture, "summary");
  act (fixture, "import.next");
  while (fixture->sentence == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->sentence, ==, "“people.csv” imported: 1 new, 0 changed");
  g_assert_cmpint (ggov_import_dialog_get_kind (fixture->dialog), ==, GGOV_IMPORT_PEOPLE);
}

/* Nobody of the table can come in: the office has no such building. */
static void
test_residents (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "residents.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, RESIDENTS, -1, NULL));
  ggov_import_dialog_expect_table (fixture->dialog, GGOV_IMPORT_RESIDENTS);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->dialog)), ==, "Import Residents");
  ggov_import_dialog_take_file (fixture->dialog, file);
  wait_for_step (fixture, "sheet");
  g_assert_true (is_shown (GTK_WIDGET (fixture->dialog), "Another door than the known one"));
  g_assert_false (is_shown (GTK_WIDGET (fixture->dialog), "Who looks like somebody known"));

  while (is_at_step (fixture, "sheet"))
    {
      act (fixture, "import.next");
      g_main_context_iteration (NULL, TRUE);
    }
  wait_for_step (fixture, "summary");
  g_assert_cmpint (ggov_import_dialog_get_kind (fixture->dialog), ==, GGOV_IMPORT_RESIDENTS);
}

static GtkWidget *
find_drop_down (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_DROP_DOWN (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_drop_down (child);

  return found;
}

/* The kind that is not known here is said to be disputes of neighbours. */
static void
choose_kind (Fixture *fixture)
{
  GtkWidget *form;
  GtkDropDown *drop;
  guint i = 1;

  act (fixture, "import.choose-kinds");
  form = form_window_wait (GGOV_TYPE_FORM_DIALOG);
  drop = GTK_DROP_DOWN (find_drop_down (form));
  form_window_refuse (form, "Choose a case type for one of the kinds at least.");
  for (;; i++)
    {
      g_autoptr(GgovChoice) type = g_list_model_get_item (gtk_drop_down_get_model (drop), i);

      if (g_strcmp0 (ggov_choice_get_fields (type)->code, "C0101") == 0)
        break;
    }
  gtk_drop_down_set_selected (drop, i);
  form_window_accept (form);
  wait_for_step (fixture, "summary");
  g_assert_false (gtk_widget_get_visible (form_window_find (GTK_WIDGET (fixture->dialog),
                                                            "kinds_button")));
}

/* (transfer full) (nullable): what the next file's kind of that name is */
static char *
dup_remembered (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) kept = NULL;

  ggov_store_load_import_mappings_async (fixture->store, "services", NULL, keep_result, &result);
  kept = ggov_store_load_import_mappings_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return g_strdup (g_hash_table_lookup (g_hash_table_lookup (kept, ""), "不知道"));
}

/* A platform's export in GBK: what came is said before it comes, and what is left out and why. */
static void
test_issues (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "issues.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *gbk = NULL;
  g_autofree char *code = NULL;
  gsize length;

  gbk = g_convert (ISSUES, -1, "GBK", "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (gbk);
  g_assert_true (g_file_set_contents (path, gbk, (gssize) length, NULL));
  ggov_import_dialog_expect_table (fixture->dialog, GGOV_IMPORT_ISSUES);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->dialog)), ==, "Import Issues");
  ggov_import_dialog_take_file (fixture->dialog, file);
  wait_for_step (fixture, "sheet");
  g_assert_true (is_shown (GTK_WIDGET (fixture->dialog), "Name of the platform"));
  g_assert_false (is_shown (GTK_WIDGET (fixture->dialog), "Who looks like somebody known"));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (GTK_WIDGET (fixture->dialog),
                                                   "Name of the platform")), "12345");

  while (is_at_step (fixture, "sheet"))
    {
      act (fixture, "import.next");
      g_main_context_iteration (NULL, TRUE);
    }
  wait_for_step (fixture, "summary");
  choose_kind (fixture);
  act (fixture, "import.next");
  while (fixture->sentence == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->sentence, ==, "“issues.csv” imported: 2 new, 0 changed");
  code = dup_remembered (fixture);
  g_assert_cmpstr (code, ==, "C0101");
  g_assert_cmpint (ggov_import_dialog_get_kind (fixture->dialog), ==, GGOV_IMPORT_ISSUES);
}

/* Closed while the first rows are on their way, the window lets go of all. */
static void
test_close_table (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GFile) file = write_people (fixture);

  ggov_import_dialog_expect_table (fixture->dialog, GGOV_IMPORT_PEOPLE);
  ggov_import_dialog_take_file (fixture->dialog, file);
  wait_for_step (fixture, "sheet");
}

static void
test_reasons (void)
{
  g_autoptr(GgovImportReport) report = ggov_import_report_new ();
  g_autofree char *all = NULL;
  g_autofree char *first = NULL;

  ggov_import_report_reject_because (report, 4, "bad-day", "Bad", "Column A is bad");
  ggov_import_report_reject_because (report, 9, "bad-day", "Bad", "Column B is bad");
  ggov_import_report_reject (report, 12, "empty", "Empty", 0, 0);
  all = ggov_import_dup_reasons (report, report->problems->pdata[0], 0);
  first = ggov_import_dup_reasons (report, report->problems->pdata[0], 1);
  g_assert_cmpstr (all, ==, "Row 4: Column A is bad\nRow 9: Column B is bad");
  g_assert_cmpstr (first, ==, "Row 4: Column A is bad\n…");
  g_assert_null (ggov_import_dup_reasons (report, report->problems->pdata[1], 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (ggov_ui_get_resource ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/ui/import/rows", test_rows);
  g_test_add_func ("/ui/import/text", test_text);
  g_test_add_func ("/ui/import/reasons", test_reasons);
  g_test_add_func ("/ui/import/drop", test_drop);
  g_test_add ("/ui/import/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/ui/import/dropped", Fixture, NULL, set_up, test_dropped, tear_down);
  g_test_add ("/ui/import/give-up", Fixture, NULL, set_up, test_give_up, tear_down);
  g_test_add ("/ui/import/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/ui/import/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/ui/import/residents", Fixture, NULL, set_up, test_residents, tear_down);
  g_test_add ("/ui/import/issues", Fixture, NULL, set_up, test_issues, tear_down);
  g_test_add ("/ui/import/close-table", Fixture, NULL, set_up, test_close_table, tear_down);
  g_test_add ("/ui/import/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
