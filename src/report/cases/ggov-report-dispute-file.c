/* ggov-report-dispute-file.c: a mediation file (调解卷宗): cover, contents and each form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-cases.h"
#include "ggov-report-form-private.h"
#include "ggov-report-pack.h"

#define TALL_MM  40.0 /* a box to write into */
#define SIGN_MM  16.0
#define COVER_MM 14.0

#define NUMBER_MM 12
#define STATE_MM  30
#define PAGES_MM  24

/* Pages of the cover and of the contents, which come before the forms. */
#define N_FRONT 2

/* What a form is made of. */
typedef struct
{
  const GgovDisputeFile        *file;
  const GgovReportCasesOptions *options;
  PangoContext                 *context;
  GgovReportPack               *pack;
  guint                         n_pages;  /* so far, those before the forms too */
  guint                         first[GGOV_N_DISPUTE_PIECES]; /* page of a piece's form; 0 for none */
} Making;

static const GgovDisputeFields *
get_dispute (const Making *making)
{
  return ggov_dispute_get_fields (making->file->dispute);
}

static GgovReportFlow *
begin (const Making *making,
       const char   *title)
{
  const GgovReportFlowOptions options = {
    .title = title,
    .subtitle = making->options->office,
    .printed_at = making->options->printed_at,
    .account = making->options->account,
    .is_personal = TRUE,
    .size = GGOV_REPORT_A4,
    .turn = GGOV_REPORT_TURN_PORTRAIT,
  };

  return ggov_report_flow_new (&options, making->context);
}

/* NULL for "", which leaves a box blank to be written on. */
static const char *
or_blank (const char *text)
{
  return text && *text ? text : NULL;
}

static void
add_number (GgovReportForm *form,
            const Making   *making)
{
  const GgovDisputeFields *dispute = get_dispute (making);

  _ggov_report_form_add (form, 0, C_("mediation", "File no."), dispute->number,
                         C_("mediation", "Kind"), dispute->type);
}

/* A line each: side, name, phone, address. */
static void
add_parties (GgovReportForm *form,
             const Making   *making)
{
  GPtrArray *parties = making->file->parties;

  for (guint i = 0; i < parties->len; i++)
    {
      const GgovDisputePartyFields *party = ggov_dispute_party_get_fields (parties->pdata[i]);

      _ggov_report_form_add (form, 0,
                             ggov_dispute_side_get_label (ggov_dispute_side_find (party->side)),
                             party->name, C_("mediation", "Phone"), or_blank (party->phone));
      _ggov_report_form_add (form, 0, C_("mediation", "Address"), or_blank (party->address), NULL,
                             NULL);
    }
  if (parties->len == 0)
    for (guint side = 0; side < GGOV_DISPUTE_THIRD; side++)
      {
        _ggov_report_form_add (form, 0, ggov_dispute_side_get_label (side), NULL,
                               C_("mediation", "Phone"), NULL);
        _ggov_report_form_add (form, 0, C_("mediation", "Address"), NULL, NULL, NULL);
      }
}

static void
add_signature (GgovReportForm *form,
               const char     *who)
{
  _ggov_report_form_add (form, SIGN_MM, who, NULL, C_("mediation", "Day"), NULL);
}

/* Each party signs, and who mediates. */
static void
add_signatures (GgovReportForm *form,
                const Making   *making)
{
  for (guint side = 0; side < GGOV_DISPUTE_THIRD; side++)
    add_signature (form, ggov_dispute_side_get_label (side));
  add_signature (form, C_("mediation", "Mediator"));
}

/* @piece: whose form it is, or GGOV_N_DISPUTE_PIECES. Takes both over. */
static void
end (Making         *making,
     guint           piece,
     GgovReportFlow *flow,
     GgovReportForm *form)
{
  _ggov_report_form_take (form, flow);
  ggov_report_flow_finish (flow);
  if (piece < GGOV_N_DISPUTE_PIECES && making->first[piece] == 0)
    making->first[piece] = making->n_pages + 1;
  making->n_pages += ggov_report_pager_get_n_pages (GGOV_REPORT_PAGER (flow));
  ggov_report_pack_add (making->pack, GGOV_REPORT_PAGER (flow));
}

/* The forms ------------------------------------------------------------------------------------- */

