/* ggov-paper-kinds-private.h: the kinds of paper, each in its own file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-paper.h"

G_BEGIN_DECLS

extern const GgovPaperKind _ggov_paper_appointment;
extern const GgovPaperKind _ggov_paper_cards;
extern const GgovPaperKind _ggov_paper_attendance_sheet;
extern const GgovPaperKind _ggov_paper_comparison;
extern const GgovPaperKind _ggov_paper_dispatch_order;
extern const GgovPaperKind _ggov_paper_dispute_file;
extern const GgovPaperKind _ggov_paper_household;
extern const GgovPaperKind _ggov_paper_issue_form;
extern const GgovPaperKind _ggov_paper_issue_list;
extern const GgovPaperKind _ggov_paper_joint_action;
extern const GgovPaperKind _ggov_paper_leaders;
extern const GgovPaperKind _ggov_paper_map;
extern const GgovPaperKind _ggov_paper_old_net;
extern const GgovPaperKind _ggov_paper_organisation_chart;
extern const GgovPaperKind _ggov_paper_organisations;
extern const GgovPaperKind _ggov_paper_overview_map;
extern const GgovPaperKind _ggov_paper_own_data;
extern const GgovPaperKind _ggov_paper_population;
extern const GgovPaperKind _ggov_paper_register;
extern const GgovPaperKind _ggov_paper_points_catalogue;
extern const GgovPaperKind _ggov_paper_points_honours;
extern const GgovPaperKind _ggov_paper_points_passbook;
extern const GgovPaperKind _ggov_paper_points_settlement;
extern const GgovPaperKind _ggov_paper_points_vouchers;
extern const GgovPaperKind _ggov_paper_reminder_notices;
extern const GgovPaperKind _ggov_paper_roster;
extern const GgovPaperKind _ggov_paper_route;
extern const GgovPaperKind _ggov_paper_special_groups;
extern const GgovPaperKind _ggov_paper_staff;
extern const GgovPaperKind _ggov_paper_statistics;
extern const GgovPaperKind _ggov_paper_structures;
extern const GgovPaperKind _ggov_paper_training_certificates;
extern const GgovPaperKind _ggov_paper_training_sheet;
extern const GgovPaperKind _ggov_paper_utilities;
extern const GgovPaperKind _ggov_paper_vacancies;
extern const GgovPaperKind _ggov_paper_visit_sheet;

/* Ends a task with what was read, or with why it was not; takes both, and the task. */
void _ggov_paper_return (GTask          *task,
                         gpointer        content,
                         GDestroyNotify  free_content,
                         GError         *error);

G_END_DECLS
