/* ggov-digest.c: a digest of texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <nettle/base16.h>

#include "ggov-digest-private.h"

void
_ggov_digest_init (GgovDigest *self)
{
  sha256_init (&self->sum);
}

void
_ggov_digest_add (GgovDigest *self,
                  const char *text,
                  gsize       size)
{
  gint32 mark = GINT32_TO_LE (text ? (gint32) size : -1);

  sha256_update (&self->sum, sizeof mark, (const guint8 *) &mark);
  if (text)
    sha256_update (&self->sum, size, (const guint8 *) text);
}

void
_ggov_digest_end (GgovDigest *self,
                  char        digits[GGOV_DIGEST_SIZE])
{
  guint8 bytes[SHA256_DIGEST_SIZE];

  sha256_digest (&self->sum, sizeof bytes, bytes);
  base16_encode_update (digits, sizeof bytes, bytes);
  digits[GGOV_DIGEST_SIZE - 1] = '\0';
}
