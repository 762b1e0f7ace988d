/* ggov-map-page-plans.c: drawing plans on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-approve-dialog.h"
#include "ggov-change.h"
#include "ggov-compare-window.h"
#include "ggov-draft-places.h"
#include "ggov-error-text.h"
#include "ggov-geo-wkb.h"
#include "ggov-map-page-private.h"
#include "ggov-store-plans.h"

#define COMMUNITY_ZOOM 18.0
#define FINDING_ZOOM   19.0

/* How much of the ground around a finding is shown, degrees of latitude: some 40 m. */
#define FINDING_MARGIN 0.0004

static void
refuse (GgovMapPage  *self,
        const GError *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static GgovDraft *
get_draft (GgovMapPage *self)
{
  return self->drafting ? ggov_drafting_get_draft (self->drafting) : NULL;
}

/* Enables what makes sense with this plan, and says which it is. */
static void
update_bar (GgovMapPage *self)
{
  GgovDraft *draft = get_draft (self);
  gboolean can_draw = self->drafting && ggov_drafting_can_draw (self->drafting);
  g_autofree char *title = NULL;

  if (draft)
    {
      const GgovPlanRow *plan = ggov_plan_get_row (ggov_draft_get_plan (draft));

      /* Translators: the state of a plan, such as Draft, and its name */
      title = g_strdup_printf (_("%1$s: %2$s"), plan->state, plan->name);
    }

  gtk_label_set_label (self->draft_label, title ? title : "");
  gtk_widget_set_visible (self->draft_bar, draft != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.approve-plan", can_draw);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.new-grid", can_draw);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.lock-grid", can_draw);
  _ggov_map_page_update_drawing (self);
}

/* On a thread of its own. */
static void
look (GTask        *task,
      gpointer      source_object,
      gpointer      task_data,
      GCancellable *cancellable)
{
  GError *error = NULL;
  GListModel *findings = ggov_draft_validate (task_data, &error);

  if (findings)
    g_task_return_pointer (task, findings, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GgovMapPage *self = GGOV_MAP_PAGE (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) findings = g_task_propagate_pointer (G_TASK (result), &error);

  /* Of a state that is over. */
  if (g_task_get_task_data (G_TASK (result)) != get_draft (self))
    return;

  g_set_object (&self->findings, findings);
  if (findings)
    ggov_draft_panel_show_findings (self->draft_panel, findings);
  else
    refuse (self, error);
}

static void
check (GgovMapPage *self)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, looked_cb, NULL);

  g_task_set_task_data (task, g_object_ref (get_draft (self)), g_object_unref);
  g_task_run_in_thread (task, look);
}

static void
show_community (GgovMapPage *self)
{
  GgovGeoWkb wkb;
  GgovGeoBounds bounds;

  if (!ggov_geo_wkb_init_bytes (&wkb, ggov_draft_get_border (get_draft (self)), NULL))
    return;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  ggov_map_canvas_show_bounds (self->canvas, &bounds, COMMUNITY_ZOOM);
}

/* Once the bars over the map have taken their room. */
static gboolean
show_community_cb (GtkWidget     *widget,
                   GdkFrameClock *clock,
                   gpointer       user_data)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  if (self->n_frames++ < 2)
    return G_SOURCE_CONTINUE;

  if (get_draft (self))
    show_community (self);

  return G_SOURCE_REMOVE;
}

/* A new grid keeps being the one that is painted; one that is gone is none. */
static void
keep_target (GgovMapPage *self,
             GgovDraft   *draft)
{
  guint i;

  if (self->grid_id != 0 && self->grid_id != self->new_grid &&
      !ggov_draft_find_grid (draft, self->grid_id))
    self->grid_id = 0;
  if (ggov_draft_find_grid (draft, self->new_grid))
    self->new_grid = 0;
  if (self->building_id != 0 && !ggov_draft_find_building (draft, self->building_id, &i))
    self->building_id = 0;
}

