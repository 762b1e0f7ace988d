/* ggov-points-figures.c: the sums of the points ledger, and the proof that they balance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-number-text.h"
#include "ggov-points-figures.h"

struct _GgovPointsFigures
{
  AdwBin     parent_instance;

  /* From the template. */
  GtkLabel  *earned_label;
  GtkLabel  *outstanding_label;
  GtkLabel  *people_label;
  GtkWidget *proof_box;
  GtkImage  *proof_image;
  GtkLabel  *proof_label;
  GtkLabel  *redeemed_label;
};

G_DEFINE_FINAL_TYPE (GgovPointsFigures, ggov_points_figures, ADW_TYPE_BIN)

static void
show_number (GtkLabel *label,
             gint64    number)
{
  g_autofree char *text = ggov_number_dup_text (number);

  gtk_label_set_text (label, text);
}

/* The tooltip adds up the accounts by kind, so that the sum can be followed by eye. */
static char *
dup_sum (const GgovPointsTotals *totals)
{
  g_autofree char *issued = ggov_number_dup_text (totals->earned);
  g_autofree char *people = ggov_number_dup_text (totals->outstanding);
  g_autofree char *venues = ggov_number_dup_text (totals->redeemed);
  g_autofree char *expired = ggov_number_dup_text (totals->expired);
  g_autofree char *together = ggov_number_dup_text (totals->all_accounts);

  /* Translators: the sum of all points accounts: issued (below zero), people, venues, expired. */
  return g_strdup_printf (_("Issued −%1$s, people %2$s, venues %3$s, expired %4$s: together %5$s"),
                          issued, people, venues, expired, together);
}

static void
show_proof (GgovPointsFigures      *self,
            const GgovPointsTotals *totals)
{
  gboolean even = totals->all_accounts == 0;
  g_autofree char *sum = dup_sum (totals);
  g_autofree char *together = ggov_number_dup_text (totals->all_accounts);
  /* Translators: %s is a number of points that should be zero */
  g_autofree char *odd = g_strdup_printf (_("All accounts sum to %s: check the office"), together);

  gtk_image_set_from_icon_name (self->proof_image,
                                even ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_text (self->proof_label, even ? _("All accounts sum to zero") : odd);
  gtk_widget_set_css_classes (self->proof_box,
                              (const char *[]) { even ? "success" : "error", NULL });
  gtk_widget_set_tooltip_text (self->proof_box, sum);
}

static void
ggov_points_figures_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GGOV_TYPE_POINTS_FIGURES);

  G_OBJECT_CLASS (ggov_points_figures_parent_class)->dispose (object);
}

static void
ggov_points_figures_class_init (GgovPointsFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_points_figures_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/points/ggov-points-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPointsFigures, earned_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsFigures, outstanding_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsFigures, people_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsFigures, proof_box);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsFigures, proof_image);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsFigures, proof_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPointsFigures, redeemed_label);
}

static void
ggov_points_figures_init (GgovPointsFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_points_figures_set_totals (GgovPointsFigures      *self,
                                const GgovPointsTotals *totals)
{
  g_autofree char *number = NULL;
  g_autofree char *people = NULL;

  g_return_if_fail (GGOV_IS_POINTS_FIGURES (self));
  g_return_if_fail (totals != NULL);

  number = ggov_number_dup_text (totals->people);
  people = g_strdup_printf (ngettext ("Held by %s person", "Held by %s people",
                                      (gulong) totals->people), number);

  show_number (self->earned_label, totals->earned);
  show_number (self->redeemed_label, totals->redeemed);
  show_number (self->outstanding_label, totals->outstanding);
  gtk_label_set_text (self->people_label, people);
  show_proof (self, totals);
}
