/* ggov-map-details.c: what there is to know about the grid or building chosen on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-issue-stage.h"
#include "ggov-local-time.h"
#include "ggov-map-details.h"
#include "ggov-number-text.h"
#include "ggov-role-catalogue.h"

#define FULL_TIME_MEMBER "full_time_member"

struct _GgovMapDetails
{
  AdwBin             parent_instance;

  GgovRoleCatalogue *roles;

  /* From the template. */
  GtkBox            *content;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (GgovMapDetails, ggov_map_details, ADW_TYPE_BIN)

static void
clear (GgovMapDetails *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))))
    gtk_box_remove (self->content, child);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
add_title (GgovMapDetails *self,
           const char     *title,
           const char     *subtitle)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  add_label (box, title, "title-3");
  gtk_label_set_selectable (GTK_LABEL (add_label (box, subtitle, "dim-label")), TRUE);
  gtk_box_append (self->content, box);
}

static void
add_figure (GtkWidget  *box,
            int         number,
            const char *caption)
{
  GtkWidget *figure = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = ggov_number_dup_text (number);
  GtkWidget *value = add_label (figure, text, "title-2");
  GtkWidget *label = add_label (figure, caption, "caption");

  gtk_label_set_xalign (GTK_LABEL (value), 0.5);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), figure);
}

static GtkWidget *
add_figures (GgovMapDetails *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "map-figures");
  gtk_box_append (self->content, box);

  return box;
}

static GtkWidget *
add_group (GgovMapDetails *self,
           const char     *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->content, group);

  return group;
}

static GtkWidget *
add_row (GtkWidget  *group,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

/* Leads to the answer, which can be copied. */
static void
add_charge (GgovMapDetails *self,
            const char     *kind,
            gint64          id,
            const char     *label)
{
  GtkWidget *button = gtk_button_new_with_label (_("Who Is in Charge Here?"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sxs)", kind, id, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-charge");
  gtk_box_append (self->content, button);
}

static void
set_record (GtkWidget  *row,
            const char *kind,
            gint64      id)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", kind, id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
}

static const char *
get_role_label (GgovMapDetails        *self,
                const GgovPlacePerson *person)
{
  const GgovRole *role = ggov_role_catalogue_find (self->roles, person->role_code);

  return role ? ggov_role_get_label (role) : person->role_name;
}

static char *
dup_post (GgovMapDetails        *self,
          const GgovPlacePerson *person)
{
  const char *role = get_role_label (self, person);

  if (person->building && person->unit > 0)
    /* Translators: a post, the building it is for, and the number of the unit there */
    return g_strdup_printf (_("%s · %s, unit %d"), role, person->building, person->unit);

  if (person->building)
    return g_strdup_printf ("%s · %s", role, person->building);

  return g_strdup (role);
}

static void
add_person (GgovMapDetails        *self,
            GtkWidget             *group,
            const GgovPlacePerson *person)
{
  g_autofree char *post = dup_post (self, person);
  g_autofree char *title = person->phone ? g_strdup_printf ("%s  %s", person->name, person->phone)
                                         : g_strdup (person->name);
  GtkWidget *row = add_row (group, title, post);

  set_record (row, "person", person->id);
}

static char *
dup_due (const GgovPlaceIssue *issue)
{
  g_autofree char *due = issue->due_at > 0 ? ggov_local_time_format (issue->due_at) : NULL;

  if (issue->suspended)
    return g_strdup (_("Suspended"));

  if (due == NULL)
    return g_strdup (_("No deadline"));

  g_strdelimit (due, "T", ' ');

  /* Translators: the deadline of an issue, day and time */
  return g_strdup_printf (issue->due_provisional ? _("Due %s, provisional") : _("Due %s"), due);
}

static const char *
get_stage_label (const char *code)
{
  GgovIssueStage stage;

  return ggov_issue_stage_from_code (code, &stage, NULL) ? ggov_issue_stage_get_label (stage) : code;
}

