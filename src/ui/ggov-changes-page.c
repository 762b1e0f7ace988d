/* ggov-changes-page.c: the log of what was done, each line to be taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change-text.h"
#include "ggov-changes-page.h"
#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-session.h"
#include "ggov-store-changes.h"

/* A year of a busy desk; older ones are for gridgovctl changes. */
#define MAX_CHANGES 10000

struct _GgovChangesPage
{
  AdwBin              parent_instance;

  GgovSession        *session; /* (nullable) */

  /* From the template. */
  GtkSingleSelection *selection;
  GtkStack           *stack;
};

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovChangesPage, ggov_changes_page, ADW_TYPE_BIN)

static char *
format_when (GtkListItem     *item,
             GgovChangeEntry *entry)
{
  return entry ? ggov_change_dup_when (entry) : NULL;
}

static char *
format_account (GtkListItem     *item,
                GgovChangeEntry *entry)
{
  return entry ? g_strdup (ggov_change_entry_get_account (entry)) : NULL;
}

static char *
format_action (GtkListItem     *item,
               GgovChangeEntry *entry)
{
  return entry ? g_strdup (_(ggov_change_entry_get_action (entry))) : NULL;
}

static char *
format_subject (GtkListItem     *item,
                GgovChangeEntry *entry)
{
  return entry ? g_strdup (ggov_change_entry_get_subject (entry)) : NULL;
}

static char *
format_rows (GtkListItem     *item,
             GgovChangeEntry *entry)
{
  return entry ? ggov_number_dup_text (ggov_change_entry_get_n_rows (entry)) : NULL;
}

static void
undo_clicked_cb (GtkButton   *button,
                 GtkListItem *item)
{
  GgovChangeEntry *entry = gtk_list_item_get_item (item);
  g_autofree char *sentence = ggov_change_dup_sentence (entry);

  gtk_widget_activate_action (GTK_WIDGET (button), "win.undo-change", "(sx)", sentence,
                              ggov_change_entry_get_id (entry));
}

static gboolean
is_undoable (GtkListItem     *item,
             GgovChangeEntry *entry)
{
  return entry && ggov_change_entry_is_undoable (entry);
}

static void
list_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovChangesPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) changes = ggov_store_list_changes_finish (GGOV_STORE (object), result,
                                                                  &error);

  if (self->session == NULL || ggov_session_get_store (self->session) != GGOV_STORE (object))
    return;

  if (changes == NULL)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
      return;
    }

  gtk_single_selection_set_model (self->selection, changes);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (changes) > 0 ? "list" : "empty");
}

/* Every write is a change, whatever the tables. */
static void
changed_cb (GgovStore       *store,
            GStrv            tables,
            GgovChangesPage *self)
{
  ggov_store_list_changes_async (store, MAX_CHANGES, NULL, list_cb, g_object_ref (self));
}

static void
set_session (GgovChangesPage *self,
             GgovSession     *session)
{
  if (self->session == session)
    return;

  if (self->session)
    g_signal_handlers_disconnect_by_func (ggov_session_get_store (self->session), changed_cb, self);

  g_set_object (&self->session, session);
  gtk_single_selection_set_model (self->selection, NULL);
  if (session)
    {
      GgovStore *store = ggov_session_get_store (session);

      g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
      changed_cb (store, NULL, self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
ggov_changes_page_dispose (GObject *object)
{
  GgovChangesPage *self = GGOV_CHANGES_PAGE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (ggov_changes_page_parent_class)->dispose (object);
}

static void
ggov_changes_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  GgovChangesPage *self = GGOV_CHANGES_PAGE (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_changes_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  GgovChangesPage *self = GGOV_CHANGES_PAGE (object);

  if (prop_id == PROP_SESSION)
    set_session (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_changes_page_class_init (GgovChangesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_changes_page_dispose;
  object_class->get_property = ggov_changes_page_get_property;
  object_class->set_property = ggov_changes_page_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GGOV_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/ggov-changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovChangesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovChangesPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, format_account);
  gtk_widget_class_bind_template_callback (widget_class, format_action);
  gtk_widget_class_bind_template_callback (widget_class, format_rows);
  gtk_widget_class_bind_template_callback (widget_class, format_subject);
  gtk_widget_class_bind_template_callback (widget_class, format_when);
  gtk_widget_class_bind_template_callback (widget_class, is_undoable);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
ggov_changes_page_init (GgovChangesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
