/* ggov-approve-dialog.c: asks from which day a plan is in force, and approves it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-approve-dialog.h"
#include "ggov-change.h"
#include "ggov-compare-window.h"
#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-store-plans.h"

#define GGOV_TYPE_APPROVE_DIALOG (ggov_approve_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovApproveDialog, ggov_approve_dialog, GGOV, APPROVE_DIALOG, AdwWindow)

struct _GgovApproveDialog
{
  AdwWindow    parent_instance;

  GtkWidget   *page;     /* (owned) */
  GgovSession *session;
  gint64       plan_id;
  char        *sentence; /* that tells of it once it is done */

  /* From the template. */
  GtkEditable *day_row;
  GtkLabel    *error_label;
  GtkLabel    *findings_label;
  GtkWidget   *rebase_button;
  GtkLabel    *summary_label;
  GtkLabel    *what_label;
};

G_DEFINE_FINAL_TYPE (GgovApproveDialog, ggov_approve_dialog, ADW_TYPE_WINDOW)

static void
show_error (GgovApproveDialog *self,
            const char        *sentence)
{
  gtk_label_set_label (self->error_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
}

static void
finish (GgovApproveDialog *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
approved_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovApproveDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    {
      gtk_widget_activate_action (self->page, "map.close-plan", NULL);
      gtk_widget_activate_action (self->page, "win.announce-change", "(sx)", self->sentence, id);
      finish (self);
    }
  else
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      show_error (self, sentence);
    }
}

static void
approve_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovApproveDialog *self = GGOV_APPROVE_DIALOG (widget);
  g_autofree char *day = g_strstrip (g_strdup (gtk_editable_get_text (self->day_row)));
  const char *refusal = NULL;
  int number;

  if (!ggov_local_day_parse (day, &number, NULL))
    refusal = _("Write the day as year-month-day, such as 2026-02-13.");
  else if (strcmp (day, ggov_session_get_today (self->session)) < 0)
    refusal = _("A plan cannot be in force from a day that is over. Write today or a later day.");

  if (refusal)
    {
      show_error (self, refusal);
      gtk_widget_grab_focus (GTK_WIDGET (self->day_row));
      return;
    }

  /* An entry that is made insensitive while it has the cursor misses that it lost it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  ggov_store_approve_plan_async (ggov_session_get_store (self->session), self->plan_id, day, NULL,
                                 approved_cb, g_object_ref (self));
}

static void
rebased_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovApproveDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    {
      gtk_widget_activate_action (self->page, "win.announce-change", "(sx)",
                                  _("The draft follows the latest plan"), id);
      finish (self);
    }
  else
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      show_error (self, sentence);
    }
}

static void
rebase_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovApproveDialog *self = GGOV_APPROVE_DIALOG (widget);

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  ggov_store_rebase_draft_async (ggov_session_get_store (self->session), self->plan_id, NULL,
                                 rebased_cb, g_object_ref (self));
}

static void
ggov_approve_dialog_dispose (GObject *object)
{
  GgovApproveDialog *self = GGOV_APPROVE_DIALOG (object);

  g_clear_object (&self->page);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sentence, g_free);

  G_OBJECT_CLASS (ggov_approve_dialog_parent_class)->dispose (object);
}

static void
ggov_approve_dialog_class_init (GgovApproveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_approve_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/plans/ggov-approve-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovApproveDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, GgovApproveDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovApproveDialog, findings_label);
  gtk_widget_class_bind_template_child (widget_class, GgovApproveDialog, rebase_button);
  gtk_widget_class_bind_template_child (widget_class, GgovApproveDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, GgovApproveDialog, what_label);
  gtk_widget_class_install_action (widget_class, "dialog.approve", NULL, approve_cb);
  gtk_widget_class_install_action (widget_class, "dialog.rebase", NULL, rebase_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ggov_approve_dialog_init (GgovApproveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "9 grids keep their codes, 1 gets a new one, 1 is given up." */
