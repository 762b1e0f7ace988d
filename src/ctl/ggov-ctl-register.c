/* ggov-ctl-register.c: gridgovctl roles, load and twins, and the histories of the roster
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-change.h"
#include "ggov-ctl-find.h"
#include "ggov-store-history.h"
#include "ggov-store-load.h"
#include "ggov-store-roles.h"
#include "ggov-store-twins.h"

#define TEXT(member)   { #member, TRUE, G_STRUCT_OFFSET (GgovOfficeRoleRecord, member) }
#define NUMBER(member) { #member, FALSE, G_STRUCT_OFFSET (GgovOfficeRoleRecord, member) }

/* What --set may change. */
static const struct
{
  const char *key;
  gboolean    is_text;
  gsize       offset;
} keys[] = {
  TEXT (name), TEXT (name_zh), TEXT (family), TEXT (scope), TEXT (presence), TEXT (cardinality),
  TEXT (nominated_by), TEXT (approved_by), TEXT (chain), TEXT (duties), TEXT (duties_zh),
  TEXT (valid_to), NUMBER (holders), NUMBER (places), NUMBER (watched),
  NUMBER (resident), NUMBER (sort_order),
};

static GListModel *
list_roles (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *roles;

  ggov_store_list_roles_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(roles = ggov_store_list_roles_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    ggov_ctl_refuse (ctl, error);

  return roles;
}

/* FALSE once it was said what is wrong. */
static gboolean
set_value (GgovOfficeRoleRecord *record,
           const char           *word,
           GStrv                 parts)
{
  for (guint i = 0; g_strv_length (parts) == 2 && i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].key, parts[0]))
      {
        if (keys[i].is_text)
          G_STRUCT_MEMBER (const char *, record, keys[i].offset) = *parts[1] ? parts[1] : NULL;
        else if (!g_ascii_string_to_signed (parts[1], 10, 0, G_MAXINT32,
                                            &G_STRUCT_MEMBER (gint64, record, keys[i].offset),
                                            NULL))
          break;
        return TRUE;
      }

  /* Translators: what somebody typed */
  g_printerr (_("gridgovctl: “%s” is not KEY=VALUE with a key and a value that a role has. See "
                "gridgovctl --json roles.\n"), word);

  return FALSE;
}

static GgovCtlStatus
save_role (GgovCtl    *ctl,
           const char *code,
           gboolean    add,
           int         n_words,
           char      **words)
{
  g_autoptr(GListModel) roles = list_roles (ctl);
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(GgovOfficeRole) before = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GgovOfficeRoleRecord record = { .code = code, .scope = "grid", .presence = "none" };

  for (guint i = 0; roles && i < g_list_model_get_n_items (roles) && before == NULL; i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);

      if (!add && g_str_equal (ggov_office_role_get_record (role)->code, code))
        before = g_steal_pointer (&role);
    }
  if (roles == NULL)
    return GGOV_CTL_REFUSED;
  if (!add && before == NULL)
    {
      g_printerr (_("gridgovctl: There is no role “%s”. See gridgovctl roles.\n"), code);
      return GGOV_CTL_REFUSED;
    }

  if (before)
    record = *ggov_office_role_get_record (before);
  for (int i = 0; i < n_words; i++)
    {
      GStrv parts = g_strsplit (words[i], "=", 2);

      g_ptr_array_add (held, parts);
      if (!set_value (&record, words[i], parts))
        return GGOV_CTL_USAGE;
    }
  ggov_store_save_role_async (ctl->store, &record, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static void
print_roles (GListModel *roles)
{
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);
      const GgovOfficeRoleRecord *record = ggov_office_role_get_record (role);

      g_print ("%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%s\n", record->code, record->label,
               record->scope, record->n_posts, record->valid_to ? record->valid_to : "");
    }
}

GgovCtlStatus
ggov_ctl_roles (GgovCtl  *ctl,
                int       argc,
                char    **argv)
{
  g_autofree char *set = NULL;
  g_autofree char *add = NULL;
  const GOptionEntry options[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING, &set, N_("Change the role of this code"), N_("CODE") },
    { "add", 0, 0, G_OPTION_ARG_STRING, &add, N_("Add a role of this code"), N_("CODE") },
    { NULL }
  };
  g_autoptr(GListModel) roles = NULL;

  if (!ggov_ctl_parse (&argc, &argv, options, "[KEY=VALUE…]", 0, G_MAXINT))
    return GGOV_CTL_USAGE;
  if ((set && add) || ((set || add) != (argc > 1)))
    {
      g_printerr (_("gridgovctl: Say what of a role to change: roles --set CODE KEY=VALUE\n"));
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;
  if (set || add)
    return save_role (ctl, set ? set : add, add != NULL, argc - 1, argv + 1);

  if (!(roles = list_roles (ctl)))
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    ggov_ctl_print_rows (roles);
  else
    print_roles (roles);

  return GGOV_CTL_DONE;
}

