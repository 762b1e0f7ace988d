/* ggov-points-desk-venues.c: the counter, returned goods, and settlements that are signed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-points-desk-private.h"
#include "ggov-store-award.h"
#include "ggov-store-settlements.h"
#include "ggov-store-vouchers.h"

/* The counter ------------------------------------------------------------------------------------ */

/* Typed, or scanned: a scanner types what the code says, and Return. */
typedef struct
{
  GtkWidget *code_row;
  GtkWidget *told_label;
  char      *looked_up; /* (nullable): the text whose voucher is shown */
} Counter;

static void
counter_free (gpointer data)
{
  g_free (((Counter *) data)->looked_up);
  g_free (data);
}

#define KEY_COUNTER "ggov-counter"

static void
used_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  Counter *counter = g_object_get_data (G_OBJECT (dialog), KEY_COUNTER);
  g_autoptr(GError) error = NULL;
  g_autofree char *problem = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  g_clear_pointer (&counter->looked_up, g_free);
  if (ggov_store_change_finish (GGOV_STORE (object), result, NULL, &error))
    {
      gtk_label_set_label (GTK_LABEL (counter->told_label), _("Handed in. The next one, please."));
      gtk_editable_set_text (GTK_EDITABLE (counter->code_row), "");
    }
  else
    {
      ggov_form_dialog_refuse (dialog, problem = ggov_error_dup_sentence (error));
    }
  gtk_widget_grab_focus (counter->code_row);
}

static char *
dup_voucher (const GgovVoucherFields *voucher)
{
  static const struct { const char *state, *label; } states[] = {
    { "open", N_("Good. Press Return once more to hand it in.") },
    { "used", N_("It was handed in already.") },
    { "void", N_("It was taken back.") },
    { "expired", N_("Its last day is over.") },
  };
  const char *label = "";

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (voucher->state, states[i].state))
      label = _(states[i].label);

  return g_strdup_printf (_("%1$s, %2$s, %3$d points, of %4$s. %5$s"), voucher->reward, voucher->venue,
                          (int) voucher->points, voucher->person, label);
}

static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  Counter *counter = g_object_get_data (G_OBJECT (dialog), KEY_COUNTER);
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovVoucher) voucher = ggov_store_look_up_voucher_finish (GGOV_STORE (object), result, &error);
  g_autofree char *words = voucher ? dup_voucher (ggov_voucher_get_fields (voucher))
                                   : ggov_error_dup_sentence (error);

  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (voucher)
    counter->looked_up = ggov_form_dialog_dup_text (counter->code_row);
  else
    ggov_form_dialog_refuse (dialog, words);
  gtk_label_set_label (GTK_LABEL (counter->told_label), voucher ? words : "");
  gtk_widget_grab_focus (counter->code_row);
}

/* The first time it is looked at, the second time handed in. */
static void
take_voucher (GgovFormDialog *dialog,
              gpointer        data)
{
  Counter *counter = data;
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  g_autofree char *text = ggov_form_dialog_dup_text (counter->code_row);

  if (*text == '\0')
    {
      ggov_form_dialog_refuse (dialog, _("Scan the code of the voucher, or type its number."));
      return;
    }

  if (g_strcmp0 (text, counter->looked_up) == 0)
    {
      ggov_store_use_voucher_async (ggov_session_get_store (session), text, ggov_session_get_now (session),
                                    NULL, used_cb, ggov_form_dialog_wait (dialog, NULL));
      return;
    }

  g_clear_pointer (&counter->looked_up, g_free);
  ggov_store_look_up_voucher_async (ggov_session_get_store (session), text,
                                    ggov_session_get_today (session), NULL, looked_up_cb,
                                    ggov_form_dialog_wait (dialog, NULL));
}

static void
entered_cb (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "dialog.accept", NULL);
}

