/* ggov-person.h: a person of the office's register of posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GGOV_TYPE_PERSON (ggov_person_get_type ())

G_DECLARE_FINAL_TYPE (GgovPerson, ggov_person, GGOV, PERSON, GObject)

/**
 * GgovPersonDetails:
 * @row_version: the version that was read, for a later write
 * @sex: code of GB/T 2261.1
 * @sex_label: in the user's language; empty where it is not known
 * @birth_date: (nullable): ISO day
 * @phone: (nullable)
 * @organisation: (nullable): whom they work for
 * @party_organisation: (nullable)
 * @home: (nullable): where they live, if in the area: 3号楼2单元
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  const char *name;
  const char *sex;
  const char *sex_label;
  const char *birth_date;
  const char *phone;
  const char *organisation;
  const char *party_organisation;
  const char *home;
} GgovPersonDetails;

/* @posts: (element-type GgovPost): newest first. Copies the texts. */
GgovPerson              *ggov_person_new         (const GgovPersonDetails *details,
                                                  GListModel              *posts)
                                                  G_GNUC_WARN_UNUSED_RESULT;

const GgovPersonDetails *ggov_person_get_details (GgovPerson              *self);

/* (element-type GgovPost): newest first; also the property "posts" */
GListModel              *ggov_person_get_posts   (GgovPerson              *self);

/* The word for a code of GB/T 2261.1 in the user's language; empty where it is not known. */
const char              *ggov_sex_get_label      (const char              *code);

G_END_DECLS
