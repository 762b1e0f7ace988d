/* ggov-report-own-data.c: all that is known of somebody, on paper for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-membership.h"
#include "ggov-register-event.h"
#include "ggov-register-value.h"
#include "ggov-report-residents-private.h"
#include "ggov-resident.h"
#include "ggov-visit.h"

#define LABEL_MM 62
#define STAY_MM  60

typedef struct
{
  GgovReportFlow                   *flow;
  GgovResidentSheet                *sheet;
  const GgovReportResidentsOptions *options;
  gboolean                          is_whole;
} Paper;

static char *
dup_value (const Paper             *self,
           const GgovRegisterField *field,
           const char              *value)
{
  g_autofree char *shown = ggov_register_field_dup_shown (self->options->catalogue, field, value);

  return self->is_whole || field->sensitivity == GGOV_REGISTER_OPEN
           ? g_steal_pointer (&shown) : ggov_register_field_dup_masked (field, value);
}

/* Field by field, in the groups of the register; what nobody filled in is left out. */
static void
add_fields (Paper *self)
{
  GgovRegisterCatalogue *catalogue = self->options->catalogue;
  const GgovReportColumn columns[] = {
    { C_("residents", "Field"), LABEL_MM, PANGO_ALIGN_LEFT },
    { C_("residents", "What the register has"), 0, PANGO_ALIGN_LEFT },
  };
  const guint kind = ggov_report_flow_add_columns (self->flow, columns, 2, 0);

  for (guint i = 0; i < ggov_register_catalogue_get_n_groups (catalogue); i++)
    {
      const GgovRegisterGroup *group = ggov_register_catalogue_get_group_at (catalogue, i);

      ggov_report_flow_add_section (self->flow, kind, ggov_register_group_get_label (group), NULL,
                                    GGOV_REPORT_FLOW_NONE);
      for (guint j = 0; j < ggov_register_catalogue_get_n_fields (catalogue); j++)
        {
          const GgovRegisterField *field = ggov_register_catalogue_get_field_at (catalogue, j);
          const char *value = ggov_resident_sheet_get_value (self->sheet, field->code);

          if (value && *value && g_strcmp0 (field->group, group->code) == 0)
            ggov_report_flow_take_row (self->flow, (char *[]) {
              g_strdup (ggov_register_field_get_label (field)), dup_value (self, field, value) });
        }
    }
}

