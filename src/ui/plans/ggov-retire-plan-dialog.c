/* ggov-retire-plan-dialog.c: what it takes for a plan to be over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ggov-retire-plan-dialog.h"

/* How many drafts are offered. */
#define MOST_DRAFTS 4

static void
response_cb (GtkWidget  *dialog,
             const char *response,
             GtkWidget  *page)
{
  gint64 id = g_ascii_strtoll (response, NULL, 10);
  const gint64 *community = g_object_get_data (G_OBJECT (dialog), "community");

  if (g_str_equal (response, "begin"))
    gtk_widget_activate_action (page, "map.new-draft", "(xb)", *community, FALSE);
  else if (id > 0)
    gtk_widget_activate_action (page, "map.open-plan", "x", id);
}

static void
add_draft (AdwMessageDialog  *dialog,
           const GgovPlanRow *draft)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, draft->id);
  /* Translators: a draft’s name */
  g_autofree char *label = g_strdup_printf (_("Open “%s”"), draft->name);

  adw_message_dialog_add_response (dialog, id, label);
}

/* Returns: how many of the plans are drafts that were begun from this one. */
static guint
add_drafts (AdwMessageDialog  *dialog,
            const GgovPlanRow *plan,
            GListModel        *plans)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(GgovPlan) other = g_list_model_get_item (plans, i);
      const GgovPlanRow *row = ggov_plan_get_row (other);

      if (ggov_plan_get_state (other) == GGOV_PLAN_DRAFT && row->based_on_id == plan->id &&
          n++ < MOST_DRAFTS)
        add_draft (dialog, row);
    }

  return n;
}

static void
fill (AdwMessageDialog  *dialog,
      const GgovPlanRow *plan,
      GListModel        *plans)
{
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (add_drafts (dialog, plan, plans) > 0)
    adw_message_dialog_set_body (dialog, _("Every building is in a grid on every day: a plan is "
                                           "over the day before another is in force. Open a draft "
                                           "that shall take its place, and approve it for that "
                                           "day."));
  else
    {
      adw_message_dialog_set_body (dialog, _("Every building is in a grid on every day: a plan is "
                                             "over the day before another is in force. There is no "
                                             "draft yet that could take its place."));
      adw_message_dialog_add_response (dialog, "begin", _("_Begin a Draft"));
      adw_message_dialog_set_response_appearance (dialog, "begin", ADW_RESPONSE_SUGGESTED);
    }
}

void
ggov_retire_plan_dialog_show (GtkWidget  *page,
                              GgovPlan   *plan,
                              GListModel *plans)
{
  const GgovPlanRow *row = ggov_plan_get_row (plan);
  /* Translators: a plan’s name */
  g_autofree char *heading = g_strdup_printf (_("Retire “%s”"), row->name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (page)), heading,
                                              NULL);

  fill (ADW_MESSAGE_DIALOG (dialog), row, plans);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "community",
                          g_memdup2 (&row->community_id, sizeof row->community_id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
