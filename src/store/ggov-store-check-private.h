/* ggov-store-check-private.h: the parts of the check that have files of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"

G_BEGIN_DECLS

/**
 * _ggov_check_rows:
 * @sql: asks for what is wrong: a row for each, which begins with the text of its subject
 *
 * Adds a finding of a kind for each row, all with the same sentence.
 */
gboolean _ggov_check_rows     (GgovDb      *db,
                               const char  *kind,
                               const char  *sql,
                               const char  *sentence,
                               GPtrArray   *findings,
                               GError     **error);

/**
 * _ggov_check_geometry:
 * @findings: (element-type GgovFinding): where findings of kind "geometry" are added
 * @error: return location for a GgovStoreError
 *
 * Checks each plan in force or still to come: its grids tile the community, none overlaps, each is
 * one piece without a hole, and each building of the community is in one grid and stands in it.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_geometry (GgovDb     *db,
                               GPtrArray  *findings,
                               GError    **error);

/**
 * _ggov_check_plans:
 * @findings: (element-type GgovFinding): where findings of kind "plans" are added
 *
 * Checks that the plans of each community follow one another without a gap and without meeting,
 * that grids are there for as long as the plans that have them, and that drafts are whole.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_plans    (GgovDb     *db,
                               GPtrArray  *findings,
                               GError    **error);

/**
 * _ggov_check_nets:
 * @findings: (element-type GgovFinding): where findings of kind "nets" are added
 *
 * Checks that each grid of an old net has ground, that a retired net has ended whole, and that the
 * posts which came of it are those of the people who were moved.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_nets     (GgovDb     *db,
                               GPtrArray  *findings,
                               GError    **error);

/**
 * _ggov_check_posts:
 * @findings: (element-type GgovFinding): where findings of kind "posts" are added
 *
 * Checks that posts keep within what their roles allow, that leaves lie within their posts, and that
 * nothing is left with a record that was merged into another.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_posts    (GgovDb     *db,
                               GPtrArray  *findings,
                               GError    **error);

/**
 * _ggov_check_training:
 * @findings: (element-type GgovFinding): where findings of kind "training" are added
 *
 * Checks that nobody was at a session that was called off, that certificates are for what their holders
 * passed, and that no course is required twice.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_training (GgovDb     *db,
                               GPtrArray  *findings,
                               GError    **error);

/**
 * _ggov_check_organisations:
 * @findings: (element-type GgovFinding): where findings of kind "organisations" are added
 *
 * Checks that contacts, members and grids lie within the days of their organisation, that nothing is
 * there twice, and that one leads each party organisation of which everybody is in one branch.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_organisations (GgovDb     *db,
                                    GPtrArray  *findings,
                                    GError    **error);

/**
 * _ggov_check_issues:
 * @findings: (element-type GgovFinding): where findings of kind "issues" are added
 *
 * Checks that the steps of each issue exist, follow from one another and are in order of time, that the
 * issue is where they have brought it, and that strands, reporters and duplicates fit.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_issues   (GgovDb     *db,
                               GPtrArray  *findings,
                               GError    **error);

/**
 * _ggov_check_case_types:
 * @findings: (element-type GgovFinding): where findings of kind "case-types" are added
 *
 * Checks that one version of a case type holds on a day, in their order, for a role that is there.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_case_types (GgovDb     *db,
                                 GPtrArray  *findings,
                                 GError    **error);

/**
 * _ggov_check_points:
 * @findings: (element-type GgovFinding): where findings of kind "ledger" are added
 *
 * Checks that the points ledger balances, as do its checkpoints, and that nobody is below zero.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_points   (GgovDb     *db,
                               GPtrArray  *findings,
                               GError    **error);

/**
 * _ggov_check_residents:
 * @findings: (element-type GgovFinding): where findings of kind "residents" are added
 *
 * Checks that nobody is at two doors on a day, that households have one head, that children are
 * younger than their parents, and that visits and groups fit those they are of.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_residents (GgovDb     *db,
                                GPtrArray  *findings,
                                GError    **error);

/**
 * _ggov_check_cases:
 * @findings: (element-type GgovFinding): where findings of kind "cases" are added
 *
 * Checks that meetings, structures and steps of joint actions fit what they are about.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean _ggov_check_cases    (GgovDb     *db,
                               GPtrArray  *findings,
                               GError    **error);

G_END_DECLS
