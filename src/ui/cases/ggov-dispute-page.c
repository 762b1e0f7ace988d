/* ggov-dispute-page.c: a dispute: its mediation, parties, meetings and file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-deed.h"
#include "ggov-case-sheet.h"
#include "ggov-dispute-forms.h"
#include "ggov-dispute-page.h"
#include "ggov-store-disputes.h"

struct _GgovDisputePage
{
  AdwBin           parent_instance;

  GgovSession     *session;
  gint64           issue_id;
  GgovCaseSheet   *sheet; /* (unowned) */
  GgovDisputeFile *file;  /* (nullable): until it is read */
};

G_DEFINE_FINAL_TYPE (GgovDisputePage, ggov_dispute_page, ADW_TYPE_BIN)

static const char *const tables[] = {
  "dispute", "dispute_party", "dispute_meeting", "dispute_presence", "dispute_piece", "issue",
  "person", NULL,
};

/* What it shows -------------------------------------------------------------------------------- */

static void
add_mediation (GgovCaseSheet           *sheet,
               const GgovDisputeFields *fields)
{
  guint outcome = ggov_dispute_outcome_find (fields->outcome);
  g_autofree char *end = NULL;

  ggov_case_sheet_add_part (sheet, _("Mediation"),
                            fields->id != 0 ? _("_Change…") : _("_Begin…"), "dispute.edit");
  ggov_case_sheet_add_fact (sheet, _("Mediator"), fields->mediator);
  ggov_case_sheet_add_fact (sheet, _("What the applicant asks for"), fields->claim);
  ggov_case_sheet_add_fact (sheet, _("Applied"), fields->applied_on);
  ggov_case_sheet_add_fact (sheet, _("Accepted"), fields->accepted_on);
  if (outcome < GGOV_N_DISPUTE_OUTCOMES)
    end = g_strdup_printf ("%s · %s", ggov_dispute_outcome_get_label (outcome), fields->ended_on);
  else if (fields->id != 0)
    end = g_strdup (_("Goes on"));
  ggov_case_sheet_add_fact (sheet, _("Outcome"), end);
  ggov_case_sheet_add_fact (sheet, g_strcmp0 (fields->outcome, "agreed") == 0 ? _("What was agreed")
                                                                             : _("Why nothing was"),
                            fields->agreement);
  if (fields->id == 0)
    ggov_case_sheet_set_note (sheet, _("Nobody has begun to mediate this dispute yet."));
}

static void
add_parties (GgovCaseSheet         *sheet,
             const GgovDisputeFile *file)
{
  ggov_case_sheet_add_part (sheet, _("Parties"), _("Add _Party…"), "dispute.add-party");
  if (file->parties->len == 0)
    ggov_case_sheet_set_note (sheet, _("An agreement needs an applicant and a respondent."));
  for (guint i = 0; i < file->parties->len; i++)
    {
      const GgovDisputePartyFields *fields = ggov_dispute_party_get_fields (file->parties->pdata[i]);
      guint side = ggov_dispute_side_find (fields->side);
      g_autofree char *title = g_strdup_printf (
        "%s · %s", fields->name, side < GGOV_N_DISPUTE_SIDES ? ggov_dispute_side_get_label (side) : "");
      g_autofree char *where = g_strjoin ("  ", fields->phone, fields->address, NULL);
      g_autofree char *text = g_strjoin ("\n", g_strstrip (where), fields->statement, NULL);

      ggov_case_sheet_add_row (sheet, title, g_strstrip (text));
      ggov_case_sheet_add_deed (sheet, "document-edit-symbolic", _("Change the party"),
                                "dispute.edit-party", g_variant_new_int64 (fields->id));
      ggov_case_sheet_add_deed (sheet, "edit-delete-symbolic", _("Remove the party"),
                                "dispute.remove-party", g_variant_new_int64 (fields->id));
    }
}

