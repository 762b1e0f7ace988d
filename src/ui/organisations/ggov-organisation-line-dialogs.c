/* ggov-organisation-line-dialogs.c: what is asked to give an organisation something, and to end it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-form-dialog.h"
#include "ggov-office-role.h"
#include "ggov-organisation-kind.h"
#include "ggov-organisation-line-dialogs.h"
#include "ggov-organisation.h"
#include "ggov-pick.h"
#include "ggov-store-organisations.h"

/* The rows of a dialog, and what it is about. Rows that the line has not are NULL. */
typedef struct
{
  GgovSession *session;
  char       *line;
  char       *owner_kind;
  gint64      owner_id;
  char       *owner;
  gint64      grid_id;       /* of the grid that is given away, or 0 */
  gint64      line_id;       /* of the line that ends, or 0 */
  char       *what;          /* (nullable): of that line */
  char       *day;
  GListModel *roles;         /* (nullable) (element-type GgovOfficeRole) */
  GListModel *organisations; /* (nullable) (element-type GgovOrganisation) */
  GPtrArray  *grids;         /* (element-type GtkWidget) (unowned): GgovPicks */
  GtkWidget  *grids_box;
  GtkWidget  *title;
  GtkWidget  *note;
  GtkWidget  *reached;
  GtkWidget  *person;
  GtkWidget  *new_name;
  GtkWidget  *new_phone;
  GtkWidget  *choice;        /* of a duty, a role or an organisation */
  GtkWidget  *from;
} Rows;

static Rows *
rows_new (GgovSession                    *session,
          const GgovOrganisationLineWish *wish)
{
  Rows *rows = g_new0 (Rows, 1);

  rows->session = g_object_ref (session);
  rows->line = g_strdup (wish->line);
  rows->owner_kind = g_strdup (wish->owner_kind);
  rows->owner_id = wish->owner_id;
  rows->owner = g_strdup (wish->owner);
  rows->grid_id = wish->grid_id;
  rows->day = g_strdup (wish->day);
  rows->roles = wish->roles ? g_object_ref (wish->roles) : NULL;
  rows->grids = g_ptr_array_new ();

  return rows;
}

static void
rows_free (Rows *rows)
{
  g_clear_object (&rows->session);
  g_free (rows->line);
  g_free (rows->owner_kind);
  g_free (rows->owner);
  g_free (rows->what);
  g_free (rows->day);
  g_clear_object (&rows->roles);
  g_clear_object (&rows->organisations);
  g_ptr_array_unref (rows->grids);
  g_free (rows);
}

/* Words ------------------------------------------------------------------------------------- */

static const struct
{
  const char *line;
  const char *title;
  const char *day;
  const char *done; /* of an organisation */
} sorts[] = {
  { "contact", N_("Add a Contact"), N_("First day (year-month-day)"), N_("contact added") },
  { "member", N_("Add a Member"), N_("First day (year-month-day)"), N_("member added") },
  { "post", N_("Add a Liaison"), N_("First day (year-month-day)"), N_("liaison added") },
  { "grid", N_("Give Grids"), N_("First day (year-month-day)"), N_("grids added") },
  { "resource", N_("Add an Offer"), N_("First day (year-month-day)"), N_("offer added") },
  { "activity", N_("What It Did"), N_("Day (year-month-day)"), N_("what it did is recorded") },
};

static guint
find_sort (const char *line)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (sorts) - 1 && !g_str_equal (sorts[i].line, line))
    i++;

  return i;
}

/* The sentence that tells of it once it is done. */
static char *
dup_done (const char *line,
          const char *owner)
{
  /* Translators: an organisation, and what was done about it */
  return g_strdup_printf (C_("organisation", "%1$s: %2$s"), owner,
                          _(sorts[find_sort (line)].done));
}

/* Adding ------------------------------------------------------------------------------------ */

static void
refuse_unclear (GgovFormDialog *dialog,
                GtkWidget      *row)
{
  ggov_form_dialog_refuse (dialog, _("Choose one from what is found below the words."));
  gtk_widget_grab_focus (row);
}

