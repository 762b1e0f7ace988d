/* ggov-demo-names-private.h: invented names of places and people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-demo-random-private.h"

G_BEGIN_DECLS

/* All of these return a new text that is Chinese, the same for the same numbers. @n counts from 0;
 * @level: from west to east rather than from south to north. */
char *_ggov_demo_name_community    (guint           n) G_GNUC_WARN_UNUSED_RESULT;
char *_ggov_demo_name_main_street  (guint           n,
                                    gboolean        level) G_GNUC_WARN_UNUSED_RESULT;
char *_ggov_demo_name_minor_street (guint           n,
                                    gboolean        level) G_GNUC_WARN_UNUSED_RESULT;
char *_ggov_demo_name_compound     (guint           n,
                                    gboolean        modern) G_GNUC_WARN_UNUSED_RESULT;

/* What @kind of organisation is called, such as "物业服务有限公司". */
char *_ggov_demo_name_company      (guint           n,
                                    const char     *kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovDemoNamed:
 * @sex: GB/T 2261.1: "1" male, "2" female
 */
typedef struct
{
  char       *name;
  const char *sex;
  char       *birth_date; /* ISO day */
  char       *phone;
} GgovDemoNamed;

/**
 * _ggov_demo_name_person:
 * @year_from: the earliest year of birth
 * @year_to: the latest
 * @women: the share of women
 *
 * Makes somebody up. Names are as usual among those born in the year; telephone numbers begin
 * with a prefix that no network has.
 */
void  _ggov_demo_name_person       (GgovDemoNamed  *named,
                                    int             year_from,
                                    int             year_to,
                                    double          women,
                                    GgovDemoRandom *random);
void  _ggov_demo_named_clear       (GgovDemoNamed  *named);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovDemoNamed, _ggov_demo_named_clear)

G_END_DECLS
