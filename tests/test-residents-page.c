/* test-residents-page.c: the page of residents worked on a screen without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-case-type.h"
#include "ggov-choice.h"
#include "ggov-field-row.h"
#include "ggov-kept-filters.h"
#include "ggov-paged-item.h"
#include "ggov-pick.h"
#include "ggov-residents-export.h"
#include "ggov-residents-filter-bar.h"
#include "ggov-residents-page.h"
#include "ggov-settings.h"
#include "ggov-store-register.h"
#include "ggov-store-special-groups.h"
#include "ggov-visit-due.h"
#include "ggov-visit-list.h"
#include "ggov-write-founding.h"
#include "roster-window.h"

/* The family of door 501: 王建, his wife and their son; and 张一, who lives alone behind door 101. */
#define CAME "2025-12-10"

typedef struct
{
  RosterWindow       base;
  GgovResidentsPage *page;
  gint64             household;
  gint64             wang;
  gint64             zhang;
} Fixture;

static GgovStore *
get_store (Fixture *fixture)
{
  return ggov_session_get_store (ggov_window_get_session (fixture->base.window));
}

/* Returns whoever moves first. */
static gint64
move_in (Fixture                  *fixture,
         gint64                    unit_id,
         const char               *door,
         const GgovRegisterMember *members,
         guint                     n,
         gint64                   *household)
{
  const GgovRegisterAct act = {
    .deed = GGOV_REGISTER_MOVE_IN, .day = CAME, .unit_id = unit_id, .door = door, .members = members,
    .n_members = n,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 person = 0;

  ggov_store_register_async (get_store (fixture), &act, NULL, keep_result, &result);
  ggov_store_register_finish (get_store (fixture), wait_for (&result), NULL, household, &person,
                              &error);
  g_assert_no_error (error);

  return person;
}

static void
write_people (Fixture *fixture)
{
  const GgovRegisterMember family[] = {
    { .name = "王建", .sex = "1", .birth_date = "1980-05-01", .relation = "02",
      .identity_kind = "111", .identity_number = "150203198005010015", .phone = "12512345678",
      .registered = TRUE, .living = TRUE },
    { .name = "李丽", .sex = "2", .birth_date = "1982-03-08", .relation = "10", .registered = TRUE,
      .living = TRUE },
    { .name = "王小", .sex = "1", .birth_date = "2010-09-01", .relation = "20", .registered = TRUE,
      .living = TRUE },
  };
  const GgovRegisterMember zhang[] = {
    { .name = "张一", .sex = "2", .birth_date = "1940-01-01", .living = TRUE },
  };
  const GgovMembershipTerms alone = { .group = "living_alone", .from = CAME };
  GgovMembershipTerms terms = alone;
  g_autoptr(GAsyncResult) result = NULL;

  fixture->wang = move_in (fixture, fixture->base.office.units[0], "501", family, 3,
                           &fixture->household);
  fixture->zhang = move_in (fixture, fixture->base.office.units[1], "101", zhang, 1, NULL);
  terms.person_id = fixture->zhang;
  ggov_store_join_special_group_async (get_store (fixture), &terms, NULL, keep_result, &result);
  g_assert_true (ggov_store_change_finish (get_store (fixture), wait_for (&result), NULL, NULL));
}

/* Waiting ------------------------------------------------------------------------------------ */

static gboolean
give_up (gpointer user_data)
{
  g_assert_not_reached ();

  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @condition holds. */
#define WAIT_UNTIL(condition)                                \
  G_STMT_START {                                             \
    guint alarm = g_timeout_add_seconds (30, give_up, NULL); \
    while (!(condition))                                     \
      g_main_context_iteration (NULL, TRUE);                 \
    g_source_remove (alarm);                                 \
  } G_STMT_END

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (
    ggov_residents_list_get_shown (ggov_residents_page_get_list (fixture->page)));
}

/* Who stands first, once the line is read: "" until then. */
static const char *
get_first (Fixture *fixture)
{
  g_autoptr(GgovPagedItem) item = g_list_model_get_item (
    ggov_residents_list_get_shown (ggov_residents_page_get_list (fixture->page)), 0);
  GgovResident *row = item ? ggov_paged_item_get_row (item) : NULL;

  return row ? ggov_resident_get_record (row)->name : "";
}

static gboolean
page_says (Fixture    *fixture,
           const char *text)
{
  return says (GTK_WIDGET (fixture->page), text);
}

static GtkWindow *
wait_dialog (Fixture *fixture)
{
  WAIT_UNTIL (get_dialog (&fixture->base));

  return get_dialog (&fixture->base);
}

static void
wait_no_dialog (Fixture *fixture)
{
  WAIT_UNTIL (get_dialog (&fixture->base) == NULL);
}

static void
do_action (Fixture    *fixture,
           const char *action,
           GVariant   *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->page), action, parameter));
}

