/* ggov-resident-pane.c: one resident beside the list, as the catalogue of fields has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-icon-button.h"
#include "ggov-membership.h"
#include "ggov-register-deed-text.h"
#include "ggov-register-event.h"
#include "ggov-register-value.h"
#include "ggov-resident-pane.h"
#include "ggov-residents-columns.h"
#include "ggov-visit.h"

/* Of visits and of what happened: what is older is in the register all the same. */
#define MOST_LINES 12

struct _GgovResidentPane
{
  AdwBin                 parent_instance;

  GgovRegisterCatalogue *catalogue; /* (nullable) */
  GgovResidentSheet     *sheet;     /* (nullable) */
  gboolean               whole;

  /* From the template. */
  GtkBox                *box;
  GtkLabel              *name_label;
  GtkLabel              *note_label;
  GtkWidget             *reveal_button;
};

G_DEFINE_FINAL_TYPE (GgovResidentPane, ggov_resident_pane, ADW_TYPE_BIN)

/* Lines ----------------------------------------------------------------------------------- */

static GtkListBox *
add_list (GgovResidentPane *self,
          const char       *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->box, box);

  return GTK_LIST_BOX (list);
}

/* What it is about stands before it. */
static void
add_value (GtkListBox *list,
           const char *what,
           const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (what);
  GtkWidget *value = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (box, "person-line");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (list, row);
}

