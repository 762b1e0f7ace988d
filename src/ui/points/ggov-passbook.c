/* ggov-passbook.c: the entries of one points account, or of everybody's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-cell-tooltip.h"
#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-paged-list.h"
#include "ggov-passbook.h"
#include "ggov-query-points.h"
#include "ggov-store-award.h"

struct _GgovPassbook
{
  AdwBin              parent_instance;

  GgovSession        *session;     /* (nullable) */
  GgovPointsAccount  *account;     /* (nullable): NULL is everybody's */
  gint64              selected_id; /* entry, or 0 */
  gboolean            busy;        /* while the list is replaced */

  /* From the template. */
  GtkLabel           *balance_label;
  GtkWidget          *close_button;
  GtkColumnView      *column_view;
  GtkLabel           *detail_label;
  GgovPagedList      *entries;
  GtkLabel           *name_label;
  GtkSingleSelection *selection;
  GtkStack           *stack;
};

/* A question about a reason that is on the screen. */
typedef struct
{
  GgovPassbook *self; /* (owned) */
  GtkWidget    *entry;
  gint64        transfer_id;
} Question;

G_DEFINE_FINAL_TYPE (GgovPassbook, ggov_passbook, ADW_TYPE_BIN)

/* Text of cells --------------------------------------------------------------------------- */

/* A line that was not read yet has no figures. */
static gboolean
is_read (GtkListItem *item)
{
  GgovPagedItem *place = gtk_list_item_get_item (item);

  return place && ggov_paged_item_get_row (place);
}

static char *
format_number (GtkListItem *item,
               gint64       number)
{
  return is_read (item) ? ggov_number_dup_text (number) : NULL;
}

static char *
format_points (GtkListItem *item,
               gint64       points)
{
  g_autofree char *number = ggov_number_dup_text (ABS (points));

  return is_read (item) ? g_strconcat (points < 0 ? "−" : "+", number, NULL) : NULL;
}

static char *
format_entry (GtkListItem     *item,
              GgovPointsEntry *entry)
{
  const GgovPointsEntryFields *fields;

  if (entry == NULL)
    return NULL;

  fields = ggov_points_entry_get_fields (entry);
  if (fields->transfer_id == 0)
    return g_strdup (_("Loading…"));

  if (g_str_equal (fields->kind, "reverse"))
    /* Translators: %s is the activity or the reward whose entry was reversed. */
    return g_strdup_printf (_("Reversal: %s"), fields->label);

  return g_strdup (*fields->label ? fields->label : fields->kind_label);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* What tells one entry from another like it. */
static char *
format_detail (GtkListItem     *item,
               GgovPointsEntry *entry)
{
  const GgovPointsEntryFields *fields;
  GString *text;

  if (entry == NULL)
    return NULL;

  fields = ggov_points_entry_get_fields (entry);
  text = g_string_new (NULL);
  append_part (text, fields->owner);
  if (fields->reversed)
    append_part (text, _("Reversed"));
  append_part (text, fields->voucher);
  if (!g_str_equal (fields->counter_kind, "issue"))
    append_part (text, fields->counter);
  append_part (text, fields->note);
  if (text->len == 0)
    append_part (text, fields->kind_label);

  return g_string_free (text, FALSE);
}

static PangoAttrList *
format_strike (GtkListItem     *item,
               GgovPointsEntry *entry)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (entry && ggov_points_entry_get_fields (entry)->reversed)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));

  return attributes;
}

/* Heading --------------------------------------------------------------------------------- */

static char *
dup_detail (GgovPassbook *self)
{
  const GgovPointsAccountFields *fields = ggov_points_account_get_fields (self->account);
  g_autofree char *year = g_strndup (ggov_session_get_today (self->session), 4);
  GString *text = g_string_new (NULL);
  g_autofree char *earned = ggov_number_dup_text (fields->earned);
  g_autofree char *redeemed = ggov_number_dup_text (fields->redeemed);
  /* Translators: a year, points earned in it, points redeemed in it. */
  g_autofree char *moved = g_strdup_printf (_("%1$s: earned %2$s, redeemed %3$s"), year, earned,
                                            redeemed);

  append_part (text, *fields->grid ? fields->grid : fields->kind_label);
  append_part (text, moved);

  return g_string_free (text, FALSE);
}

static void
show_heading (GgovPassbook *self)
{
  g_autofree char *detail = NULL;
  g_autofree char *balance = NULL;

  gtk_widget_set_visible (self->close_button, self->account != NULL);

  if (self->account)
    {
      const GgovPointsAccountFields *fields = ggov_points_account_get_fields (self->account);

      detail = dup_detail (self);
      balance = ggov_number_dup_text (fields->balance);
      gtk_label_set_text (self->name_label, fields->name);
    }
  else
    {
      gtk_label_set_text (self->name_label, _("Everybody's entries"));
    }

  gtk_label_set_text (self->detail_label,
                      detail ? detail : _("Choose an account to see its own passbook."));
  gtk_label_set_text (self->balance_label, balance ? balance : "");
}

/* Entries --------------------------------------------------------------------------------- */

/* (nullable): NULL also until it is read */
static GgovPointsEntry *
get_selected (GgovPassbook *self)
{
  GgovPagedItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item ? ggov_paged_item_get_row (item) : NULL;
}

static gboolean
can_reverse (GgovPointsEntry *entry)
{
  const GgovPointsEntryFields *fields = entry ? ggov_points_entry_get_fields (entry) : NULL;

  return fields && !fields->reversed &&
         (g_str_equal (fields->kind, "earn") || g_str_equal (fields->kind, "redeem"));
}

