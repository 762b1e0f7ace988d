/* ggov-overview-figures.c: the office's figures, put on three cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-number-text.h"
#include "ggov-overview-figures.h"

/* A part of a sum, such as the police among the department members. */
typedef struct
{
  const char *name;  /* marked with NC_("part", …) */
  gint64      count;
} Part;

/* What a line is not broken at. */
#define NO_BREAK_SPACE "\302\240"

/* "Police 6 · Medical 8": the parts that there are. A line breaks between two of them only. */
static char *
dup_parts (const Part *parts,
           gsize       n_parts)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_parts; i++)
    if (parts[i].count > 0)
      {
        g_autofree char *number = ggov_number_dup_text (parts[i].count);

        g_string_append_printf (text, "%s%s" NO_BREAK_SPACE "%s",
                                text->len > 0 ? NO_BREAK_SPACE "· " : "",
                                g_dpgettext2 (NULL, "part", parts[i].name), number);
      }

  return g_string_free (text, FALSE);
}

static void
add_parts (GgovFigureCard *card,
           const char     *name,
           gint64          total,
           const Part     *parts,
           gsize           n_parts)
{
  g_autofree char *detail = dup_parts (parts, n_parts);

  ggov_figure_card_add (card, name, total, *detail ? detail : NULL);
}

static void
add_measure (GgovFigureCard           *card,
             const char               *name,
             const GgovMeasureFigures *figures)
{
  g_autofree char *area = ggov_number_dup_text (figures->area_m2);
  /* Translators: %s is a number of square metres */
  g_autofree char *detail = g_strdup_printf (_("%s m² in all"), area);

  ggov_figure_card_add (card, name, figures->count, detail);
}

void
ggov_overview_fill_area (GgovFigureCard    *card,
                         const GgovFigures *figures)
{
  gint64 mean = figures->grids > 0
                ? (figures->households + figures->grids / 2) / figures->grids : 0;
  g_autofree char *communities = ggov_number_dup_text (figures->communities);
  g_autofree char *mean_text = ggov_number_dup_text (mean);
  /* Translators: the first %s is a number of communities, the second of households */
  g_autofree char *detail = g_strdup_printf (_("%s communities, %s households a grid"),
                                             communities, mean_text);
  const Part residential[] = {
    { NC_("part", "Residential"), figures->residential_buildings },
  };

  ggov_figure_card_clear (card);
  ggov_figure_card_set_main (card, figures->grids, _("base grids"), detail);
  ggov_figure_card_add (card, C_("figure", "Households"), figures->households, NULL);
  ggov_figure_card_add (card, C_("figure", "Residents"), figures->people, NULL);
  add_parts (card, C_("figure", "Buildings"), figures->buildings, residential, G_N_ELEMENTS (residential));
  ggov_figure_card_add (card, C_("figure", "Units"), figures->units, NULL);
  ggov_figure_card_add (card, _("Party branches"), figures->party_branches, NULL);
  ggov_figure_card_add (card, _("Party groups"), figures->party_groups, NULL);
  ggov_figure_card_add (card, _("Co-building organisations"), figures->cobuilding_organisations,
                        NULL);
}

void
ggov_overview_fill_people (GgovFigureCard    *card,
                           const GgovFigures *figures)
{
  const Part part_time[] = {
    { NC_("part", "Building leaders"), figures->building_leaders },
    { NC_("part", "Unit leaders"), figures->unit_leaders },
  };
  const Part departments[] = {
    { NC_("part", "Enforcement"), figures->department_members.enforcement },
    { NC_("part", "Medical"), figures->department_members.medical },
    { NC_("part", "Police"), figures->department_members.police },
    { NC_("part", "Market"), figures->department_members.market },
    { NC_("part", "Justice"), figures->department_members.justice },
  };
  const Part markets[] = {
    { NC_("part", "Property"), figures->market_liaisons.property },
    { NC_("part", "Gas"), figures->market_liaisons.gas },
    { NC_("part", "Water"), figures->market_liaisons.water },
  };
  g_autofree char *detail = dup_parts (part_time, G_N_ELEMENTS (part_time));

  ggov_figure_card_clear (card);
  ggov_figure_card_set_main (card, figures->part_time_members, _("volunteers"), detail);
  ggov_figure_card_add (card, _("First secretaries"), figures->first_secretaries, NULL);
  ggov_figure_card_add (card, _("Chief grid leaders"), figures->chief_grid_leaders, NULL);
  ggov_figure_card_add (card, _("Full-time grid members"), figures->full_time_members, NULL);
  add_parts (card, _("Department grid members"), figures->department_members.total, departments,
             G_N_ELEMENTS (departments));
  ggov_figure_card_add (card, _("Department liaisons"), figures->department_liaisons.total, NULL);
  add_parts (card, _("Market liaisons"), figures->market_liaisons.total, markets,
             G_N_ELEMENTS (markets));
}

void
ggov_overview_fill_work (GgovFigureCard    *card,
                         const GgovFigures *figures)
{
  ggov_figure_card_clear (card);
  ggov_figure_card_set_main (card, figures->issues_handled, _("issues handled"),
                             _("closed up to this day"));
  ggov_figure_card_add (card, _("Disputes mediated"), figures->disputes_mediated, NULL);
  add_measure (card, _("Illegal structures removed"), &figures->illegal_structures);
  add_measure (card, _("Broken walls put right"), &figures->wall_breaking);
  ggov_figure_card_add (card, _("Utility problems solved"), figures->utility_problems, NULL);
  ggov_figure_card_add (card, _("Gas safety patrol"), figures->gas_patrol_members, NULL);
}
