/* ggov-papers-dialog.c: the papers of a post: seen, opened, copied, added, taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-list-dialog.h"
#include "ggov-paper-files.h"
#include "ggov-papers-dialog.h"
#include "ggov-papers-read.h"

#define KEY_DIALOG "ggov-papers"

enum
{
  OPEN,
  SAVE,
  REMOVE,
};

/* What a list of papers is about. */
typedef struct
{
  GgovStore *store;
  GgovPost  *post;
} Papers;

/* What is read of the store for a line. */
typedef struct
{
  GgovListDialog *list;
  GgovPostPaper  *paper;
  guint           deed;
} Reading;

static void
papers_free (Papers *papers)
{
  g_object_unref (papers->store);
  g_object_unref (papers->post);
  g_free (papers);
}

static void
tell (GgovListDialog *list,
      const GError   *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  ggov_list_dialog_set_note (list, sentence);
}

static void
tell_paper (gpointer      row,
            GgovListLine *line)
{
  const GgovPostPaperRecord *record = ggov_post_paper_get_record (row);
  g_autofree char *size = g_format_size (record->size);

  line->title = g_filename_display_name (record->name);
  line->note = g_strdup_printf ("%s · %s", g_str_equal (record->media_type, "application/pdf")
                                             ? _("PDF file") : _("Picture"), size);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovListDialog) list = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_papers_finish (GGOV_STORE (object), result, &error);

  if (rows)
    ggov_list_dialog_set_rows (list, rows, _("No paper is kept with this post yet."));
  else
    tell (list, error);
}

static void
read_papers (GgovListDialog *list,
             GStrv           tables,
             GgovStore      *store)
{
  const Papers *papers = g_object_get_data (G_OBJECT (list), KEY_DIALOG);

  if (tables == NULL || g_strv_contains ((const char *const *) tables, "post_paper"))
    ggov_store_list_papers_async (store, ggov_post_get_details (papers->post)->id, NULL, listed_cb,
                                  g_object_ref (list));
}

static void
changed_cb (GgovListDialog *list,
            GObject        *store,
            GAsyncResult   *result,
            const char     *done)
{
  g_autoptr(GError) error = NULL;
  gint64 id;

  if (!ggov_store_change_finish (GGOV_STORE (store), result, &id, &error))
    tell (list, error);
  else if (id != 0)
    {
      ggov_list_dialog_set_note (list, NULL);
      gtk_widget_activate_action (ggov_list_dialog_get_page (list), "win.announce-change", "(sx)",
                                  done, id);
    }
}

static void
attached_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovListDialog) list = user_data;

  changed_cb (list, object, result, _("The papers are kept with the post"));
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovListDialog) list = user_data;

  changed_cb (list, object, result, _("The paper is taken away"));
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GgovListDialog *list = GGOV_LIST_DIALOG (object);
  const Papers *papers = g_object_get_data (object, KEY_DIALOG);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) files = ggov_paper_files_choose_finish (GTK_WIDGET (list), result, &error);

  if (error)
    ggov_list_dialog_set_note (list, error->message);
  else if (files && files->len > 0)
    ggov_store_attach_papers_async (papers->store, ggov_post_get_details (papers->post)->id,
                                    GGOV_PAPERS (files), files->len, NULL, attached_cb,
                                    g_object_ref (list));
}

static void
attach_cb (GgovListDialog *list)
{
  ggov_paper_files_choose_async (GTK_WIDGET (list), chosen_cb, NULL);
}

static void
show_paper (Reading *reading,
            GBytes  *content)
{
  const GgovPostPaperRecord *record = ggov_post_paper_get_record (reading->paper);

  ggov_paper_files_show (GTK_WIDGET (reading->list), record->name, record->media_type, content);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = ggov_store_read_paper_finish (GGOV_STORE (object), result, &error);

  if (content == NULL)
    tell (reading->list, error);
  else if (gtk_widget_get_mapped (GTK_WIDGET (reading->list)))
    {
      if (reading->deed == OPEN)
        show_paper (reading, content);
      else
        ggov_paper_files_save (reading->list, reading->paper, content);
    }

  g_object_unref (reading->list);
  g_object_unref (reading->paper);
  g_free (reading);
}

static void
deed_cb (GgovListDialog *list,
         gpointer        row,
         guint           deed,
         gpointer        data)
{
  const Papers *papers = g_object_get_data (G_OBJECT (list), KEY_DIALOG);
  gint64 id = ggov_post_paper_get_record (row)->id;
  Reading *reading;

  if (deed == REMOVE)
    {
      ggov_store_remove_paper_async (papers->store, id, NULL, removed_cb, g_object_ref (list));
      return;
    }

  reading = g_new (Reading, 1);
  reading->list = g_object_ref (list);
  reading->paper = g_object_ref (row);
  reading->deed = deed;
  ggov_store_read_paper_async (papers->store, id, NULL, read_cb, reading);
}

/* What the papers are of, and the button that adds some. */
static GtkWidget *
make_top (GgovListDialog *list,
          GgovPost       *post)
{
  const GgovPostDetails *details = ggov_post_get_details (post);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Attach…"));
  /* Translators: a person, a role and a place: who holds what where */
  g_autofree char *what = g_strdup_printf (_("%1$s, %2$s, %3$s"), details->person, details->role,
                                           details->place);
  GtkWidget *label = gtk_label_new (what);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (attach_cb), list, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  ggov_list_dialog_set_top (list, box);

  return button;
}

void
ggov_papers_dialog_show (GtkWidget   *page,
                         GgovSession *session,
                         GgovPost    *post)
{
  GgovStore *store = ggov_session_get_store (session);
  GgovListDialog *list =
    ggov_list_dialog_new (page, _("Papers of a Post"), tell_paper,
                          (const char *const[]) { _("Open"), _("Save a Copy…"), _("Remove"), NULL },
                          deed_cb, NULL);
  Papers *papers = g_new (Papers, 1);

  papers->store = g_object_ref (store);
  papers->post = g_object_ref (post);
  g_object_set_data_full (G_OBJECT (list), KEY_DIALOG, papers, (GDestroyNotify) papers_free);
  g_signal_connect_object (store, "changed", G_CALLBACK (read_papers), list, G_CONNECT_SWAPPED);
  read_papers (list, NULL, store);
  gtk_window_present (GTK_WINDOW (list));
  gtk_widget_grab_focus (make_top (list, post));
}