static void
add_residences (Paper *self)
{
  const GgovReportColumn columns[] = {
    { C_("residents", "Place and door"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "Relation"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "Stay"), STAY_MM, PANGO_ALIGN_LEFT },
    { C_("residents", "From"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
    { C_("residents", "Until"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
  };
  GListModel *rows = ggov_resident_sheet_get_residences (self->sheet);

  ggov_report_flow_add_section (self->flow, ggov_report_flow_add_columns (self->flow, columns, 5, 0),
                                C_("residents", "Where they were"), NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovResident) row = g_list_model_get_item (rows, i);
      const GgovResidentRecord *record = ggov_resident_get_record (row);

      ggov_report_flow_take_row (self->flow, (char *[]) {
        g_strdup_printf ("%s %s", record->place, record->door),
        _ggov_report_residents_dup_value (self->options, "relation", record->relation),
        g_strdup (_ggov_report_residents_get_stay (record->registered, record->living)),
        g_strdup (record->moved_in), g_strdup (record->moved_out ? record->moved_out : "") });
    }
}

static void
add_memberships (Paper *self)
{
  const GgovReportColumn columns[] = {
    { C_("residents", "Group"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "From"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
    { C_("residents", "Until"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
    { C_("residents", "Who says so"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "Responsible"), 0, PANGO_ALIGN_LEFT },
  };
  GListModel *rows = ggov_resident_sheet_get_memberships (self->sheet);

  ggov_report_flow_add_section (self->flow, ggov_report_flow_add_columns (self->flow, columns, 5, 0),
                                C_("residents", "Special groups"), NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovMembership) row = g_list_model_get_item (rows, i);
      const GgovMembershipRecord *record = ggov_membership_get_record (row);
      const char *const cells[] = {
        self->is_whole || !record->sensitive ? record->label : "***", record->valid_from,
        record->valid_to, record->source, record->responsible,
      };

      ggov_report_flow_add_row (self->flow, cells);
    }
}

static void
add_visits (Paper *self)
{
  const GgovReportColumn columns[] = {
    { C_("residents", "Day"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
    { C_("residents", "Who went"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "What came of it"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "What was found"), 0, PANGO_ALIGN_LEFT },
  };
  GListModel *rows = ggov_resident_sheet_get_visits (self->sheet);

  ggov_report_flow_add_section (self->flow, ggov_report_flow_add_columns (self->flow, columns, 4, 0),
                                C_("residents", "Visits"), NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVisit) row = g_list_model_get_item (rows, i);
      const GgovVisitRecord *record = ggov_visit_get_record (row);
      const char *const cells[] = {
        record->day, record->visitor, _ggov_report_residents_get_outcome (record->outcome),
        record->found,
      };

      ggov_report_flow_add_row (self->flow, cells);
    }
}

static const char *
get_kind_label (const char *kind)
{
  static const struct { const char *kind, *label; } kinds[] = {
    { "move_in", NC_("event", "Moved in") }, { "move_out", NC_("event", "Moved out") },
    { "move_within", NC_("event", "Moved within the area") }, { "birth", NC_("event", "Birth") },
    { "death", NC_("event", "Death") }, { "split", NC_("event", "Household split") },
    { "merge", NC_("event", "Households merged") }, { "head", NC_("event", "Another head") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return g_dpgettext2 (NULL, "event", kinds[i].label);

  return kind;
}

static void
add_events (Paper *self)
{
  const GgovReportColumn columns[] = {
    { C_("residents", "Day"), GGOV_RESIDENTS_DAY_MM, PANGO_ALIGN_CENTER },
    { C_("residents", "Event"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "Place and door"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "From or to"), 0, PANGO_ALIGN_LEFT },
    { C_("residents", "Why"), 0, PANGO_ALIGN_LEFT },
  };
  GListModel *rows = ggov_resident_sheet_get_events (self->sheet);

  ggov_report_flow_add_section (self->flow, ggov_report_flow_add_columns (self->flow, columns, 5, 0),
                                C_("residents", "Events"), NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRegisterEvent) row = g_list_model_get_item (rows, i);
      const GgovRegisterEventRecord *record = ggov_register_event_get_record (row);
      const char *const cells[] = {
        record->day, get_kind_label (record->kind), record->place, record->elsewhere, record->reason,
      };

      ggov_report_flow_add_row (self->flow, cells);
    }
}

GgovReportPager *
ggov_report_own_data_new (GgovResidentSheet                *sheet,
                          gboolean                          is_whole,
                          const GgovReportResidentsOptions *options,
                          PangoContext                     *context)
{
  GgovReportResidentsOptions own = *options;
  Paper self = { NULL, sheet, &own, is_whole };

  own.scope = ggov_resident_sheet_get_value (sheet, "name");
  if (own.turn == GGOV_REPORT_TURN_AUTO)
    own.turn = GGOV_REPORT_TURN_PORTRAIT;
  self.flow = _ggov_report_residents_begin (C_("residents", "What the Office Keeps of You"), TRUE,
                                            &own, context);
  ggov_report_flow_add_line (self.flow, is_whole
    ? _("Whole, as the Personal Information Protection Law, article 45, entitles you to see it. Say "
        "so if something is wrong: it will be put right.")
    : _("What is sensitive is masked. It is printed whole once it was said why."));
  add_fields (&self);
  add_residences (&self);
  add_memberships (&self);
  add_visits (&self);
  add_events (&self);

  return _ggov_report_residents_finish (self.flow);
}
