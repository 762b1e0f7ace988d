/* ggov-organisation.h: an organisation that works with the office, or one of the Party
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_ORGANISATION (ggov_organisation_get_type ())

G_DECLARE_FINAL_TYPE (GgovOrganisation, ggov_organisation, GGOV, ORGANISATION, GObject)

/**
 * GgovOrganisationRow:
 * @kind: code of a GgovOrganisationKind; it says as well which of the two tables @id is of
 * @community_id: 0 if it belongs to the whole sub-district
 * @community: (nullable)
 * @community_code: (nullable)
 * @parent_id: the branch that a party group belongs to, or 0
 * @parent: (nullable): its name
 * @phone: (nullable)
 * @scope: what its work covers; may be empty
 * @since: (nullable): first day, ISO; NULL for since before there were records
 * @until: (nullable): last day
 * @end_reason: (nullable)
 * @head: (nullable): a secretary or leader of the Party's, else the first contact
 * @head_phone: (nullable)
 * @people: members; or contacts and those of its people who hold posts
 * @grids: which it is on, serves, or has a liaison on
 * @resources: that it offers
 * @activities: of the day's year, up to the day
 * @last_activity: (nullable): ISO day, of any year
 *
 * As of a day. Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  const char *kind;
  const char *name;
  gint64      community_id;
  const char *community;
  const char *community_code;
  gint64      parent_id;
  const char *parent;
  const char *phone;
  const char *scope;
  const char *address;
  const char *since;
  const char *until;
  const char *end_reason;
  const char *head;
  const char *head_phone;
  gint64      people;
  gint64      grids;
  gint64      resources;
  gint64      activities;
  const char *last_activity;
} GgovOrganisationRow;

/* Copies the texts. */
GgovOrganisation *         ggov_organisation_new     (const GgovOrganisationRow *row)
                                                     G_GNUC_WARN_UNUSED_RESULT;

const GgovOrganisationRow *ggov_organisation_get_row (GgovOrganisation *self);

G_END_DECLS
