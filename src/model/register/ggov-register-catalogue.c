/* ggov-register-catalogue.c: the fields of the register of residents, and their code tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-catalogue-private.h"
#include "ggov-model-error.h"
#include "ggov-register-catalogue.h"
#include "ggov-register-codes-private.h"
#include "ggov-register-read-private.h"

#define DEFAULT_FIELDS "fields/fields.json"
#define DEFAULT_CODES  "fields/codes.json"

struct _GgovRegisterCatalogue
{
  gatomicrefcount  ref_count;

  GgovRegisterCatalogue *base; /* (owned) (nullable): whose tables and texts these are */
  JsonNode     *fields_root;  /* (owned) (nullable): holds texts */
  JsonNode     *codes_root;   /* (owned) (nullable) */
  GStringChunk *texts;        /* (owned): those that no document holds */
  GPtrArray    *lists;        /* (owned): of synonyms */
  GArray       *groups;       /* (element-type GgovRegisterGroup) */
  GArray       *fields;       /* (element-type GgovRegisterField) */
  GPtrArray    *tables;       /* (element-type GgovRegisterCodes) */
  GHashTable   *by_code;      /* code → index + 1 */
  GHashTable   *by_word;      /* word in small letters → index + 1; those not retired */
};

G_DEFINE_BOXED_TYPE (GgovRegisterCatalogue, ggov_register_catalogue, ggov_register_catalogue_ref,
                     ggov_register_catalogue_unref)

static GgovRegisterCatalogue *
catalogue_new (void)
{
  GgovRegisterCatalogue *self = g_new0 (GgovRegisterCatalogue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->texts = g_string_chunk_new (1024);
  self->lists = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_array_new (FALSE, FALSE, sizeof (GgovRegisterGroup));
  self->fields = g_array_new (FALSE, FALSE, sizeof (GgovRegisterField));
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) _ggov_register_codes_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

static const GgovRegisterField *
get_field (GgovRegisterCatalogue *self,
           guint                  place)
{
  return place > 0 ? &g_array_index (self->fields, GgovRegisterField, place - 1) : NULL;
}

/* Words ------------------------------------------------------------------------------------ */

/* Headings are compared without blanks and marks of width. */
static char *
fold_word (const char *word)
{
  g_autofree char *normal = g_utf8_normalize (word, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_strdown (normal ? normal : word, -1);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '_' && *p != '*')
      g_string_append_unichar (key, g_utf8_get_char (p));

  return g_string_free (key, FALSE);
}

/* What means two fields means neither: whoever has such a table says which. */
static void
keep_word (GgovRegisterCatalogue *self,
           const char            *word,
           guint                  place)
{
  g_autofree char *key = word ? fold_word (word) : NULL;
  guint known;

  if (key == NULL || *key == '\0')
    return;

  known = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_word, key));
  if (known == 0)
    g_hash_table_insert (self->by_word, g_steal_pointer (&key), GUINT_TO_POINTER (place));
}

static void
keep_words (GgovRegisterCatalogue *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const GgovRegisterField *field = get_field (self, i + 1);

      if (field->is_retired)
        continue;
      keep_word (self, field->code, i + 1);
      keep_word (self, field->name, i + 1);
      keep_word (self, field->name_zh, i + 1);
    }
  for (guint i = 0; i < self->fields->len; i++)
    {
      const GgovRegisterField *field = get_field (self, i + 1);

      for (guint j = 0; !field->is_retired && field->synonyms && field->synonyms[j]; j++)
        keep_word (self, field->synonyms[j], i + 1);
    }
}

/* Reading ---------------------------------------------------------------------------------- */

static gboolean
read_groups (GgovRegisterCatalogue  *self,
             JsonObject             *root,
             GError                **error)
{
  JsonArray *groups = _ggov_catalogue_get_objects (root, "groups", error);

  for (guint i = 0; groups && i < json_array_get_length (groups); i++)
    {
      JsonObject *object = json_array_get_object_element (groups, i);
      GgovRegisterGroup group;

      if ((group.code = _ggov_catalogue_get_text (object, "code", error)) == NULL ||
          (group.name = _ggov_catalogue_get_text (object, "name", error)) == NULL ||
          (group.name_zh = _ggov_catalogue_get_text (object, "name_zh", error)) == NULL)
        return FALSE;
      g_array_append_val (self->groups, group);
    }

  return groups != NULL;
}

static gboolean
has_group (GgovRegisterCatalogue *self,
           const char            *code)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (g_strcmp0 (g_array_index (self->groups, GgovRegisterGroup, i).code, code) == 0)
      return TRUE;

  return FALSE;
}

