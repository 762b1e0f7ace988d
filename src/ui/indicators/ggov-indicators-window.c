/* ggov-indicators-window.c: how the work on issues is judged, and what is learned from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-follow-up-list.h"
#include "ggov-indicator-table.h"
#include "ggov-indicators-window.h"
#include "ggov-page-keys.h"
#include "ggov-replay-view.h"
#include "ggov-rule-list.h"

#define WIDTH_PX  1000
#define HEIGHT_PX 700

#define TOAST_S 10

struct _GgovIndicatorsWindow
{
  AdwWindow        parent_instance;

  GtkWidget       *office; /* (nullable) (unowned): the window that the records are shown in */

  GtkStack        *views;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (GgovIndicatorsWindow, ggov_indicators_window, ADW_TYPE_WINDOW)

static const GgovPageKey keys[] = {
  { "<Alt>1", "indicators.show-view", "indicators" },
  { "<Alt>2", "indicators.show-view", "follow-up" },
  { "<Alt>3", "indicators.show-view", "measures" },
  { "<Alt>4", "indicators.show-view", "replay" },
  { "Escape", "window.close", NULL },
  { "<Control>p", "indicators.print", NULL },
  { "<Control>w", "window.close", NULL },
  { "<Control>z", "indicators.undo", NULL },
};

/* What the pages ask of the window they are in is for the main one. */
static void
forward_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovIndicatorsWindow *self = GGOV_INDICATORS_WINDOW (widget);

  if (self->office)
    gtk_widget_activate_action_variant (self->office, action_name, parameter);
}

static void
add_toast (GgovIndicatorsWindow *self,
           const char           *sentence,
           gboolean              can_undo)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_timeout (toast, TOAST_S);
  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "indicators.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
announce_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *sentence;
  gint64 change_id;

  g_variant_get (parameter, "(&sx)", &sentence, &change_id);
  add_toast (GGOV_INDICATORS_WINDOW (widget), sentence, change_id != 0);
  forward_cb (widget, action_name, parameter);
}

static void
message_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  add_toast (GGOV_INDICATORS_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

/* Issues are shown in the main window, which comes to the front. */
static void
show_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovIndicatorsWindow *self = GGOV_INDICATORS_WINDOW (widget);

  forward_cb (widget, action_name, parameter);
  if (self->office)
    gtk_window_present (GTK_WINDOW (self->office));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  forward_cb (widget, "win.undo", NULL);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GVariantDict wishes;

  g_variant_dict_init (&wishes, NULL);
  forward_cb (widget, "win.print-paper",
              g_variant_new ("(s@a{sv})", "statistics", g_variant_dict_end (&wishes)));
}

static void
show_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ggov_indicators_window_choose (GGOV_INDICATORS_WINDOW (widget),
                                 g_variant_get_string (parameter, NULL));
}

static void
ggov_indicators_window_dispose (GObject *object)
{
  g_clear_weak_pointer (&GGOV_INDICATORS_WINDOW (object)->office);

  G_OBJECT_CLASS (ggov_indicators_window_parent_class)->dispose (object);
}

static void
ggov_indicators_window_class_init (GgovIndicatorsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_indicators_window_dispose;

  gtk_widget_class_install_action (widget_class, "indicators.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "indicators.show-view", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "indicators.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.announce-change", "(sx)", announce_cb);
  gtk_widget_class_install_action (widget_class, "win.show-message", "s", message_cb);
  gtk_widget_class_install_action (widget_class, "win.show-issues", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "win.show-record", "(sx)", show_cb);
}

static GtkWidget *
make_header (GgovIndicatorsWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print…"));

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->views);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "indicators.print");
  gtk_widget_set_tooltip_text (print, _("Print the monthly statistics (Ctrl+P)"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), print);

  return header;
}

static void
ggov_indicators_window_init (GgovIndicatorsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->views = GTK_STACK (gtk_stack_new ());
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->views));
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  ggov_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}

GgovIndicatorsWindow *
ggov_indicators_window_new (GtkWindow   *parent,
                            GgovSession *session)
{
  GgovIndicatorsWindow *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_INDICATORS_WINDOW,
                       "default-height", HEIGHT_PX,
                       "default-width", WIDTH_PX,
                       "title", _("Indicators"),
                       NULL);

  /* A window of its own, or the issues that it shows would be seen behind it. */
  g_set_weak_pointer (&self->office, GTK_WIDGET (parent));
  if (parent)
    g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), self,
                             G_CONNECT_SWAPPED);
  gtk_stack_add_titled (self->views, ggov_indicator_table_new (session), "indicators",
                        _("Indicators"));
  gtk_stack_add_titled (self->views, ggov_follow_up_list_new (session), "follow-up",
                        _("Follow-up"));
  gtk_stack_add_titled (self->views, ggov_rule_list_new (session), "measures",
                        _("Cases to Rules"));
  gtk_stack_add_titled (self->views, ggov_replay_view_new (session), "replay", _("Replay"));

  return self;
}

void
ggov_indicators_window_choose (GgovIndicatorsWindow *self,
                               const char           *view)
{
  g_return_if_fail (GGOV_IS_INDICATORS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->views, view);
}
