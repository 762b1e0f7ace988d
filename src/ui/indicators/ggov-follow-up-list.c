/* ggov-follow-up-list.c: the calls that are to be made after closing, logged by a key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-follow-up-list.h"
#include "ggov-local-time.h"
#include "ggov-mask.h"
#include "ggov-placeholder.h"
#include "ggov-store-follow-ups.h"
#include "ggov-text-column.h"

/* Who was not called in a month will hardly remember; nobody does after a year. */
#define N_DAYS    30
#define MOST_DAYS 366

#define KEY_POINTS "ggov-points"

struct _GgovFollowUpList
{
  AdwBin              parent_instance;

  GgovSession        *session;
  GListStore         *calls;     /* (element-type GgovFollowUp) */
  GtkSingleSelection *selection;

  GtkColumnView      *view;
  GtkWidget          *place;     /* the list, or what stands for it */
  GtkLabel           *callee;    /* whom to call, of the one that is selected */
  GtkButton          *phone;     /* their phone; whole once it is asked for */
  GtkEditable        *note;
  GtkLabel           *about;
  GtkSpinButton      *days;      /* how far back closings are asked about */
  GtkWidget          *deeds;
  gboolean            is_busy; /* a call is being written, the list is old */
};

G_DEFINE_FINAL_TYPE (GgovFollowUpList, ggov_follow_up_list, ADW_TYPE_BIN)

/* Reading ----------------------------------------------------------------------------------- */

static void
show_count (GgovFollowUpList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->calls));
  g_autofree char *text = n == 0 ? g_strdup (_("No call is to be made."))
                                 : g_strdup_printf (ngettext ("%u call is to be made",
                                                              "%u calls are to be made", n), n);

  gtk_label_set_label (self->about, text);
  gtk_widget_set_visible (self->deeds, n > 0);
  ggov_placeholder_update (self->place, n);
}

/* Whom to call. The phone is masked until it is wanted for this very call. */
static void
show_callee (GgovFollowUpList *self)
{
  GgovFollowUp *call = gtk_single_selection_get_selected_item (self->selection);
  const GgovFollowUpFields *fields = call ? ggov_follow_up_get_fields (call) : NULL;
  const char *name = fields && fields->reporter ? fields->reporter : _("Nobody is known to have told");
  g_autofree char *masked = fields && fields->phone ? ggov_mask_phone (fields->phone) : NULL;

  gtk_label_set_label (self->callee, fields ? name : "");
  gtk_button_set_label (self->phone, masked ? masked : _("No phone"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->phone), masked != NULL);
}

static void
show_phone (GgovFollowUpList *self)
{
  GgovFollowUp *call = gtk_single_selection_get_selected_item (self->selection);

  if (call && ggov_follow_up_get_fields (call)->phone)
    gtk_button_set_label (self->phone, ggov_follow_up_get_fields (call)->phone);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovFollowUpList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) calls = ggov_store_list_follow_ups_finish (GGOV_STORE (object), result,
                                                                   &error);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  guint selected;

  self->is_busy = FALSE;
  if (self->session == NULL || calls == NULL)
    return;

  /* The next call takes the place of one that was made. */
  selected = gtk_single_selection_get_selected (self->selection);
  for (guint i = 0; i < g_list_model_get_n_items (calls); i++)
    g_ptr_array_add (all, g_list_model_get_item (calls, i));
  g_list_store_splice (self->calls, 0, g_list_model_get_n_items (G_LIST_MODEL (self->calls)),
                       all->pdata, all->len);
  if (all->len > 0 && selected != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, MIN (selected, all->len - 1));
  show_count (self);
}

static void
read_calls (GgovFollowUpList *self)
{
  ggov_store_list_follow_ups_async (ggov_session_get_store (self->session),
                                    ggov_session_get_now (self->session),
                                    (guint) gtk_spin_button_get_value_as_int (self->days), NULL,
                                    read_cb, g_object_ref (self));
}

static void
days_cb (GgovFollowUpList *self)
{
  if (self->session)
    read_calls (self);
}

static void
changed_cb (GgovFollowUpList *self,
            GStrv             tables)
{
  static const char * const ours[] = { GGOV_STORE_FOLLOW_UPS, "calendar_day", "issue", "person",
                                       "work_schedule", NULL };

  for (guint i = 0; tables[i] && self->session; i++)
    if (g_strv_contains (ours, tables[i]))
      {
        read_calls (self);
        return;
      }
}

