/* ggov-import-people-row.c: one row of a table becomes a person and a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ggov-import-people-row-private.h"
#include "ggov-person.h"
#include "ggov-role.h"
#include "ggov-write-people.h"

#define AT_ONCE 50 /* people in one statement: more of them gain little */

/* Somebody new whose row has no post. */
typedef struct
{
  GgovImportPerson *person; /* (owned) */
  GgovKnownPerson  *known;  /* in the crowd */
} Waiting;

/* One row on its way in. */
typedef struct
{
  GgovImportWork        *work;
  GgovImportPerson      *person;
  const GgovKnownRole   *role;  /* (nullable): of the post, if it is to have one */
  const GgovKnownPlace  *place; /* (nullable): of the post */
  GgovPostRecord         post;  /* of @role, where @wants_post */
  gint64                 person_id;
  gint64                 apart_id; /* a person this one is not, which is to be remembered; 0 for none */
  gboolean               wants_post;
  gboolean               is_rejected; /* the report says why */
  gboolean               is_waiting;  /* then @person belongs to the work */
  gboolean               added;
  gboolean               changed;
} Row;

void
ggov_import_work_clear (GgovImportWork *work)
{
  g_clear_pointer (&work->crowd, ggov_import_crowd_free);
  g_clear_pointer (&work->spots, ggov_import_spots_free);
  g_clear_pointer (&work->roles, g_ptr_array_unref);
  g_clear_pointer (&work->waiting, g_array_unref);
}

static void
waiting_clear (gpointer data)
{
  g_clear_pointer (&((Waiting *) data)->person, ggov_import_person_free);
}

static GgovPersonRecord
make_record (const GgovImportPerson *person)
{
  return (GgovPersonRecord) {
    .name = person->name,
    .sex = person->sex,
    .birth_date = person->birth_date,
    .phone = person->phone,
  };
}

