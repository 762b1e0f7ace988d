/* ggov-exchange-import.c: a foreign file into the office, as one change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-exchange-import.h"
#include "ggov-import-accept.h"
#include "ggov-import-case-types.h"
#include "ggov-import-heading.h"
#include "ggov-import-issues.h"
#include "ggov-import-nets.h"
#include "ggov-import-people-private.h"
#include "ggov-import-rejects.h"
#include "ggov-import-residents.h"
#include "ggov-store-names.h"
#include "ggov-write-places.h"

#define READING_SHARE 0.6 /* of the whole time, as measured on large files */

/* The task's data. Its fields are set before the store's thread sees it; only @done is shared. */
typedef struct
{
  GgovStore                *store;    /* (owned) */
  GgovImportKind            kind;
  GgovGeoDatum              datum;
  gboolean                  dry_run;
  GHashTable               *wishes;   /* (owned) (nullable) */
  GHashTable               *services; /* (owned) (nullable) */
  GHashTable               *conflicts; /* (owned) (nullable) */
  char                     *layer;    /* (owned) (nullable) */
  char                     *words;    /* (owned) (nullable) */
  char                     *net;        /* (owned) (nullable) */
  char                     *department; /* (owned) (nullable) */
  char                     *role_code;  /* (owned) (nullable) */
  gint64                    community_id;
  char                     *plan_name; /* (owned) (nullable) */
  char                     *day;        /* (owned): ISO */
  gint64                    heading;
  GgovImportTwins           twins;
  gboolean                  remember;
  guint                     most_rows;
  char                     *rejects;    /* (owned) (nullable) */
  char                     *document;   /* (owned) (nullable): path of one that is not for the reader */
  double                    share;    /* of the whole time that reading takes, 0 where it is done */
  GgovExchangeReading      *reading;  /* (owned) (nullable): NULL while the file is read */
  GgovImportReport         *report;   /* (owned) */
  GgovExchangeProgressFunc  progress;
  gpointer                  progress_data;
  GMainContext             *context;  /* (owned): the caller's */
  gint                      done;     /* (atomic): per mille */
  gint                      told;     /* (atomic): whether a telling is on its way */
} Import;

static void
import_free (Import *import)
{
  g_clear_object (&import->store);
  g_clear_pointer (&import->wishes, g_hash_table_unref);
  g_clear_pointer (&import->services, g_hash_table_unref);
  g_clear_pointer (&import->conflicts, g_hash_table_unref);
  g_clear_pointer (&import->layer, g_free);
  g_clear_pointer (&import->words, g_free);
  g_clear_pointer (&import->net, g_free);
  g_clear_pointer (&import->department, g_free);
  g_clear_pointer (&import->role_code, g_free);
  g_clear_pointer (&import->plan_name, g_free);
  g_clear_pointer (&import->day, g_free);
  g_clear_pointer (&import->rejects, g_free);
  g_clear_pointer (&import->document, g_free);
  g_clear_object (&import->reading);
  g_clear_pointer (&import->report, ggov_import_report_free);
  g_clear_pointer (&import->context, g_main_context_unref);
  g_free (import);
}

