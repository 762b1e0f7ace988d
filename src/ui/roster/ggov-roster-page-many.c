/* ggov-roster-page-many.c: what is done with many lines of the roster at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-columns-dialog.h"
#include "ggov-error-text.h"
#include "ggov-form-dialog.h"
#include "ggov-list-dialog.h"
#include "ggov-local-time.h"
#include "ggov-number-text.h"
#include "ggov-pick.h"
#include "ggov-roster-page-private.h"
#include "ggov-store-change-posts.h"

/* The same for many ----------------------------------------------------------------------- */

/* What the form holds. */
typedef struct
{
  GgovPostsDeed  deed;
  GArray        *posts;     /* (element-type gint64) */
  GtkWidget     *from;
  GtkWidget     *place;     /* (nullable) */
  GtkWidget     *reason;
  GtkWidget     *exception; /* (nullable) */
  GtkWidget     *who;       /* (nullable) */
} Form;

static void
form_free (Form *form)
{
  g_array_unref (form->posts);
  g_free (form);
}

static void
tell_refusal (gpointer      row,
              GgovListLine *line)
{
  const GgovPostsRefusal *refusal = g_object_get_data (row, "refusal");

  line->title = g_strdup_printf ("%s · %s", refusal->person, refusal->place);
  line->note = g_strdup (refusal->why);
}

static void
refusal_deed_cb (GgovListDialog *list,
                 gpointer        row,
                 guint           deed,
                 gpointer        data)
{
  const GgovPostsRefusal *refusal = g_object_get_data (row, "refusal");
  GtkWidget *page = ggov_list_dialog_get_page (list);

  if (page)
    gtk_widget_activate_action (page, "win.show-record", "(sx)", "person", refusal->person_id);
  gtk_window_close (GTK_WINDOW (list));
}

static void
show_refused (GtkWidget *page,
              GPtrArray *refused)
{
  g_autoptr(GListStore) rows = g_list_store_new (G_TYPE_OBJECT);
  GgovListDialog *list = ggov_list_dialog_new (page, _("What Could Not Be Done"), tell_refusal,
                                               (const char *const[]) { _("Show"), NULL },
                                               refusal_deed_cb, NULL);

  for (guint i = 0; i < refused->len; i++)
    {
      g_autoptr(GObject) row = g_object_new (G_TYPE_OBJECT, NULL);
      const GgovPostsRefusal *refusal = g_ptr_array_index (refused, i);
      GgovPostsRefusal *copy = g_new0 (GgovPostsRefusal, 1);

      *copy = *refusal;
      copy->person = g_strdup (refusal->person);
      copy->place = g_strdup (refusal->place);
      copy->why = g_strdup (refusal->why);
      g_object_set_data_full (row, "refusal", copy, (GDestroyNotify) ggov_posts_refusal_free);
      g_list_store_append (rows, row);
    }
  ggov_list_dialog_set_rows (list, G_LIST_MODEL (rows), "");
  gtk_window_present (GTK_WINDOW (list));
}

static char *
dup_outcome (guint n_done,
             guint n_refused)
{
  g_autofree char *done = ggov_number_dup_text (n_done);
  g_autofree char *refused = ggov_number_dup_text (n_refused);

  if (n_refused == 0)
    return g_strdup_printf (ngettext ("Done for %s post", "Done for %s posts", n_done), done);

  /* Translators: two numbers of posts */
  return g_strdup_printf (_("Done for %1$s, not for %2$s"), done, refused);
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  GtkWidget *page = g_object_get_data (G_OBJECT (dialog), "page");
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "n"));
  g_autoptr(GPtrArray) refused = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 id;

  if (!ggov_store_change_posts_finish (GGOV_STORE (object), result, &id, &refused, &error))
    {
      sentence = ggov_error_dup_sentence (error);
      ggov_form_dialog_refuse (dialog, sentence);
      return;
    }

  sentence = dup_outcome (n - refused->len, refused->len);
  gtk_window_close (GTK_WINDOW (dialog));
  if (gtk_widget_get_root (page) == NULL)
    return;

  if (id != 0)
    gtk_widget_activate_action (page, "win.announce-change", "(sx)", sentence, id);
  else
    gtk_widget_activate_action (page, "win.show-message", "s", sentence);
  if (refused->len > 0)
    show_refused (page, refused);
}

