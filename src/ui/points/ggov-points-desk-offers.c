/* ggov-points-desk-offers.c: venues, and what they offer: new, changed, withdrawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-points-desk-private.h"
#include "ggov-reward.h"
#include "ggov-store-offers.h"

/* A reward --------------------------------------------------------------------------------------- */

typedef struct
{
  gint64      reward_id;  /* 0 for a new one */
  GListModel *venues;     /* (nullable) (element-type GgovChoice): where it may be offered, if it is new */
  GtkWidget  *venue_row;
  GtkWidget  *name_row;
  GtkWidget  *price_row;
  GtkWidget  *service_row;
  GtkWidget  *stock_row;
  GtkWidget  *month_row;
  GtkWidget  *days_row;
  GtkWidget  *until_row;
} Offer;

static void
offer_free (gpointer data)
{
  g_clear_object (&((Offer *) data)->venues);
  g_free (data);
}

/* FALSE once the user is asked for something else. @until: (out): (nullable) */
static gboolean
read_offer (GgovFormDialog   *dialog,
            const Offer      *form,
            GgovRewardOffer  *offer,
            char            **until)
{
  g_autofree char *day = ggov_form_dialog_dup_text (form->until_row);

  offer->stock = -1;
  if (!_ggov_points_desk_read_number (dialog, form->price_row, 0, &offer->points) ||
      (!ggov_form_dialog_get_switch (form->service_row) &&
       !_ggov_points_desk_read_number (dialog, form->stock_row, 0, &offer->stock)) ||
      !_ggov_points_desk_read_number (dialog, form->month_row, 0, &offer->per_month) ||
      !_ggov_points_desk_read_number (dialog, form->days_row, 0, &offer->voucher_days))
    return FALSE;

  if (*day != '\0' && !(*until = ggov_form_dialog_dup_day (dialog, form->until_row)))
    return FALSE;

  offer->last_day = *until;

  return TRUE;
}

static void
write_offer (GgovFormDialog *dialog,
             gpointer        data)
{
  const Offer *form = data;
  GgovStore *store = ggov_session_get_store (ggov_form_dialog_get_session (dialog));
  g_autofree char *name = ggov_form_dialog_dup_text (form->name_row);
  g_autofree char *until = NULL;
  g_autoptr(GgovChoice) venue = NULL;
  GgovRewardOffer offer = { .name = name };

  if (!read_offer (dialog, form, &offer, &until))
    return;

  if (form->reward_id)
    {
      ggov_store_change_reward_async (store, form->reward_id, &offer, NULL, ggov_form_dialog_finish_cb,
                                      ggov_form_dialog_wait (dialog, g_strdup (_("The reward was changed"))));
      return;
    }

  venue = g_list_model_get_item (form->venues,
                                 adw_combo_row_get_selected (ADW_COMBO_ROW (form->venue_row)));
  ggov_store_add_reward_async (store, ggov_choice_get_fields (venue)->id, &offer, NULL,
                               ggov_form_dialog_finish_cb,
                               ggov_form_dialog_wait (dialog, g_strdup (_("The reward is offered"))));
}

static GtkWidget *
add_number (GgovFormDialog *dialog,
            const char     *title,
            gint64          number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%d", (int) number) : NULL;

  return ggov_form_dialog_add_entry (dialog, title, text);
}

static void
add_rows (GgovFormDialog         *dialog,
          Offer                  *form,
          const GgovRewardFields *reward)
{
  g_autofree char *stock = g_strdup_printf ("%d", (int) MAX (reward->stock, 0));

  form->name_row = ggov_form_dialog_add_entry (dialog, _("Goods or service"), reward->name);
  form->price_row = add_number (dialog, _("Price in points"), reward->points);
  form->service_row = ggov_form_dialog_add_switch (dialog, _("A service: there is always more"),
                                                   reward->stock < 0);
  form->stock_row = ggov_form_dialog_add_entry (dialog, _("How many are on the shelf"), stock);
  form->month_row = add_number (dialog, _("So many for one person in a month (empty for any)"),
                                reward->per_month);
  form->days_row = add_number (dialog, _("Vouchers are good for so many days (empty for ever)"),
                               reward->voucher_days);
  form->until_row = ggov_form_dialog_add_entry (dialog, _("Offered until (empty for ever)"),
                                                reward->valid_to);
  g_object_bind_property (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (form->service_row)),
                          "active", form->stock_row, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

static void
venues_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovPointsDesk) self = user_data;
  g_autoptr(GListModel) venues = ggov_store_list_venues_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  const GgovRewardFields nothing = { .name = "", .valid_to = "" };
  GgovFormDialog *dialog;
  Offer *form;

  if (venues == NULL)
    return;
  if (g_list_model_get_n_items (venues) == 0)
    {
      _ggov_points_desk_say (self, _("There is no venue yet. Add one first."));
      return;
    }

  form = g_new0 (Offer, 1);
  form->venues = g_object_ref (venues);
  for (guint i = 0; i < g_list_model_get_n_items (venues); i++)
    {
      g_autoptr(GgovChoice) venue = g_list_model_get_item (venues, i);

      g_ptr_array_add (words, (gpointer) ggov_choice_get_fields (venue)->name);
    }
  g_ptr_array_add (words, NULL);
  dialog = ggov_form_dialog_new (GTK_WIDGET (self), self->session, _("New Reward"), _("_Offer"), NULL,
                                 write_offer, form, offer_free);
  form->venue_row = ggov_form_dialog_add_combo (dialog, _("Venue"), (const char *const *) words->pdata, 0);
  add_rows (dialog, form, &nothing);
  _ggov_points_desk_present (dialog, form->name_row);
}

