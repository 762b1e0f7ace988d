/* ggov-board-filter.c: which issues the board shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-chips.h"
#include "ggov-board-filter.h"
#include "ggov-board-stretches.h"
#include "ggov-kept-filters.h"
#include "ggov-local-time.h"
#include "ggov-place-chooser.h"

struct _GgovBoardFilter
{
  AdwBin            parent_instance;

  gboolean          is_quiet; /* several choices are made as one */
  char             *awaited;  /* (nullable): choices that are not all there yet to be made */
  char             *typed;    /* (nullable): the words that are asked for already */

  /* From the template. */
  GgovBoardChips   *chips;
  GtkWidget        *clear;
  GtkDropDown      *department;
  GtkDropDown      *due;
  GtkDropDown      *handler;
  GgovKeptFilters  *kept;
  GtkDropDown      *lane;
  GtkMenuButton    *more;
  GtkToggleButton  *overdue;
  GtkDropDown      *period;
  GgovPlaceChooser *place;
  GtkDropDown      *source;
  GtkEditable      *text;
  GtkDropDown      *type;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovBoardFilter, ggov_board_filter, ADW_TYPE_BIN)

/* What is chosen of a list, by the word it is kept under. */
static const struct
{
  const char *key;
  gsize       offset;
} lists[] = {
  { "lane", G_STRUCT_OFFSET (GgovBoardFilter, lane) },
  { "type", G_STRUCT_OFFSET (GgovBoardFilter, type) },
  { "handler", G_STRUCT_OFFSET (GgovBoardFilter, handler) },
  { "department", G_STRUCT_OFFSET (GgovBoardFilter, department) },
  { "source", G_STRUCT_OFFSET (GgovBoardFilter, source) },
  { "period", G_STRUCT_OFFSET (GgovBoardFilter, period) },
  { "due", G_STRUCT_OFFSET (GgovBoardFilter, due) },
};

static GtkDropDown *
get_list (GgovBoardFilter *self,
          guint            i)
{
  return G_STRUCT_MEMBER (GtkDropDown *, self, lists[i].offset);
}

/* Choices --------------------------------------------------------------------------------- */

/* What stands for the chosen line of a list; NULL where the first is, for all. */
static const char *
get_code (GtkDropDown *list)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (list);
  const char *code = choice ? ggov_choice_get_fields (choice)->code : NULL;

  return code && *code ? code : NULL;
}

static void
choose_code (GtkDropDown *list,
             const char  *code)
{
  GListModel *choices = gtk_drop_down_get_model (list);

  for (guint i = 0; choices && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (ggov_choice_get_fields (choice)->code, code) == 0)
        {
          gtk_drop_down_set_selected (list, i);
          return;
        }
    }
}

static void
changed_cb (GgovBoardFilter *self)
{
  GgovIssueFilter filter;

  if (self->is_quiet)
    return;

  g_clear_pointer (&self->awaited, g_free);
  gtk_widget_set_sensitive (self->clear, ggov_board_filter_read (self, 1, &filter));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The entry tells of it a while after it was written into, by hand or not. */
static void
typed_cb (GgovBoardFilter *self)
{
  const char *text = gtk_editable_get_text (self->text);

  if (g_strcmp0 (text, self->typed ? self->typed : "") == 0)
    return;

  g_free (self->typed);
  self->typed = g_strdup (text);
  changed_cb (self);
}

static const char *
look_up (GVariant   *choices,
         const char *key)
{
  const char *value = "";

  if (choices)
    g_variant_lookup (choices, key, "&s", &value);

  return value;
}

/* A month is no stretch that is offered, unless it is asked for. */
static void
offer_month (GgovBoardFilter *self,
             const char      *code)
{
  GListModel *dues = gtk_drop_down_get_model (self->due);
  g_autofree char *label = ggov_board_due_dup_month (code);

  for (guint i = 0; label && i < g_list_model_get_n_items (dues); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (dues, i);

      if (g_strcmp0 (ggov_choice_get_fields (choice)->code, code) == 0)
        return;
    }

  if (label)
    ggov_choices_append (G_LIST_STORE (dues), code, label);
}

static void
make_choices (GgovBoardFilter *self,
              const char      *choices)
{
  g_autoptr(GVariant) wanted = g_variant_parse (G_VARIANT_TYPE ("a{ss}"), choices, NULL, NULL, NULL);

  self->is_quiet = TRUE;
  gtk_editable_set_text (self->text, look_up (wanted, "text"));
  g_free (self->typed);
  self->typed = g_strdup (look_up (wanted, "text"));
  ggov_place_chooser_clear (self->place);
  offer_month (self, look_up (wanted, "due"));
  if (*look_up (wanted, "place") != '\0')
    ggov_place_chooser_choose (self->place, look_up (wanted, "place"));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gtk_drop_down_set_selected (get_list (self, i), 0);
      choose_code (get_list (self, i), look_up (wanted, lists[i].key));
    }
  gtk_toggle_button_set_active (self->overdue, *look_up (wanted, "overdue") != '\0');
  self->is_quiet = FALSE;
}

