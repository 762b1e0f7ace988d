/* ggov-case-types-window.c: what issues can be about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-type-dialog.h"
#include "ggov-case-type-files.h"
#include "ggov-case-types-window.h"
#include "ggov-deed-toast.h"
#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-store-case-types.h"
#include "ggov-text-column.h"

/* What the window tells is of these. */
static const char * const tables[] = {
  "case_type", "case_type_stage", "issue", "points_rule", "role", NULL
};

struct _GgovCaseTypesWindow
{
  AdwWindow           parent_instance;

  GtkWidget          *office;   /* (unowned) (nullable): a weak pointer */
  GgovSession        *session;  /* (nullable): NULL once disposed of */
  GCancellable       *reading;  /* (nullable) */
  char               *chosen;   /* (nullable): its code, kept while the list is read again */
  gboolean            is_quiet; /* while choices are made for the user */

  /* From the template. */
  GtkColumnView      *column_view;
  GtkToggleButton    *ended_button;
  GtkDropDown        *lane_drop;
  GtkSearchEntry     *search_entry;
  GtkSingleSelection *selection;
  GtkStack           *stack;
  AdwToastOverlay    *toasts;
};

G_DEFINE_FINAL_TYPE (GgovCaseTypesWindow, ggov_case_types_window, ADW_TYPE_WINDOW)

/* The columns ---------------------------------------------------------------------------------- */

static char *
dup_code (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_case_type_version_get_record (row)->code);
}

static char *
dup_label (gpointer context,
           gpointer row)
{
  return g_strdup (ggov_case_type_version_get_record (row)->label);
}

static char *
dup_class (gpointer context,
           gpointer row)
{
  return g_strdup (ggov_case_type_version_get_record (row)->class_label);
}

static char *
dup_lane (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_case_type_version_get_record (row)->lane_label);
}

static char *
dup_limit (gpointer context,
           gpointer row)
{
  const GgovCaseTypeRecord *record = ggov_case_type_version_get_record (row);
  guint n = ggov_case_type_record_count_stages (record);
  g_autofree char *words = NULL;
  GgovLimit limit;

  if (!ggov_limit_parse (record->limit_text, &limit, NULL))
    return g_strdup (record->limit_text);

  words = ggov_limit_dup_label (&limit);
  if (n == 0)
    return g_steal_pointer (&words);

  /* Translators: a limit, and how many stages are on the way */
  return g_strdup_printf (ngettext ("%1$s, %2$u stage", "%1$s, %2$u stages", n), words, n);
}

static char *
dup_role (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_case_type_version_get_record (row)->role_label);
}

static char *
dup_issues (gpointer context,
            gpointer row)
{
  return ggov_number_dup_text (ggov_case_type_version_get_record (row)->n_issues);
}

static char *
dup_from (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_case_type_version_get_record (row)->valid_from);
}

static char *
dup_last (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_case_type_version_get_record (row)->valid_to);
}

static const GgovTextColumn columns[] = {
  { NC_("column", "Code"), dup_code, 70, FALSE },
  { NC_("column", "Case type"), dup_label, 0, FALSE },
  { NC_("column", "Class"), dup_class, 120, FALSE },
  { NC_("column", "Lane"), dup_lane, 170, FALSE },
  { NC_("column", "Limit"), dup_limit, 150, FALSE },
  { NC_("column", "Role"), dup_role, 160, FALSE },
  { NC_("column", "Issues"), dup_issues, 64, TRUE },
  { NC_("column", "From"), dup_from, 92, FALSE },
  { NC_("column", "Holds until"), dup_last, 92, FALSE },
};

/* The first of those that tell from when until when. */
#define FROM_COLUMN (G_N_ELEMENTS (columns) - 2)

/* The list ------------------------------------------------------------------------------------- */

static GgovCaseTypeVersion *
get_chosen (GgovCaseTypesWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
selected_cb (GgovCaseTypesWindow *self)
{
  GgovCaseTypeVersion *chosen = get_chosen (self);
  const GgovCaseTypeRecord *record = chosen ? ggov_case_type_version_get_record (chosen) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->is_quiet)
    return;

  g_free (self->chosen);
  self->chosen = g_strdup (record ? record->code : NULL);
  gtk_widget_action_set_enabled (widget, "types.edit", record != NULL);
  gtk_widget_action_set_enabled (widget, "types.show-versions", record != NULL);
  gtk_widget_action_set_enabled (widget, "types.withdraw", record && record->valid_to == NULL);
}

static void
show_rows (GgovCaseTypesWindow *self,
           GListModel          *rows)
{
  guint n = g_list_model_get_n_items (rows), chosen = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item (rows, i);

      if (g_strcmp0 (ggov_case_type_version_get_record (version)->code, self->chosen) == 0)
        chosen = i;
    }

  self->is_quiet = TRUE;
  gtk_single_selection_set_model (self->selection, rows);
  gtk_single_selection_set_selected (self->selection, chosen);
  self->is_quiet = FALSE;
  selected_cb (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
rows_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovCaseTypesWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_case_types_finish (GGOV_STORE (object), result,
                                                                  &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (rows == NULL)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      ggov_deed_toast_show (self->toasts, sentence, NULL, NULL, 0);
      return;
    }

  show_rows (self, rows);
}

/* Until when a type holds says something where some were withdrawn; else there is more room without. */
static void
show_days (GgovCaseTypesWindow *self,
           gboolean             is_shown)
{
  GListModel *all = gtk_column_view_get_columns (self->column_view);

  for (guint i = FROM_COLUMN; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (all, i);

      gtk_column_view_column_set_visible (column, is_shown);
    }
}

