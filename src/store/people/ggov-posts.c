/* ggov-posts.c: posts as a person's and a place's histories read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-posts-private.h"
#include "ggov-role.h"

enum
{
  POST_ID, HELD, PERSON_ID, NOMINATED_BY_ID, LEAVE_ID, PLACE_ID, PLACE_KIND, N_PAPERS, GRID_ID,
  BUILDING_ID, PERSON, ROLE_CODE, ROLE_NAME, ROLE_NAME_ZH, PRESENCE, COMMUNITY, GRID_CODE, GRID, SINCE, UNTIL, REASON,
  END_REASON, NOMINATED_BY, APPROVED_BY, EXCEPTION, HOLDER, LEAVE_FROM, LEAVE_TO, SUBSTITUTE,
  PHONE, SUBSTITUTE_PHONE,
  PRESENT_GRID, PLACE,
};

static const char *
get_filled (GgovStmt *stmt,
            int       column)
{
  const char *text = ggov_stmt_get_text (stmt, column);

  return text && *text ? text : NULL;
}

GgovPost *
_ggov_posts_read_row (GgovStmt *stmt)
{
  g_autofree char *place = _ggov_roster_dup_place (stmt, PLACE);
  const GgovPostDetails details = {
    .id = ggov_stmt_get_int (stmt, POST_ID),
    .held = ggov_stmt_get_int (stmt, HELD),
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .nominated_by_id = ggov_stmt_get_int (stmt, NOMINATED_BY_ID),
    .leave_id = ggov_stmt_get_int (stmt, LEAVE_ID),
    .place_id = ggov_stmt_get_int (stmt, PLACE_ID),
    .place_kind = ggov_stmt_get_text (stmt, PLACE_KIND),
    .n_papers = ggov_stmt_get_int (stmt, N_PAPERS),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .building_id = ggov_stmt_get_int (stmt, BUILDING_ID),
    .person = ggov_stmt_get_text (stmt, PERSON),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .role_code = ggov_stmt_get_text (stmt, ROLE_CODE),
    .role = ggov_role_choose_name (ggov_stmt_get_text (stmt, ROLE_NAME),
                                   ggov_stmt_get_text (stmt, ROLE_NAME_ZH)),
    .presence = ggov_presence_get_label_of (ggov_stmt_get_text (stmt, PRESENCE)),
    .community = ggov_stmt_get_text (stmt, COMMUNITY),
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
    .grid = ggov_stmt_get_text (stmt, GRID),
    .present_grid = ggov_stmt_get_text (stmt, PRESENT_GRID),
    .place = place,
    .since = ggov_stmt_get_text (stmt, SINCE),
    .until = ggov_stmt_get_text (stmt, UNTIL),
    .reason = get_filled (stmt, REASON),
    .end_reason = get_filled (stmt, END_REASON),
    .nominated_by = ggov_stmt_get_text (stmt, NOMINATED_BY),
    .approved_by = ggov_stmt_get_text (stmt, APPROVED_BY),
    .exception = get_filled (stmt, EXCEPTION),
    .holder = ggov_stmt_get_text (stmt, HOLDER),
    .leave_from = ggov_stmt_get_text (stmt, LEAVE_FROM),
    .leave_to = ggov_stmt_get_text (stmt, LEAVE_TO),
    .substitute = ggov_stmt_get_text (stmt, SUBSTITUTE),
    .substitute_phone = ggov_stmt_get_text (stmt, SUBSTITUTE_PHONE),
  };

  return ggov_post_new (&details);
}

GListModel *
_ggov_posts_read (GgovStmt  *stmt,
                  GError   **error)
{
  g_autoptr(GListStore) posts = g_list_store_new (GGOV_TYPE_POST);
  GgovDbStep step;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      g_autoptr(GgovPost) post = _ggov_posts_read_row (stmt);

      g_list_store_append (posts, post);
    }

  return step == GGOV_DB_DONE ? G_LIST_MODEL (g_steal_pointer (&posts)) : NULL;
}
