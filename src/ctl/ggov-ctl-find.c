/* ggov-ctl-find.c: whom and which place the words of a command mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-ctl-find.h"
#include "ggov-mask.h"
#include "ggov-store-candidates.h"
#include "ggov-store-find-places.h"
#include "ggov-store-person.h"

/* More than anybody reads on a terminal. */
#define MOST_FOUND 20

#define NUMBER_WORD "id:"

/* The number in id:12, or 0. */
static gint64
read_number (const char *text)
{
  gint64 number;

  return g_str_has_prefix (text, NUMBER_WORD) &&
         g_ascii_string_to_signed (text + strlen (NUMBER_WORD), 10, 1, G_MAXINT64, &number, NULL)
           ? number : 0;
}

static void
tell_candidate (const GgovCandidateRecord *record)
{
  g_autofree char *phone = record->phone ? ggov_mask_phone (record->phone) : NULL;

  g_printerr ("  id:%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", record->person_id, record->name,
              phone ? phone : "", record->posts);
}

/* The only one whose name or phone is exactly that, or the only one at all; 0 if there are more. */
static gint64
choose_person (GListModel *people,
               const char *who)
{
  guint n = g_list_model_get_n_items (people);
  gint64 exact = 0;
  guint n_exact = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovCandidate) row = g_list_model_get_item (people, i);
      const GgovCandidateRecord *record = ggov_candidate_get_record (row);

      if (n == 1)
        return record->person_id;
      if (g_str_equal (record->name, who) || g_strcmp0 (record->phone, who) == 0)
        {
          exact = record->person_id;
          n_exact++;
        }
    }

  return n_exact == 1 ? exact : 0;
}

gint64
ggov_ctl_find_person (GgovCtl    *ctl,
                      const char *who)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) people = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = read_number (who);

  if (id != 0)
    return id;

  ggov_store_list_candidates_async (ctl->store, "sub-district", 0, ctl->as_of, who, MOST_FOUND,
                                    NULL, ggov_ctl_keep, &result);
  people = ggov_store_list_candidates_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (people == NULL)
    {
      ggov_ctl_refuse (ctl, error);
      return 0;
    }

  if ((id = choose_person (people, who)) != 0)
    return id;

  if (g_list_model_get_n_items (people) == 0)
    {
      /* Translators: what somebody typed to name a person */
      g_printerr (_("gridgovctl: Nobody is known by “%s”. Check the name, or use the phone.\n"), who);
      return 0;
    }

  /* Translators: what somebody typed to name a person */
  g_printerr (_("gridgovctl: Several people are meant by “%s”. Say which by the number:\n"), who);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(GgovCandidate) row = g_list_model_get_item (people, i);

      tell_candidate (ggov_candidate_get_record (row));
    }

  return 0;
}

/* Where the community has none of these, which community has. */
static void
tell_outside (GgovPlace  *place,
              const char *community)
{
  const GgovPlaceRecord *record = ggov_place_get_record (place);

  if (record->community)
    /* Translators: a place, the community it is in with its code, the code of another */
    g_printerr (_("gridgovctl: %1$s is in the community %2$s %3$s, not in %4$s. Choose a place inside "
                  "of it.\n"), record->label, record->community, record->community_code, community);
  else
    g_printerr (_("gridgovctl: %1$s is in no community, not in %2$s either. Choose a place inside of "
                  "it.\n"), record->label, community);
}

static GListStore *
choose_inside (GListModel *places,
               const char *community)
{
  GListStore *inside = g_list_store_new (GGOV_TYPE_PLACE);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(GgovPlace) place = g_list_model_get_item (places, i);

      if (community == NULL ||
          g_strcmp0 (ggov_place_get_record (place)->community_code, community) == 0)
        g_list_store_append (inside, place);
    }

  return inside;
}

void
ggov_ctl_tell_places (GListModel *places,
                      const char *text)
{
  /* Translators: what somebody typed to name a place */
  g_printerr (_("gridgovctl: Several places are meant by “%s”. Say more of the name, or the "
                "community:\n"), text);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(GgovPlace) place = g_list_model_get_item (places, i);
      const GgovPlaceRecord *record = ggov_place_get_record (place);

      g_printerr ("  %s\t%s\t%s\n", record->label, record->code ? record->code : "",
                  record->community_code ? record->community_code : "");
    }
}