static gboolean
read_place (GgovFormDialog   *dialog,
            const Form       *form,
            GgovPostsRequest *request)
{
  if (form->place == NULL)
    return TRUE;

  request->place_id = ggov_pick_get_id (GGOV_PICK (form->place));
  request->place_kind = ggov_pick_get_kind (GGOV_PICK (form->place));
  if (request->place_id != 0)
    return TRUE;

  ggov_form_dialog_refuse (dialog, _("Choose one from what is found below the words."));

  return FALSE;
}

static void
do_many (GgovFormDialog *dialog,
         gpointer        data)
{
  const Form *form = data;
  g_autofree char *from = ggov_form_dialog_dup_text (form->from);
  g_autofree char *reason = ggov_form_dialog_dup_text (form->reason);
  g_autofree char *exception = form->exception ? ggov_form_dialog_dup_text (form->exception) : NULL;
  GgovPostsRequest request = {
    .deed = form->deed, .posts = form->posts, .from = from, .reason = *reason ? reason : NULL,
    .exception = exception && *exception ? exception : NULL,
    .hand_over_to = form->who ? ggov_pick_get_id (GGOV_PICK (form->who)) : 0,
  };
  int day;

  if (!ggov_local_day_parse (from, &day, NULL))
    ggov_form_dialog_refuse (dialog, _("Write the day as year-month-day, such as 2026-02-13."));
  else if (form->who && ggov_pick_is_unclear (GGOV_PICK (form->who)))
    ggov_form_dialog_refuse (dialog, _("Choose one from what is found below the words."));
  else if (read_place (dialog, form, &request))
    ggov_store_change_posts_async (
      ggov_session_get_store (ggov_form_dialog_get_session (dialog)), &request, NULL, changed_cb,
      g_object_ref (dialog));
}

static const char *
get_scope (const GgovRosterRecord *record)
{
  return record->unit_id != 0        ? "unit"
         : record->building_id != 0  ? "building"
         : record->grid_id != 0      ? "grid"
         : record->community_id != 0 ? "community"
                                     : "sub-district";
}

/* (nullable): the first line, where all are of one role */
static GgovRosterRow *
find_common (GListModel *rows)
{
  g_autoptr(GgovRosterRow) first = g_list_model_get_item (rows, 0);

  for (guint i = 1; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);

      if (!g_str_equal (ggov_roster_row_get_record (row)->role_code,
                        ggov_roster_row_get_record (first)->role_code))
        return NULL;
    }

  return g_steal_pointer (&first);
}

static GArray *
list_posts (GListModel *rows)
{
  GArray *posts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);

      g_array_append_val (posts, ggov_roster_row_get_record (row)->post_id);
    }

  return posts;
}

static const char *
get_title (GgovPostsDeed deed)
{
  return deed == GGOV_POSTS_STAND_DOWN ? _("Stand Down the Selected")
         : deed == GGOV_POSTS_TRANSFER ? _("Transfer the Selected")
                                       : _("Appoint the Selected Elsewhere");
}

static void
add_place (GgovRosterPage         *self,
           GgovFormDialog         *dialog,
           Form                   *form,
           const GgovRosterRecord *record)
{
  const char *today = ggov_session_get_today (self->session);

  form->place = ggov_pick_new (self->session, _("To which place"), today, TRUE);
  ggov_pick_set_scope (GGOV_PICK (form->place), get_scope (record));
  ggov_form_dialog_add (dialog, form->place);
}

static void
add_who (GgovRosterPage *self,
         GgovFormDialog *dialog,
         Form           *form)
{
  form->who = ggov_pick_new (self->session, _("Open issues go to (empty: they stay)"),
                             ggov_session_get_today (self->session), FALSE);
  ggov_form_dialog_add (dialog, form->who);
}

