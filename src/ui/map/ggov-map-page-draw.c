/* ggov-map-page-draw.c: the drawing tools on the map page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-page-private.h"
#include "ggov-plan-fix.h"

static GgovDraft *
get_drawn (GgovMapPage *self)
{
  return self->drafting && ggov_drafting_can_draw (self->drafting)
    ? ggov_drafting_get_draft (self->drafting) : NULL;
}

static void
previewed_cb (GgovMapPage *self,
              GArray      *tallies)
{
  ggov_draft_panel_preview (self->draft_panel, tallies);
}

static void
take_back_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GgovMapPage *self = user_data;

  if (self->drafting)
    ggov_drafting_take_back (self->drafting);
}

static void
fix_finding (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  GgovPlanFindingRecord record = { 0 };
  const GgovPlanFix *fix;
  g_autoptr(GgovPlanStroke) stroke = NULL;
  int kind;

  g_variant_get (parameter, "(ixxx)", &kind, &record.number, &record.other_number,
                 &record.building_id);
  record.kind = kind;
  if (get_drawn (self) == NULL || !(fix = ggov_plan_fix_find (&record)))
    return;

  if ((stroke = ggov_plan_fix_new_stroke (&record)))
    ggov_drafting_draw (self->drafting, stroke);
  else
    {
      gtk_widget_activate_action (widget, "map.zoom-to-grid", "x", record.number);
      ggov_drawing_set_tool (self->drawing, fix->tool);
      gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
    }
}

static void
take_keyboard (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (GGOV_MAP_PAGE (widget)->canvas));
}

/* The key of the brush, when it is in the hand already, takes the next shape. */
static gboolean
paint_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  static const char * const shapes[] = { "click", "rectangle", "lasso", "click" };
  GgovMapPage *self = user_data;
  const char *brush = ggov_drawing_get_brush (self->drawing);
  guint i = 0;

  if (get_drawn (self) == NULL)
    return FALSE;

  if (!g_str_equal (ggov_drawing_get_tool (self->drawing), "paint"))
    {
      ggov_drawing_set_tool (self->drawing, "paint");
      return TRUE;
    }

  while (!g_str_equal (shapes[i], brush))
    i++;
  g_action_group_change_action_state (ggov_drawing_get_actions (self->drawing), "brush",
                                      g_variant_new_string (shapes[i + 1]));

  return TRUE;
}

static gboolean
tool_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  GgovMapPage *self = user_data;

  if (get_drawn (self) == NULL)
    return FALSE;

  ggov_drawing_set_tool (self->drawing, g_variant_get_string (arguments, NULL));

  return TRUE;
}

static void
add_keys (GgovMapPage *self)
{
  static const struct
  {
    guint       keyval;
    const char *tool;
  } keys[] = {
    { GDK_KEY_s, "select" }, { GDK_KEY_v, "vertex" }, { GDK_KEY_r, "reshape" },
    { GDK_KEY_c, "split" },  { GDK_KEY_g, "merge" },  { GDK_KEY_w, "swap" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, 0),
                                                gtk_callback_action_new (tool_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].tool));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, 0),
                      gtk_callback_action_new (paint_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), controller);
}

void
_ggov_map_page_add_drawing (GgovMapPage *self)
{
  self->drawing = ggov_drawing_new (self->canvas);
  g_signal_connect_object (self->drawing, "previewed", G_CALLBACK (previewed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "draw",
                                  ggov_drawing_get_actions (self->drawing));
  ggov_draw_bar_show (self->draw_bar, NULL, 0);
  _ggov_map_page_update_take_back (self);
  add_keys (self);
}

void
_ggov_map_page_update_drawing (GgovMapPage *self)
{
  ggov_drawing_set_drafting (self->drawing, self->drafting);
  ggov_drawing_set_target (self->drawing, self->drafting ? self->grid_id : 0);
  ggov_draw_bar_show (self->draw_bar, get_drawn (self), self->grid_id);
  _ggov_map_page_update_take_back (self);
}

/* What waits can be taken back before it is written; then it is the window that undoes. It asks
 * whether there is such an action: one that is merely not enabled would be there. */
void
_ggov_map_page_update_take_back (GgovMapPage *self)
{
  static const GActionEntry entries[] = {
    { "take-back", take_back_cb, NULL, NULL, NULL },
  };
  g_autoptr(GSimpleActionGroup) group = NULL;

  if (self->drafting && ggov_drafting_can_take_back (self->drafting))
    {
      group = g_simple_action_group_new ();
      g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
    }

  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (group));
}

void
_ggov_map_page_install_draw_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.fix-finding", "(ixxx)", fix_finding);
  gtk_widget_class_install_action (klass, "map.take-keyboard", NULL, take_keyboard);
}
