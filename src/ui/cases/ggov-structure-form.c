/* ggov-structure-form.c: entering a structure, or changing one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-form-dialog.h"
#include "ggov-outline-map.h"
#include "ggov-store-structures.h"
#include "ggov-structure-form.h"

#define CM2_IN_M2 1e4

/* With a map in it. */
#define WIDTH_PX  640
#define HEIGHT_PX 720

typedef struct
{
  GgovStructure *known; /* (nullable) */
  gint64         issue_id;
  GtkWidget     *label;
  GtkWidget     *builder;
  GtkWidget     *area;
  GtkWidget     *found;
  GtkWidget     *stopped;
  GtkWidget     *demolished;
  GtkWidget     *area_down;
  GtkWidget     *note;
  GtkWidget     *map;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_clear_object (&rows->known);
  g_free (rows);
}

/* Square metres, with a point or a comma before what is less than one; none is 0. */
static gboolean
read_area (GgovFormDialog *dialog,
           GtkWidget      *row,
           gint64         *area_cm2)
{
  g_autofree char *text = g_strdelimit (ggov_form_dialog_dup_text (row), ",", '.');
  char *end = text;
  double area_m2 = g_ascii_strtod (text, &end);

  if (*end == '\0' && isfinite (area_m2) && fabs (area_m2) < 1e9)
    {
      *area_cm2 = lround (area_m2 * CM2_IN_M2);
      return TRUE;
    }

  ggov_form_dialog_refuse (dialog, _("Write the area as square metres, such as 12.5."));
  gtk_widget_grab_focus (row);

  return FALSE;
}

static void
write_structure (GgovFormDialog *dialog,
                 gpointer        data)
{
  const Rows *rows = data;
  const GgovStructureFields *known = rows->known ? ggov_structure_get_fields (rows->known) : NULL;
  g_autofree char *label = ggov_form_dialog_dup_text (rows->label);
  g_autofree char *builder = ggov_form_dialog_dup_text (rows->builder);
  g_autofree char *found = ggov_form_dialog_dup_text (rows->found);
  g_autofree char *stopped = ggov_form_dialog_dup_text (rows->stopped);
  g_autofree char *demolished = ggov_form_dialog_dup_text (rows->demolished);
  g_autofree char *note = ggov_form_dialog_dup_text (rows->note);
  g_autofree char *outline = ggov_outline_map_dup_outline (GGOV_OUTLINE_MAP (rows->map));
  GgovStructureFields fields = {
    .id = known ? known->id : 0,
    .row_version = known ? known->row_version : 0,
    .issue_id = rows->issue_id,
    .lon_e7 = known ? known->lon_e7 : 0,
    .lat_e7 = known ? known->lat_e7 : 0,
    .label = label,
    .builder = builder,
    .outline = outline,
    .found_on = found,
    .stopped_on = stopped,
    .demolished_on = demolished,
    .note = note,
  };
  g_autoptr(GgovStructure) structure = NULL;

  if (!read_area (dialog, rows->area, &fields.area_cm2) ||
      !read_area (dialog, rows->area_down, &fields.demolished_cm2))
    return;

  structure = ggov_structure_new (&fields);
  ggov_store_write_structure_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), structure, NULL,
    ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup (known ? _("Structure changed")
                                                   : _("Structure entered"))));
}

/* "12.5"; "" for none, and for one that is measured where it is drawn. */
static char *
dup_area (gint64   area_cm2,
          gboolean is_said)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (area_cm2 == 0 || !is_said)
    return g_strdup ("");

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.2f", (double) area_cm2 / CM2_IN_M2));
}

static void
add_days (GgovFormDialog            *dialog,
          Rows                      *rows,
          const GgovStructureFields *known)
{
  const char *today = ggov_session_get_today (ggov_form_dialog_get_session (dialog));
  gboolean is_part = known && known->demolished_cm2 < known->area_cm2;
  g_autofree char *down = dup_area (known ? known->demolished_cm2 : 0, is_part);

  rows->found = ggov_form_dialog_add_entry (dialog, _("Found on"), known ? known->found_on : today);
  rows->stopped = ggov_form_dialog_add_entry (dialog, _("Stopped on"),
                                              known ? known->stopped_on : "");
  rows->demolished = ggov_form_dialog_add_entry (dialog, _("Pulled down on"),
                                                 known ? known->demolished_on : "");
  rows->area_down = ggov_form_dialog_add_entry (dialog, _("m² pulled down; empty for all of it"),
                                                down);
}

void
ggov_structure_form_show (GtkWidget     *page,
                          GgovSession   *session,
                          GgovIssue     *issue,
                          GgovStructure *structure)
{
  const GgovStructureFields *known = structure ? ggov_structure_get_fields (structure) : NULL;
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  g_autofree char *what = g_strdup_printf ("%s  %s", fields->number, fields->title);
  g_autofree char *area = dup_area (known ? known->area_cm2 : 0, known && !known->is_measured);
  Rows *rows = g_new0 (Rows, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 known ? _("Change Structure") : _("New Structure"),
                                                 _("_Enter"), what, write_structure, rows,
                                                 rows_free);

  rows->issue_id = fields->id;
  g_set_object (&rows->known, structure);
  gtk_window_set_default_size (GTK_WINDOW (dialog), WIDTH_PX, HEIGHT_PX);
  rows->label = ggov_form_dialog_add_entry (dialog, _("What kind of structure"),
                                            known ? known->label : "");
  rows->builder = ggov_form_dialog_add_entry (dialog, _("Who built it"), known ? known->builder : "");
  rows->area = ggov_form_dialog_add_entry (dialog, _("m² found; empty for as it is drawn"), area);
  rows->map = ggov_outline_map_new (session, structure, fields->present_grid_id,
                                    fields->building_id);
  ggov_form_dialog_add (dialog, rows->map);
  add_days (dialog, rows, known);
  rows->note = ggov_form_dialog_add_text (dialog, _("Note"), known ? known->note : "");
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->label);
}
