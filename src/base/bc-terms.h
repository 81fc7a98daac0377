/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * The closed vocabularies of a chart. Every value has an id (in files, stable for ever) and a
 * name (on screen and paper, translated).
 */

/**
 * BcQuality:
 *
 * What a symptom feels like. Several may hold, so the values are flags.
 */
typedef enum
{
  BC_QUALITY_ACHE = 1 << 0,
  BC_QUALITY_SHARP = 1 << 1,
  BC_QUALITY_BURNING = 1 << 2,
  BC_QUALITY_ELECTRIC = 1 << 3,
  BC_QUALITY_TINGLING = 1 << 4,
  BC_QUALITY_NUMBNESS = 1 << 5,
  BC_QUALITY_WEAKNESS = 1 << 6,
  BC_QUALITY_CRAMPING = 1 << 7,
  BC_QUALITY_THROBBING = 1 << 8
} BcQuality;
#define BC_N_QUALITIES 9
#define BC_QUALITY_ALL ((1 << BC_N_QUALITIES) - 1)

typedef enum
{
  BC_DEPTH_UNKNOWN,
  BC_DEPTH_DEEP,
  BC_DEPTH_SUPERFICIAL
} BcDepth;

typedef enum
{
  BC_CONSTANCY_UNKNOWN,
  BC_CONSTANCY_CONSTANT,
  BC_CONSTANCY_INTERMITTENT
} BcConstancy;

/**
 * BcRole:
 * @BC_ROLE_SITE: the symptom sits in the region
 * @BC_ROLE_RADIATION: the symptom travels to the region
 * @BC_ROLE_CLEAR: the region was asked about and is free of symptoms
 */
typedef enum
{
  BC_ROLE_SITE,
  BC_ROLE_RADIATION,
  BC_ROLE_CLEAR
} BcRole;

typedef enum
{
  BC_SEX_UNKNOWN,
  BC_SEX_FEMALE,
  BC_SEX_MALE
} BcSex;

typedef enum
{
  BC_FIGURE_ADULT_FEMALE,
  BC_FIGURE_ADULT_MALE,
  BC_FIGURE_CHILD
} BcFigureId;
#define BC_N_FIGURES 3

typedef enum
{
  BC_VIEW_FRONT,
  BC_VIEW_BACK,
  BC_VIEW_LEFT,
  BC_VIEW_RIGHT,
  BC_VIEW_SOLES,
  BC_VIEW_HANDS
} BcViewId;
#define BC_N_VIEWS 6

/**
 * BcAnswerValue:
 * @BC_ANSWER_NONE: not asked
 * @BC_ANSWER_YES: yes, or the test is positive
 * @BC_ANSWER_NO: no, or the test is negative
 * @BC_ANSWER_AGGRAVATES: the factor makes it worse
 * @BC_ANSWER_EASES: the factor makes it better
 * @BC_ANSWER_NO_EFFECT: the factor was asked about and changes nothing
 */
typedef enum
{
  BC_ANSWER_NONE,
  BC_ANSWER_YES,
  BC_ANSWER_NO,
  BC_ANSWER_AGGRAVATES,
  BC_ANSWER_EASES,
  BC_ANSWER_NO_EFFECT
} BcAnswerValue;

/**
 * BcAction:
 * @BC_ACTION_REFERRED: the patient was sent on
 * @BC_ACTION_CONTACTED: a doctor or service was called
 * @BC_ACTION_EXAMINED: examined for it
 * @BC_ACTION_ADVISED: the patient was told what to watch for and what to do then
 * @BC_ACTION_MONITORED: watched over the next visits
 * @BC_ACTION_NOT_APPLICABLE: set aside, as known or explained otherwise
 *
 * What was done about a red flag.
 */
typedef enum
{
  BC_ACTION_REFERRED,
  BC_ACTION_CONTACTED,
  BC_ACTION_EXAMINED,
  BC_ACTION_ADVISED,
  BC_ACTION_MONITORED,
  BC_ACTION_NOT_APPLICABLE
} BcAction;

typedef enum
{
  BC_ONSET_UNKNOWN,
  BC_ONSET_SUDDEN,
  BC_ONSET_GRADUAL,
  BC_ONSET_TRAUMA
} BcOnset;

/**
 * BcCourse:
 *
 * How a symptom is at one time of the day, beside the others.
 */
typedef enum
{
  BC_COURSE_UNKNOWN,
  BC_COURSE_BETTER,
  BC_COURSE_SAME,
  BC_COURSE_WORSE
} BcCourse;

/* A time that was not given, and the longest: thirty days. */
#define BC_MINUTES_UNKNOWN (-1)
#define BC_MINUTES_MAX (30 * 24 * 60)
/* How often it wakes a person in a night. */
#define BC_WAKES_UNKNOWN (-1)
#define BC_WAKES_MAX 50

/**
 * BcDrawing:
 * @BC_DRAWING_PATIENT: what the patient drew or told
 * @BC_DRAWING_CLINICIAN: how the clinician understands it
 *
 * Whose drawing of a symptom it is.
 */
typedef enum
{
  BC_DRAWING_PATIENT,
  BC_DRAWING_CLINICIAN
} BcDrawing;
#define BC_N_DRAWINGS 2

/* Intensity on the numeric rating scale NRS-11, 0 to 10; unknown where it was not given. */
#define BC_NRS_UNKNOWN (-1)
#define BC_NRS_MAX 10

/**
 * BcTerm:
 *
 * One value of a closed vocabulary.
 */
typedef struct
{
  int         value;
  const char *id;
  const char *name; /* marked for translation; bc_terms_get_name() translates */
} BcTerm;

/**
 * BcTerms:
 *
 * A closed vocabulary: @terms holds @n_terms values in the order in which they are shown. @context is the
 * translators' context of all its names.
 */
typedef struct
{
  const BcTerm *terms;
  guint         n_terms;
  const char   *context;
} BcTerms;

extern const BcTerms bc_quality_terms;
extern const BcTerms bc_depth_terms;     /* without unknown */
extern const BcTerms bc_constancy_terms; /* without unknown */
extern const BcTerms bc_role_terms;
extern const BcTerms bc_sex_terms;       /* without unknown */
extern const BcTerms bc_figure_terms;
extern const BcTerms bc_view_terms;
extern const BcTerms bc_answer_terms;    /* without none */
extern const BcTerms bc_action_terms;
extern const BcTerms bc_onset_terms;     /* without unknown */
extern const BcTerms bc_course_terms;    /* without unknown */
extern const BcTerms bc_body_part_terms; /* BcBodyPart */
extern const BcTerms bc_effect_terms;    /* BcAnswerValue, those of a factor that has an effect */

gboolean    bc_terms_from_id      (const BcTerms *terms,
                                   const char    *id,
                                   int           *value);
const char *bc_terms_get_id       (const BcTerms *terms,
                                   int            value);
const char *bc_terms_get_name     (const BcTerms *terms,
                                   int            value);
char       *bc_terms_dup_label    (const BcTerms *terms,
                                   int            value) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_terms_dup_ids      (const BcTerms *terms) G_GNUC_WARN_UNUSED_RESULT;

gboolean    bc_qualities_from_ids (const char    *ids,
                                   guint         *qualities);
char       *bc_qualities_dup_ids  (guint          qualities) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_qualities_dup_names (guint         qualities) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
