/* ggov-ctl-organisations.c: gridgovctl organisations: added, changed, ended, given what they have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-change.h"
#include "ggov-ctl-find.h"
#include "ggov-ctl-organisations.h"
#include "ggov-organisation-kind.h"

typedef GgovCtlStatus (*OrganisationsFunc) (GgovCtl                    *ctl,
                                            const GgovCtlOrganisations *words);

static void
words_clear (GgovCtlOrganisations *words)
{
  char **const texts[] = {
    &words->kind, &words->of, &words->name, &words->text, &words->community, &words->branch,
    &words->phone, &words->scope, &words->address, &words->person, &words->grids, &words->title,
    &words->note, &words->duty, &words->role, &words->from, &words->until, &words->reason,
    &words->line,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovCtlOrganisations, words_clear)

static GgovCtlStatus
need (const char *sentence)
{
  g_printerr ("gridgovctl: %s\n", sentence);

  return GGOV_CTL_USAGE;
}

/* Add, change and end ---------------------------------------------------------------------- */

/* What the words say goes over what is known; FALSE once it was said what is wrong. */
static gboolean
fill_record (GgovCtl                    *ctl,
             const GgovCtlOrganisations *words,
             GgovOrganisationRecord     *record)
{
  g_autoptr(GgovPlace) community = NULL;
  g_autoptr(GgovOrganisation) branch = NULL;

  if (words->name)
    record->name = words->name;
  if (words->phone)
    record->phone = words->phone;
  if (words->scope)
    record->scope = words->scope;
  if (words->address)
    record->address = words->address;
  if (words->from)
    record->valid_from = words->from;

  if (words->branch)
    {
      if (!(branch = ggov_ctl_organisations_find (ctl, words->branch, "branch")))
        return FALSE;
      record->parent_id = ggov_organisation_get_row (branch)->id;
      if (record->community_id == 0)
        record->community_id = ggov_organisation_get_row (branch)->community_id;
    }
  if (words->community)
    {
      if (!(community = ggov_ctl_find_place (ctl, "community", words->community, NULL)))
        return FALSE;
      record->community_id = ggov_place_get_record (community)->id;
    }

  return TRUE;
}

