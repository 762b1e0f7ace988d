/* ggov-register-dialog-accept.c: what a dialog about the register says, read and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-household.h"
#include "ggov-local-time.h"
#include "ggov-register-deed-text.h"
#include "ggov-register-dialog-private.h"
#include "ggov-register-value.h"
#include "ggov-resident.h"

/* What is read, with all texts in one place. */
typedef struct
{
  GgovRegisterAct  act;
  GArray          *members; /* (element-type GgovRegisterMember) */
  GStringChunk    *texts;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_array_unref (reading->members);
  g_string_chunk_free (reading->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* (nullable): what is in a row, if there is one and anything is in it */
static const char *
get_text (Reading   *reading,
          GtkWidget *row)
{
  g_autofree char *text = row ? ggov_form_dialog_dup_text (row) : NULL;

  return text && *text ? g_string_chunk_insert (reading->texts, text) : NULL;
}

static guint
get_chosen (GtkWidget *row)
{
  return row ? adw_combo_row_get_selected (ADW_COMBO_ROW (row)) : 0;
}

static gint64
get_head (const GgovRegisterForm *form)
{
  guint chosen = get_chosen (form->head);
  g_autoptr(GgovResident) member = chosen > 0 ? g_list_model_get_item (form->members, chosen - 1)
                                              : NULL;

  return member ? ggov_resident_get_record (member)->person_id : 0;
}

static gboolean
refuse (GgovFormDialog *dialog,
        GtkWidget      *row,
        const char     *sentence)
{
  ggov_form_dialog_refuse (dialog, sentence);
  if (row)
    gtk_widget_grab_focus (row);

  return FALSE;
}

/* Who ----------------------------------------------------------------------------------------- */

/* What the number says of the birth and the sex is taken over where nobody said it. */
static gboolean
read_number (GgovFormDialog         *dialog,
             const GgovRegisterForm *form,
             Reading                *reading,
             GgovRegisterMember     *member)
{
  GgovRegisterReading how = { 0 };
  g_autofree char *typed = ggov_form_dialog_dup_text (form->number);
  g_autofree char *number = NULL;
  g_autofree char *born = NULL;
  g_autoptr(GError) error = NULL;
  const char *kind = NULL;
  GgovIdentity identity = { 0 };

  if (*typed == '\0')
    return TRUE;

  ggov_local_day_parse (ggov_session_get_today (ggov_form_dialog_get_session (dialog)), &how.today,
                        NULL);
  if (!ggov_register_check_paper (NULL, typed, &how, &number, &kind, &identity, NULL, &error) ||
      (identity.number[0] && !ggov_identity_compare (&identity, member->birth_date, member->sex,
                                                     &error)))
    return refuse (dialog, form->number, error->message);

  member->identity_number = g_string_chunk_insert (reading->texts, number);
  member->identity_kind = kind;
  if (identity.number[0] == '\0')
    return TRUE;

  born = ggov_local_day_format (identity.birth_day);
  member->birth_date = g_string_chunk_insert (reading->texts, born);
  member->sex = identity.sex;

  return TRUE;
}

static gboolean
read_comer (GgovFormDialog         *dialog,
            const GgovRegisterForm *form,
            Reading                *reading)
{
  static const char *const sexes[] = { NULL, "1", "2" };
  const char *relation = _ggov_register_dialog_relations[get_chosen (form->relation)];
  GgovRegisterMember member = {
    .person_id = form->who ? ggov_pick_get_id (GGOV_PICK (form->who)) : 0,
    .sex = sexes[get_chosen (form->sex)],
    .birth_date = get_text (reading, form->born),
    .phone = get_text (reading, form->phone),
    .relation = *relation ? relation : NULL,
    .registered = ggov_form_dialog_get_switch (form->registered),
    .living = form->living == NULL || ggov_form_dialog_get_switch (form->living),
  };
  int day;

  if (form->who && member.person_id == 0)
    member.name = g_string_chunk_insert (reading->texts, ggov_pick_get_text (GGOV_PICK (form->who)));
  if (form->baby)
    member.name = get_text (reading, form->baby);
  if (member.birth_date && !ggov_local_day_parse (member.birth_date, &day, NULL))
    return refuse (dialog, form->born, _("Write the day as year-month-day, such as 2026-02-13."));
  if (form->number && !read_number (dialog, form, reading, &member))
    return FALSE;

  g_array_append_val (reading->members, member);

  return TRUE;
}

static gboolean
read_leavers (GgovFormDialog         *dialog,
              const GgovRegisterForm *form,
              Reading                *reading)
{
  for (guint i = 0; i < form->leavers->len; i++)
    {
      g_autoptr(GgovResident) row = g_list_model_get_item (form->members, i);
      const GgovRegisterMember member = {
        .person_id = ggov_resident_get_record (row)->person_id,
      };

      if (gtk_check_button_get_active (form->leavers->pdata[i]))
        g_array_append_val (reading->members, member);
    }

  return reading->members->len > 0 || refuse (dialog, NULL, _("Mark who of the household it is."));
}

static gboolean
read_people (GgovFormDialog         *dialog,
             const GgovRegisterForm *form,
             Reading                *reading)
{
  const GgovRegisterMember dead = { .person_id = form->person_id };

  if (form->asks & (GGOV_REGISTER_ASKS_NEWCOMER | GGOV_REGISTER_ASKS_BIRTH))
    return read_comer (dialog, form, reading);
  if (form->asks & GGOV_REGISTER_ASKS_LEAVERS)
    return read_leavers (dialog, form, reading);
  if (form->deed == GGOV_REGISTER_DEATH)
    g_array_append_val (reading->members, dead);

  return TRUE;
}

/* Where --------------------------------------------------------------------------------------- */

static gboolean
read_place (GgovFormDialog         *dialog,
            const GgovRegisterForm *form,
            Reading                *reading)
{
  GgovRegisterAct *act = &reading->act;
  const gboolean joins_here = form->deed == GGOV_REGISTER_BIRTH ||
                              (form->where && get_chosen (form->where) == 0);

  if (form->to)
    {
      guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->to));
      g_autoptr(GgovHousehold) to = form->households
                                      ? g_list_model_get_item (form->households, chosen) : NULL;

      if (to == NULL)
        return refuse (dialog, form->to, _("Choose the household that they join."));
      act->to_household_id = ggov_household_get_record (to)->id;
    }
  if (joins_here)
    act->to_household_id = form->household_id;
  else if (form->unit)
    {
      if (ggov_pick_is_unclear (GGOV_PICK (form->unit)))
        return refuse (dialog, form->unit, _("Choose the unit from what is found."));
      act->unit_id = ggov_pick_get_id (GGOV_PICK (form->unit));
      act->door = get_text (reading, form->door);
    }

  return TRUE;
}

