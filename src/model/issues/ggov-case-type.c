/* ggov-case-type.c: what an issue can be about, when it is filed and closed, and by when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-type.h"
#include "ggov-catalogue-private.h"
#include "ggov-model-error.h"

#define DEFAULT_TYPES "case-types/case-types.json"

/* By GgovFigure and by the bits of GgovMeasure. */
static const char *const figure_codes[GGOV_N_FIGURES] = {
  NULL, "dispute", "illegal_structure", "wall_breaking", "utility",
};
static const char *const figure_labels[GGOV_N_FIGURES] = {
  NC_("figure", "None"), NC_("figure", "Disputes mediated"),
  NC_("figure", "Illegal structures pulled down"), NC_("figure", "Walls put right"),
  NC_("figure", "Utility problems solved"),
};
static const char *const measure_codes[] = { "count", "area" };

#define MOST_METRES 10000
#define MOST_DAYS   3650

struct _GgovCaseTypeCatalogue
{
  gatomicrefcount  ref_count;

  JsonNode        *root;    /* holds every text */
  GArray          *types;   /* (element-type GgovCaseType) */
  GHashTable      *by_code; /* code → index + 1 */
};

G_DEFINE_BOXED_TYPE (GgovCaseTypeCatalogue, ggov_case_type_catalogue,
                     ggov_case_type_catalogue_ref, ggov_case_type_catalogue_unref)

static gboolean
read_limit (JsonObject  *object,
            GgovLimit   *limit,
            GError     **error)
{
  const char *text = _ggov_catalogue_get_text (object, "limit", error);
  g_autoptr(GError) cause = NULL;

  if (text == NULL)
    return FALSE;

  if (!ggov_limit_parse (text, limit, &cause))
    {
      g_set_error_literal (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, cause->message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_stages (JsonObject    *object,
             GgovCaseType  *type,
             GError       **error)
{
  JsonArray *array = NULL;

  if (!json_object_has_member (object, "stages"))
    return TRUE;

  array = _ggov_catalogue_get_objects (object, "stages", error);
  if (array == NULL)
    return FALSE;

  if (json_array_get_length (array) > GGOV_CASE_TYPE_MAX_STAGES)
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                   "more than %d stages", GGOV_CASE_TYPE_MAX_STAGES);
      return FALSE;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *stage = json_array_get_object_element (array, i);
      GgovCaseStage *filled = &type->stages[i];

      if ((filled->name = _ggov_catalogue_get_text (stage, "name", error)) == NULL ||
          (filled->name_zh = _ggov_catalogue_get_text (stage, "name_zh", error)) == NULL ||
          !read_limit (stage, &filled->limit, error))
        return FALSE;
    }

  type->n_stages = json_array_get_length (array);
  return TRUE;
}

/* The bit a word stands for, or 0. */
static guint
find_measure (JsonNode *node)
{
  const char *word = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                     : NULL;

  for (guint bit = 0; bit < G_N_ELEMENTS (measure_codes); bit++)
    if (g_strcmp0 (word, measure_codes[bit]) == 0)
      return 1 << bit;

  return 0;
}

static gboolean
read_measures (JsonObject    *object,
               GgovCaseType  *type,
               GError       **error)
{
  JsonNode *node = json_object_get_member (object, "measures");
  JsonArray *array = NULL;

  if (node == NULL)
    return TRUE;

  array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      guint bit = find_measure (json_array_get_element (array, i));

      if (bit == 0)
        array = NULL;
      type->measures |= bit;
    }

  if (array != NULL)
    return TRUE;

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
               "“measures” is not a list of “%s” and “%s”", measure_codes[0], measure_codes[1]);
  return FALSE;
}

static gboolean
read_figure (JsonObject    *object,
             GgovCaseType  *type,
             GError       **error)
{
  int figure = -1;

  if (json_object_has_member (object, "figure") &&
      !_ggov_catalogue_get_choice (object, "figure", figure_codes + 1, GGOV_N_FIGURES - 1,
                                   &figure, error))
    return FALSE;

  type->figure = figure + 1;
  return TRUE;
}

static gboolean
read_service (JsonObject    *object,
              GgovCaseType  *type,
              GError       **error)
{
  const char *code = NULL;
  GgovUtility service;

  if (!_ggov_catalogue_get_optional_text (object, "service", &code, error))
    return FALSE;

  type->service = code ? code : "";
  if (*type->service == '\0' || ggov_utility_from_code (code, &service))
    return TRUE;

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, "there is no service “%s”", code);
  return FALSE;
}

