/* ggov-points-page.c: the points ledger: accounts, passbooks, awards and redemptions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-award-dialog.h"
#include "ggov-error-text.h"
#include "ggov-passbook.h"
#include "ggov-points-accounts.h"
#include "ggov-points-figures.h"
#include "ggov-points-page.h"
#include "ggov-redeem-dialog.h"
#include "ggov-session.h"
#include "ggov-store-points.h"

/* From this width on the table of accounts has room for the year's figures. */
#define WIDE_PX 1150

struct _GgovPointsPage
{
  AdwBin              parent_instance;

  GgovSession        *session;     /* (nullable) */
  GCancellable       *cancellable; /* (nullable): of the reading under way */
  gulong              changed_id;  /* of the session's store */
  guint               wide_id;     /* idle source, 0 if none */

  /* From the template. */
  GgovPointsAccounts *accounts;
  GgovPointsFigures  *figures;
  GgovPassbook       *passbook;
};

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovPointsPage, ggov_points_page, ADW_TYPE_BIN)

/* What this page shows comes from these. */
static const char *tables[] = {
  "grid", "organisation", "person", "plan", "plan_building", "points_account", "points_entry",
  "points_transfer", "post", "reward", "venue", "voucher",
};

/* Not bound: GTK would let go of it first, and the bin then a second time. */
static GtkStack *
get_stack (GgovPointsPage *self)
{
  return GTK_STACK (adw_bin_get_child (ADW_BIN (self)));
}

/* Reading --------------------------------------------------------------------------------- */

static void
show_error (GgovPointsPage *self,
            const GError   *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
totals_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovPointsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  GgovPointsTotals totals;

  if (!ggov_store_get_points_totals_finish (GGOV_STORE (object), result, &totals, &error))
    show_error (self, error);
  else if (self->session)
    ggov_points_figures_set_totals (self->figures, &totals);
}

static void
answered_cb (GgovPointsPage *self)
{
  if (self->session)
    gtk_stack_set_visible_child_name (
      get_stack (self), ggov_points_accounts_is_empty (self->accounts) ? "empty" : "ledger");
}

static void
read_totals (GgovPointsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  ggov_store_get_points_totals_async (ggov_session_get_store (self->session),
                                      ggov_session_get_today (self->session), self->cancellable,
                                      totals_cb, g_object_ref (self));
}

static void
reload (GgovPointsPage *self)
{
  if (self->session)
    {
      ggov_points_accounts_show (self->accounts, ggov_session_get_store (self->session),
                                 ggov_session_get_today (self->session));
    }
  else
    {
      ggov_points_accounts_show (self->accounts, NULL, NULL);
      ggov_passbook_show (self->passbook, NULL, NULL);
    }

  read_totals (self);
}

static void
changed_cb (GgovPointsPage     *self,
            const char * const *changed)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strv_contains (changed, tables[i]))
      {
        ggov_points_accounts_show_again (self->accounts);
        read_totals (self);
        return;
      }
}

