/* ggov-draw-bar.c: the tools with which a draft is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-draw-bar.h"
#include "ggov-plan-stroke.h"

struct _GgovDrawBar
{
  AdwBin         parent_instance;

  GgovDraft     *draft;   /* (nullable) */
  GStrv          sources; /* (nullable): the menu's names of its grids */

  /* From the template. */
  GtkMenuButton *brush_button;
  GtkButton     *lock_button;
  GtkMenuButton *snap_button;
};

G_DEFINE_FINAL_TYPE (GgovDrawBar, ggov_draw_bar, ADW_TYPE_BIN)

static void
focus_map (gpointer user_data)
{
  g_autoptr(GgovDrawBar) self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "map.take-keyboard", NULL);
}

static void
closed_cb (GgovDrawBar *self)
{
  g_idle_add_once (focus_map, g_object_ref (self));
}

/* Who has chosen something goes on drawing. A menu that closes gives the keyboard to its button
 * first. */
static void
watch_menu (GgovDrawBar   *self,
            GtkMenuButton *button)
{
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (closed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
ggov_draw_bar_dispose (GObject *object)
{
  GgovDrawBar *self = GGOV_DRAW_BAR (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->sources, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_DRAW_BAR);

  G_OBJECT_CLASS (ggov_draw_bar_parent_class)->dispose (object);
}

static void
ggov_draw_bar_class_init (GgovDrawBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_draw_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/draw/ggov-draw-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovDrawBar, brush_button);
  gtk_widget_class_bind_template_child (widget_class, GgovDrawBar, lock_button);
  gtk_widget_class_bind_template_child (widget_class, GgovDrawBar, snap_button);
}

static void
ggov_draw_bar_init (GgovDrawBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_menu (self, self->snap_button);
}

static void
add_source (GMenu      *menu,
            const char *label,
            gint64      source)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "draw.source", "x", source);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_shapes (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Click or Sweep"), "draw.brush::click");
  g_menu_append (menu, _("_Rectangle"), "draw.brush::rectangle");
  g_menu_append (menu, _("_Lasso"), "draw.brush::lasso");

  return G_MENU_MODEL (menu);
}

/* (transfer full): what the menu says of the grids. */
static GStrv
list_sources (GgovDraft *draft)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < ggov_draft_get_n_grids (draft); i++)
    {
      gint64 number = ggov_draft_get_grid (draft, i)->number;
      g_autofree char *label = ggov_plan_stroke_dup_label (draft, number);
      g_autofree char *source = g_strdup_printf ("%" G_GINT64_FORMAT " %s", number, label);

      g_strv_builder_add (builder, source);
    }

  return g_strv_builder_end (builder);
}

static GMenuModel *
new_sources (GgovDraft *draft)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) grids = g_menu_new ();

  add_source (menu, _("_All Buildings"), -1);
  add_source (menu, _("Only Those _without a Grid"), 0);

  for (guint i = 0; i < ggov_draft_get_n_grids (draft); i++)
    {
      gint64 number = ggov_draft_get_grid (draft, i)->number;
      g_autofree char *label = ggov_plan_stroke_dup_label (draft, number);

      add_source (grids, label, number);
    }

  g_menu_append_submenu (menu, _("Only Those of _One Grid"), G_MENU_MODEL (grids));

  return G_MENU_MODEL (menu);
}

/* Most strokes leave the grids as they are, and a menu takes some milliseconds to make. */
static void
show_menu (GgovDrawBar *self)
{
  g_auto(GStrv) names = list_sources (self->draft);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenuModel) shapes = new_shapes ();
  g_autoptr(GMenuModel) sources = NULL;

  if (self->sources && g_strv_equal ((const char * const *) names,
                                     (const char * const *) self->sources))
    return;

  g_strfreev (self->sources);
  self->sources = g_steal_pointer (&names);
  sources = new_sources (self->draft);
  g_menu_append_section (menu, _("Paint by"), shapes);
  g_menu_append_section (menu, _("Paint"), sources);
  gtk_menu_button_set_menu_model (self->brush_button, G_MENU_MODEL (menu));
  watch_menu (self, self->brush_button);
}

void
ggov_draw_bar_show (GgovDrawBar *self,
                    GgovDraft   *draft,
                    gint64       number)
{
  const GgovDraftGrid *grid = draft ? ggov_draft_find_grid (draft, number) : NULL;
  gboolean is_locked = grid && grid->is_locked;

  g_return_if_fail (GGOV_IS_DRAW_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), draft != NULL);
  if (g_set_object (&self->draft, draft) && draft)
    show_menu (self);

  gtk_button_set_icon_name (self->lock_button, is_locked ? "changes-allow-symbolic"
                                                         : "changes-prevent-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lock_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_locked ? _("Unlock") : _("Lock"), -1);
}
