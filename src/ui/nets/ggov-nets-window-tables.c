/* ggov-nets-window-tables.c: the people of a net and where they go, and the proof
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-net-columns.h"
#include "ggov-nets-window-private.h"
#include "ggov-number-text.h"

/* People ----------------------------------------------------------------------------------- */

static char *
dup_name (gpointer     item,
          guint        position,
          gpointer     data,
          const char **css_class)
{
  return g_strdup (ggov_net_person_get_row (item)->name);
}

static char *
dup_old_grid (gpointer     item,
              guint        position,
              gpointer     data,
              const char **css_class)
{
  const GgovNetPersonRow *row = ggov_net_person_get_row (item);

  return g_strdup_printf ("%s %s", row->old_code, row->old_name);
}

static char *
dup_old_role (gpointer     item,
              guint        position,
              gpointer     data,
              const char **css_class)
{
  return g_strdup (ggov_net_person_get_row (item)->old_role);
}

static char *
dup_grids (gpointer     item,
           guint        position,
           gpointer     data,
           const char **css_class)
{
  const GgovNetPersonRow *row = ggov_net_person_get_row (item);
  guint n;

  ggov_net_person_get_grids (item, &n);
  if (n == 0)
    return g_strdup (row->decided ? _("Stays out") : _("Nowhere yet"));

  if (n == 1)
    return g_strdup (row->names);

  /* Translators: how many base grids, and their names. */
  return g_strdup_printf (_("%u: %s"), n, row->names);
}

static char *
dup_share (gpointer     item,
           guint        position,
           gpointer     data,
           const char **css_class)
{
  return g_strdup_printf ("%.1f %%", ggov_net_person_get_row (item)->per_mille / 10.0);
}

/* What stands in the way is marked as well as written. */
static char *
dup_state (gpointer     item,
           guint        position,
           gpointer     data,
           const char **css_class)
{
  const GgovNetPersonRow *row = ggov_net_person_get_row (item);

  if (row->moved > 0)
    return g_strdup (_("Moved"));
  if (row->doubts == 0)
    return g_strdup (row->decided ? _("Chosen") : _("Proposed"));

  *css_class = row->doubts & GGOV_NET_DOUBTS_IN_THE_WAY ? "error" : "warning";

  return ggov_net_doubts_dup_label (row->doubts);
}

static void
find_chosen (GgovNetsWindow *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    {
      g_autoptr(GgovNetPerson) person = g_list_model_get_item (G_LIST_MODEL (self->people), i);

      if (ggov_net_person_get_row (person)->id == self->person_id)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

GgovNetPerson *
_ggov_nets_window_dup_person (GgovNetsWindow *self)
{
  gpointer person = gtk_single_selection_get_selected_item (self->selection);

  return person ? g_object_ref (person) : NULL;
}

/* The net ---------------------------------------------------------------------------------- */

static void
show_role (GgovNetsWindow *self,
           const char     *code)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (self->role_codes, code, g_str_equal, &position))
    position = 0;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->role_choice, position);
  self->is_filling = FALSE;
}

static void
show_facts (GgovNetsWindow   *self,
            const GgovNetRow *row)
{
  g_autofree char *counts = g_strdup_printf (_("%1$d grids, %2$d people"), (int) row->grids,
                                             (int) row->people);
  g_autofree char *days = row->retired_on
    /* Translators: two dates. */
    ? g_strdup_printf (_("imported %1$s, retired from %2$s"), row->imported_on, row->retired_on)
    : g_strdup_printf (_("imported %s"), row->imported_on);
  g_autofree char *facts = g_strjoin (" · ", counts, days,
                                      *row->department ? row->department : NULL, NULL);
  g_autofree char *all = *row->source ? g_strjoin (" · ", facts, row->source, NULL)
                                      : g_strdup (facts);

  gtk_label_set_label (self->net_label, row->name);
  gtk_label_set_label (self->facts_label, all);
}

void
_ggov_nets_window_show_study (GgovNetsWindow *self)
{
  const GgovNetRow *row = ggov_net_get_row (ggov_net_study_get_net (self->study));
  GPtrArray *people = ggov_net_study_get_people (self->study);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  self->is_filling = TRUE;
  g_list_store_splice (self->people, 0, n, people->pdata, people->len);
  self->is_filling = FALSE;
  find_chosen (self);
  show_facts (self, row);
  show_role (self, row->role_code);
  ggov_net_matrix_set_study (self->matrix, self->study);
  gtk_stack_set_visible_child_name (self->stack, "net");
  _ggov_nets_window_update_actions (self);
}

