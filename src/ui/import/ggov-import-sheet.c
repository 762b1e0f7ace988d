/* ggov-import-sheet.c: what the columns of a table mean, with its first rows as they are understood
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-import-columns.h"
#include "ggov-import-samples.h"
#include "ggov-import-conflicts.h"
#include "ggov-import-sheet.h"
#include "ggov-number-text.h"
#include "ggov-store-import-mapping.h"

#define MOST_SAMPLES 12
#define DELAY_MS     150 /* before the first rows are looked at anew: choices come in a row */

struct _GgovImportSheet
{
  AdwBin               parent_instance;

  GgovStore           *store;    /* (nullable): NULL once cleared */
  GgovExchangeReading *reading;  /* (nullable) */
  GgovImportKind       kind;
  char                *day;      /* (nullable) */
  GHashTable          *remembered; /* (nullable): as ggov_change_load_import_mappings() */
  GHashTable          *conflicts;  /* (owned) (nullable): of the last request; its words are static */
  GgovImportHeading   *heading;  /* (nullable): of the layer that is chosen */
  GCancellable        *asking;   /* (nullable): while the store is asked for something */
  guint                timeout;  /* 0 for none */
  gboolean             is_filling; /* while rows of the window are set, not chosen */

  /* From the template. */
  GgovImportColumns   *columns;
  AdwActionRow        *file_row;
  GtkSpinButton       *heading_button;
  GtkLabel            *note_label;
  GgovImportSamples   *samples;
  AdwComboRow         *sheet_row;
  AdwComboRow         *twins_row;
  GtkWidget           *twins_group;
  GtkWidget           *conflict_group;
  AdwComboRow         *conflict_row;
  AdwComboRow         *place_row;
  GtkWidget           *platform_group;
  GtkEditable         *platform_row;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovImportSheet, ggov_import_sheet, ADW_TYPE_BIN)

static const GgovExchangeLayer *
get_layer (GgovImportSheet *self)
{
  return ggov_exchange_reading_get_layer (self->reading, ggov_import_sheet_get_layer (self));
}

static void
set_note (GgovImportSheet *self,
          const char      *text)
{
  gtk_label_set_text (self->note_label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), text != NULL);
}

/* What was asked before is wanted no more. */
static GCancellable *
begin_asking (GgovImportSheet *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();

  return self->asking;
}

/* The first rows ---------------------------------------------------------------------------- */

static void
rehearsed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovImportSheet) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovImportReport) report =
    ggov_exchange_import_finish (GGOV_STORE (object), result, &error);
  const GgovImportField *fields;
  guint n_fields;

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  fields = ggov_exchange_get_import_fields (self->kind, &n_fields);
  ggov_import_samples_set_report (self->samples, report, fields, n_fields);
  if (error)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      set_note (self, sentence);
    }
}

static gboolean
rehearse_cb (gpointer user_data)
{
  GgovImportSheet *self = user_data;
  GgovImportRequest request;

  self->timeout = 0;
  ggov_import_sheet_get_request (self, &request);
  request.dry_run = TRUE;
  request.most_rows = request.most_samples = MOST_SAMPLES;
  ggov_exchange_accept_async (self->store, self->reading, &request, NULL, NULL, begin_asking (self),
                              rehearsed_cb, g_object_ref (self));
  g_hash_table_unref (request.wishes);

  return G_SOURCE_REMOVE;
}

