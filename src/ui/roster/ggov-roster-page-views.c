/* ggov-roster-page-views.c: the roster as a list or a tree, and one person on the whole page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-form-dialog.h"
#include "ggov-number-text.h"
#include "ggov-post.h"
#include "ggov-roster-page-private.h"
#include "ggov-write-people.h"

static const struct
{
  const char *word;
  GgovTree    tree; /* not for the list */
} views[] = {
  [GGOV_ROSTER_VIEW_LIST] = { "list", GGOV_TREE_PLACES },
  [GGOV_ROSTER_VIEW_PLACES] = { "places", GGOV_TREE_PLACES },
  [GGOV_ROSTER_VIEW_ROLES] = { "roles", GGOV_TREE_ROLES },
  [GGOV_ROSTER_VIEW_ORGANISATIONS] = { "organisations", GGOV_TREE_ORGANISATIONS },
};

G_STATIC_ASSERT (G_N_ELEMENTS (views) == GGOV_ROSTER_N_VIEWS);

/* Views ----------------------------------------------------------------------------------- */

const char *
_ggov_roster_page_get_view (GgovRosterPage *self)
{
  return views[self->how].word;
}

void
_ggov_roster_page_set_view (GgovRosterPage *self,
                            const char     *view)
{
  GgovRosterView how = GGOV_ROSTER_VIEW_LIST;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].word, view) == 0)
      how = i;

  self->is_whole = FALSE;
  if (self->vacancies)
    g_object_set (self, "show-vacancies", FALSE, NULL);
  if (how != self->how)
    {
      self->how = how;
      gtk_label_set_label (self->count_label, "");
      _ggov_roster_page_read (self, FALSE);
      _ggov_roster_page_keep_view (self);
      g_object_notify (G_OBJECT (self), "view");
    }
  if (self->session)
    _ggov_roster_page_update_view (self);
}

void
_ggov_roster_page_ask_view (GgovRosterPage *self,
                            gboolean        is_again)
{
  GgovRosterFilter filter;

  ggov_roster_filter_bar_read (self->filter_bar, &filter);
  if (self->how == GGOV_ROSTER_VIEW_LIST && is_again)
    ggov_roster_list_ask_again (self->list);
  else if (self->how == GGOV_ROSTER_VIEW_LIST)
    ggov_roster_list_ask (self->list, ggov_session_get_store (self->session),
                          _ggov_roster_page_get_day (self), &filter);
  else if (is_again)
    ggov_roster_tree_ask_again (self->tree);
  else
    ggov_roster_tree_ask (self->tree, ggov_session_get_store (self->session),
                          views[self->how].tree, _ggov_roster_page_get_day (self), &filter);
}

static void
tree_answered_cb (GgovRosterPage *self)
{
  if (self->session)
    _ggov_roster_page_update_view (self);
}

static void
tree_selected_cb (GgovRosterPage *self)
{
  GgovBranch *branch = ggov_roster_tree_get_branch (self->tree);

  if (branch && ggov_branch_is_post (branch))
    _ggov_roster_page_show_person (self, ggov_branch_get_record (branch)->person_id);
}

/* Not before it is known. */
void
_ggov_roster_page_show_tree_count (GgovRosterPage *self)
{
  gint64 n_posts, n_vacant;
  g_autofree char *posts = NULL;
  g_autofree char *vacant = NULL;
  g_autofree char *text = NULL;

  if (!ggov_roster_tree_get_sums (self->tree, &n_posts, &n_vacant))
    return;

  posts = ggov_number_dup_text (n_posts);
  vacant = ggov_number_dup_text (n_vacant);
  /* Translators: how many posts are held, and how many are not */
  text = g_strdup_printf (_("Posts: %1$s held, %2$s vacant"), posts, vacant);
  gtk_label_set_label (self->count_label, text);
}

/* One person ------------------------------------------------------------------------------ */

