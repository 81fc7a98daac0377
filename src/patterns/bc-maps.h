/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"
#include "bc-terms.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The reference maps: everything that resources/patterns/ holds, read once, never changed after. Plain
 * structs; strings belong to the BcMaps. Names and texts are already translated where the catalogue has them.
 */

/* Ids of a clinic's own maps begin with this; those that come with the program never do. */
#define BC_MAPS_OWN_PREFIX "own-"

/**
 * BcGrade:
 * @BC_GRADE_A: a published figure for this very area
 * @BC_GRADE_B: follows a published map or consensus; the number is a judgement
 * @BC_GRADE_C: clinical estimate
 */
typedef enum
{
  BC_GRADE_A,
  BC_GRADE_B,
  BC_GRADE_C
} BcGrade;

/**
 * BcRelation:
 * @BC_RELATION_BOTH: the value holds for each side on its own
 * @BC_RELATION_LEFT: a fixed side, whatever the side of the source (heart, spleen)
 */
typedef enum
{
  BC_RELATION_SAME,
  BC_RELATION_OTHER,
  BC_RELATION_BOTH,
  BC_RELATION_LEFT,
  BC_RELATION_RIGHT
} BcRelation;

/**
 * BcBilateral:
 *
 * Whether a source is felt on both sides: never, sometimes, as a rule.
 */
typedef enum
{
  BC_BILATERAL_NO,
  BC_BILATERAL_YES,
  BC_BILATERAL_USUAL
} BcBilateral;

typedef struct
{
  char    *id;
  char    *citation;
  char    *type;       /* "diagnostic block", "review", ... */
  char    *identifiers; /* DOI, PMID, "" */
  int      n;          /* subjects, 0 where not noted */
  gboolean read;       /* FALSE: known, to be verified */
  char    *note;
} BcSource;

typedef struct
{
  guint        area;
  BcRelation   relation;
  double       probability; /* that a patient with this source marks the region, 0..1 */
  BcGrade      grade;
  GStrv        sources;     /* ids */
  char        *note;
} BcZone;

typedef struct
{
  char   *id;
  char   *name;
  GStrv   assess_next;
  GStrv   care;
  BcGrade grade;
  GStrv   sources;
} BcManagement;

typedef struct
{
  char *id;
  char *name;
  char *parent;   /* id of a wider group, NULL */
  char *umbrella; /* id of the pattern that stands for the group while the level is open, NULL */
  char *note;
} BcGroup;

typedef struct
{
  char *id;       /* as "nerve-root" */
  char *name;
  char *evidence; /* what the maps of the family rest on and where they are weak, one or two sentences; "" */
} BcFamily;

typedef struct
{
  guint               index;      /* in BcMaps.patterns */
  char               *id;
  char               *name;
  const BcFamily     *family;
  char               *level;      /* "L5", "" */
  char               *about;      /* one or two sentences: what it is and what it can come from; "" */
  BcBilateral         bilateral;
  guint               qualities;  /* BcQuality flags */
  gboolean            deep;       /* depth: deep, superficial, or both */
  gboolean            superficial;
  GStrv               aggravating; /* factor ids; a factor in both lists can go either way */
  GStrv               easing;
  double              prior;       /* share among @prior_population, NAN where unknown */
  char               *prior_population;
  GStrv               prior_sources; /* ids */
  double              women;         /* share of women, were there as many as men; NAN where unknown */
  GStrv               women_sources; /* ids */
  gboolean            red_flag;
  GStrv               sources;
  int                 age_min;     /* usual ages in years, 0 and 200 where open */
  int                 age_max;
  const BcGroup      *group;       /* NULL where it stands alone */
  const BcManagement *management;
  GArray             *zones;       /* of BcZone */
  char               *own_file;    /* the file of a clinic's own map, NULL where it comes with the program */
} BcPattern;

/**
 * BcPractice:
 * @BC_PRACTICE_EVERYDAY: what every clinician asks or tests within half a minute
 * @BC_PRACTICE_ELABORATE: several tests in one, or one that few practise
 * @BC_PRACTICE_QUESTIONNAIRE: takes minutes
 */