/* Makes them again where another list to choose from has come; and says so if that was what they
 * waited for. */
static void
take_awaited (GgovBoardFilter *self)
{
  g_autofree char *before = ggov_board_filter_dup_choices (self);
  g_autofree char *awaited = g_strdup (self->awaited);
  g_autofree char *after = NULL;

  if (awaited == NULL)
    return;

  make_choices (self, awaited);
  after = ggov_board_filter_dup_choices (self);
  if (g_strcmp0 (before, after) == 0)
    return;

  changed_cb (self);
  self->awaited = g_steal_pointer (&awaited);
}

static void
offer (GtkDropDown *list,
       GListStore  *choices)
{
  g_autofree char *code = g_strdup (get_code (list));

  gtk_drop_down_set_model (list, G_LIST_MODEL (choices));
  choose_code (list, code ? code : "");
}

static void
offer_lanes (GgovBoardFilter *self)
{
  g_autoptr(GListStore) lanes = g_list_store_new (GGOV_TYPE_CHOICE);

  ggov_choices_append (lanes, "", _("All lanes"));
  for (guint lane = 0; lane < GGOV_N_LANES; lane++)
    ggov_choices_append (lanes, ggov_lane_get_code (lane), ggov_lane_get_label (lane));
  offer (self->lane, lanes);
}

static void
offer_sources (GgovBoardFilter *self)
{
  g_autoptr(GListStore) sources = g_list_store_new (GGOV_TYPE_CHOICE);

  ggov_choices_append (sources, "", _("From all sources"));
  for (guint source = 0; source < GGOV_N_ISSUE_SOURCES; source++)
    ggov_choices_append (sources, ggov_issue_source_get_code (source),
                         ggov_issue_source_get_label (source));
  offer (self->source, sources);
}

/* Behind all, and none where there is a word for it. */
static void
offer_all (GgovBoardFilter *self,
           GtkDropDown     *list,
           const char      *all,
           const char      *none,
           GListModel      *some)
{
  g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);

  self->is_quiet = TRUE;
  ggov_choices_append (choices, "", all);
  if (none)
    ggov_choices_append (choices, "nobody", none);
  for (guint i = 0; i < g_list_model_get_n_items (some); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (some, i);

      g_list_store_append (choices, choice);
    }
  offer (list, choices);
  self->is_quiet = FALSE;
  take_awaited (self);
}

void
ggov_board_filter_set_types (GgovBoardFilter *self,
                             GListModel      *types)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  offer_all (self, self->type, _("All types"), NULL, types);
}

void
ggov_board_filter_set_handlers (GgovBoardFilter *self,
                                GListModel      *handlers)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  offer_all (self, self->handler, _("All handlers"), _("Nobody was sent"), handlers);
}

void
ggov_board_filter_set_departments (GgovBoardFilter *self,
                                   GListModel      *departments)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  offer_all (self, self->department, _("All departments"), _("No department"), departments);
}

/* The widget ------------------------------------------------------------------------------ */

static void
ggov_board_filter_dispose (GObject *object)
{
  GgovBoardFilter *self = GGOV_BOARD_FILTER (object);

  self->is_quiet = TRUE;
  g_clear_pointer (&self->awaited, g_free);
  g_clear_pointer (&self->typed, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_BOARD_FILTER);

  G_OBJECT_CLASS (ggov_board_filter_parent_class)->dispose (object);
}

static void
ggov_board_filter_class_init (GgovBoardFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_board_filter_dispose;

  signals[CHANGED] = g_signal_new ("changed", GGOV_TYPE_BOARD_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-board-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, chips);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, clear);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, department);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, due);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, handler);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, kept);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, lane);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, more);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, overdue);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, period);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, place);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, source);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, text);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, type);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "dup_choices",
                                                G_CALLBACK (ggov_board_filter_dup_choices));
  gtk_widget_class_bind_template_callback_full (widget_class, "open_kept",
                                                G_CALLBACK (ggov_board_filter_apply));

  g_type_ensure (GGOV_TYPE_BOARD_CHIPS);
  g_type_ensure (GGOV_TYPE_KEPT_FILTERS);
  g_type_ensure (GGOV_TYPE_PLACE_CHOOSER);
}

