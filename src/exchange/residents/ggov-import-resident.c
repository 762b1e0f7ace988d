/* ggov-import-resident.c: what a row says of a resident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-import-conflicts.h"
#include "ggov-import-resident-private.h"
#include "ggov-local-time.h"
#include "ggov-typed-text.h"

/* Conflicts ---------------------------------------------------------------------------------- */

gboolean
ggov_import_conflict_from_word (const char         *word,
                                GgovImportConflict *conflict)
{
  static const char *const words[] = { "take", "keep", "ask" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      {
        *conflict = (GgovImportConflict) i;
        return TRUE;
      }

  return FALSE;
}

GgovImportConflict
ggov_import_conflicts_get (GHashTable *conflicts,
                           const char *field)
{
  const char *word = conflicts ? g_hash_table_lookup (conflicts, field) : NULL;
  GgovImportConflict conflict = GGOV_IMPORT_CONFLICT_TAKE;

  if (word == NULL && conflicts)
    word = g_hash_table_lookup (conflicts, "");
  ggov_import_conflict_from_word (word, &conflict);

  return conflict;
}

/* Forms -------------------------------------------------------------------------------------- */

static GgovImportField
make_field (const GgovRegisterField *field)
{
  GgovImportField made = { .name = field->code, .label = ggov_register_field_get_label (field) };
  const char *const own[] = { field->name_zh, field->code, field->name };
  guint n = 0;

  /* What is asked for no more keeps its place, and takes no column. */
  for (guint i = 0; i < G_N_ELEMENTS (own) && !field->is_retired; i++)
    if (own[i] && *own[i])
      made.synonyms[n++] = own[i];
  for (guint i = 0; n > 0 && field->synonyms && field->synonyms[i] &&
                    n < GGOV_IMPORT_MAX_SYNONYMS - 1; i++)
    made.synonyms[n++] = field->synonyms[i];

  return made;
}

GgovImportForm *
ggov_import_form_new (GgovRegisterCatalogue *catalogue)
{
  GgovImportForm *self = g_new0 (GgovImportForm, 1);

  self->catalogue = catalogue;
  self->fields = g_array_new (FALSE, FALSE, sizeof (GgovImportField));
  self->register_fields = g_ptr_array_new ();
  for (guint i = 0; i < ggov_register_catalogue_get_n_fields (catalogue); i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_get_field_at (catalogue, i);
      const GgovImportField made = make_field (field);

      g_array_append_val (self->fields, made);
      g_ptr_array_add (self->register_fields, (gpointer) field);
    }

  return self;
}

void
ggov_import_form_free (GgovImportForm *self)
{
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->register_fields, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, ggov_register_catalogue_unref);
  g_free (self);
}

int
ggov_import_form_find (const GgovImportForm *self,
                       const char           *code)
{
  for (guint i = 0; i < self->register_fields->len; i++)
    if (g_str_equal (((const GgovRegisterField *) self->register_fields->pdata[i])->code, code))
      return (int) i;

  return -1;
}

/* Rows --------------------------------------------------------------------------------------- */

void
ggov_import_resident_free (GgovImportResident *self)
{
  g_clear_pointer (&self->values, g_hash_table_unref);
  ggov_dwelling_address_clear (&self->address);
  if (self->problems)
    g_string_free (self->problems, TRUE);
  g_free (self);
}

const char *
ggov_import_resident_get (const GgovImportResident *self,
                          const char               *code)
{
  return g_hash_table_lookup (self->values, code);
}

void
ggov_import_resident_refuse (GgovImportResident *self,
                             const char         *code,
                             const char         *message,
                             const char         *reason)
{
  if (self->problems == NULL)
    {
      self->problems = g_string_new (NULL);
      self->code = code;
      self->message = message;
    }
  else
    g_string_append_c (self->problems, '\n');
  g_string_append (self->problems, reason ? reason : message);
}

