/* ggov-residents-filter-bar.c: which residents are listed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-chips.h"
#include "ggov-kept-filters.h"
#include "ggov-local-time.h"
#include "ggov-place-chooser.h"
#include "ggov-resident-choices.h"
#include "ggov-resident-conditions.h"
#include "ggov-residents-filter-bar.h"
#include "ggov-store-choices.h"
#include "ggov-store-special-groups.h"

struct _GgovResidentsFilterBar
{
  AdwBin            parent_instance;

  GgovSession      *session;          /* (nullable) */
  GHashTable       *wanted;           /* (element-type utf8 utf8): choices, also of what has not come
                                       * yet to be chosen from */
  char             *confirmed_before; /* (nullable): of the filter that was read last */
  GArray           *conditions;       /* (element-type GgovResidentCondition): likewise */
  GgovRegisterCatalogue *catalogue;   /* (nullable): NULL until it is read */
  gint64            grid_id;          /* whose buildings there are to choose from, or 0 */
  int               n_required;       /* fields */
  int               n_optional;
  gboolean          is_quiet;         /* the program makes choices, not the user */

  /* From the template. */
  GtkDropDown      *age;
  GtkDropDown      *building;
  GgovBoardChips   *chips;
  GtkWidget        *clear;
  GgovResidentConditions *fields;
  GtkDropDown      *filled;
  GtkDropDown      *fresh;
  GtkDropDown      *group;
  GgovKeptFilters  *kept;
  GgovPlaceChooser *place;
  GtkDropDown      *stay;
  GtkEditable      *text;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovResidentsFilterBar, ggov_residents_filter_bar, ADW_TYPE_BIN)

/* What is chosen of a list, by the word it is kept under. */
static const struct
{
  const char *key;
  gsize       offset;
} lists[] = {
  { "building", G_STRUCT_OFFSET (GgovResidentsFilterBar, building) },
  { "group", G_STRUCT_OFFSET (GgovResidentsFilterBar, group) },
  { "stay", G_STRUCT_OFFSET (GgovResidentsFilterBar, stay) },
  { "age", G_STRUCT_OFFSET (GgovResidentsFilterBar, age) },
  { "fresh", G_STRUCT_OFFSET (GgovResidentsFilterBar, fresh) },
  { "filled", G_STRUCT_OFFSET (GgovResidentsFilterBar, filled) },
};

static GtkDropDown *
get_list (GgovResidentsFilterBar *self,
          guint                   i)
{
  return G_STRUCT_MEMBER (GtkDropDown *, self, lists[i].offset);
}

/* Choices --------------------------------------------------------------------------------- */

static const char *
get_wanted (GgovResidentsFilterBar *self,
            const char             *key)
{
  return g_hash_table_lookup (self->wanted, key);
}

/* @value: (nullable): nothing is the same as an empty one */
static void
want (GgovResidentsFilterBar *self,
      const char             *key,
      const char             *value)
{
  if (value && *value)
    g_hash_table_insert (self->wanted, g_strdup (key), g_strdup (value));
  else
    g_hash_table_remove (self->wanted, key);
}

/* Where the wanted line of a list is; the first of all where it is not there, or not yet. */
static guint
find_wanted (GgovResidentsFilterBar *self,
             guint                   list)
{
  GListModel *choices = gtk_drop_down_get_model (get_list (self, list));
  const char *code = get_wanted (self, lists[list].key);

  for (guint i = 0; code && choices && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (ggov_choice_get_fields (choice)->code, code) == 0)
        return i;
    }

  return 0;
}

static void
show_wanted (GgovResidentsFilterBar *self)
{
  const char *place = get_wanted (self, "place"), *text = get_wanted (self, "text");

  self->is_quiet = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->text), text ? text : "") != 0)
    gtk_editable_set_text (self->text, text ? text : "");
  if (g_strcmp0 (ggov_place_chooser_get_code (self->place), place) != 0)
    {
      ggov_place_chooser_clear (self->place);
      if (place)
        ggov_place_chooser_choose (self->place, place);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    gtk_drop_down_set_selected (get_list (self, i), find_wanted (self, i));
  ggov_resident_conditions_show (self->fields, self->catalogue, self->wanted);
  gtk_widget_set_sensitive (self->clear, g_hash_table_size (self->wanted) > 0);
  self->is_quiet = FALSE;
}

/* What the user chose; of a list that has not come yet what was wanted stays. */
static void
take_choices (GgovResidentsFilterBar *self)
{
  want (self, "text", gtk_editable_get_text (self->text));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkDropDown *list = get_list (self, i);
      GgovChoice *choice = gtk_drop_down_get_selected_item (list);

      if (choice && g_list_model_get_n_items (gtk_drop_down_get_model (list)) > 1)
        want (self, lists[i].key, ggov_choice_get_fields (choice)->code);
    }
  gtk_widget_set_sensitive (self->clear, g_hash_table_size (self->wanted) > 0);
}