/* A field is fit if what it names is there, and no other has its code. */
static gboolean
add_field (GgovRegisterCatalogue    *self,
           const GgovRegisterField  *field,
           GError                  **error)
{
  const gboolean is_coded = field->type == GGOV_REGISTER_CODE || field->type == GGOV_REGISTER_CODES;
  const char *what = !has_group (self, field->group) ? field->group : field->table;

  if (!has_group (self, field->group) || is_coded != (field->table != NULL) ||
      (is_coded && !ggov_register_catalogue_find_codes (self, field->table)))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                   "field “%s”: no such group or table: “%s”", field->code, what ? what : "");
      return FALSE;
    }

  g_array_append_vals (self->fields, field, 1);
  if (g_hash_table_insert (self->by_code, (gpointer) field->code,
                           GUINT_TO_POINTER (self->fields->len)))
    return TRUE;

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, "field “%s” is there twice",
               field->code);
  return FALSE;
}

static gboolean
read_fields (GgovRegisterCatalogue  *self,
             JsonObject             *root,
             GError                **error)
{
  JsonArray *fields = _ggov_catalogue_get_objects (root, "fields", error);

  for (guint i = 0; fields && i < json_array_get_length (fields); i++)
    {
      GgovRegisterField field;

      if (!_ggov_register_read_field (json_array_get_object_element (fields, i), self->lists,
                                      &field, error))
        {
          g_prefix_error (error, "field %u: ", i + 1);
          return FALSE;
        }
      if (!add_field (self, &field, error))
        return FALSE;
    }

  return fields != NULL;
}

static gboolean
read_tables (GgovRegisterCatalogue  *self,
             JsonObject             *root,
             GError                **error)
{
  JsonArray *tables = _ggov_catalogue_get_objects (root, "tables", error);

  for (guint i = 0; tables && i < json_array_get_length (tables); i++)
    {
      GgovRegisterCodes *codes =
        _ggov_register_codes_new (json_array_get_object_element (tables, i), error);

      if (codes == NULL)
        return FALSE;
      g_ptr_array_add (self->tables, codes);
    }

  return tables != NULL;
}

GgovRegisterCatalogue *
ggov_register_catalogue_new_from_json (const char  *fields,
                                       const char  *codes,
                                       GError     **error)
{
  g_autoptr(GgovRegisterCatalogue) self = catalogue_new ();

  g_return_val_if_fail (fields != NULL && codes != NULL, NULL);

  if (!(self->fields_root = _ggov_catalogue_parse (fields, -1, error)) ||
      !(self->codes_root = _ggov_catalogue_parse (codes, -1, error)) ||
      !read_tables (self, json_node_get_object (self->codes_root), error) ||
      !read_groups (self, json_node_get_object (self->fields_root), error) ||
      !read_fields (self, json_node_get_object (self->fields_root), error))
    return NULL;

  keep_words (self);

  return g_steal_pointer (&self);
}