static void
show_samples (GgovImportSheet *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (ggov_import_sheet_is_ready (self))
    self->timeout = g_timeout_add (DELAY_MS, rehearse_cb, self);
  else
    ggov_import_samples_set_report (self->samples, NULL, NULL, 0);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (GgovImportSheet *self)
{
  if (self->is_filling || self->store == NULL)
    return;

  set_note (self, ggov_import_sheet_is_ready (self)
                    ? NULL : _("Say which column has the names, or which row the headings."));
  show_samples (self);
}

/* Columns ----------------------------------------------------------------------------------- */

static void
show_columns (GgovImportSheet *self,
              GHashTable      *wishes)
{
  self->is_filling = TRUE;
  ggov_import_columns_set_heading (self->columns, self->kind, self->heading, wishes);
  self->is_filling = FALSE;

  chosen_cb (self);
  if (wishes && ggov_import_sheet_is_ready (self))
    set_note (self, _("The columns are those of the last table with these headings."));
}

/* @row: as ggov_import_heading_find() has it */
static void
take_heading (GgovImportSheet *self,
              gint64           row)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  const GgovImportField *fields;
  guint n_fields;

  fields = ggov_exchange_get_import_fields (self->kind, &n_fields);
  g_clear_pointer (&self->heading, ggov_import_heading_free);
  self->heading = ggov_import_heading_find (self->reading, ggov_import_sheet_get_layer (self), fields,
                                            n_fields, row, NULL, self->remembered, &error);
  if (self->heading == NULL)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      set_note (self, sentence);
      return;
    }

  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->heading_button, (double) self->heading->row);
  self->is_filling = FALSE;

  words = ggov_import_heading_dup_words (self->heading);
  show_columns (self, self->remembered ? g_hash_table_lookup (self->remembered, words) : NULL);
}

static void
heading_changed_cb (GgovImportSheet *self)
{
  const int row = gtk_spin_button_get_value_as_int (self->heading_button);

  if (!self->is_filling && self->reading)
    take_heading (self, row > 0 ? row : GGOV_IMPORT_NO_HEADING);
}

/* Sheets ------------------------------------------------------------------------------------ */

static void
sheet_changed_cb (GgovImportSheet *self)
{
  g_autofree char *number = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *subtitle = NULL;
  const char *encoding;

  if (self->is_filling || self->reading == NULL)
    return;

  encoding = ggov_exchange_reading_get_encoding (self->reading);
  number = ggov_number_dup_text (get_layer (self)->n_rows);
  rows = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) get_layer (self)->n_rows), number);
  subtitle = g_strdup_printf ("%s · %s%s%s", ggov_exchange_reading_get_driver (self->reading), rows,
                              encoding ? " · " : "", encoding ? encoding : "");
  adw_action_row_set_subtitle (self->file_row, subtitle);
  take_heading (self, 0);
}

static void
fill_sheets (GgovImportSheet *self)
{
  const guint n = ggov_exchange_reading_get_n_layers (self->reading);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const GgovImportField *fields;
  guint n_fields;
  int best;

  for (guint i = 0; i < n; i++)
    {
      const GgovExchangeLayer *layer = ggov_exchange_reading_get_layer (self->reading, i);
      /* Translators: the name of a sheet of a workbook */
      g_autofree char *name = layer->is_hidden ? g_strdup_printf (_("%s (hidden)"), layer->name)
                                               : g_strdup (layer->name);

      gtk_string_list_append (names, name);
    }

  fields = ggov_exchange_get_import_fields (self->kind, &n_fields);
  best = ggov_import_heading_find_layer (self->reading, fields, n_fields, 1, NULL,
                                         self->remembered);
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->sheet_row, (guint) MAX (best, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n > 1);
}

static void
remembered_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GgovImportSheet) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) remembered =
    ggov_store_load_import_mappings_finish (GGOV_STORE (object), result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Without a memory the headings speak for themselves. */
  self->remembered = g_steal_pointer (&remembered);
  self->is_filling = TRUE;
  fill_sheets (self);
  self->is_filling = FALSE;
  sheet_changed_cb (self);
}

static void
ggov_import_sheet_dispose (GObject *object)
{
  ggov_import_sheet_clear (GGOV_IMPORT_SHEET (object));
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (ggov_import_sheet_parent_class)->dispose (object);
}

