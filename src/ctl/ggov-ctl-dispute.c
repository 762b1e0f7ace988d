/* ggov-ctl-dispute.c: gridgovctl dispute, parties, meetings and the mediation file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-issue.h"
#include "ggov-local-time.h"
#include "ggov-store-disputes.h"

/* The words of these commands. Not each has all of them. */
typedef struct
{
  gint64    issue_id;
  char     *what;      /* a party's name, a piece, an outcome */
  char     *side;
  char     *person;
  char     *phone;
  char     *address;
  char     *statement;
  char     *mediator;
  char     *claim;
  char     *applied;
  char     *accepted;
  char     *at;
  char     *place;
  char     *others;
  char     *said;
  char     *agreed;
  char     *on;
  char     *note;
  GStrv     present;   /* names of parties */
  gboolean  is_open;
  gboolean  is_missing;
} Words;

static void
words_clear (Words *words)
{
  char **const texts[] = {
    &words->what, &words->side, &words->person, &words->phone, &words->address, &words->statement,
    &words->mediator, &words->claim, &words->applied, &words->accepted, &words->at, &words->place,
    &words->others, &words->said, &words->agreed, &words->on, &words->note,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&words->present, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* Looking -------------------------------------------------------------------------------------- */

static GgovCtlStatus
list (GgovCtl     *ctl,
      const Words *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_disputes_async (ctl->store, ctl->as_of, words->is_open, NULL, ggov_ctl_keep,
                                  &result);
  rows = ggov_store_list_disputes_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovDispute) row = g_list_model_get_item (rows, i);
      const GgovDisputeFields *fields = ggov_dispute_get_fields (row);

      /* Translators: number, type, place, outcome, how many parties, meetings and missing pieces */
      g_print (_("%1$s\t%2$s\t%3$s\t%4$s\t%5$d parties\t%6$d meetings\t%7$d missing\n"),
               fields->number, fields->type, fields->place, fields->outcome,
               (int) fields->n_parties, (int) fields->n_meetings, (int) fields->n_missing);
    }

  return GGOV_CTL_DONE;
}

static GgovDisputeFile *
load (GgovCtl *ctl,
      gint64   issue_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovDisputeFile *file;

  ggov_store_read_dispute_async (ctl->store, issue_id, NULL, ggov_ctl_keep, &result);
  file = ggov_store_read_dispute_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (file)
    return file;

  if (g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND))
    g_printerr ("gridgovctl: %s\n", _("This issue is no dispute by its case type."));
  else
    ggov_ctl_refuse (ctl, error);

  return NULL;
}

static void
add_rows (JsonBuilder *builder,
          const char  *name,
          GPtrArray   *rows)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    ggov_ctl_add_row (builder, rows->pdata[i]);
  json_builder_end_array (builder);
}

static void
print_json (const GgovDisputeFile *file)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "dispute");
  ggov_ctl_add_row (builder, G_OBJECT (file->dispute));
  add_rows (builder, "parties", file->parties);
  add_rows (builder, "meetings", file->meetings);
  add_rows (builder, "pieces", file->pieces);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_file (const GgovDisputeFile *file)
{
  const GgovDisputeFields *dispute = ggov_dispute_get_fields (file->dispute);

  g_print ("%s\t%s\t%s\t%s\t%s\n", dispute->number, dispute->type, dispute->title, dispute->outcome,
           dispute->agreement);
  for (guint i = 0; i < file->parties->len; i++)
    {
      const GgovDisputePartyFields *party = ggov_dispute_party_get_fields (file->parties->pdata[i]);

      g_print ("  %s\t%s\t%s\t%s\n",
               ggov_dispute_side_get_label (ggov_dispute_side_find (party->side)), party->name,
               party->phone, party->address);
    }
  for (guint i = 0; i < file->meetings->len; i++)
    {
      const GgovDisputeMeetingFields *meeting =
        ggov_dispute_meeting_get_fields (file->meetings->pdata[i]);

      g_print ("  %s\t%s\t%s\t%s\n", meeting->when, meeting->place, meeting->present,
               meeting->agreed);
    }
  for (guint i = 0; i < file->pieces->len; i++)
    {
      const GgovDisputePieceFields *piece = ggov_dispute_piece_get_fields (file->pieces->pdata[i]);

      g_print ("  %-14s %s\t%s\n", piece->piece,
               *piece->day ? piece->day : piece->is_required ? _("missing") : "-", piece->label);
    }
}

