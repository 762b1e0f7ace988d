/* ggov-register-filled.h: how much of what the register asks is filled in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-register-catalogue.h"

G_BEGIN_DECLS

/**
 * ggov_register_count_filled:
 * @values: (element-type utf8 utf8): what is known by the codes of the fields; "" is nothing
 * @required: (out): how many of the required fields that are not retired are filled in
 * @optional: (out): how many of the optional ones
 *
 * What is computed is filled in where the values it comes from are: the age from the date of birth,
 * the community and the like from the door, the head from the relation to it.
 */
void ggov_register_count_filled (GgovRegisterCatalogue *catalogue,
                                 GHashTable            *values,
                                 int                   *required,
                                 int                   *optional);

G_END_DECLS
