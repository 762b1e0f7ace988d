/* ggov-place-chooser.c: a community and a grid to choose, of those there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-place-chooser.h"

struct _GgovPlaceChooser
{
  AdwBin       parent_instance;

  GListModel  *all_grids; /* (nullable) (element-type GgovChoice) */
  gboolean     is_quiet;  /* several choices are made as one */

  /* From the template. */
  GtkDropDown *community;
  GtkDropDown *grid;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovPlaceChooser, ggov_place_chooser, ADW_TYPE_BIN)

static gint64
get_chosen (GtkDropDown *drop_down)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (drop_down);

  return choice ? ggov_choice_get_fields (choice)->id : 0;
}

void
ggov_choices_append (GListStore *choices,
                     const char *code,
                     const char *label)
{
  const GgovChoiceFields fields = { .code = code, .name = label };
  g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

  g_list_store_append (choices, choice);
}

void
ggov_choices_name (GtkDropDown *drop_down)
{
  g_autoptr(GtkExpression) label = gtk_property_expression_new (GGOV_TYPE_CHOICE, NULL, "label");

  gtk_drop_down_set_expression (drop_down, label);
}

/* Offers @choices after a first line that stands for all of them. */
static void
offer (GtkDropDown *drop_down,
       const char  *all,
       GListModel  *choices,
       gint64       parent_id)
{
  g_autoptr(GListStore) store = g_list_store_new (GGOV_TYPE_CHOICE);
  gint64 chosen = get_chosen (drop_down);
  guint selected = 0;

  ggov_choices_append (store, NULL, all);
  for (guint i = 0; choices && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);
      const GgovChoiceFields *fields = ggov_choice_get_fields (choice);

      if (parent_id != 0 && fields->parent_id != parent_id)
        continue;

      if (fields->id == chosen)
        selected = g_list_model_get_n_items (G_LIST_MODEL (store));
      g_list_store_append (store, choice);
    }

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (store));
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
offer_grids (GgovPlaceChooser *self)
{
  gboolean was_quiet = self->is_quiet;

  self->is_quiet = TRUE;
  offer (self->grid, _("All grids"), self->all_grids, get_chosen (self->community));
  self->is_quiet = was_quiet;
}

static void
grid_cb (GgovPlaceChooser *self)
{
  if (!self->is_quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
community_cb (GgovPlaceChooser *self)
{
  if (self->is_quiet)
    return;

  offer_grids (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ggov_place_chooser_dispose (GObject *object)
{
  GgovPlaceChooser *self = GGOV_PLACE_CHOOSER (object);

  self->is_quiet = TRUE;
  g_clear_object (&self->all_grids);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_PLACE_CHOOSER);

  G_OBJECT_CLASS (ggov_place_chooser_parent_class)->dispose (object);
}

static void
ggov_place_chooser_class_init (GgovPlaceChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_place_chooser_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/ggov-place-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPlaceChooser, community);
  gtk_widget_class_bind_template_child (widget_class, GgovPlaceChooser, grid);
  gtk_widget_class_bind_template_callback (widget_class, community_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_cb);
}

static void
ggov_place_chooser_init (GgovPlaceChooser *self)
{
  self->is_quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ggov_choices_name (self->community);
  ggov_choices_name (self->grid);
  offer (self->community, _("All communities"), NULL, 0);
  offer_grids (self);
  self->is_quiet = FALSE;
}

void
ggov_place_chooser_set_communities (GgovPlaceChooser *self,
                                    GListModel       *communities)
{
  g_return_if_fail (GGOV_IS_PLACE_CHOOSER (self));

  self->is_quiet = TRUE;
  offer (self->community, _("All communities"), communities, 0);
  self->is_quiet = FALSE;
}

void
ggov_place_chooser_set_grids (GgovPlaceChooser *self,
                              GListModel       *grids)
{
  g_return_if_fail (GGOV_IS_PLACE_CHOOSER (self));

  g_set_object (&self->all_grids, grids);
  offer_grids (self);
}

gint64
ggov_place_chooser_get_community (GgovPlaceChooser *self)
{
  g_return_val_if_fail (GGOV_IS_PLACE_CHOOSER (self), 0);

  return get_chosen (self->community);
}

gint64
ggov_place_chooser_get_grid (GgovPlaceChooser *self)
{
  g_return_val_if_fail (GGOV_IS_PLACE_CHOOSER (self), 0);

  return get_chosen (self->grid);
}

/* (nullable): the grid, else the community */
static GgovChoice *
get_place (GgovPlaceChooser *self)
{
  GtkDropDown *place = get_chosen (self->grid) ? self->grid : self->community;

  return get_chosen (place) ? gtk_drop_down_get_selected_item (place) : NULL;
}

const char *
ggov_place_chooser_get_label (GgovPlaceChooser *self)
{
  GgovChoice *place;

  g_return_val_if_fail (GGOV_IS_PLACE_CHOOSER (self), NULL);

  place = get_place (self);

  return place ? ggov_choice_get_label (place) : NULL;
}

const char *
ggov_place_chooser_get_code (GgovPlaceChooser *self)
{
  GgovChoice *place;

  g_return_val_if_fail (GGOV_IS_PLACE_CHOOSER (self), NULL);

  place = get_place (self);

  return place ? ggov_choice_get_fields (place)->code : NULL;
}

static void
choose (GtkDropDown *drop_down,
        const char  *code)
{
  GListModel *choices = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (ggov_choice_get_fields (choice)->code, code) == 0)
        gtk_drop_down_set_selected (drop_down, i);
    }
}

void
ggov_place_chooser_choose (GgovPlaceChooser *self,
                           const char       *code)
{
  g_return_if_fail (GGOV_IS_PLACE_CHOOSER (self));
  g_return_if_fail (code != NULL);

  ggov_place_chooser_clear (self);
  self->is_quiet = TRUE;
  choose (self->community, code);
  offer_grids (self);
  choose (self->grid, code);
  self->is_quiet = FALSE;
}

void
ggov_place_chooser_clear (GgovPlaceChooser *self)
{
  g_return_if_fail (GGOV_IS_PLACE_CHOOSER (self));

  self->is_quiet = TRUE;
  gtk_drop_down_set_selected (self->community, 0);
  offer_grids (self);
  gtk_drop_down_set_selected (self->grid, 0);
  self->is_quiet = FALSE;
}
