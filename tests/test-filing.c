/* test-filing.c: the dialog that files issues, on a screen without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "camera-photo.h"
#include "ggov-filing-dialog.h"
#include "ggov-filing-map.h"
#include "ggov-filing-near.h"
#include "ggov-filing-photos.h"
#include "ggov-find-field.h"
#include "ggov-issue-paper.h"
#include "ggov-issue-reporter.h"
#include "ggov-local-time.h"
#include "ggov-map-canvas.h"
#include "ggov-photo-boxes.h"
#include "ggov-store-file-issue.h"
#include "ggov-store-filing-types.h"
#include "ggov-store-issue.h"
#include "ggov-store-issue-parts.h"
#include "map-town.h"

#define TYPE "C0101"

typedef struct
{
  StoreFixture      store;
  MapTown           town;
  GgovSession      *session;
  GtkWindow        *window;
  GgovFilingDialog *dialog;   /* (unowned) */
  gint64            issue_id; /* that was filed last */
  char             *sentence; /* (nullable): what was said of it */
  guint             n_filed;
  gboolean          is_over;
} Fixture;

/* Made by the build. */
GResource *ggov_ui_get_resource (void);

static void
filed_cb (const GgovFiled *filed,
          gpointer         user_data)
{
  Fixture *fixture = user_data;

  if (filed == NULL)
    {
      fixture->is_over = TRUE;
      return;
    }

  fixture->issue_id = filed->issue_id;
  fixture->n_filed++;
  g_free (fixture->sentence);
  fixture->sentence = g_strdup (filed->sentence);
}

static void
open_dialog (Fixture *fixture)
{
  fixture->is_over = FALSE;
  fixture->dialog = ggov_filing_dialog_ask (gtk_window_get_child (fixture->window),
                                            fixture->session, 0, filed_cb, fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->store, NULL);
  map_town_write (fixture->store.store, &fixture->town);
  fixture->session = ggov_session_new (fixture->store.store, MAP_TOWN_DAY);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, gtk_label_new ("board"));
  gtk_window_present (fixture->window);
  open_dialog (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (!fixture->is_over)
    {
      g_object_ref (fixture->dialog);
      gtk_window_destroy (GTK_WINDOW (fixture->dialog));
      release_and_wait (fixture->dialog);
    }
  gtk_window_destroy (fixture->window);
  release_and_wait (fixture->session);
  store_fixture_tear_down (&fixture->store, NULL);
  g_free (fixture->sentence);
}

static GtkWidget *
find_widget (GtkWidget  *widget,
             GType       type,
             const char *id)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (id == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, id);

      if (found)
        return found;
    }

  return NULL;
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *id)
{
  GtkWidget *widget = find_widget (GTK_WIDGET (fixture->dialog), type, id);

  g_assert_nonnull (widget);

  return widget;
}

static GtkEditable *
get_entry (Fixture    *fixture,
           const char *field)
{
  return GTK_EDITABLE (find_widget (get (fixture, GGOV_TYPE_FIND_FIELD, field),
                                    GTK_TYPE_SEARCH_ENTRY, NULL));
}

static const char *
get_label (Fixture    *fixture,
           const char *id)
{
  GtkWidget *label = get (fixture, GTK_TYPE_LABEL, id);

  return gtk_widget_get_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : "";
}

/* What is wrong with what a field says. */
static const char *
get_problem (Fixture    *fixture,
             const char *field)
{
  GtkWidget *label = find_widget (get (fixture, GGOV_TYPE_FIND_FIELD, field), GTK_TYPE_LABEL,
                                  "problem");

  return gtk_widget_get_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : "";
}

/* Types, waits for what is found, and presses Enter. */
static void
choose (Fixture    *fixture,
        const char *field,
        const char *typed)
{
  GgovFindField *find = GGOV_FIND_FIELD (get (fixture, GGOV_TYPE_FIND_FIELD, field));
  GtkEditable *entry = get_entry (fixture, field);
  GtkWidget *list = find_widget (GTK_WIDGET (find), GTK_TYPE_LIST_BOX, NULL);

  gtk_editable_set_text (entry, typed);
  while (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)) == NULL ||
         !gtk_widget_get_mapped (list))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (ggov_find_field_get_chosen (find));
}

