/* ggov-choice-chain.h: who nominates and who approves for a post, and the chain that comes of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_CHOICE_CHAIN (ggov_choice_chain_get_type ())

G_DECLARE_FINAL_TYPE (GgovChoiceChain, ggov_choice_chain, GGOV, CHOICE_CHAIN, AdwBin)

GtkWidget *ggov_choice_chain_new           (GgovSession      *session);

/**
 * ggov_choice_chain_set_post:
 * @day: ISO day; one that is none leaves everything as it is
 *
 * Which post it is about. Who nominates and who approves by the role's rule on that day is filled in,
 * unless the user chose somebody.
 */
void       ggov_choice_chain_set_post      (GgovChoiceChain  *self,
                                            const char       *role_code,
                                            const char       *place_kind,
                                            gint64            place_id,
                                            const char       *day);

/* @name: (nullable): who is to get the post */
void       ggov_choice_chain_set_person    (GgovChoiceChain  *self,
                                            const char       *name);

/* Persons, or 0. */
gint64     ggov_choice_chain_get_nominator (GgovChoiceChain  *self);
gint64     ggov_choice_chain_get_approver  (GgovChoiceChain  *self);

/* Whether something was typed that was not chosen from what is found: that row gets the cursor. */
gboolean   ggov_choice_chain_is_unclear    (GgovChoiceChain  *self);

G_END_DECLS
