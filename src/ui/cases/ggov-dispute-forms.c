/* ggov-dispute-forms.c: entering a mediation, a party, a meeting or a piece of the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-dispute-forms.h"
#include "ggov-form-dialog.h"
#include "ggov-local-time.h"
#include "ggov-pick.h"
#include "ggov-store-disputes.h"

/* The rows of a form, and what is known already. */
typedef struct
{
  gint64     issue_id;
  gint64     id;
  gint64     row_version;
  char      *piece;    /* (nullable): its code */
  GPtrArray *parties;  /* (nullable) (element-type GgovDisputeParty) */
  GPtrArray *present;  /* (nullable) (element-type GtkWidget): a switch for each of them */
  GtkWidget *choice;
  GtkWidget *pick;
  GtkWidget *name;
  GtkWidget *days[3];
  GtkWidget *texts[3];
} Rows;

static Rows *
rows_new (const GgovDisputeFile *file)
{
  Rows *rows = g_new0 (Rows, 1);

  rows->issue_id = ggov_dispute_get_fields (file->dispute)->issue_id;

  return rows;
}

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_free (rows->piece);
  g_clear_pointer (&rows->parties, g_ptr_array_unref);
  g_clear_pointer (&rows->present, g_ptr_array_unref);
  g_free (rows);
}

static GgovStore *
get_store (GgovFormDialog *dialog)
{
  return ggov_session_get_store (ggov_form_dialog_get_session (dialog));
}

static char *
dup_what (const GgovDisputeFile *file)
{
  const GgovDisputeFields *fields = ggov_dispute_get_fields (file->dispute);

  return g_strdup_printf ("%s  %s", fields->number, fields->title);
}

/* Somebody of whom it was typed, but not chosen, who it is: then the user is asked to choose. */
static gboolean
is_unclear (GgovFormDialog *dialog,
            GtkWidget      *pick)
{
  if (!ggov_pick_is_unclear (GGOV_PICK (pick)))
    return FALSE;

  ggov_form_dialog_refuse (dialog, _("Choose the person from the list, or leave the row empty."));
  gtk_widget_grab_focus (pick);

  return TRUE;
}

static GtkWidget *
add_pick (GgovFormDialog *dialog,
          const char     *title,
          gint64          person_id,
          const char     *name)
{
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  GtkWidget *pick = ggov_pick_new (session, title, ggov_session_get_today (session), FALSE);

  if (person_id != 0)
    ggov_pick_choose (GGOV_PICK (pick), "person", person_id, name);
  ggov_form_dialog_add (dialog, pick);

  return pick;
}

/* The mediation -------------------------------------------------------------------------------- */

static void
write_mediation (GgovFormDialog *dialog,
                 gpointer        data)
{
  const Rows *rows = data;
  guint choice = adw_combo_row_get_selected (ADW_COMBO_ROW (rows->choice));
  g_autofree char *claim = ggov_form_dialog_dup_text (rows->texts[0]);
  g_autofree char *agreement = ggov_form_dialog_dup_text (rows->texts[1]);
  g_autofree char *applied = ggov_form_dialog_dup_text (rows->days[0]);
  g_autofree char *accepted = ggov_form_dialog_dup_text (rows->days[1]);
  g_autofree char *ended = ggov_form_dialog_dup_text (rows->days[2]);
  g_autoptr(GgovDispute) dispute = NULL;

  if (is_unclear (dialog, rows->pick))
    return;

  dispute = ggov_dispute_new (&(GgovDisputeFields) {
    .id = rows->id,
    .row_version = rows->row_version,
    .issue_id = rows->issue_id,
    .mediator_id = ggov_pick_get_id (GGOV_PICK (rows->pick)),
    .claim = claim,
    .applied_on = applied,
    .accepted_on = accepted,
    .outcome = choice > 0 ? ggov_dispute_outcome_get_code (choice - 1) : "",
    .ended_on = choice > 0 ? ended : "",
    .agreement = agreement,
  });
  ggov_store_write_dispute_async (get_store (dialog), dispute, NULL, ggov_form_dialog_finish_cb,
                                  ggov_form_dialog_wait (dialog, g_strdup (_("Mediation entered"))));
}