/* The proof -------------------------------------------------------------------------------- */

static const GgovNetProofGrid *
get_proof_grid (gpointer data,
                guint    position)
{
  GgovNetsWindow *self = data;

  return self->proof->grids->pdata[position];
}

static char *
dup_proof_net (gpointer     item,
               guint        position,
               gpointer     data,
               const char **css_class)
{
  return g_strdup (get_proof_grid (data, position)->net);
}

static char *
dup_proof_code (gpointer     item,
                guint        position,
                gpointer     data,
                const char **css_class)
{
  return g_strdup (get_proof_grid (data, position)->code);
}

static char *
dup_proof_share (gpointer     item,
                 guint        position,
                 gpointer     data,
                 const char **css_class)
{
  return g_strdup_printf ("%.1f %%", get_proof_grid (data, position)->per_mille / 10.0);
}

static char *
dup_proof_where (gpointer     item,
                 guint        position,
                 gpointer     data,
                 const char **css_class)
{
  const GgovNetProofGrid *grid = get_proof_grid (data, position);
  g_autofree char *bare = ggov_number_dup_text ((gint64) round (grid->bare_m2));

  if (isnan (grid->lon))
    return g_strdup (_("Covered whole"));

  if (grid->inside_m2 > 0)
    {
      *css_class = "error";
      /* Translators: square metres, longitude and latitude. */
      return g_strdup_printf (_("%1$s m² bare, inside a community; at %2$.5f, %3$.5f"), bare,
                              grid->lon, grid->lat);
    }

  /* Translators: square metres, longitude and latitude. */
  return g_strdup_printf (_("%1$s m² lie outside the communities; at %2$.5f, %3$.5f"), bare,
                          grid->lon, grid->lat);
}

void
_ggov_nets_window_show_proof (GgovNetsWindow *self)
{
  const GgovNetProof *proof = self->proof;
  g_autofree char *ground = ggov_number_dup_text ((gint64) round (proof->communities_m2));
  g_autofree char *joined = ggov_number_dup_text ((gint64) round (proof->union_m2));
  g_autofree char *buildings =
    /* Translators: buildings in all, in one base grid, in none, in several. */
    g_strdup_printf (_("Of %1$u buildings %2$u are in one base grid, %3$u in none, %4$u in "
                       "several."),
                     proof->n_buildings, proof->n_in_one, proof->n_in_none, proof->n_in_several);
  g_autofree char *areas =
    /* Translators: a number of base grids, and two numbers of square metres. */
    g_strdup_printf (_("The %1$u base grids together cover %2$s m² of the communities’ %3$s m²."),
                     proof->n_grids, joined, ground);
  g_autofree char *words =
    g_strjoin (" ", ggov_net_proof_is_whole (proof) ? _("The base grids cover everything once.")
                                                    : _("The base grids do not cover everything "
                                                        "once."), buildings, areas, NULL);
  g_autoptr(GtkStringList) lines = gtk_string_list_new (NULL);
  g_autoptr(GtkNoSelection) selection = NULL;

  for (guint i = 0; i < proof->grids->len; i++)
    gtk_string_list_append (lines, get_proof_grid (self, i)->code);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&lines)));
  gtk_label_set_label (self->proof_label, words);
  gtk_column_view_set_model (self->proof_view, GTK_SELECTION_MODEL (selection));
}

void
_ggov_nets_window_add_columns (GgovNetsWindow *self)
{
  GtkColumnView *people = self->people_view;
  GtkColumnView *proof = self->proof_view;

  ggov_net_columns_add (people, C_("column", "Name"), 80, FALSE, dup_name, self);
  ggov_net_columns_add (people, C_("column", "Old grid"), 130, FALSE, dup_old_grid, self);
  ggov_net_columns_add (people, C_("column", "Old post"), 100, FALSE, dup_old_role, self);
  ggov_net_columns_add (people, C_("column", "Goes to"), 0, FALSE, dup_grids, self);
  ggov_net_columns_add (people, C_("column", "Share"), 80, TRUE, dup_share, self);
  ggov_net_columns_add (people, C_("column", "State"), 170, FALSE, dup_state, self);

  ggov_net_columns_add (proof, C_("column", "Old net"), 140, FALSE, dup_proof_net, self);
  ggov_net_columns_add (proof, C_("column", "Old grid"), 80, FALSE, dup_proof_code, self);
  ggov_net_columns_add (proof, C_("column", "Covered"), 90, TRUE, dup_proof_share, self);
  ggov_net_columns_add (proof, C_("column", "Where not"), 0, FALSE, dup_proof_where, self);
}
