/* ggov-chart-node.h: a box of the chart of an office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_CHART_NODE (ggov_chart_node_get_type ())

G_DECLARE_FINAL_TYPE (GgovChartNode, ggov_chart_node, GGOV, CHART_NODE, GObject)

/**
 * GgovChartNodeRow:
 * @kind: office, committee, department, community or grid
 * @id: of the place or the organisation
 * @parent_id: of a grid its community; else 0
 * @code: (nullable): of a place
 * @head: (nullable): whoever is in charge; several apart by a comma
 * @head_role: (nullable): as what, in the user's language
 * @second: (nullable): who stands beside: the chief grid leader, the head of the grid's party group
 * @second_role: (nullable)
 * @people: of the committee or department; grid members of any kind on a grid
 * @households: of a grid or community
 * @head_id: the person’s number, or 0
 * @second_id: likewise
 * @party_id: of the Party’s group on a grid, or 0
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  const char *kind;
  gint64      id;
  gint64      parent_id;
  const char *code;
  const char *name;
  const char *head;
  const char *head_role;
  const char *second;
  const char *second_role;
  gint64      people;
  gint64      households;
  gint64      head_id;
  gint64      second_id;
  gint64      party_id;
} GgovChartNodeRow;

/* Copies the texts. */
GgovChartNode *         ggov_chart_node_new     (const GgovChartNodeRow *row)
                                                G_GNUC_WARN_UNUSED_RESULT;

const GgovChartNodeRow *ggov_chart_node_get_row (GgovChartNode *self);

G_END_DECLS
