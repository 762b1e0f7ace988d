/* ggov-roster-page-posts.c: changing posts from the roster's page, histories, load and twins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-list-dialog.h"
#include "ggov-papers-dialog.h"
#include "ggov-pick.h"
#include "ggov-post-dialogs.h"
#include "ggov-query-load.h"
#include "ggov-roles-dialog.h"
#include "ggov-roster-page-private.h"
#include "ggov-stand-down-dialog.h"
#include "ggov-store-history.h"
#include "ggov-store-roles.h"
#include "ggov-store-twins.h"

#define KEY_POST   "ggov-post"
#define KEY_CHARGE "ggov-charge"

/* (transfer full) (nullable): the post of the person who is shown */
static GgovPost *
find_post (GgovRosterPage *self,
           gint64          id)
{
  GgovPerson *person = ggov_person_pane_get_person (self->person_pane);
  GListModel *posts = person ? ggov_person_get_posts (person) : NULL;

  for (guint i = 0; posts && i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (posts, i);

      if (ggov_post_get_details (post)->id == id && ggov_post_get_details (post)->holder == NULL)
        return g_steal_pointer (&post);
    }

  return NULL;
}

static void
roles_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovRosterPage) self = user_data;
  g_autoptr(GListModel) roles = ggov_store_list_roles_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GgovPost) post = g_object_steal_data (G_OBJECT (self), KEY_POST);

  if (roles && post && self->session && gtk_widget_get_root (GTK_WIDGET (self)))
    ggov_transfer_dialog_show (GTK_WIDGET (self), self->session, post, roles);
}

static void
transfer_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  GgovPost *post = find_post (self, g_variant_get_int64 (parameter));

  if (post == NULL || self->session == NULL)
    return;

  g_object_set_data_full (G_OBJECT (self), KEY_POST, post, g_object_unref);
  ggov_store_list_roles_async (ggov_session_get_store (self->session),
                               ggov_session_get_today (self->session), NULL, roles_cb,
                               g_object_ref (self));
}

static void
substitute_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  g_autoptr(GgovPost) post = find_post (self, g_variant_get_int64 (parameter));

  if (post && self->session)
    ggov_substitute_dialog_show (widget, self->session, post);
}

/* How many further posts of the same role the person who is shown holds. */
static guint
count_others (GgovRosterPage        *self,
              const GgovPostDetails *details)
{
  GListModel *posts = ggov_person_get_posts (ggov_person_pane_get_person (self->person_pane));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (posts, i);
      const GgovPostDetails *other = ggov_post_get_details (post);

      if (other->held && other->holder == NULL && other->id != details->id &&
          g_str_equal (other->role_code, details->role_code))
        n++;
    }

  return n;
}

static void
stand_down_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  g_autoptr(GgovPost) post = find_post (self, g_variant_get_int64 (parameter));

  if (post && self->session)
    ggov_stand_down_dialog_show (widget, self->session, post,
                                 count_others (self, ggov_post_get_details (post)));
}

static void
show_papers_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  g_autoptr(GgovPost) post = find_post (self, g_variant_get_int64 (parameter));

  if (post && self->session)
    ggov_papers_dialog_show (widget, self->session, post);
}

static void
show_roles_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);

  if (self->session)
    ggov_roles_dialog_show (widget, self->session);
}

/* Lists over the page -------------------------------------------------------------------------- */

static void
show_listed (GgovListDialog *list,
             GListModel     *rows,
             const GError   *error,
             const char     *empty)
{
  g_autoptr(GListStore) none = g_list_store_new (G_TYPE_OBJECT);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;

  ggov_list_dialog_set_rows (list, rows ? rows : G_LIST_MODEL (none), sentence ? sentence : empty);
}

/* The page shows who a line is about, without the list before it. */
static void
show_person (GgovListDialog *list,
             gint64          person_id)
{
  gtk_widget_activate_action (ggov_list_dialog_get_page (list), "win.show-record", "(sx)", "person",
                              person_id);
  gtk_window_close (GTK_WINDOW (list));
}

static void
tell_load (gpointer      row,
           GgovListLine *line)
{
  const GgovLoadRecord *record = ggov_load_get_record (row);

  line->title = g_strdup_printf ("%s · %s", record->name, record->role);
  /* Translators: a place, then how many posts, households, units and open issues somebody has */
  line->note = g_strdup_printf (_("%1$s · posts: %2$u · households: %3$u · units: %4$u · open issues: "
                                  "%5$u"), record->place, (guint) record->places,
                                (guint) record->households, (guint) record->units,
                                (guint) record->open_issues);
  line->mark = record->strain > 0 ? _("Too many households")
                                  : record->strain < 0 ? _("Too few households") : NULL;
}

static void
load_deed_cb (GgovListDialog *list,
              gpointer        row,
              guint           deed,
              gpointer        data)
{
  const GgovLoadRecord *record = ggov_load_get_record (row);

  if (deed == 0)
    {
      show_person (list, record->person_id);
      return;
    }

  if (record->grid_id == 0)
    return;

  gtk_widget_activate_action (ggov_list_dialog_get_page (list), "win.show-record", "(sx)", "grid",
                              record->grid_id);
  gtk_window_close (GTK_WINDOW (list));
}

