/* ggov-print-window.c: the office's papers, looked at and printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-print-window-private.h"
#include "ggov-print.h"

/* A paper is read once nothing else was chosen for so long. */
#define REST_MS 100

/* Beside the pages there is room for so much. */
#define ABOUT_CHARS 22

G_DEFINE_FINAL_TYPE (GgovPrintWindow, ggov_print_window, ADW_TYPE_WINDOW)

static void
update_actions (GgovPrintWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", self->n_pages > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.save-pdf", self->n_pages > 0);
}

static void
show_failure (GgovPrintWindow *self,
              const GError    *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  self->n_pages = 0;
  ggov_print_preview_show_message (self->preview, sentence);
  update_actions (self);
}

/* Reading ---------------------------------------------------------------------------------- */

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovPrintWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  guint n_pages = ggov_press_set_paper_finish (GGOV_PRESS (object), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (n_pages == 0)
    {
      show_failure (self, error);
      return;
    }

  self->n_pages = n_pages;
  ggov_print_preview_show_pages (self->preview, self->press, n_pages);
  update_actions (self);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovPrintWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPaper) paper = ggov_paper_read_finish (GGOV_STORE (object), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (paper == NULL)
    {
      show_failure (self, error);
      return;
    }

  g_set_object (&self->paper, paper);
  ggov_press_set_paper_async (self->press, paper, self->cancellable, made_cb, g_object_ref (self));
}

static void
read_paper (GgovPrintWindow *self)
{
  g_autoptr(GgovPaperOptions) options = _ggov_print_window_make_options (self);

  if (self->kind->record && !self->kind->record_is_open && options->record_id == 0)
    {
      self->n_pages = 0;
      ggov_print_preview_show_message (self->preview, _("There is nothing to choose from."));
      update_actions (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  ggov_print_preview_show_busy (self->preview);
  ggov_paper_read_async (ggov_session_get_store (self->session), self->kind, options,
                         self->cancellable, read_cb, g_object_ref (self));
}

static gboolean
rested_cb (gpointer user_data)
{
  GgovPrintWindow *self = user_data;

  self->rest_id = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session && self->kind)
    read_paper (self);

  return G_SOURCE_REMOVE;
}

void
_ggov_print_window_queue_read (GgovPrintWindow *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rested_cb, self);
}

static void
changed_cb (GgovPrintWindow *self)
{
  if (self->session && self->kind && !self->is_quiet)
    _ggov_print_window_queue_read (self);
}

static void
reason_cb (GgovPrintWindow *self)
{
  _ggov_print_window_disclose (self);
}

static void
paper_selected_cb (GgovPrintWindow *self,
                   GtkListBoxRow   *row)
{
  if (row == NULL || self->session == NULL)
    return;

  self->kind = ggov_paper_get_kind (gtk_list_box_row_get_index (row));
  ggov_print_preview_rewind (self->preview);
  _ggov_print_window_forget_reason (self);
  _ggov_print_window_offer_options (self);
  _ggov_print_window_queue_read (self);
}

/* Printing --------------------------------------------------------------------------------- */

/* Pages are drawn where they were measured: the printer's on the main loop. */
static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovPrintWindow *self = GGOV_PRINT_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovReportPager) pager = ggov_paper_make_pager (self->paper, NULL, &error);

  if (pager)
    ggov_print_pager (widget, pager, FALSE);
  else
    show_failure (self, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovPrintWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  guint n = ggov_press_write_finish (GGOV_PRESS (object), result, &error);
  g_autofree char *message =
    n > 0 ? g_strdup_printf (ngettext ("Written: %u page", "Written: %u pages", n), n)
          : ggov_error_dup_sentence (error);

  if (self->session)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", message);
}

void
ggov_print_window_write (GgovPrintWindow *self,
                         const char      *path)
{
  g_return_if_fail (GGOV_IS_PRINT_WINDOW (self));

  if (self->n_pages > 0)
    ggov_press_write_async (self->press, path, NULL, written_cb, g_object_ref (self));
}

static void
pdf_named_cb (GtkNativeDialog *dialog,
              int              response,
              GgovPrintWindow *self)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->session)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file && (path = g_file_get_path (file)))
    ggov_print_window_write (self, path);

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
save_pdf_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovPrintWindow *self = GGOV_PRINT_WINDOW (widget);
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", ggov_paper_kind_get_title (self->kind),
                                           ggov_day_button_get_day (self->day));
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (pdf_named_cb), self, G_CONNECT_DEFAULT);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Printing tells of itself where pages do. */
static void
show_message_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_autofree char *markup = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (GGOV_PRINT_WINDOW (widget)->toasts, adw_toast_new (markup));
}

/* The window ------------------------------------------------------------------------------- */