static void
wait_for_note (Fixture    *fixture,
               const char *words)
{
  while (strstr (get_label (fixture, "place_note"), words) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
file (Fixture    *fixture,
      const char *action)
{
  const guint before = fixture->n_filed;

  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL);
  while (fixture->n_filed == before)
    g_main_context_iteration (NULL, TRUE);
}

static GgovIssueDetails *
read_issue (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovIssueDetails *details;

  ggov_store_get_issue_async (fixture->store.store, fixture->issue_id, NULL, keep_result, &result);
  details = ggov_store_get_issue_finish (fixture->store.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return details;
}

/* Pixels of the small map. */
static void
pick (Fixture *fixture,
      double   east_m,
      double   north_m)
{
  GtkWidget *map = get (fixture, GGOV_TYPE_FILING_MAP, NULL);
  GgovMapCanvas *canvas = GGOV_MAP_CANVAS (get (fixture, GGOV_TYPE_MAP_CANVAS, NULL));
  GgovMapFrame frame;
  double place[2], x, y;

  while (!ggov_map_canvas_is_complete (canvas) || ggov_map_canvas_get_places (canvas) == NULL)
    g_main_context_iteration (NULL, TRUE);
  map_town_place (east_m, north_m, place);
  ggov_map_canvas_get_frame (canvas, &frame);
  ggov_map_frame_to_screen (&frame, place[0], place[1], &x, &y);
  ggov_filing_map_pick (GGOV_FILING_MAP (map), x, y);
}

/* Building 24 is in the third grid. The title is made of what is known. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovIssueDetails) details = NULL;
  const GgovIssueFields *fields;

  choose (fixture, "type", TYPE);
  choose (fixture, "place_field", "24号楼");
  wait_for_note (fixture, "第三网格");
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, GTK_TYPE_ENTRY, "spot")), "三楼");
  file (fixture, "filing.file");
  g_assert_true (fixture->is_over);

  details = read_issue (fixture);
  fields = ggov_issue_get_fields (details->issue);
  g_assert_cmpint (fields->building_id, ==, fixture->town.buildings[3][5]);
  g_assert_cmpint (fields->grid_id, ==, fixture->town.grids[2]);
  g_assert_cmpint (fields->state.stage, ==, GGOV_ISSUE_FILED);
  g_assert_true (g_str_has_suffix (fields->title, "24号楼"));
  g_assert_true (g_str_has_suffix (fields->place, "24号楼 三楼"));
}

/* A point of building (1, 0), which is in the first grid, and one between the houses. */
static void
test_map (Fixture       *fixture,
          gconstpointer  data)
{
  GtkEditable *entry = get_entry (fixture, "place_field");
  g_autoptr(GgovIssueDetails) details = NULL;

  pick (fixture, 30, 70);
  wait_for_note (fixture, "第一网格");
  while (strstr (gtk_editable_get_text (entry), "7号楼") == NULL)
    g_main_context_iteration (NULL, TRUE);

  pick (fixture, 75, 55);
  wait_for_note (fixture, "第一网格");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Point on the map");
  choose (fixture, "type", TYPE);
  file (fixture, "filing.file-and-dispatch");
  g_assert_nonnull (strstr (fixture->sentence, "dispatched"));

  details = read_issue (fixture);
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->grid_id, ==, fixture->town.grids[0]);
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->building_id, ==, 0);
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->state.stage, ==, GGOV_ISSUE_DISPATCHED);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  GtkEditable *title = GTK_EDITABLE (get (fixture, GTK_TYPE_ENTRY, "title_entry"));

  gtk_editable_set_text (title, "Water in the cellar");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "filing.file", NULL);
  g_assert_nonnull (strstr (get_problem (fixture, "type"), "what the issue is about"));

  choose (fixture, "type", TYPE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "filing.file", NULL);
  g_assert_cmpstr (get_problem (fixture, "type"), ==, "");
  g_assert_nonnull (strstr (get_problem (fixture, "place_field"), "Name a place"));

  /* Outside of the community, whose border is 430 m from the west. */
  pick (fixture, 450, 100);
  wait_for_note (fixture, "outside every grid");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "filing.file", NULL);
  g_assert_nonnull (strstr (get_problem (fixture, "place_field"), "outside every grid"));

  choose (fixture, "place_field", "24号楼");
  wait_for_note (fixture, "第三网格");
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Water in the cellar");
  gtk_editable_set_text (title, "  ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "filing.file", NULL);
  g_assert_nonnull (strstr (get_label (fixture, "title_problem"), "few words"));
  g_assert_cmpuint (fixture->n_filed, ==, 0);

  gtk_editable_set_text (title, "Water in the cellar");
  file (fixture, "filing.file");
}

