/* ggov-ctl-organisations-look.c: gridgovctl organisations: listed, shown, what they leave open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-organisations.h"
#include "ggov-organisation-kind.h"

static const char *
get_text (const char *text)
{
  return text ? text : "";
}

const char *
ggov_ctl_organisations_get_day (GgovCtl                    *ctl,
                                const GgovCtlOrganisations *words)
{
  return words->from ? words->from : ctl->as_of;
}

static GListModel *
load (GgovCtl                      *ctl,
      const GgovOrganisationFilter *filter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_organisations_async (ctl->store, filter, ctl->as_of, NULL, ggov_ctl_keep,
                                       &result);
  rows = ggov_store_list_organisations_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    ggov_ctl_refuse (ctl, error);

  return rows;
}

GListModel *
ggov_ctl_organisations_load (GgovCtl                    *ctl,
                             const GgovCtlOrganisations *words)
{
  GgovOrganisationFilter filter = {
    .kind = words->kind, .text = words->text, .with_ended = words->with_ended,
  };
  g_autoptr(GgovPlace) community = NULL;

  if (words->community)
    {
      if (!(community = ggov_ctl_find_place (ctl, "community", words->community, NULL)))
        return NULL;
      filter.community_id = ggov_place_get_record (community)->id;
    }

  return load (ctl, &filter);
}

static gboolean
is_meant (const GgovOrganisationRow *row,
          const char                *of)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, row->id);

  return g_str_equal (number, of) || g_str_equal (row->name, of);
}

GgovOrganisation *
ggov_ctl_organisations_find (GgovCtl    *ctl,
                             const char *of,
                             const char *kind)
{
  const GgovOrganisationFilter filter = { .kind = kind, .with_ended = TRUE };
  g_autoptr(GListModel) rows = load (ctl, &filter);
  g_autoptr(GgovOrganisation) found = NULL;
  guint n = 0;

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovOrganisation) row = g_list_model_get_item (rows, i);

      if (is_meant (ggov_organisation_get_row (row), of) && n++ == 0)
        found = g_steal_pointer (&row);
    }

  if (rows && n == 0)
    /* Translators: what somebody typed as the name or number of an organisation */
    g_printerr (_("gridgovctl: There is no organisation “%s” on that day. See organisations list.\n"),
                of);
  if (n > 1)
    /* Translators: what somebody typed as the name or number of an organisation */
    g_printerr (_("gridgovctl: Several organisations are called “%s”. Say --kind as well, or its "
                  "number.\n"), of);

  return n == 1 ? g_steal_pointer (&found) : NULL;
}

GgovCtlStatus
ggov_ctl_organisations_list (GgovCtl                    *ctl,
                             const GgovCtlOrganisations *words)
{
  g_autoptr(GListModel) rows = ggov_ctl_organisations_load (ctl, words);

  if (rows == NULL)
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    ggov_ctl_print_rows (rows);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovOrganisation) item = g_list_model_get_item (rows, i);
      const GgovOrganisationRow *row = ggov_organisation_get_row (item);

      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT
               "\n", row->id, row->kind, row->name, get_text (row->community),
               get_text (row->head), get_text (row->head_phone), row->grids, row->activities);
    }

  return GGOV_CTL_DONE;
}

static void
print_line (GgovOrganisationLine *line)
{
  const GgovOrganisationLineRow *row = ggov_organisation_line_get_row (line);

  g_print ("%s:%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\n", row->kind, row->id, row->title,
           get_text (row->note), get_text (row->phone), row->since, get_text (row->until));
}

GgovCtlStatus
ggov_ctl_organisations_show (GgovCtl                    *ctl,
                             const GgovCtlOrganisations *words)
{
  g_autoptr(GgovOrganisation) organisation = ggov_ctl_organisations_find (ctl, words->of,
                                                                          words->kind);
  const GgovOrganisationRow *row;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GError) error = NULL;

  if (organisation == NULL)
    return GGOV_CTL_REFUSED;

  row = ggov_organisation_get_row (organisation);
  ggov_store_list_organisation_lines_async (ctl->store, row->kind, row->id, ctl->as_of, NULL,
                                            ggov_ctl_keep, &result);
  if (!(lines = ggov_store_list_organisation_lines_finish (ctl->store, ggov_ctl_wait (&result),
                                                           &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "organisation");
      ggov_ctl_add_row (builder, G_OBJECT (organisation));
      json_builder_set_member_name (builder, "lines");
      ggov_ctl_add_rows (builder, lines);
      json_builder_end_object (builder);
      ggov_ctl_print (json_builder_get_root (builder));
      return GGOV_CTL_DONE;
    }

  g_print ("%s\t%s\t%s\n", row->name, ggov_organisation_kind_get_label_of (row->kind),
           get_text (row->community));
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(GgovOrganisationLine) line = g_list_model_get_item (lines, i);

      print_line (line);
    }

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_organisations_coverage (GgovCtl                    *ctl,
                                 const GgovCtlOrganisations *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) gaps = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_coverage_gaps_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(gaps = ggov_store_list_coverage_gaps_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (gaps);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (gaps); i++)
    {
      g_autoptr(GgovCoverageGap) gap = g_list_model_get_item (gaps, i);
      const GgovCoverageGapRow *row = ggov_coverage_gap_get_row (gap);

      g_print ("%s\t%s\t%s\t%s\t%s\n", row->deed, get_text (row->community), row->name,
               get_text (row->grid_id ? row->grid : row->code), row->sentence);
    }

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_organisations_chart (GgovCtl                    *ctl,
                              const GgovCtlOrganisations *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) nodes = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_chart_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(nodes = ggov_store_list_chart_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (nodes);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr(GgovChartNode) node = g_list_model_get_item (nodes, i);
      const GgovChartNodeRow *row = ggov_chart_node_get_row (node);

      g_print ("%s%s\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\n", g_str_equal (row->kind, "grid") ? "  " : "",
               row->name, get_text (row->head_role), get_text (row->head), get_text (row->second),
               row->people);
    }

  return GGOV_CTL_DONE;
}