/* An end has a day; it is proposed, and asked for only where there is an end. */
static void
outcome_cb (const Rows *rows)
{
  gboolean has_ended = adw_combo_row_get_selected (ADW_COMBO_ROW (rows->choice)) > 0;

  gtk_widget_set_sensitive (rows->days[2], has_ended);
}

static void
add_outcome (GgovFormDialog          *dialog,
             Rows                    *rows,
             const GgovDisputeFields *fields)
{
  guint outcome = ggov_dispute_outcome_find (fields->outcome);
  const char *words[GGOV_N_DISPUTE_OUTCOMES + 2] = { _("Goes on") };

  for (guint i = 0; i < GGOV_N_DISPUTE_OUTCOMES; i++)
    words[i + 1] = ggov_dispute_outcome_get_label (i);
  rows->choice = ggov_form_dialog_add_combo (dialog, _("Outcome"), words,
                                             outcome < GGOV_N_DISPUTE_OUTCOMES ? outcome + 1 : 0);
}

void
ggov_mediation_form_show (GtkWidget             *page,
                          GgovSession           *session,
                          const GgovDisputeFile *file)
{
  const GgovDisputeFields *fields = ggov_dispute_get_fields (file->dispute);
  const char *today = ggov_session_get_today (session);
  gboolean is_new = fields->id == 0;
  g_autofree char *what = dup_what (file);
  Rows *rows = rows_new (file);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("Mediation"), _("_Enter"), what,
                                                 write_mediation, rows, rows_free);

  rows->id = fields->id;
  rows->row_version = fields->row_version;
  rows->pick = add_pick (dialog, _("Mediator: name or phone"), fields->mediator_id,
                         fields->mediator);
  rows->texts[0] = ggov_form_dialog_add_text (dialog, _("What the applicant asks for"),
                                              fields->claim);
  rows->days[0] = ggov_form_dialog_add_entry (dialog, _("Applied for on"),
                                              is_new ? today : fields->applied_on);
  rows->days[1] = ggov_form_dialog_add_entry (dialog, _("Accepted on"),
                                              is_new ? today : fields->accepted_on);
  add_outcome (dialog, rows, fields);
  rows->days[2] = ggov_form_dialog_add_entry (dialog, _("Ended on"),
                                              *fields->ended_on ? fields->ended_on : today);
  rows->texts[1] = ggov_form_dialog_add_text (dialog, _("What was agreed, or why nothing was"),
                                              fields->agreement);
  g_signal_connect_swapped (rows->choice, "notify::selected", G_CALLBACK (outcome_cb), rows);
  outcome_cb (rows);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Parties -------------------------------------------------------------------------------------- */

static void
write_party (GgovFormDialog *dialog,
             gpointer        data)
{
  const Rows *rows = data;
  gint64 person_id = ggov_pick_get_id (GGOV_PICK (rows->pick));
  g_autofree char *name = ggov_form_dialog_dup_text (rows->name);
  g_autofree char *phone = ggov_form_dialog_dup_text (rows->texts[0]);
  g_autofree char *address = ggov_form_dialog_dup_text (rows->texts[1]);
  g_autofree char *statement = ggov_form_dialog_dup_text (rows->texts[2]);
  g_autoptr(GgovDisputeParty) party = NULL;

  if (is_unclear (dialog, rows->pick))
    return;

  party = ggov_dispute_party_new (&(GgovDisputePartyFields) {
    .id = rows->id,
    .row_version = rows->row_version,
    .issue_id = rows->issue_id,
    .person_id = person_id,
    .side = ggov_dispute_side_get_code (adw_combo_row_get_selected (ADW_COMBO_ROW (rows->choice))),
    .name = name,
    .phone = phone,
    .address = address,
    .statement = statement,
  });
  ggov_store_write_dispute_party_async (
    get_store (dialog), party, NULL, ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup (rows->id ? _("Party changed") : _("Party entered"))));
}

static const GgovDisputePartyFields *
find_party (const GgovDisputeFile *file,
            gint64                 id)
{
  static const GgovDisputePartyFields none = {
    .side = "", .name = "", .phone = "", .address = "", .statement = "",
  };

  for (guint i = 0; i < file->parties->len; i++)
    if (ggov_dispute_party_get_fields (file->parties->pdata[i])->id == id)
      return ggov_dispute_party_get_fields (file->parties->pdata[i]);

  return &none;
}