GgovPlace *
ggov_ctl_find_place (GgovCtl    *ctl,
                     const char *scope,
                     const char *place,
                     const char *community)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) places = NULL;
  g_autoptr(GListStore) inside = NULL;
  g_autoptr(GgovPlace) first = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_find_places_async (ctl->store, scope, place, ctl->as_of, MOST_FOUND, NULL,
                                ggov_ctl_keep, &result);
  places = ggov_store_find_places_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (places == NULL)
    {
      ggov_ctl_refuse (ctl, error);
      return NULL;
    }

  inside = choose_inside (places, community);
  if (g_list_model_get_n_items (G_LIST_MODEL (inside)) == 1)
    return g_list_model_get_item (G_LIST_MODEL (inside), 0);

  first = g_list_model_get_item (places, 0);
  if (first == NULL)
    /* Translators: what somebody typed to name a place */
    g_printerr (_("gridgovctl: No place is called “%s” on that day. Check the name, the kind of "
                  "place and the day.\n"), place);
  else if (g_list_model_get_n_items (G_LIST_MODEL (inside)) == 0)
    tell_outside (first, community);
  else
    ggov_ctl_tell_places (G_LIST_MODEL (inside), place);

  return NULL;
}

static gboolean
is_called (GgovPlace  *place,
           const char *text)
{
  const GgovPlaceRecord *record = ggov_place_get_record (place);
  g_auto(GStrv) label = g_strsplit (record->label, " ", -1);
  g_auto(GStrv) typed = g_strsplit (text, " ", -1);
  g_autofree char *a = g_strjoinv (NULL, label);
  g_autofree char *b = g_strjoinv (NULL, typed);

  return g_str_equal (a, b) || g_strcmp0 (record->code, text) == 0;
}

gboolean
ggov_ctl_match_place (GgovCtl     *ctl,
                      const char  *text,
                      GgovPlace  **place)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) places = NULL;
  g_autoptr(GgovPlace) first = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_find_places_async (ctl->store, NULL, text, ctl->as_of, MOST_FOUND, NULL,
                                ggov_ctl_keep, &result);
  places = ggov_store_find_places_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (places == NULL)
    {
      ggov_ctl_refuse (ctl, error);
      return FALSE;
    }

  first = g_list_model_get_item (places, 0);
  if (first == NULL || !is_called (first, text))
    return TRUE;

  if (g_list_model_get_n_items (places) > 1)
    {
      ggov_ctl_tell_places (places, text);
      return FALSE;
    }

  *place = g_steal_pointer (&first);

  return TRUE;
}

static void
tell_posts (GListModel *posts)
{
  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (posts, i);
      const GgovPostDetails *details = ggov_post_get_details (post);

      if (details->held && details->holder == NULL)
        g_printerr ("  %s\t%s\t%s\t%s\n", details->role_code, details->role, details->place,
                    details->since);
    }
}

static gboolean
is_meant (const GgovPostDetails *details,
          const char            *role,
          const char            *place)
{
  return details->held && details->holder == NULL &&
         (role == NULL || g_str_equal (role, details->role_code)) &&
         (place == NULL || g_strcmp0 (place, details->place) == 0 ||
          g_strcmp0 (place, details->grid_code) == 0);
}

/* (nullable): the only post that is meant; @n: (out): how many are */
static GgovPost *
choose_post (GListModel *posts,
             const char *role,
             const char *place,
             guint      *n)
{
  g_autoptr(GgovPost) found = NULL;

  *n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (posts, i);

      if (is_meant (ggov_post_get_details (post), role, place))
        {
          g_set_object (&found, post);
          (*n)++;
        }
    }

  return *n == 1 ? g_steal_pointer (&found) : NULL;
}

GgovPost *
ggov_ctl_find_post (GgovCtl    *ctl,
                    const char *who,
                    const char *role,
                    const char *place)
{
  gint64 id = ggov_ctl_find_person (ctl, who);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovPerson) person = NULL;
  g_autoptr(GError) error = NULL;
  GgovPost *post;
  guint n;

  if (id == 0)
    return NULL;

  ggov_store_get_person_async (ctl->store, id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  person = ggov_store_get_person_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (person == NULL)
    {
      ggov_ctl_refuse (ctl, error);
      return NULL;
    }

  post = choose_post (ggov_person_get_posts (person), role, place, &n);
  if (n == 0)
    /* Translators: a person */
    g_printerr (_("gridgovctl: %s holds no such post on that day. Check the role, the place and the "
                  "day.\n"), ggov_person_get_details (person)->name);
  else if (n > 1)
    {
      /* Translators: a person */
      g_printerr (_("gridgovctl: %s holds several posts. Say which by --role and --at:\n"),
                  ggov_person_get_details (person)->name);
      tell_posts (ggov_person_get_posts (person));
    }

  return post;
}