static GgovCtlStatus
show (GgovCtl     *ctl,
      const Words *words)
{
  g_autoptr(GgovDisputeFile) file = load (ctl, words->issue_id);

  if (file == NULL)
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    print_json (file);
  else
    print_file (file);

  return GGOV_CTL_DONE;
}

/* Writing -------------------------------------------------------------------------------------- */

static GgovCtlStatus
save (GgovCtl                 *ctl,
      const GgovDisputeFields *fields)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovDispute) dispute = ggov_dispute_new (fields);

  ggov_store_write_dispute_async (ctl->store, dispute, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

/* What is said goes over what is known. */
static GgovCtlStatus
open_mediation (GgovCtl     *ctl,
                const Words *words)
{
  g_autoptr(GgovDisputeFile) file = load (ctl, words->issue_id);
  GgovDisputeFields fields;

  if (file == NULL)
    return GGOV_CTL_REFUSED;

  fields = *ggov_dispute_get_fields (file->dispute);
  if (words->claim)
    fields.claim = words->claim;
  if (words->applied)
    fields.applied_on = words->applied;
  if (words->accepted)
    fields.accepted_on = words->accepted;
  if (words->mediator && (fields.mediator_id = ggov_ctl_find_person (ctl, words->mediator)) == 0)
    return GGOV_CTL_REFUSED;

  return save (ctl, &fields);
}

static GgovCtlStatus
end (GgovCtl     *ctl,
     const Words *words)
{
  g_autoptr(GgovDisputeFile) file = load (ctl, words->issue_id);
  GgovDisputeFields fields;

  if (file == NULL)
    return GGOV_CTL_REFUSED;

  fields = *ggov_dispute_get_fields (file->dispute);
  fields.outcome = words->what;
  fields.ended_on = words->on ? words->on : ctl->as_of;
  if (words->agreed)
    fields.agreement = words->agreed;

  return save (ctl, &fields);
}

static GgovCtlStatus
add_party (GgovCtl     *ctl,
           const Words *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovDisputeParty) party = NULL;
  GgovDisputePartyFields fields = {
    .issue_id = words->issue_id,
    .side = words->side ? words->side : ggov_dispute_side_get_code (GGOV_DISPUTE_APPLICANT),
    .name = words->what,
    .phone = words->phone,
    .address = words->address,
    .statement = words->statement,
  };

  if (words->person && (fields.person_id = ggov_ctl_find_person (ctl, words->person)) == 0)
    return GGOV_CTL_REFUSED;

  party = ggov_dispute_party_new (&fields);
  ggov_store_write_dispute_party_async (ctl->store, party, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

/* The numbers of the parties of these names, apart by commas; NULL once it was said who is none. */
static char *
find_present (GgovCtl     *ctl,
              const Words *words)
{
  g_autoptr(GgovDisputeFile) file = load (ctl, words->issue_id);
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; file && words->present && words->present[i]; i++)
    {
      gsize before = ids->len;

      for (guint k = 0; k < file->parties->len; k++)
        {
          const GgovDisputePartyFields *party =
            ggov_dispute_party_get_fields (file->parties->pdata[k]);

          if (g_str_equal (party->name, words->present[i]))
            g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len ? "," : "", party->id);
        }
      if (ids->len == before)
        {
          /* Translators: a name */
          g_printerr (_("gridgovctl: “%s” is no party of this dispute.\n"), words->present[i]);
          return NULL;
        }
    }

  return file ? g_strdup (ids->str) : NULL;
}

static GgovCtlStatus
meet (GgovCtl     *ctl,
      const Words *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovDisputeMeeting) meeting = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *present = NULL;
  GgovDisputeMeetingFields fields = {
    .issue_id = words->issue_id,
    .place = words->place,
    .others = words->others,
    .said = words->said,
    .agreed = words->agreed,
  };

  if (words->at && !ggov_local_time_parse (words->at, &fields.at, &error))
    return ggov_ctl_refuse (ctl, error);
  if ((present = find_present (ctl, words)) == NULL)
    return GGOV_CTL_REFUSED;

  fields.party_ids = present;
  meeting = ggov_dispute_meeting_new (&fields);
  ggov_store_write_dispute_meeting_async (ctl->store, meeting, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
mark (GgovCtl     *ctl,
      const Words *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovDisputePiece) piece = ggov_dispute_piece_new (&(GgovDisputePieceFields) {
    .piece = words->what,
    .day = words->is_missing ? "" : words->on ? words->on : ctl->as_of,
    .note = words->note,
  });

  ggov_store_mark_dispute_piece_async (ctl->store, words->issue_id, piece, NULL, ggov_ctl_keep,
                                       &result);

  return ggov_ctl_finish_change (ctl, &result);
}