static void
read_rows (GgovCaseTypesWindow *self)
{
  guint lane = gtk_drop_down_get_selected (self->lane_drop);
  const GgovCaseTypeFilter filter = {
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
    .lane = lane > 0 && lane <= GGOV_N_LANES ? ggov_lane_get_code (lane - 1) : NULL,
    .with_ended = gtk_toggle_button_get_active (self->ended_button),
  };

  if (self->session == NULL)
    return;

  show_days (self, filter.with_ended);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ggov_store_list_case_types_async (ggov_session_get_store (self->session), &filter,
                                    ggov_session_get_today (self->session), self->reading, rows_cb,
                                    g_object_ref (self));
}

static void
changed_cb (GgovCaseTypesWindow *self,
            GStrv                changed)
{
  for (guint i = 0; changed[i]; i++)
    if (g_strv_contains (tables, changed[i]))
      {
        read_rows (self);
        return;
      }
}

/* What is done --------------------------------------------------------------------------------- */

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovCaseTypesWindow *self = GGOV_CASE_TYPES_WINDOW (widget);

  ggov_case_type_dialog_show (widget, self->session,
                              g_str_equal (action_name, "types.edit") ? self->chosen : NULL);
}

static void
withdraw_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovCaseTypesWindow *self = GGOV_CASE_TYPES_WINDOW (widget);

  ggov_case_type_dialog_show_withdraw (widget, self->session, get_chosen (self));
}

static void
show_versions_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GgovCaseTypesWindow *self = GGOV_CASE_TYPES_WINDOW (widget);

  ggov_case_type_dialog_show_versions (widget, self->session, get_chosen (self));
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ggov_case_type_files_import (widget, GGOV_CASE_TYPES_WINDOW (widget)->session);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ggov_case_type_files_export (widget, GGOV_CASE_TYPES_WINDOW (widget)->session);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (GGOV_CASE_TYPES_WINDOW (widget)->search_entry));
}

static void
activate_cb (GgovCaseTypesWindow *self,
             guint                position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "types.edit", NULL);
}

/* What is asked for ---------------------------------------------------------------------------- */

static void
announce_change_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GgovCaseTypesWindow *self = GGOV_CASE_TYPES_WINDOW (widget);
  const char *sentence;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &sentence, &id);
  ggov_deed_toast_show (self->toasts, sentence, _("Undo"), "win.undo-change", id);
  if (self->office)
    gtk_widget_activate_action_variant (self->office, action_name, parameter);
}

static void
show_message_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_deed_toast_show (GGOV_CASE_TYPES_WINDOW (widget)->toasts,
                        g_variant_get_string (parameter, NULL), NULL, NULL, 0);
}

/* The office's window has the changes that can be undone. */
static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovCaseTypesWindow *self = GGOV_CASE_TYPES_WINDOW (widget);

  ggov_deed_toast_dismiss (self->toasts);
  if (self->office)
    gtk_widget_activate_action_variant (self->office, action_name, parameter);
}

/* The window ----------------------------------------------------------------------------------- */

/* A window that is closed lives on until what it asked for has answered, longer maybe than the one
 * that it was in front of. */
static void
ggov_case_types_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ggov_case_types_window_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
ggov_case_types_window_dispose (GObject *object)
{
  GgovCaseTypesWindow *self = GGOV_CASE_TYPES_WINDOW (object);

  self->is_quiet = TRUE;
  g_clear_weak_pointer (&self->office);
  g_clear_object (&self->session);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (ggov_case_types_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "types.add", NULL, edit_cb);
  gtk_widget_class_install_action (klass, "types.edit", NULL, edit_cb);
  gtk_widget_class_install_action (klass, "types.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "types.import", NULL, import_cb);
  gtk_widget_class_install_action (klass, "types.search", NULL, search_cb);
  gtk_widget_class_install_action (klass, "types.show-versions", NULL, show_versions_cb);
  gtk_widget_class_install_action (klass, "types.withdraw", NULL, withdraw_cb);
  gtk_widget_class_install_action (klass, "win.announce-change", "(sx)", announce_change_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.show-message", "s", show_message_cb);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.undo-change", "(sx)", undo_cb);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK, "types.add", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "types.edit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "types.search", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_BackSpace, GDK_CONTROL_MASK, "types.withdraw",
                                       NULL);
}

static void
ggov_case_types_window_class_init (GgovCaseTypesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_case_types_window_dispose;
  widget_class->unrealize = ggov_case_types_window_unrealize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/case-types/ggov-case-types-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovCaseTypesWindow, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovCaseTypesWindow, ended_button);
  gtk_widget_class_bind_template_child (widget_class, GgovCaseTypesWindow, lane_drop);
  gtk_widget_class_bind_template_child (widget_class, GgovCaseTypesWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GgovCaseTypesWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovCaseTypesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovCaseTypesWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_rows);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  install_actions (widget_class);
}

static void
ggov_case_types_window_init (GgovCaseTypesWindow *self)
{
  g_autoptr(GtkStringList) lanes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  ggov_text_columns_add (self->column_view, columns, G_N_ELEMENTS (columns), NULL);

  gtk_string_list_append (lanes, _("All lanes"));
  for (guint i = 0; i < GGOV_N_LANES; i++)
    gtk_string_list_append (lanes, ggov_lane_get_label (i));
  gtk_drop_down_set_model (self->lane_drop, G_LIST_MODEL (lanes));
  selected_cb (self);
}

GgovCaseTypesWindow *
ggov_case_types_window_new (GtkWidget   *parent,
                            GgovSession *session)
{
  GgovCaseTypesWindow *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_CASE_TYPES_WINDOW, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  g_set_weak_pointer (&self->office, parent);
  self->session = g_object_ref (session);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  read_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));

  return self;
}