static void
look_at (Fixture    *fixture,
         gint64      person_id,
         const char *name)
{
  do_action (fixture, "win.show-record", g_variant_new ("(sx)", "resident", person_id));
  WAIT_UNTIL (page_says (fixture, name));
}

/* The entry row of a dialog that has this title. */
static GtkWidget *
find_entry (GtkWidget  *top,
            const char *title)
{
  if (ADW_IS_ENTRY_ROW (top) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (top)), title) == 0)
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, title);

      if (found)
        return found;
    }

  return NULL;
}

static void
type_in (GtkWindow  *dialog,
         const char *title,
         const char *text)
{
  GtkWidget *entry = find_entry (GTK_WIDGET (dialog), title);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
accept (GtkWindow *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.accept", NULL);
}

/* Fixture ------------------------------------------------------------------------------------ */

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GSettings) settings = ggov_settings_new ();

  g_settings_reset (settings, "residents-columns");
  g_settings_reset (settings, "residents-order");
  roster_window_set_up (&fixture->base, data);
  write_people (fixture);
  ggov_window_show_page (fixture->base.window, "residents");
  fixture->page = GGOV_RESIDENTS_PAGE (find_widget (GTK_WIDGET (fixture->base.window),
                                                    GGOV_TYPE_RESIDENTS_PAGE));
  WAIT_UNTIL (count_rows (fixture) == 4);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  roster_window_tear_down (&fixture->base, data);
}

/* The table ---------------------------------------------------------------------------------- */

