/* ggov-digest-private.h: a digest of texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <nettle/sha2.h>

G_BEGIN_DECLS

#define GGOV_DIGEST_SIZE (2 * SHA256_DIGEST_SIZE + 1)

/**
 * GgovDigest:
 *
 * SHA-256 over texts, each with its length before it, so that "ab" + "c" differs from "a" + "bc",
 * and no text from an empty one.
 *
 * Source: FIPS 180-4.
 */
typedef struct
{
  struct sha256_ctx sum;
} GgovDigest;

void _ggov_digest_init (GgovDigest *self);

/* @size bytes of @text, which may be NULL. */
void _ggov_digest_add  (GgovDigest *self,
                        const char *text,
                        gsize       size);

/* In hexadecimal digits, with a 0 at the end. */
void _ggov_digest_end  (GgovDigest *self,
                        char        digits[GGOV_DIGEST_SIZE]);

G_END_DECLS