/* What there is to choose from ------------------------------------------------------------- */

static void
append_choice (GListStore *choices,
               gint64      id,
               const char *code,
               const char *name)
{
  g_autoptr(GgovChoice) choice = ggov_choice_new (&(GgovChoiceFields) {
    .id = id, .code = code, .name = name });

  g_list_store_append (choices, choice);
}

/* Another list has come: what is wanted of it is chosen, and told if that is another. */
static void
offer (GgovResidentsFilterBar *self,
       GtkDropDown            *list,
       GListStore             *choices)
{
  const gboolean was_quiet = self->is_quiet;
  guint before = gtk_drop_down_get_selected (list);

  self->is_quiet = TRUE;
  gtk_drop_down_set_model (list, G_LIST_MODEL (choices));
  show_wanted (self);
  self->is_quiet = was_quiet;
  if (!was_quiet && before == 0 && gtk_drop_down_get_selected (list) > 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
offer_fixed (GgovResidentsFilterBar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(GListStore) choices = ggov_resident_choices_list (lists[i].key);

      if (g_list_model_get_n_items (G_LIST_MODEL (choices)) > 0)
        offer (self, get_list (self, i), choices);
    }
}

static void
offer_buildings (GgovResidentsFilterBar *self,
                 GListModel             *buildings)
{
  g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);

  append_choice (choices, 0, "", _("All buildings"));
  for (guint i = 0; buildings && i < g_list_model_get_n_items (buildings); i++)
    {
      g_autoptr(GgovChoice) building = g_list_model_get_item (buildings, i);
      const gint64 id = ggov_choice_get_fields (building)->id;
      g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      append_choice (choices, id, code, ggov_choice_get_label (building));
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->building), buildings != NULL);
  offer (self, self->building, choices);
}

static void
offer_groups (GgovResidentsFilterBar *self,
              GListModel             *groups)
{
  g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);

  append_choice (choices, 0, "", _("In a special group or not"));
  append_choice (choices, -1, "any", _("In any special group"));
  for (guint i = 0; groups && i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(GgovSpecialGroup) group = g_list_model_get_item (groups, i);
      const GgovSpecialGroupRecord *record = ggov_special_group_get_record (group);

      append_choice (choices, record->id, record->code, record->label);
    }
  offer (self, self->group, choices);
}

static gboolean
is_of_session (GgovResidentsFilterBar *self,
               GObject                *store)
{
  return self->session && GGOV_STORE (store) == ggov_session_get_store (self->session);
}

static void
communities_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GgovResidentsFilterBar) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices && is_of_session (self, object))
    ggov_place_chooser_set_communities (self->place, choices);
}

static void
buildings_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovResidentsFilterBar) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices && is_of_session (self, object) && self->grid_id != 0)
    offer_buildings (self, choices);
}

static void
groups_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovResidentsFilterBar) self = user_data;
  g_autoptr(GListModel) groups = ggov_store_list_special_groups_finish (GGOV_STORE (object), result,
                                                                        NULL);

  if (groups && is_of_session (self, object))
    offer_groups (self, groups);
}

/* Of the grid that is chosen: an office has hundreds. */
static void
read_buildings (GgovResidentsFilterBar *self)
{
  const gint64 grid_id = self->session ? ggov_place_chooser_get_grid (self->place) : 0;

  if (grid_id == self->grid_id)
    return;

  self->grid_id = grid_id;
  offer_buildings (self, NULL);
  if (grid_id != 0)
    ggov_store_list_choices_async (ggov_session_get_store (self->session), GGOV_CHOICE_BUILDINGS,
                                   grid_id, ggov_session_get_today (self->session), NULL,
                                   buildings_cb, g_object_ref (self));
}

