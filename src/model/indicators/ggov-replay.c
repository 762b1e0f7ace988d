/* ggov-replay.c: the issues of a past time under other limits, hours, calendars or grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-issue-terms.h"
#include "ggov-replay.h"
#include "ggov-start-rule.h"

#define CHUNK_SIZE 4096

/* How many issues are reckoned between two looks at whether it is still wanted. */
#define STRIDE 4096

typedef struct
{
  GgovReplayCase  one;
  GgovIssueTerms *terms; /* (nullable): NULL where its limit cannot be read */
} Entry;

struct _GgovReplay
{
  GObject       parent_instance;

  gint64        now;
  GArray       *entries; /* (element-type Entry) */
  GStringChunk *texts;
};

G_DEFINE_FINAL_TYPE (GgovReplay, ggov_replay, G_TYPE_OBJECT)

static void
entry_clear (gpointer data)
{
  g_clear_pointer (&((Entry *) data)->terms, ggov_issue_terms_free);
}

static void
count_free (gpointer data)
{
  GgovReplayCount *count = data;

  g_free (count->key);
  g_free (count->label);
  g_free (count);
}

void
ggov_replay_outcome_free (GgovReplayOutcome *self)
{
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  g_free (self);
}

static void
ggov_replay_finalize (GObject *object)
{
  GgovReplay *self = GGOV_REPLAY (object);

  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);

  G_OBJECT_CLASS (ggov_replay_parent_class)->finalize (object);
}

static void
ggov_replay_class_init (GgovReplayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_replay_finalize;
}

static void
ggov_replay_init (GgovReplay *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->texts = g_string_chunk_new (CHUNK_SIZE);
}

GgovReplay *
ggov_replay_new (gint64 now)
{
  GgovReplay *self = g_object_new (GGOV_TYPE_REPLAY, NULL);

  self->now = now;

  return self;
}

static const char *
keep (GgovReplay *self,
      const char *text)
{
  return text ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

void
ggov_replay_add (GgovReplay           *self,
                 const GgovReplayCase *one,
                 GPtrArray            *events)
{
  Entry entry = { .one = *one };
  GgovStartRule rule = GGOV_START_BY_UNIT;
  GgovLimit limit;

  g_return_if_fail (GGOV_IS_REPLAY (self));
  g_return_if_fail (one->type_code != NULL && one->grid_code != NULL && events != NULL);

  entry.one.type_code = keep (self, one->type_code);
  entry.one.type_name = keep (self, one->type_name);
  entry.one.limit_text = keep (self, one->limit_text);
  entry.one.grid_code = keep (self, one->grid_code);
  entry.one.grid_name = keep (self, one->grid_name);
  entry.one.other_grid_code = keep (self, one->other_grid_code);
  entry.one.other_grid_name = keep (self, one->other_grid_name);
  entry.one.start_rule = NULL;
  if (one->limit_text && ggov_limit_parse (one->limit_text, &limit, NULL) &&
      ggov_start_rule_from_code (one->start_rule, &rule, NULL))
    {
      entry.terms = ggov_issue_terms_new (&limit, one->filed_at, events);
      entry.terms->terms.start_rule = rule;
    }
  g_array_append_val (self->entries, entry);
}

guint
ggov_replay_get_n (GgovReplay *self)
{
  g_return_val_if_fail (GGOV_IS_REPLAY (self), 0);

  return self->entries->len;
}

/* Counting ---------------------------------------------------------------------------------- */

/* What is counted while a replay runs. */
typedef struct
{
  GgovReplay            *self;    /* (unowned) */
  const GgovReplayRules *rules;
  GgovReplayOutcome     *outcome; /* (unowned) */
  GHashTable            *types;   /* (element-type utf8 GgovReplayCount): by kept texts */
  GHashTable            *grids;
} Run;

static GgovReplayCount *
find_count (GHashTable *counts,
            const char *key,
            const char *label)
{
  GgovReplayCount *count = g_hash_table_lookup (counts, key);

  if (count)
    return count;

  count = g_new0 (GgovReplayCount, 1);
  count->key = g_strdup (key);
  count->label = g_strdup (label ? label : "");
  g_hash_table_insert (counts, (gpointer) key, count);

  return count;
}

static gboolean
is_late (const Run *run,
         gint64     due,
         gint64     closed_at)
{
  return due != 0 && due != GGOV_DEADLINE_NONE && due < (closed_at ? closed_at : run->self->now);
}

/* FALSE where there is no deadline to reckon. */
static gboolean
reckon (Run         *run,
        const Entry *entry,
        gint64      *due)
{
  const GgovLimit *limit = run->rules->limits
                             ? g_hash_table_lookup (run->rules->limits, entry->one.type_code) : NULL;
  GgovDeadlineTerms terms;
  GgovDeadline deadline;

  if (entry->terms == NULL)
    return FALSE;

  terms = entry->terms->terms;
  if (limit)
    terms.limit = *limit;
  if (!ggov_deadline_reckon (run->rules->clock, &terms, &deadline, NULL))
    {
      if (terms.n_extensions == 0)
        return FALSE;

      terms.n_extensions = 0;
      if (!ggov_deadline_reckon (run->rules->clock, &terms, &deadline, NULL))
        return FALSE;
      run->outcome->n_without_extension++;
    }
  *due = deadline.due;

  return TRUE;
}

static void
count_entry (Run         *run,
             const Entry *entry)
{
  const GgovReplayCase *one = &entry->one;
  GgovReplayOutcome *outcome = run->outcome;
  gboolean was, would;
  GgovReplayCount *type, *grid, *other;
  gint64 due = 0;

  if (!reckon (run, entry, &due))
    {
      outcome->n_left_out++;
      return;
    }

  was = is_late (run, one->due_at, one->closed_at);
  would = is_late (run, due, one->closed_at);
  outcome->n_issues++;
  outcome->n_late_was += was;
  outcome->n_late_would += would;
  outcome->n_newly_late += would && !was;
  outcome->n_saved += was && !would;

  type = find_count (run->types, one->type_code, one->type_name);
  type->n_was++;
  type->n_would++;
  type->n_late_was += was;
  type->n_late_would += would;

  grid = find_count (run->grids, one->grid_code, one->grid_name);
  other = one->other_grid_code
            ? find_count (run->grids, one->other_grid_code, one->other_grid_name) : grid;
  grid->n_was++;
  grid->n_late_was += was;
  other->n_would++;
  other->n_late_would += would;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  return g_strcmp0 ((*(GgovReplayCount *const *) a)->key, (*(GgovReplayCount *const *) b)->key);
}

static GPtrArray *
sort_counts (GHashTable *counts)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (count_free);
  GHashTableIter iter;
  gpointer count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (sorted, count);
    }
  g_ptr_array_sort (sorted, compare_counts);

  return sorted;
}

