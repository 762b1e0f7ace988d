/* ggov-import-report.c: what became of the rows of an import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <math.h>

#include "ggov-import-report.h"

static void
problem_free (GgovImportProblem *problem)
{
  g_free (problem->code);
  g_free (problem->message);
  g_array_unref (problem->rows);
  g_free (problem);
}

static void
plan_free (GgovImportPlan *plan)
{
  g_free (plan->community_code);
  g_free (plan->community);
  g_free (plan);
}

static void
sample_free (GgovImportSample *sample)
{
  g_strfreev (sample->texts);
  if (sample->remarks)
    g_string_free (sample->remarks, TRUE);
  g_free (sample);
}

GgovImportReport *
ggov_import_report_new (void)
{
  GgovImportReport *self = g_new0 (GgovImportReport, 1);

  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) sample_free);
  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_free);
  self->kinds = g_ptr_array_new ();
  self->reasons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_string_chunk_new (1024);

  return self;
}

void
ggov_import_report_free (GgovImportReport *self)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_clear_pointer (&self->met, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_free (self);
}

static GgovImportProblem *
add_problem (GgovImportReport *self,
             const char       *code,
             gboolean          rejected)
{
  GgovImportProblem *problem = g_new0 (GgovImportProblem, 1);

  problem->code = g_strdup (code);
  problem->rejected = rejected;
  problem->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->problems, problem);

  return problem;
}

static GgovImportProblem *
get_problem (GgovImportReport *self,
             const char       *code,
             gboolean          rejected)
{
  GgovImportProblem *problem;

  for (guint i = 0; i < self->problems->len; i++)
    {
      problem = self->problems->pdata[i];
      if (problem->rejected == rejected && g_str_equal (problem->code, code))
        return problem;
    }

  return add_problem (self, code, rejected);
}

static void
remark (GgovImportReport *self,
        gint64            row,
        const char       *sentence)
{
  GgovImportSample *last = self->samples->len > 0
                             ? self->samples->pdata[self->samples->len - 1] : NULL;

  if (last == NULL || last->row != row)
    return;

  if (last->remarks == NULL)
    last->remarks = g_string_new (NULL);
  else
    g_string_append_c (last->remarks, '\n');
  g_string_append (last->remarks, sentence);
}

static void
add_row (GgovImportProblem *problem,
         gint64             row,
         const char        *message,
         double             lon,
         double             lat)
{
  if (problem->message == NULL)
    {
      problem->message = g_strdup (message);
      problem->lon = lon;
      problem->lat = lat;
    }

  g_array_append_val (problem->rows, row);
}

static void
reject (GgovImportReport *self,
        gint64            row,
        const char       *code,
        const char       *message,
        const char       *reason,
        double            lon,
        double            lat)
{
  self->rejected++;
  add_row (get_problem (self, code, TRUE), row, message, lon, lat);
  remark (self, row, reason);
  g_hash_table_insert (self->reasons, g_memdup2 (&row, sizeof row),
                       g_string_chunk_insert_const (self->texts, reason));
}

void
ggov_import_report_reject (GgovImportReport *self,
                           gint64            row,
                           const char       *code,
                           const char       *message,
                           double            lon,
                           double            lat)
{
  reject (self, row, code, message, message, lon, lat);
}

void
ggov_import_report_reject_because (GgovImportReport *self,
                                   gint64            row,
                                   const char       *code,
                                   const char       *message,
                                   const char       *reason)
{
  reject (self, row, code, message, reason, NAN, NAN);
}

const char *
ggov_import_report_get_reason (GgovImportReport *self,
                               gint64            row)
{
  return g_hash_table_lookup (self->reasons, &row);
}

void
ggov_import_report_notice (GgovImportReport *self,
                           gint64            row,
                           const char       *code,
                           const char       *message,
                           double            lon,
                           double            lat)
{
  add_row (get_problem (self, code, FALSE), row, message, lon, lat);
  remark (self, row, message);
}

void
ggov_import_report_notice_because (GgovImportReport *self,
                                   gint64            row,
                                   const char       *code,
                                   const char       *message,
                                   const char       *reason)
{
  add_row (get_problem (self, code, FALSE), row, message, NAN, NAN);
  remark (self, row, reason);
}

void
ggov_import_report_tell (GgovImportReport *self,
                         gint64            row,
                         const char       *code,
                         const char       *message,
                         double            lon,
                         double            lat)
{
  GgovImportProblem *problem = add_problem (self, code, FALSE);

  problem->message = g_strdup (message);
  problem->lon = lon;
  problem->lat = lat;
  if (row != 0)
    g_array_append_val (problem->rows, row);
}

GgovImportSample *
ggov_import_report_add_sample (GgovImportReport *self,
                               gint64            row,
                               guint             n_fields)
{
  GgovImportSample *sample;

  if (self->samples->len >= self->most_samples)
    return NULL;

  sample = g_new0 (GgovImportSample, 1);
  sample->row = row;
  sample->texts = g_new0 (char *, n_fields + 1);
  for (guint i = 0; i < n_fields; i++)
    sample->texts[i] = g_strdup ("");
  g_ptr_array_add (self->samples, sample);

  return sample;
}

void
ggov_import_report_add_kind (GgovImportReport *self,
                             const char       *name)
{
  char *copy;

  if (g_hash_table_contains (self->met, name))
    return;

  copy = g_strdup (name);
  g_hash_table_add (self->met, copy);
  g_ptr_array_add (self->kinds, copy);
}

void
ggov_import_report_add_plan (GgovImportReport *self,
                             gint64            plan_id,
                             const char       *community_code,
                             const char       *community,
                             guint             grids,
                             guint             buildings)
{
  GgovImportPlan *plan = g_new0 (GgovImportPlan, 1);

  plan->id = plan_id;
  plan->community_code = g_strdup (community_code);
  plan->community = g_strdup (community);
  plan->grids = grids;
  plan->buildings = buildings;
  g_ptr_array_add (self->plans, plan);
}