/* The applicant comes first, then the respondent. */
static guint
propose_side (const GgovDisputeFile *file)
{
  for (guint side = 0; side < GGOV_DISPUTE_THIRD; side++)
    {
      gboolean is_there = FALSE;

      for (guint i = 0; i < file->parties->len; i++)
        is_there = is_there ||
                   g_str_equal (ggov_dispute_party_get_fields (file->parties->pdata[i])->side,
                                ggov_dispute_side_get_code (side));
      if (!is_there)
        return side;
    }

  return GGOV_DISPUTE_THIRD;
}

void
ggov_party_form_show (GtkWidget             *page,
                      GgovSession           *session,
                      const GgovDisputeFile *file,
                      gint64                 party_id)
{
  const GgovDisputePartyFields *known = find_party (file, party_id);
  guint side = ggov_dispute_side_find (known->side);
  g_autofree char *what = dup_what (file);
  const char *words[GGOV_N_DISPUTE_SIDES + 1] = { NULL };
  Rows *rows = rows_new (file);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 known->id ? _("Change Party") : _("New Party"),
                                                 _("_Enter"), what, write_party, rows, rows_free);

  rows->id = known->id;
  rows->row_version = known->row_version;
  for (guint i = 0; i < GGOV_N_DISPUTE_SIDES; i++)
    words[i] = ggov_dispute_side_get_label (i);
  rows->choice = ggov_form_dialog_add_combo (dialog, C_("party", "Side"), words,
                                             known->id ? side : propose_side (file));
  rows->pick = add_pick (dialog, _("Somebody in the records: name or phone"), known->person_id,
                         known->name);
  rows->name = ggov_form_dialog_add_entry (dialog, _("Or a name"),
                                           known->person_id ? "" : known->name);
  rows->texts[0] = ggov_form_dialog_add_entry (dialog, _("Phone"), known->phone);
  rows->texts[1] = ggov_form_dialog_add_entry (dialog, _("Address"), known->address);
  rows->texts[2] = ggov_form_dialog_add_text (dialog, _("Statement"), known->statement);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->pick);
}

/* Meetings ------------------------------------------------------------------------------------- */

/* "2026-03-02 10:00", with a T between them or without. */
static gboolean
read_moment (GgovFormDialog *dialog,
             GtkWidget      *row,
             gint64         *at)
{
  g_autofree char *text = ggov_form_dialog_dup_text (row);

  if (ggov_local_time_parse (g_strdelimit (text, " ", 'T'), at, NULL))
    return TRUE;

  ggov_form_dialog_refuse (dialog, _("Write when they meet as day and time, such as 2026-04-01 "
                                     "14:30."));
  gtk_widget_grab_focus (row);

  return FALSE;
}

/* Their numbers apart by commas. */
static char *
dup_present (const Rows *rows)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < rows->parties->len; i++)
    if (ggov_form_dialog_get_switch (rows->present->pdata[i]))
      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len ? "," : "",
                              ggov_dispute_party_get_fields (rows->parties->pdata[i])->id);

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
write_meeting (GgovFormDialog *dialog,
               gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *place = ggov_form_dialog_dup_text (rows->name);
  g_autofree char *others = ggov_form_dialog_dup_text (rows->texts[0]);
  g_autofree char *said = ggov_form_dialog_dup_text (rows->texts[1]);
  g_autofree char *agreed = ggov_form_dialog_dup_text (rows->texts[2]);
  g_autofree char *present = dup_present (rows);
  g_autoptr(GgovDisputeMeeting) meeting = NULL;
  gint64 at = 0;

  if (!read_moment (dialog, rows->days[0], &at))
    return;

  meeting = ggov_dispute_meeting_new (&(GgovDisputeMeetingFields) {
    .id = rows->id,
    .row_version = rows->row_version,
    .issue_id = rows->issue_id,
    .at = at,
    .place = place,
    .party_ids = present,
    .others = others,
    .said = said,
    .agreed = agreed,
  });
  ggov_store_write_dispute_meeting_async (
    get_store (dialog), meeting, NULL, ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup (rows->id ? _("Meeting changed")
                                                      : _("Meeting entered"))));
}

