/* ggov-arrivals.h: issues that come from another platform, within one change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An issue is known again by the number that its platform gave it, or, where it is the office's own
 * and comes back, by the office's and when it was filed.
 */

#pragma once

#include "ggov-change.h"
#include "ggov-issue-kind.h"

G_BEGIN_DECLS

/* How far the platform says that it is. */
typedef enum
{
  GGOV_ARRIVAL_UNSAID,
  GGOV_ARRIVAL_OPEN,
  GGOV_ARRIVAL_CLOSED,
  GGOV_ARRIVAL_VOID,
} GgovArrivalStatus;

typedef enum
{
  GGOV_ARRIVAL_NEW,
  GGOV_ARRIVAL_CHANGED,
  GGOV_ARRIVAL_SAME,
} GgovArrivalResult;

/**
 * GgovArrivalLag:
 * @GGOV_ARRIVAL_ABREAST: the platform and the office agree on whether it is ended
 * @GGOV_ARRIVAL_BEHIND: the office has closed it already, and the platform does not know
 * @GGOV_ARRIVAL_HELD: the platform has closed it, and a strand of it is open here
 *
 * What is to be told of an issue besides what became of it: its end is left as it is.
 */
typedef enum
{
  GGOV_ARRIVAL_ABREAST,
  GGOV_ARRIVAL_BEHIND,
  GGOV_ARRIVAL_HELD,
} GgovArrivalLag;

/**
 * GgovArrival:
 * @source_id: the platform's number; not empty
 * @case_type_id: of the office
 * @is_other: whether that stands for "some other kind", which never takes a known one's place
 * @title: in a few words; not empty
 * @filed_at: seconds since 1970-01-01T00:00:00Z, as all times; 0 where it is not said
 * @has_spot: whether @lon and @lat, in degrees, are there
 * @grid_id: where, or 0
 *
 * What a platform says of an issue. A text that is NULL is not said, and leaves what is known.
 */
typedef struct
{
  const char        *source_id;
  const char        *service_code;
  const char        *service_name;
  gint64             case_type_id;
  gboolean           is_other;
  const char        *title;
  const char        *description;
  GgovIssueSource    source;
  GgovArrivalStatus  status;
  gint64             filed_at;
  gint64             closed_at;
  gint64             updated_at;
  gint64             expected_at;
  gboolean           has_spot;
  double             lon;
  double             lat;
  gint64             grid_id;
  const char        *place;
  const char        *notes;
  const char        *agency;
  const char        *notice;
  const char        *address_id;
  const char        *zipcode;
  const char        *media_url;
} GgovArrival;

/* What arrivals are compared with. */
typedef struct _GgovArrivals GgovArrivals;

/* @platform: whose numbers the arrivals have; may be empty */
GgovArrivals *ggov_arrivals_new        (GgovChange         *change,
                                        const char         *platform,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void          ggov_arrivals_free       (GgovArrivals       *self);

/* The case type of this code or name, in English or Chinese, as it was on an ISO day; 0 for none. */
gint64        ggov_arrivals_find_type  (GgovArrivals       *self,
                                        const char         *words,
                                        const char         *day);

/* The case type for what fits none, as it was on @day; made where the office has none. 0 with
 * @error. */
gint64        ggov_arrivals_get_other  (GgovArrivals       *self,
                                        const char         *day,
                                        GError            **error);

/**
 * ggov_arrivals_find_grid:
 * @lon: degrees
 * @lat: degrees
 * @grid_id: (out): the grid there in the plan of that day, or 0
 */
gboolean      ggov_arrivals_find_grid  (GgovArrivals       *self,
                                        double              lon,
                                        double              lat,
                                        const char         *day,
                                        gint64             *grid_id,
                                        GError            **error);

/* @grid_id: (out): the one grid of this code or name, or 0 */
gboolean      ggov_arrivals_find_named (GgovArrivals       *self,
                                        const char         *words,
                                        gint64             *grid_id,
                                        GError            **error);

/* Whether a place is more than some fifty kilometres from all communities. */
gboolean      ggov_arrivals_is_far     (GgovArrivals       *self,
                                        double              lon,
                                        double              lat);

/**
 * ggov_arrivals_take:
 * @result: (out): what became of it
 * @lag: (out): whether its end is left as it is
 *
 * Keeps an issue: a new one with its filing, and its closing where it is closed; of a known one what
 * the platform says anew. The deadline is the office's own. An issue that the office has closed is
 * opened again only where the platform has heard of it since.
 */
gboolean      ggov_arrivals_take       (GgovArrivals       *self,
                                        const GgovArrival  *arrival,
                                        GgovArrivalResult  *result,
                                        GgovArrivalLag     *lag,
                                        GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovArrivals, ggov_arrivals_free)

G_END_DECLS
