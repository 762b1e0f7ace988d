/* ggov-report-contact.c: whom to call, as an address card that a phone reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-contact.h"
#include "ggov-vcard.h"

static void
append_name (GString    *out,
             const char *name)
{
  gsize length = ggov_vcard_measure_surname (name);
  g_autofree char *family = g_strndup (name, length);
  g_autoptr(GString) line = g_string_new ("N:");

  ggov_vcard_append_escaped (line, family);
  g_string_append_c (line, ';');
  ggov_vcard_append_escaped (line, name + length);
  g_string_append (line, ";;;");
  ggov_vcard_append_line (out, line->str);
}

char *
ggov_report_contact_dup_vcard (const GgovRosterRecord *record)
{
  GString *out = g_string_new ("BEGIN:VCARD\r\nVERSION:3.0\r\n");
  g_autofree char *title = g_strdup_printf ("%s %s", record->role, record->place);

  append_name (out, record->name);
  ggov_vcard_append_property (out, "FN", record->name);
  ggov_vcard_append_property (out, "ORG", record->sub_district);
  ggov_vcard_append_property (out, "TITLE", title);
  ggov_vcard_append_property (out, "TEL;TYPE=CELL", record->phone);
  g_string_append (out, "END:VCARD\r\n");

  return g_string_free (out, FALSE);
}