static gboolean
read_start_rule (JsonObject    *object,
                 GgovCaseType  *type,
                 GError       **error)
{
  const char *code = NULL;
  g_autoptr(GError) cause = NULL;

  if (!_ggov_catalogue_get_optional_text (object, "start", &code, error))
    return FALSE;
  if (ggov_start_rule_from_code (code, &type->start_rule, &cause))
    return TRUE;

  g_set_error_literal (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, cause->message);
  return FALSE;
}

static gboolean
read_evidence (JsonObject    *object,
               GgovCaseType  *type,
               GError       **error)
{
  const char *text = NULL;
  g_autoptr(GError) cause = NULL;

  if (!_ggov_catalogue_get_optional_text (object, "evidence", &text, error))
    return FALSE;
  if (text == NULL || ggov_evidence_plan_parse (text, &type->evidence, &cause))
    return TRUE;

  g_set_error_literal (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, cause->message);
  return FALSE;
}

/* What "duplicate" says; without it no duplicates are looked for. */
static gboolean
read_duplicate (JsonObject    *object,
                GgovCaseType  *type,
                GError       **error)
{
  JsonNode *node = json_object_get_member (object, "duplicate");
  int metres = 0, days = 0;

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
                   "“duplicate” is not an object of metres and days");
      return FALSE;
    }

  if (!_ggov_catalogue_get_number (json_node_get_object (node), "metres", 1, MOST_METRES, &metres,
                                   error) ||
      !_ggov_catalogue_get_number (json_node_get_object (node), "days", 1, MOST_DAYS, &days, error))
    return FALSE;

  type->duplicate_radius_m = metres;
  type->duplicate_days = days;
  return TRUE;
}

static gboolean
read_points (JsonObject    *object,
             GgovCaseType  *type,
             GError       **error)
{
  const char *code = NULL;

  if (!_ggov_catalogue_get_optional_text (object, "points", &code, error))
    return FALSE;

  type->points_activity = code ? code : "";
  return TRUE;
}

static gboolean
read_type (JsonObject    *object,
           GgovCaseType  *type,
           GError       **error)
{
  return (type->code = _ggov_catalogue_get_text (object, "code", error)) != NULL &&
         (type->name = _ggov_catalogue_get_text (object, "name", error)) != NULL &&
         (type->name_zh = _ggov_catalogue_get_text (object, "name_zh", error)) != NULL &&
         (type->filing = _ggov_catalogue_get_text (object, "filing", error)) != NULL &&
         (type->filing_zh = _ggov_catalogue_get_text (object, "filing_zh", error)) != NULL &&
         (type->closing = _ggov_catalogue_get_text (object, "closing", error)) != NULL &&
         (type->closing_zh = _ggov_catalogue_get_text (object, "closing_zh", error)) != NULL &&
         (type->role = _ggov_catalogue_get_text (object, "role", error)) != NULL &&
         read_limit (object, &type->limit, error) &&
         read_stages (object, type, error) &&
         read_start_rule (object, type, error) &&
         read_measures (object, type, error) &&
         read_figure (object, type, error) &&
         read_service (object, type, error) &&
         read_evidence (object, type, error) &&
         read_duplicate (object, type, error) &&
         read_points (object, type, error);
}

