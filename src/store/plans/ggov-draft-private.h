/* ggov-draft-private.h: what the files that read, weigh and write drafts share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-private.h"
#include "ggov-draft.h"

G_BEGIN_DECLS

/* A building, and the digest of its shape as a draft's row has it. */
typedef struct
{
  GgovDraftBuilding  building;
  char              *digest;
} GgovDraftLot;

/* A post on a grid itself. */
typedef struct
{
  gint64  id;
  gint64  grid_id;
  gint64  person_id;
  char   *person;
  char   *role_code;
  char   *role; /* in the user's language */
} GgovDraftHolder;

/* An open issue that is on no building. */
typedef struct
{
  gint64   grid_id;   /* that it belongs to by now */
  gboolean has_place;
  double   lon;       /* degrees */
  double   lat;
} GgovDraftIssue;

/* What is known of the community, shared by all states of a draft. */
typedef struct
{
  GgovPlan           *plan;
  gint64              before_id;    /* of the plan compared with, or 0 */
  GBytes             *border;
  GBytes             *streets;      /* (nullable) */
  GBytes             *main_streets; /* (nullable) */
  GPtrArray          *lots;         /* (element-type GgovDraftLot): by id */
  GPtrArray          *bases;        /* (element-type GgovDraftBase): by code */
  GPtrArray          *holders;      /* (element-type GgovDraftHolder) */
  GArray             *issues;       /* (element-type GgovDraftIssue) */
  GgovGeoSubdivision *before;       /* (nullable): the borders compared with */
  guint               n_gone;
} GgovDraftFacts;

struct _GgovDraft
{
  GObject             parent_instance;

  GgovDraftFacts     *facts;       /* (atomic-rc-box) */
  GPtrArray          *grids;       /* (element-type GgovDraftGrid): by number */
  gint64             *numbers;     /* (array): one for each lot */
  GgovGeoSubdivision *subdivision; /* (nullable) */
  GHashTable         *sums;        /* (atomic) (nullable): by number; NULL until it is asked for */
};

/* Empty facts with arrays to fill, and a state of them without a grid. */
GgovDraftFacts *_ggov_draft_facts_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void            _ggov_draft_facts_unref (GgovDraftFacts *facts);
GgovDraft      *_ggov_draft_new         (GgovDraftFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
GgovDraftGrid  *_ggov_draft_add_grid    (GgovDraft      *self,
                                         gint64          number,
                                         gint64          grid_id,
                                         const char     *name,
                                         gboolean        is_locked);
void            _ggov_draft_sort_grids  (GgovDraft      *self);

const GgovDraftLot *
                _ggov_draft_get_lot     (GgovDraft      *self,
                                         guint           i);

/* Returns: (nullable): the grid of this number in the store, or NULL where it does not go on */
const GgovDraftGrid *
                _ggov_draft_find_going_on (GgovDraft    *self,
                                         gint64          grid_id);

/* Adds what a building holds to a sum; @sign: 1, or -1 to take it away. */
void            _ggov_draft_sum_add     (GgovDraftSum            *sum,
                                         const GgovDraftBuilding *building,
                                         int                      sign);

/* (transfer full): what a grid is called in a sentence: its name, or that it is new. */
char           *_ggov_draft_dup_grid_name (GgovDraft    *self,
                                         gint64          number) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_draft_find_successor:
 * @grid_id: a grid of the plan compared with
 *
 * Returns: the number of the draft's grid with most of its households, or 0
 */
gint64          _ggov_draft_find_successor (GgovDraft   *self,
                                         gint64          grid_id);

/**
 * _ggov_draft_read:
 * @before_id: the plan to compare with, or 0 for the one that stands beside it by itself
 * @day: ISO day of posts and issues
 *
 * On the store's thread.
 *
 * Returns: (transfer full): a plan or draft, or NULL with @error set
 */
GgovDraft      *_ggov_draft_read        (GgovDb         *db,
                                         gint64          plan_id,
                                         gint64          before_id,
                                         const char     *day,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_draft_read_latest:
 * @day: ISO day of posts and issues
 *
 * The latest approved plan of a community set beside itself, so that what is made of it is compared
 * with it; for a community without one, a state without grids of a plan whose number is 0.
 *
 * On the store's thread.
 *
 * Returns: (transfer full): or NULL with @error set
 */
GgovDraft      *_ggov_draft_read_latest (GgovDb         *db,
                                         gint64          community_id,
                                         const char     *day,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_plan_read:
 * @community_id: (nullable) or 0 for all
 * @plan_id: or 0 for all
 * @day: ISO day on which the states are told
 *
 * Returns: (transfer full) (element-type GgovPlan): plans as ggov_store_list_plans_finish() has
 *   them, or NULL with @error set
 */
GPtrArray      *_ggov_plan_read         (GgovDb         *db,
                                         gint64          community_id,
                                         gint64          plan_id,
                                         const char     *day,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a plan's row, of whatever state, and the whole of a draft's. All 0 or FALSE with @error
 * set where it fails. */
gboolean        _ggov_draft_write_all   (GgovChange     *change,
                                         gint64          plan_id,
                                         GgovDraft      *draft,
                                         GError        **error);
gboolean        _ggov_draft_write_difference (GgovChange *change,
                                         GgovDraft      *before,
                                         GgovDraft      *after,
                                         GError        **error);
gboolean        _ggov_draft_remove_all  (GgovChange     *change,
                                         gint64          plan_id,
                                         GError        **error);

/* The draft's plan as it is now: NOT_FOUND where there is none, REFUSED where it is no draft. */
GgovPlan       *_ggov_draft_find_plan   (GgovDb         *db,
                                         gint64          plan_id,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* What ggov_store_approve_plan_async() and ggov_store_discard_draft_async() do, within a change. */
gboolean        _ggov_plan_approve      (GgovChange     *change,
                                         gint64          plan_id,
                                         const char     *day,
                                         GError        **error);
gboolean        _ggov_draft_discard     (GgovChange     *change,
                                         gint64          plan_id,
                                         GError        **error);

/* Sets a GGOV_STORE_ERROR_REFUSED with a translated sentence. Returns FALSE. */
gboolean        _ggov_plan_refuse       (GError        **error,
                                         const char     *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovDraftFacts, _ggov_draft_facts_unref)

G_END_DECLS
