/* ggov-compare-window.c: what a plan would change: grids, households and posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-band-bar.h"
#include "ggov-compare-window.h"
#include "ggov-draft-sketch.h"
#include "ggov-local-time.h"
#include "ggov-plan-picture.h"
#include "ggov-plan-stroke.h"
#include "ggov-print.h"
#include "ggov-report-comparison.h"
#include "ggov-text-column.h"

/* Fits beside the edges of a screen of 1024 by 768. */
#define WIDTH_PX  1000
#define HEIGHT_PX 560

/* The grid after, or the one that is given up. */
static char *
dup_grid (gpointer draft,
          gpointer row)
{
  const GgovPlanGridRow *grid = ggov_plan_grid_get_row (row);
  const GgovDraftBase *base = ggov_draft_find_base (draft, grid->grid_id);

  if (grid->number != 0)
    return ggov_plan_stroke_dup_label (draft, grid->number);

  return g_strdup_printf ("%s %s", base ? ggov_plan_stroke_get_sequence (base->code) : "",
                          grid->name ? grid->name : "");
}

static char *
dup_change (gpointer draft,
            gpointer row)
{
  const char *change = ggov_plan_grid_get_row (row)->change;

  if (g_str_equal (change, "new"))
    return g_strdup (C_("grid", "New"));
  if (g_str_equal (change, "retired"))
    return g_strdup (C_("grid", "Given up"));
  if (g_str_equal (change, "changed"))
    return g_strdup (C_("grid", "Changed"));

  return g_strdup (C_("grid", "The same"));
}

/* "380 → 412", or one number where nothing changes. */
static char *
dup_pair (gint64 before,
          gint64 after)
{
  if (before == after)
    return g_strdup_printf ("%" G_GINT64_FORMAT, after);

  return g_strdup_printf ("%" G_GINT64_FORMAT " → %" G_GINT64_FORMAT, before, after);
}

static char *
dup_households (gpointer draft,
                gpointer row)
{
  const GgovPlanGridRow *grid = ggov_plan_grid_get_row (row);

  return dup_pair (grid->households_before, grid->households_after);
}

static char *
dup_band (gpointer draft,
          gpointer row)
{
  const GgovPlanGridRow *grid = ggov_plan_grid_get_row (row);

  return grid->number != 0 ? ggov_band_dup_words (grid->households_after) : g_strdup ("");
}

static char *
dup_people (gpointer draft,
            gpointer row)
{
  const GgovPlanGridRow *grid = ggov_plan_grid_get_row (row);

  return dup_pair (grid->people_before, grid->people_after);
}

static char *
dup_buildings (gpointer draft,
               gpointer row)
{
  const GgovPlanGridRow *grid = ggov_plan_grid_get_row (row);

  return dup_pair (grid->buildings_before, grid->buildings_after);
}

static char *
dup_special (gpointer draft,
             gpointer row)
{
  const GgovPlanGridRow *grid = ggov_plan_grid_get_row (row);

  return dup_pair (grid->special_before, grid->special_after);
}

static char *
dup_issues (gpointer draft,
            gpointer row)
{
  const GgovPlanGridRow *grid = ggov_plan_grid_get_row (row);

  return dup_pair (grid->issues_before, grid->issues_after);
}

static char *
dup_posts (gpointer draft,
           gpointer row)
{
  const GgovPlanGridRow *grid = ggov_plan_grid_get_row (row);

  return dup_pair (grid->posts_before, grid->posts_after);
}

static char *
dup_moved_building (gpointer draft,
                    gpointer row)
{
  return g_strdup (ggov_plan_move_get_row (row)->building);
}

static char *
dup_moved_households (gpointer draft,
                      gpointer row)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, ggov_plan_move_get_row (row)->households);
}

static char *
dup_grid_and_member (const char *grid,
                     const char *member)
{
  return g_strdup_printf ("%s · %s", grid, member ? member : _("Vacant"));
}

static char *
dup_from (gpointer draft,
          gpointer row)
{
  const GgovPlanMoveRow *move = ggov_plan_move_get_row (row);

  return dup_grid_and_member (move->from, move->from_member);
}

