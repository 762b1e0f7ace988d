/* ggov-list-dialog.c: a list over a page, with what can be done about each line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-list-dialog.h"
#include "ggov-paged-list.h"

#define KEY_SELF  "ggov-dialog"
#define KEY_ITEM  "ggov-item"
#define KEY_DEED  "ggov-deed"
#define KEY_TITLE "ggov-title"
#define KEY_NOTE  "ggov-note"
#define KEY_MARK  "ggov-mark"

struct _GgovListDialog
{
  AdwWindow          parent_instance;

  GtkWidget         *page;  /* (owned) */
  GgovListLineFunc   line;
  GgovListDeedFunc   func;
  gpointer           data;  /* (unowned) (nullable) */
  GStrv              deeds;

  /* From the template. */
  AdwBin            *top;
  GtkStack          *stack;
  GtkLabel          *empty_label;
  GtkListView       *list_view;
  GtkLabel          *note_label;
  GtkNoSelection    *selection;
};

G_DEFINE_FINAL_TYPE (GgovListDialog, ggov_list_dialog, ADW_TYPE_WINDOW)

/* (nullable): what a line is about; NULL where it was not read yet */
static gpointer
get_row (gpointer item)
{
  return GGOV_IS_PAGED_ITEM (item) ? ggov_paged_item_get_row (item) : item;
}

static void
clicked_cb (GgovListDialog *self,
            GtkButton      *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), KEY_ITEM);
  gpointer row = get_row (gtk_list_item_get_item (item));

  if (row)
    self->func (self, row, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), KEY_DEED)),
                self->data);
}

static void
add_buttons (GgovListDialog *self,
             GtkBox         *box,
             GtkListItem    *item)
{
  for (guint i = 1; self->deeds[0] && self->deeds[i]; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (self->deeds[i]);

      g_object_set_data (G_OBJECT (button), KEY_ITEM, item);
      g_object_set_data (G_OBJECT (button), KEY_DEED, GUINT_TO_POINTER (i));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (box, button);
    }
}

static GtkWidget *
add_label (GtkListItem *item,
           GtkBox      *box,
           const char  *key,
           const char  *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style)
    gtk_widget_add_css_class (label, style);
  g_object_set_data (G_OBJECT (item), key, label);
  gtk_box_append (box, label);

  return label;
}

static void
setup_cb (GgovListDialog *self,
          GtkListItem    *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  add_label (item, GTK_BOX (words), KEY_TITLE, NULL);
  gtk_widget_add_css_class (add_label (item, GTK_BOX (words), KEY_NOTE, "dim-label"), "caption");
  add_label (item, GTK_BOX (box), KEY_MARK, "warning");
  add_buttons (self, GTK_BOX (box), item);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, self->deeds[0] != NULL);
}

static void
show_words (GtkListItem *item,
            const char  *key,
            const char  *words)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (item), key);

  gtk_label_set_label (GTK_LABEL (label), words ? words : "");
  gtk_widget_set_visible (label, words != NULL && *words);
}

static void
show_line (GgovListDialog *self,
           GtkListItem    *item)
{
  GgovListLine line = { NULL, NULL, NULL };
  gpointer row = get_row (gtk_list_item_get_item (item));

  if (row)
    self->line (row, &line);
  else
    line.title = g_strdup (_("Loading…"));
  show_words (item, KEY_TITLE, line.title);
  show_words (item, KEY_NOTE, line.note);
  show_words (item, KEY_MARK, line.mark);
  g_free (line.title);
  g_free (line.note);
}

static void
read_cb (GtkListItem *item)
{
  show_line (g_object_get_data (G_OBJECT (item), KEY_SELF), item);
}

static void
bind_cb (GgovListDialog *self,
         GtkListItem    *item)
{
  gpointer object = gtk_list_item_get_item (item);

  show_line (self, item);
  if (GGOV_IS_PAGED_ITEM (object))
    {
      g_object_set_data (G_OBJECT (item), KEY_SELF, self);
      g_signal_connect_object (object, "notify::row", G_CALLBACK (read_cb), item,
                               G_CONNECT_SWAPPED);
    }
}

