/* ggov-window-actions.c: what pages and menus ask the window for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-calendar-window.h"
#include "ggov-case-types-window.h"
#include "ggov-change.h"
#include "ggov-deed-toast.h"
#include "ggov-error-text.h"
#include "ggov-ladder-list.h"
#include "ggov-store-award.h"
#include "ggov-window-private.h"

/* More than anybody takes back one by one. */
#define MAX_DEEDS 1000

/* A change that can be taken back, and the words it was announced with. */
typedef struct
{
  gint64  change_id;
  char   *sentence;
} Deed;

/* One undo, redo or reversal under way; a reversal has the number of a points transfer. */
typedef struct
{
  GgovWindow *window; /* (owned) */
  Deed       *deed;   /* (owned) */
  gboolean    redo;
} Reversal;

static Deed *
deed_new (gint64      change_id,
          const char *sentence)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->change_id = change_id;
  deed->sentence = g_strdup (sentence);

  return deed;
}

static void
deed_free (Deed *deed)
{
  g_free (deed->sentence);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

static void
reversal_free (Reversal *reversal)
{
  g_clear_object (&reversal->window);
  g_clear_pointer (&reversal->deed, deed_free);
  g_free (reversal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reversal, reversal_free)

static void
push_deed (GQueue *queue,
           Deed   *deed)
{
  g_queue_push_head (queue, deed);
  if (queue->length > MAX_DEEDS)
    deed_free (g_queue_pop_tail (queue));
}

static AdwToast *
make_toast (const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  return adw_toast_new (markup);
}

static void
reverse_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Reversal) reversal = user_data;
  GgovWindow *self = reversal->window;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  gint64 id;

  if (!ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    message = ggov_error_dup_sentence (error);
  else if (GGOV_STORE (object) == self->store)
    {
      push_deed (reversal->redo ? &self->undo : &self->redo,
                 deed_new (id, reversal->deed->sentence));
      message = g_strdup_printf (reversal->redo ? _("Done again: %s") : _("Undone: %s"),
                                 reversal->deed->sentence);
    }

  if (message)
    ggov_deed_toast_show (self->toasts, message, NULL, NULL, 0);
  _ggov_window_update_actions (self);
}

static void
reverse (GgovWindow *self,
         Deed       *deed,
         gboolean    redo)
{
  Reversal *reversal = g_new0 (Reversal, 1);

  reversal->window = g_object_ref (self);
  reversal->deed = deed;
  reversal->redo = redo;

  _ggov_window_update_actions (self);
  ggov_store_undo_async (self->store, deed->change_id, NULL, reverse_cb, reversal);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  /* What is not written yet comes first. */
  if (page && gtk_widget_activate_action (page, "page.take-back", NULL))
    return;

  if (self->session && self->undo.length > 0)
    reverse (self, g_queue_pop_head (&self->undo), FALSE);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  if (self->session && self->redo.length > 0)
    reverse (self, g_queue_pop_head (&self->redo), TRUE);
}

static Deed *
take_deed (GQueue *queue,
           gint64  change_id)
{
  for (GList *l = queue->head; l; l = l->next)
    {
      Deed *deed = l->data;

      if (deed->change_id == change_id)
        {
          g_queue_delete_link (queue, l);
          return deed;
        }
    }

  return NULL;
}

/* From a toast or the change log: that change, whatever was done after it. */
static void
undo_change_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  const char *sentence;
  gint64 id;
  Deed *deed;

  if (self->session == NULL)
    return;

  g_variant_get (parameter, "(&sx)", &sentence, &id);
  deed = take_deed (&self->undo, id);
  reverse (self, deed ? deed : deed_new (id, sentence), FALSE);
}

static void
announce_change_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  const char *sentence;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &sentence, &id);

  push_deed (&self->undo, deed_new (id, sentence));
  g_queue_clear_full (&self->redo, (GDestroyNotify) deed_free);
  _ggov_window_update_actions (self);
  ggov_deed_toast_show (self->toasts, sentence, _("Undo"), "win.undo-change", id);
}

static void
announce_award_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  const char *sentence;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &sentence, &id);
  ggov_deed_toast_show (GGOV_WINDOW (widget)->toasts, sentence, _("Reverse"), "win.reverse-award", id);
}

static void
award_reversed_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(Reversal) reversal = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (ggov_store_reverse_transfer_finish (GGOV_STORE (object), result, NULL, &error))
    message = g_strdup_printf (_("Reversed: %s"), reversal->deed->sentence);
  else
    message = ggov_error_dup_sentence (error);

  _ggov_window_show_message (reversal->window, message);
}

/* Points are not undone: the opposite is written into the ledger. */
static void
reverse_award_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  Reversal *reversal;
  const char *sentence;
  gint64 id;

  if (self->session == NULL)
    return;

  g_variant_get (parameter, "(&sx)", &sentence, &id);
  reversal = g_new0 (Reversal, 1);
  reversal->window = g_object_ref (self);
  reversal->deed = deed_new (id, sentence);
  ggov_store_reverse_transfer_async (self->store, id, ggov_session_get_now (self->session),
                                     _("Taken back at once"), NULL, award_reversed_cb, reversal);
}

