/* ggov-person-pane.c: one person beside the roster: how to reach them, what they hold and held
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-icon-button.h"
#include "ggov-person-pane.h"
#include "ggov-post.h"

struct _GgovPersonPane
{
  AdwBin      parent_instance;

  GgovPerson *person; /* (nullable) */

  /* From the template. */
  GtkListBox *contact_list;
  GtkWidget  *earlier_group;
  GtkListBox *earlier_list;
  GtkLabel   *name_label;
  GtkLabel   *note_label;
  GtkWidget  *no_posts;
  GtkListBox *post_list;
};

G_DEFINE_FINAL_TYPE (GgovPersonPane, ggov_person_pane, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
set_plain_title (GtkWidget  *row,
                 const char *title,
                 const char *subtitle)
{
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle ? subtitle : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
}

/* What is said small above what it is about. */
static GtkWidget *
add_contact (GgovPersonPane *self,
             const char     *what,
             const char     *text)
{
  GtkWidget *row, *box, *label;

  if (text == NULL || *text == '\0')
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (box, "person-line");
  label = gtk_label_new (what);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  label = gtk_label_new (text);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);

  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->contact_list, row);

  return box;
}

static void
fill_contact (GgovPersonPane *self)
{
  const GgovPersonDetails *details = ggov_person_get_details (self->person);
  GtkWidget *box;

  clear_list (self->contact_list);
  if ((box = add_contact (self, _("Phone"), details->phone)))
    {
      GtkWidget *button = ggov_icon_button_new ("edit-copy-symbolic", _("Copy the phone number"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roster.copy-phone");
      gtk_box_append (GTK_BOX (box), button);
    }
  add_contact (self, _("Home"), details->home);
  add_contact (self, _("Organisation"), details->organisation);
  add_contact (self, _("Party organisation"), details->party_organisation);
  add_contact (self, _("Born"), details->birth_date);
  gtk_widget_set_visible (GTK_WIDGET (self->contact_list),
                          gtk_list_box_get_row_at_index (self->contact_list, 0) != NULL);
}

static char *
dup_days (const GgovPostDetails *details)
{
  if (details->until == NULL)
    /* Translators: a day on which a post began */
    return g_strdup_printf (_("Since %s"), details->since);

  /* Translators: the first and the last day of a post */
  return g_strdup_printf (_("%1$s to %2$s"), details->since, details->until);
}

/* Takes @line over. */
static void
append_line (GString *words,
             char    *line)
{
  g_string_append_printf (words, "\n%s", line);
  g_free (line);
}

static char *
dup_post_words (const GgovPostDetails *details)
{
  GString *words = g_string_new (NULL);

  /* Translators: a grid’s name, then a building in it */
  if (details->grid && details->building_id != 0)
    g_string_append_printf (words, C_("place", "%1$s, %2$s"), details->grid, details->place);
  else
    g_string_append (words, details->place);

  if (details->present_grid)
    /* Translators: the grid that went on from the one of a post */
    append_line (words, g_strdup_printf (_("The grid was given up; now %s"),
                                         details->present_grid));
  append_line (words, dup_days (details));
  if (details->nominated_by)
    append_line (words, g_strdup_printf (_("Nominated by %s"), details->nominated_by));
  if (details->approved_by)
    append_line (words, g_strdup_printf (_("Approved by %s"), details->approved_by));
  if (details->holder)
    /* Translators: a person */
    append_line (words, g_strdup_printf (_("Stands in for %s"), details->holder));
  if (details->leave_id && details->holder == NULL)
    /* Translators: the first and the last day of a leave, and who stands in */
    append_line (words, g_strdup_printf (_("On leave %1$s to %2$s: %3$s stands in"),
                                         details->leave_from, details->leave_to,
                                         details->substitute));
  if (details->reason)
    append_line (words, g_strdup (details->reason));
  if (details->exception)
    /* Translators: why a rule was set aside */
    append_line (words, g_strdup_printf (_("Exception: %s"), details->exception));
  if (details->n_papers > 0)
    append_line (words, g_strdup_printf (ngettext ("%u paper", "%u papers", details->n_papers),
                                         (guint) details->n_papers));
  if (details->end_reason)
    append_line (words, g_strdup_printf (_("Ended: %s"), details->end_reason));

  return g_string_free (words, FALSE);
}

static void
add_map_button (GtkWidget             *row,
                const GgovPostDetails *details)
{
  GtkWidget *button;

  if (details->building_id == 0 && details->grid_id == 0)
    return;

  button = ggov_icon_button_new ("ggov-map-symbolic", _("Show on the map"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
  if (details->building_id != 0)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", "building",
                                      details->building_id);
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", "grid", details->grid_id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_stand_down_button (GtkWidget             *row,
                       const GgovPostDetails *details)
{
  GtkWidget *button = ggov_icon_button_new ("list-remove-symbolic", _("Stand down…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roster.stand-down");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", details->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             gint64      post_id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", post_id);
  g_menu_append_item (menu, item);
}

static void
add_menu_button (GtkWidget             *row,
                 const GgovPostDetails *details)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  if (details->held)
    {
      append_item (menu, _("_Transfer…"), "roster.transfer", details->id);
      append_item (menu, details->leave_id ? _("_End the Leave…") : _("_Substitute…"),
                   "roster.substitute", details->id);
    }
  append_item (menu, _("_Papers…"), "roster.show-papers", details->id);
  append_item (menu, _("_History of the Place"), "roster.show-history", details->id);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("More for this post"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("More for this post"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_post (GgovPersonPane *self,
          GgovPost       *post)
{
  const GgovPostDetails *details = ggov_post_get_details (post);
  g_autofree char *words = dup_post_words (details);
  GtkWidget *row = adw_action_row_new ();

  set_plain_title (row, details->role, words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (details->held)
    {
      add_map_button (row, details);
      if (details->holder == NULL)
        add_stand_down_button (row, details);
    }
  if (details->holder == NULL)
    add_menu_button (row, details);
  gtk_list_box_append (details->held ? self->post_list : self->earlier_list, row);
}

static void
fill_posts (GgovPersonPane *self)
{
  GListModel *posts = ggov_person_get_posts (self->person);

  clear_list (self->post_list);
  clear_list (self->earlier_list);
  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (posts, i);

      add_post (self, post);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->post_list),
                          gtk_list_box_get_row_at_index (self->post_list, 0) != NULL);
  gtk_widget_set_visible (self->no_posts,
                          gtk_list_box_get_row_at_index (self->post_list, 0) == NULL);
  gtk_widget_set_visible (self->earlier_group,
                          gtk_list_box_get_row_at_index (self->earlier_list, 0) != NULL);
}

static void
ggov_person_pane_dispose (GObject *object)
{
  GgovPersonPane *self = GGOV_PERSON_PANE (object);

  g_clear_object (&self->person);

  G_OBJECT_CLASS (ggov_person_pane_parent_class)->dispose (object);
}

static void
ggov_person_pane_class_init (GgovPersonPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_person_pane_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-person-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPane, contact_list);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPane, earlier_group);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPane, earlier_list);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPane, no_posts);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPane, note_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPane, post_list);
}

static void
ggov_person_pane_init (GgovPersonPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_person_pane_set_person (GgovPersonPane *self,
                             GgovPerson     *person)
{
  g_return_if_fail (GGOV_IS_PERSON_PANE (self));

  g_set_object (&self->person, person);
  if (person == NULL)
    return;

  gtk_label_set_label (self->name_label, ggov_person_get_details (person)->name);
  gtk_label_set_label (self->note_label, ggov_person_get_details (person)->sex_label);
  fill_contact (self);
  fill_posts (self);
}

GgovPerson *
ggov_person_pane_get_person (GgovPersonPane *self)
{
  g_return_val_if_fail (GGOV_IS_PERSON_PANE (self), NULL);

  return self->person;
}