static void
show_load_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  g_autoptr(GgovQuery) query = NULL;
  g_autofree char *title = NULL;
  GgovListDialog *list;

  if (self->session == NULL)
    return;

  /* Translators: a day */
  title = g_strdup_printf (_("Who Looks after How Much, %s"), _ggov_roster_page_get_day (self));
  list = ggov_list_dialog_new (widget, title, tell_load,
                               (const char *const[]) { _("Show"), _("On the Map"), NULL },
                               load_deed_cb, self);
  query = ggov_query_new_load (_ggov_roster_page_get_day (self));
  ggov_list_dialog_ask (list, ggov_session_get_store (self->session), query,
                        _("Nobody holds a post on this day."));
  gtk_window_present (GTK_WINDOW (list));
}

static const char *
get_likeness (const char *likeness)
{
  const struct { const char *word; const char *label; } words[] = {
    { GGOV_TWIN_PHONE, _("Same phone") },
    { GGOV_TWIN_DIGIT, _("One digit of the phone different") },
    { GGOV_TWIN_HOME, _("Same name by its sound, same building") },
    { GGOV_TWIN_BIRTH, _("Same name by its sound, same day of birth") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, likeness))
      return words[i].label;

  return _("Same name by its sound");
}

static void
add_words (GString    *text,
           const char *words)
{
  if (words && *words)
    g_string_append_printf (text, " · %s", words);
}

static void
tell_twin (gpointer      row,
           GgovListLine *line)
{
  const GgovTwinRecord *record = ggov_twin_get_record (row);
  GString *note = g_string_new (record->first);

  add_words (note, record->first_phone);
  add_words (note, record->first_note);
  g_string_append_printf (note, "\n%s", record->second);
  add_words (note, record->second_phone);
  add_words (note, record->second_note);
  line->title = g_strdup (get_likeness (record->likeness));
  line->note = g_string_free (note, FALSE);
}

static void
twin_changed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GgovListDialog) list = user_data;
  g_autofree char *sentence = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    gtk_widget_activate_action (ggov_list_dialog_get_page (list), "win.announce-change", "(sx)",
                                _("The register of people is changed"), id);
  else
    {
      sentence = ggov_error_dup_sentence (error);
      gtk_widget_activate_action (ggov_list_dialog_get_page (list), "win.show-message", "s",
                                  sentence);
      gtk_window_close (GTK_WINDOW (list));
    }
}

static void
twin_deed_cb (GgovListDialog *list,
              gpointer        row,
              guint           deed,
              gpointer        data)
{
  const GgovTwinRecord *record = ggov_twin_get_record (row);
  GgovRosterPage *self = data;
  GgovStore *store = self->session ? ggov_session_get_store (self->session) : NULL;

  if (deed == 0)
    show_person (list, record->first_id);
  else if (store && deed == 1)
    ggov_store_merge_people_async (store, record->first_id, record->second_id, NULL, twin_changed_cb,
                                   g_object_ref (list));
  else if (store)
    ggov_store_tell_apart_async (store, record->first_id, record->second_id, NULL, twin_changed_cb,
                                 g_object_ref (list));
}

static void
twins_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovListDialog) list = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_twins_finish (GGOV_STORE (object), result, &error);

  show_listed (list, rows, error, _("Nobody seems to have been entered twice."));
}

static void
read_twins (GgovListDialog *list,
            GStrv           tables,
            GgovStore      *store)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (ggov_list_dialog_get_page (list));

  if (self->session && (tables == NULL ||
                        g_strv_contains ((const char *const *) tables, "person") ||
                        g_strv_contains ((const char *const *) tables, "person_distinct")))
    ggov_store_list_twins_async (store, _ggov_roster_page_get_day (self), NULL, twins_cb,
                                 g_object_ref (list));
}

static void
show_twins_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  GgovListDialog *list;

  if (self->session == NULL)
    return;

  list = ggov_list_dialog_new (widget, _("People Entered Twice"), tell_twin,
                               (const char *const[]) { _("Show"), _("Merge"), _("Two People"), NULL },
                               twin_deed_cb, self);
  g_signal_connect_object (ggov_session_get_store (self->session), "changed",
                           G_CALLBACK (read_twins), list, G_CONNECT_SWAPPED);
  read_twins (list, NULL, ggov_session_get_store (self->session));
  gtk_window_present (GTK_WINDOW (list));
}

/* The history of a place or a person ------------------------------------------------------------ */

static char *
dup_days (const GgovPostDetails *details)
{
  if (details->until)
    /* Translators: the first and the last day of a post */
    return g_strdup_printf (_("%1$s to %2$s"), details->since, details->until);

  /* Translators: a day on which a post began */
  return g_strdup_printf (_("Since %s"), details->since);
}

/* Takes @words over. */
static void
add_sentence (GString *text,
              char    *words)
{
  g_string_append_printf (text, " · %s", words);
  g_free (words);
}

