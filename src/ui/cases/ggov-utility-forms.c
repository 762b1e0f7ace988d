/* ggov-utility-forms.c: saying what a company supplies, and whose a utility problem is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-pick.h"
#include "ggov-form-dialog.h"
#include "ggov-store-utilities.h"
#include "ggov-utility-forms.h"

static GgovStore *
get_store (GgovFormDialog *dialog)
{
  return ggov_session_get_store (ggov_form_dialog_get_session (dialog));
}

/* What is supplied ----------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *pick;
  GtkWidget *service;
} SupplyRows;

static void
write_supply (GgovFormDialog *dialog,
              gpointer        data)
{
  const SupplyRows *rows = data;
  gint64 organisation_id = ggov_case_pick_require (GGOV_CASE_PICK (rows->pick));

  if (organisation_id != 0)
    ggov_store_set_supply_async (
      get_store (dialog), organisation_id,
      (GgovUtility) adw_combo_row_get_selected (ADW_COMBO_ROW (rows->service)), TRUE, NULL,
      ggov_form_dialog_finish_cb, ggov_form_dialog_wait (dialog, g_strdup (_("Supply entered"))));
}

void
ggov_supply_form_show (GtkWidget   *page,
                       GgovSession *session)
{
  const char *words[GGOV_N_UTILITIES + 1] = { NULL };
  SupplyRows *rows = g_new0 (SupplyRows, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("A Company Supplies"), _("_Enter"),
                                                 NULL, write_supply, rows, g_free);

  for (guint i = 0; i < GGOV_N_UTILITIES; i++)
    words[i] = ggov_utility_get_label (i);
  rows->pick = ggov_case_pick_new (session, GGOV_CASE_PICK_ORGANISATION, _("Company"));
  ggov_form_dialog_add (dialog, rows->pick);
  rows->service = ggov_form_dialog_add_combo (dialog, _("Service"), words, 0);
  ggov_form_dialog_add_hint (dialog, _("Water, gas and property companies supply what their kind "
                                       "says; it need not be entered."));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->pick);
}

/* Whose a problem is --------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget   *page;
  GgovSession *session;
  gint64       issue_id;
  char        *what;
  char        *service; /* (nullable) */
  GArray      *ids;     /* (element-type gint64): as the choice has them; the first is 0 */
  GtkWidget   *choice;
} CompanyRows;

static void
company_rows_free (gpointer data)
{
  CompanyRows *rows = data;

  g_clear_object (&rows->page);
  g_clear_object (&rows->session);
  g_free (rows->what);
  g_free (rows->service);
  g_array_unref (rows->ids);
  g_free (rows);
}

static void
write_company (GgovFormDialog *dialog,
               gpointer        data)
{
  const CompanyRows *rows = data;
  guint choice = adw_combo_row_get_selected (ADW_COMBO_ROW (rows->choice));

  if (choice < rows->ids->len)
    ggov_store_assign_company_async (
      get_store (dialog), rows->issue_id, g_array_index (rows->ids, gint64, choice), NULL,
      ggov_form_dialog_finish_cb,
      ggov_form_dialog_wait (dialog, g_strdup (_("Utility problem given to a company"))));
}

/* Whoever supplies it there, then each company that supplies the service. */
static char **
list_companies (CompanyRows *rows,
                GListModel  *utilities)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  gint64 nobody = 0;

  g_array_append_val (rows->ids, nobody);
  g_strv_builder_add (names, _("Whoever supplies it there"));
  for (guint i = 0; i < g_list_model_get_n_items (utilities); i++)
    {
      g_autoptr(GgovUtilityRow) row = g_list_model_get_item (utilities, i);
      const GgovUtilityRowFields *fields = ggov_utility_row_get_fields (row);

      if (fields->organisation_id != 0 &&
          (rows->service == NULL || g_str_equal (rows->service, fields->service)))
        {
          g_array_append_val (rows->ids, fields->organisation_id);
          g_strv_builder_add (names, fields->company);
        }
    }

  return g_strv_builder_end (names);
}

static void
utilities_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  CompanyRows *rows = user_data;
  g_autoptr(GListModel) utilities = ggov_store_list_utilities_finish (GGOV_STORE (object), result,
                                                                      NULL);
  g_auto(GStrv) names = NULL;
  GgovFormDialog *dialog;

  /* The window has gone meanwhile. */
  if (utilities == NULL || gtk_widget_get_root (rows->page) == NULL)
    {
      company_rows_free (rows);
      return;
    }

  names = list_companies (rows, utilities);
  dialog = ggov_form_dialog_new (rows->page, rows->session, _("Company of a Problem"), _("_Give"),
                                 rows->what, write_company, rows, company_rows_free);
  rows->choice = ggov_form_dialog_add_combo (dialog, _("Company"), (const char *const *) names, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ggov_company_form_show (GtkWidget   *page,
                        GgovSession *session,
                        gint64       issue_id,
                        const char  *what,
                        const char  *service)
{
  CompanyRows *rows = g_new0 (CompanyRows, 1);

  rows->page = g_object_ref (page);
  rows->session = g_object_ref (session);
  rows->issue_id = issue_id;
  rows->what = g_strdup (what);
  rows->service = g_strdup (service);
  rows->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  ggov_store_list_utilities_async (ggov_session_get_store (session),
                                   ggov_session_get_today (session), NULL, utilities_cb, rows);
}
