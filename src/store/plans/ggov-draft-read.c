/* ggov-draft-read.c: reading a draft, or another plan, with all that its community holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-draft-private.h"
#include "ggov-geo-wkb.h"
#include "ggov-places-private.h"
#include "ggov-plans-private.h"
#include "ggov-residents-private.h"
#include "ggov-role.h"

#define SQL_BORDER "SELECT border FROM community WHERE id = $1"
#define SQL_STREETS "SELECT main, line FROM street ORDER BY id"

/* $1 is the plan, $2 the community, $3 the plan compared with, $4 the day. */
#define SQL_LOTS(rows) \
  "WITH d AS (" rows "), " \
  "b AS (SELECT * FROM building WHERE community_id = $2), " \
  "u AS (SELECT t.building_id, count (*) AS n, sum (t.households) AS households, " \
  "sum (t.people) AS people FROM b JOIN unit t ON t.building_id = b.id GROUP BY t.building_id), " \
  "i AS (SELECT i.building_id, count (*) AS n FROM issue i WHERE i.building_id IS NOT NULL " \
  "AND " GGOV_SQL_ISSUE_IS_OPEN ("i") " GROUP BY i.building_id), " \
  "q AS (SELECT coalesce (o.building_id, t.building_id) AS building_id, count (*) AS n " \
  "FROM post o LEFT JOIN unit t ON t.id = o.unit_id " \
  "WHERE (o.building_id IS NOT NULL OR o.unit_id IS NOT NULL) AND o.valid_from <= $4 " \
  "AND (o.valid_to IS NULL OR o.valid_to >= $4) GROUP BY 1) " \
  "SELECT b.id, b.compound_id, m.name, b.number, b.name, b.kind, b.footprint, d.place, " \
  "d.digest, a.grid_id, coalesce (u.n, 0), coalesce (u.households, 0), coalesce (u.people, 0), " \
  "coalesce (i.n, 0), coalesce (q.n, 0) " \
  "FROM b LEFT JOIN compound m ON m.id = b.compound_id LEFT JOIN d ON d.building_id = b.id " \
  "LEFT JOIN plan_building a ON a.building_id = b.id AND a.plan_id = $3 " \
  "LEFT JOIN u ON u.building_id = b.id LEFT JOIN i ON i.building_id = b.id " \
  "LEFT JOIN q ON q.building_id = b.id ORDER BY b.id"
#define SQL_DRAFT_LOTS \
  SQL_LOTS ("SELECT building_id, grid_number AS place, footprint_digest AS digest " \
            "FROM draft_building WHERE plan_id = $1")
#define SQL_PLAN_LOTS \
  SQL_LOTS ("SELECT building_id, grid_id AS place, '' AS digest " \
            "FROM plan_building WHERE plan_id = $1")

/* Asked by itself: as a part of the above it is read from the wrong end. Nobody lives at two places. */
#define SQL_SPECIAL \
  "SELECT b.id, count (*) FROM building b JOIN unit t ON t.building_id = b.id " \
  "JOIN dwelling w ON w.unit_id = t.id JOIN household h ON h.dwelling_id = w.id " \
  "JOIN residence r ON r.household_id = h.id " \
  "WHERE b.community_id = $1 AND r.living = 1 AND " GGOV_SQL_RESIDES_ON ("r", "$2") " " \
  "AND EXISTS (SELECT 1 FROM resident_group k WHERE k.person_id = r.person_id " \
  "AND " GGOV_SQL_MEMBER_ON ("k", "$2") ") GROUP BY b.id ORDER BY b.id"
#define SQL_GONE \
  "SELECT count (*) FROM draft_building d WHERE d.plan_id = $1 AND NOT EXISTS " \
  "(SELECT 1 FROM building b WHERE b.id = d.building_id AND b.community_id = $2)"
#define SQL_BASES \
  "SELECT g.id, g.code, g.name, " \
  "EXISTS (SELECT 1 FROM plan_building a WHERE a.plan_id = $2 AND a.grid_id = g.id) " \
  "FROM grid g WHERE g.id IN (" \
  "SELECT a.grid_id FROM plan_building a WHERE a.plan_id = $1 UNION ALL " \
  "SELECT a.grid_id FROM plan_building a WHERE a.plan_id = $2 UNION ALL " \
  "SELECT d.grid_id FROM draft_grid d WHERE d.plan_id = $1) ORDER BY g.code"
