/* ggov-import-dialog.c: takes a foreign file into the office, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-import-dialog-private.h"

/* Pixels: a table has columns to be shown. */
#define TABLE_WIDTH  900
#define TABLE_HEIGHT 700

enum {
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char * const patterns[] = {
  "*.geojson", "*.json", "*.geojson.gz", "*.gpkg", "*.shp", "*.zip", "*.kml", "*.kmz", "*.osm",
  "*.pbf",
};

/* Tables of all kinds come first. */
static const char * const table_patterns[] = { "*.xlsx", "*.xls", "*.ods", "*.csv", "*.json", "*.xml" };

#define N_TABLE_PATTERNS 4

/* Kinds of tables, and what the window says of them. */
static const struct
{
  GgovImportKind  kind;
  const char     *title;
  const char     *heading;
  const char     *about;
} tables[] = {
  { GGOV_IMPORT_PEOPLE, N_("Import People"), N_("Import a Table of People"),
    N_("People, and the posts they hold, from an Excel, OpenDocument or CSV file. You can also drop "
       "the file here.") },
  { GGOV_IMPORT_RESIDENTS, N_("Import Residents"), N_("Import a Table of Residents"),
    N_("Households and who is of them, from an Excel, OpenDocument or CSV file. You can also drop the "
       "file here.") },
  { GGOV_IMPORT_ISSUES, N_("Import Issues"), N_("Import Issues of a Platform"),
    N_("Cases of a platform, from an Excel, OpenDocument or CSV file, or service requests "
       "(GeoReport) as JSON or XML. You can also drop the file here.") },
};

G_DEFINE_FINAL_TYPE (GgovImportDialog, ggov_import_dialog, ADW_TYPE_WINDOW)

/* Steps ------------------------------------------------------------------------------------- */

static gboolean
is_at (GgovImportDialog *self,
       const char       *step)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->steps), step) == 0;
}

static gboolean
is_at_options (GgovImportDialog *self)
{
  return is_at (self, GGOV_IMPORT_STEP_OPTIONS) || is_at (self, GGOV_IMPORT_STEP_SHEET);
}

static gboolean
is_crs_asked (GgovImportDialog *self)
{
  return is_at (self, GGOV_IMPORT_STEP_FAILED) && gtk_widget_get_visible (self->crs_group);
}

static gboolean
can_go_on (GgovImportDialog *self)
{
  if (is_at (self, GGOV_IMPORT_STEP_SUMMARY))
    return self->report->rejected < self->report->read;

  if (is_at (self, GGOV_IMPORT_STEP_SHEET))
    return ggov_import_sheet_is_ready (self->sheet);

  return is_at (self, GGOV_IMPORT_STEP_OPTIONS) ||
         (is_crs_asked (self) && *gtk_editable_get_text (self->crs_row));
}

static const char *
get_next_label (GgovImportDialog *self)
{
  if (is_at (self, GGOV_IMPORT_STEP_SUMMARY))
    return _("_Import");

  return is_at_options (self) ? _("_Check") : _("_Read Again");
}

static void
update (GgovImportDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_busy = is_at (self, GGOV_IMPORT_STEP_BUSY);
  gboolean is_first = is_at (self, GGOV_IMPORT_STEP_FILE);

  gtk_widget_action_set_enabled (widget, "import.next", can_go_on (self));
  gtk_widget_action_set_enabled (widget, "import.back", !is_busy && !is_first);
  gtk_widget_action_set_enabled (widget, "import.choose", !is_busy);
  gtk_widget_action_set_enabled (widget, "import.stop", is_busy);
  gtk_widget_set_visible (self->back_button, !is_busy && !is_first);
  gtk_widget_set_visible (self->cancel_button, !is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button),
                          is_at_options (self) || is_at (self, GGOV_IMPORT_STEP_SUMMARY) ||
                          is_crs_asked (self));
  gtk_widget_action_set_enabled (widget, "import.save-rejects",
                                 is_at (self, GGOV_IMPORT_STEP_SUMMARY) && self->wants_table &&
                                 self->report->rejected > 0);
  gtk_widget_action_set_enabled (widget, "import.choose-kinds",
                                 is_at (self, GGOV_IMPORT_STEP_SUMMARY) &&
                                 self->report->kinds->len > 0);
  gtk_widget_set_visible (self->kinds_button, is_at (self, GGOV_IMPORT_STEP_SUMMARY) &&
                          self->report->kinds->len > 0);
  gtk_widget_set_visible (self->rejects_button, self->wants_table &&
                          is_at (self, GGOV_IMPORT_STEP_SUMMARY) && self->report->rejected > 0);
  gtk_button_set_label (self->next_button, get_next_label (self));

  /* A button that is hidden is the default no more. */
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->next_button));
}