/* Doors come in their order, the head first; then whatever heading is clicked. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  GgovTableColumns *table = ggov_residents_list_get_table (ggov_residents_page_get_list (fixture->page));
  const char *const *all = ggov_table_columns_get_all (table);

  WAIT_UNTIL (page_says (fixture, "4 residents"));
  WAIT_UNTIL (g_str_equal (get_first (fixture), "王建"));
  /* The youngest first, then the oldest. */
  ggov_table_columns_sort (table, "age", FALSE);
  WAIT_UNTIL (g_str_equal (get_first (fixture), "王小"));
  ggov_table_columns_sort (table, "age", TRUE);
  WAIT_UNTIL (g_str_equal (get_first (fixture), "张一"));
  ggov_table_columns_sort (table, "groups", FALSE);
  WAIT_UNTIL (!g_str_equal (get_first (fixture), "张一") && *get_first (fixture));
  ggov_table_columns_sort (table, "door", FALSE);
  WAIT_UNTIL (g_str_equal (get_first (fixture), "张一"));

  /* Every column there is can be shown and sorted by. */
  ggov_table_columns_choose (table, all);
  for (guint i = 0; all[i]; i++)
    {
      ggov_table_columns_sort (table, all[i], i % 2 == 0);
      WAIT_UNTIL (!ggov_residents_list_is_asking (ggov_residents_page_get_list (fixture->page)));
      g_assert_cmpint (count_rows (fixture), ==, 4);
    }
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (fixture->page), GGOV_TYPE_RESIDENTS_FILTER_BAR);
  GtkWidget *kept = find_widget (bar, GGOV_TYPE_KEPT_FILTERS);
  GtkEditable *entry = GTK_EDITABLE (find_widget (bar, GTK_TYPE_SEARCH_ENTRY));
  GgovResidentFilter filter;
  GtkWindow *dialog;

  /* Initials, the end of a phone, a whole number but no part of it, and words that nobody has. */
  gtk_editable_set_text (entry, "ll");
  WAIT_UNTIL (count_rows (fixture) == 1 && g_str_equal (get_first (fixture), "李丽"));
  gtk_editable_set_text (entry, "5678");
  WAIT_UNTIL (count_rows (fixture) == 1 && g_str_equal (get_first (fixture), "王建"));
  gtk_editable_set_text (entry, "150203198005010");
  WAIT_UNTIL (page_says (fixture, "Nobody Is Found"));
  gtk_editable_set_text (entry, "150203198005010015");
  WAIT_UNTIL (count_rows (fixture) == 1);
  /* A door, alone and with what stands before it, in another spelling. */
  gtk_editable_set_text (entry, "501");
  WAIT_UNTIL (count_rows (fixture) == 3);
  gtk_editable_set_text (entry, "三号楼1单元501室");
  WAIT_UNTIL (count_rows (fixture) == 3);
  gtk_editable_set_text (entry, "3号楼9单元501");
  WAIT_UNTIL (page_says (fixture, "Nobody Is Found"));
  do_action (fixture, "residents.clear-filter", NULL);
  WAIT_UNTIL (count_rows (fixture) == 4);

  /* In a group; of an age; and who was not gone over: all were when they came, two months ago. */
  ggov_residents_filter_bar_apply (GGOV_RESIDENTS_FILTER_BAR (bar), "{'group': 'living_alone'}");
  WAIT_UNTIL (count_rows (fixture) == 1 && g_str_equal (get_first (fixture), "张一"));
  ggov_residents_filter_bar_apply (GGOV_RESIDENTS_FILTER_BAR (bar), "{'age': '0-13'}");
  WAIT_UNTIL (page_says (fixture, "Nobody Is Found"));
  ggov_residents_filter_bar_apply (GGOV_RESIDENTS_FILTER_BAR (bar), "{'fresh': '3'}");
  g_assert_true (ggov_residents_filter_bar_read (GGOV_RESIDENTS_FILTER_BAR (bar), &filter));
  g_assert_cmpstr (filter.confirmed_before, ==, "2025-11-13");
  ggov_residents_filter_bar_apply (GGOV_RESIDENTS_FILTER_BAR (bar), "{'fresh': '1'}");
  WAIT_UNTIL (count_rows (fixture) == 4);
  /* Nobody has all of the required fields; and the filter is opened again by its name. */
  ggov_residents_filter_bar_apply (GGOV_RESIDENTS_FILTER_BAR (bar),
                                   "{'age': '80', 'filled': 'required'}");
  WAIT_UNTIL (count_rows (fixture) == 1);
  gtk_widget_activate_action (kept, "kept.keep", NULL);
  dialog = wait_dialog (fixture);
  type_in (dialog, "Name", "Old and unknown");
  accept (dialog);
  wait_no_dialog (fixture);
  do_action (fixture, "residents.clear-filter", NULL);
  WAIT_UNTIL (count_rows (fixture) == 4);
  do_action (fixture, "residents.open-nth-filter", g_variant_new_string ("1"));
  while (count_rows (fixture) != 1)
    {
      g_main_context_iteration (NULL, FALSE);
      do_action (fixture, "residents.open-nth-filter", g_variant_new_string ("1"));
    }
}

/* (nullable): a button by its label */
static GtkWidget *
find_button (GtkWidget  *top,
             const char *label)
{
  if (GTK_IS_BUTTON (top) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (top)), label) == 0)
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found)
        return found;
    }

  return NULL;
}

/* The lists of a dialog as they stand: @nth from 1. */
static GtkDropDown *
find_list (GtkWidget *top,
           guint     *nth)
{
  if (GTK_IS_DROP_DOWN (top))
    return --*nth == 0 ? GTK_DROP_DOWN (top) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = find_list (child, nth);

      if (found)
        return found;
    }

  return NULL;
}

static void
choose_label (GtkWindow  *dialog,
              guint       nth,
              const char *label)
{
  GtkDropDown *list = find_list (GTK_WIDGET (dialog), &nth);
  GListModel *choices;

  g_assert_nonnull (list);
  choices = gtk_drop_down_get_model (list);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (ggov_choice_get_label (choice), label))
        {
          gtk_drop_down_set_selected (list, i);
          return;
        }
    }
  g_assert_not_reached ();
}

