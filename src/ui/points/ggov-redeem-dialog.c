/* ggov-redeem-dialog.c: hands out a reward for points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-price-list.h"
#include "ggov-redeem-dialog.h"
#include "ggov-store-award.h"
#include "ggov-store-rewards.h"

struct _GgovRedeemDialog
{
  AdwWindow          parent_instance;

  GgovSession       *session;
  GgovPointsAccount *account;
  gboolean           busy; /* while points are being redeemed */

  /* From the template. */
  GtkWidget         *apply_button;
  GtkWidget         *cancel_button;
  GtkWidget         *close_button;
  GtkLabel          *refusal_label;
  GgovPriceList     *reward_list;
  GtkStack          *stack;
  GtkLabel          *voucher_label;
  AdwStatusPage     *voucher_status;
};

enum {
  REDEEMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovRedeemDialog, ggov_redeem_dialog, ADW_TYPE_WINDOW)

static void
show_refusal (GgovRedeemDialog *self,
              const char       *sentence)
{
  gtk_label_set_text (self->refusal_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
}

static GgovReward *
get_reward (GgovRedeemDialog *self)
{
  return ggov_price_list_get_selected (self->reward_list);
}

static void
update (GgovRedeemDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "redeem.apply",
                                 get_reward (self) && !self->busy);
}

static void
changed_cb (GgovRedeemDialog *self)
{
  show_refusal (self, NULL);
  update (self);
}

/* Rewards --------------------------------------------------------------------------------- */

static char *
dup_stock (const GgovRewardFields *fields)
{
  g_autofree char *left = NULL;

  if (fields->stock < 0)
    return g_strdup (fields->venue);

  left = fields->stock == 0
    ? g_strdup (_("out of stock"))
    : g_strdup_printf (ngettext ("%d left", "%d left", (gulong) fields->stock),
                       (int) fields->stock);

  return g_strdup_printf ("%s · %s", fields->venue, left);
}

static void
append_reward (GgovRedeemDialog *self,
               GgovReward       *reward)
{
  const GgovRewardFields *fields = ggov_reward_get_fields (reward);
  g_autofree char *stock = dup_stock (fields);

  ggov_price_list_append (self->reward_list, G_OBJECT (reward), fields->name, stock,
                          fields->points);
}

static void
rewards_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovRedeemDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rewards =
    ggov_store_list_rewards_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;
  guint n = rewards ? g_list_model_get_n_items (rewards) : 0;

  if (self->session == NULL)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovReward) reward = g_list_model_get_item (rewards, i);

      append_reward (self, reward);
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->reward_list));
  if (n == 0)
    show_refusal (self, sentence ? sentence : _("No venue offers anything for points today."));
}

/* Redeem ---------------------------------------------------------------------------------- */

static void
show_voucher (GgovRedeemDialog *self,
              const char       *number)
{
  const GgovRewardFields *reward = ggov_reward_get_fields (get_reward (self));
  /* Translators: a reward, a venue and a person. */
  g_autofree char *text = g_strdup_printf (_("For %s at %s, to be handed to %s"), reward->name,
                                           reward->venue,
                                           ggov_points_account_get_fields (self->account)->name);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  gtk_label_set_text (self->voucher_label, number);
  adw_status_page_set_description (self->voucher_status, markup);
  gtk_stack_set_visible_child_name (self->stack, "voucher");
  gtk_widget_set_visible (self->apply_button, FALSE);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->close_button);
  gtk_widget_grab_focus (self->close_button);
}

static void
redeem_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovRedeemDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id;
  g_autofree char *number = ggov_store_redeem_finish (GGOV_STORE (object), result, &id, &error);
  g_autofree char *sentence = NULL;

  if (self->session == NULL)
    return;

  self->busy = FALSE;
  update (self);

  if (number)
    {
      /* Translators: a person and a reward. */
      sentence = g_strdup_printf (_("%s redeemed points for %s"),
                                  ggov_points_account_get_fields (self->account)->name,
                                  ggov_reward_get_fields (get_reward (self))->name);
      show_voucher (self, number);
      g_signal_emit (self, signals[REDEEMED], 0, sentence, id);
    }
  else
    {
      sentence = ggov_error_dup_sentence (error);
      show_refusal (self, sentence);
    }
}

static void
apply_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovRedeemDialog *self = GGOV_REDEEM_DIALOG (widget);

  if (get_reward (self) == NULL || self->busy)
    return;

  self->busy = TRUE;
  show_refusal (self, NULL);
  update (self);
  ggov_store_redeem_async (ggov_session_get_store (self->session),
                           ggov_points_account_get_fields (self->account)->owner_id,
                           ggov_reward_get_fields (get_reward (self))->id,
                           ggov_session_get_now (self->session), NULL, redeem_cb,
                           g_object_ref (self));
}

/* Object ---------------------------------------------------------------------------------- */

static void
ggov_redeem_dialog_dispose (GObject *object)
{
  GgovRedeemDialog *self = GGOV_REDEEM_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_REDEEM_DIALOG);

  G_OBJECT_CLASS (ggov_redeem_dialog_parent_class)->dispose (object);
}

static void
ggov_redeem_dialog_class_init (GgovRedeemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_redeem_dialog_dispose;

  signals[REDEEMED] = g_signal_new ("redeemed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  g_type_ensure (GGOV_TYPE_PRICE_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/points/ggov-redeem-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovRedeemDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, GgovRedeemDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GgovRedeemDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, GgovRedeemDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GgovRedeemDialog, reward_list);
  gtk_widget_class_bind_template_child (widget_class, GgovRedeemDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovRedeemDialog, voucher_label);
  gtk_widget_class_bind_template_child (widget_class, GgovRedeemDialog, voucher_status);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "redeem.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "redeem.apply", NULL);
}

static void
ggov_redeem_dialog_init (GgovRedeemDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply_button);
  update (self);
}

GgovRedeemDialog *
ggov_redeem_dialog_new (GtkWindow         *parent,
                        GgovSession       *session,
                        GgovPointsAccount *account)
{
  const GgovPointsAccountFields *fields = ggov_points_account_get_fields (account);
  GgovRedeemDialog *self;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_REDEEM_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->account = g_object_ref (account);

  /* Translators: a person and a balance. */
  number = ggov_number_dup_text (fields->balance);
  title = g_strdup_printf (ngettext ("%1$s has %2$s point", "%1$s has %2$s points",
                                     (gulong) fields->balance), fields->name, number);
  markup = g_markup_escape_text (title, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->reward_list), markup);
  ggov_store_list_rewards_async (ggov_session_get_store (session),
                                 ggov_session_get_today (session), NULL, rewards_cb,
                                 g_object_ref (self));

  return self;
}
