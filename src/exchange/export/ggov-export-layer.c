/* ggov-export-layer.c: surveyed rows as a job for the program that writes files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-building-kind.h"
#include "ggov-export-layer-private.h"
#include "ggov-geo-wkb.h"

#define AT(member) G_STRUCT_OFFSET (GgovSurveyRow, member)
#define TEXT(name, short_name, member, meaning) \
  { name, short_name, meaning, AT (member), GGOV_EXPORT_TEXT, FALSE }
#define NUMBER(name, short_name, member, meaning) \
  { name, short_name, meaning, AT (member), GGOV_EXPORT_INT, FALSE }
#define KNOWN_NUMBER(name, short_name, member, meaning) \
  { name, short_name, meaning, AT (member), GGOV_EXPORT_INT, TRUE }
#define DAY(name, short_name, member, meaning) \
  { name, short_name, meaning, AT (member), GGOV_EXPORT_DAY, FALSE }

#define FIELDS_OF_GRIDS \
  TEXT ("code", "code", code, N_("Code of the grid, 15 digits; empty for one that is new")), \
  TEXT ("name", "name", name, N_("Name of the grid")), \
  TEXT ("community", "community", community, N_("Community it is in")), \
  TEXT ("community_code", "comm_code", community_code, N_("Code of the community, 12 digits")), \
  NUMBER ("households", "households", households, N_("Households")), \
  NUMBER ("people", "people", people, N_("People")), \
  NUMBER ("buildings", "buildings", buildings, N_("Buildings")), \
  TEXT ("leader", "leader", leader, N_("Full-time grid member; empty while the post is vacant")), \
  DAY ("valid_from", "valid_from", valid_from, N_("First day of the grid")), \
  DAY ("valid_to", "valid_to", valid_to, N_("Last day of the grid; empty while it goes on"))

static const GgovExportField plan_fields[] = {
  NUMBER ("plan_number", "plan_no", plan_id, N_("Number of the plan")),
  TEXT ("plan", "plan", plan, N_("Name of the plan")),
  TEXT ("state", "state", state, N_("Its state: draft, approved, in_force or retired")),
  DAY ("plan_from", "plan_from", plan_from, N_("First day of the plan")),
  DAY ("plan_to", "plan_to", plan_to, N_("Last day of the plan; empty while it goes on")),
  NUMBER ("number", "number", id, N_("Number of the grid within the plan")),
  FIELDS_OF_GRIDS,
};

static const GgovExportField grid_fields[] = { FIELDS_OF_GRIDS };

static const GgovExportField building_fields[] = {
  NUMBER ("record", "record", id, N_("Number of the building’s record")),
  TEXT ("compound", "compound", compound, N_("Compound it stands in")),
  TEXT ("number", "number", number, N_("Number on the door")),
  TEXT ("name", "name", name, N_("Name of the building")),
  TEXT ("kind", "kind", kind,
        N_("Kind: residential, shop, office, school, medical, industrial or other")),
  NUMBER ("units", "units", units, N_("Units (stairwells)")),
  KNOWN_NUMBER ("floors", "floors", floors, N_("Floors; empty where they are not known")),
  NUMBER ("households", "households", households, N_("Households")),
  NUMBER ("people", "people", people, N_("People")),
  TEXT ("grid_code", "grid_code", grid_code, N_("Code of the grid it is in")),
  TEXT ("community", "community", community, N_("Community it is in")),
  TEXT ("community_code", "comm_code", community_code, N_("Code of the community, 12 digits")),
};

static const GgovExportField community_fields[] = {
  TEXT ("code", "code", code, N_("Code of the community, 12 digits")),
  TEXT ("name", "name", name, N_("Name of the community")),
  NUMBER ("grids", "grids", grids, N_("Number of grids in force")),
  NUMBER ("buildings", "buildings", buildings, N_("Buildings")),
  NUMBER ("households", "households", households, N_("Households")),
  NUMBER ("people", "people", people, N_("People")),
};

static const struct
{
  const char            *layer;
  const char            *about;
  const GgovExportField *fields;
  guint                  n_fields;
} kinds[] = {
  [GGOV_SURVEY_PLANS] = { "plans", N_("Grids by plan"), plan_fields,
                          G_N_ELEMENTS (plan_fields) },
  [GGOV_SURVEY_GRIDS] = { "grids", N_("Grids"), grid_fields, G_N_ELEMENTS (grid_fields) },
  [GGOV_SURVEY_BUILDINGS] = { "buildings", N_("Buildings"), building_fields,
                              G_N_ELEMENTS (building_fields) },
  [GGOV_SURVEY_COMMUNITIES] = { "communities", N_("Communities"), community_fields,
                                G_N_ELEMENTS (community_fields) },
};

static const char *const type_words[] = {
  [GGOV_EXPORT_TEXT] = "text",
  [GGOV_EXPORT_INT] = "int",
  [GGOV_EXPORT_DAY] = "day",
};

/* Both shifts have no name that other programs know: they get one that at least tells. */
#define SHIFTED(name) \
  "GEOGCS[\"" name "\",DATUM[\"" name "\",SPHEROID[\"WGS 84\",6378137,298.257223563]]," \
  "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]"

