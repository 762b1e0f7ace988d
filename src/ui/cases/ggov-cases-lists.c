/* ggov-cases-lists.c: lists of disputes, structures, joint actions and utility companies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-cases-lists.h"
#include "ggov-error-text.h"
#include "ggov-store-disputes.h"
#include "ggov-store-joint-actions.h"
#include "ggov-store-structures.h"
#include "ggov-store-utilities.h"
#include "ggov-text-column.h"

#define CM2_IN_M2 1e4

/* Columns ---------------------------------------------------------------------------------------- */

#define DEFINE_TEXT(name, get_fields, member) \
  static char * \
  name (gpointer context, \
        gpointer row) \
  { \
    return g_strdup (get_fields (row)->member); \
  }

#define DEFINE_NUMBER(name, get_fields, member) \
  static char * \
  name (gpointer context, \
        gpointer row) \
  { \
    return g_strdup_printf ("%d", (int) get_fields (row)->member); \
  }

#define DEFINE_AREA(name, get_fields, member) \
  static char * \
  name (gpointer context, \
        gpointer row) \
  { \
    return g_strdup_printf ("%.2f", get_fields (row)->member / CM2_IN_M2); \
  }

DEFINE_TEXT (dup_dispute, ggov_dispute_get_fields, number)
DEFINE_TEXT (dup_dispute_type, ggov_dispute_get_fields, type)
DEFINE_TEXT (dup_dispute_title, ggov_dispute_get_fields, title)
DEFINE_TEXT (dup_mediator, ggov_dispute_get_fields, mediator)
DEFINE_NUMBER (dup_meetings, ggov_dispute_get_fields, n_meetings)
DEFINE_NUMBER (dup_missing, ggov_dispute_get_fields, n_missing)
DEFINE_TEXT (dup_structure_issue, ggov_structure_get_fields, number)
DEFINE_TEXT (dup_structure, ggov_structure_get_fields, label)
DEFINE_TEXT (dup_structure_place, ggov_structure_get_fields, place)
DEFINE_TEXT (dup_found, ggov_structure_get_fields, found_on)
DEFINE_TEXT (dup_stopped, ggov_structure_get_fields, stopped_on)
DEFINE_TEXT (dup_demolished, ggov_structure_get_fields, demolished_on)
DEFINE_AREA (dup_area, ggov_structure_get_fields, area_cm2)
DEFINE_AREA (dup_area_down, ggov_structure_get_fields, demolished_cm2)
DEFINE_TEXT (dup_starts, ggov_joint_action_get_fields, starts_on)
DEFINE_TEXT (dup_ended, ggov_joint_action_get_fields, ended_on)
DEFINE_TEXT (dup_action, ggov_joint_action_get_fields, title)
DEFINE_TEXT (dup_lead, ggov_joint_action_get_fields, lead)
DEFINE_NUMBER (dup_action_issues, ggov_joint_action_get_fields, n_issues)
DEFINE_NUMBER (dup_action_closed, ggov_joint_action_get_fields, n_closed)
DEFINE_AREA (dup_action_area, ggov_joint_action_get_fields, area_cm2)
DEFINE_TEXT (dup_service, ggov_utility_row_get_fields, service_label)
DEFINE_TEXT (dup_company, ggov_utility_row_get_fields, company)
DEFINE_NUMBER (dup_reported, ggov_utility_row_get_fields, n_reported)
DEFINE_NUMBER (dup_solved, ggov_utility_row_get_fields, n_solved)
DEFINE_NUMBER (dup_open, ggov_utility_row_get_fields, n_open)
DEFINE_NUMBER (dup_overdue, ggov_utility_row_get_fields, n_overdue)

static char *
dup_outcome (gpointer context,
             gpointer row)
{
  guint outcome = ggov_dispute_outcome_find (ggov_dispute_get_fields (row)->outcome);

  return g_strdup (outcome < GGOV_N_DISPUTE_OUTCOMES ? ggov_dispute_outcome_get_label (outcome) : "");
}

