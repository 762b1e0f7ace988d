/* ggov-balance-row.c: one grid of a draft in the balance: what it holds against the band
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-balance-row.h"
#include "ggov-band-bar.h"

struct _GgovBalanceRow
{
  GtkListBoxRow  parent_instance;

  gint64         number;
  GgovDraftSum   now;
  GgovDraftSum   shown;      /* that, or what it would hold */

  GtkWidget     *lock;
  GtkLabel      *title;
  GtkLabel      *households;
  GgovBandBar   *bar;
  GtkLabel      *facts;
  GtkLabel      *words;
};

G_DEFINE_FINAL_TYPE (GgovBalanceRow, ggov_balance_row, GTK_TYPE_LIST_BOX_ROW)

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style,
           gboolean    is_last)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_last ? 1 : 0);
  gtk_widget_set_hexpand (label, !is_last);
  if (!is_last)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static GtkWidget *
add_line (GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), line);

  return line;
}

static void
ggov_balance_row_class_init (GgovBalanceRowClass *klass)
{
}

static void
ggov_balance_row_init (GgovBalanceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *top = add_line (box);

  self->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  gtk_widget_set_tooltip_text (self->lock, _("Locked"));
  gtk_box_append (GTK_BOX (top), self->lock);
  self->title = add_label (top, NULL, FALSE);
  self->households = add_label (top, "numeric", TRUE);

  self->bar = GGOV_BAND_BAR (ggov_band_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));

  self->facts = add_label (add_line (box), "caption", FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "dim-label");
  /* As wide as there is room: the map beside must not move as figures grow longer under a brush. */
  gtk_label_set_max_width_chars (self->facts, 1);
  self->words = add_label (add_line (box), "caption", FALSE);

  gtk_widget_add_css_class (box, "balance-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
ggov_balance_row_new (gint64 number)
{
  GgovBalanceRow *self = g_object_new (GGOV_TYPE_BALANCE_ROW, NULL);

  self->number = number;

  return GTK_WIDGET (self);
}

gint64
ggov_balance_row_get_number (GgovBalanceRow *self)
{
  g_return_val_if_fail (GGOV_IS_BALANCE_ROW (self), 0);

  return self->number;
}

/* What a reader of the screen says of the row. */
static void
tell (GgovBalanceRow *self,
      gboolean        is_locked)
{
  g_autofree char *label =
    g_strdup_printf ("%s, %s, %s, %s%s%s", gtk_label_get_text (self->title),
                     gtk_label_get_text (self->households), gtk_label_get_text (self->words),
                     gtk_label_get_text (self->facts), is_locked ? ", " : "",
                     is_locked ? _("Locked") : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_households (GgovBalanceRow *self,
                 int             households)
{
  g_autofree char *count =
    g_strdup_printf (ngettext ("%d household", "%d households", households), households);
  g_autofree char *words = ggov_band_dup_words (households);

  gtk_label_set_label (self->households, count);
  gtk_label_set_label (self->words, words);
  if (ggov_band_has (households))
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "out-of-band");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "out-of-band");
  ggov_band_bar_set_households (self->bar, households);
}

static void
show_sum (GgovBalanceRow     *self,
          const GgovDraftSum *sum)
{
  /* Translators: people of a grid, how many of them are of special groups, and its open issues */
  g_autofree char *facts = g_strdup_printf (_("People %1$d · special groups %2$d · issues %3$d"),
                                            sum->people, sum->special, sum->issues);

  self->shown = *sum;
  gtk_label_set_label (self->facts, facts);
  show_households (self, sum->households);
}

void
ggov_balance_row_show (GgovBalanceRow *self,
                       GgovDraft      *draft,
                       GgovGrid       *grid)
{
  const GgovDraftGrid *drawn = ggov_draft_find_grid (draft, self->number);
  gboolean is_locked = drawn && drawn->is_locked;
  g_autofree char *title = g_strdup_printf ("%s  %s", ggov_grid_get_number (grid),
                                            ggov_grid_get_name (grid));

  gtk_widget_set_visible (self->lock, is_locked);
  gtk_label_set_label (self->title, title);
  ggov_draft_sum (draft, self->number, &self->now);
  show_sum (self, &self->now);
  tell (self, is_locked);
}

/* While something is drawn: most rows stay as they are. */
void
ggov_balance_row_preview (GgovBalanceRow     *self,
                          const GgovDraftSum *sum)
{
  g_return_if_fail (GGOV_IS_BALANCE_ROW (self));

  if (sum == NULL)
    sum = &self->now;

  if (memcmp (sum, &self->shown, sizeof *sum) != 0)
    show_sum (self, sum);
}
