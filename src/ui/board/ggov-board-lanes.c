/* ggov-board-lanes.c: the board in lanes: by grid, community, governance lane or handler
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-lanes.h"
#include "ggov-store-board-limits.h"

/* So many cards of a stage are read for a lane, and so many more each time they are asked for. */
#define LANE_LIMIT 50

/* So many lanes are unfolded before the user says which. */
#define FIRST_UNFOLDED 2

struct _GgovBoardLanes
{
  AdwBin             parent_instance;

  GgovBoardDesk     *desk;
  GgovStore         *store;       /* (nullable) */
  GgovIssueFilter   *filter;      /* (nullable) */
  GgovIssueGrouping  grouping;
  GPtrArray         *limits;      /* (nullable) (element-type GgovBoardLimit) */
  GHashTable        *lanes;       /* (element-type gint64 GgovBoardLane): by group */
  GCancellable      *cancellable; /* (nullable): of the reading under way */
  gint64             selected_id;
  gint64             focus_id;    /* the issue whose card is to have the focus once it is read */
  guint              n_readings;  /* under way */
  gboolean           is_filling;  /* the program unfolds, not the user */

  /* From the template. */
  GtkWidget         *headings;
  GtkWidget         *lane_box;
};

enum {
  CHOSEN,
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovBoardLanes, ggov_board_lanes, ADW_TYPE_BIN)

/* One lane's issues that are being read. */
typedef struct
{
  GgovBoardLanes *lanes; /* (owned) */
  GgovBoardLane  *lane;  /* (owned) */
} Reading;

static void
reading_free (Reading *reading)
{
  reading->lanes->n_readings--;
  g_clear_object (&reading->lanes);
  g_clear_object (&reading->lane);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  GgovBoardLanes *self = reading->lanes;
  g_autoptr(GListModel) issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, NULL);
  gint64 focus_id = self->focus_id;

  if (issues == NULL || self->store == NULL || gtk_widget_get_parent (GTK_WIDGET (reading->lane)) == NULL)
    return;

  ggov_board_lane_set_issues (reading->lane, issues);
  ggov_board_lanes_select (self, self->selected_id, focus_id != 0 && focus_id == self->selected_id);
  self->focus_id = focus_id;
  g_signal_emit (self, signals[READ], 0);
}

static void
read_lane (GgovBoardLanes *self,
           GgovBoardLane  *lane)
{
  GgovIssueFilter filter = *self->filter;
  Reading *reading = g_new0 (Reading, 1);

  reading->lanes = g_object_ref (self);
  reading->lane = g_object_ref (lane);
  self->n_readings++;
  filter.grouping = self->grouping;
  filter.group_id = ggov_issue_group_get_fields (ggov_board_lane_get_group (lane))->id;
  filter.limit = MAX (filter.limit, LANE_LIMIT);
  ggov_store_list_issues_async (self->store, &filter, self->cancellable, listed_cb, reading);
}

static void
unfolded_cb (GgovBoardLanes *self,
             GgovBoardLane  *lane)
{
  if (!self->is_filling && self->store && ggov_board_lane_is_unfolded (lane))
    read_lane (self, lane);
}

static void
chosen_cb (GgovBoardLanes  *self,
           GgovBoardColumn *column)
{
  g_signal_emit (self, signals[CHOSEN], 0, column);
}

static guint
find_most (GgovBoardLanes *self,
           GgovIssueGroup *group)
{
  static const GgovBoardLimitKind kinds[] = {
    [GGOV_ISSUE_GROUPING_GRID] = GGOV_BOARD_LIMIT_GRID,
    [GGOV_ISSUE_GROUPING_COMMUNITY] = GGOV_BOARD_LIMIT_COMMUNITY,
    [GGOV_ISSUE_GROUPING_LANE] = GGOV_BOARD_LIMIT_LANE,
    [GGOV_ISSUE_GROUPING_HANDLER] = GGOV_BOARD_LIMIT_PERSON,
  };
  const GgovIssueGroupFields *fields = ggov_issue_group_get_fields (group);
  g_autofree char *key = self->grouping == GGOV_ISSUE_GROUPING_LANE
                         ? g_strdup (fields->code)
                         : g_strdup_printf ("%" G_GINT64_FORMAT, fields->id);

  return fields->id == 0 ? 0 : ggov_board_limits_find (self->limits, kinds[self->grouping], key);
}