#define SQL_HOLDERS \
  "SELECT p.id, p.grid_id, n.id, n.name, r.code, r.name, r.name_zh FROM post p " \
  "JOIN grid g ON g.id = p.grid_id JOIN role r ON r.id = p.role_id " \
  "JOIN person n ON n.id = p.person_id WHERE g.community_id = $1 AND p.valid_from <= $2 " \
  "AND (p.valid_to IS NULL OR p.valid_to >= $2) ORDER BY g.code, r.sort_order, n.pinyin, p.id"
#define SQL_ISSUES \
  "SELECT coalesce (" GGOV_SQL_SUCCESSOR ("i.grid_id", "$2") ", i.grid_id), i.lon_e7, i.lat_e7 " \
  "FROM issue i JOIN grid g ON g.id = i.grid_id WHERE g.community_id = $1 " \
  "AND i.building_id IS NULL AND " GGOV_SQL_ISSUE_IS_OPEN ("i")
#define SQL_DRAFT_GRIDS \
  "SELECT number, grid_id, name, locked FROM draft_grid WHERE plan_id = $1 ORDER BY number"
#define SQL_PLAN_GRIDS \
  "SELECT g.id, g.id, g.name, 0 FROM grid g WHERE g.id IN (SELECT a.grid_id " \
  "FROM plan_building a WHERE a.plan_id = $1) ORDER BY g.id"
#define SQL_DRAFT_ARCS \
  "SELECT number, left_number, right_number, line FROM draft_arc WHERE plan_id = $1 ORDER BY number"

#define SQL_COMMUNITY "SELECT code, name FROM community WHERE id = $1"

#define DEGREES_E7 1e7

/* No plan has this number; 0 is not looked for. */
#define NO_PLAN -2

/* What is being read, and what it is asked with. */
typedef struct
{
  GgovDb         *db;
  const char     *day;
  gint64          plan_id;
  gint64          community_id;
  gboolean        is_draft;
  GgovDraftFacts *facts;
  GgovDraft      *draft;
  GPtrArray      *lines;      /* (element-type GBytes) */
  GPtrArray      *main_lines;
  GArray         *places;     /* (element-type gint64): the grids of the lots */
  guint           at;         /* the lot that was found last */
} Reading;

static gboolean
read_border (GgovStmt  *stmt,
             gpointer   user_data,
             GError   **error)
{
  Reading *reading = user_data;

  reading->facts->border = ggov_stmt_dup_bytes (stmt, 0);

  return TRUE;
}

static gboolean
read_street (GgovStmt  *stmt,
             gpointer   user_data,
             GError   **error)
{
  Reading *reading = user_data;
  g_autoptr(GBytes) line = ggov_stmt_dup_bytes (stmt, 1);
  GgovGeoWkb wkb, border;
  GgovGeoBounds bounds, ground;

  if (!ggov_geo_wkb_init_bytes (&wkb, line, error) ||
      !ggov_geo_wkb_init_bytes (&border, reading->facts->border, error))
    return FALSE;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  ggov_geo_wkb_get_bounds (&border, &ground);
  if (!ggov_geo_bounds_intersects (&bounds, &ground))
    return TRUE;

  g_ptr_array_add (reading->lines, g_bytes_ref (line));
  if (ggov_stmt_get_int (stmt, 0) != 0)
    g_ptr_array_add (reading->main_lines, g_bytes_ref (line));

  return TRUE;
}

static GBytes *
join_lines (GPtrArray *lines)
{
  return lines->len > 0 ? ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_LINE_STRING, lines) : NULL;
}

