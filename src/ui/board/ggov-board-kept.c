/* ggov-board-kept.c: the board's filters by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-page-private.h"
#include "ggov-form-dialog.h"
#include "ggov-store-kept-filters.h"

/* Which list the filters are of. */
#define PAGE "issues"

static void
append_section (GMenu      *menu,
                const char *heading,
                GMenu      *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, heading, G_MENU_MODEL (section));
}

static void
append_action (GMenu      *menu,
               const char *label,
               const char *action,
               gint64      id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static void
show_menu (GgovBoardPage *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) filters = g_menu_new ();
  g_autoptr(GMenu) forget = g_menu_new ();
  g_autoptr(GMenu) rename = g_menu_new ();
  g_autoptr(GMenu) rest = g_menu_new ();

  for (guint i = 0; self->kept && i < g_list_model_get_n_items (self->kept); i++)
    {
      g_autoptr(GgovChoice) kept = g_list_model_get_item (self->kept, i);
      const char *name = ggov_choice_get_label (kept);
      /* Translators: a filter's name, and the key that opens it */
      g_autofree char *label = i < 9 ? g_strdup_printf (_("%1$s (Ctrl+Alt+%2$u)"), name, i + 1)
                                     : g_strdup (name);

      append_action (filters, label, "board.open-filter", ggov_choice_get_fields (kept)->id);
      append_action (rename, name, "board.rename-filter", ggov_choice_get_fields (kept)->id);
      append_action (forget, name, "board.forget-filter", ggov_choice_get_fields (kept)->id);
    }

  append_section (menu, _("Kept filters"), filters);
  g_menu_append (rest, _("Keep This Filter…"), "board.keep-filter");
  if (g_menu_model_get_n_items (G_MENU_MODEL (forget)) > 0)
    {
      g_menu_append_submenu (rest, _("Rename"), G_MENU_MODEL (rename));
      g_menu_append_submenu (rest, _("Forget"), G_MENU_MODEL (forget));
    }
  append_section (menu, NULL, rest);
  ggov_board_filter_set_kept (self->filter, G_MENU_MODEL (menu));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GListModel) kept = ggov_store_list_kept_filters_finish (GGOV_STORE (object), result,
                                                                    NULL);

  if (kept == NULL || self->session == NULL)
    return;

  g_set_object (&self->kept, kept);
  show_menu (self);
}

void
_ggov_board_page_read_kept (GgovBoardPage *self)
{
  ggov_store_list_kept_filters_async (ggov_session_get_store (self->session), PAGE, NULL, listed_cb,
                                      g_object_ref (self));
}

/* Actions --------------------------------------------------------------------------------- */

static void
open_kept (GgovBoardPage *self,
           GgovChoice    *kept)
{
  g_autofree char *sentence = g_strdup_printf (_("Filter: %s"), ggov_choice_get_label (kept));

  ggov_board_filter_apply (self->filter, ggov_choice_get_fields (kept)->code);
  _ggov_board_page_say (self, sentence);
}

/* (transfer full) (nullable) */
static GgovChoice *
find_kept (GgovBoardPage *self,
           gint64         id)
{
  for (guint i = 0; self->kept && i < g_list_model_get_n_items (self->kept); i++)
    {
      g_autoptr(GgovChoice) kept = g_list_model_get_item (self->kept, i);

      if (ggov_choice_get_fields (kept)->id == id)
        return g_steal_pointer (&kept);
    }

  return NULL;
}

static void
open_filter_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  g_autoptr(GgovChoice) kept = find_kept (self, g_variant_get_int64 (parameter));

  if (kept)
    open_kept (self, kept);
}

/* By where it stands: what a key asks for. */
static void
open_nth_filter_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  guint n = g_ascii_strtoull (g_variant_get_string (parameter, NULL), NULL, 10);
  g_autoptr(GgovChoice) kept = self->kept && n > 0 ? g_list_model_get_item (self->kept, n - 1) : NULL;

  if (kept)
    open_kept (self, kept);
}

static void
forgot_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  gint64 change_id;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change_id, NULL))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-change", "(sx)",
                                _("The filter is forgotten"), change_id);
}

static void
forget_filter_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);

  if (self->session)
    ggov_store_forget_filter_async (ggov_session_get_store (self->session),
                                    g_variant_get_int64 (parameter), NULL, forgot_cb,
                                    g_object_ref (self));
}

/* Keeping one under a name, or giving it another. */
typedef struct
{
  GtkWidget *name;    /* (unowned): in the dialog */
  char      *choices; /* (nullable): of a new one */
  gint64     id;      /* of one that is there */
} Form;

static void
form_free (Form *form)
{
  g_free (form->choices);
  g_free (form);
}

static void
keep (GgovFormDialog *dialog,
      gpointer        data)
{
  const Form *form = data;
  g_autofree char *name = ggov_form_dialog_dup_text (form->name);
  char *done = g_strdup_printf (_("The filter “%s” is kept"), name);

  ggov_store_keep_filter_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), PAGE, name, form->choices, NULL,
    ggov_form_dialog_finish_cb, ggov_form_dialog_wait (dialog, done));
}

static void
keep_filter_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  GgovFormDialog *dialog;
  Form *form;

  if (self->session == NULL)
    return;

  form = g_new0 (Form, 1);
  form->choices = ggov_board_filter_dup_choices (self->filter);
  dialog = ggov_form_dialog_new (widget, self->session, _("Keep This Filter"), _("_Keep"),
                                 _("One of the same name is replaced."), keep, form,
                                 (GDestroyNotify) form_free);
  form->name = ggov_form_dialog_add_entry (dialog, _("Name"), "");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
give_name (GgovFormDialog *dialog,
           gpointer        data)
{
  const Form *form = data;
  g_autofree char *name = ggov_form_dialog_dup_text (form->name);
  char *done = g_strdup_printf (_("The filter is called “%s” now"), name);

  ggov_store_rename_filter_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), form->id, name, NULL,
    ggov_form_dialog_finish_cb, ggov_form_dialog_wait (dialog, done));
}

static void
rename_filter_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  g_autoptr(GgovChoice) kept = find_kept (self, g_variant_get_int64 (parameter));
  GgovFormDialog *dialog;
  Form *form;

  if (self->session == NULL || kept == NULL)
    return;

  form = g_new0 (Form, 1);
  form->id = ggov_choice_get_fields (kept)->id;
  dialog = ggov_form_dialog_new (widget, self->session, _("Rename the Filter"), _("_Rename"), NULL,
                                 give_name, form, (GDestroyNotify) form_free);
  form->name = ggov_form_dialog_add_entry (dialog, _("Name"), ggov_choice_get_label (kept));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_filters_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_board_filter_open_kept (GGOV_BOARD_PAGE (widget)->filter);
}

void
_ggov_board_page_install_kept (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "board.forget-filter", "x", forget_filter_cb);
  gtk_widget_class_install_action (klass, "board.keep-filter", NULL, keep_filter_cb);
  gtk_widget_class_install_action (klass, "board.open-filter", "x", open_filter_cb);
  gtk_widget_class_install_action (klass, "board.open-nth-filter", "s", open_nth_filter_cb);
  gtk_widget_class_install_action (klass, "board.rename-filter", "x", rename_filter_cb);
  gtk_widget_class_install_action (klass, "board.show-filters", NULL, show_filters_cb);
}