/* Type and place stay, the rest is new; the one before is near. */
static void
test_another (Fixture       *fixture,
              gconstpointer  data)
{
  GtkTextView *description = GTK_TEXT_VIEW (get (fixture, GTK_TYPE_TEXT_VIEW, "description"));
  GgovFilingNear *near = GGOV_FILING_NEAR (get (fixture, GGOV_TYPE_FILING_NEAR, NULL));
  g_autofree char *text = NULL;
  gint64 first;

  choose (fixture, "type", TYPE);
  choose (fixture, "place_field", "24号楼");
  wait_for_note (fixture, "第三网格");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (description), "Every night", -1);
  file (fixture, "filing.file-another");
  first = fixture->issue_id;
  g_assert_false (fixture->is_over);
  g_assert_cmpstr (get_label (fixture, "problem"), ==, fixture->sentence);
  g_object_get (gtk_text_view_get_buffer (description), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "");

  while (ggov_filing_near_get_n (near) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (ggov_filing_near_find (near, first));
  file (fixture, "filing.file");
  g_assert_cmpint (fixture->issue_id, !=, first);
}

static GBytes *
make_photo (void)
{
  static const CameraCorner corners[] = {
    CAMERA_TOP_LEFT, CAMERA_TOP_RIGHT, CAMERA_BOTTOM_LEFT, CAMERA_BOTTOM_RIGHT,
  };
  g_autoptr(GdkPixbuf) picture = camera_photo_draw (320, 240, corners);

  return camera_photo_write (picture, 1);
}

static void
wait_for_photos (GgovFilingPhotos *photos,
                 guint             n)
{
  while (ggov_filing_photos_is_busy (photos) || ggov_filing_photos_get_n (photos) != n)
    g_main_context_iteration (NULL, TRUE);
}

static GBytes *
read_paper (Fixture *fixture,
            gint64   id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *content;

  ggov_store_read_issue_paper_async (fixture->store.store, id, NULL, keep_result, &result);
  content = ggov_store_read_issue_paper_finish (fixture->store.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return content;
}

/* What is kept has neither the camera's words nor what was painted over. */
static void
test_photos (Fixture       *fixture,
             gconstpointer  data)
{
  GgovFilingPhotos *photos = GGOV_FILING_PHOTOS (get (fixture, GGOV_TYPE_FILING_PHOTOS, NULL));
  g_autoptr(GBytes) taken = make_photo ();
  g_autoptr(GBytes) text = g_bytes_new_static ("a letter", 8);
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (GgovPhotoBox));
  const GgovPhotoBox box = { 0, 0, 160, 120 };
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr(GBytes) kept = NULL;
  const guint8 *pixels;

  ggov_filing_photos_add_bytes (photos, taken);
  wait_for_photos (photos, 1);
  ggov_filing_photos_add_bytes (photos, text);
  wait_for_photos (photos, 1);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (
                              find_widget (GTK_WIDGET (photos), GTK_TYPE_LABEL, "problem"))),
                            "is no photo"));
  g_array_append_val (boxes, box);
  ggov_filing_photos_set_boxes (photos, 0, boxes);

  choose (fixture, "type", TYPE);
  choose (fixture, "place_field", "24号楼");
  wait_for_note (fixture, "第三网格");
  file (fixture, "filing.file");

  details = read_issue (fixture);
  g_assert_cmpuint (details->papers->len, ==, 1);
  kept = read_paper (fixture,
                     ggov_issue_paper_get_record (details->papers->pdata[0])->id);
  g_assert_true (camera_photo_holds (taken, CAMERA_MAKE));
  g_assert_false (camera_photo_holds (kept, CAMERA_MAKE));
  g_assert_false (camera_photo_holds (kept, "Exif"));
  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, kept, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  pixels = gdk_pixbuf_get_pixels (gdk_pixbuf_loader_get_pixbuf (loader));
  g_assert_cmpint (pixels[0], <, 20);
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  GgovFilingPhotos *photos = GGOV_FILING_PHOTOS (get (fixture, GGOV_TYPE_FILING_PHOTOS, NULL));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (photos));
  g_autoptr(GBytes) taken = make_photo ();
  g_autoptr(GdkContentProvider) picture = gdk_content_provider_new_for_bytes ("image/jpeg", taken);

  gdk_clipboard_set_content (clipboard, picture);
  g_assert_true (ggov_filing_photos_paste (photos));
  wait_for_photos (photos, 1);

  gdk_clipboard_set_text (clipboard, "words");
  g_assert_false (ggov_filing_photos_paste (photos));
  gdk_clipboard_set_content (clipboard, NULL);
}

