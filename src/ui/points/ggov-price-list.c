/* ggov-price-list.c: a choice of one among things that have a number of points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-number-text.h"
#include "ggov-price-list.h"

struct _GgovPriceList
{
  AdwPreferencesGroup  parent_instance;

  GObject             *selected; /* (nullable) */
  GtkCheckButton      *first;    /* (nullable) (unowned): the others are grouped with it */
};

enum {
  PROP_SELECTED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovPriceList, ggov_price_list, ADW_TYPE_PREFERENCES_GROUP)

static GQuark
thing_quark (void)
{
  return g_quark_from_static_string ("ggov-price-list-thing");
}

static void
toggled_cb (GtkCheckButton *check,
            GgovPriceList  *self)
{
  if (gtk_check_button_get_active (check) &&
      g_set_object (&self->selected, g_object_get_qdata (G_OBJECT (check), thing_quark ())))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static GtkWidget *
make_check (GgovPriceList *self,
            GObject       *thing,
            const char    *label)
{
  GtkWidget *check = gtk_check_button_new ();

  if (self->first)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->first);
  else
    self->first = GTK_CHECK_BUTTON (check);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_qdata_full (G_OBJECT (check), thing_quark (), g_object_ref (thing), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_DEFAULT);

  return check;
}

static gboolean
ggov_price_list_grab_focus (GtkWidget *widget)
{
  GgovPriceList *self = GGOV_PRICE_LIST (widget);

  return self->first && gtk_widget_grab_focus (GTK_WIDGET (self->first));
}

static void
ggov_price_list_dispose (GObject *object)
{
  g_clear_object (&GGOV_PRICE_LIST (object)->selected);

  G_OBJECT_CLASS (ggov_price_list_parent_class)->dispose (object);
}

static void
ggov_price_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_object (value, GGOV_PRICE_LIST (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_price_list_class_init (GgovPriceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ggov_price_list_dispose;
  object_class->get_property = ggov_price_list_get_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = ggov_price_list_grab_focus;

  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ggov_price_list_init (GgovPriceList *self)
{
}

void
ggov_price_list_append (GgovPriceList *self,
                        GObject       *thing,
                        const char    *title,
                        const char    *subtitle,
                        gint64         points)
{
  g_autofree char *number = ggov_number_dup_text (points);
  g_autofree char *price = NULL;
  GtkWidget *row, *check, *label;

  g_return_if_fail (GGOV_IS_PRICE_LIST (self));
  g_return_if_fail (G_IS_OBJECT (thing));

  price = g_strdup_printf (ngettext ("%s point", "%s points", (gulong) points), number);
  row = adw_action_row_new ();
  check = make_check (self, thing, title);
  label = gtk_label_new (price);

  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

gpointer
ggov_price_list_get_selected (GgovPriceList *self)
{
  g_return_val_if_fail (GGOV_IS_PRICE_LIST (self), NULL);

  return self->selected;
}