static void
add_rows (GgovPrintWindow *self)
{
  for (guint i = 0; i < ggov_paper_get_n_kinds (); i++)
    {
      const GgovPaperKind *kind = ggov_paper_get_kind (i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *title = gtk_label_new (ggov_paper_kind_get_title (kind));
      GtkWidget *about = gtk_label_new (ggov_paper_kind_get_about (kind));

      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_label_set_xalign (GTK_LABEL (about), 0);
      gtk_label_set_wrap (GTK_LABEL (about), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (about), ABOUT_CHARS);
      gtk_widget_add_css_class (about, "caption");
      gtk_widget_add_css_class (about, "dim-label");
      gtk_widget_set_margin_top (box, 6);
      gtk_widget_set_margin_bottom (box, 6);
      gtk_box_append (GTK_BOX (box), title);
      gtk_box_append (GTK_BOX (box), about);
      gtk_list_box_append (self->list, box);
    }
}

static void
ggov_print_window_dispose (GObject *object)
{
  GgovPrintWindow *self = GGOV_PRINT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->awaited, g_free);
  g_clear_pointer (&self->told, g_free);
  g_clear_object (&self->press);
  g_clear_object (&self->paper);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->rest_id, g_source_remove);

  G_OBJECT_CLASS (ggov_print_window_parent_class)->dispose (object);
}

static void
ggov_print_window_class_init (GgovPrintWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_print_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/print/ggov-print-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, card);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, day);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, list);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, phones);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, place);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, record);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, size);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, theme);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GgovPrintWindow, turn);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_cb);
  gtk_widget_class_install_action (widget_class, "print.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "print.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_install_action (widget_class, "win.show-message", "s", show_message_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "print.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "print.save-pdf",
                                       NULL);
  g_type_ensure (GGOV_TYPE_DAY_BUTTON);
  g_type_ensure (GGOV_TYPE_PLACE_CHOOSER);
  g_type_ensure (GGOV_TYPE_PRINT_PREVIEW);
}

static gboolean
turn_cb (GtkWidget *window,
         GVariant  *action,
         gpointer   user_data)
{
  return gtk_widget_activate_action (GTK_WIDGET (GGOV_PRINT_WINDOW (window)->preview),
                                     g_variant_get_string (action, NULL), NULL);
}

static void
add_shortcut (GtkEventController *controller,
              const char         *keys,
              const char         *action)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                            gtk_callback_action_new (turn_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_string (action));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
ggov_print_window_init (GgovPrintWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->press = ggov_press_new ();
  ggov_choices_name (self->record);
  _ggov_print_window_offer_themes (self);
  add_rows (self);
  update_actions (self);
  add_shortcut (controller, "<Control>Page_Down", "preview.next");
  add_shortcut (controller, "<Control>Page_Up", "preview.previous");
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
store_changed_cb (GgovStore       *store,
                  char           **tables,
                  GgovPrintWindow *self)
{
  changed_cb (self);
}

GgovPrintWindow *
ggov_print_window_new (GtkWindow   *parent,
                       GgovSession *session)
{
  GgovPrintWindow *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_PRINT_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  ggov_day_button_set_today (self->day, ggov_session_get_today (session));
  g_signal_connect_object (ggov_session_get_store (session), "changed",
                           G_CALLBACK (store_changed_cb), self, 0);
  _ggov_print_window_offer_places (self);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));

  return self;
}

/* What is not wished for is left open. */
static void
take_wishes (GgovPrintWindow *self,
             GVariant        *wishes)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (wishes);
  const char *day, *theme;

  g_clear_pointer (&self->awaited, g_free);
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->text, g_free);
  self->record_id = 0;
  if (g_variant_dict_lookup (&dict, "day", "&s", &day))
    ggov_day_button_set_day (self->day, day);
  g_variant_dict_lookup (&dict, "place", "s", &self->awaited);
  g_variant_dict_lookup (&dict, "role", "s", &self->role);
  g_variant_dict_lookup (&dict, "text", "s", &self->text);
  g_variant_dict_lookup (&dict, "record", "x", &self->record_id);
  if (g_variant_dict_lookup (&dict, "theme", "&s", &theme))
    _ggov_print_window_choose_theme (self, theme);
}

/* The row that has the keyboard is in sight, once it has a place. */
static gboolean
reveal_cb (GtkWidget     *row,
           GdkFrameClock *clock,
           gpointer       unused)
{
  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_grab_focus (row);

  return G_SOURCE_REMOVE;
}

void
ggov_print_window_choose (GgovPrintWindow *self,
                          const char      *name,
                          GVariant        *wishes)
{
  g_return_if_fail (GGOV_IS_PRINT_WINDOW (self));

  take_wishes (self, wishes);
  if (self->awaited)
    _ggov_print_window_offer_places (self);

  for (guint i = 0; i < ggov_paper_get_n_kinds (); i++)
    if (g_str_equal (ggov_paper_get_kind (i)->name, name))
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

        if (gtk_list_box_row_is_selected (row))
          paper_selected_cb (self, row);
        else
          gtk_list_box_select_row (self->list, row);
        gtk_widget_add_tick_callback (GTK_WIDGET (row), reveal_cb, NULL, NULL);
      }
}

guint
ggov_print_window_get_n_pages (GgovPrintWindow *self)
{
  g_return_val_if_fail (GGOV_IS_PRINT_WINDOW (self), 0);

  return self->n_pages;
}
