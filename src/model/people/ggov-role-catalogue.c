/* ggov-role-catalogue.c: the kinds of post the office knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-catalogue-private.h"
#include "ggov-model-error.h"
#include "ggov-role-catalogue.h"
#include "ggov-role-private.h"

#define DEFAULT_ROLES "roles/roles.json"
#define MAX_ORDER     1000000

struct _GgovRoleCatalogue
{
  gatomicrefcount  ref_count;

  JsonNode        *root;     /* holds every text */
  GArray          *families; /* (element-type GgovRoleFamily), in the file's order */
  GArray          *roles;    /* (element-type GgovRole), by order */
};

G_DEFINE_BOXED_TYPE (GgovRoleCatalogue, ggov_role_catalogue,
                     ggov_role_catalogue_ref, ggov_role_catalogue_unref)

static gboolean
read_family (JsonObject      *object,
             GgovRoleFamily  *family,
             GError         **error)
{
  return (family->code = _ggov_catalogue_get_text (object, "code", error)) != NULL &&
         (family->name = _ggov_catalogue_get_text (object, "name", error)) != NULL &&
         (family->name_zh = _ggov_catalogue_get_text (object, "name_zh", error)) != NULL;
}

static gboolean
read_texts (JsonObject  *object,
            GgovRole    *role,
            GError     **error)
{
  return (role->code = _ggov_catalogue_get_text (object, "code", error)) != NULL &&
         (role->family = _ggov_catalogue_get_text (object, "family", error)) != NULL &&
         (role->name = _ggov_catalogue_get_text (object, "name", error)) != NULL &&
         (role->name_zh = _ggov_catalogue_get_text (object, "name_zh", error)) != NULL &&
         (role->duties = _ggov_catalogue_get_text (object, "duties", error)) != NULL &&
         (role->duties_zh = _ggov_catalogue_get_text (object, "duties_zh", error)) != NULL &&
         (role->approved_by = _ggov_catalogue_get_text (object, "approved_by", error)) != NULL &&
         _ggov_catalogue_get_optional_text (object, "nominated_by", &role->nominated_by, error);
}

/* What most roles do without may be missing. */
static gboolean
read_rules (JsonObject  *object,
            GgovRole    *role,
            GError     **error)
{
  int chain = GGOV_ROLE_CHAIN_ADVICE;

  if ((json_object_has_member (object, "watched") &&
       !_ggov_catalogue_get_boolean (object, "watched", &role->watched, error)) ||
      (json_object_has_member (object, "resident") &&
       !_ggov_catalogue_get_boolean (object, "resident", &role->resident, error)) ||
      (json_object_has_member (object, "chain") &&
       !_ggov_catalogue_get_choice (object, "chain", _ggov_role_chain_codes, GGOV_N_ROLE_CHAINS,
                                    &chain, error)))
    return FALSE;

  role->chain = chain;
  return TRUE;
}

static gboolean
read_role (JsonObject  *object,
           GgovRole    *role,
           GError     **error)
{
  int scope, presence, cardinality, order;

  if (!read_texts (object, role, error) || !read_rules (object, role, error) ||
      !_ggov_catalogue_get_choice (object, "scope", _ggov_scope_codes, GGOV_N_SCOPES,
                                   &scope, error) ||
      !_ggov_catalogue_get_choice (object, "presence", _ggov_presence_codes, GGOV_N_PRESENCES,
                                   &presence, error) ||
      !_ggov_catalogue_get_choice (object, "cardinality", _ggov_cardinality_codes,
                                   GGOV_N_CARDINALITIES, &cardinality, error) ||
      !_ggov_catalogue_get_boolean (object, "sole", &role->sole, error) ||
      !_ggov_catalogue_get_number (object, "order", 0, MAX_ORDER, &order, error))
    return FALSE;

  role->scope = scope;
  role->presence = presence;
  role->cardinality = cardinality;
  role->order = order;
  return TRUE;
}

static gboolean
read_families (GgovRoleCatalogue  *self,
               JsonArray          *array,
               GError            **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      GgovRoleFamily family = { 0 };

      if (!read_family (json_array_get_object_element (array, i), &family, error))
        {
          g_prefix_error (error, "family %u: ", i + 1);
          return FALSE;
        }
      g_array_append_val (self->families, family);
    }

  return TRUE;
}

static int
compare_roles (gconstpointer a,
               gconstpointer b)
{
  const GgovRole *first = a;
  const GgovRole *second = b;

  return (first->order > second->order) - (first->order < second->order);
}

