/* ggov-ctl-find.h: whom and which place the words of a command mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"
#include "ggov-place.h"
#include "ggov-post.h"

G_BEGIN_DECLS

/* Each of these prints why it found nothing, or what else was meant, on standard error. */

/* @who: a number as --json tells it (id:12), a phone, a name or words; 0 where it is not one */
gint64     ggov_ctl_find_person (GgovCtl     *ctl,
                                 const char  *who);

/**
 * ggov_ctl_find_place:
 * @scope: (nullable): code of a GgovScope
 * @place: a code, a name, a door
 * @community: (nullable): code of the community it has to lie in
 *
 * Returns: (transfer full) (nullable)
 */
GgovPlace *ggov_ctl_find_place  (GgovCtl     *ctl,
                                 const char  *scope,
                                 const char  *place,
                                 const char  *community);

/* Prints which of some places could be meant by @text. */
void       ggov_ctl_tell_places (GListModel  *places,
                                 const char  *text);

/**
 * ggov_ctl_match_place:
 * @place: (out) (transfer full) (nullable): of any kind, that is called exactly so
 *
 * Returns: whether it is clear what is meant: a place, or none at all
 */
gboolean   ggov_ctl_match_place (GgovCtl     *ctl,
                                 const char  *text,
                                 GgovPlace  **place);

/**
 * ggov_ctl_find_post:
 * @who: whose; as for ggov_ctl_find_person()
 * @role: (nullable): code of its role, where somebody has several posts
 * @place: (nullable): what it is held on, likewise
 *
 * Returns: (transfer full) (nullable): a post that is held on the day asked about
 */
GgovPost  *ggov_ctl_find_post   (GgovCtl     *ctl,
                                 const char  *who,
                                 const char  *role,
                                 const char  *place);

G_END_DECLS