/* What is said of one row and the next, by what kind of value it is. */
static const struct { const char *code, *refused, *noticed; } told[GGOV_REGISTER_N_TYPES] = {
  [GGOV_REGISTER_TEXT] = { "bad-text", N_("A text is not what its column takes"), NULL },
  [GGOV_REGISTER_NAME] = { "bad-name", N_("A name cannot be right"),
                           N_("A name has a character that may not be seen everywhere") },
  [GGOV_REGISTER_CODE] = { "bad-code", N_("A word or code is not in the list of its column"),
                           N_("A code had lost its zero") },
  [GGOV_REGISTER_CODES] = { "bad-code", N_("A word or code is not in the list of its column"),
                            N_("A code had lost its zero") },
  [GGOV_REGISTER_DATE] = { "bad-day", N_("A date cannot be read or cannot be true"),
                           N_("A number was taken for a spreadsheet’s number of a day") },
  [GGOV_REGISTER_NUMBER] = { "bad-number", N_("A number cannot be read or cannot be true"), NULL },
  [GGOV_REGISTER_BOOLEAN] = { "bad-word", N_("A cell says neither yes nor no"), NULL },
  [GGOV_REGISTER_PHONE] = { "bad-phone", N_("A phone number cannot be read"),
                            N_("Of several phone numbers the first was taken") },
  [GGOV_REGISTER_IDENTITY] = { "bad-identity", N_("An identity number is wrong"),
                               N_("An identity number was taken that is worth a look") },
  [GGOV_REGISTER_PLACE] = { "bad-place", N_("A place cannot be read"), NULL },
};

/* Names the column and what stands there. */
static char *
dup_reason (GgovImportTable *table,
            guint            field,
            const char      *sentence)
{
  const char *title = ggov_import_table_get_title (table, field);
  const char *text = ggov_import_table_get_text (table, field);

  /* Translators: the heading of a column, what stands in a cell of it, and what is wrong with that */
  return g_strdup_printf (_("Column “%1$s”, “%2$s”: %3$s"), title ? title : "", text ? text : "",
                          sentence);
}

static void
refuse_cell (GgovImportResident *self,
             GgovImportTable    *table,
             guint               field,
             GgovRegisterType    type,
             const char         *sentence)
{
  g_autofree char *reason = dup_reason (table, field, sentence);

  ggov_import_resident_refuse (self, told[type].code, _(told[type].refused), reason);
}

static void
notice_cell (GgovImportResident *self,
             GgovImportTable    *table,
             guint               field,
             GgovRegisterType    type,
             const char         *sentence,
             GgovImportReport   *report)
{
  g_autofree char *reason = dup_reason (table, field, sentence);
  g_autofree char *code = g_strconcat ("read-", told[type].code + strlen ("bad-"), NULL);

  if (report && told[type].noticed)
    ggov_import_report_notice_because (report, self->row, code, _(told[type].noticed), reason);
}

/* Of the household only: what is wrong with the rest is found when the row is read whole. */
static gboolean
tells_household (const GgovRegisterField *field)
{
  static const char *const codes[] = { "name", "id_type", "sex", "birth_date", "relation",
                                       "household_number", "head_name", NULL };

  return g_strv_contains (codes, field->code);
}

static gboolean
is_apart (const GgovRegisterField *field)
{
  static const char *const codes[] = { "id_number", "community", "grid", "compound", "building",
                                       "unit", "door", "address", NULL };

  return g_strv_contains (codes, field->code);
}

static void
read_cell (GgovImportResident         *self,
           const GgovImportForm       *form,
           GgovImportTable            *table,
           guint                       i,
           const GgovRegisterReading  *reading,
           GgovImportReport           *report)
{
  const GgovRegisterField *field = form->register_fields->pdata[i];
  g_autofree char *value = NULL, *notice = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_register_field_parse (form->catalogue, field, ggov_import_table_get_text (table, i),
                                  reading, &value, &notice, &error))
    refuse_cell (self, table, i, field->type, error->message);
  else if (value)
    g_hash_table_insert (self->values, (gpointer) field->code, g_steal_pointer (&value));
  if (notice)
    notice_cell (self, table, i, field->type, notice, report);
}