static GgovCtlStatus
save (GgovCtl                      *ctl,
      gint64                        id,
      const GgovOrganisationRecord *record)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_save_organisation_async (ctl->store, id, record, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
add (GgovCtl                    *ctl,
     const GgovCtlOrganisations *words)
{
  GgovOrganisationRecord record = { .kind = words->kind };

  if (words->kind == NULL || words->name == NULL)
    return need (_("Say what kind it is and its name: organisations add --kind CODE --name NAME"));

  return fill_record (ctl, words, &record) ? save (ctl, 0, &record) : GGOV_CTL_REFUSED;
}

static GgovCtlStatus
edit (GgovCtl                    *ctl,
      const GgovCtlOrganisations *words)
{
  g_autoptr(GgovOrganisation) known = ggov_ctl_organisations_find (ctl, words->of, words->kind);
  const GgovOrganisationRow *row;
  GgovOrganisationRecord record;

  if (known == NULL)
    return GGOV_CTL_REFUSED;

  row = ggov_organisation_get_row (known);
  record = (GgovOrganisationRecord) {
    .kind = row->kind,
    .name = row->name,
    .community_id = row->community_id,
    .parent_id = row->parent_id,
    .phone = row->phone,
    .scope = row->scope,
    .address = row->address,
    .valid_from = row->since,
  };

  return fill_record (ctl, words, &record) ? save (ctl, row->id, &record) : GGOV_CTL_REFUSED;
}

static GgovCtlStatus
end_line (GgovCtl                    *ctl,
          const GgovCtlOrganisations *words,
          const char                 *owner_kind)
{
  g_auto(GStrv) parts = g_strsplit (words->line, ":", 2);
  g_autoptr(GAsyncResult) result = NULL;
  char *rest = NULL;
  gint64 id = parts[0] && parts[1] ? g_ascii_strtoll (parts[1], &rest, 10) : 0;

  if (id <= 0 || *rest != '\0' || strstr ("contact member grid resource activity post",
                                          parts[0]) == NULL)
    return need (_("Say which line ends as organisations show tells it, such as contact:12."));

  ggov_store_end_organisation_line_async (ctl->store, parts[0], owner_kind, id,
                                          words->until ? words->until : ctl->as_of, NULL,
                                          ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
end (GgovCtl                    *ctl,
     const GgovCtlOrganisations *words)
{
  g_autoptr(GgovOrganisation) known = ggov_ctl_organisations_find (ctl, words->of, words->kind);
  g_autoptr(GAsyncResult) result = NULL;
  const GgovOrganisationRow *row;

  if (known == NULL)
    return GGOV_CTL_REFUSED;

  row = ggov_organisation_get_row (known);
  if (words->line)
    return end_line (ctl, words, row->kind);

  ggov_store_end_organisation_async (ctl->store, row->kind, row->id,
                                     words->until ? words->until : ctl->as_of, words->reason,
                                     words->with_posts, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

/* Lines ------------------------------------------------------------------------------------ */

/* The grids that the words name; FALSE once it was said what is wrong. */
static gboolean
find_grids (GgovCtl                    *ctl,
            const GgovCtlOrganisations *words,
            GArray                     *ids)
{
  g_auto(GStrv) names = g_strsplit (words->grids ? words->grids : "", ",", -1);

  for (guint i = 0; names[i]; i++)
    {
      g_autoptr(GgovPlace) grid = ggov_ctl_find_place (ctl, "grid", names[i], words->community);

      if (grid == NULL)
        return FALSE;
      g_array_append_val (ids, ggov_place_get_record (grid)->id);
    }

  return TRUE;
}

/* @line: what is of this kind of line already */
static GgovCtlStatus
add_line (GgovCtl                    *ctl,
          const GgovCtlOrganisations *words,
          GgovOrganisationLineRecord *line)
{
  g_autoptr(GgovOrganisation) owner = ggov_ctl_organisations_find (ctl, words->of, words->kind);
  g_autoptr(GArray) grids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GAsyncResult) result = NULL;

  if (owner == NULL || !find_grids (ctl, words, grids) ||
      (words->person && !(line->person_id = ggov_ctl_find_person (ctl, words->person))))
    return GGOV_CTL_REFUSED;

  line->owner_kind = ggov_organisation_get_row (owner)->kind;
  line->owner_id = ggov_organisation_get_row (owner)->id;
  line->person_name = words->name;
  line->person_phone = words->phone;
  line->title = words->title;
  line->note = words->note;
  line->reached = words->reached;
  line->valid_from = ggov_ctl_organisations_get_day (ctl, words);
  line->valid_to = words->until;
  ggov_store_add_organisation_lines_async (ctl->store, line,
                                           (const gint64 *) (gpointer) grids->data, grids->len,
                                           NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
add_contact (GgovCtl                    *ctl,
             const GgovCtlOrganisations *words)
{
  GgovOrganisationLineRecord line = { .kind = "contact" };

  return add_line (ctl, words, &line);
}

static GgovCtlStatus
add_member (GgovCtl                    *ctl,
            const GgovCtlOrganisations *words)
{
  GgovOrganisationLineRecord line = {
    .kind = "member", .code = words->duty ? words->duty : "member",
  };

  return add_line (ctl, words, &line);
}

static GgovCtlStatus
assign (GgovCtl                    *ctl,
        const GgovCtlOrganisations *words)
{
  GgovOrganisationLineRecord line = { .kind = "grid" };

  if (words->grids == NULL)
    return need (_("Say which grids: --grids CODE,CODE"));

  return add_line (ctl, words, &line);
}

static GgovCtlStatus
add_liaison (GgovCtl                    *ctl,
             const GgovCtlOrganisations *words)
{
  GgovOrganisationLineRecord line = { .kind = "post", .code = words->role };

  if (words->grids == NULL)
    return need (_("Say which grids: --grids CODE,CODE"));

  return add_line (ctl, words, &line);
}

static GgovCtlStatus
offer (GgovCtl                    *ctl,
       const GgovCtlOrganisations *words)
{
  GgovOrganisationLineRecord line = { .kind = "resource" };

  return add_line (ctl, words, &line);
}

static GgovCtlStatus
record_activity (GgovCtl                    *ctl,
                 const GgovCtlOrganisations *words)
{
  GgovOrganisationLineRecord line = { .kind = "activity" };

  return add_line (ctl, words, &line);
}

static const struct
{
  const char        *name;
  gboolean           has_organisation; /* whether it is said which */
  OrganisationsFunc  func;
} actions[] = {
  { "list", FALSE, ggov_ctl_organisations_list },
  { "coverage", FALSE, ggov_ctl_organisations_coverage },
  { "chart", FALSE, ggov_ctl_organisations_chart },
  { "show", TRUE, ggov_ctl_organisations_show },
  { "add", FALSE, add },
  { "edit", TRUE, edit },
  { "end", TRUE, end },
  { "contact", TRUE, add_contact },
  { "member", TRUE, add_member },
  { "assign", TRUE, assign },
  { "liaison", TRUE, add_liaison },
  { "offer", TRUE, offer },
  { "activity", TRUE, record_activity },
};

static OrganisationsFunc
choose (int                    argc,
        char                 **argv,
        GgovCtlOrganisations  *words)
{
  const char *name = argc > 1 ? argv[1] : "list";

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (!g_str_equal (actions[i].name, name))
        continue;

      if (argc > 2)
        words->of = g_strdup (argv[2]);
      if ((argc == 3) == actions[i].has_organisation)
        return actions[i].func;
    }

  need (_("Say what to do: organisations list, coverage, chart or add, or show, edit, end, contact, "
          "member, assign, liaison, offer or activity with an organisation’s name or number."));

  return NULL;
}

#define TEXT_OPTION(name, member, about, word) \
  { name, 0, 0, G_OPTION_ARG_STRING, &words.member, about, word }

GgovCtlStatus
ggov_ctl_organisations (GgovCtl  *ctl,
                        int       argc,
                        char    **argv)
{
  g_auto(GgovCtlOrganisations) words = { .reached = -1 };
  const GOptionEntry options[] = {
    TEXT_OPTION ("kind", kind, N_("committee, department, co_building, property, gas, water, venue, "
                                  "other, branch, group; party for the last two"), N_("CODE")),
    TEXT_OPTION ("text", text, N_("Those in whose words this is found"), N_("WORDS")),
    TEXT_OPTION ("community", community, N_("In this community"), N_("PLACE")),
    TEXT_OPTION ("name", name, N_("Of the organisation, or of a contact who is new"), N_("NAME")),
    TEXT_OPTION ("branch", branch, N_("The branch a party group belongs to"), N_("NAME")),
    TEXT_OPTION ("phone", phone, N_("Of the organisation, or of a contact who is new"),
                 N_("NUMBER")),
    TEXT_OPTION ("scope", scope, N_("What its work covers"), N_("WORDS")),
    TEXT_OPTION ("address", address, N_("Where it is"), N_("WORDS")),
    TEXT_OPTION ("person", person, N_("Who: a name, a phone or id:NUMBER"), N_("WHO")),
    TEXT_OPTION ("grids", grids, N_("Grids by code or name"), N_("CODE,CODE")),
    TEXT_OPTION ("title", title, N_("What is offered or was done"), N_("WORDS")),
    TEXT_OPTION ("note", note, N_("A contact’s duty, how much is offered, more about an activity"),
                 N_("WORDS")),
    TEXT_OPTION ("duty", duty, N_("In the Party: secretary, deputy, leader or member"), N_("CODE")),
    TEXT_OPTION ("role", role, N_("The post of a liaison: see gridgovctl roles"), N_("CODE")),
    { "reached", 0, 0, G_OPTION_ARG_INT64, &words.reached, N_("How many people it reached"),
      N_("N") },
    TEXT_OPTION ("from", from, N_("From this day on; else from the day of --as-of"), N_("DATE")),
    TEXT_OPTION ("until", until, N_("The last day"), N_("DATE")),
    TEXT_OPTION ("reason", reason, N_("Why"), N_("WORDS")),
    TEXT_OPTION ("line", line, N_("End only this, as show tells it"), N_("KIND:NUMBER")),
    { "with-posts", 0, 0, G_OPTION_ARG_NONE, &words.with_posts,
      N_("End the posts of its people as well"), NULL },
    { "with-ended", 0, 0, G_OPTION_ARG_NONE, &words.with_ended,
      N_("List those that have ended as well"), NULL },
    { NULL }
  };
  OrganisationsFunc func;

  if (!ggov_ctl_parse (&argc, &argv, options, "list|coverage|chart|add|show|edit|end|contact|member|"
                       "assign|liaison|offer|activity [NAME]", 0, 2) ||
      !(func = choose (argc, argv, &words)))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return func (ctl, &words);
}
