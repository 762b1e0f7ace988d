/* ggov-store-offers.c: venues, and what they offer for points: new, changed, withdrawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-organisation-rules-private.h"
#include "ggov-store-offers.h"
#include "ggov-store-private.h"
#include "ggov-typed-text.h"
#include "ggov-write-organisations.h"
#include "ggov-write-points-private.h"
#include "ggov-write-points.h"

#define SQL_VENUES \
  "SELECT o.id, o.name, o.phone FROM organisation o WHERE o.kind = 'venue' " \
  "AND coalesce (o.valid_from, $1) <= $1 AND coalesce (o.valid_to, $1) >= $1 ORDER BY o.name, o.id"
#define SQL_VENUE "SELECT id FROM venue WHERE organisation_id = $1"
#define SQL_ITS_VENUE "SELECT venue_id FROM reward WHERE id = $1"

/* One that is not this one, of this name, still offered at this venue. */
#define SQL_TWIN \
  "SELECT 1 FROM reward WHERE venue_id = $1 AND name = $2 AND id <> $3 " \
  "AND (valid_to IS NULL OR valid_to >= $4) LIMIT 1"
#define SQL_ITS_REWARDS \
  "SELECT r.id FROM reward r JOIN reward x ON x.venue_id = r.venue_id " \
  "WHERE x.id = $1 AND (r.valid_to IS NULL OR r.valid_to > $2) ORDER BY r.id"

typedef struct
{
  gint64          organisation_id;
  gint64          reward_id;
  char           *name;
  char           *phone;
  char           *day;         /* (nullable): last of an offer, first of a venue */
  GgovRewardOffer offer;       /* its texts are those above */
  gboolean        whole_venue;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free (act->name);
  g_free (act->phone);
  g_free (act->day);
  g_free (act);
}

static Act *
act_new (const char *name,
         const char *day)
{
  Act *act = g_new0 (Act, 1);

  act->name = g_strstrip (g_strdup (name ? name : ""));
  act->day = g_strdup (day);

  return act;
}

static Act *
act_new_offer (const GgovRewardOffer *offer)
{
  Act *act = act_new (offer->name, offer->last_day);

  act->offer = *offer;
  act->offer.name = act->name;
  act->offer.last_day = act->day;

  return act;
}

/* Venues ---------------------------------------------------------------------------------------- */

static gpointer
make_venue (GgovStmt *stmt)
{
  return ggov_choice_new (&(GgovChoiceFields) {
    .id = ggov_stmt_get_int (stmt, 0),
    .name = ggov_stmt_get_text (stmt, 1),
    .detail = ggov_stmt_get_text (stmt, 2),
  });
}

/* On the store's thread. */
static void
venues_job (GTask  *task,
            GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_VENUES, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_text (stmt, 1, g_task_get_task_data (task));
  _ggov_store_return_rows (task, stmt, make_venue);
}

static gboolean
write_venue (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Act *act = data;
  const GgovOrganisationRecord record = {
    .kind = "venue", .name = act->name, .phone = act->phone, .valid_from = act->day,
  };
  gint64 organisation_id;

  ggov_change_set_subject (change, act->name);

  return _ggov_organisation_check_record (change->db, &record, 0, error) &&
         (organisation_id = ggov_change_add_organisation (change, &record, error)) &&
         ggov_change_add_venue (change, organisation_id, error) != 0;
}

/* An organisation of this kind that was written elsewhere is a venue from its first reward on. */
static gint64
find_venue (GgovChange  *change,
            gint64       organisation_id,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_VENUE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return 0;

  ggov_stmt_bind_int (stmt, 1, organisation_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return 0;

  return step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0)
                             : ggov_change_add_venue (change, organisation_id, error);
}

/* Rewards --------------------------------------------------------------------------------------- */

static gboolean
check_offer (const GgovRewardOffer  *offer,
             GError                **error)
{
  if (ggov_typed_is_blank (offer->name))
    return _ggov_points_refuse (error, _("Say what is offered: goods or a service have a name."));
  if (offer->points < 1)
    return _ggov_points_refuse (error, _("A reward costs a whole number of points, 1 or more."));

  return (offer->stock >= -1 && offer->per_month >= 0 && offer->voucher_days >= 0) ||
         _ggov_points_refuse (error, _("There cannot be less than none. Type 0 or more."));
}

static gboolean
check_twin (GgovChange             *change,
            gint64                  venue_id,
            gint64                  reward_id,
            const GgovRewardOffer  *offer,
            GError                **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_TWIN, error);
  g_autofree char *today = ggov_local_day_format (ggov_local_time_get_day (change->at));
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, venue_id);
  ggov_stmt_bind_text (stmt, 2, offer->name);
  ggov_stmt_bind_int (stmt, 3, reward_id);
  ggov_stmt_bind_text (stmt, 4, today);
  step = ggov_stmt_step (stmt, error);

  return step == GGOV_DB_DONE ||
         (step == GGOV_DB_ROW &&
          _ggov_points_refuse (error, _("This venue offers something of this name already. Change that, or "
                                        "choose another name.")));
}