static char *
dup_codes (GgovPlanComparison *comparison)
{
  GListModel *grids = ggov_plan_comparison_get_grids (comparison);
  guint n_new = 0, n_given_up = 0, n_all = g_list_model_get_n_items (grids);

  for (guint i = 0; i < n_all; i++)
    {
      g_autoptr(GgovPlanGrid) grid = g_list_model_get_item (grids, i);
      const char *change = ggov_plan_grid_get_row (grid)->change;

      n_new += g_str_equal (change, "new");
      n_given_up += g_str_equal (change, "retired");
    }

  /* Translators: numbers of grids */
  return g_strdup_printf (_("Grids that keep their codes: %1$u; that get new ones: %2$u; that are "
                            "given up: %3$u."), n_all - n_new - n_given_up, n_new, n_given_up);
}

static void
show_summary (GgovApproveDialog *self,
              GgovDraft         *draft)
{
  g_autoptr(GgovPlanComparison) comparison = ggov_draft_compare (draft);
  guint n_posts = g_list_model_get_n_items (ggov_plan_comparison_get_posts (comparison));
  g_autofree char *moved = ggov_compare_dup_summary (comparison);
  g_autofree char *posts =
    g_strdup_printf (ngettext ("%u post is on a grid that is given up.",
                               "%u posts are on grids that are given up.", n_posts), n_posts);
  g_autofree char *codes = dup_codes (comparison);
  g_autofree char *words = n_posts > 0 ? g_strjoin ("\n", moved, codes, posts, NULL)
                                       : g_strjoin ("\n", moved, codes, NULL);

  gtk_label_set_label (self->summary_label, words);
}

/* What stands in the way disables approval; of the rest it is said that it is there. */
static void
show_findings (GgovApproveDialog *self,
               GListModel        *findings)
{
  guint n = findings ? g_list_model_get_n_items (findings) : 0;
  g_autofree char *words = NULL;
  guint n_errors = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);

      n_errors += ggov_plan_finding_is_error (finding);
    }

  if (n_errors > 0)
    words = g_strdup_printf (ngettext ("%u finding stands in the way of approval.",
                                       "%u findings stand in the way of approval.", n_errors),
                             n_errors);
  else if (n > 0)
    words = g_strdup_printf (ngettext ("The check has %u warning, which the office may accept.",
                                       "The check has %u warnings, which the office may accept.",
                                       n), n);

  gtk_label_set_label (self->findings_label, words ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->findings_label), words != NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->findings_label),
                            n_errors > 0 ? "error" : "out-of-band");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.approve", n_errors == 0);
}

static void
show_overtaken (GgovApproveDialog *self,
                GgovDraft         *draft)
{
  if (!ggov_plan_is_overtaken (ggov_draft_get_plan (draft)))
    return;

  show_error (self, _("Another plan was approved since this draft was begun. Let the draft follow "
                      "it, compare, and approve it then."));
  gtk_widget_set_visible (self->rebase_button, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.approve", FALSE);
}

void
ggov_approve_dialog_show (GtkWidget   *page,
                          GgovSession *session,
                          GgovDraft   *draft,
                          GListModel  *findings)
{
  const GgovPlanRow *plan = ggov_plan_get_row (ggov_draft_get_plan (draft));
  GgovApproveDialog *self = g_object_new (GGOV_TYPE_APPROVE_DIALOG,
                                          "transient-for", gtk_widget_get_root (page), NULL);

  self->page = g_object_ref (page);
  self->session = g_object_ref (session);
  self->plan_id = plan->id;
  /* Translators: a plan's name */
  self->sentence = g_strdup_printf (_("%s approved"), plan->name);
  gtk_label_set_label (self->what_label, plan->name);
  gtk_editable_set_text (self->day_row, ggov_session_get_today (session));
  show_summary (self, draft);
  show_findings (self, findings);
  show_overtaken (self, draft);
  gtk_window_present (GTK_WINDOW (self));
}
