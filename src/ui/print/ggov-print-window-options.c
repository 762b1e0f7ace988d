/* ggov-print-window-options.c: of what a paper is printed, as it is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-print-window-private.h"
#include "ggov-store-choices.h"
#include "ggov-store-residents.h"
#include "ggov-store-themes.h"

static void
communities_listed_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(GgovPrintWindow) self = user_data;
  g_autoptr(GListModel) choices =
    ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (self->session && choices)
    ggov_place_chooser_set_communities (self->place, choices);
}

/* Grids come after communities: what was asked for can be chosen then. */
static void
grids_listed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GgovPrintWindow) self = user_data;
  g_autoptr(GListModel) choices =
    ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (self->session == NULL || choices == NULL)
    return;

  ggov_place_chooser_set_grids (self->place, choices);
  if (self->awaited)
    ggov_place_chooser_choose (self->place, self->awaited);
  g_clear_pointer (&self->awaited, g_free);
  _ggov_print_window_queue_read (self);
}

void
_ggov_print_window_offer_places (GgovPrintWindow *self)
{
  GgovStore *store = ggov_session_get_store (self->session);
  const char *day = ggov_day_button_get_day (self->day);

  ggov_store_list_choices_async (store, GGOV_CHOICE_COMMUNITIES, 0, day, NULL,
                                 communities_listed_cb, g_object_ref (self));
  ggov_store_list_choices_async (store, GGOV_CHOICE_GRIDS, 0, day, NULL, grids_listed_cb,
                                 g_object_ref (self));
}

static guint
find_record (GgovPrintWindow *self,
             GListModel      *records)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (records, i);

      if (ggov_choice_get_fields (choice)->id == self->record_id)
        return i;
    }

  return 0;
}

static void
records_listed_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GgovPrintWindow) self = user_data;
  g_autoptr(GListModel) records =
    ggov_paper_list_records_finish (GGOV_STORE (object), result, NULL);

  if (self->session == NULL || self->kind->record == NULL)
    return;

  self->is_quiet = TRUE;
  gtk_drop_down_set_model (self->record, records);
  if (records)
    gtk_drop_down_set_selected (self->record, find_record (self, records));
  self->record_id = 0;
  self->is_quiet = FALSE;
  _ggov_print_window_queue_read (self);
}

static void
offer_records (GgovPrintWindow *self)
{
  g_autoptr(GgovPaperOptions) options = _ggov_print_window_make_options (self);

  self->is_quiet = TRUE;
  gtk_drop_down_set_model (self->record, NULL);
  self->is_quiet = FALSE;
  ggov_paper_list_records_async (ggov_session_get_store (self->session), self->kind, options, NULL,
                                 records_listed_cb, g_object_ref (self));
}

void
_ggov_print_window_offer_themes (GgovPrintWindow *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("In plain colours"));
  for (guint i = 0; i < ggov_theme_get_n (); i++)
    gtk_string_list_append (titles, ggov_theme_get_title (ggov_theme_get (i)));
  gtk_drop_down_set_model (self->theme, G_LIST_MODEL (titles));
}

void
_ggov_print_window_choose_theme (GgovPrintWindow *self,
                                 const char      *id)
{
  guint chosen = 0;

  for (guint i = 0; i < ggov_theme_get_n (); i++)
    if (g_str_equal (ggov_theme_get (i)->id, id))
      chosen = i + 1;

  gtk_drop_down_set_selected (self->theme, chosen);
}

/* (nullable): NULL for plain colours */
static const char *
get_theme (GgovPrintWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->theme);

  return chosen > 0 && chosen <= ggov_theme_get_n () ? ggov_theme_get (chosen - 1)->id : NULL;
}

/* What a page asked for beside the place. */
static void
show_chosen (GgovPrintWindow *self)
{
  const GgovPaperTakes takes = self->kind->takes;
  const char *role = takes & GGOV_PAPER_ROLE ? self->role : NULL;
  const char *text = takes & GGOV_PAPER_TEXT ? self->text : NULL;
  g_autofree char *words = g_strjoin (" ", role ? role : text, role ? text : NULL, NULL);
  /* Translators: words that were chosen or searched for on the page that asked to print */
  g_autofree char *sentence = words ? g_strdup_printf (_("Only: %s"), words) : NULL;

  gtk_label_set_label (self->chosen_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_label), role || text);
}

