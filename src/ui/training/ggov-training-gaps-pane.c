/* ggov-training-gaps-pane.c: who lacks which course, or soon will
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-booking-dialog.h"
#include "ggov-cell-tooltip.h"
#include "ggov-column-sorter.h"
#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-page-keys.h"
#include "ggov-paged-list.h"
#include "ggov-place-chooser.h"
#include "ggov-query-training-gaps.h"
#include "ggov-roster-filter-bar.h"
#include "ggov-store-choices.h"
#include "ggov-training-gaps-pane.h"
#include "ggov-training-text.h"

/* Days before its last one that a course counts as about to expire; the last is for none. */
static const int soon_days[] = { GGOV_TRAINING_SOON_DAYS, 30, 90, 180, 0 };

static const GgovPageKey keys[] = {
  { "<Control><Shift>f", "gaps.start-filter" },
  { "<Control>b", "gaps.invite" },
  { "<Control>r", "gaps.enter" },
};

struct _GgovTrainingGapsPane
{
  AdwBin               parent_instance;

  GgovSession         *session;  /* (nullable) */
  char                *day;      /* (nullable): ISO day */
  GListModel          *courses;  /* (nullable) (element-type GgovCourse) */
  gboolean             is_quiet; /* while choices are made for the user */

  /* From the template. */
  GtkColumnView       *column_view;
  GtkLabel            *count_label;
  GtkDropDown         *course;
  GgovRosterFilterBar *filter_bar;
  GgovPagedList       *gaps;
  GtkMultiSelection   *selection;
  GtkDropDown         *soon;
  GtkStack            *stack;
};

G_DEFINE_FINAL_TYPE (GgovTrainingGapsPane, ggov_training_gaps_pane, ADW_TYPE_BIN)

/* What is asked -------------------------------------------------------------------------------- */

/* Whether anything is left out. */
static gboolean
read_filter (GgovTrainingGapsPane  *self,
             GgovTrainingGapFilter *filter)
{
  GgovRosterFilter who;
  gboolean is_part = ggov_roster_filter_bar_read (self->filter_bar, &who);
  guint soon = gtk_drop_down_get_selected (self->soon);

  *filter = (GgovTrainingGapFilter) {
    .soon = soon < G_N_ELEMENTS (soon_days) ? soon_days[soon] : 0,
    .community_id = who.community_id,
    .grid_id = who.grid_id,
    .place_code = who.place_code,
    .role = who.role,
    .text = who.text,
    .course_id = ggov_training_get_chosen (self->course, self->courses),
  };

  return is_part || filter->course_id != 0;
}

static void
ask (GgovTrainingGapsPane *self)
{
  GgovTrainingGapFilter filter;
  g_autoptr(GgovQuery) query = NULL;
  const char *column;
  gboolean descending;

  if (self->session == NULL || self->is_quiet)
    return;

  read_filter (self, &filter);
  column = ggov_column_sorter_read (self->column_view, &descending);
  query = ggov_query_new_training_gaps (self->day, &filter, column, descending);
  ggov_paged_list_ask (self->gaps, ggov_session_get_store (self->session), query);
}

static void
changed_cb (GgovTrainingGapsPane *self)
{
  ask (self);
}

static void
update_actions (GgovTrainingGapsPane *self)
{
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (
    GTK_SELECTION_MODEL (self->selection));
  guint64 n = gtk_bitset_get_size (chosen);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "gaps.invite", n > 0);
  gtk_widget_action_set_enabled (widget, "gaps.enter", n > 0);
  gtk_widget_action_set_enabled (widget, "gaps.show-person", n == 1);
}

static void
answered_cb (GgovTrainingGapsPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->gaps));
  g_autofree char *number = ggov_number_dup_text (n);
  g_autofree char *count = g_strdup_printf (ngettext ("%s finding", "%s findings", n), number);
  GgovTrainingGapFilter filter;

  gtk_label_set_label (self->count_label, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0                         ? "list"
                                                 : read_filter (self, &filter) ? "no-match"
                                                                               : "none");
  update_actions (self);
}

static void
failed_cb (GgovTrainingGapsPane *self,
           const GError         *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
choices_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovTrainingGapsPane) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices && self->session)
    ggov_roster_filter_bar_set_communities (self->filter_bar, choices);
}

static void
grids_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovTrainingGapsPane) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices && self->session)
    ggov_roster_filter_bar_set_grids (self->filter_bar, choices);
}

/* What is done about it ------------------------------------------------------------------------ */

/* Who is chosen, and lacks the course of the first of them. */
typedef struct
{
  GgovCourse *course;
  GArray     *people;   /* (element-type gint64) */
  guint       n_others; /* lines that are chosen, of other courses */
  char       *name;     /* (nullable): of the only person */
} Chosen;