static char *
dup_default (const char *path)
{
  g_autoptr(GBytes) bytes = _ggov_catalogue_load_default (path);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static GgovRegisterCatalogue *
make_default (void)
{
  g_autofree char *fields = dup_default (DEFAULT_FIELDS);
  g_autofree char *codes = dup_default (DEFAULT_CODES);
  g_autoptr(GError) error = NULL;
  GgovRegisterCatalogue *self = ggov_register_catalogue_new_from_json (fields, codes, &error);

  if (self == NULL)
    g_error ("%s: %s", DEFAULT_FIELDS, error->message);

  return self;
}

GgovRegisterCatalogue *
ggov_register_catalogue_new_default (void)
{
  static GgovRegisterCatalogue *made = NULL;

  if (g_once_init_enter (&made))
    g_once_init_leave (&made, make_default ());

  return ggov_register_catalogue_ref (made);
}

GgovRegisterCatalogue *
ggov_register_catalogue_ref (GgovRegisterCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_register_catalogue_unref (GgovRegisterCatalogue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->by_word, g_hash_table_unref);
  g_clear_pointer (&self->by_code, g_hash_table_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->codes_root, json_node_unref);
  g_clear_pointer (&self->fields_root, json_node_unref);
  g_clear_pointer (&self->base, ggov_register_catalogue_unref);
  g_free (self);
}

/* What an office changes ---------------------------------------------------------------------- */

static gboolean
is_code (const char *code)
{
  return code && g_ascii_isalpha (*code) &&
         code[strspn (code, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static const char *
keep_text (GgovRegisterCatalogue *self,
           const char            *text)
{
  return text && *text ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static gboolean
add_own (GgovRegisterCatalogue     *self,
         const GgovRegisterChange  *change,
         GError                   **error)
{
  const GgovRegisterGroup *last = &g_array_index (self->groups, GgovRegisterGroup,
                                                  self->groups->len - 1);
  GgovRegisterField field = {
    .code = keep_text (self, change->code),
    .name = keep_text (self, change->name),
    .name_zh = keep_text (self, change->name_zh),
    .group = change->group && *change->group ? keep_text (self, change->group) : last->code,
    .table = keep_text (self, change->table),
    .sensitivity = change->is_sensitive ? GGOV_REGISTER_SENSITIVE : GGOV_REGISTER_OPEN,
    .is_own = TRUE,
    .is_retired = change->is_retired,
  };

  if (!is_code (change->code))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
                   "“%s” is no code of a field: small letters, digits and _", change->code);
      return FALSE;
    }
  if (!ggov_register_type_from_code (change->type && *change->type ? change->type : "text",
                                     &field.type))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, "field “%s”: no type “%s”",
                   change->code, change->type);
      return FALSE;
    }

  return add_field (self, &field, error);
}

static void
change_known (GgovRegisterCatalogue    *self,
              guint                     place,
              const GgovRegisterChange *change)
{
  GgovRegisterField *field = &g_array_index (self->fields, GgovRegisterField, place - 1);

  if (change->name && *change->name)
    field->name = keep_text (self, change->name);
  if (change->name_zh && *change->name_zh)
    field->name_zh = keep_text (self, change->name_zh);
  field->is_retired = change->is_retired;
}

GgovRegisterCatalogue *
ggov_register_catalogue_apply (GgovRegisterCatalogue     *self,
                               const GgovRegisterChange  *changes,
                               guint                      n_changes,
                               GError                   **error)
{
  g_autoptr(GgovRegisterCatalogue) other = catalogue_new ();

  g_return_val_if_fail (self != NULL, NULL);

  other->base = ggov_register_catalogue_ref (self);
  g_array_append_vals (other->groups, self->groups->data, self->groups->len);
  for (guint i = 0; i < self->fields->len; i++)
    if (!add_field (other, get_field (self, i + 1), error))
      return NULL;

  for (guint i = 0; i < n_changes; i++)
    {
      const guint place = changes[i].code
        ? GPOINTER_TO_UINT (g_hash_table_lookup (other->by_code, changes[i].code)) : 0;

      if (place > 0)
        change_known (other, place, &changes[i]);
      else if (changes[i].is_own && !add_own (other, &changes[i], error))
        return NULL;
    }
  keep_words (other);

  return g_steal_pointer (&other);
}

/* Asking ----------------------------------------------------------------------------------- */

guint
ggov_register_catalogue_get_n_fields (GgovRegisterCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fields->len;
}

const GgovRegisterField *
ggov_register_catalogue_get_field_at (GgovRegisterCatalogue *self,
                                      guint                  index)
{
  g_return_val_if_fail (self != NULL && index < self->fields->len, NULL);

  return get_field (self, index + 1);
}

const GgovRegisterField *
ggov_register_catalogue_find (GgovRegisterCatalogue *self,
                              const char            *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return get_field (self, GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, code)));
}

const GgovRegisterField *
ggov_register_catalogue_find_word (GgovRegisterCatalogue *self,
                                   const char            *word)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && word != NULL, NULL);

  key = fold_word (word);

  return get_field (self, GPOINTER_TO_UINT (g_hash_table_lookup (self->by_word, key)));
}

guint
ggov_register_catalogue_count (GgovRegisterCatalogue *self,
                               gboolean               is_required)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->fields->len; i++)
    n += !get_field (self, i + 1)->is_retired &&
         !get_field (self, i + 1)->is_required == !is_required;

  return n;
}

guint
ggov_register_catalogue_get_n_groups (GgovRegisterCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->groups->len;
}

const GgovRegisterGroup *
ggov_register_catalogue_get_group_at (GgovRegisterCatalogue *self,
                                      guint                  index)
{
  g_return_val_if_fail (self != NULL && index < self->groups->len, NULL);

  return &g_array_index (self->groups, GgovRegisterGroup, index);
}

const char *
ggov_register_group_get_label (const GgovRegisterGroup *group)
{
  g_return_val_if_fail (group != NULL, NULL);

  return _ggov_catalogue_prefers_chinese () ? group->name_zh : group->name;
}

const GgovRegisterCodes *
ggov_register_catalogue_get_codes (GgovRegisterCatalogue   *self,
                                   const GgovRegisterField *field)
{
  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  return field->table ? ggov_register_catalogue_find_codes (self, field->table) : NULL;
}

const GgovRegisterCodes *
ggov_register_catalogue_find_codes (GgovRegisterCatalogue *self,
                                    const char            *table)
{
  g_return_val_if_fail (self != NULL && table != NULL, NULL);

  if (self->base)
    return ggov_register_catalogue_find_codes (self->base, table);

  for (guint i = 0; i < self->tables->len; i++)
    if (g_str_equal (ggov_register_codes_get_code (self->tables->pdata[i]), table))
      return self->tables->pdata[i];

  return NULL;
}
