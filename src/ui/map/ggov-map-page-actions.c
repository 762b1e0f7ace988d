/* ggov-map-page-actions.c: selecting on the map, and moving a building to another grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-map-page-private.h"
#include "ggov-store-repaint.h"

/* How close to go to a grid or a building. */
#define GRID_ZOOM     17.0
#define BUILDING_ZOOM 18.0

/* A building on its way to another grid. */
typedef struct
{
  GgovMapPage *page; /* (owned) */
  char        *sentence;
} Move;

static void
move_free (Move *move)
{
  g_clear_object (&move->page);
  g_clear_pointer (&move->sentence, g_free);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

static GgovGrid *
get_selected_grid (GgovMapPage *self)
{
  return self->places ? ggov_places_find_grid (self->places, self->grid_id) : NULL;
}

static void
show_message (GgovMapPage  *self,
              const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
grid_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovMapPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovGridDetails) details =
    ggov_store_get_grid_details_finish (GGOV_STORE (object), result, &error);
  GgovGrid *grid = get_selected_grid (self);

  if (details && grid && self->building_id == 0)
    ggov_map_details_show_grid (ggov_map_panel_get_details (self->panel), grid, details,
                                ggov_session_get_now (self->session));
  else if (error)
    show_message (self, error);
}

static void
building_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GgovMapPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovBuildingDetails) details =
    ggov_store_get_building_details_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GMenuModel) menu = NULL;

  if (details == NULL)
    {
      show_message (self, error);
      return;
    }

  g_clear_pointer (&self->building, ggov_building_details_free);
  self->building = g_steal_pointer (&details);
  menu = _ggov_map_page_new_move_menu (self);
  ggov_map_details_show_building (ggov_map_panel_get_details (self->panel), self->building,
                                  get_selected_grid (self), menu,
                                  ggov_session_get_now (self->session));
}

/* The draft knows by itself what is in it. */
static void
show_in_draft (GgovMapPage *self)
{
  g_autoptr(GMenuModel) menu = _ggov_map_page_new_move_menu (self);

  ggov_draft_panel_select (self->draft_panel, self->grid_id, self->building_id, menu);
}

void
_ggov_map_page_read_details (GgovMapPage *self)
{
  GgovStore *store = ggov_session_get_store (self->session);
  const char *today = ggov_session_get_today (self->session);

  /* Only the latest selection's answer is shown. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  if (self->drafting)
    show_in_draft (self);
  else if (self->building_id != 0)
    ggov_store_get_building_details_async (store, self->building_id, today, self->cancellable,
                                           building_read_cb, g_object_ref (self));
  else if (self->grid_id != 0)
    ggov_store_get_grid_details_async (store, self->grid_id, today, self->cancellable,
                                       grid_read_cb, g_object_ref (self));
  else
    ggov_map_details_show_places (ggov_map_panel_get_details (self->panel), self->places);
}

void
_ggov_map_page_select (GgovMapPage *self,
                       gint64       grid_id,
                       gint64       building_id)
{
  if (self->places == NULL)
    return;

  self->grid_id = grid_id;
  self->building_id = building_id;

  ggov_map_canvas_select (self->canvas, grid_id, building_id);
  ggov_map_panel_select_grid (self->panel, grid_id);
  _ggov_map_page_update_drawing (self);
  _ggov_map_page_read_details (self);
}

static gboolean
get_selected_bounds (GgovMapPage   *self,
                     GgovGeoBounds *bounds)
{
  GgovGeoFootprints *footprints = ggov_places_get_footprints (self->places);
  GgovGeoSubdivision *subdivision = ggov_places_find_subdivision (self->places, self->grid_id);
  double edges[4];
  guint i;

  if (self->building_id != 0 && ggov_geo_footprints_find_id (footprints, self->building_id, &i))
    {
      *bounds = *ggov_geo_footprints_get_bounds (footprints, i);
      return TRUE;
    }

  if (subdivision == NULL || !ggov_geo_subdivision_get_bounds (subdivision, self->grid_id, edges))
    return FALSE;

  *bounds = (GgovGeoBounds) { edges[0], edges[1], edges[2], edges[3] };

  return TRUE;
}

void
_ggov_map_page_reveal (GgovMapPage *self,
                       gboolean     is_close)
{
  double zoom = self->building_id != 0 ? BUILDING_ZOOM : GRID_ZOOM;
  GgovGeoBounds bounds;

  if (!get_selected_bounds (self, &bounds))
    return;

  if (is_close)
    ggov_map_canvas_show_bounds (self->canvas, &bounds, zoom);
  else
    ggov_map_canvas_reveal_bounds (self->canvas, &bounds, zoom);
}

static void
select_grid (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  _ggov_map_page_select (self, g_variant_get_int64 (parameter), 0);

  /* A map that is drawn on stays where it is. */
  if (self->drafting == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->canvas)))
    _ggov_map_page_reveal (self, FALSE);
}