static void
chosen_clear (Chosen *chosen)
{
  g_clear_object (&chosen->course);
  g_clear_pointer (&chosen->people, g_array_unref);
  g_clear_pointer (&chosen->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chosen, chosen_clear)

static void
add_line (Chosen               *chosen,
          GgovTrainingGapsPane *self,
          const GgovRowKey     *key,
          guint                 position)
{
  gint64 person_id = ggov_training_gap_key_get_person (key);
  gint64 course_id = ggov_training_gap_key_get_course (key);
  g_autoptr(GgovPagedItem) item = g_list_model_get_item (G_LIST_MODEL (self->gaps), position);
  gpointer row = ggov_paged_item_get_row (item);

  if (chosen->course == NULL)
    chosen->course = ggov_training_find_course (self->courses, course_id);

  if (chosen->course == NULL || ggov_course_get_record (chosen->course)->id != course_id)
    {
      chosen->n_others++;
      return;
    }

  g_array_append_val (chosen->people, person_id);
  g_free (chosen->name);
  chosen->name = row && chosen->people->len == 1
                   ? g_strdup (ggov_training_gap_get_record (row)->person) : NULL;
}

static void
read_chosen (GgovTrainingGapsPane *self,
             Chosen               *chosen)
{
  g_autoptr(GtkBitset) set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(GArray) all = ggov_paged_list_copy_keys (self->gaps);
  GtkBitsetIter iter;
  guint position;

  chosen->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (all == NULL || !gtk_bitset_iter_init_first (&iter, set, &position))
    return;

  do
    if (position < all->len)
      add_line (chosen, self, &g_array_index (all, GgovRowKey, position), position);
  while (gtk_bitset_iter_next (&iter, &position));
}

/* (transfer full): whom it is about, and that others are left out */
static char *
dup_who (const Chosen *chosen)
{
  g_autofree char *who =
    chosen->name ? g_strdup (chosen->name)
                 : g_strdup_printf (ngettext ("%u person", "%u people", chosen->people->len),
                                    chosen->people->len);

  if (chosen->n_others == 0)
    return g_steal_pointer (&who);

  /* Translators: how many people; lines of a table that are chosen as well */
  return g_strdup_printf (ngettext ("%1$s (%2$u chosen line is of another course)",
                                    "%1$s (%2$u chosen lines are of other courses)",
                                    chosen->n_others),
                          who, chosen->n_others);
}

static void
book_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovTrainingGapsPane *self = GGOV_TRAINING_GAPS_PANE (widget);
  g_auto(Chosen) chosen = { NULL };
  g_autofree char *who = NULL;
  GgovBooking booking;

  if (self->session == NULL)
    return;

  read_chosen (self, &chosen);
  if (chosen.people->len == 0)
    return;

  who = dup_who (&chosen);
  booking = (GgovBooking) {
    .course = chosen.course,
    .people = (const gint64 *) (gpointer) chosen.people->data,
    .n_people = chosen.people->len,
    .who = who,
  };
  if (g_str_equal (action_name, "gaps.invite"))
    ggov_booking_dialog_show (widget, self->session, &booking);
  else
    ggov_booking_dialog_show_learnt (widget, self->session, &booking);
}

static void
activate_cb (GgovTrainingGapsPane *self,
             guint                 position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "gaps.invite", NULL);
}

static void
show_person_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_auto(Chosen) chosen = { NULL };

  read_chosen (GGOV_TRAINING_GAPS_PANE (widget), &chosen);
  if (chosen.people->len > 0)
    gtk_widget_activate_action (widget, "win.show-record", "(sx)", "person",
                                g_array_index (chosen.people, gint64, 0));
}

static void
clear_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovTrainingGapsPane *self = GGOV_TRAINING_GAPS_PANE (widget);

  self->is_quiet = TRUE;
  gtk_drop_down_set_selected (self->course, 0);
  self->is_quiet = FALSE;
  ggov_roster_filter_bar_clear (self->filter_bar);
}

static void
start_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_roster_filter_bar_start (GGOV_TRAINING_GAPS_PANE (widget)->filter_bar);
}

/* The pane ------------------------------------------------------------------------------------- */

static char *
format_state (GtkListItem     *item,
              GgovTrainingGap *row)
{
  return row ? ggov_training_dup_state (ggov_training_gap_get_record (row)) : NULL;
}

/* The first column says so for its line where the line was not read yet. */
static char *
format_area (GtkListItem     *item,
             GgovTrainingGap *row)
{
  const GgovTrainingGapRecord *record = row ? ggov_training_gap_get_record (row) : NULL;

  if (record == NULL)
    return NULL;
  if (record->person_id == 0)
    return g_strdup (_("Loading…"));

  return g_strdup (record->grid ? record->grid : record->community);
}

