/* ggov-register-event.h: somebody came, went, was born or died, or a household became another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_REGISTER_EVENT (ggov_register_event_get_type ())

G_DECLARE_FINAL_TYPE (GgovRegisterEvent, ggov_register_event, GGOV, REGISTER_EVENT, GObject)

/**
 * GgovRegisterEventRecord:
 * @kind: code: move_in, move_out, move_within, birth, death, split, merge or head
 * @people: whose residences it began or ended
 * @person: (nullable): of whom it tells first
 * @elsewhere: where they came from or went to; may be empty
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      person_id;
  gint64      household_id;
  gint64      to_household_id;
  gint64      people;
  const char *kind;
  const char *day;
  const char *person;
  const char *place;
  const char *elsewhere;
  const char *reason;
  const char *report;
} GgovRegisterEventRecord;

/* Copies the texts. */
GgovRegisterEvent *ggov_register_event_new (const GgovRegisterEventRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovRegisterEventRecord *ggov_register_event_get_record (GgovRegisterEvent *self);

G_END_DECLS