GgovReplayOutcome *
ggov_replay_run (GgovReplay             *self,
                 const GgovReplayRules  *rules,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_autoptr(GgovReplayOutcome) outcome = g_new0 (GgovReplayOutcome, 1);
  g_autoptr(GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, count_free);
  g_autoptr(GHashTable) grids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, count_free);
  Run run = { self, rules, outcome, types, grids };

  g_return_val_if_fail (GGOV_IS_REPLAY (self), NULL);
  g_return_val_if_fail (rules != NULL && rules->clock != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (i % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      count_entry (&run, &g_array_index (self->entries, Entry, i));
    }

  outcome->types = sort_counts (types);
  outcome->grids = sort_counts (grids);

  return g_steal_pointer (&outcome);
}

/* In a thread of its own --------------------------------------------------------------------- */

static void
rules_free (gpointer data)
{
  GgovReplayRules *rules = data;

  g_clear_pointer (&rules->clock, ggov_office_clock_unref);
  g_clear_pointer (&rules->limits, g_hash_table_unref);
  g_free (rules);
}

static GgovReplayRules *
rules_copy (const GgovReplayRules *rules)
{
  GgovReplayRules *copy = g_new0 (GgovReplayRules, 1);
  GHashTableIter iter;
  gpointer code, limit;

  copy->clock = ggov_office_clock_ref (rules->clock);
  if (rules->limits == NULL)
    return copy;

  copy->limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, rules->limits);
  while (g_hash_table_iter_next (&iter, &code, &limit))
    g_hash_table_insert (copy->limits, g_strdup (code), g_memdup2 (limit, sizeof (GgovLimit)));

  return copy;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  GgovReplayOutcome *outcome = ggov_replay_run (source, data, cancellable, &error);

  if (outcome)
    g_task_return_pointer (task, outcome, (GDestroyNotify) ggov_replay_outcome_free);
  else
    g_task_return_error (task, error);
}

void
ggov_replay_run_async (GgovReplay            *self,
                       const GgovReplayRules *rules,
                       GCancellable          *cancellable,
                       GAsyncReadyCallback    callback,
                       gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ggov_replay_run_async);
  g_task_set_task_data (task, rules_copy (rules), rules_free);
  g_task_run_in_thread (task, run_in_thread);
}

GgovReplayOutcome *
ggov_replay_run_finish (GgovReplay    *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