static char *
dup_to (gpointer draft,
        gpointer row)
{
  const GgovPlanMoveRow *move = ggov_plan_move_get_row (row);
  g_autofree char *to = ggov_plan_stroke_dup_label (draft, move->to_number);

  return dup_grid_and_member (to, move->to_member);
}

static char *
dup_person (gpointer draft,
            gpointer row)
{
  return g_strdup (ggov_plan_post_get_row (row)->person);
}

static char *
dup_role (gpointer draft,
          gpointer row)
{
  return g_strdup (ggov_plan_post_get_row (row)->role);
}

static char *
dup_lost_grid (gpointer draft,
               gpointer row)
{
  return g_strdup (ggov_plan_post_get_row (row)->grid);
}

static char *
dup_successor (gpointer draft,
               gpointer row)
{
  return ggov_plan_stroke_dup_label (draft, ggov_plan_post_get_row (row)->successor_number);
}

static const GgovTextColumn grid_columns[] = {
  { NC_("column", "Grid"), dup_grid, 0, FALSE },
  { NC_("column", "Change"), dup_change, 80, FALSE },
  { NC_("column", "Households"), dup_households, 100, TRUE },
  { NC_("column", "Band"), dup_band, 120, TRUE },
  { NC_("column", "People"), dup_people, 110, TRUE },
  { NC_("column", "Special groups"), dup_special, 110, TRUE },
  { NC_("column", "Buildings"), dup_buildings, 80, TRUE },
  { NC_("column", "Open issues"), dup_issues, 90, TRUE },
  { NC_("column", "Posts"), dup_posts, 80, TRUE },
};

static const GgovTextColumn move_columns[] = {
  { NC_("column", "Building"), dup_moved_building, 0, FALSE },
  { NC_("column", "Households"), dup_moved_households, 100, TRUE },
  { NC_("column", "Leaves"), dup_from, 260, FALSE },
  { NC_("column", "Goes to"), dup_to, 260, FALSE },
};

static const GgovTextColumn post_columns[] = {
  { NC_("column", "Name"), dup_person, 120, FALSE },
  { NC_("column", "Role"), dup_role, 0, FALSE },
  { NC_("column", "Grid given up"), dup_lost_grid, 220, FALSE },
  { NC_("column", "Most households go to"), dup_successor, 220, FALSE },
};

static void
add_table (GtkStack     *stack,
           const char   *title,
           GgovDraft    *draft,
           GListModel   *rows,
           const GgovTextColumn *columns,
           guint         n_columns)
{
  GtkSelectionModel *selection =
    GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (rows)));
  GtkWidget *view = gtk_column_view_new (selection);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n = g_list_model_get_n_items (rows);
  g_autofree char *counted = g_strdup_printf ("%s (%u)", title, n);

  ggov_text_columns_add (GTK_COLUMN_VIEW (view), columns, n_columns, draft);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_stack_add_titled (stack, scroller, NULL, counted);
}

static GtkWidget *
new_summary (GgovPlanComparison *comparison)
{
  g_autofree char *summary = ggov_compare_dup_summary (comparison);
  GtkWidget *label = gtk_label_new (summary);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);

  return label;
}

/* On a thread of its own. */
static void
draw_sketch (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GgovGeoSketch *sketch = ggov_geo_sketch_new ();

  ggov_draft_sketch_into (task_data, sketch, TRUE, TRUE);
  g_task_return_pointer (task, sketch, (GDestroyNotify) ggov_geo_sketch_unref);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovGeoSketch) sketch = g_task_propagate_pointer (G_TASK (result), NULL);

  ggov_plan_picture_set_sketch (GGOV_PLAN_PICTURE (object), sketch);
}

static void
add_map (GtkStack  *stack,
         GgovDraft *draft)
{
  GtkWidget *picture = ggov_plan_picture_new ();
  g_autoptr(GTask) task = g_task_new (picture, NULL, drawn_cb, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of the plan; borders there were are dashed, and buildings "
                                    "that move stand out"), -1);
  gtk_widget_set_tooltip_text (picture, _("Borders there were are dashed, and buildings that move "
                                          "stand out"));
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_stack_add_titled (stack, picture, "map", _("Map"));
  g_task_set_task_data (task, g_object_ref (draft), g_object_unref);
  g_task_run_in_thread (task, draw_sketch);
}

