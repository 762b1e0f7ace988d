/* ggov-map-legend.c: what the colours on the map mean, and the menu they are chosen from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-issue-marker.h"
#include "ggov-map-legend.h"
#include "ggov-theme-palette.h"

#define SWATCH_WIDTH  26
#define SWATCH_HEIGHT 16
#define LINE_STEP     6
#define MARKER_HEIGHT 24

struct _GgovMapLegend
{
  AdwBin           parent_instance;

  GgovThemePaint  *paint;       /* (nullable) */
  const GgovTheme *theme;       /* (nullable) */
  gboolean         has_to_wait;
  gboolean         has_issues;
  gboolean         is_open;

  /* From the template. */
  GtkWidget       *body;
  GtkGrid         *classes;
  GtkWidget       *fold_button;
  GtkGrid         *issues;
  GtkMenuButton   *menu_button;
  GtkLabel        *method;
  GtkLabel        *title;
};

/* What a swatch shows. */
typedef struct
{
  GgovMapColour fill;
  gboolean      has_lines;
  gboolean      is_dark;
} Swatch;

G_DEFINE_FINAL_TYPE (GgovMapLegend, ggov_map_legend, ADW_TYPE_BIN)

static void
set_colour (cairo_t             *cr,
            const GgovMapColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
draw_swatch (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  const Swatch *swatch = user_data;
  const GgovMapColour outline = ggov_theme_palette_get_outline (swatch->is_dark);
  const GgovMapColour lines = ggov_theme_palette_get_lines (swatch->is_dark);

  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  set_colour (cr, &swatch->fill);
  cairo_fill_preserve (cr);
  set_colour (cr, &outline);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);

  if (!swatch->has_lines)
    return;

  cairo_rectangle (cr, 1, 1, width - 2, height - 2);
  cairo_clip (cr);
  for (int x = -height; x < width; x += LINE_STEP)
    {
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x + height, height);
    }
  set_colour (cr, &lines);
  cairo_stroke (cr);
}

static GtkWidget *
new_swatch (const Swatch *swatch)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch,
                                  g_memdup2 (swatch, sizeof *swatch), g_free);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);

  return area;
}

static GtkWidget *
new_label (const char *text,
           float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

/* A line of the legend: colour, what it stands for, how many there are. */
static void
add_row (GgovMapLegend *self,
         int            row,
         const Swatch  *swatch,
         const char    *text,
         guint          count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  gboolean is_of_grids = self->paint->theme->subject == GGOV_THEME_GRIDS;
  /* Translators: how many grids, or buildings, are of a class of the legend */
  g_autofree char *words =
    is_of_grids ? g_strdup_printf (ngettext ("%u grid", "%u grids", count), count)
                : g_strdup_printf (ngettext ("%u building", "%u buildings", count), count);
  GtkWidget *label = new_label (text, 0), *amount = new_label (number, 1);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (amount, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (amount), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  gtk_grid_attach (self->classes, new_swatch (swatch), 0, row, 1, 1);
  gtk_grid_attach (self->classes, label, 1, row, 1, 1);
  gtk_grid_attach (self->classes, amount, 2, row, 1, 1);
}

static void
add_unknown (GgovMapLegend *self,
             int            row)
{
  const GgovThemePaint *paint = self->paint;
  gboolean is_of_grids = paint->theme->subject == GGOV_THEME_GRIDS;
  const Swatch swatch = {
    is_of_grids ? ggov_theme_palette_get_no_data (paint->is_dark)
                : ggov_theme_palette_get_veil (paint->is_dark, FALSE),
    is_of_grids, paint->is_dark,
  };

  if (paint->n_unknown > 0)
    add_row (self, row, &swatch, ggov_theme_get_unknown_label (paint->theme), paint->n_unknown);
}

static void
fill_classes (GgovMapLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->classes))))
    gtk_grid_remove (self->classes, child);

  if (self->paint == NULL)
    return;

  for (guint i = 0; i < self->paint->classes.n; i++)
    {
      g_autofree char *text = ggov_theme_dup_label (self->paint->theme, &self->paint->classes, i);
      const Swatch swatch = { self->paint->colours[i], FALSE, self->paint->is_dark };

      add_row (self, i, &swatch, text, self->paint->counts[i]);
    }
  add_unknown (self, self->paint->classes.n);
}

