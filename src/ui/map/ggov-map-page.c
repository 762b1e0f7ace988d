/* ggov-map-page.c: the office on the map: grids, buildings, and moving borders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-error-text.h"
#include "ggov-import-dialog.h"
#include "ggov-map-page-private.h"

/* What the map draws is of these tables, and what the panel says of these as well. */
static const char * const place_tables[] = {
  "arc", "building", "community", "compound", "grid", "map_source", "plan", "plan_building", "post",
  "street", "unit", NULL,
};
static const char * const plan_tables[] = { "draft_grid", "plan", NULL };
static const char * const detail_tables[] = {
  "issue", "party_organisation", "party_organisation_grid", "person", NULL,
};

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovMapPage, ggov_map_page, ADW_TYPE_BIN)

/* A selection whose record is gone is none. */
static void
forget_lost (GgovMapPage *self)
{
  GgovGeoFootprints *footprints = ggov_places_get_footprints (self->places);
  guint i;

  if (self->building_id != 0 && ggov_geo_footprints_find_id (footprints, self->building_id, &i))
    self->grid_id = ggov_places_get_grid_of (self->places, i);
  else if (self->building_id != 0)
    self->building_id = self->grid_id = 0;

  if (self->grid_id != 0 && ggov_places_find_grid (self->places, self->grid_id) == NULL)
    self->grid_id = 0;
}

void
_ggov_map_page_show_office (GgovMapPage *self)
{
  g_set_object (&self->places, self->office);
  ggov_map_themes_set_drafting (self->themes, FALSE);
  /* Whoever is busy with the list of plans stays there when one of them changes. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "plans") != 0)
    gtk_stack_set_visible_child_name (self->side, "grids");
  ggov_map_canvas_set_places (self->canvas, self->office);
  ggov_map_panel_set_places (self->panel, self->office);
  forget_lost (self);
  _ggov_map_page_select (self, self->grid_id, self->building_id);
}

static void
take_places (GgovMapPage *self,
             GgovPlaces  *places)
{
  g_set_object (&self->office, places);

  if (ggov_geo_footprints_get_n (ggov_places_get_footprints (places)) == 0 &&
      ggov_places_get_n_communities (places) == 0)
    {
      g_set_object (&self->places, places);
      ggov_map_canvas_set_places (self->canvas, NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "map");
  if (self->drafting)
    {
      _ggov_map_page_show_draft (self);
      return;
    }

  _ggov_map_page_show_office (self);
  if (self->is_awaited)
    _ggov_map_page_reveal (self, TRUE);

  self->is_awaited = FALSE;
}

static void
places_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GgovMapPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPlaces) places = ggov_store_load_map_finish (GGOV_STORE (object), result, &error);

  if (self->session == NULL || ggov_session_get_store (self->session) != GGOV_STORE (object))
    return;

  if (places)
    take_places (self, places);
  else
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      adw_status_page_set_description (self->error_page, sentence);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
}

static void
load (GgovMapPage *self,
      GgovPlaces  *known)
{
  ggov_store_load_map_async (ggov_session_get_store (self->session),
                             ggov_session_get_today (self->session), known, NULL,
                             places_loaded_cb, g_object_ref (self));
}

static gboolean
has_any (const char * const *tables,
         const char * const *wanted)
{
  for (guint i = 0; tables[i]; i++)
    if (g_strv_contains (wanted, tables[i]))
      return TRUE;

  return FALSE;
}

static void
load_again (GgovMapPage *self)
{
  load (self, self->is_new ? NULL : self->office);
  self->is_old = self->is_new = FALSE;
}

/* A page that is not seen reads once it is. */
static void
changed_cb (GgovMapPage        *self,
            const char * const *tables)
{
  if (self->session == NULL)
    return;

  if (g_strv_contains (tables, "building") || g_strv_contains (tables, "compound"))
    self->is_new = TRUE;
  if (has_any (tables, place_tables) || has_any (tables, detail_tables))
    self->is_old = TRUE;
  if (has_any (tables, plan_tables))
    ggov_plan_list_reload (self->plan_list);

  if (!self->is_old || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (has_any (tables, place_tables))
    load_again (self);
  else if (self->office)
    {
      self->is_old = FALSE;
      _ggov_map_page_read_details (self);
    }
}

static void
set_session (GgovMapPage *self,
             GgovSession *session)
{
  if (self->session == session)
    return;

  if (self->session)
    g_signal_handlers_disconnect_by_func (ggov_session_get_store (self->session), changed_cb, self);

  _ggov_map_page_close_plan (self);
  _ggov_map_page_close_nets (self);
  ggov_plan_list_show (self->plan_list, NULL, NULL, 0);
  gtk_stack_set_visible_child_name (self->side, "grids");
  g_set_object (&self->session, session);
  ggov_map_themes_set_session (self->themes, session);
  ggov_map_structures_set_session (self->structures, session);
  g_clear_object (&self->office);
  g_clear_object (&self->places);
  self->grid_id = self->building_id = 0;
  self->is_old = self->is_new = FALSE;
  ggov_map_canvas_set_places (self->canvas, NULL);
  gtk_stack_set_visible_child_name (self->stack, "loading");

  if (session)
    {
      g_signal_connect_object (ggov_session_get_store (session), "changed",
                               G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      load (self, NULL);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GgovMapPage   *self)
{
  GFile *file = ggov_import_dialog_get_dropped (value);
  g_autofree char *uri = file ? g_file_get_uri (file) : NULL;

  return uri && gtk_widget_activate_action (GTK_WIDGET (self), "win.import-file", "s", uri);
}

static void
ggov_map_page_map (GtkWidget *widget)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);

  GTK_WIDGET_CLASS (ggov_map_page_parent_class)->map (widget);

  _ggov_map_page_find_settings (self);
  if (self->session && self->is_old)
    load_again (self);
}

static void
ggov_map_page_dispose (GObject *object)
{
  GgovMapPage *self = GGOV_MAP_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->drafting)
    ggov_drafting_close (self->drafting);
  if (self->drawing)
    ggov_drawing_close (self->drawing);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->office);
  g_clear_object (&self->places);
  g_clear_pointer (&self->building, ggov_building_details_free);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->drafting);
  g_clear_object (&self->findings);
  _ggov_map_page_drop_settings (self);
  /* What it still waits for may hold it longer than the canvas is there. */
  if (self->themes)
    g_object_run_dispose (G_OBJECT (self->themes));
  g_clear_object (&self->themes);
  if (self->structures)
    g_object_run_dispose (G_OBJECT (self->structures));
  g_clear_object (&self->structures);
  g_clear_object (&self->drawing);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (ggov_map_page_parent_class)->dispose (object);
}