static gboolean
read_lot (GgovStmt  *stmt,
          gpointer   user_data,
          GError   **error)
{
  Reading *reading = user_data;
  GgovDraftLot *lot = g_new0 (GgovDraftLot, 1);
  GgovDraftBuilding *building = &lot->building;
  const char *digest = ggov_stmt_get_text (stmt, 8);
  gint64 place = ggov_stmt_get_int (stmt, 7);

  g_ptr_array_add (reading->facts->lots, lot);
  g_array_append_val (reading->places, place);

  building->id = ggov_stmt_get_int (stmt, 0);
  building->compound_id = ggov_stmt_get_int (stmt, 1);
  building->label = ggov_building_dup_label (ggov_stmt_get_text (stmt, 2),
                                             ggov_stmt_get_text (stmt, 3),
                                             ggov_stmt_get_text (stmt, 4));
  building->kind = ggov_building_kind_from_code (ggov_stmt_get_text (stmt, 5));
  building->footprint = ggov_stmt_dup_bytes (stmt, 6);
  building->base_grid_id = ggov_stmt_get_int (stmt, 9);
  building->units = ggov_stmt_get_int (stmt, 10);
  building->households = ggov_stmt_get_int (stmt, 11);
  building->people = ggov_stmt_get_int (stmt, 12);
  building->issues = ggov_stmt_get_int (stmt, 13);
  building->posts = ggov_stmt_get_int (stmt, 14);

  lot->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, building->footprint);
  building->is_added = reading->is_draft && digest == NULL;
  building->is_reshaped = reading->is_draft && digest && !g_str_equal (digest, lot->digest);

  return TRUE;
}

/* Both are in the order of the buildings' ids; one that came between the two readings is left out. */
static gboolean
read_special (GgovStmt  *stmt,
              gpointer   user_data,
              GError   **error)
{
  Reading *reading = user_data;
  GPtrArray *lots = reading->facts->lots;
  gint64 id = ggov_stmt_get_int (stmt, 0);

  while (reading->at < lots->len && ((GgovDraftLot *) lots->pdata[reading->at])->building.id < id)
    reading->at++;

  if (reading->at < lots->len && ((GgovDraftLot *) lots->pdata[reading->at])->building.id == id)
    ((GgovDraftLot *) lots->pdata[reading->at])->building.special = ggov_stmt_get_int (stmt, 1);

  return TRUE;
}

static gboolean
read_gone (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  Reading *reading = user_data;

  reading->facts->n_gone = ggov_stmt_get_int (stmt, 0);

  return TRUE;
}

static gboolean
read_base (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  Reading *reading = user_data;
  GgovDraftBase *base = g_new0 (GgovDraftBase, 1);

  base->grid_id = ggov_stmt_get_int (stmt, 0);
  base->code = g_strdup (ggov_stmt_get_text (stmt, 1));
  base->name = g_strdup (ggov_stmt_get_text (stmt, 2));
  base->is_before = ggov_stmt_get_int (stmt, 3) != 0;
  g_ptr_array_add (reading->facts->bases, base);

  return TRUE;
}

static GgovDraftBase *
find_base (GgovDraftFacts *facts,
           gint64          grid_id)
{
  for (guint i = 0; i < facts->bases->len; i++)
    if (((GgovDraftBase *) facts->bases->pdata[i])->grid_id == grid_id)
      return facts->bases->pdata[i];

  return NULL;
}

static gboolean
read_holder (GgovStmt  *stmt,
             gpointer   user_data,
             GError   **error)
{
  Reading *reading = user_data;
  GgovDraftBase *base = find_base (reading->facts, ggov_stmt_get_int (stmt, 1));
  GgovDraftHolder *holder;

  if (base == NULL)
    return TRUE;

  holder = g_new0 (GgovDraftHolder, 1);
  holder->id = ggov_stmt_get_int (stmt, 0);
  holder->grid_id = base->grid_id;
  holder->person_id = ggov_stmt_get_int (stmt, 2);
  holder->person = g_strdup (ggov_stmt_get_text (stmt, 3));
  holder->role_code = g_strdup (ggov_stmt_get_text (stmt, 4));
  holder->role = g_strdup (ggov_role_choose_name (ggov_stmt_get_text (stmt, 5),
                                                  ggov_stmt_get_text (stmt, 6)));
  g_ptr_array_add (reading->facts->holders, holder);

  base->posts++;
  if (base->member == NULL && g_str_equal (holder->role_code, "full_time_member"))
    {
      base->member_id = holder->person_id;
      base->member = g_strdup (holder->person);
    }

  return TRUE;
}