static const GgovDisputeMeetingFields *
find_meeting (const GgovDisputeFile *file,
              gint64                 id)
{
  static const GgovDisputeMeetingFields none = {
    .when = "", .place = "", .party_ids = "", .others = "", .said = "", .agreed = "",
  };

  for (guint i = 0; i < file->meetings->len; i++)
    if (ggov_dispute_meeting_get_fields (file->meetings->pdata[i])->id == id)
      return ggov_dispute_meeting_get_fields (file->meetings->pdata[i]);

  return &none;
}

static void
add_presence (GgovFormDialog                 *dialog,
              Rows                           *rows,
              const GgovDisputeMeetingFields *known)
{
  g_auto(GStrv) ids = g_strsplit (known->party_ids, ",", -1);

  rows->present = g_ptr_array_new ();
  for (guint i = 0; i < rows->parties->len; i++)
    {
      const GgovDisputePartyFields *party = ggov_dispute_party_get_fields (rows->parties->pdata[i]);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, party->id);
      g_autofree char *name = g_markup_escape_text (party->name, -1);
      /* Translators: a party's name */
      g_autofree char *title = g_strdup_printf (_("%s is present"), name);

      g_ptr_array_add (rows->present,
                       ggov_form_dialog_add_switch (dialog, title,
                                                    g_strv_contains ((const char *const *) ids, id)));
    }
}

void
ggov_meeting_form_show (GtkWidget             *page,
                        GgovSession           *session,
                        const GgovDisputeFile *file,
                        gint64                 meeting_id)
{
  const GgovDisputeMeetingFields *known = find_meeting (file, meeting_id);
  g_autofree char *now = ggov_local_time_format (ggov_session_get_now (session));
  g_autofree char *what = dup_what (file);
  g_autofree char *when = g_strdelimit (g_strdup (known->id ? known->when : now), "T", ' ');
  Rows *rows = rows_new (file);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 known->id ? _("Change Meeting") : _("New Meeting"),
                                                 _("_Enter"), what, write_meeting, rows, rows_free);

  rows->id = known->id;
  rows->row_version = known->row_version;
  rows->parties = g_ptr_array_ref (file->parties);
  rows->days[0] = ggov_form_dialog_add_entry (dialog, _("When"), when);
  rows->name = ggov_form_dialog_add_entry (dialog, C_("meeting", "Where"), known->place);
  add_presence (dialog, rows, known);
  rows->texts[0] = ggov_form_dialog_add_entry (dialog, _("Others present"), known->others);
  rows->texts[1] = ggov_form_dialog_add_text (dialog, _("What each side said"), known->said);
  rows->texts[2] = ggov_form_dialog_add_text (dialog, _("What was agreed"), known->agreed);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Pieces of the file --------------------------------------------------------------------------- */

static void
write_piece (GgovFormDialog *dialog,
             gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *day = ggov_form_dialog_dup_text (rows->days[0]);
  g_autofree char *note = ggov_form_dialog_dup_text (rows->texts[0]);
  g_autoptr(GgovDisputePiece) piece = ggov_dispute_piece_new (&(GgovDisputePieceFields) {
    .piece = rows->piece, .day = day, .note = note,
  });

  ggov_store_mark_dispute_piece_async (
    get_store (dialog), rows->issue_id, piece, NULL, ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup (_("Piece of the file marked"))));
}

void
ggov_piece_form_show (GtkWidget             *page,
                      GgovSession           *session,
                      const GgovDisputeFile *file,
                      const char            *piece)
{
  guint i = ggov_dispute_piece_find (piece);
  const GgovDisputePieceFields *known;
  Rows *rows;
  GgovFormDialog *dialog;

  g_return_if_fail (i < file->pieces->len);

  known = ggov_dispute_piece_get_fields (file->pieces->pdata[i]);
  rows = rows_new (file);
  rows->piece = g_strdup (piece);
  dialog = ggov_form_dialog_new (page, session, _("Piece of the File"), _("_Enter"), known->label,
                                 write_piece, rows, rows_free);
  rows->days[0] = ggov_form_dialog_add_entry (
    dialog, _("There since"), *known->day ? known->day : ggov_session_get_today (session));
  rows->texts[0] = ggov_form_dialog_add_entry (dialog, _("Note"), known->note);
  ggov_form_dialog_add_hint (dialog, _("Without a day the piece is missing."));
  gtk_window_present (GTK_WINDOW (dialog));
}