static void
zoom_to_grid (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  _ggov_map_page_select (self, g_variant_get_int64 (parameter), 0);
  _ggov_map_page_reveal (self, TRUE);
}

static void
select_building (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  guint i;

  if (self->places &&
      ggov_geo_footprints_find_id (ggov_places_get_footprints (self->places), id, &i))
    _ggov_map_page_select (self, self->drafting ? self->grid_id
                                                : ggov_places_get_grid_of (self->places, i), id);
}

static void
clear_selection (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  _ggov_map_page_select (GGOV_MAP_PAGE (widget), 0, 0);
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Move) move = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change;

  if (!ggov_store_change_finish (GGOV_STORE (object), result, &change, &error))
    show_message (move->page, error);
  else if (change != 0)
    gtk_widget_activate_action (GTK_WIDGET (move->page), "win.announce-change", "(sx)",
                                move->sentence, change);
}

static char *
dup_building_label (GgovMapPage *self)
{
  if (self->building == NULL || self->building->id != self->building_id)
    return g_strdup (_("The building"));

  return ggov_building_dup_label (self->building->compound, self->building->number,
                                  self->building->name);
}

static void
move_building (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  GgovGrid *grid = self->places ? ggov_places_find_grid (self->places,
                                                         g_variant_get_int64 (parameter)) : NULL;
  g_autofree char *building = dup_building_label (self);
  Move *move;

  if (self->building_id == 0 || grid == NULL ||
      _ggov_map_page_move_in_draft (self, ggov_grid_get_id (grid)))
    return;

  move = g_new0 (Move, 1);
  move->page = g_object_ref (self);
  /* Translators: a building, and the number and name of a grid */
  move->sentence = g_strdup_printf (_("%s moved to grid %s %s"), building,
                                    ggov_grid_get_number (grid), ggov_grid_get_name (grid));

  ggov_store_repaint_building_async (ggov_session_get_store (self->session), self->building_id,
                                     ggov_grid_get_id (grid), NULL, moved_cb, move);
}

static void
add_grid_item (GMenu    *menu,
               GgovGrid *grid)
{
  g_autofree char *label = g_strdup_printf ("%s  %s", ggov_grid_get_number (grid),
                                            ggov_grid_get_name (grid));
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "map.move-building", "x", ggov_grid_get_id (grid));
  g_menu_append_item (menu, item);
}

/* The grid that the selected building is in; in a draft another one may be selected with it. */
static gint64
get_grid_of_building (GgovMapPage *self)
{
  guint i;

  return self->building_id != 0 && self->places &&
         ggov_geo_footprints_find_id (ggov_places_get_footprints (self->places), self->building_id,
                                      &i)
    ? ggov_places_get_grid_of (self->places, i) : 0;
}

