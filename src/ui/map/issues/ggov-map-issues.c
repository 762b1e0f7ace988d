/* ggov-map-issues.c: open issues on the map: read, put together, opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-issue-layer.h"
#include "ggov-map-issues.h"
#include "ggov-store-clock.h"
#include "ggov-store-issue-spots.h"

/* How much closer than where they fall apart several issues are shown. */
#define CLOSER 0.5

/* The most issues that are listed at once. */
#define MAX_LISTED 100

#define LIST_WIDTH  300
#define LIST_HEIGHT 320

struct _GgovMapIssues
{
  GObject          parent_instance;

  GgovMapCanvas   *canvas;      /* (unowned) */
  GgovMapLegend   *legend;      /* (unowned) (nullable) */
  GgovIssueLayer  *layer;       /* (unowned): of the canvas */
  GgovSession     *session;     /* (nullable) */
  GgovIssueFilter *filter;     /* (nullable) */
  GCancellable    *cancellable; /* (nullable): of the issues being read */
  GtkWidget       *popover;     /* (nullable): the list of several issues */
  gboolean         is_shown;
  gboolean         is_old;      /* whether something was written while the map was not seen */
};

/* Issues being put together. */
typedef struct
{
  GgovIssueSpots  *spots;
  GgovOfficeClock *clock;
  gint64           now;
} Order;

G_DEFINE_FINAL_TYPE (GgovMapIssues, ggov_map_issues, G_TYPE_OBJECT)

static const char * const tables[] = {
  GGOV_STORE_CLOCK_DAYS, GGOV_STORE_CLOCK_SCHEDULE,
  "building", "grid", "issue", "plan", "plan_building", NULL,
};

static void
order_free (Order *order)
{
  g_clear_pointer (&order->spots, ggov_issue_spots_unref);
  g_clear_pointer (&order->clock, ggov_office_clock_unref);
  g_free (order);
}

static void
show (GgovMapIssues    *self,
      GgovIssueMarkers *markers)
{
  ggov_issue_layer_set_markers (self->layer, markers);
  if (self->legend)
    ggov_map_legend_set_issues (self->legend, markers ? markers->counts : NULL);
  ggov_map_canvas_redraw_labels (self->canvas);
}

/* On a thread of its own. */
static void
put_together (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Order *order = task_data;

  g_task_return_pointer (task, ggov_issue_markers_new (order->spots, order->clock, order->now),
                         (GDestroyNotify) ggov_issue_markers_unref);
}

static void
put_together_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GgovMapIssues *self = GGOV_MAP_ISSUES (object);
  g_autoptr(GgovIssueMarkers) markers = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Others are on their way, or none are wanted any more. */
  if (markers == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  show (self, markers);
}

static void
spots_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GgovMapIssues) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovIssueSpots) spots = ggov_store_list_issue_spots_finish (GGOV_STORE (object), result,
                                                                        &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (spots && self->session)
    {
      g_autoptr(GTask) task = g_task_new (self, self->cancellable, put_together_cb, NULL);
      Order *order = g_new0 (Order, 1);

      order->spots = g_steal_pointer (&spots);
      order->clock = ggov_office_clock_ref (ggov_session_get_clock (self->session));
      order->now = ggov_session_get_now (self->session);
      g_task_set_task_data (task, order, (GDestroyNotify) order_free);
      g_task_run_in_thread (task, put_together);
    }
  else if (error)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      g_clear_object (&self->cancellable);
      gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.show-message", "s", sentence);
    }
}

static void
read_issues (GgovMapIssues *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_old = FALSE;
  if (self->session == NULL || !self->is_shown)
    {
      show (self, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  if (self->filter)
    {
      ggov_store_find_issue_spots_async (ggov_session_get_store (self->session), self->filter,
                                         self->cancellable, spots_read_cb, g_object_ref (self));
      return;
    }

  ggov_store_list_issue_spots_async (ggov_session_get_store (self->session),
                                     ggov_session_get_today (self->session), self->cancellable,
                                     spots_read_cb, g_object_ref (self));
}

/* A map that is not seen reads once it is. */
static void
changed_cb (GgovMapIssues      *self,
            const char * const *written)
{
  gboolean is_of_us = FALSE;

  for (guint i = 0; written[i]; i++)
    is_of_us = is_of_us || g_strv_contains (tables, written[i]);

  if (!self->is_shown || !is_of_us)
    return;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    read_issues (self);
  else
    self->is_old = TRUE;
}

static void
canvas_map_cb (GgovMapIssues *self)
{
  if (self->is_old)
    read_issues (self);
}

/* Opening ----------------------------------------------------------------------------------- */

static void
show_issue (GgovMapIssues *self,
            gint64         id)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.show-record", "(sx)", "issue", id);
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  GgovMapIssues *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "ggov-issue");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (id)
    show_issue (self, *id);
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_row (const GgovIssueSpot *spot,
         GgovIssueDue         due)
{
  g_autofree char *standing = ggov_issue_due_dup_label (due, spot->due_provisional);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *detail = g_strdup_printf ("%s \302\267 %s", spot->number,
                                             standing);
  g_autofree char *name = g_strdup_printf ("%s %s", spot->title, detail);

  gtk_box_append (GTK_BOX (box), new_label (spot->title, NULL));
  gtk_box_append (GTK_BOX (box), new_label (detail, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "ggov-issue", g_memdup2 (&spot->id, sizeof spot->id),
                          g_free);

  return row;
}

static GtkWidget *
new_list (GgovMapIssues        *self,
          const GgovGeoCluster *cluster)
{
  GgovIssueMarkers *markers = ggov_issue_layer_get_markers (self->layer);
  g_autoptr(GArray) issues = ggov_issue_markers_list (markers, cluster);
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < MIN (issues->len, MAX_LISTED); i++)
    {
      guint issue = g_array_index (issues, guint, i);

      gtk_list_box_append (GTK_LIST_BOX (list),
                           new_row (ggov_issue_spots_get (markers->spots, issue),
                                    markers->dues[issue]));
    }

  if (issues->len > MAX_LISTED)
    {
      guint n = issues->len - MAX_LISTED;
      /* Translators: so many issues are not listed */
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      gtk_list_box_append (GTK_LIST_BOX (list), new_label (more, "dim-label"));
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Issues"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);

  return list;
}

static void
open_list (GgovMapIssues        *self,
           const GgovGeoCluster *cluster,
           double                x,
           double                y)
{
  const GdkRectangle at = { x, y, 1, 1 };
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_list (self, cluster));
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->canvas));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
go_closer (GgovMapIssues        *self,
           const GgovGeoCluster *cluster,
           int                   zoom)
{
  GgovIssueMarkers *markers = ggov_issue_layer_get_markers (self->layer);
  const guint *order = ggov_geo_clusters_get_order (markers->clusters);
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      const GgovIssueSpot *spot = ggov_issue_spots_get (markers->spots, order[i]);

      ggov_geo_bounds_add (&bounds, spot->lon, spot->lat);
    }

  ggov_map_canvas_show_bounds (self->canvas, &bounds, zoom + CLOSER);
}

