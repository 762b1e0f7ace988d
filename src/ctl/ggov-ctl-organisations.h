/* ggov-ctl-organisations.h: what the files about organisations share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"
#include "ggov-store-organisations.h"

G_BEGIN_DECLS

/* The words after "organisations". Not each action has all of them. */
typedef struct
{
  char     *kind;
  char     *of;        /* which organisation: its number or its name */
  char     *name;
  char     *text;
  char     *community;
  char     *branch;
  char     *phone;
  char     *scope;
  char     *address;
  char     *person;
  char     *grids;     /* codes or names apart by commas */
  char     *title;
  char     *note;
  char     *duty;
  char     *role;
  char     *from;
  char     *until;
  char     *reason;
  char     *line;      /* kind of a line that ends, and its number: contact:12 */
  gint64    reached;
  gboolean  with_posts;
  gboolean  with_ended;
} GgovCtlOrganisations;

const char       *ggov_ctl_organisations_get_day  (GgovCtl                    *ctl,
                                                   const GgovCtlOrganisations *words);

/* Those that the words ask for. NULL once the reason was said. */
GListModel       *ggov_ctl_organisations_load     (GgovCtl                    *ctl,
                                                   const GgovCtlOrganisations *words)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/* The one that --of means, by number or name, of --kind if that is said. NULL once it was said what
 * is wrong. */
GgovOrganisation *ggov_ctl_organisations_find     (GgovCtl                    *ctl,
                                                   const char                 *of,
                                                   const char                 *kind)
                                                   G_GNUC_WARN_UNUSED_RESULT;

GgovCtlStatus     ggov_ctl_organisations_list     (GgovCtl                    *ctl,
                                                   const GgovCtlOrganisations *words);
GgovCtlStatus     ggov_ctl_organisations_show     (GgovCtl                    *ctl,
                                                   const GgovCtlOrganisations *words);
GgovCtlStatus     ggov_ctl_organisations_coverage (GgovCtl                    *ctl,
                                                   const GgovCtlOrganisations *words);
GgovCtlStatus     ggov_ctl_organisations_chart    (GgovCtl                    *ctl,
                                                   const GgovCtlOrganisations *words);

G_END_DECLS
