/* ggov-charge-dialog.c: who is in charge of an address, a grid, or whose a phone is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-charge-dialog.h"
#include "ggov-charge-text.h"
#include "ggov-store-candidates.h"
#include "ggov-store-find-places.h"
#include "ggov-store-history.h"
#include "ggov-store-person.h"

/* Who means more than these says more. */
#define MOST_ANSWERS 8

struct _GgovChargeDialog
{
  AdwWindow       parent_instance;

  GtkWidget      *page;        /* (nullable) (weak) */
  GgovSession    *session;     /* (nullable): NULL once disposed of */
  GCancellable   *cancellable; /* (nullable): of what is being asked */

  /* From the template. */
  GtkBox         *answers;
  GtkEditable    *entry;
  GtkLabel       *hint;
};

/* One answer that is awaited: the place it has in the window is kept. */
typedef struct
{
  GgovChargeDialog *dialog; /* (owned) */
  GtkWidget        *group;  /* (owned) */
  char             *label;  /* (nullable): NULL for a person, who is called as the store says */
} Answer;

G_DEFINE_FINAL_TYPE (GgovChargeDialog, ggov_charge_dialog, ADW_TYPE_WINDOW)

static Answer *
answer_new (GgovChargeDialog *self,
            const char       *label)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->dialog = g_object_ref (self);
  answer->group = g_object_ref (adw_preferences_group_new ());
  answer->label = g_strdup (label);
  gtk_box_append (self->answers, answer->group);

  return answer;
}

static void
answer_free (Answer *answer)
{
  g_object_unref (answer->dialog);
  g_object_unref (answer->group);
  g_free (answer->label);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
clear_answers (GgovChargeDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))))
    gtk_box_remove (self->answers, child);
}

static void
show_hint (GgovChargeDialog *self,
           const char       *words)
{
  gtk_label_set_label (self->hint, words ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), words != NULL);
}

/* Answers --------------------------------------------------------------------------------- */

static void
copy_cb (GtkButton        *button,
         GgovChargeDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)),
                          g_object_get_data (G_OBJECT (button), "text"));
  if (self->page)
    gtk_widget_activate_action (self->page, "win.show-message", "s", _("Copied"));
}

static GtkWidget *
new_copy_button (GgovChargeDialog *self,
                 char             *text)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Copy"));

  g_object_set_data_full (G_OBJECT (button), "text", text, g_free);
  gtk_widget_set_tooltip_text (button, _("Copy the answer, to be sent to somebody"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_DEFAULT);

  return button;
}

static void
row_activated_cb (GtkWidget        *row,
                  GgovChargeDialog *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "person");

  if (self->page)
    gtk_widget_activate_action (self->page, "win.show-record", "(sx)", "person", *id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_row (const Answer *answer,
         GgovPost     *post,
         const char   *day)
{
  const GgovPostDetails *details = ggov_post_get_details (post);
  g_autofree char *line = ggov_charge_dup_line (post, answer->label == NULL, day);
  g_autofree char *markup = g_markup_escape_text (line, -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "person",
                          g_memdup2 (&details->person_id, sizeof details->person_id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), answer->dialog,
                           G_CONNECT_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (answer->group), row);
}

static void
fill (const Answer *answer,
      const char   *title,
      GListModel   *posts)
{
  const char *day = ggov_session_get_today (answer->dialog->session);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (posts, i);

      if (ggov_post_get_details (post)->held)
        {
          add_row (answer, post, day);
          n++;
        }
    }

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (answer->group), markup);
  if (n == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (answer->group),
                                           answer->label ? _("Nobody is in charge here.")
                                                         : _("Holds no post on this day."));
  adw_preferences_group_set_header_suffix (
    ADW_PREFERENCES_GROUP (answer->group),
    new_copy_button (answer->dialog, ggov_charge_dup_text (title, posts, answer->label == NULL,
                                                           day)));
}

static gboolean
is_late (GgovChargeDialog *self,
         GAsyncResult     *result)
{
  return self->session == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable;
}

static void
chain_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Answer) answer = user_data;
  g_autoptr(GListModel) posts = ggov_store_list_history_finish (GGOV_STORE (object), result, NULL);

  if (posts && !is_late (answer->dialog, result))
    fill (answer, answer->label, posts);
}

static void
person_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Answer) answer = user_data;
  g_autoptr(GgovPerson) person = ggov_store_get_person_finish (GGOV_STORE (object), result, NULL);
  const GgovPersonDetails *details = person ? ggov_person_get_details (person) : NULL;
  g_autofree char *title = NULL;

  if (details == NULL || is_late (answer->dialog, result))
    return;

  title = g_strconcat (details->name, details->phone ? " " : NULL, details->phone, NULL);
  fill (answer, title, ggov_person_get_posts (person));
}

