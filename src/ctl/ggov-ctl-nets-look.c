/* ggov-ctl-nets-look.c: gridgovctl nets: the matrix, the proposal and the proof
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-ctl-nets.h"

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_m2 (JsonBuilder *builder,
        const char  *name,
        double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, round (value * 100) / 100);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

GgovNetStudy *
ggov_ctl_nets_study (GgovCtl           *ctl,
                     const GgovCtlNets *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovNetStudy *study;

  ggov_store_study_net_async (ctl->store, words->net_id, words->from ? words->from : ctl->as_of,
                              NULL, ggov_ctl_keep, &result);
  study = ggov_store_study_net_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (study == NULL)
    ggov_ctl_refuse (ctl, error);

  return study;
}

/* The matrix ------------------------------------------------------------------------------- */

static void
add_cells (JsonBuilder  *builder,
           GgovNetStudy *study,
           guint         row)
{
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ggov_net_study_get_n_cells (study); i++)
    {
      const GgovNetStudyCell *cell = ggov_net_study_get_cell (study, i);

      if (cell->row != row)
        continue;

      json_builder_begin_object (builder);
      add_text (builder, "grid", ggov_net_study_get_column (study, cell->column)->code);
      add_m2 (builder, "area_m2", cell->area_m2);
      add_int (builder, "buildings", cell->buildings);
      add_int (builder, "households", cell->households);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rows (JsonBuilder  *builder,
          GgovNetStudy *study)
{
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ggov_net_study_get_n_rows (study); i++)
    {
      const GgovNetStudyRow *row = ggov_net_study_get_row (study, i);

      json_builder_begin_object (builder);
      add_text (builder, "code", row->code);
      add_text (builder, "name", row->name);
      add_m2 (builder, "area_m2", row->area_m2);
      add_m2 (builder, "outside_m2", row->outside_m2);
      add_m2 (builder, "bare_m2", row->bare_m2);
      add_int (builder, "buildings", row->buildings);
      add_int (builder, "households", row->households);
      add_int (builder, "stray_buildings", row->stray_buildings);
      add_int (builder, "stray_households", row->stray_households);
      add_cells (builder, study, i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_columns (JsonBuilder  *builder,
             GgovNetStudy *study)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ggov_net_study_get_n_columns (study); i++)
    {
      const GgovNetStudyColumn *column = ggov_net_study_get_column (study, i);

      json_builder_begin_object (builder);
      add_text (builder, "code", column->code);
      add_text (builder, "name", column->name);
      add_m2 (builder, "area_m2", column->area_m2);
      add_int (builder, "buildings", column->buildings);
      add_int (builder, "households", column->households);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_matrix (GgovNetStudy *study)
{
  for (guint i = 0; i < ggov_net_study_get_n_cells (study); i++)
    {
      const GgovNetStudyCell *cell = ggov_net_study_get_cell (study, i);
      const GgovNetStudyRow *row = ggov_net_study_get_row (study, cell->row);

      g_print ("%s\t%s\t%.0f\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\n", row->code,
               ggov_net_study_get_column (study, cell->column)->code, cell->area_m2,
               cell->buildings, cell->households);
    }

  for (guint i = 0; i < ggov_net_study_get_n_rows (study); i++)
    {
      const GgovNetStudyRow *row = ggov_net_study_get_row (study, i);

      if (row->outside_m2 + row->bare_m2 > 0 || row->stray_buildings > 0)
        g_print ("%s\t-\t%.0f\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\n", row->code,
                 row->outside_m2 + row->bare_m2, row->stray_buildings, row->stray_households);
    }
}

GgovCtlStatus
ggov_ctl_nets_matrix (GgovCtl           *ctl,
                      const GgovCtlNets *words)
{
  g_autoptr(GgovNetStudy) study = ggov_ctl_nets_study (ctl, words);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (study == NULL)
    return GGOV_CTL_REFUSED;

  if (!ctl->json)
    {
      print_matrix (study);
      return GGOV_CTL_DONE;
    }

  json_builder_begin_object (builder);
  add_int (builder, "net", words->net_id);
  add_rows (builder, study);
  add_columns (builder, study);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

/* The proposal ----------------------------------------------------------------------------- */

static void
add_doubts (JsonBuilder *builder,
            gint64       doubts)
{
  json_builder_set_member_name (builder, "doubts");
  json_builder_begin_array (builder);
  for (guint bit = 0; bit < 32; bit++)
    if (doubts & ((gint64) 1 << bit))
      json_builder_add_string_value (builder, ggov_net_doubt_get_name ((GgovNetDoubt) (1u << bit)));
  json_builder_end_array (builder);
}

static void
add_person (JsonBuilder   *builder,
            GgovNetPerson *person)
{
  const GgovNetPersonRow *row = ggov_net_person_get_row (person);
  g_auto(GStrv) codes = g_strsplit (row->codes, " ", -1);

  json_builder_begin_object (builder);
  add_int (builder, "id", row->id);
  add_text (builder, "name", row->name);
  add_text (builder, "phone", row->phone);
  add_text (builder, "old_grid", row->old_code);
  add_text (builder, "old_role", row->old_role);
  add_text (builder, "role", *row->role_code ? row->role_code : NULL);
  add_int (builder, "person", row->person_id);
  add_int (builder, "per_mille", row->per_mille);
  add_int (builder, "moved", row->moved);
  json_builder_set_member_name (builder, "decided");
  json_builder_add_boolean_value (builder, row->decided != 0);
  json_builder_set_member_name (builder, "grids");
  json_builder_begin_array (builder);
  for (guint i = 0; codes[i] && *codes[i]; i++)
    json_builder_add_string_value (builder, codes[i]);
  json_builder_end_array (builder);
  add_doubts (builder, row->doubts);
  json_builder_end_object (builder);
}

static void
print_person (GgovNetPerson *person)
{
  const GgovNetPersonRow *row = ggov_net_person_get_row (person);
  g_autofree char *doubts = ggov_net_doubts_dup_label (row->doubts);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%.1f %%\t%s\n", row->id, row->old_code, row->name,
           row->role_code, row->codes, row->per_mille / 10.0, doubts);
}

GgovCtlStatus
ggov_ctl_nets_propose (GgovCtl           *ctl,
                       const GgovCtlNets *words)
{
  g_autoptr(GgovNetStudy) study = ggov_ctl_nets_study (ctl, words);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  GPtrArray *people;

  if (study == NULL)
    return GGOV_CTL_REFUSED;

  people = ggov_net_study_get_people (study);
  json_builder_begin_array (builder);
  for (guint i = 0; i < people->len; i++)
    if (ctl->json)
      add_person (builder, people->pdata[i]);
    else
      print_person (people->pdata[i]);
  json_builder_end_array (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

/* The proof -------------------------------------------------------------------------------- */

static void
add_place (JsonBuilder            *builder,
           const GgovNetProofGrid *grid)
{
  json_builder_set_member_name (builder, "place");
  if (isnan (grid->lon))
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, grid->lon);
  json_builder_add_double_value (builder, grid->lat);
  json_builder_end_array (builder);
}

static void
add_old_grids (JsonBuilder        *builder,
               const GgovNetProof *proof)
{
  json_builder_set_member_name (builder, "old_grids");
  json_builder_begin_array (builder);
  for (guint i = 0; i < proof->grids->len; i++)
    {
      const GgovNetProofGrid *grid = proof->grids->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "net", grid->net);
      add_text (builder, "code", grid->code);
      add_int (builder, "per_mille", grid->per_mille);
      add_m2 (builder, "bare_m2", grid->bare_m2);
      add_m2 (builder, "bare_inside_m2", grid->inside_m2);
      add_place (builder, grid);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const GgovNetProof *proof)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "whole");
  json_builder_add_boolean_value (builder, ggov_net_proof_is_whole (proof));
  add_int (builder, "grids", proof->n_grids);
  add_int (builder, "buildings", proof->n_buildings);
  add_int (builder, "in_one_grid", proof->n_in_one);
  add_int (builder, "in_no_grid", proof->n_in_none);
  add_int (builder, "in_several_grids", proof->n_in_several);
  add_m2 (builder, "communities_m2", proof->communities_m2);
  add_m2 (builder, "grids_m2", proof->grids_m2);
  add_m2 (builder, "union_m2", proof->union_m2);
  add_old_grids (builder, proof);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_lines (const GgovNetProof *proof)
{
  /* Translators: how many base grids, buildings, and of these in one, no and several base grids. */
  g_print (_("%u base grids; %u buildings: %u in one grid, %u in none, %u in several\n"),
           proof->n_grids, proof->n_buildings, proof->n_in_one, proof->n_in_none,
           proof->n_in_several);
  /* Translators: square metres of the communities, the union of the base grids, and their sum. */
  g_print (_("Communities %.0f m², base grids together %.0f m², added up %.0f m²\n"),
           proof->communities_m2, proof->union_m2, proof->grids_m2);
  for (guint i = 0; i < proof->grids->len; i++)
    {
      const GgovNetProofGrid *grid = proof->grids->pdata[i];

      if (isnan (grid->lon))
        g_print ("%s\t%s\t100 %%\n", grid->net, grid->code);
      else
        g_print ("%s\t%s\t%.1f %%\t%.0f m²\t%.0f m²\t%.6f, %.6f\n", grid->net, grid->code,
                 grid->per_mille / 10.0, grid->bare_m2, grid->inside_m2, grid->lon, grid->lat);
    }
}

GgovCtlStatus
ggov_ctl_nets_proof (GgovCtl           *ctl,
                     const GgovCtlNets *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovNetProof) proof = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_prove_nets_async (ctl->store, words->from ? words->from : ctl->as_of, NULL,
                               ggov_ctl_keep, &result);
  if (!(proof = ggov_store_prove_nets_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    print_json (proof);
  else
    print_lines (proof);

  return ggov_net_proof_is_whole (proof) ? GGOV_CTL_DONE : GGOV_CTL_PART;
}