static void
ggov_board_filter_init (GgovBoardFilter *self)
{
  g_autoptr(GListStore) nothing = g_list_store_new (GGOV_TYPE_CHOICE);
  g_autoptr(GListStore) periods = ggov_board_periods_new ();
  g_autoptr(GListStore) dues = ggov_board_dues_new ();

  self->is_quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkDropDown *list = get_list (self, i);

      ggov_choices_name (list);
      ggov_board_chips_watch (self->chips, list);
    }
  gtk_drop_down_set_enable_search (self->type, TRUE);
  gtk_drop_down_set_enable_search (self->handler, TRUE);
  offer_lanes (self);
  offer_sources (self);
  offer (self->period, periods);
  offer (self->due, dues);
  ggov_board_filter_set_types (self, G_LIST_MODEL (nothing));
  ggov_board_filter_set_handlers (self, G_LIST_MODEL (nothing));
  ggov_board_filter_set_departments (self, G_LIST_MODEL (nothing));
  self->is_quiet = FALSE;
}

void
ggov_board_filter_set_communities (GgovBoardFilter *self,
                                   GListModel      *communities)
{
  char *awaited;

  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  awaited = g_steal_pointer (&self->awaited);
  ggov_place_chooser_set_communities (self->place, communities);
  self->awaited = awaited;
  take_awaited (self);
}

void
ggov_board_filter_set_grids (GgovBoardFilter *self,
                             GListModel      *grids)
{
  char *awaited;

  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  awaited = g_steal_pointer (&self->awaited);
  ggov_place_chooser_set_grids (self->place, grids);
  self->awaited = awaited;
  take_awaited (self);
}

/* Reading --------------------------------------------------------------------------------- */

/* Of who is chosen, of nobody, or 0 for all. */
static gint64
get_id (GtkDropDown *list)
{
  const char *code = get_code (list);

  if (code == NULL)
    return 0;

  return g_str_equal (code, "nobody") ? GGOV_ISSUE_FILTER_NOBODY : g_ascii_strtoll (code, NULL, 10);
}

gboolean
ggov_board_filter_read (GgovBoardFilter *self,
                        gint64           now,
                        GgovIssueFilter *filter)
{
  int today = ggov_local_time_get_day (now);
  gboolean is_by_time;

  g_return_val_if_fail (GGOV_IS_BOARD_FILTER (self), FALSE);

  *filter = (GgovIssueFilter) {
    .community_id = ggov_place_chooser_get_community (self->place),
    .grid_id = ggov_place_chooser_get_grid (self->place),
    .lane = get_code (self->lane),
    .type_code = get_code (self->type),
    .source = get_code (self->source),
    .handler_id = get_id (self->handler),
    .department_id = get_id (self->department),
    .text = gtk_editable_get_text (self->text),
    .overdue = gtk_toggle_button_get_active (self->overdue),
    .now = now,
  };
  is_by_time = ggov_board_period_read (get_code (self->period), today, filter);
  is_by_time = ggov_board_due_read (get_code (self->due), today, filter) || is_by_time;

  return filter->community_id != 0 || filter->grid_id != 0 || filter->lane != NULL ||
         filter->type_code != NULL || filter->source != NULL || filter->handler_id != 0 ||
         filter->department_id != 0 ||
         *filter->text != '\0' || filter->overdue || is_by_time;
}

static void
add_choice (GVariantBuilder *builder,
            const char      *key,
            const char      *value)
{
  if (value && *value)
    g_variant_builder_add (builder, "{ss}", key, value);
}

char *
ggov_board_filter_dup_choices (GgovBoardFilter *self)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autoptr(GVariant) choices = NULL;

  g_return_val_if_fail (GGOV_IS_BOARD_FILTER (self), NULL);

  add_choice (&builder, "text", gtk_editable_get_text (self->text));
  add_choice (&builder, "place", ggov_place_chooser_get_code (self->place));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_choice (&builder, lists[i].key, get_code (get_list (self, i)));
  add_choice (&builder, "overdue", gtk_toggle_button_get_active (self->overdue) ? "1" : NULL);
  choices = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_n_children (choices) > 0 ? g_variant_print (choices, FALSE) : g_strdup ("");
}

/* Choosing -------------------------------------------------------------------------------- */

void
ggov_board_filter_apply (GgovBoardFilter *self,
                         const char      *choices)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  make_choices (self, choices);
  changed_cb (self);
  g_free (self->awaited);
  self->awaited = g_strdup (choices);
}

void
ggov_board_filter_clear (GgovBoardFilter *self)
{
  ggov_board_filter_apply (self, "");
}

const char *
ggov_board_filter_get_place (GgovBoardFilter *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_FILTER (self), NULL);

  return ggov_place_chooser_get_code (self->place);
}

void
ggov_board_filter_set_session (GgovBoardFilter *self,
                               GgovSession     *session)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  ggov_kept_filters_show (self->kept, session, "issues");
}

void
ggov_board_filter_open_kept (GgovBoardFilter *self)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  ggov_kept_filters_popup (self->kept);
}

void
ggov_board_filter_open_nth (GgovBoardFilter *self,
                            guint            n)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  ggov_kept_filters_open_nth (self->kept, n);
}

void
ggov_board_filter_focus (GgovBoardFilter *self)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
