/* ggov-export-style.c: how exported layers look in other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-building-kind.h"
#include "ggov-export-layer-private.h"

#define BAND_LOW 300  /* households of a grid, by the office's rule */
#define BAND_HIGH 500
#define ENDLESS 1000000000
#define LOW_PRIORITY 3 /* of labels where there is no room for all, 0 to 10 */
#define HIGH_PRIORITY 8
#define PIXELS_PER_MM 3.78 /* at 96 to the inch */

#define QML_HEAD \
  "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" \
  "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling|Fields\" labelsEnabled=\"1\">\n"
#define SLD_HEAD \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<StyledLayerDescriptor xmlns=\"http://www.opengis.net/sld\" " \
  "xmlns:se=\"http://www.opengis.net/se\" xmlns:ogc=\"http://www.opengis.net/ogc\" " \
  "version=\"1.1.0\">\n"

/**
 * Class:
 * @value: (nullable): of the attribute, or NULL where @low and @high are its range
 * @label: in English, marked for translation; NULL where the building's kind has one
 * @fill: 0xRRGGBB
 */
typedef struct
{
  const char *value;
  int low;
  int high;
  const char *label;
  guint32 fill;
} Class;

/* The colours of Okabe and Ito, which the colour-blind can tell apart. */
static const Class bands[] = {
  { NULL, 0, BAND_LOW - 1, N_("Under 300 households"), 0x56b4e9 },
  { NULL, BAND_LOW, BAND_HIGH, N_("300 to 500 households"), 0x009e73 },
  { NULL, BAND_HIGH + 1, ENDLESS, N_("Over 500 households"), 0xe69f00 },
};
static const Class building_kinds[] = {
  { "residential", 0, 0, NULL, 0xd3cbc0 }, { "shop", 0, 0, NULL, 0xdfc9b8 },
  { "office", 0, 0, NULL, 0xc9cad6 },      { "school", 0, 0, NULL, 0xd9c1c6 },
  { "medical", 0, 0, NULL, 0xe3bdbd },     { "industrial", 0, 0, NULL, 0xc6cbc4 },
  { "other", 0, 0, NULL, 0xd6d5d1 },
};
static const Class communities[] = { { NULL, 0, 0, N_("Community"), 0x6a2c8f } };

/**
 * Style:
 * @attribute: (nullable): what tells classes apart
 * @opacity: of the fill, 0 to 255
 * @stroke: 0xRRGGBB
 * @label: a QGIS expression
 * @label_field: the field that comes nearest to it
 * @label_from: the smallest scale at which labels are shown, as 1 to so much; 0 for any
 */
typedef struct
{
  const char *attribute;
  const Class *classes;
  guint n_classes;
  int opacity;
  guint32 stroke;
  double width_mm;
  const char *label;
  const char *label_field;
  int label_from;
} Style;

static const Style grid_style = {
  "households", bands, G_N_ELEMENTS (bands), 90, 0x4b5763, 0.5,
  "coalesce(nullif(\"name\",''),right(\"code\",3))", "name", 0,
};
static const Style styles[] = {
  [GGOV_SURVEY_BUILDINGS] = { "kind", building_kinds, G_N_ELEMENTS (building_kinds), 255,
                              0x3d3a36, 0.2, "coalesce(\"number\",\"name\")", "number", 3000 },
  [GGOV_SURVEY_COMMUNITIES] = { NULL, communities, G_N_ELEMENTS (communities), 20, 0x6a2c8f, 0.8,
                                "\"name\"", "name", 0 },
};

static const Style *
get_style (GgovSurveyKind kind)
{
  return kind == GGOV_SURVEY_PLANS || kind == GGOV_SURVEY_GRIDS ? &grid_style : &styles[kind];
}

static const char *
get_label (const Class *class)
{
  return class->label ? _(class->label)
                      : ggov_building_kind_get_label (ggov_building_kind_from_code (class->value));
}

/* Decimal points, whatever the locale. */
static const char *
format (double  number,
        char   *buffer)
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.2f", number);
}

static int
get_part (guint32 rgb,
          int     shift)
{
  return (int) (rgb >> shift & 0xff);
}

/* QML -------------------------------------------------------------------------------------- */

static void
add_prop (GString    *xml,
          const char *name,
          const char *value)
{
  g_string_append_printf (xml, "<prop k=\"%s\" v=\"%s\"/>\n", name, value);
}

static void
add_colour (GString    *xml,
            const char *name,
            guint32     rgb,
            int         opacity)
{
  g_autofree char *value = g_strdup_printf ("%d,%d,%d,%d", get_part (rgb, 16), get_part (rgb, 8),
                                            get_part (rgb, 0), opacity);

  add_prop (xml, name, value);
}