/* What each kind is called in the history, and how its rows are taken in. */
static const struct
{
  const char             *word;
  const char             *action;
  GgovExchangeExpect      expect;
  gboolean              (*accept) (GgovChange *change, GgovImportOrder *order, GError **error);
  const GgovImportField *(*get_fields) (guint *n_fields);
  void                  (*prepare) (GgovStore *store); /* (nullable): while the file is read */
  gboolean              (*accept_document) (GgovChange *change, GgovImportOrder *order,
                                            const char *path, GError **error); /* (nullable) */
} kinds[] = {
  [GGOV_IMPORT_BUILDINGS] = {
    "buildings", N_("Import buildings"), GGOV_EXCHANGE_EXPECT_SHAPES,
    ggov_import_accept_buildings, ggov_import_get_building_fields },
  [GGOV_IMPORT_COMMUNITIES] = {
    "communities", N_("Import communities"), GGOV_EXCHANGE_EXPECT_SHAPES,
    ggov_import_accept_communities, ggov_import_get_community_fields },
  [GGOV_IMPORT_GRIDS] = {
    "grids", N_("Import grids as a plan"), GGOV_EXCHANGE_EXPECT_SHAPES,
    ggov_import_accept_grids, ggov_import_get_grid_fields },
  [GGOV_IMPORT_OLD_GRIDS] = {
    "legacy-grids", N_("Import an old net"), GGOV_EXCHANGE_EXPECT_SHAPES,
    ggov_import_accept_old_grids, ggov_import_get_old_grid_fields },
  [GGOV_IMPORT_OLD_PEOPLE] = {
    "legacy-people", N_("Import the people of an old net"), GGOV_EXCHANGE_EXPECT_TABLE,
    ggov_import_accept_old_people, ggov_import_get_old_person_fields,
    ggov_store_prepare_names },
  [GGOV_IMPORT_PEOPLE] = {
    "people", N_("Import people"), GGOV_EXCHANGE_EXPECT_TABLE,
    ggov_import_accept_people, ggov_import_get_person_fields, ggov_store_prepare_names },
  [GGOV_IMPORT_CASE_TYPES] = {
    "case-types", N_("Import case types"), GGOV_EXCHANGE_EXPECT_TABLE,
    ggov_import_accept_case_types, ggov_import_get_case_type_fields, ggov_store_prepare_names,
    ggov_import_accept_case_type_document },
  [GGOV_IMPORT_ISSUES] = {
    "issues", N_("Import issues"), GGOV_EXCHANGE_EXPECT_TABLE,
    ggov_import_accept_issues, ggov_import_get_issue_fields },
  [GGOV_IMPORT_RESIDENTS] = {
    "residents", N_("Import residents"), GGOV_EXCHANGE_EXPECT_TABLE,
    ggov_import_accept_residents, ggov_import_get_resident_fields, ggov_store_prepare_names },
};

/* Progress --------------------------------------------------------------------------------- */

static void
reading_progress_cb (double   fraction,
                     gpointer user_data)
{
  Import *import = g_task_get_task_data (user_data);

  if (import->progress)
    import->progress (fraction * import->share, import->progress_data);
}

static gboolean
tell_cb (gpointer user_data)
{
  GTask *task = user_data;
  Import *import = g_task_get_task_data (task);

  g_atomic_int_set (&import->told, 0);
  if (!g_task_get_completed (task))
    import->progress (import->share +
                      (1 - import->share) * g_atomic_int_get (&import->done) / 1000.0,
                      import->progress_data);

  return G_SOURCE_REMOVE;
}

/* On the store's thread. One telling at a time, so that a quick writer does not flood the
 * caller. */
static void
accept_progress (double   done,
                 gpointer data)
{
  GTask *task = data;
  Import *import = g_task_get_task_data (task);

  g_atomic_int_set (&import->done, (gint) (done * 1000));
  if (import->progress && g_atomic_int_compare_and_exchange (&import->told, 0, 1))
    g_main_context_invoke_full (import->context, G_PRIORITY_DEFAULT_IDLE, tell_cb,
                                g_object_ref (task), g_object_unref);
}

/* Accept ----------------------------------------------------------------------------------- */

/* The sheet of a workbook that has the headings. */
static int
find_sheet (Import *import)
{
  guint n_fields;
  const GgovImportField *fields = kinds[import->kind].get_fields (&n_fields);

  return ggov_import_heading_find_layer (import->reading, fields, n_fields, 1, import->wishes,
                                         NULL);
}

/* From 0; -1 where it has to be chosen. */
static int
find_layer (Import *import)
{
  guint n = ggov_exchange_reading_get_n_layers (import->reading);

  for (guint i = 0; i < n; i++)
    {
      const GgovExchangeLayer *layer = ggov_exchange_reading_get_layer (import->reading, i);

      if (n == 1 || g_strcmp0 (layer->name, import->layer) == 0)
        return (int) i;
    }

  return import->layer == NULL && kinds[import->kind].expect == GGOV_EXCHANGE_EXPECT_TABLE
           ? find_sheet (import) : -1;
}

/* On the store's thread. Where nothing came in, there is nothing to tell whose it is; an old net
 * tells of its own. */
