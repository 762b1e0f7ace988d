/* ggov-joint-action-page.c: a joint action: its parties, steps, issues and result
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-deed.h"
#include "ggov-case-sheet.h"
#include "ggov-joint-action-forms.h"
#include "ggov-joint-action-page.h"
#include "ggov-measure-text.h"
#include "ggov-store-joint-actions.h"

#define CM2_IN_M2 1e4

struct _GgovJointActionPage
{
  AdwBin           parent_instance;

  GgovSession     *session;
  gint64           action_id;
  GgovCaseSheet   *sheet;  /* (unowned) (nullable): NULL once disposed of */
  GgovJointAction *action; /* (nullable): until it is read */
  GListModel      *lines;  /* (nullable) (element-type GgovJointActionLine) */
};

G_DEFINE_FINAL_TYPE (GgovJointActionPage, ggov_joint_action_page, ADW_TYPE_BIN)

static const char *const tables[] = {
  "joint_action", "joint_action_party", "joint_action_step", "joint_action_issue", "issue",
  "organisation", NULL,
};

/* What it shows -------------------------------------------------------------------------------- */

/* What of a line stands large, and what small below it. */
static char *
dup_line_title (const GgovJointActionLineFields *fields)
{
  if (g_str_equal (fields->kind, "party"))
    /* Translators: an organisation’s name */
    return fields->is_lead ? g_strdup_printf (_("%s · leads"), fields->name)
                           : g_strdup (fields->name);

  return g_str_equal (fields->kind, "step") ? g_strdup (fields->text)
                                            : g_strdup_printf ("%s  %s", fields->number, fields->name);
}

static char *
dup_line_text (const GgovJointActionLineFields *fields)
{
  int people = (int) fields->people;
  g_autofree char *sent = g_strdup_printf (ngettext ("%d person", "%d people", people), people);

  if (g_str_equal (fields->kind, "party"))
    return *fields->text ? g_strdup_printf ("%s · %s", sent, fields->text)
                         : g_steal_pointer (&sent);
  if (g_str_equal (fields->kind, "step"))
    return g_strdup (fields->day);

  return *fields->text ? g_strdup_printf ("%s · %s", fields->stage, fields->text)
                       : g_strdup (fields->stage);
}

static void
add_line (GgovJointActionPage             *self,
          const GgovJointActionLineFields *fields,
          gboolean                         is_open)
{
  g_autofree char *title = dup_line_title (fields);
  g_autofree char *text = dup_line_text (fields);

  ggov_case_sheet_add_row (self->sheet, title, text);
  if (g_str_equal (fields->kind, "issue"))
    ggov_case_sheet_add_deed (self->sheet, "ggov-issues-symbolic", _("Show the issue"),
                              "win.show-record", g_variant_new ("(sx)", "issue", fields->of_id));
  if (!is_open)
    return;

  ggov_case_sheet_add_deed (self->sheet, "document-edit-symbolic", _("Change"), "joint.edit-line",
                            g_variant_new ("(sx)", fields->kind, fields->id));
  ggov_case_sheet_add_deed (self->sheet, "edit-delete-symbolic", _("Remove"), "joint.remove-line",
                            g_variant_new ("(sx)", fields->kind, fields->id));
}

static void
add_lines (GgovJointActionPage *self,
           const char          *kind,
           gboolean             is_open)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->lines); i++)
    {
      g_autoptr(GgovJointActionLine) line = g_list_model_get_item (self->lines, i);
      const GgovJointActionLineFields *fields = ggov_joint_action_line_get_fields (line);

      if (g_str_equal (fields->kind, kind))
        add_line (self, fields, is_open);
    }
}

static void
add_facts (GgovJointActionPage         *self,
           const GgovJointActionFields *fields)
{
  g_autofree char *area = ggov_measure_dup_area (fields->area_cm2 / CM2_IN_M2);
  /* Translators: of so many issues, how many are closed, how many places were put right, an area */
  g_autofree char *sums = g_strdup_printf (_("%1$d issues, %2$d closed, %3$d places, %4$s"),
                                           (int) fields->n_issues, (int) fields->n_closed,
                                           (int) fields->n_places, area);
  g_autofree char *days = g_strdup_printf (*fields->ended_on ? "%s – %s" : "%s –%s",
                                           fields->starts_on, fields->ended_on);

  ggov_case_sheet_add_part (self->sheet, _("Joint Action"), _("_Change…"), "joint.edit");
  ggov_case_sheet_add_fact (self->sheet, _("Days"), days);
  ggov_case_sheet_add_fact (self->sheet, _("What it is for"), fields->purpose);
  ggov_case_sheet_add_fact (self->sheet, _("So far"), sums);
  ggov_case_sheet_add_fact (self->sheet, _("What came of it"), fields->result);
}

