/* ggov-nets-private.h: how old nets are read, shared by what shows, moves and checks them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-net-proposal.h"
#include "ggov-net-study.h"
#include "ggov-places-private.h"

G_BEGIN_DECLS

/* An old net being laid over the base grids; the arrays are as GgovNetStudy has them in the end. */
typedef struct
{
  GgovDb     *db;      /* (unowned) */
  gint64      net_id;
  const char *day;     /* (unowned): ISO day of the base grids */
  GgovPlaces *places;  /* (owned) */
  GArray     *rows;    /* (owned) (element-type GgovNetStudyRow) */
  GArray     *columns; /* (owned) (element-type GgovNetStudyColumn): all base grids at first */
  GArray     *cells;   /* (owned) (element-type GgovNetStudyCell) */
} GgovNetWork;

void          _ggov_net_work_clear      (GgovNetWork  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovNetWork, _ggov_net_work_clear)

/* Fills the arrays. The caller sets the first three members. */
gboolean      _ggov_net_work_lay        (GgovNetWork  *self,
                                         GError      **error);

/**
 * _ggov_net_work_read_people:
 *
 * Proposes where people go, or tells where they went, and drops the columns that nobody needs.
 *
 * Returns: (transfer full) (element-type GgovNetPerson), or NULL with @error
 */
GPtrArray    *_ggov_net_work_read_people (GgovNetWork  *self,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type GgovNet): all, or the one of @net_id; NULL with @error. */
GPtrArray    *_ggov_nets_read           (GgovDb       *db,
                                         gint64        net_id,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_net_read_study:
 * @error: GGOV_STORE_ERROR_NOT_FOUND if there is no such net
 */
GgovNetStudy *_ggov_net_read_study      (GgovDb       *db,
                                         gint64        net_id,
                                         const char   *day,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Only the digits of a phone number: departments write it in many ways. */
char         *_ggov_net_dup_digits      (const char   *phone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
