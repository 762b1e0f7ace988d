/* ggov-demo-office-private.h: the demo office while it is being written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-case-type.h"
#include "ggov-demo-town-private.h"

G_BEGIN_DECLS

/* Roles in the order of the demo's own tables. */
typedef enum
{
  GGOV_DEMO_COMMITTEE,
  GGOV_DEMO_FIRST_SECRETARY,
  GGOV_DEMO_CHIEF,
  GGOV_DEMO_FULL_TIME,
  GGOV_DEMO_BUILDING_LEADER,
  GGOV_DEMO_UNIT_LEADER,
  GGOV_DEMO_ENFORCEMENT,
  GGOV_DEMO_MEDICAL,
  GGOV_DEMO_POLICE,
  GGOV_DEMO_JUSTICE,
  GGOV_DEMO_MARKET,
  GGOV_DEMO_HOUSING,
  GGOV_DEMO_EDUCATION,
  GGOV_DEMO_TRAFFIC,
  GGOV_DEMO_EMERGENCY,
  GGOV_DEMO_CULTURE,
  GGOV_DEMO_ECOLOGY,
  GGOV_DEMO_PROPERTY,
  GGOV_DEMO_GAS,
  GGOV_DEMO_WATER,
  GGOV_DEMO_PATROL,
} GgovDemoRole;

#define GGOV_DEMO_N_ROLES (GGOV_DEMO_PATROL + 1)
#define GGOV_DEMO_N_LIAISONS (GGOV_DEMO_ECOLOGY - GGOV_DEMO_HOUSING + 1)

/* Those of a grid are counted from here. */
#define GGOV_DEMO_FIRST_ON_GRID GGOV_DEMO_ENFORCEMENT
#define GGOV_DEMO_N_ON_GRID     (GGOV_DEMO_WATER - GGOV_DEMO_ENFORCEMENT + 1)

/* Who holds a post on a grid today: numbers of persons, 0 for nobody. */
typedef struct
{
  gint64 full_time;
  gint64 others[GGOV_DEMO_N_ON_GRID]; /* by role, less GGOV_DEMO_FIRST_ON_GRID */
} GgovDemoGridPosts;

/* A building or unit leader and since when. */
typedef struct
{
  gint64 person_id;
  guint  building;
  int    since; /* day */
} GgovDemoLeader;

/* A number of an organisation and one of something it has: a person, a grid's index. */
typedef struct
{
  gint64 organisation_id;
  gint64 of;
} GgovDemoTie;

/* An organisation that works with the office. */
typedef struct
{
  gint64 id;
  gint64 community_id; /* or 0 */
  guint  kind;         /* a GgovOrganisationKind */
  guint  trade;        /* of a co-building one: which of its kinds */
} GgovDemoOrganisation;

/* An issue that is more than its row: a dispute or structures. */
typedef struct
{
  gint64     issue_id;
  GgovFigure figure;
  gboolean   is_stopped;  /* its type stops before it pulls down */
  guint      building;
  gint64     handler;     /* 0 while nobody is sent */
  gint64     filed_at;
  gint64     closed_at;   /* 0 while it is open */
  int        count;
  gint64     area_cm2;
} GgovDemoCase;

/* A visit of the last days. */
typedef struct
{
  gint64 worker;
  gint64 household_id;
  gint64 person_id;   /* 0 for the household */
  gint64 visit_id;
  int    day;
} GgovDemoCall;

/* Somebody of the records who lives in the area. */
typedef struct
{
  gint64 unit_id;
  gint64 person_id;
  char  *name;
  const char *sex; /* (unowned): GB/T 2261.1 */
  int    born;     /* day */
  guint  next;     /* of the same unit: its place in the array, from 1; 0 for none */
} GgovDemoHome;

/* What co-building organisations of a trade are for. */
const char *_ggov_demo_get_trade_scope (guint trade);

/* How far it is after each step, as long as these take with one another. */
enum
{
  GGOV_DEMO_DRAWN = 400,
  GGOV_DEMO_PLACED = 480,
  GGOV_DEMO_PEOPLED = 620,
  GGOV_DEMO_TROUBLED = 850,
  GGOV_DEMO_PAID = 1000,
};

