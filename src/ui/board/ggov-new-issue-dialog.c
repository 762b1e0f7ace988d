/* ggov-new-issue-dialog.c: asks for a new issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-new-issue-dialog.h"
#include "ggov-store-choices.h"
#include "ggov-store-file-issue.h"

struct _GgovNewIssueDialog
{
  AdwWindow           parent_instance;

  GgovSession        *session;
  gint64              grid_id;   /* the grid to be chosen at first, or 0 */
  GtkCustomFilter    *matching;  /* the types that have what was typed */
  GtkSingleSelection *type;
  gboolean            filing;    /* a call is under way */
  GgovNewIssueFunc    func;      /* (nullable): NULL once called */
  gpointer            user_data;

  /* From the template. */
  GtkDropDown        *building;
  GtkTextView        *description;
  GtkDropDown        *grid;
  GtkEditable        *place;
  GtkLabel           *problem;
  GtkDropDown        *source;
  GtkEditable        *title_entry;
  GtkEditable        *type_text;
  GtkListView        *types;
};

G_DEFINE_FINAL_TYPE (GgovNewIssueDialog, ggov_new_issue_dialog, ADW_TYPE_WINDOW)

static gint64
get_chosen (gpointer item)
{
  return item ? ggov_choice_get_fields (item)->id : 0;
}

static void
check_cb (GgovNewIssueDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_entry)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.file",
                                 !self->filing && *title != '\0' &&
                                 gtk_single_selection_get_selected_item (self->type) != NULL &&
                                 gtk_drop_down_get_selected_item (self->grid) != NULL);
}

static gboolean
is_matching (gpointer item,
             gpointer user_data)
{
  GgovNewIssueDialog *self = user_data;

  return ggov_choice_matches (item, gtk_editable_get_text (self->type_text));
}

static void
type_text_cb (GgovNewIssueDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->matching), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Enter takes the first that is found and goes on. */
static void
type_activate_cb (GgovNewIssueDialog *self)
{
  if (gtk_single_selection_get_selected_item (self->type) == NULL)
    gtk_single_selection_set_selected (self->type, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}

static void
stop_search_cb (GgovNewIssueDialog *self)
{
  if (*gtk_editable_get_text (self->type_text))
    gtk_editable_set_text (self->type_text, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Lists ----------------------------------------------------------------------------------- */

static void
types_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovNewIssueDialog) self = user_data;
  g_autoptr(GListModel) types = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GtkFilterListModel) found = NULL;

  if (types == NULL)
    return;

  found = gtk_filter_list_model_new (g_steal_pointer (&types),
                                     g_object_ref (GTK_FILTER (self->matching)));
  gtk_single_selection_set_model (self->type, G_LIST_MODEL (found));
}

static void
grids_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovNewIssueDialog) self = user_data;
  g_autoptr(GListModel) grids = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (grids == NULL)
    return;

  /* Nobody should file in the first grid of the list by not looking. */
  gtk_drop_down_set_model (self->grid, grids);
  gtk_drop_down_set_selected (self->grid, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < g_list_model_get_n_items (grids); i++)
    {
      g_autoptr(GgovChoice) grid = g_list_model_get_item (grids, i);

      if (get_chosen (grid) == self->grid_id)
        gtk_drop_down_set_selected (self->grid, i);
    }
}

static void
buildings_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovNewIssueDialog) self = user_data;
  g_autoptr(GListModel) buildings = ggov_store_list_choices_finish (GGOV_STORE (object), result,
                                                                    NULL);
  const GgovChoiceFields fields = { .name = _("None in particular") };
  g_autoptr(GgovChoice) none = ggov_choice_new (&fields);

  if (buildings == NULL)
    return;

  g_list_store_insert (G_LIST_STORE (buildings), 0, none);
  gtk_drop_down_set_model (self->building, buildings);
}

static void
ask_for (GgovNewIssueDialog  *self,
         GgovChoiceKind       kind,
         gint64               grid_id,
         GAsyncReadyCallback  callback)
{
  ggov_store_list_choices_async (ggov_session_get_store (self->session), kind, grid_id,
                                 ggov_session_get_today (self->session), NULL, callback,
                                 g_object_ref (self));
}

static void
grid_cb (GgovNewIssueDialog *self)
{
  gint64 grid_id = get_chosen (gtk_drop_down_get_selected_item (self->grid));

  if (grid_id != 0 && self->session)
    ask_for (self, GGOV_CHOICE_BUILDINGS, grid_id, buildings_cb);
  check_cb (self);
}

/* Filing ---------------------------------------------------------------------------------- */

static void
finish (GgovNewIssueDialog *self,
        const char         *number,
        gint64              issue_id,
        gint64              change_id)
{
  GgovNewIssueFunc func = self->func;

  self->func = NULL;
  if (func)
    func (number, issue_id, change_id, self->user_data);
}