/* Who is chosen or written; FALSE once it was said what is wrong. */
static gboolean
read_person (GgovFormDialog             *dialog,
             const Rows                 *rows,
             char                      **name,
             char                      **phone,
             GgovOrganisationLineRecord *record)
{
  if (rows->person == NULL)
    return TRUE;

  *name = ggov_form_dialog_dup_text (rows->new_name);
  *phone = ggov_form_dialog_dup_text (rows->new_phone);
  record->person_id = ggov_pick_get_id (GGOV_PICK (rows->person));
  if (record->person_id != 0)
    return TRUE;

  if (ggov_pick_is_unclear (GGOV_PICK (rows->person)) && **name == '\0')
    {
      refuse_unclear (dialog, rows->person);
      return FALSE;
    }
  record->person_name = *name;
  record->person_phone = *phone;

  return TRUE;
}

/* (nullable): NULL once it was said what is wrong */
static GArray *
read_grids (GgovFormDialog *dialog,
            const Rows     *rows)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->grids->len; i++)
    {
      GtkWidget *pick = rows->grids->pdata[i];
      gint64 id = ggov_pick_get_id (GGOV_PICK (pick));

      if (ggov_pick_is_unclear (GGOV_PICK (pick)))
        {
          refuse_unclear (dialog, pick);
          return NULL;
        }
      if (id != 0)
        g_array_append_val (ids, id);
    }

  if (ids->len == 0 && (g_str_equal (rows->line, "grid") || g_str_equal (rows->line, "post")))
    {
      ggov_form_dialog_refuse (dialog, _("Choose a grid."));
      gtk_widget_grab_focus (rows->grids->pdata[0]);
      return NULL;
    }

  return g_steal_pointer (&ids);
}

/* A number of people, or -1 where nobody counted; FALSE once it was said what is wrong. */
static gboolean
read_reached (GgovFormDialog *dialog,
              const Rows     *rows,
              gint64         *reached)
{
  g_autofree char *text = rows->reached ? ggov_form_dialog_dup_text (rows->reached) : NULL;
  guint64 number;

  *reached = -1;
  if (text == NULL || *text == '\0')
    return TRUE;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &number, NULL))
    {
      ggov_form_dialog_refuse (dialog, _("Write how many people as a number, or nothing."));
      gtk_widget_grab_focus (rows->reached);
      return FALSE;
    }
  *reached = (gint64) number;

  return TRUE;
}

static char *
dup_code (const Rows *rows)
{
  guint i = rows->choice ? adw_combo_row_get_selected (ADW_COMBO_ROW (rows->choice)) : 0;
  g_autoptr(GgovOfficeRole) role = rows->roles && rows->choice
                                     ? g_list_model_get_item (rows->roles, i) : NULL;

  if (role)
    return g_strdup (ggov_office_role_get_record (role)->code);

  return g_str_equal (rows->line, "member") ? g_strdup (ggov_party_duty_get_code (i)) : NULL;
}

static void
add (GgovFormDialog *dialog,
     gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, rows->from);
  g_autofree char *title = rows->title ? ggov_form_dialog_dup_text (rows->title) : NULL;
  g_autofree char *note = rows->note ? ggov_form_dialog_dup_text (rows->note) : NULL;
  g_autofree char *code = dup_code (rows);
  g_autofree char *name = NULL;
  g_autofree char *phone = NULL;
  g_autoptr(GArray) grids = NULL;
  GgovOrganisationLineRecord record = {
    .kind = rows->line, .owner_kind = rows->owner_kind, .owner_id = rows->owner_id, .title = title,
    .note = note, .code = code, .valid_from = day,
  };

  if (day == NULL || !read_person (dialog, rows, &name, &phone, &record) ||
      !(grids = read_grids (dialog, rows)) || !read_reached (dialog, rows, &record.reached))
    return;

  ggov_store_add_organisation_lines_async (
    ggov_session_get_store (rows->session), &record, (const gint64 *) (gpointer) grids->data, grids->len, NULL,
    ggov_form_dialog_finish_cb, ggov_form_dialog_wait (dialog, dup_done (rows->line, rows->owner)));
}

/* Rows -------------------------------------------------------------------------------------- */

static void
add_person_rows (GgovFormDialog *dialog,
                 Rows           *rows)
{
  rows->person = ggov_pick_new (rows->session, _("Who: a name or a phone"), rows->day, FALSE);
  ggov_form_dialog_add (dialog, rows->person);
  rows->new_name = ggov_form_dialog_add_entry (dialog, _("Or the name of somebody new"), NULL);
  rows->new_phone = ggov_form_dialog_add_entry (dialog, _("Phone of somebody new"), NULL);
}