static void
ggov_map_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  GgovMapPage *self = GGOV_MAP_PAGE (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_map_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  GgovMapPage *self = GGOV_MAP_PAGE (object);

  if (prop_id == PROP_SESSION)
    set_session (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_map_page_class_init (GgovMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_map_page_dispose;
  object_class->get_property = ggov_map_page_get_property;
  object_class->set_property = ggov_map_page_set_property;

  widget_class->map = ggov_map_page_map;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GGOV_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GGOV_TYPE_DRAFT_PANEL);
  g_type_ensure (GGOV_TYPE_DRAW_BAR);
  g_type_ensure (GGOV_TYPE_MAP_CANVAS);
  g_type_ensure (GGOV_TYPE_MAP_PANEL);
  g_type_ensure (GGOV_TYPE_PLAN_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/map/ggov-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, draft_label);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, draft_panel);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, draw_bar);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, panel);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, plan_list);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, plans_button);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, side);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPage, stack);
  _ggov_map_page_install_actions (widget_class);
  _ggov_map_page_install_plan_actions (widget_class);
  _ggov_map_page_install_draw_actions (widget_class);
  _ggov_map_page_install_base_actions (widget_class);
  _ggov_map_page_install_net_actions (widget_class);
  _ggov_map_page_install_proposal_actions (widget_class);
}

static void
ggov_map_page_init (GgovMapPage *self)
{
  GtkDropTarget *target = ggov_import_dialog_new_drop_target ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->themes = ggov_map_themes_new (self->canvas);
  self->structures = ggov_map_structures_new (self->canvas);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  _ggov_map_page_add_shortcuts (self);
  self->measure_bar = ggov_measure_bar_add_to (self->canvas);
  _ggov_map_page_add_drawing (self);
}

void
ggov_map_page_show_record (GtkWidget  *page,
                           const char *kind,
                           gint64      id)
{
  GgovMapPage *self = GGOV_MAP_PAGE (page);
  gboolean is_grid = g_str_equal (kind, "grid");

  /* Records are of the office, not of what is being drawn. */
  _ggov_map_page_close_plan (self);
  if (!is_grid && !g_str_equal (kind, "building"))
    {
      _ggov_map_page_find_place (self, kind, id);
      return;
    }

  self->grid_id = is_grid ? id : 0;
  self->building_id = is_grid ? 0 : id;

  if (self->places == NULL)
    {
      self->is_awaited = TRUE;
      return;
    }

  forget_lost (self);
  _ggov_map_page_select (self, self->grid_id, self->building_id);
  _ggov_map_page_reveal (self, TRUE);
}

GgovMapThemes *
ggov_map_page_get_themes (GgovMapPage *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_PAGE (self), NULL);

  return self->themes;
}

GgovMapCanvas *
ggov_map_page_get_canvas (GgovMapPage *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_PAGE (self), NULL);

  return self->canvas;
}

gint64
ggov_map_page_get_grid (GgovMapPage *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_PAGE (self), 0);

  return self->grid_id;
}

gint64
ggov_map_page_get_building (GgovMapPage *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_PAGE (self), 0);

  return self->building_id;
}

gint64
ggov_map_page_get_plan (GgovMapPage *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_PAGE (self), 0);

  return self->drafting && ggov_drafting_get_draft (self->drafting)
    ? ggov_drafting_get_plan_id (self->drafting) : 0;
}
