/* ggov-board-card.c: one issue on the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-card.h"

/* Between a place and its grid. */
#define PLACE_DOT " · "

struct _GgovBoardCard
{
  AdwBin          parent_instance;

  GgovBoardDesk  *desk;
  GgovIssue      *issue; /* (nullable) */
  GtkWidget      *menu;  /* (nullable) (unowned): a child while it is open */

  /* From the template. */
  GtkGesture     *click;
  GtkLabel       *counts;
  GtkLabel       *due;
  GtkLabel       *handler;
  GtkInscription *kind;
  GtkWidget      *lane;
  GtkWidget      *mark;
  GtkLabel       *number;
  GtkPicture     *photo;
  GtkInscription *place;
  GtkInscription *title;
};

G_DEFINE_FINAL_TYPE (GgovBoardCard, ggov_board_card, ADW_TYPE_BIN)

static const char *const due_classes[GGOV_ISSUE_N_DUES] = {
  "due-none", "due-fine", "due-soon", "due-today", "due-overdue", "due-suspended", "due-ended",
};

static const char *const lane_classes[GGOV_N_LANES] = {
  "lane-community", "lane-enforcement", "lane-market",
};

static void
set_one_class (GtkWidget         *widget,
               const char *const *classes,
               guint              n_classes,
               guint              chosen)
{
  for (guint i = 0; i < n_classes; i++)
    if (i == chosen)
      gtk_widget_add_css_class (widget, classes[i]);
    else
      gtk_widget_remove_css_class (widget, classes[i]);
}

static gint64
get_id (GgovBoardCard *self)
{
  return ggov_issue_get_fields (self->issue)->id;
}

/* Told when asked: setting a text would ask the display server where the pointer is. */
static gboolean
lane_tooltip_cb (GgovBoardCard *self,
                 int            x,
                 int            y,
                 gboolean       keyboard,
                 GtkTooltip    *tooltip)
{
  if (self->issue == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, ggov_lane_get_label (ggov_issue_get_fields (self->issue)->lane));

  return TRUE;
}

static void
clicked_cb (GgovBoardCard *self,
            int            n_press,
            double         x,
            double         y)
{
  GtkEventController *click = GTK_EVENT_CONTROLLER (self->click);
  gboolean marks = gtk_event_controller_get_current_event_state (click) & GDK_CONTROL_MASK;

  if (self->issue)
    gtk_widget_activate_action (GTK_WIDGET (self), marks ? "board.mark-issue" : "board.open-issue",
                                "x", get_id (self));
}

static void
menu_pressed_cb (GgovBoardCard *self,
                 int            n_press,
                 double         x,
                 double         y)
{
  if (self->issue == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "board.select-issue", "x", get_id (self));
  ggov_board_card_show_menu (self);
}

static GdkContentProvider *
drag_prepare_cb (GgovBoardCard *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  g_autoptr(GdkPaintable) paintable = NULL;

  if (self->issue == NULL)
    return NULL;

  paintable = gtk_widget_paintable_new (GTK_WIDGET (self));
  gtk_drag_source_set_icon (source, paintable, x, y);

  return gdk_content_provider_new_typed (GGOV_TYPE_ISSUE, self->issue);
}

static void
drag_begin_cb (GgovBoardCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
  gtk_widget_activate_action (GTK_WIDGET (self), "board.show-targets", "x", get_id (self));
}

static void
drag_end_cb (GgovBoardCard *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
  gtk_widget_activate_action (GTK_WIDGET (self), "board.hide-targets", NULL);
}

static void
ggov_board_card_dispose (GObject *object)
{
  GgovBoardCard *self = GGOV_BOARD_CARD (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->issue);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_BOARD_CARD);

  G_OBJECT_CLASS (ggov_board_card_parent_class)->dispose (object);
}

static void
ggov_board_card_class_init (GgovBoardCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_board_card_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-board-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, click);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, counts);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, due);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, handler);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, kind);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, lane);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, mark);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, number);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, photo);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, place);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardCard, title);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, lane_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
}