/* Asking ---------------------------------------------------------------------------------- */

static void
ask_place (GgovChargeDialog *self,
           const char       *kind,
           gint64            id,
           const char       *label)
{
  ggov_store_list_chain_async (ggov_session_get_store (self->session), kind, id,
                               ggov_session_get_today (self->session), self->cancellable, chain_cb,
                               answer_new (self, label));
}

static void
candidates_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GgovChargeDialog) self = user_data;
  g_autoptr(GListModel) people = ggov_store_list_candidates_finish (GGOV_STORE (object), result,
                                                                    NULL);
  const char *typed = gtk_editable_get_text (self->entry);
  guint n = 0;

  if (people == NULL || is_late (self, result))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (people) && n < MOST_ANSWERS; i++)
    {
      g_autoptr(GgovCandidate) row = g_list_model_get_item (people, i);
      const GgovCandidateRecord *record = ggov_candidate_get_record (row);

      /* Who says 1234 means the end of a phone. */
      if (ggov_charge_is_phone (typed) &&
          (record->phone == NULL || !g_str_has_suffix (record->phone, typed)))
        continue;
      ggov_store_get_person_async (GGOV_STORE (object), record->person_id,
                                   ggov_session_get_today (self->session), self->cancellable,
                                   person_cb, answer_new (self, NULL));
      n++;
    }

  if (n == 0)
    show_hint (self, _("No place, person or phone is known by that."));
}

static void
ask_people (GgovChargeDialog *self,
            const char       *text)
{
  ggov_store_list_candidates_async (ggov_session_get_store (self->session), "sub-district", 0,
                                    ggov_session_get_today (self->session), text, 10 * MOST_ANSWERS,
                                    self->cancellable, candidates_cb, g_object_ref (self));
}

static void
places_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovChargeDialog) self = user_data;
  g_autoptr(GListModel) places = ggov_store_find_places_finish (GGOV_STORE (object), result, NULL);
  guint n = places ? g_list_model_get_n_items (places) : 0;

  if (places == NULL || is_late (self, result))
    return;

  for (guint i = 0; i < MIN (n, MOST_ANSWERS); i++)
    {
      g_autoptr(GgovPlace) place = g_list_model_get_item (places, i);
      const GgovPlaceRecord *record = ggov_place_get_record (place);

      ask_place (self, record->kind, record->id, record->label);
    }

  if (n == 0)
    ask_people (self, gtk_editable_get_text (self->entry));
  else
    show_hint (self, n > MOST_ANSWERS ? _("There are more. Say more of the address.") : NULL);
}

static void
begin (GgovChargeDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  clear_answers (self);
}

static void
search_changed_cb (GgovChargeDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (self->session == NULL)
    return;

  begin (self);
  show_hint (self, *text ? NULL : _("Type an address, a grid’s code, a phone or its last digits, "
                                    "or a name."));
  if (*text == '\0')
    return;

  if (ggov_charge_is_phone (text))
    ask_people (self, text);
  else
    ggov_store_find_places_async (ggov_session_get_store (self->session), NULL, text,
                                  ggov_session_get_today (self->session), MOST_ANSWERS + 1,
                                  self->cancellable, places_cb, g_object_ref (self));
}

static void
ggov_charge_dialog_dispose (GObject *object)
{
  GgovChargeDialog *self = GGOV_CHARGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ggov_charge_dialog_parent_class)->dispose (object);
}

static void
ggov_charge_dialog_class_init (GgovChargeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_charge_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-charge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovChargeDialog, answers);
  gtk_widget_class_bind_template_child (widget_class, GgovChargeDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, GgovChargeDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ggov_charge_dialog_init (GgovChargeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GgovChargeDialog *
ggov_charge_dialog_new (GtkWidget   *page,
                        GgovSession *session)
{
  GgovChargeDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (page), NULL);
  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_CHARGE_DIALOG, "transient-for", gtk_widget_get_root (page), NULL);
  g_set_weak_pointer (&self->page, page);
  self->session = g_object_ref (session);
  search_changed_cb (self);

  return self;
}

void
ggov_charge_dialog_ask (GgovChargeDialog *self,
                        const char       *text)
{
  g_return_if_fail (GGOV_IS_CHARGE_DIALOG (self));

  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
}

void
ggov_charge_dialog_show (GgovChargeDialog *self,
                         const char       *kind,
                         gint64            id,
                         const char       *label)
{
  g_return_if_fail (GGOV_IS_CHARGE_DIALOG (self));

  begin (self);
  show_hint (self, NULL);
  ask_place (self, kind, id, label);
}