typedef enum
{
  BC_PRACTICE_ORDINARY,
  BC_PRACTICE_EVERYDAY,
  BC_PRACTICE_ELABORATE,
  BC_PRACTICE_QUESTIONNAIRE
} BcPractice;

/**
 * BcAskNext:
 * @BC_ASK_NEXT_NO: the chart tells it already, or few patients can say
 * @BC_ASK_NEXT_WITHOUT_AGE: worth asking only while the age is not known
 *
 * Whether a question may be put forward by itself.
 */
typedef enum
{
  BC_ASK_NEXT_YES,
  BC_ASK_NEXT_NO,
  BC_ASK_NEXT_WITHOUT_AGE
} BcAskNext;

typedef struct
{
  char       *id;
  char       *name;
  char       *kind;
  BcPractice  practice;
} BcFactor;

typedef enum
{
  BC_STRENGTH_WEAK,
  BC_STRENGTH_MODERATE,
  BC_STRENGTH_STRONG
} BcStrength;

/**
 * BcLoad:
 * @BC_LOAD_NONE: asked, nothing is done to the patient
 * @BC_LOAD_GENTLE: looks, touches, taps, or loads what does not hurt
 * @BC_LOAD_MODERATE: presses, stretches or loads the sore part for a moment
 * @BC_LOAD_PROVOCATIVE: holds, repeats or combines until the pain comes on; may leave it sore
 *
 * How much a bedside test asks of the sore part: a clinical judgement.
 */
typedef enum
{
  BC_LOAD_NONE,
  BC_LOAD_GENTLE,
  BC_LOAD_MODERATE,
  BC_LOAD_PROVOCATIVE
} BcLoad;

/**
 * BcWeakness:
 * @BC_WEAKNESS_NONE: asks something else
 * @BC_WEAKNESS_ANY: the general question, which adds nothing where a muscle group was tested
 * @BC_WEAKNESS_MUSCLE: tests one muscle group
 */
typedef enum
{
  BC_WEAKNESS_NONE,
  BC_WEAKNESS_ANY,
  BC_WEAKNESS_MUSCLE
} BcWeakness;

/**
 * BcDiscriminator:
 *
 * A question or bedside test. A ratio is NAN where only the direction is known.
 */
typedef struct
{
  guint       index;
  char       *id;
  char       *question;
  char       *how;         /* how to do the test, NULL where it is only asked */
  BcLoad      load;
  char       *kind;        /* history, test, quality, aggravating, easing */
  GPtrArray  *patterns;    /* of const BcPattern: what it bears on, families resolved */
  double      lr_positive;
  double      lr_negative;
  int         direction;   /* +1: a yes speaks for the patterns, -1: against */
  BcStrength  strength;
  char       *basis;       /* read, computed, known, direction only */
  char       *same_as;     /* id of the discriminator or answer that asks the same, NULL */
  BcWeakness  weakness;
  BcPractice  practice;
  BcAskNext   ask_next;
  GStrv       follow_up_of; /* ids: makes sense only after a yes to one of them; none: at any time */
  GStrv       sources;
  char       *note;
} BcDiscriminator;

typedef struct
{
  char      *id;
  char      *question;
  char      *group;
  BcAskNext  ask_next;
} BcAnswerItem;

typedef enum
{
  BC_URGENCY_SOON,      /* planned referral */
  BC_URGENCY_URGENT,    /* same day to two days */
  BC_URGENCY_EMERGENCY  /* same hour */
} BcUrgency;

/* A red-flag rule as a tree; bc-rule.h evaluates it. */
typedef struct _BcRule BcRule;

typedef struct
{
  char       *id;
  char       *meaning;
  BcUrgency   urgency;
  gboolean    always;   /* its answers are offered with every chart */
  char       *text;     /* the rule as written */
  BcRule     *rule;
  GPtrArray  *patterns; /* of const BcPattern */
  GStrv       sources;
} BcRedFlag;

