/* ggov-reader-requests.h: service requests (Open311 GeoReport v2) as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovReaderRequests:
 * @names: (element-type utf8): of all members that any request has, those of the standard first
 * @rows: (element-type GPtrArray): for each request its values in the order of @names, NULL for a
 *   missing one; may be shorter
 * @texts: what the values are in
 */
typedef struct
{
  GPtrArray    *names;
  GPtrArray    *rows;
  GStringChunk *texts;

  /* Private. */
  GHashTable   *columns; /* (element-type utf8 guint): by name */
  GPtrArray    *row;     /* the one that is read */
} GgovReaderRequests;

/**
 * ggov_reader_requests_read_json:
 * @text: UTF-8: an array of requests, or an object that has one as "service_requests"
 * @length: bytes
 * @error: return location for TRUNCATED, UNSAFE or UNREADABLE
 *
 * Numbers and truth values become text; what is nested in a request is kept as it is written.
 *
 * Source: Open311 GeoReport v2, GET requests.json.
 *
 * Returns: (transfer full): the requests, or NULL with @error set
 */
GgovReaderRequests *ggov_reader_requests_read_json (const char          *text,
                                                    gsize                length,
                                                    GError             **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_reader_requests_read_xml:
 * @text: UTF-8, whatever it says of itself: service_requests, request, and members of it
 *
 * Nothing else is ever opened, and no entity is known but the five of XML.
 */
GgovReaderRequests *ggov_reader_requests_read_xml  (const char          *text,
                                                    gsize                length,
                                                    GError             **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

void                ggov_reader_requests_free      (GgovReaderRequests  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReaderRequests, ggov_reader_requests_free)

G_END_DECLS