static gboolean
keep_words (Import      *import,
            GgovChange  *change,
            GError     **error)
{
  if (import->words == NULL || import->kind == GGOV_IMPORT_OLD_GRIDS ||
      import->kind == GGOV_IMPORT_OLD_PEOPLE || import->kind == GGOV_IMPORT_PEOPLE ||
      import->kind == GGOV_IMPORT_CASE_TYPES ||
      import->kind == GGOV_IMPORT_ISSUES || import->kind == GGOV_IMPORT_RESIDENTS ||
      import->report->added + import->report->changed == 0)
    return TRUE;

  return ggov_change_add_map_source (change, import->words, error) != 0;
}

/* On the store's thread. Who asked for the rows that are left out wants nothing in without them. */
static gboolean
keep_rejects (Import  *import,
              guint    layer,
              GError **error)
{
  if (import->rejects == NULL || import->report->rejected == 0)
    return TRUE;

  return ggov_import_write_rejects (import->reading, layer, import->report, import->rejects, error);
}

/* On the store's thread. */
static gboolean
accept_document (GgovChange  *change,
                 gpointer     data,
                 GError     **error)
{
  GTask *task = data;
  Import *import = g_task_get_task_data (task);
  GgovImportOrder order = {
    .day = import->day,
    .word = kinds[import->kind].word,
    .report = import->report,
  };

  if (!kinds[import->kind].accept_document (change, &order, import->document, error))
    return FALSE;

  if (import->dry_run)
    ggov_change_set_rehearsal (change);

  return TRUE;
}

/* On the store's thread. */
static gboolean
accept_rows (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  GTask *task = data;
  Import *import = g_task_get_task_data (task);
  const guint layer = (guint) find_layer (import);
  GgovImportOrder order = {
    .reading = import->reading,
    .layer_index = layer,
    .layer = ggov_exchange_reading_get_layer (import->reading, layer),
    .datum = import->datum,
    .wishes = import->wishes,
    .services = import->services,
    .conflicts = import->conflicts,
    .net = import->net,
    .department = import->department,
    .role_code = import->role_code,
    .words = import->words,
    .community_id = import->community_id,
    .plan_name = import->plan_name,
    .day = import->day,
    .heading = import->heading,
    .twins = import->twins,
    .remember = import->remember && !import->dry_run,
    .most_rows = import->most_rows,
    .word = kinds[import->kind].word,
    .report = import->report,
    .progress = accept_progress,
    .progress_data = task,
  };

  if (!kinds[import->kind].accept (change, &order, error) ||
      !keep_words (import, change, error) || !keep_rejects (import, layer, error))
    return FALSE;

  if (import->dry_run)
    ggov_change_set_rehearsal (change);

  return TRUE;
}

static void
accepted_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ggov_store_change_finish (GGOV_STORE (object), result, &import->report->change_id, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* What is on the disk is done, even if it was given up in the same moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_return_pointer (task, g_steal_pointer (&import->report),
                         (GDestroyNotify) ggov_import_report_free);
}

static gboolean
check_layers (Import  *import,
              GError **error)
{
  guint n = ggov_exchange_reading_get_n_layers (import->reading);
  g_autoptr(GString) names = g_string_new (NULL);

  if (find_layer (import) >= 0)
    return TRUE;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ggov_exchange_reading_get_layer (import->reading, i)->name);

  if (kinds[import->kind].expect == GGOV_EXCHANGE_EXPECT_TABLE && import->layer == NULL)
    /* Translators: the place-holder is a list of names. */
    g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
                 _("No sheet of the file has headings that are known. Choose one of: %s."),
                 names->str);
  else
    /* Translators: the place-holder is a list of names. */
    g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
                 _("The file has several layers. Choose one of: %s."), names->str);
  return FALSE;
}