static void
draw_marker (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  cairo_translate (cr, width / 2.0, height / 2.0);
  ggov_issue_marker_draw (cr, ggov_map_palette_get (is_dark), GPOINTER_TO_INT (user_data), 1, 1);
}

static void
add_issue_row (GgovMapLegend *self,
               int            row,
               GgovIssueDue   due,
               guint          count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *label = new_label (ggov_issue_due_get_label (due), 0), *amount = new_label (number, 1);
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), MARKER_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_marker, GINT_TO_POINTER (due), NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (amount, "dim-label");
  gtk_grid_attach (self->issues, area, 0, row, 1, 1);
  gtk_grid_attach (self->issues, label, 1, row, 1, 1);
  gtk_grid_attach (self->issues, amount, 2, row, 1, 1);
}

/* Of what kind the things are that are coloured, and how they were put into classes. */
static char *
dup_method (GgovMapLegend *self)
{
  gboolean is_of_grids = self->theme->subject == GGOV_THEME_GRIDS;

  if (self->has_to_wait)
    return g_strdup (_("Not while a plan is drawn"));
  if (self->paint == NULL || self->paint->terms.method == GGOV_CLASSING_EACH)
    return g_strdup (is_of_grids ? _("Grids") : _("Buildings"));

  return g_strdup_printf ("%s \302\267 %s", is_of_grids ? _("Grids") : _("Buildings"),
                          ggov_classing_get_label (self->paint->terms.method));
}

static void
update (GgovMapLegend *self)
{
  g_autofree char *method = self->theme ? dup_method (self) : NULL;

  gtk_label_set_label (self->title, self->theme ? ggov_theme_get_title (self->theme)
                                                : _("Thematic Map"));
  gtk_label_set_label (self->method, method ? method : "");
  gtk_widget_set_visible (GTK_WIDGET (self->method), self->theme != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->classes), self->theme != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->issues), self->has_issues);
  gtk_widget_set_visible (self->fold_button, self->theme != NULL || self->has_issues);
  gtk_widget_set_visible (self->body, (self->theme != NULL || self->has_issues) && self->is_open);
}

/* Menu -------------------------------------------------------------------------------------- */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_themes_section (GgovThemeSubject subject)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < ggov_theme_get_n (); i++)
    {
      const GgovTheme *theme = ggov_theme_get (i);

      if (theme->subject == subject)
        append (section, ggov_theme_get_title (theme), "themes.theme",
                g_variant_new_string (theme->id));
    }

  return G_MENU_MODEL (section);
}

static GMenuModel *
new_classes_menu (const GgovTheme *theme)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) methods = g_menu_new ();
  g_autoptr(GMenu) numbers = g_menu_new ();
  gboolean is_fixed = theme->classing == GGOV_CLASSING_TARGET;

  for (GgovClassing method = 0; method < GGOV_CLASSING_TARGET && !is_fixed; method++)
    append (methods, ggov_classing_get_label (method), "themes.classing",
            g_variant_new_string (ggov_classing_get_code (method)));
  for (int n = GGOV_CLASSES_MIN; n <= GGOV_CLASSES_MAX; n += is_fixed ? 2 : 1)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%d class", "%d classes", n), n);

      append (numbers, label, "themes.classes", g_variant_new_int32 (n));
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (methods));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (numbers));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_menu (const GgovTheme *theme)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) plain = g_menu_new ();
  g_autoptr(GMenu) more = g_menu_new ();
  g_autoptr(GMenuModel) grids = new_themes_section (GGOV_THEME_GRIDS);
  g_autoptr(GMenuModel) buildings = new_themes_section (GGOV_THEME_BUILDINGS);

  append (plain, _("Plain Map"), "themes.theme", g_variant_new_string (""));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plain));
  g_menu_append_section (menu, _("Grids"), grids);
  g_menu_append_section (menu, _("Buildings"), buildings);
  if (theme && theme->classing != GGOV_CLASSING_EACH)
    {
      g_autoptr(GMenuModel) classes = new_classes_menu (theme);

      g_menu_append_submenu (more, _("Classes"), classes);
    }
  append (more, _("Mark Open Issues"), "themes.issues", NULL);
  append (more, _("Show Structures"), "structures.show", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));

  return G_MENU_MODEL (menu);
}

