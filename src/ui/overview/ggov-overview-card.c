/* ggov-overview-card.c: a number that leads to the page where something can be done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-overview-card.h"
#include "ggov-number-text.h"

struct _GgovOverviewCard
{
  GtkButton  parent_instance;

  char      *title;
  char      *tone;  /* (nullable) */

  /* From the template. */
  GtkLabel  *caption_label;
  GtkLabel  *count_label;
  GtkLabel  *title_label;
};

enum {
  PROP_TITLE = 1,
  PROP_TONE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovOverviewCard, ggov_overview_card, GTK_TYPE_BUTTON)

static void
ggov_overview_card_finalize (GObject *object)
{
  GgovOverviewCard *self = GGOV_OVERVIEW_CARD (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->tone, g_free);

  G_OBJECT_CLASS (ggov_overview_card_parent_class)->finalize (object);
}

static void
ggov_overview_card_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  GgovOverviewCard *self = GGOV_OVERVIEW_CARD (object);

  if (prop_id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (prop_id == PROP_TONE)
    g_value_set_string (value, self->tone);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_overview_card_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  GgovOverviewCard *self = GGOV_OVERVIEW_CARD (object);

  if (prop_id == PROP_TITLE)
    {
      self->title = g_value_dup_string (value);
      gtk_label_set_text (self->title_label, self->title ? self->title : "");
    }
  else if (prop_id == PROP_TONE)
    {
      self->tone = g_value_dup_string (value);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ggov_overview_card_class_init (GgovOverviewCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ggov_overview_card_finalize;
  object_class->get_property = ggov_overview_card_get_property;
  object_class->set_property = ggov_overview_card_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TONE] =
    g_param_spec_string ("tone", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/overview/ggov-overview-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewCard, caption_label);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewCard, count_label);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewCard, title_label);
}

static void
ggov_overview_card_init (GgovOverviewCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_overview_card_set_count (GgovOverviewCard *self,
                              gint64            count,
                              const char       *caption)
{
  g_autofree char *text = ggov_number_dup_text (count);
  g_autofree char *name = NULL;

  g_return_if_fail (GGOV_IS_OVERVIEW_CARD (self));

  gtk_label_set_text (self->count_label, text);
  gtk_label_set_text (self->caption_label, caption ? caption : "");
  if (self->tone && count > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->count_label), self->tone);
  else if (self->tone)
    gtk_widget_remove_css_class (GTK_WIDGET (self->count_label), self->tone);

  name = g_strdup_printf ("%s %s", self->title, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
