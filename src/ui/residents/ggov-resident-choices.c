/* ggov-resident-choices.c: what there always is to choose residents by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "ggov-choice.h"
#include "ggov-query-residents.h"
#include "ggov-resident-choices.h"

/* Everybody who was never gone over was not so since this day either. */
#define BEFORE_ALL "0001-01-01"

/* The first of each list is for all. */
static const GgovResidentChoice fixed[] = {
  { "stay", "", N_("Living and registered"), 0, 0 },
  { "stay", "living", N_("Living there"), GGOV_RESIDENT_LIVING, 0 },
  { "stay", "registered", N_("Registered there"), GGOV_RESIDENT_REGISTERED, 0 },
  { "stay", "separated", N_("Registered and living apart"), GGOV_RESIDENT_SEPARATED, 0 },
  { "age", "", N_("All ages"), 0, 0 },
  { "age", "0-13", N_("Under 14"), 0, 13 },
  { "age", "14-59", N_("14 to 59"), 14, 59 },
  { "age", "60", N_("60 and older"), 60, 0 },
  { "age", "80", N_("80 and older"), 80, 0 },
  { "fresh", "", N_("Confirmed at any time"), 0, 0 },
  { "fresh", "1", N_("Not confirmed for a month"), 1, 0 },
  { "fresh", "3", N_("Not confirmed for 3 months"), 3, 0 },
  { "fresh", "6", N_("Not confirmed for 6 months"), 6, 0 },
  { "fresh", "12", N_("Not confirmed for a year"), 12, 0 },
  { "fresh", "never", N_("Never confirmed"), 0, 0 },
  { "filled", "", N_("However much is filled in"), 0, 0 },
  { "filled", "required", N_("Required fields missing"), 0, 0 },
  { "filled", "half", N_("Under half of the optional fields"), 0, 0 },
};

GListStore *
ggov_resident_choices_list (const char *key)
{
  GListStore *choices = g_list_store_new (GGOV_TYPE_CHOICE);

  g_return_val_if_fail (key != NULL, choices);

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_str_equal (fixed[i].key, key))
      {
        g_autoptr(GgovChoice) choice = ggov_choice_new (&(GgovChoiceFields) {
          .id = i, .code = fixed[i].code, .name = _(fixed[i].label) });

        g_list_store_append (choices, choice);
      }

  return choices;
}

const GgovResidentChoice *
ggov_resident_choices_get (guint id)
{
  g_return_val_if_fail (id < G_N_ELEMENTS (fixed), NULL);

  return &fixed[id];
}

/* (transfer full): the day so many months before; of a shorter month its last. */
static char *
dup_months_before (const char *today,
                   int         months)
{
  g_auto(GStrv) parts = g_strsplit (today, "-", 3);
  int month = atoi (parts[0]) * 12 + atoi (parts[1]) - 1 - months, day = atoi (parts[2]);

  day = MIN (day, g_date_get_days_in_month (month % 12 + 1, month / 12));

  return g_strdup_printf ("%04d-%02d-%02d", month / 12, month % 12 + 1, day);
}

char *
ggov_resident_choices_dup_confirmed_before (const GgovResidentChoice *choice,
                                            const char               *today)
{
  g_return_val_if_fail (choice != NULL, NULL);
  g_return_val_if_fail (today != NULL, NULL);

  if (g_str_equal (choice->code, "never"))
    return g_strdup (BEFORE_ALL);

  return choice->from > 0 ? dup_months_before (today, choice->from) : NULL;
}
