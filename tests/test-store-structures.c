/* test-store-structures.c: structures found, stopped and pulled down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cases-office.h"
#include "ggov-store-structures.h"

static GgovStructure *
get_structure (StoreFixture *fixture,
               gint64        issue_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_structures_async (fixture->store, issue_id, CASES_DAY, NULL, keep_result,
                                    &result);
  rows = ggov_store_list_structures_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return g_list_model_get_item (rows, 0);
}

static GgovStructureFields
start_structure (gint64 issue_id)
{
  return (GgovStructureFields) {
    .issue_id = issue_id, .label = "Sun room", .area_cm2 = 125000, .found_on = "2026-03-03",
  };
}

/* 12.5 m² found, of which 10 m² are pulled down; then the change is taken back. */
static void
test_structure (StoreFixture  *fixture,
                gconstpointer  data)
{
  BoardOffice office;
  GgovStructureFields fields;
  g_autoptr(GgovStructure) row = NULL, undone = NULL;
  g_autoptr(GgovFigures) figures = NULL;
  g_autoptr(GPtrArray) photos = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id, change_id;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "E0102", "roof", office.grid[1], "2026-03-02T10:00");
  fields = start_structure (id);
  ACCEPT (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields));
  row = get_structure (fixture, id);
  g_assert_cmpstr (ggov_structure_get_fields (row)->state, ==, "found");
  g_assert_cmpint (ggov_structure_get_fields (row)->grid_id, ==, office.grid[1]);

  fields = *ggov_structure_get_fields (row);
  fields.stopped_on = "2026-03-04";
  fields.demolished_on = "2026-03-10";
  fields.demolished_cm2 = 100000;
  {
    g_auto(CasesAnswer) answer = cases_office_write (fixture, ggov_store_write_structure_async,
                                                     ggov_structure_new (&fields));

    g_assert_cmpstr (answer.sentence, ==, NULL);
    change_id = answer.change_id;
  }
  g_ptr_array_add (photos, board_office_get_photo ()->content);
  ggov_store_add_structure_photos_async (fixture->store, fields.id, "after",
                                         (const char *[]) { "after.jpg", NULL }, photos, NULL,
                                         keep_result, &result);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&result), NULL, &error));
  g_assert_no_error (error);

  /* It need not be measured again to be closed. */
  cases_office_close (fixture, id, office.officer);
  figures = cases_office_count (fixture);
  g_assert_cmpint (figures->illegal_structures.count, ==, 1);
  g_assert_cmpint (figures->illegal_structures.area_m2, ==, 10);
  undone = get_structure (fixture, id);
  g_assert_cmpstr (ggov_structure_get_fields (undone)->state, ==, "partly");
  g_assert_cmpint (ggov_structure_get_fields (undone)->n_after, ==, 1);
  g_assert_cmpint (change_id, >, 0);
}

static guint
count_photos (StoreFixture *fixture,
              gint64        structure_id,
              gint64       *last_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) photos = NULL;
  guint n;

  ggov_store_list_structure_photos_async (fixture->store, structure_id, NULL, keep_result, &result);
  photos = ggov_store_list_structure_photos_finish (fixture->store, wait_for (&result), NULL);
  n = g_list_model_get_n_items (photos);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovStructurePhoto) photo = g_list_model_get_item (photos, i);

      *last_id = ggov_structure_photo_get_fields (photo)->id;
    }

  return n;
}

/* Two photos are one change; one of them is taken away, and comes back. One of afterwards is refused
 * while it stands, and nothing of the change is kept. */
static void
test_structure_photos (StoreFixture  *fixture,
                       gconstpointer  data)
{
  static const char *const names[] = { "front.jpg", "back.jpg", NULL };
  BoardOffice office;
  GgovStructureFields fields;
  g_autoptr(GgovStructure) row = NULL;
  g_autoptr(GPtrArray) photos = g_ptr_array_new ();
  g_autoptr(GAsyncResult) added = NULL, away = NULL, early = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id, photo_id = 0, change_id;

  board_office_found (fixture->store, &office);
  fields = start_structure (board_office_file (fixture->store, "E0102", "roof", office.grid[1],
                                               "2026-03-02T10:00"));
  ACCEPT (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields));
  row = get_structure (fixture, fields.issue_id);
  id = ggov_structure_get_fields (row)->id;
  g_ptr_array_add (photos, board_office_get_photo ()->content);
  g_ptr_array_add (photos, board_office_get_photo ()->content);

  ggov_store_add_structure_photos_async (fixture->store, id, "after", names, photos, NULL,
                                         keep_result, &early);
  g_assert_false (ggov_store_change_finish (fixture->store, wait_for (&early), NULL, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_cmpuint (count_photos (fixture, id, &photo_id), ==, 0);

  ggov_store_add_structure_photos_async (fixture->store, id, "before", names, photos, NULL,
                                         keep_result, &added);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&added), NULL, NULL));
  g_assert_cmpuint (count_photos (fixture, id, &photo_id), ==, 2);
  ggov_store_remove_structure_photo_async (fixture->store, photo_id, NULL, keep_result, &away);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&away), &change_id, NULL));
  g_assert_cmpuint (count_photos (fixture, id, &photo_id), ==, 1);
  board_office_undo (fixture->store, change_id);
  g_assert_cmpuint (count_photos (fixture, id, &photo_id), ==, 2);
}