/* Any field can be asked for, what is chosen can be kept, and is taken away by its word. */
static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  GgovResidentsFilterBar *bar = GGOV_RESIDENTS_FILTER_BAR (
    find_widget (GTK_WIDGET (fixture->page), GGOV_TYPE_RESIDENTS_FILTER_BAR));
  g_autofree char *kept = NULL;
  GtkWindow *dialog;

  do_action (fixture, "residents.filter-field", NULL);
  dialog = wait_dialog (fixture);
  choose_label (dialog, 1, "Sex");
  choose_label (dialog, 2, "is");
  choose_label (dialog, 3, "Female");
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (count_rows (fixture) == 2);
  g_assert_true (page_says (fixture, "Sex is Female"));

  /* A day that is none is said to be so, as wherever one is typed. */
  do_action (fixture, "residents.filter-field", NULL);
  dialog = wait_dialog (fixture);
  choose_label (dialog, 1, "Date of birth");
  choose_label (dialog, 2, "is at most");
  type_in (dialog, "Compared with", "1950-02-30");
  accept (dialog);
  g_assert_true (GTK_IS_WINDOW (get_dialog (&fixture->base)));
  type_in (dialog, "Compared with", "1950年1月1日");
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (count_rows (fixture) == 1 && g_str_equal (get_first (fixture), "张一"));

  kept = ggov_residents_filter_bar_dup_choices (bar);
  ggov_residents_filter_bar_want (bar, "field.birth_date.to", NULL);
  WAIT_UNTIL (count_rows (fixture) == 2);
  do_action (fixture, "residents.clear-filter", NULL);
  WAIT_UNTIL (count_rows (fixture) == 4);
  ggov_residents_filter_bar_apply (bar, kept);
  WAIT_UNTIL (count_rows (fixture) == 1 && page_says (fixture, "Date of birth is at most 1950-01-01"));
}

/* What is listed goes to a file as it is listed; whole for a reason only. */
static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->base.base.dir, "list.xlsx", NULL);
  GtkWindow *dialog;

  do_action (fixture, "residents.export", NULL);
  dialog = wait_dialog (fixture);
  gtk_switch_set_active (GTK_SWITCH (find_widget (GTK_WIDGET (dialog), GTK_TYPE_SWITCH)), TRUE);
  accept (dialog);
  g_assert_true (says (GTK_WIDGET (dialog), "Say why it has to be seen whole."));
  type_in (dialog, "Why it has to be seen", "区卫健委核对");
  ggov_residents_export_write (GTK_WIDGET (dialog), path);
  wait_no_dialog (fixture);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Moves somebody in who looks like 李丽, and looks at her. */
static GtkWindow *
open_merge (Fixture *fixture,
            gint64  *li)
{
  const GgovRegisterMember again = { .name = "李莉", .sex = "2", .birth_date = "1982-03-08",
                                     .phone = "12599998888", .living = TRUE };
  GtkWindow *dialog;

  *li = move_in (fixture, fixture->base.office.units[2], "202", &again, 1, NULL);
  WAIT_UNTIL (count_rows (fixture) == 5);
  look_at (fixture, *li, "125****8888");
  do_action (fixture, "residents.merge", NULL);
  dialog = wait_dialog (fixture);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "李丽") && says (GTK_WIDGET (dialog), "李莉"));
  /* Both histories; what is personal stays masked. */
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "125****8888"));
  g_assert_false (says (GTK_WIDGET (dialog), "12599998888"));

  return dialog;
}

static void
click (GtkWindow  *dialog,
       const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (dialog), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Two who are said to be two are not offered again; and who lives at two doors cannot be one. */
static void
test_twins (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 li = 0;
  GtkWindow *dialog = open_merge (fixture, &li);

  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "The two live or are registered at two doors on the same "
                                         "days. Let one of them move out first."));
  click (dialog, "They Are _Two People");
  wait_no_dialog (fixture);
  do_action (fixture, "residents.merge", NULL);
  dialog = wait_dialog (fixture);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "Nobody in the register may be the same person."));
}

/* One resident ------------------------------------------------------------------------------- */

/* What is masked is shown for a reason, of one record, until another is looked at. */
static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWindow *dialog;

  look_at (fixture, fixture->wang, "125****5678");
  g_assert_true (page_says (fixture, "150203***********5"));
  g_assert_true (page_says (fixture, "1980-**-**"));
  g_assert_true (page_says (fixture, "李丽"));
  g_assert_false (page_says (fixture, "12512345678"));

  do_action (fixture, "residents.reveal", NULL);
  dialog = wait_dialog (fixture);
  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog),
                    "Say why it has to be seen. The reason is kept in the log."));
  g_assert_false (page_says (fixture, "12512345678"));
  type_in (dialog, "Why it has to be seen", "核对信息");
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (page_says (fixture, "12512345678"));
  g_assert_true (page_says (fixture, "150203198005010015"));

  look_at (fixture, fixture->zhang, "张一");
  look_at (fixture, fixture->wang, "125****5678");
  g_assert_false (page_says (fixture, "12512345678"));
  do_action (fixture, "residents.close", NULL);
  g_assert_false (page_says (fixture, "125****5678"));
}

