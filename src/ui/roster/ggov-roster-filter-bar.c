/* ggov-roster-filter-bar.c: which part of the roster is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-place-chooser.h"
#include "ggov-role-catalogue.h"
#include "ggov-roster-filter-bar.h"

/* Before a role of a family of several. */
#define INDENT "\342\200\203"

struct _GgovRosterFilterBar
{
  AdwBin            parent_instance;

  gboolean          is_quiet; /* several choices are made as one */
  char             *kept;     /* (nullable): code of a place that is chosen once it is known */

  /* From the template. */
  GtkWidget        *clear;
  GgovPlaceChooser *place;
  GtkDropDown      *role;
  GtkEditable      *text;
};

enum {
  CHANGED,
  TYPING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovRosterFilterBar, ggov_roster_filter_bar, ADW_TYPE_BIN)

static const GgovChoiceFields *
get_chosen (GtkDropDown *drop_down)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (drop_down);

  return choice && gtk_drop_down_get_selected (drop_down) > 0 ? ggov_choice_get_fields (choice)
                                                              : NULL;
}

static void
changed_cb (GgovRosterFilterBar *self)
{
  GgovRosterFilter filter;

  if (self->is_quiet)
    return;

  gtk_widget_set_visible (self->clear, ggov_roster_filter_bar_read (self, &filter));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
typing_cb (GgovRosterFilterBar *self)
{
  g_signal_emit (self, signals[TYPING], 0);
}

static guint
count_roles (GgovRoleCatalogue *roles,
             const char        *family)
{
  guint n = 0;

  for (guint i = 0; i < ggov_role_catalogue_get_n_roles (roles); i++)
    n += g_str_equal (ggov_role_catalogue_get_role (roles, i)->family, family);

  return n;
}

static void
append_roles (GListStore        *store,
              GgovRoleCatalogue *roles,
              const char        *family,
              gboolean           is_indented)
{
  for (guint i = 0; i < ggov_role_catalogue_get_n_roles (roles); i++)
    {
      const GgovRole *role = ggov_role_catalogue_get_role (roles, i);
      g_autofree char *label = g_strconcat (is_indented ? INDENT : "", ggov_role_get_label (role),
                                            NULL);

      if (g_str_equal (role->family, family))
        ggov_choices_append (store, role->code, label);
    }
}

static void
offer_roles (GgovRosterFilterBar *self)
{
  g_autoptr(GgovRoleCatalogue) roles = ggov_role_catalogue_new_default ();
  g_autoptr(GListStore) store = g_list_store_new (GGOV_TYPE_CHOICE);

  ggov_choices_append (store, NULL, _("All posts"));
  for (guint i = 0; i < ggov_role_catalogue_get_n_families (roles); i++)
    {
      const GgovRoleFamily *family = ggov_role_catalogue_get_family (roles, i);
      gboolean is_several = count_roles (roles, family->code) > 1;

      if (is_several)
        ggov_choices_append (store, family->code, ggov_role_family_get_label (family));
      append_roles (store, roles, family->code, is_several);
    }
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (store));
}

static void
ggov_roster_filter_bar_dispose (GObject *object)
{
  GgovRosterFilterBar *self = GGOV_ROSTER_FILTER_BAR (object);

  self->is_quiet = TRUE;
  g_clear_pointer (&self->kept, g_free);

  G_OBJECT_CLASS (ggov_roster_filter_bar_parent_class)->dispose (object);
}

static void
ggov_roster_filter_bar_class_init (GgovRosterFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_roster_filter_bar_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[TYPING] =
    g_signal_new ("typing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-roster-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovRosterFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterFilterBar, place);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterFilterBar, role);
  gtk_widget_class_bind_template_child (widget_class, GgovRosterFilterBar, text);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typing_cb);

  g_type_ensure (GGOV_TYPE_PLACE_CHOOSER);
}

static void
ggov_roster_filter_bar_init (GgovRosterFilterBar *self)
{
  self->is_quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ggov_choices_name (self->role);
  offer_roles (self);
  self->is_quiet = FALSE;
}

