/* ggov-case-type-form.c: the rows of a form that say what a case type is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-type-form.h"
#include "ggov-office-role.h"

#define MOST_NUMBER 100000
#define N_STAGE_TEXTS 3 /* name in Chinese, in English, limit */

struct _GgovCaseTypeForm
{
  GgovCaseTypeVersion *before;  /* what was there */
  GPtrArray           *roles;   /* (element-type utf8): codes, in the order of the choice */
  GtkWidget           *code;
  GtkWidget           *name_zh;
  GtkWidget           *name;
  GtkWidget           *lane;
  GtkWidget           *class_code;
  GtkWidget           *class_zh;
  GtkWidget           *class_name;
  GtkWidget           *filing_zh;
  GtkWidget           *filing;
  GtkWidget           *closing_zh;
  GtkWidget           *closing;
  GtkWidget           *limit;
  GtkWidget           *start;
  GtkWidget           *stages[GGOV_CASE_TYPE_MAX_STAGES][N_STAGE_TEXTS];
  GtkWidget           *role;
  GtkWidget           *counted;
  GtkWidget           *measured;
  GtkWidget           *figure;
  GtkWidget           *service;
  GtkWidget           *evidence[GGOV_N_EVIDENCE_LINKS][GGOV_N_EVIDENCES];
  GtkWidget           *metres;
  GtkWidget           *days;
  GtkWidget           *points;
};

void
ggov_case_type_form_free (GgovCaseTypeForm *self)
{
  g_clear_object (&self->before);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_free (self);
}

/* Rows --------------------------------------------------------------------------------------- */

static void
add_heading (GgovFormDialog *dialog,
             const char     *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  ggov_form_dialog_add (dialog, label);
}

static GtkWidget *
add_lanes (GgovFormDialog *dialog,
           const char     *code)
{
  const char *words[GGOV_N_LANES + 1] = { NULL };
  GgovLane chosen = GGOV_LANE_COMMUNITY;

  if (code)
    ggov_lane_from_code (code, &chosen, NULL);
  for (guint i = 0; i < GGOV_N_LANES; i++)
    words[i] = ggov_lane_get_label (i);

  return ggov_form_dialog_add_combo (dialog, _("Lane"), words, chosen);
}

static GtkWidget *
add_starts (GgovFormDialog *dialog,
            const char     *code)
{
  const char *words[GGOV_N_START_RULES + 1] = { NULL };
  GgovStartRule chosen = GGOV_START_BY_UNIT;

  ggov_start_rule_from_code (code, &chosen, NULL);
  for (guint i = 0; i < GGOV_N_START_RULES; i++)
    words[i] = ggov_start_rule_get_label (i);

  return ggov_form_dialog_add_combo (dialog, _("Limit begins"), words, chosen);
}

static GtkWidget *
add_figures (GgovFormDialog *dialog,
             const char     *code)
{
  const char *words[GGOV_N_FIGURES + 1] = { NULL };
  GgovFigure chosen = GGOV_FIGURE_NONE;

  ggov_figure_from_code (code, &chosen);
  for (guint i = 0; i < GGOV_N_FIGURES; i++)
    words[i] = ggov_figure_get_label (i);

  return ggov_form_dialog_add_combo (dialog, _("Counts towards"), words, chosen);
}

/* None, then the services. */
static GtkWidget *
add_services (GgovFormDialog *dialog,
              const char     *code)
{
  const char *words[GGOV_N_UTILITIES + 2] = { C_("utility", "None") };
  GgovUtility service;
  guint chosen = ggov_utility_from_code (code, &service) ? service + 1 : 0;

  for (guint i = 0; i < GGOV_N_UTILITIES; i++)
    words[i + 1] = ggov_utility_get_label (i);

  return ggov_form_dialog_add_combo (dialog, _("Utility"), words, chosen);
}

static const char *
read_service (GtkWidget *row)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  return chosen > 0 && chosen <= GGOV_N_UTILITIES ? ggov_utility_get_code (chosen - 1) : "";
}

static GtkWidget *
add_roles (GgovCaseTypeForm *self,
           GgovFormDialog   *dialog,
           GListModel       *roles,
           const char       *code)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  guint chosen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);
      const GgovOfficeRoleRecord *record = ggov_office_role_get_record (role);

      if (g_strcmp0 (record->code, code) == 0)
        chosen = self->roles->len;
      g_ptr_array_add (self->roles, g_strdup (record->code));
      g_ptr_array_add (words, (gpointer) record->label);
    }
  g_ptr_array_add (words, NULL);

  return ggov_form_dialog_add_combo (dialog, _("Answering role"),
                                     (const char *const *) words->pdata, chosen);
}

static GtkWidget *
new_entry (GtkGrid    *grid,
           int         column,
           int         row,
           const char *name,
           const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), column == N_STAGE_TEXTS ? 6 : 12);
  gtk_widget_set_hexpand (entry, column != N_STAGE_TEXTS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (grid, entry, column, row, 1, 1);

  return entry;
}