static GtkWidget *
add_grid_row (Rows       *rows,
              const char *title)
{
  GtkWidget *pick = ggov_pick_new (rows->session, title, rows->day, TRUE);

  ggov_pick_set_scope (GGOV_PICK (pick), "grid");
  gtk_box_append (GTK_BOX (rows->grids_box), pick);
  g_ptr_array_add (rows->grids, pick);

  return pick;
}

/* There is always room for one more. */
static void
grid_picked_cb (GtkWidget *pick,
                Rows      *rows)
{
  GtkWidget *next;

  if (pick != rows->grids->pdata[rows->grids->len - 1])
    return;

  next = add_grid_row (rows, _("Another grid"));
  g_signal_connect (next, "picked", G_CALLBACK (grid_picked_cb), rows);
  gtk_widget_grab_focus (next);
}

static void
add_grid_rows (GgovFormDialog                 *dialog,
               Rows                           *rows,
               const GgovOrganisationLineWish *wish)
{
  GtkWidget *pick;

  rows->grids_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  pick = add_grid_row (rows, g_str_equal (wish->line, "activity")
                               ? _("Grid: its code or name (empty: none of its own)")
                               : _("Grid: its code or name"));
  if (wish->grid_id != 0)
    ggov_pick_choose (GGOV_PICK (pick), "grid", wish->grid_id, wish->grid);
  if (g_str_equal (wish->line, "grid"))
    g_signal_connect (pick, "picked", G_CALLBACK (grid_picked_cb), rows);
  ggov_form_dialog_add (dialog, rows->grids_box);
}

static void
add_duty_row (GgovFormDialog *dialog,
              Rows           *rows,
              const char     *duty)
{
  const char *words[GGOV_N_PARTY_DUTIES + 1] = { NULL };
  guint member = ggov_party_duty_find ("member"), selected = ggov_party_duty_find (duty);

  for (guint i = 0; i < GGOV_N_PARTY_DUTIES; i++)
    words[i] = ggov_party_duty_get_label (i);
  rows->choice = ggov_form_dialog_add_combo (dialog, _("Duty"), words,
                                             selected < GGOV_N_PARTY_DUTIES ? selected : member);
}

static void
add_role_row (GgovFormDialog *dialog,
              Rows           *rows,
              const char     *role_code)
{
  const char *usual = role_code ? role_code : ggov_organisation_kind_get_role (rows->owner_kind);
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows->roles); i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (rows->roles, i);

      if (g_strcmp0 (ggov_office_role_get_record (role)->code, usual) == 0)
        selected = i;
      g_strv_builder_add (labels, ggov_office_role_get_record (role)->label);
    }
  words = g_strv_builder_end (labels);
  rows->choice = ggov_form_dialog_add_combo (dialog, _("Post"), (const char *const *) words,
                                             selected);
}

/* Returns: the row that is filled in first */
static GtkWidget *
add_rows (GgovFormDialog                 *dialog,
          Rows                           *rows,
          const GgovOrganisationLineWish *wish)
{
  const char *line = wish->line;
  gboolean is_activity = g_str_equal (line, "activity");

  if (g_str_equal (line, "resource"))
    {
      rows->title = ggov_form_dialog_add_entry (dialog, _("What is offered"), NULL);
      rows->note = ggov_form_dialog_add_entry (dialog, _("How much of it"), NULL);
    }
  if (is_activity)
    {
      rows->title = ggov_form_dialog_add_entry (dialog, _("What was done"), NULL);
      rows->reached = ggov_form_dialog_add_entry (dialog, _("People reached (empty: not counted)"),
                                                  NULL);
      rows->note = ggov_form_dialog_add_entry (dialog, _("Note"), NULL);
    }
  if (g_str_equal (line, "contact") || g_str_equal (line, "member") || g_str_equal (line, "post"))
    add_person_rows (dialog, rows);
  if (g_str_equal (line, "contact"))
    rows->note = ggov_form_dialog_add_entry (dialog, _("Duty there"), NULL);
  if (g_str_equal (line, "member"))
    add_duty_row (dialog, rows, wish->duty);
  if (g_str_equal (line, "post"))
    add_role_row (dialog, rows, wish->duty);
  rows->from = ggov_form_dialog_add_entry (dialog, _(sorts[find_sort (line)].day), wish->day);
  if (g_str_equal (line, "grid") || g_str_equal (line, "post") || is_activity)
    add_grid_rows (dialog, rows, wish);

  return rows->title ? rows->title : rows->person ? rows->person
                                                  : g_ptr_array_index (rows->grids,
                                                                       rows->grids->len - 1);
}