/* Names may hold what is a sign in markup. */
static GtkWidget *
add_line (GtkListBox *list,
          const char *title,
          const char *note)
{
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *note_markup = g_markup_escape_text (note ? note : "", -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note_markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (list, row);

  return row;
}

/* Adds a piece of a line, apart from the one before it. */
static void
append (GString    *line,
        const char *piece)
{
  if (piece && *piece)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", piece);
}

/* Household ------------------------------------------------------------------------------- */

static void
add_member (GtkListBox               *list,
            const GgovResidentRecord *record,
            gint64                    person_id)
{
  g_autoptr(GString) note = g_string_new (NULL);
  g_autofree char *age = record->age >= 0 ? g_strdup_printf (ngettext ("%d year", "%d years",
                                                                       record->age),
                                                             (int) record->age) : NULL;
  GtkWidget *row;

  append (note, ggov_residents_get_relation (record->relation));
  append (note, record->sex_label);
  append (note, age);
  if (record->separated)
    append (note, ggov_residents_get_stay (record));
  row = add_line (list, record->name, note->str);
  if (record->person_id == person_id)
    return;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", record->person_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "residents.select");
}

/* A click leads to the building on the map. */
static void
add_home (GtkListBox               *list,
          const GgovResidentRecord *record)
{
  /* Translators: a building, then a door in it */
  g_autofree char *place = g_strdup_printf (C_("door", "%1$s, %2$s"), record->place, record->door);
  g_autoptr(GString) note = g_string_new (NULL);
  GtkWidget *row;

  append (note, record->grid);
  append (note, record->community);
  row = add_line (list, place, note->str);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ggov-map-symbolic"));
  gtk_widget_set_tooltip_text (row, _("Show on the map"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", "building", record->building_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
}

static void
add_household (GgovResidentPane *self,
               GListModel       *members)
{
  GgovResident *home = ggov_resident_sheet_get_home (self->sheet);
  GtkListBox *list;

  if (home == NULL)
    return;

  list = add_list (self, _("Household"));
  add_home (list, ggov_resident_get_record (home));
  for (guint i = 0; members && i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr(GgovResident) member = g_list_model_get_item (members, i);

      add_member (list, ggov_resident_get_record (member),
                  ggov_resident_sheet_get_person_id (self->sheet));
    }
}

/* Fields ---------------------------------------------------------------------------------- */

/* Who is at which door is what the register is opened for. */
static gboolean
is_masked (GgovResidentPane        *self,
           const GgovRegisterField *field)
{
  return !self->whole && field->sensitivity != GGOV_REGISTER_OPEN &&
         !g_str_equal (field->code, "name") && !g_str_equal (field->code, "door");
}

static void
add_fields (GgovResidentPane        *self,
            const GgovRegisterGroup *group)
{
  GtkListBox *list = NULL;

  for (guint i = 0; i < ggov_register_catalogue_get_n_fields (self->catalogue); i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_get_field_at (self->catalogue, i);
      const char *value = ggov_resident_sheet_get_value (self->sheet, field->code);
      g_autofree char *shown = NULL;

      if (value == NULL || field->is_retired || g_strcmp0 (field->group, group->code) != 0)
        continue;

      shown = is_masked (self, field) ? ggov_register_field_dup_masked (field, value)
                                      : ggov_register_field_dup_shown (self->catalogue, field, value);
      if (list == NULL)
        list = add_list (self, ggov_register_group_get_label (group));
      add_value (list, ggov_register_field_get_label (field), shown);
    }
}

/* Over time ------------------------------------------------------------------------------- */

static char *
dup_days (const char *from,
          const char *to)
{
  if (to == NULL)
    /* Translators: a day on which something began */
    return g_strdup_printf (_("Since %s"), from);

  /* Translators: the first and the last day of something */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}

static void
add_residences (GgovResidentPane *self)
{
  GListModel *rows = ggov_resident_sheet_get_residences (self->sheet);
  GtkListBox *list = g_list_model_get_n_items (rows) > 0 ? add_list (self, _("Residences")) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovResident) row = g_list_model_get_item (rows, i);
      const GgovResidentRecord *record = ggov_resident_get_record (row);
      g_autofree char *place = g_strdup_printf (C_("door", "%1$s, %2$s"), record->place,
                                                record->door);
      g_autofree char *days = dup_days (record->moved_in, record->moved_out);
      g_autoptr(GString) note = g_string_new (days);

      append (note, ggov_residents_get_relation (record->relation));
      append (note, ggov_residents_get_stay (record));
      add_line (list, place, note->str);
    }
}

static void
add_leave_button (GtkWidget  *row,
                  const char *group)
{
  GtkWidget *button = ggov_icon_button_new ("list-remove-symbolic", _("Out of this group…"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", group);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "residents.leave-group");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_memberships (GgovResidentPane *self)
{
  GListModel *rows = ggov_resident_sheet_get_memberships (self->sheet);
  GtkListBox *list = g_list_model_get_n_items (rows) > 0 ? add_list (self, _("Special groups")) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovMembership) row = g_list_model_get_item (rows, i);
      const GgovMembershipRecord *record = ggov_membership_get_record (row);
      const gboolean hidden = record->sensitive && !self->whole;
      g_autofree char *days = dup_days (record->valid_from, record->valid_to);
      g_autofree char *every = g_strdup_printf (ngettext ("Every day", "Every %d days",
                                                          record->every_days),
                                                (int) record->every_days);
      g_autofree char *due = record->due_on ? g_strdup_printf (_("due %s"), record->due_on) : NULL;
      g_autofree char *last = record->last_on ? g_strdup_printf (_("last met %s"), record->last_on)
                                              : NULL;
      g_autoptr(GString) note = g_string_new (days);
      GtkWidget *line;

      append (note, every);
      append (note, record->responsible);
      append (note, last);
      append (note, record->valid_to ? NULL : due);
      append (note, hidden ? NULL : record->source);
      append (note, hidden ? NULL : record->note);
      line = add_line (list, hidden ? _("A group the law protects") : record->label, note->str);
      if (record->valid_to == NULL)
        add_leave_button (line, record->code);
    }
}

static void
add_visits (GgovResidentPane *self)
{
  GListModel *rows = ggov_resident_sheet_get_visits (self->sheet);
  GtkListBox *list = g_list_model_get_n_items (rows) > 0 ? add_list (self, _("Visits")) : NULL;

  for (guint i = 0; i < MIN (g_list_model_get_n_items (rows), MOST_LINES); i++)
    {
      g_autoptr(GgovVisit) row = g_list_model_get_item (rows, i);
      const GgovVisitRecord *record = ggov_visit_get_record (row);
      g_autoptr(GString) title = g_string_new (record->day);
      g_autoptr(GString) note = g_string_new (NULL);
      GtkWidget *line;

      append (title, ggov_visit_outcome_get_label (record->outcome));
      append (note, record->confirmed ? _("confirmed") : NULL);
      append (note, record->visitor);
      append (note, record->found);
      append (note, record->issue);
      line = add_line (list, title->str, note->str);
      if (record->issue_id == 0)
        continue;

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (line), "(sx)", "issue", record->issue_id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (line), "win.show-record");
    }
}

static void
add_events (GgovResidentPane *self)
{
  GListModel *rows = ggov_resident_sheet_get_events (self->sheet);
  GtkListBox *list = g_list_model_get_n_items (rows) > 0 ? add_list (self, _("What happened")) : NULL;

  for (guint i = 0; i < MIN (g_list_model_get_n_items (rows), MOST_LINES); i++)
    {
      g_autoptr(GgovRegisterEvent) row = g_list_model_get_item (rows, i);
      const GgovRegisterEventRecord *record = ggov_register_event_get_record (row);
      g_autoptr(GString) title = g_string_new (record->day);
      g_autoptr(GString) note = g_string_new (record->place);

      append (title, ggov_register_event_get_label (record->kind));
      append (note, record->elsewhere);
      append (note, record->reason);
      append (note, record->report);
      add_line (list, title->str, note->str);
    }
}

/* The widget ------------------------------------------------------------------------------ */

static void
show_head (GgovResidentPane *self)
{
  GgovResident *home = ggov_resident_sheet_get_home (self->sheet);
  const GgovResidentRecord *record = home ? ggov_resident_get_record (home) : NULL;
  const char *died = ggov_resident_sheet_get_value (self->sheet, "died_on");
  g_autoptr(GString) note = g_string_new (NULL);
  const char *words = self->whole ? _("Mask again (Ctrl+R)") : _("Reveal what is masked… (Ctrl+R)");

  if (record)
    append (note, record->sex_label);
  if (record && record->age >= 0)
    {
      g_autofree char *age = g_strdup_printf ("%d", (int) record->age);

      append (note, age);
    }
  if (died)
    {
      g_autofree char *words_of_death = g_strdup_printf (_("died %s"), died);

      append (note, words_of_death);
    }
  gtk_label_set_label (self->name_label, ggov_resident_sheet_get_value (self->sheet, "name"));
  gtk_label_set_label (self->note_label, note->str);
  gtk_button_set_icon_name (GTK_BUTTON (self->reveal_button),
                            self->whole ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_widget_set_tooltip_text (self->reveal_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reveal_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
ggov_resident_pane_dispose (GObject *object)
{
  GgovResidentPane *self = GGOV_RESIDENT_PANE (object);

  g_clear_pointer (&self->catalogue, ggov_register_catalogue_unref);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (ggov_resident_pane_parent_class)->dispose (object);
}

static void
ggov_resident_pane_class_init (GgovResidentPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_resident_pane_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/residents/ggov-resident-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovResidentPane, box);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentPane, note_label);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentPane, reveal_button);
}

static void
ggov_resident_pane_init (GgovResidentPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reveal_button), "residents.reveal");
}

void
ggov_resident_pane_show (GgovResidentPane      *self,
                         GgovRegisterCatalogue *catalogue,
                         GgovResidentSheet     *sheet,
                         GListModel            *members,
                         gboolean               whole)
{
  GtkWidget *child;

  g_return_if_fail (GGOV_IS_RESIDENT_PANE (self));

  g_clear_pointer (&self->catalogue, ggov_register_catalogue_unref);
  self->catalogue = catalogue ? ggov_register_catalogue_ref (catalogue) : NULL;
  g_set_object (&self->sheet, sheet);
  self->whole = whole;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))))
    gtk_box_remove (self->box, child);
  gtk_widget_set_visible (GTK_WIDGET (self), sheet != NULL);
  if (sheet == NULL)
    return;

  show_head (self);
  add_household (self, members);
  for (guint i = 0; catalogue && i < ggov_register_catalogue_get_n_groups (catalogue); i++)
    add_fields (self, ggov_register_catalogue_get_group_at (catalogue, i));
  add_memberships (self);
  add_residences (self);
  add_visits (self);
  add_events (self);
}
