/* ggov-case-type.h: what an issue can be about, when it is filed and closed, and by when
 *
 * Case types are data (data/case-types/case-types.json, or an office's own file): classes, each in
 * one lane, and types in them. A catalogue never changes; reading it from any thread is safe. Every
 * text lives as long as the catalogue.
 *
 * Source of the form: GB/T 30428 (class, subclass, filing condition, limit, closing condition).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "ggov-evidence.h"
#include "ggov-issue-kind.h"
#include "ggov-start-rule.h"
#include "ggov-utility.h"

G_BEGIN_DECLS

#define GGOV_TYPE_CASE_TYPE_CATALOGUE (ggov_case_type_catalogue_get_type ())

#define GGOV_CASE_TYPE_MAX_STAGES 4

typedef struct _GgovCaseTypeCatalogue GgovCaseTypeCatalogue;

/**
 * GgovMeasure:
 * @GGOV_MEASURE_COUNT: how many places; "count"
 * @GGOV_MEASURE_AREA: how many square metres; "area"
 *
 * What has to be measured before an issue can be closed.
 */
typedef enum
{
  GGOV_MEASURE_COUNT = 1 << 0,
  GGOV_MEASURE_AREA  = 1 << 1,
} GgovMeasure;

/**
 * GgovFigure:
 * @GGOV_FIGURE_NONE: counted among all issues only
 * @GGOV_FIGURE_DISPUTE: disputes mediated; "dispute"
 * @GGOV_FIGURE_ILLEGAL_STRUCTURE: illegal structures pulled down; "illegal_structure"
 * @GGOV_FIGURE_WALL_BREAKING: shops broken through a residential wall; "wall_breaking"
 * @GGOV_FIGURE_UTILITY: utility problems solved; "utility"
 *
 * The figure of the office's account that an issue of the type counts towards.
 */
typedef enum
{
  GGOV_FIGURE_NONE,
  GGOV_FIGURE_DISPUTE,
  GGOV_FIGURE_ILLEGAL_STRUCTURE,
  GGOV_FIGURE_WALL_BREAKING,
  GGOV_FIGURE_UTILITY,
} GgovFigure;

#define GGOV_N_FIGURES (GGOV_FIGURE_UTILITY + 1)

/**
 * GgovCaseStage:
 * @name: what is to be done, in English
 * @name_zh: the same in Chinese
 * @limit: by when, from the dispatch of the issue
 */
typedef struct
{
  const char *name;
  const char *name_zh;
  GgovLimit   limit;
} GgovCaseStage;

/**
 * GgovCaseType:
 * @code: "E0101"; stands for the type in records and files
 * @class_code: "E01"
 * @class_name: the class in English
 * @class_name_zh: the class in Chinese
 * @name: the type in English
 * @name_zh: the type in Chinese
 * @lane: who governs it
 * @filing: when it is filed, in English
 * @filing_zh: the same in Chinese
 * @closing: when it can be closed, in English
 * @closing_zh: the same in Chinese
 * @limit: by when the whole is done, from the dispatch of the issue
 * @stages: what has to be done on the way, the shortest limit first
 * @n_stages: how many, 0 to GGOV_CASE_TYPE_MAX_STAGES
 * @start_rule: when its limit begins to run
 * @role: code of the role that answers for it
 * @measures: a sum of GgovMeasure
 * @figure: what it counts towards
 * @service: code of the GgovUtility it is about; "" for none
 * @evidence: what has to be shown at which link
 * @duplicate_radius_m: another issue of the type within so many metres is perhaps the same one; 0
 *   where that is not looked for
 * @duplicate_days: and filed so many days before at the most
 * @points_activity: code of the points rule that reporting it earns by; "" for none
 */