/* How far it is, in parts of a thousand: written by the threads at work, read by the caller's. */
typedef struct
{
  int done;       /* atomic */
  int registered; /* atomic: the residents, who come after all this */
} GgovDemoProgress;

/* @i of @n are done of a step that takes from @from to @to. */
static inline void
_ggov_demo_progress_set (GgovDemoProgress *self,
                         int               from,
                         int               to,
                         guint             i,
                         guint             n)
{
  g_atomic_int_set (&self->done, from + (int) ((to - from) * (double) i / MAX (n, 1)));
}

typedef struct
{
  GgovDemoTown      *town;             /* (owned) */
  int                as_of;            /* day; the newest record is of the day before */
  int                founded;          /* day from which grids and posts are in force */
  char              *founded_text;
  GgovDemoProgress  *progress;         /* (unowned) */

  gint64             role_ids[GGOV_DEMO_N_ROLES];
  GArray            *organisations;    /* (element-type GgovDemoOrganisation) */
  GArray            *employed;         /* (element-type GgovDemoTie): people of organisations */
  GArray            *served;           /* (element-type GgovDemoTie): grids of companies */
  GArray            *party;            /* (element-type GgovDemoTie): people of party groups */
  gint64            *groups;           /* (array): party groups, by grid */
  gint64            *branches;         /* (array): party branches, by grid */
  GArray            *departments;      /* (element-type gint64): organisations by role on a grid */
  GArray            *liaisons;         /* (element-type gint64): by tile and role */
  gint64             gas_company;
  gint64             committee_head;
  GArray            *first_secretaries;/* (element-type gint64): by community */
  GArray            *chiefs;           /* (element-type gint64): by community */
  GArray            *grid_posts;       /* (element-type GgovDemoGridPosts): by grid */
  GArray            *building_leaders; /* (element-type gint64): by building, 0 for shops */
  GArray            *leaders;          /* (element-type GgovDemoLeader): paid in points */
  gint64            *unit_leaders;     /* (array): by unit */
  GArray            *cases;            /* (element-type GgovDemoCase) */
  GArray            *homes;            /* (element-type GgovDemoHome) */
  GHashTable        *first_homes;      /* (element-type gint64 guint): by unit, from 1 */
  int                residents;        /* percent of the units whose residents are made up */
  guint              tile;             /* whose residents are written next */
  GArray            *calls;            /* (element-type GgovDemoCall) */
  guint16           *numbers;          /* (array): identity numbers given by day of birth and sex */
} GgovDemoOffice;

/* @town: (transfer full) */
GgovDemoOffice *_ggov_demo_office_new   (GgovDemoTown    *town,
                                         int              as_of) G_GNUC_WARN_UNUSED_RESULT;
void            _ggov_demo_office_free  (GgovDemoOffice  *self);

/* A part of the town that is like all others; what is counted by tile is the same in each. */
static inline guint
_ggov_demo_office_get_tile (guint community)
{
  return community / GGOV_DEMO_COMMUNITIES;
}

/* Each of these is a GgovChangeFunc for a GgovDemoOffice, in this order. */
gboolean _ggov_demo_write_places (GgovChange *change,
                                  gpointer    data,
                                  GError    **error);
gboolean _ggov_demo_write_people (GgovChange *change,
                                  gpointer    data,
                                  GError    **error);
gboolean _ggov_demo_write_issues (GgovChange *change,
                                  gpointer    data,
                                  GError    **error);
gboolean _ggov_demo_write_points (GgovChange *change,
                                  gpointer    data,
                                  GError    **error);
gboolean _ggov_demo_write_nets   (GgovChange *change,
                                  gpointer    data,
                                  GError    **error);
gboolean _ggov_demo_write_training (GgovChange *change,
                                    gpointer    data,
                                    GError    **error);

gboolean _ggov_demo_write_organisations (GgovChange  *change,
                                         gpointer     data,
                                         GError     **error);
gboolean _ggov_demo_write_cases  (GgovChange *change,
                                  gpointer    data,
                                  GError    **error);

/* Writes the residents of one tile, and counts it on. */
gboolean _ggov_demo_write_residents (GgovChange  *change,
                                     gpointer     data,
                                     GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovDemoOffice, _ggov_demo_office_free)

G_END_DECLS