static void
new_reward_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);

  ggov_store_list_venues_async (ggov_session_get_store (self->session),
                                ggov_session_get_today (self->session), NULL, venues_cb,
                                g_object_ref (self));
}

static void
edit_reward_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  g_autoptr(GgovReward) reward = _ggov_points_desk_dup_row (self, GGOV_DESK_REWARDS);
  const GgovRewardFields *fields;
  GgovFormDialog *dialog;
  Offer *form;

  if (reward == NULL)
    return;

  fields = ggov_reward_get_fields (reward);
  form = g_new0 (Offer, 1);
  form->reward_id = fields->id;
  dialog = ggov_form_dialog_new (widget, self->session, _("Change a Reward"), _("_Change"), fields->venue,
                                 write_offer, form, offer_free);
  add_rows (dialog, form, fields);
  ggov_form_dialog_add_hint (dialog, _("What was redeemed before keeps its price and its voucher."));
  _ggov_points_desk_present (dialog, form->name_row);
}

/* Withdrawing ------------------------------------------------------------------------------------- */

typedef struct
{
  gint64     reward_id;
  GtkWidget *day_row;
  GtkWidget *all_row;
} Withdrawal;

static void
withdraw (GgovFormDialog *dialog,
          gpointer        data)
{
  const Withdrawal *form = data;
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, form->day_row);

  if (day)
    ggov_store_withdraw_reward_async (ggov_session_get_store (ggov_form_dialog_get_session (dialog)),
                                      form->reward_id, day, ggov_form_dialog_get_switch (form->all_row),
                                      NULL, ggov_form_dialog_finish_cb,
                                      ggov_form_dialog_wait (dialog, g_strdup (_("The offer ends"))));
}

static void
withdraw_reward_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  g_autoptr(GgovReward) reward = _ggov_points_desk_dup_row (self, GGOV_DESK_REWARDS);
  GgovFormDialog *dialog;
  Withdrawal *form;

  if (reward == NULL)
    return;

  form = g_new0 (Withdrawal, 1);
  form->reward_id = ggov_reward_get_fields (reward)->id;
  dialog = ggov_form_dialog_new (widget, self->session, _("Withdraw a Reward"), _("_Withdraw Reward"),
                                 ggov_reward_get_fields (reward)->name, withdraw, form, g_free);
  form->day_row = ggov_form_dialog_add_entry (dialog, _("Last day"),
                                              ggov_session_get_today (self->session));
  form->all_row = ggov_form_dialog_add_switch (dialog, _("All that this venue offers"), FALSE);
  ggov_form_dialog_add_hint (dialog, _("Vouchers that are out stay good."));
  ggov_form_dialog_set_ending (dialog);
  _ggov_points_desk_present (dialog, form->day_row);
}

/* A venue ----------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *name_row;
  GtkWidget *phone_row;
} Venue;

static void
write_venue (GgovFormDialog *dialog,
             gpointer        data)
{
  const Venue *form = data;
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  g_autofree char *name = ggov_form_dialog_dup_text (form->name_row);
  g_autofree char *phone = ggov_form_dialog_dup_text (form->phone_row);

  ggov_store_add_venue_async (ggov_session_get_store (session), name, phone,
                              ggov_session_get_today (session), NULL, ggov_form_dialog_finish_cb,
                              ggov_form_dialog_wait (dialog, g_strdup (_("The venue was added"))));
}

static void
new_venue_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  Venue *form = g_new0 (Venue, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (widget, self->session, _("New Venue"), _("_Add"), NULL,
                                                 write_venue, form, g_free);

  form->name_row = ggov_form_dialog_add_entry (dialog, _("Name of the venue"), NULL);
  form->phone_row = ggov_form_dialog_add_entry (dialog, _("Telephone (may be empty)"), NULL);
  ggov_form_dialog_add_hint (dialog, _("Its name, contacts and end are changed in the window of "
                                       "organisations."));
  _ggov_points_desk_present (dialog, form->name_row);
}

void
_ggov_points_desk_install_offers (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "desk.edit-reward", NULL, edit_reward_cb);
  gtk_widget_class_install_action (klass, "desk.new-reward", NULL, new_reward_cb);
  gtk_widget_class_install_action (klass, "desk.new-venue", NULL, new_venue_cb);
  gtk_widget_class_install_action (klass, "desk.withdraw-reward", NULL, withdraw_reward_cb);
}
