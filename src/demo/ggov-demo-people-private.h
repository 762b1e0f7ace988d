/* ggov-demo-people-private.h: what the files that write the demo's people share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-demo-office-private.h"

G_BEGIN_DECLS

typedef struct
{
  GgovChange     *change;
  GgovDemoOffice *office;
  GgovDemoTown   *town;
  GgovDemoRandom  random;
  guint           n_companies; /* named so far */
} GgovDemoPeople;

/* Somebody to be made up; 0 where they belong to none or live elsewhere. */
typedef struct
{
  int    year_from;
  int    year_to;
  double women;
  gint64 organisation_id;
  gint64 party_id;
  gint64 unit_id;
} GgovDemoPersonTerms;

/* Returns: the person's number, or 0 with @error set, as do the two after it */
gint64   _ggov_demo_add_person       (GgovDemoPeople             *people,
                                      const GgovDemoPersonTerms  *terms,
                                      GError                    **error);
gint64   _ggov_demo_add_organisation (GgovDemoPeople             *people,
                                      const char                 *kind,
                                      const char                 *name,
                                      gint64                      community_id,
                                      GError                    **error);

typedef struct
{
  GgovDemoRole role;
  gint64       person_id;
  gint64       place_id;     /* of the kind the role is held on */
  int          from;         /* day; 0 for the day the office was founded */
  gint64       nominated_by;
  gint64       approved_by;
  const char  *reason;
} GgovDemoPost;

gint64   _ggov_demo_add_post         (GgovDemoPeople             *people,
                                      const GgovDemoPost         *post,
                                      GError                    **error);

/* Each writes one kind of people with what they belong to. */
gboolean _ggov_demo_write_staff      (GgovDemoPeople             *people,
                                      GError                    **error);
gboolean _ggov_demo_write_grid_posts (GgovDemoPeople             *people,
                                      GError                    **error);
gboolean _ggov_demo_write_leaders    (GgovDemoPeople             *people,
                                      GError                    **error);

G_END_DECLS
