/* ggov-write-people.h: writing people and posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change. A call that adds returns the new record's number, or 0 with
 * @error set; 0 also stands for no record. Days are ISO texts.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *sex;        /* GB/T 2261.1: 0 not known, 1 male, 2 female, 9 not stated */
  const char *birth_date; /* (nullable) */
  const char *phone;      /* (nullable) */
  gint64      organisation_id;
  gint64      unit_id;    /* where they live, if in the area */
} GgovPersonRecord;

/* Exactly one of the five places is set, and it is the one the role asks for. */
typedef struct
{
  gint64      person_id;
  gint64      role_id;
  gint64      sub_district_id;
  gint64      community_id;
  gint64      grid_id;
  gint64      building_id;
  gint64      unit_id;
  const char *valid_from;
  const char *valid_to;   /* (nullable): the last day; NULL while it goes on */
  gint64      nominated_by_id;
  gint64      approved_by_id;
  const char *reason;     /* (nullable) */
  const char *exception;  /* (nullable): why a rule of who chooses whom was set aside */
  gint64      transferred_from_id; /* the post it goes on from, or 0 */
} GgovPostRecord;

/* Somebody stands in for the holder of a post. */
typedef struct
{
  gint64      post_id;
  gint64      substitute_id;
  const char *valid_from;
  const char *valid_to;   /* the last day */
  const char *reason;     /* (nullable) */
} GgovLeaveRecord;

gint64   ggov_change_add_person             (GgovChange                    *change,
                                             const GgovPersonRecord        *record,
                                             GError                       **error);

/**
 * ggov_change_add_people:
 * @ids: (out) (array length=n): the new records' numbers, in the order of @records
 *
 * The same for many at once, which is quicker. Always with the same @n, as far as can be: each is a
 * statement of its own.
 */
gboolean ggov_change_add_people             (GgovChange                    *change,
                                             const GgovPersonRecord        *records,
                                             guint                          n,
                                             gint64                        *ids,
                                             GError                       **error);

/* A NULL of @record, and 0 for a number, leaves what is known. */
gboolean ggov_change_update_person          (GgovChange                    *change,
                                             gint64                         person_id,
                                             const GgovPersonRecord        *record,
                                             GError                       **error);

/* Remembers of two people who look like one that they are two, which was not remembered so far. */
gboolean ggov_change_tell_apart             (GgovChange                    *change,
                                             gint64                         first_id,
                                             gint64                         second_id,
                                             GError                       **error);

/**
 * ggov_change_get_person_name:
 * @name: (out) (transfer full)
 * @phone: (out) (transfer full) (nullable)
 *
 * GGOV_STORE_ERROR_NOT_FOUND if there is no such person.
 */
gboolean ggov_change_get_person_name        (GgovChange                    *change,
                                             gint64                         person_id,
                                             char                         **name,
                                             char                         **phone,
                                             GError                       **error);

/**
 * ggov_change_add_post:
 *
 * Appoints a person. Where the role allows so many holders at a place, or so many places for a
 * person, and the days overlap, or where the days are the wrong way round or the role is no more, it
 * is GGOV_STORE_ERROR_REFUSED with a translated sentence that names the post in the way. Who may
 * nominate whom is not looked at: that is for those who choose now.
 */
gint64   ggov_change_add_post               (GgovChange                    *change,
                                             const GgovPostRecord          *record,
                                             GError                       **error);

/**
 * ggov_change_check_post:
 * @record: its person may be 0, for somebody who is not written yet
 *
 * Refuses what ggov_change_add_post() would refuse. For a file of many rows, of which each is kept
 * whole or not at all: a savepoint for each row costs as much again as writing it.
 */
gboolean ggov_change_check_post             (GgovChange                    *change,
                                             const GgovPostRecord          *record,
                                             GError                       **error);

/* Ends a post; @valid_to is its last day. Leaves from it end with it. */
gboolean ggov_change_end_post               (GgovChange                    *change,
                                             gint64                         post_id,
                                             const char                    *valid_to,
                                             const char                    *end_reason,
                                             GError                       **error);

/**
 * ggov_change_add_leave:
 *
 * Lets somebody stand in. Days outside the post's, another leave from it in these days, and
 * somebody who stands in for themselves or is on leave as well are GGOV_STORE_ERROR_REFUSED with a
 * translated sentence.
 */
gint64   ggov_change_add_leave              (GgovChange                    *change,
                                             const GgovLeaveRecord         *record,
                                             GError                       **error);

/* Attaches a paper to a post. Equal contents are kept once. */
gint64   ggov_change_add_post_paper         (GgovChange                    *change,
                                             gint64                         post_id,
                                             const char                    *name,
                                             const char                    *media_type,
                                             GBytes                        *content,
                                             GError                       **error);

G_END_DECLS