static gboolean
read_class (JsonObject    *object,
            GgovCaseType  *type,
            GError       **error)
{
  const char *lane = NULL;
  g_autoptr(GError) cause = NULL;

  if ((type->class_code = _ggov_catalogue_get_text (object, "code", error)) == NULL ||
      (type->class_name = _ggov_catalogue_get_text (object, "name", error)) == NULL ||
      (type->class_name_zh = _ggov_catalogue_get_text (object, "name_zh", error)) == NULL ||
      (lane = _ggov_catalogue_get_text (object, "lane", error)) == NULL)
    return FALSE;

  if (!ggov_lane_from_code (lane, &type->lane, &cause))
    {
      g_set_error_literal (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA, cause->message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
add_type (GgovCaseTypeCatalogue  *self,
          const GgovCaseType     *type,
          GError                **error)
{
  g_array_append_vals (self->types, type, 1);
  if (g_hash_table_insert (self->by_code, (gpointer) type->code,
                           GUINT_TO_POINTER (self->types->len)))
    return TRUE;

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA,
               "case type “%s” is there twice", type->code);
  return FALSE;
}

/* A class carries its types; each type repeats what it has from its class. */
static gboolean
add_class (GgovCaseTypeCatalogue  *self,
           JsonObject             *object,
           GError                **error)
{
  GgovCaseType class_part = { 0 };
  JsonArray *types = NULL;

  if (!read_class (object, &class_part, error))
    return FALSE;

  types = _ggov_catalogue_get_objects (object, "types", error);
  if (types == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (types); i++)
    {
      GgovCaseType type = class_part;

      if (!read_type (json_array_get_object_element (types, i), &type, error))
        {
          g_prefix_error (error, "class “%s”, type %u: ", class_part.class_code, i + 1);
          return FALSE;
        }
      if (!add_type (self, &type, error))
        return FALSE;
    }

  return TRUE;
}

GgovCaseTypeCatalogue *
ggov_case_type_catalogue_new_default (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = _ggov_catalogue_load_default (DEFAULT_TYPES);
  GgovCaseTypeCatalogue *self =
    ggov_case_type_catalogue_new_from_json (g_bytes_get_data (bytes, NULL),
                                            g_bytes_get_size (bytes), &error);

  if (self == NULL)
    g_error ("%s: %s", DEFAULT_TYPES, error->message);

  return self;
}

GgovCaseTypeCatalogue *
ggov_case_type_catalogue_new_from_json (const char  *json,
                                        gssize       length,
                                        GError     **error)
{
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GgovCaseTypeCatalogue) self = NULL;
  JsonArray *classes = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  root = _ggov_catalogue_parse (json, length, error);
  if (root == NULL)
    return NULL;

  classes = _ggov_catalogue_get_objects (json_node_get_object (root), "classes", error);
  if (classes == NULL)
    return NULL;

  self = g_new0 (GgovCaseTypeCatalogue, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->root = g_steal_pointer (&root);
  self->types = g_array_new (FALSE, FALSE, sizeof (GgovCaseType));
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (classes); i++)
    if (!add_class (self, json_array_get_object_element (classes, i), error))
      {
        g_prefix_error (error, "class %u: ", i + 1);
        return NULL;
      }

  return g_steal_pointer (&self);
}

GgovCaseTypeCatalogue *
ggov_case_type_catalogue_ref (GgovCaseTypeCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_case_type_catalogue_unref (GgovCaseTypeCatalogue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  json_node_unref (self->root);
  g_array_unref (self->types);
  g_hash_table_unref (self->by_code);
  g_free (self);
}

guint
ggov_case_type_catalogue_get_n_types (GgovCaseTypeCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->types->len;
}

const GgovCaseType *
ggov_case_type_catalogue_get_type_at (GgovCaseTypeCatalogue *self,
                                      guint                  index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->types->len, NULL);

  return &g_array_index (self->types, GgovCaseType, index);
}

const GgovCaseType *
ggov_case_type_catalogue_find (GgovCaseTypeCatalogue *self,
                               const char            *code)
{
  guint place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, code));

  return place > 0 ? ggov_case_type_catalogue_get_type_at (self, place - 1) : NULL;
}

const char *
ggov_case_type_get_label (const GgovCaseType *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  return _ggov_catalogue_prefers_chinese () ? type->name_zh : type->name;
}

const char *
ggov_case_type_get_class_label (const GgovCaseType *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  return _ggov_catalogue_prefers_chinese () ? type->class_name_zh : type->class_name;
}

guint
ggov_case_type_get_evidence (const GgovCaseType *type,
                             GgovIssueMove       move)
{
  g_return_val_if_fail (type != NULL, 0);

  return ggov_evidence_plan_get (&type->evidence, move);
}

const char *
ggov_figure_get_code (GgovFigure figure)
{
  g_return_val_if_fail ((guint) figure < GGOV_N_FIGURES, NULL);

  return figure_codes[figure];
}

gboolean
ggov_figure_from_code (const char *code,
                       GgovFigure *figure)
{
  g_return_val_if_fail (figure != NULL, FALSE);

  for (guint i = 0; i < GGOV_N_FIGURES; i++)
    if (g_strcmp0 (code && *code ? code : NULL, figure_codes[i]) == 0)
      {
        *figure = i;
        return TRUE;
      }

  return FALSE;
}

const char *
ggov_figure_get_label (GgovFigure figure)
{
  g_return_val_if_fail ((guint) figure < GGOV_N_FIGURES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "figure", figure_labels[figure]);
}

gboolean
ggov_figure_has_structures (GgovFigure figure)
{
  return figure == GGOV_FIGURE_ILLEGAL_STRUCTURE || figure == GGOV_FIGURE_WALL_BREAKING;
}