static GgovBoardLane *
take_lane (GgovBoardLanes *self,
           GHashTable     *old,
           GgovIssueGroup *group)
{
  gint64 id = ggov_issue_group_get_fields (group)->id;
  GgovBoardLane *lane = g_hash_table_lookup (old, &id);

  if (lane == NULL)
    {
      lane = GGOV_BOARD_LANE (ggov_board_lane_new (self->desk, self->grouping));
      g_signal_connect_object (lane, "unfolded", G_CALLBACK (unfolded_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (lane, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->lane_box), GTK_WIDGET (lane));
    }
  ggov_board_lane_set_group (lane, group, find_most (self, group));
  g_hash_table_insert (self->lanes, g_memdup2 (&id, sizeof id), lane);

  return lane;
}

static gboolean
has_open (GgovIssueGroup *group)
{
  const GgovIssueGroupFields *fields = ggov_issue_group_get_fields (group);

  for (guint stage = 0; stage < GGOV_ISSUE_CLOSED; stage++)
    if (fields->counts[stage] > 0)
      return TRUE;

  return FALSE;
}

/* Keeps what is there of before, in the new order. */
static void
fill (GgovBoardLanes *self,
      GListModel     *groups)
{
  g_autoptr(GHashTable) old = g_steal_pointer (&self->lanes);
  gboolean is_first = g_hash_table_size (old) == 0;
  guint n_unfolded = 0;
  GtkWidget *before = NULL;
  GHashTableIter iter;
  gpointer key, lane;

  self->lanes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->is_filling = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(GgovIssueGroup) group = g_list_model_get_item (groups, i);
      GgovBoardLane *next = take_lane (self, old, group);

      gtk_box_reorder_child_after (GTK_BOX (self->lane_box), GTK_WIDGET (next), before);
      before = GTK_WIDGET (next);
      if (is_first && n_unfolded < FIRST_UNFOLDED && has_open (group))
        {
          ggov_board_lane_set_unfolded (next, TRUE);
          n_unfolded++;
        }
      if (ggov_board_lane_is_unfolded (next))
        read_lane (self, next);
    }
  self->is_filling = FALSE;

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &key, &lane))
    if (!g_hash_table_contains (self->lanes, key))
      gtk_box_remove (GTK_BOX (self->lane_box), lane);
}

/* Of all lanes together: the headings of the columns. */
static void
show_headings (GgovBoardLanes *self,
               GListModel     *groups)
{
  GtkWidget *label = gtk_widget_get_first_child (self->headings);

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++, label = gtk_widget_get_next_sibling (label))
    {
      guint most = ggov_board_limits_find (self->limits, GGOV_BOARD_LIMIT_STAGE,
                                           ggov_issue_stage_get_code (stage));
      g_autofree char *text = NULL;
      gint64 total = 0;

      for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
        {
          g_autoptr(GgovIssueGroup) group = g_list_model_get_item (groups, i);

          total += ggov_issue_group_get_fields (group)->counts[stage];
        }

      text = most > 0 ? g_strdup_printf ("%s  %d / %u", ggov_issue_stage_get_label (stage),
                                         (int) total, most)
                      : g_strdup_printf ("%s  %d", ggov_issue_stage_get_label (stage), (int) total);
      gtk_label_set_label (GTK_LABEL (label), text);
      if (most > 0 && total > most)
        gtk_widget_add_css_class (label, "crowded");
      else
        gtk_widget_remove_css_class (label, "crowded");
    }
}

static void
grouped_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovBoardLanes) self = user_data;
  g_autoptr(GListModel) groups = ggov_store_list_issue_groups_finish (GGOV_STORE (object), result,
                                                                      NULL);

  self->n_readings--;
  if (groups == NULL || self->store != GGOV_STORE (object))
    return;

  show_headings (self, groups);
  fill (self, groups);
  g_signal_emit (self, signals[READ], 0);
}

static void
forget_lanes (GgovBoardLanes *self)
{
  GtkWidget *lane;

  while ((lane = gtk_widget_get_first_child (self->lane_box)))
    gtk_box_remove (GTK_BOX (self->lane_box), lane);
  g_hash_table_remove_all (self->lanes);
}

/* The widget ------------------------------------------------------------------------------ */

static void
ggov_board_lanes_dispose (GObject *object)
{
  GgovBoardLanes *self = GGOV_BOARD_LANES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_BOARD_LANES);
  g_clear_object (&self->desk);
  g_clear_object (&self->store);
  g_clear_pointer (&self->filter, ggov_issue_filter_free);
  g_clear_pointer (&self->limits, g_ptr_array_unref);

  G_OBJECT_CLASS (ggov_board_lanes_parent_class)->dispose (object);
}

static void
ggov_board_lanes_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_BOARD_LANES (object)->lanes, g_hash_table_unref);

  G_OBJECT_CLASS (ggov_board_lanes_parent_class)->finalize (object);
}