static void
print_cb (GtkWidget *button,
          GgovDraft *draft)
{
  GgovSession *session = g_object_get_data (G_OBJECT (button), "session");
  g_autofree char *now = ggov_local_time_format (ggov_session_get_now (session));
  g_autoptr(GgovPlanComparison) comparison = ggov_draft_compare (draft);
  g_autoptr(GgovGeoSketch) sketch = ggov_geo_sketch_new ();
  PangoContext *context = ggov_report_context_new ();
  const GgovReportComparisonOptions options = {
    .printed_at = now,
    .account = ggov_store_get_account (ggov_session_get_store (session)),
  };
  g_autoptr(GgovReportPager) paper = NULL;

  ggov_draft_sketch_into (draft, sketch, TRUE, TRUE);
  paper = ggov_report_comparison_new (ggov_draft_get_plan (draft), comparison, sketch, &options,
                                      context);
  g_object_unref (context);
  ggov_print_pager (button, GGOV_REPORT_PAGER (paper), FALSE);
}

static GtkWidget *
new_print_button (GgovDraft   *draft,
                  GgovSession *session)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("printer-symbolic");

  gtk_widget_set_tooltip_text (button, _("Print the comparison"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Print the comparison"), -1);
  g_object_set_data_full (G_OBJECT (button), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (print_cb), draft, 0);

  return button;
}

static GtkWidget *
new_content (GgovDraft          *draft,
             GgovPlanComparison *comparison,
             GgovSession        *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkStack *stack = GTK_STACK (gtk_stack_new ());
  GtkWidget *switcher = gtk_stack_switcher_new ();

  add_table (stack, _("Grids"), draft, ggov_plan_comparison_get_grids (comparison), grid_columns,
             G_N_ELEMENTS (grid_columns));
  add_table (stack, _("Households that move"), draft, ggov_plan_comparison_get_moves (comparison),
             move_columns, G_N_ELEMENTS (move_columns));
  add_table (stack, _("Posts on grids given up"), draft,
             ggov_plan_comparison_get_posts (comparison), post_columns,
             G_N_ELEMENTS (post_columns));
  add_map (stack, draft);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), stack);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_print_button (draft, session));

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), new_summary (comparison));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (stack));

  return box;
}

static gboolean
close_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

void
ggov_compare_window_show (GtkWidget   *page,
                          GgovSession *session,
                          GgovDraft   *draft)
{
  g_autoptr(GgovPlanComparison) comparison = ggov_draft_compare (draft);
  const GgovPlanRow *plan = ggov_plan_get_row (ggov_draft_get_plan (draft));
  /* Translators: a plan's name */
  g_autofree char *title = g_strdup_printf (_("Compare: %s"), plan->name);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW,
                                    "transient-for", gtk_widget_get_root (page),
                                    "modal", TRUE,
                                    "destroy-with-parent", TRUE,
                                    "default-width", WIDTH_PX,
                                    "default-height", HEIGHT_PX,
                                    "title", title,
                                    NULL);

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  adw_window_set_content (ADW_WINDOW (window), new_content (draft, comparison, session));
  gtk_window_present (GTK_WINDOW (window));
}

char *
ggov_compare_dup_summary (GgovPlanComparison *comparison)
{
  const GgovPlanComparisonSums *sums = ggov_plan_comparison_get_sums (comparison);
  g_autofree char *households =
    g_strdup_printf (ngettext ("%d household", "%d households", sums->households_moved),
                     (int) sums->households_moved);

  if (sums->before_id == 0)
    return g_strdup (_("This is the community's first plan."));
  if (sums->buildings_moved == 0)
    return g_strdup (_("No building changes its grid."));

  /* Translators: how many households there are, then how many buildings they live in */
  return g_strdup_printf (ngettext ("%1$s in %2$d building would have another grid.",
                                    "%1$s in %2$d buildings would have another grid.",
                                    sums->buildings_moved), households,
                          (int) sums->buildings_moved);
}