static void
set_session (GgovPointsPage *self,
             GgovSession    *session)
{
  if (self->session == session)
    return;

  if (self->session)
    g_clear_signal_handler (&self->changed_id, ggov_session_get_store (self->session));

  g_set_object (&self->session, session);
  if (session)
    self->changed_id = g_signal_connect_object (ggov_session_get_store (session), "changed",
                                                G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.award", session != NULL);
  reload (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* Selection ------------------------------------------------------------------------------- */

static gboolean
is_person (GgovPointsAccount *account)
{
  return account && g_str_equal (ggov_points_account_get_fields (account)->kind, "person");
}

static void
selected_cb (GgovPointsPage *self)
{
  GgovPointsAccount *account;

  /* While the page goes away its table changes once more. */
  if (self->session == NULL || self->accounts == NULL)
    return;

  account = ggov_points_accounts_get_selected (self->accounts);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.redeem", is_person (account));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.show-all", account != NULL);
  ggov_passbook_show (self->passbook, self->session, account);
}

static void
activate_cb (GgovPointsPage *self)
{
  if (is_person (ggov_points_accounts_get_selected (self->accounts)))
    gtk_widget_activate_action (GTK_WIDGET (self), "points.award", NULL);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ggov_points_accounts_select (GGOV_POINTS_PAGE (widget)->accounts, 0);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ggov_points_accounts_focus_search (GGOV_POINTS_PAGE (widget)->accounts);
}

/* Writing --------------------------------------------------------------------------------- */

/* Awards and redemptions are both reversed, not undone. */
static void
done_cb (GgovPointsPage *self,
         const char     *sentence,
         gint64          transfer_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-award", "(sx)", sentence,
                              transfer_id);
}

static void
award_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovPointsPage *self = GGOV_POINTS_PAGE (widget);
  GgovPointsAccount *account = ggov_points_accounts_get_selected (self->accounts);
  GgovAwardDialog *dialog;

  if (self->session == NULL)
    return;

  dialog = ggov_award_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session);
  g_signal_connect_object (dialog, "awarded", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  if (is_person (account))
    {
      const GgovPointsAccountFields *fields = ggov_points_account_get_fields (account);

      ggov_award_dialog_set_person (dialog, fields->owner_id, fields->name, fields->grid);
    }

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
redeem_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovPointsPage *self = GGOV_POINTS_PAGE (widget);
  GgovPointsAccount *account = ggov_points_accounts_get_selected (self->accounts);
  GgovRedeemDialog *dialog;

  if (self->session == NULL || !is_person (account))
    return;

  dialog = ggov_redeem_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session,
                                   account);
  g_signal_connect_object (dialog, "redeemed", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Object ---------------------------------------------------------------------------------- */

static gboolean
widen_cb (gpointer user_data)
{
  GgovPointsPage *self = user_data;

  self->wide_id = 0;
  ggov_points_accounts_set_wide (self->accounts,
                                 gtk_widget_get_width (GTK_WIDGET (self)) >= WIDE_PX);

  return G_SOURCE_REMOVE;
}

/* Columns cannot come and go while sizes are being allocated, which is when this is told. */
static void
room_changed_cb (GgovPointsPage *self)
{
  if (self->wide_id == 0)
    self->wide_id = g_idle_add (widen_cb, self);
}

static void
ggov_points_page_dispose (GObject *object)
{
  GgovPointsPage *self = GGOV_POINTS_PAGE (object);

  if (self->session)
    g_clear_signal_handler (&self->changed_id, ggov_session_get_store (self->session));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->wide_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_POINTS_PAGE);

  G_OBJECT_CLASS (ggov_points_page_parent_class)->dispose (object);
}

static void
ggov_points_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, GGOV_POINTS_PAGE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_points_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (GGOV_POINTS_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "points.award", NULL, award_cb);
  gtk_widget_class_install_action (widget_class, "points.redeem", NULL, redeem_cb);
  gtk_widget_class_install_action (widget_class, "points.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "points.show-all", NULL, show_all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "points.show-all", NULL);
}

static void
ggov_points_page_class_init (GgovPointsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_points_page_dispose;
  object_class->get_property = ggov_points_page_get_property;
  object_class->set_property = ggov_points_page_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GGOV_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GGOV_TYPE_PASSBOOK);
  g_type_ensure (GGOV_TYPE_POINTS_ACCOUNTS);
  g_type_ensure (GGOV_TYPE_POINTS_FIGURES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/points/ggov-points-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPointsPage, accounts);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsPage, figures);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsPage, passbook);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  install_actions (widget_class);
}

static void
ggov_points_page_init (GgovPointsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ggov_points_accounts_set_wide (self->accounts, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.award", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.redeem", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.show-all", FALSE);
}

void
ggov_points_page_show_record (GtkWidget  *page,
                              const char *kind,
                              gint64      id)
{
  g_return_if_fail (GGOV_IS_POINTS_PAGE (page));

  ggov_points_accounts_select (GGOV_POINTS_PAGE (page)->accounts, id);
}