static void
selected_cb (GgovPassbook *self)
{
  GgovPagedItem *item;

  if (self->busy || self->selection == NULL)
    return;

  item = gtk_single_selection_get_selected_item (self->selection);
  self->selected_id = item ? ggov_paged_item_get_key (item)->id : 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "passbook.reverse",
                                 can_reverse (get_selected (self)));
}

static void
replacing_cb (GgovPassbook *self,
              gboolean      is_anew)
{
  if (is_anew)
    gtk_adjustment_set_value (
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->column_view)), 0);

  self->busy = TRUE;
}

static void
answered_cb (GgovPassbook *self)
{
  gint64 selected_id = self->selected_id;
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0;

  gtk_single_selection_set_selected (self->selection,
                                     selected_id ? ggov_paged_list_find (self->entries, selected_id)
                                                 : GTK_INVALID_LIST_POSITION);
  self->busy = FALSE;
  selected_cb (self);

  /* It may be in the rest of the list. */
  if (ggov_paged_list_is_asking (self->entries))
    self->selected_id = selected_id;
  if (any || !ggov_paged_list_is_asking (self->entries))
    gtk_stack_set_visible_child_name (self->stack, any ? "entries" : "empty");
}

static void
show_error (GgovPassbook *self,
            const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
failed_cb (GgovPassbook *self,
           const GError *error)
{
  show_error (self, error);
}

static void
ask (GgovPassbook *self)
{
  gint64 id = self->account ? ggov_points_account_get_fields (self->account)->id : 0;
  g_autoptr(GgovQuery) query =
    self->session ? ggov_query_new_points_entries (id, ggov_session_get_today (self->session)) : NULL;

  ggov_paged_list_ask (self->entries,
                       self->session ? ggov_session_get_store (self->session) : NULL, query);
}

/* Reverse --------------------------------------------------------------------------------- */

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_clear_object (&question->self);
  g_free (question);
}

static void
reversed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovPassbook) self = user_data;
  g_autoptr(GError) error = NULL;

  if (ggov_store_reverse_transfer_finish (GGOV_STORE (object), result, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s",
                                _("The entry was reversed."));
  else
    show_error (self, error);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  GgovPassbook *self = question->self;

  if (g_str_equal (response, "reverse") && self->session)
    ggov_store_reverse_transfer_async (
      ggov_session_get_store (self->session), question->transfer_id,
      ggov_session_get_now (self->session),
      gtk_editable_get_text (GTK_EDITABLE (question->entry)), NULL, reversed_cb,
      g_object_ref (self));
}

static void
reason_changed_cb (GtkEditable      *entry,
                   AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "reverse",
                                           gtk_entry_get_text_length (GTK_ENTRY (entry)) > 0);
}

static GtkWidget *
make_reason_entry (AdwMessageDialog *dialog)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  /* Wider than the heading: libadwaita 1.7 measures that in one line, whatever the width. */
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 30);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reason"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog,
                           G_CONNECT_DEFAULT);

  return entry;
}

static void
reverse_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovPassbook *self = GGOV_PASSBOOK (widget);
  GtkWidget *dialog;
  Question *question;

  if (!can_reverse (get_selected (self)))
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   _("Reverse This Entry?"),
                                   _("An entry of the opposite is written; both stay in the "
                                     "passbook. Say why."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "reverse", _("_Reverse"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reverse",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "reverse", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "reverse");

  question = g_new0 (Question, 1);
  question->self = g_object_ref (self);
  question->entry = make_reason_entry (ADW_MESSAGE_DIALOG (dialog));
  question->transfer_id = ggov_points_entry_get_fields (get_selected (self))->transfer_id;
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), question->entry);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question,
                         question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Object ---------------------------------------------------------------------------------- */

static void
ggov_passbook_dispose (GObject *object)
{
  GgovPassbook *self = GGOV_PASSBOOK (object);

  g_clear_object (&self->session);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_PASSBOOK);

  G_OBJECT_CLASS (ggov_passbook_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/points/ggov-passbook.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPassbook, balance_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPassbook, close_button);
  gtk_widget_class_bind_template_child (widget_class, GgovPassbook, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovPassbook, detail_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPassbook, entries);
  gtk_widget_class_bind_template_child (widget_class, GgovPassbook, name_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPassbook, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovPassbook, stack);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_detail);
  gtk_widget_class_bind_template_callback (widget_class, format_entry);
  gtk_widget_class_bind_template_callback (widget_class, format_number);
  gtk_widget_class_bind_template_callback (widget_class, format_points);
  gtk_widget_class_bind_template_callback (widget_class, format_strike);
  gtk_widget_class_bind_template_callback (widget_class, replacing_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_tooltip",
                                                G_CALLBACK (ggov_cell_show_tooltip));
}

static void
ggov_passbook_class_init (GgovPassbookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_passbook_dispose;

  g_type_ensure (GGOV_TYPE_PAGED_LIST);
  g_type_ensure (GGOV_TYPE_POINTS_ENTRY);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "passbook.reverse", NULL, reverse_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "passbook.reverse", NULL);
}

static void
ggov_passbook_init (GgovPassbook *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  selected_cb (self);
}

void
ggov_passbook_show (GgovPassbook      *self,
                    GgovSession       *session,
                    GgovPointsAccount *account)
{
  gint64 id = account ? ggov_points_account_get_fields (account)->id : 0;
  gint64 shown_id;
  gboolean is_same;

  g_return_if_fail (GGOV_IS_PASSBOOK (self));

  shown_id = self->account ? ggov_points_account_get_fields (self->account)->id : 0;
  is_same = id == shown_id && session && session == self->session;
  if (!is_same)
    self->selected_id = 0;

  g_set_object (&self->session, session);
  g_set_object (&self->account, account);
  show_heading (self);
  if (is_same)
    ggov_paged_list_ask_again (self->entries);
  else
    ask (self);
}