/* Papers --------------------------------------------------------------------------------------- */

/* What is typed has to agree with the number, which says it where nothing is typed. */
static void
compare (GgovImportResident *self,
         GgovImportTable    *table,
         guint               field)
{
  g_autoptr(GError) error = NULL;

  if (*self->identity.number == '\0')
    return;

  if (!ggov_identity_compare (&self->identity, ggov_import_resident_get (self, "birth_date"),
                              ggov_import_resident_get (self, "sex"), &error))
    {
      g_autofree char *reason = dup_reason (table, field, error->message);

      ggov_import_resident_refuse (self, "identity-differs",
                                   _("The identity number says something else than the row"), reason);
    }
  g_hash_table_insert (self->values, (gpointer) "birth_date",
                       ggov_local_day_format (self->identity.birth_day));
  g_hash_table_insert (self->values, (gpointer) "sex", g_strdup (self->identity.sex));
}

static void
read_paper (GgovImportResident         *self,
            const GgovImportForm       *form,
            GgovImportTable            *table,
            const GgovRegisterReading  *reading,
            GgovImportReport           *report)
{
  const int field = ggov_import_form_find (form, "id_number");
  g_autofree char *number = NULL, *notice = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_register_check_paper (ggov_import_resident_get (self, "id_type"),
                                  ggov_import_table_get_text (table, (guint) field), reading,
                                  &number, &self->kind, &self->identity, &notice, &error))
    {
      refuse_cell (self, table, (guint) field, GGOV_REGISTER_IDENTITY, error->message);
      return;
    }
  if (number)
    g_hash_table_insert (self->values, (gpointer) "id_number", g_steal_pointer (&number));
  g_hash_table_insert (self->values, (gpointer) "id_type", g_strdup (self->kind));
  if (notice)
    notice_cell (self, table, (guint) field, GGOV_REGISTER_IDENTITY, notice, report);
  compare (self, table, (guint) field);
}

/* Places --------------------------------------------------------------------------------------- */

static const char *
get_text (const GgovImportForm *form,
          GgovImportTable      *table,
          const char           *code)
{
  const int field = ggov_import_form_find (form, code);

  return field >= 0 ? ggov_import_table_get_text (table, (guint) field) : NULL;
}

static void
refuse_place (GgovImportResident   *self,
              GgovImportSpots      *spots,
              GgovImportSpotResult  result)
{
  const GgovDwellingAddress *address = &self->address;
  g_autofree char *label = g_strdup_printf ("%s%s%.0d%s", address->place ? address->place : "",
                                            address->building ? address->building : "",
                                            address->unit, address->unit > 0 ? "单元" : "");
  g_autofree char *reason = NULL;

  if (result == GGOV_IMPORT_SPOT_AMBIGUOUS)
    /* Translators: a building as somebody wrote it */
    reason = g_strdup_printf (_("Several places can be “%s”; name the community, the compound and the "
                                "unit too"), label);
  else if (result == GGOV_IMPORT_SPOT_ELSEWHERE)
    /* Translators: a building as somebody wrote it */
    reason = g_strdup_printf (_("“%s” lies in another community or grid than the row says; correct one "
                                "of them"), label);
  else
    /* Translators: a building as somebody wrote it */
    reason = g_strdup_printf (_("The office knows no “%s”; correct it, or add the building with its "
                                "units first"), label);

  ggov_import_resident_refuse (self, "unknown-place", _("The office knows no such building or unit"),
                               reason);
}