typedef struct
{
  const char    *code;
  const char    *class_code;
  const char    *class_name;
  const char    *class_name_zh;
  const char    *name;
  const char    *name_zh;
  GgovLane       lane;
  const char    *filing;
  const char    *filing_zh;
  const char    *closing;
  const char    *closing_zh;
  GgovLimit      limit;
  GgovCaseStage  stages[GGOV_CASE_TYPE_MAX_STAGES];
  guint          n_stages;
  GgovStartRule  start_rule;
  const char    *role;
  GgovMeasure    measures;
  GgovFigure     figure;
  const char    *service;
  GgovEvidencePlan evidence;
  guint          duplicate_radius_m;
  guint          duplicate_days;
  const char    *points_activity;
} GgovCaseType;

GType                   ggov_case_type_catalogue_get_type      (void);

/**
 * ggov_case_type_catalogue_new_default:
 *
 * Returns: (transfer full): the types this program was built with
 */
GgovCaseTypeCatalogue  *ggov_case_type_catalogue_new_default   (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_case_type_catalogue_new_from_json:
 * @json: {"classes": [{…, "types": […]}]}, as data/case-types/case-types.json
 * @length: bytes, or -1 where it ends with NUL
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Codes must be unique. Whether the roles exist is for the caller to check, who has them.
 *
 * Returns: (transfer full): the catalogue, or NULL with @error set
 */
GgovCaseTypeCatalogue  *ggov_case_type_catalogue_new_from_json (const char             *json,
                                                                gssize                  length,
                                                                GError                **error)
                                                                G_GNUC_WARN_UNUSED_RESULT;

GgovCaseTypeCatalogue  *ggov_case_type_catalogue_ref           (GgovCaseTypeCatalogue  *self);
void                    ggov_case_type_catalogue_unref         (GgovCaseTypeCatalogue  *self);

/**
 * ggov_case_type_catalogue_get_n_types:
 *
 * Returns: how many types there are
 */
guint                   ggov_case_type_catalogue_get_n_types   (GgovCaseTypeCatalogue  *self);

/**
 * ggov_case_type_catalogue_get_type_at:
 * @index: from 0, class after class as in the file
 *
 * Returns: (transfer none): the type
 */
const GgovCaseType     *ggov_case_type_catalogue_get_type_at   (GgovCaseTypeCatalogue  *self,
                                                                guint                   index);

/**
 * ggov_case_type_catalogue_find:
 * @code: a type's code
 *
 * Returns: (transfer none) (nullable): the type, or NULL
 */
const GgovCaseType     *ggov_case_type_catalogue_find          (GgovCaseTypeCatalogue  *self,
                                                                const char             *code);

/**
 * ggov_case_type_get_label:
 *
 * Returns: the type's name in the user's language
 */
const char             *ggov_case_type_get_label               (const GgovCaseType     *type);

/**
 * ggov_case_type_get_class_label:
 *
 * Returns: the class's name in the user's language
 */
const char             *ggov_case_type_get_class_label         (const GgovCaseType     *type);

/**
 * ggov_case_type_get_evidence:
 * @move: any move
 *
 * Returns: a sum of GgovEvidence that has to be there for the move; 0 for nothing
 */
guint                   ggov_case_type_get_evidence            (const GgovCaseType     *type,
                                                                GgovIssueMove           move);

/**
 * ggov_figure_get_code:
 *
 * Returns: (nullable): the word that stands for the figure in records and files; NULL for none
 */
const char             *ggov_figure_get_code                   (GgovFigure              figure);

/* The figure a word stands for, GGOV_FIGURE_NONE for "" and NULL; FALSE where it stands for none. */
gboolean                ggov_figure_from_code                  (const char             *code,
                                                                GgovFigure             *figure);

/* What the figure is called in the user's language. */
const char             *ggov_figure_get_label                  (GgovFigure              figure);

/**
 * ggov_figure_has_structures:
 *
 * Returns: whether it counts places and square metres that were put right: issues of such a type have
 *   structures
 */
gboolean                ggov_figure_has_structures             (GgovFigure              figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovCaseTypeCatalogue, ggov_case_type_catalogue_unref)

G_END_DECLS
