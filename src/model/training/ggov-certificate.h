/* ggov-certificate.h: a certificate that somebody has learnt a course
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_CERTIFICATE (ggov_certificate_get_type ())

G_DECLARE_FINAL_TYPE (GgovCertificate, ggov_certificate, GGOV, CERTIFICATE, GObject)

/**
 * GgovCertificateRecord:
 * @session_id: it was issued for, or 0
 * @hours: the course takes
 * @person: name
 * @sex_label: in the user's language; empty where it is not known
 * @role: (nullable): of the first post held on the day of issue, in the user's language
 * @place: (nullable): of that post
 * @course: in the user's language
 * @trained_on: (nullable): the day of the session, ISO
 * @issuer: who issued it elsewhere; empty for the office itself
 * @issued_on: ISO day
 * @valid_to: (nullable): its last day; NULL if it is good for good
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      person_id;
  gint64      course_id;
  gint64      session_id;
  gint64      hours;
  const char *number;
  const char *person;
  const char *sex_label;
  const char *role;
  const char *place;
  const char *course_code;
  const char *course;
  const char *trained_on;
  const char *issuer;
  const char *issued_on;
  const char *valid_to;
} GgovCertificateRecord;

/* Copies the texts. */
GgovCertificate *ggov_certificate_new (const GgovCertificateRecord *record)
  G_GNUC_WARN_UNUSED_RESULT;

const GgovCertificateRecord *ggov_certificate_get_record (GgovCertificate *self);

G_END_DECLS
