/* ggov-session-rows.c: when, where and by whom a course is taught, as rows of a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-local-time.h"
#include "ggov-session-rows.h"

/* What is proposed for a new session. */
#define MORNING     (9 * 60) /* minutes of the day */
#define USUAL_HOURS 2

/* (transfer full): local time as it is read and written: 2026-03-05 09:00 */
static char *
dup_time (gint64 time)
{
  return g_strdelimit (ggov_local_time_format (time), "T", ' ');
}

void
ggov_session_rows_add (GgovSessionRows                 *self,
                       GgovFormDialog                  *dialog,
                       const GgovTrainingSessionRecord *record,
                       int                              hours)
{
  const char *today = ggov_session_get_today (ggov_form_dialog_get_session (dialog));
  g_autofree char *starts = NULL;
  g_autofree char *ends = NULL;
  g_autofree char *seats = NULL;
  gint64 begin;
  int day = 0;

  ggov_local_day_parse (today, &day, NULL);
  begin = ggov_local_time_from_day (day + 1, MORNING);
  starts = dup_time (record ? record->starts_at : begin);
  ends = dup_time (record ? record->ends_at : begin + (hours > 0 ? hours : USUAL_HOURS) * 3600);
  if (record && record->seats > 0)
    seats = g_strdup_printf ("%" G_GINT64_FORMAT, record->seats);

  self->starts = ggov_form_dialog_add_entry (dialog, _("Begins (year-month-day hour:minute)"), starts);
  self->ends = ggov_form_dialog_add_entry (dialog, _("Ends (year-month-day hour:minute)"), ends);
  self->place = ggov_form_dialog_add_entry (dialog, C_("training", "Place"),
                                            record ? record->place : NULL);
  self->trainer = ggov_form_dialog_add_entry (dialog, _("Teacher"), record ? record->trainer : NULL);
  self->seats = ggov_form_dialog_add_entry (dialog, _("Seats (empty: any number)"), seats);
  self->note = ggov_form_dialog_add_entry (dialog, _("Note"), record ? record->note : NULL);
}

void
ggov_session_rows_show (const GgovSessionRows *self,
                        gboolean               is_visible)
{
  GtkWidget *const rows[] = {
    self->starts, self->ends, self->place, self->trainer, self->seats, self->note,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i], is_visible);
}

static gboolean
read_time (GgovFormDialog *dialog,
           GtkWidget      *row,
           gint64         *time)
{
  g_autofree char *text = ggov_form_dialog_dup_text (row);

  if (ggov_local_time_parse (text, time, NULL))
    return TRUE;

  ggov_form_dialog_refuse (dialog, _("Write the time as year-month-day hour:minute, such as "
                                     "2026-03-05 09:00."));
  gtk_widget_grab_focus (row);

  return FALSE;
}

static gboolean
read_seats (GgovFormDialog *dialog,
            GtkWidget      *row,
            gint64         *seats)
{
  g_autofree char *text = ggov_form_dialog_dup_text (row);

  *seats = 0;
  if (*text == '\0' || g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, seats, NULL))
    return TRUE;

  ggov_form_dialog_refuse (dialog, _("Write the number of seats in digits, or leave it empty."));
  gtk_widget_grab_focus (row);

  return FALSE;
}

gboolean
ggov_session_rows_read (const GgovSessionRows *self,
                        GgovFormDialog        *dialog,
                        GgovSessionWords      *words)
{
  if (!read_time (dialog, self->starts, &words->starts_at) ||
      !read_time (dialog, self->ends, &words->ends_at) ||
      !read_seats (dialog, self->seats, &words->seats))
    return FALSE;

  words->place = ggov_form_dialog_dup_text (self->place);
  words->trainer = ggov_form_dialog_dup_text (self->trainer);
  words->note = ggov_form_dialog_dup_text (self->note);

  return TRUE;
}

void
ggov_session_words_clear (GgovSessionWords *self)
{
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->trainer, g_free);
  g_clear_pointer (&self->note, g_free);
}
