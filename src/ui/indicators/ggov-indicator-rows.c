/* ggov-indicator-rows.c: the issues behind a number, in a list of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-indicator-rows.h"
#include "ggov-issue.h"
#include "ggov-list-dialog.h"
#include "ggov-local-time.h"

/* Nobody reads on; how many there are is said. */
#define MOST_ROWS 2000

#define KEY_ROWS "ggov-rows"

/* What a list was opened for. */
typedef struct
{
  GgovSession       *session; /* (owned) */
  GgovIndicatorCell  cell;
  char              *key;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_clear_object (&source->session);
  g_free (source->key);
  g_free (source);
}

static char *
dup_time (gint64 at)
{
  return g_strdelimit (ggov_local_time_format (at), "T", ' ');
}

static void
tell_issue (gpointer      row,
            GgovListLine *line)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (row);
  g_autofree char *due = fields->due_at ? dup_time (fields->due_at) : g_strdup (_("No limit"));
  const char *stage = ggov_issue_stage_get_label (fields->state.stage);
  g_autofree char *closed = fields->closed_at ? dup_time (fields->closed_at) : NULL;

  line->title = g_strdup_printf ("%s  %s", fields->number, fields->title);
  if (closed)
    /* Translators: an issue: its stage, when it was due, when it was closed */
    line->note = g_strdup_printf (_("%1$s · due %2$s · closed %3$s"), stage, due, closed);
  else
    /* Translators: an issue: its stage, when it is due */
    line->note = g_strdup_printf (_("%1$s · due %2$s"), stage, due);
  if (fields->due_at && fields->closed_at > fields->due_at)
    line->mark = _("Late");
}

static void
show_issue (GgovListDialog *list,
            gpointer        row,
            guint           deed,
            gpointer        data)
{
  GtkWidget *page = ggov_list_dialog_get_page (list);
  gint64 id = ggov_issue_get_fields (row)->id;

  if (page == NULL)
    return;

  gtk_widget_activate_action (page, "win.show-record", "(sx)", "issue", id);
  gtk_window_close (GTK_WINDOW (list));
}

static GgovListDialog *
make_list (GtkWidget  *page,
           const char *title)
{
  const char *deeds[] = { _("Show"), NULL };

  return ggov_list_dialog_new (page, title, tell_issue, deeds, show_issue, NULL);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovListDialog) list = user_data;
  g_autoptr(GError) error = NULL;
  guint n = 0;
  g_autoptr(GListModel) issues = ggov_store_list_indicator_issues_finish (GGOV_STORE (object), result,
                                                                          &n, &error);
  g_autofree char *sentence = NULL;

  if (issues == NULL)
    sentence = ggov_error_dup_sentence (error);
  else if (n > g_list_model_get_n_items (issues))
    /* Translators: of how many issues only so many are listed */
    sentence = g_strdup_printf (_("The first %1$u of %2$u issues are listed."),
                                g_list_model_get_n_items (issues), n);
  if (issues)
    ggov_list_dialog_set_rows (list, issues, _("No issue is behind this number."));
  ggov_list_dialog_set_note (list, sentence);
}

static void
read_rows (GgovListDialog *list)
{
  const Source *source = g_object_get_data (G_OBJECT (list), KEY_ROWS);

  ggov_store_list_indicator_issues_async (ggov_session_get_store (source->session), &source->cell,
                                          NULL, read_cb, g_object_ref (list));
}

static void
part_cb (GgovListDialog *list,
         GParamSpec     *pspec,
         GtkDropDown    *parts)
{
  Source *source = g_object_get_data (G_OBJECT (list), KEY_ROWS);

  source->cell.rows = gtk_drop_down_get_selected (parts);
  read_rows (list);
}

