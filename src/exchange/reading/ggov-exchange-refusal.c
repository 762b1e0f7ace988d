/* ggov-exchange-refusal.c: the reader's refusals in the user's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-exchange-error.h"
#include "ggov-exchange-refusal-private.h"

G_DEFINE_QUARK (ggov-exchange-error-quark, ggov_exchange_error)

/* Each sentence has one place, for the file's name. */
static const struct
{
  const char *code; /* as the reader has it */
  GgovExchangeError error;
  const char *sentence;
} sentences[] = {
  { "empty", GGOV_EXCHANGE_ERROR_FILE,
    N_("There is nothing in “%s”. Choose another file.") },
  { "password", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” is protected by a password. Open it in its own program, save a copy without the "
       "password, and choose that.") },
  { "truncated", GGOV_EXCHANGE_ERROR_FILE,
    N_("The end of “%s”, or of a file that belongs to it, is missing. Copy or export it again.") },
  { "part-missing", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” lacks its .shx or .dbf file. Put all parts of the shapefile side by side, or into "
       "one .zip file.") },
  { "too-large", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” unfolds to more than can be read at once. Split it into smaller files.") },
  { "no-layer", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” does not hold what is needed here. Buildings and borders come from a map file, "
       "people and lists from a table.") },
  { "crs-unknown", GGOV_EXCHANGE_ERROR_CRS,
    N_("“%s” does not tell its coordinate system. Ask whoever made it, and give its EPSG number.") },
  { "encoding", GGOV_EXCHANGE_ERROR_FILE,
    N_("The text of “%s” is neither UTF-8 nor GB18030. Save it as UTF-8.") },
  { "unsafe", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” is built so that it could fill the memory. Export it again from its own program.") },
  { "in-use", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” is open in another program. Close it there first.") },
  { "unsupported", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” is of a kind that cannot be read. Choose a .geojson, .gpkg, .shp, .zip, .kml, .osm, "
       ".osm.pbf, .xlsx, .xls, .ods or .csv file.") },
  { "unreadable", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” is damaged. Export it again from the program that made it.") },
  { "output", GGOV_EXCHANGE_ERROR_READER,
    N_("There is no room on the disk to read “%s”. Free some space and try again.") },
  { "confinement", GGOV_EXCHANGE_ERROR_READER,
    N_("“%s” was not read: this system does not let the reader shut itself in. Use a Linux "
       "kernel with seccomp.") },
};

/* What the reader found in a file. Translators: each stands in “%s” is named .%s but holds %s. */
static const struct
{
  const char *word;
  const char *name;
} contents[] = {
  { "geojson", N_("GeoJSON") },
  { "gpkg", N_("a GeoPackage") },
  { "shapefile", N_("a shapefile") },
  { "shapefile-zip", N_("a zipped shapefile") },
  { "kml", N_("KML") },
  { "kmz", N_("zipped KML") },
  { "osm", N_("OpenStreetMap data") },
  { "pbf", N_("OpenStreetMap data") },
  { "xlsx", N_("an Excel workbook (.xlsx)") },
  { "xls", N_("an old Excel workbook (.xls)") },
  { "ods", N_("an OpenDocument spreadsheet (.ods)") },
  { "requests-json", N_("service requests (GeoReport)") },
  { "requests-xml", N_("service requests (GeoReport)") },
  { "text", N_("plain text") },
  { "ole", N_("an old Office document") },
  { "dbf", N_("the table of a shapefile") },
  { "sqlite", N_("a database") },
  { "zip", N_("a zip archive") },
  { "json", N_("JSON that is not GeoJSON") },
  { "vrt", N_("a list of other files to open") },
  { "gml", N_("GML") },
  { "gpx", N_("GPX") },
  { "html", N_("a web page") },
  { "xml", N_("XML of another kind") },
  { "pdf", N_("a PDF document") },
  { "image", N_("a picture") },
  { "rar", N_("a RAR archive") },
  { "7z", N_("a 7-Zip archive") },
  { "program", N_("a program") },
};

static const char *
get_text (JsonObject *answer,
          const char *name)
{
  return json_object_get_string_member_with_default (answer, name, "");
}

static const char *
find_content (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    if (g_str_equal (word, contents[i].word))
      return _(contents[i].name);

  return _("data of an unknown kind");
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* The sentences are those above and their translations, which msgfmt checks. */
static GError *
new_from_sentence (GgovExchangeError  code,
                   const char        *sentence,
                   const char        *name)
{
  return g_error_new (GGOV_EXCHANGE_ERROR, code, _(sentence), name);
}

#pragma GCC diagnostic pop

GError *
_ggov_exchange_refusal_new (const char *path,
                            JsonObject *answer)
{
  g_autofree char *name = g_filename_display_basename (path);
  const char *code = get_text (answer, "code");

  if (g_str_equal (code, "not-what-it-says"))
    return g_error_new (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
                        /* Translators: a file's name, its ending, what is really in it. */
                        _("“%s” is named .%s but holds %s. Give it its right name, or choose "
                          "another file."),
                        name, get_text (answer, "named"),
                        find_content (get_text (answer, "holds")));
  if (g_str_equal (code, "bad-quote"))
    return g_error_new (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
                        /* Translators: a file's name, the number of a line. */
                        _("“%s” has a wrong quotation mark in line %d. Correct it in a text editor, "
                          "or save the table again."),
                        name, (int) json_object_get_int_member_with_default (answer, "line", 0));

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (code, sentences[i].code))
      return new_from_sentence (sentences[i].error, sentences[i].sentence, name);

  return _ggov_exchange_refusal_new_broken (path);
}

GError *
_ggov_exchange_refusal_new_broken (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return g_error_new (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_READER,
                      _("Reading “%s” broke down. Nothing was changed. Please report it."), name);
}

GError *
_ggov_exchange_refusal_new_absent (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return g_error_new (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
                      _("There is no file “%s”. Choose another one."), name);
}

GError *
_ggov_exchange_refusal_new_crs (const char *crs)
{
  return g_error_new (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CRS,
                      /* Translators: what somebody typed in place of EPSG:4490. */
                      _("There is no coordinate system “%s”. Give an EPSG number, such as "
                        "EPSG:4490."),
                      crs);
}

GError *
_ggov_exchange_refusal_new_missing (void)
{
  return g_error_new_literal (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_READER,
                              _("The program that reads files, gridgov-reader, is missing. Install "
                                "GridGov again."));
}
