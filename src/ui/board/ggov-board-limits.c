/* ggov-board-limits.c: how much the board may hold: read, changed, passed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-page-private.h"
#include "ggov-form-dialog.h"
#include "ggov-issue-kind.h"
#include "ggov-store-board-limits.h"

#define MAX_LIMIT 9999

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GPtrArray) limits = ggov_store_list_board_limits_finish (GGOV_STORE (object), result,
                                                                     NULL);

  if (limits == NULL || self->session == NULL)
    return;

  g_clear_pointer (&self->limits, g_ptr_array_unref);
  self->limits = g_steal_pointer (&limits);
  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    ggov_board_column_set_most (self->columns[stage],
                                ggov_board_limits_find (self->limits, GGOV_BOARD_LIMIT_STAGE,
                                                        ggov_issue_stage_get_code (stage)));
  ggov_board_lanes_set_limits (self->lanes, self->limits);
  _ggov_board_page_reload (self);
}

void
_ggov_board_page_read_limits (GgovBoardPage *self)
{
  ggov_store_list_board_limits_async (ggov_session_get_store (self->session), NULL, listed_cb,
                                      g_object_ref (self));
}

/* The dialog ------------------------------------------------------------------------------ */

/* One number to be filled in. */
typedef struct
{
  GgovBoardLimitKind  kind;
  char               *key;
  guint               before; /* what it was when it was shown */
  GtkSpinButton      *most;   /* (unowned): in the dialog */
} Field;

static void
field_free (Field *field)
{
  g_free (field->key);
  g_free (field);
}

/* Only what was changed here: another desk may have set the others meanwhile. */
static void
set_limits (GgovFormDialog *dialog,
            gpointer        data)
{
  const GPtrArray *fields = data;
  g_autoptr(GPtrArray) limits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_board_limit_free);

  for (guint i = 0; i < fields->len; i++)
    {
      const Field *field = fields->pdata[i];
      guint most = gtk_spin_button_get_value_as_int (field->most);

      if (most != field->before)
        g_ptr_array_add (limits, ggov_board_limit_new (field->kind, field->key, most));
    }

  ggov_store_set_board_limits_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), limits, NULL,
    ggov_form_dialog_finish_cb, ggov_form_dialog_wait (dialog, g_strdup (_("The limits are set"))));
}

/* What holds for one of its own, and not because it holds for each. */
static guint
find_own (GgovBoardPage      *self,
          GgovBoardLimitKind  kind,
          const char         *key)
{
  for (guint i = 0; self->limits && i < self->limits->len; i++)
    {
      const GgovBoardLimit *limit = self->limits->pdata[i];

      if (limit->kind == kind && g_str_equal (limit->key, key))
        return limit->most;
    }

  return 0;
}

static void
add_field (GgovFormDialog     *dialog,
           GPtrArray          *fields,
           GgovBoardPage      *page,
           const char         *title,
           GgovBoardLimitKind  kind,
           const char         *key)
{
  Field *field = g_new0 (Field, 1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *most = gtk_spin_button_new_with_range (0, MAX_LIMIT, 1);

  field->kind = kind;
  field->key = g_strdup (key);
  field->most = GTK_SPIN_BUTTON (most);
  g_ptr_array_add (fields, field);
  field->before = find_own (page, kind, key);
  gtk_spin_button_set_value (field->most, field->before);
  gtk_widget_set_valign (most, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (most), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), most);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), most);
  ggov_form_dialog_add (dialog, row);
}

static GgovFormDialog *
make_dialog (GgovBoardPage  *self,
             GPtrArray     **fields)
{
  *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);

  return ggov_form_dialog_new (GTK_WIDGET (self), self->session, _("Limits of the Board"),
                               _("_Set"),
                               _("How many issues there may be at a time; 0 for as many as come. "
                                 "A limit warns: it can be passed with a reason."),
                               set_limits, *fields, (GDestroyNotify) g_ptr_array_unref);
}

static void
set_limits_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  GgovFormDialog *dialog;
  GPtrArray *fields;

  if (self->session == NULL)
    return;

  dialog = make_dialog (self, &fields);
  for (guint stage = 0; stage < GGOV_ISSUE_CLOSED; stage++)
    add_field (dialog, fields, self, ggov_issue_stage_get_label (stage), GGOV_BOARD_LIMIT_STAGE,
               ggov_issue_stage_get_code (stage));
  add_field (dialog, fields, self, _("In work with each person"), GGOV_BOARD_LIMIT_PERSON, "");
  add_field (dialog, fields, self, _("In work on each grid"), GGOV_BOARD_LIMIT_GRID, "");
  add_field (dialog, fields, self, _("In work in each community"), GGOV_BOARD_LIMIT_COMMUNITY, "");
  for (guint lane = 0; lane < GGOV_N_LANES; lane++)
    add_field (dialog, fields, self, ggov_lane_get_label (lane), GGOV_BOARD_LIMIT_LANE,
               ggov_lane_get_code (lane));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Of one lane that is shown. */
static void
limit_lane_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  static const GgovBoardLimitKind kinds[] = {
    [GGOV_ISSUE_GROUPING_GRID] = GGOV_BOARD_LIMIT_GRID,
    [GGOV_ISSUE_GROUPING_COMMUNITY] = GGOV_BOARD_LIMIT_COMMUNITY,
    [GGOV_ISSUE_GROUPING_LANE] = GGOV_BOARD_LIMIT_LANE,
    [GGOV_ISSUE_GROUPING_HANDLER] = GGOV_BOARD_LIMIT_PERSON,
  };
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  gboolean is_lane = self->grouping == GGOV_ISSUE_GROUPING_LANE;
  const char *key = is_lane ? ggov_lane_get_code (id - 1) : number;
  GgovFormDialog *dialog;
  GPtrArray *fields;

  if (self->session == NULL || self->grouping == GGOV_ISSUE_GROUPING_NONE)
    return;

  dialog = make_dialog (self, &fields);
  add_field (dialog, fields, self, _("In work here"), kinds[self->grouping], key);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ggov_board_page_install_limits (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "board.limit-lane", "x", limit_lane_cb);
  gtk_widget_class_install_action (klass, "board.set-limits", NULL, set_limits_cb);
}
