/* ggov-resident-conditions.h: what any field of the register is to say, as words that can be taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-query-residents.h"
#include "ggov-register-catalogue.h"

G_BEGIN_DECLS

#define GGOV_TYPE_RESIDENT_CONDITIONS (ggov_resident_conditions_get_type ())

/* Takes no room while there is none. Signal "removed" (key): somebody took one away. */
G_DECLARE_FINAL_TYPE (GgovResidentConditions, ggov_resident_conditions, GGOV, RESIDENT_CONDITIONS, AdwBin)

#define GGOV_RESIDENT_N_TESTS (GGOV_RESIDENT_IS_EMPTY + 1)

/* In the user's language: "is", "contains". */
const char *ggov_resident_test_get_label     (GgovResidentTest         test);

/* Whether a field is compared by it; GGOV_RESIDENT_IS_FILLED and _EMPTY need no value. */
gboolean    ggov_resident_test_suits         (GgovResidentTest         test,
                                              const GgovRegisterField *field);

/* (transfer full): what a condition is kept under among the choices of a filter, its value aside */
char       *ggov_resident_condition_dup_key  (const char              *field,
                                              GgovResidentTest         test);

/**
 * ggov_resident_condition_from_key:
 * @value: what is kept under @key, borrowed
 * @condition: (out): its texts live as long as @catalogue and @value
 *
 * Returns: FALSE where @key is none of a field that the catalogue has
 */
gboolean    ggov_resident_condition_from_key (GgovRegisterCatalogue   *catalogue,
                                              const char              *key,
                                              const char              *value,
                                              GgovResidentCondition   *condition);

/* @choices: (element-type utf8 utf8): of a filter: those of no field are passed over */
void        ggov_resident_conditions_show    (GgovResidentConditions  *self,
                                              GgovRegisterCatalogue   *catalogue,
                                              GHashTable              *choices);

G_END_DECLS
