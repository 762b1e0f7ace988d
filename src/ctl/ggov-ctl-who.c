/* ggov-ctl-who.c: gridgovctl who
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-charge-text.h"
#include "ggov-ctl-find.h"
#include "ggov-store-candidates.h"
#include "ggov-store-find-places.h"
#include "ggov-store-history.h"
#include "ggov-store-person.h"

/* More than anybody reads on a terminal. */
#define MOST_FOUND 20

/* @kind: of what was asked about */
static void
tell (GgovCtl     *ctl,
      JsonBuilder *builder,
      const char  *kind,
      const char  *title,
      GListModel  *posts)
{
  gboolean is_person = g_str_equal (kind, "person");
  g_autofree char *text = ggov_charge_dup_text (title, posts, is_person, ctl->as_of);

  if (!ctl->json)
    {
      g_print ("%s\n", text);
      return;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, kind);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, title);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, text);
  json_builder_set_member_name (builder, "posts");
  ggov_ctl_add_rows (builder, posts);
  json_builder_end_object (builder);
}

static gboolean
tell_person (GgovCtl      *ctl,
             JsonBuilder  *builder,
             gint64        person_id,
             GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovPerson) person = NULL;
  const GgovPersonDetails *details;
  g_autofree char *title = NULL;

  ggov_store_get_person_async (ctl->store, person_id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  person = ggov_store_get_person_finish (ctl->store, ggov_ctl_wait (&result), error);
  if (person == NULL)
    return FALSE;

  details = ggov_person_get_details (person);
  title = g_strconcat (details->name, details->phone ? " " : NULL, details->phone, NULL);
  tell (ctl, builder, "person", title, ggov_person_get_posts (person));

  return TRUE;
}

/* Those whose phone ends with @text, else all of them: who says 1234 means the end. */
static gboolean
tell_people (GgovCtl      *ctl,
             JsonBuilder  *builder,
             const char   *text,
             guint        *n,
             GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) people = NULL;

  ggov_store_list_candidates_async (ctl->store, "sub-district", 0, ctl->as_of, text, MOST_FOUND,
                                    NULL, ggov_ctl_keep, &result);
  people = ggov_store_list_candidates_finish (ctl->store, ggov_ctl_wait (&result), error);
  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(GgovCandidate) row = g_list_model_get_item (people, i);
      const GgovCandidateRecord *record = ggov_candidate_get_record (row);

      if (ggov_charge_is_phone (text) &&
          (record->phone == NULL || !g_str_has_suffix (record->phone, text)))
        continue;
      if (!tell_person (ctl, builder, record->person_id, error))
        return FALSE;
      (*n)++;
    }

  return TRUE;
}

static gboolean
tell_place (GgovCtl      *ctl,
            JsonBuilder  *builder,
            GgovPlace    *place,
            GError      **error)
{
  const GgovPlaceRecord *record = ggov_place_get_record (place);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) posts = NULL;

  ggov_store_list_chain_async (ctl->store, record->kind, record->id, ctl->as_of, NULL,
                               ggov_ctl_keep, &result);
  posts = ggov_store_list_history_finish (ctl->store, ggov_ctl_wait (&result), error);
  if (posts)
    tell (ctl, builder, record->kind, record->label, posts);

  return posts != NULL;
}

/* (transfer full) (nullable): empty for the digits of a phone */
static GListModel *
find_places (GgovCtl     *ctl,
             const char  *text,
             GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  if (ggov_charge_is_phone (text))
    return G_LIST_MODEL (g_list_store_new (GGOV_TYPE_PLACE));

  ggov_store_find_places_async (ctl->store, NULL, text, ctl->as_of, MOST_FOUND, NULL,
                                ggov_ctl_keep, &result);

  return ggov_store_find_places_finish (ctl->store, ggov_ctl_wait (&result), error);
}

static GgovCtlStatus
answer (GgovCtl     *ctl,
        JsonBuilder *builder,
        const char  *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) places = find_places (ctl, text, &error);
  g_autoptr(GgovPlace) place = places ? g_list_model_get_item (places, 0) : NULL;
  guint n = 0;

  if (places == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (g_list_model_get_n_items (places) > 1)
    {
      ggov_ctl_tell_places (places, text);
      return GGOV_CTL_REFUSED;
    }

  if (place ? !tell_place (ctl, builder, place, &error)
            : !tell_people (ctl, builder, text, &n, &error))
    return ggov_ctl_refuse (ctl, error);

  if (place || n > 0)
    return GGOV_CTL_DONE;

  /* Translators: what somebody typed */
  g_printerr (_("gridgovctl: “%s” is no place and nobody’s name or phone. Check it, or say "
                "more.\n"), text);

  return GGOV_CTL_REFUSED;
}

GgovCtlStatus
ggov_ctl_who (GgovCtl  *ctl,
              int       argc,
              char    **argv)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;
  GgovCtlStatus status;

  if (!ggov_ctl_parse (&argc, &argv, NULL, _("ADDRESS|CODE|PHONE|NAME"), 1, 9))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  text = g_strjoinv (" ", argv + 1);
  json_builder_begin_array (builder);
  status = answer (ctl, builder, text);
  json_builder_end_array (builder);
  if (ctl->json && status == GGOV_CTL_DONE)
    ggov_ctl_print (json_builder_get_root (builder));

  return status;
}
