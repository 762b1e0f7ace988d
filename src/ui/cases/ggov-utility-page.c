/* ggov-utility-page.c: what a company supplies, and the utility problems that are its
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-deed.h"
#include "ggov-case-sheet.h"
#include "ggov-issue.h"
#include "ggov-store-utilities.h"
#include "ggov-utility-forms.h"
#include "ggov-utility-page.h"

struct _GgovUtilityPage
{
  AdwBin         parent_instance;

  GgovSession   *session;
  gint64         organisation_id; /* or 0 for nobody */
  GgovCaseSheet *sheet;           /* (unowned) (nullable): NULL once disposed of */
  char          *company;         /* (nullable): its name */
  gboolean       supplies[GGOV_N_UTILITIES];
  GListModel    *counts;          /* (nullable) (element-type GgovUtilityRow) */
  GListModel    *problems;        /* (nullable) (element-type GgovIssue) */
};

G_DEFINE_FINAL_TYPE (GgovUtilityPage, ggov_utility_page, ADW_TYPE_BIN)

static const char *const tables[] = {
  "utility_company", "utility_problem", "organisation", "issue", NULL,
};

/* What it shows -------------------------------------------------------------------------------- */

static char *
dup_counts (const GgovUtilityRowFields *fields)
{
  /* Translators: numbers of utility problems in twelve months */
  return g_strdup_printf (_("%1$d reported, %2$d solved, %3$d open, %4$d overdue"),
                          (int) fields->n_reported, (int) fields->n_solved, (int) fields->n_open,
                          (int) fields->n_overdue);
}

/* Its rows of the counts, and whether it supplies each service; what nobody has is listed as well. */
static void
add_services (GgovUtilityPage *self)
{
  ggov_case_sheet_add_part (self->sheet, _("Services"), NULL, NULL);
  ggov_case_sheet_set_note (self->sheet, _("In the twelve months up to this one"));
  for (guint service = 0; service < GGOV_N_UTILITIES; service++)
    {
      const char *code = ggov_utility_get_code (service);
      g_autofree char *text = NULL;

      for (guint i = 0; i < g_list_model_get_n_items (self->counts); i++)
        {
          g_autoptr(GgovUtilityRow) row = g_list_model_get_item (self->counts, i);
          const GgovUtilityRowFields *fields = ggov_utility_row_get_fields (row);

          if (fields->organisation_id == self->organisation_id &&
              g_str_equal (fields->service, code))
            text = dup_counts (fields);
        }
      self->supplies[service] = text != NULL;
      if (text == NULL && self->organisation_id == 0)
        continue;

      ggov_case_sheet_add_row (self->sheet, ggov_utility_get_label (service),
                               text ? text : _("Not supplied"));
      if (self->organisation_id != 0)
        ggov_case_sheet_add_deed (self->sheet, NULL,
                                  text ? _("No Longer Supplies") : _("Supplies It"), "utility.toggle",
                                  g_variant_new_string (code));
    }
}

static void
add_problem (GgovUtilityPage *self,
             GgovIssue       *issue)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  g_autofree char *title = g_strdup_printf ("%s  %s", fields->number, fields->title);
  g_autofree char *text = g_strdup_printf ("%s · %s", ggov_issue_get_type_label (issue),
                                           ggov_issue_stage_get_label (fields->state.stage));

  ggov_case_sheet_add_row (self->sheet, title, text);
  ggov_case_sheet_add_deed (self->sheet, "ggov-issues-symbolic", _("Show the issue"),
                            "win.show-record", g_variant_new ("(sx)", "issue", fields->id));
  ggov_case_sheet_add_deed (self->sheet, NULL, _("Give To…"), "utility.give",
                            g_variant_new_int64 (fields->id));
}

static void
show (GgovUtilityPage *self)
{
  guint n = g_list_model_get_n_items (self->problems);

  ggov_case_sheet_begin (self->sheet, self->company ? self->company : _("No company"), NULL);
  add_services (self);
  ggov_case_sheet_add_part (self->sheet, _("Problems"), NULL, NULL);
  if (n == 0)
    ggov_case_sheet_set_note (self->sheet, _("No utility problem was reported."));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (self->problems, i);

      add_problem (self, issue);
    }
  ggov_case_sheet_end (self->sheet);
}

