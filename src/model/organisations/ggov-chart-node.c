/* ggov-chart-node.c: a box of the chart of an office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-chart-node.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovChartNodeRow, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovChartNodeRow, member, name)

static const GgovRecordField fields[] = {
  TEXT (kind, "kind"),
  NUMBER (id, "id"),
  NUMBER (parent_id, "parent-id"),
  TEXT (code, "code"),
  TEXT (name, "name"),
  TEXT (head, "head"),
  TEXT (head_role, "head-role"),
  TEXT (second, "second"),
  TEXT (second_role, "second-role"),
  NUMBER (people, "people"),
  NUMBER (households, "households"),
  NUMBER (head_id, "head-id"),
  NUMBER (second_id, "second-id"),
  NUMBER (party_id, "party-id"),
};

struct _GgovChartNode
{
  GObject  parent_instance;

  GgovChartNodeRow  row;
  char *texts; /* what the row's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovChartNode, ggov_chart_node, G_TYPE_OBJECT)

static void
ggov_chart_node_finalize (GObject *object)
{
  GgovChartNode *self = GGOV_CHART_NODE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_chart_node_parent_class)->finalize (object);
}

static void
ggov_chart_node_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_CHART_NODE (object)->row, fields, prop_id, value);
}

static void
ggov_chart_node_class_init (GgovChartNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_chart_node_finalize;
  object_class->get_property = ggov_chart_node_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_chart_node_init (GgovChartNode *self)
{
}

GgovChartNode *
ggov_chart_node_new (const GgovChartNodeRow *row)
{
  GgovChartNode *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GGOV_TYPE_CHART_NODE, NULL);
  self->row = *row;
  self->texts = _ggov_record_keep_texts (&self->row, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovChartNodeRow *
ggov_chart_node_get_row (GgovChartNode *self)
{
  g_return_val_if_fail (GGOV_IS_CHART_NODE (self), NULL);

  return &self->row;
}
