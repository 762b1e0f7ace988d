/* ggov-attendance-pane.c: who is on the list of a session, to be ticked off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-attendance-pane-private.h"
#include "ggov-cell-tooltip.h"
#include "ggov-error-text.h"
#include "ggov-page-keys.h"
#include "ggov-pick.h"
#include "ggov-store-attendance.h"
#include "ggov-training-text.h"

static const GgovPageKey keys[] = {
  { "<Control>l", "attendance.name-list" },
  { "<Control><Shift>a", "attendance.mark-rest" },
  { "<Control>m", "attendance.mark", "attended" },
  { "<Control>s", "attendance.sign-in" },
  { "<Control>p", "attendance.print", "attendance-sheet" },
};

G_DEFINE_FINAL_TYPE (GgovAttendancePane, ggov_attendance_pane, ADW_TYPE_BIN)

const GgovAttendanceRecord *
_ggov_attendance_pane_get_record (GgovPagedItem *item)
{
  return ggov_attendance_get_record (ggov_paged_item_get_row (item));
}

gboolean
_ggov_attendance_pane_has_begun (GgovAttendancePane *self)
{
  return self->training &&
         strcmp (ggov_training_session_get_record (self->training)->day,
                 ggov_session_get_today (self->session)) <= 0;
}

static gboolean
is_attended (const GgovAttendanceRecord *record)
{
  return g_str_equal (record->state, GGOV_ATTENDANCE_ATTENDED);
}

/* Ticks ---------------------------------------------------------------------------------------- */

static void
tick (GgovAttendancePane *self,
      GgovPagedItem      *item,
      gboolean            is_there)
{
  const GgovAttendanceRecord *record = _ggov_attendance_pane_get_record (item);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *done = NULL;

  if (is_there == is_attended (record))
    return;

  g_array_append_val (people, record->person_id);
  done = g_strdup_printf (is_there ? _("%s attended") : _("%s did not attend yet"), record->person);
  _ggov_attendance_pane_mark (self, people,
                              is_there ? GGOV_ATTENDANCE_ATTENDED : GGOV_ATTENDANCE_INVITED, -1,
                              done);
}

static void
toggled_cb (GtkCheckButton *button,
            GtkListItem    *item)
{
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (button), GGOV_TYPE_ATTENDANCE_PANE);
  GgovPagedItem *row = gtk_list_item_get_item (item);

  if (pane && row)
    tick (GGOV_ATTENDANCE_PANE (pane), row, gtk_check_button_get_active (button));
}

/* The item's row changes in place; the button follows what is written. */
static void
show_tick (GtkListItem *item)
{
  GgovPagedItem *row = gtk_list_item_get_item (item);
  GtkWidget *button = gtk_list_item_get_child (item);
  const GgovAttendanceRecord *record = row ? _ggov_attendance_pane_get_record (row) : NULL;
  g_autofree char *words = NULL;

  if (record == NULL)
    return;

  /* Translators: a person */
  words = g_strdup_printf (_("%s attended"), record->person);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_attended (record));
  gtk_widget_set_sensitive (button, record->certificate_id == 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
set_up_tick_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), item, 0);
}

static void
bind_tick_cb (GtkListItemFactory *factory,
              GtkListItem        *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::row", G_CALLBACK (show_tick), item,
                           G_CONNECT_SWAPPED);
  show_tick (item);
}

static void
unbind_tick_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_tick, item);
}

static void
activate_cb (GgovAttendancePane *self,
             guint               position)
{
  g_autoptr(GgovPagedItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item && _ggov_attendance_pane_get_record (item)->certificate_id == 0)
    tick (self, item, !is_attended (_ggov_attendance_pane_get_record (item)));
}

/* What is shown -------------------------------------------------------------------------------- */

static GgovPagedItem *
make_item (GgovAttendancePane *self,
           GgovAttendance     *row)
{
  const GgovRowKey key = { ggov_attendance_get_record (row)->person_id, 0 };

  return ggov_paged_item_new (self->siblings, &key, row, row);
}

/* Whether the list is of the same people in the same order, whose rows are exchanged then. */
static gboolean
exchange_rows (GgovAttendancePane *self,
               GListModel         *rows)
{
  guint n = g_list_model_get_n_items (rows);

  if (n != g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return FALSE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr(GgovPagedItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
        g_autoptr(GgovAttendance) row = g_list_model_get_item (rows, i);
        const GgovRowKey *key = ggov_paged_item_get_key (item);

        if (ggov_attendance_get_record (row)->person_id != key->id)
          return FALSE;
        if (pass == 1)
          ggov_paged_item_set_row (item, key, row);
      }

  return TRUE;
}

static void
replace_rows (GgovAttendancePane *self,
              GListModel         *rows)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  /* Those of the list before may live on for a while. */
  g_clear_pointer (&self->siblings, g_hash_table_unref);
  self->siblings = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovAttendance) row = g_list_model_get_item (rows, i);

      g_ptr_array_add (items, make_item (self, row));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovAttendancePane) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_attendance_finish (GGOV_STORE (object), result,
                                                                  &error);

  if (self->session == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  if (rows == NULL)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
      return;
    }

  if (!exchange_rows (self, rows))
    replace_rows (self, rows);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (rows) > 0 ? "list" : "empty");
  _ggov_attendance_pane_update_actions (self);
}