static void
ggov_board_card_init (GgovBoardCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_photo (GgovBoardCard *self)
{
  gint64 photo_id = ggov_issue_get_fields (self->issue)->photo_id;
  GdkTexture *photo = photo_id != 0 ? ggov_board_desk_get_photo (self->desk, photo_id) : NULL;

  gtk_picture_set_paintable (self->photo, GDK_PAINTABLE (photo));
  gtk_widget_set_visible (GTK_WIDGET (self->photo), photo_id != 0);
}

static void
photo_read_cb (GgovBoardCard *self,
               gint64         attachment_id)
{
  if (self->issue && ggov_issue_get_fields (self->issue)->photo_id == attachment_id)
    show_photo (self);
}

static void
show_mark (GgovBoardCard *self)
{
  gboolean is_marked = self->issue && ggov_board_desk_is_marked (self->desk, get_id (self));

  if (is_marked == gtk_widget_get_visible (self->mark))
    return;

  gtk_widget_set_visible (self->mark, is_marked);
  if (is_marked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "marked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "marked");
  ggov_board_card_tick (self);
}

GtkWidget *
ggov_board_card_new (GgovBoardDesk *desk)
{
  GgovBoardCard *self = g_object_new (GGOV_TYPE_BOARD_CARD, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "marks-changed", G_CALLBACK (show_mark), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "photo-read", G_CALLBACK (photo_read_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* From byte to byte nothing goes on in the next line. */
static void
keep_together (PangoAttrList *list,
               gsize          from,
               gsize          to)
{
  PangoAttribute *attr = pango_attr_allow_breaks_new (FALSE);

  attr->start_index = (guint) from;
  attr->end_index = (guint) to;
  pango_attr_list_insert (list, attr);
}

/* Where it is, in the shortest words that tell. A name of a grid is not broken, and no line begins
 * with the dot before it: what has no room is left out at the end. */
static void
show_place (GgovBoardCard         *self,
            const GgovIssueFields *fields)
{
  const char *grid = fields->present_grid_name ? fields->present_grid_name : "";
  const char *dot = *fields->place && *grid ? PLACE_DOT : "";
  g_autofree char *text = g_strconcat (fields->place, dot, grid, NULL);
  g_autoptr(PangoAttrList) list = pango_attr_list_new ();
  gsize n = strlen (fields->place);

  if (*dot)
    keep_together (list, g_utf8_prev_char (text + n) - text, n + strlen (PLACE_DOT) - 1);
  keep_together (list, n + strlen (dot), strlen (text));
  gtk_inscription_set_attributes (self->place, list);
  gtk_inscription_set_text (self->place, text);
}

/* "任晓明", or "任晓明 (on leave)". */
static void
show_handler (GgovBoardCard         *self,
              const GgovIssueFields *fields)
{
  g_autofree char *away = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->handler), fields->handler_name != NULL);
  if (fields->handler_name == NULL)
    return;

  /* Translators: somebody's name */
  away = g_strdup_printf (_("%s (on leave)"), fields->handler_name);
  gtk_label_set_label (self->handler, fields->handler_is_away ? away : fields->handler_name);
  if (fields->handler_is_away)
    gtk_widget_add_css_class (GTK_WIDGET (self->handler), "away");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->handler), "away");
}

/* "2 photos · 5 steps" */
static void
show_counts (GgovBoardCard         *self,
             const GgovIssueFields *fields)
{
  g_autofree char *steps = g_strdup_printf (ngettext ("%d step", "%d steps", fields->n_events),
                                            (int) fields->n_events);
  g_autofree char *photos = g_strdup_printf (ngettext ("%d photo", "%d photos", fields->n_photos),
                                             (int) fields->n_photos);
  g_autofree char *both = g_strdup_printf ("%s · %s", photos, steps);

  gtk_label_set_label (self->counts, fields->n_photos > 0 ? both : steps);
}

void
ggov_board_card_set_issue (GgovBoardCard *self,
                           GgovIssue     *issue)
{
  const GgovIssueFields *fields;

  g_return_if_fail (GGOV_IS_BOARD_CARD (self));

  g_set_object (&self->issue, issue);
  if (issue == NULL)
    return;

  fields = ggov_issue_get_fields (issue);
  gtk_label_set_label (self->number, fields->number);
  gtk_inscription_set_text (self->title, fields->title);
  gtk_inscription_set_text (self->kind, ggov_issue_get_type_label (issue));
  set_one_class (self->lane, lane_classes, GGOV_N_LANES, fields->lane);
  show_place (self, fields);
  show_handler (self, fields);
  show_counts (self, fields);
  show_photo (self);
  show_mark (self);
  ggov_board_card_tick (self);
}

GgovIssue *
ggov_board_card_get_issue (GgovBoardCard *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_CARD (self), NULL);

  return self->issue;
}