static void
add_issues (GgovMapDetails *self,
            GPtrArray      *issues,
            gint64          now)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u open issue", "%u open issues",
                                                      issues->len), issues->len);
  GtkWidget *group = add_group (self, title);

  for (guint i = 0; i < issues->len; i++)
    {
      const GgovPlaceIssue *issue = issues->pdata[i];
      g_autofree char *due = dup_due (issue);
      g_autofree char *subtitle = g_strdup_printf ("%s · %s", get_stage_label (issue->stage), due);
      GtkWidget *row = add_row (group, issue->title, subtitle);

      if (!issue->suspended && issue->due_at > 0 && issue->due_at < now)
        {
          GtkWidget *late = gtk_label_new (_("Overdue"));

          gtk_widget_add_css_class (late, "caption");
          gtk_widget_add_css_class (late, "error");
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), late);
        }

      set_record (row, "issue", issue->id);
    }
}

/* Those with one role, or all others. */
static void
add_people (GgovMapDetails *self,
            GtkWidget      *group,
            GPtrArray      *people,
            const char     *role_code,
            gboolean        is_wanted)
{
  for (guint i = 0; i < people->len; i++)
    {
      const GgovPlacePerson *person = people->pdata[i];

      if (g_str_equal (person->role_code, role_code) == is_wanted)
        add_person (self, group, person);
    }
}

static guint
count_people (GPtrArray  *people,
              const char *role_code)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    n += g_str_equal (((GgovPlacePerson *) people->pdata[i])->role_code, role_code);

  return n;
}

static void
add_party (GgovMapDetails        *self,
           const GgovGridDetails *details)
{
  GtkWidget *group = add_group (self, _("Party organisation"));

  for (guint i = 0; details->party[i]; i++)
    add_row (group, details->party[i], NULL);

  if (details->party[0] == NULL)
    add_row (group, _("None yet"), _("Every grid is to have a branch or group"));
}

static void
add_grid_people (GgovMapDetails        *self,
                 const GgovGridDetails *details)
{
  guint n_members = count_people (details->people, FULL_TIME_MEMBER);
  GtkWidget *group = add_group (self, _("Full-time grid member"));

  add_people (self, group, details->people, FULL_TIME_MEMBER, TRUE);
  if (n_members == 0)
    add_row (group, _("Vacant"), _("Appoint somebody on the Roster page"));
}

static void
add_other_people (GgovMapDetails        *self,
                  const GgovGridDetails *details)
{
  guint n = details->people->len - count_people (details->people, FULL_TIME_MEMBER);
  g_autofree char *title = g_strdup_printf (ngettext ("%u more person", "%u more people", n), n);

  if (n > 0)
    add_people (self, add_group (self, title), details->people, FULL_TIME_MEMBER, FALSE);
}

/* The same as clicking them on the map, for those who use keys. */
static void
add_buildings (GgovMapDetails        *self,
               const GgovGridDetails *details)
{
  guint n = details->buildings->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u building", "%u buildings", n), n);
  GtkWidget *group = add_group (self, title);

  for (guint i = 0; i < n; i++)
    {
      const GgovPlaceBuilding *building = details->buildings->pdata[i];
      g_autofree char *households =
        g_strdup_printf (ngettext ("%d household", "%d households", building->households),
                         building->households);

      set_record (add_row (group, building->label, building->households > 0 ? households : NULL),
                  "building", building->id);
    }
}

static void
ggov_map_details_dispose (GObject *object)
{
  GgovMapDetails *self = GGOV_MAP_DETAILS (object);

  g_clear_pointer (&self->roles, ggov_role_catalogue_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (ggov_map_details_parent_class)->dispose (object);
}

static void
ggov_map_details_class_init (GgovMapDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_map_details_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/map/ggov-map-details.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovMapDetails, content);
  gtk_widget_class_bind_template_child (widget_class, GgovMapDetails, scroller);
}

