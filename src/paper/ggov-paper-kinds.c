/* ggov-paper-kinds.c: which kinds of paper there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-paper-kinds-private.h"

static const GgovPaperKind *const kinds[] = {
  &_ggov_paper_roster,
  &_ggov_paper_staff,
  &_ggov_paper_leaders,
  &_ggov_paper_cards,
  &_ggov_paper_appointment,
  &_ggov_paper_vacancies,
  &_ggov_paper_organisation_chart,
  &_ggov_paper_organisations,
  &_ggov_paper_map,
  &_ggov_paper_overview_map,
  &_ggov_paper_comparison,
  &_ggov_paper_old_net,
  &_ggov_paper_training_sheet,
  &_ggov_paper_attendance_sheet,
  &_ggov_paper_training_certificates,
  &_ggov_paper_reminder_notices,
  &_ggov_paper_statistics,
  &_ggov_paper_issue_form,
  &_ggov_paper_dispatch_order,
  &_ggov_paper_issue_list,
  &_ggov_paper_route,
  &_ggov_paper_dispute_file,
  &_ggov_paper_structures,
  &_ggov_paper_joint_action,
  &_ggov_paper_utilities,
  &_ggov_paper_household,
  &_ggov_paper_register,
  &_ggov_paper_visit_sheet,
  &_ggov_paper_special_groups,
  &_ggov_paper_population,
  &_ggov_paper_own_data,
  &_ggov_paper_points_passbook,
  &_ggov_paper_points_vouchers,
  &_ggov_paper_points_honours,
  &_ggov_paper_points_settlement,
  &_ggov_paper_points_catalogue,
};

guint
ggov_paper_get_n_kinds (void)
{
  return G_N_ELEMENTS (kinds);
}

const GgovPaperKind *
ggov_paper_get_kind (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (kinds), NULL);

  return kinds[index];
}

const GgovPaperKind *
ggov_paper_find_kind (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i]->name, name))
      return kinds[i];

  return NULL;
}

const char *
ggov_paper_kind_get_title (const GgovPaperKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return _(kind->title);
}

const char *
ggov_paper_kind_get_about (const GgovPaperKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return _(kind->about);
}

const char *
ggov_paper_kind_get_record_title (const GgovPaperKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return kind->record_title ? _(kind->record_title) : NULL;
}
