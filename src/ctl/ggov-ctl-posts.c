/* ggov-ctl-posts.c: gridgovctl appoint, transfer, stand-down and substitute
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-ctl-find.h"
#include "ggov-ctl-papers.h"
#include "ggov-store-roles.h"
#include "ggov-store-stand-down.h"
#include "ggov-store-transfer.h"
#include "ggov-store-twins.h"

/* How many who may be the same are told before somebody new is entered. */
#define MOST_TWINS 10

/* The words of these commands. Not each has all of them. */
typedef struct
{
  char   *person;
  char   *name;
  char   *sex;
  char   *phone;
  char   *role;
  char   *to_role;
  char   *at;
  char   *place;
  char   *community;
  char   *from;
  char   *until;
  char   *nominated_by;
  char   *approved_by;
  char   *reason;
  char   *exception;
  char   *hand_over_to;
  char   *successor;
  char   *by;
  GStrv   papers;
  gboolean really_new;
  gboolean hand_over;
  gboolean end;
} Words;

static void
words_clear (Words *words)
{
  char **const texts[] = {
    &words->person, &words->name, &words->sex, &words->phone, &words->role, &words->to_role,
    &words->at, &words->place, &words->community, &words->from, &words->until,
    &words->nominated_by, &words->approved_by, &words->reason, &words->exception,
    &words->hand_over_to, &words->successor, &words->by,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&words->papers, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

#define TEXT_OPTION(name, member, about, word) \
  { name, 0, 0, G_OPTION_ARG_STRING, &words.member, about, word }
#define PERSON_OPTION TEXT_OPTION ("person", person, N_("Who: a name, a phone or id:NUMBER"), \
                                   N_("WHO"))
#define FROM_OPTION TEXT_OPTION ("from", from, N_("From this day on; else from the day of --as-of"), \
                                 N_("DATE"))
#define REASON_OPTION TEXT_OPTION ("reason", reason, N_("Why"), N_("WORDS"))
#define WHICH_OPTIONS \
  TEXT_OPTION ("role", role, N_("Of several posts, the one of this role"), N_("CODE")), \
  TEXT_OPTION ("at", at, N_("Of several posts, the one at this place"), N_("PLACE"))
#define CHAIN_OPTIONS \
  TEXT_OPTION ("nominated-by", nominated_by, N_("Who nominated"), N_("WHO")), \
  TEXT_OPTION ("approved-by", approved_by, N_("Who approved"), N_("WHO")), \
  TEXT_OPTION ("exception", exception, N_("Why a rule is set aside"), N_("WORDS")), \
  { "paper", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.papers, \
    N_("Keep this letter or picture with it"), N_("FILE") }
#define CHOICE_OPTIONS \
  TEXT_OPTION ("place", place, N_("Where: a code, a name or a door"), N_("PLACE")), \
  TEXT_OPTION ("community", community, N_("In the community of this code"), N_("CODE")), \
  TEXT_OPTION ("until", until, N_("The last day, where it is known"), N_("DATE")), \
  CHAIN_OPTIONS

static GgovCtlStatus
need (const char *sentence)
{
  g_printerr ("gridgovctl: %s\n", sentence);

  return GGOV_CTL_USAGE;
}

/* (nullable): the scope of a role, or NULL once it was said that there is no such role */
static char *
find_scope (GgovCtl    *ctl,
            const char *role)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) roles = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_roles_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(roles = ggov_store_list_roles_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    {
      ggov_ctl_refuse (ctl, error);
      return NULL;
    }

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(GgovOfficeRole) row = g_list_model_get_item (roles, i);
      const GgovOfficeRoleRecord *record = ggov_office_role_get_record (row);

      if (g_str_equal (record->code, role))
        return g_strdup (record->scope);
    }

  /* Translators: the code of a role */
  g_printerr (_("gridgovctl: There is no role “%s”. See gridgovctl roles.\n"), role);

  return NULL;
}

/* (nullable): what owns the files' contents, or NULL once it was said what is wrong */
static GArray *
read_papers (const Words     *words,
             GgovAppointment *appointment)
{
  GArray *papers = ggov_ctl_read_papers ((const char *const *) words->papers);

  if (papers)
    {
      appointment->papers = GGOV_PAPERS (papers);
      appointment->n_papers = papers->len;
    }

  return papers;
}

/* Whom @who means, or nobody where nothing was said. FALSE once it was said what is wrong. */
static gboolean
find_if_said (GgovCtl    *ctl,
              const char *who,
              gint64     *person_id)
{
  return who == NULL || (*person_id = ggov_ctl_find_person (ctl, who)) != 0;
}

