/* ggov-organisation-pane.c: one organisation, what it has, and what can be done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-icon-button.h"
#include "ggov-number-text.h"
#include "ggov-organisation-kind.h"
#include "ggov-organisation-line.h"
#include "ggov-organisation-pane.h"

/* More lines of one sort than anybody reads beside a list: an authority has a post on each grid. */
#define MOST_LINES 40

struct _GgovOrganisationPane
{
  AdwBin     parent_instance;

  /* From the template. */
  GtkLabel  *facts_label;
  GtkLabel  *kind_label;
  GtkLabel  *name_label;
  GtkBox    *sections;
  GtkStack  *stack;
};

/* The sorts of lines, in the order of the pane. */
static const struct
{
  const char *kind;
  const char *title;
  const char *add;
  const char *end;
  const char *owners; /* which kinds have the sort always; others where they have a line of it */
} sorts[] = {
  { "member", N_("Secretary and members"), N_("Add a member"), N_("End this membership"),
    "branch group" },
  { "contact", N_("Contacts"), N_("Add a contact"), N_("End this contact"),
    "committee department co_building property gas water venue other" },
  { "post", N_("Liaisons and posts"), N_("Add a liaison"), N_("End this post"),
    "department property gas water" },
  { "grid", N_("Grids"), N_("Add grids"), N_("End this grid"),
    "co_building property gas water branch group" },
  { "resource", N_("Offers"), N_("Add an offer"), N_("End this offer"), "co_building" },
  { "activity", N_("What it did this year"), N_("Record what it did"), N_("Take this back"),
    "co_building" },
};

G_DEFINE_FINAL_TYPE (GgovOrganisationPane, ggov_organisation_pane, ADW_TYPE_BIN)

static void
add_fact (GString    *facts,
          const char *what,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  /* Translators: what is told of an organisation, and what it is */
  g_string_append_printf (facts, C_("organisation", "%1$s: %2$s"), what, text);
  g_string_append_c (facts, '\n');
}

static void
show_facts (GgovOrganisationPane      *self,
            const GgovOrganisationRow *row)
{
  GString *facts = g_string_new (NULL);
  g_autofree char *text = NULL;

  add_fact (facts, _("Community"), row->community);
  add_fact (facts, _("Branch"), row->parent);
  add_fact (facts, _("Scope"), row->scope);
  add_fact (facts, _("Phone"), row->phone);
  add_fact (facts, _("Address"), row->address);
  add_fact (facts, _("Since"), row->since);
  add_fact (facts, _("Until"), row->until);
  add_fact (facts, _("Ended"), row->end_reason);
  text = g_strchomp (g_string_free (facts, FALSE));
  gtk_label_set_label (self->facts_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->facts_label), *text != '\0');
}

/* Lines ------------------------------------------------------------------------------------ */

static char *
dup_note (const GgovOrganisationLineRow *row)
{
  gboolean is_activity = g_str_equal (row->kind, "activity");
  g_autofree char *reached = row->reached >= 0
    ? g_strdup_printf (ngettext ("%u person reached", "%u people reached", row->reached),
                       (guint) row->reached) : NULL;
  /* Translators: a day on which it began, and the last day */
  g_autofree char *until = row->until ? g_strdup_printf (_("%1$s to %2$s"), row->since, row->until)
                                      : NULL;
  const char *words[] = { row->note, row->phone, reached, is_activity ? row->since : until };
  GString *note = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] && *words[i])
      g_string_append_printf (note, "%s%s", note->len > 0 ? " · " : "", words[i]);

  return g_string_free (note, FALSE);
}

