/* ggov-issues-georeport.c: issues and case types as Open311 GeoReport v2 has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <json-glib/json-glib.h>

#include "ggov-choice.h"
#include "ggov-issues-export-private.h"
#include "ggov-local-time.h"

/* A document that grows: JSON or XML, the same members in the same order. */
typedef struct
{
  GString  *text;
  gboolean  is_xml;
  gboolean  is_first; /* of the members of a record */
  guint     n;        /* records */
} Document;

static void
append_json_text (GString    *out,
                  const char *text)
{
  g_autoptr(JsonNode) node = json_node_init_string (json_node_alloc (), text);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append (out, quoted);
}

/* XML 1.0 has no characters below a blank but three. */
static void
append_xml_text (GString    *out,
                 const char *text)
{
  g_autofree char *clean = g_strdup (text);
  g_autofree char *escaped = NULL;

  for (char *p = clean; *p; p++)
    if ((guchar) *p < ' ' && *p != '\n' && *p != '\t' && *p != '\r')
      *p = ' ';
  escaped = g_markup_escape_text (clean, -1);
  g_string_append (out, escaped);
}

/* @is_bare: a number or a truth value, which JSON does not quote */
static void
add_member (Document   *self,
            const char *name,
            const char *value,
            gboolean    is_bare)
{
  if (self->is_xml)
    {
      g_string_append_printf (self->text, "    <%s>", name);
      append_xml_text (self->text, value ? value : "");
      g_string_append_printf (self->text, "</%s>\n", name);
      return;
    }

  g_string_append_printf (self->text, "%s\n    \"%s\": ", self->is_first ? "" : ",", name);
  if (value == NULL)
    g_string_append (self->text, "null");
  else if (is_bare)
    g_string_append (self->text, value);
  else
    append_json_text (self->text, value);
  self->is_first = FALSE;
}

static void
add_text (Document   *self,
          const char *name,
          const char *value)
{
  add_member (self, name, value && *value ? value : NULL, FALSE);
}

static void
begin_record (Document   *self,
              const char *name)
{
  if (self->is_xml)
    g_string_append_printf (self->text, "  <%s>\n", name);
  else
    g_string_append (self->text, self->n > 0 ? ",\n  {" : "\n  {");
  self->is_first = TRUE;
  self->n++;
}

static void
end_record (Document   *self,
            const char *name)
{
  if (self->is_xml)
    g_string_append_printf (self->text, "  </%s>\n", name);
  else
    g_string_append (self->text, "\n  }");
}

static void
begin (Document   *self,
       const char *root)
{
  self->text = g_string_new (NULL);
  if (self->is_xml)
    g_string_append_printf (self->text, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<%s>\n", root);
  else
    g_string_append_c (self->text, '[');
}

static char *
end (Document   *self,
     const char *root)
{
  if (self->is_xml)
    g_string_append_printf (self->text, "</%s>\n", root);
  else
    g_string_append (self->text, self->n > 0 ? "\n]\n" : "]\n");

  return g_string_free (self->text, FALSE);
}

/* Requests ------------------------------------------------------------------------------- */

/* "2026-02-13T16:30:05+08:00" */
static void
add_time (Document   *self,
          const char *name,
          gint64      time)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset ((gint32) -ggov_local_time_from_day (0, 0));
  g_autoptr(GDateTime) utc = time != 0 ? g_date_time_new_from_unix_utc (time) : NULL;
  g_autoptr(GDateTime) local = utc ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *text = local ? g_date_time_format (local, "%Y-%m-%dT%H:%M:%S%:z") : NULL;

  add_text (self, name, text);
}

static void
add_degrees (Document   *self,
             const char *name,
             gboolean    is_known,
             double      degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.7f", degrees);
  add_member (self, name, is_known ? digits : NULL, TRUE);
}

/* Of a closed one the time at which it was closed. */
static gint64
get_updated (const GgovIssueFacts *facts)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (facts->issue);

  return fields->closed_at != 0 ? fields->closed_at
                                : MAX (fields->filed_at, MAX (facts->last_at, facts->updated_at));
}

static void
add_request (Document               *self,
             const GgovIssueFacts   *facts,
             const GgovIssuesExport *request)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (facts->issue);
  g_autofree char *description = _ggov_issues_dup_description (facts, request->with_personal);
  g_autofree char *notes = _ggov_issues_dup_words (_ggov_issues_get_notes (facts),
                                                   request->with_personal);
  g_autofree char *place = _ggov_issues_dup_words (fields->place, request->with_personal);
  const gboolean is_own = facts->source_id == NULL;

  begin_record (self, "request");
  add_text (self, "service_request_id", is_own ? fields->number : facts->source_id);
  add_text (self, "status", ggov_issue_stage_is_open (fields->state.stage) ? "open" : "closed");
  add_text (self, "status_notes", notes);
  add_text (self, "service_name", ggov_issue_get_type_label (facts->issue));
  add_text (self, "service_code", facts->type_code);
  add_text (self, "description", description);
  add_text (self, "agency_responsible", is_own ? facts->role_name_zh : facts->agency);
  add_text (self, "service_notice", facts->notice);
  add_time (self, "requested_datetime", fields->filed_at);
  add_time (self, "updated_datetime", get_updated (facts));
  add_time (self, "expected_datetime", _ggov_issues_get_expected (facts));
  add_text (self, "address", place);
  add_text (self, "address_id", facts->address_id);
  add_text (self, "zipcode", facts->zipcode);
  add_degrees (self, "lat", facts->has_spot, facts->lat);
  add_degrees (self, "long", facts->has_spot, facts->lon);
  add_text (self, "media_url", facts->media_url);
  end_record (self, "request");
}

char *
_ggov_issues_dup_georeport (GPtrArray              *facts,
                            const GgovIssuesExport *request)
{
  Document document = { .is_xml = request->format == GGOV_ISSUES_XML };

  begin (&document, "service_requests");
  for (guint i = 0; i < facts->len; i++)
    add_request (&document, facts->pdata[i], request);

  return end (&document, "service_requests");
}

/* Services ------------------------------------------------------------------------------- */

char *
_ggov_services_dup_georeport (GListModel             *types,
                              const GgovIssuesExport *request)
{
  Document document = { .is_xml = request->format == GGOV_ISSUES_XML };

  begin (&document, "services");
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr(GgovChoice) type = g_list_model_get_item (types, i);

      begin_record (&document, "service");
      add_text (&document, "service_code", ggov_choice_get_fields (type)->code);
      add_text (&document, "service_name", ggov_choice_get_label (type));
      add_text (&document, "description", ggov_choice_get_detail (type));
      add_member (&document, "metadata", "false", TRUE);
      add_text (&document, "type", "realtime");
      add_text (&document, "keywords", ggov_choice_get_fields (type)->name);
      add_text (&document, "group", ggov_choice_get_detail (type));
      end_record (&document, "service");
    }

  return end (&document, "services");
}
