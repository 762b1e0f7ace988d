/* ggov-cases-window.c: disputes, structures, joint actions and utility problems, each in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-cases-lists.h"
#include "ggov-cases-window.h"
#include "ggov-page-keys.h"

#define WIDTH_PX  1000
#define HEIGHT_PX 700

struct _GgovCasesWindow
{
  AdwWindow        parent_instance;

  GtkStack        *views;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (GgovCasesWindow, ggov_cases_window, ADW_TYPE_WINDOW)

/* In the order of GgovCasesKind: the view, its title and its paper. */
static const struct
{
  const char *name;
  const char *title;
  const char *paper;
} views[GGOV_N_CASES] = {
  { "disputes", N_("Disputes"), "dispute-file" },
  { "structures", N_("Structures"), "structures" },
  { "joint-actions", N_("Joint Actions"), "joint-action" },
  { "utilities", N_("Utilities"), "utilities" },
};

static const GgovPageKey keys[] = {
  { "<Alt>1", "cases.show-view", "disputes" },
  { "<Alt>2", "cases.show-view", "structures" },
  { "<Alt>3", "cases.show-view", "joint-actions" },
  { "<Alt>4", "cases.show-view", "utilities" },
  { "<Control>p", "cases.print", NULL },
};

static void
message_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  g_autofree char *markup = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (GGOV_CASES_WINDOW (widget)->toasts, adw_toast_new (markup));
}

/* The issue is shown in the main window, which comes to the front. */
static void
show_record_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent == NULL)
    return;

  gtk_widget_activate_action_variant (GTK_WIDGET (parent), action_name, parameter);
  gtk_window_present (parent);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));
  const char *name = gtk_stack_get_visible_child_name (GGOV_CASES_WINDOW (widget)->views);
  GVariantDict wishes;

  for (guint i = 0; parent && i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].name, name))
      {
        g_variant_dict_init (&wishes, NULL);
        gtk_widget_activate_action_variant (
          GTK_WIDGET (parent), "win.print-paper",
          g_variant_new ("(s@a{sv})", views[i].paper, g_variant_dict_end (&wishes)));
      }
}

static void
show_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ggov_cases_window_choose (GGOV_CASES_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
ggov_cases_window_class_init (GgovCasesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "cases.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "cases.show-view", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "win.show-message", "s", message_cb);
  gtk_widget_class_install_action (widget_class, "win.show-record", "(sx)", show_record_cb);
}

static void
ggov_cases_window_init (GgovCasesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print…"));

  self->views = GTK_STACK (gtk_stack_new ());
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->views);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "cases.print");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), print);
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->views));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  ggov_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}

GgovCasesWindow *
ggov_cases_window_new (GtkWindow   *parent,
                       GgovSession *session)
{
  GgovCasesWindow *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_CASES_WINDOW,
                       "transient-for", parent,
                       "default-height", HEIGHT_PX,
                       "default-width", WIDTH_PX,
                       "destroy-with-parent", TRUE,
                       "title", _("Cases"),
                       NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_stack_add_titled (self->views, ggov_cases_list_new (session, i), views[i].name,
                          _(views[i].title));

  return self;
}

void
ggov_cases_window_choose (GgovCasesWindow *self,
                          const char      *view)
{
  g_return_if_fail (GGOV_IS_CASES_WINDOW (self));

  gtk_stack_set_visible_child_name (self->views, view);
}