/* A photo from the clipboard and one from a file at once: both come, and both are waited for. */
static void
test_paste_and_file (Fixture       *fixture,
                     gconstpointer  data)
{
  GgovFilingPhotos *photos = GGOV_FILING_PHOTOS (get (fixture, GGOV_TYPE_FILING_PHOTOS, NULL));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (photos));
  g_autofree char *path = g_build_filename (fixture->store.dir, "door.jpg", NULL);
  g_autoptr(GFile) of_disk = g_file_new_for_path (path);
  g_autoptr(GBytes) taken = make_photo ();
  g_autoptr(GdkContentProvider) picture = gdk_content_provider_new_for_bytes ("image/jpeg", taken);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (taken, NULL),
                                      (gssize) g_bytes_get_size (taken), NULL));
  gdk_clipboard_set_content (clipboard, picture);
  g_assert_true (ggov_filing_photos_paste (photos));
  ggov_filing_photos_add_file (photos, of_disk);
  wait_for_photos (photos, 2);
  gdk_clipboard_set_content (clipboard, NULL);
}

/* Whoever the records do not know is typed: Enter keeps 张 as it is, with nobody chosen for it. */
static void
test_unknown_reporter (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkEditable *phone = GTK_EDITABLE (get (fixture, GTK_TYPE_ENTRY, "phone"));
  g_autoptr(GgovIssueDetails) details = NULL;
  const GgovIssueReporterRecord *reporter;

  choose (fixture, "type", TYPE);
  choose (fixture, "place_field", "24号楼");
  wait_for_note (fixture, "第三网格");
  gtk_editable_set_text (get_entry (fixture, "name"), "张");
  g_signal_emit_by_name (get_entry (fixture, "name"), "activate");
  g_signal_emit_by_name (phone, "activate");
  file (fixture, "filing.file");

  details = read_issue (fixture);
  g_assert_cmpuint (details->reporters->len, ==, 1);
  reporter = ggov_issue_reporter_get_record (details->reporters->pdata[0]);
  g_assert_cmpstr (reporter->name, ==, "张");
  g_assert_cmpint (reporter->person_id, ==, 0);
}

/* Several told of it, and one of a near one as well. */
static void
test_reporters (Fixture       *fixture,
                gconstpointer  data)
{
  GtkEditable *phone = GTK_EDITABLE (get (fixture, GTK_TYPE_ENTRY, "phone"));
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autoptr(GgovIssueDetails) again = NULL;
  GgovFilingNear *near;
  gint64 first;

  choose (fixture, "type", TYPE);
  choose (fixture, "place_field", "24号楼");
  wait_for_note (fixture, "第三网格");
  gtk_editable_set_text (get_entry (fixture, "name"), "Somebody");
  gtk_editable_set_text (phone, "13800000000");
  g_signal_emit_by_name (phone, "activate");
  g_assert_cmpstr (gtk_editable_get_text (phone), ==, "");
  gtk_editable_set_text (phone, "13900000000");
  file (fixture, "filing.file");
  first = fixture->issue_id;
  details = read_issue (fixture);
  g_assert_cmpuint (details->reporters->len, ==, 2);
  g_assert_cmpstr (ggov_issue_reporter_get_record (details->reporters->pdata[0])->name, ==,
                   "Somebody");
  g_assert_cmpstr (ggov_issue_reporter_get_record (details->reporters->pdata[1])->phone, ==,
                   "13900000000");

  open_dialog (fixture);
  near = GGOV_FILING_NEAR (get (fixture, GGOV_TYPE_FILING_NEAR, NULL));
  choose (fixture, "type", TYPE);
  choose (fixture, "place_field", "24号楼");
  while (ggov_filing_near_get_n (near) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (near, "joined", first);
  g_assert_nonnull (strstr (get_label (fixture, "problem"), "Name who reports"));
  gtk_editable_set_text (get_entry (fixture, "name"), "Another");
  g_signal_emit_by_name (GTK_WIDGET (get (fixture, GTK_TYPE_ENTRY, "phone")), "activate");
  gtk_editable_set_text (get_entry (fixture, "name"), "And a third");
  g_signal_emit_by_name (near, "joined", first);
  while (!fixture->is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fixture->issue_id, ==, first);
  again = read_issue (fixture);
  g_assert_cmpuint (again->reporters->len, ==, 4);
  g_assert_cmpstr (ggov_issue_reporter_get_record (again->reporters->pdata[3])->name, ==,
                   "And a third");
}

/* Boxes ------------------------------------------------------------------------------------- */

/* Does what a key does. */
static void
press (GtkWidget  *widget,
       const char *key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr(GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (shortcuts)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (shortcuts), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                            gtk_shortcut_get_arguments (shortcut));
              return;
            }
        }
    }

  g_error ("Nothing is done by %s", key);
}

