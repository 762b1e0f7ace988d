/* ggov-board-page.c: the issues, in columns by stage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-page-private.h"
#include "ggov-store-board-limits.h"
#include "ggov-store-clock.h"
#include "ggov-store-issue.h"

/* More than fit on a screen; the column says that there are more. */
#define FIRST_LIMIT 100

/* How often the time that is left is written anew, in seconds. */
#define TICK 60

enum {
  PROP_SESSION = 1,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovBoardPage, ggov_board_page, ADW_TYPE_BIN)

/* Reading --------------------------------------------------------------------------------- */

static void
changed_cb (GgovBoardPage *self,
            GStrv          tables)
{
  const char *const *written = (const char *const *) tables;

  if (g_strv_contains (written, "grid") || g_strv_contains (written, "community"))
    _ggov_board_page_read_choices (self);

  if (g_strv_contains (written, GGOV_STORE_BOARD_LIMITS))
    _ggov_board_page_read_limits (self);
  if (g_strv_contains (written, "issue") || g_strv_contains (written, "person"))
    _ggov_board_page_read_handlers (self);

  if (g_strv_contains (written, "issue") || g_strv_contains (written, "issue_event") ||
      g_strv_contains (written, "post_leave") ||
      g_strv_contains (written, "attachment") || g_strv_contains (written, "grid") ||
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
  else
    _ggov_board_page_cases_changed (self, written);
}

/* Choosing -------------------------------------------------------------------------------- */

static void
list_chosen_cb (GgovBoardPage *self,
                gint64         id)
{
  _ggov_board_page_select (self, id, FALSE);
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
  _ggov_board_page_ask_anew (self);
}

static void
grouping_changed_cb (GgovBoardPage *self)
{
  guint grouping = gtk_drop_down_get_selected (self->grouping_drop);

  if (grouping >= GGOV_ISSUE_N_GROUPINGS || grouping == self->grouping)
    return;

  self->grouping = grouping;
  if (self->settings)
    g_settings_set_int (self->settings, "board-grouping", grouping);
  _ggov_board_page_ask_anew (self);
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
    {
      ggov_board_desk_set_marked (self->desk, NULL);
      return;
    }

  adw_flap_set_reveal_flap (self->flap, FALSE);
  _ggov_board_page_select (self, self->selected_id, TRUE);
}

/* By where it stands: what a key asks for. */
static void
open_nth_filter_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  ggov_board_filter_open_nth (GGOV_BOARD_PAGE (widget)->filter,
                              g_ascii_strtoull (g_variant_get_string (parameter, NULL), NULL, 10));
}

static void
show_filters_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_board_filter_open_kept (GGOV_BOARD_PAGE (widget)->filter);
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

static void
open_issue_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  _ggov_board_page_open (GGOV_BOARD_PAGE (widget), g_variant_get_int64 (parameter));
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

  ggov_board_desk_set_session (self->desk, session);
  ggov_board_filter_set_session (self->filter, session);
  ggov_board_lanes_show (self->lanes, NULL, NULL, self->grouping);
  ggov_board_list_show (self->list, NULL, NULL, FALSE);
  ggov_board_month_show (self->month, NULL, NULL);
  if (self->map)
    ggov_board_map_show (self->map, NULL, NULL);

  self->selected_id = 0;
  self->limit = FIRST_LIMIT;
  adw_flap_set_reveal_flap (self->flap, FALSE);
  if (session)
    {
      g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                               self, G_CONNECT_SWAPPED);
      _ggov_board_page_read_choices (self);
      _ggov_board_page_read_handlers (self);
      _ggov_board_page_read_limits (self);
      _ggov_board_page_ask_anew (self);
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
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->limits, g_ptr_array_unref);

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
  else if (prop_id == PROP_VIEW)
    g_value_set_string (value, _ggov_board_page_get_view (GGOV_BOARD_PAGE (object)));
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
  else if (prop_id == PROP_VIEW)
    _ggov_board_page_set_view (GGOV_BOARD_PAGE (object), g_value_get_string (value));
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
  properties[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL, "board",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GGOV_TYPE_BOARD_FILTER);
  g_type_ensure (GGOV_TYPE_BOARD_LANES);
  g_type_ensure (GGOV_TYPE_BOARD_LIST);
  g_type_ensure (GGOV_TYPE_BOARD_MONTH);
  g_type_ensure (GGOV_TYPE_ISSUE_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, column_box);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, filter);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, flap);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, grouping_drop);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, lanes);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, limits_button);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, list);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, map_bin);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, marks_bar);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, marks_label);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, marks_menu);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, month);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, pane);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, grouping_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_chosen_cb);

  gtk_widget_class_install_action (widget_class, "board.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (widget_class, "board.close-issue", NULL, close_issue_cb);
  gtk_widget_class_install_action (widget_class, "board.explain", NULL, explain_cb);
  gtk_widget_class_install_action (widget_class, "board.explain-issue", "x", explain_issue_cb);
  gtk_widget_class_install_action (widget_class, "board.open-issue", "x", open_issue_cb);
  gtk_widget_class_install_action (widget_class, "board.open-nth-filter", "s", open_nth_filter_cb);
  gtk_widget_class_install_action (widget_class, "board.show-filters", NULL, show_filters_cb);
  gtk_widget_class_install_action (widget_class, "board.show-more", NULL, show_more_cb);
  _ggov_board_page_install_files (widget_class);
  _ggov_board_page_install_focus (widget_class);
  _ggov_board_page_install_limits (widget_class);
  _ggov_board_page_install_marks (widget_class);
  _ggov_board_page_install_moves (widget_class);
  _ggov_board_page_install_cases (widget_class);
  _ggov_board_page_install_parts (widget_class);
  _ggov_board_page_install_views (widget_class);
}

static void
ggov_board_page_init (GgovBoardPage *self)
{
  self->limit = FIRST_LIMIT;
  self->desk = ggov_board_desk_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    {
      GtkWidget *column = ggov_board_column_new (stage, self->desk);

      self->columns[stage] = GGOV_BOARD_COLUMN (column);
      g_signal_connect_object (column, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->column_box), column);
    }
  _ggov_board_page_init_views (self);
}

void
ggov_board_page_show_record (GtkWidget  *page,
                             const char *kind,
                             gint64      id)
{
  g_return_if_fail (GGOV_IS_BOARD_PAGE (page));

  _ggov_board_page_open (GGOV_BOARD_PAGE (page), id);
}

void
ggov_board_page_filter (GtkWidget  *page,
                        const char *choices)
{
  g_return_if_fail (GGOV_IS_BOARD_PAGE (page));
  g_return_if_fail (choices != NULL);

  ggov_board_filter_apply (GGOV_BOARD_PAGE (page)->filter, choices);
}
