/* case-types-office.c: an office whose case types are changed, for the tests of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "case-types-office.h"

void
types_set_up (TypesOffice   *fixture,
              gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  board_office_found (fixture->base.store, &fixture->office);
}

void
types_tear_down (TypesOffice   *fixture,
                 gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

GListModel *
types_list (TypesOffice              *fixture,
            const GgovCaseTypeFilter *filter,
            const char               *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_case_types_async (fixture->base.store, filter, day, NULL, keep_result, &result);
  rows = ggov_store_list_case_types_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return rows;
}

GgovCaseTypeVersion *
types_get (TypesOffice *fixture,
           const char  *code,
           const char  *day)
{
  const GgovCaseTypeFilter all = { .with_ended = TRUE };
  g_autoptr(GListModel) rows = types_list (fixture, &all, day);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item (rows, i);

      if (g_str_equal (ggov_case_type_version_get_record (version)->code, code))
        return g_steal_pointer (&version);
    }

  return NULL;
}

guint
types_count (TypesOffice              *fixture,
             const GgovCaseTypeFilter *filter)
{
  g_autoptr(GListModel) rows = types_list (fixture, filter, TYPES_TODAY);

  return g_list_model_get_n_items (rows);
}

gint64
types_save (TypesOffice               *fixture,
            const GgovCaseTypeRecord  *record,
            const char                *day,
            GError                   **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_save_case_type_async (fixture->base.store, record, day, NULL, keep_result, &result);

  return ggov_store_change_finish (fixture->base.store, wait_for (&result), &id, error) ? id : 0;
}

gint64
types_withdraw (TypesOffice  *fixture,
                const char   *code,
                const char   *day,
                GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_withdraw_case_type_async (fixture->base.store, code, day, NULL, keep_result, &result);

  return ggov_store_change_finish (fixture->base.store, wait_for (&result), &id, error) ? id : 0;
}
