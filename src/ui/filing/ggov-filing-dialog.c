/* ggov-filing-dialog.c: files a new issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-deadline.h"
#include "ggov-evidence.h"
#include "ggov-filing-dialog-private.h"
#include "ggov-issue-kind.h"
#include "ggov-local-time.h"
#include "ggov-start-rule.h"
#include "ggov-store-filing-types.h"

/* As many characters as the entry takes. */
#define MAX_TITLE 60

G_DEFINE_FINAL_TYPE (GgovFilingDialog, ggov_filing_dialog, ADW_TYPE_WINDOW)

static void
show_note (GtkLabel   *label,
           const char *text,
           gboolean    is_wrong)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "error");
}

void
_ggov_filing_dialog_say (GgovFilingDialog *self,
                         const char       *sentence,
                         gboolean          is_wrong)
{
  show_note (self->problem, sentence, is_wrong);
}

/* The title ---------------------------------------------------------------------------------- */

static void
title_cb (GgovFilingDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->title_problem), FALSE);
  if (!self->is_setting)
    self->is_own_title = *gtk_editable_get_text (self->title_entry) != '\0';
}

/* What is proposed as long as nobody wrote something better. */
static void
propose_title (GgovFilingDialog *self)
{
  GgovChoice *type = ggov_find_field_get_chosen (self->type);
  GgovChoice *place = ggov_filing_place_get_choice (self->where);
  g_autofree char *whole = NULL;
  g_autofree char *title = NULL;

  if (self->is_own_title)
    return;

  if (type && place && ggov_choice_get_fields (place)->id != 0)
    whole = g_strdup_printf ("%s · %s", ggov_choice_get_label (type),
                             ggov_choice_get_label (place));
  else
    whole = g_strdup (type ? ggov_choice_get_label (type) : "");
  title = g_utf8_substring (whole, 0, MIN (g_utf8_strlen (whole, -1), MAX_TITLE));

  self->is_setting = TRUE;
  gtk_editable_set_text (self->title_entry, title);
  self->is_setting = FALSE;
}

/* The type ----------------------------------------------------------------------------------- */

GgovFilingType *
_ggov_filing_dialog_get_type_chosen (GgovFilingDialog *self)
{
  GgovChoice *chosen = ggov_find_field_get_chosen (self->type);

  for (guint i = 0; chosen && self->types && i < g_list_model_get_n_items (self->types); i++)
    {
      g_autoptr(GgovFilingType) type = g_list_model_get_item (self->types, i);

      if (ggov_filing_type_get_fields (type)->id == ggov_choice_get_fields (chosen)->id)
        return type;
    }

  return NULL;
}

/* (nullable): by when it would have to be done if somebody were sent now */
static char *
dup_due (GgovFilingDialog *self,
         GgovFilingType   *type)
{
  GgovDeadlineTerms terms = { .start = ggov_session_get_now (self->session) };
  g_autofree char *when = NULL;
  GgovDeadline deadline;

  if (!ggov_limit_parse (ggov_filing_type_get_fields (type)->limit_text, &terms.limit, NULL) ||
      !ggov_start_rule_from_code (ggov_filing_type_get_fields (type)->start_rule,
                                  &terms.start_rule, NULL) ||
      !ggov_deadline_reckon (ggov_session_get_clock (self->session), &terms, &deadline, NULL))
    return NULL;

  when = g_strdelimit (ggov_local_time_format (deadline.due), "T", ' ');

  /* Translators: a day and a time. */
  return g_strdup_printf (deadline.provisional ? _("due %s if dispatched now, provisional")
                                               : _("due %s if dispatched now"), when);
}

/* (nullable): what it has to be filed with */
static char *
dup_asked (GgovFilingDialog *self,
           GgovFilingType   *type)
{
  guint asked = ggov_evidence_find_at_filing (ggov_filing_type_get_fields (type)->evidence,
                                              gtk_drop_down_get_selected (self->source));
  g_autofree char *names = ggov_evidence_dup_label (asked);

  /* Translators: “photo, words” */
  return asked ? g_strdup_printf (_("to be filed with: %s"), names) : NULL;
}

/* (transfer full): with a dot between those that are not NULL */
static char *
dup_joined (const char *class_label,
            const char *due,
            const char *asked)
{
  return g_strconcat (class_label, due ? " · " : "", due ? due : "", asked ? " · " : "",
                      asked ? asked : "", NULL);
}

static void
show_type (GgovFilingDialog *self)
{
  GgovFilingType *type = _ggov_filing_dialog_get_type_chosen (self);
  g_autofree char *due = type ? dup_due (self, type) : NULL;
  g_autofree char *asked = type ? dup_asked (self, type) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *text = NULL;

  if (type)
    {
      const char *condition = ggov_filing_type_get_condition (type);

      first = dup_joined (ggov_filing_type_get_class_label (type), due, asked);
      text = g_strjoin (*condition ? "\n" : "", first, condition, NULL);
    }
  show_note (self->type_note, text, FALSE);
}