static void
add_symbols (GString     *xml,
             const Style *style)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (xml, "<symbols>\n");
  for (guint i = 0; i < style->n_classes; i++)
    {
      g_string_append_printf (xml, "<symbol name=\"%u\" type=\"fill\" alpha=\"1\" "
                              "clip_to_extent=\"1\" force_rhr=\"0\">\n"
                              "<layer class=\"SimpleFill\" pass=\"0\" enabled=\"1\" "
                              "locked=\"0\">\n", i);
      add_colour (xml, "color", style->classes[i].fill, style->opacity);
      add_prop (xml, "style", "solid");
      add_prop (xml, "joinstyle", "bevel");
      add_colour (xml, "outline_color", style->stroke, 255);
      add_prop (xml, "outline_style", "solid");
      add_prop (xml, "outline_width", format (style->width_mm, width));
      add_prop (xml, "outline_width_unit", "MM");
      g_string_append (xml, "</layer>\n</symbol>\n");
    }
  g_string_append (xml, "</symbols>\n");
}

static void
add_classes (GString     *xml,
             const Style *style)
{
  const gboolean is_range = style->attribute && style->classes[0].value == NULL;

  if (style->attribute == NULL)
    return;

  g_string_append (xml, is_range ? "<ranges>\n" : "<categories>\n");
  for (guint i = 0; i < style->n_classes; i++)
    {
      const Class *class = &style->classes[i];
      g_autofree char *label = g_markup_escape_text (get_label (class), -1);

      if (is_range)
        g_string_append_printf (xml, "<range symbol=\"%u\" lower=\"%d\" upper=\"%d\" label=\"%s\" "
                                "render=\"true\"/>\n", i, class->low, class->high, label);
      else
        g_string_append_printf (xml, "<category symbol=\"%u\" value=\"%s\" label=\"%s\" "
                                "render=\"true\"/>\n", i, class->value, label);
    }
  g_string_append (xml, is_range ? "</ranges>\n" : "</categories>\n");
}

static void
add_renderer (GString     *xml,
              const Style *style)
{
  const char *type = "singleSymbol";

  if (style->attribute)
    type = style->classes[0].value ? "categorizedSymbol" : "graduatedSymbol";
  g_string_append_printf (xml, "<renderer-v2 type=\"%s\"", type);
  if (style->attribute)
    g_string_append_printf (xml, " attr=\"%s\"", style->attribute);
  g_string_append (xml, " symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\""
                   " graduatedMethod=\"GraduatedColor\">\n");
  add_classes (xml, style);
  add_symbols (xml, style);
  g_string_append (xml, "</renderer-v2>\n");
}

/* Without a weight QGIS takes the thinnest the font has. Its labels keep clear of what another
 * layer's shapes cover unless these are no obstacles: grids cover all buildings. */
static void
add_labeling (GString     *xml,
              const Style *style)
{
  g_autofree char *label = g_markup_escape_text (style->label, -1);

  g_string_append_printf (xml, "<labeling type=\"simple\">\n<settings calloutType=\"simple\">\n"
                          "<text-style fieldName=\"%s\" isExpression=\"1\" fontSize=\"9\" "
                          "fontWeight=\"50\" fontSizeUnit=\"Point\" "
                          "textColor=\"36,41,47,255\">\n"
                          "<text-buffer bufferDraw=\"1\" bufferSize=\"1\" "
                          "bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\"/>\n"
                          "</text-style>\n", label);
  g_string_append_printf (xml, "<placement placement=\"4\" priority=\"%d\"/>\n"
                          "<rendering drawLabels=\"1\" obstacle=\"0\" "
                          "scaleVisibility=\"%d\" scaleMin=\"1\" scaleMax=\"%d\"/>\n"
                          "</settings>\n</labeling>\n",
                          style->label_from > 0 ? LOW_PRIORITY : HIGH_PRIORITY,
                          style->label_from > 0, MAX (style->label_from, 1));
}

/* The first field of a GeoPackage's table is its row number. */
static void
add_aliases (GString        *xml,
             GgovSurveyKind  kind)
{
  guint n;
  const GgovExportField *fields = _ggov_export_get_fields (kind, &n);

  g_string_append (xml, "<aliases>\n");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *meaning = g_markup_escape_text (_(fields[i].meaning), -1);

      g_string_append_printf (xml, "<alias field=\"%s\" index=\"%u\" name=\"%s\"/>\n",
                              fields[i].name, i + 1, meaning);
    }
  g_string_append (xml, "</aliases>\n");
}