static gboolean
write_offer (GgovChange             *change,
             gint64                  reward_id,
             const GgovRewardOffer  *offer,
             GError                **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("name", offer->name),
    GGOV_INT ("points", offer->points),
    offer->stock < 0 ? (GgovColumn) GGOV_ID ("stock", 0) : (GgovColumn) GGOV_INT ("stock", offer->stock),
    GGOV_ID ("per_month", offer->per_month),
    GGOV_ID ("voucher_days", offer->voucher_days),
    GGOV_TEXT ("valid_to", offer->last_day),
  };

  return _ggov_change_update (change, "reward", reward_id, -1, columns, G_N_ELEMENTS (columns), error);
}

static gboolean
write_new (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  const Act *act = data;
  gint64 venue_id, reward_id;

  ggov_change_set_subject (change, act->name);

  return check_offer (&act->offer, error) &&
         (venue_id = find_venue (change, act->organisation_id, error)) &&
         check_twin (change, venue_id, 0, &act->offer, error) &&
         (reward_id = ggov_change_add_reward (change, venue_id, act->name, act->offer.points,
                                              act->offer.stock, error)) &&
         write_offer (change, reward_id, &act->offer, error);
}

static gboolean
write_changed (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  const Act *act = data;
  g_autoptr(GgovStmt) stmt = NULL;

  ggov_change_set_subject (change, act->name);
  if (!check_offer (&act->offer, error) ||
      !(stmt = ggov_db_prepare (change->db, SQL_ITS_VENUE, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, act->reward_id);

  return _ggov_points_ask (stmt, "reward", error) &&
         check_twin (change, ggov_stmt_get_int (stmt, 0), act->reward_id, &act->offer, error) &&
         write_offer (change, act->reward_id, &act->offer, error);
}

static gboolean
write_withdrawn (GgovChange  *change,
                 gpointer     data,
                 GError     **error)
{
  const Act *act = data;
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (!act->whole_venue)
    return ggov_change_end_reward (change, act->reward_id, act->day, error);

  if (!(stmt = ggov_db_prepare (change->db, SQL_ITS_REWARDS, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, act->reward_id);
  ggov_stmt_bind_text (stmt, 2, act->day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    if (!ggov_change_end_reward (change, ggov_stmt_get_int (stmt, 0), act->day, error))
      return FALSE;

  return step == GGOV_DB_DONE;
}

/* Public ----------------------------------------------------------------------------------------- */

void
ggov_store_list_venues_async (GgovStore           *self,
                              const char          *as_of,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_venues_async, venues_job, g_strdup (as_of), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_venues_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_CHOICE) : NULL;
}

void
ggov_store_add_venue_async (GgovStore           *self,
                            const char          *name,
                            const char          *phone,
                            const char          *valid_from,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Act *act = act_new (name, valid_from);

  act->phone = phone && *phone ? g_strdup (phone) : NULL;
  ggov_store_change_async (self, N_("Add a venue"), "", write_venue, act, act_free, cancellable, callback,
                           user_data);
}

void
ggov_store_add_reward_async (GgovStore              *self,
                             gint64                  organisation_id,
                             const GgovRewardOffer  *offer,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  Act *act;

  g_return_if_fail (offer != NULL);

  act = act_new_offer (offer);
  act->organisation_id = organisation_id;
  ggov_store_change_async (self, N_("Offer a reward"), "", write_new, act, act_free, cancellable, callback,
                           user_data);
}

void
ggov_store_change_reward_async (GgovStore              *self,
                                gint64                  reward_id,
                                const GgovRewardOffer  *offer,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  Act *act;

  g_return_if_fail (offer != NULL);

  act = act_new_offer (offer);
  act->reward_id = reward_id;
  ggov_store_change_async (self, N_("Change a reward"), "", write_changed, act, act_free, cancellable,
                           callback, user_data);
}

void
ggov_store_withdraw_reward_async (GgovStore           *self,
                                  gint64               reward_id,
                                  const char          *last_day,
                                  gboolean             whole_venue,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Act *act;

  g_return_if_fail (last_day != NULL);

  act = act_new (NULL, last_day);
  act->reward_id = reward_id;
  act->whole_venue = whole_venue;
  ggov_store_change_async (self, N_("Withdraw a reward"), "", write_withdrawn, act, act_free, cancellable,
                           callback, user_data);
}
