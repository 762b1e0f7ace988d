/* family-office.c: a small office with one family in its register, for the tests of residents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "family-office.h"
#include "ggov-finding.h"
#include "ggov-store-check.h"
#include "ggov-store-residents.h"

gint64
family_act (FamilyOffice           *fixture,
            const GgovRegisterAct  *terms,
            gint64                 *household,
            GError                **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 change = 0;

  ggov_store_register_async (fixture->base.store, terms, NULL, keep_result, &result);

  return ggov_store_register_finish (fixture->base.store, wait_for (&result), &change, household, NULL,
                                     error) ? change : 0;
}

gint64
family_assert_act (FamilyOffice          *fixture,
                   const GgovRegisterAct *terms)
{
  g_autoptr(GError) error = NULL;
  gint64 household = 0;

  family_act (fixture, terms, &household, &error);
  g_assert_no_error (error);

  return household;
}

void
family_assert_refused (FamilyOffice          *fixture,
                       const GgovRegisterAct *terms,
                       const char * const    *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (family_act (fixture, terms, NULL, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  for (guint i = 0; words[i]; i++)
    if (strstr (error->message, words[i]) == NULL)
      g_error ("“%s” is not in: %s", words[i], error->message);
}

static GListModel *
list_members (FamilyOffice *fixture,
              gint64      household,
              const char *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_members_async (fixture->base.store, household, day, NULL, keep_result, &result);
  rows = ggov_store_list_members_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return rows;
}

void
family_assert_members (FamilyOffice *fixture,
                       gint64      household,
                       const char *day,
                       const char *expected)
{
  g_autoptr(GListModel) rows = list_members (fixture, household, day);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovResident) row = g_list_model_get_item (rows, i);
      const GgovResidentRecord *record = ggov_resident_get_record (row);

      g_string_append_printf (found, "%s%s%s%s", i > 0 ? " " : "", record->name, record->relation,
                              record->living ? "" : "-");
    }

  g_assert_cmpstr (found->str, ==, expected);
}

gint64
family_find_member (FamilyOffice *fixture,
                    gint64      household,
                    const char *name)
{
  g_autoptr(GListModel) rows = list_members (fixture, household, TODAY);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovResident) row = g_list_model_get_item (rows, i);

      if (g_str_equal (ggov_resident_get_record (row)->name, name))
        return ggov_resident_get_record (row)->person_id;
    }

  g_error ("%s is not of the household", name);
}

void
family_office_set_up (FamilyOffice  *fixture,
                      gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
  fixture->household = family_assert_act (fixture, ACT (MOVE_IN, CAME,
    .unit_id = fixture->office.units[0], .door = "501", .elsewhere = "昆都仑区",
    MEMBERS ({ .name = "王建", .sex = "1", .birth_date = "1980-05-01", .relation = "02",
               .identity_kind = "111", .identity_number = "150203198005010015",
               .phone = "12512345678", .registered = TRUE, .living = TRUE },
             { .name = "李丽", .sex = "2", .birth_date = "1982-03-08", .relation = "10",
               .registered = TRUE, .living = TRUE },
             { .name = "王小", .sex = "1", .birth_date = "2010-09-01", .relation = "20",
               .registered = TRUE, .living = TRUE })));
  fixture->wang = family_find_member (fixture, fixture->household, "王建");
  fixture->li = family_find_member (fixture, fixture->household, "李丽");
  fixture->son = family_find_member (fixture, fixture->household, "王小");
}

/* But for the borders, which are none in this office. */
static void
assert_clean (FamilyOffice *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_check_async (fixture->base.store, NULL, keep_result, &result);
  findings = ggov_store_check_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      if (!g_str_equal (ggov_finding_get_kind (finding), "geometry"))
        g_error ("%s %s: %s", ggov_finding_get_kind (finding), ggov_finding_get_subject (finding),
                 ggov_finding_get_message (finding));
    }
}

void
family_office_tear_down (FamilyOffice  *fixture,
                         gconstpointer  data)
{
  assert_clean (fixture);
  store_fixture_tear_down (&fixture->base, data);
}