char *
_ggov_export_dup_qml (GgovSurveyKind kind)
{
  const Style *style = get_style (kind);
  GString *xml = g_string_new (QML_HEAD);

  add_renderer (xml, style);
  add_labeling (xml, style);
  add_aliases (xml, kind);
  g_string_append (xml, "<layerGeometryType>2</layerGeometryType>\n</qgis>\n");

  return g_string_free (xml, FALSE);
}

/* SLD -------------------------------------------------------------------------------------- */

static void
add_filter (GString     *xml,
            const Style *style,
            const Class *class)
{
  if (style->attribute == NULL)
    return;

  g_string_append (xml, "<ogc:Filter>\n");
  if (class->value)
    g_string_append_printf (xml, "<ogc:PropertyIsEqualTo><ogc:PropertyName>%s</ogc:PropertyName>"
                            "<ogc:Literal>%s</ogc:Literal></ogc:PropertyIsEqualTo>\n",
                            style->attribute, class->value);
  else
    g_string_append_printf (xml, "<ogc:PropertyIsBetween><ogc:PropertyName>%s</ogc:PropertyName>"
                            "<ogc:LowerBoundary><ogc:Literal>%d</ogc:Literal>"
                            "</ogc:LowerBoundary><ogc:UpperBoundary><ogc:Literal>%d</ogc:Literal>"
                            "</ogc:UpperBoundary></ogc:PropertyIsBetween>\n",
                            style->attribute, class->low, class->high);
  g_string_append (xml, "</ogc:Filter>\n");
}

static void
add_rule (GString     *xml,
          const Style *style,
          const Class *class)
{
  g_autofree char *label = g_markup_escape_text (get_label (class), -1);
  char opacity[G_ASCII_DTOSTR_BUF_SIZE], width[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (xml, "<se:Rule>\n<se:Name>%s</se:Name>\n", label);
  add_filter (xml, style, class);
  g_string_append_printf (xml, "<se:PolygonSymbolizer>\n<se:Fill>\n"
                          "<se:SvgParameter name=\"fill\">#%06x</se:SvgParameter>\n"
                          "<se:SvgParameter name=\"fill-opacity\">%s</se:SvgParameter>\n"
                          "</se:Fill>\n<se:Stroke>\n"
                          "<se:SvgParameter name=\"stroke\">#%06x</se:SvgParameter>\n"
                          "<se:SvgParameter name=\"stroke-width\">%s</se:SvgParameter>\n"
                          "</se:Stroke>\n</se:PolygonSymbolizer>\n</se:Rule>\n",
                          class->fill, format (style->opacity / 255.0, opacity), style->stroke,
                          format (style->width_mm * PIXELS_PER_MM, width));
}

char *
_ggov_export_dup_sld (GgovSurveyKind  kind,
                      const char     *layer)
{
  const Style *style = get_style (kind);
  GString *xml = g_string_new (SLD_HEAD);

  g_string_append_printf (xml, "<NamedLayer>\n<se:Name>%s</se:Name>\n<UserStyle>\n"
                          "<se:Name>%s</se:Name>\n<se:FeatureTypeStyle>\n", layer, layer);
  for (guint i = 0; i < style->n_classes; i++)
    add_rule (xml, style, &style->classes[i]);
  g_string_append (xml, "<se:Rule>\n");
  if (style->label_from > 0)
    g_string_append_printf (xml, "<se:MaxScaleDenominator>%d</se:MaxScaleDenominator>\n",
                            style->label_from);
  g_string_append_printf (xml, "<se:TextSymbolizer>\n<se:Label><ogc:PropertyName>%s"
                          "</ogc:PropertyName></se:Label>\n</se:TextSymbolizer>\n</se:Rule>\n",
                          style->label_field);
  g_string_append (xml, "</se:FeatureTypeStyle>\n</UserStyle>\n</NamedLayer>\n"
                   "</StyledLayerDescriptor>\n");

  return g_string_free (xml, FALSE);
}

/* OGR -------------------------------------------------------------------------------------- */

static const Class *
find_class (const Style         *style,
            const GgovSurveyRow *row)
{
  for (guint i = 0; i < style->n_classes; i++)
    {
      const Class *class = &style->classes[i];

      if (class->value ? g_strcmp0 (class->value, row->kind) == 0
                       : row->households >= class->low && row->households <= class->high)
        return class;
    }

  return &style->classes[style->n_classes - 1];
}

char *
_ggov_export_dup_ogr_style (GgovSurveyKind       kind,
                            const GgovSurveyRow *row)
{
  const Style *style = get_style (kind);
  const Class *class = find_class (style, row);
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup_printf ("PEN(c:#%06xff,w:%spx);BRUSH(fc:#%06x%02x)", style->stroke,
                          format (style->width_mm * PIXELS_PER_MM, width), class->fill,
                          (guint) style->opacity);
}
