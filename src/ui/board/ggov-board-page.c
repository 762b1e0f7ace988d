/* ggov-board-page.c: the issues, in columns by stage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-card.h"
#include "ggov-board-page-private.h"
#include "ggov-store-choices.h"
#include "ggov-store-clock.h"
#include "ggov-store-issue.h"

/* More than fit on a screen; the column says that there are more. */
#define FIRST_LIMIT 200

/* Pixels on either side of the columns; theirs are counted without it. */
#define PADDING 12

/* How often the time that is left is written anew, in seconds. */
#define TICK 60

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovBoardPage, ggov_board_page, ADW_TYPE_BIN)

/* Reading --------------------------------------------------------------------------------- */

static void
communities_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices)
    ggov_board_filter_set_communities (self->filter, choices);
}

static void
grids_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices)
    ggov_board_filter_set_grids (self->filter, choices);
}

static void
reload_choices (GgovBoardPage *self)
{
  GgovStore *store = ggov_session_get_store (self->session);
  const char *day = ggov_session_get_today (self->session);

  ggov_store_list_choices_async (store, GGOV_CHOICE_COMMUNITIES, 0, day, NULL, communities_cb,
                                 g_object_ref (self));
  ggov_store_list_choices_async (store, GGOV_CHOICE_GRIDS, 0, day, NULL, grids_cb,
                                 g_object_ref (self));
}

static void
details_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovIssueDetails) details = ggov_store_get_issue_finish (GGOV_STORE (object), result,
                                                                     &error);

  if (self->session == NULL)
    return;

  if (details == NULL)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else if (ggov_issue_get_fields (details->issue)->id == self->selected_id)
    {
      ggov_issue_pane_show (self->pane, details, ggov_session_get_clock (self->session),
                            ggov_session_get_now (self->session));
      if (self->explain)
        ggov_issue_pane_explain (self->pane);
      self->explain = FALSE;
    }
}

void
_ggov_board_page_reload_details (GgovBoardPage *self)
{
  if (self->session == NULL || self->selected_id == 0 || !adw_flap_get_reveal_flap (self->flap))
    return;

  ggov_store_get_issue_async (ggov_session_get_store (self->session), self->selected_id, NULL,
                              details_cb, g_object_ref (self));
}

static void
changed_cb (GgovBoardPage *self,
            GStrv          tables)
{
  const char *const *written = (const char *const *) tables;

  if (g_strv_contains (written, "grid") || g_strv_contains (written, "community"))
    reload_choices (self);

  if (g_strv_contains (written, "issue") || g_strv_contains (written, "issue_event") || g_strv_contains (written, "grid") ||
      g_strv_contains (written, "plan_building") ||
      g_strv_contains (written, "person") || g_strv_contains (written, "case_type") ||
      g_strv_contains (written, GGOV_STORE_CLOCK_DAYS) ||
      g_strv_contains (written, GGOV_STORE_CLOCK_SCHEDULE))
    {
      _ggov_board_page_reload (self);
      _ggov_board_page_reload_details (self);
    }
  else if (g_strv_contains (written, "issue_strand") || g_strv_contains (written, "issue_reporter") ||
           g_strv_contains (written, "summons"))
    _ggov_board_page_reload_details (self);
}

/* Choosing -------------------------------------------------------------------------------- */

GgovIssue *
_ggov_board_page_find (GgovBoardPage *self,
                       gint64         id)
{
  GgovIssue *issue = NULL;

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES && issue == NULL; stage++)
    issue = ggov_board_column_find (self->columns[stage], id);

  return issue ? issue : ggov_issue_pane_find (self->pane, id);
}

void
_ggov_board_page_select (GgovBoardPage *self,
                         gint64         id,
                         gboolean       grab_focus)
{
  gboolean other = self->selected_id != id;

  self->selected_id = id;
  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    ggov_board_column_select (self->columns[stage], id, grab_focus);

  if (other)
    _ggov_board_page_reload_details (self);
}