static void
add_application (Making *making,
                 guint   piece)
{
  const GgovDisputeFields *dispute = get_dispute (making);
  GgovReportFlow *flow = begin (making, ggov_dispute_piece_get_label (piece));
  GgovReportForm *form = _ggov_report_form_new (making->context);

  add_number (form, making);
  add_parties (form, making);
  _ggov_report_form_add (form, TALL_MM, C_("mediation", "The dispute"), dispute->title, NULL, NULL);
  _ggov_report_form_add (form, TALL_MM, C_("mediation", "What is asked for"),
                         or_blank (dispute->claim), NULL, NULL);
  _ggov_report_form_add (form, 0, C_("mediation", "Applied on"), or_blank (dispute->applied_on),
                         NULL, NULL);
  add_signature (form, ggov_dispute_side_get_label (GGOV_DISPUTE_APPLICANT));
  end (making, piece, flow, form);
}

static void
add_acceptance (Making *making,
                guint   piece)
{
  const GgovDisputeFields *dispute = get_dispute (making);
  GgovReportFlow *flow = begin (making, ggov_dispute_piece_get_label (piece));
  GgovReportForm *form = _ggov_report_form_new (making->context);

  add_number (form, making);
  add_parties (form, making);
  _ggov_report_form_add (form, 0, C_("mediation", "Reported on"), dispute->filed_on,
                         C_("mediation", "Accepted on"), or_blank (dispute->accepted_on));
  _ggov_report_form_add (form, 0, C_("mediation", "Place"), or_blank (dispute->place),
                         C_("mediation", "Grid"), or_blank (dispute->grid));
  _ggov_report_form_add (form, TALL_MM, C_("mediation", "The dispute"), dispute->title, NULL, NULL);
  _ggov_report_form_add (form, 0, C_("mediation", "Mediator"), or_blank (dispute->mediator), NULL,
                         NULL);
  add_signature (form, C_("mediation", "Accepted by"));
  end (making, piece, flow, form);
}

static void
add_rights (Making *making,
            guint   piece)
{
  GgovReportFlow *flow = begin (making, ggov_dispute_piece_get_label (piece));
  GgovReportForm *form = _ggov_report_form_new (making->context);

  ggov_report_flow_add_line (flow, _("In a mediation the parties have these rights: to choose or accept "
                                     "a mediator; to accept or refuse mediation, or to ask that it be "
                                     "ended; to ask that it be public or not; to say freely what they "
                                     "want, and to agree of their own will."));
  ggov_report_flow_add_line (flow, _("They have these duties: to tell the facts truthfully; to keep "
                                     "order and respect the mediator; to respect the rights of the "
                                     "other side."));
  add_number (form, making);
  add_parties (form, making);
  _ggov_report_form_add (form, TALL_MM, C_("mediation", "What the parties say to this"), NULL, NULL,
                         NULL);
  add_signatures (form, making);
  end (making, piece, flow, form);
}

static void
add_statement (Making                       *making,
               guint                         piece,
               const GgovDisputePartyFields *party)
{
  const GgovDisputeFields *dispute = get_dispute (making);
  GgovReportFlow *flow = begin (making, ggov_dispute_piece_get_label (piece));
  GgovReportForm *form = _ggov_report_form_new (making->context);

  add_number (form, making);
  _ggov_report_form_add (form, 0, C_("mediation", "Time"), NULL, C_("mediation", "Place"), NULL);
  _ggov_report_form_add (form, 0, C_("mediation", "Asked"), party ? party->name : NULL,
                         C_("mediation", "Asked by"), or_blank (dispute->mediator));
  _ggov_report_form_add (form, 3 * TALL_MM, C_("mediation", "Statement"),
                         party ? or_blank (party->statement) : NULL, NULL, NULL);
  add_signature (form, C_("mediation", "Asked"));
  add_signature (form, C_("mediation", "Asked by"));
  end (making, piece, flow, form);
}

static void
add_statements (Making *making,
                guint   piece)
{
  GPtrArray *parties = making->file->parties;

  for (guint i = 0; i < parties->len; i++)
    add_statement (making, piece, ggov_dispute_party_get_fields (parties->pdata[i]));
  if (parties->len == 0)
    add_statement (making, piece, NULL);
}

