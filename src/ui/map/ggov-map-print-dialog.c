/* ggov-map-print-dialog.c: asks which maps to print, and on what paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-map-print-dialog.h"
#include "ggov-print.h"
#include "ggov-report-map.h"
#include "ggov-report-pdf.h"
#include "ggov-store-atlas.h"

#define GGOV_TYPE_MAP_PRINT_DIALOG (ggov_map_print_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapPrintDialog, ggov_map_print_dialog, GGOV, MAP_PRINT_DIALOG, AdwWindow)

struct _GgovMapPrintDialog
{
  AdwWindow    parent_instance;

  GtkWidget   *page;     /* (owned) */
  GgovSession *session;
  GPtrArray   *codes;    /* (element-type utf8): for each of the maps offered; NULL for all */
  char        *path;     /* (nullable): where to write a PDF; NULL for a printer */

  /* From the template. */
  GtkLabel    *error_label;
  AdwComboRow *maps_row;
  AdwComboRow *paper_row;
  GtkSwitch   *phones_switch;
};

G_DEFINE_FINAL_TYPE (GgovMapPrintDialog, ggov_map_print_dialog, ADW_TYPE_WINDOW)

/* What maps are made of, also away from the main loop. */
typedef struct
{
  GgovAtlas       *atlas;
  char            *code;    /* (nullable) */
  GgovReportPaper  paper;
  char            *now;
  char            *account;
  gboolean         with_phones;
  char            *path;    /* (nullable) */
} Order;

static void
order_free (Order *order)
{
  g_clear_pointer (&order->atlas, ggov_atlas_unref);
  g_free (order->code);
  g_free (order->now);
  g_free (order->account);
  g_free (order->path);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static Order *
order_new (GgovMapPrintDialog *self,
           GgovAtlas          *atlas)
{
  Order *order = g_new0 (Order, 1);

  order->atlas = ggov_atlas_ref (atlas);
  order->code = g_strdup (self->codes->pdata[adw_combo_row_get_selected (self->maps_row)]);
  order->paper = adw_combo_row_get_selected (self->paper_row) == 1 ? GGOV_REPORT_A3
                                                                   : GGOV_REPORT_A4;
  order->now = ggov_local_time_format (ggov_session_get_now (self->session));
  order->account = g_strdup (ggov_store_get_account (ggov_session_get_store (self->session)));
  order->with_phones = gtk_switch_get_active (self->phones_switch);
  order->path = g_strdup (self->path);

  return order;
}

static GgovReportMap *
make_map (const Order *order)
{
  const GgovReportMapOptions options = {
    .code = order->code,
    .paper = order->paper,
    .printed_at = order->now,
    .account = order->account,
    .with_phones = order->with_phones,
  };
  PangoContext *context = ggov_report_context_new ();
  GgovReportMap *map = ggov_report_map_new (order->atlas, &options, context);

  g_object_unref (context);

  return map;
}

static void
show_error (GgovMapPrintDialog *self,
            const char         *sentence)
{
  gtk_label_set_label (self->error_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

/* On a thread of its own, with fonts of its own. */
static void
write_pdf_job (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Order *order = data;
  g_autoptr(GgovReportMap) map = make_map (order);
  GError *error = NULL;

  if (map == NULL)
    g_task_return_int (task, 0);
  else if (ggov_report_write_pdf (GGOV_REPORT_PAGER (map), order->path, &error))
    g_task_return_int (task, ggov_report_pager_get_n_pages (GGOV_REPORT_PAGER (map)));
  else
    g_task_return_error (task, error);
}

static const char *
get_no_place (void)
{
  return _("There is no such map any more: the grid or community was changed meanwhile.");
}

static void
pdf_written_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  GgovMapPrintDialog *self = GGOV_MAP_PRINT_DIALOG (object);
  g_autoptr(GError) error = NULL;
  gssize n = g_task_propagate_int (G_TASK (result), &error);
  g_autofree char *message = NULL;

  if (n <= 0)
    {
      show_error (self, error ? error->message : get_no_place ());
      return;
    }

  message = g_strdup_printf (ngettext ("Written: %u page", "Written: %u pages", n), (guint) n);
  gtk_widget_activate_action (self->page, "win.show-message", "s", message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
print (GgovMapPrintDialog *self,
       Order              *order)
{
  g_autoptr(GgovReportMap) map = make_map (order);
  g_autoptr(GtkWidget) page = g_object_ref (self->page);

  if (map == NULL)
    {
      show_error (self, get_no_place ());
      return;
    }

  gtk_window_destroy (GTK_WINDOW (self));
  ggov_print_pager (page, GGOV_REPORT_PAGER (map), FALSE);
}

static void
atlas_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GgovMapPrintDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovAtlas) atlas = ggov_store_load_atlas_finish (GGOV_STORE (object), result, &error);
  g_autoptr(Order) order = NULL;

  /* Closed meanwhile. */
  if (self->session == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  if (atlas == NULL)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      show_error (self, sentence);
      return;
    }

  order = order_new (self, atlas);
  if (order->path)
    {
      g_autoptr(GTask) task = g_task_new (self, NULL, pdf_written_cb, NULL);

      g_task_set_source_tag (task, atlas_loaded_cb);
      g_task_set_task_data (task, g_steal_pointer (&order), (GDestroyNotify) order_free);
      g_task_run_in_thread (task, write_pdf_job);
    }
  else
    print (self, order);
}

static void
begin (GgovMapPrintDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  ggov_store_load_atlas_async (ggov_session_get_store (self->session),
                               ggov_session_get_today (self->session), NULL, atlas_loaded_cb,
                               g_object_ref (self));
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovMapPrintDialog *self = GGOV_MAP_PRINT_DIALOG (widget);

  g_clear_pointer (&self->path, g_free);
  begin (self);
}

static void
pdf_named_cb (GtkNativeDialog    *dialog,
              int                 response,
              GgovMapPrintDialog *self)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->session)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  g_clear_pointer (&self->path, g_free);
  if (file && (self->path = g_file_get_path (file)))
    begin (self);

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
save_pdf_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovMapPrintDialog *self = GGOV_MAP_PRINT_DIALOG (widget);
  /* Translators: a file’s name; the place is a day */
  g_autofree char *name = g_strdup_printf (_("Grid maps %s.pdf"),
                                           ggov_session_get_today (self->session));
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (pdf_named_cb), self, G_CONNECT_DEFAULT);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
ggov_map_print_dialog_dispose (GObject *object)
{
  GgovMapPrintDialog *self = GGOV_MAP_PRINT_DIALOG (object);

  g_clear_object (&self->page);
  g_clear_object (&self->session);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (ggov_map_print_dialog_parent_class)->dispose (object);
}