/* Goes on with a task whose file is read; takes the task. */
static void
accept (GTask *task)
{
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;

  if (!check_layers (import, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  ggov_store_change_async (import->store, kinds[import->kind].action,
                           "", accept_rows, g_object_ref (task), g_object_unref,
                           g_task_get_cancellable (task), accepted_cb, task);
}

static gboolean
is_document (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".json");
}

/* A document of the office's own kind; takes the task. */
static void
take_document (GTask      *task,
               const char *path)
{
  Import *import = g_task_get_task_data (task);

  import->document = g_strdup (path);
  ggov_store_change_async (import->store, kinds[import->kind].action, "", accept_document,
                           g_object_ref (task), g_object_unref, g_task_get_cancellable (task),
                           accepted_cb, task);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;

  if ((import->reading = ggov_exchange_read_finish (result, &error)))
    accept (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static char *
dup_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static GTask *
make_task (GgovStore                *store,
           const GgovImportRequest  *request,
           double                    share,
           GgovExchangeProgressFunc  progress,
           gpointer                  progress_data,
           GCancellable             *cancellable,
           GAsyncReadyCallback       callback,
           gpointer                  user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Import *import = g_new0 (Import, 1);

  import->store = g_object_ref (store);
  import->kind = request->kind;
  import->datum = request->datum;
  import->dry_run = request->dry_run;
  import->wishes = request->wishes ? g_hash_table_ref (request->wishes) : NULL;
  import->services = request->services ? g_hash_table_ref (request->services) : NULL;
  import->conflicts = request->conflicts ? g_hash_table_ref (request->conflicts) : NULL;
  import->layer = g_strdup (request->layer);
  import->words = request->words && *request->words ? g_strdup (request->words) : NULL;
  import->net = g_strdup (request->net);
  import->department = g_strdup (request->department);
  import->role_code = g_strdup (request->role_code);
  import->community_id = request->community_id;
  import->plan_name = g_strdup (request->plan_name);
  import->day = request->day ? g_strdup (request->day) : dup_today ();
  import->heading = request->heading;
  import->twins = request->twins;
  import->remember = request->remember;
  import->most_rows = request->most_rows;
  import->rejects = g_strdup (request->rejects);
  import->share = share;
  import->report = ggov_import_report_new ();
  import->report->most_samples = request->most_samples;
  import->progress = progress;
  import->progress_data = progress_data;
  import->context = g_main_context_ref_thread_default ();
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);

  return task;
}

const char *
ggov_exchange_get_import_word (GgovImportKind kind)
{
  return kinds[kind].word;
}

const GgovImportField *
ggov_exchange_get_import_fields (GgovImportKind  kind,
                                 guint          *n_fields)
{
  g_return_val_if_fail (n_fields != NULL, NULL);

  return kinds[kind].get_fields (n_fields);
}

void
ggov_exchange_import_async (GgovStore                 *store,
                            const GgovImportRequest   *request,
                            GgovExchangeProgressFunc   progress,
                            gpointer                   progress_data,
                            GCancellable              *cancellable,
                            GAsyncReadyCallback        callback,
                            gpointer                   user_data)
{
  const GgovExchangeRequest reader_request = {
    .path = request->path,
    .layer = request->layer,
    .crs = request->crs,
    .expect = kinds[request->kind].expect,
  };
  GTask *task = make_task (store, request, READING_SHARE, progress, progress_data, cancellable,
                           callback, user_data);

  g_task_set_source_tag (task, ggov_exchange_import_async);
  if (kinds[request->kind].prepare)
    kinds[request->kind].prepare (store);
  if (kinds[request->kind].accept_document && is_document (request->path))
    {
      take_document (task, request->path);
      return;
    }

  ggov_exchange_read_async (&reader_request, reading_progress_cb, task, cancellable, read_cb, task);
}

void
ggov_exchange_accept_async (GgovStore                 *store,
                            GgovExchangeReading       *reading,
                            const GgovImportRequest   *request,
                            GgovExchangeProgressFunc   progress,
                            gpointer                   progress_data,
                            GCancellable              *cancellable,
                            GAsyncReadyCallback        callback,
                            gpointer                   user_data)
{
  GTask *task = make_task (store, request, 0, progress, progress_data, cancellable, callback,
                           user_data);

  g_task_set_source_tag (task, ggov_exchange_accept_async);
  ((Import *) g_task_get_task_data (task))->reading = g_object_ref (reading);
  accept (task);
}

GgovImportReport *
ggov_exchange_import_finish (GgovStore     *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