static const GgovTextColumn dispute_columns[] = {
  { NC_("column", "Number"), dup_dispute, 110, FALSE },
  { NC_("column", "Case type"), dup_dispute_type, 150, FALSE },
  { NC_("column", "What it is about"), dup_dispute_title, 0, FALSE },
  { NC_("column", "Mediator"), dup_mediator, 90, FALSE },
  { NC_("column", "Meetings"), dup_meetings, 90, TRUE },
  { NC_("column", "Pieces missing"), dup_missing, 120, TRUE },
  { NC_("column", "Outcome"), dup_outcome, 100, FALSE },
};
static const GgovTextColumn structure_columns[] = {
  { NC_("column", "Number"), dup_structure_issue, 110, FALSE },
  { NC_("column", "Structure"), dup_structure, 130, FALSE },
  { NC_("column", "Where it is"), dup_structure_place, 0, FALSE },
  { NC_("column", "Found"), dup_found, 110, FALSE },
  { NC_("column", "m² found"), dup_area, 90, TRUE },
  { NC_("column", "Stopped"), dup_stopped, 110, FALSE },
  { NC_("column", "Pulled down"), dup_demolished, 110, FALSE },
  { NC_("column", "m² down"), dup_area_down, 90, TRUE },
};
static const GgovTextColumn action_columns[] = {
  { NC_("column", "From"), dup_starts, 110, FALSE },
  { NC_("column", "To"), dup_ended, 110, FALSE },
  { NC_("column", "Joint action"), dup_action, 0, FALSE },
  { NC_("column", "Leads"), dup_lead, 160, FALSE },
  { NC_("column", "Issues"), dup_action_issues, 80, TRUE },
  { NC_("column", "Issues closed"), dup_action_closed, 100, TRUE },
  { NC_("column", "m² down"), dup_action_area, 90, TRUE },
};
static const GgovTextColumn utility_columns[] = {
  { NC_("column", "Service"), dup_service, 150, FALSE },
  { NC_("column", "Company"), dup_company, 0, FALSE },
  { NC_("column", "Reported"), dup_reported, 100, TRUE },
  { NC_("column", "Solved"), dup_solved, 100, TRUE },
  { NC_("column", "Open"), dup_open, 80, TRUE },
  { NC_("column", "Overdue"), dup_overdue, 90, TRUE },
};

/* What each kind is read by ----------------------------------------------------------------------- */

