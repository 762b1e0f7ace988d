/* ggov-store-organisations.h: the office's organisations, listed, looked at and changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What writes is one change, ended with ggov_store_change_finish(), and can be undone; what is not
 * allowed is GGOV_STORE_ERROR_REFUSED with a translated sentence. See ggov-write-organisations.h for
 * the rules.
 */

#pragma once

#include "ggov-chart-node.h"
#include "ggov-coverage-gap.h"
#include "ggov-organisation-line.h"
#include "ggov-organisation.h"
#include "ggov-store.h"
#include "ggov-write-organisations.h"

G_BEGIN_DECLS

/**
 * GgovOrganisationFilter:
 * @kind: (nullable): code of a GgovOrganisationKind, or "party" for both of the Party's
 * @text: (nullable): words that have to be in name, reading, scope, phone, community or contact
 * @community_id: 0 for all
 * @id: 0 for all; one of the kind
 * @with_ended: whether those that ended before the day are listed too
 */
typedef struct
{
  const char *kind;
  const char *text;
  gint64      community_id;
  gint64      id;
  gboolean    with_ended;
} GgovOrganisationFilter;

/* @filter: (nullable); @day: ISO day. Those that begin later are not listed. */
void        ggov_store_list_organisations_async  (GgovStore                     *self,
                                                  const GgovOrganisationFilter  *filter,
                                                  const char                    *day,
                                                  GCancellable                  *cancellable,
                                                  GAsyncReadyCallback            callback,
                                                  gpointer                       user_data);

/* Returns: (transfer full) (element-type GgovOrganisation): by kind, community and name */
GListModel *ggov_store_list_organisations_finish (GgovStore                     *self,
                                                  GAsyncResult                  *result,
                                                  GError                       **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_list_organisation_lines_async:
 * @kind: code of its kind
 *
 * What an organisation has on a day: contacts or members, posts of its people, grids, resources, and
 * its activities of that year up to the day, the latest first.
 */
void        ggov_store_list_organisation_lines_async  (GgovStore            *self,
                                                       const char           *kind,
                                                       gint64                id,
                                                       const char           *day,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

/* Returns: (transfer full) (element-type GgovOrganisationLine) */
GListModel *ggov_store_list_organisation_lines_finish (GgovStore            *self,
                                                       GAsyncResult         *result,
                                                       GError              **error)
                                                       G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_list_coverage_gaps_async:
 *
 * What the organisations leave open on a day: grids without a party organisation, without one of the
 * services that the office has companies for, party organisations without a head or a grid, companies
 * without a liaison where they serve, organisations nobody can call, co-building organisations that
 * offer nothing or have done nothing this year, communities without one.
 */
void        ggov_store_list_coverage_gaps_async  (GgovStore            *self,
                                                  const char           *day,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);

/* Returns: (transfer full) (element-type GgovCoverageGap) */
GListModel *ggov_store_list_coverage_gaps_finish (GgovStore            *self,
                                                  GAsyncResult         *result,
                                                  GError              **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_list_chart_async:
 *
 * The boxes of the office's chart on a day: the office, its working committee, departments, then
 * each community followed by its grids.
 */
void        ggov_store_list_chart_async          (GgovStore            *self,
                                                  const char           *day,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);

/* Returns: (transfer full) (element-type GgovChartNode) */
GListModel *ggov_store_list_chart_finish         (GgovStore            *self,
                                                  GAsyncResult         *result,
                                                  GError              **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/* Adds an organisation, or changes the one of this number; @id: 0 for a new one */
void        ggov_store_save_organisation_async   (GgovStore                     *self,
                                                  gint64                         id,
                                                  const GgovOrganisationRecord  *record,
                                                  GCancellable                  *cancellable,
                                                  GAsyncReadyCallback            callback,
                                                  gpointer                       user_data);

/* See ggov_change_end_organisation(). */
void        ggov_store_end_organisation_async    (GgovStore            *self,
                                                  const char           *kind,
                                                  gint64                id,
                                                  const char           *last_day,
                                                  const char           *reason,
                                                  gboolean              with_posts,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);

/**
 * ggov_store_add_organisation_lines_async:
 * @record: of the line; see ggov_change_choose_organisation_line()
 * @grid_ids: (array length=n_grids) (nullable): where it is about grids, one line for each of these
 *   instead of the one for the record's
 */
void        ggov_store_add_organisation_lines_async (GgovStore                         *self,
                                                     const GgovOrganisationLineRecord  *record,
                                                     const gint64                      *grid_ids,
                                                     guint                              n_grids,
                                                     GCancellable                      *cancellable,
                                                     GAsyncReadyCallback                callback,
                                                     gpointer                           user_data);

/* See ggov_change_end_organisation_line(). */
void        ggov_store_end_organisation_line_async (GgovStore            *self,
                                                    const char           *kind,
                                                    const char           *owner_kind,
                                                    gint64                id,
                                                    const char           *last_day,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);

G_END_DECLS