static void
ask_near (GgovFilingDialog *self)
{
  const GgovFilingSpot *spot = ggov_filing_place_get_spot (self->where);
  GgovFilingType *type = _ggov_filing_dialog_get_type_chosen (self);
  GgovNearQuestion question = {
    .grid_id = spot->grid_id,
    .building_id = spot->building_id,
    .has_point = spot->has_point,
    .lon = spot->lon,
    .lat = spot->lat,
    .at = ggov_session_get_now (self->session),
  };

  if (type)
    question.case_type_id = ggov_filing_type_get_fields (type)->id;
  ggov_filing_near_ask (self->near, self->session, type && spot->grid_id != 0 ? &question : NULL);
}

static void
type_chosen_cb (GgovFilingDialog *self)
{
  show_type (self);
  propose_title (self);
  ask_near (self);

  /* Another type may ask for something else. */
  gtk_widget_set_visible (GTK_WIDGET (self->description_problem), FALSE);
  ggov_filing_photos_say (self->photos, NULL);
}

static void
type_searched_cb (GgovFilingDialog *self)
{
  const char *typed = ggov_find_field_get_text (self->type);
  g_autoptr(GListStore) found = g_list_store_new (GGOV_TYPE_CHOICE);

  for (guint i = 0; self->types && i < g_list_model_get_n_items (self->types); i++)
    {
      g_autoptr(GgovFilingType) type = g_list_model_get_item (self->types, i);
      const GgovFilingTypeFields *fields = ggov_filing_type_get_fields (type);
      g_autofree char *detail = g_strdup_printf ("%s · %s", fields->code,
                                                 ggov_filing_type_get_class_label (type));
      const GgovChoiceFields row = {
        .id = fields->id, .name = ggov_filing_type_get_label (type), .detail = detail,
      };
      g_autoptr(GgovChoice) choice = ggov_choice_new (&row);

      if (ggov_filing_type_matches (type, typed))
        g_list_store_append (found, choice);
    }

  if (self->types)
    ggov_find_field_show (self->type, G_LIST_MODEL (found));
}

static void
types_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovFilingDialog) self = user_data;
  g_autoptr(GListModel) types = ggov_store_list_filing_types_finish (GGOV_STORE (object), result,
                                                                     NULL);

  if (types == NULL || self->func == NULL)
    return;

  g_set_object (&self->types, types);
  show_type (self);

  /* Somebody was faster than the list. */
  if (ggov_find_field_get_chosen (self->type) == NULL &&
      *ggov_find_field_get_text (self->type) != '\0')
    type_searched_cb (self);
}

void
_ggov_filing_dialog_load_types (GgovFilingDialog *self)
{
  ggov_store_list_filing_types_async (ggov_session_get_store (self->session),
                                      ggov_session_get_today (self->session), NULL, types_cb,
                                      g_object_ref (self));
}

/* The place ---------------------------------------------------------------------------------- */

static void
place_chosen_cb (GgovFilingDialog *self)
{
  ggov_filing_place_choose (self->where, ggov_find_field_get_chosen (self->place_field));
}

static void
place_searched_cb (GgovFilingDialog *self)
{
  ggov_filing_place_search (self->where, ggov_find_field_get_text (self->place_field));
}

static void
places_found_cb (GgovFilingDialog *self,
                 GListModel       *found)
{
  ggov_find_field_show (self->place_field, found);
}

static void
place_changed_cb (GgovFilingDialog *self)
{
  GgovChoice *choice = ggov_filing_place_get_choice (self->where);
  gboolean is_problem;
  g_autofree char *note = ggov_filing_place_dup_note (self->where, &is_problem);

  /* What is being typed stays as it is. */
  if (choice != ggov_find_field_get_chosen (self->place_field) && choice)
    ggov_find_field_choose (self->place_field, choice);
  show_note (self->place_note, note, is_problem);
  propose_title (self);
  ask_near (self);
}

static void
map_loaded_cb (GgovFilingDialog *self)
{
  if (self->grid_id != 0 && ggov_filing_place_get_choice (self->where) == NULL &&
      *ggov_find_field_get_text (self->place_field) == '\0')
    ggov_filing_place_choose_grid (self->where, self->grid_id);
  self->grid_id = 0;
}

/* The rest ----------------------------------------------------------------------------------- */

static void
photos_cb (GgovFilingDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/* The issue is seen behind the dialog, which stays. */
static void
opened_cb (GgovFilingDialog *self,
           gint64            issue_id)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.show-record", "(sx)", "issue", issue_id);
}