static char *
dup_meeting_text (const GgovDisputeMeetingFields *fields)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const struct { const char *name; const char *value; } lines[] = {
    { _("Present"), fields->present }, { _("Others present"), fields->others },
    { _("Said"), fields->said },       { _("Agreed"), fields->agreed },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (*lines[i].value)
      /* Translators: the name of a fact, and the fact */
      g_string_append_printf (text, _("%1$s: %2$s\n"), lines[i].name, lines[i].value);

  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

static void
add_meetings (GgovCaseSheet         *sheet,
              const GgovDisputeFile *file)
{
  ggov_case_sheet_add_part (sheet, _("Meetings"), _("Add _Meeting…"), "dispute.add-meeting");
  for (guint i = 0; i < file->meetings->len; i++)
    {
      const GgovDisputeMeetingFields *fields =
        ggov_dispute_meeting_get_fields (file->meetings->pdata[i]);
      g_autofree char *when = g_strdelimit (g_strdup (fields->when), "T", ' ');
      g_autofree char *title = g_strdup_printf ("%s · %s", when, fields->place);
      g_autofree char *text = dup_meeting_text (fields);

      ggov_case_sheet_add_row (sheet, title, text);
      ggov_case_sheet_add_deed (sheet, "document-edit-symbolic", _("Change the meeting"),
                                "dispute.edit-meeting", g_variant_new_int64 (fields->id));
      ggov_case_sheet_add_deed (sheet, "edit-delete-symbolic", _("Remove the meeting"),
                                "dispute.remove-meeting", g_variant_new_int64 (fields->id));
    }
}

/* Every piece that a file can have, in its order: there since a day, missing, or not asked for. */
static void
add_piece (GgovCaseSheet                *sheet,
           const GgovDisputePieceFields *fields)
{
  gboolean is_there = *fields->day != '\0';
  gboolean is_missing = !is_there && fields->is_required;
  g_autofree char *there = g_strjoin ("  ", fields->day, fields->note, NULL);
  GtkWidget *row = ggov_case_sheet_add_row (sheet, fields->label,
                                            is_there ? g_strstrip (there)
                                            : is_missing ? _("Missing")
                                                         : _("Not asked for"));
  GtkWidget *mark = gtk_image_new_from_icon_name (is_there     ? "object-select-symbolic"
                                                  : is_missing ? "dialog-warning-symbolic"
                                                               : "list-remove-symbolic");

  gtk_widget_add_css_class (mark, is_there ? "success" : is_missing ? "warning" : "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_there ? _("There") : is_missing ? _("Missing")
                                                                     : _("Not asked for"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  if (!is_there)
    ggov_case_sheet_add_deed (sheet, NULL, _("There Today"), "dispute.tick-piece",
                              g_variant_new_string (fields->piece));
  ggov_case_sheet_add_deed (sheet, "document-edit-symbolic", _("Day and note of the piece"),
                            "dispute.edit-piece", g_variant_new_string (fields->piece));
}

static void
add_file (GgovCaseSheet         *sheet,
          const GgovDisputeFile *file)
{
  const GgovDisputeFields *fields = ggov_dispute_get_fields (file->dispute);
  int missing = (int) fields->n_missing;
  g_autofree char *note =
    missing == 0 ? g_strdup (_("Nothing is missing in the file."))
                 : g_strdup_printf (ngettext ("%1$d of %2$d pieces is missing.",
                                              "%1$d of %2$d pieces are missing.", missing),
                                    missing, (int) fields->n_required);

  ggov_case_sheet_add_part (sheet, _("Mediation File"), _("_Print…"), "dispute.print");
  ggov_case_sheet_set_note (sheet, note);
  for (guint i = 0; i < file->pieces->len; i++)
    add_piece (sheet, ggov_dispute_piece_get_fields (file->pieces->pdata[i]));
}

static void
show (GgovDisputePage *self)
{
  const GgovDisputeFields *fields = ggov_dispute_get_fields (self->file->dispute);
  g_autofree char *title = g_strdup_printf ("%s  %s", fields->number, fields->title);
  g_autofree char *note = g_strdup_printf (*fields->place ? "%s · %s · %s" : "%s · %s%s",
                                           fields->type, fields->grid, fields->place);

  ggov_case_sheet_begin (self->sheet, title, note);
  ggov_case_sheet_add_button (self->sheet, _("Show the _Issue"), "win.show-record",
                              g_variant_new ("(sx)", "issue", self->issue_id));
  add_mediation (self->sheet, fields);
  add_parties (self->sheet, self->file);
  add_meetings (self->sheet, self->file);
  add_file (self->sheet, self->file);
  ggov_case_sheet_end (self->sheet);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovDisputePage) self = user_data;
  g_autoptr(GError) error = NULL;
  GgovDisputeFile *file = ggov_store_read_dispute_finish (GGOV_STORE (object), result, &error);

  if (file == NULL)
    {
      ggov_case_sheet_tell (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->file, ggov_dispute_file_free);
  self->file = file;
  if (adw_bin_get_child (ADW_BIN (self)))
    show (self);
}

static void
read_file (GtkWidget *page)
{
  GgovDisputePage *self = GGOV_DISPUTE_PAGE (page);

  ggov_store_read_dispute_async (ggov_session_get_store (self->session), self->issue_id, NULL,
                                 read_cb, g_object_ref (self));
}

/* What is done --------------------------------------------------------------------------------- */

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovDisputePage *self = GGOV_DISPUTE_PAGE (widget);

  if (self->file)
    ggov_mediation_form_show (widget, self->session, self->file);
}

static void
party_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovDisputePage *self = GGOV_DISPUTE_PAGE (widget);

  if (self->file)
    ggov_party_form_show (widget, self->session, self->file,
                          parameter ? g_variant_get_int64 (parameter) : 0);
}

static void
remove_party_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovDisputePage *self = GGOV_DISPUTE_PAGE (widget);

  ggov_store_remove_dispute_party_async (
    ggov_session_get_store (self->session), g_variant_get_int64 (parameter), NULL,
    ggov_case_deed_cb, ggov_case_deed_new (widget, _("Party removed")));
}