static void
ggov_training_gaps_pane_dispose (GObject *object)
{
  GgovTrainingGapsPane *self = GGOV_TRAINING_GAPS_PANE (object);

  self->is_quiet = TRUE;
  g_clear_object (&self->session);
  g_clear_pointer (&self->day, g_free);
  g_clear_object (&self->courses);

  G_OBJECT_CLASS (ggov_training_gaps_pane_parent_class)->dispose (object);
}

/* The cursor goes where somebody who is looked for is typed. */
static gboolean
ggov_training_gaps_pane_grab_focus (GtkWidget *widget)
{
  ggov_roster_filter_bar_start (GGOV_TRAINING_GAPS_PANE (widget)->filter_bar);

  return TRUE;
}

static void
ggov_training_gaps_pane_class_init (GgovTrainingGapsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_training_gaps_pane_dispose;
  widget_class->grab_focus = ggov_training_gaps_pane_grab_focus;

  g_type_ensure (GGOV_TYPE_COLUMN_SORTER);
  g_type_ensure (GGOV_TYPE_PAGED_LIST);
  g_type_ensure (GGOV_TYPE_ROSTER_FILTER_BAR);
  g_type_ensure (GGOV_TYPE_TRAINING_GAP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/training/ggov-training-gaps-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingGapsPane, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingGapsPane, count_label);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingGapsPane, course);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingGapsPane, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingGapsPane, gaps);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingGapsPane, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingGapsPane, soon);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingGapsPane, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_area);
  gtk_widget_class_bind_template_callback (widget_class, format_state);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_tooltip",
                                                G_CALLBACK (ggov_cell_show_tooltip));
  gtk_widget_class_install_action (widget_class, "gaps.enter", NULL, book_cb);
  gtk_widget_class_install_action (widget_class, "gaps.invite", NULL, book_cb);
  gtk_widget_class_install_action (widget_class, "gaps.show-person", NULL, show_person_cb);
  gtk_widget_class_install_action (widget_class, "gaps.start-filter", NULL, start_filter_cb);
  /* The bar of filters asks for it by the name it has beside the roster. */
  gtk_widget_class_install_action (widget_class, "roster.clear-filter", NULL, clear_filter_cb);
}

static void
offer_days (GgovTrainingGapsPane *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (soon_days); i++)
    {
      g_autofree char *word =
        soon_days[i] > 0
          ? g_strdup_printf (ngettext ("Or expires within %d day", "Or expires within %d days",
                                       soon_days[i]), soon_days[i])
          : g_strdup (_("Only what is missing now"));

      gtk_string_list_append (words, word);
    }
  gtk_drop_down_set_model (self->soon, G_LIST_MODEL (words));
}

static void
ggov_training_gaps_pane_init (GgovTrainingGapsPane *self)
{
  self->is_quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ggov_choices_name (self->course);
  offer_days (self);
  self->is_quiet = FALSE;

  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  ggov_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
  update_actions (self);
}

void
ggov_training_gaps_pane_show (GgovTrainingGapsPane *self,
                              GgovSession          *session,
                              const char           *day)
{
  gboolean is_again;
  GgovStore *store;

  g_return_if_fail (GGOV_IS_TRAINING_GAPS_PANE (self));

  is_again = self->session == session && g_strcmp0 (self->day, day) == 0;
  g_set_object (&self->session, session);
  if (!is_again)
    {
      g_free (self->day);
      self->day = g_strdup (day);
    }

  if (is_again)
    ggov_paged_list_ask_again (self->gaps);
  else
    ask (self);

  store = ggov_session_get_store (session);
  ggov_store_list_choices_async (store, GGOV_CHOICE_COMMUNITIES, 0, self->day, NULL, choices_cb,
                                 g_object_ref (self));
  ggov_store_list_choices_async (store, GGOV_CHOICE_GRIDS, 0, self->day, NULL, grids_cb,
                                 g_object_ref (self));
}

void
ggov_training_gaps_pane_set_courses (GgovTrainingGapsPane *self,
                                     GListModel           *courses)
{
  gint64 before;

  g_return_if_fail (GGOV_IS_TRAINING_GAPS_PANE (self));

  before = ggov_training_get_chosen (self->course, self->courses);
  self->is_quiet = TRUE;
  g_set_object (&self->courses, courses);
  ggov_training_offer_courses (self->course, courses);
  self->is_quiet = FALSE;
  if (ggov_training_get_chosen (self->course, courses) != before)
    ask (self);
}

void
ggov_training_gaps_pane_choose (GgovTrainingGapsPane *self,
                                gint64                course_id)
{
  g_return_if_fail (GGOV_IS_TRAINING_GAPS_PANE (self));

  ggov_training_choose (self->course, self->courses, course_id);
}