static gboolean
read_issue (GgovStmt  *stmt,
            gpointer   user_data,
            GError   **error)
{
  Reading *reading = user_data;
  const GgovDraftIssue issue = {
    .grid_id = ggov_stmt_get_int (stmt, 0),
    .has_place = !ggov_stmt_is_null (stmt, 1) && !ggov_stmt_is_null (stmt, 2),
    .lon = ggov_stmt_get_int (stmt, 1) / DEGREES_E7,
    .lat = ggov_stmt_get_int (stmt, 2) / DEGREES_E7,
  };

  g_array_append_val (reading->facts->issues, issue);

  return TRUE;
}

static gboolean
read_grid (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  Reading *reading = user_data;

  _ggov_draft_add_grid (reading->draft, ggov_stmt_get_int (stmt, 0), ggov_stmt_get_int (stmt, 1),
                        ggov_stmt_get_text (stmt, 2), ggov_stmt_get_int (stmt, 3) != 0);

  return TRUE;
}

static gboolean
read_arc (GgovStmt  *stmt,
          gpointer   user_data,
          GError   **error)
{
  Reading *reading = user_data;
  g_autoptr(GBytes) line = ggov_stmt_dup_bytes (stmt, 3);

  if (reading->draft->subdivision == NULL)
    reading->draft->subdivision = ggov_geo_subdivision_new ();

  return ggov_geo_subdivision_add_arc_wkb (reading->draft->subdivision,
                                           ggov_stmt_get_int (stmt, 0),
                                           ggov_stmt_get_int (stmt, 1),
                                           ggov_stmt_get_int (stmt, 2), line, error);
}

/* Binds up to two numbers, and the day behind them where it is asked for. */
static gboolean
read_with (Reading           *reading,
           const char        *sql,
           gint64             first,
           gint64             second,
           gboolean           with_day,
           GgovPlacesRowFunc  func,
           GError           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (reading->db, sql, error);
  int n = 0;

  if (stmt == NULL)
    return FALSE;

  if (first != 0)
    ggov_stmt_bind_int (stmt, ++n, first);
  if (second != -1)
    ggov_stmt_bind_int (stmt, ++n, second);
  if (with_day)
    ggov_stmt_bind_text (stmt, ++n, reading->day);

  return _ggov_places_read_rows (stmt, func, reading, error);
}

#define NO_SECOND -1

static gboolean
read_lots (Reading  *reading,
           GError  **error)
{
  g_autoptr(GgovStmt) stmt =
    ggov_db_prepare (reading->db, reading->is_draft ? SQL_DRAFT_LOTS : SQL_PLAN_LOTS, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, reading->plan_id);
  ggov_stmt_bind_int (stmt, 2, reading->community_id);
  ggov_stmt_bind_int (stmt, 3, reading->facts->before_id);
  ggov_stmt_bind_text (stmt, 4, reading->day);

  return _ggov_places_read_rows (stmt, read_lot, reading, error);
}

static gboolean
read_ground (Reading  *reading,
             GError  **error)
{
  GgovDraftFacts *facts = reading->facts;

  if (!read_with (reading, SQL_BORDER, reading->community_id, NO_SECOND, FALSE, read_border,
                  error) ||
      !read_with (reading, SQL_STREETS, 0, NO_SECOND, FALSE, read_street, error))
    return FALSE;

  facts->streets = join_lines (reading->lines);
  facts->main_streets = join_lines (reading->main_lines);

  return read_lots (reading, error) &&
         read_with (reading, SQL_SPECIAL, reading->community_id, NO_SECOND, TRUE, read_special,
                    error) &&
         read_with (reading, SQL_GONE, reading->plan_id, reading->community_id, FALSE, read_gone,
                    error);
}

static gboolean
read_before (Reading  *reading,
             GError  **error)
{
  GgovDraftFacts *facts = reading->facts;

  if (!read_with (reading, SQL_BASES, reading->plan_id, facts->before_id, FALSE, read_base,
                  error) ||
      !read_with (reading, SQL_HOLDERS, reading->community_id, NO_SECOND, TRUE, read_holder,
                  error) ||
      !read_with (reading, SQL_ISSUES, reading->community_id, NO_SECOND, TRUE, read_issue, error))
    return FALSE;

  return facts->before_id == 0 ||
         (facts->before = _ggov_places_read_subdivision (reading->db, facts->before_id, error));
}

