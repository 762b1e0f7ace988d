/* ggov-certificate.c: a certificate that somebody has learnt a course
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-certificate.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovCertificateRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovCertificateRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (person_id, "person-id"),
  NUMBER (course_id, "course-id"),
  NUMBER (session_id, "session-id"),
  NUMBER (hours, "hours"),
  TEXT (number, "number"),
  TEXT (person, "person"),
  TEXT (sex_label, "sex-label"),
  TEXT (role, "role"),
  TEXT (place, "place"),
  TEXT (course_code, "course-code"),
  TEXT (course, "course"),
  TEXT (trained_on, "trained-on"),
  TEXT (issuer, "issuer"),
  TEXT (issued_on, "issued-on"),
  TEXT (valid_to, "valid-to"),
};

struct _GgovCertificate
{
  GObject parent_instance;

  GgovCertificateRecord record;
  char *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovCertificate, ggov_certificate, G_TYPE_OBJECT)

static void
ggov_certificate_finalize (GObject *object)
{
  GgovCertificate *self = GGOV_CERTIFICATE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_certificate_parent_class)->finalize (object);
}

static void
ggov_certificate_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_CERTIFICATE (object)->record, fields, prop_id, value);
}

static void
ggov_certificate_class_init (GgovCertificateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_certificate_finalize;
  object_class->get_property = ggov_certificate_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_certificate_init (GgovCertificate *self)
{
}

GgovCertificate *
ggov_certificate_new (const GgovCertificateRecord *record)
{
  GgovCertificate *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_CERTIFICATE, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovCertificateRecord *
ggov_certificate_get_record (GgovCertificate *self)
{
  g_return_val_if_fail (GGOV_IS_CERTIFICATE (self), NULL);

  return &self->record;
}