static void
show_facts (GgovAttendancePane *self)
{
  const GgovTrainingSessionRecord *record =
    self->training ? ggov_training_session_get_record (self->training) : NULL;
  g_autofree char *facts = record ? ggov_training_dup_facts (record) : NULL;
  g_autofree char *called_off = NULL;

  gtk_label_set_label (self->title_label, record ? record->course : "");
  if (record && record->called_off)
    /* Translators: why a session does not take place */
    called_off = g_strdup_printf (_("%1$s\nCalled off: %2$s"), facts, record->called_off);
  gtk_label_set_label (self->facts_label, called_off ? called_off : facts ? facts : "");
}

/* Signing in ----------------------------------------------------------------------------------- */

static void
picked_cb (GgovAttendancePane *self)
{
  GgovPick *pick = GGOV_PICK (self->pick);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_begun = _ggov_attendance_pane_has_begun (self);
  g_autofree char *done = NULL;
  gint64 id = ggov_pick_get_id (pick);

  if (id == 0)
    return;

  g_array_append_val (people, id);
  done = g_strdup_printf (has_begun ? _("%s attended") : _("%s is on the list"),
                          ggov_pick_get_label (pick));
  _ggov_attendance_pane_mark (self, people,
                              has_begun ? GGOV_ATTENDANCE_ATTENDED : GGOV_ATTENDANCE_INVITED, -1,
                              done);
  ggov_pick_choose (pick, NULL, 0, NULL);
}

static void
offer_pick (GgovAttendancePane *self)
{
  const GgovTrainingSessionRecord *record =
    self->training ? ggov_training_session_get_record (self->training) : NULL;
  gboolean is_open = record && record->called_off == NULL;

  self->pick = is_open ? ggov_pick_new (self->session,
                                        _ggov_attendance_pane_has_begun (self)
                                          ? _("Sign in: a name or a phone")
                                          : _("Put on the list: a name or a phone"),
                                        record->day, FALSE)
                       : NULL;
  if (self->pick)
    g_signal_connect_object (self->pick, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->pick_bin, self->pick);
  gtk_widget_set_visible (GTK_WIDGET (self->pick_bin), self->pick != NULL);
}

/* The pane ------------------------------------------------------------------------------------- */

static char *
format_outcome (GtkListItem    *item,
                GgovAttendance *row)
{
  const GgovAttendanceRecord *record = row ? ggov_attendance_get_record (row) : NULL;

  if (record == NULL)
    return NULL;

  return record->reason && *record->reason
           ? g_strdup_printf ("%s · %s", ggov_training_get_outcome (record), record->reason)
           : g_strdup (ggov_training_get_outcome (record));
}

static void
ggov_attendance_pane_dispose (GObject *object)
{
  GgovAttendancePane *self = GGOV_ATTENDANCE_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->training);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ggov_attendance_pane_parent_class)->dispose (object);
}

static void
ggov_attendance_pane_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_ATTENDANCE_PANE (object)->siblings, g_hash_table_unref);

  G_OBJECT_CLASS (ggov_attendance_pane_parent_class)->finalize (object);
}

static void
ggov_attendance_pane_class_init (GgovAttendancePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_attendance_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_attendance_pane_finalize;

  g_type_ensure (GGOV_TYPE_ATTENDANCE);
  g_type_ensure (GGOV_TYPE_PAGED_ITEM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/training/ggov-attendance-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovAttendancePane, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovAttendancePane, facts_label);
  gtk_widget_class_bind_template_child (widget_class, GgovAttendancePane, pick_bin);
  gtk_widget_class_bind_template_child (widget_class, GgovAttendancePane, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovAttendancePane, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovAttendancePane, title_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_tick_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_outcome);
  gtk_widget_class_bind_template_callback (widget_class, set_up_tick_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_tick_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_tooltip",
                                                G_CALLBACK (ggov_cell_show_tooltip));
  gtk_widget_class_bind_template_callback_full (widget_class, "update_actions",
                                                G_CALLBACK (_ggov_attendance_pane_update_actions));
  _ggov_attendance_pane_install_actions (widget_class);
}

static void
ggov_attendance_pane_init (GgovAttendancePane *self)
{
  self->items = g_list_store_new (GGOV_TYPE_PAGED_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  ggov_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
  _ggov_attendance_pane_update_actions (self);
}

void
ggov_attendance_pane_show (GgovAttendancePane  *self,
                           GgovSession         *session,
                           GgovTrainingSession *training)
{
  const GgovTrainingSessionRecord *record =
    training ? ggov_training_session_get_record (training) : NULL;
  const GgovTrainingSessionRecord *before;
  gboolean is_same;

  g_return_if_fail (GGOV_IS_ATTENDANCE_PANE (self));

  before = self->training ? ggov_training_session_get_record (self->training) : NULL;
  is_same = before && record && before->id == record->id &&
            before->row_version == record->row_version;
  g_set_object (&self->session, session);
  g_set_object (&self->training, training);
  show_facts (self);
  if (!is_same)
    offer_pick (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (training == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      _ggov_attendance_pane_update_actions (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  ggov_store_list_attendance_async (ggov_session_get_store (session), record->id, record->day,
                                    self->cancellable, listed_cb, g_object_ref (self));
}