static gboolean
read_drawing (Reading  *reading,
              GError  **error)
{
  GgovDraft *draft = reading->draft = _ggov_draft_new (reading->facts);

  for (guint i = 0; i < reading->places->len; i++)
    draft->numbers[i] = g_array_index (reading->places, gint64, i);

  if (!read_with (reading, reading->is_draft ? SQL_DRAFT_GRIDS : SQL_PLAN_GRIDS, reading->plan_id,
                  NO_SECOND, FALSE, read_grid, error))
    return FALSE;

  if (reading->is_draft)
    return read_with (reading, SQL_DRAFT_ARCS, reading->plan_id, NO_SECOND, FALSE, read_arc, error);

  draft->subdivision = _ggov_places_read_subdivision (reading->db, reading->plan_id, error);

  return draft->subdivision != NULL;
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->facts, _ggov_draft_facts_unref);
  g_clear_object (&reading->draft);
  g_clear_pointer (&reading->lines, g_ptr_array_unref);
  g_clear_pointer (&reading->main_lines, g_ptr_array_unref);
  g_clear_pointer (&reading->places, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
reading_init (Reading    *reading,
              GgovDb     *db,
              const char *day,
              GgovPlan   *plan)
{
  reading->db = db;
  reading->day = day;
  reading->plan_id = ggov_plan_get_row (plan)->id;
  reading->community_id = ggov_plan_get_row (plan)->community_id;
  reading->is_draft = ggov_plan_get_state (plan) == GGOV_PLAN_DRAFT;
  reading->facts = _ggov_draft_facts_new ();
  reading->facts->plan = g_object_ref (plan);
  reading->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  reading->main_lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  reading->places = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static GgovDraft *
read_all (Reading  *reading,
          GError  **error)
{
  if (!read_ground (reading, error) || !read_before (reading, error) ||
      !read_drawing (reading, error))
    return NULL;

  return g_steal_pointer (&reading->draft);
}

GgovDraft *
_ggov_draft_read (GgovDb      *db,
                  gint64       plan_id,
                  gint64       before_id,
                  const char  *day,
                  GError     **error)
{
  g_autoptr(GPtrArray) plans = _ggov_plan_read (db, 0, plan_id, day, error);
  g_auto(Reading) reading = { NULL };
  const GgovPlanRow *row;

  if (plans == NULL)
    return NULL;

  if (plans->len == 0 || plan_id == 0)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "no such plan");
      return NULL;
    }

  reading_init (&reading, db, day, plans->pdata[0]);
  row = ggov_plan_get_row (plans->pdata[0]);
  reading.facts->before_id = before_id != 0 ? before_id
    : reading.is_draft ? row->latest_id : row->based_on_id;

  return read_all (&reading, error);
}

/* Stands for the plan that a community without any would have. */
static GgovPlan *
new_first_plan (GgovDb  *db,
                gint64   community_id,
                GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_COMMUNITY, error);
  GgovPlanRow row = { .community_id = community_id, .name = "", .state_code = "draft" };
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, community_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return NULL;

  if (step == GGOV_DB_DONE)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                           "no such community");
      return NULL;
    }

  row.community_code = ggov_stmt_get_text (stmt, 0);
  row.community = ggov_stmt_get_text (stmt, 1);
  row.state = ggov_plan_state_get_label (GGOV_PLAN_DRAFT);

  return ggov_plan_new (&row);
}

GgovDraft *
_ggov_draft_read_latest (GgovDb      *db,
                         gint64       community_id,
                         const char  *day,
                         GError     **error)
{
  g_autoptr(GPtrArray) plans = _ggov_plan_read (db, community_id, 0, day, error);
  g_autoptr(GgovPlan) first = NULL;
  g_auto(Reading) reading = { NULL };
  gint64 latest_id = 0;

  if (plans == NULL)
    return NULL;

  if (plans->len > 0 && community_id != 0)
    latest_id = ggov_plan_get_row (plans->pdata[0])->latest_id;
  if (latest_id != 0)
    return _ggov_draft_read (db, latest_id, latest_id, day, error);

  if (!(first = new_first_plan (db, community_id, error)))
    return NULL;

  reading_init (&reading, db, day, first);
  reading.plan_id = NO_PLAN;

  return read_all (&reading, error);
}
