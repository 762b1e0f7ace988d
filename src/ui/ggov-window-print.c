/* ggov-window-print.c: the window of the office's papers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-print-window.h"
#include "ggov-window-private.h"

/* @name: (nullable): of the paper; NULL for the one that was looked at last */
static void
show_papers (GgovWindow *self,
             const char *name,
             GVariant   *wishes)
{
  if (self->session == NULL)
    return;

  if (self->print == NULL)
    g_set_weak_pointer (&self->print, GTK_WIDGET (ggov_print_window_new (GTK_WINDOW (self),
                                                                         self->session)));
  if (name)
    ggov_print_window_choose (GGOV_PRINT_WINDOW (self->print), name, wishes);
  gtk_window_present (GTK_WINDOW (self->print));
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  /* A page knows which paper is of what it shows. */
  if (page == NULL || !gtk_widget_activate_action (page, "page.print", NULL))
    show_papers (self, NULL, NULL);
}

static void
print_paper_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_autoptr(GVariant) wishes = NULL;
  const char *name;

  g_variant_get (parameter, "(&s@a{sv})", &name, &wishes);
  show_papers (GGOV_WINDOW (widget), name, wishes);
}

void
_ggov_window_install_print_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (klass, "win.print-paper", "(sa{sv})", print_paper_cb);
}