static void
ggov_map_details_init (GgovMapDetails *self)
{
  self->roles = ggov_role_catalogue_new_default ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_map_details_show_places (GgovMapDetails *self,
                              GgovPlaces     *places)
{
  guint n_grids = ggov_places_get_n_grids (places);
  int households = 0;
  GtkWidget *figures;

  g_return_if_fail (GGOV_IS_MAP_DETAILS (self));

  for (guint i = 0; i < n_grids; i++)
    households += ggov_grid_get_households (ggov_places_get_grid (places, i));

  clear (self);
  add_title (self, _("The whole area"),
             n_grids > 0 ? _("Click a grid or a building on the map, or choose a grid in the list.")
                         : _("Click a building on the map."));
  figures = add_figures (self);
  add_figure (figures, n_grids, _("Grids"));
  add_figure (figures, households, _("Households"));
  add_figure (figures, ggov_geo_footprints_get_n (ggov_places_get_footprints (places)),
              _("Buildings"));
}

void
ggov_map_details_show_grid (GgovMapDetails        *self,
                            GgovGrid              *grid,
                            const GgovGridDetails *details,
                            gint64                 now)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", ggov_grid_get_number (grid),
                                            ggov_grid_get_name (grid));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", ggov_grid_get_community (grid),
                                               ggov_grid_get_code (grid));
  GtkWidget *figures;

  g_return_if_fail (GGOV_IS_MAP_DETAILS (self));

  clear (self);
  add_title (self, title, subtitle);
  figures = add_figures (self);
  add_figure (figures, ggov_grid_get_households (grid), _("Households"));
  add_figure (figures, ggov_grid_get_people (grid), _("People"));
  add_figure (figures, ggov_grid_get_buildings (grid), _("Buildings"));
  add_charge (self, "grid", ggov_grid_get_id (grid), ggov_grid_get_name (grid));
  if (details == NULL)
    return;

  add_grid_people (self, details);
  add_party (self, details);
  add_issues (self, details->issues, now);
  add_buildings (self, details);
  add_other_people (self, details);
}

static void
add_building_facts (GgovMapDetails            *self,
                    const GgovBuildingDetails *details,
                    GgovGrid                  *grid,
                    GMenuModel                *move_menu)
{
  GtkWidget *group = add_group (self, "");
  g_autofree char *name = grid ? g_strdup_printf ("%s  %s", ggov_grid_get_number (grid),
                                                  ggov_grid_get_name (grid)) : NULL;
  GtkWidget *row = add_row (group, name ? name : _("In no grid"), _("Grid"));
  GtkWidget *button;

  if (grid)
    set_record (row, "grid", ggov_grid_get_id (grid));

  if (move_menu == NULL)
    return;

  button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Move"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), move_menu);
  gtk_widget_set_tooltip_text (button, _("Move the building to a neighbouring grid"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
dup_building_facts (const GgovBuildingDetails *details)
{
  const char *kind = ggov_building_kind_get_label (details->kind);
  g_autofree char *floors = g_strdup_printf (ngettext ("%d floor", "%d floors", details->floors),
                                             details->floors);
  g_autofree char *facts = details->floors > 0 ? g_strdup_printf ("%s · %s", kind, floors)
                                               : g_strdup (kind);

  return details->community ? g_strdup_printf ("%s · %s", details->community, facts)
                            : g_steal_pointer (&facts);
}

void
ggov_map_details_show_building (GgovMapDetails            *self,
                                const GgovBuildingDetails *details,
                                GgovGrid                  *grid,
                                GMenuModel                *move_menu,
                                gint64                     now)
{
  g_autofree char *title = ggov_building_dup_label (details->compound, details->number,
                                                    details->name);
  g_autofree char *subtitle = dup_building_facts (details);
  GtkWidget *figures;

  g_return_if_fail (GGOV_IS_MAP_DETAILS (self));

  clear (self);
  add_title (self, title, subtitle);
  figures = add_figures (self);
  add_figure (figures, details->units, _("Units"));
  add_figure (figures, details->households, _("Households"));
  add_figure (figures, details->people_count, _("People"));
  add_charge (self, "building", details->id, title);
  add_building_facts (self, details, grid, move_menu);
  add_issues (self, details->issues, now);

  if (details->people->len > 0)
    add_people (self, add_group (self, _("Building and unit leaders")), details->people, "", FALSE);
}
