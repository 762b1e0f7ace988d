/* ggov-points-desk-expiry.c: for how long points are good, and letting them expire
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-points-desk-private.h"
#include "ggov-store-points-expiry.h"

typedef struct
{
  GtkWidget *mode_row;
  GtkWidget *span_row;
  GtkWidget *notice_row;
  GtkWidget *from_row;
} Terms;

static void
set_terms (GgovFormDialog *dialog,
           gpointer        data)
{
  const Terms *terms = data;
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  g_autofree char *from = ggov_form_dialog_dup_day (dialog, terms->from_row);
  GgovPointsExpiry expiry = { adw_combo_row_get_selected (ADW_COMBO_ROW (terms->mode_row)), 1, 0 };

  if (from == NULL || !_ggov_points_desk_read_number (dialog, terms->span_row, 1, &expiry.span) ||
      !_ggov_points_desk_read_number (dialog, terms->notice_row, 0, &expiry.notice_days))
    return;

  ggov_store_set_points_expiry_async (ggov_session_get_store (session), &expiry, from, NULL,
                                      ggov_form_dialog_finish_cb,
                                      ggov_form_dialog_wait (dialog, g_strdup (_("The terms were set"))));
}

static void
terms_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GgovPointsDesk) self = user_data;
  const char *const words[] = { _("For ever"), _("To the end of a year"), _("For so many months"), NULL };
  GgovPointsExpiry expiry = { GGOV_POINTS_NEVER, 1, 30 };
  g_autofree char *span = NULL;
  g_autofree char *notice = NULL;
  GgovFormDialog *dialog;
  Terms *terms;

  if (!ggov_store_read_points_expiry_finish (GGOV_STORE (object), result, &expiry, NULL))
    return;

  terms = g_new0 (Terms, 1);
  span = g_strdup_printf ("%d", expiry.span);
  notice = g_strdup_printf ("%d", expiry.notice_days);
  dialog = ggov_form_dialog_new (GTK_WIDGET (self), self->session, _("For How Long Points Are Good"),
                                 _("_Set"), NULL, set_terms, terms, g_free);
  terms->mode_row = ggov_form_dialog_add_combo (dialog, _("Points are good"), words, expiry.mode);
  terms->span_row = ggov_form_dialog_add_entry (dialog, _("Years after that of the award, or months"),
                                                span);
  terms->notice_row = ggov_form_dialog_add_entry (dialog, _("Days of notice before"), notice);
  terms->from_row = ggov_form_dialog_add_entry (dialog, _("From"),
                                                ggov_session_get_today (self->session));
  ggov_form_dialog_add_hint (dialog, _("The oldest points are spent first and expire first. What is given "
                                       "back keeps its day."));
  _ggov_points_desk_present (dialog, terms->span_row);
}

static void
terms_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);

  ggov_store_read_points_expiry_async (ggov_session_get_store (self->session),
                                       ggov_session_get_today (self->session), NULL, terms_read_cb,
                                       g_object_ref (self));
}

static void
expired_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 points = 0;
  guint n = 0;

  if (ggov_store_expire_points_finish (GGOV_STORE (object), result, &n, &points, &error))
    sentence = g_strdup_printf (_("%1$d points of %2$u people expired"), (int) points, n);
  _ggov_points_desk_end_form (dialog, error, sentence);
}

static void
expire (GgovFormDialog *dialog,
        gpointer        data)
{
  GgovSession *session = ggov_form_dialog_get_session (dialog);

  ggov_store_expire_points_async (ggov_session_get_store (session), ggov_session_get_now (session), NULL,
                                  expired_cb, ggov_form_dialog_wait (dialog, NULL));
}

static void
expire_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  GgovFormDialog *dialog =
    ggov_form_dialog_new (widget, self->session, _("Let Points Expire"), _("Let _Expire"),
                          _("All points whose last day is over are taken off. This cannot be undone."),
                          expire, NULL, NULL);

  ggov_form_dialog_set_ending (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ggov_points_desk_install_expiry (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "desk.expire", NULL, expire_cb);
  gtk_widget_class_install_action (klass, "desk.set-terms", NULL, terms_cb);
}