/* The form ----------------------------------------------------------------------------------- */

static GgovFieldRow *
find_field (GtkWidget  *top,
            const char *code)
{
  if (GGOV_IS_FIELD_ROW (top) &&
      g_str_equal (ggov_field_row_get_field (GGOV_FIELD_ROW (top))->code, code))
    return GGOV_FIELD_ROW (top);

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GgovFieldRow *found = find_field (child, code);

      if (found)
        return found;
    }

  return NULL;
}

static void
fill_in (GtkWindow  *dialog,
         const char *code,
         const char *text)
{
  GgovFieldRow *row = find_field (GTK_WIDGET (dialog), code);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (row), GTK_TYPE_ENTRY)), text);
}

/* What cannot be is told below the field; the rest is one change, and taken back as one. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWindow *dialog;

  look_at (fixture, fixture->wang, "125****5678");
  do_action (fixture, "residents.edit", NULL);
  dialog = wait_dialog (fixture);
  /* What is computed, told by the residence or by visits is not asked. */
  g_assert_null (find_field (GTK_WIDGET (dialog), "age"));
  g_assert_null (find_field (GTK_WIDGET (dialog), "door"));
  g_assert_null (find_field (GTK_WIDGET (dialog), "confirmed_on"));

  fill_in (dialog, "phone", "123");
  fill_in (dialog, "email", "wang at home");
  fill_in (dialog, "wechat", "wang1980");
  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "Put right what is marked."));
  g_assert_nonnull (get_dialog (&fixture->base));
  fill_in (dialog, "phone", "13804720000");
  fill_in (dialog, "email", "");
  accept (dialog);
  wait_no_dialog (fixture);
  /* The number that stayed masked is what it was. */
  WAIT_UNTIL (page_says (fixture, "138****0000"));
  g_assert_true (page_says (fixture, "150203***********5"));

  do_action (fixture, "win.undo", NULL);
  WAIT_UNTIL (page_says (fixture, "125****5678"));
}

/* The number of a paper has to be one, and of this birth and sex. */
static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWindow *dialog;

  look_at (fixture, fixture->zhang, "张一");
  do_action (fixture, "residents.edit", NULL);
  dialog = wait_dialog (fixture);
  fill_in (dialog, "id_number", "150203198005010016");
  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "Put right what is marked."));
  /* That of a man who was born in 1980. */
  fill_in (dialog, "id_number", "150203198005010013");
  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "Put right what is marked."));
  g_assert_nonnull (get_dialog (&fixture->base));
  gtk_window_close (dialog);
  wait_no_dialog (fixture);
}

/* What happens ------------------------------------------------------------------------------- */

static GtkWidget *
find_combo (GtkWidget  *top,
            const char *title)
{
  if (ADW_IS_COMBO_ROW (top) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (top)), title) == 0)
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_combo (child, title);

      if (found)
        return found;
    }

  return NULL;
}

static void
choose (GtkWindow  *dialog,
        const char *title,
        guint       selected)
{
  GtkWidget *combo = find_combo (GTK_WIDGET (dialog), title);

  g_assert_nonnull (combo);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), selected);
}

static GtkWindow *
begin (Fixture    *fixture,
       const char *deed)
{
  do_action (fixture, "residents.act", g_variant_new_string (deed));

  return wait_dialog (fixture);
}

