/* ggov-draft-compare.c: each grid before and after, and who gets another worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-draft-private.h"

static const GgovDraftBase *
find_base_of (GgovDraft *self,
              gint64     number)
{
  const GgovDraftGrid *grid = ggov_draft_find_grid (self, number);

  return grid ? ggov_draft_find_base (self, grid->grid_id) : NULL;
}

static gint64
find_grid_after (GgovDraft *self,
                 guint      building)
{
  const GgovDraftGrid *grid = ggov_draft_find_grid (self, self->numbers[building]);

  return grid ? grid->grid_id : 0;
}

static gboolean
has_same_buildings (GgovDraft *self,
                    gint64     grid_id)
{
  for (guint i = 0; i < self->facts->lots->len; i++)
    if ((ggov_draft_get_building (self, i)->base_grid_id == grid_id) !=
        (find_grid_after (self, i) == grid_id))
      return FALSE;

  return TRUE;
}

static void
add_grid (GListStore          *grids,
          GgovDraft           *self,
          const GgovDraftBase *base,
          const GgovDraftGrid *grid)
{
  g_autoptr(GgovPlanGrid) line = NULL;
  GgovDraftSum before = { 0 };
  GgovDraftSum after = { 0 };
  GgovPlanGridRow row = { 0 };
  gboolean was = base && base->is_before;

  if (was)
    ggov_draft_sum_base (self, base->grid_id, &before);
  if (grid)
    ggov_draft_sum (self, grid->number, &after);

  row.number = grid ? grid->number : 0;
  row.grid_id = base ? base->grid_id : 0;
  row.code = base ? base->code : NULL;
  row.name = grid && *grid->name != '\0' ? grid->name : base ? base->name : "";
  row.change = !was ? "new" : !grid ? "retired"
    : has_same_buildings (self, base->grid_id) ? "same" : "changed";
  row.households_before = before.households;
  row.households_after = after.households;
  row.people_before = before.people;
  row.people_after = after.people;
  row.buildings_before = before.buildings;
  row.buildings_after = after.buildings;
  row.special_before = before.special;
  row.special_after = after.special;
  row.issues_before = before.issues;
  row.issues_after = after.issues;
  row.posts_before = before.posts;
  row.posts_after = after.posts;

  line = ggov_plan_grid_new (&row);
  g_list_store_append (grids, line);
}

static GListStore *
compare_grids (GgovDraft *self)
{
  GListStore *grids = g_list_store_new (GGOV_TYPE_PLAN_GRID);

  for (guint i = 0; i < self->facts->bases->len; i++)
    {
      const GgovDraftBase *base = ggov_draft_get_base (self, i);
      const GgovDraftGrid *grid = _ggov_draft_find_going_on (self, base->grid_id);

      if (base->is_before || grid)
        add_grid (grids, self, base, grid);
    }

  for (guint i = 0; i < self->grids->len; i++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (self, i);

      if (ggov_draft_find_base (self, grid->grid_id) == NULL)
        add_grid (grids, self, NULL, grid);
    }

  return grids;
}

static void
add_move (GListStore *moves,
          GgovDraft  *self,
          guint       i)
{
  const GgovDraftBuilding *building = ggov_draft_get_building (self, i);
  const GgovDraftBase *from = ggov_draft_find_base (self, building->base_grid_id);
  const GgovDraftGrid *grid = ggov_draft_find_grid (self, self->numbers[i]);
  const GgovDraftBase *to = find_base_of (self, self->numbers[i]);
  const GgovPlanMoveRow row = {
    .building_id = building->id,
    .households = building->households,
    .people = building->people,
    .from_grid_id = building->base_grid_id,
    .to_grid_id = to ? to->grid_id : 0,
    .to_number = self->numbers[i],
    .building = building->label,
    .from_code = from ? from->code : NULL,
    .from = from ? from->name : NULL,
    .from_member = from ? from->member : NULL,
    .to_code = to ? to->code : NULL,
    .to = grid && *grid->name != '\0' ? grid->name : to ? to->name : grid ? "" : NULL,
    .to_member = to ? to->member : NULL,
  };
  g_autoptr(GgovPlanMove) move = ggov_plan_move_new (&row);

  g_list_store_append (moves, move);
}

/* Whether a building's households come to somebody else: the same person may have both grids. */
static gboolean
changes_worker (GgovDraft *self,
                guint      i)
{
  const GgovDraftBase *from =
    ggov_draft_find_base (self, ggov_draft_get_building (self, i)->base_grid_id);
  const GgovDraftBase *to = find_base_of (self, self->numbers[i]);

  return from == NULL || to == NULL || from->member_id == 0 || from->member_id != to->member_id;
}

static GListStore *
compare_buildings (GgovDraft              *self,
                   GgovPlanComparisonSums *sums)
{
  GListStore *moves = g_list_store_new (GGOV_TYPE_PLAN_MOVE);

  for (guint b = 0; b < self->facts->bases->len; b++)
    for (guint i = 0; i < self->facts->lots->len; i++)
      {
        const GgovDraftBuilding *building = ggov_draft_get_building (self, i);

        if (building->base_grid_id != ggov_draft_get_base (self, b)->grid_id ||
            building->base_grid_id == find_grid_after (self, i))
          continue;

        sums->buildings_moved++;
        if (building->households == 0 || !changes_worker (self, i))
          continue;

        sums->households_moved += building->households;
        sums->people_moved += building->people;
        add_move (moves, self, i);
      }

  return moves;
}

static void
add_post (GListStore            *posts,
          GgovDraft             *self,
          const GgovDraftHolder *holder)
{
  const GgovDraftBase *base = ggov_draft_find_base (self, holder->grid_id);
  gint64 number = _ggov_draft_find_successor (self, holder->grid_id);
  const GgovDraftGrid *grid = ggov_draft_find_grid (self, number);
  const GgovDraftBase *to = find_base_of (self, number);
  const GgovPlanPostRow row = {
    .post_id = holder->id,
    .person_id = holder->person_id,
    .grid_id = holder->grid_id,
    .successor_number = number,
    .successor_id = to ? to->grid_id : 0,
    .person = holder->person,
    .role_code = holder->role_code,
    .role = holder->role,
    .code = base ? base->code : NULL,
    .grid = base ? base->name : NULL,
    .successor_code = to ? to->code : NULL,
    .successor = grid && *grid->name != '\0' ? grid->name : to ? to->name : grid ? "" : NULL,
  };
  g_autoptr(GgovPlanPost) post = ggov_plan_post_new (&row);

  g_list_store_append (posts, post);
}

static GListStore *
compare_posts (GgovDraft *self)
{
  GListStore *posts = g_list_store_new (GGOV_TYPE_PLAN_POST);

  for (guint i = 0; i < self->facts->holders->len; i++)
    {
      const GgovDraftHolder *holder = self->facts->holders->pdata[i];
      const GgovDraftBase *base = ggov_draft_find_base (self, holder->grid_id);

      if (base && base->is_before && !_ggov_draft_find_going_on (self, holder->grid_id))
        add_post (posts, self, holder);
    }

  return posts;
}

GgovPlanComparison *
ggov_draft_compare (GgovDraft *self)
{
  GgovPlanComparisonSums sums = { 0 };
  GListStore *moves;

  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  sums.before_id = self->facts->before_id;
  sums.after_id = ggov_plan_get_row (self->facts->plan)->id;
  moves = compare_buildings (self, &sums);

  return ggov_plan_comparison_new (&sums, compare_grids (self), moves, compare_posts (self));
}