typedef struct
{
  guint       serial;         /* no other maps of this run have it, not even at the same address later */
  GPtrArray  *families;       /* of BcFamily */
  GPtrArray  *patterns;       /* of BcPattern */
  GPtrArray  *groups;         /* of BcGroup */
  GPtrArray  *factors;        /* of BcFactor */
  GPtrArray  *discriminators; /* of BcDiscriminator */
  GPtrArray  *answers;        /* of BcAnswerItem */
  GPtrArray  *red_flags;      /* of BcRedFlag */
  GPtrArray  *management;     /* of BcManagement */
  GPtrArray  *sources;        /* of BcSource */
  GPtrArray  *dermatome_maps; /* of BcDermatomeMap, the usual one first: bc-dermatome-map.h */
  GPtrArray  *instruments;    /* of BcInstrument: bc-instrument.h */
  GPtrArray  *figures;        /* of BcPublishedFigure: bc-published-figure.h */
  GPtrArray  *own_files;      /* of char: the files of a clinic's own maps that were read */
  GHashTable *by_id;          /* private: use the look-ups below */
} BcMaps;

BcMaps                *bc_maps_load                 (GError      **error) G_GNUC_WARN_UNUSED_RESULT;
BcMaps                *bc_maps_load_folder          (const char   *folder,
                                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
BcMaps                *bc_maps_load_with_own        (const char *const *paths,
                                                     GPtrArray         *problems,
                                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv                  bc_maps_list_own_folders     (void) G_GNUC_WARN_UNUSED_RESULT;
const BcMaps          *bc_maps_get_default          (void); /* loads once; the built-in maps always load */
gboolean               bc_maps_have_own             (void);
const GPtrArray       *bc_maps_get_problems         (void); /* of char: why own maps were left out */
void                   bc_maps_free                 (BcMaps       *maps);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcMaps, bc_maps_free)

const BcPattern       *bc_maps_lookup_pattern       (const BcMaps *maps,
                                                     const char   *id);
const BcGroup         *bc_maps_lookup_group         (const BcMaps *maps,
                                                     const char   *id);
const BcFactor        *bc_maps_lookup_factor        (const BcMaps *maps,
                                                     const char   *id);
const BcDiscriminator *bc_maps_lookup_discriminator (const BcMaps *maps,
                                                     const char   *id);
const BcAnswerItem    *bc_maps_lookup_answer        (const BcMaps *maps,
                                                     const char   *id);
const BcSource        *bc_maps_lookup_source        (const BcMaps *maps,
                                                     const char   *id);
const char            *bc_maps_lookup_question      (const BcMaps *maps,
                                                     const char   *id); /* of a discriminator, an answer or a factor */
gboolean               bc_maps_answer_fits          (const BcMaps *maps,
                                                     const char   *id,
                                                     BcAnswerValue value); /* yes/no, or effect of a factor */
gboolean               bc_maps_is_own_id            (const char   *id); /* of a clinic's own map, known or not */
double                 bc_pattern_get_probability   (const BcPattern *pattern,
                                                     BcSide        side,
                                                     BcRegion      region); /* 0 outside every zone */
const BcDiscriminator *bc_maps_lookup_test          (const BcMaps *maps,
                                                     const char   *id); /* by the id of its question */
guint                  bc_pattern_count_grade       (const BcPattern *pattern,
                                                     BcGrade       grade);
char                  *bc_pattern_dup_evidence      (const BcPattern *pattern) G_GNUC_WARN_UNUSED_RESULT;
gboolean               bc_pattern_has_sides         (const BcPattern *pattern);
const char            *bc_grade_get_name            (BcGrade       grade); /* in words */
const char            *bc_load_get_id               (BcLoad        load);
const char            *bc_load_get_name             (BcLoad        load); /* in words, "" for none */
const char            *bc_urgency_get_id            (BcUrgency     urgency);
const char            *bc_urgency_get_name          (BcUrgency     urgency); /* in words, with what to do when */

G_END_DECLS