static void
show (GgovJointActionPage *self)
{
  const GgovJointActionFields *fields = ggov_joint_action_get_fields (self->action);
  gboolean is_open = *fields->ended_on == '\0';

  ggov_case_sheet_begin (self->sheet, fields->title,
                         is_open ? _("Goes on") : _("Ended: its parts stay as they are"));
  add_facts (self, fields);
  ggov_case_sheet_add_part (self->sheet, C_("joint action", "Parties"),
                            is_open ? C_("joint action", "Add _Party…") : NULL,
                            "joint.add-party");
  add_lines (self, "party", is_open);
  ggov_case_sheet_add_part (self->sheet, C_("joint action", "Steps"), is_open ? _("Add _Step…") : NULL,
                            "joint.add-step");
  add_lines (self, "step", is_open);
  ggov_case_sheet_add_part (self->sheet, _("Issues"), is_open ? _("Add _Issue…") : NULL,
                            "joint.add-issue");
  add_lines (self, "issue", is_open);
  ggov_case_sheet_end (self->sheet);
}

static void
lines_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovJointActionPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) lines = ggov_store_list_joint_action_lines_finish (GGOV_STORE (object),
                                                                           result, &error);

  if (lines == NULL)
    {
      ggov_case_sheet_tell (GTK_WIDGET (self), error);
      return;
    }

  g_set_object (&self->lines, lines);
  if (self->sheet && self->action)
    show (self);
}

static void
actions_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovJointActionPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) actions = ggov_store_list_joint_actions_finish (GGOV_STORE (object), result,
                                                                        &error);

  if (actions == NULL)
    {
      ggov_case_sheet_tell (GTK_WIDGET (self), error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr(GgovJointAction) action = g_list_model_get_item (actions, i);

      if (ggov_joint_action_get_fields (action)->id == self->action_id)
        g_set_object (&self->action, action);
    }
  ggov_store_list_joint_action_lines_async (GGOV_STORE (object), self->action_id, NULL, lines_cb,
                                            g_object_ref (self));
}

static void
read_action (GtkWidget *page)
{
  GgovJointActionPage *self = GGOV_JOINT_ACTION_PAGE (page);

  ggov_store_list_joint_actions_async (ggov_session_get_store (self->session),
                                       ggov_session_get_today (self->session), NULL, actions_cb,
                                       g_object_ref (self));
}

/* What is done --------------------------------------------------------------------------------- */

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovJointActionPage *self = GGOV_JOINT_ACTION_PAGE (widget);

  if (self->action)
    ggov_joint_action_form_show (widget, self->session, self->action);
}

static void
add_line_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovJointActionPage *self = GGOV_JOINT_ACTION_PAGE (widget);

  if (self->action)
    ggov_joint_action_line_form_show (widget, self->session, self->action,
                                      action_name + strlen ("joint.add-"), NULL);
}

static void
edit_line_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovJointActionPage *self = GGOV_JOINT_ACTION_PAGE (widget);
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  for (guint i = 0; self->lines && i < g_list_model_get_n_items (self->lines); i++)
    {
      g_autoptr(GgovJointActionLine) line = g_list_model_get_item (self->lines, i);
      const GgovJointActionLineFields *fields = ggov_joint_action_line_get_fields (line);

      if (fields->id == id && g_str_equal (fields->kind, kind))
        ggov_joint_action_line_form_show (widget, self->session, self->action, kind, line);
    }
}

static void
remove_line_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovJointActionPage *self = GGOV_JOINT_ACTION_PAGE (widget);
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  ggov_store_remove_joint_action_line_async (
    ggov_session_get_store (self->session), kind, id, NULL, ggov_case_deed_cb,
    ggov_case_deed_new (widget, _("Removed from the joint action")));
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GVariantDict wishes;

  g_variant_dict_init (&wishes, NULL);
  g_variant_dict_insert (&wishes, "record", "x", GGOV_JOINT_ACTION_PAGE (widget)->action_id);
  gtk_widget_activate_action (widget, "win.print-paper", "(s@a{sv})", "joint-action",
                              g_variant_dict_end (&wishes));
}

/* The page ------------------------------------------------------------------------------------- */

static void
ggov_joint_action_page_dispose (GObject *object)
{
  GgovJointActionPage *self = GGOV_JOINT_ACTION_PAGE (object);

  self->sheet = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->action);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (ggov_joint_action_page_parent_class)->dispose (object);
}

static void
ggov_joint_action_page_class_init (GgovJointActionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_joint_action_page_dispose;

  gtk_widget_class_install_action (widget_class, "joint.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "joint.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "joint.add-party", NULL, add_line_cb);
  gtk_widget_class_install_action (widget_class, "joint.add-step", NULL, add_line_cb);
  gtk_widget_class_install_action (widget_class, "joint.add-issue", NULL, add_line_cb);
  gtk_widget_class_install_action (widget_class, "joint.edit-line", "(sx)", edit_line_cb);
  gtk_widget_class_install_action (widget_class, "joint.remove-line", "(sx)", remove_line_cb);
}

static void
ggov_joint_action_page_init (GgovJointActionPage *self)
{
  self->sheet = GGOV_CASE_SHEET (ggov_case_sheet_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sheet));
}

GtkWidget *
ggov_joint_action_page_new (GgovSession *session,
                            gint64       action_id)
{
  GgovJointActionPage *self = g_object_new (GGOV_TYPE_JOINT_ACTION_PAGE, NULL);

  self->session = g_object_ref (session);
  self->action_id = action_id;
  ggov_case_sheet_follow (GTK_WIDGET (self), session, tables, read_action);

  return GTK_WIDGET (self);
}