/* A button that shows the person or the grid. */
static void
add_way (GtkWidget                     *line,
         const GgovOrganisationLineRow *row)
{
  gboolean is_person = row->person_id != 0;
  g_autofree char *words = NULL;
  GtkWidget *button;

  if (row->person_id == 0 && row->grid_id == 0)
    return;

  /* Translators: a person or a grid */
  words = g_strdup_printf (is_person ? _("Show %s on the roster") : _("Show %s on the map"),
                           is_person || g_str_equal (row->kind, "grid") ? row->title : row->code);
  button = ggov_icon_button_new (is_person ? "ggov-roster-symbolic" : "ggov-map-symbolic", words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", is_person ? "person" : "grid",
                                    is_person ? row->person_id : row->grid_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
}

static GtkWidget *
make_line (GgovOrganisationLine *item,
           const char           *end)
{
  const GgovOrganisationLineRow *row = ggov_organisation_line_get_row (item);
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (row->title, -1);
  g_autofree char *note = dup_note (row);
  g_autofree char *subtitle = g_markup_escape_text (note, -1);
  /* Translators: what the button does, and to what: a person, a grid, an offer */
  g_autofree char *words = g_strdup_printf (C_("organisation", "%1$s: %2$s"), end, row->title);
  GtkWidget *button = ggov_icon_button_new ("list-remove-symbolic", words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
  add_way (line, row);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sxs)", row->kind, row->id,
                                    row->title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "organisations.end-line");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);

  return line;
}

static GtkWidget *
make_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/* (element-type GgovOrganisationLine): those of a sort */
static GPtrArray *
list_sort (GListModel *lines,
           guint       sort)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(GgovOrganisationLine) item = g_list_model_get_item (lines, i);

      if (g_str_equal (ggov_organisation_line_get_row (item)->kind, sorts[sort].kind))
        g_ptr_array_add (found, g_steal_pointer (&item));
    }

  return found;
}

static gboolean
has_sort (const char *kind,
          guint       sort)
{
  g_auto(GStrv) owners = g_strsplit (sorts[sort].owners, " ", -1);

  return g_strv_contains ((const char * const *) owners, kind);
}

/* The title with how many there are, and the button that adds one. */
static GtkWidget *
make_heading (guint sort,
              guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = ggov_number_dup_text (n);
  g_autofree char *words = g_strdup_printf ("%s · %s", _(sorts[sort].title), number);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *button = ggov_icon_button_new ("list-add-symbolic", _(sorts[sort].add));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", sorts[sort].kind);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "organisations.add-line");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static GtkWidget *
make_list (GPtrArray *found,
           guint      sort)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(sorts[sort].title), -1);
  for (guint i = 0; i < MIN (found->len, MOST_LINES); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_line (found->pdata[i], _(sorts[sort].end)));

  return list;
}

static void
add_section (GgovOrganisationPane *self,
             const char           *kind,
             GListModel           *lines,
             guint                 sort)
{
  g_autoptr(GPtrArray) found = list_sort (lines, sort);
  GtkWidget *section;

  if (found->len == 0 && !has_sort (kind, sort))
    return;

  section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (section), make_heading (sort, found->len));
  gtk_box_append (GTK_BOX (section), found->len > 0 ? make_list (found, sort)
                                                    : make_label (_("None on this day.")));
  if (found->len > MOST_LINES)
    {
      /* Translators: how many lines of a list there are besides */
      g_autofree char *more = g_strdup_printf (_("And %u more, by organisation on the roster."),
                                               found->len - MOST_LINES);

      gtk_box_append (GTK_BOX (section), make_label (more));
    }
  gtk_box_append (self->sections, section);
}

/* The widget ------------------------------------------------------------------------------- */

static void
ggov_organisation_pane_class_init (GgovOrganisationPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/organisations/ggov-organisation-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationPane, facts_label);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationPane, kind_label);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationPane, sections);
  gtk_widget_class_bind_template_child (widget_class, GgovOrganisationPane, stack);
}

static void
ggov_organisation_pane_init (GgovOrganisationPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_organisation_pane_show (GgovOrganisationPane *self,
                             GgovOrganisation     *organisation,
                             GListModel           *lines)
{
  const GgovOrganisationRow *row;
  GtkWidget *child;

  g_return_if_fail (GGOV_IS_ORGANISATION_PANE (self));

  gtk_stack_set_visible_child_name (self->stack, organisation ? "organisation" : "empty");
  if (organisation == NULL)
    return;

  row = ggov_organisation_get_row (organisation);
  gtk_label_set_label (self->name_label, row->name);
  gtk_label_set_label (self->kind_label, ggov_organisation_kind_get_label_of (row->kind));
  show_facts (self, row);
  /* What it has stays until it is known anew: the pane does not jump. */
  if (lines == NULL)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))))
    gtk_box_remove (self->sections, child);
  for (guint sort = 0; sort < G_N_ELEMENTS (sorts); sort++)
    add_section (self, row->kind, lines, sort);
}