/* (transfer full) (nullable): what a row is of, as the board's filter has it */
static char *
dup_choices (const GgovIndicatorCell *cell)
{
  static const char *const names[GGOV_N_INDICATOR_BYS] = {
    [GGOV_INDICATOR_BY_GRID] = "place", [GGOV_INDICATOR_BY_COMMUNITY] = "place",
    [GGOV_INDICATOR_BY_TYPE] = "type", [GGOV_INDICATOR_BY_LANE] = "lane",
    [GGOV_INDICATOR_BY_DEPARTMENT] = "department", [GGOV_INDICATOR_BY_PERSON] = "handler",
    [GGOV_INDICATOR_BY_MONTH] = "due",
  };
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  const char *code = cell->key;
  g_autoptr(GVariant) choices = NULL;

  if (code && *code == '\0' &&
      (cell->by == GGOV_INDICATOR_BY_PERSON || cell->by == GGOV_INDICATOR_BY_DEPARTMENT))
    code = "nobody";
  if (code == NULL || *code == '\0' || names[cell->by] == NULL)
    return NULL;

  g_variant_builder_add (&builder, "{ss}", names[cell->by], code);
  choices = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_print (choices, FALSE);
}

static void
board_cb (GgovListDialog *list,
          GtkButton      *button)
{
  const Source *source = g_object_get_data (G_OBJECT (list), KEY_ROWS);
  g_autofree char *choices = dup_choices (&source->cell);
  GtkWidget *page = ggov_list_dialog_get_page (list);

  if (page == NULL || choices == NULL)
    return;

  gtk_widget_activate_action (page, "win.show-issues", "s", choices);
  gtk_window_close (GTK_WINDOW (list));
}

static void
add_board_button (GtkWidget      *top,
                  GgovListDialog *list,
                  const Source   *source)
{
  g_autofree char *choices = dup_choices (&source->cell);
  GtkWidget *button;

  if (choices == NULL)
    return;

  button = gtk_button_new_with_mnemonic (_("Show on the _Board"));
  gtk_widget_set_tooltip_text (button, source->cell.by == GGOV_INDICATOR_BY_MONTH
                                       ? _("All issues on the board that were due in this month")
                                       : _("All issues of this row on the board, whenever they were "
                                           "due"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (board_cb), list, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (top), button);
}

/* Above the line, the rest, or all of it, with what they are in words; and the way to the board. */
static GtkWidget *
make_top (GgovListDialog *list,
          const Source   *source)
{
  g_autofree char *above = g_strdup_printf (
    /* Translators: what is above the line of a fraction */
    _("Above the line: %s"), ggov_indicator_get_numerator (source->cell.indicator));
  g_autofree char *below = g_strdup_printf (
    /* Translators: what is below the line of a fraction */
    _("Below the line: %s"), ggov_indicator_get_denominator (source->cell.indicator));
  const char *const words[] = { above, _("Below the line only"), below, NULL };
  GtkWidget *parts = gtk_drop_down_new_from_strings (words);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (parts), source->cell.rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Which issues are listed"), -1);
  gtk_widget_set_hexpand (parts, TRUE);
  gtk_box_append (GTK_BOX (top), parts);
  gtk_widget_set_margin_bottom (top, 6);
  gtk_widget_set_margin_top (top, 6);
  g_signal_connect_object (parts, "notify::selected", G_CALLBACK (part_cb), list,
                           G_CONNECT_SWAPPED);
  add_board_button (top, list, source);

  return top;
}

void
ggov_indicator_rows_show (GtkWidget               *page,
                          GgovSession             *session,
                          const char              *title,
                          const GgovIndicatorCell *cell)
{
  GgovListDialog *list = make_list (page, title);
  Source *source = g_new0 (Source, 1);

  source->session = g_object_ref (session);
  source->cell = *cell;
  source->cell.limit = MOST_ROWS;
  source->cell.key = source->key = g_strdup (cell->key);
  g_object_set_data_full (G_OBJECT (list), KEY_ROWS, source, source_free);
  if (cell->indicator < GGOV_N_INDICATORS)
    ggov_list_dialog_set_top (list, make_top (list, source));
  read_rows (list);
  gtk_window_present (GTK_WINDOW (list));
}

void
ggov_issue_rows_show (GtkWidget  *page,
                      const char *title,
                      GListModel *issues)
{
  GgovListDialog *list = make_list (page, title);

  ggov_list_dialog_set_rows (list, issues, _("No issue is behind this number."));
  gtk_window_present (GTK_WINDOW (list));
}