static void
ggov_board_lanes_class_init (GgovBoardLanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_board_lanes_dispose;
  object_class->finalize = ggov_board_lanes_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", GGOV_TYPE_BOARD_LANES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, GGOV_TYPE_BOARD_COLUMN);
  signals[READ] = g_signal_new ("read", GGOV_TYPE_BOARD_LANES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-board-lanes.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBoardLanes, headings);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardLanes, lane_box);
}

static void
ggov_board_lanes_init (GgovBoardLanes *self)
{
  self->lanes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_size_request (label, 200, -1);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (self->headings), label);
    }
}

void
ggov_board_lanes_set_desk (GgovBoardLanes *self,
                           GgovBoardDesk  *desk)
{
  g_return_if_fail (GGOV_IS_BOARD_LANES (self));

  g_set_object (&self->desk, desk);
}

void
ggov_board_lanes_set_limits (GgovBoardLanes *self,
                             GPtrArray      *limits)
{
  g_return_if_fail (GGOV_IS_BOARD_LANES (self));

  g_clear_pointer (&self->limits, g_ptr_array_unref);
  self->limits = limits ? g_ptr_array_ref (limits) : NULL;
}

void
ggov_board_lanes_show (GgovBoardLanes        *self,
                       GgovStore             *store,
                       const GgovIssueFilter *filter,
                       GgovIssueGrouping      grouping)
{
  g_return_if_fail (GGOV_IS_BOARD_LANES (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (store != self->store || grouping != self->grouping)
    forget_lanes (self);
  g_set_object (&self->store, store);
  self->grouping = grouping;
  if (store == NULL)
    return;

  g_clear_pointer (&self->filter, ggov_issue_filter_free);
  self->filter = ggov_issue_filter_copy (filter);
  self->cancellable = g_cancellable_new ();
  self->n_readings++;
  ggov_store_list_issue_groups_async (store, filter, grouping, self->cancellable, grouped_cb,
                                      g_object_ref (self));
}

gboolean
ggov_board_lanes_is_reading (GgovBoardLanes *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_LANES (self), FALSE);

  return self->n_readings > 0;
}

void
ggov_board_lanes_foreach (GgovBoardLanes      *self,
                          GgovBoardColumnFunc  func,
                          gpointer             user_data)
{
  GHashTableIter iter;
  gpointer lane;

  g_return_if_fail (GGOV_IS_BOARD_LANES (self));

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &lane))
    for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
      if (ggov_board_lane_get_column (lane, stage))
        func (ggov_board_lane_get_column (lane, stage), user_data);
}

/* One that is looked for. */
typedef struct
{
  gint64     id;
  gboolean   grab_focus;
  GgovIssue *found; /* (unowned) (nullable) */
} Search;

static void
find_in (GgovBoardColumn *column,
         gpointer         user_data)
{
  Search *search = user_data;

  if (search->found == NULL)
    search->found = ggov_board_column_find (column, search->id);
}

GgovIssue *
ggov_board_lanes_find (GgovBoardLanes *self,
                       gint64          id)
{
  Search search = { .id = id };

  ggov_board_lanes_foreach (self, find_in, &search);

  return search.found;
}

static void
select_in (GgovBoardColumn *column,
           gpointer         user_data)
{
  Search *search = user_data;

  ggov_board_column_select (column, search->id, search->grab_focus);
}

void
ggov_board_lanes_select (GgovBoardLanes *self,
                         gint64          id,
                         gboolean        grab_focus)
{
  Search search = { .id = id, .grab_focus = grab_focus };

  g_return_if_fail (GGOV_IS_BOARD_LANES (self));

  self->selected_id = id;
  self->focus_id = grab_focus ? id : 0;
  ggov_board_lanes_foreach (self, select_in, &search);
}

void
ggov_board_lanes_focus_by (GgovBoardLanes *self,
                           int             by)
{
  GtkWidget *lane;
  int stage = 0;

  g_return_if_fail (GGOV_IS_BOARD_LANES (self));

  lane = gtk_widget_get_focus_child (self->lane_box);
  if (lane == NULL || ggov_board_lane_get_column (GGOV_BOARD_LANE (lane), 0) == NULL)
    return;

  while (stage < GGOV_ISSUE_N_STAGES &&
         !gtk_widget_get_focus_child (
           GTK_WIDGET (ggov_board_lane_get_column (GGOV_BOARD_LANE (lane), stage))))
    stage++;
  for (stage += by; stage >= 0 && stage < GGOV_ISSUE_N_STAGES; stage += by)
    if (ggov_board_column_focus (ggov_board_lane_get_column (GGOV_BOARD_LANE (lane), stage)))
      return;
}