/* The command ---------------------------------------------------------------------------------- */

static const struct
{
  const char    *name;
  GgovCtlStatus (*func) (GgovCtl     *ctl,
                         const Words *words);
  guint          n_words; /* with its own name */
} acts[] = {
  { "list", list, 1 },
  { "show", show, 2 },
  { "open", open_mediation, 2 },
  { "party", add_party, 3 },
  { "meet", meet, 2 },
  { "piece", mark, 3 },
  { "end", end, 3 },
};

#define TEXT_OPTION(name, member, about, word) \
  { name, 0, 0, G_OPTION_ARG_STRING, &words.member, about, word }

GgovCtlStatus
ggov_ctl_dispute (GgovCtl  *ctl,
                  int       argc,
                  char    **argv)
{
  g_auto(Words) words = { 0 };
  const GOptionEntry options[] = {
    { "open", 0, 0, G_OPTION_ARG_NONE, &words.is_open, N_("List only those that are open"), NULL },
    TEXT_OPTION ("side", side, N_("applicant, respondent or third"), N_("WORD")),
    TEXT_OPTION ("person", person, N_("Who the party is, if known: a name, a phone or id:NUMBER"),
                 N_("WHO")),
    TEXT_OPTION ("phone", phone, N_("Of the party"), N_("NUMBER")),
    TEXT_OPTION ("address", address, N_("Of the party"), N_("WORDS")),
    TEXT_OPTION ("statement", statement, N_("What the party told"), N_("WORDS")),
    TEXT_OPTION ("mediator", mediator, N_("Who mediates"), N_("WHO")),
    TEXT_OPTION ("claim", claim, N_("What the applicant asks for"), N_("WORDS")),
    TEXT_OPTION ("applied", applied, N_("When mediation was applied for"), N_("DAY")),
    TEXT_OPTION ("accepted", accepted, N_("When it was accepted"), N_("DAY")),
    TEXT_OPTION ("at", at, N_("When they meet, such as 2026-04-01T14:30"), N_("TIME")),
    TEXT_OPTION ("place", place, N_("Where they meet"), N_("WORDS")),
    { "present", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.present,
      N_("A party who came; may be repeated"), N_("NAME") },
    TEXT_OPTION ("others", others, N_("Who else came"), N_("WORDS")),
    TEXT_OPTION ("said", said, N_("What was said"), N_("WORDS")),
    TEXT_OPTION ("agreed", agreed, N_("What was agreed, or why nothing was"), N_("WORDS")),
    TEXT_OPTION ("on", on, N_("The day; else that of --as-of"), N_("DAY")),
    TEXT_OPTION ("note", note, N_("About a piece of the file"), N_("WORDS")),
    { "missing", 0, 0, G_OPTION_ARG_NONE, &words.is_missing, N_("The piece is not in the file"),
      NULL },
    { NULL }
  };
  const char *name;

  if (!ggov_ctl_parse (&argc, &argv, options, "list | show ISSUE | open ISSUE | party ISSUE NAME | "
                       "meet ISSUE | piece ISSUE PIECE | end ISSUE OUTCOME", 0, 3))
    return GGOV_CTL_USAGE;

  name = argc > 1 ? argv[1] : "list";
  words.what = g_strdup (argc > 3 ? argv[3] : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].name, name) && (guint) MAX (argc - 1, 1) == acts[i].n_words)
      {
        if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
            (argc > 2 && (words.issue_id = ggov_ctl_issue_find (ctl, argv[2])) == 0))
          return GGOV_CTL_REFUSED;

        return acts[i].func (ctl, &words);
      }

  return ggov_ctl_issue_need (_("Say what to do: dispute list; show, open or meet with an issue’s "
                                "number; party, piece or end with the number and one word more."));
}