static void
activated_cb (GgovMapIssues  *self,
              double          x,
              double          y,
              GgovGeoCluster *cluster,
              int             zoom)
{
  GgovIssueMarkers *markers = ggov_issue_layer_get_markers (self->layer);
  int split = ggov_geo_clusters_find_split (markers->clusters, zoom, cluster);

  if (cluster->n == 1)
    {
      guint issue = ggov_geo_clusters_get_order (markers->clusters)[cluster->first];

      show_issue (self, ggov_issue_spots_get (markers->spots, issue)->id);
    }
  else if (split > 0)
    go_closer (self, cluster, split);
  else
    open_list (self, cluster, x, y);
}

/* Keys -------------------------------------------------------------------------------------- */

static gboolean
step (GgovMapIssues *self,
      int            step)
{
  g_autofree char *text = ggov_issue_layer_step (self->layer, step);

  if (text)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);

  return text != NULL;
}

static gboolean
next_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  return step (user_data, 1);
}

static gboolean
previous_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  return step (user_data, -1);
}

static void
add_keys (GgovMapIssues *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_bracketright, 0),
                      gtk_callback_action_new (next_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_bracketleft, 0),
                      gtk_callback_action_new (previous_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_i, 0),
                      gtk_named_action_new ("themes.issues")));
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), keys);
}

static void
ggov_map_issues_dispose (GObject *object)
{
  GgovMapIssues *self = GGOV_MAP_ISSUES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->filter, ggov_issue_filter_free);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (ggov_map_issues_parent_class)->dispose (object);
}

static void
ggov_map_issues_class_init (GgovMapIssuesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_map_issues_dispose;
}

static void
ggov_map_issues_init (GgovMapIssues *self)
{
}

GgovMapIssues *
ggov_map_issues_new (GgovMapCanvas *canvas,
                     GgovMapLegend *legend)
{
  GgovMapIssues *self;

  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (canvas), NULL);

  self = g_object_new (GGOV_TYPE_MAP_ISSUES, NULL);
  self->canvas = canvas;
  self->legend = legend;
  self->layer = ggov_map_canvas_get_issue_layer (canvas);
  g_signal_connect_object (self->layer, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "map", G_CALLBACK (canvas_map_cb), self, G_CONNECT_SWAPPED);
  add_keys (self);

  return self;
}

void
ggov_map_issues_set_session (GgovMapIssues *self,
                             GgovSession   *session)
{
  g_return_if_fail (GGOV_IS_MAP_ISSUES (self));

  if (self->session)
    g_signal_handlers_disconnect_by_func (ggov_session_get_store (self->session), changed_cb, self);

  g_set_object (&self->session, session);
  if (session)
    g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                             self, G_CONNECT_SWAPPED);
  show (self, NULL);
  read_issues (self);
}

void
ggov_map_issues_set_shown (GgovMapIssues *self,
                           gboolean       is_shown)
{
  g_return_if_fail (GGOV_IS_MAP_ISSUES (self));

  if (self->is_shown == is_shown)
    return;

  self->is_shown = is_shown;
  read_issues (self);
}

void
ggov_map_issues_set_filter (GgovMapIssues         *self,
                            const GgovIssueFilter *filter)
{
  g_return_if_fail (GGOV_IS_MAP_ISSUES (self));

  g_clear_pointer (&self->filter, ggov_issue_filter_free);
  self->filter = filter ? ggov_issue_filter_copy (filter) : NULL;
  if (self->session)
    read_issues (self);
}

gboolean
ggov_map_issues_is_complete (GgovMapIssues *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_ISSUES (self), FALSE);

  return self->cancellable == NULL && !self->is_old;
}