static void
unbind_cb (GgovListDialog *self,
           GtkListItem    *item)
{
  gpointer object = gtk_list_item_get_item (item);

  if (GGOV_IS_PAGED_ITEM (object))
    g_signal_handlers_disconnect_by_func (object, read_cb, item);
}

static void
activate_cb (GgovListDialog *self,
             guint           position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  gpointer row = item ? get_row (item) : NULL;

  if (row && self->deeds[0])
    self->func (self, row, 0, self->data);
}

static void
ggov_list_dialog_dispose (GObject *object)
{
  GgovListDialog *self = GGOV_LIST_DIALOG (object);

  g_clear_object (&self->page);
  g_clear_pointer (&self->deeds, g_strfreev);

  G_OBJECT_CLASS (ggov_list_dialog_parent_class)->dispose (object);
}

static void
ggov_list_dialog_class_init (GgovListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_list_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovListDialog, empty_label);
  gtk_widget_class_bind_template_child (widget_class, GgovListDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, GgovListDialog, note_label);
  gtk_widget_class_bind_template_child (widget_class, GgovListDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovListDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovListDialog, top);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ggov_list_dialog_init (GgovListDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GgovListDialog *
ggov_list_dialog_new (GtkWidget         *page,
                      const char        *title,
                      GgovListLineFunc   line,
                      const char *const *deeds,
                      GgovListDeedFunc   func,
                      gpointer           data)
{
  GgovListDialog *self = g_object_new (GGOV_TYPE_LIST_DIALOG, "transient-for",
                                       gtk_widget_get_root (page), "title", title, NULL);

  self->page = g_object_ref (page);
  self->line = line;
  self->deeds = g_strdupv ((GStrv) deeds);
  self->func = func;
  self->data = data;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);

  return self;
}

void
ggov_list_dialog_set_rows (GgovListDialog *self,
                           GListModel     *rows,
                           const char     *empty)
{
  g_return_if_fail (GGOV_IS_LIST_DIALOG (self));

  gtk_no_selection_set_model (self->selection, rows);
  gtk_label_set_label (self->empty_label, empty);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (rows) > 0 ? "list" : "empty");
}

static void
answered_cb (GgovListDialog *self,
             GgovPagedList  *rows)
{
  ggov_list_dialog_set_rows (self, G_LIST_MODEL (rows), gtk_label_get_label (self->empty_label));
}

static void
failed_cb (GgovListDialog *self,
           const GError   *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  ggov_list_dialog_set_note (self, sentence);
}

void
ggov_list_dialog_ask (GgovListDialog *self,
                      GgovStore      *store,
                      GgovQuery      *query,
                      const char     *empty)
{
  g_autoptr(GgovPagedList) rows = ggov_paged_list_new ();

  g_return_if_fail (GGOV_IS_LIST_DIALOG (self));

  gtk_label_set_label (self->empty_label, empty);
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (rows));
  g_signal_connect_object (rows, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  ggov_paged_list_ask (rows, store, query);
}

void
ggov_list_dialog_set_top (GgovListDialog *self,
                          GtkWidget      *top)
{
  g_return_if_fail (GGOV_IS_LIST_DIALOG (self));

  adw_bin_set_child (self->top, top);
}

void
ggov_list_dialog_set_note (GgovListDialog *self,
                           const char     *sentence)
{
  g_return_if_fail (GGOV_IS_LIST_DIALOG (self));

  gtk_label_set_label (self->note_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), sentence != NULL);
}

GtkWidget *
ggov_list_dialog_get_page (GgovListDialog *self)
{
  g_return_val_if_fail (GGOV_IS_LIST_DIALOG (self), NULL);

  return self->page;
}

GListModel *
ggov_list_dialog_get_rows (GgovListDialog *self)
{
  g_return_val_if_fail (GGOV_IS_LIST_DIALOG (self), NULL);

  return G_LIST_MODEL (self->selection);
}