void
ggov_board_card_tick (GgovBoardCard *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = NULL;
  g_autofree char *marked = NULL;
  GgovOfficeClock *clock;
  gint64 now;

  g_return_if_fail (GGOV_IS_BOARD_CARD (self));

  if (self->issue == NULL)
    return;

  clock = ggov_board_desk_get_clock (self->desk);
  now = ggov_board_desk_get_now (self->desk);
  ggov_issue_due_show (self->due, self->issue, clock, now);
  set_one_class (GTK_WIDGET (self), due_classes, GGOV_ISSUE_N_DUES,
                 ggov_issue_due_judge (self->issue, clock, now));
  if (row == NULL)
    return;

  /* The row of the list is what a screen reader stops at. */
  label = ggov_issue_dup_accessible_label (self->issue, clock, now);
  /* Translators: a card, read aloud */
  marked = g_strdup_printf (_("%s, chosen"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_widget_get_visible (self->mark) ? marked : label, -1);
}

static void
menu_closed_cb (GtkPopover    *popover,
                GgovBoardCard *self)
{
  /* Later: the action of the item that was chosen is still to come. */
  if (self->menu == GTK_WIDGET (popover))
    self->menu = NULL;
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             gint64      id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

void
ggov_board_card_show_menu (GgovBoardCard *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) more = g_menu_new ();
  GtkWidget *popover;

  g_return_if_fail (GGOV_IS_BOARD_CARD (self));

  if (self->issue == NULL || self->menu != NULL)
    return;

  ggov_issue_append_moves (self->issue, menu);
  if (ggov_issue_has_clock (self->issue))
    append_item (more, _("Explain the Deadline"), "board.explain-issue", get_id (self));
  append_item (more, _("Copy for a Chat Group"), "board.copy-issue", get_id (self));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect_object (popover, "closed", G_CALLBACK (menu_closed_cb), self, 0);
  self->menu = popover;
  gtk_popover_popup (GTK_POPOVER (popover));
}

char *
ggov_issue_dup_accessible_label (GgovIssue       *issue,
                                 GgovOfficeClock *clock,
                                 gint64           now)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  g_autofree char *due = ggov_issue_due_dup_left (issue, clock, now);

  /* Translators: an issue's number, title, stage and time left, read aloud. */
  return g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), fields->number, fields->title,
                          ggov_issue_stage_get_label (fields->state.stage), due);
}

void
ggov_issue_due_show (GtkLabel        *label,
                     GgovIssue       *issue,
                     GgovOfficeClock *clock,
                     gint64           now)
{
  GgovIssueDue due = ggov_issue_due_judge (issue, clock, now);
  g_autofree char *text = ggov_issue_due_dup_left (issue, clock, now);

  gtk_label_set_label (label, text);
  set_one_class (GTK_WIDGET (label), due_classes, GGOV_ISSUE_N_DUES, due);
}

static void
append_move (GMenu         *menu,
             gint64         id,
             GgovIssueMove  move)
{
  g_autofree char *label = ggov_issue_move_needs_reason (move)
                           ? g_strdup_printf ("%s…", ggov_issue_move_get_label (move))
                           : g_strdup (ggov_issue_move_get_label (move));
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "board.move", "(xs)", id,
                                     ggov_issue_move_get_code (move));
  g_menu_append_item (menu, item);
}

void
ggov_issue_append_moves (GgovIssue *issue,
                         GMenu     *menu)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  g_autoptr(GMenu) onward = g_menu_new ();
  g_autoptr(GMenu) others = g_menu_new ();
  GgovIssueMove main_move = GGOV_ISSUE_N_MOVES;

  if (ggov_issue_flow_get_main_move (&fields->state, &main_move))
    append_move (onward, fields->id, main_move);
  for (guint move = 0; move < GGOV_ISSUE_N_MOVES; move++)
    if (move != main_move && ggov_issue_flow_allows (&fields->state, move))
      append_move (others, fields->id, move);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (onward));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
}
