/* ggov-reader-xml.h: what stands before the outermost element of an XML file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_reader_xml_find_root:
 * @text: the beginning of an XML file, from its first "<", in an encoding that holds ASCII
 * @root: (out) (nullable) (transfer full): local name of the outermost element; NULL where it
 *   is not within @text
 *
 * Nothing that is read here needs entities of its own, and a few lines of them unfold to
 * gigabytes.
 *
 * Returns: FALSE when an internal document type definition stands there
 */
gboolean ggov_reader_xml_find_root (const char  *text,
                                    char       **root);

G_END_DECLS