/* @meeting: (nullable): NULL for a form to write on */
static void
add_minutes_of (Making                         *making,
                guint                           piece,
                const GgovDisputeMeetingFields *meeting)
{
  const GgovDisputeFields *dispute = get_dispute (making);
  GgovReportFlow *flow = begin (making, ggov_dispute_piece_get_label (piece));
  GgovReportForm *form = _ggov_report_form_new (making->context);
  g_autofree char *when = meeting ? g_strdelimit (g_strdup (meeting->when), "T", ' ') : NULL;

  add_number (form, making);
  _ggov_report_form_add (form, 0, C_("mediation", "Time"), when, C_("mediation", "Place"),
                         meeting ? meeting->place : NULL);
  _ggov_report_form_add (form, 0, C_("mediation", "Parties who came"),
                         meeting ? or_blank (meeting->present) : NULL, NULL, NULL);
  _ggov_report_form_add (form, 0, C_("mediation", "Others"),
                         meeting ? or_blank (meeting->others) : NULL, C_("mediation", "Mediator"),
                         or_blank (dispute->mediator));
  _ggov_report_form_add (form, 2 * TALL_MM, C_("mediation", "What was said"),
                         meeting ? or_blank (meeting->said) : NULL, NULL, NULL);
  _ggov_report_form_add (form, TALL_MM, C_("mediation", "What was agreed"),
                         meeting ? or_blank (meeting->agreed) : NULL, NULL, NULL);
  add_signatures (form, making);
  end (making, piece, flow, form);
}

static void
add_minutes (Making *making,
             guint   piece)
{
  GPtrArray *meetings = making->file->meetings;

  for (guint i = 0; i < meetings->len; i++)
    add_minutes_of (making, piece, ggov_dispute_meeting_get_fields (meetings->pdata[i]));
  if (meetings->len == 0)
    add_minutes_of (making, piece, NULL);
}

static void
add_agreement (Making *making,
               guint   piece)
{
  const GgovDisputeFields *dispute = get_dispute (making);
  gboolean is_agreed = g_strcmp0 (dispute->outcome, "agreed") == 0;
  GgovReportFlow *flow = begin (making, ggov_dispute_piece_get_label (piece));
  GgovReportForm *form = _ggov_report_form_new (making->context);

  add_number (form, making);
  add_parties (form, making);
  _ggov_report_form_add (form, TALL_MM, C_("mediation", "The dispute"), dispute->title, NULL, NULL);
  _ggov_report_form_add (form, 1.5 * TALL_MM, C_("mediation", "What was agreed"),
                         is_agreed ? or_blank (dispute->agreement) : NULL, NULL, NULL);
  _ggov_report_form_add (form, 0, C_("mediation", "To be done by"), NULL, C_("mediation", "Agreed on"),
                         is_agreed ? or_blank (dispute->ended_on) : NULL);
  add_signatures (form, making);
  end (making, piece, flow, form);
}

static void
add_follow_up (Making *making,
               guint   piece)
{
  GgovReportFlow *flow = begin (making, ggov_dispute_piece_get_label (piece));
  GgovReportForm *form = _ggov_report_form_new (making->context);

  add_number (form, making);
  add_parties (form, making);
  _ggov_report_form_add (form, 0, C_("mediation", "Time"), NULL, C_("mediation", "Who was asked"),
                         NULL);
  _ggov_report_form_add (form, 2 * TALL_MM, C_("mediation", "Whether the agreement is kept"), NULL,
                         NULL, NULL);
  add_signature (form, C_("mediation", "Who was asked"));
  add_signature (form, C_("mediation", "Visited by"));
  end (making, piece, flow, form);
}

static void
add_receipt (Making *making,
             guint   piece)
{
  GgovReportFlow *flow = begin (making, ggov_dispute_piece_get_label (piece));
  GgovReportForm *form = _ggov_report_form_new (making->context);

  add_number (form, making);
  add_parties (form, making);
  _ggov_report_form_add (form, 0, C_("mediation", "Paper handed over"), NULL,
                         C_("mediation", "How many"), NULL);
  _ggov_report_form_add (form, TALL_MM, C_("mediation", "Note"), NULL, NULL, NULL);
  add_signature (form, C_("mediation", "Received by"));
  add_signature (form, C_("mediation", "Handed over by"));
  end (making, piece, flow, form);
}

/* By the code of the piece; others are papers of the parties or of a court. */
static const struct
{
  const char *code;
  void      (*add) (Making *making,
                    guint   piece);
} forms[] = {
  { "application", add_application }, { "acceptance", add_acceptance }, { "rights", add_rights },
  { "statement", add_statements },    { "minutes", add_minutes },       { "agreement", add_agreement },
  { "follow-up", add_follow_up },     { "receipt", add_receipt },
};

static void
add_forms (Making *making)
{
  for (guint piece = 0; piece < GGOV_N_DISPUTE_PIECES; piece++)
    for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
      if (g_str_equal (forms[i].code, ggov_dispute_piece_get_kind (piece)->code))
        forms[i].add (making, piece);
}

/* The front ------------------------------------------------------------------------------------- */

