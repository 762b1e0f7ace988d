/* test-plan-fix.c: what the buttons beside the findings of a draft do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-draft-layout.h"
#include "ggov-plan-fix.h"
#include "plan-town.h"

static GgovDraft *
begin (StoreFixture *fixture,
       MapTown      *town)
{
  map_town_write (fixture->store, town);

  return plan_town_load (fixture, plan_town_begin (fixture, town, GGOV_DRAFT_FROM_PLAN));
}

/* How many findings there are of a kind; @first: (out) (optional): the first of them */
static guint
count (GgovDraft              *draft,
       GgovPlanFindingKind     kind,
       GgovPlanFindingRecord  *first)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) findings = ggov_draft_validate (draft, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);
      const GgovPlanFindingRecord *record = ggov_plan_finding_get_record (finding);

      if (record->kind == kind && n++ == 0 && first)
        *first = *record;
    }

  return n;
}

/* Takes what the button of the first such finding does. */
static GgovDraft *
fix (GgovDraft           *draft,
     GgovPlanFindingKind  kind)
{
  GgovPlanFindingRecord record = { 0 };
  g_autoptr(GgovPlanStroke) stroke = NULL;
  g_autoptr(GgovGeoLayout) before = NULL;
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (count (draft, kind, &record), >, 0);
  stroke = ggov_plan_fix_new_stroke (&record);
  g_assert_nonnull (stroke);
  before = ggov_draft_new_layout (draft, &error);
  g_assert_no_error (error);
  after = ggov_plan_stroke_try (stroke, draft, before, &error);
  g_assert_no_error (error);

  return ggov_draft_edit_layout (draft, after);
}

/* A building of the first grid that another number says it is of, or none, goes to where it stands. */
static void
test_assign (StoreFixture  *fixture,
             gconstpointer  data)
{
  static const struct
  {
    gint64 number;
    GgovPlanFindingKind kind;
  } wrongs[] = { { 0, GGOV_PLAN_UNASSIGNED }, { 3, GGOV_PLAN_ELSEWHERE } };
  MapTown town;
  g_autoptr(GgovDraft) draft = begin (fixture, &town);

  for (guint w = 0; w < G_N_ELEMENTS (wrongs); w++)
    {
      g_autofree gint64 *numbers = plan_town_dup_numbers (draft);
      g_autoptr(GgovDraft) wrong = NULL;
      g_autoptr(GgovDraft) right = NULL;
      guint i;

      plan_town_set_number (draft, numbers, town.buildings[1][0], wrongs[w].number);
      wrong = ggov_draft_edit (draft, NULL, numbers);
      right = fix (wrong, wrongs[w].kind);
      g_assert_cmpuint (count (right, wrongs[w].kind, NULL), ==, 0);
      g_assert_true (ggov_draft_find_building (right, town.buildings[1][0], &i));
      g_assert_cmpint (ggov_draft_get_numbers (right)[i], ==, 1);
    }
}

/* Borders that cut a building are drawn anew around all of them; who is where stays. */
static void
test_draw_anew (StoreFixture  *fixture,
                gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovDraft) draft = begin (fixture, &town);
  g_autoptr(GgovDraft) cut = plan_town_cut (draft, &town);
  g_autoptr(GgovDraft) whole = fix (cut, GGOV_PLAN_CUT);
  guint i;

  g_assert_cmpuint (count (whole, GGOV_PLAN_CUT, NULL), ==, 0);
  g_assert_cmpuint (ggov_draft_get_n_grids (whole), ==, 2);
  g_assert_true (ggov_draft_find_building (whole, town.buildings[0][2], &i));
  g_assert_cmpint (ggov_draft_get_numbers (whole)[i], ==, 2);
}

/* What a person has to draw has a tool; for a vacancy the map can do nothing. */
static void
test_tools (void)
{
  static const struct
  {
    GgovPlanFindingKind kind;
    const char *tool;
  } expected[] = {
    { GGOV_PLAN_EMPTY, "merge" }, { GGOV_PLAN_UNDER, "merge" }, { GGOV_PLAN_OVER, "split" },
    { GGOV_PLAN_SLIVER, "reshape" },
  };
  const GgovPlanFindingRecord vacant = { .kind = GGOV_PLAN_VACANT, .number = 1 };
  const GgovPlanFindingRecord nowhere = { .kind = GGOV_PLAN_UNASSIGNED, .building_id = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const GgovPlanFindingRecord record = { .kind = expected[i].kind, .number = 1 };

      g_assert_cmpstr (ggov_plan_fix_find (&record)->tool, ==, expected[i].tool);
      g_assert_null (ggov_plan_fix_new_stroke (&record));
    }

  g_assert_null (ggov_plan_fix_find (&vacant));
  g_assert_null (ggov_plan_fix_find (&nowhere));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/plan-fix/assign", StoreFixture, NULL, store_fixture_set_up, test_assign,
              store_fixture_tear_down);
  g_test_add ("/plan-fix/draw-anew", StoreFixture, NULL, store_fixture_set_up, test_draw_anew,
              store_fixture_tear_down);
  g_test_add_func ("/plan-fix/tools", test_tools);

  return g_test_run ();
}
