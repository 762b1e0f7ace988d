/* store-fixture.h: a store on a file of its own, for the tests of what stands on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"

typedef struct
{
  char      *dir;
  char      *path;
  GgovStore *store;
} StoreFixture;

void          store_fixture_set_up    (StoreFixture   *fixture,
                                       gconstpointer   data);
void          store_fixture_tear_down (StoreFixture   *fixture,
                                       gconstpointer   data);

/* A GAsyncReadyCallback that keeps the result at @user_data, and the wait for it. */
void          keep_result             (GObject        *object,
                                       GAsyncResult   *result,
                                       gpointer        user_data);
GAsyncResult *wait_for                (GAsyncResult  **result);

/* Writes a change and waits; aborts the test if it fails. Returns the change's number. */
gint64        write_change            (GgovStore      *store,
                                       GgovChangeFunc  func,
                                       gpointer        data);

/* The same for a change that is to fail: returns its error. */
GError       *fail_change             (GgovStore      *store,
                                       GgovChangeFunc  func,
                                       gpointer        data) G_GNUC_WARN_UNUSED_RESULT;

/* Asserts that the check finds nothing. */
void          assert_check_clean      (GgovStore      *store);

/* Gives up the last reference to @object and lets the main loop turn until it is gone: what is read
 * or drawn in other threads holds it until then. Aborts the test if it stays. */
void          release_and_wait        (gpointer        object);

/* Removes a folder with plain files in it. */
void          remove_folder           (const char     *dir);