void
_ggov_map_page_show_draft (GgovMapPage *self)
{
  GgovDraft *draft = get_draft (self);
  g_autoptr(GgovPlaces) places = NULL;

  if (draft == NULL || self->office == NULL)
    return;

  ggov_map_themes_set_drafting (self->themes, TRUE);
  places = ggov_draft_new_places (draft, self->office);
  g_set_object (&self->places, places);
  ggov_map_canvas_set_places (self->canvas, places);
  ggov_draft_panel_show_draft (self->draft_panel, draft, places);
  keep_target (self, draft);
  update_bar (self);
  gtk_stack_set_visible_child_name (self->side, "draft");
  _ggov_map_page_select (self, self->grid_id, self->building_id);
  check (self);
}

static void
drafting_changed_cb (GgovMapPage *self)
{
  gboolean is_first = !gtk_widget_get_visible (self->draft_bar);

  _ggov_map_page_show_draft (self);
  if (is_first && self->office)
    {
      self->n_frames = 0;
      gtk_widget_add_tick_callback (GTK_WIDGET (self), show_community_cb, NULL, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
    }
}

static void
drafting_saved_cb (GgovMapPage *self,
                   const char  *sentence,
                   gint64       change)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-change", "(sx)", sentence, change);
}

static void
drafting_refused_cb (GgovMapPage *self,
                     const char  *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
drafting_lost_cb (GgovMapPage *self,
                  const char  *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
  _ggov_map_page_close_plan (self);
}

void
_ggov_map_page_close_plan (GgovMapPage *self)
{
  if (self->drafting == NULL)
    return;

  ggov_drafting_close (self->drafting);
  g_signal_handlers_disconnect_by_data (self->drafting, self);
  g_clear_object (&self->drafting);
  g_clear_object (&self->findings);
  self->grid_id = self->building_id = self->new_grid = 0;

  update_bar (self);
  ggov_draft_panel_show_draft (self->draft_panel, NULL, NULL);
  if (self->office)
    _ggov_map_page_show_office (self);
}

void
_ggov_map_page_open_plan (GgovMapPage *self,
                          gint64       plan_id)
{
  _ggov_map_page_close_plan (self);

  self->grid_id = self->building_id = 0;
  self->drafting = ggov_drafting_new (self->session, plan_id);
  g_signal_connect_object (self->drafting, "changed", G_CALLBACK (drafting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drafting, "lost", G_CALLBACK (drafting_lost_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drafting, "queued", G_CALLBACK (_ggov_map_page_update_take_back),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drafting, "refused", G_CALLBACK (drafting_refused_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drafting, "saved", G_CALLBACK (drafting_saved_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_plans (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  GgovGrid *grid = self->office ? ggov_places_find_grid (self->office, self->grid_id) : NULL;

  if (self->office == NULL || self->drafting)
    return;

  gtk_stack_set_visible_child_name (self->side, "plans");
  ggov_plan_list_show (self->plan_list, self->session, self->office,
                       grid ? ggov_grid_get_community_id (grid) : 0);
}

static void
hide_plans (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  gtk_stack_set_visible_child_name (self->side, "grids");
  gtk_widget_grab_focus (self->plans_button);
}

static void
open_plan (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  _ggov_map_page_open_plan (GGOV_MAP_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
close_plan (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  if (self->drafting == NULL)
    return;

  _ggov_map_page_close_plan (self);
  gtk_stack_set_visible_child_name (self->side, "plans");
  ggov_plan_list_show (self->plan_list, self->session, self->office, 0);
}

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovMapPage) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change, plan;

  if (!ggov_store_create_draft_finish (GGOV_STORE (object), result, &change, &plan, &error))
    refuse (self, error);
  else if (self->session && ggov_session_get_store (self->session) == GGOV_STORE (object))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-change", "(sx)",
                                  _("Draft begun"), change);
      _ggov_map_page_open_plan (self, plan);
    }
}

static void
new_draft (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  gboolean is_from_nothing;
  gint64 community;

  g_variant_get (parameter, "(xb)", &community, &is_from_nothing);
  if (self->session)
    ggov_store_create_draft_async (ggov_session_get_store (self->session), community,
                                   is_from_nothing ? GGOV_DRAFT_FROM_NOTHING
                                                   : GGOV_DRAFT_FROM_PLAN,
                                   NULL, NULL, created_cb, g_object_ref (self));
}

static void
discarded_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovMapPage) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-change", "(sx)",
                                _("Draft discarded"), change);
  else
    refuse (self, error);
}

static void
discard_draft (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  if (self->session)
    ggov_store_discard_draft_async (ggov_session_get_store (self->session),
                                    g_variant_get_int64 (parameter), NULL, discarded_cb,
                                    g_object_ref (self));
}

static void
new_grid (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  GgovDraft *draft = get_draft (self);

  if (draft == NULL)
    return;

  self->new_grid = ggov_draft_get_free_number (draft);
  _ggov_map_page_select (self, self->new_grid, 0);
  ggov_drawing_set_tool (self->drawing, "paint");
}

static void
lock_grid (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  GgovDraft *draft = get_draft (self);
  const GgovDraftGrid *grid = draft ? ggov_draft_find_grid (draft, self->grid_id) : NULL;

  if (grid)
    ggov_drafting_set_grid (self->drafting, grid->number, NULL, !grid->is_locked);
}

static void
name_grid (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  GgovDraft *draft = get_draft (self);
  const GgovDraftGrid *grid = draft ? ggov_draft_find_grid (draft, self->grid_id) : NULL;

  if (grid)
    ggov_drafting_set_grid (self->drafting, grid->number, g_variant_get_string (parameter, NULL),
                            grid->is_locked);
}

static void
check_plan (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ggov_draft_panel_open_check (GGOV_MAP_PAGE (widget)->draft_panel);
}

static void
compare_plan (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  if (get_draft (self))
    ggov_compare_window_show (widget, self->session, get_draft (self));
}

static void
approve_plan (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  if (get_draft (self))
    ggov_approve_dialog_show (widget, self->session, get_draft (self), self->findings);
}

static void
show_finding (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  gint64 building, grid;
  double lon, lat;

  g_variant_get (parameter, "(ddxx)", &lon, &lat, &building, &grid);
  if (get_draft (self) == NULL)
    return;

  _ggov_map_page_select (self, grid != 0 ? grid : self->grid_id, building);
  if (isnan (lon) || isnan (lat))
    _ggov_map_page_reveal (self, TRUE);
  else
    {
      const GgovGeoBounds bounds = { lon - FINDING_MARGIN, lat - FINDING_MARGIN,
                                     lon + FINDING_MARGIN, lat + FINDING_MARGIN };

      ggov_map_canvas_show_bounds (self->canvas, &bounds, FINDING_ZOOM);
    }
}

gboolean
_ggov_map_page_move_in_draft (GgovMapPage *self,
                              gint64       number)
{
  if (self->drafting == NULL)
    return FALSE;

  if (self->building_id != 0)
    ggov_drafting_paint (self->drafting, &self->building_id, 1, number);

  return TRUE;
}

void
_ggov_map_page_install_plan_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.approve-plan", NULL, approve_plan);
  gtk_widget_class_install_action (klass, "map.check-plan", NULL, check_plan);
  gtk_widget_class_install_action (klass, "map.close-plan", NULL, close_plan);
  gtk_widget_class_install_action (klass, "map.compare-plan", NULL, compare_plan);
  gtk_widget_class_install_action (klass, "map.discard-draft", "x", discard_draft);
  gtk_widget_class_install_action (klass, "map.hide-plans", NULL, hide_plans);
  gtk_widget_class_install_action (klass, "map.lock-grid", NULL, lock_grid);
  gtk_widget_class_install_action (klass, "map.name-grid", "s", name_grid);
  gtk_widget_class_install_action (klass, "map.new-draft", "(xb)", new_draft);
  gtk_widget_class_install_action (klass, "map.new-grid", NULL, new_grid);
  gtk_widget_class_install_action (klass, "map.open-plan", "x", open_plan);
  gtk_widget_class_install_action (klass, "map.show-finding", "(ddxx)", show_finding);
  gtk_widget_class_install_action (klass, "map.show-plans", NULL, show_plans);
}