static void
joined_cb (GgovFilingDialog *self,
           gint64            issue_id)
{
  _ggov_filing_dialog_join (self, issue_id);
}

/* Whoever writes pastes into what they write, if it is text. */
static gboolean
paste_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  GgovFilingDialog *self = GGOV_FILING_DIALOG (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (widget));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  const gboolean is_writing = GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);

  if (is_writing && (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) ||
                     gdk_content_formats_contain_mime_type (formats, "text/plain") ||
                     gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")))
    return FALSE;

  return ggov_filing_photos_paste (self->photos);
}

void
_ggov_filing_dialog_start_again (GgovFilingDialog *self)
{
  self->is_own_title = FALSE;
  propose_title (self);
  gtk_editable_set_text (self->spot, "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->description), "", -1);
  ggov_filing_reporters_clear (self->reporters);
  ggov_filing_photos_clear (self->photos);
  ask_near (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}

static void
offer_sources (GgovFilingDialog *self)
{
  g_autoptr(GtkStringList) sources = gtk_string_list_new (NULL);

  for (guint source = 0; source < GGOV_N_ISSUE_SOURCES; source++)
    gtk_string_list_append (sources, ggov_issue_source_get_label (source));
  gtk_drop_down_set_model (self->source, G_LIST_MODEL (sources));
}

static void
add_paste (GgovFilingDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                      gtk_callback_action_new (paste_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* What is being filed is seen to its end. */
static gboolean
ggov_filing_dialog_close_request (GtkWindow *window)
{
  if (GGOV_FILING_DIALOG (window)->is_busy)
    return TRUE;

  return GTK_WINDOW_CLASS (ggov_filing_dialog_parent_class)->close_request (window);
}

static void
description_cb (GgovFilingDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->description_problem), FALSE);
}

static void
ggov_filing_dialog_dispose (GObject *object)
{
  GgovFilingDialog *self = GGOV_FILING_DIALOG (object);
  GgovFilingFunc func = self->func;

  self->func = NULL;
  if (func)
    func (NULL, self->user_data);
  if (self->where)
    {
      g_signal_handlers_disconnect_by_data (self->where, self);
      ggov_filing_place_close (self->where);
      ggov_filing_map_set_place (self->map, NULL);
    }
  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->session);
  g_clear_object (&self->where);
  g_clear_object (&self->types);
  g_clear_pointer (&self->number, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_FILING_DIALOG);

  G_OBJECT_CLASS (ggov_filing_dialog_parent_class)->dispose (object);
}

static void
ggov_filing_dialog_class_init (GgovFilingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_filing_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ggov_filing_dialog_close_request;

  g_type_ensure (GGOV_TYPE_FILING_MAP);
  g_type_ensure (GGOV_TYPE_FILING_NEAR);
  g_type_ensure (GGOV_TYPE_FILING_PHOTOS);
  g_type_ensure (GGOV_TYPE_FILING_REPORTERS);
  g_type_ensure (GGOV_TYPE_FIND_FIELD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/filing/ggov-filing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, description);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, description_problem);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, form);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, map);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, near);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, photos);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, place_field);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, place_note);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, reporters);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, source);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, spot);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, title_entry);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, title_problem);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, type);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingDialog, type_note);
  gtk_widget_class_bind_template_callback (widget_class, joined_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, photos_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_type);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_searched_cb);
  _ggov_filing_dialog_install_file (widget_class);
}

static void
ggov_filing_dialog_init (GgovFilingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_sources (self);
  add_paste (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->description), "changed",
                           G_CALLBACK (description_cb), self, G_CONNECT_SWAPPED);
  ggov_filing_photos_take_drops (self->photos, GTK_WIDGET (self));
}

static void
set_session (GgovFilingDialog *self,
             GgovSession      *session)
{
  self->session = g_object_ref (session);
  self->where = ggov_filing_place_new (session);
  g_signal_connect_object (self->where, "changed", G_CALLBACK (place_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->where, "found", G_CALLBACK (places_found_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->where, "loaded", G_CALLBACK (map_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  ggov_filing_map_set_place (self->map, self->where);
  ggov_filing_reporters_set_session (self->reporters, session);
  _ggov_filing_dialog_load_types (self);
}

GgovFilingDialog *
ggov_filing_dialog_ask (GtkWidget      *parent,
                        GgovSession    *session,
                        gint64          grid_id,
                        GgovFilingFunc  func,
                        gpointer        user_data)
{
  GgovFilingDialog *self =
    g_object_new (GGOV_TYPE_FILING_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  self->grid_id = grid_id;
  self->func = func;
  self->user_data = user_data;
  set_session (self, session);

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->type));

  return self;
}