static void
ggov_map_legend_dispose (GObject *object)
{
  GgovMapLegend *self = GGOV_MAP_LEGEND (object);

  g_clear_pointer (&self->paint, ggov_theme_paint_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (ggov_map_legend_parent_class)->dispose (object);
}

static void
ggov_map_legend_class_init (GgovMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_map_legend_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/map/themes/ggov-map-legend.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, GgovMapLegend, body);
  gtk_widget_class_bind_template_child (widget_class, GgovMapLegend, classes);
  gtk_widget_class_bind_template_child (widget_class, GgovMapLegend, fold_button);
  gtk_widget_class_bind_template_child (widget_class, GgovMapLegend, issues);
  gtk_widget_class_bind_template_child (widget_class, GgovMapLegend, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GgovMapLegend, method);
  gtk_widget_class_bind_template_child (widget_class, GgovMapLegend, title);
}

static void
ggov_map_legend_init (GgovMapLegend *self)
{
  self->is_open = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GgovMapLegend *
ggov_map_legend_new (void)
{
  return g_object_new (GGOV_TYPE_MAP_LEGEND, NULL);
}

void
ggov_map_legend_set_theme (GgovMapLegend   *self,
                           const GgovTheme *theme,
                           gboolean         has_to_wait)
{
  g_autoptr(GMenuModel) menu = NULL;

  g_return_if_fail (GGOV_IS_MAP_LEGEND (self));

  if (self->theme != theme || gtk_menu_button_get_menu_model (self->menu_button) == NULL)
    {
      menu = new_menu (theme);
      gtk_menu_button_set_menu_model (self->menu_button, menu);
    }

  self->theme = theme;
  self->has_to_wait = has_to_wait;
  update (self);
}

void
ggov_map_legend_set_paint (GgovMapLegend  *self,
                           GgovThemePaint *paint)
{
  g_return_if_fail (GGOV_IS_MAP_LEGEND (self));

  if (self->paint == paint)
    return;

  g_clear_pointer (&self->paint, ggov_theme_paint_unref);
  self->paint = paint ? ggov_theme_paint_ref (paint) : NULL;
  fill_classes (self);
  update (self);
}

void
ggov_map_legend_set_issues (GgovMapLegend *self,
                            const guint   *counts)
{
  /* What cannot wait comes first. */
  static const GgovIssueDue dues[] = {
    GGOV_ISSUE_DUE_OVERDUE, GGOV_ISSUE_DUE_TODAY, GGOV_ISSUE_DUE_SOON, GGOV_ISSUE_DUE_FINE,
    GGOV_ISSUE_DUE_NONE, GGOV_ISSUE_DUE_SUSPENDED,
  };
  GtkWidget *child;

  g_return_if_fail (GGOV_IS_MAP_LEGEND (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->issues))))
    gtk_grid_remove (self->issues, child);

  self->has_issues = counts != NULL;
  for (guint i = 0; counts && i < G_N_ELEMENTS (dues); i++)
    if (counts[dues[i]] > 0)
      add_issue_row (self, i, dues[i], counts[dues[i]]);
  update (self);
}

void
ggov_map_legend_set_open (GgovMapLegend *self,
                          gboolean       is_open)
{
  g_return_if_fail (GGOV_IS_MAP_LEGEND (self));

  self->is_open = is_open;
  update (self);
}

void
ggov_map_legend_open_menu (GgovMapLegend *self)
{
  g_return_if_fail (GGOV_IS_MAP_LEGEND (self));

  gtk_menu_button_popup (self->menu_button);
}
