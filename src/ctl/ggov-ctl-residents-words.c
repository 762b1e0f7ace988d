/* ggov-ctl-residents-words.c: the words of the commands about the register of residents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-residents.h"

static void
words_clear (GgovCtlResidents *words)
{
  char **const texts[] = {
    &words->of, &words->grid, &words->community, &words->building, &words->unit, &words->group,
    &words->stay, &words->sex, &words->text, &words->order, &words->day, &words->until, &words->door,
    &words->household, &words->to, &words->people, &words->names, &words->relations,
    &words->birth_dates, &words->sexes, &words->number, &words->head, &words->elsewhere,
    &words->reason, &words->report, &words->visitor, &words->person, &words->outcome, &words->found,
    &words->issue_type, &words->title, &words->responsible, &words->source,
    &words->results,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovCtlResidents, words_clear)

GgovCtlStatus
ggov_ctl_residents_need (const char *sentence)
{
  g_printerr ("gridgovctl: %s\n", sentence);

  return GGOV_CTL_USAGE;
}

const char *
ggov_ctl_residents_get_day (GgovCtl                *ctl,
                            const GgovCtlResidents *words)
{
  return words->day ? words->day : ctl->as_of;
}

gint64
ggov_ctl_residents_read_number (const char *text)
{
  const char *digits = strrchr (text, ':');
  char *rest = NULL;
  gint64 id = g_ascii_strtoll (digits ? digits + 1 : text, &rest, 10);

  if (id > 0 && *rest == '\0')
    return id;

  /* Translators: what somebody typed as the number of a household */
  g_printerr (_("gridgovctl: “%s” is no number of a household. See households list.\n"), text);

  return 0;
}

gboolean
ggov_ctl_residents_find_place (GgovCtl    *ctl,
                               const char *scope,
                               const char *place,
                               gint64     *id)
{
  g_autoptr(GgovPlace) found = NULL;

  *id = 0;
  if (place == NULL)
    return TRUE;

  if (!(found = ggov_ctl_find_place (ctl, scope, place, NULL)))
    return FALSE;

  *id = ggov_place_get_record (found)->id;

  return TRUE;
}

/* The text of a list at a place; NULL where it is shorter or empty there. */
static const char *
get_at (GStrv list,
        guint i)
{
  return i < g_strv_length (list) && *list[i] ? list[i] : NULL;
}

static void
member_clear (gpointer data)
{
  GgovRegisterMember *member = data;

  g_free ((char *) member->name);
  g_free ((char *) member->sex);
  g_free ((char *) member->birth_date);
  g_free ((char *) member->identity_number);
  g_free ((char *) member->relation);
}

GArray *
ggov_ctl_residents_list_members (GgovCtl                *ctl,
                                 const GgovCtlResidents *words)
{
  g_autoptr(GArray) members = g_array_new (FALSE, TRUE, sizeof (GgovRegisterMember));
  g_auto(GStrv) people = g_strsplit (words->people ? words->people : "", ",", -1);
  g_auto(GStrv) names = g_strsplit (words->names ? words->names : "", ",", -1);
  g_auto(GStrv) relations = g_strsplit (words->relations ? words->relations : "", ",", -1);
  g_auto(GStrv) born = g_strsplit (words->birth_dates ? words->birth_dates : "", ",", -1);
  g_auto(GStrv) sexes = g_strsplit (words->sexes ? words->sexes : "", ",", -1);
  const guint n_known = g_strv_length (people), n_new = g_strv_length (names);

  g_array_set_clear_func (members, member_clear);
  for (guint i = 0; i < n_known + n_new; i++)
    {
      const gboolean is_new = i >= n_known;
      GgovRegisterMember member = {
        .name = is_new ? g_strdup (names[i - n_known]) : NULL,
        .sex = g_strdup (get_at (sexes, i)),
        .birth_date = g_strdup (get_at (born, i)),
        .identity_number = is_new && i == n_known ? g_strdup (words->number) : NULL,
        .identity_kind = is_new && i == n_known && words->number ? "111" : NULL,
        .relation = g_strdup (get_at (relations, i)),
        .registered = !words->unregistered,
        .living = TRUE,
      };

      if (!is_new)
        member.person_id = ggov_ctl_find_person (ctl, people[i]);
      g_array_append_val (members, member);
      if (!is_new && member.person_id == 0)
        return NULL;
    }

  return g_steal_pointer (&members);
}

GgovCtlStatus
ggov_ctl_residents_print (GgovCtl     *ctl,
                          GListModel  *rows,
                          void       (*print) (gpointer row))
{
  if (ctl->json)
    ggov_ctl_print_rows (rows);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GObject) row = g_list_model_get_item (rows, i);

      print (row);
    }

  return GGOV_CTL_DONE;
}

static GgovCtlResidentsFunc
choose (int                            argc,
        char                         **argv,
        const GgovCtlResidentsAction  *actions,
        guint                          n_actions,
        GgovCtlResidents              *words)
{
  const char *name = argc > 1 ? argv[1] : actions[0].name;

  for (guint i = 0; i < n_actions; i++)
    if (g_str_equal (actions[i].name, name) && (argc == 3) == actions[i].has_subject)
      {
        words->of = argc > 2 ? g_strdup (argv[2]) : NULL;
        return actions[i].func;
      }

  return NULL;
}

#define TEXT_OPTION(name, member, about, word) \
  { name, 0, 0, G_OPTION_ARG_STRING, &words.member, about, word }
#define NUMBER_OPTION(name, member, about) \
  { name, 0, 0, G_OPTION_ARG_INT, &words.member, about, N_("N") }
