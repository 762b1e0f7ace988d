/* ggov-condition-dialog.h: choosing residents by what any field of the register says of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-register-catalogue.h"
#include "ggov-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @page: asked for residents.want-field with a key and a value, as ggov-resident-conditions.h has them
 * @catalogue: what there is to choose from */
void ggov_condition_dialog_show (GtkWidget             *page,
                                 GgovSession           *session,
                                 GgovRegisterCatalogue *catalogue);

G_END_DECLS
