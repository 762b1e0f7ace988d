/* ggov-board-choices.c: what the board's filter can be chosen from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-page-private.h"
#include "ggov-store-choices.h"
#include "ggov-store-issue-groups.h"

static void
communities_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices)
    ggov_board_filter_set_communities (self->filter, choices);
}

static void
grids_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices)
    ggov_board_filter_set_grids (self->filter, choices);
}

static void
types_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices)
    ggov_board_filter_set_types (self->filter, choices);
}

static void
departments_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices)
    ggov_board_filter_set_departments (self->filter, choices);
}

/* Who was ever sent. */
static void
handlers_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GListModel) groups = ggov_store_list_issue_groups_finish (GGOV_STORE (object), result,
                                                                      NULL);
  g_autoptr(GListStore) handlers = g_list_store_new (GGOV_TYPE_CHOICE);

  for (guint i = 0; groups && i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(GgovIssueGroup) group = g_list_model_get_item (groups, i);
      const GgovIssueGroupFields *fields = ggov_issue_group_get_fields (group);
      g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT, fields->id);

      if (fields->id != 0)
        ggov_choices_append (handlers, code, fields->name);
    }

  ggov_board_filter_set_handlers (self->filter, G_LIST_MODEL (handlers));
}

void
_ggov_board_page_read_handlers (GgovBoardPage *self)
{
  const GgovIssueFilter all = { .now = ggov_session_get_now (self->session) };

  ggov_store_list_choices_async (ggov_session_get_store (self->session), GGOV_CHOICE_DEPARTMENTS, 0,
                                 ggov_session_get_today (self->session), NULL, departments_cb,
                                 g_object_ref (self));
  ggov_store_list_issue_groups_async (ggov_session_get_store (self->session), &all,
                                      GGOV_ISSUE_GROUPING_HANDLER, NULL, handlers_cb,
                                      g_object_ref (self));
}

void
_ggov_board_page_read_choices (GgovBoardPage *self)
{
  GgovStore *store = ggov_session_get_store (self->session);
  const char *day = ggov_session_get_today (self->session);

  ggov_store_list_choices_async (store, GGOV_CHOICE_COMMUNITIES, 0, day, NULL, communities_cb,
                                 g_object_ref (self));
  ggov_store_list_choices_async (store, GGOV_CHOICE_GRIDS, 0, day, NULL, grids_cb,
                                 g_object_ref (self));
  ggov_store_list_choices_async (store, GGOV_CHOICE_CASE_TYPES, 0, day, NULL, types_cb,
                                 g_object_ref (self));
}