void
_ggov_print_window_offer_options (GgovPrintWindow *self)
{
  const GgovPaperTakes takes = self->kind->takes;
  const char *title = ggov_paper_kind_get_record_title (self->kind);

  gtk_widget_set_visible (GTK_WIDGET (self->place), takes & GGOV_PAPER_PLACE);
  gtk_widget_set_visible (GTK_WIDGET (self->size), takes & GGOV_PAPER_SIZE);
  gtk_widget_set_visible (GTK_WIDGET (self->turn), takes & GGOV_PAPER_TURN);
  gtk_widget_set_visible (GTK_WIDGET (self->card), takes & GGOV_PAPER_CARD);
  gtk_widget_set_visible (GTK_WIDGET (self->phones), takes & GGOV_PAPER_PHONES);
  gtk_widget_set_visible (GTK_WIDGET (self->theme), takes & GGOV_PAPER_THEME);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), takes & GGOV_PAPER_REASON);
  gtk_widget_set_visible (GTK_WIDGET (self->record), self->kind->list_records != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->record), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title ? title : "", -1);
  show_chosen (self);
  if (self->kind->list_records)
    offer_records (self);
}

static gint64
get_record (GgovPrintWindow *self)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (self->record);

  if (self->kind->list_records == NULL)
    return self->record_id;

  return choice ? ggov_choice_get_fields (choice)->id : 0;
}

GgovPaperOptions *
_ggov_print_window_make_options (GgovPrintWindow *self)
{
  GgovPaperOptions *options = ggov_paper_options_new (ggov_day_button_get_day (self->day),
                                                      ggov_session_get_now (self->session));

  options->place = g_strdup (self->awaited ? self->awaited
                                           : ggov_place_chooser_get_code (self->place));
  options->role = g_strdup (self->role);
  options->text = g_strdup (self->text);
  options->record_id = get_record (self);
  options->is_disclosed = self->told != NULL && options->record_id == self->told_id;
  options->reason = options->is_disclosed ? g_strdup (self->told) : NULL;
  options->theme = g_strdup (get_theme (self));
  options->size = gtk_drop_down_get_selected (self->size) == 1 ? GGOV_REPORT_A3 : GGOV_REPORT_A4;
  options->turn = gtk_drop_down_get_selected (self->turn);
  options->card = gtk_drop_down_get_selected (self->card);
  options->with_phones = gtk_check_button_get_active (self->phones);

  return options;
}

/* Why something is seen whole ---------------------------------------------------------------- */

typedef struct
{
  GgovPrintWindow *window; /* (owned) */
  char            *reason;
  gint64           record_id;
} Disclosure;

static void
disclosed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Disclosure *disclosure = user_data;
  g_autoptr(GgovPrintWindow) self = disclosure->window;
  g_autofree char *reason = disclosure->reason;
  g_autoptr(GError) error = NULL;

  if (!ggov_store_change_finish (GGOV_STORE (object), result, NULL, &error) && self->session)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
    }
  else if (self->session && disclosure->record_id == self->record_id)
    {
      g_free (self->told);
      self->told = g_steal_pointer (&reason);
      self->told_id = disclosure->record_id;
      _ggov_print_window_queue_read (self);
    }
  g_free (disclosure);
}

void
_ggov_print_window_disclose (GgovPrintWindow *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  Disclosure *disclosure;

  if (self->session == NULL || self->record_id == 0 || *reason == '\0')
    return;

  disclosure = g_new0 (Disclosure, 1);
  disclosure->window = g_object_ref (self);
  disclosure->reason = g_steal_pointer (&reason);
  disclosure->record_id = self->record_id;
  ggov_store_disclose_async (ggov_session_get_store (self->session), self->record_id,
                             disclosure->reason, NULL, disclosed_cb, disclosure);
}

void
_ggov_print_window_forget_reason (GgovPrintWindow *self)
{
  g_clear_pointer (&self->told, g_free);
  self->told_id = 0;
  gtk_editable_set_text (self->reason, "");
}
