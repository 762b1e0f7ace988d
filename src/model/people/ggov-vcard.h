/* ggov-vcard.h: the lines that address cards are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sources: RFC 6350 (4.0), RFC 2426 (3.0), which agree on these.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a text as the value of a property has it: section 3.4. */
void  ggov_vcard_append_escaped   (GString    *out,
                                   const char *text);

/* Appends a line, which goes on behind a blank where it is long: section 3.2. */
void  ggov_vcard_append_line      (GString    *out,
                                   const char *line);

/* @text: (nullable): without one there is no such line */
void  ggov_vcard_append_property  (GString    *out,
                                   const char *name,
                                   const char *text);

/* How many bytes of a name are the family's; all of one that is not Chinese. */
gsize ggov_vcard_measure_surname  (const char *name);

G_END_DECLS