static void
tell_post (gpointer      row,
           GgovListLine *line)
{
  const GgovPostDetails *details = ggov_post_get_details (row);
  g_autofree char *days = dup_days (details);
  GString *note = g_string_new (days);

  if (details->holder)
    /* Translators: a person */
    add_sentence (note, g_strdup_printf (_("Stands in for %s"), details->holder));
  if (details->nominated_by)
    add_sentence (note, g_strdup_printf (_("Nominated by %s"), details->nominated_by));
  if (details->approved_by)
    add_sentence (note, g_strdup_printf (_("Approved by %s"), details->approved_by));
  add_words (note, details->reason);
  if (details->exception)
    /* Translators: why a rule was set aside */
    add_sentence (note, g_strdup_printf (_("Exception: %s"), details->exception));
  if (details->end_reason)
    add_sentence (note, g_strdup_printf (_("Ended: %s"), details->end_reason));

  line->title = g_strdup_printf ("%s · %s · %s", details->person, details->role, details->place);
  line->note = g_string_free (note, FALSE);
}

static void
post_deed_cb (GgovListDialog *list,
              gpointer        row,
              guint           deed,
              gpointer        data)
{
  show_person (list, ggov_post_get_details (row)->person_id);
}

static void
history_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovListDialog) list = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_history_finish (GGOV_STORE (object), result, &error);

  show_listed (list, rows, error, _("Nobody held a post here."));
}

static void
read_history (GgovListDialog *list,
              GgovPick       *pick)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (ggov_list_dialog_get_page (list));
  GtkCheckButton *charge = g_object_get_data (G_OBJECT (pick), KEY_CHARGE);
  GgovStore *store = self->session ? ggov_session_get_store (self->session) : NULL;

  if (store == NULL || ggov_pick_get_id (pick) == 0)
    return;

  if (gtk_check_button_get_active (charge))
    ggov_store_list_chain_async (store, ggov_pick_get_kind (pick), ggov_pick_get_id (pick),
                                 _ggov_roster_page_get_day (self), NULL, history_cb,
                                 g_object_ref (list));
  else
    ggov_store_list_history_async (store, ggov_pick_get_kind (pick), ggov_pick_get_id (pick),
                                   _ggov_roster_page_get_day (self), NULL, history_cb,
                                   g_object_ref (list));
}

static void
picked_cb (GgovPick       *pick,
           GgovListDialog *list)
{
  read_history (list, pick);
}

static void
toggled_cb (GgovPick *pick)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (pick));

  if (GGOV_IS_LIST_DIALOG (root))
    read_history (GGOV_LIST_DIALOG (root), pick);
}

static GtkWidget *
make_history_top (GgovRosterPage *self,
                  GgovListDialog *list)
{
  const char *day = _ggov_roster_page_get_day (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *pick = ggov_pick_new (self->session, _("Place: a grid’s code, a door"), day, TRUE);
  /* Translators: a day */
  g_autofree char *words = g_strdup_printf (_("Only who is in charge on %s"), day);
  GtkWidget *charge = gtk_check_button_new_with_label (words);

  gtk_box_append (GTK_BOX (box), pick);
  gtk_box_append (GTK_BOX (box), charge);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_top (box, 6);
  g_object_set_data (G_OBJECT (pick), KEY_CHARGE, charge);
  g_signal_connect_object (pick, "picked", G_CALLBACK (picked_cb), list, G_CONNECT_DEFAULT);
  g_signal_connect_object (charge, "toggled", G_CALLBACK (toggled_cb), pick, G_CONNECT_SWAPPED);
  ggov_list_dialog_set_top (list, box);

  return pick;
}

/* The parameter is of a post of the person who is shown, or 0 to choose a place. */
static void
show_history_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);
  g_autoptr(GgovPost) post = find_post (self, g_variant_get_int64 (parameter));
  GgovListDialog *list;
  GtkWidget *pick;

  if (self->session == NULL)
    return;

  list = ggov_list_dialog_new (widget, _("History of a Place"), tell_post,
                               (const char *const[]) { _("Show"), NULL }, post_deed_cb, self);
  pick = make_history_top (self, list);
  if (post)
    {
      const GgovPostDetails *details = ggov_post_get_details (post);

      ggov_pick_choose (GGOV_PICK (pick), details->place_kind, details->place_id, details->place);
      read_history (list, GGOV_PICK (pick));
    }
  else
    show_listed (list, NULL, NULL, _("Choose the place whose history is wanted."));
  gtk_window_present (GTK_WINDOW (list));
}

void
_ggov_roster_page_install_post_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "roster.show-history", "x", show_history_cb);
  gtk_widget_class_install_action (klass, "roster.show-load", NULL, show_load_cb);
  gtk_widget_class_install_action (klass, "roster.show-papers", "x", show_papers_cb);
  gtk_widget_class_install_action (klass, "roster.show-roles", NULL, show_roles_cb);
  gtk_widget_class_install_action (klass, "roster.show-twins", NULL, show_twins_cb);
  gtk_widget_class_install_action (klass, "roster.stand-down", "x", stand_down_cb);
  gtk_widget_class_install_action (klass, "roster.substitute", "x", substitute_cb);
  gtk_widget_class_install_action (klass, "roster.transfer", "x", transfer_cb);
}