static void
show_message_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  _ggov_window_show_message (GGOV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_page_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ggov_window_show_page (GGOV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_issues_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  _ggov_window_show_issues (GGOV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_calendar_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  if (self->session == NULL)
    return;

  if (self->calendar == NULL)
    g_set_weak_pointer (&self->calendar,
                        GTK_WIDGET (ggov_calendar_window_new (widget, self->session)));
  gtk_window_present (GTK_WINDOW (self->calendar));
}

static void
show_case_types_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  if (self->session == NULL)
    return;

  if (self->case_types == NULL)
    g_set_weak_pointer (&self->case_types,
                        GTK_WIDGET (ggov_case_types_window_new (widget, self->session)));
  gtk_window_present (GTK_WINDOW (self->case_types));
}

static void
show_ladder_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  if (self->session)
    ggov_ladder_list_show (widget, self->session);
}

static void
show_changes_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_window_show_page (GGOV_WINDOW (widget), "changes");
}

/* The window of shortcuts costs a good part of the start: it is made when it is asked for. */
static void
show_shortcuts_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr(GtkBuilder) builder =
        gtk_builder_new_from_resource ("/org/example/GridGov/ui/ggov-shortcuts.ui");
      GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

      gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (overlay));
    }

  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
show_record_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  if (!_ggov_window_show_record (GGOV_WINDOW (widget), kind, id))
    g_warning ("No page shows a record of the kind %s", kind);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ggov_search_box_start (GGOV_WINDOW (widget)->search_box);
}

static void
toggle_sidebar_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  if (self->session)
    gtk_widget_set_visible (self->sidebar, !gtk_widget_get_visible (self->sidebar));
}

void
_ggov_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.announce-award", "(sx)", announce_award_cb);
  gtk_widget_class_install_action (klass, "win.announce-change", "(sx)", announce_change_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (klass, "win.reverse-award", "(sx)", reverse_award_cb);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (klass, "win.show-calendar", NULL, show_calendar_cb);
  gtk_widget_class_install_action (klass, "win.show-case-types", NULL, show_case_types_cb);
  gtk_widget_class_install_action (klass, "win.show-changes", NULL, show_changes_cb);
  gtk_widget_class_install_action (klass, "win.show-issues", "s", show_issues_cb);
  gtk_widget_class_install_action (klass, "win.show-ladder", NULL, show_ladder_cb);
  gtk_widget_class_install_action (klass, "win.show-message", "s", show_message_cb);
  gtk_widget_class_install_action (klass, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (klass, "win.show-record", "(sx)", show_record_cb);
  gtk_widget_class_install_action (klass, "win.show-shortcuts", NULL, show_shortcuts_cb);
  gtk_widget_class_install_action (klass, "win.toggle-sidebar", NULL, toggle_sidebar_cb);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.undo-change", "(sx)", undo_change_cb);
}

void
_ggov_window_update_actions (GgovWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_open = self->session != NULL;

  gtk_widget_action_set_enabled (widget, "win.ask-charge", is_open);
  gtk_widget_action_set_enabled (widget, "win.back-up", is_open);
  gtk_widget_action_set_enabled (widget, "win.close-office", is_open);
  gtk_widget_action_set_enabled (widget, "win.export", is_open);
  gtk_widget_action_set_enabled (widget, "win.import", is_open);
  gtk_widget_action_set_enabled (widget, "win.import-grids", is_open);
  gtk_widget_action_set_enabled (widget, "win.import-file", is_open);
  gtk_widget_action_set_enabled (widget, "win.import-issues", is_open);
  gtk_widget_action_set_enabled (widget, "win.import-people", is_open);
  gtk_widget_action_set_enabled (widget, "win.import-residents", is_open);
  gtk_widget_action_set_enabled (widget, "win.print", is_open);
  gtk_widget_action_set_enabled (widget, "win.print-paper", is_open);
  gtk_widget_action_set_enabled (widget, "win.redo", is_open && self->redo.length > 0);
  gtk_widget_action_set_enabled (widget, "win.search", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-calendar", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-case-types", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-changes", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-chart", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-coverage", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-cases", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-cases-view", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-indicators", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-indicators-view", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-organisations", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-ladder", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-page", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-points-desk", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-points-desk-view", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-training", is_open);
  gtk_widget_action_set_enabled (widget, "win.undo", is_open && self->undo.length > 0);
}

void
_ggov_window_forget_deeds (GgovWindow *self)
{
  g_queue_clear_full (&self->undo, (GDestroyNotify) deed_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) deed_free);
  _ggov_window_update_actions (self);
}

void
_ggov_window_show_message (GgovWindow *self,
                           const char *message)
{
  adw_toast_overlay_add_toast (self->toasts, make_toast (message));
}