/* A child is born, taken back, and born again; the wife becomes the head and her husband leaves. */
static void
test_birth_and_move_out (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWindow *dialog;

  look_at (fixture, fixture->wang, "125****5678");
  dialog = begin (fixture, "birth");
  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "Say who it is: somebody of the office, or the name of "
                                         "somebody new."));
  type_in (dialog, "Name", "王新");
  choose (dialog, "Sex", 2);
  choose (dialog, "Relation to the head", 9); /* 30, a daughter */
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (count_rows (fixture) == 5);
  WAIT_UNTIL (page_says (fixture, "5 residents"));
  do_action (fixture, "win.undo", NULL);
  WAIT_UNTIL (count_rows (fixture) == 4);

  /* The head cannot go without another; day and reason are asked. */
  look_at (fixture, fixture->wang, "125****5678");
  dialog = begin (fixture, "move_out");
  type_in (dialog, "Day", "yesterday");
  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog),
                    "Write the day as year-month-day, such as 2026-02-13."));
  type_in (dialog, "Day", "2026-02-01");
  type_in (dialog, "Where they go to", "北京");
  type_in (dialog, "Reason", "工作");
  accept (dialog);
  WAIT_UNTIL (gtk_widget_get_sensitive (GTK_WIDGET (dialog)));
  g_assert_nonnull (get_dialog (&fixture->base));
  choose (dialog, "Head from then on", 2); /* after 王建: 李丽 */
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (count_rows (fixture) == 3);
  look_at (fixture, fixture->wang, "2026-02-01 · Moved out");
  do_action (fixture, "win.undo", NULL);
  WAIT_UNTIL (count_rows (fixture) == 4);
}

/* The wife and her son become a household of their own behind the same door, and join it again. */
static void
test_split_and_merge (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWindow *dialog;
  GtkWidget *check, *drop;

  look_at (fixture, fixture->wang, "125****5678");
  WAIT_UNTIL (page_says (fixture, "王小"));
  dialog = begin (fixture, "split");
  check = find_widget (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "Mark who of the household it is."));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  choose (dialog, "Head from then on", 2);
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (page_says (fixture, "2026-02-13 · Household split"));
  g_assert_false (page_says (fixture, "王小"));

  dialog = begin (fixture, "merge");
  drop = find_widget (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN);
  WAIT_UNTIL (gtk_drop_down_get_model (GTK_DROP_DOWN (drop)));
  /* That of the wife stands alone behind the door, 张一's is in another building. */
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (page_says (fixture, "王小"));
}

/* Nobody has to be looked at for somebody to move in; a death needs no more than the day. */
static void
test_move_in_and_death (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWindow *dialog = begin (fixture, "move_in");
  GgovPick *who = GGOV_PICK (find_widget (GTK_WIDGET (dialog), GGOV_TYPE_PICK));
  GtkEditable *words = GTK_EDITABLE (find_widget (GTK_WIDGET (who), ADW_TYPE_ENTRY_ROW));
  GgovPick *unit;

  gtk_editable_set_text (words, "陈新来");
  type_in (dialog, "Identity number", "150203198005010013");
  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "Say the unit and the door."));
  type_in (dialog, "Identity number", "");
  type_in (dialog, "Door", "909");
  unit = GGOV_PICK (gtk_widget_get_ancestor (find_entry (GTK_WIDGET (dialog), "Unit, such as 3号楼2单元"),
                                             GGOV_TYPE_PICK));
  ggov_pick_choose (unit, "unit", fixture->base.office.units[0], "3号楼1单元");
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (count_rows (fixture) == 5);
  WAIT_UNTIL (page_says (fixture, "陈新来"));

  look_at (fixture, fixture->zhang, "张一");
  dialog = begin (fixture, "death");
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (count_rows (fixture) == 4);
  WAIT_UNTIL (page_says (fixture, "2026-02-13 · Death"));
}

/* Visits ------------------------------------------------------------------------------------- */

static GListModel *
get_visits (Fixture *fixture)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->page), GGOV_TYPE_VISIT_LIST);

  return G_LIST_MODEL (gtk_column_view_get_model (
    GTK_COLUMN_VIEW (find_widget (list, GTK_TYPE_COLUMN_VIEW))));
}

/* Whose turn it is first. */
static gint64
get_due_person (Fixture *fixture)
{
  g_autoptr(GgovVisitDue) row = g_list_model_get_item (get_visits (fixture), 0);

  return row ? ggov_visit_due_get_record (row)->person_id : -1;
}