static GtkWidget *
get_focus (GgovImportDialog *self)
{
  if (is_at (self, GGOV_IMPORT_STEP_FILE))
    return self->choose_button;

  if (is_at (self, GGOV_IMPORT_STEP_BUSY))
    return self->stop_button;

  if (is_at (self, GGOV_IMPORT_STEP_FAILED))
    return is_crs_asked (self) ? GTK_WIDGET (self->crs_row) : self->other_button;

  return can_go_on (self) ? GTK_WIDGET (self->next_button) : self->back_button;
}

void
_ggov_import_dialog_show_step (GgovImportDialog *self,
                               const char       *step)
{
  gtk_stack_set_visible_child_name (self->steps, step);
  update (self);

  /* What had the focus is gone with its step. */
  gtk_window_set_focus (GTK_WINDOW (self), get_focus (self));
}

/* Whether it can be checked is known only once the columns are. */
static void
sheet_changed_cb (GgovImportDialog *self)
{
  update (self);
  if (is_at (self, GGOV_IMPORT_STEP_SHEET) && can_go_on (self) &&
      gtk_window_get_focus (GTK_WINDOW (self)) == self->back_button)
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->next_button));
}

void
_ggov_import_dialog_show_error (GgovImportDialog *self,
                                const GError     *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  g_debug ("%s", error->message);
  adw_status_page_set_description (self->failed_page, markup);
  gtk_widget_set_visible (self->crs_group,
                          g_error_matches (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CRS));
  _ggov_import_dialog_show_step (self, GGOV_IMPORT_STEP_FAILED);
}

/* Files ------------------------------------------------------------------------------------- */

void
ggov_import_dialog_take_file (GgovImportDialog *self,
                              GFile            *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (GGOV_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->cancellable)
    return;

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autoptr(GError) error = NULL;

      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("The file is not on this computer. Copy it here and choose the copy."));
      _ggov_import_dialog_show_error (self, error);
      return;
    }

  g_free (self->path);
  self->path = g_steal_pointer (&path);
  g_clear_pointer (&self->kinds_meant, g_hash_table_unref);
  gtk_editable_set_text (self->crs_row, "");
  _ggov_import_dialog_read (self);
}

static void
file_response_cb (GtkNativeDialog  *chooser,
                  int               response,
                  GgovImportDialog *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file)
    ggov_import_dialog_take_file (self, file);

  g_object_unref (chooser);
}

static void
add_filter (GtkFileChooser     *chooser,
            const char         *name,
            const char * const *globs,
            gsize               n)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; i < n; i++)
    gtk_file_filter_add_pattern (filter, globs[i]);

  gtk_file_chooser_add_filter (chooser, filter);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  static const char * const all[] = { "*" };
  const gboolean is_table = GGOV_IMPORT_DIALOG (widget)->wants_table;
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (is_table ? _("Choose a Table") : _("Choose a Map File"),
                                 GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"),
                                 NULL);

  if (is_table)
    add_filter (GTK_FILE_CHOOSER (chooser), _("Tables"), table_patterns,
                GGOV_IMPORT_DIALOG (widget)->table_kind == GGOV_IMPORT_ISSUES
                ? G_N_ELEMENTS (table_patterns) : N_TABLE_PATTERNS);
  else
    add_filter (GTK_FILE_CHOOSER (chooser), _("Map files"), patterns, G_N_ELEMENTS (patterns));
  add_filter (GTK_FILE_CHOOSER (chooser), _("All files"), all, G_N_ELEMENTS (all));
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_response_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
drop_cb (GtkDropTarget    *target,
         const GValue     *value,
         double            x,
         double            y,
         GgovImportDialog *self)
{
  GFile *file = ggov_import_dialog_get_dropped (value);

  if (file == NULL || self->cancellable)
    return FALSE;

  ggov_import_dialog_take_file (self, file);

  return TRUE;
}

