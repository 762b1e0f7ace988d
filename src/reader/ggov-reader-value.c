/* ggov-reader-value.c: a field's value as the text that the source has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <string.h>

#include "ggov-reader-value.h"

static const char *
format_time (OGRFeatureH  feature,
             int          field,
             OGRFieldType type,
             GString     *buffer)
{
  int year, month, day, hour, minute, zone;
  float second;

  g_string_truncate (buffer, 0);
  if (!OGR_F_GetFieldAsDateTimeEx (feature, field, &year, &month, &day, &hour, &minute, &second,
                                   &zone))
    return NULL;

  if (type != OFTTime)
    g_string_append_printf (buffer, "%04d-%02d-%02d", year, month, day);
  if (type == OFTDateTime)
    g_string_append_c (buffer, 'T');
  if (type != OFTDate)
    g_string_append_printf (buffer, "%02d:%02d:%02d", hour, minute, (int) second);

  return buffer->str;
}

/* A shapefile writes 12 people as 12.000000000000000. */
static void
trim_fraction (GString *number)
{
  gsize length = number->len;

  if (strchr (number->str, '.') == NULL || strpbrk (number->str, "eEn") != NULL)
    return;
  while (number->str[length - 1] == '0')
    length--;
  g_string_truncate (number, number->str[length - 1] == '.' ? length - 1 : length);
}

const char *
ggov_reader_value_get (OGRFeatureH    feature,
                       int            field,
                       OGRFieldDefnH  definition,
                       GString       *buffer)
{
  const OGRFieldType type = OGR_Fld_GetType (definition);

  if (!OGR_F_IsFieldSetAndNotNull (feature, field))
    return NULL;
  if (type == OFTDate || type == OFTTime || type == OFTDateTime)
    return format_time (feature, field, type, buffer);
  if (type == OFTInteger && OGR_Fld_GetSubType (definition) == OFSTBoolean)
    return OGR_F_GetFieldAsInteger (feature, field) != 0 ? "true" : "false";

  if (type == OFTString)
    return OGR_F_GetFieldAsString (feature, field);

  g_string_assign (buffer, OGR_F_GetFieldAsString (feature, field));
  if (type == OFTReal)
    trim_fraction (buffer);
  return buffer->str;
}
