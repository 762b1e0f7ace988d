/* ggov-store-nets.h: old nets, what becomes of their people, and whether base grids do as well
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What writes is one change, ended with ggov_store_change_finish(), and can be undone. A net or
 * person that does not exist is GGOV_STORE_ERROR_NOT_FOUND; what is not allowed is
 * GGOV_STORE_ERROR_REFUSED with a translated sentence.
 */

#pragma once

#include "ggov-net-proof.h"
#include "ggov-net-study.h"
#include "ggov-store.h"

G_BEGIN_DECLS

void          ggov_store_list_nets_async       (GgovStore            *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/* Returns: (transfer full) (element-type GgovNet): those that are not retired first, by name */
GListModel   *ggov_store_list_nets_finish      (GgovStore            *self,
                                                GAsyncResult         *result,
                                                GError              **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_study_net_async:
 * @day: ISO day of the base grids
 *
 * Lays a net over the base grids and proposes where its people go: see ggov_net_propose(). What
 * somebody chose is kept; where people of a retired net went is told.
 */
void          ggov_store_study_net_async       (GgovStore            *self,
                                                gint64                net_id,
                                                const char           *day,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GgovNetStudy *ggov_store_study_net_finish      (GgovStore            *self,
                                                GAsyncResult         *result,
                                                GError              **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

/* Chooses the role that a net's people have on base grids. */
void          ggov_store_set_net_role_async    (GgovStore            *self,
                                                gint64                net_id,
                                                const char           *role_code,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/**
 * ggov_store_choose_net_grids_async:
 * @person_id: of an old net: the id of a GgovNetPerson
 * @role_code: (nullable): another role than that of the net; NULL leaves it
 * @grid_ids: (array length=n_grids): base grids; the first is the one named first
 * @n_grids: 0 if the person stays out
 */
void          ggov_store_choose_net_grids_async (GgovStore           *self,
                                                 gint64               person_id,
                                                 const char          *role_code,
                                                 const gint64        *grid_ids,
                                                 guint                n_grids,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);

/* Lets everybody stay out under whose old grid no base grid of the day lies. */
void          ggov_store_leave_net_people_out_async (GgovStore           *self,
                                                     gint64               net_id,
                                                     const char          *day,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);

/**
 * ggov_store_carry_out_net_async:
 * @day: ISO day from which the posts are held on base grids and the net is no more
 * @reason: (nullable): how the posts came about; NULL for a sentence with the net's name
 *
 * Moves all people of a net as proposed and chosen, and retires the net, as one change. A person is
 * one of the office with the same name and phone number, else they are made. A post that they hold
 * already is left as it is. Refused while something of GGOV_NET_DOUBTS_IN_THE_WAY is open.
 */
void          ggov_store_carry_out_net_async   (GgovStore            *self,
                                                gint64                net_id,
                                                const char           *day,
                                                const char           *reason,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/* Retires a net from a day on without moving anybody. */
void          ggov_store_retire_net_async      (GgovStore            *self,
                                                gint64                net_id,
                                                const char           *day,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/**
 * ggov_store_prove_nets_async:
 * @day: ISO day of the base grids
 *
 * Whether the base grids cover everything once: each building, the ground of the communities, and
 * the ground of each old grid.
 */
void          ggov_store_prove_nets_async      (GgovStore            *self,
                                                const char           *day,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GgovNetProof *ggov_store_prove_nets_finish     (GgovStore            *self,
                                                GAsyncResult         *result,
                                                GError              **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