static void
meeting_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovDisputePage *self = GGOV_DISPUTE_PAGE (widget);

  if (self->file)
    ggov_meeting_form_show (widget, self->session, self->file,
                            parameter ? g_variant_get_int64 (parameter) : 0);
}

static void
remove_meeting_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GgovDisputePage *self = GGOV_DISPUTE_PAGE (widget);

  ggov_store_remove_dispute_meeting_async (
    ggov_session_get_store (self->session), g_variant_get_int64 (parameter), NULL,
    ggov_case_deed_cb, ggov_case_deed_new (widget, _("Meeting removed")));
}

static void
tick_piece_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovDisputePage *self = GGOV_DISPUTE_PAGE (widget);
  g_autoptr(GgovDisputePiece) piece = ggov_dispute_piece_new (&(GgovDisputePieceFields) {
    .piece = g_variant_get_string (parameter, NULL),
    .day = ggov_session_get_today (self->session),
  });

  ggov_store_mark_dispute_piece_async (
    ggov_session_get_store (self->session), self->issue_id, piece, NULL, ggov_case_deed_cb,
    ggov_case_deed_new (widget, _("Piece of the file marked")));
}

static void
edit_piece_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovDisputePage *self = GGOV_DISPUTE_PAGE (widget);

  if (self->file)
    ggov_piece_form_show (widget, self->session, self->file,
                          g_variant_get_string (parameter, NULL));
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovDisputePage *self = GGOV_DISPUTE_PAGE (widget);
  GVariantDict wishes;

  g_variant_dict_init (&wishes, NULL);
  g_variant_dict_insert (&wishes, "record", "x", self->issue_id);
  gtk_widget_activate_action (widget, "win.print-paper", "(s@a{sv})", "dispute-file",
                              g_variant_dict_end (&wishes));
}

/* The page ------------------------------------------------------------------------------------- */

static void
ggov_dispute_page_dispose (GObject *object)
{
  GgovDisputePage *self = GGOV_DISPUTE_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->file, ggov_dispute_file_free);

  G_OBJECT_CLASS (ggov_dispute_page_parent_class)->dispose (object);
}

static void
ggov_dispute_page_class_init (GgovDisputePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_dispute_page_dispose;

  gtk_widget_class_install_action (widget_class, "dispute.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "dispute.add-party", NULL, party_cb);
  gtk_widget_class_install_action (widget_class, "dispute.edit-party", "x", party_cb);
  gtk_widget_class_install_action (widget_class, "dispute.remove-party", "x", remove_party_cb);
  gtk_widget_class_install_action (widget_class, "dispute.add-meeting", NULL, meeting_cb);
  gtk_widget_class_install_action (widget_class, "dispute.edit-meeting", "x", meeting_cb);
  gtk_widget_class_install_action (widget_class, "dispute.remove-meeting", "x", remove_meeting_cb);
  gtk_widget_class_install_action (widget_class, "dispute.tick-piece", "s", tick_piece_cb);
  gtk_widget_class_install_action (widget_class, "dispute.edit-piece", "s", edit_piece_cb);
  gtk_widget_class_install_action (widget_class, "dispute.print", NULL, print_cb);
}

static void
ggov_dispute_page_init (GgovDisputePage *self)
{
  self->sheet = GGOV_CASE_SHEET (ggov_case_sheet_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sheet));
}

GtkWidget *
ggov_dispute_page_new (GgovSession *session,
                       gint64       issue_id)
{
  GgovDisputePage *self = g_object_new (GGOV_TYPE_DISPUTE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->issue_id = issue_id;
  ggov_case_sheet_follow (GTK_WIDGET (self), session, tables, read_file);

  return GTK_WIDGET (self);
}