typedef struct
{
  const char           *name;
  const char           *view;       /* as ggov_cases_window_show_case() has it */
  const GgovTextColumn *columns;
  guint                 n_columns;
  const char           *tables[5]; /* of which it is made */
  void                (*list)   (GgovStore           *store,
                                 const char          *day,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
  GListModel         *(*finish) (GgovStore     *store,
                                 GAsyncResult  *result,
                                 GError       **error);
  gint64              (*get_id) (gpointer row); /* which the case is known by */
} Kind;

#define DEFINE_ID(name, get_fields, member) \
  static gint64 \
  name (gpointer row) \
  { \
    return get_fields (row)->member; \
  }

DEFINE_ID (get_dispute, ggov_dispute_get_fields, issue_id)
DEFINE_ID (get_structure, ggov_structure_get_fields, issue_id)
DEFINE_ID (get_action, ggov_joint_action_get_fields, id)
DEFINE_ID (get_company, ggov_utility_row_get_fields, organisation_id)

static void
list_disputes (GgovStore           *store,
               const char          *day,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  ggov_store_list_disputes_async (store, day, FALSE, NULL, callback, user_data);
}

static void
list_structures (GgovStore           *store,
                 const char          *day,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  ggov_store_list_structures_async (store, 0, day, NULL, callback, user_data);
}

static void
list_actions (GgovStore           *store,
              const char          *day,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  ggov_store_list_joint_actions_async (store, day, NULL, callback, user_data);
}

static void
list_utilities (GgovStore           *store,
                const char          *day,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  ggov_store_list_utilities_async (store, day, NULL, callback, user_data);
}

static const Kind kinds[GGOV_N_CASES] = {
  [GGOV_CASES_DISPUTES] = { N_("Disputes"), "disputes", dispute_columns, G_N_ELEMENTS (dispute_columns),
                            { "dispute", "dispute_meeting", "dispute_piece", "issue" },
                            list_disputes, ggov_store_list_disputes_finish, get_dispute },
  [GGOV_CASES_STRUCTURES] = { N_("Structures"), "structures", structure_columns,
                              G_N_ELEMENTS (structure_columns),
                              { "structure", "issue" }, list_structures,
                              ggov_store_list_structures_finish, get_structure },
  [GGOV_CASES_ACTIONS] = { N_("Joint Actions"), "joint-actions", action_columns, G_N_ELEMENTS (action_columns),
                           { "joint_action", "joint_action_party", "joint_action_issue", "issue" },
                           list_actions, ggov_store_list_joint_actions_finish, get_action },
  [GGOV_CASES_UTILITIES] = { N_("Utilities"), "utilities", utility_columns, G_N_ELEMENTS (utility_columns),
                             { "utility_company", "utility_problem", "organisation", "issue" },
                             list_utilities, ggov_store_list_utilities_finish, get_company },
};

/* A list ------------------------------------------------------------------------------------------ */

typedef struct
{
  GtkWidget          *view;     /* (unowned) */
  GgovSession        *session;
  GtkSingleSelection *selection;
  const Kind         *kind;
} List;

#define KEY_LIST "ggov-list"

static void
list_free (gpointer data)
{
  List *list = data;

  g_clear_object (&list->session);
  g_clear_object (&list->selection);
  g_free (list);
}

static List *
get_list (gpointer view)
{
  return g_object_get_data (view, KEY_LIST);
}

static void
show_error (GtkWidget    *view,
            const GError *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  gtk_widget_activate_action (view, "win.show-message", "s", sentence);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWidget) view = user_data;
  List *list = get_list (view);
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = list->kind->finish (GGOV_STORE (object), result, &error);

  if (rows)
    gtk_single_selection_set_model (list->selection, rows);
  else
    show_error (view, error);
}

static void
read_list (GtkWidget *view)
{
  List *list = get_list (view);

  list->kind->list (ggov_session_get_store (list->session), ggov_session_get_today (list->session),
                    listed_cb, g_object_ref (view));
}

static void
changed_cb (GtkWidget *view,
            GStrv      tables)
{
  const Kind *kind = get_list (view)->kind;

  for (guint i = 0; tables[i]; i++)
    if (g_strv_contains (kind->tables, tables[i]))
      {
        read_list (view);
        return;
      }
}

/* What a row is about ------------------------------------------------------------------------------ */

static void
activated_cb (GtkWidget *view,
              guint      position)
{
  List *list = get_list (view);
  g_autoptr(GObject) row = g_list_model_get_item (G_LIST_MODEL (list->selection), position);

  if (row)
    gtk_widget_activate_action (view, "cases.show-case", "(sx)", list->kind->view,
                                list->kind->get_id (row));
}

GtkWidget *
ggov_cases_list_new (GgovSession   *session,
                     GgovCasesKind  kind)
{
  List *list = g_new0 (List, 1);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  list->session = g_object_ref (session);
  list->selection = gtk_single_selection_new (NULL);
  list->kind = &kinds[kind];
  list->view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (list->selection)));
  g_object_set_data_full (G_OBJECT (list->view), KEY_LIST, list, list_free);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (list->view), TRUE);
  ggov_text_columns_add (GTK_COLUMN_VIEW (list->view), list->kind->columns, list->kind->n_columns,
                         NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(list->kind->name), -1);
  g_signal_connect (list->view, "activate", G_CALLBACK (activated_cb), NULL);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           list->view, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list->view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  read_list (list->view);

  return scrolled;
}