static void
attach_label (GtkGrid    *grid,
              int         column,
              int         row,
              const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static GtkGrid *
add_grid (GgovFormDialog *dialog)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 6);
  gtk_grid_set_row_spacing (grid, 6);
  ggov_form_dialog_add (dialog, GTK_WIDGET (grid));

  return grid;
}

/* A line a stage. */
static void
add_stages (GgovCaseTypeForm         *self,
            GgovFormDialog           *dialog,
            const GgovCaseTypeRecord *record)
{
  const char *titles[N_STAGE_TEXTS] = { _("Name in Chinese"), _("Name in English"),
                                        _("Time limit") };
  GtkGrid *grid;

  add_heading (dialog, _("Stages on the way"));
  grid = add_grid (dialog);
  for (guint i = 0; i < N_STAGE_TEXTS; i++)
    attach_label (grid, i + 1, 0, titles[i]);

  for (guint i = 0; i < GGOV_CASE_TYPE_MAX_STAGES; i++)
    {
      const GgovCaseStageRecord *stage = &record->stages[i];
      const char *texts[N_STAGE_TEXTS] = { stage->name_zh, stage->name, stage->limit_text };
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      attach_label (grid, 0, i + 1, number);
      for (guint k = 0; k < N_STAGE_TEXTS; k++)
        {
          /* Translators: the number of a stage, and what is written there: a name, a limit */
          g_autofree char *name = g_strdup_printf (_("Stage %1$s: %2$s"), number, titles[k]);

          self->stages[i][k] = new_entry (grid, k + 1, i + 1, name, texts[k]);
        }
    }
}

/* A line a link, a check a kind of evidence. */
static void
add_evidence (GgovCaseTypeForm         *self,
              GgovFormDialog           *dialog,
              const GgovCaseTypeRecord *record)
{
  GgovEvidencePlan plan = { { 0 } };
  GtkGrid *grid;

  if (record->evidence)
    ggov_evidence_plan_parse (record->evidence, &plan, NULL);

  add_heading (dialog, _("Evidence"));
  grid = add_grid (dialog);
  gtk_grid_set_column_spacing (grid, 18);
  for (guint move = 0; move < GGOV_N_EVIDENCE_LINKS; move++)
    {
      attach_label (grid, 0, move, ggov_issue_move_get_label (move));
      for (guint bit = 0; bit < GGOV_N_EVIDENCES; bit++)
        {
          GtkWidget *check = gtk_check_button_new_with_label (ggov_evidence_get_label (1u << bit));

          gtk_check_button_set_active (GTK_CHECK_BUTTON (check), plan.asked[move] & (1u << bit));
          gtk_grid_attach (grid, check, bit + 1, move, 1, 1);
          self->evidence[move][bit] = check;
        }
    }
}

static GtkWidget *
add_number (GgovFormDialog *dialog,
            const char     *title,
            gint64          number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return ggov_form_dialog_add_entry (dialog, title, text);
}

static void
fill (GgovCaseTypeForm         *self,
      GgovFormDialog           *dialog,
      const GgovCaseTypeRecord *record,
      GListModel               *roles)
{
  self->code = ggov_form_dialog_add_entry (dialog, _("Type code"), record->code);
  gtk_widget_set_sensitive (self->code, record->id == 0);
  self->name_zh = ggov_form_dialog_add_entry (dialog, _("Name in Chinese"), record->name_zh);
  self->name = ggov_form_dialog_add_entry (dialog, _("Name in English"), record->name);
  self->lane = add_lanes (dialog, record->lane);
  self->class_code = ggov_form_dialog_add_entry (dialog, _("Class code"), record->class_code);
  self->class_zh = ggov_form_dialog_add_entry (dialog, _("Class in Chinese"),
                                               record->class_name_zh);
  self->class_name = ggov_form_dialog_add_entry (dialog, _("Class in English"), record->class_name);
  self->filing_zh = ggov_form_dialog_add_entry (dialog, _("Filed when, in Chinese"),
                                                record->filing_zh);
  self->filing = ggov_form_dialog_add_entry (dialog, _("Filed when, in English"), record->filing);
  self->closing_zh = ggov_form_dialog_add_entry (dialog, _("Closed when, in Chinese"),
                                                 record->closing_zh);
  self->closing = ggov_form_dialog_add_entry (dialog, _("Closed when, in English"),
                                              record->closing);
  self->role = add_roles (self, dialog, roles, record->role);
  self->limit = ggov_form_dialog_add_entry (dialog, _("Time limit"), record->limit_text);
  self->start = add_starts (dialog, record->start_rule);
  ggov_form_dialog_add_hint (dialog, _("4h is four working hours, 7d seven working days, 3cd three "
                                       "calendar days."));
  add_stages (self, dialog, record);
  add_evidence (self, dialog, record);
  self->counted = ggov_form_dialog_add_switch (dialog, _("Places are counted"),
                                               record->measures & GGOV_MEASURE_COUNT);
  self->measured = ggov_form_dialog_add_switch (dialog, _("Square metres are measured"),
                                                record->measures & GGOV_MEASURE_AREA);
  self->figure = add_figures (dialog, record->figure);
  self->service = add_services (dialog, record->service);
  self->metres = add_number (dialog, _("Duplicates within metres"), record->duplicate_radius_m);
  self->days = add_number (dialog, _("Duplicates within days"), record->duplicate_days);
  self->points = ggov_form_dialog_add_entry (dialog, _("Points activity (code)"),
                                             record->points_activity);
}

