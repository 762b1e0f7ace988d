/* ggov-papers-row.c: the papers that go with what is about to be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-paper-files.h"
#include "ggov-papers-read.h"
#include "ggov-papers-row.h"

struct _GgovPapersRow
{
  AdwBin      parent_instance;

  GArray     *papers; /* (element-type GgovPaper) */

  GtkWidget  *head;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (GgovPapersRow, ggov_papers_row, ADW_TYPE_BIN)

static void
paper_clear (gpointer data)
{
  GgovPaper *paper = data;

  g_free ((char *) paper->name);
  g_bytes_unref (paper->content);
}

/* The first row is the head. */
static void
remove_cb (GgovPapersRow *self,
           GtkWidget     *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_array_remove_index (self->papers, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) - 1);
  gtk_list_box_remove (self->list, row);
}

static void
add_paper (GgovPapersRow   *self,
           const GgovPaper *paper)
{
  const GgovPaper copy = { g_strdup (paper->name), g_bytes_ref (paper->content) };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *shown = g_filename_display_name (paper->name);
  g_autofree char *title = g_markup_escape_text (shown, -1);
  g_autofree char *size = g_format_size (g_bytes_get_size (paper->content));
  /* Translators: a file’s name */
  g_autofree char *words = g_strdup_printf (_("Leave out %s"), shown);

  g_array_append_val (self->papers, copy);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GgovPapersRow *self = GGOV_PAPERS_ROW (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) papers = ggov_paper_files_choose_finish (GTK_WIDGET (self), result, &error);
  g_autofree char *sentence = error ? g_markup_escape_text (error->message, -1) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->head), sentence ? sentence : "");
  for (guint i = 0; papers && i < papers->len; i++)
    add_paper (self, &GGOV_PAPERS (papers)[i]);
}

static void
choose_cb (GgovPapersRow *self)
{
  ggov_paper_files_choose_async (GTK_WIDGET (self), chosen_cb, NULL);
}

static void
ggov_papers_row_finalize (GObject *object)
{
  GgovPapersRow *self = GGOV_PAPERS_ROW (object);

  g_clear_pointer (&self->papers, g_array_unref);

  G_OBJECT_CLASS (ggov_papers_row_parent_class)->finalize (object);
}

static void
ggov_papers_row_class_init (GgovPapersRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_papers_row_finalize;
}

static void
ggov_papers_row_init (GgovPapersRow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Attach…"));

  self->papers = g_array_new (FALSE, FALSE, sizeof (GgovPaper));
  g_array_set_clear_func (self->papers, paper_clear);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->head = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->head), _("Papers kept with it"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->head), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->head), button);
  gtk_list_box_append (self->list, self->head);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
ggov_papers_row_new (void)
{
  return g_object_new (GGOV_TYPE_PAPERS_ROW, NULL);
}

const GgovPaper *
ggov_papers_row_get_papers (GgovPapersRow *self,
                            guint         *n_papers)
{
  g_return_val_if_fail (GGOV_IS_PAPERS_ROW (self), NULL);

  *n_papers = self->papers->len;

  return GGOV_PAPERS (self->papers);
}
