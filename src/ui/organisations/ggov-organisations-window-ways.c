/* ggov-organisations-window-ways.c: what ends a finding, and where a box of the chart leads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-appoint-dialog.h"
#include "ggov-organisation-kind.h"
#include "ggov-organisation-line-dialogs.h"
#include "ggov-organisations-window-private.h"
#include "ggov-store-organisations.h"
#include "ggov-store-vacancies.h"

/* A grid for which an organisation is looked for, or a post that is to be filled. */
typedef struct
{
  GgovOrganisationsWindow *window; /* (owned) */
  char                    *wanted; /* kind of the organisation, or code of the role */
  gint64                   community_id;
  gint64                   place_id;
  char                    *place;
} Search;

static Search *
search_new (GgovOrganisationsWindow *self,
            const char              *wanted,
            gint64                   community_id,
            gint64                   place_id,
            const char              *place)
{
  Search *search = g_new0 (Search, 1);

  search->window = g_object_ref (self);
  search->wanted = g_strdup (wanted);
  search->community_id = community_id;
  search->place_id = place_id;
  search->place = g_strdup (place);

  return search;
}

static void
search_free (Search *search)
{
  g_clear_object (&search->window);
  g_free (search->wanted);
  g_free (search->place);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

/* A grid's organisation --------------------------------------------------------------------- */

/* (element-type GgovOrganisation): those whose grid it could be; any of the Party’s for a group */
static GListModel *
choose_owners (const Search *search,
               GListModel   *rows)
{
  GListStore *owners = g_list_store_new (GGOV_TYPE_ORGANISATION);
  gboolean is_party = ggov_organisation_kind_is_party (search->wanted);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovOrganisation) one = g_list_model_get_item (rows, i);
      const GgovOrganisationRow *row = ggov_organisation_get_row (one);
      gboolean is_wanted = is_party ? ggov_organisation_kind_is_party (row->kind)
                                    : g_str_equal (row->kind, search->wanted);

      if (is_wanted && (row->community_id == 0 || row->community_id == search->community_id))
        g_list_store_append (owners, one);
    }

  return G_LIST_MODEL (owners);
}

static void
owners_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Search) search = user_data;
  GgovOrganisationsWindow *self = search->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_organisations_finish (GGOV_STORE (object), result,
                                                                     &error);
  g_autoptr(GListModel) owners = rows ? choose_owners (search, rows) : NULL;
  GgovOrganisationLineWish wish = {
    .line = "grid", .grid_id = search->place_id, .grid = search->place,
  };

  if (self->session == NULL)
    return;

  _ggov_organisations_window_show_error (self, error);
  wish.day = _ggov_organisations_window_get_day (self);
  if (owners && g_list_model_get_n_items (owners) > 0)
    ggov_organisation_assign_dialog_show (GTK_WIDGET (self), self->session, &wish, owners);
  else if (owners)
    /* Its grid is given to it as soon as it is there. */
    _ggov_organisations_window_add (self, ggov_organisation_kind_is_party (search->wanted)
                                            ? "branch" : search->wanted, search->community_id);
}

static void
assign (GgovOrganisationsWindow *self,
        const char              *wanted,
        gint64                   community_id,
        gint64                   grid_id,
        const char              *grid)
{
  ggov_store_list_organisations_async (ggov_session_get_store (self->session), NULL,
                                       _ggov_organisations_window_get_day (self), NULL, owners_cb,
                                       search_new (self, wanted, community_id, grid_id, grid));
}

/* Findings ---------------------------------------------------------------------------------- */

/* Which kind of line a deed adds. */
static const struct
{
  const char *deed;
  const char *line;
} deeds[] = {
  { "add-activity", "activity" },
  { "add-contact", "contact" },
  { "add-liaison", "post" },
  { "add-member", "member" },
  { "add-resource", "resource" },
  { "assign-grid", "grid" },
};