/* Fills in where, from when and by whom. FALSE once it was said what is wrong. */
static gboolean
fill_choice (GgovCtl          *ctl,
             const Words      *words,
             const char       *role,
             GgovAppointment  *appointment,
             GgovPlace       **place)
{
  g_autofree char *scope = find_scope (ctl, role);

  if (scope == NULL || !(*place = ggov_ctl_find_place (ctl, scope, words->place, words->community)))
    return FALSE;

  appointment->role_code = role;
  appointment->place_kind = ggov_place_get_record (*place)->kind;
  appointment->place_id = ggov_place_get_record (*place)->id;
  appointment->since = words->from ? words->from : ctl->as_of;
  appointment->until = words->until;
  appointment->reason = words->reason;
  appointment->exception = words->exception;

  return find_if_said (ctl, words->nominated_by, &appointment->nominated_by_id) &&
         find_if_said (ctl, words->approved_by, &appointment->approved_by_id);
}

/* Somebody new who may be known already is not entered without a word. */
static gboolean
check_new (GgovCtl     *ctl,
           const Words *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) twins = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_find_twins_async (ctl->store, words->name, words->phone, ctl->as_of, MOST_TWINS, NULL,
                               ggov_ctl_keep, &result);
  if (!(twins = ggov_store_list_twins_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    {
      ggov_ctl_refuse (ctl, error);
      return FALSE;
    }

  if (g_list_model_get_n_items (twins) == 0 || words->really_new)
    return TRUE;

  /* Translators: a person's name */
  g_printerr (_("gridgovctl: %s may be known already. Name them with --person, or say --really-new:\n"),
              words->name);
  for (guint i = 0; i < g_list_model_get_n_items (twins); i++)
    {
      g_autoptr(GgovTwin) twin = g_list_model_get_item (twins, i);
      const GgovTwinRecord *record = ggov_twin_get_record (twin);

      g_printerr ("  id:%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", record->second_id, record->second,
                  record->second_phone ? record->second_phone : "",
                  record->second_note ? record->second_note : "");
    }

  return FALSE;
}

static gboolean
fill_person (GgovCtl         *ctl,
             const Words     *words,
             GgovAppointment *appointment)
{
  if (words->person)
    return (appointment->person_id = ggov_ctl_find_person (ctl, words->person)) != 0;

  appointment->name = words->name;
  appointment->sex = words->sex;
  appointment->phone = words->phone;

  return check_new (ctl, words);
}

GgovCtlStatus
ggov_ctl_appoint (GgovCtl  *ctl,
                  int       argc,
                  char    **argv)
{
  g_auto(Words) words = { NULL };
  const GOptionEntry options[] = {
    PERSON_OPTION,
    TEXT_OPTION ("new", name, N_("Somebody new, of this name"), N_("NAME")),
    TEXT_OPTION ("sex", sex, N_("Of somebody new: 1 male, 2 female"), N_("CODE")),
    TEXT_OPTION ("phone", phone, N_("Of somebody new"), N_("NUMBER")),
    { "really-new", 0, 0, G_OPTION_ARG_NONE, &words.really_new,
      N_("Enter them although somebody like that is known"), NULL },
    TEXT_OPTION ("role", role, N_("As what: see gridgovctl roles"), N_("CODE")),
    CHOICE_OPTIONS, FROM_OPTION, REASON_OPTION,
    { NULL }
  };
  g_autoptr(GArray) papers = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovPlace) place = NULL;
  GgovAppointment appointment = { 0 };

  if (!ggov_ctl_parse (&argc, &argv, options, NULL, 0, 0))
    return GGOV_CTL_USAGE;
  if (words.role == NULL || words.place == NULL || (words.person == NULL) == (words.name == NULL))
    return need (_("Say who, as what and where: appoint --person WHO --role CODE --place PLACE"));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !fill_choice (ctl, &words, words.role, &appointment, &place) ||
      !fill_person (ctl, &words, &appointment) ||
      !(papers = read_papers (&words, &appointment)))
    return GGOV_CTL_REFUSED;

  ggov_store_appoint_async (ctl->store, &appointment, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_transfer (GgovCtl  *ctl,
                   int       argc,
                   char    **argv)
{
  g_auto(Words) words = { NULL };
  const GOptionEntry options[] = {
    PERSON_OPTION, WHICH_OPTIONS,
    TEXT_OPTION ("to-role", to_role, N_("As what from now on; else as before"), N_("CODE")),
    CHOICE_OPTIONS, FROM_OPTION, REASON_OPTION,
    TEXT_OPTION ("hand-over-to", hand_over_to, N_("Who takes on the open issues"), N_("WHO")),
    { NULL }
  };
  g_autoptr(GArray) papers = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovPost) post = NULL;
  g_autoptr(GgovPlace) place = NULL;
  GgovAppointment to = { 0 };
  gint64 hand_over_to = 0;

  if (!ggov_ctl_parse (&argc, &argv, options, NULL, 0, 0))
    return GGOV_CTL_USAGE;
  if (words.person == NULL || words.place == NULL)
    return need (_("Say who and where to: transfer --person WHO --place PLACE"));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(post = ggov_ctl_find_post (ctl, words.person, words.role, words.at)) ||
      !fill_choice (ctl, &words, words.to_role ? words.to_role
                                               : ggov_post_get_details (post)->role_code, &to,
                    &place) ||
      !(papers = read_papers (&words, &to)) ||
      !find_if_said (ctl, words.hand_over_to, &hand_over_to))
    return GGOV_CTL_REFUSED;

  ggov_store_transfer_async (ctl->store, ggov_post_get_details (post)->id, &to, hand_over_to, NULL,
                             ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_stand_down (GgovCtl  *ctl,
                     int       argc,
                     char    **argv)
{
  g_auto(Words) words = { NULL };
  GgovStandDown order = { 0 };
  const GOptionEntry options[] = {
    PERSON_OPTION, WHICH_OPTIONS, FROM_OPTION, REASON_OPTION,
    TEXT_OPTION ("hand-over-to", hand_over_to, N_("Who takes on the open issues"), N_("WHO")),
    TEXT_OPTION ("successor", successor, N_("Who has the post from then on"), N_("WHO")),
    { "everywhere", 0, 0, G_OPTION_ARG_NONE, &order.everywhere,
      N_("End all their posts of this role"), NULL },
    CHAIN_OPTIONS,
    { NULL }
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) papers = NULL;
  g_autoptr(GgovPost) post = NULL;

  if (!ggov_ctl_parse (&argc, &argv, options, NULL, 0, 0))
    return GGOV_CTL_USAGE;
  if (words.person == NULL)
    return need (_("Say who: stand-down --person WHO"));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(post = ggov_ctl_find_post (ctl, words.person, words.role, words.at)) ||
      !find_if_said (ctl, words.hand_over_to, &order.hand_over_to) ||
      !find_if_said (ctl, words.successor, &order.successor_id) ||
      !find_if_said (ctl, words.nominated_by, &order.nominated_by_id) ||
      !find_if_said (ctl, words.approved_by, &order.approved_by_id) ||
      !(papers = ggov_ctl_read_papers ((const char *const *) words.papers)))
    return GGOV_CTL_REFUSED;

  order.post_id = ggov_post_get_details (post)->id;
  order.from = words.from ? words.from : ctl->as_of;
  order.reason = words.reason;
  order.exception = words.exception;
  order.papers = GGOV_PAPERS (papers);
  order.n_papers = papers->len;
  ggov_store_stand_down_async (ctl->store, &order, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
end_leave (GgovCtl     *ctl,
           const Words *words,
           GgovPost    *post)
{
  const GgovPostDetails *details = ggov_post_get_details (post);
  g_autoptr(GAsyncResult) result = NULL;

  if (details->leave_id == 0)
    {
      g_printerr (_("gridgovctl: Nobody stands in for this post on that day or later.\n"));
      return GGOV_CTL_REFUSED;
    }

  ggov_store_end_leave_async (ctl->store, details->leave_id,
                              words->from ? words->from : ctl->as_of, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
begin_leave (GgovCtl     *ctl,
             const Words *words,
             GgovPost    *post)
{
  g_autoptr(GAsyncResult) result = NULL;
  const GgovSubstitution substitution = {
    .post_id = ggov_post_get_details (post)->id,
    .substitute_id = ggov_ctl_find_person (ctl, words->by),
    .from = words->from ? words->from : ctl->as_of,
    .to = words->until,
    .reason = words->reason,
    .hand_over = words->hand_over,
  };

  if (substitution.substitute_id == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_substitute_async (ctl->store, &substitution, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_substitute (GgovCtl  *ctl,
                     int       argc,
                     char    **argv)
{
  g_auto(Words) words = { NULL };
  const GOptionEntry options[] = {
    PERSON_OPTION, WHICH_OPTIONS, FROM_OPTION,
    TEXT_OPTION ("to", until, N_("The last day of the leave"), N_("DATE")),
    TEXT_OPTION ("by", by, N_("Who stands in"), N_("WHO")), REASON_OPTION,
    { "hand-over", 0, 0, G_OPTION_ARG_NONE, &words.hand_over,
      N_("The open issues go to the substitute as well"), NULL },
    { "end", 0, 0, G_OPTION_ARG_NONE, &words.end, N_("End the leave: the holder is back"), NULL },
    { NULL }
  };
  g_autoptr(GgovPost) post = NULL;

  if (!ggov_ctl_parse (&argc, &argv, options, NULL, 0, 0))
    return GGOV_CTL_USAGE;
  if (words.person == NULL || (!words.end && (words.by == NULL || words.until == NULL)))
    return need (_("Say who, by whom and until when: substitute --person WHO --by WHO --to DATE"));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(post = ggov_ctl_find_post (ctl, words.person, words.role, words.at)))
    return GGOV_CTL_REFUSED;

  return words.end ? end_leave (ctl, &words, post) : begin_leave (ctl, &words, post);
}