static void
problems_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovUtilityPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) problems = ggov_store_list_utility_problems_finish (GGOV_STORE (object),
                                                                            result, &error);

  if (problems == NULL)
    {
      ggov_case_sheet_tell (GTK_WIDGET (self), error);
      return;
    }

  g_set_object (&self->problems, problems);
  if (self->sheet && self->counts)
    show (self);
}

static void
take_counts (GgovUtilityPage *self,
             GListModel      *counts)
{
  g_set_object (&self->counts, counts);
  for (guint i = 0; i < g_list_model_get_n_items (counts); i++)
    {
      g_autoptr(GgovUtilityRow) row = g_list_model_get_item (counts, i);
      const GgovUtilityRowFields *fields = ggov_utility_row_get_fields (row);

      /* Once it supplies nothing any more its name is that of before. */
      if (fields->organisation_id == self->organisation_id)
        {
          g_free (self->company);
          self->company = g_strdup (fields->company);
        }
    }
}

static void
counts_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovUtilityPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) counts = ggov_store_list_utilities_finish (GGOV_STORE (object), result,
                                                                   &error);

  if (counts == NULL)
    {
      ggov_case_sheet_tell (GTK_WIDGET (self), error);
      return;
    }
  if (self->session == NULL)
    return;

  take_counts (self, counts);
  ggov_store_list_utility_problems_async (GGOV_STORE (object), self->organisation_id, NULL,
                                          ggov_session_get_today (self->session), NULL, problems_cb,
                                          g_object_ref (self));
}

static void
read_company (GtkWidget *page)
{
  GgovUtilityPage *self = GGOV_UTILITY_PAGE (page);

  ggov_store_list_utilities_async (ggov_session_get_store (self->session),
                                   ggov_session_get_today (self->session), NULL, counts_cb,
                                   g_object_ref (self));
}

/* What is done --------------------------------------------------------------------------------- */

static void
toggle_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovUtilityPage *self = GGOV_UTILITY_PAGE (widget);
  GgovUtility service = GGOV_UTILITY_WATER;

  if (!ggov_utility_from_code (g_variant_get_string (parameter, NULL), &service))
    return;

  ggov_store_set_supply_async (
    ggov_session_get_store (self->session), self->organisation_id, service,
    !self->supplies[service], NULL, ggov_case_deed_cb,
    ggov_case_deed_new (widget, self->supplies[service] ? _("Supply ended") : _("Supply entered")));
}

static void
give_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovUtilityPage *self = GGOV_UTILITY_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  for (guint i = 0; self->problems && i < g_list_model_get_n_items (self->problems); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (self->problems, i);
      const GgovIssueFields *fields = ggov_issue_get_fields (issue);
      g_autofree char *what = g_strdup_printf ("%s  %s", fields->number, fields->title);

      if (fields->id == id)
        ggov_company_form_show (widget, self->session, id, what, NULL);
    }
}

/* The page ------------------------------------------------------------------------------------- */

static void
ggov_utility_page_dispose (GObject *object)
{
  GgovUtilityPage *self = GGOV_UTILITY_PAGE (object);

  self->sheet = NULL;
  g_clear_object (&self->session);
  g_clear_pointer (&self->company, g_free);
  g_clear_object (&self->counts);
  g_clear_object (&self->problems);

  G_OBJECT_CLASS (ggov_utility_page_parent_class)->dispose (object);
}

static void
ggov_utility_page_class_init (GgovUtilityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_utility_page_dispose;

  gtk_widget_class_install_action (widget_class, "utility.give", "x", give_cb);
  gtk_widget_class_install_action (widget_class, "utility.toggle", "s", toggle_cb);
}

static void
ggov_utility_page_init (GgovUtilityPage *self)
{
  self->sheet = GGOV_CASE_SHEET (ggov_case_sheet_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sheet));
}

GtkWidget *
ggov_utility_page_new (GgovSession *session,
                       gint64       organisation_id)
{
  GgovUtilityPage *self = g_object_new (GGOV_TYPE_UTILITY_PAGE, NULL);

  self->session = g_object_ref (session);
  self->organisation_id = organisation_id;
  ggov_case_sheet_follow (GTK_WIDGET (self), session, tables, read_company);

  return GTK_WIDGET (self);
}
