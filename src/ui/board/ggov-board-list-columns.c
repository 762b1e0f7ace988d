/* ggov-board-list-columns.c: the columns of the board's table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-list-private.h"
#include "ggov-cell-tooltip.h"
#include "ggov-column-sorter.h"
#include "ggov-issue-due.h"
#include "ggov-local-time.h"

/* As many of the columns stand in the table until others are chosen: what fits beside a title on a
 * screen of 1024 pixels. */
#define N_USUAL 7

/* What is written in a cell, of an issue that is read. */
typedef char *(*TextFunc) (GgovBoardList *self,
                           GgovIssue     *issue);

static char *
dup_left (GgovBoardList *self,
          GgovIssue     *issue)
{
  return ggov_issue_due_dup_left (issue, ggov_board_desk_get_clock (self->desk),
                                  ggov_board_desk_get_now (self->desk));
}

static char *
dup_number (GgovBoardList *self,
            GgovIssue     *issue)
{
  return g_strdup (ggov_issue_get_fields (issue)->number);
}

static char *
dup_title (GgovBoardList *self,
           GgovIssue     *issue)
{
  return g_strdup (ggov_issue_get_fields (issue)->title);
}

static char *
dup_type (GgovBoardList *self,
          GgovIssue     *issue)
{
  return g_strdup (ggov_issue_get_type_label (issue));
}

static char *
dup_grid (GgovBoardList *self,
          GgovIssue     *issue)
{
  return g_strdup (ggov_issue_get_fields (issue)->present_grid_name);
}

static char *
dup_handler (GgovBoardList *self,
             GgovIssue     *issue)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);

  return fields->handler_is_away ? g_strdup_printf (_("%s (on leave)"), fields->handler_name)
                                 : g_strdup (fields->handler_name);
}

static char *
dup_stage (GgovBoardList *self,
           GgovIssue     *issue)
{
  return g_strdup (ggov_issue_stage_get_label (ggov_issue_get_fields (issue)->state.stage));
}

static char *
dup_place (GgovBoardList *self,
           GgovIssue     *issue)
{
  return g_strdup (ggov_issue_get_fields (issue)->place);
}

static char *
dup_community (GgovBoardList *self,
               GgovIssue     *issue)
{
  return g_strdup (ggov_issue_get_fields (issue)->community_name);
}

static char *
dup_lane (GgovBoardList *self,
          GgovIssue     *issue)
{
  return g_strdup (ggov_lane_get_label (ggov_issue_get_fields (issue)->lane));
}

static char *
dup_time (gint64 at)
{
  char *text;

  if (at == 0)
    return NULL;

  text = ggov_local_time_format (at);
  text[sizeof "2026-02-14" - 1] = ' ';

  return text;
}

static char *
dup_filed (GgovBoardList *self,
           GgovIssue     *issue)
{
  return dup_time (ggov_issue_get_fields (issue)->filed_at);
}

static char *
dup_due (GgovBoardList *self,
         GgovIssue     *issue)
{
  return dup_time (ggov_issue_get_fields (issue)->due_at);
}

typedef struct
{
  const char *name;
  const char *title;
  int         width_px; /* 0 for what is left */
  TextFunc    dup_text;
} Column;

static const Column columns[] = {
  { "left", NC_("column", "Time left"), 132, dup_left },
  { "number", NC_("column", "Number"), 100, dup_number },
  { "title", NC_("column", "Title"), 0, dup_title },
  { "type", NC_("column", "Case type"), 116, dup_type },
  { "grid", NC_("column", "Grid"), 124, dup_grid },
  { "handler", NC_("column", "Handler"), 84, dup_handler },
  { "stage", NC_("column", "Stage"), 84, dup_stage },
  { "place", NC_("column", "Where it is"), 150, dup_place },
  { "due", NC_("column", "Due"), 130, dup_due },
  { "filed", NC_("column", "Filed"), 130, dup_filed },
  { "community", NC_("column", "Community"), 100, dup_community },
  { "lane", NC_("column", "Lane"), 100, dup_lane },
};

/* Cells ----------------------------------------------------------------------------------- */

/* How the cells of a column are filled. */
typedef struct
{
  GgovBoardList *list;   /* (unowned): the factory is in it */
  const Column  *column;
} Filler;

static void
filler_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static Filler *
filler_new (GgovBoardList *list,
            const Column  *column)
{
  Filler *filler = g_new (Filler, 1);

  *filler = (Filler) { list, column };

  return filler;
}

/* The colour of the time that is left, as on a card. */
static void
show_due (Filler    *filler,
          GtkWidget *cell,
          GgovIssue *issue)
{
  static const char *const classes[GGOV_ISSUE_N_DUES] = {
    [GGOV_ISSUE_DUE_SOON] = "due-soon",
    [GGOV_ISSUE_DUE_TODAY] = "due-today",
    [GGOV_ISSUE_DUE_OVERDUE] = "due-overdue",
  };
  GgovIssueDue due = issue ? ggov_issue_due_judge (issue,
                                                   ggov_board_desk_get_clock (filler->list->desk),
                                                   ggov_board_desk_get_now (filler->list->desk))
                           : GGOV_ISSUE_DUE_NONE;
  const char *const own[] = { "due-text", classes[due], NULL };

  gtk_widget_set_css_classes (cell, (const char **) own);
}

static void
show_row (GgovPagedItem *item,
          GParamSpec    *pspec,
          GtkListItem   *list_item)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  Filler *filler = g_object_get_data (G_OBJECT (cell), "ggov-filler");
  GgovIssue *issue = ggov_paged_item_get_row (item);
  g_autofree char *text = issue ? filler->column->dup_text (filler->list, issue) : NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  if (filler->column->dup_text == dup_left)
    show_due (filler, cell, issue);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          Filler                   *filler)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 8);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (ggov_cell_show_tooltip), NULL);
  g_object_set_data (G_OBJECT (cell), "ggov-filler", filler);
  gtk_list_item_set_child (list_item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  GgovPagedItem *item = gtk_list_item_get_item (list_item);

  g_signal_connect (item, "notify::row", G_CALLBACK (show_row), list_item);
  show_row (item, NULL, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           gpointer                  user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_row, list_item);
}

static GtkColumnViewColumn *
make_column (GgovBoardList *self,
             const Column  *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made;
  g_autoptr(GtkSorter) sorter = g_object_new (GGOV_TYPE_COLUMN_SORTER, "column", column->name, NULL);

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), filler_new (self, column),
                         filler_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  made = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", column->title), factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_sorter (made, sorter);
  if (column->width_px > 0)
    gtk_column_view_column_set_fixed_width (made, column->width_px);
  else
    gtk_column_view_column_set_expand (made, TRUE);

  return made;
}

void
_ggov_board_list_add_columns (GgovBoardList *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = make_column (self, &columns[i]);

      gtk_column_view_append_column (self->column_view, column);
    }

  self->columns = ggov_table_columns_new (self->column_view, N_USUAL);
}