static void
ggov_map_print_dialog_class_init (GgovMapPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_map_print_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/map/ggov-map-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovMapPrintDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPrintDialog, maps_row);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPrintDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, GgovMapPrintDialog, phones_switch);
  gtk_widget_class_install_action (widget_class, "dialog.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ggov_map_print_dialog_init (GgovMapPrintDialog *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
offer (GgovMapPrintDialog *self,
       GtkStringList      *names,
       const char         *code,
       const char         *name)
{
  g_ptr_array_add (self->codes, g_strdup (code));
  gtk_string_list_append (names, name);
}

static void
offer_all (GgovMapPrintDialog *self,
           GgovPlaces         *places,
           gint64              grid_id)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GgovGrid *grid = ggov_places_find_grid (places, grid_id);

  if (grid)
    offer (self, names, ggov_grid_get_code (grid), ggov_grid_get_name (grid));

  for (guint i = 0; i < ggov_places_get_n_communities (places); i++)
    {
      const GgovPlacesCommunity *community = ggov_places_get_community (places, i);
      /* Translators: a choice of what to print; the place is a community's name */
      g_autofree char *name = g_strdup_printf (_("%s and its grids"), community->name);

      offer (self, names, community->code, name);
    }
  offer (self, names, NULL, _("All communities and grids"));

  adw_combo_row_set_model (self->maps_row, G_LIST_MODEL (names));
}

void
ggov_map_print_dialog_show (GtkWidget   *page,
                            GgovSession *session,
                            GgovPlaces  *places,
                            gint64       grid_id)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GgovMapPrintDialog *self;

  g_return_if_fail (GGOV_IS_SESSION (session));
  g_return_if_fail (GGOV_IS_PLACES (places));

  self = g_object_new (GGOV_TYPE_MAP_PRINT_DIALOG, "transient-for", root, NULL);
  self->page = g_object_ref (page);
  self->session = g_object_ref (session);
  offer_all (self, places, grid_id);
  gtk_window_present (GTK_WINDOW (self));
}