GgovCaseTypeForm *
ggov_case_type_form_new (GgovFormDialog           *dialog,
                         const GgovCaseTypeRecord *record,
                         GListModel               *roles)
{
  GgovCaseTypeForm *self = g_new0 (GgovCaseTypeForm, 1);

  self->before = ggov_case_type_version_new (record);
  self->roles = g_ptr_array_new_with_free_func (g_free);
  fill (self, dialog, record, roles);

  return self;
}

/* Reading ------------------------------------------------------------------------------------ */

/* Kept until the version is made. */
static const char *
keep (GPtrArray *kept,
      char      *text)
{
  g_ptr_array_add (kept, text);

  return text;
}

static const char *
read_text (GPtrArray *kept,
           GtkWidget *row)
{
  return keep (kept, ggov_form_dialog_dup_text (row));
}

static gboolean
read_number (GgovFormDialog *dialog,
             GtkWidget      *row,
             gint64         *number)
{
  g_autofree char *text = ggov_form_dialog_dup_text (row);

  *number = 0;
  if (*text == '\0' || g_ascii_string_to_signed (text, 10, 0, MOST_NUMBER, number, NULL))
    return TRUE;

  ggov_form_dialog_refuse (dialog, _("Write metres and days as whole numbers."));
  gtk_widget_grab_focus (row);

  return FALSE;
}

static const char *
read_role (GgovCaseTypeForm *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->role));

  return chosen < self->roles->len ? self->roles->pdata[chosen] : NULL;
}

static const char *
read_evidence (GgovCaseTypeForm *self,
               GPtrArray        *kept)
{
  GgovEvidencePlan plan = { { 0 } };

  for (guint move = 0; move < GGOV_N_EVIDENCE_LINKS; move++)
    for (guint bit = 0; bit < GGOV_N_EVIDENCES; bit++)
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->evidence[move][bit])))
        plan.asked[move] |= 1u << bit;

  return keep (kept, ggov_evidence_plan_to_string (&plan));
}

static void
read_stages (GgovCaseTypeForm   *self,
             GPtrArray          *kept,
             GgovCaseTypeRecord *record)
{
  for (guint i = 0; i < GGOV_CASE_TYPE_MAX_STAGES; i++)
    {
      const char *texts[N_STAGE_TEXTS];

      for (guint k = 0; k < N_STAGE_TEXTS; k++)
        texts[k] = keep (kept, g_strstrip (g_strdup (
          gtk_editable_get_text (GTK_EDITABLE (self->stages[i][k])))));
      record->stages[i] = (GgovCaseStageRecord) { texts[1], texts[0], texts[2] };
    }
}

GgovCaseTypeVersion *
ggov_case_type_form_read (GgovCaseTypeForm *self,
                          GgovFormDialog   *dialog)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (self->before);

  if (!read_number (dialog, self->metres, &record.duplicate_radius_m) ||
      !read_number (dialog, self->days, &record.duplicate_days))
    return NULL;

  record.code = read_text (kept, self->code);
  record.name_zh = read_text (kept, self->name_zh);
  record.name = read_text (kept, self->name);
  record.lane = ggov_lane_get_code (adw_combo_row_get_selected (ADW_COMBO_ROW (self->lane)));
  record.class_code = read_text (kept, self->class_code);
  record.class_name_zh = read_text (kept, self->class_zh);
  record.class_name = read_text (kept, self->class_name);
  record.filing_zh = read_text (kept, self->filing_zh);
  record.filing = read_text (kept, self->filing);
  record.closing_zh = read_text (kept, self->closing_zh);
  record.closing = read_text (kept, self->closing);
  record.role = read_role (self);
  record.limit_text = read_text (kept, self->limit);
  record.start_rule = ggov_start_rule_get_code (
    adw_combo_row_get_selected (ADW_COMBO_ROW (self->start)));
  record.evidence = read_evidence (self, kept);
  record.measures = (ggov_form_dialog_get_switch (self->counted) ? GGOV_MEASURE_COUNT : 0) |
                    (ggov_form_dialog_get_switch (self->measured) ? GGOV_MEASURE_AREA : 0);
  record.figure = ggov_figure_get_code (adw_combo_row_get_selected (ADW_COMBO_ROW (self->figure)));
  record.service = read_service (self->service);
  record.points_activity = read_text (kept, self->points);
  read_stages (self, kept, &record);

  return ggov_case_type_version_new (&record);
}

void
ggov_case_type_form_start (GgovCaseTypeForm *self)
{
  GgovCaseTypeVersion *before = self->before;

  gtk_widget_grab_focus (ggov_case_type_version_get_record (before)->id == 0 ? self->code
                                                                             : self->name_zh);
}