/* Once everything has its place: scrolls as little as brings the column into view. */
static gboolean
reveal_column (gpointer user_data)
{
  GgovBoardPage *self = user_data;
  GgovIssue *issue = _ggov_board_page_find (self, self->selected_id);
  GtkWidget *column;
  graphene_rect_t bounds;

  if (issue == NULL || self->session == NULL)
    return G_SOURCE_REMOVE;

  column = GTK_WIDGET (self->columns[ggov_issue_get_fields (issue)->state.stage]);
  if (gtk_widget_compute_bounds (column, self->column_box, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (self->scroller),
                               bounds.origin.x, bounds.origin.x + bounds.size.width + 2 * PADDING);

  return G_SOURCE_REMOVE;
}

void
_ggov_board_page_reveal (GgovBoardPage *self)
{
  g_idle_add_full (G_PRIORITY_LOW, reveal_column, g_object_ref (self), g_object_unref);
}

void
_ggov_board_page_open (GgovBoardPage *self,
                       gint64         id)
{
  _ggov_board_page_select (self, id, FALSE);
  self->reveal = TRUE;
  _ggov_board_page_reveal (self);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  _ggov_board_page_reload_details (self);
}

void
_ggov_board_page_say (GgovBoardPage *self,
                      const char    *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
chosen_cb (GgovBoardPage   *self,
           GgovBoardColumn *column)
{
  GgovIssue *issue = ggov_board_column_get_selected (column);

  if (issue)
    _ggov_board_page_select (self, ggov_issue_get_fields (issue)->id, FALSE);
}

/* What is known of the issue has pushed its column aside. */
static void
flap_moved_cb (GgovBoardPage *self)
{
  if (adw_flap_get_reveal_progress (self->flap) >= 1)
    _ggov_board_page_reveal (self);
}

static void
filter_changed_cb (GgovBoardPage *self)
{
  self->limit = FIRST_LIMIT;
  _ggov_board_page_reload (self);
}

/* Actions --------------------------------------------------------------------------------- */

static void
clear_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_board_filter_clear (GGOV_BOARD_PAGE (widget)->filter);
}

static void
close_issue_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);

  if (!adw_flap_get_reveal_flap (self->flap))
    return;

  adw_flap_set_reveal_flap (self->flap, FALSE);
  _ggov_board_page_select (self, self->selected_id, TRUE);
}

static void
explain_issue_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);

  self->explain = TRUE;
  _ggov_board_page_open (self, g_variant_get_int64 (parameter));
}

static void
explain_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gint64 id = GGOV_BOARD_PAGE (widget)->selected_id;

  if (id != 0)
    gtk_widget_activate_action (widget, "board.explain-issue", "x", id);
}

/* The next column that has an issue. */
static void
focus_by (GtkWidget *widget,
          int        by)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  GgovIssue *issue = _ggov_board_page_find (self, self->selected_id);
  int stage = issue ? (int) ggov_issue_get_fields (issue)->state.stage + by : 0;

  for (; stage >= 0 && stage < GGOV_ISSUE_N_STAGES; stage += by)
    if (ggov_board_column_focus (self->columns[stage]))
      return;
}

static void
focus_next_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  focus_by (widget, 1);
}

static void
focus_previous_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  focus_by (widget, -1);
}

static void
open_issue_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  _ggov_board_page_open (GGOV_BOARD_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
select_issue_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  _ggov_board_page_select (GGOV_BOARD_PAGE (widget), g_variant_get_int64 (parameter), TRUE);
}

static void
show_menu_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    {
      GtkWidget *card = ggov_board_column_find_focus_card (self->columns[stage]);

      if (card)
        ggov_board_card_show_menu (GGOV_BOARD_CARD (card));
    }
}

static void
show_more_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);

  self->limit += FIRST_LIMIT;
  _ggov_board_page_reload (self);
}

/* The widget ------------------------------------------------------------------------------ */