/* Places come in this order, so that both are there now. */
static void
grids_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovResidentsFilterBar) self = user_data;
  g_autoptr(GListModel) choices = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);

  if (choices == NULL || !is_of_session (self, object))
    return;

  ggov_place_chooser_set_grids (self->place, choices);
  show_wanted (self);
  read_buildings (self);
  if (get_wanted (self, "place"))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed_cb (GgovResidentsFilterBar *self)
{
  if (self->is_quiet)
    return;

  take_choices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
place_cb (GgovResidentsFilterBar *self)
{
  if (self->is_quiet)
    return;

  want (self, "place", ggov_place_chooser_get_code (self->place));
  want (self, "building", NULL);
  read_buildings (self);
  show_wanted (self);
  changed_cb (self);
}

static void
removed_cb (GgovResidentsFilterBar *self,
            const char             *key)
{
  ggov_residents_filter_bar_want (self, key, NULL);
}

static void
read_lists (GgovResidentsFilterBar *self)
{
  GgovStore *store = ggov_session_get_store (self->session);
  const char *day = ggov_session_get_today (self->session);

  ggov_store_list_choices_async (store, GGOV_CHOICE_COMMUNITIES, 0, day, NULL, communities_cb,
                                 g_object_ref (self));
  ggov_store_list_choices_async (store, GGOV_CHOICE_GRIDS, 0, day, NULL, grids_cb,
                                 g_object_ref (self));
  ggov_store_list_special_groups_async (store, 0, day, NULL, groups_cb, g_object_ref (self));
}

static void
store_changed_cb (GgovResidentsFilterBar *self,
                  const char *const      *tables)
{
  if (g_strv_contains (tables, "community") || g_strv_contains (tables, "grid") ||
      g_strv_contains (tables, "special_group"))
    read_lists (self);
}

/* Object ---------------------------------------------------------------------------------- */

static void
ggov_residents_filter_bar_dispose (GObject *object)
{
  GgovResidentsFilterBar *self = GGOV_RESIDENTS_FILTER_BAR (object);

  self->is_quiet = TRUE;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_RESIDENTS_FILTER_BAR);

  G_OBJECT_CLASS (ggov_residents_filter_bar_parent_class)->dispose (object);
}

static void
ggov_residents_filter_bar_finalize (GObject *object)
{
  GgovResidentsFilterBar *self = GGOV_RESIDENTS_FILTER_BAR (object);

  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_pointer (&self->confirmed_before, g_free);
  g_clear_pointer (&self->conditions, g_array_unref);
  g_clear_pointer (&self->catalogue, ggov_register_catalogue_unref);

  G_OBJECT_CLASS (ggov_residents_filter_bar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/residents/ggov-residents-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, age);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, building);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, fields);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, filled);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, fresh);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, group);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, kept);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, place);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, stay);
  gtk_widget_class_bind_template_child (widget_class, GgovResidentsFilterBar, text);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback_full (
    widget_class, "dup_choices", G_CALLBACK (ggov_residents_filter_bar_dup_choices));
  gtk_widget_class_bind_template_callback_full (widget_class, "open_kept",
                                                G_CALLBACK (ggov_residents_filter_bar_apply));
}

static void
ggov_residents_filter_bar_class_init (GgovResidentsFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_residents_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_residents_filter_bar_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GGOV_TYPE_BOARD_CHIPS);
  g_type_ensure (GGOV_TYPE_KEPT_FILTERS);
  g_type_ensure (GGOV_TYPE_PLACE_CHOOSER);
  g_type_ensure (GGOV_TYPE_RESIDENT_CONDITIONS);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ggov_residents_filter_bar_init (GgovResidentsFilterBar *self)
{
  self->conditions = g_array_new (FALSE, FALSE, sizeof (GgovResidentCondition));
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->is_quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      ggov_choices_name (get_list (self, i));
      ggov_board_chips_watch (self->chips, get_list (self, i));
    }
  gtk_drop_down_set_enable_search (self->building, TRUE);
  gtk_drop_down_set_enable_search (self->group, TRUE);
  offer_fixed (self);
  offer_groups (self, NULL);
  offer_buildings (self, NULL);
  self->is_quiet = FALSE;
}