static gboolean
read_form (GgovFormDialog         *dialog,
           const GgovRegisterForm *form,
           Reading                *reading)
{
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, form->day);

  if (day == NULL || !read_people (dialog, form, reading))
    return FALSE;

  reading->act.deed = form->deed;
  reading->act.day = g_string_chunk_insert (reading->texts, day);
  if (!(form->asks & (GGOV_REGISTER_ASKS_NEWCOMER | GGOV_REGISTER_ASKS_BIRTH)))
    reading->act.household_id = form->household_id;
  reading->act.members = (const GgovRegisterMember *) (gpointer) reading->members->data;
  reading->act.n_members = reading->members->len;
  reading->act.head_id = get_head (form);
  reading->act.stays_registered = form->stays && ggov_form_dialog_get_switch (form->stays);
  reading->act.elsewhere = get_text (reading, form->elsewhere);
  reading->act.reason = get_text (reading, form->reason);
  reading->act.report = get_text (reading, form->report);
  if (form->deed == GGOV_REGISTER_HEAD && reading->act.head_id == 0)
    return refuse (dialog, form->head, _("Choose who is the head from then on."));

  return read_place (dialog, form, reading);
}

/* Writing ----------------------------------------------------------------------------------- */

/* Somebody new is looked at. */
typedef struct
{
  GgovFormDialog *dialog; /* (owned) */
  GtkWidget      *page;   /* (owned) */
  gboolean        is_new;
} Deed;

static void
registered_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  Deed *deed = user_data;
  g_autoptr(GgovFormDialog) dialog = deed->dialog;
  g_autoptr(GtkWidget) page = deed->page;
  g_autoptr(GError) error = NULL;
  gint64 change_id = 0, person_id = 0;

  if (ggov_store_register_finish (GGOV_STORE (object), result, &change_id, NULL, &person_id, &error) &&
      deed->is_new)
    gtk_widget_activate_action (page, "residents.select", "x", person_id);
  ggov_form_dialog_end (dialog, change_id, error);
  g_free (deed);
}

void
_ggov_register_dialog_accept (GgovFormDialog *dialog,
                              gpointer        data)
{
  const GgovRegisterForm *form = data;
  g_auto(Reading) reading = {
    .members = g_array_new (FALSE, FALSE, sizeof (GgovRegisterMember)),
    .texts = g_string_chunk_new (256),
  };
  Deed *deed;

  if (!read_form (dialog, form, &reading))
    return;

  deed = g_new0 (Deed, 1);
  deed->page = g_object_ref (form->page);
  deed->is_new = (form->asks & (GGOV_REGISTER_ASKS_NEWCOMER | GGOV_REGISTER_ASKS_BIRTH)) != 0;
  deed->dialog = ggov_form_dialog_wait (dialog, g_strdup_printf (
    /* Translators: what happened in the register, such as “Moved in” */
    _("Recorded: %s"),
    ggov_register_event_get_label (ggov_register_deed_get_code (form->deed))));
  ggov_store_register_async (ggov_session_get_store (ggov_form_dialog_get_session (dialog)),
                             &reading.act, NULL, registered_cb, deed);
}