void
ggov_organisation_line_dialog_show (GtkWidget                      *page,
                                    GgovSession                    *session,
                                    const GgovOrganisationLineWish *wish)
{
  Rows *rows = rows_new (session, wish);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _(sorts[find_sort (wish->line)].title),
                                                 _("_Add"), wish->owner, add, rows,
                                                 (GDestroyNotify) rows_free);
  GtkWidget *first = add_rows (dialog, rows, wish);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (first);
}

/* Ending ------------------------------------------------------------------------------------ */

static void
end (GgovFormDialog *dialog,
     gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *day = rows->from ? ggov_form_dialog_dup_day (dialog, rows->from)
                                    : g_strdup (rows->day);

  if (day)
    ggov_store_end_organisation_line_async (
      ggov_session_get_store (rows->session), rows->line, rows->owner_kind, rows->line_id, day, NULL,
      ggov_form_dialog_finish_cb,
      /* Translators: an organisation, and what it has no more: a person, a grid, an offer */
      ggov_form_dialog_wait (dialog, g_strdup_printf (_("%1$s: %2$s ended"), rows->owner,
                                                      rows->what)));
}

void
ggov_organisation_end_line_dialog_show (GtkWidget                      *page,
                                        GgovSession                    *session,
                                        const GgovOrganisationLineWish *wish,
                                        gint64                          line_id,
                                        const char                     *what)
{
  gboolean is_activity = g_str_equal (wish->line, "activity");
  /* Translators: an organisation, and something that it has: a person, a grid, an offer */
  g_autofree char *words = g_strdup_printf (_("%1$s: %2$s"), wish->owner, what);
  Rows *rows = rows_new (session, wish);
  GgovFormDialog *dialog = ggov_form_dialog_new (
    page, session, is_activity ? _("Take It Back") : _("End It"),
    is_activity ? _("_Take Back") : C_("organisation", "_End It"), words, end, rows, (GDestroyNotify) rows_free);

  rows->line_id = line_id;
  rows->what = g_strdup (what);
  ggov_form_dialog_set_ending (dialog);
  if (is_activity)
    ggov_form_dialog_add_hint (dialog, _("What was done is not ended: the record of it goes."));
  else
    rows->from = ggov_form_dialog_add_entry (dialog, _("Last day (year-month-day)"), wish->day);
  gtk_window_present (GTK_WINDOW (dialog));
  if (rows->from)
    gtk_widget_grab_focus (rows->from);
}

/* A grid for which an organisation is missing ------------------------------------------------ */

static void
assign (GgovFormDialog *dialog,
        gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, rows->from);
  g_autoptr(GgovOrganisation) owner = g_list_model_get_item (
    rows->organisations, adw_combo_row_get_selected (ADW_COMBO_ROW (rows->choice)));
  const GgovOrganisationRow *row = owner ? ggov_organisation_get_row (owner) : NULL;
  const GgovOrganisationLineRecord record = {
    .kind = "grid", .owner_kind = row ? row->kind : NULL, .owner_id = row ? row->id : 0,
    .reached = -1, .valid_from = day,
  };

  if (row && day)
    ggov_store_add_organisation_lines_async (
      ggov_session_get_store (rows->session), &record, &rows->grid_id, 1, NULL, ggov_form_dialog_finish_cb,
      ggov_form_dialog_wait (dialog, dup_done ("grid", row->name)));
}

void
ggov_organisation_assign_dialog_show (GtkWidget                      *page,
                                      GgovSession                    *session,
                                      const GgovOrganisationLineWish *wish,
                                      GListModel                     *organisations)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;
  Rows *rows = rows_new (session, wish);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("Whose Grid It Is"), _("_Assign"),
                                                 wish->grid, assign, rows,
                                                 (GDestroyNotify) rows_free);

  rows->organisations = g_object_ref (organisations);
  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr(GgovOrganisation) one = g_list_model_get_item (organisations, i);

      g_strv_builder_add (labels, ggov_organisation_get_row (one)->name);
    }
  words = g_strv_builder_end (labels);
  rows->choice = ggov_form_dialog_add_combo (dialog, _("Organisation"),
                                             (const char *const *) words, 0);
  rows->from = ggov_form_dialog_add_entry (dialog, _("First day (year-month-day)"), wish->day);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->choice);
}
