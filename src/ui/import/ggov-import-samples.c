/* ggov-import-samples.c: the first rows of a table, as they are understood
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-import-samples.h"

#define MOST_CHARACTERS 18 /* of a cell; longer ones are cut, and whole when they are pointed at */
#define REMARK_WIDTH    90 /* characters in a line of what is odd */
#define SPACING         12 /* pixels between columns */

/* Columns of the grid; fields come behind them. */
enum
{
  COLUMN_ROW, COLUMN_ICON, COLUMN_FATE, N_COLUMNS,
};

struct _GgovImportSamples
{
  AdwBin   parent_instance;

  GtkGrid *grid; /* (unowned): in a scrolled window, which is the child */
};

G_DEFINE_FINAL_TYPE (GgovImportSamples, ggov_import_samples, ADW_TYPE_BIN)

/* How a fate is shown: by a word, and by a sign for what needs to be looked at. */
static const struct
{
  const char *label;
  const char *icon_name; /* (nullable) */
  const char *css_class;
} fates[] = {
  [GGOV_IMPORT_FATE_PASSED] = { NC_("import", "passed over"), NULL, "dim-label" },
  [GGOV_IMPORT_FATE_NEW] = { NC_("import", "new"), NULL, "success" },
  [GGOV_IMPORT_FATE_CHANGED] = { NC_("import", "changed"), NULL, "accent" },
  [GGOV_IMPORT_FATE_SAME] = { NC_("import", "same"), NULL, "dim-label" },
  [GGOV_IMPORT_FATE_REJECTED] = { NC_("import", "rejected"), "dialog-warning-symbolic", "warning" },
};

static void
clear (GgovImportSamples *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
}

/* Not by ellipses of the label: it would shrink to them instead of having the window scroll. */
static char *
dup_short (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MOST_CHARACTERS)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MOST_CHARACTERS - 1);

  return g_strconcat (start, "…", NULL);
}

static void
attach (GgovImportSamples *self,
        int                column,
        int                row,
        const char        *text,
        const char        *css_class)
{
  g_autofree char *shown = dup_short (text);
  GtkWidget *label = gtk_label_new (shown);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (!g_str_equal (shown, text))
    gtk_widget_set_tooltip_text (label, text);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

/* Below its row, where it is seen however far the columns go. */
static void
attach_remarks (GgovImportSamples      *self,
                int                     row,
                int                     n_columns,
                const GgovImportSample *sample)
{
  GtkWidget *label = gtk_label_new (sample->remarks->str);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), REMARK_WIDTH);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, fates[sample->fate].css_class);
  gtk_grid_attach (self->grid, label, COLUMN_FATE, row, n_columns, 1);
}

static void
attach_fate (GgovImportSamples      *self,
             int                     row,
             const GgovImportSample *sample)
{
  const char *icon_name = fates[sample->fate].icon_name;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, sample->row);

  if (icon_name == NULL && sample->remarks && sample->fate != GGOV_IMPORT_FATE_PASSED)
    icon_name = "dialog-information-symbolic";
  attach (self, COLUMN_ROW, row, number, "numeric");
  if (icon_name)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_widget_add_css_class (icon, fates[sample->fate].css_class);
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      sample->remarks ? sample->remarks->str : "", -1);
      gtk_grid_attach (self->grid, icon, COLUMN_ICON, row, 1, 1);
    }
  attach (self, COLUMN_FATE, row, g_dpgettext2 (NULL, "import", fates[sample->fate].label),
          fates[sample->fate].css_class);
}

static gboolean
is_used (const GgovImportReport *report,
         guint                   field)
{
  for (guint i = 0; i < report->samples->len; i++)
    if (*((GgovImportSample *) report->samples->pdata[i])->texts[field])
      return TRUE;

  return FALSE;
}

/* The headings are first, and each sample has a row for remarks. */
static int
get_grid_row (guint sample)
{
  return (int) (2 * sample + 1);
}

static void
attach_field (GgovImportSamples      *self,
              int                     column,
              const GgovImportReport *report,
              const GgovImportField  *field,
              guint                   number)
{
  attach (self, column, 0, field->label ? _(field->label) : field->name, "heading");
  for (guint i = 0; i < report->samples->len; i++)
    {
      const GgovImportSample *sample = report->samples->pdata[i];

      attach (self, column, get_grid_row (i), sample->texts[number],
              sample->fate == GGOV_IMPORT_FATE_PASSED ? "dim-label" : NULL);
    }
}

static void
ggov_import_samples_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (ggov_import_samples_parent_class)->dispose (object);
}

static void
ggov_import_samples_class_init (GgovImportSamplesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_import_samples_dispose;
}

static void
ggov_import_samples_init (GgovImportSamples *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, SPACING);
  gtk_grid_set_row_spacing (self->grid, SPACING / 2);
  gtk_widget_set_margin_top (GTK_WIDGET (self->grid), SPACING);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->grid), SPACING);
  gtk_widget_set_margin_start (GTK_WIDGET (self->grid), SPACING);
  gtk_widget_set_margin_end (GTK_WIDGET (self->grid), SPACING);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->grid));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  adw_bin_set_child (ADW_BIN (self), window);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The first rows, as they are understood"), -1);
}

void
ggov_import_samples_set_report (GgovImportSamples      *self,
                                const GgovImportReport *report,
                                const GgovImportField  *fields,
                                guint                   n_fields)
{
  int column = N_COLUMNS;

  g_return_if_fail (GGOV_IS_IMPORT_SAMPLES (self));

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), report && report->samples->len > 0);
  if (report == NULL)
    return;

  /* Translators: the number of a row */
  attach (self, COLUMN_ROW, 0, C_("column", "Row"), "heading");
  for (guint i = 0; i < report->samples->len; i++)
    attach_fate (self, get_grid_row (i), report->samples->pdata[i]);
  for (guint i = 0; i < n_fields; i++)
    if (is_used (report, i))
      attach_field (self, column++, report, &fields[i], i);
  for (guint i = 0; i < report->samples->len; i++)
    if (((GgovImportSample *) report->samples->pdata[i])->remarks)
      attach_remarks (self, get_grid_row (i) + 1, MAX (column - COLUMN_FATE, 8),
                      report->samples->pdata[i]);
}