static GgovReportPager *
make_cover (const Making *making)
{
  const GgovDisputeFields *dispute = get_dispute (making);
  GgovReportFlow *flow = begin (making, C_("mediation", "Mediation File"));
  GgovReportForm *form = _ggov_report_form_new (making->context);
  g_autofree char *applicants = ggov_dispute_file_dup_names (making->file, "applicant");
  g_autofree char *respondents = ggov_dispute_file_dup_names (making->file, "respondent");
  guint outcome = ggov_dispute_outcome_find (dispute->outcome);

  _ggov_report_form_add (form, COVER_MM, C_("mediation", "File no."), dispute->number, NULL, NULL);
  _ggov_report_form_add (form, COVER_MM, C_("mediation", "Kind"), dispute->type, NULL, NULL);
  _ggov_report_form_add (form, COVER_MM, C_("mediation", "The dispute"), dispute->title, NULL, NULL);
  _ggov_report_form_add (form, COVER_MM, ggov_dispute_side_get_label (GGOV_DISPUTE_APPLICANT),
                         or_blank (applicants), NULL, NULL);
  _ggov_report_form_add (form, COVER_MM, ggov_dispute_side_get_label (GGOV_DISPUTE_RESPONDENT),
                         or_blank (respondents), NULL, NULL);
  _ggov_report_form_add (form, COVER_MM, C_("mediation", "Mediator"), or_blank (dispute->mediator),
                         NULL, NULL);
  _ggov_report_form_add (form, COVER_MM, C_("mediation", "Accepted on"),
                         or_blank (dispute->accepted_on), C_("mediation", "Ended on"),
                         or_blank (dispute->ended_on));
  _ggov_report_form_add (form, COVER_MM, C_("mediation", "Outcome"),
                         outcome < GGOV_N_DISPUTE_OUTCOMES ? ggov_dispute_outcome_get_label (outcome)
                                                           : NULL, NULL, NULL);
  _ggov_report_form_add (form, COVER_MM, C_("mediation", "Put together by"), NULL,
                         C_("mediation", "Kept until"), NULL);
  _ggov_report_form_take (form, flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}

static const char *
get_state (const GgovDisputePieceFields *piece)
{
  if (*piece->day)
    return piece->day;

  return piece->is_required ? C_("mediation", "Missing") : C_("mediation", "Not needed");
}

/* What is there, what is missing, and the page its form is on. */
static GgovReportPager *
make_contents (const Making *making)
{
  const GgovReportColumn columns[] = {
    { C_("mediation", "No."), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("mediation", "Piece"), 0, PANGO_ALIGN_LEFT },
    { C_("mediation", "In the file"), STATE_MM, PANGO_ALIGN_CENTER },
    { C_("mediation", "Page"), PAGES_MM, PANGO_ALIGN_CENTER },
    { C_("mediation", "Note"), 0, PANGO_ALIGN_LEFT },
  };
  GgovReportFlow *flow = begin (making, C_("mediation", "Contents of the File"));
  GPtrArray *pieces = making->file->pieces;
  const GgovDisputeFields *dispute = get_dispute (making);
  g_autofree char *summary = NULL;

  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns,
                                                                    G_N_ELEMENTS (columns), 0),
                                NULL, NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < pieces->len; i++)
    {
      const GgovDisputePieceFields *piece = ggov_dispute_piece_get_fields (pieces->pdata[i]);
      char *const cells[] = {
        g_strdup_printf ("%u", i + 1), g_strdup (piece->label), g_strdup (get_state (piece)),
        making->first[i] ? g_strdup_printf ("%u", making->first[i]) : NULL, g_strdup (piece->note),
      };

      ggov_report_flow_take_row (flow, cells);
    }

  /* Translators: how many pieces a mediation file has to have, and how many it lacks */
  summary = g_strdup_printf (_("%1$d pieces are required, %2$d are missing."),
                             (int) dispute->n_required, (int) dispute->n_missing);
  ggov_report_flow_add_line (flow, summary);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}

GgovReportPager *
ggov_report_dispute_file_new (const GgovDisputeFile        *file,
                              const GgovReportCasesOptions *options,
                              PangoContext                 *context)
{
  Making making = { .file = file, .options = options, .context = context, .n_pages = N_FRONT };
  g_autofree char *title = NULL;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  /* Translators: the title of a pack of papers; the number of a dispute */
  title = g_strdup_printf (C_("mediation", "Mediation File %s"),
                           ggov_dispute_get_fields (file->dispute)->number);
  making.pack = ggov_report_pack_new (title);
  add_forms (&making);
  ggov_report_pack_insert (making.pack, 0, make_contents (&making));
  ggov_report_pack_insert (making.pack, 0, make_cover (&making));

  return GGOV_REPORT_PAGER (making.pack);
}