gboolean
ggov_import_people_flush (GgovImportWork  *work,
                          GError         **error)
{
  const guint n = work->waiting ? work->waiting->len : 0;
  GgovPersonRecord records[AT_ONCE];
  gint64 ids[AT_ONCE];

  for (guint i = 0; i < n; i++)
    records[i] = make_record (g_array_index (work->waiting, Waiting, i).person);
  if (n == 0)
    return TRUE;
  if (!ggov_change_add_people (work->change, records, n, ids, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    ggov_import_crowd_set_id (work->crowd, g_array_index (work->waiting, Waiting, i).known, ids[i]);
  g_array_set_size (work->waiting, 0);

  return TRUE;
}

/* Roles ------------------------------------------------------------------------------------ */

/* What offices call roles besides their names, a part of which is 楼长 and so on already. */
static const struct { const char *word, *code; } other_names[] = {
  { "片长", "full_time_member" }, { "网格长", "full_time_member" },
  { "专职网格员", "full_time_member" }, { "社区书记", "chief_grid_leader" },
  { "楼栋长", "building_leader" }, { "楼门长", "unit_leader" }, { "门栋长", "unit_leader" },
};

static const GgovKnownRole *
find_role (GgovImportWork *work,
           const char     *words)
{
  const char *code = words;

  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (g_str_equal (other_names[i].word, words))
      code = other_names[i].code;

  for (guint i = 0; i < work->roles->len; i++)
    {
      const GgovKnownRole *role = work->roles->pdata[i];

      if (g_str_equal (role->code, code) || g_str_equal (role->name_zh, words) ||
          g_ascii_strcasecmp (role->name, words) == 0)
        return role;
    }

  return NULL;
}

/* Rejecting -------------------------------------------------------------------------------- */

static gboolean
reject (Row        *row,
        const char *code,
        const char *message)
{
  ggov_import_report_reject (row->work->order->report, row->person->row, code, message, NAN, NAN);
  row->is_rejected = TRUE;

  return FALSE;
}

/* Takes @reason over. */
static gboolean
reject_because (Row        *row,
                const char *code,
                const char *message,
                char       *reason)
{
  ggov_import_report_reject_because (row->work->order->report, row->person->row, code, message,
                                     reason);
  g_free (reason);
  row->is_rejected = TRUE;

  return FALSE;
}

static gboolean
reject_place (Row                  *row,
              GgovImportSpotResult  result)
{
  g_autofree char *label = NULL;

  if (result == GGOV_IMPORT_SPOT_UNSAID)
    return reject (row, "no-place", _("The row does not say where the post is held"));
  if (result == GGOV_IMPORT_SPOT_AMBIGUOUS)
    return reject (row, "several-places",
                   _("Several places are called so; name the community, grid or compound too"));
  if (result == GGOV_IMPORT_SPOT_UNKNOWN)
    return reject (row, "unknown-place", _("The office knows no such place"));

  label = ggov_import_spots_dup_label (row->work->spots, row->place);

  return reject_because (row, "place-elsewhere",
                         _("The place lies in another community or grid than the row says"),
                         /* Translators: a place, with what it lies in, in parentheses */
                         g_strdup_printf (_("%s is meant, which lies in another community or grid "
                                            "than the row says; correct one of them"), label));
}

/* Understanding ---------------------------------------------------------------------------- */

static gboolean
understand_post (Row *row)
{
  const GgovImportPerson *person = row->person;
  const GgovImportSpotWords words = {
    .community = person->community,
    .grid = person->grid,
    .compound = person->compound,
    .building = person->building,
    .unit = person->unit,
    .place = person->place,
  };
  GgovImportSpotResult result;

  if (person->role == NULL)
    return TRUE;

  if (!(row->role = find_role (row->work, person->role)))
    return reject_because (row, "unknown-role",
                           _("There is no such post; use a name of the list of roles"),
                           /* Translators: what somebody typed for a role */
                           g_strdup_printf (_("There is no post “%s”; use a name of the list of "
                                              "roles"), person->role));

  result = ggov_import_spots_find (row->work->spots, row->role->scope, &words, &row->place);

  return result == GGOV_IMPORT_SPOT_FOUND || reject_place (row, result);
}

/* Says whom the row is like. */
static gboolean
reject_twin (Row                   *row,
             const GgovKnownPerson *known,
             gboolean               is_phone)
{
  const char *phone = known->phone ? known->phone : "";

  if (is_phone)
    return reject_because (row, "phone-taken",
                           _("The phone belongs to somebody of another name; correct the name or the "
                             "number"),
                           /* Translators: a phone number and the name of whoever has it */
                           g_strdup_printf (_("The phone %1$s belongs to %2$s; correct the name or "
                                              "the number, or say whether they are one person"),
                                            phone, known->name));

  return reject_because (row, "twin",
                         _("Somebody of that name has a phone that differs in one digit"),
                         /* Translators: a name and a phone number */
                         g_strdup_printf (_("%1$s is known with the phone %2$s, which differs in one "
                                            "digit; correct the number, or say whether they are one "
                                            "person"), known->name, phone));
}

/* Takes a twin for what the user says twins are. */
static gboolean
settle_twin (Row                   *row,
             const GgovKnownPerson *known,
             gboolean               is_phone)
{
  GgovImportReport *report = row->work->order->report;
  const GgovImportTwins twins = row->work->order->twins;

  if (twins == GGOV_IMPORT_TWINS_APART)
    {
      row->apart_id = known->id;
      ggov_import_report_notice (report, row->person->row, "apart",
                                 _("Taken for another person than the one who looks alike"), NAN,
                                 NAN);
      return TRUE;
    }
  if (twins == GGOV_IMPORT_TWINS_LEAVE_OUT ||
      (is_phone && !ggov_known_names_sound_alike (known->name, row->person->name)))
    return reject_twin (row, known, is_phone);

  row->person_id = known->id;
  ggov_import_report_notice (report, row->person->row, "same-person",
                             _("Taken for the known person who looks alike"), NAN, NAN);

  return TRUE;
}

/* FALSE with @error unset where the row is rejected. */
static gboolean
understand_person (Row     *row,
                   GError **error)
{
  const GgovKnownPerson *known;
  const GgovImportCrowdResult result =
    ggov_import_crowd_find (row->work->crowd, row->person, &known);

  /* One of those who wait is asked for. */
  if (known && known->id == 0 && !ggov_import_people_flush (row->work, error))
    return FALSE;

  switch (result)
    {
    case GGOV_IMPORT_CROWD_KNOWN:
      row->person_id = known->id;
      return TRUE;

    case GGOV_IMPORT_CROWD_NEW:
      return TRUE;

    case GGOV_IMPORT_CROWD_NAMESAKE:
      ggov_import_report_notice (row->work->order->report, row->person->row, "namesake",
                                 _("Somebody of that name has another phone; taken for a different "
                                   "person"), NAN, NAN);
      return TRUE;

    case GGOV_IMPORT_CROWD_TWIN:
      return settle_twin (row, known, FALSE);

    case GGOV_IMPORT_CROWD_PHONE_TAKEN:
      return settle_twin (row, known, TRUE);

    case GGOV_IMPORT_CROWD_SEVERAL:
    default:
      return reject (row, "several-namesakes",
                     _("Several people have that name; give the phone to tell them apart"));
    }
}

/* Writing ---------------------------------------------------------------------------------- */

static gboolean
write_person (Row     *row,
              GError **error)
{
  const GgovImportPerson *person = row->person;
  GgovPersonRecord record = make_record (person);

  if (row->person_id == 0)
    {
      row->added = TRUE;
      row->person_id = ggov_change_add_person (row->work->change, &record, error);
      if (row->person_id == 0)
        return FALSE;

      ggov_import_crowd_set_id (row->work->crowd, ggov_import_crowd_add (row->work->crowd, person),
                                row->person_id);

      return row->apart_id == 0 || ggov_change_tell_apart (row->work->change, row->person_id,
                                                           row->apart_id, error);
    }

  record.name = NULL;
  row->changed = ggov_import_crowd_is_different (row->work->crowd, row->person_id, person);

  return !row->changed || ggov_change_update_person (row->work->change, row->person_id, &record,
                                                     error);
}

static void
set_place (GgovPostRecord       *post,
           const GgovKnownPlace *place)
{
  gint64 *id = g_str_equal (place->kind, "sub-district") ? &post->sub_district_id
             : g_str_equal (place->kind, "community") ? &post->community_id
             : g_str_equal (place->kind, "grid") ? &post->grid_id
             : g_str_equal (place->kind, "building") ? &post->building_id : &post->unit_id;

  *id = place->id;
}

/* Whether the row has a post that is not held already, and no rule against it; a row that is
 * refused is told of. FALSE with @error set on failure. */
static gboolean
check_post (Row     *row,
            GError **error)
{
  GgovPostRecord *post = &row->post;
  GgovChange *change = row->work->change;
  g_autoptr(GError) refusal = NULL;
  gboolean has_post = FALSE;

  if (row->role == NULL)
    return TRUE;

  post->person_id = row->person_id;
  post->role_id = row->role->id;
  post->valid_from = row->person->since ? row->person->since : row->work->order->day;
  post->valid_to = row->person->until;
  post->reason = row->person->reason;
  set_place (post, row->place);
  if (row->person_id != 0 &&
      !ggov_change_has_post (change, row->person_id, post->role_id, row->place, post->valid_from,
                             &has_post, error))
    return FALSE;

  row->wants_post = !has_post;
  if (has_post || ggov_change_check_post (change, post, &refusal))
    return TRUE;

  if (!g_error_matches (refusal, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  reject_because (row, "refused", _("A rule of the post stands against it"),
                  g_strdup (refusal->message));

  return TRUE;
}

static gboolean
write_post (Row     *row,
            GError **error)
{
  if (!row->wants_post)
    return TRUE;

  row->added = TRUE;
  row->post.person_id = row->person_id;

  return ggov_change_add_post (row->work->change, &row->post, error) != 0;
}

/* Nothing can be said against somebody new: they are written together with the next. */
static gboolean
wait_for_others (Row     *row,
                 GError **error)
{
  GgovImportWork *work = row->work;
  Waiting waiting = { row->person, NULL };

  if (work->waiting && work->waiting->len == AT_ONCE && !ggov_import_people_flush (work, error))
    return FALSE;
  if (work->waiting == NULL)
    {
      work->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
      g_array_set_clear_func (work->waiting, waiting_clear);
    }

  waiting.known = ggov_import_crowd_add (work->crowd, row->person);
  g_array_append_val (work->waiting, waiting);
  row->is_waiting = row->added = TRUE;
  work->order->report->added++;

  return TRUE;
}

/* What may be refused is asked first, so that a row goes in whole or not at all. */
static gboolean
keep_row (Row     *row,
          GError **error)
{
  GgovImportReport *report = row->work->order->report;

  if (!check_post (row, error))
    return FALSE;
  if (row->is_rejected)
    return TRUE;
  if (row->person_id == 0 && row->role == NULL && row->apart_id == 0)
    return wait_for_others (row, error);
  if (!write_person (row, error) || !write_post (row, error))
    return FALSE;

  ggov_import_crowd_keep (row->work->crowd, row->person_id, row->person);
  report->added += row->added;
  report->changed += !row->added && row->changed;
  report->same += !row->added && !row->changed;

  return TRUE;
}

/* Samples ---------------------------------------------------------------------------------- */

static void
set_text (GgovImportSample *sample,
          guint             field,
          const char       *text)
{
  if (text == NULL)
    return;

  g_free (sample->texts[field]);
  sample->texts[field] = g_strdup (text);
}

/* What was read of the row, in the user's words; what could not be read as it stands there. */
static void
describe (const Row        *row,
          GgovImportTable  *table,
          GgovImportSample *sample)
{
  const GgovImportPerson *person = row->person;
  g_autofree char *place = row->place ? ggov_import_spots_dup_label (row->work->spots, row->place)
                                      : NULL;

  for (guint i = 0; i < GGOV_IMPORT_PERSON_N_FIELDS; i++)
    set_text (sample, i, ggov_import_table_get_text (table, i));

  set_text (sample, GGOV_IMPORT_PERSON_NAME, person->name);
  set_text (sample, GGOV_IMPORT_PERSON_SEX, person->sex ? ggov_sex_get_label (person->sex) : NULL);
  set_text (sample, GGOV_IMPORT_PERSON_BIRTH_DATE, person->birth_date);
  set_text (sample, GGOV_IMPORT_PERSON_PHONE, person->phone);
  set_text (sample, GGOV_IMPORT_PERSON_ROLE,
            row->role ? ggov_role_choose_name (row->role->name, row->role->name_zh) : NULL);
  set_text (sample, GGOV_IMPORT_PERSON_PLACE, place);
  set_text (sample, GGOV_IMPORT_PERSON_SINCE, person->since);
  set_text (sample, GGOV_IMPORT_PERSON_UNTIL, person->until);
  sample->fate = row->is_rejected ? GGOV_IMPORT_FATE_REJECTED
               : row->added ? GGOV_IMPORT_FATE_NEW
               : row->changed ? GGOV_IMPORT_FATE_CHANGED : GGOV_IMPORT_FATE_SAME;
}

gboolean
ggov_import_people_accept_row (GgovImportWork   *work,
                               GgovImportTable  *table,
                               GError          **error)
{
  GgovImportReport *report = work->order->report;
  GgovImportSample *sample =
    ggov_import_report_add_sample (report, ggov_exchange_rows_get_number (table->rows),
                                   GGOV_IMPORT_PERSON_N_FIELDS);
  g_autoptr(GgovImportPerson) person = NULL;
  Row row = { .work = work };
  gboolean ok = TRUE;

  /* Notes and sums among the rows say nothing of anybody. */
  if (!ggov_import_person_read (table, ggov_exchange_reading_get_epoch (work->order->reading),
                                report, &person))
    return TRUE;

  row.person = person;
  row.is_rejected = person->is_rejected;
  if (!row.is_rejected && understand_post (&row))
    ok = understand_person (&row, error) ? keep_row (&row, error) : row.is_rejected;
  if (ok && sample)
    describe (&row, table, sample);
  if (row.is_waiting)
    g_steal_pointer (&person);

  return ok;
}