static void
find_unit (GgovImportResident   *self,
           const GgovImportForm *form,
           GgovImportTable      *table,
           GgovImportSpots      *spots)
{
  g_autofree char *community = ggov_typed_dup_text (get_text (form, table, "community"));
  g_autofree char *grid = ggov_typed_dup_text (get_text (form, table, "grid"));
  const GgovImportSpotWords words = {
    .community = community,
    .grid = grid,
    .compound = self->address.place,
    .building = self->address.building,
  };
  const GgovImportSpotResult result =
    ggov_import_spots_find_unit (spots, &words, self->address.unit, &self->unit);

  if (result != GGOV_IMPORT_SPOT_FOUND)
    {
      self->unit = NULL;
      refuse_place (self, spots, result);
    }
}

static void
read_place (GgovImportResident   *self,
            const GgovImportForm *form,
            GgovImportTable      *table,
            GgovImportSpots      *spots)
{
  const GgovDwellingColumns columns = {
    .compound = get_text (form, table, "compound"),
    .building = get_text (form, table, "building"),
    .unit = get_text (form, table, "unit"),
    .door = get_text (form, table, "door"),
    .address = get_text (form, table, "address"),
  };
  g_autoptr(GError) error = NULL;

  if (!ggov_dwelling_address_join (&columns, &self->address, &error))
    {
      ggov_import_resident_refuse (self, "bad-place", _("A place cannot be read"), error->message);
      return;
    }
  if (self->address.building == NULL && self->address.door == NULL)
    return;

  if (self->address.place == NULL)
    self->address.place = g_strdup (get_text (form, table, "street_address"));
  if (self->address.building == NULL || self->address.door == NULL)
    ggov_import_resident_refuse (self, "no-door", _("The row says no building, or no door"),
                                 self->address.building ? _("The row says no door; add its number")
                                                        : _("The row says no building; add its "
                                                            "number"));
  else
    find_unit (self, form, table, spots);
}

/* All of it ------------------------------------------------------------------------------------ */

/* Templates explain their columns below the headings, and lists end in sums and signatures. */
static gboolean
is_note (const GgovImportForm *form,
         GgovImportTable      *table)
{
  static const char *const beginnings[] = { "必填", "可选", "选填", "如:", "例如", "示例", "说明", "注:",
                                            "备注", "合计", "总计", "小计", "填表", "制表", "审核",
                                            "total", NULL };
  g_autofree char *name = ggov_typed_dup_text (ggov_import_table_get_text (table, 0));
  guint n = 0;

  for (guint i = 0; name && beginnings[i]; i++)
    if (g_str_has_prefix (name, beginnings[i]))
      return TRUE;

  for (guint i = 0; name == NULL && n == 0 && i < form->fields->len; i++)
    {
      g_autofree char *text = ggov_typed_dup_text (ggov_import_table_get_text (table, i));

      n += text != NULL;
    }

  return name == NULL && n == 0;
}

GgovImportResident *
ggov_import_resident_read (const GgovImportForm       *form,
                           GgovImportTable            *table,
                           const GgovRegisterReading  *reading,
                           GgovImportSpots            *spots,
                           GgovImportReport           *report)
{
  g_autoptr(GgovImportResident) self = NULL;

  if (is_note (form, table))
    return NULL;

  self = g_new0 (GgovImportResident, 1);
  self->row = ggov_exchange_rows_get_number (table->rows);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < form->register_fields->len; i++)
    {
      const GgovRegisterField *field = form->register_fields->pdata[i];

      if (table->columns[i] >= 0 && !field->is_retired && ggov_import_table_get_text (table, i) &&
          !is_apart (field) && (report || tells_household (field)))
        read_cell (self, form, table, i, reading, report);
    }
  read_paper (self, form, table, reading, report);
  read_place (self, form, table, spots);
  if (!ggov_import_resident_get (self, "name"))
    ggov_import_resident_refuse (self, "no-name", _("The row names nobody"), NULL);

  return g_steal_pointer (&self);
}