void
ggov_roster_filter_bar_set_communities (GgovRosterFilterBar *self,
                                        GListModel          *communities)
{
  g_return_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self));

  ggov_place_chooser_set_communities (self->place, communities);
}

void
ggov_roster_filter_bar_set_grids (GgovRosterFilterBar *self,
                                  GListModel          *grids)
{
  g_return_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self));

  ggov_place_chooser_set_grids (self->place, grids);
  if (self->kept == NULL || grids == NULL || g_list_model_get_n_items (grids) == 0)
    return;

  ggov_place_chooser_choose (self->place, self->kept);
  g_clear_pointer (&self->kept, g_free);
  changed_cb (self);
}

char *
ggov_roster_filter_bar_dup_place (GgovRosterFilterBar *self)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self), NULL);

  return g_strdup (self->kept ? self->kept : ggov_place_chooser_get_code (self->place));
}

static void
choose_role (GgovRosterFilterBar *self,
             const char          *code)
{
  GListModel *roles = gtk_drop_down_get_model (self->role);

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (roles, i);

      if (g_strcmp0 (ggov_choice_get_fields (choice)->code, code) == 0)
        gtk_drop_down_set_selected (self->role, i);
    }
}

void
ggov_roster_filter_bar_restore (GgovRosterFilterBar *self,
                                const char          *place,
                                const char          *role,
                                const char          *text)
{
  GgovRosterFilter filter;

  g_return_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self));

  self->is_quiet = TRUE;
  g_free (self->kept);
  self->kept = *place ? g_strdup (place) : NULL;
  if (*role)
    choose_role (self, role);
  gtk_editable_set_text (self->text, text);
  self->is_quiet = FALSE;
  gtk_widget_set_visible (self->clear, ggov_roster_filter_bar_read (self, &filter));
}

gboolean
ggov_roster_filter_bar_read (GgovRosterFilterBar *self,
                             GgovRosterFilter    *filter)
{
  const GgovChoiceFields *role;

  g_return_val_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self), FALSE);

  role = get_chosen (self->role);
  *filter = (GgovRosterFilter) {
    .place_code = self->kept ? self->kept : ggov_place_chooser_get_code (self->place),
    .community_id = ggov_place_chooser_get_community (self->place),
    .grid_id = ggov_place_chooser_get_grid (self->place),
    .role = role ? role->code : NULL,
    .text = gtk_editable_get_text (self->text),
  };

  return filter->place_code || filter->community_id != 0 || filter->grid_id != 0 || filter->role || *filter->text;
}

char *
ggov_roster_filter_bar_dup_words (GgovRosterFilterBar *self)
{
  const char *place, *role;
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self), NULL);

  place = ggov_place_chooser_get_label (self->place);
  if (place)
    g_ptr_array_add (words, g_strdup (place));
  if (get_chosen (self->role))
    {
      role = ggov_choice_get_label (gtk_drop_down_get_selected_item (self->role));
      g_ptr_array_add (words, g_strdup (g_str_has_prefix (role, INDENT) ? role + strlen (INDENT)
                                                                        : role));
    }
  if (*gtk_editable_get_text (self->text))
    g_ptr_array_add (words, g_strdup_printf (_("“%s”"), gtk_editable_get_text (self->text)));

  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);

  return g_strjoinv (" ", (char **) words->pdata);
}

void
ggov_roster_filter_bar_clear (GgovRosterFilterBar *self)
{
  g_return_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self));

  self->is_quiet = TRUE;
  g_clear_pointer (&self->kept, g_free);
  ggov_place_chooser_clear (self->place);
  gtk_drop_down_set_selected (self->role, 0);
  gtk_editable_set_text (self->text, "");
  self->is_quiet = FALSE;
  changed_cb (self);
}

void
ggov_roster_filter_bar_start (GgovRosterFilterBar *self)
{
  g_return_if_fail (GGOV_IS_ROSTER_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