/* Logging ----------------------------------------------------------------------------------- */

/* A call on its way. */
typedef struct
{
  GgovFollowUpList *list; /* (owned) */
  char             *done;
} Deed;

static void
deed_free (Deed *deed)
{
  g_clear_object (&deed->list);
  g_free (deed->done);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

static void
logged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Deed) deed = user_data;
  GtkWidget *widget = GTK_WIDGET (deed->list);
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 change_id = 0;

  if (deed->list->session == NULL)
    return;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change_id, &error))
    {
      gtk_editable_set_text (deed->list->note, "");
      gtk_widget_activate_action (widget, "win.announce-change", "(sx)", deed->done, change_id);
      return;
    }

  deed->list->is_busy = FALSE;
  sentence = ggov_error_dup_sentence (error);
  gtk_widget_activate_action (widget, "win.show-message", "s", sentence);
}

static char *
dup_done (const GgovIssueFields *issue,
          guint                  points)
{
  if (points == 0)
    /* Translators: an issue's number */
    return g_strdup_printf (_("%s: nobody was reached"), issue->number);
  if (points < GGOV_SATISFACTION_SATISFIED)
    /* Translators: an issue's number */
    return g_strdup_printf (_("%s: not satisfied, sent back"), issue->number);

  /* Translators: an issue's number, and how satisfied they are */
  return g_strdup_printf (_("%1$s: %2$s"), issue->number, ggov_satisfaction_get_label (points));
}

/* @points: 0 where nobody was reached */
static void
log_call (GgovFollowUpList *self,
          guint             points)
{
  GgovFollowUp *chosen = gtk_single_selection_get_selected_item (self->selection);
  GgovFollowUpCall call = { .is_reached = points > 0, .satisfaction = points };
  const GgovIssueFields *issue;
  Deed *deed;

  if (chosen == NULL || self->is_busy)
    return;

  self->is_busy = TRUE;
  issue = ggov_issue_get_fields (ggov_follow_up_get_issue (chosen));
  call.issue_id = issue->id;
  call.note = gtk_editable_get_text (self->note);
  call.at = ggov_session_get_now (self->session);
  deed = g_new0 (Deed, 1);
  deed->list = g_object_ref (self);
  deed->done = dup_done (issue, points);
  ggov_store_log_follow_up_async (ggov_session_get_store (self->session), &call, NULL, logged_cb,
                                  deed);
}

static void
clicked_cb (GgovFollowUpList *self,
            GtkButton        *button)
{
  log_call (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), KEY_POINTS)));
}

/* 1 to 5 while the list has the cursor, and 0 for nobody. */
static gboolean
key_cb (GgovFollowUpList *self,
        guint             key,
        guint             code,
        GdkModifierType   state)
{
  guint points;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;

  points = gdk_keyval_to_unicode (key) - '0';
  if (points > GGOV_SATISFACTION_MOST)
    return FALSE;

  log_call (self, points);

  return TRUE;
}

static void
activate_cb (GgovFollowUpList *self,
             guint             position)
{
  g_autoptr(GgovFollowUp) call = g_list_model_get_item (G_LIST_MODEL (self->calls), position);

  if (call)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", "issue",
                                ggov_issue_get_fields (ggov_follow_up_get_issue (call))->id);
}

/* The page ---------------------------------------------------------------------------------- */

static char *
dup_number (gpointer context,
            gpointer row)
{
  return g_strdup (ggov_issue_get_fields (ggov_follow_up_get_issue (row))->number);
}

static char *
dup_title (gpointer context,
           gpointer row)
{
  return g_strdup (ggov_issue_get_fields (ggov_follow_up_get_issue (row))->title);
}

static char *
dup_day (gpointer context,
         gpointer row)
{
  return ggov_local_day_format (ggov_follow_up_get_fields (row)->due_day);
}

static char *
dup_reporter (gpointer context,
              gpointer row)
{
  return g_strdup (ggov_follow_up_get_fields (row)->reporter);
}

static char *
dup_phone (gpointer context,
           gpointer row)
{
  const char *phone = ggov_follow_up_get_fields (row)->phone;

  return phone ? ggov_mask_phone (phone) : NULL;
}

static char *
dup_tries (gpointer context,
           gpointer row)
{
  return g_strdup_printf ("%d", (int) ggov_follow_up_get_fields (row)->n_tries);
}

