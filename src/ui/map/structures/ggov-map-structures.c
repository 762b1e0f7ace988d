/* ggov-map-structures.c: structures on the office's map: read, shown, opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-error-text.h"
#include "ggov-map-structures.h"
#include "ggov-store-structures.h"

/* A click that ends this far from its beginning was a pan. */
#define CLICK_PX 6

struct _GgovMapStructures
{
  GObject             parent_instance;

  GgovMapCanvas      *canvas;  /* (unowned) */
  GgovStructureLayer *layer;   /* (unowned): of the canvas */
  GgovSession        *session; /* (nullable) */
  graphene_point_t    pressed;
  gboolean            is_old;  /* whether something was written while the map was not seen */
};

G_DEFINE_FINAL_TYPE (GgovMapStructures, ggov_map_structures, G_TYPE_OBJECT)

static const char *const tables[] = { "structure", "issue", NULL };

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovMapStructures) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) structures = ggov_store_list_structures_finish (GGOV_STORE (object), result,
                                                                        &error);

  if (structures && self->session && ggov_session_get_store (self->session) == GGOV_STORE (object))
    {
      ggov_structure_layer_set (self->layer, structures, 0);
      ggov_map_canvas_redraw_labels (self->canvas);
    }
  else if (error && self->session)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.show-message", "s", sentence);
    }
}

static void
read_structures (GgovMapStructures *self)
{
  self->is_old = FALSE;
  if (self->session && gtk_widget_get_visible (GTK_WIDGET (self->layer)))
    ggov_store_list_structures_async (ggov_session_get_store (self->session), 0,
                                      ggov_session_get_today (self->session), NULL, listed_cb,
                                      g_object_ref (self));
}

/* A map that is not seen reads once it is. */
static void
changed_cb (GgovMapStructures *self,
            GStrv              changed)
{
  for (guint i = 0; changed[i]; i++)
    self->is_old = self->is_old || g_strv_contains (tables, changed[i]);
  if (self->is_old && gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    read_structures (self);
}

static void
canvas_map_cb (GgovMapStructures *self)
{
  if (self->is_old)
    read_structures (self);
}

static void
show_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  GgovMapStructures *self = user_data;

  g_simple_action_set_state (action, state);
  gtk_widget_set_visible (GTK_WIDGET (self->layer), g_variant_get_boolean (state));
  ggov_map_canvas_redraw_labels (self->canvas);
  read_structures (self);
}

/* The pointer: a structure comes before the building that it stands on. */

static void
pressed_cb (GgovMapStructures *self,
            int                n_press,
            double             x,
            double             y)
{
  graphene_point_init (&self->pressed, x, y);
}

static void
released_cb (GgovMapStructures *self,
             int                n_press,
             double             x,
             double             y,
             GtkGesture        *gesture)
{
  GgovStructure *structure;

  if (n_press != 1 || ggov_map_canvas_get_tool (self->canvas) ||
      hypot (x - self->pressed.x, y - self->pressed.y) > CLICK_PX)
    return;

  structure = ggov_structure_layer_find (self->layer, x, y);
  if (structure && gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.show-case", "(sx)",
                                               "structures",
                                               ggov_structure_get_fields (structure)->issue_id))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
add_pointer (GgovMapStructures *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (click));
}

static void
add_action (GgovMapStructures *self)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action =
    g_simple_action_new_stateful ("show", NULL, g_variant_new_boolean (TRUE));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect_object (action, "change-state", G_CALLBACK (show_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self->canvas), "structures", G_ACTION_GROUP (group));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_u, 0),
                      gtk_named_action_new ("structures.show")));
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), keys);
}

/* The object ---------------------------------------------------------------------------------- */

static void
ggov_map_structures_dispose (GObject *object)
{
  g_clear_object (&GGOV_MAP_STRUCTURES (object)->session);

  G_OBJECT_CLASS (ggov_map_structures_parent_class)->dispose (object);
}

static void
ggov_map_structures_class_init (GgovMapStructuresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_map_structures_dispose;
}

static void
ggov_map_structures_init (GgovMapStructures *self)
{
}

GgovMapStructures *
ggov_map_structures_new (GgovMapCanvas *canvas)
{
  GgovMapStructures *self = g_object_new (GGOV_TYPE_MAP_STRUCTURES, NULL);

  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (canvas), self);

  self->canvas = canvas;
  self->layer = ggov_structure_layer_new (ggov_map_canvas_get_viewport (canvas));
  ggov_map_canvas_add_layer (canvas, SHUMATE_LAYER (self->layer));
  g_signal_connect_object (canvas, "map", G_CALLBACK (canvas_map_cb), self, G_CONNECT_SWAPPED);
  add_action (self);
  add_pointer (self);

  return self;
}

void
ggov_map_structures_set_session (GgovMapStructures *self,
                                 GgovSession       *session)
{
  g_return_if_fail (GGOV_IS_MAP_STRUCTURES (self));

  if (self->session)
    g_signal_handlers_disconnect_by_func (ggov_session_get_store (self->session), changed_cb, self);
  g_set_object (&self->session, session);
  ggov_structure_layer_set (self->layer, NULL, 0);
  if (session == NULL)
    return;

  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_structures (self);
}

GgovStructureLayer *
ggov_map_structures_get_layer (GgovMapStructures *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_STRUCTURES (self), NULL);

  return self->layer;
}