void
_ggov_roster_page_set_whole (GgovRosterPage *self,
                             gboolean        is_whole)
{
  GgovPerson *person = ggov_person_pane_get_person (self->person_pane);

  self->is_whole = is_whole && person && self->session;
  ggov_person_page_show (self->person_page, self->session,
                         self->session ? _ggov_roster_page_get_day (self) : NULL,
                         self->is_whole ? person : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster.open-person", !self->is_whole);
  if (self->session)
    _ggov_roster_page_update_view (self);
}

static void
activated_cb (GgovRosterPage *self)
{
  GgovBranch *branch = ggov_roster_tree_get_branch (self->tree);
  gint64 person_id = self->how == GGOV_ROSTER_VIEW_LIST
                       ? ggov_roster_list_get_person (self->list)
                       : branch ? ggov_branch_get_record (branch)->person_id : 0;

  if (person_id == 0)
    return;

  self->is_whole = TRUE;
  _ggov_roster_page_show_person (self, person_id);
}

static void
open_person_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);

  if (self->session)
    _ggov_roster_page_set_whole (self, TRUE);
}

static void
close_page_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  _ggov_roster_page_set_whole (GGOV_ROSTER_PAGE (widget), FALSE);
}

static char *
dup_person_words (GgovPerson *person)
{
  const GgovPersonDetails *details = ggov_person_get_details (person);
  GListModel *posts = ggov_person_get_posts (person);
  GString *words = g_string_new (details->name);

  if (details->phone)
    g_string_append_printf (words, " %s", details->phone);
  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (posts, i);
      const GgovPostDetails *held = ggov_post_get_details (post);

      if (held->held)
        g_string_append_printf (words, "\n%s %s", held->role, held->place);
    }

  return g_string_free (words, FALSE);
}

static void
copy_person_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovPerson *person = ggov_person_pane_get_person (GGOV_ROSTER_PAGE (widget)->person_pane);
  g_autofree char *words = person ? dup_person_words (person) : NULL;

  if (words == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  gtk_widget_activate_action (widget, "win.show-message", "s", _("Copied"));
}

/* The phone ------------------------------------------------------------------------------- */

/* What the form holds, and what is written. */
typedef struct
{
  gint64     person_id;
  char      *phone; /* (nullable) */
  GtkWidget *row;   /* (unowned) */
} Phone;

static void
phone_free (Phone *self)
{
  g_free (self->phone);
  g_free (self);
}

/* On the store's thread. */
static gboolean
write_phone (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Phone *phone = data;

  return ggov_change_update_person (change, phone->person_id,
                                    &(GgovPersonRecord) { .phone = phone->phone }, error);
}

static void
save_phone (GgovFormDialog *dialog,
            gpointer        data)
{
  const Phone *form = data;
  Phone *phone;
  g_autofree char *text = ggov_form_dialog_dup_text (form->row);

  if (*text == '\0')
    {
      ggov_form_dialog_refuse (dialog, _("A phone number is missing. Enter it."));
      return;
    }

  phone = g_new0 (Phone, 1);
  phone->person_id = form->person_id;
  phone->phone = g_steal_pointer (&text);
  ggov_store_change_async (ggov_session_get_store (ggov_form_dialog_get_session (dialog)),
                           N_("Change a phone number"), "", write_phone, phone,
                           (GDestroyNotify) phone_free, NULL, ggov_form_dialog_finish_cb,
                           ggov_form_dialog_wait (dialog, g_strdup (_("The phone is changed"))));
}

static void
edit_phone_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  GgovPerson *person = ggov_person_pane_get_person (self->person_pane);
  GgovFormDialog *dialog;
  Phone *form;

  if (person == NULL || self->session == NULL)
    return;

  form = g_new0 (Phone, 1);
  form->person_id = ggov_person_get_details (person)->id;
  dialog = ggov_form_dialog_new (widget, self->session, _("Change the Phone"), _("_Save"),
                                 ggov_person_get_details (person)->name, save_phone, form,
                                 (GDestroyNotify) phone_free);
  form->row = ggov_form_dialog_add_entry (dialog, _("Phone"),
                                          ggov_person_get_details (person)->phone);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ggov_roster_page_bind_views (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, activated_cb);
  gtk_widget_class_bind_template_callback (klass, tree_answered_cb);
  gtk_widget_class_bind_template_callback (klass, tree_selected_cb);
  gtk_widget_class_install_action (klass, "roster.close-page", NULL, close_page_cb);
  gtk_widget_class_install_action (klass, "roster.copy-person", NULL, copy_person_cb);
  gtk_widget_class_install_action (klass, "roster.edit-phone", NULL, edit_phone_cb);
  gtk_widget_class_install_action (klass, "roster.open-person", NULL, open_person_cb);
  gtk_widget_class_install_property_action (klass, "roster.view", "view");
}