static void
counter_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  Counter *counter = g_new0 (Counter, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (widget, self->session, _("Counter"), _("_Hand In"),
                                                 NULL, take_voucher, counter, counter_free);

  g_object_set_data (G_OBJECT (dialog), KEY_COUNTER, counter);
  counter->code_row = ggov_form_dialog_add_entry (dialog, _("Number or code of the voucher"), NULL);
  counter->told_label = gtk_label_new (_("A scanner types like a keyboard: point it at the code."));
  gtk_label_set_wrap (GTK_LABEL (counter->told_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (counter->told_label), 0);
  ggov_form_dialog_add (dialog, counter->told_label);
  g_signal_connect_object (counter->code_row, "entry-activated", G_CALLBACK (entered_cb), dialog,
                           G_CONNECT_SWAPPED);
  _ggov_points_desk_present (dialog, counter->code_row);
}

/* Returning --------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *number_row;
  GtkWidget *points_row;
  GtkWidget *shelf_row;
  GtkWidget *reason_row;
  gint64     points;
} Return;

static void
returned_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  g_autoptr(GError) error = NULL;

  ggov_store_return_reward_finish (GGOV_STORE (object), result, NULL, &error);
  _ggov_points_desk_end_form (dialog, error, _("The points were given back"));
}

static void
return_found_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  const Return *back = g_object_get_data (G_OBJECT (dialog), KEY_COUNTER);
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovVoucher) voucher = ggov_store_look_up_voucher_finish (GGOV_STORE (object), result, &error);
  g_autofree char *reason = ggov_form_dialog_dup_text (back->reason_row);
  GgovReturnRecord record;

  if (voucher == NULL)
    {
      _ggov_points_desk_end_form (dialog, error, NULL);
      return;
    }

  record = (GgovReturnRecord) {
    .transfer_id = ggov_voucher_get_fields (voucher)->transfer_id,
    .points = back->points > 0 ? back->points : ggov_voucher_get_fields (voucher)->points,
    .to_shelf = ggov_form_dialog_get_switch (back->shelf_row),
    .at = ggov_session_get_now (session),
    .reason = reason,
  };
  ggov_store_return_reward_async (GGOV_STORE (object), &record, NULL, returned_cb,
                                  g_object_ref (dialog));
}

static void
give_back (GgovFormDialog *dialog,
           gpointer        data)
{
  Return *back = data;
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  g_autofree char *number = ggov_form_dialog_dup_text (back->number_row);
  int points;

  if (!_ggov_points_desk_read_number (dialog, back->points_row, 0, &points))
    return;

  back->points = points;
  ggov_store_look_up_voucher_async (ggov_session_get_store (session), number,
                                    ggov_session_get_today (session), NULL, return_found_cb,
                                    ggov_form_dialog_wait (dialog, NULL));
}

static void
return_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  Return *back = g_new0 (Return, 1);
  GgovFormDialog *dialog =
    ggov_form_dialog_new (widget, self->session, _("Return Goods"), _("_Give Points Back"),
                          _("For goods that were handed out: all of their points, or a part."), give_back,
                          back, g_free);

  g_object_set_data (G_OBJECT (dialog), KEY_COUNTER, back);
  back->number_row = ggov_form_dialog_add_entry (dialog, _("Number of the voucher"), NULL);
  back->points_row = ggov_form_dialog_add_entry (dialog, _("Points (empty for all)"), NULL);
  back->shelf_row = ggov_form_dialog_add_switch (dialog, _("The goods can be had again"), TRUE);
  back->reason_row = ggov_form_dialog_add_entry (dialog, _("Why"), NULL);
  _ggov_points_desk_present (dialog, back->number_row);
}

/* Settlement ------------------------------------------------------------------------------------- */

typedef struct
{
  gint64     venue_id;
  char      *month;
  GtkWidget *venue_row;
  GtkWidget *office_row;
} Signing;

static void
signing_free (gpointer data)
{
  g_free (((Signing *) data)->month);
  g_free (data);
}

static void
sign (GgovFormDialog *dialog,
      gpointer        data)
{
  const Signing *signing = data;
  g_autofree char *venue = ggov_form_dialog_dup_text (signing->venue_row);
  g_autofree char *office = ggov_form_dialog_dup_text (signing->office_row);

  ggov_store_sign_settlement_async (ggov_session_get_store (ggov_form_dialog_get_session (dialog)),
                                    signing->venue_id, signing->month, venue, office, NULL,
                                    ggov_form_dialog_finish_cb,
                                    ggov_form_dialog_wait (dialog, g_strdup (_("The month is settled"))));
}

static char *
dup_line (const GgovSettlementLineFields *line)
{
  return g_strdup_printf (_("%1$s: %2$d for %3$d points, %4$d returned for %5$d"), line->reward,
                          (int) line->count, (int) line->redeemed, (int) line->n_returned,
                          (int) line->returned);
}

#define KEY_DESK "ggov-desk"

static void
lines_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovSettlement) sheet = user_data;
  GgovPointsDesk *self = g_object_get_data (G_OBJECT (sheet), KEY_DESK);
  g_autoptr(GListModel) lines = ggov_store_list_settlement_lines_finish (GGOV_STORE (object), result, NULL);
  const GgovSettlementFields *fields;
  g_autofree char *what = NULL;
  GgovFormDialog *dialog;
  Signing *signing;

  if (lines == NULL)
    return;

  fields = ggov_settlement_get_fields (sheet);
  what = g_strdup_printf (_("%1$s, %2$s: %3$d + %4$d − %5$d = %6$d points"), fields->venue, fields->month,
                          (int) fields->opening, (int) fields->redeemed, (int) fields->returned,
                          (int) fields->closing);
  signing = g_new0 (Signing, 1);
  signing->venue_id = fields->venue_id;
  signing->month = g_strdup (fields->month);
  dialog = ggov_form_dialog_new (GTK_WIDGET (self), self->session, _("Settlement"),
                                 fields->id ? NULL : _("_Sign"), what, sign, signing, signing_free);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(GgovSettlementLine) line = g_list_model_get_item (lines, i);
      g_autofree char *words = dup_line (ggov_settlement_line_get_fields (line));

      ggov_form_dialog_add_hint (dialog, words);
    }
  if (fields->id == 0)
    {
      signing->venue_row = ggov_form_dialog_add_entry (dialog, _("Who signs for the venue"), NULL);
      signing->office_row = ggov_form_dialog_add_entry (dialog, _("Who signs for the office"), NULL);
    }
  gtk_window_present (GTK_WINDOW (dialog));
  if (signing->venue_row)
    gtk_widget_grab_focus (signing->venue_row);
}

static void
sign_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  g_autoptr(GgovSettlement) sheet = _ggov_points_desk_dup_row (self, GGOV_DESK_SETTLEMENTS);

  if (sheet == NULL)
    return;

  /* What is signed is what was chosen, whatever is chosen by the time the lines come. */
  g_object_set_data_full (G_OBJECT (sheet), KEY_DESK, g_object_ref (self), g_object_unref);
  ggov_store_list_settlement_lines_async (ggov_session_get_store (self->session),
                                          ggov_settlement_get_fields (sheet)->venue_id,
                                          ggov_settlement_get_fields (sheet)->month, NULL, lines_cb,
                                          g_object_ref (sheet));
}

void
_ggov_points_desk_install_venues (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "desk.counter", NULL, counter_cb);
  gtk_widget_class_install_action (klass, "desk.return", NULL, return_cb);
  gtk_widget_class_install_action (klass, "desk.sign", NULL, sign_cb);
}
