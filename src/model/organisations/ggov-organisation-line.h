/* ggov-organisation-line.h: something that an organisation has: a contact, a grid, a deed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_ORGANISATION_LINE (ggov_organisation_line_get_type ())

G_DECLARE_FINAL_TYPE (GgovOrganisationLine, ggov_organisation_line, GGOV, ORGANISATION_LINE, GObject)

/**
 * GgovOrganisationLineRow:
 * @kind: contact, member, post, grid, resource or activity
 * @id: of the row in the table of that kind
 * @title: a person, a grid, what is offered or was done
 * @note: (nullable): a duty, a post and its place, an amount
 * @code: (nullable): of the member's duty, of the post's role, or of the grid
 * @phone: (nullable)
 * @since: first day, ISO; of an activity its day
 * @until: (nullable)
 * @reached: people whom an activity reached, or -1 where nobody counted
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  const char *kind;
  gint64      id;
  gint64      person_id;
  gint64      grid_id;
  const char *title;
  const char *note;
  const char *code;
  const char *phone;
  const char *since;
  const char *until;
  gint64      reached;
} GgovOrganisationLineRow;

/* Copies the texts. */
GgovOrganisationLine *         ggov_organisation_line_new     (const GgovOrganisationLineRow *row)
                                                              G_GNUC_WARN_UNUSED_RESULT;

const GgovOrganisationLineRow *ggov_organisation_line_get_row (GgovOrganisationLine *self);

G_END_DECLS