static void
print_load (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovLoad) row = g_list_model_get_item (rows, i);
      const GgovLoadRecord *record = ggov_load_get_record (row);

      g_print ("%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\n",
               record->name, record->role, record->place, record->households, record->units,
               record->open_issues,
               record->strain > 0 ? _("too many") : record->strain < 0 ? _("too few") : "");
    }
}

GgovCtlStatus
ggov_ctl_load (GgovCtl  *ctl,
               int       argc,
               char    **argv)
{
  const GgovCtlListing listing = {
    ggov_store_list_load_async, ggov_store_list_load_finish, print_load,
  };

  return ggov_ctl_list (ctl, argc, argv, &listing);
}

static GgovCtlStatus
list_twins (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_twins_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(rows = ggov_store_list_twins_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovTwin) row = g_list_model_get_item (rows, i);
      const GgovTwinRecord *record = ggov_twin_get_record (row);

      g_print ("%s\tid:%" G_GINT64_FORMAT " %s\tid:%" G_GINT64_FORMAT " %s\n", record->likeness,
               record->first_id, record->first, record->second_id, record->second);
    }

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_twins (GgovCtl  *ctl,
                int       argc,
                char    **argv)
{
  gboolean merge = FALSE;
  gboolean apart = FALSE;
  const GOptionEntry options[] = {
    { "merge", 0, 0, G_OPTION_ARG_NONE, &merge,
      N_("Make two records one; the first goes on"), NULL },
    { "apart", 0, 0, G_OPTION_ARG_NONE, &apart, N_("Remember that they are two people"), NULL },
    { NULL }
  };
  g_autoptr(GAsyncResult) result = NULL;
  gint64 first, second;

  if (!ggov_ctl_parse (&argc, &argv, options, "[WHO WHO]", 0, 2))
    return GGOV_CTL_USAGE;
  if ((merge && apart) || (merge || apart) != (argc == 3) || argc == 2)
    {
      g_printerr (_("gridgovctl: Say which two: twins --merge WHO WHO, or twins --apart WHO WHO\n"));
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;
  if (argc == 1)
    return list_twins (ctl);

  if (!(first = ggov_ctl_find_person (ctl, argv[1])) ||
      !(second = ggov_ctl_find_person (ctl, argv[2])))
    return GGOV_CTL_REFUSED;

  if (merge)
    ggov_store_merge_people_async (ctl->store, first, second, NULL, ggov_ctl_keep, &result);
  else
    ggov_store_tell_apart_async (ctl->store, first, second, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static void
print_history (GListModel *posts)
{
  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (posts, i);
      const GgovPostDetails *details = ggov_post_get_details (post);

      g_print ("%s\t%s\t%s\t%s\t%s\t%s\n", details->since, details->until ? details->until : "",
               details->person, details->role, details->place,
               details->end_reason ? details->end_reason : "");
    }
}

/* A place that is called exactly so comes before a person. */
static gboolean
find_subject (GgovCtl     *ctl,
              const char  *subject,
              char       **kind,
              gint64      *id)
{
  g_autoptr(GgovPlace) place = NULL;

  if (!ggov_ctl_match_place (ctl, subject, &place))
    return FALSE;

  *kind = g_strdup (place ? ggov_place_get_record (place)->kind : "person");
  *id = place ? ggov_place_get_record (place)->id : ggov_ctl_find_person (ctl, subject);

  return *id != 0;
}

GgovCtlStatus
ggov_ctl_show_history (GgovCtl    *ctl,
                       const char *subject)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) posts = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *kind = NULL;
  gint64 id = 0;

  if (!find_subject (ctl, subject, &kind, &id))
    return GGOV_CTL_REFUSED;

  ggov_store_list_history_async (ctl->store, kind, id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  posts = ggov_store_list_history_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (posts == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (posts);
  else
    print_history (posts);

  return GGOV_CTL_DONE;
}