static void
show_form (GgovRosterPage *self,
           GListModel     *rows,
           GgovPostsDeed   deed)
{
  g_autoptr(GgovRosterRow) common = find_common (rows);
  guint n = g_list_model_get_n_items (rows);
  g_autofree char *number = ggov_number_dup_text (n);
  g_autofree char *what = g_strdup_printf (ngettext ("%s post", "%s posts", n), number);
  GgovFormDialog *dialog;
  Form *form;

  if (n == 0 || (common == NULL && deed != GGOV_POSTS_STAND_DOWN))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s",
                                  n == 0 ? _("Select some lines first.")
                                         : _("Select posts of one role."));
      return;
    }

  form = g_new0 (Form, 1);
  form->deed = deed;
  form->posts = list_posts (rows);
  dialog = ggov_form_dialog_new (GTK_WIDGET (self), self->session, get_title (deed), _("_Do It"),
                                 what, do_many, form, (GDestroyNotify) form_free);
  form->from = ggov_form_dialog_add_entry (dialog, _("From this day on"),
                                           ggov_session_get_today (self->session));
  if (deed != GGOV_POSTS_STAND_DOWN)
    add_place (self, dialog, form, ggov_roster_row_get_record (common));
  form->reason = ggov_form_dialog_add_entry (dialog, _("Reason"), NULL);
  if (deed != GGOV_POSTS_STAND_DOWN)
    form->exception = ggov_form_dialog_add_entry (dialog, _("Why a rule is set aside, if one is"),
                                                  NULL);
  if (deed != GGOV_POSTS_APPOINT)
    add_who (self, dialog, form);
  g_object_set_data_full (G_OBJECT (dialog), "page", g_object_ref (self), g_object_unref);
  g_object_set_data (G_OBJECT (dialog), "n", GUINT_TO_POINTER (n));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
stand_down (GgovRosterPage *self,
            GListModel     *rows)
{
  show_form (self, rows, GGOV_POSTS_STAND_DOWN);
}

static void
transfer (GgovRosterPage *self,
          GListModel     *rows)
{
  show_form (self, rows, GGOV_POSTS_TRANSFER);
}

static void
appoint (GgovRosterPage *self,
         GListModel     *rows)
{
  show_form (self, rows, GGOV_POSTS_APPOINT);
}

static void
many_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  GgovRowsFunc func = g_str_equal (action_name, "roster.stand-down-chosen") ? stand_down
                      : g_str_equal (action_name, "roster.transfer-chosen") ? transfer
                                                                            : appoint;

  if (_ggov_roster_page_count_chosen (self) == 0)
    gtk_widget_activate_action (widget, "win.show-message", "s", _("Select some lines first."));
  else
    _ggov_roster_page_read_rows (self, TRUE, func);
}

static void
choose_columns_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ggov_columns_dialog_show (widget,
                            ggov_roster_list_get_table (GGOV_ROSTER_PAGE (widget)->list));
}

/* The menu of the selected lines ---------------------------------------------------------- */

static void
pop_up (GgovRosterPage *self,
        double          x,
        double          y)
{
  GdkRectangle at = { 0, 0, 1, 1 };
  double left = 0, top = 0;

  if (_ggov_roster_page_count_chosen (self) == 0)
    return;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->list),
                                    gtk_widget_get_parent (GTK_WIDGET (self->chosen_popover)), x, y,
                                    &left, &top);
  at.x = left;
  at.y = top;
  gtk_popover_set_pointing_to (self->chosen_popover, &at);
  gtk_popover_popup (self->chosen_popover);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GgovRosterPage  *self)
{
  pop_up (self, x, y);
}

static void
show_menu_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);

  pop_up (self, gtk_widget_get_width (GTK_WIDGET (self->list)) / 2.0,
          gtk_widget_get_height (GTK_WIDGET (self->list)) / 3.0);
}

void
_ggov_roster_page_bind_many (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, GgovRosterPage, chosen_popover);
  gtk_widget_class_bind_template_callback (klass, pressed_cb);
  gtk_widget_class_install_action (klass, "roster.appoint-chosen", NULL, many_cb);
  gtk_widget_class_install_action (klass, "roster.choose-columns", NULL, choose_columns_cb);
  gtk_widget_class_install_action (klass, "roster.show-menu", NULL, show_menu_cb);
  gtk_widget_class_install_action (klass, "roster.stand-down-chosen", NULL, many_cb);
  gtk_widget_class_install_action (klass, "roster.transfer-chosen", NULL, many_cb);
}