void
ggov_residents_filter_bar_set_session (GgovResidentsFilterBar *self,
                                       GgovSession            *session)
{
  g_return_if_fail (GGOV_IS_RESIDENTS_FILTER_BAR (self));

  if (self->session)
    g_signal_handlers_disconnect_by_func (ggov_session_get_store (self->session), store_changed_cb,
                                          self);

  g_set_object (&self->session, session);
  ggov_kept_filters_show (self->kept, session, "residents");
  if (session)
    {
      g_signal_connect_object (ggov_session_get_store (session), "changed",
                               G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
      read_lists (self);
    }
}

void
ggov_residents_filter_bar_set_catalogue (GgovResidentsFilterBar *self,
                                         GgovRegisterCatalogue  *catalogue)
{
  g_return_if_fail (GGOV_IS_RESIDENTS_FILTER_BAR (self));

  g_clear_pointer (&self->catalogue, ggov_register_catalogue_unref);
  self->catalogue = ggov_register_catalogue_ref (catalogue);
  self->n_required = ggov_register_catalogue_count (catalogue, TRUE);
  self->n_optional = ggov_register_catalogue_count (catalogue, FALSE);
  ggov_resident_conditions_show (self->fields, self->catalogue, self->wanted);
}

void
ggov_residents_filter_bar_want (GgovResidentsFilterBar *self,
                                const char             *key,
                                const char             *value)
{
  g_return_if_fail (GGOV_IS_RESIDENTS_FILTER_BAR (self));

  want (self, key, value);
  show_wanted (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Reading --------------------------------------------------------------------------------- */

/* Of a list that is always there. */
static const GgovResidentChoice *
get_fixed (GtkDropDown *list)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (list);

  return ggov_resident_choices_get (choice ? ggov_choice_get_fields (choice)->id : 0);
}

static gint64
get_id (GtkDropDown *list)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (list);

  return choice ? ggov_choice_get_fields (choice)->id : 0;
}

/* What fields of the catalogue have to say; of one that it has no more nothing is asked. */
static void
read_conditions (GgovResidentsFilterBar *self)
{
  GgovResidentCondition condition;
  GHashTableIter iter;
  gpointer key, value;

  g_array_set_size (self->conditions, 0);
  g_hash_table_iter_init (&iter, self->wanted);
  while (self->catalogue && g_hash_table_iter_next (&iter, &key, &value))
    if (ggov_resident_condition_from_key (self->catalogue, key, value, &condition))
      g_array_append_val (self->conditions, condition);
}

gboolean
ggov_residents_filter_bar_read (GgovResidentsFilterBar *self,
                                GgovResidentFilter     *filter)
{
  const char *filled;

  g_return_val_if_fail (GGOV_IS_RESIDENTS_FILTER_BAR (self), FALSE);

  read_conditions (self);
  filled = get_fixed (self->filled)->code;
  g_free (self->confirmed_before);
  self->confirmed_before = !self->session ? NULL : ggov_resident_choices_dup_confirmed_before (
    get_fixed (self->fresh), ggov_session_get_today (self->session));
  *filter = (GgovResidentFilter) {
    .community_id = ggov_place_chooser_get_community (self->place),
    .grid_id = ggov_place_chooser_get_grid (self->place),
    .building_id = get_id (self->building),
    .group_id = get_id (self->group),
    .stay = get_fixed (self->stay)->from,
    .age_from = get_fixed (self->age)->from,
    .age_to = get_fixed (self->age)->to,
    .confirmed_before = self->confirmed_before,
    .required_below = g_str_equal (filled, "required") ? self->n_required : 0,
    .optional_below = g_str_equal (filled, "half") ? (self->n_optional + 1) / 2 : 0,
    .text = gtk_editable_get_text (self->text),
    .conditions = (const GgovResidentCondition *) (gpointer) self->conditions->data,
    .n_conditions = self->conditions->len,
  };

  return g_hash_table_size (self->wanted) > 0;
}

char *
ggov_residents_filter_bar_dup_choices (GgovResidentsFilterBar *self)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autoptr(GVariant) choices = NULL;
  g_autoptr(GList) keys = NULL;

  g_return_val_if_fail (GGOV_IS_RESIDENTS_FILTER_BAR (self), NULL);

  keys = g_list_sort (g_hash_table_get_keys (self->wanted), (GCompareFunc) g_strcmp0);
  for (GList *l = keys; l; l = l->next)
    g_variant_builder_add (&builder, "{ss}", l->data, get_wanted (self, l->data));
  choices = g_variant_ref_sink (g_variant_builder_end (&builder));

  return keys ? g_variant_print (choices, FALSE) : g_strdup ("");
}

void
ggov_residents_filter_bar_apply (GgovResidentsFilterBar *self,
                                 const char             *choices)
{
  g_autoptr(GVariant) wanted = NULL;
  const char *key, *value;
  GVariantIter iter;

  g_return_if_fail (GGOV_IS_RESIDENTS_FILTER_BAR (self));

  g_hash_table_remove_all (self->wanted);
  wanted = g_variant_parse (G_VARIANT_TYPE ("a{ss}"), choices, NULL, NULL, NULL);
  if (wanted)
    {
      g_variant_iter_init (&iter, wanted);
      while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
        want (self, key, value);
    }

  show_wanted (self);
  read_buildings (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ggov_residents_filter_bar_open_kept (GgovResidentsFilterBar *self)
{
  g_return_if_fail (GGOV_IS_RESIDENTS_FILTER_BAR (self));

  ggov_kept_filters_popup (self->kept);
}

void
ggov_residents_filter_bar_open_nth (GgovResidentsFilterBar *self,
                                    guint                   n)
{
  g_return_if_fail (GGOV_IS_RESIDENTS_FILTER_BAR (self));

  ggov_kept_filters_open_nth (self->kept, n);
}

void
ggov_residents_filter_bar_start (GgovResidentsFilterBar *self)
{
  g_return_if_fail (GGOV_IS_RESIDENTS_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
