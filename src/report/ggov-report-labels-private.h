/* ggov-report-labels-private.h: where labels go on a map, none over another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-pen-private.h"
#include "ggov-report-view-private.h"

G_BEGIN_DECLS

/* The places that are taken, within the frame of a map. */
typedef struct _GgovReportLabels GgovReportLabels;

GgovReportLabels *_ggov_report_labels_new     (const GgovReportRect *frame)
                                               G_GNUC_WARN_UNUSED_RESULT;
void              _ggov_report_labels_free    (GgovReportLabels     *self);

/* Whether a label of this size fits with its middle at @x, @y. */
gboolean          _ggov_report_labels_is_free (GgovReportLabels     *self,
                                               const GgovReportRect *rect);
void              _ggov_report_labels_take    (GgovReportLabels     *self,
                                               const GgovReportRect *rect);

/**
 * _ggov_report_labels_place_by:
 * @rect: (inout): the label, in its best place; out: the nearest place that is free
 * @reach: how far away the label still is of use
 *
 * Takes a place for a label in rings round its best place.
 *
 * Returns: FALSE where there is none within @reach, and @rect is as it was
 */
gboolean          _ggov_report_labels_place_by (GgovReportLabels    *self,
                                                GgovReportRect      *rect,
                                                double               reach);

/**
 * _ggov_report_labels_place_within:
 * @rect: (inout): the label's size; out: its place as well
 * @area: what the label is of: it stands in it, in the frame, far from the edges of both and near
 *   its centre
 * @keep_off: (nullable) (element-type GgovReportShape): what it had better not lie on
 * @near: the label stands as near to @x, @y as can be, instead of far from edges
 *
 * Returns: FALSE where there is no room
 */
gboolean          _ggov_report_labels_place_within (GgovReportLabels *self,
                                                    GgovReportRect   *rect,
                                                    GgovReportShape  *area,
                                                    GPtrArray        *keep_off,
                                                    const double     *near);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReportLabels, _ggov_report_labels_free)

G_END_DECLS