/* Actions ----------------------------------------------------------------------------------- */

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovImportDialog *self = GGOV_IMPORT_DIALOG (widget);

  if (is_at_options (self))
    _ggov_import_dialog_accept (self, TRUE);
  else if (is_at (self, GGOV_IMPORT_STEP_SUMMARY))
    _ggov_import_dialog_accept (self, FALSE);
  else if (is_crs_asked (self))
    _ggov_import_dialog_read (self);
}

/* An import that failed goes back to its options, a file that cannot be read to the choice. */
static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovImportDialog *self = GGOV_IMPORT_DIALOG (widget);
  gboolean to_options = is_at (self, GGOV_IMPORT_STEP_SUMMARY) ||
                        (is_at (self, GGOV_IMPORT_STEP_FAILED) && self->reading);

  _ggov_import_dialog_show_step (self, !to_options ? GGOV_IMPORT_STEP_FILE
                                       : self->wants_table ? GGOV_IMPORT_STEP_SHEET
                                       : GGOV_IMPORT_STEP_OPTIONS);
}

static void
rejects_response_cb (GtkNativeDialog  *chooser,
                     int               response,
                     GgovImportDialog *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file && self->report && !self->cancellable)
    _ggov_import_dialog_save_rejects (self, file);

  g_object_unref (chooser);
}

static void
save_rejects_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Save the Rows Left Out"), GTK_WINDOW (widget),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  /* Translators: the file name proposed for rows to be mended; keep the ending */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("left-out.xlsx"));
  g_signal_connect_object (chooser, "response", G_CALLBACK (rejects_response_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
stop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ggov_import_dialog_stop (GGOV_IMPORT_DIALOG (widget));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  GgovImportDialog *self = GGOV_IMPORT_DIALOG (widget);

  if (self->cancellable)
    ggov_import_dialog_stop (self);
  else
    gtk_window_close (GTK_WINDOW (self));

  return TRUE;
}

/* Keys reach the dialog only, and the list's actions are the summary's. */
static gboolean
list_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  GgovImportDialog *self = GGOV_IMPORT_DIALOG (widget);
  const char *action_name;

  if (!is_at (self, GGOV_IMPORT_STEP_SUMMARY) || self->report->problems->len == 0)
    return FALSE;

  g_variant_get (args, "(&s)", &action_name);

  return gtk_widget_activate_action (GTK_WIDGET (self->summary), action_name, NULL);
}

/* A window that is closed lives on until what it asked for has answered; it is not waited for. */
static void
ggov_import_dialog_unrealize (GtkWidget *widget)
{
  ggov_import_dialog_stop (GGOV_IMPORT_DIALOG (widget));

  GTK_WIDGET_CLASS (ggov_import_dialog_parent_class)->unrealize (widget);
}

static void
ggov_import_dialog_dispose (GObject *object)
{
  GgovImportDialog *self = GGOV_IMPORT_DIALOG (object);

  ggov_import_dialog_stop (self);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->report, ggov_import_report_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->look, ggov_import_datum_look_free);

  G_OBJECT_CLASS (ggov_import_dialog_parent_class)->dispose (object);
}

static void
ggov_import_dialog_finalize (GObject *object)
{
  GgovImportDialog *self = GGOV_IMPORT_DIALOG (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->kinds_meant, g_hash_table_unref);

  G_OBJECT_CLASS (ggov_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, back_button);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, busy_detail);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, busy_progress);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, busy_title);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, choose_button);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, crs_group);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, crs_row);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, failed_page);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, file_page);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, kinds_button);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, next_button);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, other_button);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, rejects_button);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, sheet);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, steps);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, stop_button);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, summary);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, title);
  gtk_widget_class_bind_template_callback (klass, sheet_changed_cb);
  gtk_widget_class_bind_template_callback (klass, update);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "import.back", NULL, back_cb);
  gtk_widget_class_install_action (klass, "import.choose", NULL, choose_cb);
  gtk_widget_class_install_action (klass, "import.next", NULL, next_cb);
  gtk_widget_class_install_action (klass, "import.save-rejects", NULL, save_rejects_cb);
  gtk_widget_class_install_action (klass, "import.stop", NULL, stop_cb);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, list_cb,
                                "(s)", "import.copy-list");
  gtk_widget_class_add_binding (klass, GDK_KEY_s, GDK_CONTROL_MASK, list_cb, "(s)",
                                "import.save-list");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "import.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "import.save-rejects", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_CONTROL_MASK, "import.next",
                                       NULL);
}