static const char *const systems[] = {
  [GGOV_GEO_DATUM_WGS84] = "EPSG:4326",
  [GGOV_GEO_DATUM_CGCS2000] = "EPSG:4490",
  [GGOV_GEO_DATUM_GCJ02] = SHIFTED ("GCJ-02"),
  [GGOV_GEO_DATUM_BD09] = SHIFTED ("BD-09"),
};

const GgovExportField *
_ggov_export_get_fields (GgovSurveyKind  kind,
                         guint          *n_fields)
{
  *n_fields = kinds[kind].n_fields;

  return kinds[kind].fields;
}

/* KML and GeoJSON are WGS 84 by their own rules, which CGCS2000 equals to less than a metre. */
static const char *
get_system (const GgovExportRequest *request)
{
  if (request->format == GGOV_EXPORT_GEOJSON || request->format == GGOV_EXPORT_KML)
    return systems[GGOV_GEO_DATUM_WGS84];

  return systems[request->datum];
}

static GVariant *
make_fields (GgovSurveyKind kind)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssss)"));

  for (guint i = 0; i < kinds[kind].n_fields; i++)
    {
      const GgovExportField *field = &kinds[kind].fields[i];

      g_variant_builder_add (&builder, "(ssss)", field->name, field->short_name,
                             type_words[field->type], _(field->meaning));
    }

  return g_variant_builder_end (&builder);
}

static char *
dup_value (const GgovSurveyRow   *row,
           const GgovExportField *field)
{
  if (field->type == GGOV_EXPORT_INT)
    {
      gint64 number = G_STRUCT_MEMBER (gint64, row, field->offset);

      return number == 0 && field->zero_is_nothing ? NULL
                                                   : g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }

  return g_strdup (G_STRUCT_MEMBER (char *, row, field->offset));
}

static GVariant *
make_values (GgovSurveyKind       kind,
             const GgovSurveyRow *row)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("ams"));

  for (guint i = 0; i < kinds[kind].n_fields; i++)
    {
      g_autofree char *value = dup_value (row, &kinds[kind].fields[i]);

      g_variant_builder_add (&builder, "ms", value);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
make_shape (GBytes       *shape,
            GgovGeoDatum  datum)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (shape, &size);
  guint8 *copy = g_memdup2 (data, size);
  GBytes *bytes;
  GVariant *variant;

  if (datum == GGOV_GEO_DATUM_GCJ02 || datum == GGOV_GEO_DATUM_BD09)
    ggov_geo_wkb_shift_from_wgs84 (copy, size, datum, NULL);
  bytes = g_bytes_new_take (copy, size);
  variant = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
  g_bytes_unref (bytes);

  return variant;
}

static char *
dup_title (GgovSurveyKind       kind,
           const GgovSurveyRow *row)
{
  if (kind == GGOV_SURVEY_BUILDINGS)
    return ggov_building_dup_label (row->compound, row->number, row->name);
  if (row->name && *row->name != '\0')
    return g_strdup (row->name);
  if (row->code)
    return g_strdup (row->code);

  return g_strdup_printf ("%" G_GINT64_FORMAT, row->id);
}

/* Packed at once: a hundred thousand rows of loose values take ten times the room. */
static GVariant *
make_row (const GgovExportRequest *request,
          const GgovSurveyRow     *row)
{
  const GgovSurveyKind kind = request->survey.kind;
  g_autofree char *title = dup_title (kind, row);
  g_autofree char *style = _ggov_export_dup_ogr_style (kind, row);
  GVariant *variant =
    g_variant_new ("(@ayss@ams)", make_shape (row->shape, request->datum), title, style,
                   make_values (kind, row));

  g_variant_get_data (variant);

  return variant;
}

GVariant *
_ggov_export_make_job (const GgovExportRequest  *request,
                       GPtrArray                *rows,
                       GCancellable             *cancellable,
                       GError                  **error)
{
  const GgovSurveyKind kind = request->survey.kind;
  const char *layer = kinds[kind].layer;
  const char *note = ggov_export_get_warning (request->datum, request->format);
  g_autofree char *qml = _ggov_export_dup_qml (kind);
  g_autofree char *sld = _ggov_export_dup_sld (kind, layer);
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ayssams)"));

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_variant_builder_add_value (&builder, make_row (request, rows->pdata[i]));
    }

  return g_variant_ref_sink (
    g_variant_new ("(sssss@a(ssss)sss@a(ayssams))",
                   ggov_export_format_get_ending (request->format), get_system (request), layer,
                   _(kinds[kind].about), note ? note : "", make_fields (kind),
                   _(kinds[kind].about), qml, sld, g_variant_builder_end (&builder)));
}
