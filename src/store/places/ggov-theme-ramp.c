/* ggov-theme-ramp.c: the colours of classes, light and dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-theme-ramp.h"

#define LEAST 3

typedef guint32 Ramp[GGOV_CLASSES_MAX];

/* By the number of classes from LEAST on; from little to much, on light ground. */
static const Ramp amount[] = {
  { 0xedf8b1, 0x7fcdbb, 0x2c7fb8 },
  { 0xffffcc, 0xa1dab4, 0x41b6c4, 0x225ea8 },
  { 0xffffcc, 0xa1dab4, 0x41b6c4, 0x2c7fb8, 0x253494 },
  { 0xffffcc, 0xc7e9b4, 0x7fcdbb, 0x41b6c4, 0x2c7fb8, 0x253494 },
  { 0xffffcc, 0xc7e9b4, 0x7fcdbb, 0x41b6c4, 0x1d91c0, 0x225ea8, 0x0c2c84 },
};
static const Ramp heat[] = {
  { 0xffeda0, 0xfeb24c, 0xf03b20 },
  { 0xffffb2, 0xfecc5c, 0xfd8d3c, 0xe31a1c },
  { 0xffffb2, 0xfecc5c, 0xfd8d3c, 0xf03b20, 0xbd0026 },
  { 0xffffb2, 0xfed976, 0xfeb24c, 0xfd8d3c, 0xf03b20, 0xbd0026 },
  { 0xffffb2, 0xfed976, 0xfeb24c, 0xfd8d3c, 0xfc4e2a, 0xe31a1c, 0xb10026 },
};
/* For dark ground, where a full red would stand out from the paler colours of what is more. */
static const Ramp dark_heat[] = {
  { 0xffd98a, 0xc9641f, 0x5f2c1c },
  { 0xffd98a, 0xe98a35, 0xa84a1c, 0x5f2c1c },
  { 0xffe2a3, 0xf2a24b, 0xc9641f, 0x8f411d, 0x5a2a1d },
  { 0xffe2a3, 0xf7b05c, 0xdd7a2b, 0xb4521c, 0x83391d, 0x55281d },
  { 0xffe8b5, 0xfabd6d, 0xe98a35, 0xc9641f, 0xa0481c, 0x78351d, 0x50261d },
};
static const Ramp lack[] = {
  { 0xefedf5, 0xbcbddc, 0x756bb1 },
  { 0xf2f0f7, 0xcbc9e2, 0x9e9ac8, 0x6a51a3 },
  { 0xf2f0f7, 0xcbc9e2, 0x9e9ac8, 0x756bb1, 0x54278f },
  { 0xf2f0f7, 0xdadaeb, 0xbcbddc, 0x9e9ac8, 0x756bb1, 0x54278f },
  { 0xf2f0f7, 0xdadaeb, 0xbcbddc, 0x9e9ac8, 0x807dba, 0x6a51a3, 0x4a1486 },
};
/* Too little is purple, too much is orange. */
static const Ramp balance[] = {
  { 0x998ec3, 0xf7f7f7, 0xf1a340 },
  { 0x5e3c99, 0xb2abd2, 0xfdb863, 0xe66101 },
  { 0x5e3c99, 0xb2abd2, 0xf7f7f7, 0xfdb863, 0xe66101 },
  { 0x542788, 0x998ec3, 0xd8daeb, 0xfee0b6, 0xf1a340, 0xb35806 },
  { 0x542788, 0x998ec3, 0xd8daeb, 0xf7f7f7, 0xfee0b6, 0xf1a340, 0xb35806 },
};
/* The same with its lightness turned over, so that what is right lies back on dark ground. */
static const Ramp dark_balance[] = {
  { 0xa592d6, 0x44464b, 0xcf8a2e },
  { 0xd3c6f5, 0x7d6cb0, 0x97692a, 0xffc56e },
  { 0xd3c6f5, 0x8272b4, 0x44464b, 0x9c6f2e, 0xffc56e },
  { 0xd3c6f5, 0xa592d6, 0x6f6199, 0x85602d, 0xcf8a2e, 0xffc56e },
  { 0xd3c6f5, 0xa08cd3, 0x6a5c94, 0x44464b, 0x7d5a2b, 0xc9852c, 0xffc56e },
};
static const guint32 pair[2] = { 0xd55e00, 0xabd4ea };
static const guint32 dark_pair[2] = { 0xff9f4a, 0x2f6690 };

static const Ramp *ramps[2][GGOV_THEME_N_RAMPS] = {
  { amount, heat, lack, balance, NULL },
  { amount, dark_heat, lack, dark_balance, NULL },
};

static const guint32 nothing[2] = { 0xeeeeea, 0x3a3d42 };
static const guint32 no_data[2] = { 0xfbfbf9, 0x242629 };

/* The place of class @i of @n among the three that a ramp has at least. */
static guint
spread (guint i,
        guint n)
{
  return n == 1 ? 1 : i * (LEAST - 1) / (n - 1);
}

static guint32
get_class_colour (GgovThemeRamp ramp,
                  guint         i,
                  guint         n,
                  gboolean      is_dark)
{
  const Ramp *table = ramps[is_dark][ramp];

  if (ramp == GGOV_THEME_PAIR)
    return is_dark ? dark_pair[MIN (i, 1)] : pair[MIN (i, 1)];

  /* Dark ground has the same colours the other way round. */
  if (is_dark && ramp != GGOV_THEME_BALANCE)
    i = n - 1 - i;

  return n < LEAST ? table[0][spread (i, n)] : table[n - LEAST][i];
}

guint32
ggov_theme_ramp_get_colour (GgovThemeRamp ramp,
                            gboolean      zero_apart,
                            guint         i,
                            guint         n,
                            gboolean      is_dark)
{
  g_return_val_if_fail (i < n && n <= GGOV_CLASSES_MAX, 0);

  is_dark = is_dark != FALSE;

  return zero_apart && i == 0 ? nothing[is_dark] : get_class_colour (ramp, i, n, is_dark);
}

guint32
ggov_theme_ramp_get_no_data (gboolean is_dark)
{
  return no_data[is_dark != FALSE];
}