static void
filed_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovNewIssueDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 change_id, issue_id;

  self->filing = FALSE;
  if (ggov_store_file_issue_finish (GGOV_STORE (object), result, &change_id, &issue_id, &number,
                                    &error))
    {
      finish (self, number, issue_id, change_id);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_label_set_label (self->problem, sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      check_cb (self);
    }
}

static void
file_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovNewIssueDialog *self = GGOV_NEW_ISSUE_DIALOG (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description);
  g_autofree char *description = NULL;
  g_autofree char *place = g_strstrip (g_strdup (gtk_editable_get_text (self->place)));
  GgovIssueFiling filing = {
    .case_type_id = get_chosen (gtk_single_selection_get_selected_item (self->type)),
    .title = gtk_editable_get_text (self->title_entry),
    .source = gtk_drop_down_get_selected (self->source),
    .grid_id = get_chosen (gtk_drop_down_get_selected_item (self->grid)),
    .building_id = get_chosen (gtk_drop_down_get_selected_item (self->building)),
    .place = place,
    .at = ggov_session_get_now (self->session),
  };

  g_object_get (buffer, "text", &description, NULL);
  filing.description = description;

  self->filing = TRUE;
  check_cb (self);
  ggov_store_file_issue_async (ggov_session_get_store (self->session), &filing, NULL, filed_cb,
                               g_object_ref (self));
}

/* The widget ------------------------------------------------------------------------------ */

static void
name_choices (GtkDropDown *drop_down)
{
  g_autoptr(GtkExpression) label = gtk_property_expression_new (GGOV_TYPE_CHOICE, NULL, "label");

  gtk_drop_down_set_expression (drop_down, label);
}

static void
offer_sources (GgovNewIssueDialog *self)
{
  g_autoptr(GtkStringList) sources = gtk_string_list_new (NULL);

  for (guint source = 0; source < GGOV_N_ISSUE_SOURCES; source++)
    gtk_string_list_append (sources, ggov_issue_source_get_label (source));
  gtk_drop_down_set_model (self->source, G_LIST_MODEL (sources));
}

static void
ggov_new_issue_dialog_dispose (GObject *object)
{
  GgovNewIssueDialog *self = GGOV_NEW_ISSUE_DIALOG (object);

  finish (self, NULL, 0, 0);
  if (self->matching)
    gtk_custom_filter_set_filter_func (self->matching, NULL, NULL, NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->matching);
  g_clear_object (&self->type);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_NEW_ISSUE_DIALOG);

  G_OBJECT_CLASS (ggov_new_issue_dialog_parent_class)->dispose (object);
}

static void
ggov_new_issue_dialog_class_init (GgovNewIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_new_issue_dialog_dispose;

  g_type_ensure (GGOV_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-new-issue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovNewIssueDialog, building);
  gtk_widget_class_bind_template_child (widget_class, GgovNewIssueDialog, description);
  gtk_widget_class_bind_template_child (widget_class, GgovNewIssueDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, GgovNewIssueDialog, place);
  gtk_widget_class_bind_template_child (widget_class, GgovNewIssueDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, GgovNewIssueDialog, source);
  gtk_widget_class_bind_template_child (widget_class, GgovNewIssueDialog, title_entry);
  gtk_widget_class_bind_template_child (widget_class, GgovNewIssueDialog, type_text);
  gtk_widget_class_bind_template_child (widget_class, GgovNewIssueDialog, types);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_text_cb);

  gtk_widget_class_install_action (widget_class, "dialog.file", NULL, file_cb);
}

static void
ggov_new_issue_dialog_init (GgovNewIssueDialog *self)
{
  self->type = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->type, FALSE);
  gtk_single_selection_set_can_unselect (self->type, TRUE);
  g_signal_connect_object (self->type, "notify::selected-item", G_CALLBACK (check_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->matching = gtk_custom_filter_new (is_matching, self, NULL);
  gtk_list_view_set_model (self->types, GTK_SELECTION_MODEL (self->type));
  name_choices (self->grid);
  name_choices (self->building);
  offer_sources (self);
  check_cb (self);
}

void
ggov_new_issue_dialog_ask (GtkWidget        *parent,
                           GgovSession      *session,
                           gint64            grid_id,
                           GgovNewIssueFunc  func,
                           gpointer          user_data)
{
  GgovNewIssueDialog *self =
    g_object_new (GGOV_TYPE_NEW_ISSUE_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->grid_id = grid_id;
  self->func = func;
  self->user_data = user_data;
  ask_for (self, GGOV_CHOICE_CASE_TYPES, 0, types_cb);
  ask_for (self, GGOV_CHOICE_GRIDS, 0, grids_cb);

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->type_text));
}
