/* ggov-register-dialog.c: dialogs about what happens to people and households of the register
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-register-dialog-private.h"
#include "ggov-resident.h"
#include "ggov-residents-columns.h"
#include "ggov-store-residents.h"

#define ASKS(what) GGOV_REGISTER_ASKS_##what

/* Those that are met with; any other is set in the register's form. */
const char *const _ggov_register_dialog_relations[] = {
  "", "02", "10", "11", "12", "20", "21", "22", "28", "30", "31", "32", "38", "41", "42", "51", "52",
  "53", "54", "61", "62", "71", "73", "75", "77", "97", "99", NULL,
};

static const struct
{
  const char       *title;
  const char       *accept;
  GgovRegisterAsks  asks;
} deeds[GGOV_N_REGISTER_DEEDS] = {
  [GGOV_REGISTER_MOVE_IN] = { N_("Move In"), N_("_Move In"),
                              ASKS (NEWCOMER) | ASKS (DOOR) | ASKS (ELSEWHERE) },
  [GGOV_REGISTER_MOVE_OUT] = { N_("Move Out"), N_("_Move Out"),
                               ASKS (LEAVERS) | ASKS (HEAD) | ASKS (ELSEWHERE) | ASKS (STAYS) },
  [GGOV_REGISTER_MOVE_WITHIN] = { N_("Move Within the Area"), N_("_Move"),
                                  ASKS (LEAVERS) | ASKS (HEAD) | ASKS (DOOR) | ASKS (STAYS) },
  [GGOV_REGISTER_BIRTH] = { N_("Birth"), N_("_Record"), ASKS (BIRTH) },
  [GGOV_REGISTER_DEATH] = { N_("Death"), N_("_Record"), ASKS (HEAD) },
  [GGOV_REGISTER_SPLIT] = { N_("Split the Household"), N_("_Split"),
                            ASKS (LEAVERS) | ASKS (HEAD) | ASKS (DOOR) },
  [GGOV_REGISTER_MERGE] = { N_("Merge Households"), N_("_Merge"), ASKS (HOUSEHOLD) },
  [GGOV_REGISTER_HEAD] = { N_("Another Head"), N_("_Change"), ASKS (HEAD) },
};

static void
form_free (GgovRegisterForm *form)
{
  g_object_unref (form->page);
  g_clear_object (&form->members);
  g_clear_object (&form->households);
  g_clear_pointer (&form->leavers, g_ptr_array_unref);
  g_free (form);
}

/* Who of the household -------------------------------------------------------------------------- */

/* Each of the household with a mark; whom it is about is marked. */
static void
add_leavers (GgovFormDialog   *dialog,
             GgovRegisterForm *form)
{
  GtkWidget *list = gtk_list_box_new ();

  form->leavers = g_ptr_array_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who of the household"), -1);
  for (guint i = 0; form->members && i < g_list_model_get_n_items (form->members); i++)
    {
      g_autoptr(GgovResident) member = g_list_model_get_item (form->members, i);
      const GgovResidentRecord *record = ggov_resident_get_record (member);
      g_autofree char *title = g_markup_escape_text (record->name, -1);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   ggov_residents_get_relation (record->relation));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), record->person_id == form->person_id);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      record->name, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      g_ptr_array_add (form->leavers, check);
    }
  ggov_form_dialog_add (dialog, list);
}

static void
add_head (GgovFormDialog   *dialog,
          GgovRegisterForm *form)
{
  const gboolean is_wanted = form->deed == GGOV_REGISTER_HEAD;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup (is_wanted ? "—" : _("The head stays")));
  for (guint i = 0; form->members && i < g_list_model_get_n_items (form->members); i++)
    {
      g_autoptr(GgovResident) member = g_list_model_get_item (form->members, i);

      g_ptr_array_add (names, g_strdup (ggov_resident_get_record (member)->name));
    }
  g_ptr_array_add (names, NULL);
  form->head = ggov_form_dialog_add_combo (dialog, _("Head from then on"),
                                           (const char *const *) names->pdata, 0);
}

