/* ggov-figure-card.c: one figure in large, and those that go with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-figure-card.h"
#include "ggov-number-text.h"

struct _GgovFigureCard
{
  AdwBin    parent_instance;

  /* From the template. */
  GtkLabel *detail_label;
  GtkImage *image;
  GtkBox   *lines;
  GtkLabel *main_label;
  GtkLabel *name_label;
  GtkLabel *title_label;
};

enum {
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovFigureCard, ggov_figure_card, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            float       xalign,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  /* A figure is never cut; the words beside it give way. */
  gtk_label_set_wrap (GTK_LABEL (label), xalign < 1);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
set_title (GgovFigureCard *self,
           const char     *title)
{
  gtk_label_set_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
ggov_figure_card_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  GgovFigureCard *self = GGOV_FIGURE_CARD (object);

  if (prop_id == PROP_ICON_NAME)
    g_value_set_string (value, gtk_image_get_icon_name (self->image));
  else if (prop_id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_text (self->title_label));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_figure_card_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  GgovFigureCard *self = GGOV_FIGURE_CARD (object);

  if (prop_id == PROP_ICON_NAME)
    gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
  else if (prop_id == PROP_TITLE)
    set_title (self, g_value_get_string (value) ? g_value_get_string (value) : "");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_figure_card_class_init (GgovFigureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ggov_figure_card_get_property;
  object_class->set_property = ggov_figure_card_set_property;

  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/overview/ggov-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovFigureCard, detail_label);
  gtk_widget_class_bind_template_child (widget_class, GgovFigureCard, image);
  gtk_widget_class_bind_template_child (widget_class, GgovFigureCard, lines);
  gtk_widget_class_bind_template_child (widget_class, GgovFigureCard, main_label);
  gtk_widget_class_bind_template_child (widget_class, GgovFigureCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, GgovFigureCard, title_label);
}

static void
ggov_figure_card_init (GgovFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_figure_card_clear (GgovFigureCard *self)
{
  GtkWidget *line;

  g_return_if_fail (GGOV_IS_FIGURE_CARD (self));

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))))
    gtk_box_remove (self->lines, line);
}

void
ggov_figure_card_set_main (GgovFigureCard *self,
                           gint64          count,
                           const char     *name,
                           const char     *detail)
{
  g_autofree char *text = ggov_number_dup_text (count);

  g_return_if_fail (GGOV_IS_FIGURE_CARD (self));

  gtk_label_set_text (self->main_label, text);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->detail_label, detail ? detail : "");
}

void
ggov_figure_card_add (GgovFigureCard *self,
                      const char     *name,
                      gint64          count,
                      const char     *detail)
{
  g_autofree char *value = ggov_number_dup_text (count);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name_label = make_label (name, 0, NULL);

  g_return_if_fail (GGOV_IS_FIGURE_CARD (self));

  /* Not a GtkGrid: the least height it asks for is that of its narrowest shape, more than it needs
   * at the width it gets. */
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_box_append (GTK_BOX (row), name_label);
  gtk_box_append (GTK_BOX (row), make_label (value, 1, "figure-value"));
  gtk_box_append (GTK_BOX (line), row);
  if (detail)
    {
      GtkWidget *detail_label = make_label (detail, 0, "caption");

      gtk_label_set_ellipsize (GTK_LABEL (detail_label), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (detail_label), TRUE);
      gtk_widget_add_css_class (detail_label, "dim-label");
      gtk_box_append (GTK_BOX (line), detail_label);
    }
  gtk_box_append (self->lines, line);
}
