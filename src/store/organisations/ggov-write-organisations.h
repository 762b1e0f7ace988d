/* ggov-write-organisations.h: writing organisations, those of the Party, and what they have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change. A call that adds returns the new record's number, or 0 with
 * @error set; 0 also stands for no record. Days are ISO texts. What breaks a rule is
 * GGOV_STORE_ERROR_REFUSED with a translated sentence.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind;         /* code of a GgovOrganisationKind */
  const char *name;
  gint64      community_id; /* 0 if it belongs to the whole sub-district */
  gint64      parent_id;    /* the branch of a party group */
  const char *phone;        /* (nullable) */
  const char *scope;        /* (nullable): what its work covers */
  const char *address;      /* (nullable) */
  const char *valid_from;   /* (nullable): NULL for since before there were records */
} GgovOrganisationRecord;

/* Blanks around and within the name are put right. */
gint64   ggov_change_add_organisation        (GgovChange                    *change,
                                              const GgovOrganisationRecord  *record,
                                              GError                       **error);

/* Writes all of @record; an organisation stays in its table. */
gboolean ggov_change_update_organisation     (GgovChange                    *change,
                                              gint64                         id,
                                              const GgovOrganisationRecord  *record,
                                              GError                       **error);

/**
 * ggov_change_end_organisation:
 * @kind: code of its kind
 * @last_day: ISO day
 * @with_posts: whether the posts that its people hold end with it; if not, it is refused while
 *   somebody holds one
 *
 * Ends an organisation, and with it its contacts, members, grids and resources. What would only have
 * begun after @last_day is taken back.
 */
gboolean ggov_change_end_organisation        (GgovChange                    *change,
                                              const char                    *kind,
                                              gint64                         id,
                                              const char                    *last_day,
                                              const char                    *reason,
                                              gboolean                       with_posts,
                                              GError                       **error);

/* A branch or group by name alone; @parent_id: the branch a group belongs to */
gint64   ggov_change_add_party_organisation  (GgovChange                    *change,
                                              const char                    *kind,
                                              const char                    *name,
                                              gint64                         parent_id,
                                              GError                       **error);
gint64   ggov_change_add_party_grid          (GgovChange                    *change,
                                              gint64                         party_organisation_id,
                                              gint64                         grid_id,
                                              const char                    *valid_from,
                                              GError                       **error);

/* Something an organisation has. Which members count depends on the kind. */
typedef struct
{
  const char *kind;            /* contact, member, grid, resource, activity or post */
  const char *owner_kind;      /* code of a GgovOrganisationKind */
  gint64      owner_id;
  gint64      person_id;       /* contact, member, post: who; 0 for somebody new */
  const char *person_name;     /* (nullable): of somebody new */
  const char *person_phone;    /* (nullable) */
  gint64      grid_id;         /* grid, post; of an activity, or 0 */
  const char *title;           /* (nullable): what is offered or was done */
  const char *note;            /* (nullable): a contact's duty, a resource's amount, of an activity */
  const char *code;            /* (nullable): a member's duty; the role of a post */
  gint64      reached;         /* people whom an activity reached; -1 where nobody counted */
  const char *valid_from;      /* first day; of an activity its day */
  const char *valid_to;        /* (nullable) */
} GgovOrganisationLineRecord;

/**
 * ggov_change_add_organisation_line:
 *
 * Adds it without looking at rules: for what is known to keep them.
 */
gint64   ggov_change_add_organisation_line   (GgovChange                        *change,
                                              const GgovOrganisationLineRecord  *record,
                                              GError                           **error);

/**
 * ggov_change_choose_organisation_line:
 *
 * Adds it within the rules: people and grids are there, a grid lies in the organisation's community,
 * nothing is there twice on the same days, days lie within those of the organisation, one leads a
 * party organisation, and nobody is in two branches. A post is one of the organisation's people, who
 * belongs to it from then on; a company serves the grid from then on. Somebody new is
 * told by @record afterwards.
 */
gint64   ggov_change_choose_organisation_line (GgovChange                  *change,
                                               GgovOrganisationLineRecord  *record,
                                               GError                     **error);

/* Ends a line; an activity is taken back. @owner_kind: of its organisation */
gboolean ggov_change_end_organisation_line   (GgovChange                    *change,
                                              const char                    *kind,
                                              const char                    *owner_kind,
                                              gint64                         id,
                                              const char                    *last_day,
                                              GError                       **error);

G_END_DECLS