static void
drag (GtkWidget *widget,
      double     x,
      double     y,
      double     by_x,
      double     by_y)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) gesture = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (gesture))
        {
          g_signal_emit_by_name (gesture, "drag-begin", x, y);
          g_signal_emit_by_name (gesture, "drag-update", by_x, by_y);
          g_signal_emit_by_name (gesture, "drag-end", by_x, by_y);
        }
    }
}

static void
assert_box (GgovPhotoBoxes *boxes,
            guint           i,
            GgovPhotoBox    wanted)
{
  const GgovPhotoBox *box = &g_array_index (ggov_photo_boxes_get_boxes (boxes), GgovPhotoBox, i);

  g_assert_cmpint (box->x, ==, wanted.x);
  g_assert_cmpint (box->y, ==, wanted.y);
  g_assert_cmpint (box->width, ==, wanted.width);
  g_assert_cmpint (box->height, ==, wanted.height);
}

/* A photo of 400 by 300 in a window of the same size: a pixel is a pixel. */
static void
test_boxes (void)
{
  g_autoptr(GBytes) pixels = g_bytes_new_take (g_malloc0 (400 * 300 * 3), 400 * 300 * 3);
  g_autoptr(GgovPhoto) photo = ggov_photo_new ("door", 400, 300, pixels);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *widget = g_object_new (GGOV_TYPE_PHOTO_BOXES, "width-request", 400, "height-request",
                                    300, NULL);
  GgovPhotoBoxes *boxes = GGOV_PHOTO_BOXES (widget);

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  ggov_photo_boxes_set_photo (boxes, photo, NULL);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_widget_get_width (widget), ==, 400);
  g_assert_cmpint (gtk_widget_get_height (widget), ==, 300);

  drag (widget, 100, 100, 50, 40);
  assert_box (boxes, 0, (GgovPhotoBox) { 100, 100, 50, 40 });

  /* From its middle it is moved, and no further than to the edge. */
  drag (widget, 125, 120, 10, -200);
  assert_box (boxes, 0, (GgovPhotoBox) { 110, 0, 50, 40 });

  /* From its lower right corner it changes size; past the other one it turns over. */
  drag (widget, 160, 40, 20, 10);
  assert_box (boxes, 0, (GgovPhotoBox) { 110, 0, 70, 50 });
  drag (widget, 180, 25, -100, 0);
  assert_box (boxes, 0, (GgovPhotoBox) { 80, 0, 30, 50 });

  /* A click is no box. */
  drag (widget, 300, 200, 2, 1);
  g_assert_cmpuint (ggov_photo_boxes_get_boxes (boxes)->len, ==, 1);

  /* By keys: 50 is an eighth of the longer side. */
  press (widget, "Insert");
  assert_box (boxes, 1, (GgovPhotoBox) { 175, 125, 50, 50 });
  press (widget, "Right");
  press (widget, "<Control>Down");
  press (widget, "<Shift>Left");
  assert_box (boxes, 1, (GgovPhotoBox) { 183, 126, 42, 50 });
  press (widget, "<Shift>ISO_Left_Tab");
  g_assert_cmpint (ggov_photo_boxes_get_chosen (boxes), ==, 0);
  press (widget, "Delete");
  g_assert_cmpuint (ggov_photo_boxes_get_boxes (boxes)->len, ==, 1);
  assert_box (boxes, 0, (GgovPhotoBox) { 183, 126, 42, 50 });

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_BACKEND", "x11", TRUE);
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  adw_init ();
  g_resources_register (ggov_ui_get_resource ());

#define ADD(name, func) g_test_add ("/ui/filing/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("words", test_words);
  ADD ("map", test_map);
  ADD ("missing", test_missing);
  ADD ("another", test_another);
  ADD ("photos", test_photos);
  ADD ("paste", test_paste);
  ADD ("paste-and-file", test_paste_and_file);
  ADD ("unknown-reporter", test_unknown_reporter);
  ADD ("reporters", test_reporters);
  g_test_add_func ("/ui/photo-boxes/drawn", test_boxes);

  return g_test_run ();
}
