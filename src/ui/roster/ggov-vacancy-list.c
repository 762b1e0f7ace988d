/* ggov-vacancy-list.c: vacant posts as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-cell-tooltip.h"
#include "ggov-role-catalogue.h"
#include "ggov-roster-order.h"
#include "ggov-vacancy-list.h"

struct _GgovVacancyList
{
  AdwBin              parent_instance;

  GgovRoleCatalogue  *roles;
  gint64              community_id;
  gint64              grid_id;
  char               *role;     /* (nullable): of a role or a family */
  GStrv               words;    /* (nullable): folded */
  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;

  /* From the template. */
  GtkColumnView      *column_view;
  GtkSingleSelection *selection;
  GtkSortListModel   *sorted;
};

G_DEFINE_FINAL_TYPE (GgovVacancyList, ggov_vacancy_list, ADW_TYPE_BIN)

static const char *
get_area (const GgovVacancyRecord *record)
{
  return record->grid ? record->grid : record->community;
}

static char *
format_area (GtkListItem *item,
             GgovVacancy *row)
{
  return row ? g_strdup (get_area (ggov_vacancy_get_record (row))) : NULL;
}

static char *
format_since (GtkListItem *item,
              GgovVacancy *row)
{
  const char *since = row ? ggov_vacancy_get_record (row)->since : NULL;

  return g_strdup (since ? since : C_("vacant since", "Never filled"));
}

static char *
make_place_key (GgovVacancy *row)
{
  return row ? ggov_roster_order_dup_key (ggov_vacancy_get_record (row)->place) : NULL;
}

/* In C, because a button wants the action's target before its name. */
static void
set_up_button_cb (GtkListItemFactory *factory,
                  GtkListItem        *item)
{
  GtkWidget *button = gtk_button_new_with_label (_("Appoint…"));

  gtk_widget_add_css_class (button, "flat");
  gtk_list_item_set_child (item, button);
}

static void
bind_button_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  const GgovVacancyRecord *record = ggov_vacancy_get_record (gtk_list_item_get_item (item));
  GtkActionable *button = GTK_ACTIONABLE (gtk_list_item_get_child (item));
  gboolean is_party = g_str_equal (record->role_code, GGOV_VACANCY_PARTY_ORGANISATION);
  g_autofree char *words = g_strdup_printf (is_party ? _("Set up: %1$s, %2$s")
                                                     : _("Appoint: %1$s, %2$s"),
                                            record->role, record->place);

  gtk_actionable_set_action_target (button, "x", record->rank);
  gtk_actionable_set_action_name (button, "roster.appoint");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  /* Nobody is appointed to be one: it is assigned among the organisations. */
  gtk_button_set_label (GTK_BUTTON (button), is_party ? _("Assign One…") : _("Appoint…"));
}

static void
activate_cb (GgovVacancyList *self,
             guint            position)
{
  g_autoptr(GgovVacancy) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row)
    gtk_widget_activate_action (GTK_WIDGET (self), "roster.appoint", "x",
                                ggov_vacancy_get_record (row)->rank);
}

static gboolean
has_role (GgovVacancyList         *self,
          const GgovVacancyRecord *record)
{
  const GgovRole *role;

  if (self->role == NULL || g_str_equal (self->role, record->role_code))
    return TRUE;

  role = ggov_role_catalogue_find (self->roles, record->role_code);

  return role && g_str_equal (role->family, self->role);
}

static gboolean
has_word (const GgovVacancyRecord *record,
          const char              *word)
{
  const char *const texts[] = {
    record->role, record->place, record->grid, record->grid_code, record->community,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = g_utf8_strdown (texts[i] ? texts[i] : "", -1);
      g_auto(GStrv) pieces = g_strsplit (folded, " ", -1);
      g_autofree char *joined = g_strjoinv ("", pieces);

      /* As in the roster, a blank in a place's name need not be typed. */
      if (strstr (joined, word))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_words (GgovVacancyList         *self,
           const GgovVacancyRecord *record)
{
  for (guint i = 0; self->words && self->words[i]; i++)
    if (!has_word (record, self->words[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  GgovVacancyList *self = user_data;
  const GgovVacancyRecord *record = ggov_vacancy_get_record (item);

  return (self->community_id == 0 || self->community_id == record->community_id) &&
         (self->grid_id == 0 || self->grid_id == record->grid_id) &&
         has_role (self, record) && has_words (self, record);
}

static void
ggov_vacancy_list_dispose (GObject *object)
{
  GgovVacancyList *self = GGOV_VACANCY_LIST (object);

  g_clear_pointer (&self->roles, ggov_role_catalogue_unref);
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);

  G_OBJECT_CLASS (ggov_vacancy_list_parent_class)->dispose (object);
}

static void
ggov_vacancy_list_class_init (GgovVacancyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_vacancy_list_dispose;

  g_type_ensure (GGOV_TYPE_VACANCY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-vacancy-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovVacancyList, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovVacancyList, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovVacancyList, sorted);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_button_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_area);
  gtk_widget_class_bind_template_callback (widget_class, format_since);
  gtk_widget_class_bind_template_callback (widget_class, make_place_key);
  gtk_widget_class_bind_template_callback (widget_class, set_up_button_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_tooltip",
                                                G_CALLBACK (ggov_cell_show_tooltip));
}

static void
ggov_vacancy_list_init (GgovVacancyList *self)
{
  self->roles = ggov_role_catalogue_new_default ();
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->filtered));
}

void
ggov_vacancy_list_set_rows (GgovVacancyList *self,
                            GListModel      *rows)
{
  g_return_if_fail (GGOV_IS_VACANCY_LIST (self));

  gtk_filter_list_model_set_model (self->filtered, rows);
}

void
ggov_vacancy_list_set_filter (GgovVacancyList        *self,
                              const GgovRosterFilter *filter)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (GGOV_IS_VACANCY_LIST (self));

  folded = g_utf8_strdown (filter->text ? filter->text : "", -1);
  g_free (self->role);
  g_strfreev (self->words);
  self->community_id = filter->community_id;
  self->grid_id = filter->grid_id;
  self->role = g_strdup (filter->role);
  self->words = g_strsplit_set (folded, " \t", -1);

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

guint
ggov_vacancy_list_get_n (GgovVacancyList *self)
{
  g_return_val_if_fail (GGOV_IS_VACANCY_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

GgovVacancy *
ggov_vacancy_list_find (GgovVacancyList *self,
                        gint64           rank)
{
  GListModel *rows;

  g_return_val_if_fail (GGOV_IS_VACANCY_LIST (self), NULL);

  rows = gtk_filter_list_model_get_model (self->filtered);
  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVacancy) row = g_list_model_get_item (rows, i);

      /* The list keeps the row. */
      if (ggov_vacancy_get_record (row)->rank == rank)
        return row;
    }

  return NULL;
}