#define FLAG_OPTION(name, member, about) \
  { name, 0, 0, G_OPTION_ARG_NONE, &words.member, about, NULL }

GgovCtlStatus
ggov_ctl_residents_run (GgovCtl                       *ctl,
                        int                            argc,
                        char                         **argv,
                        const char                    *usage,
                        const GgovCtlResidentsAction  *actions,
                        guint                          n_actions,
                        const char                    *sentence)
{
  g_auto(GgovCtlResidents) words = { NULL };
  const GOptionEntry options[] = {
    TEXT_OPTION ("grid", grid, N_("Of this grid"), N_("PLACE")),
    TEXT_OPTION ("community", community, N_("In this community"), N_("PLACE")),
    TEXT_OPTION ("building", building, N_("In this building"), N_("PLACE")),
    TEXT_OPTION ("unit", unit, N_("In this unit, such as 3号楼2单元"), N_("PLACE")),
    TEXT_OPTION ("door", door, N_("Behind this door of the unit"), N_("DOOR")),
    TEXT_OPTION ("group", group, N_("In this special group, or “any”"), N_("CODE")),
    TEXT_OPTION ("stay", stay, N_("living, registered or separated"), N_("WORD")),
    TEXT_OPTION ("sex", sex, N_("1 men, 2 women; of those who are new, apart by commas"), N_("CODES")),
    TEXT_OPTION ("text", text, N_("Those in whose words this is found"), N_("WORDS")),
    TEXT_OPTION ("order", order, N_("place, name, age or confirmed-on"), N_("WORD")),
    TEXT_OPTION ("day", day, N_("On this day; else on that of --as-of"), N_("DATE")),
    TEXT_OPTION ("until", until, N_("The last day"), N_("DATE")),
    TEXT_OPTION ("household", household, N_("By its number, as households list tells it"), N_("N")),
    TEXT_OPTION ("to", to, N_("The household that is joined"), N_("N")),
    TEXT_OPTION ("people", people, N_("Who: names, phones or id:NUMBER"), N_("WHO,WHO")),
    TEXT_OPTION ("name", names, N_("Who is new"), N_("NAME,NAME")),
    TEXT_OPTION ("relation", relations, N_("What they are to the head, GB/T 4761"), N_("CODE,CODE")),
    TEXT_OPTION ("born", birth_dates, N_("When they were born"), N_("DATE,DATE")),
    TEXT_OPTION ("id-number", number, N_("Of the identity card of the first who is new"),
                 N_("NUMBER")),
    TEXT_OPTION ("head", head, N_("Who is the head of those who stay"), N_("WHO")),
    TEXT_OPTION ("elsewhere", elsewhere, N_("Where they came from or go to"), N_("WORDS")),
    TEXT_OPTION ("reason", reason, N_("Why"), N_("WORDS")),
    TEXT_OPTION ("report", report, N_("What is to be said of it"), N_("WORDS")),
    TEXT_OPTION ("visitor", visitor, N_("Who went, or whose turn it is"), N_("WHO")),
    TEXT_OPTION ("person", person, N_("Whom it is about"), N_("WHO")),
    TEXT_OPTION ("outcome", outcome, N_("met, absent or refused"), N_("WORD")),
    TEXT_OPTION ("found", found, N_("What was found"), N_("WORDS")),
    TEXT_OPTION ("issue", issue_type, N_("It becomes an issue of this type"), N_("CODE")),
    TEXT_OPTION ("title", title, N_("What the issue is called"), N_("WORDS")),
    TEXT_OPTION ("responsible", responsible, N_("Who looks after them"), N_("WHO")),
    TEXT_OPTION ("source", source, N_("Who says so"), N_("WORDS")),
    TEXT_OPTION ("results", results, N_("Of a visit sheet: met, confirmed, absent or refused by line"),
                 N_("1=WORD,2=WORD")),
    NUMBER_OPTION ("age-from", age_from, N_("So old or older")),
    NUMBER_OPTION ("age-to", age_to, N_("So old or younger")),
    NUMBER_OPTION ("limit", limit, N_("So many lines at the most")),
    NUMBER_OPTION ("ahead", horizon, N_("Those due so many days ahead as well")),
    NUMBER_OPTION ("every", every, N_("To be visited every so many days")),
    FLAG_OPTION ("descending", descending, N_("The other way round")),
    FLAG_OPTION ("headless", headless, N_("Only those without a head")),
    FLAG_OPTION ("confirmed", confirmed, N_("What is known of them was gone over")),
    FLAG_OPTION ("unregistered", unregistered, N_("They live there without being registered there")),
    FLAG_OPTION ("stays-registered", stays_registered, N_("They stay registered where they were")),
    FLAG_OPTION ("reveal", whole, N_("Show what is masked; say why with --reason")),
    FLAG_OPTION ("care-only", care_only, N_("Only people of special groups")),
    FLAG_OPTION ("overdue", overdue_only, N_("Only those whose visit is late")),
    FLAG_OPTION ("keep", keeps, N_("Write visit sheets of it, one for each worker")),
    FLAG_OPTION ("open", open_only, N_("Only visit sheets with results missing")),
    { NULL }
  };
  GgovCtlResidentsFunc func;

  if (!ggov_ctl_parse (&argc, &argv, options, usage, 0, 2))
    return GGOV_CTL_USAGE;
  if (!(func = choose (argc, argv, actions, n_actions, &words)))
    return ggov_ctl_residents_need (sentence);
  if (words.sex)
    words.sexes = g_strdup (words.sex);

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return func (ctl, &words);
}