GMenuModel *
_ggov_map_page_new_move_menu (GgovMapPage *self)
{
  gint64 grid_id = get_grid_of_building (self);
  GgovGeoSubdivision *subdivision =
    grid_id != 0 ? ggov_places_find_subdivision (self->places, grid_id) : NULL;
  g_autoptr(GArray) neighbours = NULL;
  g_autoptr(GMenu) menu = NULL;
  g_autoptr(GMenu) grids = NULL;

  if (subdivision == NULL)
    return NULL;

  grids = g_menu_new ();
  neighbours = ggov_geo_subdivision_list_neighbours (subdivision, grid_id);
  for (guint i = 0; i < neighbours->len; i++)
    {
      GgovGrid *grid = ggov_places_find_grid (self->places, g_array_index (neighbours, gint64, i));

      if (grid)
        add_grid_item (grids, grid);
    }

  menu = g_menu_new ();
  g_menu_append_section (menu, _("Move to grid"), G_MENU_MODEL (grids));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* Who is in charge of the building, else of the grid that is selected. */
static void
append_charge (GgovMapPage *self,
               GMenu       *menu)
{
  const GgovBuildingDetails *building = self->building;
  gboolean is_building = building && building->id == self->building_id;
  GgovGrid *grid = is_building ? NULL : get_selected_grid (self);
  g_autoptr(GMenuItem) item = g_menu_item_new (_("Who Is in Charge Here?"), NULL);
  g_autoptr(GMenu) section = g_menu_new ();
  g_autofree char *label = is_building
                             ? ggov_building_dup_label (building->compound, building->number,
                                                        building->name)
                             : grid ? g_strdup (ggov_grid_get_name (grid)) : NULL;

  if (label == NULL)
    return;

  g_menu_item_set_action_and_target (item, "win.show-charge", "(sxs)",
                                     is_building ? "building" : "grid",
                                     is_building ? self->building_id : self->grid_id, label);
  g_menu_append_item (section, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* What can be done with what is selected, and with the map. */
static GMenuModel *
new_menu (GgovMapPage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenuModel) move = _ggov_map_page_new_move_menu (self);
  g_autoptr(GMenu) map = g_menu_new ();

  if (move)
    g_menu_append_section (menu, NULL, move);
  else if (self->grid_id != 0)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_("Zoom to Grid"), NULL);

      g_menu_item_set_action_and_target (item, "map.zoom-to-grid", "x", self->grid_id);
      g_menu_append_item (menu, item);
    }

  append_charge (self, menu);
  g_menu_append (map, _("_Export…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (map));

  return G_MENU_MODEL (menu);
}

static void
pop_up (GgovMapPage *self,
        double       x,
        double       y)
{
  const GdkRectangle at = { x, y, 1, 1 };
  g_autoptr(GMenuModel) menu = NULL;

  if (self->places == NULL)
    return;

  menu = new_menu (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->canvas));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
show_menu (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  double x, y;

  g_variant_get (parameter, "(dd)", &x, &y);
  pop_up (GGOV_MAP_PAGE (widget), x, y);
}

/* The same by a key: at the middle of what is selected. */
static void
show_move_menu (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  GgovMapFrame frame;
  GgovGeoBounds bounds;
  double x, y;

  if (self->places == NULL || !get_selected_bounds (self, &bounds))
    return;

  ggov_map_canvas_get_frame (self->canvas, &frame);
  ggov_map_frame_to_screen (&frame, (bounds.min_lon + bounds.max_lon) / 2,
                            (bounds.min_lat + bounds.max_lat) / 2, &x, &y);
  pop_up (self, CLAMP (x, 0, frame.width), CLAMP (y, 0, frame.height));
}

static void
act_on_canvas (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovMapCanvas *canvas = GGOV_MAP_PAGE (widget)->canvas;

  if (g_str_equal (action_name, "map.zoom-in"))
    ggov_map_canvas_zoom_in (canvas);
  else if (g_str_equal (action_name, "map.zoom-out"))
    ggov_map_canvas_zoom_out (canvas);
  else
    ggov_map_canvas_show_all (canvas);
}

static void
print (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  /* What is printed is in force, whatever is drawn. */
  GgovGrid *grid = self->office && !self->drafting
                     ? ggov_places_find_grid (self->office, self->grid_id) : NULL;
  const GgovTheme *theme = ggov_map_themes_get_theme (self->themes);
  g_auto(GVariantDict) wishes = G_VARIANT_DICT_INIT (NULL);

  if (grid)
    g_variant_dict_insert (&wishes, "place", "s", ggov_grid_get_code (grid));
  g_variant_dict_insert (&wishes, "theme", "s", theme ? theme->id : "");
  gtk_widget_activate_action (widget, "win.print-paper", "(s@a{sv})", "map",
                              g_variant_dict_end (&wishes));
}

/* Wherever the focus is, while the page is seen. */
static gboolean
shortcut_cb (GtkWidget *widget,
                   GVariant  *arguments,
                   gpointer   user_data)
{
  return gtk_widget_get_mapped (widget) &&
         gtk_widget_activate_action (widget, user_data, NULL);
}

void
_ggov_map_page_add_shortcuts (GgovMapPage *self)
{
  static const struct
  {
    guint       keyval;
    const char *action;
  } keys[] = {
    { GDK_KEY_e, "map.show-plans" },
    { GDK_KEY_g, "map.propose-grids" },
    { GDK_KEY_l, "map.show-nets" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, GDK_CONTROL_MASK),
                        gtk_callback_action_new (shortcut_cb, (gpointer) keys[i].action, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
measure (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ggov_measure_bar_toggle (GGOV_MAP_PAGE (widget)->measure_bar);
}

void
_ggov_map_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.measure", NULL, measure);
  gtk_widget_class_install_action (klass, "map.clear-selection", NULL, clear_selection);
  gtk_widget_class_install_action (klass, "map.move-building", "x", move_building);
  gtk_widget_class_install_action (klass, "map.print", NULL, print);
  gtk_widget_class_install_action (klass, "page.print", NULL, print);
  gtk_widget_class_install_action (klass, "map.select-building", "x", select_building);
  gtk_widget_class_install_action (klass, "map.select-grid", "x", select_grid);
  gtk_widget_class_install_action (klass, "map.show-all", NULL, act_on_canvas);
  gtk_widget_class_install_action (klass, "map.show-menu", "(dd)", show_menu);
  gtk_widget_class_install_action (klass, "map.show-move-menu", NULL, show_move_menu);
  gtk_widget_class_install_action (klass, "map.zoom-in", NULL, act_on_canvas);
  gtk_widget_class_install_action (klass, "map.zoom-out", NULL, act_on_canvas);
  gtk_widget_class_install_action (klass, "map.zoom-to-grid", "x", zoom_to_grid);
}