void
_ggov_organisations_window_end_gap (GgovOrganisationsWindow *self,
                                    GgovCoverageGap         *gap)
{
  const GgovCoverageGapRow *row = ggov_coverage_gap_get_row (gap);
  const char *duty = g_str_equal (row->subject, "group") ? "leader" : "secretary";

  if (g_str_equal (row->deed, "add-organisation"))
    _ggov_organisations_window_add (self, row->wanted, row->community_id);
  else if (row->wanted)
    assign (self, row->wanted, row->community_id, row->grid_id, row->name);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].deed, row->deed))
      _ggov_organisations_window_add_line (self, deeds[i].line, row->subject, row->subject_id,
                                           row->name, row->grid_id, row->grid,
                                           g_str_equal (deeds[i].line, "member") ? duty : NULL);
}

/* The chart --------------------------------------------------------------------------------- */

static void
vacancies_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Search) search = user_data;
  GgovOrganisationsWindow *self = search->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_vacancies_finish (GGOV_STORE (object), result,
                                                                 &error);

  if (self->session == NULL)
    return;

  _ggov_organisations_window_show_error (self, error);
  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVacancy) vacancy = g_list_model_get_item (rows, i);
      const GgovVacancyRecord *record = ggov_vacancy_get_record (vacancy);

      if (g_str_equal (record->role_code, search->wanted) && record->place_id == search->place_id)
        {
          ggov_appoint_dialog_show (GTK_WIDGET (self), self->session, vacancy);
          return;
        }
    }
}

static void
appoint (GgovOrganisationsWindow *self,
         const char              *role,
         gint64                   place_id)
{
  ggov_store_list_vacancies_async (ggov_session_get_store (self->session),
                                   _ggov_organisations_window_get_day (self), NULL, vacancies_cb,
                                   search_new (self, role, 0, place_id, NULL));
}

static void
show_record (GgovOrganisationsWindow *self,
             const char              *kind,
             gint64                   id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", kind, id);
}

static void
show_organisation (GgovOrganisationsWindow *self,
                   const char              *kind,
                   gint64                   id)
{
  gtk_stack_set_visible_child_name (self->views, "list");
  ggov_organisation_list_choose (self->list, kind, id);
}

/* A grid's group without a leader gets one; a grid without a group gets that first. */
static void
fill_party (GgovOrganisationsWindow *self,
            const GgovChartNodeRow  *row)
{
  if (row->party_id != 0)
    _ggov_organisations_window_add_line (self, "member", "group", row->party_id, row->name, 0, NULL,
                                         "leader");
  else
    assign (self, "group", row->parent_id, row->id, row->name);
}

static void
go_from_grid (GgovOrganisationsWindow *self,
              const GgovChartNodeRow  *row,
              GgovChartWay             way)
{
  if (way == GGOV_CHART_WAY_PLACE)
    show_record (self, "grid", row->id);
  else if (way == GGOV_CHART_WAY_HEAD && row->head_id != 0)
    show_record (self, "person", row->head_id);
  else if (way == GGOV_CHART_WAY_HEAD)
    appoint (self, "full_time_member", row->id);
  else if (row->second_id != 0)
    show_record (self, "person", row->second_id);
  else
    fill_party (self, row);
}

static void
go_from_community (GgovOrganisationsWindow *self,
                   const GgovChartNodeRow  *row,
                   GgovChartWay             way)
{
  gint64 person_id = way == GGOV_CHART_WAY_HEAD ? row->head_id : row->second_id;

  if (way == GGOV_CHART_WAY_PLACE)
    show_record (self, "community", row->id);
  else if (person_id != 0)
    show_record (self, "person", person_id);
  else
    appoint (self, way == GGOV_CHART_WAY_HEAD ? "first_secretary" : "chief_grid_leader", row->id);
}

void
_ggov_organisations_window_go (GgovOrganisationsWindow *self,
                               GgovChartNode           *node,
                               GgovChartWay             way)
{
  const GgovChartNodeRow *row = ggov_chart_node_get_row (node);

  if (g_str_equal (row->kind, "grid"))
    go_from_grid (self, row, way);
  else if (g_str_equal (row->kind, "community"))
    go_from_community (self, row, way);
  else if (!g_str_equal (row->kind, "office") && way == GGOV_CHART_WAY_HEAD && row->head_id != 0)
    show_record (self, "person", row->head_id);
  else if (!g_str_equal (row->kind, "office"))
    show_organisation (self, row->kind, row->id);
}
