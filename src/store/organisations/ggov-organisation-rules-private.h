/* ggov-organisation-rules-private.h: what has to hold before an organisation or a line is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-write-organisations.h"

G_BEGIN_DECLS

/* The table of an organisation of this kind, and how other tables call it. */
#define GGOV_ORGANISATION_TABLE(kind) \
  (ggov_organisation_kind_is_party (kind) ? "party_organisation" : "organisation")

/* An organisation as it is. */
typedef struct
{
  char   *kind;
  char   *name;
  gint64  community_id; /* or 0 */
  char   *community;    /* (nullable) */
  gint64  parent_id;    /* or 0 */
  char   *valid_from;   /* (nullable) */
  char   *valid_to;     /* (nullable) */
} GgovKnownOrganisation;

void     _ggov_known_organisation_clear   (GgovKnownOrganisation *known);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovKnownOrganisation, _ggov_known_organisation_clear)

/* Takes @sentence over. Returns FALSE with GGOV_STORE_ERROR_REFUSED. */
gboolean _ggov_organisation_refuse        (GError                **error,
                                           char                   *sentence);

/* @kind: of either table; refused where there is none of that number in it */
gboolean _ggov_organisation_read          (GgovDb                 *db,
                                           const char             *kind,
                                           gint64                  id,
                                           GgovKnownOrganisation  *known,
                                           GError                **error);

/* Refused where the last day comes before the first. */
gboolean _ggov_organisation_check_days    (const char             *from,
                                           const char             *to,
                                           GError                **error);

/**
 * _ggov_organisation_check_record:
 * @id: of the organisation that is changed, or 0 for a new one
 *
 * Whether it has a name and a kind, is not there twice, and a group belongs to a branch.
 */
gboolean _ggov_organisation_check_record  (GgovDb                        *db,
                                           const GgovOrganisationRecord  *record,
                                           gint64                         id,
                                           GError                       **error);

/* Whether a line may be added to an organisation. */
gboolean _ggov_organisation_check_line    (GgovDb                            *db,
                                           const GgovKnownOrganisation       *owner,
                                           const GgovOrganisationLineRecord  *record,
                                           GError                           **error);

/* Which table keeps a kind of line; NULL for a post and for what is none. @owner_kind: of its owner */
const char *_ggov_organisation_line_table (const char             *kind,
                                           const char             *owner_kind);

/* What two records of one person had twice is kept once. */
gboolean _ggov_organisation_join_lines    (GgovChange             *change,
                                           gint64                  person_id,
                                           GError                **error);

G_END_DECLS