/* 张一 is alone and was to be seen every week since she came; the family has to be gone over. */
static void
test_visits (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->page), GGOV_TYPE_VISIT_LIST);
  GtkSelectionModel *selection;

  do_action (fixture, "residents.view", g_variant_new_string ("visits"));
  selection = GTK_SELECTION_MODEL (get_visits (fixture));
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (selection)) == 2);
  g_assert_cmpint (get_due_person (fixture), ==, fixture->zhang);
  WAIT_UNTIL (page_says (fixture, "2 visits · 1 late"));

  /* Not at home: she stays the first. Met: the family comes before her, and it can be taken back. */
  gtk_selection_model_select_item (selection, 0, TRUE);
  WAIT_UNTIL (page_says (fixture, "张一"));
  gtk_widget_activate_action (list, "visits.absent", NULL);
  WAIT_UNTIL (page_says (fixture, "2026-02-13 · Not at home"));
  g_assert_cmpint (get_due_person (fixture), ==, fixture->zhang);
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_widget_activate_action (list, "visits.met", NULL);
  WAIT_UNTIL (page_says (fixture, "2026-02-13 · Met"));
  WAIT_UNTIL (get_due_person (fixture) == 0);
  do_action (fixture, "win.undo", NULL);
  WAIT_UNTIL (get_due_person (fixture) == fixture->zhang);
  do_action (fixture, "residents.view", g_variant_new_string ("register"));
  WAIT_UNTIL (page_says (fixture, "4 residents"));
}

static gboolean
add_type (GgovChange  *change,
          gpointer     unused,
          GError     **error)
{
  g_autoptr(GgovCaseTypeCatalogue) types = ggov_case_type_catalogue_new_default ();

  return ggov_change_add_case_type (change, ggov_case_type_catalogue_get_type_at (types, 0), CAME,
                                    error) != 0;
}

/* What a visit found becomes an issue that its line leads to. */
static void
test_visit (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWindow *dialog;
  GtkDropDown *types;
  GtkTextView *found;

  write_change (get_store (fixture), add_type, NULL);
  look_at (fixture, fixture->wang, "125****5678");
  do_action (fixture, "residents.visit", NULL);
  dialog = wait_dialog (fixture);
  types = GTK_DROP_DOWN (find_widget (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN));
  WAIT_UNTIL (g_list_model_get_n_items (gtk_drop_down_get_model (types)) > 1);
  gtk_drop_down_set_selected (types, 1);
  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "Say what was found."));
  found = GTK_TEXT_VIEW (find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (found), "楼道堆物", -1);
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (page_says (fixture, "2026-02-13 · Met"));
}

/* Out of the one group, and into another with terms of its own. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWindow *dialog;
  GtkDropDown *groups;

  look_at (fixture, fixture->zhang, "Elderly people living alone");
  do_action (fixture, "residents.leave-group", g_variant_new_string ("living_alone"));
  dialog = wait_dialog (fixture);
  type_in (dialog, "Last day", "2026-02-10");
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (page_says (fixture, "2025-12-10 to 2026-02-10 · Every 7 days"));

  do_action (fixture, "residents.join-group", NULL);
  dialog = wait_dialog (fixture);
  groups = GTK_DROP_DOWN (find_widget (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN));
  WAIT_UNTIL (gtk_drop_down_get_model (groups));
  /* The second is that of people over 80. */
  gtk_drop_down_set_selected (groups, 1);
  type_in (dialog, "Visited every so many days", "often");
  accept (dialog);
  WAIT_UNTIL (says (GTK_WIDGET (dialog), "Write a whole number of days, or nothing."));
  type_in (dialog, "Visited every so many days", "10");
  accept (dialog);
  wait_no_dialog (fixture);
  WAIT_UNTIL (page_says (fixture, "People over 80"));
  WAIT_UNTIL (page_says (fixture, "Since 2026-02-13 · Every 10 days · due 2026-02-13") ||
              page_says (fixture, "Since 2026-02-13 · Every 10 days · due 2026-02-23"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display, and no xvfb-run that would make one\n");
      return 0;
    }

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/ui/residents/order", test_order);
  ADD ("/ui/residents/filter", test_filter);
  ADD ("/ui/residents/fields", test_fields);
  ADD ("/ui/residents/export", test_export);
  ADD ("/ui/residents/twins", test_twins);
  ADD ("/ui/residents/reveal", test_reveal);
  ADD ("/ui/residents/edit", test_edit);
  ADD ("/ui/residents/number", test_number);
  ADD ("/ui/residents/birth-and-move-out", test_birth_and_move_out);
  ADD ("/ui/residents/split-and-merge", test_split_and_merge);
  ADD ("/ui/residents/move-in-and-death", test_move_in_and_death);
  ADD ("/ui/residents/groups", test_groups);
  ADD ("/ui/residents/visits", test_visits);
  ADD ("/ui/residents/visit", test_visit);
#undef ADD

  return g_test_run ();
}
