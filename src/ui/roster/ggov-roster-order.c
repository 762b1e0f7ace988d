/* ggov-roster-order.c: what the tables of this page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-roster-order.h"

/* More digits than a house number has. */
#define DIGITS 6

char *
ggov_roster_order_dup_key (const char *text)
{
  GString *key = g_string_new (NULL);

  for (const char *p = text; *p;)
    {
      gsize n = 0;

      while (g_ascii_isdigit (p[n]))
        n++;
      for (gsize i = n; n > 0 && i < DIGITS; i++)
        g_string_append_c (key, '0');
      g_string_append_len (key, p, MAX (n, 1));
      p += MAX (n, 1);
    }

  return g_string_free (key, FALSE);
}

/* GTK 4.8 has no function for it; the list within answers to an action. */
void
ggov_roster_order_scroll_to (GtkColumnView *column_view,
                             guint          position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (column_view)); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
      return;
}
