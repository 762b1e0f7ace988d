/* ggov-export-dialog.c: gives plans, grids, buildings or communities to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice.h"
#include "ggov-error-text.h"
#include "ggov-exchange-export.h"
#include "ggov-export-dialog.h"
#include "ggov-number-text.h"
#include "ggov-store-choices.h"

struct _GgovExportDialog
{
  AdwWindow       parent_instance;

  GgovSession    *session;     /* (nullable): NULL once disposed of */
  gint64          plan_id;     /* that may be chosen, or 0 */
  GArray         *communities; /* (element-type gint64): 0 for all, then each */
  GCancellable   *cancellable; /* (nullable): of what is under way */
  GFile          *file;        /* (nullable): what is written */

  /* From the template. */
  GtkLabel       *busy_label;
  GtkWidget      *cancel_button;
  AdwComboRow    *community_row;
  AdwComboRow    *datum_row;
  GtkLabel       *error_label;
  GtkWidget      *export_button;
  AdwComboRow    *format_row;
  AdwComboRow    *kind_row;
  GtkProgressBar *progress;
  GtkStack       *steps;
  GtkWidget      *stop_button;
  GtkLabel       *warning_label;
};

enum { EXPORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* In the order of the template's choices; the last one is there where a plan is named. */
static const struct
{
  GgovSurveyKind  kind;
  const char     *name; /* of the file */
} kinds[] = {
  { GGOV_SURVEY_GRIDS, "grids" },
  { GGOV_SURVEY_PLANS, "plans" },
  { GGOV_SURVEY_BUILDINGS, "buildings" },
  { GGOV_SURVEY_COMMUNITIES, "communities" },
  { GGOV_SURVEY_PLANS, "plan" },
};
#define ONE_PLAN (G_N_ELEMENTS (kinds) - 1)

static const GgovGeoDatum datums[] = {
  GGOV_GEO_DATUM_CGCS2000, GGOV_GEO_DATUM_GCJ02, GGOV_GEO_DATUM_BD09,
};

/* What QGIS opens best is offered first. */
static const GgovExportFormat formats[] = {
  GGOV_EXPORT_GEOPACKAGE, GGOV_EXPORT_GEOJSON, GGOV_EXPORT_SHAPEFILE_ZIP, GGOV_EXPORT_SHAPEFILE,
  GGOV_EXPORT_KML,
};

G_DEFINE_FINAL_TYPE (GgovExportDialog, ggov_export_dialog, ADW_TYPE_WINDOW)

static guint
get_choice (AdwComboRow *row,
            guint        n)
{
  return MIN (adw_combo_row_get_selected (row), n - 1);
}

static GgovExportFormat
get_format (GgovExportDialog *self)
{
  return formats[get_choice (self->format_row, G_N_ELEMENTS (formats))];
}

static GgovGeoDatum
get_datum (GgovExportDialog *self)
{
  return datums[get_choice (self->datum_row, G_N_ELEMENTS (datums))];
}

static guint
get_kind (GgovExportDialog *self)
{
  return get_choice (self->kind_row, G_N_ELEMENTS (kinds));
}

/* Steps ------------------------------------------------------------------------------------ */

static void
show_busy (GgovExportDialog *self,
           gboolean          is_busy)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_stack_set_visible_child_name (self->steps, is_busy ? "busy" : "options");
  gtk_widget_set_visible (self->cancel_button, !is_busy);
  gtk_widget_set_visible (self->export_button, !is_busy);
  gtk_widget_action_set_enabled (widget, "export.choose", !is_busy);
  gtk_widget_action_set_enabled (widget, "export.stop", is_busy);
  gtk_window_set_focus (GTK_WINDOW (self), is_busy ? self->stop_button
                                                   : GTK_WIDGET (self->kind_row));
}

static void
show_error (GgovExportDialog *self,
            const char       *sentence)
{
  gtk_label_set_text (self->error_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), sentence != NULL);
}

/* A plan is of one community. */
static void
kind_changed_cb (GgovExportDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->community_row), get_kind (self) != ONE_PLAN);
}

static void
choice_changed_cb (GgovExportDialog *self)
{
  const char *warning = ggov_export_get_warning (get_datum (self), get_format (self));

  gtk_label_set_text (self->warning_label, warning ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), warning != NULL);
}

/* Writing ---------------------------------------------------------------------------------- */

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  GgovExportDialog *self = user_data;

  if (self->session)
    gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
}