/* Who comes --------------------------------------------------------------------------------- */

static void
add_sex (GgovFormDialog   *dialog,
         GgovRegisterForm *form)
{
  const char *const words[] = { "—", C_("sex", "Male"), C_("sex", "Female"), NULL };

  form->sex = ggov_form_dialog_add_combo (dialog, _("Sex"), words, 0);
}

static void
add_relation (GgovFormDialog   *dialog,
              GgovRegisterForm *form)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) "—");
  for (guint i = 1; _ggov_register_dialog_relations[i]; i++)
    g_ptr_array_add (words, (gpointer) ggov_residents_get_relation (
                       _ggov_register_dialog_relations[i]));
  g_ptr_array_add (words, NULL);
  form->relation = ggov_form_dialog_add_combo (dialog, _("Relation to the head"),
                                               (const char *const *) words->pdata, 0);
}

static void
add_newcomer (GgovFormDialog   *dialog,
              GgovRegisterForm *form,
              GgovSession      *session)
{
  form->who = ggov_pick_new (session, _("Who: somebody of the records, or a new name"),
                             ggov_session_get_today (session), FALSE);
  ggov_form_dialog_add (dialog, form->who);
  form->number = ggov_form_dialog_add_entry (dialog, _("Identity number"), "");
  add_sex (dialog, form);
  form->born = ggov_form_dialog_add_entry (dialog, _("Date of birth"), "");
  form->phone = ggov_form_dialog_add_entry (dialog, _("Phone"), "");
  add_relation (dialog, form);
  form->registered = ggov_form_dialog_add_switch (dialog, _("Registered here with the police"), TRUE);
  form->living = ggov_form_dialog_add_switch (dialog, _("Lives here"), TRUE);
}

static void
add_baby (GgovFormDialog   *dialog,
          GgovRegisterForm *form)
{
  form->baby = ggov_form_dialog_add_entry (dialog, _("Name"), "");
  add_sex (dialog, form);
  add_relation (dialog, form);
  form->registered = ggov_form_dialog_add_switch (dialog, _("Registered here with the police"), TRUE);
}

/* Where ------------------------------------------------------------------------------------- */

static void
add_door (GgovFormDialog   *dialog,
          GgovRegisterForm *form,
          GgovSession      *session)
{
  const char *const words[] = { _("Into this household"), _("As a household of their own"), NULL };

  if (form->deed == GGOV_REGISTER_MOVE_IN && form->household_id != 0)
    form->where = ggov_form_dialog_add_combo (dialog, _("Where"), words, 0);
  form->unit = ggov_pick_new (session, _("Unit, such as 3号楼2单元"), ggov_session_get_today (session),
                              TRUE);
  ggov_pick_set_scope (GGOV_PICK (form->unit), "unit");
  ggov_form_dialog_add (dialog, form->unit);
  form->door = ggov_form_dialog_add_entry (dialog, _("Door"), "");
  if (form->deed == GGOV_REGISTER_SPLIT)
    ggov_form_dialog_add_hint (dialog, _("Without a unit and a door they stay behind the same door."));
}

static void
households_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  g_autoptr(GListModel) rows = ggov_store_list_households_finish (GGOV_STORE (object), result, NULL);
  GgovRegisterForm *form = g_object_get_data (G_OBJECT (dialog), "ggov-form");
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GListStore) others = g_list_store_new (GGOV_TYPE_HOUSEHOLD);

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovHousehold) row = g_list_model_get_item (rows, i);
      const GgovHouseholdRecord *record = ggov_household_get_record (row);
      g_autofree char *name = g_strdup_printf (C_("door", "%1$s, %2$s"), record->place, record->door);
      g_autofree char *label = record->head ? g_strdup_printf ("%s · %s", name, record->head)
                                            : g_strdup (name);

      if (record->id == form->household_id)
        continue;
      gtk_string_list_append (names, label);
      g_list_store_append (others, row);
    }

  g_set_object (&form->households, G_LIST_MODEL (others));
  gtk_drop_down_set_model (GTK_DROP_DOWN (form->to), G_LIST_MODEL (names));
}