static void
ggov_import_dialog_class_init (GgovImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_import_dialog_finalize;
  widget_class->unrealize = ggov_import_dialog_unrealize;

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  g_type_ensure (GGOV_TYPE_IMPORT_COLUMNS);
  g_type_ensure (GGOV_TYPE_IMPORT_PREVIEW);
  g_type_ensure (GGOV_TYPE_IMPORT_SHEET);
  g_type_ensure (GGOV_TYPE_IMPORT_SUMMARY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/import/ggov-import-dialog.ui");
  bind_children (widget_class);
  _ggov_import_dialog_bind_datum (widget_class);
  _ggov_import_dialog_bind_options (widget_class);
  _ggov_import_dialog_install_kinds (widget_class);
  install_actions (widget_class);
}

static void
ggov_import_dialog_init (GgovImportDialog *self)
{
  GtkDropTarget *target = ggov_import_dialog_new_drop_target ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
_ggov_import_dialog_emit_imported (GgovImportDialog *self,
                                   const char       *sentence,
                                   gint64            change_id)
{
  g_signal_emit (self, signals[IMPORTED], 0, sentence, change_id);
}

GgovImportDialog *
ggov_import_dialog_new (GtkWindow   *parent,
                        GgovSession *session)
{
  GgovImportDialog *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  _ggov_import_dialog_show_step (self, GGOV_IMPORT_STEP_FILE);

  return self;
}

void
ggov_import_dialog_expect_grids (GgovImportDialog *self)
{
  g_return_if_fail (GGOV_IS_IMPORT_DIALOG (self));

  self->wants_grids = TRUE;
}

void
ggov_import_dialog_expect_table (GgovImportDialog *self,
                                 GgovImportKind    kind)
{
  guint i = 0;

  g_return_if_fail (GGOV_IS_IMPORT_DIALOG (self));

  while (i < G_N_ELEMENTS (tables) - 1 && tables[i].kind != kind)
    i++;
  self->wants_table = TRUE;
  self->table_kind = kind;
  gtk_window_set_title (GTK_WINDOW (self), _(tables[i].title));
  adw_window_title_set_title (self->title, _(tables[i].title));
  adw_status_page_set_title (self->file_page, _(tables[i].heading));
  adw_status_page_set_icon_name (self->file_page, "x-office-spreadsheet-symbolic");
  adw_status_page_set_description (self->file_page, _(tables[i].about));
  gtk_window_set_default_size (GTK_WINDOW (self), TABLE_WIDTH, TABLE_HEIGHT);
}

gboolean
ggov_import_dialog_is_table (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name ? g_ascii_strdown (name, -1) : NULL;

  for (gsize i = 0; lower && i < N_TABLE_PATTERNS; i++)
    if (g_str_has_suffix (lower, table_patterns[i] + 1))
      return TRUE;

  return FALSE;
}

GgovImportKind
ggov_import_dialog_get_kind (GgovImportDialog *self)
{
  GgovImportRequest request;

  g_return_val_if_fail (GGOV_IS_IMPORT_DIALOG (self), GGOV_IMPORT_BUILDINGS);

  if (self->wants_table)
    return self->table_kind;

  _ggov_import_dialog_get_request (self, &request);
  g_hash_table_unref (request.wishes);

  return request.kind;
}

void
ggov_import_dialog_stop (GgovImportDialog *self)
{
  g_return_if_fail (GGOV_IS_IMPORT_DIALOG (self));

  g_cancellable_cancel (self->cancellable);
}

GFile *
ggov_import_dialog_get_dropped (const GValue *value)
{
  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    return g_value_get_object (value);

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      return files ? files->data : NULL;
    }

  return NULL;
}

GtkDropTarget *
ggov_import_dialog_new_drop_target (void)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));

  return target;
}
