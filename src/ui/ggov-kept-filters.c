/* ggov-kept-filters.c: a button with the filters that a list has by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice.h"
#include "ggov-form-dialog.h"
#include "ggov-kept-filters.h"
#include "ggov-store-kept-filters.h"

struct _GgovKeptFilters
{
  AdwBin         parent_instance;

  GtkMenuButton *button;  /* (unowned) */
  GgovSession   *session; /* (nullable) */
  GListModel    *kept;    /* (nullable) (element-type GgovChoice) */
  const char    *page;
};

enum {
  ASKED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovKeptFilters, ggov_kept_filters, ADW_TYPE_BIN)

/* The menu -------------------------------------------------------------------------------- */

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
show_menu (GgovKeptFilters *self)
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

      append_action (filters, label, "kept.open", ggov_choice_get_fields (kept)->id);
      append_action (rename, name, "kept.rename", ggov_choice_get_fields (kept)->id);
      append_action (forget, name, "kept.forget", ggov_choice_get_fields (kept)->id);
    }

  append_section (menu, _("Kept filters"), filters);
  g_menu_append (rest, _("Keep This Filter…"), "kept.keep");
  if (g_menu_model_get_n_items (G_MENU_MODEL (forget)) > 0)
    {
      g_menu_append_submenu (rest, _("Rename"), G_MENU_MODEL (rename));
      g_menu_append_submenu (rest, _("Forget"), G_MENU_MODEL (forget));
    }
  append_section (menu, NULL, rest);
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovKeptFilters) self = user_data;
  g_autoptr(GListModel) kept = ggov_store_list_kept_filters_finish (GGOV_STORE (object), result,
                                                                    NULL);

  if (kept == NULL || self->session == NULL ||
      GGOV_STORE (object) != ggov_session_get_store (self->session))
    return;

  g_set_object (&self->kept, kept);
  show_menu (self);
}

static void
read_kept (GgovKeptFilters *self)
{
  ggov_store_list_kept_filters_async (ggov_session_get_store (self->session), self->page, NULL,
                                      listed_cb, g_object_ref (self));
}

static void
changed_cb (GgovKeptFilters    *self,
            const char *const  *tables)
{
  if (g_strv_contains (tables, GGOV_STORE_KEPT_FILTERS))
    read_kept (self);
}

/* Actions --------------------------------------------------------------------------------- */

static void
open_kept (GgovKeptFilters *self,
           GgovChoice      *kept)
{
  g_autofree char *sentence = g_strdup_printf (_("Filter: %s"), ggov_choice_get_label (kept));

  g_signal_emit (self, signals[OPENED], 0, ggov_choice_get_fields (kept)->code);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

/* (transfer full) (nullable) */
static GgovChoice *
find_kept (GgovKeptFilters *self,
           gint64           id)
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
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovKeptFilters *self = GGOV_KEPT_FILTERS (widget);
  g_autoptr(GgovChoice) kept = find_kept (self, g_variant_get_int64 (parameter));

  if (kept)
    open_kept (self, kept);
}

static void
forgot_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovKeptFilters) self = user_data;
  gint64 change_id;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change_id, NULL))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-change", "(sx)",
                                _("The filter is forgotten"), change_id);
}

static void
forget_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovKeptFilters *self = GGOV_KEPT_FILTERS (widget);

  if (self->session)
    ggov_store_forget_filter_async (ggov_session_get_store (self->session),
                                    g_variant_get_int64 (parameter), NULL, forgot_cb,
                                    g_object_ref (self));
}

/* Keeping one under a name, or giving it another. */
typedef struct
{
  GtkWidget  *name;    /* (unowned): in the dialog */
  const char *page;
  char       *choices; /* (nullable): of a new one */
  gint64      id;      /* of one that is there */
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
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), form->page, name, form->choices,
    NULL, ggov_form_dialog_finish_cb, ggov_form_dialog_wait (dialog, done));
}

static void
keep_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovKeptFilters *self = GGOV_KEPT_FILTERS (widget);
  GgovFormDialog *dialog;
  Form *form;

  if (self->session == NULL)
    return;

  form = g_new0 (Form, 1);
  form->page = self->page;
  g_signal_emit (self, signals[ASKED], 0, &form->choices);
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
rename_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovKeptFilters *self = GGOV_KEPT_FILTERS (widget);
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

/* Object ---------------------------------------------------------------------------------- */

static void
ggov_kept_filters_dispose (GObject *object)
{
  GgovKeptFilters *self = GGOV_KEPT_FILTERS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->kept);

  G_OBJECT_CLASS (ggov_kept_filters_parent_class)->dispose (object);
}

static void
ggov_kept_filters_class_init (GgovKeptFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_kept_filters_dispose;

  signals[ASKED] = g_signal_new ("asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_STRING, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "kept.forget", "x", forget_cb);
  gtk_widget_class_install_action (widget_class, "kept.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "kept.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "kept.rename", "x", rename_cb);
}

static void
ggov_kept_filters_init (GgovKeptFilters *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->button, "user-bookmarks-symbolic");
  gtk_widget_set_tooltip_text (button, _("Kept filters (Ctrl+B)"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Kept filters"), -1);
  adw_bin_set_child (ADW_BIN (self), button);
}

void
ggov_kept_filters_show (GgovKeptFilters *self,
                        GgovSession     *session,
                        const char      *page)
{
  g_return_if_fail (GGOV_IS_KEPT_FILTERS (self));

  if (self->session)
    g_signal_handlers_disconnect_by_func (ggov_session_get_store (self->session), changed_cb, self);

  g_set_object (&self->session, session);
  g_clear_object (&self->kept);
  self->page = page;
  if (session)
    {
      g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                               self, G_CONNECT_SWAPPED);
      read_kept (self);
    }
}

void
ggov_kept_filters_popup (GgovKeptFilters *self)
{
  g_return_if_fail (GGOV_IS_KEPT_FILTERS (self));

  gtk_menu_button_popup (self->button);
}

void
ggov_kept_filters_open_nth (GgovKeptFilters *self,
                            guint            n)
{
  g_autoptr(GgovChoice) kept = NULL;

  g_return_if_fail (GGOV_IS_KEPT_FILTERS (self));

  if (self->kept && n > 0)
    kept = g_list_model_get_item (self->kept, n - 1);
  if (kept)
    open_kept (self, kept);
}