static char *
dup_sentence (GgovExportDialog *self,
              guint             n_shapes)
{
  g_autofree char *base = g_file_get_basename (self->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *number = ggov_number_dup_text (n_shapes);

  /* Translators: a file’s name, and how many shapes are in it */
  return g_strdup_printf (ngettext ("“%s” written: %s shape", "“%s” written: %s shapes", n_shapes),
                          name, number);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) notes = NULL;
  g_autofree char *sentence = NULL;
  guint n_shapes = 0;

  ggov_exchange_export_finish (GGOV_STORE (object), result, &n_shapes, &notes, &error);
  if (self->session == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (error == NULL)
    {
      sentence = dup_sentence (self, n_shapes);
      g_signal_emit (self, signals[EXPORTED], 0, sentence);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sentence = ggov_error_dup_sentence (error);
  show_error (self, sentence);
  show_busy (self, FALSE);
}

void
ggov_export_dialog_write (GgovExportDialog *self,
                          GFile            *file)
{
  guint community = adw_combo_row_get_selected (self->community_row);
  GgovExportRequest request = { .format = get_format (self), .datum = get_datum (self) };
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  g_return_if_fail (GGOV_IS_EXPORT_DIALOG (self));

  if (self->session == NULL || self->cancellable)
    return;

  show_error (self, NULL);
  if (path == NULL)
    {
      show_error (self, _("The file cannot be written there. Choose a place on this computer."));
      return;
    }

  g_set_object (&self->file, file);
  request.path = path;
  request.survey.kind = kinds[get_kind (self)].kind;
  request.survey.day = ggov_session_get_today (self->session);
  if (get_kind (self) == ONE_PLAN)
    request.survey.plan_id = self->plan_id;
  else if (community < self->communities->len)
    request.survey.community_id = g_array_index (self->communities, gint64, community);

  gtk_label_set_text (self->busy_label, name);
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->cancellable = g_cancellable_new ();
  show_busy (self, TRUE);
  ggov_exchange_export_async (ggov_session_get_store (self->session), &request, progress_cb, self,
                              self->cancellable, exported_cb, g_object_ref (self));
}

/* A name without an ending, or with that of another format, gets the right one. */
static GFile *
dup_with_ending (GgovExportDialog *self,
                 GFile            *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *right = NULL;
  GgovExportFormat format;

  if (path == NULL || (ggov_export_format_of_path (path, &format, NULL) &&
                       format == get_format (self)))
    return g_object_ref (file);

  right = g_strconcat (path, ".", ggov_export_format_get_ending (get_format (self)), NULL);

  return g_file_new_for_path (right);
}

static void
named_cb (GtkNativeDialog  *chooser,
          int               response,
          GgovExportDialog *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file && self->session)
    {
      g_autoptr(GFile) right = dup_with_ending (self, file);

      ggov_export_dialog_write (self, right);
    }

  g_object_unref (chooser);
}

/* Actions ---------------------------------------------------------------------------------- */

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovExportDialog *self = GGOV_EXPORT_DIALOG (widget);
  g_autofree char *name = g_strdup_printf ("%s-%s.%s", kinds[get_kind (self)].name,
                                           ggov_session_get_today (self->session),
                                           ggov_export_format_get_ending (get_format (self)));
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Export to a File"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Export"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (named_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
stop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_cancellable_cancel (GGOV_EXPORT_DIALOG (widget)->cancellable);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  GgovExportDialog *self = GGOV_EXPORT_DIALOG (widget);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));

  return TRUE;
}

/* Filling ---------------------------------------------------------------------------------- */

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovExportDialog) self = user_data;
  g_autoptr(GListModel) choices =
    ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  /* Without the list there is still all of it. */
  if (self->session == NULL || choices == NULL)
    return;

  gtk_string_list_append (names, _("All communities"));
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);

      g_array_append_val (self->communities, ggov_choice_get_fields (choice)->id);
      gtk_string_list_append (names, ggov_choice_get_label (choice));
    }
  adw_combo_row_set_model (self->community_row, G_LIST_MODEL (names));
}

static void
fill (GgovExportDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const gint64 all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s (.%s)",
                                               ggov_export_format_get_label (formats[i]),
                                               ggov_export_format_get_ending (formats[i]));

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (names));

  g_array_append_val (self->communities, all);
  ggov_store_list_choices_async (ggov_session_get_store (self->session), GGOV_CHOICE_COMMUNITIES,
                                 0, ggov_session_get_today (self->session), NULL, listed_cb,
                                 g_object_ref (self));
}

/* A window that is closed lives on until what it asked for has answered; it is not waited for. */
static void
ggov_export_dialog_unrealize (GtkWidget *widget)
{
  g_cancellable_cancel (GGOV_EXPORT_DIALOG (widget)->cancellable);

  GTK_WIDGET_CLASS (ggov_export_dialog_parent_class)->unrealize (widget);
}

static void
ggov_export_dialog_dispose (GObject *object)
{
  GgovExportDialog *self = GGOV_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (ggov_export_dialog_parent_class)->dispose (object);
}

static void
ggov_export_dialog_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_EXPORT_DIALOG (object)->communities, g_array_unref);

  G_OBJECT_CLASS (ggov_export_dialog_parent_class)->finalize (object);
}

static void
ggov_export_dialog_class_init (GgovExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_export_dialog_finalize;
  widget_class->unrealize = ggov_export_dialog_unrealize;

  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/export/ggov-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, busy_label);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, community_row);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, datum_row);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, GgovExportDialog, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "export.stop", NULL, stop_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "export.choose", NULL);
}

static void
ggov_export_dialog_init (GgovExportDialog *self)
{
  self->communities = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
}

GgovExportDialog *
ggov_export_dialog_new (GtkWindow   *parent,
                        GgovSession *session)
{
  GgovExportDialog *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  fill (self);
  show_busy (self, FALSE);

  return self;
}

void
ggov_export_dialog_choose_plan (GgovExportDialog *self,
                                gint64            plan_id,
                                const char       *name)
{
  GtkStringList *choices;
  /* Translators: a plan’s name */
  g_autofree char *label = g_strdup_printf (_("Grids of “%s”"), name);

  g_return_if_fail (GGOV_IS_EXPORT_DIALOG (self));
  g_return_if_fail (plan_id > 0);

  choices = GTK_STRING_LIST (adw_combo_row_get_model (self->kind_row));
  if (self->plan_id != 0)
    gtk_string_list_remove (choices, ONE_PLAN);
  self->plan_id = plan_id;
  gtk_string_list_append (choices, label);
  adw_combo_row_set_selected (self->kind_row, ONE_PLAN);
}
