/* ggov-paged-steps.c: what has to be taken out and put in to make one list of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-paged-steps-private.h"

/* A change of an office's takes a few steps; another order takes as many as there are rows. */
#define MAX_STEPS 64

/* Rows that a view of GTK 4 has widgets for: 200 and those on the screen. */
#define N_HEAD 256

/* The part in which two lists differ. */
typedef struct
{
  GArray     *old;
  GArray     *keys;
  guint       i, old_end; /* in the old list */
  guint       j, end;     /* in the new one */
  GHashTable *old_at;     /* (element-type gint64 guint): rows that are still to come in the old list */
  GHashTable *at;         /* likewise in the new one */
  GArray     *steps;
} Walk;

static const gint64 *
get_id (GArray *keys,
        guint   position)
{
  return &g_array_index (keys, GgovRowKey, position).id;
}

static void
skip_ends (Walk *walk)
{
  while (walk->i < walk->old_end && walk->j < walk->end &&
         *get_id (walk->old, walk->i) == *get_id (walk->keys, walk->j))
    walk->i++, walk->j++;

  while (walk->old_end > walk->i && walk->end > walk->j &&
         *get_id (walk->old, walk->old_end - 1) == *get_id (walk->keys, walk->end - 1))
    walk->old_end--, walk->end--;
}

static GHashTable *
index_rows (GArray *keys,
            guint   start,
            guint   end)
{
  GHashTable *at = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = start; i < end; i++)
    g_hash_table_insert (at, (gpointer) get_id (keys, i), GUINT_TO_POINTER (i));

  return at;
}

/* How far on a row is; -1 if it does not come. */
static gint64
look_ahead (GHashTable   *at,
            const gint64 *id,
            guint         from)
{
  gpointer position;

  return g_hash_table_lookup_extended (at, id, NULL, &position)
           ? (gint64) GPOINTER_TO_UINT (position) - from : -1;
}

static void
add_step (Walk     *walk,
          gboolean  is_removal)
{
  GgovPagedStep *last = walk->steps->len > 0
                          ? &g_array_index (walk->steps, GgovPagedStep, walk->steps->len - 1) : NULL;

  /* The list is new up to j, whatever was in it. */
  if (last == NULL || last->position + last->added != walk->j ||
      (is_removal && last->added > 0))
    {
      const GgovPagedStep step = { walk->j, 0, 0, walk->j };

      g_array_append_val (walk->steps, step);
      last = &g_array_index (walk->steps, GgovPagedStep, walk->steps->len - 1);
    }

  if (is_removal)
    last->removed++;
  else
    last->added++;
}

/* Of two rows that do not stand where the other list has them, the one has moved that comes later. */
static void
walk_on (Walk *walk)
{
  const gint64 *old = walk->i < walk->old_end ? get_id (walk->old, walk->i) : NULL;
  const gint64 *new = walk->j < walk->end ? get_id (walk->keys, walk->j) : NULL;
  gint64 old_ahead = old ? look_ahead (walk->at, old, walk->j) : -1;
  gint64 new_ahead = new ? look_ahead (walk->old_at, new, walk->i) : -1;

  if (old && new && *old == *new)
    {
      walk->i++, walk->j++;
    }
  else if (old && (old_ahead < 0 || new == NULL || old_ahead > new_ahead) &&
           !(new && new_ahead < 0 && old_ahead >= 0))
    {
      g_hash_table_remove (walk->old_at, old);
      add_step (walk, TRUE);
      walk->i++;
    }
  else
    {
      g_hash_table_remove (walk->at, new);
      add_step (walk, FALSE);
      walk->j++;
    }
}

static void
append (GArray *steps,
        guint   position,
        guint   removed,
        guint   added)
{
  const GgovPagedStep step = { position, removed, added, position };

  if (removed > 0 || added > 0)
    g_array_append_val (steps, step);
}

/* Not everything at once: a view that is told so looks at each row to learn what has become of it. And
 * not everything out, then everything in: a view would throw away all its widgets and make them anew,
 * which takes twice the time of showing other rows in them. */
GArray *
_ggov_paged_steps_replace (guint n_old,
                           guint n_new)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (GgovPagedStep));
  guint head_old = MIN (n_old, N_HEAD);
  guint head = n_old > 0 ? MIN (n_new, N_HEAD) : n_new;

  append (steps, head_old, n_old - head_old, 0);
  append (steps, 0, head_old, head);
  append (steps, head, 0, n_new - head);

  return steps;
}

GArray *
_ggov_paged_steps_find (GArray *old,
                        GArray *keys)
{
  Walk walk = { .old = old, .keys = keys, .old_end = old->len, .end = keys->len };

  walk.steps = g_array_new (FALSE, FALSE, sizeof (GgovPagedStep));
  skip_ends (&walk);
  if (walk.i == walk.old_end || walk.j == walk.end)
    {
      const GgovPagedStep step = { walk.j, walk.old_end - walk.i, walk.end - walk.j, walk.j };

      if (step.removed + step.added > 0)
        g_array_append_val (walk.steps, step);

      return walk.steps;
    }

  walk.old_at = index_rows (old, walk.i, walk.old_end);
  walk.at = index_rows (keys, walk.j, walk.end);
  while ((walk.i < walk.old_end || walk.j < walk.end) && walk.steps->len <= MAX_STEPS)
    walk_on (&walk);
  g_hash_table_unref (walk.old_at);
  g_hash_table_unref (walk.at);

  if (walk.steps->len <= MAX_STEPS)
    return walk.steps;

  g_array_unref (walk.steps);

  return _ggov_paged_steps_replace (old->len, keys->len);
}