static gboolean
tick_cb (gpointer user_data)
{
  _ggov_board_page_reload (user_data);
  /* Somebody who is at it would lose their place. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (GGOV_BOARD_PAGE (user_data)->pane)) == NULL)
    _ggov_board_page_reload_details (user_data);

  return G_SOURCE_CONTINUE;
}

static void
set_session (GgovBoardPage *self,
             GgovSession   *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (ggov_session_get_store (self->session), self);

  if (!g_set_object (&self->session, session))
    return;

  self->selected_id = 0;
  self->limit = FIRST_LIMIT;
  adw_flap_set_reveal_flap (self->flap, FALSE);
  if (session)
    {
      g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                               self, G_CONNECT_SWAPPED);
      reload_choices (self);
      _ggov_board_page_reload (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
ggov_board_page_map (GtkWidget *widget)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);

  GTK_WIDGET_CLASS (ggov_board_page_parent_class)->map (widget);
  _ggov_board_page_reload (self);
  self->tick = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
ggov_board_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&GGOV_BOARD_PAGE (widget)->tick, g_source_remove);
  GTK_WIDGET_CLASS (ggov_board_page_parent_class)->unmap (widget);
}

/* Calls under way may keep the page for a while after its window is gone, and the office with it. */
static void
ggov_board_page_unroot (GtkWidget *widget)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);

  g_cancellable_cancel (self->cancellable);
  set_session (self, NULL);
  GTK_WIDGET_CLASS (ggov_board_page_parent_class)->unroot (widget);
}

static void
ggov_board_page_dispose (GObject *object)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (object);

  g_clear_object (&self->session);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_BOARD_PAGE);

  G_OBJECT_CLASS (ggov_board_page_parent_class)->dispose (object);
}

static void
ggov_board_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, GGOV_BOARD_PAGE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_board_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (GGOV_BOARD_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_board_page_class_init (GgovBoardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_board_page_dispose;
  object_class->get_property = ggov_board_page_get_property;
  object_class->set_property = ggov_board_page_set_property;
  widget_class->map = ggov_board_page_map;
  widget_class->unmap = ggov_board_page_unmap;
  widget_class->unroot = ggov_board_page_unroot;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GGOV_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GGOV_TYPE_BOARD_FILTER);
  g_type_ensure (GGOV_TYPE_ISSUE_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, column_box);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, filter);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, flap);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, pane);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_moved_cb);

  gtk_widget_class_install_action (widget_class, "board.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (widget_class, "board.close-issue", NULL, close_issue_cb);
  gtk_widget_class_install_action (widget_class, "board.explain", NULL, explain_cb);
  gtk_widget_class_install_action (widget_class, "board.explain-issue", "x", explain_issue_cb);
  gtk_widget_class_install_action (widget_class, "board.focus-next", NULL, focus_next_cb);
  gtk_widget_class_install_action (widget_class, "board.focus-previous", NULL, focus_previous_cb);
  gtk_widget_class_install_action (widget_class, "board.open-issue", "x", open_issue_cb);
  gtk_widget_class_install_action (widget_class, "board.select-issue", "x", select_issue_cb);
  gtk_widget_class_install_action (widget_class, "board.show-menu", NULL, show_menu_cb);
  gtk_widget_class_install_action (widget_class, "board.show-more", NULL, show_more_cb);
  _ggov_board_page_install_moves (widget_class);
  _ggov_board_page_install_parts (widget_class);
}

static void
ggov_board_page_init (GgovBoardPage *self)
{
  self->limit = FIRST_LIMIT;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    {
      GtkWidget *column = ggov_board_column_new (stage);

      self->columns[stage] = GGOV_BOARD_COLUMN (column);
      g_signal_connect_object (column, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->column_box), column);
    }
}

void
ggov_board_page_show_record (GtkWidget  *page,
                             const char *kind,
                             gint64      id)
{
  g_return_if_fail (GGOV_IS_BOARD_PAGE (page));

  _ggov_board_page_open (GGOV_BOARD_PAGE (page), id);
}