static void
ggov_import_sheet_class_init (GgovImportSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_import_sheet_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GGOV_TYPE_IMPORT_COLUMNS);
  g_type_ensure (GGOV_TYPE_IMPORT_SAMPLES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/import/ggov-import-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, columns);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, file_row);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, heading_button);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, note_label);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, samples);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, twins_row);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, twins_group);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, conflict_group);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, conflict_row);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, place_row);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, platform_group);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSheet, platform_row);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_changed_cb);
}

static void
ggov_import_sheet_init (GgovImportSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_import_sheet_set_reading (GgovImportSheet     *self,
                               GgovStore           *store,
                               GgovExchangeReading *reading,
                               GgovImportKind       kind,
                               const char          *name,
                               const char          *day)
{
  g_return_if_fail (GGOV_IS_IMPORT_SHEET (self));

  ggov_import_sheet_clear (self);
  self->store = g_object_ref (store);
  self->reading = g_object_ref (reading);
  self->kind = kind;
  self->day = g_strdup (day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);
  gtk_widget_set_visible (self->twins_group, kind == GGOV_IMPORT_PEOPLE);
  gtk_widget_set_visible (self->conflict_group, kind == GGOV_IMPORT_RESIDENTS);
  gtk_widget_set_visible (self->platform_group, kind == GGOV_IMPORT_ISSUES);

  ggov_store_load_import_mappings_async (store, ggov_exchange_get_import_word (kind),
                                         begin_asking (self), remembered_cb, g_object_ref (self));
}

void
ggov_import_sheet_clear (GgovImportSheet *self)
{
  g_return_if_fail (GGOV_IS_IMPORT_SHEET (self));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->heading, ggov_import_heading_free);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->remembered, g_hash_table_unref);
  g_clear_pointer (&self->conflicts, g_hash_table_unref);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);
}

gboolean
ggov_import_sheet_is_ready (GgovImportSheet *self)
{
  g_return_val_if_fail (GGOV_IS_IMPORT_SHEET (self), FALSE);

  return self->heading && ggov_import_columns_has_field (self->columns, 0);
}

guint
ggov_import_sheet_get_layer (GgovImportSheet *self)
{
  g_return_val_if_fail (GGOV_IS_IMPORT_SHEET (self), 0);

  return MIN (adw_combo_row_get_selected (self->sheet_row),
              ggov_exchange_reading_get_n_layers (self->reading) - 1);
}

/* By the places of the rows' items. */
static void
choose_conflict (GgovImportSheet *self,
                 const char      *field,
                 AdwComboRow     *row)
{
  static const char *const words[] = { "take", "keep", "ask" };

  g_hash_table_insert (self->conflicts, (gpointer) field,
                       (gpointer) words[MIN (adw_combo_row_get_selected (row),
                                             G_N_ELEMENTS (words) - 1)]);
}

void
ggov_import_sheet_get_request (GgovImportSheet   *self,
                               GgovImportRequest *request)
{
  g_return_if_fail (GGOV_IS_IMPORT_SHEET (self));

  /* Another choice later is another table: an import under way has its own. */
  g_clear_pointer (&self->conflicts, g_hash_table_unref);
  self->conflicts = g_hash_table_new (g_str_hash, g_str_equal);
  choose_conflict (self, "", self->conflict_row);
  choose_conflict (self, GGOV_IMPORT_CONFLICT_PLACE, self->place_row);

  *request = (GgovImportRequest) {
    .kind = self->kind,
    .words = self->kind == GGOV_IMPORT_ISSUES ? gtk_editable_get_text (self->platform_row) : NULL,
    .conflicts = self->conflicts,
    .layer = get_layer (self)->name,
    .wishes = ggov_import_columns_dup_wishes (self->columns),
    .heading = self->heading->row > 0 ? self->heading->row : GGOV_IMPORT_NO_HEADING,
    .twins = (GgovImportTwins) adw_combo_row_get_selected (self->twins_row),
    .remember = TRUE,
    .day = self->day,
  };
}