static const GgovTextColumn columns[] = {
  { NC_("column", "Number"), dup_number, 110, FALSE },
  { NC_("column", "Issue"), dup_title, 0, FALSE },
  { NC_("column", "Call due"), dup_day, 110, FALSE },
  { NC_("column", "Tries"), dup_tries, 70, TRUE },
  { NC_("column", "Reporter"), dup_reporter, 100, FALSE },
  { NC_("column", "Phone"), dup_phone, 130, FALSE },
};

static void
add_button (GgovFollowUpList *self,
            GtkWidget        *box,
            const char       *label,
            guint             points)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), KEY_POINTS, GUINT_TO_POINTER (points));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

/* What is said of a call: words, then how it went. */
static void
fill_deeds (GgovFollowUpList *self)
{
  GtkWidget *callee = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *note = gtk_entry_new ();

  self->callee = GTK_LABEL (gtk_label_new (NULL));
  self->phone = GTK_BUTTON (gtk_button_new_with_label (""));
  gtk_label_set_ellipsize (self->callee, PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->phone), _("Show the whole phone, for this call"));
  g_signal_connect_object (self->phone, "clicked", G_CALLBACK (show_phone), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_callee), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (callee), GTK_WIDGET (self->callee));
  gtk_box_append (GTK_BOX (callee), GTK_WIDGET (self->phone));
  gtk_box_append (GTK_BOX (self->deeds), callee);
  self->note = GTK_EDITABLE (note);
  gtk_entry_set_placeholder_text (GTK_ENTRY (note), _("What they said"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What they said"), -1);
  add_button (self, buttons, _("0 Nobody reached"), 0);
  for (guint points = GGOV_SATISFACTION_LEAST; points <= GGOV_SATISFACTION_MOST; points++)
    add_button (self, buttons, ggov_satisfaction_get_label (points), points);
  gtk_box_append (GTK_BOX (self->deeds), note);
  gtk_box_append (GTK_BOX (self->deeds), buttons);
}

static GtkWidget *
make_list (GgovFollowUpList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_COLUMN_VIEW (
    gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  ggov_text_columns_add (self->view, columns, G_N_ELEMENTS (columns), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Calls to make"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static void
ggov_follow_up_list_dispose (GObject *object)
{
  GgovFollowUpList *self = GGOV_FOLLOW_UP_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  g_clear_object (&self->calls);

  G_OBJECT_CLASS (ggov_follow_up_list_parent_class)->dispose (object);
}

static void
ggov_follow_up_list_class_init (GgovFollowUpListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_follow_up_list_dispose;
}

static void
set_margins (GtkWidget *widget)
{
  gtk_widget_set_margin_top (widget, 9);
  gtk_widget_set_margin_bottom (widget, 9);
  gtk_widget_set_margin_start (widget, 12);
  gtk_widget_set_margin_end (widget, 12);
}

/* How many calls there are, of closings how far back. */
static GtkWidget *
make_heading (GgovFollowUpList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *before = gtk_label_new_with_mnemonic (_("Closed in the last _days"));

  self->about = GTK_LABEL (gtk_label_new (NULL));
  self->days = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, MOST_DAYS, 1));
  gtk_spin_button_set_value (self->days, N_DAYS);
  gtk_label_set_mnemonic_widget (GTK_LABEL (before), GTK_WIDGET (self->days));
  gtk_label_set_xalign (self->about, 0);
  gtk_label_set_ellipsize (self->about, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->about), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "heading");
  g_signal_connect_object (self->days, "value-changed", G_CALLBACK (days_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->about));
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->days));
  set_margins (box);

  return box;
}

static void
ggov_follow_up_list_init (GgovFollowUpList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->calls = g_list_store_new (GGOV_TYPE_FOLLOW_UP);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->calls)));
  self->deeds = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  set_margins (self->deeds);
  gtk_box_append (GTK_BOX (box), make_heading (self));
  self->place = ggov_placeholder_new (
    make_list (self), "call-stop-symbolic", _("No Call Is to Be Made"),
    _("Whoever told of an issue is called on the first working day after it was closed."));
  gtk_box_append (GTK_BOX (box), self->place);
  fill_deeds (self);
  show_callee (self);
  gtk_box_append (GTK_BOX (box), self->deeds);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ggov_follow_up_list_new (GgovSession *session)
{
  GgovFollowUpList *self = g_object_new (GGOV_TYPE_FOLLOW_UP_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  read_calls (self);

  return GTK_WIDGET (self);
}