static void
test_structure_undone (StoreFixture  *fixture,
                       gconstpointer  data)
{
  BoardOffice office;
  GgovStructureFields fields;
  g_autoptr(GgovStructure) row = NULL, undone = NULL;
  gint64 id;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "E0103", "wall", office.grid[1], "2026-03-02T10:00");
  fields = start_structure (id);
  ACCEPT (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields));
  row = get_structure (fixture, id);
  fields = *ggov_structure_get_fields (row);
  fields.demolished_on = "2026-03-10";
  {
    g_auto(CasesAnswer) answer = cases_office_write (fixture, ggov_store_write_structure_async,
                                                     ggov_structure_new (&fields));

    board_office_undo (fixture->store, answer.change_id);
  }
  undone = get_structure (fixture, id);
  g_assert_cmpstr (ggov_structure_get_fields (undone)->state, ==, "found");
  g_assert_cmpint (ggov_structure_get_fields (undone)->demolished_cm2, ==, 0);
}

static void
test_structure_refused (StoreFixture  *fixture,
                        gconstpointer  data)
{
  static const struct
  {
    gint64      area_cm2;
    const char *outline;
    const char *found_on;
    const char *stopped_on;
    const char *demolished_on;
    gint64      demolished_cm2;
    const char *words;
  } cases[] = {
    { 0, NULL, "2026-03-03", NULL, NULL, 0, "above zero" },
    { -1, NULL, "2026-03-03", NULL, NULL, 0, "above zero" },
    { 200010000, NULL, "2026-03-03", NULL, NULL, 0, "square metres?" },
    { 125000, NULL, "2026-03-03", NULL, "2026-03-09", 125001, "than was found" },
    { 125000, NULL, "2026-03-03", NULL, NULL, 100000, "on which day" },
    { 125000, NULL, "2026-03-03", NULL, "2026-03-02", 0, "before it was found" },
    { 125000, NULL, "2026-03-03", "2026-03-02", NULL, 0, "stopped before" },
    { 125000, NULL, NULL, NULL, NULL, 0, "found, such as" },
    { 125000, NULL, "2096-03-03", NULL, NULL, 0, "still to come" },
    { 125000, NULL, "03/03", NULL, NULL, 0, "is no day" },
    { 0, "110.0,40.0 110.1,40.1", "2026-03-03", NULL, NULL, 0, "three corners" },
    { 0, "110.0,40.0 110.001,40.001 110.001,40.0 110.0,40.001", "2026-03-03", NULL, NULL, 0,
      "crosses itself" },
    { 0, "40.0,110.0 40.001,110.0 40.001,110.001", "2026-03-03", NULL, NULL, 0,
      "longitude first" },
    { 0, "110.0,40.0 110.0001,40.0 110.0001,40.0001", "2026-03-03", NULL, NULL, 0,
      "outside every grid" },
  };
  BoardOffice office;
  gint64 id, other;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "E0102", "roof", office.grid[1], "2026-03-02T10:00");
  other = board_office_file (fixture->store, "C0105", "noise", office.grid[1], "2026-03-02T10:00");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GgovStructureFields fields = {
        .issue_id = id, .label = "Shed", .area_cm2 = cases[i].area_cm2, .outline = cases[i].outline,
        .found_on = cases[i].found_on, .stopped_on = cases[i].stopped_on,
        .demolished_on = cases[i].demolished_on, .demolished_cm2 = cases[i].demolished_cm2,
      };

      REFUSE (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields),
              cases[i].words);
    }
  {
    GgovStructureFields fields = start_structure (other);

    REFUSE (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields),
            "no structures");
    fields.issue_id = id;
    fields.label = "  ";
    REFUSE (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields),
            "kind of structure");
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/structures/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)
  ADD ("structure", test_structure);
  ADD ("photos", test_structure_photos);
  ADD ("undone", test_structure_undone);
  ADD ("refused", test_structure_refused);

  return g_test_run ();
}
