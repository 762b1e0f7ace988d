/* ggov-board-reason.c: a line for words without which a question is not answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-reason.h"

/* As long as a note on paper. */
#define MAX_LENGTH 500

static void
changed_cb (GtkEditable      *line,
            AdwMessageDialog *dialog)
{
  const char *response = g_object_get_data (G_OBJECT (line), "ggov-response");
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (line)));

  adw_message_dialog_set_response_enabled (dialog, response, *text != '\0');
}

GtkWidget *
ggov_board_reason_new (AdwMessageDialog *dialog,
                       const char       *words,
                       const char       *response)
{
  GtkWidget *line = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (line), words);
  gtk_entry_set_max_length (GTK_ENTRY (line), MAX_LENGTH);
  gtk_entry_set_activates_default (GTK_ENTRY (line), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (line), 30);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (response)
    {
      g_object_set_data_full (G_OBJECT (line), "ggov-response", g_strdup (response), g_free);
      g_signal_connect_object (line, "changed", G_CALLBACK (changed_cb), dialog, 0);
      adw_message_dialog_set_response_enabled (dialog, response, FALSE);
    }

  return line;
}
