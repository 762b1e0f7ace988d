/* ggov-demo-office.c: the demo office while it is being written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-register-private.h"
#include "ggov-local-time.h"

#define YEARS_SINCE_FOUNDED 2

/* The first of the month, so many years ago. */
static int
find_founding_day (int as_of)
{
  int year, month;

  ggov_local_day_to_date (as_of, &year, &month, NULL);

  return ggov_local_day_from_date (year - YEARS_SINCE_FOUNDED, month, 1);
}

static GArray *
new_numbers (void)
{
  return g_array_new (FALSE, TRUE, sizeof (gint64));
}

static GArray *
new_ties (void)
{
  return g_array_new (FALSE, FALSE, sizeof (GgovDemoTie));
}

static void
clear_home (gpointer data)
{
  GgovDemoHome *home = data;

  g_free (home->name);
}

GgovDemoOffice *
_ggov_demo_office_new (GgovDemoTown *town,
                       int           as_of)
{
  GgovDemoOffice *self = g_new0 (GgovDemoOffice, 1);

  self->town = town;
  self->as_of = as_of;
  self->founded = find_founding_day (as_of);
  self->founded_text = ggov_local_day_format (self->founded);
  self->organisations = g_array_new (FALSE, FALSE, sizeof (GgovDemoOrganisation));
  self->employed = new_ties ();
  self->served = new_ties ();
  self->cases = g_array_new (FALSE, FALSE, sizeof (GgovDemoCase));
  self->party = new_ties ();
  self->groups = g_new0 (gint64, MAX (town->grids->len, 1));
  self->branches = g_new0 (gint64, MAX (town->grids->len, 1));
  self->departments = new_numbers ();
  self->liaisons = new_numbers ();
  self->first_secretaries = new_numbers ();
  self->chiefs = new_numbers ();
  self->grid_posts = g_array_new (FALSE, TRUE, sizeof (GgovDemoGridPosts));
  self->building_leaders = new_numbers ();
  self->leaders = g_array_new (FALSE, TRUE, sizeof (GgovDemoLeader));
  self->unit_leaders = g_new0 (gint64, MAX (town->units->len, 1));
  self->numbers = g_new0 (guint16, 2 * GGOV_DEMO_N_BORN);
  self->calls = g_array_new (FALSE, FALSE, sizeof (GgovDemoCall));
  self->homes = g_array_new (FALSE, TRUE, sizeof (GgovDemoHome));
  g_array_set_clear_func (self->homes, clear_home);
  self->first_homes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
_ggov_demo_office_free (GgovDemoOffice *self)
{
  g_clear_pointer (&self->town, _ggov_demo_town_free);
  g_free (self->founded_text);
  g_array_unref (self->organisations);
  g_array_unref (self->employed);
  g_array_unref (self->served);
  g_array_unref (self->cases);
  g_array_unref (self->party);
  g_free (self->groups);
  g_free (self->branches);
  g_array_unref (self->departments);
  g_array_unref (self->liaisons);
  g_array_unref (self->first_secretaries);
  g_array_unref (self->chiefs);
  g_array_unref (self->grid_posts);
  g_array_unref (self->building_leaders);
  g_array_unref (self->leaders);
  g_free (self->unit_leaders);
  g_array_unref (self->homes);
  g_hash_table_unref (self->first_homes);
  g_array_unref (self->calls);
  g_free (self->numbers);
  g_free (self);
}
