/* ggov-placeholder.c: what stands in the place of a list that has nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-placeholder.h"

#define LIST  "list"
#define EMPTY "empty"

GtkWidget *
ggov_placeholder_new (GtkWidget  *list,
                      const char *icon_name,
                      const char *title,
                      const char *about)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), about);
  gtk_widget_add_css_class (page, "compact");
  gtk_stack_add_named (GTK_STACK (stack), list, LIST);
  gtk_stack_add_named (GTK_STACK (stack), page, EMPTY);
  gtk_widget_set_vexpand (stack, TRUE);

  return stack;
}

void
ggov_placeholder_update (GtkWidget *self,
                         guint      n_rows)
{
  g_return_if_fail (GTK_IS_STACK (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self), n_rows > 0 ? LIST : EMPTY);
}