/* Of the same building; the same door comes first in its order. */
static void
add_households (GgovFormDialog   *dialog,
                GgovRegisterForm *form,
                GgovSession      *session,
                gint64            building_id)
{
  const GgovHouseholdFilter filter = { .building_id = building_id };
  g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                               "string");

  form->to = GTK_WIDGET (ggov_form_dialog_add_drop_down (dialog, _("Household that they join")));
  gtk_drop_down_set_expression (GTK_DROP_DOWN (form->to), name);
  g_object_set_data (G_OBJECT (dialog), "ggov-form", form);
  ggov_store_list_households_async (ggov_session_get_store (session), &filter,
                                    ggov_session_get_today (session), NULL, households_cb,
                                    g_object_ref (dialog));
}

/* The dialog ------------------------------------------------------------------------------ */

/* (transfer full) (nullable): the door, and whom it is about */
static char *
dup_what (const char               *name,
          const GgovResidentRecord *home)
{
  g_autofree char *door = home ? g_strdup_printf (C_("door", "%1$s, %2$s"), home->place, home->door)
                               : NULL;

  if (door && name)
    return g_strdup_printf ("%s · %s", name, door);

  return g_strdup (name ? name : door);
}

void
ggov_register_dialog_show (GtkWidget         *page,
                           GgovSession       *session,
                           GgovRegisterDeed   deed,
                           GgovResidentSheet *sheet,
                           GListModel        *members)
{
  GgovResident *row = sheet ? ggov_resident_sheet_get_home (sheet) : NULL;
  const GgovResidentRecord *home = row ? ggov_resident_get_record (row) : NULL;
  const char *name = sheet ? ggov_resident_sheet_get_value (sheet, "name") : NULL;
  g_autofree char *what = dup_what (deed == GGOV_REGISTER_MOVE_IN || deed == GGOV_REGISTER_BIRTH
                                      ? NULL : name, home);
  GgovRegisterForm *form = g_new0 (GgovRegisterForm, 1);
  GgovFormDialog *dialog;

  form->page = g_object_ref (page);
  form->members = members ? g_object_ref (members) : NULL;
  form->deed = deed;
  form->asks = deeds[deed].asks;
  form->person_id = sheet ? ggov_resident_sheet_get_person_id (sheet) : 0;
  form->household_id = home ? home->household_id : 0;
  dialog = ggov_form_dialog_new (page, session, _(deeds[deed].title), _(deeds[deed].accept), what,
                                 _ggov_register_dialog_accept, form, (GDestroyNotify) form_free);
  form->day = ggov_form_dialog_add_entry (dialog, _("Day"), ggov_session_get_today (session));
  if (form->asks & ASKS (LEAVERS))
    add_leavers (dialog, form);
  if (form->asks & ASKS (HEAD))
    add_head (dialog, form);
  if (form->asks & ASKS (NEWCOMER))
    add_newcomer (dialog, form, session);
  if (form->asks & ASKS (BIRTH))
    add_baby (dialog, form);
  if (form->asks & ASKS (DOOR))
    add_door (dialog, form, session);
  if (form->asks & ASKS (HOUSEHOLD))
    add_households (dialog, form, session, home ? home->building_id : 0);
  if (form->asks & ASKS (ELSEWHERE))
    form->elsewhere = ggov_form_dialog_add_entry (dialog, deed == GGOV_REGISTER_MOVE_IN
                                                            ? _("Where they came from")
                                                            : _("Where they go to"), "");
  if (form->asks & ASKS (STAYS))
    form->stays = ggov_form_dialog_add_switch (dialog, _("They stay registered here"), FALSE);
  form->reason = ggov_form_dialog_add_entry (dialog, _("Reason"), "");
  form->report = ggov_form_dialog_add_entry (dialog, _("Report"), "");
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->who ? form->who : form->baby ? form->baby : form->day);
}
