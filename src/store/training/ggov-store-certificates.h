/* ggov-store-certificates.h: certificates that people have learnt a course
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-certificate.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_certificates_async:
 * @session_id: only those issued for this session, or 0
 * @number: (nullable): only the one of this number
 *
 * Lists certificates by number, each with the post its holder had on the day of issue.
 */
void        ggov_store_list_certificates_async  (GgovStore                    *self,
                                                 gint64                        session_id,
                                                 const char                   *number,
                                                 GCancellable                 *cancellable,
                                                 GAsyncReadyCallback           callback,
                                                 gpointer                      user_data);

/* Returns: (transfer full) (element-type GgovCertificate) */
GListModel *ggov_store_list_certificates_finish (GgovStore                    *self,
                                                 GAsyncResult                 *result,
                                                 GError                      **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_issue_certificates_async:
 * @day: ISO day of issue
 *
 * Issues a certificate to each who passed a session and has none yet, as one change, with the next
 * numbers of the year. End with ggov_store_change_finish(); its change is 0 if there was nobody.
 */
void        ggov_store_issue_certificates_async (GgovStore                    *self,
                                                 gint64                        session_id,
                                                 const char                   *day,
                                                 GCancellable                 *cancellable,
                                                 GAsyncReadyCallback           callback,
                                                 gpointer                      user_data);

/**
 * ggov_store_add_certificate_async:
 * @certificate: copied; its person, course, number, issuer and days
 *
 * Writes down a certificate from elsewhere, as one change. A number that is there already is refused.
 * End with ggov_store_change_finish().
 */
void        ggov_store_add_certificate_async    (GgovStore                    *self,
                                                 const GgovCertificateRecord  *certificate,
                                                 GCancellable                 *cancellable,
                                                 GAsyncReadyCallback           callback,
                                                 gpointer                      user_data);

G_END_DECLS