static gboolean
read_roles (GgovRoleCatalogue  *self,
            JsonArray          *array,
            GError            **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      GgovRole role = { 0 };

      if (!read_role (json_array_get_object_element (array, i), &role, error))
        {
          g_prefix_error (error, "role %u: ", i + 1);
          return FALSE;
        }
      g_array_append_val (self->roles, role);
    }

  g_array_sort (self->roles, compare_roles);
  return TRUE;
}

static const char *
find_trouble (GgovRoleCatalogue *self,
              guint              index)
{
  const GgovRole *role = ggov_role_catalogue_get_role (self, index);

  if (ggov_role_catalogue_find (self, role->code) != role)
    return "is there twice";
  if (index > 0 && ggov_role_catalogue_get_role (self, index - 1)->order == role->order)
    return "has the order of another";
  if (ggov_role_catalogue_find_family (self, role->family) == NULL)
    return "belongs to a family that is not there";
  if (ggov_role_catalogue_find (self, role->approved_by) == NULL)
    return "is approved by a role that is not there";
  if (role->nominated_by != NULL && ggov_role_catalogue_find (self, role->nominated_by) == NULL)
    return "is nominated by a role that is not there";

  return NULL;
}

static gboolean
check (GgovRoleCatalogue  *self,
       GError            **error)
{
  for (guint i = 0; i < self->families->len; i++)
    {
      const GgovRoleFamily *family = ggov_role_catalogue_get_family (self, i);

      if (ggov_role_catalogue_find_family (self, family->code) != family)
        {
          g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                       "family “%s” is there twice", family->code);
          return FALSE;
        }
    }

  for (guint i = 0; i < self->roles->len; i++)
    {
      const char *trouble = find_trouble (self, i);

      if (trouble != NULL)
        {
          g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, "role “%s” %s",
                       ggov_role_catalogue_get_role (self, i)->code, trouble);
          return FALSE;
        }
    }

  return TRUE;
}

GgovRoleCatalogue *
ggov_role_catalogue_new_default (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = _ggov_catalogue_load_default (DEFAULT_ROLES);
  GgovRoleCatalogue *self =
    ggov_role_catalogue_new_from_json (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                       &error);

  if (self == NULL)
    g_error ("%s: %s", DEFAULT_ROLES, error->message);

  return self;
}

GgovRoleCatalogue *
ggov_role_catalogue_new_from_json (const char  *json,
                                   gssize       length,
                                   GError     **error)
{
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GgovRoleCatalogue) self = NULL;
  JsonArray *families = NULL;
  JsonArray *roles = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  root = _ggov_catalogue_parse (json, length, error);
  if (root == NULL)
    return NULL;

  families = _ggov_catalogue_get_objects (json_node_get_object (root), "families", error);
  if (families == NULL)
    return NULL;
  roles = _ggov_catalogue_get_objects (json_node_get_object (root), "roles", error);
  if (roles == NULL)
    return NULL;

  self = g_new0 (GgovRoleCatalogue, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->root = g_steal_pointer (&root);
  self->families = g_array_new (FALSE, FALSE, sizeof (GgovRoleFamily));
  self->roles = g_array_new (FALSE, FALSE, sizeof (GgovRole));

  if (!read_families (self, families, error) || !read_roles (self, roles, error) ||
      !check (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

GgovRoleCatalogue *
ggov_role_catalogue_ref (GgovRoleCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_role_catalogue_unref (GgovRoleCatalogue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  json_node_unref (self->root);
  g_array_unref (self->families);
  g_array_unref (self->roles);
  g_free (self);
}

guint
ggov_role_catalogue_get_n_roles (GgovRoleCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->roles->len;
}

const GgovRole *
ggov_role_catalogue_get_role (GgovRoleCatalogue *self,
                              guint              index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->roles->len, NULL);

  return &g_array_index (self->roles, GgovRole, index);
}

const GgovRole *
ggov_role_catalogue_find (GgovRoleCatalogue *self,
                          const char        *code)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < self->roles->len; i++)
    if (g_str_equal (g_array_index (self->roles, GgovRole, i).code, code))
      return &g_array_index (self->roles, GgovRole, i);

  return NULL;
}

guint
ggov_role_catalogue_get_n_families (GgovRoleCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->families->len;
}

const GgovRoleFamily *
ggov_role_catalogue_get_family (GgovRoleCatalogue *self,
                                guint              index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->families->len, NULL);

  return &g_array_index (self->families, GgovRoleFamily, index);
}

const GgovRoleFamily *
ggov_role_catalogue_find_family (GgovRoleCatalogue *self,
                                 const char        *code)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < self->families->len; i++)
    if (g_str_equal (g_array_index (self->families, GgovRoleFamily, i).code, code))
      return &g_array_index (self->families, GgovRoleFamily, i);

  return NULL;
}
